// Formulas in tests: read from LaTeX, with what was wrong in words.
import Diagnostics
import Lessons

/// A formula, the text it was read from, and its problems.
struct FormulaReading {
  let formula: Formula
  let problems: [Diagnostic]
  let sources = Sources()

  init(_ tex: String, isDisplay: Bool = false) {
    let number = sources.add(Source(name: "lesson.md", text: tex))
    let span = Span(source: number, lower: 0, upper: Int32(tex.utf8.count))
    (formula, problems) = Formula.parse(tex, at: span, isDisplay: isDisplay)
  }

  /// `E0902 \foo`: each problem's code and what is underlined.
  var told: [String] { problems.map { "\($0.row.code) \(sources.text($0.span))" } }

  /// A stacked formula between line ends, its own lines without the blanks at their ends.
  func stacked(columns: Int = 80) -> String { "\n" + formula.unicode(.display(columns: columns)) + "\n" }
}
