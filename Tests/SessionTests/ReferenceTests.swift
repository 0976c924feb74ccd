// The reference's pages are those that the library gives now.
import AulaRuntime
import Foundation
import Testing

@Suite("Reference") struct ReferenceTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../../docs/reference").standardizedFileURL
  private static let isRecording = ProcessInfo.processInfo.environment["AULA_RECORD"] == "1"

  @Test("no page is stale; AULA_RECORD=1 makes them anew") func pages() throws {
    let reference = try #require(Session.reference())
    let pages = reference.pages()
    let files = FileManager.default
    if Self.isRecording {
      try? files.removeItem(at: Self.folder)
      for page in pages {
        let file = Self.folder.appendingPathComponent(page.path)
        try files.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(page.text.utf8).write(to: file)
      }
    }
    for page in pages {
      let stored = try? String(contentsOf: Self.folder.appendingPathComponent(page.path), encoding: .utf8)
      let (old, new) = ((stored ?? "").split(separator: "\n"), page.text.split(separator: "\n"))
      let first = zip(old, new).first { $0 != $1 }
      #expect(stored == page.text, "\(page.path) is stale: \(first.map { "\($0.0) → \($0.1)" } ?? "length")")
    }
    let made = Set(pages.map(\.path))
    let stored = try files.subpathsOfDirectory(atPath: Self.folder.path).filter { $0.contains(".") }
    #expect(Set(stored) == made)
  }

  @Test("no program on a page fails") func programs() throws {
    for page in try #require(Session.reference()).pages() where page.path.hasSuffix(".md") {
      // `error` shows what it does.
      #expect(!page.text.replacing("\nerror E0570", with: "").contains("\nerror E"), "\(page.path)")
    }
  }

  @Test("every topic says what it is about") func topics() throws {
    let topics = try #require(Session.reference()).topics
    #expect(topics.count > 20)
    #expect(Set(topics.map(\.slug)).count == topics.count)
    for topic in topics { #expect(!topic.title.isEmpty && !topic.introduction.isEmpty, "\(topic.slug)") }
  }
}
