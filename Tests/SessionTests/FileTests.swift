// `use "file.aula"`: from memory and from the disk, once, with circles and every way to fail.
import AulaRuntime
import Foundation
import Testing

@Suite("Files") struct FileTests {
  @Test("a file's statements run in the place of `use`") func splicing() throws {
    let session = testSession(files: NamedFiles(["a.aula": "let a = 2\nfn twice(x) = a * x"]))
    #expect(try session.evaluate("use \"a.aula\"\ntwice(21)").number == 42)
    #expect(try session["a"]?.number == 2)
  }

  @Test("paths are seen from the file that names them") func folders() throws {
    let files = NamedFiles([
      "x/a.aula": "use \"b.aula\"; use \"../y/c.aula\"; let a = b + c", "x/b.aula": "let b = 1",
      "y/c.aula": "let c = 2",
    ])
    #expect(try testSession(files: files).evaluate("use \"x/a.aula\"; a").number == 3)
    #expect(try testSession(files: files).evaluate("use \"./x//a.aula\"; a").number == 3)
  }

  @Test("a file runs once as long as its text stays") func once() throws {
    let texts = Collected<String>()
    texts.append("record uses = 1")
    let session = testSession(files: ChangingFiles(texts: texts))
    try session.evaluate("use \"a.aula\"")
    try session.evaluate("use \"a.aula\"; use \"a.aula\"")
    #expect(try session.numbers("uses").count == 1)
    texts.append("record uses = 2")
    try session.evaluate("use \"a.aula\"")
    #expect(try session.numbers("uses") == [1, 2])
  }

  @Test("a file that is used after a failed cell runs again") func afterFailure() throws {
    let session = testSession(files: NamedFiles(["a.aula": "let a = 2"]))
    #expect(session.run("use \"a.aula\"; nobody").status == .failed)
    #expect(try session.evaluate("use \"a.aula\"; a").number == 2)
    try session.undo()
    #expect(try session.evaluate("use \"a.aula\"; a").number == 2)
  }

  @Test("a circle is shown") func circles() {
    let files = NamedFiles([
      "a.aula": "use \"b.aula\"", "b.aula": "let b = 1\nuse \"c.aula\"", "c.aula": "use \"a.aula\"",
      "self.aula": "use \"self.aula\"",
    ])
    let session = testSession(files: files) { $0.style.width = 120 }
    let problem = session.run("use \"a.aula\"").problems.first
    #expect(problem?.code == "E0806")
    #expect(problem?.place?.source == "c.aula")
    #expect(problem?.text.contains("`a.aula` → `b.aula` → `c.aula` → `a.aula`") == true)
    #expect(session.codes("use \"self.aula\"") == ["E0806"])
    #expect(((try? session["b"]) ?? nil) == nil)
  }

  @Test("errors in a file are drawn with its lines") func errorsInFiles() {
    let files = NamedFiles(["a.aula": "let a = 1\nlet b = [1, 2] + [1, 2, 3]", "b.aula": "let = 3\nlet = 4"])
    let session = testSession(files: files)
    let problem = session.run("use \"a.aula\"").problems.first
    #expect(problem?.place == Problem.Place(source: "a.aula", line: 2, column: problem?.place?.column ?? 0))
    #expect(problem?.text.contains("let b = [1, 2] + [1, 2, 3]") == true)
    #expect(session.run("use \"b.aula\"").problems.count == 2)
    let early = session.run("use \"later.aula\"; use \"missing.aula\"").problems
    #expect(early.map(\.code) == ["E0801", "E0801"])
  }

  @Test("a function of a file fails with the file's line, called from a later cell") func laterErrors() throws {
    let session = testSession(files: NamedFiles(["a.aula": "fn f(x) = x + [1, 2, 3]"]))
    try session.evaluate("use \"a.aula\"")
    let problem = session.run("f([1, 2])").problems.first
    #expect(problem?.place?.source == "a.aula")
    #expect(problem?.text.contains("fn f(x) = x + [1, 2, 3]") == true)
  }

  @Test("files of the disk, and every way to fail") func disk() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("aula files ñ \(UUID().uuidString)")
    try FileManager.default.createDirectory(
      at: folder.appendingPathComponent("in/deep"), withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    func write(_ name: String, _ data: Data) throws { try data.write(to: folder.appendingPathComponent(name)) }
    try write("in/a.aula", Data("use \"deep/b.aula\"; let a = b + 1".utf8))
    try write("in/deep/b.aula", Data("\u{feff}let b = 1".utf8))
    try write("in/bad.aula", Data([0x6c, 0x65, 0xff]))
    try write("in/large.aula", Data(count: DiskFiles.largest + 1))
    try write("outside.aula", Data("let out = 1".utf8))
    try FileManager.default.createSymbolicLink(
      atPath: folder.appendingPathComponent("in/link.aula").path, withDestinationPath: "../outside.aula")
    mkfifo(folder.appendingPathComponent("in/pipe").path, 0o600)

    let session = testSession(files: DiskFiles(base: folder.appendingPathComponent("in").path))
    #expect(try session.evaluate("use \"a.aula\"; a").number == 2)
    #expect(session.codes("use \"none.aula\"") == ["E0801"])
    #expect(session.codes("use \"\"") == ["E0801"])
    #expect(session.codes("use \"large.aula\"") == ["E0802"])
    #expect(session.codes("use \"bad.aula\"") == ["E0803"])
    #expect(session.codes("use \"deep\"") == ["E0805"])
    #expect(session.codes("use \"pipe\"") == ["E0805"])
    #expect(try session.evaluate("use \"../outside.aula\"; out").number == 1)

    let inside = testSession(files: DiskFiles(base: folder.appendingPathComponent("in").path, staysInside: true))
    #expect(inside.codes("use \"../outside.aula\"") == ["E0804"])
    #expect(inside.codes("use \"link.aula\"") == ["E0804"])
    #expect(inside.codes("use \"\(folder.path)/outside.aula\"") == ["E0804"])
    #expect(try inside.evaluate("use \"a.aula\"; a").number == 2)
  }
}

/// One file whose text is the last of a list.
private struct ChangingFiles: FileProvider {
  let texts: Collected<String>
  func locate(_ path: String, from file: String?) throws(FileFailure) -> String { path }
  func read(_ file: String) throws(FileFailure) -> String {
    guard let text = texts.all.last else { throw .missing }
    return text
  }
}
