// Display formulas that begin on lines of their own: found before Markdown, to which `- b` would begin a list.

enum DisplayFormulas {
  /// The `$$…$$` that begin a line (behind the signs of lists and quotes) outside fenced code.
  static func find(in bytes: [UInt8], _ range: Range<Int>) -> [LiftedPiece] {
    var result: [LiftedPiece] = []
    var fence: Fence?
    var start = range.lowerBound
    while start < range.upperBound {
      let end = bytes[start..<range.upperBound].firstIndex { $0 == 10 || $0 == 13 } ?? range.upperBound
      var next = end + 1
      let line = start..<end
      let content = Margin.end(in: bytes, line)
      if let open = fence {
        if open.isClosed(by: bytes[line]) { fence = nil }
      } else if let opened = Fence(bytes[content..<end], inQuote: bytes[start..<content].contains(UInt8(ascii: ">"))) {
        fence = opened
      } else if bytes[content..<end].starts(with: [36, 36]),
        let close = self.end(from: content + 2, upTo: range.upperBound, in: bytes)
      {
        result.append(LiftedPiece(kind: .formula(isDisplay: true), range: content..<close))
        next = max(next, (bytes[close..<range.upperBound].firstIndex { $0 == 10 || $0 == 13 } ?? range.upperBound) + 1)
      }
      start = next
    }
    return result
  }

  /// The byte behind the `$$` that closes a formula; nil where an empty line or the end comes first, or nothing is
  /// between the dollars.
  static func end(from start: Int, upTo limit: Int, in bytes: [UInt8]) -> Int? {
    var place = start
    var lineHasContent = true
    var isEmpty = true
    while place < limit {
      switch bytes[place] {
      case UInt8(ascii: "\\"):
        lineHasContent = true
        isEmpty = false
        place += 1
      case UInt8(ascii: "$") where place + 1 < limit && bytes[place + 1] == UInt8(ascii: "$"):
        return isEmpty ? nil : place + 2
      case 10:
        if !lineHasContent { return nil }
        lineHasContent = false
      case 13, 32, 9: break
      case UInt8(ascii: ">") where !lineHasContent: break
      default:
        lineHasContent = true
        isEmpty = false
      }
      place += 1
    }
    return nil
  }

  /// A line that opened fenced code.
  private struct Fence {
    private let sign: UInt8
    private let length: Int
    private let isInQuote: Bool

    init?(_ line: ArraySlice<UInt8>, inQuote: Bool) {
      guard let sign = line.first, sign == UInt8(ascii: "`") || sign == UInt8(ascii: "~") else { return nil }
      let length = line.prefix { $0 == sign }.count
      // Backticks behind backticks are code within a line.
      guard length >= 3, !(sign == UInt8(ascii: "`") && line.dropFirst(length).contains(sign)) else { return nil }
      (self.sign, self.length, isInQuote) = (sign, length, inQuote)
    }

    /// The fence's partner, or a line outside the quote it stands in.
    func isClosed(by line: ArraySlice<UInt8>) -> Bool {
      let content = line.drop { $0 == 32 || $0 == 9 || $0 == UInt8(ascii: ">") }
      if isInQuote, !line[..<content.startIndex].contains(UInt8(ascii: ">")) { return true }
      let count = content.prefix { $0 == sign }.count
      return count >= length && content.dropFirst(count).allSatisfy { $0 == 32 || $0 == 9 }
    }
  }
}

/// What stands at the beginning of a line for the blocks around its content: `> `, `- `, `3. `.
enum Margin {
  /// Where the content begins.
  static func end(in bytes: [UInt8], _ line: Range<Int>) -> Int {
    var place = line.lowerBound
    while place < line.upperBound {
      let next = place + 1 < line.upperBound ? bytes[place + 1] : 32
      switch bytes[place] {
      case 32, 9, UInt8(ascii: ">"): place += 1
      case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"):
        guard next == 32 || next == 9 else { return place }
        place += 2
      case 48...57:
        let digits = bytes[place..<line.upperBound].prefix { (48...57).contains($0) }
        let end = digits.endIndex
        guard digits.count < 10, end + 1 < line.upperBound, bytes[end] == UInt8(ascii: ".") || bytes[end] == 41,
          bytes[end + 1] == 32
        else { return place }
        place = end + 2
      default: return place
      }
    }
    return min(place, line.upperBound)
  }

  /// A piece of a text as one line: its line ends, and the `>` of the quote it stands in, become blanks. Every byte
  /// keeps its place.
  static func joined(_ range: Range<Int>, in bytes: [UInt8], lineStart: Int) -> [UInt8] {
    var result = Array(bytes[range])
    let quotes = bytes[lineStart..<range.lowerBound].prefix { $0 == 32 || $0 == 9 || $0 == UInt8(ascii: ">") }
      .count { $0 == UInt8(ascii: ">") }
    var open = 0
    for index in result.indices {
      switch result[index] {
      case 10, 13:
        result[index] = 32
        open = quotes
      case UInt8(ascii: ">") where open > 0:
        result[index] = 32
        open -= 1
      case 32, 9: break
      default: open = 0
      }
    }
    return result
  }

  /// `\|` becomes a bar behind a blank, so that every byte keeps its place.
  static func unescapeBars(in bytes: inout [UInt8]) {
    for index in bytes.indices.dropFirst() where bytes[index] == UInt8(ascii: "|") {
      if bytes[index - 1] == UInt8(ascii: "\\") { bytes[index - 1] = 32 }
    }
  }
}
