// `derive`: line after line is compared with the one before it, over many settings, up to the first that does not hold.
import Diagnostics
import Graph
import Syntax
import TensorKit

extension Machine {
  /// Examines a derivation of which a line is to be wrong: it passes when one does not hold.
  func deriveFails(
    _ plan: ExaminationPlan, _ lines: [Examination.DerivationLine], parts: Value, sources: [Value]
  ) throws -> DerivationReport {
    var report = try derive(plan, lines, parts: parts, sources: sources)
    report.isExpectedToFail = true
    switch report.verdict {
    case .failed: report.verdict = .passed
    case .passed:
      report.verdict = .failed
      report.notes.append(DeriveWords.allLinesHold(report.settingCount, areAll: report.areAllSettings))
    case .undecided, .error, .open: break
    }
    return report
  }

  /// Examines a derivation. `parts` gives its lines in a setting, `sources` say where settings come from.
  func derive(
    _ plan: ExaminationPlan, _ lines: [Examination.DerivationLine], parts: Value, sources: [Value]
  ) throws -> DerivationReport {
    let settings = try Settings(plan.examination.settings, sources, in: self)
    let derivation = Derivation(self, plan, lines, parts: parts, settings)
    var report = DerivationReport(
      title: try derivation.title(), verdict: .passed,
      lines: lines.map { line in
        DerivationReport.Line(
          relation: line.relation, text: writtenOnOneLine(line.value.expression.span), span: line.span,
          reason: line.reason)
      },
      setting: [], settingCount: settings.list.count, areAllSettings: settings.areAll, span: plan.span)
    if wantsVerdictsOnly, let verdict = try Derivation(self, plan, lines, parts: parts, settings).verdictAtAGlance() {
      report.verdict = verdict
      return report
    }
    for number in lines.indices.dropFirst() {
      let step = try derivation.step(to: number)
      report.settingCount = derivation.settingCount
      report.lines[number].deviation = step.deviation
      if step.blamesFirst {
        report.lines[0].verdict = step.verdict
      } else {
        report.lines[number].verdict = step.verdict
      }
      guard step.verdict != .passed else { continue }
      report.verdict = step.verdict
      try derivation.tell(step, of: number, in: &report)
      return report
    }
    if let typical = derivation.typicalSetting { try derivation.show(typical, in: &report) }
    return report
  }

  /// A piece of the program without line ends and repeated blanks.
  func writtenOnOneLine(_ span: Span) -> String {
    sources.text(span).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

/// What came of comparing a line with the one before it over all settings.
struct DerivationStep {
  var verdict = Verdict.passed
  /// The largest over all settings; nil where nothing could be compared.
  var deviation: Double?
  /// Where it decided: the first setting that breaks it, is undecided, or cannot be evaluated.
  var setting: Int?
  /// The settings that break it.
  var breaking: [Int] = []
  var problem: Diagnostic?
  /// Whether the problem is the first line's own.
  var blamesFirst = false
  var undecided: Undecided?
  var misfit: (Shape, Shape)?
  /// At how many settings neither line is a number.
  var undefinedCount = 0
  /// How large the values are of which a small part may be missing.
  var tolerance = LineTolerance(size: 1)
}

extension Derivation {
  /// Compares a line with the one before it, over all settings.
  func step(to number: Int) throws -> DerivationStep {
    var step = DerivationStep()
    var size = 0.0
    let start = workDone
    var index = 0
    while index < settingCount {
      for line in [number - 1, number] {
        switch try value(of: line, at: index) {
        case .value(let value): size = max(size, machine.size(ofLine: value))
        case .failed(let diagnostic):
          step.verdict = diagnostic.row.code == DiagnosticRow.holeReached.code ? .open : .error
          (step.problem, step.setting, step.blamesFirst) = (diagnostic, index, line == 0)
          return step
        }
      }
      index += 1
      if index == Derivation.measured { limitSettings(afterWork: workDone - start, settings: index) }
    }
    step.tolerance = LineTolerance(size: min(1, size))
    for index in 0..<settingCount { try compare(number, at: index, &step) }
    // What rounding leaves is nothing to look at, and differs from machine to machine.
    if let deviation = step.deviation, deviation <= step.tolerance.allowed(.equal, size, size) { step.deviation = 0 }
    if step.verdict == .passed { step.refuseIfUndefined(settingCount, lines[number].value.expression.span) }
    return step
  }

  /// After so many settings it is clear how long the lines take.
  private static let measured = 5

  private func compare(_ number: Int, at index: Int, _ step: inout DerivationStep) throws {
    guard let standing = try standing(of: number, at: index, step.tolerance) else { return }
    switch standing.kind {
    case .undefined:
      step.undefinedCount += 1
      return
    case .holds: break
    case .fails where isExcused(standing, at: index): return
    case .fails, .misfit:
      if case .misfit(let before, let after) = standing.kind { step.misfit = (before, after) }
      if step.breaking.isEmpty { step.setting = index }
      step.verdict = .failed
      step.breaking.append(index)
    case .undecided(let undecided):
      guard step.verdict == .passed else { break }
      (step.verdict, step.undecided, step.setting) = (.undecided, undecided, index)
    }
    step.deviation = max(step.deviation ?? 0, standing.deviation)
  }

  /// How a line stands to the one before it; nil where one of them has no value.
  private func standing(of number: Int, at index: Int, _ tolerance: LineTolerance) throws -> LineStanding? {
    guard let relation = lines[number].relation, case .value(let before) = try value(of: number - 1, at: index),
      case .value(let after) = try value(of: number, at: index)
    else { return nil }
    return try standing(relation, before, after, tolerance)
  }

  /// Whether a setting was not drawn but put among them for its simple numbers: 0/0 there says nothing.
  func isExcused(_ standing: LineStanding, at index: Int) -> Bool {
    standing.deviation == .infinity && !settings.areAll && index < SettingSource.simple.count
  }

  // MARK: Showing

  /// What the derivation says of itself.
  func title() throws -> String {
    guard let title = plan.examination.title, let first = settings.list.first,
      case .text(let text)? = try functions(at: first).dropFirst(title.place).first.map({ try machine.call($0, []) })
    else { return "" }
    return text.string
  }

  /// The setting that is shown of a derivation that holds.
  var typicalSetting: Setting? {
    let index = settings.areAll ? settingCount - 1 : min(SettingSource.simple.count, settingCount - 1)
    return settings.list.indices.contains(index) ? settings.list[index] : nil
  }

  /// Puts a setting and the values of all lines there into a report.
  func show(_ setting: Setting, in report: inout DerivationReport) throws {
    report.setting = settings.texts(setting, in: machine)
    for number in lines.indices {
      if case .value(let value) = try value(of: number, at: setting) {
        report.lines[number].value = try machine.attempt { try machine.display.text(value) }.get()
      }
    }
  }

  /// Tells why the derivation ends at a line, at the smallest setting that shows it.
  func tell(_ step: DerivationStep, of number: Int, in report: inout DerivationReport) throws {
    guard let index = step.setting, !machine.wantsVerdictsOnly else { return }
    var setting = settings.list[index]
    if step.verdict == .failed {
      setting = try settings.shrink(setting, in: machine) { try self.breaks(number, at: $0, step.tolerance) }
    }
    try show(setting, in: &report)
    if step.verdict == .error { report.lines[step.blamesFirst ? 0 : number].error = step.problem }
    if let undecided = step.undecided { report.notes += DeriveWords.notes(undecided) }
    if let (before, after) = step.misfit { report.notes.append(DeriveWords.misfit(before, after)) }
    guard step.verdict == .failed else { return }
    let failed = FailedDerivation(self, number, step)
    if let repair = try machine.findRepair(failed) {
      report.repair = repair
      report.notes += repair.notes
    }
  }

  private func breaks(_ number: Int, at setting: Setting, _ tolerance: LineTolerance) throws -> Bool {
    guard let relation = lines[number].relation, case .value(let before) = try value(of: number - 1, at: setting),
      case .value(let after) = try value(of: number, at: setting)
    else { return false }
    guard let standing = try standing(relation, before, after, tolerance) else { return false }
    switch standing.kind {
    case .fails: return standing.deviation.isFinite
    case .misfit: return true
    case .holds, .undecided, .undefined: return false
    }
  }
}

extension DerivationStep {
  /// Where the lines are mostly no numbers, next to nothing was shown.
  fileprivate mutating func refuseIfUndefined(_ count: Int, _ span: Span) {
    guard deviation == nil || undefinedCount > count / 2 else { return }
    verdict = .error
    problem = Diagnostic(
      .linesNotDefined, at: span, ["defined": "\(max(0, count - undefinedCount))", "count": "\(count)"])
    setting = count - 1
  }
}
