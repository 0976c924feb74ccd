// Every lesson prints today what it printed when its transcript was recorded, in each language.
import Diagnostics
import Foundation
import Lessons
import Testing

enum LessonTranscripts {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "../../lessons")
    .standardizedFileURL
  static let isRecording = ProcessInfo.processInfo.environment["AULA_RECORD"] == "1"

  /// A lesson in a language.
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let language: Language

    var testDescription: String { "\(name) \(language.rawValue)" }
    var lesson: String { LessonFiles.path("\(name)/lesson.md", in: language) }
    var transcript: URL { LessonTranscripts.folder.appending(path: "\(name)/transcript.\(language.rawValue).txt") }
  }

  static let cases: [Case] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.sorted().flatMap { name in Language.allCases.map { Case(name: name, language: $0) } }.filter {
      FileManager.default.fileExists(atPath: folder.appending(path: $0.lesson).path)
    }
  }()

  /// From the first transcript on, every lesson has one.
  static let isOn = isRecording || cases.contains { FileManager.default.fileExists(atPath: $0.transcript.path) }
}

@Suite("Transcripts of lessons", .enabled(if: LessonTranscripts.isOn)) struct TranscriptTests {
  @Test("a run prints what was recorded; AULA_RECORD=1 records anew", arguments: LessonTranscripts.cases)
  func transcript(_ lesson: LessonTranscripts.Case)
    throws
  {
    let environment = [
      "AULA_PICTURES": "words", "COLUMNS": "80", "LC_ALL": "\(lesson.language.rawValue)_XX.UTF-8",
    ]
    let result = try Aula.run("run", lesson.lesson, environment: environment, folder: LessonTranscripts.folder)
    #expect(result.code == 0 && result.errors.isEmpty, "\(result.code) \(result.errors)")
    let recorded = (try? String(contentsOf: lesson.transcript, encoding: .utf8)) ?? ""
    if LessonTranscripts.isRecording {
      try Data(Transcript.renewed(recorded, with: result.output).utf8).write(to: lesson.transcript)
    } else if let difference = Transcript.difference(recorded: recorded, fresh: result.output) {
      Issue.record("line \(difference.line): \"\(difference.recorded)\" was recorded, \"\(difference.fresh)\" came")
    }
  }
}
