// What test does: the author's test of lessons, told as a table and as problems at their lines.
import AulaRuntime
import Diagnostics
import Lessons
import Terminal

enum TestVerb {
  static func perform(_ job: Job) -> Ending {
    let interrupts = Interrupts()
    var ending = Ending.finished
    for path in job.operands {
      ending = max(ending, test(LessonVerbs.shelf.file(of: path), interrupts, job))
      if ending == .interrupted || job.output.failure != nil { break }
    }
    return ending
  }

  private static func test(_ path: String, _ interrupts: Interrupts, _ job: Job) -> Ending {
    let sources = Sources()
    let teller = TestTeller(job, path: path)
    teller.begin()
    do throws(Diagnostic) {
      let own = LessonFiles.language(of: path)
      var (lesson, isReadable) = try read(path, own, sources, teller, job)
      var others: [Lesson] = []
      for language in LessonFiles.languages(of: path) where language != own {
        let (other, isRight) = try read(LessonFiles.path(path, in: language), language, sources, teller, job)
        isReadable = isReadable && isRight
        others.append(other)
      }
      guard isReadable else { return .checkFailed }
      let test = LessonTest(
        lesson, others: others, sources: sources, options: job.lessonOptions(TextFiles.folder(of: path)))
      let report = interrupts.during(stop: { test.cancel() }, { test.perform { teller.receive($0) } })
      teller.finish(report)
      return report.wasStopped ? .interrupted : report.isWell ? .finished : .checkFailed
    } catch {
      job.complain(error)
      return .fileFailed
    }
  }

  /// A lesson, and whether it can be run.
  private static func read(
    _ path: String, _ language: Language, _ sources: Sources, _ teller: TestTeller, _ job: Job
  ) throws(Diagnostic) -> (lesson: Lesson, isReadable: Bool) {
    let text = try TextFiles.read(path, in: job.language)
    let (lesson, problems) = Lesson.read(
      SourceText.withoutMark(text), name: path, language: language, sources: sources)
    return (lesson, teller.tell(problems, sources))
  }
}

extension LessonShelf {
  /// The file that an operand means: a path, or the name of a lesson where there is no such file.
  fileprivate func file(of operand: String) -> String {
    operand.hasSuffix(".md") ? operand : path(of: operand) ?? operand
  }
}

/// Tells how a test goes.
private final class TestTeller {
  private let job: Job
  private let path: String
  private let printer: EventPrinter
  private let start = MonotonicClock.seconds()

  init(_ job: Job, path: String) {
    self.job = job
    self.path = path
    let output = job.output
    printer = EventPrinter(look: job.look) { output.write($0) }
  }

  func begin() {
    if job.settings.isJSON { tell([("event", .string("begin")), ("source", .string(path))]) }
  }

  /// Tells problems of the text itself; false if one of them is an error.
  func tell(_ problems: [Diagnostic], _ sources: Sources) -> Bool {
    for problem in problems { job.complain(problem, sources: sources) }
    return !problems.contains { $0.row.severity == .error }
  }

  func receive(_ event: LessonTestEvent) {
    switch event {
    case .stage(let stage):
      if job.settings.isJSON { tell([("event", .string("stage")), ("stage", .string(stage.rawValue))]) }
    case .tried(let count, of: let total):
      if job.settings.isJSON || job.settings.isQuiet { return }
      let seconds = MonotonicClock.seconds() - start
      printer.show(
        .progress(
          Event.Progress(
            count: count, total: total, rate: 0, seconds: seconds,
            remaining: count > 0 ? seconds / Double(count) * Double(total - count) : nil, latest: [])))
      job.output.flush()
    case .problem(let problem):
      printer.clearProgress()
      if job.settings.isJSON {
        job.output.write(JSONEvents.problem(problem, job.language).text + "\n")
      } else {
        job.output.flush()
        job.errors.write(ScreenText.ours(problem.text, job.errorLook))
        job.errors.flush()
      }
    }
  }

  func finish(_ report: LessonTestReport) {
    printer.clearProgress()
    if job.settings.isJSON {
      job.output.write(LessonTestText.json(report, source: path).text + "\n")
    } else if !job.settings.isQuiet || !report.isWell {
      job.say(LessonTestText.text(report, source: path, job.language))
    }
    job.output.flush()
  }

  private func tell(_ members: [(String, JSONText)]) { job.output.write(JSONText.object(members).text + "\n") }
}
