// What a terminal says of itself when it is asked whether it can show pictures.

/// Who can be asked what the screen can show.
package protocol PictureTerminal: AnyObject {
  /// Asks and waits a moment for the answer.
  func ask() -> TerminalAnswer
  /// What was typed since, without an answer that came too late.
  func late() -> [UInt8]
}

/// What a terminal said, and what somebody typed meanwhile.
package struct TerminalAnswer: Sendable, Hashable {
  /// Pixels of a character.
  package struct Cell: Sendable, Hashable {
    package var width: Int
    package var height: Int

    package init(width: Int, height: Int) {
      self.width = width
      self.height = height
    }
    /// What most terminals have that do not tell.
    package static let usual = Cell(width: 9, height: 18)
  }

  package var pictures = Look.Pictures.characters
  /// nil where it did not tell.
  package var cell: Cell?
  /// Whether the paper is dark; nil where it did not tell.
  package var isDark: Bool?
  /// What is no answer: it belongs to the next input.
  package var typed: [UInt8] = []
  /// Whether the last of the answers came: the one that every terminal gives.
  package var isComplete = false

  package init() {}

  /// All questions at once: a tiny picture by Kitty's protocol, the colour of the paper, the pixels of a character, and
  /// last what every terminal answers, so that one knows that no other answer will come. What a terminal
  /// writes that knows none of this is wiped from the line.
  static let questions = "\u{1b}_Gi=31,s=1,v=1,a=q,t=d,f=24;AAAA\u{1b}\\\u{1b}]11;?\u{1b}\\\u{1b}[16t\u{1b}[c\r\u{1b}[K"

  /// Longer answers are none.
  private static let longest = 200

  /// Reads what came from a terminal.
  package init(reading bytes: [UInt8]) {
    var rest = bytes[...]
    var (isKitty, isSixel) = (false, false)
    while let first = rest.first {
      guard first == 0x1b, let (text, length) = TerminalAnswer.sequence(rest) else {
        typed.append(first)
        rest = rest.dropFirst()
        continue
      }
      let isKnown: Bool
      if text.hasPrefix("_Gi=31") {
        isKitty = text.contains(";OK")
        isKnown = true
      } else if text.hasPrefix("]11;") {
        isDark = TerminalAnswer.isDark(text) ?? isDark
        isKnown = true
      } else if text.hasPrefix("[6;"), text.hasSuffix("t") {
        cell = TerminalAnswer.cell(text) ?? cell
        isKnown = true
      } else if text.hasPrefix("[?"), text.hasSuffix("c") {
        isSixel = text.dropFirst(2).dropLast().split(separator: ";").dropFirst().contains("4")
        isComplete = true
        isKnown = true
      } else {
        isKnown = false
      }
      if !isKnown { typed += rest.prefix(length) }
      rest = rest.dropFirst(length)
    }
    pictures = isKitty ? .kitty : isSixel ? .sixel : .characters
  }

  /// Whether the last answer is among the bytes.
  static func isComplete(_ bytes: [UInt8]) -> Bool { TerminalAnswer(reading: bytes).isComplete }

  /// An escape sequence at the beginning, without its escape and without its end; nil where there is none that is whole.
  private static func sequence(_ bytes: ArraySlice<UInt8>) -> (text: String, length: Int)? {
    let bytes = bytes.prefix(longest)
    guard bytes.count > 2 else { return nil }
    let start = bytes.startIndex
    switch bytes[start + 1] {
    case UInt8(ascii: "["):
      // Parameters and intermediate signs, then the sign that ends it.
      guard let end = bytes[(start + 2)...].firstIndex(where: { !(0x20...0x3f).contains($0) }) else { return nil }
      return (String(decoding: bytes[(start + 1)...end], as: UTF8.self), end - start + 1)
    case UInt8(ascii: "_"), UInt8(ascii: "]"):
      for at in bytes.indices.dropFirst(2) {
        if bytes[at] == 7 { return (String(decoding: bytes[(start + 1)..<at], as: UTF8.self), at - start + 1) }
        if bytes[at] == 0x1b {
          guard at + 1 < bytes.endIndex, bytes[at + 1] == UInt8(ascii: "\\") else { return nil }
          return (String(decoding: bytes[(start + 1)..<at], as: UTF8.self), at - start + 2)
        }
      }
      return nil
    default: return nil
    }
  }

  /// `]11;rgb:1e1e/1e1e/1e1e`
  private static func isDark(_ text: String) -> Bool? {
    guard let colon = text.lastIndex(of: ":") else { return nil }
    let channels = text[text.index(after: colon)...].split(separator: "/").prefix(3).compactMap { part -> Double? in
      guard (1...4).contains(part.count), let number = UInt32(part, radix: 16) else { return nil }
      return Double(number) / Double(1 << (4 * part.count) - 1)
    }
    guard channels.count == 3 else { return nil }
    return 0.299 * channels[0] + 0.587 * channels[1] + 0.114 * channels[2] < 0.5
  }

  /// `[6;18;9t`: the height, the width.
  private static func cell(_ text: String) -> Cell? {
    let numbers = text.dropFirst(3).dropLast().split(separator: ";").compactMap { Int($0) }
    guard numbers.count == 2, (2...200).contains(numbers[0]), (2...200).contains(numbers[1]) else { return nil }
    return Cell(width: numbers[1], height: numbers[0])
  }
}
