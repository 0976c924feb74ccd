// Errors of shapes say where the shapes came from.
import AulaRuntime
import Testing

@Suite("Where shapes came from") struct StoryTests {
  private func text(_ program: String) -> String {
    testSession().run(program).problems.map(\.text).joined(separator: "\n")
  }

  @Test("a parameter, as its signature writes it") func parameter() {
    let text = text("fn encode(x: [n, m], W) = x @ W\nencode(zeros(4, 3), zeros(5, 2))")
    #expect(text.contains("`x` is [n = 4, m = 3] since here"))
    #expect(text.contains("`W` is [5, 2] since here"))
    #expect(text.contains("called from here"))
  }

  @Test("a local name, and not the session's of the same name") func local() {
    let text = text("let s = zeros(7)\nfn f(p) {\n    let s = p + 1\n    s * [1, 2]\n}\nf([1, 2, 3])")
    #expect(text.contains("3 │     let s = p + 1\n    │         ─ `s` is [3] since here"))
    #expect(!text.contains("let s = zeros(7)"))
  }

  @Test("a name of the session, in the cell that made it") func session() throws {
    let session = testSession()
    try session.evaluate("let W = zeros(5, 2)", name: "weights")
    let text = session.run("zeros(4, 3) @ W").problems.map(\.text).joined()
    #expect(text.contains("weights, line 1") && text.contains("`W` is [5, 2] since here"))
  }
}
