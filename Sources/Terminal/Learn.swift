// A lesson at a terminal, step by step, with a prompt in between.
import AulaRuntime
import Diagnostics
import Lessons

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A conversation about a lesson.
package enum Learn {
  /// What is decided before it begins.
  package struct Options {
    /// Limits, files, threads. Language and style come from the look.
    package var session: SessionOptions
    /// What the lesson is called when it is opened.
    package var name: String
    /// Where the student's work is kept; nil keeps nothing.
    package var file: ProgressFile?
    /// Whether every entry tells how long it took.
    package var showsTime: Bool
    /// The name of the lesson that comes after this one.
    package var next: () -> String?

    package init(
      name: String, session: SessionOptions = SessionOptions(), file: ProgressFile? = nil, showsTime: Bool = false,
      next: @escaping () -> String? = { nil }
    ) {
      (self.name, self.session, self.file, self.showsTime, self.next) = (name, session, file, showsTime, next)
    }
  }

  /// Leads through a lesson until somebody leaves; gives the code to leave the program with. To be called before the program has
  /// other threads: the signals of the terminal are taken over for all of them.
  package static func run(_ lesson: Lesson, _ options: Options, look: Look) -> Int32 {
    var session = options.session
    session.language = look.language
    session.style = look.textStyle
    let keyboard = Keyboard()
    defer { keyboard.giveBack() }
    let output = PromptOutput()
    let run = LessonRun(lesson, options: session)
    let signals = PromptSignals(session: run.session, keyboard: keyboard)
    let prompt = PromptRun(
      session: run.session,
      options: Prompt.Options(seed: lesson.header.seed, session: session, showsTime: options.showsTime),
      look: look, keyboard: keyboard, signals: signals, output: output, reader: Prompt.reader(look, signals, output))
    let guide = LearnRun(run, options, prompt)
    prompt.guide = guide
    let code = prompt.loop()
    if code == 0 { guide.sayGoodbye() }
    return code
  }
}
