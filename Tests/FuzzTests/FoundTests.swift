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
}
