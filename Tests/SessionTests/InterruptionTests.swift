// Stopping: within 100 ms, in loops and in kernels, with the session in good order afterwards.
import AulaRuntime
import Foundation
import Testing

@Suite("Interruption", .serialized) struct InterruptionTests {
  static let endless = [
    "while true { }", "var i = 0\nwhile true { i = i + 1 }", "fn f(n) = f(n + 1)\nf(0)",
    "fn g(n) { if n == 0 { 0 } else { g(n - 1) + g(n - 1) } }\ng(60)",
    "let A = normal(3000, 3000)\nvar B = A\nwhile true { B = A @ B; print(B[0, 0]) }",
    "param w = normal(100)\nwhile true { descend sum((w - 1)^2) over w with sgd(0.001) }",
    "while true { print(\"again\") }", "[sum([1 for j in 0..1000]) for i in 0..1000000]",
    "let A = normal(2000, 2000)\nrepeat 1000 { print(svd(A)) }",
  ]

  /// Builds for debugging, and with sanitizers, are some ten times slower.
  static var patience: Duration {
    #if DEBUG
      .seconds(2)
    #else
      .milliseconds(100)
    #endif
  }

  @Test("a stop takes effect within 100 ms", arguments: endless) func stops(program: String) throws {
    let session = testSession { $0.limits.depth = 1_000_000 }
    try session.evaluate("let before = 1")
    let asked = Collected<ContinuousClock.Instant>()
    let wait = onNewThread {
      usleep(400_000)
      asked.append(.now)
      session.cancel()
    }
    let outcome = session.run(program)
    let ended = ContinuousClock.now
    wait()
    // Deep recursion may end by itself before the stop.
    if outcome.status == .limit { return }
    #expect(outcome.status == .interrupted)
    #expect(outcome.problems.map(\.code) == ["E0702"])
    if let start = asked.all.first { #expect(ended - start < InterruptionTests.patience, "\(program)") }
    #expect(try session.evaluate("before + 1").number == 2)
  }

  @Test("finished steps and statements are kept, told, and undone") func kept() throws {
    let session = testSession()
    try session.evaluate("param w = 10.0")
    let before = try session.everything()
    let wait = onNewThread {
      usleep(300_000)
      session.cancel()
    }
    let outcome = session.run("let done = 3\nwhile true { descend w^2 over w with sgd(1e-6) }")
    wait()
    #expect(outcome.status == .interrupted)
    #expect(outcome.learningSteps > 0)
    #expect(outcome.problems.first?.text.contains("\(outcome.learningSteps)") == true)
    #expect(try session["done"]?.number == 3)
    #expect(try session["w"]?.number ?? 10 < 10)
    #expect(try session.undo())
    #expect(try session.everything() == before)
  }

  @Test("a stop without a running cell stops nothing later") func idle() throws {
    let session = testSession()
    session.cancel()
    #expect(try session.evaluate("sum([1, 2, 3])").number == 6)
  }

  @Test("a receiver may stop the cell it hears of") func fromReceiver() {
    let session = testSession()
    var lines = 0
    let outcome = session.run("while true { print(\"again\") }") { event in
      if case .text = event {
        lines += 1
        if lines == 10 { session.cancel() }
      }
    }
    #expect(outcome.status == .interrupted)
    #expect(lines >= 10)
  }

  @Test("a cancelled task stops its own evaluation and no other") func tasks() async throws {
    let session = testSession()
    let first = Task { await session.run("while true { }") }
    let second = Task { await session.run("1 + 1") }
    try await Task.sleep(for: .milliseconds(100))
    let third = Task { await session.run("while true { }") }
    third.cancel()
    first.cancel()
    #expect(await first.value.status == .interrupted)
    #expect(await second.value.value.number == 2)
    #expect(await third.value.status == .interrupted)
    #expect(try await session.evaluate("2 + 2").number == 4)
  }
}
