// A lesson as it runs, on a screen or in a log: its text, its programs, what they give, and how exercises come out.
import AulaRuntime
import Diagnostics
import Lessons

/// Prints what a lesson tells. The prompt of a lesson, a run without anybody there and transcripts print the same.
package final class LessonPrinter {
  /// Prints the events of the session.
  package let events: EventPrinter
  private let write: (String) -> Void
  /// Takes the events of the session.
  private let receive: (Event) -> Void
  /// Something was written that an empty line must set apart from what follows.
  private var needsGap = false

  /// `receive` gets the session's events; the printer itself unless somebody else is to.
  package init(_ events: EventPrinter, receive: ((Event) -> Void)? = nil, write: @escaping (String) -> Void) {
    self.events = events
    self.write = write
    self.receive = receive ?? { events.show($0) }
  }

  private var look: Look { events.look }

  /// Shows what happened.
  package func show(_ event: LessonEvent) {
    switch event {
    case .step: break
    case .prose(let prose): show(prose)
    case .cell(let cell): show(cell)
    case .attempt(let attempt): show(attempt)
    case .event(let event, let cell): tell(event, isMeant: cell.kind == .fails)
    case .ended(_, let outcome): events.finish(outcome)
    case .answer(let result): show(result)
    case .problem(let problem):
      beginPart()
      tell(.problem(problem))
    case .end(let summary): show(summary)
    }
  }

  /// A part begins: an empty line above it, unless nothing was written yet.
  package func beginPart() {
    events.clearProgress()
    if needsGap { write("\n") }
    needsGap = false
  }

  /// Prints something that is shown later: what stands above it then decides about the empty line.
  package func apart(_ body: () -> Void) {
    let needed = needsGap
    needsGap = false
    body()
    needsGap = needed
  }

  /// Lines of our own.
  package func say(_ lines: [String]) {
    guard !lines.isEmpty else { return }
    events.clearProgress()
    write(lines.map { $0 + "\n" }.joined())
    needsGap = true
  }

  /// A sentence of our own, fitted to the width.
  package func say(_ text: String, _ ink: Ink = .plain) {
    let lines = ScreenText.wrapped(ScreenText.ours(text, look), min(look.columns, 84))
    say(lines.map { ink.paint($0, look) })
  }

  /// An error that a lesson means to show is part of what it says.
  private func tell(_ event: Event, isMeant: Bool = false) {
    if isMeant, case .problem = event { events.show(event) } else { receive(event) }
    switch event {
    case .progress: break
    // Not every value is written.
    case .value(let value): needsGap = needsGap || value.name == nil || events.options.showsNames
    default: needsGap = true
    }
  }

  private func show(_ prose: LessonProse) {
    beginPart()
    say(BlockText(look) { prose.text(of: $0) }.lines(of: prose.blocks))
  }

  /// The program of a cell. Set-ups run unseen.
  private func show(_ cell: LessonCell) {
    switch cell.kind {
    case .plain, .fails, .exercise: show(program: cell.program)
    case .setup, .check, .solution, .wrong: break
    }
  }

  package func show(program: String) {
    beginPart()
    say(BlockText(look) { $0.source }.listing(program, isProgram: true))
    beginPart()
  }

  private func show(_ attempt: LessonAttempt) {
    beginPart()
    let name = ["name": Phrase.text(attempt.exercise.name)]
    switch attempt.origin {
    case .own: say(LessonTextWords.yourAnswer.filled(name, in: look.language), .dim)
    case .solution: say(LessonTextWords.solutionStandsIn.filled(name, in: look.language), .dim)
    case .starter: return say(LessonTextWords.leftOpen.filled(name, in: look.language), .warning)
    }
    show(program: attempt.text)
  }

  /// How an answer came out: its checks were not told one by one before.
  private func show(_ result: AnswerResult) {
    beginPart()
    for left in result.leftOut {
      say(
        LessonTextWords.leftOut.filled(
          ["names": .text(left.names.map { "`\($0)`" }.joined(separator: ", ")), "line": "\(left.line)"],
          in: look.language), .warning)
    }
    for checked in result.checks {
      if checked.cell.isHidden {
        // What a hidden check asks is the author's own; it is told of when there is nothing else to look at.
        if !checked.isPassed, result.passesVisible { say(LessonTextWords.hiddenFails(look.language), .warning) }
      } else {
        for event in checked.results { tell(event) }
        for problem in checked.outcome.problems where problem.isError { tell(.problem(problem)) }
      }
      for hint in checked.hints { say(LessonTextWords.hint.filled(["hint": .text(hint)], in: look.language)) }
    }
    let words = LessonTextWords.verdict(result)
    say(words.filled(LessonTextWords.values(result), in: look.language), result.isAccepted ? .good : .warning)
  }

  private func show(_ summary: LessonSummary) {
    if events.options.isQuiet && summary.isWell { return }
    beginPart()
    say(
      LessonTextWords.lines(of: summary, in: look.language).flatMap {
        ScreenText.wrapped(ScreenText.ours($0, look), min(look.columns, 84), indent: 2)
      })
  }
}
