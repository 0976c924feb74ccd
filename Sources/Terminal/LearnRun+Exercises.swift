// Exercises: an answer in, its checks, hints; what helps when nothing comes to mind.
import AulaRuntime
import Diagnostics
import Lessons

extension LearnRun {
  private func work(_ exercise: Exercise) -> LessonProgress.Work { progress.exercises[exercise.name] ?? .init() }

  /// What was written last, or what the exercise begins with.
  private func draft(_ exercise: Exercise) -> String {
    let text = work(exercise).draft.flatMap { $0.trimmed.isEmpty ? nil : $0 }
    return (text ?? lesson.cells[exercise.starter].program).trimmed
  }

  /// Lets the up arrow find the beginning of the answer.
  func putAtHand(_ exercise: Exercise) { prompt.putAtHand(draft(exercise)) }

  /// Enter at an exercise: goes on with an answer that was accepted before, or puts the beginning of one on the line.
  func goOn(at exercise: Exercise) {
    if let text = work(exercise).answer { return submit(text, exercise) }
    if prompt.canOffer { offer(draft(exercise)) } else { tellPlace() }
  }

  /// Takes an entry for an answer.
  func answer(_ entry: String) {
    guard let exercise else { return }
    submit(LearnAnswer(exercise, in: lesson).whole(entry, after: draft(exercise)), exercise)
  }

  /// Opens the answer in the user's editor.
  func editAnswer(_ exercise: Exercise) throws {
    let text = try prompt.edited(draft(exercise))
    submit(text, exercise)
  }

  /// Checks an answer and tells what came of it.
  private func submit(_ text: String, _ exercise: Exercise) {
    guard let step = run.step else { return }
    let result = prompt.busy { run.answer(text, at: step.index, withHidden: true) { self.receive($0, of: step) } }
    guard let result else { return }
    let isAttempt = LearnRun.isAttempt(result.verdict)
    let wasAccepted = work(exercise).answer != nil
    save { progress in
      var work = progress.exercises[exercise.name] ?? .init()
      if isAttempt && !(wasAccepted && result.isAccepted) { work.attempts += 1 }
      work.draft = result.verdict == .empty ? nil : text
      // One that was accepted before may fail after the lesson was changed.
      if result.isAccepted { work.answer = text } else if work.answer == text { work.answer = nil }
      progress.exercises[exercise.name] = work
    }
    if result.isAccepted { return goOnBehind() }
    if case .curlyQuotes(let mended) = result.verdict {
      changeProgress { $0.exercises[exercise.name]?.draft = mended }
      tell(LearnWords.quotesMended)
    }
    putAtHand(exercise)
    if isAttempt, result.verdict != .stopped { help(exercise, hasHints: result.checks.contains { !$0.hints.isEmpty }) }
    tellPlace()
  }

  private static func isAttempt(_ verdict: AnswerResult.Verdict) -> Bool {
    switch verdict {
    case .solved, .handedIn, .failed, .undecided, .error: true
    case .open, .empty, .unchanged, .curlyQuotes, .stopped: false
    }
  }

  /// What is said after an answer that did not come through: a hint that is new, and when the solution may be seen.
  private func help(_ exercise: Exercise, hasHints: Bool) {
    if !hasHints, work(exercise).hints < exercise.hints.count { hint(exercise) }
    if exercise.solution != nil, work(exercise).attempts >= exercise.attempts { tell(LearnWords.solutionMayBeSeen) }
  }

  // MARK: Commands

  /// One hint more; behind the last one, all of them.
  func hint(_ exercise: Exercise) {
    guard !exercise.hints.isEmpty else { return tell(LearnWords.noHints) }
    let count = work(exercise).hints
    let isAtEnd = count >= exercise.hints.count
    for index in (isAtEnd ? 0 : count)..<min(exercise.hints.count, isAtEnd ? .max : count + 1) {
      tell(
        LearnWords.hint,
        ["number": "\(index + 1)", "count": "\(exercise.hints.count)", "hint": .text(exercise.hints[index])])
    }
    if isAtEnd { return tell(LearnWords.noMoreHints) }
    save { $0.exercises[exercise.name, default: .init()].hints = count + 1 }
  }

  /// Shows the solution to somebody who has tried.
  func showSolution(_ exercise: Exercise) {
    guard let solution = exercise.solution else { return tell(LearnWords.noSolution) }
    let left = exercise.attempts - work(exercise).attempts
    guard left <= 0 || work(exercise).answer != nil || work(exercise).sawSolution else {
      return tell(left == 1 ? LearnWords.solutionAfterOne : LearnWords.solutionAfter, ["count": "\(left)"])
    }
    tell(LearnWords.solution)
    printer.show(program: lesson.cells[solution].program)
    save { $0.exercises[exercise.name, default: .init()].sawSolution = true }
    tell(LearnWords.afterSolution)
    tellPlace()
  }

  /// Goes on without an answer of the student's own.
  func skip(_ exercise: Exercise) {
    guard exercise.maySkip || work(exercise).sawSolution else { return tell(LearnWords.mayNotSkip) }
    guard let step = run.step else { return }
    let result = prompt.busy {
      exercise.solution == nil
        ? run.play { self.receive($0, of: step) } : run.standIn { self.receive($0, of: step) }
    }
    if result?.outcome?.status == .interrupted { return tellPlace() }
    goOnBehind()
  }
}
