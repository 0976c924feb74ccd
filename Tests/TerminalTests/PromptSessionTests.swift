// What the prompt asks of a session: `_`, trials without a trace, kinds, explanations.
import AulaRuntime
import Terminal
import Testing

@Suite("A session at the prompt") struct PromptSessionTests {
  @Test("`_` is the value of the entry before, and goes back with undo") func lastValue() throws {
    let session = Session(seed: 1)
    func enter(_ text: String) -> AulaValue { session.enter(text).value }
    #expect(session.enter("_").status == .failed, "there is none yet")
    #expect(enter("1 + 2").number == 3)
    #expect(enter("_ * 10").number == 30)
    #expect(session.enter("print 1").status == .finished)
    #expect(enter("_").number == 30, "what has no value leaves it")
    #expect(session.enter("nonsense").status == .failed)
    #expect(enter("_ + 1").number == 31)
    #expect(enter("let y = normal(3)").shape == [3])
    let draw = try session["y"]?.numbers
    #expect(enter("_").numbers == draw)
    #expect(enter("x -> x + 1").number == nil)
    #expect(enter("_(41)").number == 42, "a function too")
    #expect(enter("(a: _, b: _).b").number == 42)
    try session.undo()
    #expect(enter("_ + 0").number == 42)
    #expect(try session.names().map(\.name) == ["y"])
    #expect(throws: SessionError.self) { try session.evaluate("_ + 1") }
    #expect(enter("let (p, _) = (1, 2); p").number == 1)
  }

  @Test("a trial leaves nothing behind") func attempt() throws {
    let session = Session(seed: 1)
    try session.evaluate("param w = 1.0\nvar a = 1\nlet before = a")
    let outcome = session.attempt("a = 5\nlet b = 2\nlet d = normal(2)\ndescend (w - 3)^2 over w with sgd(0.1)\na")
    #expect(outcome.status == .finished && outcome.value.number == 5)
    #expect(try session["a"]?.number == 1 && session["b"] == nil && session["w"]?.number == 1)
    #expect(try session.undo())
    #expect(try session["a"] == nil, "and is no step to be undone")
    #expect(session.attempt("1 +").status == .failed)
    #expect(session.attempt("Dense(2, 2)").status == .finished, "what the library needed is read")
    #expect(try session.evaluate("Dense(2, 2)([[1, 2]]).shape").parts?.count == 2)
    for _ in 0..<50 { #expect(session.attempt("let f = x -> x\nmap(f, [1, 2])").status == .finished) }
  }

  @Test("trials draw what the next entry will draw") func draws() throws {
    let session = Session(seed: 4)
    let trial = session.attempt("normal(3)").value.numbers
    #expect(try session.evaluate("normal(3)").numbers == trial)
  }

  @Test("what a value is") func kinds() throws {
    let session = Session(seed: 1)
    let tensor = try #require(session.kind(of: "zeros(2, 3) + normal(2, 3)").kind)
    #expect(tensor.kind(.en) == "a tensor" && tensor.shape == [2, 3] && tensor.precision == "float32")
    #expect(
      session.kind(of: "(x, y) -> x").kind?.detail?.hasPrefix("fn") == true
        || session.kind(of: "x -> x").kind?.detail != nil)
    #expect(session.kind(of: "print 1").kind == nil)
    #expect(session.kind(of: "1 +").outcome.status == .failed)
    #expect(try session.names().isEmpty)
  }

  @Test("the seed can be chosen anew") func seed() throws {
    let session = Session(seed: 1)
    session.setSeed(9)
    #expect(try session.evaluate("normal(3)").numbers == Session(seed: 9).evaluate("normal(3)").numbers)
  }

  @Test("back-propagation through an expression, to tensors and to parameters") func explanation() throws {
    let session = Session(seed: 1)
    try session.evaluate("let x = [1, 2, 3]\nparam w = 2.0\nparam unused = 1.0\nlet net = Dense(3, 1)")
    let told = session.explanation(of: "fn (x) = sum(w * x^2)", at: ["x"])
    let explanation = try #require(told.explanation, "\(told.outcome.problems)")
    #expect(told.outcome.status == .finished)
    #expect(explanation.value.elements == [28])
    let gradients = Dictionary(uniqueKeysWithValues: explanation.gradients.map { ($0.operand, $0.gradient.elements) })
    #expect(gradients["x"] == [4, 8, 12] && gradients["w"] == [14] && gradients["unused"] == nil)
    for columns in [20, 80, 200] {
      let lines = ExplanationText(explanation, Look(columns: columns)).lines
      #expect(lines.allSatisfy { $0.count <= columns }, "\(columns) columns")
      #expect(lines.contains { $0.contains("sum") })
    }
    #expect(session.explanation(of: "fn (x) = net([x])[0, 0]", at: ["x"]).explanation != nil)
    let failed = session.explanation(of: "fn (x) = x @ zeros(7)", at: ["x"])
    #expect(failed.explanation == nil && failed.outcome.status == .failed && !failed.outcome.problems.isEmpty)
    #expect(session.explanation(of: "fn () = 3", at: []).outcome.status != .interrupted)
    let names = try session.names().map(\.name)
    #expect(names == ["x", "w", "unused", "net"], "\(names)")
  }

  @Test("everything that can be said of a name") func entries() throws {
    let session = Session(seed: 1)
    try session.evaluate("## Doubles.\n##     twice(2)   # 4\nfn twice(x) = 2 * x\nlet A = zeros(2, 3)")
    let own = try #require(session.entry(of: "twice"))
    #expect(own.signature == "fn twice(x)" && own.text == "Doubles." && own.example == ["twice(2)   # 4"])
    #expect(own.source?.contains("2 * x") == true)
    #expect(session.entry(of: "A") != nil && session.entry(of: "nothing_such") == nil)
    let library = try #require(session.entry(of: "mse"))
    let page = NamePage(library).documentation(Look(columns: 60))
    #expect(page.contains("fn mse(prediction, target)") && !page.hasSuffix("\n"))
    #expect(NamePage(library).source(Look()).contains("mse"))
  }
}
