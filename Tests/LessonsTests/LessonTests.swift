// Reading lessons: cells, exercises, steps, and every slip of an author at its line.
import Diagnostics
import Lessons
import Testing

@Suite("Lessons as they are read") struct LessonTests {
  @Test("a lesson in all its parts") func parts() throws {
    let lesson = Sample.read(Sample.small)
    #expect(lesson.header.title == "Halves" && lesson.header.seed == 7 && lesson.header.seconds == 2)
    #expect(lesson.header.needs == ["tour"] && lesson.header.minutes == nil)
    #expect(
      lesson.cells.map(\.kind) == [
        .setup, .plain, .exercise("half"), .check("half"), .check("half"), .solution("half"), .wrong("half"), .plain,
        .fails,
      ])
    #expect(lesson.cells.map(\.key).prefix(5) == ["cell 1", "cell 2", "exercise half", "check half 1", "check half 2"])
    #expect(lesson.cells[7].name(in: .es) == "celda 4" && lesson.cells[7].survivorName == "cell 4")
    let half = try #require(lesson.exercise("half"))
    #expect(half.starter == 2 && half.checks == [3] && half.hiddenChecks == [4] && half.solution == 5)
    #expect(half.wrongs == [6] && half.points == 2 && half.hints == ["Divide.", "By two."] && half.attempts == 2)
    #expect(half.declared == ["half"] && half.maySkip && !half.isManual)
    #expect(lesson.steps.map(\.cell) == [1, 2, 7, 8, nil])
    #expect(lesson.steps[1].exercise == "half")
    #expect(lesson.names == ["base", "x", "steps", "w", "z", "half", "halves"])
    #expect(lesson.values.map(\.source) == ["{base}", "{x:.1f}", "{w:.1f}", "{w:.2f}", "{z:.3f}"])
    #expect(lesson.survivors.map(\.cell) == ["half"])
    #expect(lesson.survivors.first?.reason(for: "t / 2 -> t / 2.0") == "the same number")
    #expect(lesson.survivors.first?.reason(for: "t / 2 -> t") == nil)
  }

  static let head = "---\ntitle: T\n---\n"
  static let exercise = "```aula exercise a\nlet a = ???\n```\n```aula check a\ncheck a > 0\n```\n"
  /// Texts and what is wrong with them: the code and the line.
  static let slips: [(text: String, problems: [String])] = [
    ("Just text.\n", ["E0920 1"]),
    ("---\ntitle: T\n\nText\n", ["E0920 1"]),
    ("", ["E0920 1"]),
    ("---\ntitle: T\nnonsense\n---\n", ["E0921 3"]),
    ("---\ntitle: T\nseeds: 7\n---\n", ["E0922 3"]),
    ("---\ntitle: T\nseed: seven\n---\n", ["E0923 3"]),
    ("---\ntitle: T\nneeds: tour\n---\n", ["E0923 3"]),
    ("---\ntitle: T\nseed: 1\nseed: 2\n---\n", ["E0921 4"]),
    ("---\nseed: 1\n---\n", ["E0925 1"]),
    (head + "```aula exercis a\nlet a = ???\n```\n", ["E0926 4", "E0926 4", "E0939 5"]),
    (head + "```aula hidden=yes\nlet a = 1\n```\n", ["E0926 4", "E0930 4"]),
    (head + "```aula exercise\nlet a = ???\n```\n", ["E0927 4", "E0939 5"]),
    (head + "```aula exercise points=2\nlet a = ???\n```\n", ["E0927 4", "E0939 5"]),
    (head + exercise.replacing("exercise a", with: "exercise a points=two"), ["E0928 4"]),
    (head + exercise.replacing("exercise a", with: "exercise a points"), ["E0928 4"]),
    (head + exercise.replacing("exercise a", with: "exercise a skip=maybe"), ["E0928 4"]),
    (head + exercise.replacing("exercise a", with: "exercise a hint=think"), ["E0929 4"]),
    (head + exercise.replacing("exercise a", with: "exercise a hint=\"think"), ["E0929 4"]),
    (head + exercise.replacing("exercise a", with: "exercise a hidden"), ["E0930 4"]),
    (head + exercise.replacing("exercise a", with: "exercise a points=1 points=2"), ["E0930 4"]),
    (head + "```aula setup fails\nlet a = 1\n```\n", ["E0930 4"]),
    (head + "```aula points=2\nlet a = 1\n```\n", ["E0930 4"]),
    (head + "```aula\nlet a = 1\n", ["E0931 4"]),
    (head + "- item\n\n  ```aula\n  let a = 1\n  ```\n", ["E0932 6"]),
    (head + "- item\n\n      ```aula\n      let a = 1\n      ```\n\n> ```aula\n> 1\n> ```\n", ["E0932 10"]),
    (head + exercise.replacing("exercise a", with: "exercise a hint=\"`x`\""), ["E0924 4"]),
    (head + exercise + exercise, ["E0933 10"]),
    (head + "```aula check b\ncheck 1 > 0\n```\n", ["E0934 4"]),
    (head + "```aula solution a\nlet a = 1\n```\n\n" + exercise, ["E0934 4"]),
    (head + exercise.replacing("???", with: "1") + "```aula solution a\nlet a = 1\n```\n", ["E0935 4"]),
    (head + "```aula exercise a\nlet a = ???\n```\n", ["E0936 4"]),
    (
      head + exercise + "```aula solution a\nlet a = 1\n```\n```aula solution a\nlet a = 2\n```\n", ["E0937 13"]
    ),
    (head + "```aula\n# nothing\n```\n", ["E0938 4"]),
    (head + "```aula\nlet a = 1\nlet b = ???\n```\n", ["E0939 6"]),
    (head + "Text\n\n```aula\nlet a = 1\n\nlet b = )\n```\n", ["E0120 9"]),
    (head + "Text.\n\n<!-- survives\na: b\n-->\n", ["E0943 7"]),
  ]

  @Test("every slip is told at its line", arguments: slips.indices) func slip(_ index: Int) {
    let (text, problems) = Self.slips[index]
    #expect(Sample.problems(text) == problems, "\(text)")
  }

  @Test("a student's copy has no solutions, and an answer in the place of a blank") func copies() {
    #expect(Sample.problems(Self.head + Self.exercise.replacing("???", with: "1")) == [])
    #expect(Sample.problems(Self.head + Self.exercise.replacing("exercise a", with: "exercise a manual")) == [])
  }

  @Test("hints hold quotes and backslashes") func hints() {
    let text = Self.head + Self.exercise.replacing("exercise a", with: #"exercise a hint="say \"log\", not \\ln = x""#)
    #expect(Sample.read(text).exercises.first?.hints == [#"say "log", not \ln = x"#])
  }

  @Test("places of a program are places of the file, whatever the indentation") func places() {
    let text = Self.head + "é\r\n\r\n  ```aula\r\n  let a = 1\r\n    let b =\r\n  ```\r\n"
    #expect(Sample.problems(text).map { $0.suffix(2) } == [" 8"])
    let lesson = Lesson.read(text, name: "l", sources: Sources()).lesson
    #expect(lesson.cells.first?.program == "let a = 1\n  let b =\n")
    let span = lesson.cells[0].span(inFile: Span(source: 0, lower: 12, upper: 17))
    #expect(lesson.source.text(Int(span.lower), Int(span.upper)) == "let b")
  }

  @Test("cells in comments and in other fences are none") func hiddenFences() {
    let text =
      Self.head
      + "<!--\n```aula\nlet a = )\n```\n-->\n\n~~~markdown\n```aula\nlet b = )\n```\n~~~\n\n```python\nx = 1\n```\n"
    #expect(Sample.read(text).cells.isEmpty)
  }

  @Test("languages agree up to texts and comments") func languages() {
    let spanish = Sample.small.replacing("Half of a number, and a draw.", with: "La mitad.")
      .replacing("\"half of 4\"", with: "\"la mitad de 4\"").replacing(
        "print(\"x is {x}\")", with: "print(\"x es {x}\") # aquí"
      )
      .replacing("hint=\"Divide.\"", with: "hint=\"Divide, sí.\"").replacing("title: Halves", with: "title: Mitades")
    let english = Sample.read(Sample.small)
    #expect(Sample.read(spanish, language: .es).differences(from: english).isEmpty)
    let cases: [(String, String, String)] = [
      ("seed: 7", "seed: 8", "E0948"), ("t / 2", "t / 3", "E0945"), ("half of x is {half(x)}", "{x}", "E0945"),
      (" hint=\"By two.\"", "", "E0946"), ("points=2", "points=3", "E0946"), ("{w:.2f}", "{w:.3f}", "E0947"),
      ("x is {x:.1f}", "x", "E0947"), ("```aula fails\nhalf(\"a\", 2)\n```\n", "", "E0944"),
    ]
    for (before, after, code) in cases {
      let differences = Sample.read(Sample.small.replacing(before, with: after)).differences(from: english)
      #expect(differences.first?.row.code == code, "\(before): \(differences.map(\.row.code))")
      #expect(differences.count == 1, "\(before): \(differences.map(\.row.code))")
    }
  }
}
