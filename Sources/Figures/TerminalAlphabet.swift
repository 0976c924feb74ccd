// What stands for a character where there is nothing but ASCII.

package enum TerminalAlphabet {
  /// A text in ASCII: θ becomes theta, ² becomes ^2, á becomes a. What has no name there becomes a question mark.
  package static func plain(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7f }) { return text }
    var result = ""
    var last = Place.line
    for character in text {
      if let (place, sign) = raised[character] {
        // x¹² is x^12, with one sign for the whole number.
        if place != last { result += place == .above ? "^" : "_" }
        result += sign
        last = place
      } else {
        result += sign(for: character)
        last = .line
      }
    }
    return result
  }

  private enum Place {
    case line
    case above
    case below
  }

  private static func sign(for character: Character) -> String {
    if let value = character.asciiValue, value >= 0x20, value < 0x7f { return String(character) }
    if character.isWhitespace { return " " }
    if let known = names[character] { return known }
    // A letter with accents, decomposed or not: the letter.
    if let (letter, _) = StrokeFont.accented[character] { return sign(for: letter) }
    let scalars = character.unicodeScalars
    if scalars.count > 1, let first = scalars.first, !Character(first).isNewline, first.value >= 0x20 {
      return sign(for: Character(first))
    }
    return "?"
  }

  private static let names: [Character: String] = {
    var result: [Character: String] = [:]
    for (signs, words) in [
      (greek, greekNames), ("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "A B E Z H I K M N O P T Y X"), (signs, signNames), (marks, markNames),
    ] {
      for (sign, word) in zip(signs, words.split(separator: " ")) { result[sign] = String(word) }
    }
    return result
  }()

  private static let greek = "αβγδεϵζηθϑικλμνξοπϖρϱσςτυφϕχψωΓΔΘΛΞΠΣΦΨΩµ"
  private static let greekNames =
    "alpha beta gamma delta epsilon epsilon zeta eta theta theta iota kappa lambda "
    + "mu nu xi o pi pi rho rho sigma sigma "
    + "tau upsilon phi phi chi psi omega Gamma Delta Theta Lambda Xi Pi Sigma Phi Psi Omega mu"
  private static let signs = "−×·⋅÷±∓≈≃≤≥≠≡≪≫∝∇√∞∂∑∏∫→←↔↑↓⇒⇔↦‖∥∈∉∘⊙⊕⊗⟨⟩∅∧∨¬∩∪⊂ℝ𝔼ℓ∀∃"
  private static let signNames =
    "- x * * / +- -+ ~ ~ <= >= != == << >> ~ grad sqrt inf d sum prod int -> <- <-> "
    + "^ v => <=> -> || || in !in o * + x < > "
    + "{} and or not & | c R E l all some"
  private static let marks = "¿¡ºª′″…–—“”„‘’«»‹›°½¼§€£ßøØæÆœŒłŁđðþı✓✗✔✘•●○■□▲△◆◇⋮⋯‐‑█▓▒░"
  private static let markNames =
    "? ! o a ' '' ... - - \" \" \" ' ' << >> < > deg 1/2 1/4 S EUR GBP ss o O ae AE "
    + "oe OE l L d d th i ok no ok no * * o "
    + "# # ^ ^ * * : ... - - # # + ."

  private static let raised: [Character: (Place, String)] = {
    var result: [Character: (Place, String)] = [:]
    for (small, large, height, _) in StrokeFont.smallSigns {
      result[small] = (height > 0 ? .above : .below, sign(for: large))
    }
    return result
  }()
}
