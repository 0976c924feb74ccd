// The file of what was typed: entries come back whole, several prompts may write, and a bad file is no disaster.
import Foundation
import Terminal
import Testing

@Suite("History") struct HistoryFileTests {
  /// A folder of its own that goes away.
  private final class Folder {
    let path = FileManager.default.temporaryDirectory.appending(path: "aula-history-\(UUID().uuidString)").path
    deinit { try? FileManager.default.removeItem(atPath: path) }
    func file(_ most: Int = 5_000) -> HistoryFile { HistoryFile(path: path + "/state/aula/history", mostEntries: most) }
  }

  @Test("entries of several lines come back whole") func roundTrip() throws {
    let folder = Folder()
    let entries = ["let x = 1", "fn f(x) {\n    x + 1\n}", #"print "a\nb\\""#, "θ ≈ 2", "a\r\nb", #"\"#, #"\n"#]
    for entry in entries { try folder.file().append(entry) }
    #expect(try folder.file().load() == entries)
    for entry in entries { #expect(HistoryFile.entry(HistoryFile.record(entry)) == entry) }
  }

  @Test("the folder is made, for its owner alone") func made() throws {
    let folder = Folder()
    #expect(try folder.file().load() == [])
    let attributes = try FileManager.default.attributesOfItem(atPath: folder.file().path)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
  }

  @Test("several prompts at once lose nothing") func together() async throws {
    let folder = Folder()
    let file = folder.file()
    try await withThrowingTaskGroup(of: Void.self) { group in
      for prompt in 0..<8 {
        group.addTask { for entry in 0..<50 { try file.append("prompt \(prompt)\nentry \(entry)") } }
      }
      try await group.waitForAll()
    }
    let entries = try file.load()
    #expect(entries.count == 400 && Set(entries).count == 400)
    for prompt in 0..<8 {
      let own = entries.filter { $0.hasPrefix("prompt \(prompt)\n") }
      #expect(own == (0..<50).map { "prompt \(prompt)\nentry \($0)" }, "in their order")
    }
  }

  @Test("the file is cut to the youngest entries") func limit() throws {
    let folder = Folder()
    let file = folder.file(10)
    for number in 0..<35 { try file.append("\(number)") }
    #expect(try file.load() == (25..<35).map(String.init))
    let lines = try String(contentsOfFile: file.path, encoding: .utf8).split(separator: "\n")
    #expect(lines.count == 10)
    try file.append("next")
    #expect(try file.load().last == "next")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path + "/state/aula") == ["history"])
  }

  @Test("half a line at the end harms no other entry") func torn() throws {
    let folder = Folder()
    let file = folder.file()
    try file.append("whole")
    let handle = try #require(FileHandle(forWritingAtPath: file.path))
    try handle.seekToEnd()
    try handle.write(contentsOf: Data("torn".utf8))
    try handle.close()
    try file.append("after")
    #expect(try file.load() == ["whole", "torn", "after"])
  }

  @Test("bytes that are no text are read as far as they go") func bytes() throws {
    let folder = Folder()
    let file = folder.file()
    _ = try file.load()
    try Data([0x61, 0x0a, 0xff, 0xfe, 0x0a, 0x0a, 0x62, 0x0a]).write(to: URL(fileURLWithPath: file.path))
    let entries = try file.load()
    #expect(entries.count == 3 && entries.first == "a" && entries.last == "b")
  }

  @Test("what cannot be used says why") func failures() throws {
    #expect(throws: HistoryFile.Failure.self) { try HistoryFile(path: "/proc/nothing/aula/history").load() }
    #expect(throws: HistoryFile.Failure.self) { try HistoryFile(path: "/dev/null").append("x") }
    let folder = Folder()
    try FileManager.default.createDirectory(atPath: folder.file().path, withIntermediateDirectories: true)
    #expect(throws: HistoryFile.Failure.self) { try folder.file().load() }
  }

  @Test("an entry that nobody would look for is not kept") func long() throws {
    let folder = Folder()
    try folder.file().append(String(repeating: "x", count: HistoryFile.longestEntry + 1))
    #expect(try folder.file().load() == [])
  }

  @Test("where it is") func place() {
    #expect(HistoryFile.usual { ["HOME": "/home/ada"][$0] }?.path == "/home/ada/.local/state/aula/history")
    #expect(HistoryFile.usual { ["HOME": "/home/ada", "XDG_STATE_HOME": "/state"][$0] }?.path == "/state/aula/history")
    #expect(
      HistoryFile.usual { ["HOME": "/home/ada", "XDG_STATE_HOME": "state"][$0] }?.path
        == "/home/ada/.local/state/aula/history")
    #expect(HistoryFile.usual { _ in nil } == nil)
  }
}
