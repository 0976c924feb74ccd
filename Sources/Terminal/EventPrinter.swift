// What happens in a session as text on a screen or in a log: one printer for every verb and for the prompt.
import Diagnostics
import Figures
import Session

/// Writes events as they come. It belongs to the thread that gets them.
///
/// ```swift
/// let printer = EventPrinter(look: look) { output.write($0) }
/// let outcome = session.run(text) { printer.show($0) }
/// printer.finish(outcome)
/// ```
package final class EventPrinter {
  /// What is left out.
  package struct Options: Sendable, Hashable {
    /// Only what the program prints, and errors.
    package var isQuiet: Bool
    /// Whether a line tells the shape and precision of a value.
    package var showsShapes: Bool
    /// Whether a line tells what a name was given to, when that is what a cell ends with.
    package var showsNames: Bool

    package init(isQuiet: Bool = false, showsShapes: Bool = true, showsNames: Bool = true) {
      self.isQuiet = isQuiet
      self.showsShapes = showsShapes
      self.showsNames = showsNames
    }
  }

  /// How it looks; a change of size or language goes in here. The session must be told too: `setStyle(look.textStyle)`.
  package var look: Look
  package var options: Options
  /// The last figure that was shown, for saving it.
  package private(set) var lastPicture: Figure?

  let write: (String) -> Void
  private let writeProblem: (String) -> Void
  private let terminal: (any PictureTerminal)?
  private let clock: () -> Double
  private var progress = ProgressLine()
  /// Pixels of a character, once the terminal was asked.
  private var cell: TerminalAnswer.Cell?
  private var typedAhead: [UInt8] = []

  /// A printer.
  ///
  /// - Parameters:
  ///   - look: how it looks.
  ///   - options: what is left out.
  ///   - terminal: who is asked, at the first picture, what the screen can show; nil asks nobody: characters.
  ///   - clock: seconds; for tests.
  ///   - writeProblem: where errors and warnings go, if not to the rest.
  ///   - write: takes the text, whole lines but for the progress line.
  package init(
    look: Look, options: Options = Options(), terminal: (any PictureTerminal)? = ControllingTerminal(),
    clock: @escaping () -> Double = MonotonicClock.seconds, writeProblem: ((String) -> Void)? = nil,
    write: @escaping (String) -> Void
  ) {
    self.look = look
    self.options = options
    self.terminal = terminal
    self.clock = clock
    self.write = write
    self.writeProblem = writeProblem ?? write
  }

  /// Shows what happened.
  package func show(_ event: Event) {
    switch event {
    case .text(let text):
      clearProgress()
      write(ScreenText.printed(text, look) + "\n")
    case .value(let value): show(value)
    case .picture(let figure): show(figure)
    case .check(let check): show(check)
    case .derivation(let derivation): show(derivation)
    case .prediction(let prediction): show(prediction)
    case .explanation(let explanation): show(explanation)
    case .progress(let progress): show(progress)
    case .problem(let problem): show(problem)
    }
  }

  /// Ends a cell: nothing of the progress line stays. Its problems came as events.
  package func finish(_ outcome: Outcome) { clearProgress() }

  /// Takes the progress line away; before anybody else writes to the screen.
  package func clearProgress() {
    let text = progress.cleared()
    if !text.isEmpty { write(text) }
  }

  /// What was typed while the terminal was asked: it belongs to the next input. Before each input, as an answer that came
  /// late must not be taken for one.
  package func takeTypedAhead() -> [UInt8] {
    defer { typedAhead = [] }
    return typedAhead + (terminal?.late() ?? [])
  }

  /// A figure, as for an event; the lines of a picture end with a line feed.
  package func show(_ figure: Figure) {
    lastPicture = figure
    if options.isQuiet { return }
    clearProgress()
    if look.pictures == .unknown { askTerminal() }
    write(Picture(look, cell: cell).text(of: figure))
  }

  private func askTerminal() {
    let answer = terminal?.ask() ?? TerminalAnswer()
    look.pictures = answer.pictures
    look.isDark = answer.isDark ?? look.isDark
    cell = answer.cell
    typedAhead += answer.typed
  }

  /// A problem, as for an event.
  package func show(_ problem: Problem) {
    if options.isQuiet && !problem.isError { return }
    clearProgress()
    writeProblem(ScreenText.ours(problem.text, look))
  }

  private func show(_ value: Event.ShownValue) {
    if options.isQuiet || (value.name != nil && !options.showsNames) { return }
    clearProgress()
    write(ValueText(look, showsShapes: options.showsShapes).text(of: value))
  }

  private func show(_ event: Event.Progress) {
    guard look.movesCursor, !options.isQuiet else { return }
    let text = progress.text(event, look, now: clock())
    if !text.isEmpty { write(text) }
  }
}
