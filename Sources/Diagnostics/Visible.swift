// What a screen would obey or hide instead of showing: such characters get substitutes, and all get a width.

/// How characters look in a line of a terminal.
package enum Visible {
  /// A text without anything that a terminal obeys: control characters, and marks that turn the direction of writing.
  package static func text(_ text: String, ascii: Bool = false) -> String {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7f }) { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if let substitute = substitute(for: scalar, ascii: ascii) {
        result.append(substitute)
      } else {
        result.append(scalar)
      }
    }
    return String(result)
  }

  /// A text as it can stand in a sentence: visible, and short enough to read.
  package static func brief(_ text: String) -> String {
    let scalars = text.unicodeScalars
    guard text.utf8.count > 120, scalars.count > 120 else { return self.text(text) }
    return self.text(String(scalars.prefix(80))) + "…" + self.text(String(scalars.suffix(30)))
  }

  /// How many columns a text takes.
  package static func width(_ text: String) -> Int {
    var width = 0
    for character in text { width += self.width(of: character) }
    return width
  }

  /// How many columns a character takes: none, one or two.
  package static func width(of character: Character) -> Int {
    var widest = 0
    for scalar in character.unicodeScalars {
      if scalar.value < 0x7f { widest = max(widest, 1) } else { widest = max(widest, width(of: scalar)) }
      // An emoji made of several others, or a sign asked to look like one.
      if scalar.value == 0xfe0f && widest == 1 { widest = 2 }
    }
    return widest
  }

  /// What to show for a scalar that must not reach a screen; nil where it may.
  private static func substitute(for scalar: Unicode.Scalar, ascii: Bool) -> Unicode.Scalar? {
    let value = scalar.value
    if value >= 0x20 && value < 0x7f { return nil }
    let obeyed =
      value < 0x20 || (0x7f...0x9f).contains(value) || (0x2028...0x202e).contains(value)
      || (0x2066...0x2069).contains(value) || [0x61c, 0x200e, 0x200f, 0xfeff].contains(value)
      || (0xe0000...0xe007f).contains(value)
    guard obeyed else { return nil }
    if ascii { return "?" }
    if value < 0x20 { return Unicode.Scalar(0x2400 + value) }
    return value == 0x7f ? "\u{2421}" : "\u{fffd}"
  }

  private static func width(of scalar: Unicode.Scalar) -> Int {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: break
    }
    let value = scalar.value
    if value < 0x1100 { return 1 }
    if scalar.properties.isEmojiPresentation { return 2 }
    return wide.contains { $0.contains(value) } ? 2 : 1
  }

  /// Where the scripts lie whose signs are two columns wide.
  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115f, 0x2e80...0x303e, 0x3041...0x33ff, 0x3400...0x4dbf, 0x4e00...0x9fff, 0xa000...0xa4cf,
    0xa960...0xa97f, 0xac00...0xd7a3, 0xf900...0xfaff, 0xfe30...0xfe6f, 0xff00...0xff60, 0xffe0...0xffe6,
    0x1b000...0x1b2ff, 0x20000...0x3fffd,
  ]
}
