// Limits that a host sets: each ends a cell with its own code, and the cell changes nothing.
import AulaRuntime
import Testing

@Suite("Limits") struct LimitTests {
  private func expectLimit(_ session: Session, _ program: String, _ code: String) throws {
    try session.evaluate("let before = 1")
    let names = try session.everything()
    let outcome = session.run("let after = 2\n" + program)
    #expect(outcome.status == .limit)
    #expect(outcome.problems.map(\.code) == [code])
    #expect(try session.everything() == names)
    #expect(try session.evaluate("before + 1").number == 2)
  }

  @Test("steps") func steps() throws {
    try expectLimit(testSession(limits: SessionLimits(steps: 100_000)), "while true { }", "E0711")
    let calls = "fn f() = 1\n[f() for i in 0..1000000]"
    try expectLimit(testSession(limits: SessionLimits(steps: 100_000)), calls, "E0711")
  }

  @Test("steps are the same on every run") func countedSteps() {
    let counts = (0..<3).map { _ in testSession().run("var s = 0\nfor i in 0..1000 { s = s + i }").stepsUsed }
    #expect(Set(counts).count == 1)
  }

  @Test("depth") func depth() throws {
    try expectLimit(testSession(), "fn f(n) = 1 + f(n + 1)\nf(0)", "E0712")
    let deep = testSession(limits: SessionLimits(depth: 50))
    #expect(deep.run("fn f(n) { if n == 0 { 0 } else { 1 + f(n - 1) } }\nf(40)").value.number == 40)
    #expect(deep.codes("f(60)") == ["E0712"])
  }

  @Test("seconds, in loops and in kernels") func seconds() throws {
    let clock = ContinuousClock()
    let products = "let A = normal(3000, 3000)\nvar B = A\nrepeat 1000 { B = A @ B; print(B[0, 0]) }"
    for program in ["while true { }", products] {
      let session = testSession(limits: SessionLimits(seconds: 0.5))
      let time = try clock.measure { try expectLimit(session, program, "E0713") }
      #expect(time < .seconds(2))
    }
  }

  @Test("memory of tensors") func memory() throws {
    try expectLimit(testSession(memory: 64 << 20), "normal(10000, 10000)", "E0701")
    try expectLimit(testSession(memory: 64 << 20), "arange(1000000000000)", "E0701")
  }

  @Test("memory of everything else") func bytes() throws {
    let limits = SessionLimits(bytes: 16 << 20)
    try expectLimit(testSession(limits: limits), "var t = \"aula\"\nrepeat 40 { t = \"{t}{t}\" }", "E0714")
  }

  @Test("limits can be changed") func changing() {
    let session = testSession(limits: SessionLimits(steps: 10_000))
    #expect(session.run("repeat 20000 { }").status == .limit)
    session.setLimits(SessionLimits())
    #expect(session.run("repeat 20000 { }").status == .finished)
  }
}
