// Transcripts: what is rounded, what agrees, what is kept.
import Lessons
import Testing

@Suite("Transcripts") struct TranscriptRuleTests {
  @Test("decimals keep three digits, rounding is 0, whole numbers stay") func rounding() {
    let cases = [
      ("θ is 1.98765, after 500 rounds", "θ is 1.99, after 500 rounds"), ("0.333333", "0.333"), ("-12.3456", "-12.3"),
      ("123456.78 and 99.96", "123457 and 100.0"), ("1.421e-14, -3e-10", "0, 0"), ("0.00123456", "0.00123"),
      ("0.000123456", "1.23e-4"), ("9.9996e-5", "1.00e-4"), ("1.5e20", "1.50e20"),
      ("E0401 x1.25 θ2.555 v2.1.3", "E0401 x1.25 θ2.555 v2.1.3"),
      ("0.53 ± 0.0123", "0.530 ± 0.0123"), ("[0.5, 1, 0.25]", "[0.500, 1, 0.250]"), ("1e400", "inf"),
      ("5..7 3.", "5..7 3."),
      ("x-1.25", "x-1.25"), ("(-1.255)", "(-1.25)"), ("", ""), ("½ 2.0004", "½ 2.00"),
    ]
    for (text, wanted) in cases { #expect(Transcript.rounded(text) == wanted) }
  }

  @Test("what agrees, and where two first do not") func comparing() {
    func difference(_ a: String, _ b: String) -> Int? { Transcript.difference(recorded: a, fresh: b)?.line }
    #expect(difference("a 1.23\nb 2", "a 1.23456\nb   2") == nil)
    #expect(difference("a 1.23", "a 1.2349") == nil)
    #expect(difference("a 1.23", "a 1.2451") == 1)
    #expect(difference("a 1.23\nb 2", "a 1.23\nb 3") == 2)
    #expect(difference("x\ny 0", "x\ny 3.1e-12") == nil && difference("y 0", "y -2e-10") == nil)
    #expect(difference("y 0", "y 0.1") == 1)
    #expect(difference("──── 1", "─────── 1") == nil)
    #expect(difference("one two", "one") == 1 && difference("one", "one\ntwo") == 2)
    #expect(difference("1.00e-4", "9.996e-5") == nil)
    #expect(difference("✓ a", "✗ a") == 1)
    let found = Transcript.difference(recorded: "loss 0.5", fresh: "loss 0.7")
    #expect(found?.recorded == "0.5" && found?.fresh == "0.7")
  }

  @Test("a rounded text agrees with the text, and with itself") func agreement() {
    var random = SystemRandomNumberGenerator()
    for _ in 0..<5_000 {
      let scales: [Double] = [1e-12, 1e-5, 1e-3, 1, 1e3, 1e9]
      let scale = scales.randomElement(using: &random) ?? 1
      let value = Double.random(in: -10...10, using: &random) * scale
      let text = "a = \(value), \(value * 1.0001)"
      let rounded = Transcript.rounded(text)
      #expect(Transcript.difference(recorded: rounded, fresh: text) == nil, "\(text) \(rounded)")
      #expect(
        Transcript.rounded(rounded) == rounded
          || Transcript.difference(recorded: rounded, fresh: Transcript.rounded(rounded)) == nil)
      guard abs(value) > 1e-8 else { continue }
      #expect(Transcript.difference(recorded: rounded, fresh: "a = \(value * 1.05), \(value)") != nil)
    }
  }

  @Test("only what changed is written anew") func renewing() {
    #expect(Transcript.renewed("a 1.23\nb 2.00\n", with: "a 1.2351\nb 3.00001\n") == "a 1.23\nb 3.00\n")
    #expect(Transcript.renewed("a 1.23\n", with: "a 1.2351\nb 3\n") == "a 1.24\nb 3\n")
    #expect(Transcript.renewed("", with: "x 0.12345\n") == "x 0.123\n")
  }
}
