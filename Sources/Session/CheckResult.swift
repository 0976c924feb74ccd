// What a session tells of checks, derivations and predictions.
import Diagnostics
import Machine

/// How a claim stands.
public enum CheckVerdict: String, Sendable, Hashable, CaseIterable {
  /// It holds; or it fails, where it was to fail.
  case passed
  /// It does not hold; or it holds, where it was to fail.
  case failed
  /// Errors of estimates do not allow to tell. Never a pass.
  case undecided
  /// Something in it could not be evaluated: neither a pass nor "fails".
  case error
  /// It met a `???` that is still to be filled in.
  case open

  init(_ verdict: Verdict) { self = CheckVerdict(rawValue: verdict.rawValue) ?? .error }
}

/// What came of a `check`.
public struct CheckResult: Sendable {
  /// Something that was found, such as the two sides.
  public struct Finding: Sendable, Hashable {
    /// What it is, for programs: "left", "right", "difference", "tolerance", "where", …
    public let key: String
    /// The same for people.
    public let name: String
    /// What was found.
    public let value: String
  }
  /// What the check says of itself, or else its claim.
  public let title: String
  /// The claim as written.
  public let claim: String
  /// How it stands.
  public let verdict: CheckVerdict
  /// Whether it is a `check fails`: passed means that the claim is false.
  public let isExpectedToFail: Bool
  /// What was found.
  public let findings: [Finding]
  /// What more there is to say, in whole sentences.
  public let notes: [String]
  /// What kept it from being evaluated.
  public let problem: Problem?
  /// Where it stands.
  public let place: Problem.Place?
}

/// What came of a `derive`.
public struct DerivationResult: Sendable {
  /// One line.
  public struct Line: Sendable, Hashable {
    /// `=`, `≤`, …; empty for the first line.
    public let relation: String
    /// The line as written.
    public let text: String
    /// Its value at the setting that is shown.
    public let value: String?
    /// The largest deviation from the line before over all settings.
    public let deviation: Double?
    /// Why it follows.
    public let reason: String?
    /// How it stands; nil for the first line and for those behind the first that does not hold.
    public let verdict: CheckVerdict?
  }
  /// A slip that explains why a line does not hold.
  public struct Slip: Sendable, Hashable {
    /// What kind of slip it is: "sign", "missingFactor", "arguments", …
    public let kind: String
    /// In which line it is, counted from 0.
    public let line: Int
    /// What that line should be.
    public let repaired: String
  }
  /// What the derivation says of itself.
  public let title: String
  /// How it stands as a whole.
  public let verdict: CheckVerdict
  /// Whether it is a `derive fails`: passed means that a line does not hold.
  public let isExpectedToFail: Bool
  /// Its lines.
  public let lines: [Line]
  /// The names of `for all` and their values where the lines' values are shown: the smallest setting that breaks a line, or the first.
  public let setting: [CheckResult.Finding]
  /// How many settings were tried.
  public let settingCount: Int
  /// Whether there are no others.
  public let areAllSettings: Bool
  /// What would repair the line that does not hold, in words, if that could be found.
  public let repair: String?
  /// The same for programs.
  public let slip: Slip?
  /// What more there is to say.
  public let notes: [String]
  /// What kept a line from being evaluated.
  public let problem: Problem?
  /// Where it stands.
  public let place: Problem.Place?
}

/// What came of a `predict`.
public struct PredictionResult: Sendable {
  /// How good a guess was.
  public enum Outcome: String, Sendable, Hashable {
    /// As good as the digits that were given.
    case right
    /// Not far from it.
    case close
    /// Something else.
    case different
    /// Nobody answered.
    case unanswered
  }
  /// What was asked.
  public let question: String
  /// What it is.
  public let answer: String
  /// What was guessed.
  public let given: String?
  /// How good that was.
  public let outcome: Outcome
}

extension SessionCore {
  /// Puts a report into words and tells it.
  func tell(_ report: ExaminationReport, _ emit: (Event) -> Void) {
    switch report {
    case .check(let report):
      let result = CheckResult(report, self)
      checks.add(result.verdict)
      emit(.check(result))
    case .derivation(let report):
      let result = DerivationResult(report, self)
      checks.add(result.verdict)
      emit(.derivation(result))
    case .prediction(let report):
      emit(
        .prediction(
          PredictionResult(
            question: report.question, answer: report.answer, given: report.given,
            outcome: PredictionResult.Outcome(rawValue: report.outcome.rawValue) ?? .unanswered)))
    case .explanation(let explanation): emit(.explanation(explanation))
    }
  }

  fileprivate func sentences(_ notes: [Diagnostic.Note]) -> [String] {
    notes.map { $0.words.filled($0.values, in: language) }
  }
}

extension CheckResult {
  fileprivate init(_ report: CheckReport, _ core: SessionCore) {
    title = report.title
    claim = report.claim
    verdict = CheckVerdict(report.verdict)
    isExpectedToFail = report.isExpectedToFail
    findings = report.findings.map {
      Finding(key: $0.key, name: $0.name(core.language), value: $0.value(core.language))
    }
    notes = core.sentences(report.notes)
    problem = report.error.map(core.problem)
    place = Problem.Place(report.span, core.sources)
  }
}

extension DerivationResult {
  fileprivate init(_ report: DerivationReport, _ core: SessionCore) {
    title = report.title
    verdict = CheckVerdict(report.verdict)
    isExpectedToFail = report.isExpectedToFail
    lines = report.lines.map {
      Line(
        relation: $0.relation?.rawValue ?? "", text: $0.text, value: $0.value, deviation: $0.deviation,
        reason: $0.reason, verdict: $0.verdict.map { CheckVerdict($0) })
    }
    setting = report.setting.map { CheckResult.Finding(key: $0.name, name: $0.name, value: $0.value) }
    settingCount = report.settingCount
    areAllSettings = report.areAllSettings
    repair = report.repair?.words(core.language)
    slip = report.repair.map { Slip(kind: $0.kind, line: $0.line, repaired: $0.text) }
    notes = core.sentences(report.notes)
    problem = report.lines.lazy.compactMap(\.error).first.map(core.problem)
    place = Problem.Place(report.span, core.sources)
  }
}
