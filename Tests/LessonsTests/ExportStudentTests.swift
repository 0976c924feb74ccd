// The students' copy of a lesson: what is for the author goes, every other byte stays.
import Diagnostics
import Foundation
import Lessons
import Testing

@Suite("Students' copies") struct ExportStudentTests {
  static func copy(_ text: String, language: Language = .en) -> String {
    Lesson.read(text, name: "lesson.md", language: language, sources: Sources()).lesson.studentCopy
  }

  @Test("without solution, wrong answer, hidden check and survivors; all else byte for byte") func small() {
    let copy = Self.copy(Sample.small)
    let expected = Sample.small
      .replacing(
        "\n```aula check half hidden\ncheck \"half of 5\": half(5) ≈ 2.5\n```\n",
        with: "\n*One more check is not shown in your copy.*\n"
      )
      .replacing("\n```aula solution half\nfn half(t) = t / 2\n```\n", with: "")
      .replacing("\n```aula wrong half\nfn half(t) = t - 2\n```\n", with: "")
      .replacing("\n<!-- survives\nhalf: t / 2 -> t / 2.0: the same number\n-->", with: "")
    #expect(copy.trimmingCharacters(in: .newlines) == expected.trimmingCharacters(in: .newlines))
    #expect(!copy.contains("survives") && !copy.contains("t / 2"))
  }

  @Test("a copy is copied as it is") func again() {
    let copy = Self.copy(Sample.small)
    #expect(Self.copy(copy) == copy)
  }

  @Test("it reads as a lesson, and running it leaves the exercise open") func runs() {
    let lesson = Sample.read(Self.copy(Sample.small))
    #expect(!lesson.hasSolutions && lesson.exercises.map(\.name) == ["half"] && lesson.exercises[0].checks.count == 1)
    #expect(lesson.exercises[0].hiddenChecks.isEmpty && lesson.survivors.isEmpty)
    let run = RunTests.run(Self.copy(Sample.small))
    #expect(run.runThrough { _ in }.open == ["half"])
  }

  @Test("line ends of other systems stay") func lineEnds() {
    let plain = Self.copy(Sample.small)
    let other = Sample.small.replacing("\n", with: "\r\n")
    #expect(Array(Self.copy(other).utf8) == Array(plain.replacing("\n", with: "\r\n").utf8))
  }

  @Test("checks are counted, not cells; the line stands apart, in the lesson's language") func hiddenLine() {
    let one = "check \"half of 5\": half(5) ≈ 2.5"
    let text = Sample.small.replacing(one, with: "let u = 1\n\(one)\n\(one.replacing("of 5", with: "of five"))")
    #expect(Self.copy(text).contains("\n\n*2 more checks are not shown in your copy.*\n\nThen it"))
    #expect(Self.copy(text, language: .es).contains("*Hay 2 comprobaciones más que tu copia no muestra.*"))
    #expect(Self.copy(Sample.small, language: .pt).contains("*Há mais uma verificação que a sua cópia não mostra.*"))
    // Glued to what stands before and behind.
    let tight = text.replacing("```\n\n```", with: "```\n```").replacing("```\n\nThen", with: "```\nThen")
    #expect(
      Self.copy(tight).contains("\n\n*2 more checks are not shown in your copy.*\n\nThen it"), "\(Self.copy(tight))")
  }

  @Test("paragraphs around what is left out stay two paragraphs") func apart() {
    let text = Sample.small.replacing("fn half(t) = t - 2\n```\n\n", with: "fn half(t) = t - 2\n```\n")
    #expect(Self.copy(text).contains("\n\nThen it is used"), "\(Self.copy(text))")
  }

  static let lessons: [String] = ExportPageTests.lessons.map(\.name)

  @Test("every lesson's copy reads without problems and tells nothing", arguments: lessons) func all(_ name: String)
    throws
  {
    for language in Language.allCases {
      let file = ExportPageTests.folder.appending(path: LessonFiles.path("\(name)/lesson.md", in: language))
      let whole = Sample.read(try String(contentsOf: file, encoding: .utf8), language: language)
      let copy = Sample.read(whole.studentCopy, language: language)
      #expect(copy.exercises.map(\.name) == whole.exercises.map(\.name) && !copy.hasSolutions && copy.survivors.isEmpty)
      #expect(copy.exercises.allSatisfy { $0.hiddenChecks.isEmpty && $0.wrongs.isEmpty })
      for exercise in whole.exercises {
        let solution = exercise.solution.map { whole.cells[$0].program } ?? "no solution"
        #expect(!whole.studentCopy.contains(solution), "\(exercise.name)")
      }
      // What is left is the author's, line by line and in the same order.
      var rest = whole.source.text.split(separator: "\n", omittingEmptySubsequences: true)[...]
      for line in whole.studentCopy.split(separator: "\n") where !line.hasPrefix("*") {
        let place = try #require(rest.firstIndex(of: line), "\(line)")
        rest = rest[(place + 1)...]
      }
    }
  }
}
