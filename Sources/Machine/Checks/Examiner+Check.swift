// One check: its claim in every setting, and what to tell of it.
import Diagnostics
import Graph
import Syntax
import TensorKit

/// What a claim came to in one setting.
struct ClaimResult {
  var verdict: Verdict
  var findings: [CheckReport.Finding] = []
  var notes: [Diagnostic.Note] = []
  var error: Diagnostic?

  init(_ verdict: Verdict, _ findings: [CheckReport.Finding] = [], notes: [Diagnostic.Note] = []) {
    (self.verdict, self.findings, self.notes) = (verdict, findings, notes)
  }

  /// Something could not be evaluated; a `???` that was met is no error.
  init(_ error: Diagnostic) {
    verdict = error.row.code == DiagnosticRow.holeReached.code ? .open : .error
    self.error = error
  }
}

extension Examiner {
  /// Beyond so many rounds and calls no further setting is tried, once there were a few.
  private static let enoughSteps = 20_000_000
  private static let fewSettings = 10

  /// Carries a check out.
  func check(_ claim: Examination.Claim, isToFail: Bool) throws -> CheckReport {
    let text = self.claim
    var report = CheckReport(title: text, claim: text, verdict: .passed, span: plan.span)
    report.isExpectedToFail = isToFail
    var (result, setting) = hasSettings ? try overSettings(claim) : (try evaluate(claim, in: settings.list.first), nil)
    if let title = examination.title {
      switch try machine.attempt(at: title.expression.span, { try self.text(title) }) {
      case .success(let text): report.title = text
      case .failure(let error): if result.error == nil { result = ClaimResult(error) }
      }
    }
    if let setting {
      result.findings.insert(
        contentsOf: settings.texts(setting, in: machine).map { name, value in
          .init("setting \(name)", CheckWords.plain(name), CheckWords.plain(value))
        }, at: 0)
    }
    report.findings = result.findings
    report.notes = result.notes
    report.error = result.error
    report.verdict = isToFail ? turned(result, &report) : result.verdict
    return report
  }

  /// The verdict on a claim that is to be false.
  private func turned(_ result: ClaimResult, _ report: inout CheckReport) -> Verdict {
    switch result.verdict {
    case .failed:
      report.notes = []
      return .passed
    case .passed:
      report.notes.insert(hasSettings ? CheckWords.noCounterexample : CheckWords.holdsAfterAll, at: 0)
      return .failed
    case .undecided, .error, .open: return result.verdict
    }
  }

  /// The claim in the present setting, whatever it throws.
  private func evaluate(_ claim: Examination.Claim, in setting: Setting?) throws -> ClaimResult {
    let result = try machine.attempt(at: plan.span) { () throws -> ClaimResult in
      if let setting { try enter(setting) }
      switch claim {
      case .holds(let conditions): return try evaluate(conditions)
      case .same(let left, let right, let within): return try compare(left, right, within: within)
      case .gradient(let claim): return try examineGradient(claim)
      }
    }
    switch result {
    case .success(let result): return result
    case .failure(let error): return ClaimResult(error)
    }
  }

  /// The claim in all settings; where it is not simply true, with the setting to be told.
  private func overSettings(_ claim: Examination.Claim) throws -> (ClaimResult, Setting?) {
    let show = machine.emit
    // What a claim prints in a hundred settings tells nobody anything.
    machine.emit = { if case .progress = $0 { show($0) } }
    defer { machine.emit = show }
    var undecided: (ClaimResult, Setting)?
    let start = machine.stepsUsed
    var tried = 0
    for setting in settings.list {
      if tried >= Examiner.fewSettings, machine.stepsUsed - start > Examiner.enoughSteps { break }
      try machine.countRound()
      let result = try evaluate(claim, in: setting)
      tried += 1
      switch result.verdict {
      case .passed: continue
      case .undecided: if undecided == nil { undecided = (result, setting) }
      case .error, .open: return (result, setting)
      case .failed:
        let smallest = try settings.shrink(setting, in: machine) { try evaluate(claim, in: $0).verdict == .failed }
        return (try evaluate(claim, in: smallest), smallest)
      }
    }
    if let undecided { return (undecided.0, undecided.1) }
    let isComplete = settings.areAll && tried == settings.list.count
    return (ClaimResult(.passed, [CheckWords.settings(tried, areAll: isComplete)]), nil)
  }
}
