// fmt: programs and the cells of Markdown files, in place and whole.
import Foundation
import Testing

@Suite("fmt") struct FormatVerbTests {
  @Test("in place, keeping permissions and links; a second time nothing changes") func inPlace() throws {
    let folder = try TemporaryFolder()
    try folder.write("let   x=[1,2]\n", as: "a.aula")
    try folder.write("x + 1\n", as: "b.aula")
    let first = try Aula.shell(
      "chmod 640 a.aula; ln -s a.aula link.aula; \"$AULA\" fmt link.aula b.aula", folder: folder.url)
    #expect(first.code == 0 && first.output == "formatted 1 of 2 files\n" && first.errors.isEmpty)
    #expect(try folder.text("a.aula") == "let x = [1, 2]\n")
    #expect(
      try Aula.shell("stat -c '%a %F' a.aula link.aula", folder: folder.url).output
        == "640 regular file\n777 symbolic link\n")
    #expect(try Aula.run("fmt", "a.aula", folder: folder.url).output == "formatted 0 of 1 file\n")
    #expect(folder.names == ["a.aula", "b.aula", "link.aula"])
  }

  @Test("--check writes nothing") func check() throws {
    let folder = try TemporaryFolder()
    try folder.write("let   x=1", as: "a.aula")
    let result = try Aula.run("fmt", "--check", "a.aula", folder: folder.url)
    #expect(result.code == 1 && result.output == "would change: a.aula\n")
    #expect(try folder.text("a.aula") == "let   x=1")
    #expect(try Aula.run("fmt", "--check", "-", input: "let   x=1").code == 1)
  }

  @Test("standard input to standard output; nothing where there are mistakes") func input() throws {
    #expect(try Aula.run("fmt", "-", input: "let   x=1").output == "let x = 1\n")
    let wrong = try Aula.run("fmt", "-", input: "let   x=")
    #expect(wrong.code == 2 && wrong.output.isEmpty && wrong.errors.contains("standard input, line 1"))
  }

  @Test("a file with mistakes stays, the others are done") func mistakes() throws {
    let folder = try TemporaryFolder()
    try folder.write("let x =", as: "bad.aula")
    try folder.write("let   y=1", as: "good.aula")
    let result = try Aula.run("fmt", "bad.aula", "none.aula", "good.aula", folder: folder.url)
    #expect(result.code == 3 && result.output == "formatted 1 of 3 files\n")
    #expect(result.errors.contains("bad.aula, line 1") && result.errors.contains("E0828"))
    #expect(try folder.text("bad.aula") == "let x =" && folder.text("good.aula") == "let y = 1\n")
  }

  /// A Markdown text and the same after fmt.
  static let texts: [(before: String, after: String)] = [
    ("# T\n\n```aula setup\nlet   x=1\n```\nlet   y=1\n", "# T\n\n```aula setup\nlet x = 1\n```\nlet   y=1\n"),
    ("\u{feff}a \r\n```aula\r\nlet   x=1\r\n```\r\n", "\u{feff}a \r\n```aula\r\nlet x = 1\r\n```\r\n"),
    ("   ~~~~ aula\n   let   x=1\n   ~~~~\n", "   ~~~~ aula\n   let x = 1\n   ~~~~\n"),
    ("````markdown\n```aula\nlet   x=1\n```\n````\n", "````markdown\n```aula\nlet   x=1\n```\n````\n"),
    ("```python\nx  =1\n```\n```aulas\nlet   x=1\n```\n", "```python\nx  =1\n```\n```aulas\nlet   x=1\n```\n"),
    ("```aula\nlet   x=1", "```aula\nlet   x=1"), ("```aula\n```", "```aula\n```"),
    ("```aula fails\nlet =\n```\n```aula\n1+1\n```\n", "```aula fails\nlet =\n```\n```aula\n1 + 1\n```\n"),
    ("```aula\nlet x = (\n\"\"\n)\n\n```\n", "```aula\nlet x = (\n    \"\"\n)\n```\n"),
  ]

  @Test("cells in Markdown, all else byte for byte", arguments: texts)
  func markdown(_ text: (before: String, after: String)) throws {
    let folder = try TemporaryFolder()
    try folder.write(text.before, as: "l.md")
    let result = try Aula.run("fmt", "l.md", folder: folder.url)
    #expect(result.code == 0, "\(result.errors)")
    #expect(Array(try folder.text("l.md").utf8) == Array(text.after.utf8))
  }

  @Test("mistakes in a cell are told at their line of the file") func places() throws {
    let folder = try TemporaryFolder()
    try folder.write("é\n\n```aula\n1+1\n```\n\n```aula\nlet x = 1\nlet y =\n```\n", as: "l.md")
    let result = try Aula.run("fmt", "l.md", folder: folder.url)
    #expect(result.code == 2 && result.errors.contains("l.md, line 9"), "\(result.errors)")
    #expect(try folder.text("l.md").contains("1 + 1"))
  }

  @Test("what the system refuses: the file that was there stays") func refused() throws {
    let folder = try TemporaryFolder()
    let program = (0..<400).map { "let  x\($0)=\($0)\n" }.joined()
    try folder.write(program, as: "big.aula")
    let limited = try Aula.shell("ulimit -f 1; env --default-signal=XFSZ \"$AULA\" fmt big.aula", folder: folder.url)
    #expect(limited.code == 3 && limited.errors.contains("E0832"), "\(limited.errors)")
    #expect(try folder.text("big.aula") == program && folder.names == ["big.aula"])
    let pipe = try Aula.shell("mkfifo p; (echo 'x+1' >p &); \"$AULA\" fmt p; test -p p", folder: folder.url)
    #expect(pipe.code == 0 && pipe.errors.contains("E0832"))
  }
}
