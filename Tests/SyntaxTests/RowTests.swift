// Every row of this room: its example brings about exactly its code, and where it offers a fix, the fix mends it.
import Diagnostics
import Syntax
import Testing

@Suite("Rows of syntax and habits") struct RowTests {
  static let rows = DiagnosticCatalogue.syntaxRows + DiagnosticCatalogue.habitRows

  @Test("the example gives exactly its code", arguments: rows.map(\.code)) func example(_ code: String) throws {
    let row = try #require(Self.rows.first { $0.code == code })
    #expect(codes(row.example) == [code], "\(row.example.prefix(200))")
  }

  @Test("what a diagnostic says has no gaps", arguments: rows.map(\.code)) func words(_ code: String) throws {
    let row = try #require(Self.rows.first { $0.code == code })
    let diagnostic = try #require(parse(row.example).diagnostics.first)
    for language in Language.allCases {
      for words in [row.message, row.label, row.help].compactMap(\.self) {
        #expect(words.names(in: language).isSubset(of: diagnostic.values.keys), "\(code) \(language)")
      }
      let sentence = row.message.filled(diagnostic.values, in: language)
      #expect(!sentence.contains("…}") && sentence.count < 130, "\(sentence)")
    }
  }

  @Test("a fix mends the example", arguments: rows.map(\.code)) func fix(_ code: String) throws {
    let row = try #require(Self.rows.first { $0.code == code })
    let diagnostic = try #require(parse(row.example).diagnostics.first)
    guard let fix = diagnostic.fix else { return }
    let mended = applied(fix, to: row.example)
    #expect(!codes(mended).contains(code), "\(mended)")
  }

  @Test("every sentence exists in three languages", arguments: rows.map(\.code)) func languages(_ code: String) throws {
    let row = try #require(Self.rows.first { $0.code == code })
    for words in [row.message, row.label, row.help, row.meaning, row.mend].compactMap(\.self) {
      for language in Language.allCases {
        let sentence = words(language)
        #expect(!sentence.isEmpty && !sentence.contains("  "))
        #expect(words.names(in: language) == words.names(in: .en), "\(code) \(language)")
        #expect(sentence.count { $0 == "`" }.isMultiple(of: 2), "\(code) \(language)")
      }
    }
    for language in Language.allCases {
      #expect(row.message(language).count <= 110, "\(code) \(language)")
      #expect(row.meaning.names(in: language).isEmpty && row.mend.names(in: language).isEmpty, "\(code)")
    }
    #expect(Set([row.meaning.en, row.meaning.es, row.meaning.pt]).count == 3)
  }

  @Test("codes count up") func order() {
    // E0150 stood for words of a later version: the code is not given away again.
    let numbers = DiagnosticCatalogue.syntaxRows.indices.map { $0 < 149 - 100 ? $0 : $0 + 1 }
    #expect(DiagnosticCatalogue.syntaxRows.map(\.code) == numbers.map { numbered("E01", $0) })
    #expect(
      DiagnosticCatalogue.habitRows.map(\.code) == DiagnosticCatalogue.habitRows.indices.map { numbered("E02", $0) })
  }

  private func numbered(_ prefix: String, _ index: Int) -> String {
    prefix + (index < 9 ? "0" : "") + "\(index + 1)"
  }
}
