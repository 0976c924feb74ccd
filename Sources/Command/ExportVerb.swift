// What export does: a lesson as a page that needs nothing else, or as the copy that students get.
import AulaRuntime
import Diagnostics
import Lessons
import Terminal

enum ExportVerb {
  static func perform(_ job: Job) -> Ending {
    let interrupts = Interrupts()
    var ending = Ending.finished
    if job.operands.count > 1, job.settings.outputPath != nil {
      job.complain(Diagnostic(.oneOutputForMany, at: .nowhere))
      return .wrongUsage
    }
    for operand in job.operands {
      ending = max(ending, export(operand, interrupts, job))
      if ending == .interrupted || job.output.failure != nil { break }
    }
    return ending
  }

  private static func export(_ operand: String, _ interrupts: Interrupts, _ job: Job) -> Ending {
    let path = LessonVerbs.path(of: operand, for: job.language)
    let target = job.settings.outputPath ?? usualName(for: path, job)
    do throws(Diagnostic) {
      guard let lesson = try LessonVerbs.read(path, job) else { return .programFailed }
      if target != "-", TextFiles.realPath(target) != nil, TextFiles.realPath(target) == TextFiles.realPath(path) {
        throw Diagnostic(.outputIsInput, at: .nowhere, ["path": .text(target)])
      }
      if target.hasSuffix(".md") || (target == "-" && job.settings.isForStudents) {
        // The lesson was read without the mark that some editors put before a text; in the copy it stands as in the original.
        let mark = try TextFiles.read(path, in: job.language).unicodeScalars.first.map { $0 == "\u{FEFF}" } ?? false
        try write((mark ? "\u{FEFF}" : "") + lesson.studentCopy, to: target, job)
        return .finished
      }
      var options = job.lessonOptions(TextFiles.folder(of: path))
      options.language = lesson.language
      options.style = TextStyle()
      let run = LessonRun(lesson, options: options)
      var page = LessonPage(lesson, withSolutions: !job.settings.isForStudents)
      var through = ThroughOptions()
      through.answers = page.answers
      let summary = interrupts.during(stop: { run.cancel() }, { run.runThrough(through) { page.add($0) } })
      // Half a page helps nobody.
      if summary.wasStopped { return .interrupted }
      try write(page.html, to: target, job)
      return summary.problems > 0 ? .programFailed : summary.isWell ? .finished : .checkFailed
    } catch {
      job.complain(error)
      return error.row.code == DiagnosticRow.outputIsInput.code ? .wrongUsage : .fileFailed
    }
  }

  /// `gan-toy.html`, `gan-toy.es.html`, `gan-toy-student.md`, in the present folder.
  private static func usualName(for path: String, _ job: Job) -> String {
    let language = LessonFiles.language(of: path)
    let tail = language == .en ? "" : ".\(language.rawValue)"
    return LessonFiles.name(of: path) + (job.settings.isForStudents ? "-student\(tail).md" : "\(tail).html")
  }

  private static func write(_ text: String, to target: String, _ job: Job) throws(Diagnostic) {
    if target == "-" {
      job.output.write(text)
      return
    }
    try TextFiles.replace(target, with: text)
    if job.settings.isQuiet || job.settings.isJSON { return }
    job.say(CommandWords.written.filled(["path": .text(target)], in: job.language) + "\n")
  }
}
