// A session that goes on for long does not grow.
import AulaRuntime
import Testing

@Suite("Leaks", .serialized) struct LeakTests {
  private static let allowed = 8 << 20

  /// How much the process grew over so many evaluations. Tests beside this one use memory too, so a growth counts when it comes again.
  private func growth(_ session: Session, _ count: Int, _ program: String) -> Int {
    for _ in 0..<2000 { session.run(program) }
    var least = Int.max
    for _ in 0..<4 where least >= LeakTests.allowed {
      let before = residentBytes()
      for _ in 0..<count { session.run(program) }
      least = min(least, residentBytes() - before)
    }
    return least
  }

  @Test("100,000 small evaluations") func small() {
    let session = testSession()
    session.define("halve") { (x: Tensor) in try x / 2 }
    #expect(growth(session, 100_000, "halve([2, 4])") < LeakTests.allowed)
  }

  @Test("evaluations that fail", arguments: ["nobody", "[1, 2] + [1, 2, 3]", "let a = 1\nfn f(x) = x + a\nf(nobody)"])
  func failing(program: String) { #expect(growth(testSession(), 10_000, program) < LeakTests.allowed) }

  @Test("learning, printing, undoing") func mixed() throws {
    let session = testSession { $0.undoSteps = 10 }
    try session.evaluate("param w = normal(50)\nfn step() = descend sum(w^2) over w with adam(0.001)")
    let program = "step(); print(w[0]); [i^2 for i in 0..20]"
    #expect(growth(session, 10_000, program) < LeakTests.allowed)
  }
}
