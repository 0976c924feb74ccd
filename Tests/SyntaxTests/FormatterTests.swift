// The layout of each construct, and what the formatter does with texts that are long, deep, or no programs.
import Diagnostics
import Foundation
import Syntax
import Testing

@Suite("Formatter") struct FormatterTests {
  /// A text and its layout, where they differ; texts alone are in their layout already.
  static let layouts: [(String, String)] = [
    ("", ""), ("\n\n", ""), ("a", "a\n"), ("\u{FEFF}a\r\nb\r\n", "a\nb\n"), ("a; b;;\n;c;", "a\nb\nc\n"),
    ("\n\na\n\n\n\nb\n\n", "a\n\nb\n"), ("# c", "# c\n"), ("# c   \n\n\n#d", "# c\n\n#d\n"),
    // Blanks.
    ("let x=[1,2 , 3]", "let x = [1, 2, 3]\n"), ("f ( a,b )( c )", "f(a, b)(c)\n"), ("A [ : ,1]", "A[:, 1]\n"),
    ("x[ .. ,... ]", "x[.., ...]\n"), ("x[.. by 2, 1 .. , 0..n+1]", "x[.. by 2, 1.., 0..n + 1]\n"),
    ("f( a:1,in : 2 )", "f(a: 1, in: 2)\n"), ("(a , )", "(a,)\n"), ("( )", "()\n"), ("a*b+c^ -2", "a * b + c^-2\n"),
    ("- x - - y", "-x - -y\n"), ("not  a and(b)", "not a and (b)\n"), ("√ x+∇ f (x)", "√x + ∇f(x)\n"),
    ("‖ a-b ‖ ²", "‖a - b‖²\n"), ("‖‖a‖‖", "‖ ‖a‖ ‖\n"), ("x ² ³ . T ᵀ", "x² ³.Tᵀ\n"), ("0.. .5", "0.. .5\n"),
    ("2^ .5", "2^.5\n"), ("x->y→-x", "x -> y → -x\n"), ("( a,b )->a", "(a, b) -> a\n"),
    ("fn f( x:[ n,2 ]=1,k=2 )->[ n ]=x", "fn f(x: [n, 2] = 1, k = 2) -> [n] = x\n"), ("fn(x)=x", "fn (x) = x\n"),
    ("model  M ( n ){fn(x)=x}", "model M(n) { fn (x) = x }\n"), ("print(a,b)", "print(a, b)\n"),
    ("print (a),b", "print (a), b\n"), ("print(a)+1", "print (a) + 1\n"), ("print( a )\n.b", "print (a)\n    .b\n"),
    ("descend(a)over(W,b)with sgd(.1)", "descend (a) over (W, b) with sgd(.1)\n"), ("over(with)", "over(with)\n"),
    ("update(a,b)by(k,q)->k", "update (a, b) by (k, q) -> k\n"), ("a≈b within(1)", "a ≈ b within (1)\n"),
    ("x.if(1)[ 2 ]", "x.if(1)[2]\n"), ("let z~q", "let z ~ q\n"),
    ("[a[0]for a in[b]if(c)]", "[a[0] for a in [b] if (c)]\n"),
    ("use\"f.aula\"", "use \"f.aula\"\n"), ("a>=b≥c!=d", "a >= b ≥ c != d\n"), ("µ·ϵ−ϕ′", "µ · ϵ − ϕ′\n"),
    ("\"{ a+b :.2f}\"+\"\\n\"", "\"{ a+b :.2f}\" + \"\\n\"\n"), ("1_000.50e-03", "1_000.50e-03\n"),
    ("{1}( 2 )", "{ 1 }(2)\n"),
    ("plot  loss[ 0 ],title:\"a\"", "plot loss[0], title: \"a\"\n"), ("plot( a )+1", "plot(a) + 1\n"),
    ("plot (a)+1", "plot (a) + 1\n"), ("plot(a,b)", "plot(a, b)\n"), ("plot -x", "plot -x\n"), ("plot", "plot\n"),
    ("x|>plot (1)", "x |> plot(1)\n"), ("plot [1,2]", "plot [1, 2]\n"),
    // Lines.
    ("a+\nb", "a + b\n"), ("(a\n+b\n-c)", "(a + b - c)\n"), ("f(a,\nb\n)", "f(a, b)\n"), ("let x=\n1", "let x = 1\n"),
    ("a\n-b\n(c)\n[d]", "a\n-b\n(c)\n[d]\n"), ("(f\n(x))", "(f(x))\n"), ("print a,\nb", "print a, b\n"),
    ("f(\na,b)", "f(\n    a, b\n)\n"), ("f(\na,\nb,c)", "f(\n    a,\n    b,\n    c\n)\n"),
    ("[\n1,2,\n3]", "[\n    1, 2,\n    3\n]\n"), ("[\nx,\n-1]", "[\n    x,\n    -1\n]\n"),
    ("f([\na])", "f([\n    a\n])\n"), ("[\ne for x in xs\nif c]", "[\n    e\n    for x in xs\n    if c\n]\n"),
    ("(\n)", "()\n"), ("‖\na‖", "‖\n    a\n‖\n"),
    ("x\n|>f|>g", "x\n    |> f\n    |> g\n"), ("x|>\nf|>g", "x |> f |> g\n"),
    ("x\n.f\n.g(\n1)", "x\n    .f\n    .g(\n        1\n    )\n"),
    ("f(x->{\na},b)", "f(x -> {\n    a\n}, b)\n"), ("descend E\nover T\nwith O", "descend E over T with O\n"),
    // Blocks.
    ("if a{1}else{2}", "if a { 1 } else { 2 }\n"), ("if a{}", "if a {}\n"), ("{\n}", "{}\n"), ("{a;b}", "{ a; b }\n"),
    ("if a\n{ 1 }\n\nelse\n{ 2 }", "if a { 1 } else { 2 }\n"),
    ("if a{1}else{\n2}", "if a {\n    1\n} else {\n    2\n}\n"), ("{\n\na\n\n\nb\n\n}", "{\n    a\n\n    b\n}\n"),
    ("for i in 0..3{f(i);\ng(i)}", "for i in 0..3 {\n    f(i)\n    g(i)\n}\n"),
    ("{{a\n}}", "{\n    {\n        a\n    }\n}\n"),
    // Comments.
    ("a#c\nbbb  # d", "a    #c\nbbb  # d\n"), ("a # b\nc\nd # e", "a  # b\nc\nd  # e\n"),
    ("a # b\n  # c\nd # e", "a  # b\n   # c\nd  # e\n"), ("a # b\n# c\nd # e", "a  # b\n# c\nd  # e\n"),
    ("if a { # b\n # c\n1\n # d\n}\n # e", "if a {  # b\n    # c\n    1\n    # d\n}\n# e\n"),
    ("if a { 1 } # b\nelse { 2 }", "if a {\n    1\n}  # b\nelse {\n    2\n}\n"),
    ("f(a, # b\nc # d\n, # e\n)", "f(\n    a,  # b\n    c,  # d\n    # e\n)\n"),
    ("a + # b\n# c\nd", "a +  # b\n    # c\n    d\n"),
    ("x # a\n|> f # b\n# c\n|> g", "x         # a\n    |> f  # b\n    # c\n    |> g\n"),
    ("{ # a\n}", "{  # a\n}\n"), ("f( # a\n)", "f(  # a\n)\n"), ("; ## a\nb", ";  ## a\nb\n"),
    ("## a\n;b", "## a\n;\nb\n"),
    ("##  a\n\n## b\nfn f() = 1", "##  a\n\n## b\nfn f() = 1\n"),
    (
      "a # b\n" + String(repeating: "c", count: 50) + " # d", "a  # b\n" + String(repeating: "c", count: 50) + "  # d\n"
    ),
  ]

  @Test("layouts", arguments: layouts) func layout(_ text: String, _ expected: String) {
    let result = Formatter().format(text)
    #expect(result.diagnostics.isEmpty)
    #expect(result.text == expected, "\(text.debugDescription)")
    #expect(faultsOfFormatting(text) == [])
  }

  /// Layouts of 40 columns.
  static let narrow: [(String, String)] = [
    ("let name = first_part + second_part * third", "let name =\n    first_part + second_part * third\n"),
    ("let name = callable(first_argument, second)", "let name =\n    callable(first_argument, second)\n"),
    ("let name = callable(\nfirst_argument, second)", "let name = callable(\n    first_argument, second\n)\n"),
    ("name(first_argument_of_all, second, third)", "name(\n    first_argument_of_all, second, third\n)\n"),
    (
      "name(first_argument_of_all, second, third, fourth)",
      "name(\n    first_argument_of_all,\n    second,\n    third,\n    fourth\n)\n"
    ),
    (
      "first_part_of_sum * second_factor + third_part - fourth",
      "first_part_of_sum * second_factor +\n    third_part - fourth\n"
    ),
    (
      "first_condition and second_condition or third_condition(x)",
      "first_condition and second_condition or\n    third_condition(x)\n"
    ),
    ("Dense(784, 100) >> Dense(100, 30) >> tanh", "Dense(784, 100)\n    >> Dense(100, 30)\n    >> tanh\n"),
    (
      "record cost = descend f(real, fake) over D with sgd(1)",
      "record cost = descend f(real, fake)\n    over D\n    with sgd(1)\n"
    ),
    ("print first_of_all_values, second_of_them, c", "print first_of_all_values,\n    second_of_them, c\n"),
    ("[0.125, 0.25, 0.375, 0.5, 0.625, 0.75, -1]", "[\n    0.125, 0.25, 0.375, 0.5, 0.625,\n    0.75, -1\n]\n"),
    (
      "[value(i, j) for i in 0..10 for j in 0..i if i > j]",
      "[\n    value(i, j)\n    for i in 0..10\n    for j in 0..i\n    if i > j\n]\n"
    ),
    ("f([first_element, second_element, third_])", "f([\n    first_element,\n    second_element,\n    third_\n])\n"),
    (
      "let scaled = map(row -> { let m = mean(row); row / m }, X)",
      "let scaled = map(row -> {\n    let m = mean(row)\n    row / m\n}, X)\n"
    ),
    ("if some_condition(x) { first(x) } else { 2 }", "if some_condition(x) {\n    first(x)\n} else {\n    2\n}\n"),
    ("fn f(x) = if x > 0 { first(x) } else { 2 }", "fn f(x) = if x > 0 {\n    first(x)\n} else {\n    2\n}\n"),
    ("a.long_member_name(first, second)(b)[0].c", "a.long_member_name(\n    first, second\n)(b)[0].c\n"),
    (
      "let long = \"a text is not broken, whatever it says\"",
      "let long =\n    \"a text is not broken, whatever it says\"\n"
    ),
    // Greek and accents are one column wide, whatever their bytes.
    ("let μμμμμμμμ = θθθθθθθθ + ññññññññ + φφφφφ", "let μμμμμμμμ =\n    θθθθθθθθ + ññññññññ + φφφφφ\n"),
    ("let μμμμμμμμ = θθθθθθθθ + ññññññññ + φφφ", "let μμμμμμμμ = θθθθθθθθ + ññññññññ + φφφ\n"),
  ]

  @Test("long lines", arguments: narrow) func long(_ text: String, _ expected: String) {
    #expect(Formatter(columns: 40).format(text).text == expected, "\(text)")
    #expect(faultsOfFormatting(text, columns: 40) == [])
    #expect(expected.split(separator: "\n").allSatisfy { Visible.width(String($0)) <= 40 || $0.contains("text") })
  }

  @Test("what is no program stays as it is, with the parser's words") func noProgram() {
    for text in ["let  x =", "f(  a", "a  b\n\n\n", "x+= 1", "\"a", "let x=1\n  $"] {
      let result = Formatter().format(text)
      #expect(result.text == text)
      #expect(result.diagnostics.map(\.row.code) == codes(text) && !result.diagnostics.isEmpty)
      #expect(!result.isRefused)
    }
    #expect(Formatter().format("a b", number: 7).diagnostics.first?.span.source == 7)
  }

  @Test("a hundred thousand brackets, and the deepest program") func deep() {
    let brackets = ["(", "[", "{", "([{", "\"{", "if a {"]
    for piece in brackets + DepthTests.repeated {
      let text = String(repeating: piece, count: brackets.contains(piece) ? 100_000 : 400)
      let result = Formatter().format(text)
      #expect(!result.isRefused, "\(piece)")
      if !codes(text).isEmpty { #expect(result.text == text) }
    }
    for (open, close) in [
      ("(", ")"), ("[", "]"), ("f(a, ", ")"), ("-", ""), ("x -> ", ""), ("a^", ""), ("if a { ", " }"),
    ] {
      let text = String(repeating: open, count: 140) + "a" + String(repeating: close, count: 140)
      for columns in [100, 1] { #expect(faultsOfFormatting(text, columns: columns) == [], "\(open)") }
    }
    let sums = "let x = a" + String(repeating: " + a * b", count: 450)
    #expect(faultsOfFormatting(sums) == [])
    #expect(Formatter().format(sums).text.split(separator: "\n").allSatisfy { $0.count <= 100 })
  }

  @Test("the page about layouts is in its layout") func page() throws {
    let page = GrammarTests.page.deletingLastPathComponent().appending(path: "formatting.md")
    let blocks = try String(contentsOf: page, encoding: .utf8).components(separatedBy: "```aula\n").dropFirst()
    #expect(blocks.count >= 4)
    for block in blocks {
      let text = block.components(separatedBy: "```")[0]
      #expect(Formatter().format(text).text == text)
    }
  }
}
