// What happens in a lesson's session as HTML: values, pictures, tables, checks, derivations, errors.
import AulaRuntime
import Diagnostics
import Figures
import Graph
import Session

/// Writes events for a page.
struct EventHTML {
  let language: Language
  /// Lines of programs that no problem may quote: those of solutions, where these are not shown.
  var concealed: [String] = []

  func html(of event: Event) -> String {
    switch event {
    case .text(let text): return output(text)
    case .value(let value): return output(value.name == nil ? value.text : value.line)
    case .picture(let figure): return html(of: figure)
    case .check(let check): return html(of: check)
    case .derivation(let derivation): return html(of: derivation)
    case .prediction(let prediction): return html(of: prediction)
    case .problem(let problem): return html(of: problem)
    case .explanation(let explanation): return html(of: explanation)
    case .progress: return ""
    }
  }

  func html(of problem: Problem) -> String {
    let kind = problem.isError ? "problem error" : "problem"
    let lines = problem.text.split(separator: "\n", omittingEmptySubsequences: false).map(quoted)
    return PageHTML.element("pre", [("class", kind)], PageHTML.lines(lines.joined(separator: "\n")))
  }

  /// A line of a problem; what it quotes of a solution is left out.
  private func quoted(_ line: Substring) -> String {
    guard let bar = line.firstIndex(of: "│") else { return String(line) }
    let words = line[line.index(after: bar)...].split { $0 == " " || $0 == "…" }.joined(separator: " ")
    let isOfSolution = concealed.contains { $0 == words || (words.count > 3 && $0.contains(words)) }
    return isOfSolution ? line[...bar] + " …" : String(line)
  }

  private func output(_ text: String) -> String {
    PageHTML.element("pre", [("class", "output")], PageHTML.lines(text))
  }

  // MARK: Pictures

  private func html(of figure: Figure) -> String {
    if case .table(let table) = figure { return html(of: table) }
    let svg = figure.svg(width: nil, height: nil, theme: .automatic, language: language)
    return PageHTML.element("figure", [("class", "scroll")], svg)
  }

  private func html(of table: Table) -> String {
    let rowCount = table.columns.map(\.cells.count).max() ?? 0
    func kind(_ column: Table.Column) -> [(String, String)] { column.isNumeric ? [("class", "right")] : [] }
    let head = table.columns.map { PageHTML.element("th", kind($0), PageHTML.escaped($0.title)) }.joined()
    let rows = (0..<rowCount).map { row in
      let cells = table.columns.map { column in
        PageHTML.element(
          "td", kind(column), PageHTML.escaped(column.cells.indices.contains(row) ? column.cells[row] : ""))
      }
      let isTotal = table.hasTotal && row == rowCount - 1
      return PageHTML.element("tr", isTotal ? [("class", "total")] : [], cells.joined())
    }
    let caption = table.title.map { PageHTML.element("caption", [], PageHTML.escaped($0)) } ?? ""
    return PageHTML.element(
      "div", [("class", "scroll")],
      PageHTML.element(
        "table", [],
        caption + PageHTML.element("thead", [], PageHTML.element("tr", [], head))
          + PageHTML.element("tbody", [], rows.joined(separator: "\n"))))
  }

  private func html(of explanation: Explanation) -> String {
    let cells = ExplanationTable(explanation, language)
    func row(_ list: [String], _ name: String) -> String {
      PageHTML.element("tr", [], list.map { PageHTML.element(name, [], PageHTML.escaped($0)) }.joined())
    }
    let table = PageHTML.element(
      "table", [],
      PageHTML.element("thead", [], row(cells.headers, "th"))
        + PageHTML.element("tbody", [], cells.rows.map { row($0, "td") }.joined(separator: "\n")))
    return PageHTML.element("div", [("class", "scroll")], table)
      + cells.gradients.map { PageHTML.element("p", [], PageHTML.escaped($0)) }.joined()
  }

  // MARK: Claims

  private func mark(_ verdict: CheckVerdict) -> String {
    let sign =
      switch verdict {
      case .passed: "✓"
      case .failed: "✗"
      case .undecided: "?"
      case .error: "!"
      case .open: "…"
      }
    let words = ExportWords.verdict(verdict)(language)
    return PageHTML.element(
      "span", [("class", "mark"), ("role", "img"), ("aria-label", words), ("title", words)], sign)
  }

  private func html(of check: CheckResult) -> String {
    var inside =
      mark(check.verdict) + " " + PageHTML.element("span", [("class", "title")], PageHTML.escaped(check.title))
    if check.isExpectedToFail, check.verdict == .passed {
      inside += " " + PageHTML.element("span", [("class", "more")], PageHTML.escaped(ExportWords.isFalse(language)))
    }
    var more = check.title == check.claim ? "" : PageHTML.program(check.claim)
    if !check.findings.isEmpty { more += findings(check.findings) }
    more += check.notes.map { PageHTML.element("p", [], PageHTML.escaped($0)) }.joined()
    if let problem = check.problem { more += html(of: problem) }
    let classes = [("class", "check " + check.verdict.rawValue)]
    if more.isEmpty { return PageHTML.element("div", classes, inside) }
    let open = check.verdict == .passed ? [] : [("open", "open")]
    return PageHTML.element("details", classes + open, PageHTML.element("summary", [], inside) + more)
  }

  private func findings(_ findings: [CheckResult.Finding]) -> String {
    let rows = findings.map {
      PageHTML.element(
        "tr", [], PageHTML.element("th", [], PageHTML.escaped($0.name)) + PageHTML.element("td", [], value($0.value)))
    }
    return PageHTML.element(
      "div", [("class", "scroll")], PageHTML.element("table", [("class", "findings")], rows.joined(separator: "\n")))
  }

  /// A value, perhaps in several lines.
  private func value(_ text: String) -> String {
    text.contains("\n") ? PageHTML.element("pre", [], PageHTML.lines(text)) : PageHTML.escaped(text)
  }

  private func html(of derivation: DerivationResult) -> String {
    let head = [
      "", ExportWords.line(language), ExportWords.value(language), ExportWords.deviation(language),
      ExportWords.reason(language), "",
    ]
    let rows = derivation.lines.map { line in
      PageHTML.element(
        "tr", line.verdict.map { [("class", $0.rawValue)] } ?? [],
        [
          PageHTML.element("td", [("class", "relation")], PageHTML.escaped(line.relation)),
          PageHTML.element("td", [], PageHTML.element("code", [], PageHTML.escaped(line.text))),
          PageHTML.element("td", [("class", "right")], PageHTML.escaped(line.value ?? "")),
          PageHTML.element("td", [("class", "right")], PageHTML.escaped(deviation(line))),
          PageHTML.element("td", [], PageHTML.escaped(line.reason ?? "")),
          PageHTML.element("td", [], line.verdict.map(mark) ?? ""),
        ].joined())
    }
    let title =
      mark(derivation.verdict) + " "
      + PageHTML.element("span", [("class", "title")], PageHTML.escaped(derivation.title))
    let setting = derivation.setting.map { "\($0.name) = \($0.value)" }.joined(separator: ", ")
    var more = setting.isEmpty ? "" : ExportWords.at.filled(["setting": .text(setting)], in: language) + " · "
    more += ExportWords.settings.filled(["count": "\(derivation.settingCount)"], in: language)
    var inside = PageHTML.element("p", [("class", "headline")], title)
    inside += PageHTML.element(
      "div", [("class", "scroll")],
      PageHTML.element(
        "table", [("class", "derivation")],
        PageHTML.element(
          "thead", [],
          PageHTML.element("tr", [], head.map { PageHTML.element("th", [], PageHTML.escaped($0)) }.joined()))
          + PageHTML.element("tbody", [], rows.joined(separator: "\n"))))
    inside += PageHTML.element("p", [("class", "more")], PageHTML.escaped(more))
    inside += ([derivation.repair].compactMap(\.self) + derivation.notes).map {
      PageHTML.element("p", [], PageHTML.escaped($0))
    }.joined()
    if let problem = derivation.problem { inside += html(of: problem) }
    return PageHTML.element("div", [("class", "check " + derivation.verdict.rawValue)], inside)
  }

  /// A deviation that is only rounding is none.
  private func deviation(_ line: DerivationResult.Line) -> String {
    guard let deviation = line.deviation, line.relation == "=" || line.verdict != .passed else { return "" }
    return deviation < 1e-9 ? "0" : Display.short(deviation)
  }

  private func html(of prediction: PredictionResult) -> String {
    let question = PageHTML.element("p", [("class", "question")], PageHTML.escaped(prediction.question))
    let answer = PageHTML.folded(
      ExportWords.answer(language), PageHTML.element("pre", [("class", "output")], PageHTML.lines(prediction.answer)))
    return PageHTML.element("div", [("class", "prediction")], question + answer)
  }
}

/// Numbers for tables of a page.
private enum Display {
  /// Two digits.
  static func short(_ value: Double) -> String {
    guard value.isFinite, value > 0 else { return "\(value)" }
    var (exponent, rest) = (0, value)
    while rest < 1, exponent > -320 { (rest, exponent) = (rest * 10, exponent - 1) }
    while rest >= 10 { (rest, exponent) = (rest / 10, exponent + 1) }
    let digits = (rest * 10).rounded() / 10
    return exponent == 0 ? "\(digits)" : "\(digits)e\(exponent)"
  }
}
