// How a program becomes lines. Of the writer's layout only this counts: blank lines, line ends right after an opening
// bracket, behind an element of a broken one or inside a block, and chains broken before `>>`, `|>` or `.`. Everything
// else follows from the words and their widths alone, so that a second run finds what the first one left.

/// Lays the words of a program out.
struct FormatterLayout {
  let source: FormatterWords
  let columns: Int
  var lines = FormatterLines()
  /// Where each word begins and ends when everything is on one line.
  private var starts: [Int] = []
  private var ends: [Int] = []
  /// How many words before each one keep what they open from being one line.
  private var brokenInside: [Int] = [0]
  /// How many words before each one have a line end in front of them that stays.
  private var brokenBefore: [Int] = [0]
  /// How many words before each one begin a line of the writer's.
  private var lineStarts: [Int] = [0]
  /// The last word whose line was begun; the comments before it are written.
  var reached = -1

  init(_ source: FormatterWords, columns: Int) {
    self.source = source
    self.columns = columns
    measure()
  }

  var words: [FormatterWord] { source.words }

  private mutating func measure() {
    var place = 0
    for (index, word) in words.enumerated() {
      place += source.gap(before: index)
      starts.append(place)
      place += word.width
      ends.append(place)
      lineStarts.append(lineStarts[index] + (word.startsLine ? 1 : 0))
      let staysOnNewLine = word.startsLine && isChainSign(word)
      brokenBefore.append(brokenBefore[index] + (staysOnNewLine || !word.comments.isEmpty ? 1 : 0))
    }
    for index in words.indices { brokenInside.append(brokenInside[index] + (staysBroken(index) ? 1 : 0)) }
  }

  /// The signs that go on with the line before where they begin a line.
  func isChainSign(_ word: FormatterWord) -> Bool {
    word.isSign(.compose) || word.isSign(.pipe) || word.isSign(.dot)
  }

  /// What the writer broke after an opening bracket, or anywhere in a block, stays broken.
  private func staysBroken(_ index: Int) -> Bool {
    guard let partner = words[index].partner, partner > index + 1 else { return false }
    guard words[index].opensBlock else { return words[index + 1].startsLine }
    if words[index + 1].beginsStep { return true }
    return lineStarts[partner + 1] > lineStarts[index + 1]
  }

  // MARK: Measures

  /// The columns of some words on one line.
  func width(_ range: Range<Int>) -> Int {
    range.isEmpty ? 0 : ends[range.upperBound - 1] - starts[range.lowerBound]
  }

  /// Nothing inside some words stands in the way of their being on one line.
  func canBeOneLine(_ range: Range<Int>) -> Bool {
    range.isEmpty
      || brokenInside[range.lowerBound] == brokenInside[range.upperBound]
        && brokenBefore[range.lowerBound + 1] == brokenBefore[range.upperBound]
  }

  /// The columns that must follow an opening bracket's end before the line can be broken.
  func widthToBreak(from index: Int, in range: Range<Int>, tail: Int) -> Int {
    var next = index
    while next < range.upperBound {
      if let partner = words[next].partner, partner > next + 1 { return width(index..<next + 1) }
      next += 1
    }
    return width(index..<range.upperBound) + tail
  }

  /// A block stands among some words, outside of brackets.
  func holdsBlock(_ range: Range<Int>) -> Bool {
    var index = range.lowerBound
    while index < range.upperBound {
      let next = after(index)
      if words[index].opensBlock, next > index + 2 { return true }
      index = next
    }
    return false
  }
}
