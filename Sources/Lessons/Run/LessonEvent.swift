// What a lesson tells while it runs: everything that shows lessons lives on these events alone.
import AulaRuntime
import Diagnostics

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Something that happens in a lesson, in the order it happens.
package enum LessonEvent: Sendable {
  /// A step begins.
  case step(Lesson.Step)
  /// Text, with its values worked out.
  case prose(LessonProse)
  /// A cell is about to run. Set-up cells are told, too; nobody shows their programs.
  case cell(LessonCell)
  /// A student's answer, or a solution, is about to run in the place of an exercise.
  case attempt(LessonAttempt)
  /// What happens in the session while a cell runs.
  case event(Event, in: LessonCell)
  /// A cell has ended.
  case ended(LessonCell, Outcome)
  /// What came of an answer.
  case answer(AnswerResult)
  /// Something is wrong with the lesson itself, at its place in the file.
  case problem(Problem)
  /// All steps were run, or it was stopped.
  case end(LessonSummary)
}

/// Text of a lesson and the values in it.
package struct LessonProse: Sendable {
  package let blocks: [Block]
  private let values: [ValueText: String]

  package init(_ blocks: [Block], values: [ValueText: String] = [:]) {
    self.blocks = blocks
    self.values = values
  }

  /// What stands in the place of a value; the braces where it could not be worked out.
  package func text(of value: ValueText) -> String { values[value] ?? value.source }
}

/// A text that stands in the place of an exercise.
package struct LessonAttempt: Sendable {
  /// Whose it is.
  package enum Origin: String, Sendable {
    /// What a student wrote.
    case own
    /// The author's solution stands in.
    case solution
    /// Nothing was written yet: the starter with its blanks.
    case starter
  }
  package let exercise: Exercise
  package let origin: Origin
  package let text: String
}

/// How a whole run went.
package struct LessonSummary: Sendable {
  /// Checks of cells and of answers together.
  package var checks = CheckCounts()
  /// Exercises solved by an own answer, those in which the solution stands in, and those left open.
  package var solved: [String] = []
  package var standIns: [String] = []
  package var open: [String] = []
  /// Own answers that did not come through.
  package var failed: [String] = []
  /// Points of solved exercises, and of all.
  package var points = 0.0
  package var allPoints = 0.0
  /// Exercises with checks that were not run because a student does not see them.
  package var withHidden: [String] = []
  /// What is wrong with the lesson itself.
  package var problems = 0
  package var wasStopped = false
  package var seconds = 0.0

  /// Whether the lesson ran as it should and nothing failed.
  package var isWell: Bool { problems == 0 && failed.isEmpty && checks.allPassed && !wasStopped }
}

/// The clock of lessons: it goes on evenly whatever happens to the date.
enum Seconds {
  static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }
}
