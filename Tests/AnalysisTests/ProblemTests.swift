// A table of programs: what is found, and what is underlined.
import Analysis
import Diagnostics
import Testing

@Suite("What analysis finds") struct ProblemTests {
  /// Programs with their problems, as code and underlined text.
  static let table: [(String, [String])] = [
    // Names.
    ("let x = 1\nx + 1", []),
    ("x + y", ["E0301 x", "E0301 y"]),
    ("x + x * x", ["E0301 x"]),
    ("let x = x + 1", ["E0303 x"]),
    ("fn f(n) = if n < 1 { 1 } else { n * f(n - 1) }", []),
    ("fn even(n) = odd(n - 1)\nfn odd(n) = even(n - 1)", []),
    ("fn f(x) = x + later", ["E0302 later"]),
    ("fn f(x) = x + later\nlet later = 2", []),
    ("later + 1\nlet later = 2", ["E0303 later"]),
    ("fn f() {\n  fn a() = b()\n  fn b() = 1\n  a()\n}", ["E0303 b"]),
    ("fn f() {\n  let g = n -> g(n - 1)\n  g(3)\n}", ["E0303 g"]),
    ("let g = n -> g(n - 1)", []),
    ("if 1 < 2 { let a = 1 }\na", ["E0305 a"]),
    ("for i in 0..3 { print(i) }\ni", ["E0305 i"]),
    ("[i^2 for i in 0..3]\ni", ["E0305 i"]),
    ("let t = (k * j for k in 0..3 if k > 1 for j in 0..k)", []),
    ("[x for x in y for y in 0..2]", ["E0301 y"]),
    ("let (a, (b, _)) = (1, (2, 3))\na + b", []),
    ("let (a, a) = (1, 2)", ["E0306 a"]),
    ("fn f(x, y, x) = y", ["E0306 x"]),
    ("let f = (_, _) -> 1", []),
    ("\"{a} and {b:.3f}\"", ["E0301 a", "E0301 b"]),
    ("print unknown, 3", ["E0301 unknown"]),
    ("let s = [1, 2][unknwn]", ["E0301 unknwn"]),
    // Models.
    ("model M(n) {\n  param W = zeros(n)\n  fn twice(x) = W * x\n  fn (x) = twice(x)\n}\nM(3)", []),
    ("model M() {\n  fn a(n) = if n < 1 { 0 } else { a(n - 1) }\n  fn (x) = a(x)\n}", []),
    ("model M() {\n  fn a(x) = b(x)\n  fn b(x) = x\n}", ["E0304 b"]),
    ("model M() { state s = 0.0\n fn (x) { update s by v -> v + x\n x } }", []),
    ("model M() { param w = 1.0\n fn (x) { w = x\n x } }", ["E0312 w"]),
    // Re-binding.
    ("var n = 0\nn = n + 1\nrepeat 3 { n = n + 1 }", []),
    ("let n = 0\nn = 1", ["E0309 n"]),
    ("n = 1\nn + n", ["E0308 n"]),
    ("fn f(x) { x = 2\n x }", ["E0309 x"]),
    ("for i in 0..3 { i = 2 }", ["E0309 i"]),
    ("fn f() = 1\nf = 2", ["E0309 f"]),
    ("sum = 3", ["E0309 sum"]),
    ("var n = 0\nfn f() { n = 1 }", ["E0310 n"]),
    ("fn f() { later = 1 }\nvar later = 0", ["E0310 later"]),
    ("fn f() {\n  var n = 0\n  let g = () -> { n = 1 }\n  g()\n}", ["E0311 n"]),
    ("repeat 2 {\n  var n = 0\n  fn g() { n = 1 }\n}", ["E0311 n"]),
    ("fn f() {\n  var n = 0\n  repeat 2 { n = n + 1 }\n  n\n}", []),
    ("param w = 1.0\nw = 2", ["E0312 w"]),
    ("var a = 1\nvar b = 2\n(a, b) = (b, a)", []),
    ("var a = 1\n(a, a) = (1, 2)", ["E0306 a"]),
    // Series.
    ("param w = 1.0\nrepeat 3 { record cost = descend w^2 over w with sgd(0.1) }\ncost", []),
    ("fn train() { record cost = 1 }\ntrain()\ncost", []),
    ("repeat 3 { let l = 2\n record l }\nl", []),
    ("record unknown", ["E0301 unknown"]),
    ("fn loss(x) = x\nrecord loss = loss(1)", ["E0313 loss"]),
    ("record mean = 2", ["E0313 mean"]),
    // Shapes with names.
    ("fn f(x: [n, 2]) -> [n] = x[:, 0] * n", []),
    ("fn f(x: [2 * n]) = x", ["E0314 n"]),
    ("fn f(y: [n], x: [2 * n]) = x", []),
    ("fn f(x: [2 * n], n) = x", []),
    ("model D(n) { fn (x: [..., n]) = x }", []),
    ("let k = 2\nlet x: [k, m] = [[1, 2], [3, 4]]\nm + k", []),
    // Calls.
    ("fn f(a, b = 2) = a + b\nf(1)\nf(1, 2)\nf(1, b: 3)\nf(b: 1, a: 2)", []),
    ("fn f(a, b = 2) = a + b\nf()", ["E0321 f()"]),
    ("fn f(a, b = 2) = a + b\nf(1, 2, 3, 4)", ["E0322 3, 4"]),
    ("fn f(a, b = 2) = a + b\nf(1, c: 2)", ["E0323 c"]),
    ("fn f(a, b = 2) = a + b\nf(1, a: 2)", ["E0324 a"]),
    ("fn f(a, b = 2) = a + b\nf(b: 1, b: 2)", ["E0325 b"]),
    ("fn f(a, b = 2) = a + b\nf(b: 1, 2)", ["E0326 2"]),
    ("let f = x -> x\nf(1, 2)", ["E0322 2"]),
    ("var f = x -> x\nf(1, 2)", []),
    ("fn f(x) = x\nfn g() = f(1, 2)", ["E0322 2"]),
    ("fn f(x) = x\nfn g() = f(1, 2)\nfn f(x, y) = x", []),
    ("fn f(x) = x\nlet f = grad(f)\nf(1, 2)", []),
    ("model M(n) { param w = zeros(n) }\nM()", ["E0321 M()"]),
    ("normal(2, 3)\nsum([1, 2], axis: 0)\nreshape([1, 2], 1, 2)\nconcatenate([1], [2])", []),
    ("sum([1, 2], axes: 0)", ["E0323 axes"]),
    ("exp()", ["E0321 exp()"]),
    ("exp(1, 2)", ["E0322 2"]),
    ("let exp = (a, b) -> a\nexp(1, 2)", []),
    ("3 |> exp", []),
    ("fn f(a, b) = a\n3 |> f", ["E0321 f"]),
    ("(mean: 1, mean: 2)", ["E0325 mean"]),
    ("grad(exp, 1, 2, wrt: 3)", []),
    // Places.
    ("while 1 < 2 { break }", []),
    ("repeat 3 { fn f() { continue } }", ["E0331 continue"]),
    ("fn f() { repeat 3 { if 1 < 2 { return 3 } } }", []),
    ("return", ["E0332 return"]),
    ("repeat 2 { param w = 1.0 }", ["E0333 param"]),
    ("state s = 1.0", ["E0334 state"]),
    ("fn f() { state s = 1.0\n s }", ["E0334 state"]),
    ("param w = 1.0\ndescend w^2 over 3 with sgd(0.1)", ["E0336 3"]),
    ("param w = 1.0\ndescend w^2 over (w, [1, 2]) with sgd(0.1)", ["E0336 [1, 2]"]),
    ("model M() { param w = 1.0 }\nlet m = M()\ndescend m.w^2 over M with sgd(0.1)", ["E0336 M"]),
    ("update 3 by x -> x", ["E0336 3"]),
    // Values that go nowhere.
    ("3 == 4\n1 + 1", []),
    ("fn f(x) {\n  x == 3\n  x\n}", ["E0337 x == 3"]),
    ("fn f(x) {\n  x + 3\n  x\n}", ["E0338 x + 3"]),
    ("fn f(x) {\n  if x > 1 { x + 1 } else { x }\n}", []),
    ("fn f(x) {\n  if x > 1 { x + 1 }\n  x\n}", ["E0338 x + 1"]),
    ("fn f(x) {\n  for i in 0..2 { x == i }\n  x\n}", ["E0337 x == i"]),
    ("fn f(x) {\n  x |> exp\n  x\n}", []),
    // Several at once, in the order of their places.
    ("let a = b\nlet a2 = exp(1, 2)\nbreak", ["E0301 b", "E0322 2", "E0331 break"]),
  ]

  @Test("programs and their problems", arguments: table) func problems(_ text: String, _ expected: [String]) throws {
    #expect(try Analysed(text).problems == expected, "\(text)")
  }

  static let session = SmallSession([
    "total": SessionName(.variable), "fixed": SessionName(.constant, shape: [2]), "w": SessionName(.cell),
    "f": SessionName(.function, signature: CallShape([CallShape.Parameter("x")])), "loss": SessionName(.series),
    "D": SessionName(.constant, signature: CallShape([CallShape.Parameter("x")])),
    "Net": SessionName(.model, signature: CallShape([])),
  ])

  @Test(
    "names of earlier cells",
    arguments: [
      ("total = total + 1", []),
      ("fn g() { total = 1 }", ["E0310 total"]),
      ("fixed = 2", ["E0309 fixed"]),
      ("w = 2", ["E0312 w"]),
      ("f(1, 2)", ["E0322 2"]),
      ("fn g() = f(1, 2)", []),
      ("record loss = 2", []),
      ("record f = 2", ["E0313 f"]),
      ("descend D(2) over D with sgd(0.1)", []),
      ("descend D(2) over (D, w) with sgd(0.1)", []),
      ("descend D(2) over Net with sgd(0.1)", ["E0336 Net"]),
      ("D(1, 2)", ["E0322 2"]),
      ("record D = 2", ["E0313 D"]),
      ("let f = (x, y) -> x\nf(1, 2)", []),
    ] as [(String, [String])]) func sessionNames(_ text: String, _ expected: [String]) throws
  {
    #expect(try Analysed(text, in: Self.session).problems == expected, "\(text)")
  }

  @Test(
    "fixes give programs without the problem",
    arguments: [
      ("let height = 3\nhieght + 1", "let height = 3\nheight + 1"),
      ("let total = 0\ntotal = 1", "var total = 0\ntotal = 1"),
      ("rate = 0.1", "let rate = 0.1"),
      (
        "fn scale(x, factor = 1) = x * factor\nscale(2, facter: 3)",
        "fn scale(x, factor = 1) = x * factor\nscale(2, factor: 3)"
      ),
      ("fn f(x) { x = 2\n x }", "fn f(x) { let x = 2\n x }"),
    ]) func fixes(_ text: String, _ mended: String) throws
  {
    #expect(try Analysed(text).mended == mended)
    #expect(try Analysed(mended).problems == [])
  }

  @Test("near names are offered") func suggestions() throws {
    let notes = try #require(try Analysed("let alpha = 1\nalhpa").resolution.diagnostics.first?.notes)
    #expect(notes.map { $0.words.filled($0.values, in: .es) } == ["¿Querías decir `alpha`?"])
  }

  @Test("deep and long programs end") func large() throws {
    for sign in [" + ", " @ ", " |> ", " and "] {
      let chain = "a" + String(repeating: sign + "a", count: 900)
      #expect(try Analysed("let a = 1\n" + chain).problems == [])
    }
    let many = (0..<20_000).map { "let x\($0) = \($0)" }.joined(separator: "\n")
    #expect(try Analysed(many).problems == [])
    for (open, close) in [
      ("fn f(x) { ", " }"), ("if 1 < 2 { ", " }"), ("(x -> ", ")"), ("[", "]"), ("exp(", ")"), ("-(", ")"),
    ] {
      let text = "let x = 1\n" + String(repeating: open, count: 70) + "x" + String(repeating: close, count: 70)
      #expect(try Analysed(text).problems == [], "\(open)")
    }
    #expect(try Analysed("let x = 1\nx" + String(repeating: ".y", count: 900)).problems == [])
  }

  @Test("what is wrong a thousand times is said once for each name") func many() throws {
    let text = (0..<2_000).map { "u\($0 % 40) + exp(1, 2)" }.joined(separator: "\n")
    let problems = try Analysed(text).problems
    #expect(problems.filter { $0.hasPrefix("E0301") }.count == 40)
  }
}
