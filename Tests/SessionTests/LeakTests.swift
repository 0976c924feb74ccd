// A session that goes on for long does not grow.
import AulaRuntime
import Testing

@Suite("Leaks", .serialized) struct LeakTests {
  private func growth(_ session: Session, _ count: Int, _ program: String) -> Int {
    for _ in 0..<2000 { session.run(program) }
    let before = residentBytes()
    for _ in 0..<count { session.run(program) }
    return residentBytes() - before
  }

  @Test("100,000 small evaluations") func small() {
    let session = testSession()
    session.define("halve") { (x: Tensor) in try x / 2 }
    #expect(growth(session, 100_000, "halve([2, 4])") < 8 << 20)
  }

  @Test("evaluations that fail", arguments: ["nobody", "[1, 2] + [1, 2, 3]", "let a = 1\nfn f(x) = x + a\nf(nobody)"])
  func failing(program: String) { #expect(growth(testSession(), 10_000, program) < 8 << 20) }

  @Test("learning, printing, undoing") func mixed() throws {
    let session = testSession { $0.undoSteps = 10 }
    try session.evaluate("param w = normal(50)\nfn step() = descend sum(w^2) over w with adam(0.001)")
    #expect(growth(session, 10_000, "step(); print(w[0]); [i^2 for i in 0..20]") < 8 << 20)
  }
}
