// Sessions and threads: two sessions do not see each other, one session takes its calls one after the other.
import AulaRuntime
import Testing

@Suite("Threads") struct ThreadTests {
  static let program = """
    let A = normal(40, 40)
    param w = normal(10)
    repeat 20 { descend sum((w - 1)^2) over w with adam(0.1); record loss = sum(w^2) }
    let result = (sum(A @ A), w * 1, loss)
    result
    """

  @Test("two sessions on two threads do not see each other") func twoSessions() throws {
    let alone = try (1...2).map { try testSession(seed: UInt64($0)).evaluate(ThreadTests.program).fingerprint }
    let found = Collected<String>()
    let waits = (0..<4).map { number in
      onNewThread {
        let session = testSession(seed: UInt64(number % 2 + 1))
        for _ in 0..<3 {
          let value = session.run(ThreadTests.program, key: nil).value
          found.append("\(number % 2) \(value.fingerprint)")
          _ = try? session.undo()
        }
      }
    }
    for wait in waits { wait() }
    #expect(found.all.count == 12)
    #expect(Set(found.all) == ["0 \(alone[0])", "1 \(alone[1])"])
  }

  @Test("stopping one session leaves the other alone") func stopOne() {
    let (first, second) = (testSession(), testSession())
    let wait = onNewThread { first.run("while true { }") }
    let outcome = second.run("var s = 0\nfor i in 0..3000000 { s = s + i }\ns")
    first.cancel()
    #expect(outcome.status == .finished)
    // Had the first not begun yet, it is stopped now.
    let again = onNewThread {
      repeat { first.cancel() } while (try? first.evaluate("1")) == nil
    }
    wait()
    again()
  }

  @Test("calls from several threads wait for each other") func queue() throws {
    let session = testSession()
    try session.evaluate("var n = 0")
    let waits = (0..<8).map { _ in
      onNewThread { for _ in 0..<50 { session.run("n = n + 1") } }
    }
    for wait in waits { wait() }
    #expect(try session["n"]?.number == 400)
  }

  @Test("a call from inside the running cell is an error and no deadlock") func reentrancy() throws {
    let session = testSession()
    session.define("again") { (_: [AulaValue]) in
      try session.evaluate("1 + 1")
    }
    let outcome = session.run("again()")
    #expect(outcome.problems.map(\.code) == ["E0811"])
    var codes: [String] = []
    session.run("print(1)") { _ in codes = session.run("2").problems.map(\.code) }
    #expect(codes == ["E0811"])
    #expect(try session.evaluate("3").number == 3)
  }

  @Test("deep recursion in the host's call chain has room, wherever it is called from") func smallStacks() {
    let statuses = Collected<Outcome.Status>()
    let wait = onNewThread {
      let nested = String(repeating: "(", count: 100) + "1" + String(repeating: ")", count: 100)
      statuses.append(testSession().run("map(x -> map(y -> \(nested) * y, [x, x]), [1, 2])").status)
    }
    wait()
    #expect(statuses.all == [.finished])
  }

  @Test("sessions come and go") func manySessions() {
    for number in 0..<50 {
      let session = testSession(seed: UInt64(number))
      #expect(session.run("1 + 1").value.number == 2)
    }
  }
}
