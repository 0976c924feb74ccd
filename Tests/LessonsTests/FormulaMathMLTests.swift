// Formulas as MathML: what browsers get to see.
import Lessons
import Testing

@Suite("Formulas in pages") struct FormulaMathMLTests {
  @Test("elements", arguments: FormulaMathMLTests.elements)
  func element(_ row: (tex: String, inside: String)) {
    let reading = FormulaReading(row.tex)
    #expect(reading.told.isEmpty)
    let text = reading.formula.mathML()
    #expect(
      text.hasPrefix("<math xmlns=\"http://www.w3.org/1998/Math/MathML\" alttext=\"")
        && text.hasSuffix("</mrow></math>"))
    let inside = text.drop { $0 != ">" }.dropFirst("><mrow>".count).dropLast("</mrow></math>".count)
    #expect(String(inside) == row.inside)
  }

  static let elements: [(tex: String, inside: String)] = [
    ("x_i^2", "<msubsup><mi>x</mi><mi>i</mi><mn>2</mn></msubsup>"),
    (#"\frac{1}{n}"#, "<mfrac><mn>1</mn><mi>n</mi></mfrac>"),
    (#"\sqrt{x} \sqrt[3]{2}"#, "<msqrt><mi>x</mi></msqrt><mroot><mn>2</mn><mn>3</mn></mroot>"),
    (
      #"\mathbf{x}\mathbb{E}\mathcal{L}\mathrm{d}\Sigma"#,
      "<mi>𝐱</mi><mi>𝔼</mi><mi>ℒ</mi><mi mathvariant=\"normal\">d</mi><mi mathvariant=\"normal\">Σ</mi>"
    ),
    ("-x", "<mo form=\"prefix\" lspace=\"0\" rspace=\"0\">−</mo><mi>x</mi>"),
    ("a<b", "<mi>a</mi><mo stretchy=\"false\">&lt;</mo><mi>b</mi>"),
    (
      #"\sum_i x"#,
      "<munder><mo movablelimits=\"true\">∑</mo><mi>i</mi></munder><mi>x</mi>"
    ),
    (
      #"\max_θ V"#,
      "<munder><mo form=\"prefix\" movablelimits=\"true\" lspace=\"0\" rspace=\"0\">max</mo><mi>θ</mi></munder>"
        + "<mspace width=\"0.166em\"/><mi>V</mi>"
    ),
    (#"\text{a b }"#, "<mtext>a\u{A0}b\u{A0}</mtext>"),
    (#"\left(x\right."#, "<mrow><mo form=\"prefix\" fence=\"true\" stretchy=\"true\">(</mo><mi>x</mi></mrow>"),
    (#"\textcolor{red}{x}\textcolor{x;y}{z}"#, "<mstyle mathcolor=\"red\"><mi>x</mi></mstyle><mi>z</mi>"),
    (#"\quad"#, "<mspace width=\"1.000em\"/>"),
  ]

  @Test("a display says so, and LaTeX is kept where no browser obeys it") func attributes() {
    let reading = FormulaReading(#"a < \text{"&<script>'}"#, isDisplay: true)
    let text = reading.formula.mathML()
    #expect(text.contains(" display=\"block\" alttext=\"a &lt; \\text{&quot;&amp;&lt;script&gt;'}\""))
    #expect(text.contains("<mtext>&quot;&amp;&lt;script&gt;'</mtext>"))
    #expect(!text.contains("<script"))
  }

  @Test("aligned columns meet at their relation") func aligned() {
    let text = FormulaReading(#"\begin{aligned}a &= b \\ &= c\end{aligned}"#).formula.mathML()
    #expect(text.split(separator: "<mtr>").count == 3)
    #expect(text.contains("text-align:-webkit-right") && text.contains("text-align:-webkit-left"))
  }
}
