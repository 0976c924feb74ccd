// What the lectures write is read, and every command has its rows in all three ways of showing.
import Diagnostics
import Foundation
import Lessons
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite("Formulas") struct FormulaTests {
  @Test("every formula of the lectures is read and shown") func lectures() throws {
    #expect(FormulaLectures.all.count == 200)
    for (tex, isDisplay) in FormulaLectures.all {
      let reading = FormulaReading(tex, isDisplay: isDisplay)
      #expect(reading.told.isEmpty, "\(tex)")
      let line = reading.formula.unicode()
      #expect(!line.isEmpty && !line.contains("\n") && !line.contains("\\"), "\(tex): \(line)")
      let plain = reading.formula.unicode(.line(ascii: true))
      #expect(plain.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7f } && !plain.contains("?"), "\(tex): \(plain)")
      for columns in [40, 76, 200] {
        let lines = reading.formula.unicode(.display(columns: columns)).split(separator: "\n")
        #expect(!lines.isEmpty)
        for line in lines where columns >= 76 { #expect(Visible.width(String(line)) <= columns, "\(tex): \(line)") }
      }
      #expect(FormulaTests.isXML(reading.formula.mathML()), "\(tex)")
    }
  }

  @Test("parts know where they were written") func places() {
    let tex = #"\frac{a}{θ_1} + \text{no}"#
    let reading = FormulaReading(tex)
    let texts = reading.formula.parts.map { reading.sources.text($0.span) }
    #expect(texts == [#"\frac{a}{θ_1}"#, "+", #"\text{no}"#])
    guard case .fraction(_, let bottom, _)? = reading.formula.parts.first?.kind else {
      Issue.record("no fraction")
      return
    }
    #expect(bottom.map { reading.sources.text($0.span) } == ["θ_1"])
  }

  @Test("values are put in when a formula is shown") func values() {
    let good = FormulaReading(#"\hat θ = \val{mean(x):.2f} < x_{\val{n}}"#)
    #expect(good.told.isEmpty)
    var asked: [ValueText] = []
    let text = good.formula.unicode { value in
      asked.append(value)
      return value.format.isEmpty ? "7" : "-2.50"
    }
    #expect(text == "θ̂ = -2.50 < x₇")
    #expect(asked.map(\.expression) == ["mean(x)", "n"])
    #expect(asked.map(\.program) == ["\"{mean(x):.2f}\"", "\"{n}\""])
    #expect(asked.map { good.sources.text($0.span) } == ["{mean(x):.2f}", "{n}"])
    let page = good.formula.mathML { $0.format.isEmpty ? "<b>" : "-2.50" }
    #expect(page.contains("<mn>2.50</mn>") && page.contains("&lt;b&gt;") && !page.contains("<b>"))
  }

  @Test("long formulas are broken before signs, outer ones first") func broken() {
    let tex =
      #"-\text{KL}(q||p) = \frac12 \sum_{j=1}^d (1 + \log(\sigma_j^2(x; \phi)) - \mu_j^2(x; \phi) - \sigma_j^2(x; \phi))"#
    let formula = FormulaReading(tex, isDisplay: true).formula
    #expect(
      formula.unicode(.display(columns: 44)) == """
        −KL(q‖p)
            = ½ ∑ⱼ₌₁ᵈ (1 + log(σⱼ²(x; φ))
            − μⱼ²(x; φ) − σⱼ²(x; φ))
        """)
    #expect(formula.unicode(.display(columns: 90)).split(separator: "\n").count == 1)
  }

  @Test("formulas of any shape are shown") func shapes() {
    var random = FormulaDice(seed: 7)
    for _ in 0..<150 {
      let tex = random.formula(depth: 4)
      let reading = FormulaReading(tex, isDisplay: true)
      #expect(reading.told.isEmpty, "\(tex)")
      #expect(FormulaTests.isXML(reading.formula.mathML()), "\(tex)")
      #expect(!reading.formula.unicode().contains("\n"), "\(tex)")
      #expect(!reading.formula.unicode(.display(columns: 30)).isEmpty, "\(tex)")
      #expect(reading.formula.unicode(.line(ascii: true)).utf8.allSatisfy { $0 < 0x80 }, "\(tex)")
    }
  }

  @Test("noise is answered, not obeyed") func noise() {
    var random = FormulaDice(seed: 11)
    let signs = [
      "\\", "{", "}", "^", "_", "&", "$", "x", "θ", "\\frac", "\\left", "\\right", "(", ")", "|", "\\begin{aligned}",
      "\\end{aligned}", "\\\\", "\\sqrt", "[", "]", "\\val{", "\"", " ", "\u{301}", "\u{0}", "\u{202E}", "\\text{", "'",
    ]
    for _ in 0..<600 {
      let tex = (0..<random.below(30)).map { _ in signs[random.below(signs.count)] }.joined()
      let reading = FormulaReading(tex, isDisplay: random.below(2) == 0)
      for problem in reading.problems {
        #expect(Int(problem.span.upper) <= tex.utf8.count && problem.span.lower <= problem.span.upper)
      }
      #expect(FormulaTests.isXML(reading.formula.mathML()), "\(tex.debugDescription)")
      _ = reading.formula.unicode(.display(columns: 20))
      _ = reading.formula.unicode(.line(ascii: true))
    }
  }

  @Test("depth and length have limits") func limits() {
    let pieces = [
      "{", "x{y", #"\sqrt{x+"#, #"\frac{1}{x"#, "x^{y+", "{x", #"\left(x"#, #"\hat"#, #"\hat{xy"#, #"\begin{cases}x&"#,
      #"\underset{x"#, #"\underset{x}{y"#, #"\underbrace{x+"#, #"\max_{x"#, "x_{y^{z'", #"\text{x}{\left[x"#,
    ]
    for piece in pieces {
      let reading = FormulaReading(String(repeating: piece, count: 9_000 / piece.utf8.count), isDisplay: true)
      #expect(reading.problems.contains { $0.row === DiagnosticRow.formulaTooDeep }, "\(piece)")
      _ = reading.formula.unicode(.display(columns: 80))
      _ = reading.formula.mathML()
    }
    #expect(FormulaReading(String(repeating: "x", count: 10_001)).told == ["E0918 "])
    #expect(FormulaReading(String(repeating: "x+", count: 5_000)).told.isEmpty)
  }

  /// Whether a text is one well-formed element.
  static func isXML(_ text: String) -> Bool { XMLParser(data: Data(text.utf8)).parse() }
}

/// Numbers that look drawn but are the same every time.
struct FormulaDice {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func below(_ limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return limit <= 1 ? 0 : Int((state >> 33) % UInt64(limit))
  }

  /// A formula in which nothing is wrong.
  mutating func formula(depth: Int) -> String {
    (0...below(4)).map { _ in part(depth: depth) }.joined(separator: [" ", " + ", " = ", ", "][below(4)])
  }

  private mutating func part(depth: Int) -> String {
    let leaves = [
      "x", "θ", #"\mu"#, "12", "3.5", #"\mathbf{z}"#, #"\text{a b}"#, #"\infty"#, #"\mathrm{KL}"#, #"\val{n}"#,
    ]
    guard depth > 0 else { return leaves[below(leaves.count)] }
    let inside = formula(depth: depth - 1)
    switch below(14) {
    case 0: return "\\frac{\(inside)}{\(formula(depth: depth - 1))}"
    case 1: return "\\sqrt[3]{\(inside)}"
    case 2: return "\\left(\(inside)\\right]"
    case 3: return "{\(inside)}^{\(formula(depth: depth - 1))}"
    case 4: return "\\sum_{\(inside)}^n \(part(depth: depth - 1))"
    case 5: return "\\hat{\(inside)}"
    case 6: return "\\underbrace{\(inside)}_{\(formula(depth: depth - 1))}"
    case 7: return "\\begin{cases}\(inside) & x \\\\ y\\end{cases}"
    case 8: return "\\begin{pmatrix}\(inside) & x \\\\ y & z\\end{pmatrix}"
    case 9: return "\\begin{aligned}\(inside) &= x \\\\ &\\le z\\end{aligned}"
    case 10: return "\\overset{\(inside)}{\\sim}"
    case 11: return "\\max_{\(inside)} \\log \\|x\\|"
    default: return leaves[below(leaves.count)] + "_{i}'"
    }
  }
}
