// What came of checks and predictions as lines: the verdict first, below it what was found, aligned.
import AulaRuntime
import Diagnostics

/// Writes results of checks. The same lines stand on the screen, in logs and in transcripts.
struct CheckText {
  let look: Look

  init(_ look: Look) { self.look = look }

  /// With less room than this there are no columns.
  private static let leastValueWidth = 16

  var isPlain: Bool { look.signs == .plain || look.isASCII }

  // MARK: Checks

  /// The lines of a check: one where it passed.
  func lines(of check: CheckResult) -> [String] {
    var lines = headed(check.title, check.verdict, more: check.verdict == .passed ? passed(check) : nil)
    if check.verdict != .passed, check.title != check.claim {
      lines += table([(CheckTextWords.claim(look.language), check.claim)])
    }
    switch check.verdict {
    case .passed: break
    case .open, .error:
      lines += table(check.findings)
      if let problem = check.problem { lines += told(problem, isOpen: check.verdict == .open) }
    case .failed, .undecided: lines += table(check.findings)
    }
    return lines + check.notes.flatMap { note($0) }
  }

  /// What is worth saying of a check that passed: how often it was tried, or what makes the claim false.
  private func passed(_ check: CheckResult) -> String? {
    if check.isExpectedToFail {
      let setting = check.findings.filter { $0.key.hasPrefix("setting ") }
      if setting.isEmpty { return CheckTextWords.isFalse(look.language) }
      return CheckTextWords.falseAt.filled(["setting": .text(self.setting(setting))], in: look.language)
    }
    return check.findings.first { $0.key == "settings" || $0.key == "summary" }?.value
  }

  /// `x = 0.5, k = 2`
  func setting(_ names: [CheckResult.Finding]) -> String {
    names.map { "\($0.name) = " + $0.value.split(whereSeparator: \.isNewline).joined(separator: " ") }
      .joined(separator: ", ")
  }

  /// `✓ title · more`
  func headed(_ title: String, _ verdict: CheckVerdict, more: String? = nil) -> [String] {
    let mark = CheckTextWords.mark(verdict, isPlain: isPlain, look.language)
    let end = more.map { (isPlain ? " - " : " · ") + $0 } ?? ""
    let indent = Visible.width(mark) + 1
    return wrapped(shown(title) + shown(end), indent: indent).enumerated().map { index, line in
      let text = end.isEmpty || !line.hasSuffix(end) ? line : line.dropLast(end.count) + Ink.dim.paint(end, look)
      return index == 0 ? ink(verdict).paint(mark, look) + " " + text : String(repeating: " ", count: indent) + text
    }
  }

  func ink(_ verdict: CheckVerdict) -> Ink {
    switch verdict {
    case .passed: .good
    case .failed, .error: .error
    case .undecided, .open: .warning
    }
  }

  /// Findings as two columns.
  func table(_ findings: [CheckResult.Finding]) -> [String] { table(findings.map { ($0.name, $0.value) }) }

  private func table(_ rows: [(name: String, value: String)]) -> [String] {
    let names = rows.map { shown($0.name) }
    let width = min(names.map { Visible.width($0) }.max() ?? 0, 24)
    return zip(names, rows).flatMap { name, row in
      let lead = "    " + name + String(repeating: " ", count: max(0, width - Visible.width(name))) + "  "
      let room = Visible.width(lead)
      if look.isInteractive, look.columns - room < CheckText.leastValueWidth {
        return ScreenText.wrapped("    " + name + ": " + shown(row.value), look.columns, indent: 6)
      }
      return ScreenText.lines(of: row.value).flatMap { wrapped(shown($0), indent: room) }.enumerated().map {
        $0 == 0 ? Ink.dim.paint(lead, look) + $1 : String(repeating: " ", count: room) + $1
      }
    }
  }

  /// A sentence below.
  func note(_ text: String, ink: Ink = .plain) -> [String] {
    wrapped(shown(text), indent: 4).map { "    " + ink.paint($0, look) }
  }

  /// A problem inside: a `???` in one line, anything else as it is always told.
  func told(_ problem: Problem, isOpen: Bool) -> [String] {
    if isOpen { return note(problem.diagnostic.message(in: look.language)) }
    return ScreenText.lines(of: ScreenText.ours(problem.text, look)).dropLast(problem.text.hasSuffix("\n") ? 1 : 0)
      .map { $0.isEmpty ? "" : "    " + $0 }
  }

  /// A text of a program or of ours, as it may reach the screen.
  func shown(_ text: String) -> String { ScreenText.ascii(ScreenText.visible(text, look), look) }

  private func wrapped(_ text: String, indent: Int) -> [String] {
    // A log keeps lines whole.
    guard look.isInteractive else { return [text] }
    return ScreenText.wrapped(text, max(10, look.columns - indent))
  }

  // MARK: Predictions

  /// The question, what was guessed, what it is.
  func lines(of prediction: PredictionResult) -> [String] {
    let mark = CheckTextWords.mark(prediction.outcome, isPlain: isPlain)
    let ink: Ink = prediction.outcome == .right ? .good : prediction.outcome == .unanswered ? .dim : .warning
    var lines = wrapped(shown(prediction.question), indent: Visible.width(mark) + 1)
    lines = lines.enumerated().map { ($0 == 0 ? ink.paint(mark, look) : " ") + " " + $1 }
    var rows = [(CheckTextWords.isIt, prediction.answer)]
    if let given = prediction.given, !given.isEmpty { rows.insert((CheckTextWords.yours, given), at: 0) }
    lines += table(rows.map { ($0.0(look.language), $0.1) })
    if let word = CheckTextWords.word(prediction.outcome) { lines += note(word(look.language), ink: ink) }
    return lines
  }
}
