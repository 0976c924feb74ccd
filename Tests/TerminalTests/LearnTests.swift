// Answers that grow piece by piece, pages of a step, commands of a lesson, the list.
import Diagnostics
import Foundation
import Lessons
import Terminal
import Testing

@Suite("Lessons at the prompt") struct LearnTests {
  private func lesson(_ starter: String, solution: String) -> Lesson {
    let text = """
      ---
      title: t
      minutes: 1
      seconds: 1
      ---

      ```aula exercise two
      \(starter)
      ```

      ```aula check two
      check "x": true
      ```

      ```aula solution two
      \(solution)
      ```
      """
    return Lesson.read(text, name: "t.md", language: .en, sources: Sources()).lesson
  }

  @Test("an entry that defines what is asked for is an answer; others are not") func isAnswer() throws {
    let lesson = lesson("fn f(x) = ???\nfn g(x) = ???", solution: "fn f(x) = x\nfn g(x) = x")
    let answer = LearnAnswer(try #require(lesson.exercises.first), in: lesson)
    #expect(answer.isAnswer("fn f(x) = 2 * x") && answer.isAnswer("let g = x -> x"))
    #expect(!answer.isAnswer("f(3)") && !answer.isAnswer("let h = 2") && !answer.isAnswer(""))
    let derivation = self.lesson(
      "derive \"d\" for all x in [1.0] {\n    x\n    = ???\n}",
      solution: "derive \"d\" for all x in [1.0] {\n    x\n    = x\n}"
    )
    let other = LearnAnswer(try #require(derivation.exercises.first), in: derivation)
    #expect(other.isAnswer("derive \"d\" for all x in [1.0] {\n    x\n    = x * 1\n}") && !other.isAnswer("1 + 1"))
  }

  @Test("an answer is completed by what was written before") func whole() throws {
    let lesson = lesson("fn f(x) = ???\nfn g(x) = ???", solution: "fn f(x) = x\nfn g(x) = x")
    let answer = LearnAnswer(try #require(lesson.exercises.first), in: lesson)
    let half = answer.whole("fn g(x) = 3", after: "fn f(x) = ???\nfn g(x) = ???")
    #expect(half == "fn f(x) = ???\nfn g(x) = 3")
    #expect(answer.whole("fn f(x) = 1", after: half) == "fn f(x) = 1\nfn g(x) = 3")
    #expect(answer.whole("fn f(x) = 1; fn g(x) = 2", after: half) == "fn f(x) = 1; fn g(x) = 2")
    #expect(answer.whole("fn f(x) = (", after: half) == "fn f(x) = (")
  }

  @Test("pages hold every line, are cut at empty lines, and fit") func pages() {
    for (count, rows, used) in [(5, 24, 0), (30, 24, 0), (60, 24, 18), (60, 10, 3), (200, 24, 100), (0, 24, 0)] {
      let lines = (0..<count).map { count != 60 && $0 % 7 == 6 ? "" : "line \($0)" }
      var pages = LearnPages(lines, rows: rows, used: used)
      var seen: [String] = []
      var number = 0
      repeat {
        let page = pages.next()
        #expect(page.count <= max(rows - 4, 6))
        #expect(page.first != "" || number == 0)
        seen += page
        number += 1
      } while !pages.isEmpty
      #expect(seen.filter { !$0.isEmpty } == lines.filter { !$0.isEmpty })
    }
  }

  @Test("every command has words in every language and stands once", arguments: Language.allCases)
  func commands(_ language: Language) {
    let names = LearnRun.commands.map(\.name)
    #expect(Set(names).count == names.count && !names.contains("seed"))
    for name in ["next", "back", "again", "hint", "solution", "skip", "reset", "progress", "edit", "quit", "help"] {
      #expect(names.contains(name))
    }
    for row in LearnRun.commands { #expect(!row.summary(language).isEmpty && row.usage(language).hasPrefix(":")) }
  }

  @Test("the list fits on the screen and says what is done") func table() {
    let lesson = lesson("fn f(x) = ???", solution: "fn f(x) = x")
    var done = LessonProgress()
    done.step = lesson.steps.count
    let entries = [
      LessonEntry("first", lesson, done), LessonEntry("second-with-a-long-name", lesson, LessonProgress()),
    ]
    for columns in [20, 40, 80, 200] {
      let text = LessonTable(entries, Look(columns: columns)).text
      #expect(text.contains("✓ first") && text.contains("· second"))
      #expect(text.components(separatedBy: "\n").dropLast(4).allSatisfy { $0.count <= max(columns, 28) })
    }
    #expect(LessonTable(entries, Look(signs: .plain, isASCII: true)).text.utf8.allSatisfy { $0 < 0x80 })
  }
}
