// The documentation comment of every row in the source is the row's own summary: one sentence, kept in one place by a test.
import AulaCore
import Foundation
import Testing

@Suite("Row documentation") struct RowDocumentationTests {
  @Test("comments say what rows say") func commentsMatch() throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../Sources/Graph/Catalogue").standardizedFileURL
    let summaries = Set(Catalogue.rows.map(\.summary))
    var documented: Set<String> = []
    for file in try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil) {
      let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n", omittingEmptySubsequences: false)
      for (index, line) in lines.enumerated() where line.hasPrefix("  public static let") && index > 0 {
        if line.contains(": [OpSpec]") { continue }
        // The summary is the comment's first line; notes for readers of the source may follow.
        var start = index
        while start > 0, lines[start - 1].hasPrefix("  ///") { start -= 1 }
        let text = start < index ? String(lines[start].dropFirst(6)) : ""
        #expect(summaries.contains(text), "\(file.lastPathComponent):\(index): no row has the summary “\(text)”")
        documented.insert(text)
      }
    }
    for row in Catalogue.rows {
      #expect(documented.contains(row.summary), "\(row.name): no comment says “\(row.summary)”")
    }
  }
}
