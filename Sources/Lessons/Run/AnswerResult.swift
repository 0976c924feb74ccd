// What came of an answer to an exercise.
import AulaRuntime
import Diagnostics

/// What came of an answer.
package struct AnswerResult: Sendable {
  package enum Verdict: Sendable, Equatable {
    /// Every check holds.
    case solved
    /// It ran; a person is to read it.
    case handedIn
    /// A check does not hold.
    case failed
    /// No check fails, but errors of estimates leave one undecided.
    case undecided
    /// `???` is left in so many places.
    case open(Int)
    /// There is no statement in it.
    case empty
    /// It says what the exercise began with.
    case unchanged
    /// It has typographic quotes; the text with straight ones.
    case curlyQuotes(mended: String)
    /// It does not run, or a check cannot be evaluated with it.
    case error
    /// It was stopped from outside, or met a limit.
    case stopped
  }

  /// A check cell that ran.
  package struct CheckedCell: Sendable {
    package let cell: LessonCell
    package let outcome: Outcome
    /// What its checks and derivations gave, and what it printed, in order; without problems, which are the outcome's.
    package let results: [Event]
    /// Whether everything in it holds.
    package var isPassed: Bool { outcome.status == .finished && outcome.checks.allPassed }
    /// What the author says to somebody whose answer fails here.
    package var hints: [String] { isPassed ? [] : cell.words.hints }
  }

  /// A statement of the answer that was not taken over: it would have changed what is not the student's.
  package struct LeftOut: Sendable, Hashable {
    package let names: [String]
    /// The line of the answer, counted from 1.
    package let line: Int
  }

  package let exercise: Exercise
  package let text: String
  package let verdict: Verdict
  package let leftOut: [LeftOut]
  /// What was wrong with the answer itself.
  package let problems: [Problem]
  package let checks: [CheckedCell]

  /// Whether the lesson goes on with it.
  package var isAccepted: Bool { verdict == .solved || verdict == .handedIn }
  package var passesVisible: Bool { isAccepted || isPassed { !$0.isHidden } }
  package var passesHidden: Bool { isPassed(\.isHidden) }
  package var counts: CheckCounts { checks.reduce(into: CheckCounts()) { $0.add($1.outcome.checks) } }

  private func isPassed(_ wanted: (LessonCell) -> Bool) -> Bool {
    let cells = checks.filter { wanted($0.cell) }
    return !cells.isEmpty && cells.allSatisfy(\.isPassed)
  }
}
