// What is wrong with a formula is told at its place, and the rest of it is read.
import Diagnostics
import Lessons
import Testing

@Suite("Problems of formulas") struct FormulaProblemTests {
  @Test("each kind at its place", arguments: FormulaProblemTests.rows)
  func problem(_ row: (tex: String, told: [String], shown: String)) {
    let reading = FormulaReading(row.tex)
    #expect(reading.told == row.told)
    #expect(reading.formula.unicode() == row.shown)
  }

  static let rows: [(tex: String, told: [String], shown: String)] = [
    (#"a + \thta b"#, [#"E0902 \thta"#], "a + b"),
    (#"\frac{1} + 2"#, [], "1/(+) 2"),
    (#"\frac{1}"#, [#"E0903 \frac{1}"#], ""),
    ("x^ + 1", [], "x⁺1"),
    ("x_", ["E0903 _"], "x"),
    (#"\sqrt{x + 1"#, ["E0904 {"], "√(x + 1)"),
    (#"x\text{a"#, ["E0904 {"], "xa"),
    ("x} + y", ["E0905 }"], "x + y"),
    (#"\left( x + y"#, [#"E0906 \left("#], "(x + y"),
    (#"{\left( x} + y\right)"#, [#"E0906 \left("#, #"E0907 \right)"#], "(x + y"),
    (#"\begin{aligne} x \end{aligne}"#, [#"E0908 \begin{aligne}"#], "x"),
    (#"\begin{cases} x"#, [#"E0909 \begin{cases}"#], "{ x }"),
    (#"\begin{cases} x \end{aligned}"#, [#"E0910 \end{aligned}"#], "{ x }"),
    (#"x \end{cases} y"#, [#"E0911 \end{cases}"#], "xy"),
    (#"x & y \\ z"#, ["E0912 &", #"E0912 \\"#], "xyz"),
    ("x^a^b + 1", ["E0913 ^b"], "xᵃᵇ + 1"),
    (#"\val{x"#, ["E0900 {"], ""),
    (#"\val{x +}"#, ["E0111 }"], "{x +}"),
    (#"\val{x:.2q}"#, ["E0110 :.2q"], "{x:.2q}"),
  ]

  @Test("what was probably meant is said, and put in where there is one answer") func suggestions() throws {
    let problem = try #require(FormulaReading(#"\nabal"#).problems.first)
    #expect(problem.notes.map { $0.text(in: .en) } == [#"Did you mean `\nabla`?"#])
    #expect(problem.fix?.replacement == #"\nabla"#)
    let several = try #require(FormulaReading(#"\thta"#).problems.first)
    #expect(several.notes.map { $0.text(in: .es) } == [#"¿Querías decir `\Theta` o `\theta`?"#])
    #expect(several.fix == nil)
    let near = try #require(FormulaReading(#"\begin{aligne} x \end{aligne}"#).problems.first)
    #expect(near.notes.map { $0.text(in: .pt) } == ["Você quis dizer `align`, `align*` ou `aligned`?"])
  }

  @Test("a formula full of slips tells the first ones") func many() {
    #expect(FormulaReading(String(repeating: #"\foo "#, count: 100)).problems.count == 5)
  }
}
