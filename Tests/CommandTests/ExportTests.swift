// `aula export`: which file it writes, what it says, how it ends.
import Foundation
import Testing

@Suite("Exporting lessons") struct ExportTests {
  static let lesson = """
    ---
    title: Halves
    ---

    # Halves

    ```aula exercise half
    fn half(t) = ???
    ```

    ```aula check half
    check "half of 4": half(4) ≈ 2
    ```

    ```aula check half hidden
    check "half of 5": half(5) ≈ 2.5
    ```

    ```aula solution half
    fn half(t) = t / 2
    ```

    ```aula
    print("half of 6 is {half(6)}")
    ```

    """

  @Test("a page beside nothing else, and what was written is said") func page() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.lesson, as: "halves.md")
    let result = try Aula.run("export", "halves.md", folder: folder.url)
    #expect(result.code == 0 && result.errors == "" && result.output == "halves.html is written.\n", "\(result)")
    #expect(try folder.text("halves.html").contains("half of 6 is 3"))
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.url.path).sorted() == ["halves.html", "halves.md"])
    // The same again, to standard output: the same bytes.
    let again = try Aula.run("export", "-o", "-", "halves.md", folder: folder.url)
    let page = try folder.text("halves.html")
    #expect(again.code == 0 && again.output == page)
    // A file that was there is replaced.
    let quiet = try Aula.run("export", "--quiet", "halves.md", "-o", "halves.html", folder: folder.url)
    #expect(quiet.code == 0 && quiet.output == "")
  }

  @Test("the students' copy and the students' page") func student() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.lesson, as: "halves.md")
    #expect(try Aula.run("export", "--student", "halves.md", folder: folder.url).code == 0)
    let copy = try folder.text("halves-student.md")
    #expect(!copy.contains("t / 2") && copy.contains("fn half(t) = ???") && copy.contains("One more check"))
    #expect(try Aula.run("export", "--student", "-o", "-", "halves.md", folder: folder.url).output == copy)
    #expect(try Aula.run("check", "halves-student.md", folder: folder.url).code == 1, "the exercise is open")
    let marked = "\u{FEFF}" + Self.lesson.replacing("\n", with: "\r\n")
    try folder.write(marked, as: "marked.md")
    #expect(try Aula.run("export", "--student", "marked.md", folder: folder.url).code == 0)
    let bytes = try Data(contentsOf: folder.url.appending(path: "marked-student.md"))
    #expect(Array(bytes) == Array(("\u{FEFF}" + copy.replacing("\n", with: "\r\n")).utf8), "byte for byte")
    let page = try Aula.run("export", "--student", "-o", "for-all.html", "halves.md", folder: folder.url)
    #expect(page.code == 0, "\(page)")
    let html = try folder.text("for-all.html")
    #expect(html.contains("half of 6 is 3") && !html.contains("A solution"))
  }

  @Test("the lesson itself is never replaced, by no name") func itself() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.lesson, as: "halves.md")
    try FileManager.default.createSymbolicLink(
      atPath: folder.url.appending(path: "link.md").path, withDestinationPath: "halves.md")
    for target in ["halves.md", "./halves.md", "link.md"] {
      let result = try Aula.run("export", "--student", "-o", target, "halves.md", folder: folder.url)
      #expect(result.code == 64 && result.errors.contains("E0836"), "\(result)")
    }
    #expect(try folder.text("halves.md") == Self.lesson)
  }

  @Test("calls and files that cannot be") func problems() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.lesson, as: "a.md")
    try folder.write(Self.lesson.replacing("title: Halves", with: "name: Halves"), as: "b.md")
    let two = try Aula.run("export", "-o", "x.html", "a.md", "b.md", folder: folder.url)
    #expect(two.code == 64 && two.errors.contains("E0835"), "\(two)")
    let missing = try Aula.run("export", "c.md", folder: folder.url)
    #expect(missing.code == 3, "\(missing)")
    let nowhere = try Aula.run("export", "-o", "no/such/x.html", "a.md", folder: folder.url)
    #expect(nowhere.code == 3, "\(nowhere)")
    let broken = try Aula.run("export", "b.md", folder: folder.url)
    #expect(broken.code == 2 && broken.errors.contains("E09"), "\(broken)")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path).sorted() == ["a.md", "b.md"])
  }

  @Test("a lesson whose checks do not hold is written, and the call tells") func failing() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.lesson + "\n```aula\ncheck \"so\": half(6) == 4\n```\n", as: "halves.md")
    let result = try Aula.run("export", "halves.md", folder: folder.url)
    #expect(result.code == 1, "\(result)")
    #expect(try folder.text("halves.html").contains("class=\"check failed\""))
  }

  @Test("in Spanish: the lesson beside it is taken, and its name says the language") func spanish() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.lesson, as: "halves/lesson.md")
    try folder.write(Self.lesson.replacing("# Halves", with: "# Mitades"), as: "halves/lesson.es.md")
    let result = try Aula.run("export", "--lang", "es", "halves/lesson.es.md", folder: folder.url)
    #expect(result.code == 0, "\(result)")
    let html = try folder.text("halves.es.html")
    #expect(html.contains("lang=\"es\"") && html.contains("Mitades") && html.contains("Ejercicio"))
  }
}
