// Playing steps: text with its values, set-up cells, and the cell that is shown.
import AulaRuntime
import Diagnostics
import Session

/// What came of playing a step.
package struct StepResult: Sendable {
  package let step: Lesson.Step
  /// How its cell ended; nil without a cell.
  package let outcome: Outcome?
  /// Whether the lesson may go on: the cell did what it was to do.
  package let isWell: Bool
}

extension LessonRun {
  /// Begins the step that is met now: tells its text and runs its set-up cells. The session is then as its cell finds it.
  @discardableResult package func open(_ receive: (LessonEvent) -> Void = { _ in }) -> Bool {
    guard let step, goBefore(position) else { return false }
    receive(.step(step))
    var isWell = true
    leading: for part in step.parts {
      switch part {
      case .prose(let blocks): receive(.prose(prose(blocks, receive)))
      case .cell(let index):
        if index == step.cell { break leading }
        isWell = run(lesson.cells[index], receive).isWell && isWell
      }
    }
    openings[position] = try? session.snapshot()
    return isWell
  }

  /// Plays the step that is met now and goes on to the next. An exercise is left open; `answer` and `standIn` fill it.
  @discardableResult package func play(_ receive: (LessonEvent) -> Void = { _ in }) -> StepResult? {
    guard let step else { return nil }
    if !begin(receive) { return StepResult(step: step, outcome: nil, isWell: false) }
    guard let index = step.cell else {
      advance(.played)
      return StepResult(step: step, outcome: nil, isWell: true)
    }
    if let exercise = step.exercise.flatMap(lesson.exercise) { return leaveOpen(step, exercise, receive) }
    let (outcome, isWell) = run(lesson.cells[index], receive)
    if outcome.status == .interrupted {
      settle(at: openings[position])
    } else {
      advance(.played)
    }
    return StepResult(step: step, outcome: outcome, isWell: isWell)
  }

  /// Plays the step before once more.
  @discardableResult package func again(_ receive: (LessonEvent) -> Void = { _ in }) -> StepResult? {
    back() ? play(receive) : nil
  }

  /// The session as the cell of the present step finds it.
  func begin(_ receive: (LessonEvent) -> Void) -> Bool {
    leaveStudent()
    guard let opening = openings[position] else { return open(receive) }
    settle(at: opening)
    return true
  }

  func advance(_ mark: Mark) {
    if marks.indices.contains(position) { marks[position] = mark }
    position += 1
    keepMoment()
  }

  /// Runs a cell of the lesson, and says whether it did what it was to do.
  func run(_ cell: LessonCell, _ receive: (LessonEvent) -> Void) -> (outcome: Outcome, isWell: Bool) {
    receive(.cell(cell))
    let before = cell.kind == .fails ? try? session.snapshot() : nil
    let guesses = predictions[cell.key] ?? []
    let outcome = session.run(cell.program, name: cell.name(in: language), key: cell.key, predictions: guesses) {
      receive(.event($0, in: cell))
    }
    receive(.ended(cell, outcome))
    if outcome.status == .interrupted { return (outcome, false) }
    if cell.kind == .fails {
      settle(at: before)
      if outcome.status != .finished { return (outcome, true) }
      receive(.problem(problem(Diagnostic(.lessonCellSucceeds, at: place(cell.infoSpan)))))
      return (outcome, false)
    }
    if outcome.status == .finished { return (outcome, outcome.checks.allPassed) }
    // With an exercise open, what needs it cannot run: nobody's mistake.
    if !outcome.problems.contains(where: { $0.code == DiagnosticRow.holeReached.code }) || !isWaiting {
      receive(.problem(problem(failure(of: cell, outcome))))
    }
    return (outcome, false)
  }

  private var isWaiting: Bool { marks.contains(.open) }

  private func failure(of cell: LessonCell, _ outcome: Outcome) -> Diagnostic {
    let error = outcome.problems.first(where: \.isError)
    // The error is told in the cell's own lines; here is the place of the file.
    let isOwn = error?.place?.source == cell.name(in: language)
    let span = isOwn ? error.map { cell.span(inFile: $0.diagnostic.span) } : nil
    return Diagnostic(.lessonCellFails, at: place(span ?? cell.infoSpan))
  }

  // MARK: Text

  /// Text with its values as they are now.
  func prose(_ blocks: [Block], _ receive: (LessonEvent) -> Void) -> LessonProse {
    var values: [ValueText: String] = [:]
    for value in blocks.flatMap(\.values) where values[value] == nil && !isStopped {
      let number = lesson.values.firstIndex(of: value) ?? 0
      let outcome = session.look(at: value.program, name: lesson.name, key: "value \(number + 1)")
      if outcome.status == .finished, let text = outcome.value.text {
        values[value] = text
      } else if outcome.status != .interrupted {
        let reason = outcome.problems.first(where: \.isError)?.diagnostic.message(in: language) ?? "?"
        receive(
          .problem(
            problem(Diagnostic(.lessonValueFails, at: place(value.span), ["reason": .text(reason)]))))
      }
    }
    return LessonProse(blocks, values: values)
  }
}
