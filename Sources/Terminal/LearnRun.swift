// One student at one lesson: which step is met, what Enter does, and what is kept of it.
import AulaRuntime
import Diagnostics
import Lessons

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Leads through a lesson at a prompt. It belongs to the thread that reads.
package final class LearnRun {
  let run: LessonRun
  let options: Learn.Options
  unowned let prompt: PromptRun
  let printer: LessonPrinter
  /// What is kept of the student's work.
  private(set) var progress = LessonProgress()
  /// What is left of the step's text to be read before its cell is met.
  private var pages = LearnPages()
  /// The whole text of the step, for showing it again.
  private var text: [String] = []
  /// Whether the session stands before the cell of the step; a text that was stopped has to begin anew.
  private var isOpen = false
  /// A text that is put on the next line to be edited.
  private var offer: String?
  /// The text that the line which is read began with.
  private var offered: String?
  /// What checks gave, by the step they belong to.
  var checks: [Int: CheckCounts] = [:]
  private var wasStopped = false
  private var hasToldOfProgress = false

  init(_ run: LessonRun, _ options: Learn.Options, _ prompt: PromptRun) {
    self.run = run
    self.options = options
    self.prompt = prompt
    let output = prompt.output
    printer = LessonPrinter(prompt.printer) { output.write($0) }
  }

  var lesson: Lesson { run.lesson }
  var language: Language { prompt.look.language }

  /// The exercise that is met now.
  var exercise: Exercise? { run.step?.exercise.flatMap(lesson.exercise) }

  // MARK: Beginning

  /// Greets, goes to where the student was, and shows that step.
  func begin() {
    do {
      if let loaded = try options.file?.load() {
        progress = loaded.progress
        if let warning = loaded.warning { prompt.tell(warning) }
      }
    } catch {
      tellNotKept(error.code)
    }
    greet()
    let place = progress.step
    if place >= lesson.steps.count, !lesson.steps.isEmpty {
      tell(LearnWords.finishedBefore)
      progress.step = 0
    } else if place > 0 {
      tell(LearnWords.pickingUp, ["step": "\(place + 1)", "steps": "\(lesson.steps.count)"], .dim)
      go(to: place)
    }
    if prompt.exitCode == nil { show() }
  }

  private func greet() {
    var parts = [lesson.header.title]
    if let minutes = lesson.header.minutes { parts.append(LearnWords.minutes(minutes, language)) }
    parts.append(LearnWords.steps.filled(["count": "\(lesson.steps.count)"], in: language))
    printer.say(parts.joined(separator: " · "), .dim)
    tell(LearnWords.howTo, [:], .dim)
    if options.file == nil { tell(LearnWords.noHome, [:], .dim) }
  }

  /// Plays silently up to a step, with the answers that were given before.
  func go(to place: Int) {
    run.predictions = progress.predictions
    var through = ThroughOptions()
    through.answers = progress.exercises.compactMapValues(\.answer)
    through.end = place
    let summary = prompt.busy { run.runThrough(through) { self.count($0) } }
    if summary.wasStopped { tell(LearnWords.stopped, [:], .warning) }
    isOpen = false
  }

  // MARK: Steps

  /// Shows the step that is met now, or how it all went.
  func show() {
    offer = nil
    guard let step = run.step else { return finish() }
    wasStopped = false
    let shown = prompt.output.collect {
      printer.apart {
        prompt.busy { _ = run.open { self.receive($0, of: step) } }
        if let cell = step.cell { printer.show(.cell(lesson.cells[cell])) }
      }
    }
    text = LearnPages.lines(of: shown)
    isOpen = !wasStopped
    if wasStopped { tell(LearnWords.stopped, [:], .warning) }
    pages = LearnPages(text, rows: prompt.look.rows, used: max(0, prompt.output.lineCount - usedFrom))
    if let exercise { putAtHand(exercise) }
    showPage()
  }

  /// The line of the output from which on the student looks at the screen.
  private var usedFrom = 0

  private func showPage() {
    let page = pages.next()
    if !page.isEmpty { printer.beginPart() }
    printer.say(page)
    tellPlace()
  }

  /// The step once more, from its first line.
  func showText() {
    pages = LearnPages()
    printer.say(text)
    tellPlace()
  }

  /// Where one is and what Enter does, in a small line.
  func tellPlace() {
    guard let step = run.step else { return }
    let isPlain = prompt.look.signs == .plain || prompt.look.isASCII
    let words: Words =
      if !pages.isEmpty {
        LearnWords.enterReads
      } else if let exercise {
        progress.exercises[exercise.name]?.answer != nil
          ? LearnWords.enterKeeps : prompt.canOffer ? LearnWords.enterAnswers : LearnWords.typeAnswer
      } else if step.cell != nil {
        LearnWords.enterRuns
      } else {
        step.index + 1 == lesson.steps.count ? LearnWords.enterEnds : LearnWords.enterGoesOn
      }
    var parts = [
      LearnWords.place.filled(["step": "\(step.index + 1)", "steps": "\(lesson.steps.count)"], in: language)
    ]
    if pages.isEmpty, let exercise { parts.append(LearnWords.title(of: exercise, language)) }
    parts.append(words.filled(["key": .text(isPlain ? "Enter" : "⏎")], in: language))
    printer.beginPart()
    printer.say(parts.joined(separator: isPlain ? " - " : " · "), .dim)
    usedFrom = prompt.output.lineCount
  }

  /// What Enter on an empty line does.
  func goOn() {
    usedFrom = prompt.output.lineCount
    if !pages.isEmpty { return showPage() }
    guard let step = run.step else {
      prompt.exitCode = 0
      return
    }
    if !isOpen { return show() }
    if let exercise { return goOn(at: exercise) }
    play(step)
  }

  /// Plays a step whose text was shown, and shows the next one.
  func play(_ step: Lesson.Step) {
    if let cell = step.cell.map({ lesson.cells[$0] }) { predict(cell) }
    if prompt.exitCode != nil { return }
    wasStopped = false
    let result = prompt.busy { run.play { self.receive($0, of: step) } }
    if result?.outcome?.status == .interrupted || wasStopped {
      tell(LearnWords.stopped, [:], .warning)
      return tellPlace()
    }
    goOnBehind()
  }

  /// A step was left behind: keeps that and shows the next one.
  func goOnBehind() {
    prompt.entries = EntryList()
    save()
    show()
  }

  /// Asks what a cell will give, before it runs.
  private func predict(_ cell: LessonCell) {
    if run.predictions[cell.key] == nil {
      let questions = run.session.questions(in: cell.program)
      guard !questions.isEmpty else { return }
      var guesses: [String] = []
      for question in questions {
        printer.say(question, .heading)
        guesses.append((prompt.ask(LearnWords.guess) ?? "").trimmed)
        if prompt.exitCode != nil { return }
      }
      run.predictions[cell.key] = guesses
    }
    progress.predictions = run.predictions
  }

  // MARK: What is told

  func tell(_ words: Words, _ values: [String: Phrase] = [:], _ ink: Ink = .plain) {
    printer.say(words.filled(values, in: language), ink)
  }

  /// Shows what happens, but for what the student has seen or written a moment ago.
  func receive(_ event: LessonEvent, of step: Lesson.Step) {
    count(event)
    switch event {
    case .cell(let cell) where cell.index == step.cell: break
    case .attempt(let attempt) where attempt.origin == .own: break
    default: printer.show(event)
    }
  }

  private func count(_ event: LessonEvent) {
    switch event {
    case .step(let step): checks[step.index] = nil
    case .ended(let cell, let outcome):
      if outcome.status == .interrupted { wasStopped = true }
      if !cell.kind.followsExercise { checks[run.position, default: CheckCounts()].add(outcome.checks) }
    case .answer(let result) where result.isAccepted: checks[run.position] = result.counts
    default: break
    }
  }

  // MARK: The prompt

  /// Gives the session to the student, for what is typed next.
  func enterPrompt() { run.enterPrompt() }

  /// The text to be put on the next line.
  func takeOffer() -> String? {
    offered = offer
    offer = nil
    return offered
  }

  func offer(_ text: String) { offer = text }

  /// A command that was typed into a text which we had put on the line: the text is put there again.
  func command(within line: String) -> (name: String, argument: String)? {
    guard let offered else { return nil }
    for colon in line.indices.reversed() where line[colon] == ":" {
      let name = line[line.index(after: colon)...].prefix { $0.isLetter }
      guard LearnRun.commands.contains(where: { $0.name == name }) else { continue }
      let rest = (line[..<colon] + line[name.endIndex...]).trimmed
      // A colon may also belong to the answer: only what is no program without the command is taken apart.
      guard rest == offered.trimmed || !CellOutline(line).parsed.diagnostics.isEmpty else { continue }
      offer = rest
      return (String(name), "")
    }
    return nil
  }

  /// Whether an entry is the answer to the exercise that is met now, and not something to try.
  func isAnswer(_ text: String) -> Bool {
    guard isOpen, let exercise else { return false }
    return offered != nil || LearnAnswer(exercise, in: lesson).isAnswer(text)
  }

  // MARK: What is kept

  /// Keeps how far the student is. What went wrong with it is told once.
  func save(_ change: (inout LessonProgress) -> Void = { _ in }) {
    let (marks, step) = (run.marks, run.position)
    let predictions = run.predictions
    func renew(_ progress: inout LessonProgress) {
      progress.step = step
      progress.marks = marks.enumerated().map { index, mark in
        let wasMet = progress.marks.indices.contains(index) && progress.marks[index] != .waiting
        return mark == .waiting && wasMet ? .stale : mark
      }
      progress.predictions.merge(predictions) { $1 }
      change(&progress)
    }
    do {
      guard let file = options.file else { return renew(&progress) }
      let kept = try file.change(renew)
      progress = kept.progress
      if let warning = kept.warning { prompt.tell(warning) }
    } catch {
      renew(&progress)
      tellNotKept(error.code)
    }
  }

  func tellNotKept(_ code: Int32) {
    guard !hasToldOfProgress else { return }
    hasToldOfProgress = true
    prompt.tell(
      Diagnostic(
        .progressNotKept, at: .nowhere,
        ["path": .text(options.file?.path ?? ""), "reason": SystemReason(code).reason]))
  }

  /// Forgets everything; the old file stays beside.
  func forget() {
    do { try options.file?.remove() } catch { tellNotKept(error.code) }
    progress = LessonProgress()
    run.predictions = [:]
    checks = [:]
    run.reset()
    prompt.entries = EntryList()
  }

  func changeProgress(_ body: (inout LessonProgress) -> Void) { body(&progress) }
}
