// Fenced code in a Markdown text: found as CommonMark finds it, with the place of everything.

/// A stretch of fenced code. Places are offsets in the text's UTF-8.
package struct FencedCode: Sendable, Hashable {
  /// The blanks in front of the opening fence; so many are taken from each line, too.
  package let indent: Int
  /// The line of the opening fence, counted from 1.
  package let line: Int
  /// The opening fence's line without its end.
  package let opening: Range<Int>
  /// What stands behind the fence's signs: `aula check d-loss`.
  package let info: Range<Int>
  /// From the first line up to the closing fence's line.
  package let body: Range<Int>
  /// The lines between the fences, without indentation and line ends.
  package let lines: [Range<Int>]
  /// The lines between the fences without indentation, each with a line feed.
  package let program: String
  /// Whether a closing fence follows; otherwise it goes on up to the text's end.
  package let isClosed: Bool

  /// Whether it is written in the language.
  package func isCell(in bytes: [UInt8]) -> Bool {
    let words = bytes[info].split { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
    return words.first.map { $0.elementsEqual("aula".utf8) } ?? false
  }

  /// The fenced code of a text, in order. What stands in an HTML comment is none.
  package static func all(in bytes: [UInt8]) -> [FencedCode] { scan(bytes).codes }

  /// Lines that would open a cell, were it not for a backtick behind their backticks.
  static func spoiled(in bytes: [UInt8]) -> [Range<Int>] { scan(bytes).spoiled }

  private static func scan(_ bytes: [UInt8]) -> (codes: [FencedCode], spoiled: [Range<Int>]) {
    var found: [FencedCode] = []
    var spoiled: [Range<Int>] = []
    var open: (fence: OpeningFence, line: Int, opening: Range<Int>, first: Int)?
    var lines: [Range<Int>] = []
    var isInComment = false
    func close(at end: Int, isClosed: Bool) {
      guard let (fence, line, opening, first) = open else { return }
      found.append(FencedCode(fence, line, opening, body: first..<max(first, end), lines, bytes, isClosed: isClosed))
      open = nil
      lines = []
    }
    for (number, line) in TextLines.all(in: bytes).enumerated() {
      let content = bytes[line.content]
      if let (fence, _, _, _) = open {
        if fence.isClosed(by: content) {
          close(at: line.content.lowerBound, isClosed: true)
        } else {
          let blanks = content.prefix(fence.indent).prefix { $0 == UInt8(ascii: " ") }.count
          lines.append(line.content.lowerBound + blanks..<line.content.upperBound)
        }
      } else if isInComment {
        isInComment = !content.contains(sequence: "-->")
      } else if let fence = OpeningFence(content) {
        open = (fence, number + 1, line.content, line.end)
      } else if content.starts(with: "```aula ".utf8) {
        spoiled.append(line.content)
      } else if HTMLComment.begins(in: content) {
        isInComment = !content.contains(sequence: "-->")
      }
    }
    close(at: bytes.count, isClosed: false)
    return (found, spoiled)
  }

  private init(
    _ fence: OpeningFence, _ line: Int, _ opening: Range<Int>, body: Range<Int>, _ lines: [Range<Int>],
    _ bytes: [UInt8], isClosed: Bool
  ) {
    indent = fence.indent
    self.line = line
    self.opening = opening
    info = opening.lowerBound + fence.indent + fence.length..<opening.upperBound
    self.body = body
    self.lines = lines
    self.isClosed = isClosed
    var program: [UInt8] = []
    program.reserveCapacity(body.count)
    for line in lines {
      program += bytes[line]
      program.append(UInt8(ascii: "\n"))
    }
    self.program = String(decoding: program, as: UTF8.self)
  }
}

/// The lines of a text.
package enum TextLines {
  /// What each line holds, and where the next one begins.
  package static func all(in bytes: [UInt8]) -> [(content: Range<Int>, end: Int)] {
    var lines: [(content: Range<Int>, end: Int)] = []
    var start = 0
    for (index, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") {
      let hasReturn = index > start && bytes[index - 1] == UInt8(ascii: "\r")
      lines.append((start..<(hasReturn ? index - 1 : index), index + 1))
      start = index + 1
    }
    if start < bytes.count { lines.append((start..<bytes.count, bytes.count)) }
    return lines
  }
}

/// Comments of HTML as CommonMark knows them: from a line that begins with `<!--` to one that holds `-->`.
enum HTMLComment {
  static func begins(in line: ArraySlice<UInt8>) -> Bool {
    let blanks = line.prefix { $0 == UInt8(ascii: " ") }.count
    return blanks <= 3 && line.dropFirst(blanks).starts(with: "<!--".utf8)
  }
}

extension ArraySlice<UInt8> {
  func contains(sequence text: String) -> Bool {
    let wanted = Array(text.utf8)
    guard wanted.count <= count else { return false }
    return (startIndex...(endIndex - wanted.count)).contains { self[$0...].starts(with: wanted) }
  }
}

/// The line that opens fenced code.
private struct OpeningFence {
  let indent: Int
  let length: Int
  private let sign: UInt8

  /// Nil if the line opens nothing.
  init?(_ line: ArraySlice<UInt8>) {
    let blanks = line.prefix { $0 == UInt8(ascii: " ") }.count
    let rest = line.dropFirst(blanks)
    guard blanks <= 3, let sign = rest.first, sign == UInt8(ascii: "`") || sign == UInt8(ascii: "~") else { return nil }
    let length = rest.prefix { $0 == sign }.count
    // Backticks behind backticks are code within a line.
    guard length >= 3, !(sign == UInt8(ascii: "`") && rest.dropFirst(length).contains(sign)) else { return nil }
    (indent, self.sign, self.length) = (blanks, sign, length)
  }

  func isClosed(by line: ArraySlice<UInt8>) -> Bool {
    let blanks = line.prefix { $0 == UInt8(ascii: " ") }.count
    let rest = line.dropFirst(blanks)
    let count = rest.prefix { $0 == sign }.count
    return blanks <= 3 && count >= length && rest.dropFirst(count).allSatisfy { $0 == UInt8(ascii: " ") || $0 == 9 }
  }
}
