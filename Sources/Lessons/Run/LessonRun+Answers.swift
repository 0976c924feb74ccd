// Answers to exercises: run in a fork of the session that holds nothing else of the student's.
import AulaRuntime
import Diagnostics
import Session

extension LessonRun {
  /// Tries an answer to the exercise of a step that was reached. Nothing of it stays.
  ///
  /// - Parameters:
  ///   - text: what the student wrote.
  ///   - step: the exercise's step; the present one unless said otherwise.
  ///   - withHidden: whether the checks that a student does not see run, too.
  package func examine(
    _ text: String, at step: Int? = nil, withHidden: Bool = false, _ receive: (LessonEvent) -> Void = { _ in }
  ) -> AnswerResult? {
    inFork(of: step ?? position) { exercise in
      attempt(text, exercise, withHidden: withHidden, receive).result
    }
  }

  /// Takes an answer to the exercise of a step that was reached. One that is accepted becomes part of the lesson, which then stands
  /// behind that step; steps that were played after it are stale.
  package func answer(
    _ text: String, at step: Int? = nil, withHidden: Bool = false, _ receive: (LessonEvent) -> Void = { _ in }
  ) -> AnswerResult? {
    let place = step ?? position
    let tried = inFork(of: place) { exercise in attempt(text, exercise, withHidden: withHidden, receive) }
    guard let (result, after) = tried else { return nil }
    if result.isAccepted { accept(result, at: place, after) }
    return result
  }

  /// Lets the solution stand in for an answer to the present step's exercise and goes on. Nil where there is none.
  @discardableResult package func standIn(_ receive: (LessonEvent) -> Void = { _ in }) -> StepResult? {
    guard let step, let exercise = step.exercise.flatMap(lesson.exercise), let solution = exercise.solution,
      begin(receive)
    else { return nil }
    let program = lesson.cells[solution].program
    receive(.attempt(LessonAttempt(exercise: exercise, origin: .solution, text: program)))
    let (outcome, isWell) = runInPlace(of: exercise, program, lesson.cells[solution], receive)
    if outcome.status == .interrupted {
      settle(at: openings[position])
    } else {
      answers[exercise.name] = nil
      advance(.standIn)
    }
    return StepResult(step: step, outcome: outcome, isWell: isWell)
  }

  /// Goes on without an answer and without a solution: later cells find the starter with its blanks.
  func leaveOpen(_ step: Lesson.Step, _ exercise: Exercise, _ receive: (LessonEvent) -> Void) -> StepResult {
    let cell = lesson.cells[exercise.starter]
    receive(.attempt(LessonAttempt(exercise: exercise, origin: .starter, text: cell.program)))
    let outcome = session.run(cell.program, name: exercise.name, key: cell.key) { receive(.event($0, in: cell)) }
    if outcome.status == .interrupted {
      settle(at: openings[position])
    } else {
      answers[exercise.name] = nil
      advance(.open)
    }
    return StepResult(step: step, outcome: outcome, isWell: outcome.status == .finished)
  }

  // MARK: The fork

  /// Does something from the moment before a step's exercise, and comes back.
  private func inFork<R>(of step: Int, _ body: (Exercise) -> R?) -> R? {
    guard lesson.steps.indices.contains(step), let exercise = lesson.steps[step].exercise.flatMap(lesson.exercise)
    else { return nil }
    leaveStudent()
    if step == position, openings[step] == nil { open() }
    guard let opening = openings[step], let present = try? session.snapshot() else { return nil }
    settle(at: opening)
    defer { settle(at: present) }
    return body(exercise)
  }

  private func attempt(
    _ text: String, _ exercise: Exercise, withHidden: Bool, _ receive: (LessonEvent) -> Void
  ) -> (result: AnswerResult, after: SessionSnapshot?) {
    let starter = lesson.cells[exercise.starter]
    receive(.attempt(LessonAttempt(exercise: exercise, origin: .own, text: text)))
    let answer = AnswerText(text, for: exercise, starter: starter.program) { session.standing(of: $0).isKnown }
    func result(
      _ verdict: AnswerResult.Verdict, _ problems: [Problem] = [], _ checks: [AnswerResult.CheckedCell] = []
    ) -> AnswerResult {
      let result = AnswerResult(
        exercise: exercise, text: text, verdict: verdict, leftOut: answer.leftOut, problems: problems, checks: checks)
      receive(.answer(result))
      return result
    }
    if let verdict = answer.verdict { return (result(verdict), nil) }
    let outcome = session.run(answer.taken, name: exercise.name, key: starter.key) { receive(.event($0, in: starter)) }
    guard outcome.status == .finished else {
      return (result(outcome.status == .failed ? .error : .stopped, outcome.problems), nil)
    }
    guard let after = try? session.snapshot() else { return (result(.stopped), nil) }
    var checks: [AnswerResult.CheckedCell] = []
    for index in exercise.checks + (withHidden ? exercise.hiddenChecks : []) {
      // Checks do not see each other.
      settle(at: after)
      checks.append(check(lesson.cells[index], receive))
      if checks.last?.outcome.status == .interrupted { break }
    }
    return (result(verdict(of: checks, exercise), outcome.problems, checks), after)
  }

  /// Runs a check cell. What it gives is told with the answer's result, not one by one; of a hidden one nothing is told.
  private func check(_ cell: LessonCell, _ receive: (LessonEvent) -> Void) -> AnswerResult.CheckedCell {
    var results: [Event] = []
    if !cell.isHidden { receive(.cell(cell)) }
    let outcome = session.run(cell.program, name: cell.name(in: language), key: cell.key) { event in
      switch event {
      case .progress: receive(.event(event, in: cell))
      case .problem: break
      default: results.append(event)
      }
    }
    if !cell.isHidden { receive(.ended(cell, outcome)) }
    return AnswerResult.CheckedCell(cell: cell, outcome: outcome, results: results)
  }

  private func verdict(of checks: [AnswerResult.CheckedCell], _ exercise: Exercise) -> AnswerResult.Verdict {
    if checks.contains(where: { $0.outcome.status == .interrupted || $0.outcome.status == .limit }) { return .stopped }
    let counts = checks.reduce(into: CheckCounts()) { $0.add($1.outcome.checks) }
    if counts.failed > 0 { return .failed }
    if counts.errors > 0 || checks.contains(where: { $0.outcome.status != .finished }) { return .error }
    if counts.open > 0 { return .open(counts.open) }
    if counts.undecided > 0 { return .undecided }
    return exercise.isManual ? .handedIn : .solved
  }

  private func accept(_ result: AnswerResult, at place: Int, _ after: SessionSnapshot?) {
    answers[result.exercise.name] = result.text
    settle(at: after)
    outdate(from: place)
    position = place
    advance(result.verdict == .handedIn ? .played : .solved)
  }

  /// Runs a solution with the same draws as an answer would have.
  private func runInPlace(
    of exercise: Exercise, _ program: String, _ cell: LessonCell, _ receive: (LessonEvent) -> Void
  ) -> (outcome: Outcome, isWell: Bool) {
    let key = lesson.cells[exercise.starter].key
    let outcome = session.run(program, name: exercise.name, key: key) { receive(.event($0, in: cell)) }
    receive(.ended(cell, outcome))
    if outcome.status == .finished || outcome.status == .interrupted { return (outcome, outcome.status == .finished) }
    receive(.problem(problem(Diagnostic(.lessonCellFails, at: place(cell.infoSpan)))))
    return (outcome, false)
  }
}
