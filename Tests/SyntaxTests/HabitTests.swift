// Spellings of other languages: each is answered by its own row, once, and mended where it is sure what is meant.
import Diagnostics
import Syntax
import Testing

@Suite("Habits") struct HabitTests {
  /// Programs, the row that answers, and the program after the fix (nil: there is none).
  static let habits: [(String, String, String?)] = [
    ("x ** 2", "powerStars", "x ^ 2"), ("x**-1", "powerStars", "x^-1"),
    ("a && b", "logicSigns", "a and b"), ("a || b", "logicSigns", "a or b"), ("!a", "logicSigns", "not a"),
    ("a & b", "logicSigns", "a and b"), ("let b = ~a", "logicSigns", "let b = not a"),
    ("f(!a)", "logicSigns", "f(not a)"),
    ("a === b", "tripleEqual", "a == b"), ("a !== b", "tripleEqual", "a != b"), ("a <> b", "angleNotEqual", "a != b"),
    ("x => x + 1", "fatArrow", "x -> x + 1"), ("map(x => x, X)", "fatArrow", "map(x -> x, X)"),
    ("a .* b", "dottedSigns", "a * b"), ("1./x", "dottedSigns", "1/x"), ("x.^2", "dottedSigns", "x^2"),
    ("a .+ b", "dottedSigns", "a + b"),
    ("sin.(x)", "dottedSigns", "sin(x)"), ("2.*x", "dottedSigns", "2*x"),
    ("(A @ B)'", "quoteTranspose", "(A @ B).T"), ("[[1], [2]]' @ x", "quoteTranspose", "[[1], [2]].T @ x"),
    ("A.' * 2", "quoteTranspose", "A.T * 2"),
    ("// all\na", "foreignComment", "# all\na"), ("% all\na", "foreignComment", "# all\na"),
    ("a; // b", "foreignComment", "a; # b"),
    ("%% all\na", "foreignComment", "#% all\na"), ("/* all */ a", "foreignComment", nil),
    ("a /* one\ntwo */\nb", "foreignComment", nil),
    ("7 // 2", "floorDivision", nil), ("let a = 3 // the number of things", "floorDivision", nil),
    ("7 % 2", "percentModulo", "7 mod 2"), ("a % the rest of it", "percentModulo", "a mod the rest of it"),
    ("f(a) | g(b)", "verticalBar", nil), ("print f\"{x}\"", "textPrefix", "print \"{x}\""),
    ("f(r\"a\", 1)", "textPrefix", "f(\"a\", 1)"),
    ("print 'up'", "singleQuotes", "print \"up\""), ("f('a', b)", "singleQuotes", "f(\"a\", b)"),
    ("print ‘up’", "singleQuotes", "print \"up\""),
    ("print “up”", "curlyQuotes", "print \"up\""), ("print «up»", "curlyQuotes", "print \"up\""),
    ("print 'say \"hi\"'", "singleQuotes", nil),
    ("\"\"\"a\nb\"\"\"", "tripleQuotes", nil), ("A \\ b", "backslashSolve", nil),
    ("\\alpha + 1", "backslashName", "alpha + 1"),
    ("2x", "impliedProduct", "2 * x"), ("2(x + 1)", "impliedProduct", "2 * (x + 1)"),
    ("3 π", "impliedProduct", "3 * π"), ("2x² + 1", "impliedProduct", "2 * x² + 1"),
    ("x += 1", "compoundAssign", "x = x + 1"), ("x -= y", "compoundAssign", "x = x - y"),
    ("x *= a + b", "compoundAssign", nil), ("x[0] += 1", "compoundAssign", nil),
    ("if a { x += 1 }", "compoundAssign", "if a { x = x + 1 }"), ("x++", "increment", nil), ("x--", "increment", nil),
    ("{ i++ }", "increment", nil),
    ("let x := 3", "arrowAssign", "let x = 3"), ("x := 3", "arrowAssign", "x = 3"), ("x <- 3", "arrowAssign", "x = 3"),
    ("let x <- 3", "arrowAssign", "let x = 3"),
    ("if x = 3 { }", "equalsCondition", "if x == 3 { }"), ("while x = 3 { }", "equalsCondition", "while x == 3 { }"),
    ("if a { } else if x = 3 { }", "equalsCondition", "if a { } else if x == 3 { }"),
    ("sum(A, axis=0)", "equalsArgument", "sum(A, axis: 0)"), ("f(a = 1)", "equalsArgument", "f(a: 1)"),
    ("const x = 3", "declarationWord", nil), ("int n = 3", "declarationWord", nil),
    ("float x = 1.5;", "declarationWord", nil), ("global x", "globalWord", nil), ("nonlocal x", "globalWord", nil),
    ("del x", "deleteWord", nil), ("let a = None", "nothingWord", nil), ("f(nil)", "nothingWord", nil),
    ("x == null", "nothingWord", nil),
    ("let a = True", "capitalTruth", "let a = true"), ("f(False)", "capitalTruth", "f(false)"),
    ("self.W", "selfWord", nil), ("fn f(self, x) = x", "selfWord", nil),
    ("def f(x):", "functionWord", nil), ("function y = f(x)", "functionWord", nil),
    ("let f = function(x) x", "functionWord", nil), ("func f(x) { x }", "functionWord", nil),
    ("lambda x: x + 1", "lambdaWord", "x -> x + 1"), ("map(lambda a, b: a, X)", "lambdaWord", "map((a, b) -> a, X)"),
    ("class Net(Module):", "classWord", nil), ("struct P { }", "classWord", nil),
    ("import numpy as np", "importWord", nil), ("from x import y", "importWord", nil),
    ("using Flux", "importWord", nil),
    ("for i in 0..3 {\n a\n}\nend", "endWord", nil), ("endfor", "endWord", nil), ("x[end]", "endInIndex", nil),
    ("x[0, end - 1]", "endInIndex", nil), ("x[2..end]", "endInIndex", nil),
    ("if a { pass }", "passWord", nil), ("elif x > 2 { a }", "elseIfWord", nil),
    ("if a { 1 } elseif b { 2 }", "elseIfWord", nil), ("try:\n  a", "tryWord", nil),
    ("except ValueError:\n  a", "tryWord", nil), ("raise ValueError(\"a\")", "tryWord", nil),
    ("assert x > 0", "assertWord", nil), ("assert(x > 0)", "assertWord", nil), ("yield x", "asyncWord", nil),
    ("async fn f(x) = x", "asyncWord", nil), ("await f(x)", "asyncWord", nil), ("match x { a }", "switchWord", nil),
    ("switch x { a }", "switchWord", nil),
    ("begin\n", "blockWord", nil), ("if a then b", "blockWord", nil), ("while a do b", "blockWord", nil),
    ("for i in 0..3 do a", "blockWord", nil), ("do { a }", "blockWord", nil),
    ("if x:\n  a", "colonBlock", nil), ("while x < 3:\n  a", "colonBlock", nil),
    ("for i in 0..3:\n  a", "colonBlock", nil), ("fn f(x): x", "colonBlock", nil),
    ("if a { 1 } else:\n  b", "colonBlock", nil), ("for i in range(10): print(i)", "colonBlock", nil),
    ("let r = 1:10", "colonRange", "let r = 1..11"), ("for i in 1:10 { a }", "colonRange", "for i in 1..11 { a }"),
    ("if a { 1 } end", "endWord", nil), ("f(a, 0:9)", "colonRange", "f(a, 0..10)"), ("[1:5]", "colonRange", "[1..6]"),
    ("let r = a:b", "colonRange", nil),
    ("x[1:3]", "colonSlice", "x[1..3]"), ("x[:3]", "colonSlice", "x[..3]"), ("x[2:]", "colonSlice", "x[2..]"),
    ("x[::2]", "colonSlice", "x[.. by 2]"), ("A[:, 1:n-1]", "colonSlice", "A[:, 1..n-1]"),
    ("x[0:10:2, 1]", "colonSlice", "x[0..10 by 2, 1]"), ("x[f(a, b):]", "colonSlice", "x[f(a, b)..]"),
    ("for i = 1:10 { a }", "loopEquals", "for i in 1..11 { a }"), ("for x of xs { a }", "loopEquals", nil),
    ("for i = a:b { a }", "loopEquals", nil), ("for (i in xs) { a }", "loopParentheses", nil),
    ("for (i = 0; i < 3; i++) { a }", "loopParentheses", nil),
    ("a ? b : c", "ternary", nil), ("f(a > 0 ? 1 : 2)", "ternary", nil), ("let s = a ? 1 : 2", "ternary", nil),
    ("\"{a ? b : c}\"", "ternary", nil),
    ("[1, 2; 3, 4]", "semicolonRows", nil), ("[1 2 3]", "spacesInTensor", "[1, 2, 3]"),
    ("let t = (\"mu\": 1)", "labelText", nil), ("f(\"a\": 1, \"b\": 2)", "labelText", nil),
    ("[a b]", "spacesInTensor", "[a, b]"), ("[1 2; 3 4]", "spacesInTensor", "[1, 2; 3 4]"),
    ("var x;", "bindingWithoutValue", nil), ("let x", "bindingWithoutValue", nil),
    ("x[0] = 1", "assignmentToPart", nil), ("m.W = 1", "assignmentToPart", nil), ("z ~ q", "drawWithoutLet", nil),
    ("（1 + 2)", "lookalike", "(1 + 2)"), ("a，b", "lookalike", "a,b"), ("a – b", "lookalike", "a - b"),
    ("for x ∈ xs { }", "lookalike", "for x in xs { }"), ("a ∧ b", "lookalike", "a and b"),
    ("a ⩽ b", "lookalike", "a <= b"),
    ("x", "", nil), ("A'", "", nil), ("A' @ x'", "", nil), ("range(10)", "", nil), ("len(x)", "", nil),
    ("np.exp(x)", "", nil), ("print x", "", nil), ("a != b", "", nil), ("x<-3", "", nil), ("x < -3", "", nil),
    ("x <-3", "", nil),
    ("let lambda = 0.1", "", nil), ("lambda * x", "", nil), ("let end = 3; end + 1", "", nil),
    ("let class = 2\nclass + 1", "", nil), ("match(x)", "", nil), ("from.x", "", nil), ("let λ = 2", "", nil),
    ("f(end)", "", nil), ("do + then", "", nil), ("import", "", nil),
  ]

  @Test("is answered", arguments: habits) func answered(_ program: String, _ name: String, _ mended: String?) throws {
    let expected = try name.isEmpty ? [] : [#require(Self.code(of: name))]
    let found = parse(program).diagnostics
    #expect(found.map(\.row.code) == (expected), "\(program)")
    #expect(found.first?.fix.map { applied($0, to: program) } == mended, "\(program)")
  }

  private static func code(of name: String) -> String? { rows[name]?.code }

  private static let rows: [String: DiagnosticRow] = [
    "powerStars": .powerStars, "logicSigns": .logicSigns, "tripleEqual": .tripleEqual, "angleNotEqual": .angleNotEqual,
    "fatArrow": .fatArrow, "dottedSigns": .dottedSigns, "quoteTranspose": .quoteTranspose,
    "foreignComment": .foreignComment,
    "floorDivision": .floorDivision, "percentModulo": .percentModulo, "verticalBar": .verticalBar,
    "textPrefix": .textPrefix,
    "singleQuotes": .singleQuotes, "curlyQuotes": .curlyQuotes, "tripleQuotes": .tripleQuotes,
    "backslashSolve": .backslashSolve, "backslashName": .backslashName, "impliedProduct": .impliedProduct,
    "compoundAssign": .compoundAssign, "increment": .increment, "arrowAssign": .arrowAssign,
    "equalsCondition": .equalsCondition, "equalsArgument": .equalsArgument, "declarationWord": .declarationWord,
    "globalWord": .globalWord, "deleteWord": .deleteWord, "nothingWord": .nothingWord, "capitalTruth": .capitalTruth,
    "selfWord": .selfWord, "functionWord": .functionWord, "lambdaWord": .lambdaWord, "classWord": .classWord,
    "importWord": .importWord, "endWord": .endWord, "endInIndex": .endInIndex, "passWord": .passWord,
    "elseIfWord": .elseIfWord, "tryWord": .tryWord, "assertWord": .assertWord, "asyncWord": .asyncWord,
    "switchWord": .switchWord, "blockWord": .blockWord, "colonBlock": .colonBlock, "colonRange": .colonRange,
    "colonSlice": .colonSlice, "loopEquals": .loopEquals, "loopParentheses": .loopParentheses, "ternary": .ternary,
    "semicolonRows": .semicolonRows, "spacesInTensor": .spacesInTensor, "labelText": .labelText,
    "bindingWithoutValue": .bindingWithoutValue,
    "assignmentToPart": .assignmentToPart, "drawWithoutLet": .drawWithoutLet, "lookalike": .lookalike,
  ]

  @Test("every habit has a case here") func allCovered() {
    let covered = Set(Self.habits.compactMap { Self.code(of: $0.1) })
    for row in DiagnosticCatalogue.habitRows where row.code < "E0270" {
      #expect(covered.contains(row.code), "\(row.code)")
    }
  }
}
