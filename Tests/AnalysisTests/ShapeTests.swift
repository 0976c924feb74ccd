// Shapes that certainly do not fit are found before anything runs, and nothing is said of the others.
import Analysis
import Diagnostics
import Testing

@Suite("Shapes before anything runs") struct ShapeTests {
  static let table: [(String, [String])] = [
    ("[1, 2] + [1, 2, 3]", ["E0401 +"]),
    ("[1, 2] + [[1, 2], [3, 4]]", []),
    ("let x = [1, 2, 3]\nlet A = normal(2, 3)\nA @ x", []),
    ("let x = [1, 2]\nlet A = normal(2, 3)\nA @ x", ["E0402 @"]),
    ("let x = [1, 2]\nlet A = normal((2, 3))\nA.T @ x + [1, 2, 3]", []),
    ("let A = zeros(2, 3)\nA.T @ A @ [1, 2]", ["E0402 @"]),
    ("let A = zeros(4, 6)\nA[0] + A[:, 1]", ["E0401 +"]),
    ("let A = zeros(4, 6)\nA[0..2, 1..3] + A[1..3, 2..4]", []),
    ("let A = zeros(4, 6)\nA[-1] + A[-2][0..6] * A[0, 1]", []),
    ("let A = zeros(4, 6)\nA[9] + [1, 2]", []),
    ("sum([1, 2], axis: 3)", ["E0405 sum([1, 2], axis: 3)"]),
    ("let s = sum(zeros(2, 3), axis: 0)\ns + [1, 2, 3]\ns - [1, 2]", ["E0401 -"]),
    ("reshape([1, 2, 3], 2, 2)", ["E0404 reshape([1, 2, 3], 2, 2)"]),
    ("reshape([1, 2, 3, 4], 2, 2) @ [1, 2]", []),
    ("determinant(zeros(2, 3))", ["E0403 determinant(zeros(2, 3))"]),
    ("[1, 2] < [1, 2, 3]", ["E0401 <"]),
    ("let (a, b) = ([1, 2], [1, 2, 3])\na * b", ["E0401 *"]),
    ("let t = (mu: [1, 2], sd: [1, 2, 3])\nt.mu / t.sd", ["E0401 /"]),
    ("param W = zeros(3, 2)\nrepeat 9 { descend sum(W @ [1, 2, 3]) over W with sgd(0.1) }", ["E0402 @"]),
    ("print \"{[1, 2] + [1, 2, 3]}\"", ["E0401 +"]),
    ("[1, 2] + [1, 2, 3]\n[1, 2, 3] @ [1, 2]", ["E0401 +", "E0402 @"]),
    ("nope\n[1, 2] + [1, 2, 3]", ["E0301 nope", "E0401 +"]),
    // In functions: only what holds whenever it runs.
    ("fn f(x: [3, 4]) = x @ [1, 2, 3]", ["E0402 @"]),
    ("fn f(x: [n, 4]) = x @ [1, 2, 3]", []),
    ("let W = zeros(4, 2)\nfn f(x: [3, 3]) = x @ W", []),
    ("fn f(x: [3, 3]) {\n  let W = zeros(4, 2)\n  x @ W\n}", ["E0402 @"]),
    ("fn f(x: [3, 3]) {\n  if 1 < 2 { return 1 }\n  x @ zeros(4, 2)\n}", []),
    ("model M() {\n  param W = zeros(4, 2)\n  fn (x: [3, 3]) = x @ W\n}", ["E0402 @"]),
    // What may not run, or may mean something else by then, is left alone.
    ("if 1 < 2 { [1, 2] + [1, 2, 3] }", []),
    ("for i in 0..0 { [1, 2] + [1, 2, 3] }", []),
    ("for i in 0..3 { [1, 2] + [1, 2, 3] }", ["E0401 +"]),
    ("for i in 0..3 { if i > 1 { break }\n [1, 2] + [1, 2, 3] }", []),
    ("repeat 0 { [1, 2] + [1, 2, 3] }", []),
    ("var x = [1, 2]\nx = [1, 2, 3]\nx + [1, 2, 3]", []),
    ("1 > 2 and sum([1, 2] + [1, 2, 3]) > 0", []),
    ("let f = x -> [1, 2] + [1, 2, 3]", []),
    ("let sum = (x, axis) -> x\nsum([1, 2], axis: 3)", []),
    ("zeros(1e9, 1e9) + zeros(1e9, 1e9)", []),
    (
      "zeros(-1) + 1e300 ^ 99\nzeros(0.5)\nones(1e300)\nzeros(1, 1, 1, 1, 1, 1, 1, 1, 1, 1)",
      ["E0409 zeros(1, 1, 1, 1, 1, 1, 1, 1, 1, 1)"]
    ),
    ("let A = zeros(3)\nA[1e300] + A[-9.3e18]", []),
  ]

  @Test("programs and what does not fit", arguments: table) func shapes(_ text: String, _ expected: [String]) throws {
    #expect(try Analysed(text).problems == expected, "\(text)")
  }

  @Test("values of earlier cells take part") func session() throws {
    let session = SmallSession([
      "W": SessionName(.cell, shape: [784, 100], precision: "float32"), "X": SessionName(.constant, shape: [60, 784]),
      "v": SessionName(.variable, shape: [3]),
    ])
    #expect(try Analysed("X @ W", in: session).problems == [])
    #expect(try Analysed("W @ X", in: session).problems == ["E0402 @"])
    #expect(try Analysed("v + [1, 2]", in: session).problems == [])
    #expect(try Analysed("fn f(x: [3, 4]) = x @ W", in: session).problems == [])
  }

  @Test("the advice speaks in the program's words") func advice() throws {
    let diagnostic = try #require(
      try Analysed("let A = normal(2, 3)\nlet x = [1, 2]\nA @ x").resolution.diagnostics.first)
    let notes = diagnostic.notes.map { $0.words.filled($0.values, in: .en) }
    #expect(notes.contains { $0.contains("A.T @ x") }, "\(notes)")
    let labels = diagnostic.labels.compactMap { label in label.words.map { $0.filled(label.values, in: .es) } }
    #expect(labels.contains("`A` es [2, 3] desde aquí"), "\(labels)")
  }

  @Test("many operations end in time") func bounded() throws {
    let line = (0..<400).map { _ in "x" }.joined(separator: " + ")
    let text = "let x = [1, 2, 3]\n" + (0..<100).map { _ in line }.joined(separator: "\n") + "\nx + [1, 2]"
    let clock = ContinuousClock()
    let start = clock.now
    #expect(try Analysed(text).problems == [])
    let time = clock.now - start
    #expect(time < .seconds(5))
  }
}
