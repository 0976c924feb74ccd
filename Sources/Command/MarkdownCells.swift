// The ```aula cells of a Markdown text: found as CommonMark finds fenced code, changed without touching anything else.

enum MarkdownCells {
  /// A cell between its fences.
  struct Cell {
    /// Its lines without the fence's indentation, each with a line feed.
    let program: String
    /// Where these lines are in the text's UTF-8, without indentation and line ends.
    let lines: [Range<Int>]
    /// Whether the fence says that the cell is meant to fail.
    let mayFail: Bool
  }

  /// The text with every cell for which `body` gives a program replaced by it.
  static func replacing(in text: String, _ body: (Cell) -> String?) -> String {
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var copied = 0
    var fence: Fence?
    var first = 0
    for line in lines(of: bytes) {
      if let open = fence {
        guard open.isClosed(by: bytes[line.content]) else { continue }
        fence = nil
        guard open.isCell else { continue }
        let range = first..<line.content.lowerBound
        guard let replacement = replacement(for: range, in: bytes, open, body) else { continue }
        result += bytes[copied..<range.lowerBound]
        result += replacement
        copied = range.upperBound
      } else if let opened = Fence(bytes[line.content]) {
        fence = opened
        first = line.end
      }
    }
    result += bytes[copied...]
    return String(decoding: result, as: UTF8.self)
  }

  private static func replacement(
    for range: Range<Int>, in bytes: [UInt8], _ fence: Fence, _ body: (Cell) -> String?
  ) -> [UInt8]? {
    var program: [UInt8] = []
    var places: [Range<Int>] = []
    var endsInReturn = false
    for line in lines(of: Array(bytes[range])) {
      var start = line.content.lowerBound + range.lowerBound
      let end = line.content.upperBound + range.lowerBound
      let most = start + fence.indent
      while start < min(end, most), bytes[start] == UInt8(ascii: " ") { start += 1 }
      places.append(start..<end)
      program += bytes[start..<end]
      program.append(UInt8(ascii: "\n"))
      endsInReturn = line.end - line.content.upperBound == 2
    }
    let cell = Cell(program: String(decoding: program, as: UTF8.self), lines: places, mayFail: fence.mayFail)
    guard let layout = body(cell), layout != cell.program else { return nil }
    let ending: [UInt8] = endsInReturn ? [13, 10] : [10]
    let margin = [UInt8](repeating: UInt8(ascii: " "), count: fence.indent)
    var result: [UInt8] = []
    let laidOut = Array(layout.utf8)
    for line in lines(of: laidOut) {
      let content = laidOut[line.content]
      result += (content.isEmpty ? [] : margin) + content + ending
    }
    return result
  }

  /// The lines: what they hold, and where the next one begins.
  private static func lines(of bytes: [UInt8]) -> [(content: Range<Int>, end: Int)] {
    var lines: [(content: Range<Int>, end: Int)] = []
    var start = 0
    for (index, byte) in bytes.enumerated() where byte == 10 {
      let hasReturn = index > start && bytes[index - 1] == 13
      lines.append((start..<(hasReturn ? index - 1 : index), index + 1))
      start = index + 1
    }
    if start < bytes.count { lines.append((start..<bytes.count, bytes.count)) }
    return lines
  }
}

/// The line that opens fenced code.
private struct Fence {
  let indent: Int
  private let sign: UInt8
  private let length: Int
  /// Whether what it opens is a cell.
  let isCell: Bool
  let mayFail: Bool

  /// Nil if the line opens nothing.
  init?(_ line: ArraySlice<UInt8>) {
    let blanks = line.prefix { $0 == UInt8(ascii: " ") }.count
    let rest = line.dropFirst(blanks)
    guard blanks <= 3, let sign = rest.first, sign == UInt8(ascii: "`") || sign == UInt8(ascii: "~") else { return nil }
    let length = rest.prefix { $0 == sign }.count
    let words = rest.dropFirst(length)
    // Backticks behind backticks are code within a line.
    guard length >= 3, !(sign == UInt8(ascii: "`") && words.contains(sign)) else { return nil }
    let names = String(decoding: words, as: UTF8.self).split { $0 == " " || $0 == "\t" }
    (indent, self.sign, self.length) = (blanks, sign, length)
    isCell = names.first == "aula"
    mayFail = names.contains("fails")
  }

  func isClosed(by line: ArraySlice<UInt8>) -> Bool {
    let blanks = line.prefix { $0 == UInt8(ascii: " ") }.count
    let rest = line.dropFirst(blanks)
    let count = rest.prefix { $0 == sign }.count
    return blanks <= 3 && count >= length && rest.dropFirst(count).allSatisfy { $0 == UInt8(ascii: " ") || $0 == 9 }
  }
}
