// Whatever the file holds, reading it ends soon, with problems at places that exist.
import Diagnostics
import Lessons
import Testing

@Suite("Lessons of any kind") struct LessonRobustnessTests {
  static let pieces = [
    "```", "~~~", "```aula", "```aula exercise a", "aula check a hidden", "---", "---\ntitle: T\n---\n", "\n", "\r\n",
    "\n\n",
    "???", "let a = 1", "{", "}", "{a}", "{a:.2f}", "$", "$$", "\\val{a}", "<!--", "-->", "<!-- survives", "- ", "> ",
    "| a | b |",
    "hint=\"", "\"", "points=", "=", "é", "\u{301}", "\u{0}", "🇪🇸", "  ", "      ", "\t", "\\", "fn f(x) = ???", "#",
    "[", "](",
  ]

  @Test("pieces in any order") func pieces() {
    var random = SystemRandomNumberGenerator()
    for _ in 0..<400 {
      let count = Int.random(in: 0...40, using: &random)
      var text = (0..<count).compactMap { _ in Self.pieces.randomElement(using: &random) }.joined()
      if Bool.random(using: &random) { text = "---\ntitle: T\n---\n" + text }
      check(text)
    }
  }

  @Test("a lesson with stretches taken out or doubled") func changed() {
    var random = SystemRandomNumberGenerator()
    let bytes = Array(Sample.small.utf8)
    for _ in 0..<400 {
      var changed = bytes
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        let start = Int.random(in: 0..<changed.count, using: &random)
        let range = start..<min(changed.count, start + Int.random(in: 0...30, using: &random))
        if Bool.random(using: &random) {
          changed.removeSubrange(range)
        } else {
          changed.insert(contentsOf: changed[range], at: Int.random(in: 0...changed.count, using: &random))
        }
        if changed.isEmpty { break }
      }
      check(String(decoding: changed, as: UTF8.self))
    }
  }

  @Test("very many cells", .timeLimit(.minutes(1))) func many() {
    let head = "---\ntitle: T\n---\n\n"
    let exercises = (0..<800).map {
      "```aula exercise a\($0)\nlet a = ???\n```\n\n```aula check a\($0)\ncheck a > 0\n```\n\n"
    }
    check(head + exercises.joined())
    check(head + String(repeating: "```aula check b\nlet a = 1\n```\n", count: 2_000))
    check(head + "<!-- survives\n" + String(repeating: "x\n", count: 20_000) + "-->\n")
    check(head + String(repeating: "{a} ", count: 2_000))
    check(head + "```aula hint=\"" + String(repeating: "\\\"", count: 20_000) + "\"\n```\n")
    check(String(repeating: "---\n", count: 10_000))
  }

  private func check(_ text: String) {
    let sources = Sources()
    let (lesson, problems) = Lesson.read(text, name: "l.md", sources: sources)
    let size = Int32(text.utf8.count)
    for problem in problems {
      #expect(problem.span.source == lesson.sourceNumber && problem.span.lower >= 0 && problem.span.upper <= size)
    }
    let rendered = Renderer(sources: sources, language: .es).render(Diagnostics(problems))
    #expect(rendered.isEmpty == problems.isEmpty)
    #expect(lesson.steps.flatMap(\.parts).count { if case .cell = $0 { true } else { false } } <= lesson.cells.count)
    #expect(lesson.differences(from: lesson).isEmpty)
  }
}
