// What a verb works with: the settings, the looks of both outputs, and ways to say something.
import Diagnostics
import Session
import Terminal

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// One call at work.
struct Job {
  let settings: Settings
  let verb: Verb?
  let operands: [String]
  /// How standard output looks.
  let look: Look
  /// How standard error looks.
  let errorLook: Look
  let output = Output(1)
  let errors = Output(2)

  init(_ settings: Settings, verb: Verb?, operands: [String]) {
    self.settings = settings
    self.verb = verb
    self.operands = operands
    look = Look.ofTerminal(settings.wishes, output: 1)
    errorLook = Look.ofTerminal(settings.wishes, output: 2)
  }

  var language: Language { look.language }

  /// How wide text for people is laid out: nobody likes to read longer lines.
  var textColumns: Int { min(look.columns, 100) }

  // MARK: Saying something

  /// Writes a text of ours to standard output.
  func say(_ text: String) { output.write(ScreenText.ours(text, look)) }

  /// Writes a problem to standard error, or as an event where those are asked for.
  func complain(_ diagnostic: Diagnostic, sources: Sources = Sources()) {
    let problem = Problem(diagnostic, sources: sources, language: language, style: errorStyle)
    if settings.isJSON {
      output.write(JSONEvents.problem(problem, language).text + "\n")
    } else {
      output.flush()
      errors.write(ScreenText.ours(problem.text, errorLook))
      errors.flush()
    }
  }

  var errorStyle: TextStyle { errorLook.textStyle }

  /// Shows a text, page by page where somebody watches and it does not fit on the screen.
  func page(_ text: String) {
    let lines = text.utf8.count { $0 == UInt8(ascii: "\n") }
    if look.isInteractive && look.movesCursor && lines >= look.rows && Pager.show(ScreenText.ours(text, look)) {
      return
    }
    say(text)
  }

  /// What became of the output: a full disk is an error; a reader who has gone is none.
  func endingOfOutput() -> Ending {
    guard let failure = output.failure, failure != EPIPE else { return .finished }
    let diagnostic = Diagnostic.unwritable(CommandWords.standardOutput(language), failure)
    let problem = Problem(diagnostic, sources: Sources(), language: language, style: errorStyle)
    errors.write(ScreenText.ours(problem.text, errorLook))
    errors.flush()
    return .fileFailed
  }

  // MARK: A session

  /// A session as the options want it; files are seen from a folder.
  func session(folder: String = ".") -> Session {
    var options = settings.sessionOptions(files: DiskFiles(base: folder))
    options.language = language
    options.style = settings.isJSON ? TextStyle() : look.textStyle
    options.style.isColoured = !settings.isJSON && errorLook.colours != .none
    return Session(seed: settings.seed, options: options)
  }
}
