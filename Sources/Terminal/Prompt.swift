// The prompt: a line in, results out, until somebody leaves.
import Diagnostics
import Session

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A conversation with a session at a terminal.
package enum Prompt {
  /// What is decided before it begins.
  package struct Options: Sendable {
    /// What the first draws are keyed by.
    package var seed: UInt64
    /// Limits, files, threads. Language and style come from the look.
    package var session: SessionOptions
    /// Only what programs print, and errors: no greeting, no values.
    package var isQuiet: Bool
    /// Whether every entry tells how long it took.
    package var showsTime: Bool

    package init(
      seed: UInt64 = 0, session: SessionOptions = SessionOptions(), isQuiet: Bool = false, showsTime: Bool = false
    ) {
      self.seed = seed
      self.session = session
      self.isQuiet = isQuiet
      self.showsTime = showsTime
    }
  }

  /// Reads and answers entries until the end; gives the code to leave the program with. To be called before the program
  /// has other threads: the signals of the terminal are taken over for all of them.
  package static func run(_ options: Options = Options(), look: Look) -> Int32 {
    var session = options.session
    session.language = look.language
    session.style = look.textStyle
    let keyboard = Keyboard()
    defer { keyboard.giveBack() }
    let output = PromptOutput()
    let own = Session(seed: options.seed, options: session)
    let signals = PromptSignals(session: own, keyboard: keyboard)
    let run = PromptRun(
      session: own, options: options, look: look, keyboard: keyboard, signals: signals, output: output,
      reader: reader(look, signals, output))
    return run.loop()
  }

  /// Readline where the terminal can move its cursor; plain lines everywhere else.
  static func reader(_ look: Look, _ signals: PromptSignals?, _ output: PromptOutput) -> any LineReader {
    guard let signals, look.movesCursor, isatty(0) == 1, isatty(1) == 1 else {
      return PlainReader(signals: signals, output: output)
    }
    return ReadlineReader(signals: signals)
  }
}
