// What is offered for a name that does not exist, and how values are put into sentences.
import Diagnostics
import Testing

@Suite("Suggestions") struct SuggestionTests {
  static let names = [
    "softmax", "sigmoid", "sum", "theta", "θ", "Normal", "normal", "x", "W", "learning_rate", "mean", "max",
  ]

  @Test(
    "slips, exchanged letters, capitals, Greek",
    arguments: [
      ("sofmax", ["softmax"]), ("sotfmax", ["softmax"]), ("NORMAL", ["Normal", "normal"]), ("ϑ", ["theta", "θ"]),
      ("theta", ["θ"]), ("learningRate", ["learning_rate"]), ("maen", ["mean"]), ("zzzzz", []), ("w", ["W"]), ("", []),
      ("q", []),
    ]) func nearest(_ name: String, _ expected: [String])
  {
    #expect(Suggestions.nearest(to: name, among: Self.names) == expected)
  }

  @Test("the best comes first, and no more than asked for") func order() {
    #expect(Suggestions.nearest(to: "mex", among: Self.names, limit: 1) == ["max"])
    #expect(Suggestions.nearest(to: "sun", among: ["sum", "sin", "son", "run", "sunny", "sun"], limit: 2).count == 2)
    #expect(Suggestions.nearest(to: "sum", among: Self.names, limit: 0).isEmpty)
  }

  @Test("distances are those of slips") func distance() {
    let far = { (a: String, b: String) in Suggestions.distance(Array(a), Array(b), atMost: 9) }
    #expect(far("abcd", "abdc") == 1)
    #expect(far("kitten", "sitting") == 3)
    #expect(far("", "abc") == 3)
    #expect(far("abc", "abc") == 0)
    #expect(Suggestions.distance(Array("abc"), Array("xyz"), atMost: 1) == nil)
  }

  @Test("huge names cost little") func huge() {
    let name = String(repeating: "ab", count: 500_000)
    #expect(Suggestions.nearest(to: name, among: (0..<200).map { name + "\($0)" }).count == 3)
  }
}

@Suite("Filling") struct FillingTests {
  private func fill(_ sentence: String, _ values: [String: Phrase], _ language: Language = .en) -> String {
    Words(en: sentence, es: sentence, pt: sentence).filled(values, in: language)
  }

  @Test("choices are listed as each language does") func choices() {
    #expect(fill("{c}?", ["c": .choice(["a", "b", "o"])]) == "`a`, `b` or `o`?")
    #expect(fill("{c}", ["c": .choice(["a", "b", "o"])], .es) == "`a`, `b` u `o`")
    #expect(fill("{c}", ["c": .choice(["a", "hola"])], .es) == "`a` u `hola`")
    #expect(fill("{c}", ["c": .choice(["a", "b"])], .es) == "`a` o `b`")
    #expect(fill("{c}", ["c": .choice(["a", "b"])], .pt) == "`a` ou `b`")
    #expect(fill("{c}", ["c": .choice(["a"])]) == "`a`")
    #expect(fill("{c}", ["c": .choice([])]) == "…")
  }

  @Test("names, braces and words within words") func names() {
    #expect(fill("{a} {b}", ["a": "1"]) == "1 …")
    #expect(fill("\\{a\\} { x } {1} {", ["a": "1"]) == "{a} { x } {1} {")
    #expect(fill("{a}", ["a": "{a}"]) == "{a}")
    let words = Words(en: "size {n}", es: "tamaño {n}", pt: "tamanho {n}")
    #expect(fill("{w}!", ["w": .words(words), "n": "3"], .es) == "tamaño 3!")
    let loop = Words(en: "{w}", es: "{w}", pt: "{w}")
    #expect(fill("{w}", ["w": .words(loop)]) == "…")
    #expect(Template.quoted("{a}b") == "\\{a\\}b" && fill(Template.quoted("{a}"), ["a": "1"]) == "{a}")
    #expect(words.names(in: .pt) == ["n"])
    let long = fill("{a}", ["a": .text(String(repeating: "x", count: 100_000))])
    #expect(long.count == 111)
  }
}
