// What learn does: the list of lessons, or one of them step by step.
import AulaRuntime
import Diagnostics
import Lessons
import Terminal

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

enum LearnVerb {
  static func perform(_ job: Job) -> Ending {
    guard let operand = job.operands.first else { return list(job) }
    guard LessonVerbs.isLesson(operand) else {
      var problem = Diagnostic(.unknownLesson, at: .nowhere, ["name": .text(operand)])
      problem.notes = CommandWords.suggestion(Suggestions.nearest(to: operand, among: LessonVerbs.shelf.names))
      job.complain(problem)
      return .fileFailed
    }
    // Programs talk in events, and without a keyboard nobody can press Enter.
    if job.settings.isJSON || isatty(0) != 1 || isatty(1) != 1 {
      return LessonVerbs.run(operand, job, Interrupts())
    }
    do throws(Diagnostic) {
      return try open(operand, job)
    } catch {
      job.complain(error)
      return .fileFailed
    }
  }

  private static func file(_ name: String) -> ProgressFile? {
    ProgressFile.usual(name) { getenv($0).map { String(cString: $0) } }
  }

  /// What is kept of a lesson; that a file was damaged is told. One that cannot be read is nothing here: opening the lesson tells why.
  private static func progress(_ name: String, _ job: Job) -> LessonProgress? {
    guard let loaded = try? file(name)?.load() else { return nil }
    if let warning = loaded.warning { job.complain(warning) }
    return loaded.progress
  }

  private static func open(_ operand: String, _ job: Job) throws(Diagnostic) -> Ending {
    var look = job.look
    let name = LessonFiles.name(of: LessonVerbs.path(of: operand, for: .en))
    // What was chosen in the lesson holds until somebody asks for something else.
    look.language = job.settings.language ?? progress(name, job)?.language ?? look.language
    let path = LessonVerbs.path(of: operand, for: look.language)
    guard let lesson = try LessonVerbs.read(path, job) else { return .programFailed }
    let language = look.language
    let options = Learn.Options(
      name: operand, session: job.settings.sessionOptions(files: DiskFiles(base: TextFiles.folder(of: path))),
      file: file(name),
      showsTime: job.settings.showsTime, next: { next(after: name, job, language) })
    let code = Learn.run(lesson, options, look: look)
    return code == 0 ? .finished : Ending(rawValue: code) ?? .interrupted
  }

  // MARK: The list

  /// What is known of the lessons on the shelf, in the order of the course. One that cannot be read is left out.
  private static func entries(_ job: Job, _ language: Language) -> [LessonEntry] {
    let shelf = LessonVerbs.shelf
    let entries = shelf.names.compactMap { name -> LessonEntry? in
      guard shelf.path(of: name) != nil,
        let text = try? TextFiles.read(LessonVerbs.path(of: name, for: language), in: language)
      else { return nil }
      let lesson = Lesson.read(SourceText.withoutMark(text), name: name, language: language, sources: Sources()).lesson
      return LessonEntry(name, lesson, progress(name, job) ?? LessonProgress())
    }
    return entries.sorted { ($0.order, $0.name) < ($1.order, $1.name) }
  }

  private static func next(after name: String, _ job: Job, _ language: Language) -> String? {
    let entries = entries(job, language)
    guard let place = entries.firstIndex(where: { $0.name == name }) else { return nil }
    return entries[(place + 1)...].first { !$0.isDone }?.name
  }

  private static func list(_ job: Job) -> Ending {
    let entries = entries(job, job.language)
    if job.settings.isJSON {
      for entry in entries { job.output.write(JSONEvents.lesson(entry).text + "\n") }
    } else if entries.isEmpty {
      job.say(LearnListWords.none(job.language) + "\n")
    } else {
      job.page(LessonTable(entries, job.look).text)
    }
    return .finished
  }
}

enum LearnListWords {
  static let none = Words(
    en: "There are no lessons here. `AULA_LESSONS` names folders that hold some.",
    es: "Aquí no hay lecciones. `AULA_LESSONS` indica carpetas que las tienen.",
    pt: "Não há lições aqui. `AULA_LESSONS` indica pastas que as têm.")
}
