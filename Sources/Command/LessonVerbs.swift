// What run and check do with lessons: every step in order with nobody there; the answers of a student.
import AulaRuntime
import Diagnostics
import Lessons
import Terminal

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

enum LessonVerbs {
  /// Whether an operand is a lesson: a Markdown file, or the name of a lesson where there is no such file.
  static func isLesson(_ operand: String) -> Bool {
    operand.hasSuffix(".md") || (TextFiles.realPath(operand) == nil && shelf.path(of: operand) != nil)
  }

  static var shelf: LessonShelf { LessonShelf.usual { getenv($0).map { String(cString: $0) } } }

  /// The file of a lesson in the reader's language, if there is one beside it. A file in another language that is named is meant.
  static func path(of operand: String, for reader: Language) -> String {
    guard let path = operand.hasSuffix(".md") ? operand : shelf.path(of: operand) else { return operand }
    guard LessonFiles.language(of: path) == .en, LessonFiles.languages(of: path).contains(reader) else { return path }
    return LessonFiles.path(path, in: reader)
  }

  /// Reads a lesson and tells what is wrong with its text; nil if it is not to be run.
  static func read(_ path: String, _ job: Job) throws(Diagnostic) -> Lesson? {
    let sources = Sources()
    let text = try TextFiles.read(path, in: job.language)
    let read = Lesson.read(
      SourceText.withoutMark(text), name: path, language: LessonFiles.language(of: path), sources: sources)
    for problem in read.problems { job.complain(problem, sources: sources) }
    return read.problems.contains { $0.row.severity == .error } ? nil : read.lesson
  }

  // MARK: run

  /// Runs a lesson from its first step to its last.
  static func run(_ operand: String, _ job: Job, _ interrupts: Interrupts) -> Ending {
    through(operand, job, interrupts, ThroughOptions())
  }

  private static func through(
    _ operand: String, _ job: Job, _ interrupts: Interrupts, _ options: ThroughOptions
  ) -> Ending {
    let path = path(of: operand, for: job.language)
    do throws(Diagnostic) {
      guard let lesson = try read(path, job) else { return .programFailed }
      let run = LessonRun(lesson, options: job.lessonOptions(TextFiles.folder(of: path)))
      let report = LessonReport(job, run, name: path)
      report.begin(path)
      let summary = interrupts.during(stop: run.cancel, { run.runThrough(options) { report.receive($0) } })
      if summary.wasStopped { return max(.interrupted, report.ending) }
      let ending: Ending =
        summary.problems > 0 ? .programFailed : summary.isWell && summary.open.isEmpty ? .finished : .checkFailed
      return max(ending, report.ending)
    } catch {
      job.complain(error)
      return .fileFailed
    }
  }

  // MARK: check

  /// Runs the checks of a student's answers, those that are shown; says what is open, and that there are others.
  static func check(_ operand: String, _ job: Job, _ interrupts: Interrupts) -> Ending {
    let path = path(of: operand, for: job.language)
    do throws(Diagnostic) {
      guard let lesson = try read(path, job) else { return .programFailed }
      let run = LessonRun(lesson, options: job.lessonOptions(TextFiles.folder(of: path)))
      let report = LessonReport(job, run, name: path, showsAll: false)
      report.begin(path)
      var options = ThroughOptions()
      options.usesSolutions = lesson.hasSolutions
      // What comes behind the last exercise is not the student's.
      options.end = (lesson.steps.last { $0.exercise != nil }?.index).map { $0 + 1 } ?? 0
      let summary = interrupts.during(stop: run.cancel, { run.runThrough(options) { report.receive($0) } })
      report.tellAnswers(summary, in: lesson)
      if summary.wasStopped { return max(.interrupted, report.ending) }
      let isDone = summary.problems == 0 && (summary.failed + summary.open + summary.standIns).isEmpty
      return max(isDone ? .finished : summary.problems > 0 ? .programFailed : .checkFailed, report.ending)
    } catch {
      job.complain(error)
      return .fileFailed
    }
  }
}

extension Job {
  /// What the session of a lesson may use; files are seen from the lesson's folder.
  func lessonOptions(_ folder: String) -> SessionOptions {
    var options = settings.sessionOptions(files: DiskFiles(base: folder))
    options.language = language
    options.style = settings.isJSON ? TextStyle() : look.textStyle
    options.style.isColoured = !settings.isJSON && errorLook.colours != .none
    return options
  }
}
