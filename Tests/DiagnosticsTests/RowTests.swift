// Every kind of problem is complete in every language, and its page is what the row says.
import Diagnostics
import Foundation
import Testing

@Suite("Rows of the diagnostics") struct RowTests {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "../../docs/errors")
  static let lists: [(name: String, rows: [DiagnosticRow])] = [
    ("syntax", DiagnosticCatalogue.syntaxRows), ("habit", DiagnosticCatalogue.habitRows),
    ("analysis", DiagnosticCatalogue.analysisRows), ("tensor", DiagnosticCatalogue.tensorRows),
    ("machine", DiagnosticCatalogue.machineRows), ("session", DiagnosticCatalogue.sessionRows),
    ("figure", DiagnosticCatalogue.figureRows), ("command", DiagnosticCatalogue.commandRows),
    ("prompt", DiagnosticCatalogue.promptRows), ("lesson text", DiagnosticCatalogue.lessonTextRows),
    ("lesson file", DiagnosticCatalogue.lessonFileRows), ("lesson test", DiagnosticCatalogue.lessonTestRows),
    ("learn", DiagnosticCatalogue.learnRows),
  ]

  @Test("codes are well-formed, unique, and in order within a room") func codes() {
    var seen: Set<String> = []
    for (name, rows) in Self.lists {
      let codes = rows.map(\.code)
      #expect(codes == codes.sorted(), "\(name) rows are in order")
      for code in codes {
        #expect(code.wholeMatch(of: /[EW]0[1-9][0-9]{2}/) != nil, "\(code)")
        #expect(seen.insert(code).inserted, "\(code) stands for two kinds")
      }
    }
    #expect(DiagnosticCatalogue.rows.count == seen.count)
    for row in DiagnosticCatalogue.rows {
      #expect(DiagnosticCatalogue.row(code: row.code.lowercased())?.code == row.code)
    }
  }

  @Test("every sentence exists in three languages with the same names", arguments: DiagnosticCatalogue.rows)
  func languages(_ row: DiagnosticRow) {
    for words in [row.message, row.label, row.help, row.meaning, row.mend].compactMap({ $0 }) {
      let names = words.names(in: .en)
      for language in Language.allCases {
        let sentence = words(language)
        #expect(!sentence.isEmpty && sentence == sentence.trimmingCharacters(in: .whitespacesAndNewlines))
        #expect(words.names(in: language) == names, "\(row.code) \(language): \(sentence)")
        #expect(sentence.count { $0 == "`" }.isMultiple(of: 2), "\(row.code) \(language): \(sentence)")
      }
    }
    let meaning = row.meaning
    #expect(
      meaning.en != meaning.es && meaning.es != meaning.pt && meaning.en != meaning.pt, "\(row.code) is translated")
    // A short mend may be the same in two languages, and one that is nothing but code in all three.
    let isCode = row.mend.en.hasPrefix("`") && row.mend.en.hasSuffix("`")
    #expect(isCode || row.mend.en != row.mend.es || row.mend.en != row.mend.pt, "\(row.code) is translated")
    for words in [row.message, row.meaning, row.mend].compactMap({ $0 }) {
      for language in Language.allCases {
        #expect(Bool(!words(language).contains("  ")), "\(row.code) \(language): two blanks")
      }
    }
  }

  @Test("messages are short, pages are there", arguments: DiagnosticCatalogue.rows) func sizes(_ row: DiagnosticRow) {
    for language in Language.allCases {
      #expect(row.message(language).count <= 116, "\(row.code) \(language) is too long for one line")
      #expect(row.meaning(language).count >= 30, "\(row.code) \(language) explains too little")
      #expect(row.example.isEmpty || row.page(in: language).contains("```aula\n\(row.example)\n```"))
      #expect(!row.page(in: language).contains("```aula\n\n"))
    }
    #expect(!row.example.hasSuffix("\n"))
  }

  @Test("nothing between braces is ever shown", arguments: DiagnosticCatalogue.rows) func noBraces(_ row: DiagnosticRow)
  {
    let sources = Sources()
    let span = Span(source: sources.add(Source(name: "cell 1", text: "x")), lower: 0, upper: 1)
    for language in Language.allCases {
      let text = Renderer(sources: sources, language: language, style: .init(width: 200)).render(
        Diagnostic(row, at: span))
      for name in row.message.names(in: language).union(row.label?.names(in: language) ?? []) {
        #expect(!text.contains("{\(name)}"), "\(row.code) \(language): \(text)")
      }
    }
  }

  @Test("the pages in docs/errors are up to date") func pages() throws {
    var pages = ["README.md": DiagnosticCatalogue.contents]
    for row in DiagnosticCatalogue.rows { pages["\(row.code).md"] = row.pages }
    let files = FileManager.default
    if Recording.isOn {
      try files.createDirectory(at: Self.folder, withIntermediateDirectories: true)
      for old in try files.contentsOfDirectory(atPath: Self.folder.path) where old.hasSuffix(".md") && pages[old] == nil
      {
        try files.removeItem(at: Self.folder.appending(path: old))
      }
      for (name, text) in pages { try Data(text.utf8).write(to: Self.folder.appending(path: name)) }
    }
    let present = try files.contentsOfDirectory(atPath: Self.folder.path).filter { $0.hasSuffix(".md") }
    #expect(Set(present) == Set(pages.keys), "record again with AULA_RECORD=1")
    for (name, text) in pages {
      let stored = try? String(contentsOf: Self.folder.appending(path: name), encoding: .utf8)
      #expect(stored == text, "docs/errors/\(name) is stale: record again with AULA_RECORD=1")
    }
  }
}

extension DiagnosticRow: CustomTestStringConvertible {
  /// The code under which a test over rows is listed.
  public var testDescription: String { code }
}
