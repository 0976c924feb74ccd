// One conversation: what was typed, what is being typed, and what is done with it.
import Diagnostics
import Figures
import Session

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The state of a prompt. It belongs to the thread that reads.
final class PromptRun {
  let session: Session
  let keyboard: Keyboard
  let signals: PromptSignals?
  let output: PromptOutput
  let printer: EventPrinter
  private let reader: any LineReader
  private let showsTime: Bool
  private let history: HistoryFile?
  private var hasToldOfHistory = false
  /// How it looks; the session, the printer and the reader follow.
  var look: Look { didSet { follow() } }
  /// What draws are keyed by, for the file that the session can be saved as.
  var seed: UInt64
  /// Whether entries drew from another one before.
  var hasOtherSeeds = false
  /// How the session was in the beginning, for starting over.
  private(set) var beginning: SessionSnapshot?
  /// What was entered and stands; undoing takes from it.
  var entries = EntryList()
  /// The last thing that was typed to be evaluated, also if it failed.
  var lastEntry = ""
  /// The lines of an entry that waits for its end.
  private var pending = ""
  /// Set when the program is to end.
  var exitCode: Int32?
  /// Whoever leads through a lesson at this prompt.
  var guide: LearnRun?
  /// What begins with `:` here.
  var commands: [PromptCommand] { guide == nil ? PromptCommand.all : LearnRun.commands }

  init(
    session: Session, options: Prompt.Options, look: Look, keyboard: Keyboard, signals: PromptSignals?,
    output: PromptOutput, reader: any LineReader
  ) {
    self.session = session
    self.look = look
    self.keyboard = keyboard
    self.signals = signals
    self.output = output
    self.reader = reader
    seed = options.seed
    showsTime = options.showsTime
    printer = EventPrinter(look: look, options: EventPrinter.Options(isQuiet: options.isQuiet)) { output.write($0) }
    history = keyboard.isTerminal ? HistoryFile.usual { getenv($0).map { String(cString: $0) } } : nil
    beginning = try? session.snapshot()
  }

  /// Reads and answers until somebody leaves.
  func loop() -> Int32 {
    prepare()
    guide?.begin()
    while exitCode == nil, !output.isClosed {
      hear()
      if exitCode != nil { break }
      guide?.enterPrompt()
      take(read(sign, isContinuation: !pending.isEmpty, offering: guide?.takeOffer()))
    }
    return exitCode ?? 0
  }

  private func read(_ sign: PromptSign, isContinuation: Bool = false, offering: String? = nil) -> LineInput {
    reader.typedAhead(printer.takeTypedAhead())
    return reader.read(prompt: sign, isContinuation: isContinuation, offering: offering)
  }

  /// Asks for a line that is no entry. Nil where it is given up; commands are obeyed in between.
  func ask(_ words: Words) -> String? {
    while exitCode == nil, !output.isClosed {
      hear()
      if exitCode != nil { break }
      switch read(PromptSign(ScreenText.ours(words(look.language) + " ", look), .heading, look)) {
      case .line(let line):
        guard let typed = PromptCommand.typed(line), PromptCommand.isCommand(line, among: commands) else { return line }
        obey(.command(typed.name, typed.argument), line)
      case .interrupt, .escape: return nil
      case .end: exitCode = 0
      case .leave(let code): exitCode = code
      }
    }
    return nil
  }

  /// Whether a text can be put on the line to be edited.
  var canOffer: Bool { reader.canOffer }

  /// Lets the arrow keys find a text that was not typed.
  func putAtHand(_ text: String) { reader.remember(text) }

  /// Signals that came while something was evaluated. What was to be stopped has been stopped.
  private func hear() {
    for notice in signals?.take() ?? [] {
      switch notice {
      case .resize: reader.resized()
      case .terminate, .hangUp: exitCode = notice.exitCode
      case .interrupt, .suspend, .resume: break
      }
    }
  }

  private func prepare() {
    reader.complete = { [unowned self] line in
      CompletionRequest(before: pending.isEmpty ? "" : pending + "\n", line: line, commands: commands)
        .answer(SessionWorld(session))
    }
    reader.list = { [unowned self] answer in CompletionList(look).text(of: answer) }
    reader.resized = { [unowned self] in if let size = Look.size(of: 1) { look.resize(size) } }
    guard keyboard.isTerminal else { return }
    do {
      let known = try history?.load() ?? []
      for entry in known { reader.remember(entry) }
      lastEntry = known.last { PromptRequest($0) == nil } ?? ""
      if history == nil { tell(PromptWords.noHome) }
    } catch {
      tellOfHistory(error)
    }
  }

  /// What stands before the next line: `> `, or `… ` and as many blanks as brackets are open.
  private var sign: PromptSign {
    if pending.isEmpty { return PromptSign("> ", .heading, look) }
    let mark = look.isASCII || look.signs == .plain ? ". " : "… "
    return PromptSign(mark + String(repeating: " ", count: indent(of: "")), .dim, look)
  }

  /// Blanks before the next line of the entry.
  private func indent(of line: String) -> Int {
    let depth = PromptEntry.depth(of: pending)
    let closes = line.trimmed.first.map { "}])".contains($0) } ?? false
    let room = max(0, (look.columns - 2) / 2)
    return min(max(0, depth - (closes ? 1 : 0)) * PromptEntry.step, room)
  }

  private func take(_ input: LineInput) {
    switch input {
    case .leave(let code): exitCode = code
    case .interrupt, .escape: abandon()
    case .end:
      if pending.isEmpty { exitCode = 0 } else if keyboard.isTerminal { abandon() } else { finish(pending) }
    case .line(let line): take(line: line)
    }
  }

  /// What was begun is given up, but can be found again.
  private func abandon() {
    if !pending.isEmpty { reader.remember(pending) }
    pending = ""
  }

  private func take(line: String) {
    let lines = line.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" || $0 == "\r" }
    // Of a pasted block that holds commands each line is taken as if it were typed.
    if lines.count > 1, lines.contains(where: { PromptCommand.isCommand(String($0), among: commands) }) {
      for line in lines where exitCode == nil { take(line: String(line)) }
      return
    }
    let text = lines.joined(separator: "\n")
    if pending.isEmpty {
      if text.trimmed.isEmpty { return guide?.goOn() ?? () }
      if let request = PromptRequest(text) { return obey(request, text) }
      if let guide, let (name, argument) = guide.command(within: text) { return obey(.command(name, argument), text) }
      return add(text)
    }
    // Inside of an entry `:` may be part of the program: only a command's whole name is one.
    if let typed = PromptCommand.typed(text), PromptCommand.isCommand(text, among: commands) {
      return obey(.command(typed.name, typed.argument), text)
    }
    let isIndented = text.first?.isWhitespace ?? true
    add(pending + "\n" + (isIndented ? "" : String(repeating: " ", count: indent(of: text))) + text)
  }

  private func add(_ text: String) {
    if Session.parseState(text, readsLastValue: true) == .incomplete {
      pending = text
    } else {
      finish(text)
    }
  }

  /// What `:edit` opens: an entry that waits for its end, else the last one.
  var entryToEdit: String { pending.isEmpty ? lastEntry : pending }

  /// Evaluates an entry that came whole.
  func accept(_ text: String) { finish(text) }

  private func finish(_ text: String) {
    pending = ""
    var text = text
    while let last = text.last, last.isWhitespace { text.removeLast() }
    remember(text)
    lastEntry = text
    if let guide, guide.isAnswer(text) { return guide.answer(text) }
    evaluate(text)
  }

  private func remember(_ entry: String) {
    reader.remember(entry)
    do { try history?.append(entry) } catch { tellOfHistory(error) }
  }

  private func tellOfHistory(_ error: HistoryFile.Failure) {
    guard !hasToldOfHistory else { return }
    hasToldOfHistory = true
    tell(Diagnostic(.historyNotKept, at: .nowhere, ["path": .text(error.path), "reason": .text(error.reason)]))
  }

  private func obey(_ request: PromptRequest, _ text: String) {
    remember(text.trimmed)
    do {
      try request.obey(self)
    } catch let problem as Diagnostic {
      tell(problem)
    } catch let problem as SessionError {
      for problem in problem.problems { printer.show(problem) }
    } catch {
      tell(Diagnostic(.internalProblem, at: .nowhere, ["what": .text("\(error)")]))
    }
  }

  // MARK: Evaluating and telling

  /// Evaluates an entry and shows what comes of it.
  @discardableResult
  func evaluate(_ text: String, name: String? = nil, file: String? = nil, showsTime: Bool = false) -> Outcome {
    let outcome = running { session.enter(text, name: name, file: file) { self.printer.show($0) } }
    switch outcome.status {
    case .finished, .interrupted: entries.add(.entry(text, isFinished: outcome.status == .finished))
    case .failed, .limit: break
    }
    if showsTime || self.showsTime { say(Ink.dim.paint(PromptWords.took(outcome.seconds, look.language), look)) }
    return outcome
  }

  /// Does something that takes time: it can be stopped, and what is typed meanwhile waits.
  func running(_ body: () -> Outcome) -> Outcome {
    busy {
      let outcome = body()
      printer.finish(outcome)
      return outcome
    }
  }

  /// Does something that takes time, as `running` does.
  func busy<R>(_ body: () -> R) -> R {
    keyboard.silence()
    // Readline takes the terminal as it is.
    defer { if !(reader is ReadlineReader) { keyboard.giveBack() } }
    if let signals { return signals.during(.evaluating, body) }
    return body()
  }

  /// Writes lines of our own.
  func say(_ text: String) {
    output.write(ScreenText.ours(text, look) + "\n")
  }

  /// Says something in the reader's language.
  func tell(_ words: Words, _ values: [String: Phrase] = [:]) {
    for line in ScreenText.wrapped(words.filled(values, in: look.language), look.columns) { say(line) }
  }

  /// Shows a problem that belongs to no program.
  func tell(_ diagnostic: Diagnostic) {
    let style = look.textStyle
    let renderer = Renderer(
      sources: Sources(), language: look.language,
      style: Renderer.Style(isUnicode: style.isUnicode, isColoured: style.isColoured, width: style.width))
    output.write(ScreenText.ours(renderer.render(diagnostic), look))
  }

  private func follow() {
    // What the terminal said of itself is known to the printer alone.
    var look = look
    (look.pictures, look.isDark) = (printer.look.pictures, printer.look.isDark)
    printer.look = look
    session.setStyle(look.textStyle)
    session.setLanguage(look.language)
  }
}
