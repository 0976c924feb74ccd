// Evaluating: values, names, draws, what a prompt asks.
import AulaRuntime
import Testing

@Suite("Session") struct SessionTests {
  @Test("the library loads without a problem") func library() throws {
    #expect(try testSession().libraryProblems().map(\.text) == [])
  }

  @Test("a session starts in a few milliseconds") func startTime() {
    _ = testSession()
    let clock = ContinuousClock()
    let best = (0..<5).map { _ in clock.measure { _ = testSession() } }.min() ?? .zero
    #expect(best < .milliseconds(50))
  }

  @Test("values of every kind come out") func values() throws {
    let session = testSession()
    #expect(try session.evaluate("1 + 2").number == 3)
    #expect(try session.evaluate("1 < 2").truth == true)
    #expect(try session.evaluate("\"a{1 + 1}\"").text == "a2")
    #expect(try session.numbers("[1, 2] * 2") == [2, 4])
    #expect(try session.evaluate("[[1, 2], [3, 4]]").shape == [2, 2])
    let tuple = try session.evaluate("(mu: 1, [1, 2])")
    #expect(tuple["mu"]?.number == 1)
    #expect(tuple[1]?.numbers == [1, 2])
    #expect(tuple["sigma"] == nil)
    #expect(try session.numbers("0..4") == [0, 1, 2, 3])
    if case .other = try session.evaluate("x -> x") {} else { Issue.record("a function is no value for a host") }
    if case .nothing = try session.evaluate("") {} else { Issue.record("an empty cell has no value") }
    #expect(try session.evaluate("let y = 4").number == 4)
  }

  @Test("names last from cell to cell") func names() throws {
    let session = testSession()
    try session.evaluate("let x = [1, 2, 3]; var y = 2; param W = zeros(2, 2)\n## Twice.\nfn twice(x) = 2 * x")
    #expect(try session.numbers("twice(x) + y") == [4, 6, 8])
    let names = try session.names()
    #expect(names.map(\.name).sorted() == ["W", "twice", "x", "y"])
    #expect(names.first { $0.name == "x" }?.kind == .constant)
    #expect(names.first { $0.name == "y" }?.kind == .variable)
    #expect(names.first { $0.name == "W" }?.kind == .cell)
    #expect(names.first { $0.name == "W" }?.bytes == 16)
    #expect(names.first { $0.name == "twice" }?.documentation == "Twice.")
    #expect(try session["x"]?.numbers == [1, 2, 3])
    #expect(try session["nobody"] == nil)
  }

  @Test("errors reach hosts with their text") func errors() {
    let session = testSession()
    do {
      try session.evaluate("let a = [1, 2]\na + [1, 2, 3]", name: "home.aula")
      Issue.record("these shapes do not fit")
    } catch {
      #expect(error.status == .failed)
      #expect(error.problems.first?.place == Problem.Place(source: "home.aula", line: 2, column: 3))
      #expect(error.description.contains("a + [1, 2, 3]"))
    }
    #expect(session.run("1 +").problems.count == 1)
    #expect(session.run("nobody").problems.first?.isError == true)
  }

  @Test("several independent errors are all reported") func severalErrors() {
    #expect(testSession().run("nobody1\nnobody2").problems.count == 2)
  }

  @Test("the language of messages can be chosen and changed") func languages() {
    let session = testSession { $0.language = .es }
    let spanish = session.run("nobody").problems.first?.text ?? ""
    session.setLanguage(.pt)
    let portuguese = session.run("nobody").problems.first?.text ?? ""
    #expect(!spanish.isEmpty && !portuguese.isEmpty && spanish != portuguese)
    #expect(spanish.contains("celda") && portuguese.contains("célula"))
  }

  @Test("the same seed gives the same draws, another one others") func seeds() throws {
    let draws = try (0..<2).map { _ in try testSession(seed: 3).numbers("normal(4)") }
    #expect(draws[0] == draws[1])
    #expect(try testSession(seed: 4).numbers("normal(4)") != draws[0])
  }

  @Test("draws are keyed by the cell: an extra one and a failing cell shift nothing later") func keys() throws {
    let (plain, busy) = (testSession(), testSession())
    try plain.evaluate("normal(2)")
    try busy.evaluate("normal(2); normal(100)")
    #expect(busy.run("normal(3) + nobody").status == .failed)
    #expect(busy.run("normal(3) + normal(4)").status == .failed)
    #expect(try plain.numbers("normal(5)") == busy.numbers("normal(5)"))
    let named = plain.run("normal(5)", key: "home").value.numbers
    #expect(named != nil && named == busy.run("normal(5)", key: "home").value.numbers)
    #expect(try plain.numbers("normal(5)") != named)
  }

  @Test("a prompt can ask whether a text is complete") func parseStates() {
    #expect(Session.parseState("1 + 2") == .complete)
    #expect(Session.parseState("") == .complete)
    #expect(Session.parseState("fn f(x) = {") == .incomplete)
    #expect(Session.parseState("[1, 2") == .incomplete)
    #expect(Session.parseState("1 +") == .incomplete)
    #expect(Session.parseState("1 + ) 2") == .wrong)
  }

  @Test("outcomes count") func counts() {
    let session = testSession()
    let outcome = session.run("repeat 1000 { 1 + 1 }")
    #expect(outcome.status == .finished)
    #expect(outcome.stepsUsed >= 1000)
    #expect(outcome.seconds > 0)
    let learning = session.run("param w = 1.0\nrepeat 3 { descend w^2 over w with sgd(0.1) }")
    #expect(learning.learningSteps == 3)
  }

  @Test("the environment chooses a language that exists") func environment() {
    #expect(Language.allCases.contains(Language.ofEnvironment))
  }
}
