// What new does: begins a lesson in a folder of its own, in three languages.
import Diagnostics
import Lessons
import Terminal

enum NewVerb {
  static func perform(_ job: Job) -> Ending {
    // `aula new lesson NAME`; there is nothing else to begin yet.
    guard job.operands.first == "lesson", let name = job.operands.dropFirst().first else {
      job.complain(
        Diagnostic(
          .missingOperand, at: .nowhere,
          [
            "verb": "new", "wanted": .words(Verb.Operands.newLesson.wanted),
            "example": .text(Verb.new.examples.first?.call ?? ""),
          ]))
      return .wrongUsage
    }
    guard LessonSkeleton.isName(name) else {
      job.complain(Diagnostic(.lessonName, at: .nowhere, ["name": .text(name)]))
      return .wrongUsage
    }
    // Where lessons live together, the new one joins them.
    let folder = TextFiles.realPath("lessons") == nil ? name : "lessons/\(name)"
    do throws(Diagnostic) {
      let paths = Language.allCases.map { LessonFiles.path("\(folder)/lesson.md", in: $0) }
      for path in paths where TextFiles.realPath(path) != nil {
        throw Diagnostic(.lessonExists, at: .nowhere, ["path": .text(path)])
      }
      try TextFiles.makeFolder(folder)
      for (language, path) in zip(Language.allCases, paths) {
        try TextFiles.replace(path, with: LessonSkeleton.text(name: name, language: language))
        if job.settings.isJSON {
          job.output.write(JSONText.object([("event", .string("file")), ("source", .string(path))]).text + "\n")
        }
      }
      if !job.settings.isQuiet && !job.settings.isJSON {
        let path = LessonFiles.path("\(folder)/lesson.md", in: .en)
        job.say(NewWords.made.filled(["path": .text(path)], in: job.language) + "\n")
      }
      return .finished
    } catch {
      job.complain(error)
      return .fileFailed
    }
  }
}

private enum NewWords {
  static let made = Words(
    en:
      "{path} is there, with Spanish and Portuguese beside it. `aula learn {path}` shows it, `aula test {path}` tests it.",
    es:
      "Ya está {path}, con el español y el portugués al lado. `aula learn {path}` la muestra, `aula test {path}` la prueba.",
    pt:
      "{path} está pronta, com o espanhol e o português ao lado. `aula learn {path}` mostra, `aula test {path}` testa.")
}
