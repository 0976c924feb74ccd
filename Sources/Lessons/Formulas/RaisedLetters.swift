// The small letters and digits that Unicode has above and below the line, and letters in other shapes.

enum RaisedLetters {
  /// A text made of small letters above the line; nil where one of them does not exist.
  static func above(_ text: String) -> String? { text.isEmpty ? nil : mapped(text, aboveOf) }

  /// The same below the line.
  static func below(_ text: String) -> String? { text.isEmpty ? nil : mapped(text, belowOf) }

  /// Raised or lowered digits that were typed directly, as `x²`.
  static func digits(_ characters: [Character], from start: Int) -> (text: String, count: Int, isAbove: Bool)? {
    guard characters.indices.contains(start) else { return nil }
    for (table, isAbove) in [(fromAbove, true), (fromBelow, false)] where table[characters[start]] != nil {
      let text = characters[start...].prefix { table[$0] != nil }.compactMap { table[$0] }
      return (String(text), text.count, isAbove)
    }
    return nil
  }

  private static func mapped(_ text: String, _ table: [Character: Character]) -> String? {
    var result = ""
    for character in text {
      guard let small = table[character] else { return nil }
      result.append(small)
    }
    return result
  }

  private static func pairs(_ large: String, _ small: String) -> [Character: Character] {
    Dictionary(zip(large, small), uniquingKeysWith: { first, _ in first })
  }

  private static let aboveOf = pairs(
    "0123456789+−=()abcdefghijklmnoprstuvwxyzABDEGHIJKLMNOPRTUVWβγδθφχ′∗*⊤",
    "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂᵝᵞᵟᶿᵠᵡ′**ᵀ")
  private static let belowOf = pairs(
    "0123456789+−=()aehijklmnoprstuvxβγρφχ", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵪ")
  private static let fromAbove = pairs("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ᵀⁿⁱ", "0123456789+−Tni")
  private static let fromBelow = pairs("₀₁₂₃₄₅₆₇₈₉₊₋ᵢⱼₖₙₜ", "0123456789+−ijknt")

  /// Fractions that are one character.
  static let fractions: [String: String] = [
    "1/2": "½", "1/3": "⅓", "2/3": "⅔", "1/4": "¼", "3/4": "¾", "1/5": "⅕", "2/5": "⅖", "3/5": "⅗", "4/5": "⅘",
    "1/6": "⅙", "5/6": "⅚", "1/7": "⅐", "1/8": "⅛", "3/8": "⅜", "5/8": "⅝", "7/8": "⅞", "1/9": "⅑", "1/10": "⅒",
  ]
}

extension FormulaAlphabet {
  /// A text in these shapes, as far as Unicode has them.
  func styled(_ text: String) -> String {
    if self == .plain || self == .upright { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.map { styled($0) }))
  }

  /// Where the capitals, the small letters and the digits of an alphabet begin.
  private var starts: (capital: UInt32, small: UInt32, digit: UInt32?)? {
    switch self {
    case .plain, .upright: nil
    case .bold: (0x1D400, 0x1D41A, 0x1D7CE)
    case .boldItalic: (0x1D468, 0x1D482, 0x1D7CE)
    case .doubleStruck: (0x1D538, 0x1D552, 0x1D7D8)
    case .script: (0x1D49C, 0x1D4B6, nil)
    case .fraktur: (0x1D504, 0x1D51E, nil)
    case .monospace: (0x1D670, 0x1D68A, 0x1D7F6)
    }
  }

  private func styled(_ letter: Unicode.Scalar) -> Unicode.Scalar {
    if let known = Self.exceptions[self]?[letter] { return known }
    guard let starts else { return letter }
    let value = letter.value
    let result: UInt32? =
      switch value {
      case 0x41...0x5A: starts.capital + value - 0x41
      case 0x61...0x7A: starts.small + value - 0x61
      case 0x30...0x39: starts.digit.map { $0 + value - 0x30 }
      case 0x391...0x3A9: greek.map { $0 + value - 0x391 }
      case 0x3B1...0x3C9: greek.map { $0 + 26 + value - 0x3B1 }
      default: nil
      }
    return result.flatMap(Unicode.Scalar.init) ?? letter
  }

  /// Where the Greek letters of an alphabet begin.
  private var greek: UInt32? {
    switch self {
    case .bold: 0x1D6A8
    case .boldItalic: 0x1D71C
    default: nil
    }
  }

  /// Letters that had a place in Unicode before the alphabets came.
  private static let exceptions: [FormulaAlphabet: [Unicode.Scalar: Unicode.Scalar]] = [
    .doubleStruck: ["C": "ℂ", "H": "ℍ", "N": "ℕ", "P": "ℙ", "Q": "ℚ", "R": "ℝ", "Z": "ℤ"],
    .script: [
      "B": "ℬ", "E": "ℰ", "F": "ℱ", "H": "ℋ", "I": "ℐ", "L": "ℒ", "M": "ℳ", "R": "ℛ", "e": "ℯ", "g": "ℊ", "o": "ℴ",
    ],
    .fraktur: ["C": "ℭ", "H": "ℌ", "I": "ℑ", "R": "ℜ", "Z": "ℨ"],
    .bold: ["ϕ": "𝛟", "ϵ": "𝛜", "ϑ": "𝛝", "∇": "𝛁", "∂": "𝛛"],
    .boldItalic: ["ϕ": "𝝓", "ϵ": "𝝐", "ϑ": "𝝑", "∇": "𝜵", "∂": "𝝏"],
  ]
}
