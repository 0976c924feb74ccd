// run, check and learn on lessons with nobody there: what is printed, and the code at the end.
import Foundation
import Testing

@Suite("Lessons at the command") struct LessonRunTests {
  private static let head = "---\ntitle: Small\nminutes: 1\nseconds: 1\nseed: 3\norder: 1\n---\n\n# Small\n\n"
  private static let exercise = """
    ```aula exercise double points=2 hint="Times two."
    ANSWER
    ```

    ```aula check double
    check "three": double(3) == 6
    ```

    ```aula check double hidden
    check "five": double(5) == 10
    ```

    """
  private static let solution = "```aula solution double\nfn double(t) = 2 * t\n```\n\n"

  static func text(answer: String, hasSolution: Bool, more: String = "") -> String {
    head + "Here is **one**: {1 + 1:.2f} and $x^2$.\n\n```aula\nlet a = 2\nprint(\"a is {a}\")\n```\n\n"
      + exercise.replacingOccurrences(of: "ANSWER", with: answer) + (hasSolution ? solution : "") + more
      + "The end: {a}.\n"
  }

  private func folder(_ answer: String = "fn double(t) = ???", hasSolution: Bool = true, more: String = "") throws
    -> TemporaryFolder
  {
    let folder = try TemporaryFolder()
    let text = Self.text(answer: answer, hasSolution: hasSolution, more: more)
    try folder.write(text, as: "lessons/small/lesson.md")
    try folder.write(text.replacingOccurrences(of: "The end", with: "El fin"), as: "lessons/small/lesson.es.md")
    return folder
  }

  @Test("run: everything in order, by name or file, in the reader's language") func run() throws {
    let folder = try folder()
    let result = try Aula.run("run", "small", folder: folder.url)
    #expect(result.code == 0 && result.errors.isEmpty, "\(result.output)\(result.errors)")
    let parts = [
      "Small", "Here is one: 2.00 and x².", "let a = 2", "a is 2", "`double` has no answer yet", "2 * t", "The end: 2.",
    ]
    var rest = result.output[...]
    for part in parts {
      let place = try #require(rest.range(of: part), "\(part) in \(result.output)")
      rest = rest[place.upperBound...]
    }
    #expect(!result.output.contains("\u{1b}"))
    #expect(try Aula.run("run", "lessons/small/lesson.md", folder: folder.url).output == result.output)
    #expect(try Aula.run("run", "--lang", "es", "small", folder: folder.url).output.contains("El fin: 2."))
    #expect(
      try Aula.run("run", "--lang", "es", "lessons/small/lesson.es.md", folder: folder.url).output.contains("El fin"))
    #expect(try Aula.run("learn", "small", folder: folder.url).output == result.output)
    let elsewhere = try TemporaryFolder()
    let shelf = ["AULA_LESSONS": folder.url.path + "/lessons"]
    #expect(try Aula.run("run", "small", environment: shelf, folder: elsewhere.url).output == result.output)
    let quiet = try Aula.run("run", "--quiet", "small", folder: folder.url)
    #expect(quiet.output == "a is 2\n", "\(quiet.output)")
  }

  @Test("the code at the end") func endings() throws {
    let fails = "```aula\ncheck \"no\": 1 == 2\n```\n\n"
    let error = "```aula\nunknown_thing\n```\n\n"
    let cases: [(String, Bool, String, run: Int32, check: Int32)] = [
      ("fn double(t) = ???", true, "", 0, 1), ("fn double(t) = 2 * t", false, "", 0, 0),
      ("fn double(t) = 3 * t", false, "", 1, 1), ("fn double(t) = ???", false, "", 1, 1),
      ("fn double(t) = t + t", false, fails, 1, 0), ("fn double(t) = ???", true, fails, 1, 1),
      ("fn double(t) = 2 * t", false, error, 2, 0),
    ]
    for (answer, hasSolution, more, run, check) in cases {
      let folder = try folder(answer, hasSolution: hasSolution, more: more)
      let result = try Aula.run("run", "small", folder: folder.url)
      #expect(result.code == run, "\(answer) \(hasSolution) \(more): \(result.output)\(result.errors)")
      let checked = try Aula.run("check", "small", folder: folder.url)
      #expect(checked.code == check, "\(answer) \(hasSolution) \(more): \(checked.output)\(checked.errors)")
      #expect(!result.output.contains("five") && !checked.output.contains("five"))
    }
    #expect(try Aula.run("run", "none.md").code == 3)
    let folder = try folder()
    let unknown = try Aula.run("learn", "smal", folder: folder.url)
    #expect(unknown.code == 3 && unknown.errors.contains("E0971") && unknown.errors.contains("small"))
    let broken = try TemporaryFolder()
    try broken.write("no header\n", as: "lesson.md")
    #expect(try Aula.run("run", "lesson.md", folder: broken.url).code == 2)
  }

  @Test("check: the student's answer alone, its hints, and that there is more") func check() throws {
    let folder1 = try folder("fn double(t) = t + 1", hasSolution: false)
    let wrong = try Aula.run("check", "small", folder: folder1.url)
    #expect(wrong.output.contains("✗ three") && wrong.output.contains("Not yet: 0 of 1 checks pass."))
    #expect(wrong.output.contains("has more checks") && !wrong.output.contains("a is 2"))
    let folder2 = try folder(hasSolution: false)
    let open = try Aula.run("check", "small", folder: folder2.url)
    #expect(open.output.contains("Still to do: `double`."), "\(open.output)")
    #expect(open.output.contains("Whoever grades this"))
    let folder3 = try folder("fn double(t) = unknown_thing", hasSolution: false)
    let broken = try Aula.run("check", "small", folder: folder3.url)
    #expect((broken.output + broken.errors).contains("unknown_thing"), "\(broken.output)\(broken.errors)")
    let folder4 = try folder("fn double(t) = t + t", hasSolution: false)
    let right = try Aula.run("check", "small", folder: folder4.url)
    #expect(right.output.contains("`double` is solved."))
  }

  @Test("JSON lines, each an event that is known") func json() throws {
    let folder5 = try folder("fn double(t) = t + 1", hasSolution: false)
    let result = try Aula.run("run", "--json", "small", folder: folder5.url)
    let known: Set = [
      "begin", "step", "prose", "cell", "attempt", "answer", "end", "text", "value", "check", "problem",
    ]
    let names = result.events.map { $0["event"] as? String ?? "" }
    #expect(Set(names).isSubset(of: known), "\(Set(names).subtracting(known))")
    for name in ["begin", "step", "prose", "cell", "attempt", "answer", "end"] { #expect(names.contains(name)) }
    let answer = try #require(result.events.first { $0["event"] as? String == "answer" })
    #expect(answer["verdict"] as? String == "failed" && answer["exercise"] as? String == "double")
    let folder6 = try folder()
    let list = try Aula.run("learn", "--json", folder: folder6.url).events
    let small = try #require(list.first { $0["name"] as? String == "small" })
    #expect(small["title"] as? String == "Small" && small["done"] as? Bool == false)
  }

  @Test("the list of lessons") func list() throws {
    let folder = try folder()
    let result = try Aula.run("learn", folder: folder.url)
    #expect(result.code == 0 && result.output.contains("small") && result.output.contains("aula learn NAME"))
    #expect(try Aula.run("learn", "--lang", "es", folder: folder.url).output.contains("NOMBRE"))
  }
}
