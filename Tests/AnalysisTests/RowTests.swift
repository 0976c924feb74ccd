// Every row of analysis: its example gives exactly its code, and its words have all their values.
import Analysis
import Diagnostics
import Testing

@Suite("Rows of analysis") struct RowTests {
  static let rows = DiagnosticCatalogue.analysisRows

  @Test("an example gives its own code and nothing else", arguments: rows.map(\.code)) func example(_ code: String)
    throws
  {
    let row = try #require(Self.rows.first { $0.code == code })
    let analysed = try Analysed(row.example)
    #expect(analysed.resolution.diagnostics.map(\.row.code) == [code], "\(analysed.problems)")
  }

  @Test("every word has a value for its names", arguments: rows.map(\.code)) func values(_ code: String) throws {
    let row = try #require(Self.rows.first { $0.code == code })
    let diagnostic = try #require(try Analysed(row.example).resolution.diagnostics.first)
    for language in Language.allCases {
      for words in [row.message, row.label, row.help] {
        let missing = words?.names(in: language).subtracting(diagnostic.values.keys) ?? []
        #expect(missing.isEmpty, "\(code) \(language)")
      }
      for note in diagnostic.notes {
        #expect(note.words.names(in: language).subtracting(note.values.keys).isEmpty, "\(code) \(language)")
      }
      for label in diagnostic.labels {
        #expect(label.words?.names(in: language).subtracting(label.values.keys).isEmpty ?? true, "\(code) \(language)")
      }
    }
  }

  @Test("codes ascend and are one of a kind") func codes() {
    let codes = Self.rows.map(\.code)
    #expect(Set(codes).count == codes.count)
    #expect(DiagnosticCatalogue.analysisRows.map(\.code) == DiagnosticCatalogue.analysisRows.map(\.code).sorted())
  }
}
