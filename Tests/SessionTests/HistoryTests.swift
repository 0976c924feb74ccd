// Undo, redo and snapshots are exact, whatever the cells do.
import AulaRuntime
import Testing

@Suite("History") struct HistoryTests {
  /// Makes cells that change every kind of state; some fail.
  struct CellMaker {
    var state: UInt64

    mutating func number(below limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(limit))
    }

    mutating func cell() -> String {
      let name = ["a", "b", "c"][number(below: 3)]
      let count = number(below: 4) + 1
      switch number(below: 14) {
      case 0: return "let \(name) = \(count)"
      case 1: return "var \(name) = [\(count), 2]"
      case 2: return "let \(name) = normal(\(count))"
      case 3: return "fn \(name)(x) = x * \(count)"
      case 4: return "param p = normal(\(count))"
      case 5: return "repeat \(count) { descend sum((p - \(count))^2) over p with adam(0.1) }"
      case 6: return "learn(\(count))"
      case 7: return "record seen = \(count)"
      case 8: return "update p by v -> v + \(count)"
      case 9: return "let \(name) = seen"
      case 10: return "let \(name) = nobody(\(count))"
      case 11: return "update p by v -> v * 2\n[1, 2] + [1, 2, \(count)]"
      case 12: return "let (\(name), other) = (sum(p), normal(2))"
      default: return "let \(name) = x -> x + \(count)"
      }
    }
  }

  static let start = """
    param p = [1.0, 2.0]
    record seen = 0
    fn learn(n) { repeat n { descend sum(p^2) over p with adam(0.1) } }
    """

  @Test("undo and redo go back and forth exactly", arguments: 1...12) func exactness(seed: Int) throws {
    var maker = CellMaker(state: UInt64(seed))
    let session = testSession(seed: UInt64(seed))
    try session.evaluate(HistoryTests.start)
    var states = [try session.everything()]
    for _ in 0..<30 {
      if session.run(maker.cell()).status == .finished { states.append(try session.everything()) }
    }
    #expect(states.count > 5)
    for state in states.dropLast().reversed() {
      #expect(try session.undo())
      #expect(try session.everything() == state)
    }
    for state in states.dropFirst() {
      #expect(try session.redo())
      #expect(try session.everything() == state)
    }
    #expect(try session.redo() == false)
  }

  @Test("a cell after an undo is the cell it would have been", arguments: 1...6) func replay(seed: Int) throws {
    var maker = CellMaker(state: UInt64(seed) &* 77)
    let (straight, winding) = (testSession(seed: 1), testSession(seed: 1))
    try straight.evaluate(HistoryTests.start)
    try winding.evaluate(HistoryTests.start)
    for _ in 0..<15 {
      let (cell, detour) = (maker.cell(), maker.cell())
      if winding.run(detour).status == .finished { try winding.undo() }
      straight.run(cell)
      winding.run(cell)
      #expect(try straight.everything() == winding.everything(), "\(cell) after \(detour)")
    }
  }

  @Test("nothing to undo, nothing to redo") func empty() throws {
    let session = testSession()
    #expect(try session.undo() == false)
    #expect(try session.redo() == false)
    try session.evaluate("let a = 1")
    #expect(try session.undo())
    #expect(try session["a"] == nil)
    #expect(try session.undo() == false)
    try session.evaluate("let b = 1")
    #expect(try session.redo() == false)
  }

  @Test("a snapshot is a moment to go back to, more than once") func snapshots() throws {
    let session = testSession()
    try session.evaluate("param w = 1.0; let a = 1; record r = 1")
    let moment = try session.snapshot()
    let before = try session.everything()
    let draws = try session.numbers("normal(3)")
    for _ in 0..<2 {
      try session.evaluate("descend w^2 over w with adam(0.1); let a = normal(2); record r = 2; let q = 1")
      #expect(try session.everything() != before)
      try session.restore(moment)
      #expect(try session.everything() == before)
      #expect(try session.numbers("normal(3)") == draws)
    }
    try session.restore(moment)
    try session.undo()
    #expect(try session.numbers("normal(3)") != draws)
  }

  @Test("a snapshot of another session is refused") func foreign() throws {
    let moment = try testSession().snapshot()
    let session = testSession()
    do {
      try session.restore(moment)
      Issue.record("two sessions share nothing")
    } catch {
      #expect(error.problems.map(\.code) == ["E0812"])
    }
  }

  @Test("only so many cells can be undone") func ring() throws {
    let session = testSession { $0.undoSteps = 3 }
    for number in 0..<6 { try session.evaluate("var n = \(number)") }
    for number in [4, 3, 2] {
      #expect(try session.undo())
      #expect(try session["n"]?.number == Double(number))
    }
    #expect(try session.undo() == false)
  }

  @Test("the past gives way when it keeps too much memory") func budget() throws {
    let session = testSession { $0.undoBytes = 64 << 20 }
    for _ in 0..<40 { try session.evaluate("var big = normal(2000, 1000)") }
    var steps = 0
    while try session.undo() { steps += 1 }
    #expect(steps >= 1 && steps < 20)
  }
}
