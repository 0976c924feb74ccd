// What fuzzing found, as small as it gets.
import AulaRuntime
import Testing

@Suite("Found by fuzzing") struct FoundTests {
  /// Registers that no call had reached again kept what the failing cell had made.
  @Test("a cell that failed for its size leaves room for the next") func size() throws {
    var options = SessionOptions()
    options.limits = SessionLimits(bytes: 8 << 20)
    let session = Session(options: options)
    try session.evaluate("fn sing(x) = x + 1")
    for _ in 0..<3 {
      let outcome = session.run("var s = \"ha\"\nrepeat 40 { s = \"{s}{s}\" }")
      #expect(outcome.problems.map(\.code) == ["E0714"])
      #expect(try session.evaluate("sing(2)").number == 3)
    }
  }

  /// A name's line of `names()` waited for the next cell.
  @Test("a new language is spoken at once") func language() throws {
    var options = SessionOptions()
    options.language = .en
    let session = Session(options: options)
    try session.evaluate("let d = Dense(2, 3)")
    session.setLanguage(.es)
    #expect(try session.names().first?.shape?.contains("parámetros") == true)
  }

  @Test("many names, each with its value") func names() throws {
    let session = Session()
    for block in 0..<10 {
      let numbers = (1000 * block)..<(1000 * block + 1000)
      try session.evaluate(numbers.map { "let n\($0) = \($0)" }.joined(separator: "\n"))
    }
    #expect(try session.names().count == 10_000)
    #expect(try session.evaluate("n0 + n1023 + n1024 + n9999").number == 0 + 1023 + 1024 + 9999)
    // The sum, and the last thousand.
    try session.undo()
    try session.undo()
    #expect(try session.names().count == 9000)
    #expect(session.run("n9000").problems.map(\.code) == ["E0301"])
  }
}
