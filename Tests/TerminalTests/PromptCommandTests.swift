// The rows of the prompt's commands, and files that are written whole.
import AulaRuntime
import Foundation
import Terminal
import Testing

@Suite("Commands of the prompt") struct PromptCommandTests {
  @Test("every command has words in every language", arguments: PromptCommand.all) func words(_ row: PromptCommand) {
    for language in Language.allCases {
      #expect(!row.summary(language).isEmpty && !row.summary(language).hasSuffix("."))
      #expect(row.usage(language).hasPrefix(":" + row.name))
    }
    #expect(row.name.allSatisfy { $0.isASCII && $0.isLowercase })
  }

  @Test("names are unique, and their beginnings do") func names() {
    let names = PromptCommand.all.map(\.name)
    #expect(Set(names).count == names.count)
    for wanted in [
      "help", "vars", "undo", "redo", "time", "bench", "type", "graph", "explain", "load", "save", "edit", "seed",
      "lang",
      "reset", "quit",
    ] { #expect(PromptCommand.named(wanted)?.name == wanted) }
    #expect(PromptCommand.named("q")?.name == "quit" && PromptCommand.named("?")?.name == "help")
    #expect(PromptCommand.named("e") == nil, "two begin so")
    #expect(PromptCommand.named("") == nil && PromptCommand.named("nonsense") == nil)
  }

  @Test("what begins with a colon") func typed() {
    #expect(PromptCommand.typed(":vars")?.name == "vars")
    #expect(PromptCommand.typed(" :load  my file.aula ")?.argument == "my file.aula")
    #expect(PromptCommand.typed(":") == nil && PromptCommand.typed(": x") == nil && PromptCommand.typed(":= 3") == nil)
    #expect(PromptCommand.typed(":, 1]") == nil && PromptCommand.typed("x :vars") == nil)
  }

  @Test("a list of candidates fits the screen") func list() {
    struct World: CompletionWorld {
      let names = (0..<500).map { KnownName("name_\($0)", "[\($0), 784] float32 and much more to be said of it") }
      func members(of path: [String]) -> [KnownName] { names.suffix(3) }
      func call(of path: [String]) -> KnownCall? { nil }
      func files(in folder: String) -> [(name: String, isFolder: Bool)] { [] }
    }
    for (columns, rows) in [(20, 6), (80, 24), (10, 4)] {
      for line in ["name_", "x."] {
        guard let answer = CompletionRequest(line: line).answer(World()) else {
          Issue.record("nothing")
          continue
        }
        let lines = CompletionList(Look(columns: columns, rows: rows)).text(of: answer).split(separator: "\n")
        #expect(lines.count <= max(rows, 5) && !lines.isEmpty)
        #expect(lines.allSatisfy { $0.count <= columns }, "\(columns) \(lines)")
      }
    }
  }

  @Test("files are written whole or not at all, and keep their permissions") func wholeFiles() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "aula-whole-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "a.aula").path
    try WholeFile.write(Array("one".utf8), to: path)
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path)
    let link = folder.appending(path: "link").path
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: path)
    try WholeFile.write(Array("two".utf8), to: link)
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "two", "through the link")
    #expect(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int == 0o640)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == ["a.aula", "link"])
    try WholeFile.write([1, 2, 3], to: "/dev/null")
    #expect(throws: WholeFile.Failure.self) { try WholeFile.write([1], to: "/dev/full") }
    #expect(throws: WholeFile.Failure.self) { try WholeFile.write([1], to: folder.path) }
    #expect(throws: WholeFile.Failure.self) { try WholeFile.write([1], to: folder.path + "/no/such/folder/x") }
  }
}
