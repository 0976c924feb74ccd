// Programs with problems: each is reported once, and what is right is still read. Incomplete is not wrong.
import Diagnostics
import Syntax
import Testing

@Suite("Recovery") struct RecoveryTests {
  /// Programs, the codes that must be reported in order, and what is read nevertheless.
  static let programs: [(String, [String], String)] = [
    ("let a = 1\nlet = 2\nlet c = 3", ["E0112"], "(let a 1)\n(let c 3)"),
    ("let a = 1 +* 2\nlet b = )\nlet c = 3", ["E0111", "E0120"], "(let c 3)"),
    ("let a = (1 + 2\nlet b = 3", ["E0119"], "(let b 3)"),
    ("let a = f(1, [2, 3)\nlet b = 3", ["E0119"], "(let b 3)"),
    ("if x { let = 1\n let b = 2\n let c 3 }\nd", ["E0112", "E0128"], "(if x {(let b 2)})\nd"),
    ("fn f(x) {\n  let = 1\n  x x\n}\ny y\nz", ["E0112", "E0121", "E0121"], "(fn f (x) {})\nz"),
    ("for i 0..3 { a a }\nb", ["E0118"], "b"), ("a a; b b; c", ["E0121", "E0121"], "c"),
    ("f({ a a\n b })\nc", ["E0121"], "(call f {b})\nc"), ("a }\nb", ["E0120"], "a\nb"), ("}\n)\n]\nb", ["E0120"], "b"),
    ("if a { 1 } else 2\nb", ["E0113"], "b"), ("if a b { 1 }\nelse { 2 }\nc", ["E0113"], "c"),
    ("let x = [1, 2\nlet y = [3, 4]\nlet z = [5", ["E0119", "E0119"], "(let y [3 4])"),
    ("print \"a {b\nprint \"c\"", ["E0108"], "(print \"c\")"),
    ("print \"a\nprint \"c\"", ["E0106"], "(print \"a\")\n(print \"c\")"),
    ("x = a && b\ny = c || d\nz = !e", ["E0202", "E0202", "E0202"], "(= x (and a b))\n(= y (or c d))\n(= z (not e))"),
    ("if x == 1:\n    y = 2\nelse:\n    y = 3\nz", ["E0243"], "(= y 2)\n(= y 3)\nz"),
    ("def f(x):\n    return x + 1\nf(2)", ["E0230"], "(return (+ x 1))\n(call f 2)"),
    (
      "check\nderive \"x\"\n  for x in q\n{\n  a\n    = b  by \"c\"\n}\nplot loss\nlet h = ???\nc",
      ["E0152", "E0157"], "(call plot loss)\n(let h ???)\nc"
    ),
    ("predict a\nexplain loss at (W, b)\ncheck gradient f\nz", ["E0162", "E0164", "E0156"], "z"),
    ("let a = $3\nlet b = \u{200B}4\nlet c = 5", ["E0101", "E0102"], "(let a 3)\n(let b 4)\n(let c 5)"),
    ("model M() {\n  param a\n  print 1\n  fn (x) = x\n}\nM", ["E0128", "E0134"], "(model M () {(fn (x) {x})})\nM"),
    ("let f = (a, 3) -> a\nb", ["E0133"], "b"), ("x[1:2] + y[3:4]\nz", ["E0245"], "z"),
  ]

  @Test("several problems", arguments: programs) func several(_ program: String, _ expected: [String], _ rest: String) {
    let result = parse(program)
    #expect(result.diagnostics.map(\.row.code) == expected, "\(program)")
    #expect(treeDescription(result.program) == rest, "\(program)")
    #expect(!result.isIncomplete)
  }

  @Test("at most twenty") func twenty() {
    #expect(parse(String(repeating: "a a\n", count: 100)).diagnostics.count == 20)
    #expect(parse(String(repeating: "$\n", count: 100)).diagnostics.count == 20)
    #expect(parse(String(repeating: "a a $\n b b\n", count: 100)).diagnostics.count == 20)
  }

  static let incomplete = [
    "(", "f(", "[1, 2", "{", "if x {", "if x", "if", "if x { 1 } else", "for", "for i", "for i in", "for i in 0..",
    "for i in 0..3", "let", "let x",
    "let x =", "let (a", "let (a, b)", "a +", "a and", "not", "-", "x |>", "f >>", "x ->", "(a, b) ->", "fn", "fn f",
    "fn f(", "fn f(x)", "fn f(x) =",
    "fn f(x) ->", "fn f(x) -> [n]", "fn f(x:", "fn f(x: [", "model", "model M", "model M()", "model M() {",
    "model M() { param", "model M() { param W", "x.",
    "x[", "x[1..", "x[:", "x[:,", "\"a {", "\"a {x", "\"a {x +", "\"a {f(x", "descend", "descend E", "descend E over",
    "descend E over T", "descend E over T with", "repeat",
    "repeat 3", "while a", "together", "update", "update D", "update D by", "record", "record x =", "use", "param",
    "state s", "‖", "‖x", "√", "∇", "(_", "(_, b)",
    "_", "a ≈ b within", "0..3 by", "[x for", "[x for x in", "[x for x in xs", "[x for x in xs if", "print(",
    "print a,", "plot a,", "plot(a", "f(a: ", "f(\n\n", "{\n let a = (1,\n",
    "let f = fn", "(a,", "(mu:", "a;\nlet", "if x { 1 }\nelse {", "fn f(x) {\n  let y = 2\n",
  ]

  @Test("incomplete", arguments: incomplete) func isIncomplete(_ program: String) {
    for end in ["", "\n", " # more", "\n\n  "] {
      let result = parse(program + end)
      #expect(result.isIncomplete, "\(program + end): \(result.diagnostics.map(\.row.code))")
    }
  }

  static let wrong = [
    ")", "a b", "(]", "f(a b", "let 3", "if x = 1 {", "{ a b", "\"abc", "(\"abc", "a $ (", "let = (", "x[1:2", "def f(",
    "a ** (", "(a, b] + (", "1 + )", "let model",
    "fn f(x) -> 3", "use file", "a == not", "[1, 2; 3", "(a; b", "a += ", "x ? y : (", "!(", "f(x = ", "for i = 1:",
    "[1 2", "else", "f(let x", "}",
  ]

  @Test("wrong, whatever comes after", arguments: wrong) func isWrong(_ program: String) {
    let result = parse(program)
    #expect(!result.diagnostics.isEmpty && !result.isIncomplete, "\(program): \(result.diagnostics.map(\.row.code))")
  }

  @Test("complete") func complete() {
    for program in ["", "a", "a\n", "# c", "if a { 1 }", "fn f(x) = x\n", "return", "print", "let a = 1;"] {
      let result = parse(program)
      #expect(result.diagnostics.isEmpty && !result.isIncomplete, "\(program)")
    }
  }

  @Test("every beginning of a good program is complete or incomplete, never wrong") func prefixes() {
    let programs =
      (ConstructTests.statements + ConstructTests.values + ConstructTests.texts + ConstructTests.layouts)
      .filter { !$0.1.hasPrefix("E0") }.map(\.0) + [Samples.taste, Samples.gan, Samples.network]
    for program in programs {
      for end in boundaries(of: program) {
        let prefix = String(decoding: Array(program.utf8)[..<end], as: UTF8.self)
        let result = parse(prefix)
        #expect(
          result.diagnostics.isEmpty || result.isIncomplete, "\(prefix): \(result.diagnostics.map(\.row.code))")
      }
    }
  }
}
