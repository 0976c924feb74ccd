// A cell that fails changes nothing: for every kind of state, and for every way to fail.
import AulaRuntime
import Testing

@Suite("A failing cell") struct AtomicityTests {
  /// Ways to fail: while reading, while resolving names, while recording, while computing, at a limit.
  static let failures = [
    "1 + ) 2", "nobody + 1", "[1, 2] + [1, 2, 3]", "inverse([[1, 2], [2, 4]])", "error(\"no\")",
    "fn f(n) = 1 + f(n)\nf(0)", "use \"no/such.aula\"",
  ]

  /// Things that cells do before they fail.
  static let changes = [
    "let a = 5", "y = y + 1", "var y = 100", "fn f(x) = 3 * x",
    "model M() { param u = 2.0\n fn (x) = u * x }\nlet m = M()",
    "descend sum(w^2) over w with adam(0.1)", "update w by v -> 2 * v", "record seen = 3", "normal(3)",
    "let z = normal(2)",
    "param w = [9.0, 9.0]", "use \"more.aula\"", "repeat 5 { descend sum(w^2) over w with sgd(0.1); record seen = y }",
    "together { descend sum(w^2) over w with sgd(0.1) }", "let sum = 3", "update counter by v -> v + 1",
  ]

  private func prepared() throws -> Session {
    let session = testSession(files: NamedFiles(["more.aula": "let more = 1; var y = -1"]))
    try session.evaluate(
      """
      let a = [1, 2, 3]
      var y = 1
      param w = [1.0, 2.0]
      param counter = 0.0
      fn f(x) = x + a
      fn step() = descend sum((w - 3)^2) over w with adam(0.05)
      record seen = 1
      step()
      """)
    return session
  }

  @Test("changes nothing", arguments: failures) func changesNothing(failure: String) throws {
    let untouched = try prepared()
    let before = try untouched.everything()
    for change in AtomicityTests.changes {
      let session = try prepared()
      let outcome = session.run(change + "\n" + failure)
      #expect(outcome.status == .failed || outcome.status == .limit, "\(change)")
      #expect(try session.everything() == before, "\(change)")
      // What comes next is what would have come: draws, moments, series, files.
      let next = "record seen = 2\nlet after = (normal(3), step(), w * 1, seen, f([0, 0, 0]))"
      #expect(session.run(next).status == .finished, "\(change)")
      let other = try prepared()
      other.run(next)
      #expect(try session.everything() == other.everything(), "\(change)")
    }
  }

  @Test("a name that failed to come about is unknown afterwards") func forgotten() {
    let session = testSession()
    #expect(session.run("let fresh = 1\nfresh + nobody()").status == .failed)
    #expect(session.codes("fresh").isEmpty == false)
  }

  @Test("earlier results keep their values") func shared() throws {
    let session = testSession()
    try session.evaluate("param w = [1.0, 2.0]; let before = w * 1")
    #expect(session.run("update w by v -> v * 10\nerror(\"no\")").status == .failed)
    #expect(try session.numbers("before") == [1, 2])
    #expect(try session.numbers("w * 1") == [1, 2])
  }
}
