// What run, eval and check do.
import AulaRuntime
import Diagnostics
import Terminal

enum ProgramVerbs {
  /// Each file in a session of its own.
  static func run(_ job: Job) -> Ending { run(job.operands, job) }

  /// What is piped in, where no verb was given.
  static func runInput(_ job: Job) -> Ending { run(["-"], job) }

  private static func run(_ paths: [String], _ job: Job) -> Ending {
    let interrupts = Interrupts()
    let lesson = { (path: String) in LessonVerbs.run(path, job, interrupts) }
    return each(paths, job, lesson: lesson) { text, path, title in
      let session = job.session(folder: path == "-" ? "." : TextFiles.folder(of: path))
      let report = EventReport(job, name: path, showsNames: false) { session.cancel() }
      return interrupts.during(session) { report.evaluate(text, name: title, title: title, in: session) }
    }
  }

  /// One piece after the other in the same session.
  static func eval(_ job: Job) -> Ending {
    let interrupts = Interrupts()
    let session = job.session()
    let report = EventReport(job, name: "", showsNames: true) { session.cancel() }
    var ending = Ending.finished
    for (index, code) in job.operands.enumerated() {
      let name = CommandWords.code.filled(["number": .text("\(index + 1)")], in: job.language)
      ending = max(ending, interrupts.during(session) { report.evaluate(code, name: name, title: name, in: session) })
      if ending > .checkFailed || job.output.failure != nil { break }
    }
    return ending
  }

  /// Parses, names, shapes: nothing runs.
  static func check(_ job: Job) -> Ending {
    let interrupts = Interrupts()
    var problems = 0
    let lesson = { (path: String) in
      problems += 1
      return LessonVerbs.check(path, job, interrupts)
    }
    let ending = each(job.operands, job, lesson: lesson) { text, path, title in
      let session = job.session(folder: path == "-" ? "." : TextFiles.folder(of: path))
      let report = EventReport(job, name: path, showsNames: false) { session.cancel() }
      if job.settings.isJSON { job.output.write(JSONEvents.begin(title).text + "\n") }
      let outcome = interrupts.during(session) { session.check(text, name: title) }
      for problem in outcome.problems { report.show(problem) }
      problems += outcome.problems.count
      report.finish(outcome, title: title, isCheck: true)
      return Ending(outcome.status)
    }
    if ending == .finished && problems == 0 && !job.settings.isQuiet && !job.settings.isJSON {
      let count = job.operands.count
      let words = count == 1 ? CommandWords.allWellOne : CommandWords.allWell
      job.say(words.filled(["count": .text("\(count)")], in: job.language) + "\n")
    }
    return ending
  }

  /// Reads every file and does something with it. One that cannot be read keeps no other from its turn; an interrupt ends
  /// all.
  private static func each(
    _ paths: [String], _ job: Job, lesson: (_ path: String) -> Ending,
    _ body: (_ text: String, _ path: String, _ title: String) -> Ending
  ) -> Ending {
    var ending = Ending.finished
    for path in paths {
      if LessonVerbs.isLesson(path) {
        ending = max(ending, lesson(path))
        if ending == .interrupted || job.output.failure != nil { break }
        continue
      }
      do throws(Diagnostic) {
        let text = try TextFiles.read(path, in: job.language)
        let title = path == "-" ? CommandWords.standardInput(job.language) : path
        ending = max(ending, body(SourceText.withoutMark(text), path, title))
      } catch {
        job.complain(error)
        ending = max(ending, .fileFailed)
      }
      if ending == .interrupted || job.output.failure != nil { break }
    }
    return ending
  }
}

/// Texts of programs as files hold them.
enum SourceText {
  /// Without the mark that some editors put in front of UTF-8.
  static func withoutMark(_ text: String) -> String {
    text.unicodeScalars.first == "\u{feff}" ? String(text.unicodeScalars.dropFirst()) : text
  }
}
