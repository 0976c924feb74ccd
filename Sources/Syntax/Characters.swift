// Which characters make names, which only look like ours, and how UTF-8 is read.

/// What characters are to the lexer.
enum Characters {
  /// The character at a place and how many bytes it takes; broken UTF-8 reads as U+FFFD, one byte at a time.
  static func scalar(in bytes: [UInt8], at index: Int) -> (scalar: Unicode.Scalar, length: Int) {
    let first = bytes[index]
    if first < 0x80 { return (Unicode.Scalar(first), 1) }
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    let broken: (Unicode.Scalar, Int) = ("\u{FFFD}", 1)
    guard first >= 0xC2, first < 0xF5, index + length <= bytes.count else { return broken }
    var value = UInt32(first) & (0x7F >> UInt32(length))
    for offset in 1..<length {
      let next = bytes[index + offset]
      guard next & 0xC0 == 0x80 else { return broken }
      value = value << 6 | UInt32(next & 0x3F)
    }
    guard let scalar = Unicode.Scalar(value) else { return broken }
    return (scalar, length)
  }

  /// Whether a name may begin with it.
  static func beginsName(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return scalar == "_" || ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) }
    return scalar == "∞" || scalar == "∂"
      || (scalar.properties.isAlphabetic && !isRaisedT(scalar) && lookalikes[scalar] == nil)
  }

  /// Whether it may stand inside a name: letters, digits, lowered digits and signs (xₜ₊₁), accents.
  static func continuesName(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return beginsName(scalar) || ("0"..."9").contains(scalar) }
    if ("₀"..."₉").contains(scalar) || scalar == "₊" || scalar == "₋" { return true }
    switch scalar.properties.generalCategory {
    case .nonspacingMark: return !isInvisible(scalar)
    default: return scalar != "∞" && beginsName(scalar)
    }
  }

  /// `′` and what is typed for it.
  static func isPrime(_ scalar: Unicode.Scalar) -> Bool { scalar == "'" || scalar == "′" }

  /// The transpose mark of the blackboard.
  static func isRaisedT(_ scalar: Unicode.Scalar) -> Bool { scalar == "ᵀ" }

  /// Letters that exist twice, in the spelling that names have.
  static func canonical(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar {
    case "µ": "μ"
    case "ϵ": "ε"
    case "ϕ": "φ"
    case "'": "′"
    default: scalar
    }
  }

  /// The digit a raised digit stands for.
  static func raisedDigit(_ scalar: Unicode.Scalar) -> Character? {
    switch scalar {
    case "⁰": "0"
    case "¹": "1"
    case "²": "2"
    case "³": "3"
    case "⁴"..."⁹": Character(Unicode.Scalar(UInt8(scalar.value - 0x2070) + UInt8(ascii: "0")))
    default: nil
    }
  }

  /// Blanks of every width.
  static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case " ", "\t", "\u{B}", "\u{C}", "\u{A0}", "\u{1680}", "\u{2000}"..."\u{200A}", "\u{202F}", "\u{205F}",
      "\u{3000}":
      true
    default: false
    }
  }

  /// Characters that nobody sees, but that would make two texts differ or read in another order.
  static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned: true
    default: ("\u{FE00}"..."\u{FE0F}").contains(scalar)
    }
  }

  /// What a character that only looks like one of ours, or means the same elsewhere, is to be written as.
  static let lookalikes: [Unicode.Scalar: String] = {
    var table: [Unicode.Scalar: String] = [
      "–": "-", "—": "-", "‐": "-", "‑": "-", "÷": "/", "∕": "/", "⁄": "/", "∗": "*", "∧": "and", "∨": "or", "¬": "not",
      "∈": "in", "⇒": "->", "↦": "->", "⟶": "->", "≡": "==", "≃": "≈", "≅": "≈", "∼": "~", "⩽": "<=", "⩾": ">=",
      "：": ":", "、": ",", "…": "...", "∣": "|", "‚": ",", "，": ",", "⟨": "(", "⟩": ")",
    ]
    for value in UInt32(0xFF01)...0xFF5E {
      guard let wide = Unicode.Scalar(value), let narrow = Unicode.Scalar(value - 0xFEE0) else { continue }
      table[wide] = String(Character(narrow))
    }
    return table
  }()
}
