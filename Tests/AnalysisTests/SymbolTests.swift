// Which symbol a name is: kinds, owners, shadowing, capture.
import Analysis
import Diagnostics
import Syntax
import Testing

@Suite("Symbols") struct SymbolTests {
  @Test("names of the cell belong to the session, names of its blocks to the cell") func owners() throws {
    let analysed = try Analysed("let a = 1\nfor i in 0..3 { let b = a + i\n b }\n[k for k in 0..2]")
    #expect(try analysed.symbol("a", 0).owner == nil)
    #expect(try analysed.symbol("a", 1) === analysed.symbol("a", 0))
    for name in ["i", "b", "k"] {
      #expect(try analysed.symbol(name, 0).owner == Symbol.cell)
      #expect(try analysed.symbol(name, 1) === analysed.symbol(name, 0))
    }
  }

  @Test("each kind") func kinds() throws {
    let text = """
      let a = 1
      var b = 2
      param c = 3.0
      fn d(e: [f]) = f
      model g(h) { state s = 0.0
        fn m(x) = s }
      record r = 4
      """
    let analysed = try Analysed(text)
    let kinds: [(String, Symbol.Kind)] = [
      ("a", .constant), ("b", .variable), ("c", .cell), ("d", .function), ("e", .parameter), ("f", .dimension),
      ("g", .model), ("h", .parameter), ("s", .cell), ("m", .function), ("r", .series),
    ]
    for (name, kind) in kinds { #expect(try analysed.symbol(name, 0).kind == kind, "\(name)") }
  }

  @Test("parameters, sizes and locals belong to their function; captured ones to the outer") func functions() throws {
    let analysed = try Analysed("fn f(x: [n]) {\n  let k = n\n  let g = y -> x + y + k\n  g\n}")
    guard case .function(let f) = analysed.program.statements[0].kind else { throw Missing() }
    for name in ["x", "n", "k", "g"] { #expect(try analysed.symbol(name, 0).owner == f.id, "\(name)") }
    let y = try analysed.symbol("y", 0)
    #expect(y.owner != f.id && y.owner != nil)
    #expect(try analysed.symbol("x", 1) === analysed.symbol("x", 0))
    #expect(try analysed.symbol("n", 1) === analysed.symbol("n", 0))
  }

  @Test("a size refers to a parameter or size of what encloses it") func sizes() throws {
    let analysed = try Analysed("model D(n, m) {\n  fn (x: [k, n]) -> [k, m] = x\n}")
    #expect(try analysed.symbol("n", 1) === analysed.symbol("n", 0))
    #expect(try analysed.symbol("m", 1) === analysed.symbol("m", 0))
    #expect(try analysed.symbol("k", 1) === analysed.symbol("k", 0))
    let later = try Analysed("fn f(x: [n], n) = x")
    #expect(try later.symbol("n", 0) === later.symbol("n", 1))
    #expect(try later.symbol("n", 0).kind == .parameter)
    // A session's name means nothing in a signature.
    let fresh = try Analysed("let n = 3\nfn f(x: [n]) = n\nn")
    #expect(try fresh.symbol("n", 1).kind == .dimension)
    #expect(try fresh.symbol("n", 2) === fresh.symbol("n", 1))
    #expect(try fresh.symbol("n", 3) === fresh.symbol("n", 0))
  }

  @Test("a new let covers the old one from there on") func shadowing() throws {
    let analysed = try Analysed("fn f(x) {\n  let y = x\n  let y = y + 1\n  if x > 1 { let y = 2\n y }\n  y\n}")
    let symbols = try (0..<6).map { try analysed.symbol("y", $0) }
    #expect(symbols[0] !== symbols[1])
    #expect(symbols[2] === symbols[0])
    #expect(symbols[3] !== symbols[1] && symbols[4] === symbols[3])
    #expect(symbols[5] === symbols[1])
  }

  @Test("a local function knows itself") func recursion() throws {
    let analysed = try Analysed("fn f() {\n  fn g(n) = g(n - 1)\n  g(3)\n}")
    #expect(try analysed.symbol("g", 1) === analysed.symbol("g", 0))
    #expect(try analysed.symbol("g", 2) === analysed.symbol("g", 0))
  }

  @Test("names of the session and the library") func session() throws {
    let analysed = try Analysed("fn f(x) = exp(x) * later\nlet later = 2\nexp(1)")
    #expect(try analysed.symbol("exp", 0).kind == .session)
    #expect(try analysed.symbol("exp", 0).owner == nil)
    #expect(try analysed.symbol("exp", 1) === analysed.symbol("exp", 0))
    #expect(try analysed.symbol("later", 0) === analysed.symbol("later", 1))
  }

  @Test("a series recorded in a function is a name of the session") func series() throws {
    let analysed = try Analysed("fn train() { record cost = 1 }\ncost")
    #expect(analysed.resolution.recordedNames == ["cost"])
    #expect(try analysed.symbol("cost", 1).kind == .series)
    #expect(try analysed.symbol("cost", 1).owner == nil)
  }

  @Test("a series of an earlier cell goes on") func earlierSeries() throws {
    let session = SmallSession(["cost": SessionName(.series)])
    let analysed = try Analysed("cost\nrecord cost = 1\ncost", in: session)
    #expect(analysed.problems == [])
    #expect(try analysed.symbol("cost", 0).kind == .series)
    #expect(try analysed.symbol("cost", 1) === analysed.symbol("cost", 0))
    #expect(try analysed.symbol("cost", 2) === analysed.symbol("cost", 0))
  }

  @Test("every name that is used or made has a symbol") func complete() throws {
    let text = """
      fn sigmoid(t) = 1 / (1 + exp(-t))
      model Dense(n, m, act = relu) {
          param W = zeros(n, m)
          param b = zeros(m)
          fn (x: [..., n]) -> [..., m] = act(x @ W + b)
      }
      let net = Dense(2, 3, sigmoid) >> Dense(3, 1)
      let (value, (first, _)) = (1, (2, 3))
      for (i, x) in ((1, 2), (3, 4)) { print("{i + x:.2f} {value}", first) }
      let t = (a -> a * 2)(3)
      """
    let analysed = try Analysed(text)
    #expect(analysed.problems == [])
    for name in ["sigmoid", "t", "exp", "Dense", "act", "W", "b", "x", "net", "value", "first", "i", "a", "relu"] {
      let places = try text.ranges(of: Regex("\\b\(name)\\b")).count
      let known = analysed.resolution.symbols.keys.filter { analysed.text($0) == name }.count
      #expect(known == places, "\(name)")
    }
  }

  struct Missing: Error {}
}
