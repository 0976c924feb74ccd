// The font has what figures write, each sign within its box and unlike the others.
import Figures
import Testing

@Suite("StrokeFont") struct StrokeFontTests {
  private static let ascii = String(String.UnicodeScalarView((0x21...0x7e).compactMap { Unicode.Scalar($0) }))
  private static let wanted =
    ascii + "αβγδεϵζηθϑικλμνξοπϖρϱσςτυφϕχψω" + "ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩ"
    + "áéíóúàèìòùâêîôûãõñäëïöüçÁÉÍÓÚÀÈÌÒÙÂÊÎÔÛÃÕÑÄËÏÖÜÇ" + "¿¡ºª⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉⁺⁻₊₋ⁿᵀᵢⱼₙₜ"
    + "−×·÷±≈≤≥≠∇√∞∂∑∫→←‖′…–—“”‘’«»°•⊙∈‖"

  /// Letters of two alphabets that look alike.
  private static let alike: Set<Character> = Set("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧο")

  @Test("every sign is there and inside its box") func signs() {
    for character in Self.wanted + String(StrokeFont.characters) {
      let glyph = StrokeFont.glyph(character)
      #expect(glyph != StrokeFont.unknown, "\(character) is missing")
      let points = glyph.strokes.flatMap { $0 } + glyph.fineStrokes.flatMap { $0 } + glyph.dots
      #expect(character == " " || !points.isEmpty, "\(character) is empty")
      let (across, up) = (points.map(\.x), points.map(\.y))
      #expect((across.min() ?? 0) >= 0 && (across.max() ?? 0) <= glyph.width, "\(character) is too broad")
      #expect(
        (up.min() ?? 0) >= StrokeFont.bottom && (up.max() ?? 0) <= StrokeFont.top, "\(character) is too high or low")
      #expect(glyph.width > 10 && glyph.width < 110, "\(character)")
    }
  }

  @Test("signs differ") func distinct() {
    var seen: [StrokeFont.Glyph: Character] = [:]
    for character in Set(Self.wanted) where !Self.alike.contains(character) {
      let glyph = StrokeFont.glyph(character)
      if let other = seen[glyph] { Issue.record("\(character) looks like \(other)") }
      seen[glyph] = character
    }
  }

  @Test("accents take the same place however they are written") func accents() {
    #expect(StrokeFont.glyph("é") == StrokeFont.glyph("e\u{301}"))
    #expect(StrokeFont.glyph("x\u{302}") != StrokeFont.glyph("x"))
    #expect(StrokeFont.glyph("x\u{302}") != StrokeFont.unknown)
    #expect(StrokeFont.glyph("ỹ") != StrokeFont.unknown)
    // The mark takes the dot's place.
    #expect(StrokeFont.glyph("í").dots.isEmpty)
    #expect(StrokeFont.glyph("漢") == StrokeFont.unknown && StrokeFont.glyph("\u{7}") == StrokeFont.unknown)
  }

  @Test("widths add up and grow with the size") func widths() {
    #expect(StrokeFont.width(of: "", size: 20) == 0)
    let parts = StrokeFont.width(of: "pérdi", size: 20) + StrokeFont.width(of: "da θ²", size: 20)
    #expect(abs(StrokeFont.width(of: "pérdida θ²", size: 20) - parts) < 1e-9)
    #expect(abs(StrokeFont.width(of: "loss", size: 26) - 2 * StrokeFont.width(of: "loss", size: 13)) < 1e-9)
    #expect(StrokeFont.layOut("loss").width > 0)
    // Digits stand in columns.
    #expect(Set("0123456789".map { StrokeFont.glyph($0).width }).count == 1)
    #expect(StrokeFont.width(of: String(repeating: "x", count: 1_000_000), size: 10) < 1e6)
  }
}
