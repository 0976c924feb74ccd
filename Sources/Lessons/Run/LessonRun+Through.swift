// A lesson from its first step to its last with nobody there.
import AulaRuntime
import Diagnostics

/// How a lesson is run through.
package struct ThroughOptions: Sendable {
  /// Texts to take as answers, by exercise, in the place of what stands in the lesson.
  package var answers: [String: String] = [:]
  /// Whether checks run that a student does not see.
  package var withHidden = false
  /// Whether exercises without an own answer get the solution, where there is one.
  package var usesSolutions = true
  /// The first step that is not run; nil runs all.
  package var end: Int?

  package init() {}
}

extension LessonRun {
  /// Runs the steps from the present one on. An exercise takes the answer that is given or stands in the lesson without a blank; else
  /// the solution stands in; else it is left open. What an answer that fails would have changed, the solution does.
  @discardableResult package func runThrough(
    _ options: ThroughOptions = ThroughOptions(), _ receive: (LessonEvent) -> Void
  ) -> LessonSummary {
    isStopped = false
    var summary = LessonSummary()
    let start = Seconds.now
    func tell(_ event: LessonEvent) {
      switch event {
      case .problem: summary.problems += 1
      case .ended(let cell, let outcome) where !cell.kind.followsExercise: summary.checks.add(outcome.checks)
      default: break
      }
      receive(event)
    }
    while let step, position < options.end ?? .max, !isStopped {
      open(tell)
      if isStopped { break }
      let outcome: StepResult?
      if let exercise = step.exercise.flatMap(lesson.exercise) {
        outcome = fill(exercise, step, options, &summary, tell)
      } else {
        outcome = play(tell)
      }
      if outcome?.outcome?.status == .interrupted { isStopped = true }
    }
    summary.wasStopped = isStopped
    summary.seconds = Seconds.now - start
    receive(.end(summary))
    return summary
  }

  private func fill(
    _ exercise: Exercise, _ step: Lesson.Step, _ options: ThroughOptions, _ summary: inout LessonSummary,
    _ tell: (LessonEvent) -> Void
  ) -> StepResult? {
    let cell = lesson.cells[exercise.starter]
    tell(.cell(cell))
    summary.allPoints += exercise.points
    if !options.withHidden && !exercise.hiddenChecks.isEmpty { summary.withHidden.append(exercise.name) }
    let own = options.answers[exercise.name] ?? (CellOutline(cell).holes.isEmpty ? cell.program : nil)
    if let own, let result = answer(own, withHidden: options.withHidden, tell) {
      summary.checks.add(result.counts)
      if result.isAccepted {
        if result.verdict == .solved {
          summary.solved.append(exercise.name)
          summary.points += exercise.points
        }
        return StepResult(step: step, outcome: nil, isWell: true)
      }
      if result.verdict == .stopped && isStopped { return nil }
      summary.failed.append(exercise.name)
      // Without a solution, what follows has to do with what there is.
      if exercise.solution == nil { return keep(result, step) }
    }
    if options.usesSolutions, let result = standIn(tell) {
      summary.standIns.append(exercise.name)
      return result
    }
    summary.open.append(exercise.name)
    return play(tell)
  }

  /// Goes on with an answer that did not come through, as far as it runs.
  private func keep(_ result: AnswerResult, _ step: Lesson.Step) -> StepResult {
    guard begin({ _ in }), let exercise = step.exercise.flatMap(lesson.exercise) else {
      return StepResult(step: step, outcome: nil, isWell: false)
    }
    let cell = lesson.cells[exercise.starter]
    let answer = AnswerText(result.text, for: exercise, starter: cell.program) { session.standing(of: $0).isKnown }
    let outcome = session.run(answer.taken, name: exercise.name, key: cell.key)
    advance(.open)
    return StepResult(step: step, outcome: outcome, isWell: false)
  }

  /// Plays up to a step without telling anything, with the answers a student gave before; where one is missing or no longer accepted,
  /// the solution stands in. False if it was stopped.
  @discardableResult package func resume(at step: Int, answers: [String: String]) -> Bool {
    var options = ThroughOptions()
    options.answers = answers
    options.end = step
    return !runThrough(options) { _ in }.wasStopped
  }
}
