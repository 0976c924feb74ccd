// The lessons that come with Aula: every language reads without a problem, and the languages agree.
import Diagnostics
import Foundation
import Lessons
import Testing

@Suite("Files of lessons") struct LessonFileTests {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "../../lessons")

  /// The folders that hold a lesson.
  static let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).filter {
    FileManager.default.fileExists(atPath: folder.appending(path: "\($0)/lesson.md").path)
  }.sorted()

  @Test("they read without a problem in every language, and the languages agree", arguments: names)
  func lessons(_ name: String) throws {
    let base = Self.folder.appending(path: "\(name)/lesson.md").standardizedFileURL.path
    #expect(LessonFiles.languages(of: base) == Language.allCases && LessonFiles.name(of: base) == name)
    let sources = Sources()
    var english: Lesson?
    for language in Language.allCases {
      let path = LessonFiles.path(base, in: language)
      let text = try String(contentsOfFile: path, encoding: .utf8)
      var (lesson, problems) = Lesson.read(text, name: path, language: language, sources: sources)
      if let english { problems += lesson.differences(from: english) } else { english = lesson }
      let renderer = Renderer(sources: sources, language: .en)
      #expect(problems.isEmpty, "\(problems.map(renderer.render).joined(separator: "\n"))")
    }
  }

  @Test("paths say the language and the name") func paths() {
    #expect(LessonFiles.language(of: "a/lesson.es.md") == .es && LessonFiles.language(of: "a/lesson.md") == .en)
    #expect(LessonFiles.path("a/lesson.pt.md", in: .es) == "a/lesson.es.md")
    #expect(LessonFiles.path("lesson.pt.md", in: .en) == "lesson.md")
    #expect(LessonFiles.name(of: "lessons/gan-toy/lesson.es.md") == "gan-toy")
    #expect(LessonFiles.name(of: "homework.es.md") == "homework" && LessonFiles.name(of: "lesson.md") == "lesson")
    #expect(LessonFiles.name(of: "../lesson.md") == "lesson" && LessonFiles.name(of: "./x/lesson.md") == "x")
    #expect(LessonFiles.languages(of: "/no/such/lesson.md") == [])
  }
}
