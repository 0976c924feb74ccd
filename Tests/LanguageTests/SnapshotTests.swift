// Every kind of problem as a person sees it, in every language: recorded in Tests/Snapshots/diagnostics, one file for each code.
import AulaRuntime
import Diagnostics
import Foundation
import Testing

@Suite("Pictures of diagnostics") struct SnapshotTests {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appending(path: "../Snapshots/diagnostics")
  static let isRecording = ProcessInfo.processInfo.environment["AULA_RECORD"] == "1"

  @Test("as recorded; AULA_RECORD=1 records anew", arguments: DiagnosticCatalogue.rows) func picture(
    _ row: DiagnosticRow
  )
    throws
  {
    var text = ""
    for language in Language.allCases {
      text += "── \(language.rawValue)\n"
      text += try picture(row, language).trimmingCharacters(in: .newlines) + "\n"
    }
    let file = Self.folder.appending(path: "\(row.code).txt")
    if Self.isRecording {
      try FileManager.default.createDirectory(at: Self.folder, withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
    let stored = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    #expect(stored == text, "\(row.code) looks different now:\n\(text)")
  }

  @Test("no picture is left of a code that is gone") func orphans() throws {
    let codes = Set(DiagnosticCatalogue.rows.map { "\($0.code).txt" })
    let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
    #expect(Set(files).subtracting(codes).isEmpty)
  }

  /// What the example's program brings to the screen. A kind that no small program shows is drawn without a place.
  private func picture(_ row: DiagnosticRow, _ language: Language) throws -> String {
    guard !row.example.isEmpty, DiagnosticExampleTests.exceptions[row.code] == nil else {
      let names = row.message.names(in: .en).union(row.help?.names(in: .en) ?? []).union(
        row.label?.names(in: .en) ?? [])
      let values = Dictionary(uniqueKeysWithValues: names.map { ($0, Phrase.text("<\($0)>")) })
      return Renderer(sources: Sources(), language: language).render(Diagnostic(row, at: .nowhere, values))
    }
    let session = DiagnosticExampleTests.session(for: row, in: language)
    let text = session.told(row.example, name: "example").problems.map(\.text).joined(separator: "\n")
    // Where a clock decides, the round at which it struck is not always the same.
    guard row.code == "E0713" else { return text }
    return text.split(separator: "\n", omittingEmptySubsequences: false)
      .filter { $0.wholeMatch(of: /.*(round|vuelta|volta) [0-9]+.*/) == nil }.joined(separator: "\n")
  }
}
