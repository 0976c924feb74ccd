// What examining a claim came to, before it is put into words for a screen.
import Diagnostics
import Graph
import Syntax

/// What came of a check, a derivation, a prediction or the explanation of a gradient.
package enum ExaminationReport {
  case check(CheckReport)
  case derivation(DerivationReport)
  case prediction(PredictionReport)
  /// Back-propagation, told step by step.
  case explanation(Explanation)
}

/// How a claim stands.
package enum Verdict: String, Sendable, Hashable, CaseIterable {
  /// It holds; or it fails, where it was to fail.
  case passed
  /// It does not hold; or it holds, where it was to fail.
  case failed
  /// Errors of estimates do not allow to tell. Never a pass.
  case undecided
  /// Something in it could not be evaluated: neither a pass nor "fails".
  case error
  /// It reached a `???` that is still to be filled in.
  case open
}

/// What came of a check.
package struct CheckReport {
  /// Something that was found: the left side, the difference, the place where they first differ, a setting.
  package struct Finding: Sendable {
    /// What it is, for programs: "left", "right", "difference", "tolerance", "where", "setting x", …
    package let key: String
    /// The same for people.
    package let name: Words
    package let value: Words

    package init(_ key: String, _ name: Words, _ value: Words) {
      self.key = key
      self.name = name
      self.value = value
    }
  }
  package var title: String
  /// The claim as it is written.
  package var claim: String
  package var verdict: Verdict
  package var isExpectedToFail = false
  package var findings: [Finding] = []
  /// What more there is to say: why it is undecided, what could be done.
  package var notes: [Diagnostic.Note] = []
  /// What kept it from being evaluated.
  package var error: Diagnostic?
  package var span: Span
}

/// What came of a derivation.
package struct DerivationReport {
  /// One line of it.
  package struct Line {
    package let relation: Examination.DerivationLine.Relation?
    /// As written.
    package let text: String
    package let span: Span
    package let reason: String?
    /// Its value at the setting that is shown.
    package var value: String?
    /// The largest deviation from the line before over all settings; 0 or less than the tolerance where it holds.
    package var deviation: Double?
    /// Nil for the first line, and for those behind the first that does not hold.
    package var verdict: Verdict?
    package var error: Diagnostic?
  }
  package var title: String
  package var verdict: Verdict
  package var isExpectedToFail = false
  package var lines: [Line]
  /// The setting that is shown: the smallest that breaks a line, or the first.
  package var setting: [(name: String, value: String)]
  /// How many settings were tried.
  package var settingCount: Int
  /// Whether there are no others.
  package var areAllSettings: Bool
  /// What would repair the line that fails, if that could be found.
  package var repair: Repair?
  package var notes: [Diagnostic.Note] = []
  package var span: Span
}

/// What came of a prediction.
package struct PredictionReport {
  package enum Outcome: String, Sendable, Hashable {
    /// As good as the digits that were given.
    case right
    /// Not far from it.
    case close
    case different
    /// Nobody was asked, or nobody answered.
    case unanswered
  }
  package let question: String
  package let answer: String
  package let given: String?
  package let outcome: Outcome
  package let span: Span
}
