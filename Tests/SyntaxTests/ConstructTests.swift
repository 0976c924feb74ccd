// Every construct of the language: what the parser understands when it reads it.
import Diagnostics
import Syntax
import Testing

@Suite("Constructs") struct ConstructTests {
  static let values: [(String, String)] = [
    ("12", "12"), ("1.5", "1.5"), (".5", "0.5"), ("1e-3", "0.001"), ("1E3", "1000"), ("1_000.5", "1000.5"),
    ("2.5e+2", "250"), ("true", "true"), ("x₁", "x₁"), ("xₜ₊₁", "xₜ₊₁"), ("x'", "x′"), ("x″", "E0101"), ("x''", "x′′"),
    ("µ + ϵ + ϕ", "(+ (+ μ ε) φ)"), ("∞", "∞"), ("π", "π"), ("_x1", "_x1"), ("año", "año"), ("n\u{303}", "ñ"),
    ("[1, 2, 3]", "[1 2 3]"), ("[]", "[]"), ("[1, 2,]", "[1 2]"), ("[[1], [2]]", "[[1] [2]]"),
    ("()", "(tuple)"), ("(a)", "a"), ("(a,)", "(tuple a)"), ("(a, b)", "(tuple a b)"), ("(mu: m)", "(tuple mu: m)"),
    ("(mu: m, logvar: v,)", "(tuple mu: m logvar: v)"), ("(in: 3)", "(tuple in: 3)"),
    ("[i^2 for i in 0..10]", "[(^ i 2) for i (.. 0 10)]"),
    ("[e for x in xs if c for y in ys]", "[e for x xs if c for y ys]"),
    ("(e for (a, b) in xs)", "(e for (a b) xs)"),
    ("f()", "(call f)"), ("f(x)(y)", "(call (call f x) y)"), ("sum(A, axis: 0)", "(call sum A axis: 0)"),
    ("f(a,)", "(call f a)"), ("m.state.if", "(. (. m state) if)"), ("A.T", "(. A T)"), ("Aᵀ", "(. A T)"),
    ("A.T @ x", "(@ (. A T) x)"),
    ("x[0]", "(index x 0)"), ("x[-1]", "(index x (- 1))"), ("A[:, 1]", "(index A : 1)"),
    ("A[0, 1..3]", "(index A 0 (.. 1 3))"),
    ("x[2..]", "(index x (.. 2 _))"), ("x[..3]", "(index x (.. _ 3))"), ("x[..]", "(index x (.. _ _))"),
    ("x[.. by 2]", "(index x (.. _ _ 2))"), ("x[a..b by 2]", "(index x (.. a b 2))"), ("x[..., 0]", "(index x ... 0)"),
    ("x[n+1.., 0]", "(index x (.. (+ n 1) _) 0)"), ("x[f(1..2)..]", "(index x (.. (call f (.. 1 2)) _))"),
    ("x[[0, 2]]", "(index x [0 2])"), ("x[0][1]", "(index (index x 0) 1)"),
    ("0..10", "(.. 0 10)"), ("0..n+1 by 2", "(.. 0 (+ n 1) 2)"), ("1..3", "(.. 1 3)"),
    ("x²", "(^ x 2)"), ("x⁻¹", "(^ x (- 1))"), ("x¹²", "(^ x 12)"), ("2x²", "E0218"), ("f(x)²", "(^ (call f x) 2)"),
    ("√x", "(√ x)"), ("√2 * 3", "(* (√ 2) 3)"), ("√(x + 1)", "(√ (+ x 1))"), ("√x²", "(√ (^ x 2))"),
    ("‖x‖", "(‖ x)"), ("‖x - y‖ / 2", "(/ (‖ (- x y)) 2)"), ("‖ ‖x‖ + 1‖", "(‖ (+ (‖ x) 1))"), ("‖x‖²", "(^ (‖ x) 2)"),
    ("∇f(x)", "(call (∇ f) x)"), ("∇D.loss(x)", "(call (∇ (. D loss)) x)"),
    ("∇(x -> x^2)(3)", "(call (∇ (fn (x) {(^ x 2)})) 3)"),
    ("∇∇f(x)", "(call (∇ (∇ f)) x)"), ("∇f(x)[0]", "(index (call (∇ f) x) 0)"), ("-∇f(x)", "(- (call (∇ f) x))"),
    ("a @ b", "(@ a b)"), ("a · b ⊙ c × d", "(* (* (* a b) c) d)"), ("a − b", "(- a b)"), ("a mod b", "(mod a b)"),
    ("a ≠ b", "(≠ a b)"), ("a != b", "(≠ a b)"), ("a <= b", "(≤ a b)"), ("a ≥ b", "(≥ a b)"), ("a ~= b", "(≈ a b)"),
    ("a < b <= c", "(chain a < b ≤ c)"), ("a ≈ b within 1e-6", "(≈ a b within 1e-06)"),
    ("a ≈ b ≈ c within 2 * d", "(chain a ≈ b ≈ c within (* 2 d))"),
    ("not a and b or c", "(or (and (not a) b) c)"), ("not a == b", "(not (== a b))"),
    ("-2^2", "(- (^ 2 2))"), ("2^-1", "(^ 2 (- 1))"), ("2^3^2", "(^ 2 (^ 3 2))"), ("2^-x^2", "(^ 2 (- (^ x 2)))"),
    ("2^√x * 3", "(* (^ 2 (√ x)) 3)"), ("--x", "(- (- x))"), ("a - -b", "(- a (- b))"), ("-a * b", "(* (- a) b)"),
    ("x |> f |> g", "(|> (|> x f) g)"), ("f >> g >> h", "(>> (>> f g) h)"),
    ("x |> y -> y + 1", "(|> x (fn (y) {(+ y 1)}))"),
    ("f >> y -> y", "(>> f (fn (y) {y}))"),
    ("x -> x", "(fn (x) {x})"), ("(a, b) -> a + b", "(fn (a, b) {(+ a b)})"), ("() -> 1", "(fn () {1})"),
    ("(a,) -> a", "(fn (a) {a})"),
    ("x → y → x", "(fn (x) {(fn (y) {x})})"), ("_ -> 0", "(fn (_) {0})"),
    ("x -> { let y = x; y }", "(fn (x) {(let y x); y})"), ("fn (x, k = 2) = x * k", "(fn (x, k = 2) {(* x k)})"),
    ("fn (x: [n, 2]) -> [n] { x }", "(fn (x: [n 2]) -> [n] {x})"),
    ("if a { 1 }", "(if a {1})"), ("if a { 1 } else { 2 }", "(if a {1} {2})"),
    ("if a { 1 } else if b { 2 } else { 3 }", "(if a {1} b {2} {3})"),
    ("1 + if a { 1 } else { 2 } * 3", "(+ 1 (* (if a {1} {2}) 3))"),
    ("{ 1 }", "{1}"), ("{}", "{}"), ("{ let a = 1; a } + 1", "(+ {(let a 1); a} 1)"),
    ("descend loss(x) over (W, b) with adam(1e-3)", "(descend (call loss x) (tuple W b) (call adam 0.001))"),
    ("ascend E over T with O", "(ascend E T O)"),
    ("f(over: 3, with: 2, by: 1, within: 0)", "(call f over: 3 with: 2 by: 1 within: 0)"),
    ("over + with * by", "(+ over (* with by))"),
  ]

  @Test("values", arguments: values) func value(_ program: String, _ expected: String) {
    #expect(tree(program) == expected, "\(program)")
    if !expected.hasPrefix("E0") {
      #expect(tree("let a = " + program) == "(let a \(expected))")
      #expect(
        tree("f(\n" + program + "\n)") == "(call f \(expected))" || program.contains(": ") || program.contains(" for "))
    }
  }

  static let texts: [(String, String)] = [
    (#""""#, #""""#), (#""a""#, #""a""#), (#""a\n\t\"\\\{\}""#, "\"a\n\t\"\\{}\""), (#""}""#, #""}""#),
    (#""{x}""#, "(text {x})"), (#""step {i}: {x[0]:.3f}""#, #"(text "step " {i} ": " {(index x 0):.3f})"#),
    (#""{x:>8.2e}{y:+05d}{z:^10}{p:.1%}{g:g}""#, "(text {x:>8.2e} {y:+05d} {z:^10} {p:.1%} {g:g})"),
    (#""{f("a{b}c")}""#, #"(text {(call f (text "a" {b} "c"))})"#), (#""{{ 1 }}""#, "(text {{1}})"),
    (#""{(mu: m).mu:.2f}""#, "(text {(. (tuple mu: m) mu):.2f})"),
    (#""{if a { "x" } else { "y" }}""#, #"(text {(if a {"x"} {"y"})})"#),
    ("\"{\n  a +\n  b\n}\"", "(text {(+ a b)})"), ("\"# no comment\"", "\"# no comment\""),
    (#""é “x” 'y' &&""#, #""é “x” 'y' &&""#),
    (#""{x:z}""#, "E0110"), (#""{x:999}""#, "E0110"), (#""{x:.99999999999999999999f}""#, "E0110"),
    (#""{x:}""#, "E0110"),
    (#""{x:.3f:.2f}""#, "E0110"), (#""{a b}""#, "E0121"), (#""{a, b}""#, "E0108"), (#""{}""#, "E0109"),
    (#""{2 +}""#, "E0111"),
  ]

  @Test("texts", arguments: texts) func text(_ program: String, _ expected: String) {
    #expect(tree(program) == expected, "\(program)")
  }

  static let statements: [(String, String)] = [
    ("let x = 1", "(let x 1)"), ("var x = 1", "(var x 1)"), ("let x: [n, 2] = y", "(let x [n 2] y)"),
    ("let (a, b) = f(x)", "(let (a b) (call f x))"), ("let (mu: m, _) = e", "(let (mu: m _) e)"),
    ("let _ = e", "(let _ e)"),
    ("let ((a, b), c) = e", "(let ((a b) c) e)"), ("let () = e", "(let () e)"),
    ("x = 1", "(= x 1)"), ("(a, b) = (b, a)", "(= (a b) (tuple b a))"), ("(_, mu: b) = e", "(= (_ mu: b) e)"),
    ("check a == b", "(check (== a b))"), ("check \"t\": a < b <= c", "(check \"t\" (chain a < b ≤ c))"),
    ("check a ≈ b within 0.1 and c", "(check (≈ a b within 0.1) c)"), ("check \"a\" == s", "(check (== \"a\" s))"),
    ("check fails \"t\": a", "(check-fails \"t\" a)"), ("check fails > 1", "(check (> fails 1))"),
    ("check a < b on x in q, k in 1..5", "(check (< a b) (in x q) (in k (.. 1 5)))"),
    ("check f same as g\n  on x in q", "(check same f g (in x q))"),
    ("check \"t\": f same as x -> x within 1e-6 on x in q", "(check \"t\" same f (fn (x) {x}) 1e-06 (in x q))"),
    ("check gradient loss at (W, b)", "(check gradient loss at W b)"),
    ("check gradient (f(a)) at D in float32 against g", "(check gradient (call f a) at D float32 against g)"),
    ("check gradient loss against by_hand at w", "(check gradient loss at w against by_hand)"),
    ("check gradient loss\n  at w\n  against g", "(check gradient loss at w against g)"),
    ("explain gradient f at 2", "(explain-gradient f at 2)"),
    ("predict \"q\" answer a + b", "(predict \"q\" (+ a b))"), ("let h = ???", "(let h ???)"),
    ("f(???)", "(call f ???)"),
    (
      "derive \"t\"\n  for all x in q, m in r\n{\n  a\n    = b + c by \"r\"\n    >= d\n}",
      "(derive \"t\" ( a) (= (+ b c) \"r\") (≥ d) (in x q) (in m r))"
    ), ("derive { -a = b }", "(derive ( (- a)) (= b))"), ("derive fails { a == b }", "(derive-fails ( a) (= b))"),
    ("let z ~ Normal(0, 1)", "(~ z (call Normal 0 1))"), ("let (a, b) ~ q", "(~ (a b) q)"),
    ("param W = glorot(n, m)", "(param W (call glorot n m))"), ("state s = 0", "(state s 0)"),
    ("fn f(x) = x + 1", "(fn f (x) {(+ x 1)})"), ("fn f() = 1", "(fn f () {1})"), ("fn f(x) { x }", "(fn f (x) {x})"),
    ("fn f(x) = { x }", "(fn f (x) {x})"),
    ("fn f(x: [n, 784], k = 1) -> [n, 2] = x", "(fn f (x: [n 784], k = 1) -> [n 2] {x})"),
    ("fn f(x: [..., n]) = x", "(fn f (x: [... n]) {x})"), ("fn f(x: [n, ...]) = x", "(fn f (x: [n ...]) {x})"),
    ("fn f(x: [] = 1) -> [] = x", "(fn f (x: [] = 1) -> [] {x})"),
    ("fn f(x: [_, 2*n+1, (n-1)*m]) = x", "(fn f (x: [_ (+ (* 2 n) 1) (* (- n 1) m)]) {x})"),
    ("fn f(x,) = x", "(fn f (x) {x})"),
    ("model M() { }", "(model M () {})"),
    (
      "model D(n, m, act = identity) { param W = 1\n state s = 2; let k = 3\n fn (x) = x @ W\n fn loss(x) { x } }",
      "(model D (n, m, act = identity) {(param W 1); (state s 2); (let k 3); (fn (x) {(@ x W)}); (fn loss (x) {x})})"
    ),
    ("for i in 0..5 { print i }", "(for i (.. 0 5) {(print i)})"), ("for (a, b) in xs { }", "(for (a b) xs {})"),
    ("for _ in xs { }", "(for _ xs {})"),
    ("while a < b { a = a + 1 }", "(while (< a b) {(= a (+ a 1))})"),
    ("repeat 500 { break; continue }", "(repeat 500 {(break); (continue)})"),
    ("fn f() { return }", "(fn f () {(return)})"), ("fn f() { return 1 }", "(fn f () {(return 1)})"),
    ("return", "(return)"),
    ("together { descend a over b with c; ascend a over b with c }", "(together {(descend a b c); (ascend a b c)})"),
    ("update D by w -> clip(w, -c, c)", "(update D (fn (w) {(call clip w (- c) c)}))"),
    ("update (key, query) by (k, q) -> m * k", "(update (tuple key query) (fn (k, q) {(* m k)}))"),
    ("update x[0] by f", "(update (index x 0) f)"),
    ("record loss = descend E over T with O", "(record loss (descend E T O))"), ("record θ", "(record θ)"),
    ("let l = descend E over T with sgd(0.1)", "(let l (descend E T (call sgd 0.1)))"),
    ("print", "(print)"), ("print()", "(print)"), ("print a, b", "(print a b)"), ("print(a, b)", "(print a b)"),
    ("print (a), b", "(print a b)"),
    ("print(a + b) * 2", "(print (* (+ a b) 2))"), ("print((a, b))", "(print (tuple a b))"),
    ("print(mu: m)", "(print (tuple mu: m))"),
    ("print(a)\n.b", "(print (. a b))"), ("if c { print(a, b) }", "(if c {(print a b)})"),
    ("print [1], 2", "(print [1] 2)"),
    ("plot θ", "(call plot θ)"), ("plot a, b, title: t", "(call plot a b title: t)"), ("plot(a, b)", "(call plot a b)"),
    ("plot (a, b)", "(call plot a b)"), ("plot (a) + b, c", "(call plot (+ a b) c)"),
    ("plot(a) + b", "(+ (call plot a) b)"),
    ("let p = plot(a)", "(let p (call plot a))"), ("a |> plot", "(|> a plot)"),
    ("plot [1], -a", "(call plot [1] (- a))"),
    ("plot -a", "(call plot (- a))"), ("plot a,\n b", "(call plot a b)"), ("plot title: t", "(call plot title: t)"),
    ("use \"file.aula\"", "(use \"file.aula\")"), ("fn (x) = x", "(fn (x) {x})"), ("if a { b }", "(if a {b})"),
    ("{ a }", "{a}"),
  ]

  @Test("statements", arguments: statements) func statement(_ program: String, _ expected: String) {
    #expect(tree(program) == expected, "\(program)")
    #expect(tree("1\n" + program + "\n2") == "1\n\(expected)\n2")
    if program != "return", program != "print" { #expect(tree("if c { " + program + " }") == "(if c {\(expected)})") }
  }

  static let layouts: [(String, String)] = [
    ("a\nb", "a\nb"), ("a; b", "a\nb"), (";;a;;\n;b;", "a\nb"), ("", ""), ("\n\n", ""), ("a\r\nb\r\n", "a\nb"),
    ("a\rb", "a\nb"), ("\u{FEFF}a", "a"),
    ("a +\n b", "(+ a b)"), ("let x =\n 1", "(let x 1)"), ("f(\n a,\n b\n)", "(call f a b)"), ("[1,\n 2]", "[1 2]"),
    ("fn f(x) =\n x", "(fn f (x) {x})"),
    ("x\n .f\n .g", "(. (. x f) g)"), ("f\n >> g", "(>> f g)"), ("x\n |> f # one\n # two\n |> g", "(|> (|> x f) g)"),
    ("a\n-b", "a\n(- b)"), ("f\n(x)", "f\nx"), ("f\n[0]", "f\n[0]"), ("f\n∇g", "f\n(∇ g)"), ("(f\n(x))", "(call f x)"),
    ("(a\n-b)", "(- a b)"),
    ("{ f\n(x) }", "{f; x}"), ("({ f\n(x) })", "{f; x}"), ("(a\n+ { b\n-c })", "(+ a {b; (- c)})"),
    ("a\n√b", "a\n(√ b)"), ("print a\nb", "(print a)\nb"),
    ("print a,\n b", "(print a b)"), ("return\na", "(return)\na"), ("if a { 1 }\nelse { 2 }", "(if a {1} {2})"),
    ("if a { 1 }\n\n# c\nelse if b { 2 }\nelse { 3 }", "(if a {1} b {2} {3})"),
    ("if a\n{ 1 }", "(if a {1})"), ("a\nwithin", "a\nwithin"), ("0..1\nby", "(.. 0 1)\nby"),
    ("a ≈ b\nwithin", "(≈ a b)\nwithin"), ("a # c", "a"), ("# c", ""), ("a;# c\nb", "a\nb"),
    ("x\n->y", "E0111"), ("x\n+ y", "E0151"), ("(x\n+ y)", "(+ x y)"), ("(x\n-> y)", "(fn (x) {y})"),
    ("descend E\n over T\n with O", "(descend E T O)"), ("model M()\n{\n}", "(model M () {})"),
    ("let\u{A0}x\u{3000}=\t1", "(let x 1)"), ("‖a\n- b‖", "(‖ (- a b))"),
  ]

  @Test("layouts", arguments: layouts) func layout(_ program: String, _ expected: String) {
    #expect(tree(program) == expected, "\(program.debugDescription)")
  }

  @Test("documentation and comments") func documentation() throws {
    let result = parse(
      "## Doubles.\n##  x: a number\nfn f(x) = 2 * x # end\n\n## A layer.\n"
        + "model M() {\n  ## Weights.\n  param W = 1\n}\nlet a = 1 ## no doc\nlet b = 2"
    )
    #expect(result.diagnostics.isEmpty)
    #expect(result.program.statements.map(\.documentation) == ["Doubles.\n x: a number", "A layer.", nil, nil])
    guard case .function(let function) = result.program.statements[0].kind,
      case .model(let model) = result.program.statements[1].kind
    else {
      Issue.record("a function and a model")
      return
    }
    #expect(function.documentation == "Doubles.\n x: a number")
    #expect(model.documentation == "A layer." && model.members.statements[0].documentation == "Weights.")
    #expect(result.program.comments.count == 6)
  }

  @Test("places and numbers") func places() {
    let text = "let y = (a + b) * f(x)[0]"
    let result = Parser().parse(Source(name: "t", text: text), number: 7, firstID: 40)
    guard case .binding(let binding) = result.program.statements[0].kind,
      case .binary(_, let left, let right) = binding.value.kind
    else {
      Issue.record("a product")
      return
    }
    let bytes = Array(text.utf8)
    func piece(_ span: Span) -> String { String(decoding: bytes[Int(span.lower)..<Int(span.upper)], as: UTF8.self) }
    #expect(piece(binding.value.span) == "(a + b) * f(x)[0]" && piece(binding.value.mark) == "*")
    #expect(piece(left.span) == "a + b" && piece(right.span) == "f(x)[0]" && left.span.source == 7)
    #expect(result.nextID == 40 + 9 && binding.value.id == 48)
    #expect(binding.value.height == 4)
  }
}
