// What happens in a lesson, as objects of JSON. The schema is in docs/json-events.md.
import AulaRuntime
import Diagnostics
import Lessons
import Terminal

extension JSONEvents {
  /// An event of a lesson; those of its session come as in a program.
  static func lesson(_ event: LessonEvent, _ language: Language) -> JSONText? {
    switch event {
    case .step(let step):
      .object([
        ("event", .string("step")), ("number", .whole(step.index + 1)), ("exercise", .optional(step.exercise)),
      ])
    case .prose(let prose):
      .object([
        ("event", .string("prose")),
        (
          "text",
          .string(BlockText(Look(columns: 84)) { prose.text(of: $0) }.lines(of: prose.blocks).joined(separator: "\n"))
        ),
      ])
    case .cell(let cell):
      .object([
        ("event", .string("cell")), ("name", .string(cell.key)), ("line", .whole(cell.line)),
        ("program", .string(cell.program)),
      ])
    case .attempt(let attempt):
      .object([
        ("event", .string("attempt")), ("exercise", .string(attempt.exercise.name)),
        ("origin", .string(attempt.origin.rawValue)), ("program", .string(attempt.text)),
      ])
    case .event, .ended: nil
    case .answer(let result): answer(result)
    case .problem(let problem): self.problem(problem, language)
    case .end(let summary): end(summary)
    }
  }

  /// A lesson of the list.
  static func lesson(_ entry: LessonEntry) -> JSONText {
    .object([
      ("event", .string("lesson")), ("name", .string(entry.name)), ("title", .string(entry.title)),
      ("part", .optional(entry.part)), ("minutes", entry.minutes.map { .number($0) } ?? .null),
      ("needs", .list(entry.needs.map { .string($0) })), ("steps", .whole(entry.steps)), ("met", .whole(entry.met)),
      ("done", .truth(entry.isDone)),
    ])
  }

  private static func answer(_ result: AnswerResult) -> JSONText {
    let verdict =
      switch result.verdict {
      case .solved: "solved"
      case .handedIn: "handedIn"
      case .failed: "failed"
      case .undecided: "undecided"
      case .open: "open"
      case .empty: "empty"
      case .unchanged: "unchanged"
      case .curlyQuotes: "curlyQuotes"
      case .error: "error"
      case .stopped: "stopped"
      }
    return .object([
      ("event", .string("answer")), ("exercise", .string(result.exercise.name)), ("verdict", .string(verdict)),
      ("checks", counts(result.counts)), ("points", .number(result.verdict == .solved ? result.exercise.points : 0)),
      ("of", .number(result.exercise.points)),
      ("hints", .list(result.checks.flatMap(\.hints).map { .string($0) })),
      ("leftOut", .list(result.leftOut.flatMap(\.names).map { .string($0) })),
    ])
  }

  private static func end(_ summary: LessonSummary) -> JSONText {
    func names(_ list: [String]) -> JSONText { .list(list.map { .string($0) }) }
    return .object([
      ("event", .string("end")), ("checks", counts(summary.checks)), ("solved", names(summary.solved)),
      ("solutions", names(summary.standIns)), ("failed", names(summary.failed)), ("open", names(summary.open)),
      ("points", .number(summary.points)), ("of", .number(summary.allPoints)), ("hidden", names(summary.withHidden)),
      ("problems", .whole(summary.problems)), ("stopped", .truth(summary.wasStopped)),
    ])
  }
}
