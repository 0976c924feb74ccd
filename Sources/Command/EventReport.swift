// Where the events of a program go: text for people, or JSON lines for programs, and pictures into a folder.
import AulaRuntime
import Diagnostics
import Terminal

/// Tells what happens in one session.
final class EventReport {
  private let job: Job
  /// Stops what runs, when nobody reads any more.
  private let stop: () -> Void
  /// Prints what is not a problem.
  let printer: EventPrinter
  private let errors: EventPrinter
  private let pictures: PictureFolder?
  /// What went wrong with files of pictures.
  private(set) var ending = Ending.finished

  /// `showsNames`: whether it is told what a name was given to, as at the prompt.
  init(_ job: Job, name: String, showsNames: Bool, stop: @escaping () -> Void) {
    self.job = job
    self.stop = stop
    let options = EventPrinter.Options(isQuiet: job.settings.isQuiet, showsNames: showsNames)
    let (output, errorOutput) = (job.output, job.errors)
    printer = EventPrinter(look: job.look, options: options) { output.write($0) }
    errors = EventPrinter(look: job.errorLook, options: options) { errorOutput.write($0) }
    pictures = job.settings.pictures.map { PictureFolder($0, for: name) }
  }

  /// Evaluates a text and tells everything about it.
  func evaluate(_ text: String, name: String?, title: String, in session: Session) -> Ending {
    if job.settings.isJSON { tell(JSONEvents.begin(title)) }
    let outcome = session.run(text, name: name) { receive($0) }
    // It was stopped because nobody takes what it writes, and that is told elsewhere.
    if job.output.failure != nil { return ending }
    finish(outcome, title: title)
    return max(Ending(outcome), ending)
  }

  /// Tells what happened.
  func receive(_ event: Event) {
    if job.output.failure != nil { return }
    if case .picture(let figure) = event { keep(figure) }
    if job.settings.isJSON {
      if isWanted(event) { tell(JSONEvents.event(event, job.language)) }
    } else if case .problem(let problem) = event {
      show(problem)
    } else {
      printer.show(event)
    }
    job.output.flush()
    // Nobody reads any more: there is no use in going on.
    if job.output.failure != nil { stop() }
  }

  /// Tells how a text ended, after its events.
  func finish(_ outcome: Outcome, title: String, isCheck: Bool = false) {
    if job.settings.isJSON {
      tell(JSONEvents.outcome(outcome, source: title, isCheck: isCheck))
    } else {
      printer.finish(outcome)
      printer.show(outcome.checks)
      if job.settings.showsTime { showTime(outcome, title) }
    }
    job.output.flush()
  }

  /// Tells a problem that came with no event.
  func show(_ problem: Problem) {
    if job.settings.isJSON {
      if problem.isError || !job.settings.isQuiet { tell(JSONEvents.problem(problem, job.language)) }
      return
    }
    printer.clearProgress()
    job.output.flush()
    errors.show(problem)
    job.errors.flush()
  }

  private func isWanted(_ event: Event) -> Bool {
    guard job.settings.isQuiet else { return true }
    switch event {
    case .text: return true
    case .problem(let problem): return problem.isError
    case .value, .picture, .progress: return false
    case .check, .derivation, .prediction, .explanation: return true
    }
  }

  func tell(_ event: JSONText) { job.output.write(event.text + "\n") }

  private func keep(_ figure: Figure) {
    guard let pictures else { return }
    do {
      try pictures.write(figure, in: job.language)
    } catch {
      ending = .fileFailed
      job.complain(error)
    }
  }

  private func showTime(_ outcome: Outcome, _ title: String) {
    let thousandths = Int((min(outcome.seconds, 1e9) * 1000).rounded())
    let fraction = String(thousandths % 1000)
    let seconds = "\(thousandths / 1000)." + String(repeating: "0", count: 3 - fraction.count) + fraction
    let words = CommandWords.time.filled(
      [
        "name": .text(title), "seconds": .text(seconds), "steps": .text("\(outcome.stepsUsed)"),
        "learning": .text("\(outcome.learningSteps)"),
      ], in: job.language)
    job.output.flush()
    job.errors.write(ScreenText.ours(words + "\n", job.errorLook))
    job.errors.flush()
  }
}

/// A folder that a program's pictures are written into, numbered.
private final class PictureFolder {
  private let folder: String
  private let stem: String
  private var count = 0

  init(_ folder: String, for name: String) {
    self.folder = folder
    let file = name.split(separator: "/").last.map(String.init) ?? ""
    let stem = file.split(separator: ".").first.map(String.init) ?? ""
    self.stem = stem.isEmpty || stem == "-" ? "picture" : stem
  }

  func write(_ figure: Figure, in language: Language) throws(Diagnostic) {
    count += 1
    try TextFiles.makeFolder(folder)
    let svg = figure.svg(width: nil, height: nil, theme: .automatic, language: language)
    try TextFiles.replace("\(folder)/\(stem)-\(count).svg", with: svg)
  }
}
