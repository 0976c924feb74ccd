// A hundred thousand of everything that can stand in itself: an answer comes soon, and the session lives on.
import AulaRuntime
import Testing

@Suite("Nesting", .serialized) struct NestingTests {
  private static let count = 100_000

  /// What opens, what stands innermost, what closes.
  private static let nests: [(String, String, String)] = [
    ("(", "1", ")"), ("[", "1", "]"), ("{", "1", "}"), ("‖", "1", "‖"), ("(a: ", "1", ")"), ("(1, ", "1", ")"),
    ("sin(", "1", ")"), ("x[", "0", "]"), ("\"{", "1", "}\""), ("-", "1", ""), ("- ", "1", ""), ("not ", "true", ""),
    ("√", "1", ""), ("∇", "sin", "(1)"), ("x -> ", "1", ""), ("(x) -> ", "1", ""), ("fn (x) = ", "1", ""),
    ("fn f(x) { ", "1", " }"), ("fn f(x) = ", "1", ""), ("if true { ", "1", " }"), ("if ", "true", " { 1 }"),
    ("for i in 0..1 { ", "1", " }"), ("while ", "false", " { }"), ("repeat 1 { ", "1", " }"),
    ("model M() { fn (x) { ", "1", " } }"), ("let a = { ", "1", " }"), ("let (", "a", ") = 1"),
    ("[i for i in ", "0..2", "]"),
    ("descend ", "1", " over w with sgd(1)"), ("together { ", "1", " }"), ("update w by w -> ", "1", ""),
    ("f(x: ", "1", ")"),
    ("", "1", " + 1"), ("", "1", " * 2"), ("1 ^ ", "1", ""), ("", "1", " < 2"), ("", "true", " and true"),
    ("", "x", ".a"),
    ("", "x", "[0]"), ("", "f", "(1)"), ("", "1", " |> f"), ("", "sin", " >> sin"), ("", "1", "²"), ("", "x", "ᵀ"),
    ("", "1", " ≈ 1"), ("", "0", "..1"), ("", "0", " by 1"), ("", "if true { 1 }", " else if true { 1 }"),
    ("", "x", "′"),
    ("", "1", ";"), ("", "1", "\n"), ("#", "", ""), ("##", "", "\n"), ("\"", "", "\""), ("{", "", ""), ("\\", "", ""),
    ("let a", " = 1", ""), ("1e", "9", ""), ("9", "9", "9"), ("𝒳", "", ""), ("a\u{301}", "", ""), ("\u{301}", "", ""),
  ]

  private func session() -> Session {
    var options = SessionOptions()
    options.language = .pt
    options.threads = 1
    options.limits = SessionLimits(steps: 100_000, depth: 200, seconds: 3, bytes: 64 << 20)
    options.memoryBudget = 256 << 20
    return Session(options: options)
  }

  @Test("deep, open and closed", arguments: nests.indices) func nested(_ index: Int) throws {
    let (open, inner, close) = NestingTests.nests[index]
    let session = session()
    try session.evaluate("let x = [1, 2]\nfn f(a) = a\nparam w = 1.0")
    let opened = String(repeating: open, count: NestingTests.count)
    let closed = String(repeating: close, count: NestingTests.count)
    let clock = ContinuousClock()
    for text in [opened + inner + closed, opened + inner, inner + closed, opened, closed + opened] {
      var outcome: Outcome?
      let time = clock.measure { outcome = session.run(text) }
      #expect(time < .seconds(5), "\(open)\(inner)\(close)")
      for problem in outcome?.problems ?? [] {
        #expect(!problem.text.isEmpty)
        let findings = Findings.of(problem.diagnostic, in: text)
        #expect(findings.isEmpty)
      }
      #expect(try session.evaluate("x[1] + w").number == 3)
    }
  }

  /// Deep programs that the grammar allows, up to its limits, run as well.
  @Test("as deep as allowed", arguments: [10, 149, 150, 151, 1000, 1001]) func allowed(
    depth: Int
  ) {
    for (open, inner, close) in NestingTests.nests {
      let text = String(repeating: open, count: depth) + inner + String(repeating: close, count: depth)
      let session = session()
      session.run("let x = [1, 2]\nfn f(a) = a\nparam w = 1.0")
      let outcome = session.run(text)
      #expect(outcome.status == .finished || outcome.problems.contains(where: \.isError), "\(open)\(inner)\(close)")
      #expect((try? session.evaluate("1 + 1").number) == 2)
    }
  }
}
