// The grammar's page and the parser agree.
import Diagnostics
import Foundation
import Syntax
import Testing

@Suite("Grammar") struct GrammarTests {
  static let page = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "../../docs/grammar.md")
  let grammar: Grammar

  init() throws { grammar = try Grammar(page: String(contentsOf: Self.page, encoding: .utf8)) }

  @Test("the parser reads what the page allows", arguments: 1...8) func generated(_ seed: Int) {
    var maker = ProgramMaker(grammar, seed: UInt64(seed))
    var (longest, failures) = (0, 0)
    for round in 0..<1000 {
      let program = maker.program(size: 2 + round % 150)
      let found = parse(program)
      longest = max(longest, program.utf8.count)
      // That a claim which begins with a text goes on with a comparison is said in a sentence.
      if found.diagnostics.map(\.row.code).allSatisfy({ $0 == DiagnosticRow.checkWithoutColon.code }) { continue }
      if !found.diagnostics.isEmpty, failures < 5 {
        failures += 1
        Issue.record("\(found.diagnostics.map(\.row.code)) in \(program)")
      }
    }
    #expect(longest > 500)
  }

  @Test("the page allows what the parser reads") func recognised() {
    let recogniser = Recogniser(grammar)
    let pairs = ConstructTests.values + ConstructTests.texts + ConstructTests.statements + ConstructTests.layouts
    for program in pairs.map(\.0) + [Samples.taste, Samples.gan, Samples.network] where codes(program).isEmpty {
      let isRecognised = recogniser.recognises(Recogniser.words(of: program))
      #expect(isRecognised, "\(program)")
    }
  }

  @Test("the page allows what it makes, and not what is wrong") func consistent() {
    let recogniser = Recogniser(grammar)
    var maker = ProgramMaker(grammar, seed: 99)
    for round in 0..<200 {
      let program = maker.program(size: 2 + round % 60)
      let isRecognised = recogniser.recognises(Recogniser.words(of: program))
      #expect(isRecognised, "\(program)")
    }
    // A text without its end is the lexer's affair.
    for program in RecoveryTests.wrong + RecoveryTests.incomplete where !program.contains("\"abc") {
      let isRecognised = recogniser.recognises(Recogniser.words(of: program))
      #expect(!isRecognised, "\(program)")
    }
  }

  @Test("the page lists every reserved word and every sign") func words() throws {
    let text = try String(contentsOf: Self.page, encoding: .utf8)
    let reserved = try #require(
      text.components(separatedBy: "| `RESERVED` | `").last?.components(separatedBy: "`").first)
    for word in reserved.components(separatedBy: " ") {
      #expect(TokenOutline.all(in: word).map(\.kind) == [.word], "\(word)")
      #expect(codes("let \(word) = 1") == ["E0125"], "\(word)")
    }
    for word in [
      "over", "with", "at", "within", "by", "all", "gradient", "fails", "same", "against", "answer", "on", "as",
    ] {
      #expect(codes("let \(word) = 1\n\(word) + 1").isEmpty, "\(word)")
    }
    #expect(reserved.components(separatedBy: " ").count == 33)
  }
}
