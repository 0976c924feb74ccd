// Statements and expressions that may be too long for a line: where they are cut.

/// What holds the parts of a long line together, the loosest first. It is cut at the loosest.
private enum FormatterCut: Int, Comparable {
  case clause
  case assignment
  case learning
  case list
  case pipe
  case compose
  case or
  case and
  case comparison
  case sum
  case product

  static func < (one: FormatterCut, two: FormatterCut) -> Bool { one.rawValue < two.rawValue }

  /// The part after it begins with the word itself: the grammar goes on with lines that begin so.
  var isBefore: Bool { [.clause, .learning, .pipe, .compose].contains(self) }

  init?(_ word: FormatterWord, text: @autoclosure () -> String) {
    if word.beginsClause {
      self = .clause
      return
    }
    switch word.kind {
    case .name where word.isContextual && ["over", "with"].contains(text()): self = .learning
    case .word where word.endsValue: return nil
    case .word(.or): self = .or
    case .word(.and): self = .and
    case .word(.mod): self = .product
    case .sign(.assign), .sign(.tilde): self = .assignment
    case .sign(.comma): self = .list
    case .sign(.pipe): self = .pipe
    case .sign(.compose): self = .compose
    case .sign(.equal), .sign(.notEqual), .sign(.less), .sign(.lessEqual), .sign(.greater), .sign(.greaterEqual),
      .sign(.near):
      self = .comparison
    case .sign(.plus): self = .sum
    case .sign(.minus) where !word.isPrefix: self = .sum
    case .sign(.times), .sign(.over), .sign(.matmul): self = .product
    default: return nil
    }
  }
}

extension FormatterLayout {
  /// A statement or a part of one, from the present place on. Lines that go on are one level further in than `base`;
  /// `tail` is the width of what must follow on the last line. Blocks that may not be one line are broken.
  mutating func expression(_ range: Range<Int>, base: Int, tail: Int, breaksBlocks: Bool = false) {
    guard !range.isEmpty else { return }
    let fits = lines.column + lead(range) + width(range) + tail <= columns
    if fits, canBeOneLine(range), !breaksBlocks || !holdsBlock(range) {
      line(range, base: base)
      return
    }
    guard let (cut, parts) = parts(range) else {
      simple(range, base: base, tail: tail, fits: fits)
      return
    }
    switch cut {
    case .pipe, .compose:
      // Such a chain has each link on a line of its own, or all on one.
      let isBroken = !fits || parts.dropFirst().contains { words[$0.lowerBound].startsLine }
      if isBroken { chain(parts, base: base, tail: tail) } else { fill(parts, cut, base: base, tail: tail) }
    case .learning where !fits: chain(parts, base: base, tail: tail)
    default: fill(parts, cut, base: base, tail: tail)
    }
  }

  /// The blanks before some words at the present place.
  private func lead(_ range: Range<Int>) -> Int { lines.isFresh ? 0 : source.gap(before: range.lowerBound) }

  /// The loosest cut of some words and their parts; nil if there is nowhere to cut.
  private func parts(_ range: Range<Int>) -> (FormatterCut, [Range<Int>])? {
    var found: (cut: FormatterCut, places: [Int])?
    var index = range.lowerBound
    while index < range.upperBound {
      if index > range.lowerBound, let cut = FormatterCut(words[index], text: source.text(words[index].bytes)) {
        let place = cut.isBefore ? index : index + 1
        if place < range.upperBound {
          if let known = found, known.cut == cut {
            found?.places.append(place)
          } else if found.map({ cut < $0.cut }) ?? true {
            found = (cut, [place])
          }
        }
      }
      index = after(index)
    }
    guard let found else { return nil }
    let bounds = [range.lowerBound] + found.places + [range.upperBound]
    return (found.cut, zip(bounds, bounds.dropFirst()).map { $0..<$1 })
  }

  /// Parts below each other.
  private mutating func chain(_ parts: [Range<Int>], base: Int, tail: Int) {
    for (number, part) in parts.enumerated() {
      let isLast = number == parts.count - 1
      if number > 0 { beginLine(before: part.lowerBound, indent: Formatter.deeper(base), isFirst: true) }
      expression(part, base: number > 0 ? Formatter.deeper(base) : base, tail: isLast ? tail : 0)
    }
  }

  /// As many parts on a line as fit.
  private mutating func fill(_ parts: [Range<Int>], _ cut: FormatterCut, base: Int, tail: Int) {
    for (number, part) in parts.enumerated() {
      let tail = number == parts.count - 1 ? tail : 0
      if number > 0 {
        if !words[part.lowerBound].comments.isEmpty || wantsNewLine(part, cut, base: base, tail: tail) {
          beginLine(before: part.lowerBound, indent: Formatter.deeper(base), isFirst: true)
        }
      }
      expression(part, base: base, tail: tail, breaksBlocks: true)
    }
  }

  /// Whether a part had better stand on a line of its own than on the present one.
  private func wantsNewLine(_ part: Range<Int>, _ cut: FormatterCut, base: Int, tail: Int) -> Bool {
    let room = columns - lines.column - lead(part)
    let freshRoom = columns - Formatter.deeper(base)
    let inner = parts(part)
    if canBeOneLine(part), !holdsBlock(part) {
      if width(part) + tail <= room { return false }
      // Learning has clauses to put on lines of their own.
      let hasClauses = cut == .assignment && inner?.0 == .learning
      if width(part) + tail <= freshRoom, !hasClauses { return true }
    }
    if let first = inner?.1.first, canBeOneLine(first), !holdsBlock(first), width(first) <= freshRoom {
      return width(first) > room
    }
    return widthToBreak(from: part.lowerBound, in: part, tail: tail) > room
  }

  // MARK: Words, brackets and blocks

  /// Words without a place to cut but inside brackets.
  private mutating func simple(_ range: Range<Int>, base: Int, tail: Int, fits: Bool) {
    // The largest bracket is broken first; a block is broken anyway and may make enough room.
    let largest = fits || holdsBlock(range) ? nil : largestBracket(range)
    var index = range.lowerBound
    while index < range.upperBound {
      let word = words[index]
      let next = after(index)
      if word.opensBlock {
        block(index, base: base)
      } else if word.opensBracket {
        let rest = index == largest ? nil : widthToBrokenPart(next, range, largest: largest, tail: tail)
        let room = columns - lines.column - lead(index..<next)
        if let rest, canBeOneLine(index..<next), width(index..<next) + rest <= room {
          line(index..<next, base: base)
        } else {
          bracket(index, base: base)
        }
      } else {
        if word.isSign(.dot), word.startsLine, index > range.lowerBound {
          beginLine(before: index, indent: Formatter.deeper(base), isFirst: true)
        }
        emit(index, base: base)
      }
      index = next
    }
  }

  private func largestBracket(_ range: Range<Int>) -> Int? {
    var largest: Int?
    var index = range.lowerBound
    while index < range.upperBound {
      let next = after(index)
      if words[index].opensBracket, next > index + 2, width(index..<next) > (largest.map { width($0..<after($0)) } ?? 0)
      {
        largest = index
      }
      index = next
    }
    return largest
  }

  /// The columns from a word up to the next place where the line ends for sure.
  private func widthToBrokenPart(_ start: Int, _ range: Range<Int>, largest: Int?, tail: Int) -> Int {
    guard start < range.upperBound else { return tail }
    let lead = source.gap(before: start)
    var index = start
    while index < range.upperBound {
      if words[index].isSign(.dot), words[index].startsLine { return index > start ? lead + width(start..<index) : 0 }
      let next = after(index)
      let isBlock = words[index].opensBlock && next > index + 2
      if index == largest || isBlock || !canBeOneLine(index..<next) { return lead + width(start..<index + 1) }
      index = next
    }
    return lead + width(start..<range.upperBound) + tail
  }
}
