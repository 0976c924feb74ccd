// Names from other languages: the answer, and the program it leads to.
import Analysis
import Diagnostics
import Testing

@Suite("Names from other languages") struct HabitTests {
  @Test(
    "the answer, and the mended program",
    arguments: [
      ("for i in range(10) { print(i) }", "E0274 range(10)", "for i in 0..10 { print(i) }"),
      ("let n = 4\n[i for i in range(1, n)]", "E0274 range(1, n)", "let n = 4\n[i for i in 1..n]"),
      ("for i in range(0, 9, 3) { print(i) }", "E0274 range(0, 9, 3)", "for i in 0..9 by 3 { print(i) }"),
      ("len([1, 2])", "E0271 len", "count([1, 2])"),
      ("np.exp(1)", "E0272 np.exp", "exp(1)"),
      ("torch.nn.functional.relu([1, -1])", "E0272 torch.nn.functional.relu", "relu([1, -1])"),
      ("math.pi", "E0272 math.pi", "pi"),
      ("torch.randn(2, 3)", "E0272 torch.randn", "normal(2, 3)"),
      ("np.linalg.inv([[1, 2], [3, 5]])", "E0272 np.linalg.inv", "inverse([[1, 2], [3, 5]])"),
      ("ln(2)", "E0271 ln", "log(2)"),
      ("let A = [[1, 2], [3, 4]]\nA' @ A", "E0275 A'", "let A = [[1, 2], [3, 4]]\nA.T @ A"),
      ("let x = undefined", "E0271 undefined", "let x = ()"),
    ]) func mended(_ text: String, _ problem: String, _ mended: String) throws
  {
    let analysed = try Analysed(text)
    #expect(analysed.problems == [problem])
    #expect(analysed.mended == mended)
    #expect(try Analysed(mended).problems == [])
  }

  @Test(
    "answered without a fix",
    arguments: [
      ("let x = [1]\nzeros_like(x)", "E0271 zeros_like"), ("let x = [1]\nsize(x)", "E0271 size"),
      ("println(3)", "E0271 println"), ("np.array([1, 2])", "E0272 np.array"), ("input(\"n\")", "E0276 input"),
      ("pd.DataFrame(3)", "E0273 pd.DataFrame"), ("np", "E0273 np"),
    ]) func answered(_ text: String, _ problem: String) throws
  {
    let analysed = try Analysed(text)
    #expect(analysed.problems == [problem])
    #expect(analysed.mended == nil)
  }

  @Test("in a function an uncalled name may come later") func later() throws {
    #expect(try Analysed("fn f(x) = x * size").problems == ["E0302 size"])
    #expect(try Analysed("fn f(x) = size(x)").problems == ["E0271 size"])
  }

  @Test(
    "a name the program has is nobody's habit",
    arguments: [
      "let len = 3\nlen", "fn range(n) = n\nrange(3)", "let np = (exp: exp)\nnp.exp(1)", "let A' = 3\nA'",
      "let math = (pi: 3)\nmath.pi",
    ]) func ownNames(_ text: String) throws
  {
    #expect(try Analysed(text).problems == [])
  }

  @Test("every answer is a program that has nothing wrong with it") func answers() throws {
    var session = SmallSession()
    for name in ["x", "y", "a", "b", "A", "B", "X", "xs", "ys", "p", "labels", "net", "text", "inf", "nan"] {
      session.names[name] = SessionName(.constant)
    }
    for name in ["f", "number", "jacobian", "map", "copy", "adam", "fold", "error"] {
      session.names[name] = SessionName(.function, isLibrary: true, signature: .anything)
    }
    for (other, answer) in NameHabits.answers {
      #expect(try Analysed(answer.aula, in: session).problems == [], "\(other) → \(answer.aula)")
    }
  }

  @Test("renamed functions exist in the catalogue, or are the library's own") func answersExist() {
    let own: Set<String> = [
      "count", "text", "number", "grad", "jacobian", "map", "copy", "sgd", "adam", "inf", "nan", "pi", "exp(1)", "()",
    ]
    let names = SmallSession().names
    for (other, answer) in NameHabits.answers {
      guard let name = answer.name else { continue }
      #expect(names[name] != nil || own.contains(name), "\(other) → \(name)")
    }
  }
}
