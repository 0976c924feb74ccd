// A text in which marks stand for what Markdown must not see: formulas and values. Knows the way back to the source.
import Diagnostics

/// A stretch of a lesson's text that is taken out before Markdown is read.
struct LiftedPiece {
  enum Kind {
    /// `$…$`, or `$$…$$`.
    case formula(isDisplay: Bool)
    /// `{…}`.
    case value
  }
  let kind: Kind
  /// Where it stands in the source, with its dollars or braces.
  let range: Range<Int>
}

struct LiftedText {
  /// What Markdown gets to see.
  private(set) var bytes: [UInt8] = []
  let pieces: [LiftedPiece]
  /// The character around the number of a piece; it is nowhere in the source.
  let mark: Unicode.Scalar
  private let source: [UInt8]
  /// Where stretches of `bytes` begin, and where these begin in the source.
  private var stretches: [(lifted: Int, source: Int)] = []
  private var lineStarts: [Int] = [0]

  /// Puts marks in the places of pieces, which must be in order.
  init(_ source: [UInt8], _ range: Range<Int>, pieces: [LiftedPiece], mark: Unicode.Scalar) {
    (self.source, self.pieces, self.mark, sourceEnd) = (source, pieces, mark, range.upperBound)
    let sign = Array(String(Character(mark)).utf8)
    bytes.reserveCapacity(range.count)
    var place = range.lowerBound
    for (number, piece) in pieces.enumerated() {
      stretches.append((bytes.count, place))
      bytes += source[place..<piece.range.lowerBound]
      stretches.append((bytes.count, piece.range.lowerBound))
      bytes += sign + Array(String(number).utf8) + sign
      place = piece.range.upperBound
    }
    stretches.append((bytes.count, place))
    bytes += source[place..<range.upperBound]
    for (index, byte) in bytes.enumerated() where byte == 10 || byte == 13 {
      let isPair = byte == 13 && index + 1 < bytes.count && bytes[index + 1] == 10
      if !isPair { lineStarts.append(index + 1) }
    }
  }

  /// How many lines there are, as CommonMark counts them.
  var lineCount: Int { lineStarts.count }

  /// The place in the source of a line and a column, both counted from 1; places outside are moved inside.
  func sourceOffset(line: Int, column: Int) -> Int {
    let number = min(max(line - 1, 0), lineStarts.count - 1)
    let end = number + 1 < lineStarts.count ? lineStarts[number + 1] : bytes.count
    return sourceOffset(of: min(lineStarts[number] + max(column - 1, 0), end))
  }

  /// Where the text ends in the source.
  let sourceEnd: Int

  /// Whether a line, counted from 1, holds nothing but blanks and signs of quotes.
  func isBlank(line: Int) -> Bool {
    guard lineStarts.indices.contains(line - 1) else { return true }
    let end = line < lineStarts.count ? lineStarts[line] : bytes.count
    return bytes[lineStarts[line - 1]..<end].allSatisfy { [9, 10, 13, 32, UInt8(ascii: ">")].contains($0) }
  }

  private func sourceOffset(of offset: Int) -> Int {
    var (low, high) = (0, stretches.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if stretches[middle].lifted <= offset { low = middle } else { high = middle }
    }
    let place = stretches[low].source + offset - stretches[low].lifted
    return low + 1 < stretches.count ? min(place, stretches[low + 1].source) : min(place, source.count)
  }

  /// What stands in a text that cmark gave back: literal text and numbers of pieces, in turn.
  func parts(of text: String) -> [(literal: String, piece: Int?)] {
    guard text.unicodeScalars.contains(mark) else { return [(text, nil)] }
    var result: [(literal: String, piece: Int?)] = []
    for (index, part) in text.unicodeScalars.split(separator: mark, omittingEmptySubsequences: false).enumerated() {
      if !index.isMultiple(of: 2), let number = Int(String(part)), pieces.indices.contains(number) {
        result.append(("", number))
      } else if !part.isEmpty {
        result.append((String(part), nil))
      }
    }
    return result
  }

  /// A text with the source's own words again where marks stand.
  func restored(_ text: String) -> String {
    guard text.unicodeScalars.contains(mark) else { return text }
    return parts(of: text).map { part in
      part.piece.map { String(decoding: source[pieces[$0].range], as: UTF8.self) } ?? part.literal
    }.joined()
  }
}

extension LiftedText {
  /// A character for private use that a text holds neither as it is nor by its number; nil if it holds them all.
  static func freeMark(for bytes: [UInt8]) -> Unicode.Scalar? {
    var taken: Set<UInt32> = []
    var place = 0
    while place < bytes.count {
      if bytes[place] == 0xF3 || bytes[place] == 0xF4, place + 3 < bytes.count {
        // Planes 15 and 16 are written in four bytes.
        let value = (1...3).reduce(UInt32(bytes[place] & 7)) { $0 << 6 | UInt32(bytes[place + $1] & 0x3F) }
        if value >= first { taken.insert(value) }
      } else if bytes[place] == UInt8(ascii: "#"), place > 0, bytes[place - 1] == UInt8(ascii: "&") {
        if let value = number(in: bytes, at: place + 1) { taken.insert(value) }
      }
      place += 1
    }
    return (first...last).lazy.filter { !taken.contains($0) && $0 & 0xFFFE != 0xFFFE }.first.flatMap(
      Unicode.Scalar.init)
  }

  private static let first: UInt32 = 0xF0000
  private static let last: UInt32 = 0x10FFFD

  /// The number of a character reference such as `&#8730;` or `&#x221a;`.
  private static func number(in bytes: [UInt8], at start: Int) -> UInt32? {
    var digits = bytes[min(start, bytes.count)...].prefix(9)
    let isHexadecimal = digits.first.map { $0 | 32 == UInt8(ascii: "x") } ?? false
    if isHexadecimal { digits = digits.dropFirst() }
    let text = String(decoding: digits, as: UTF8.self).prefix { isHexadecimal ? $0.isHexDigit : $0.isNumber }
    return UInt32(text, radix: isHexadecimal ? 16 : 10)
  }
}
