// Programs made up by the writer keep their tree when they are laid out; broken ones stay as they are.
import AulaRuntime
import Syntax
import Testing

@Suite("Formatter: made-up programs") struct FormatterFuzzTests {
  @Test("written programs and broken texts", arguments: 1...4) func inputs(_ seed: Int) {
    var writer = ProgramWriter(seed: UInt64(seed), libraryNames: ["sum", "mse", "Dense", "grad", "adam"])
    var mutator = Mutator(seed: UInt64(seed))
    var texts: [String] = []
    var programs = 0
    for round in 0..<300 {
      let text = round.isMultiple(of: 7) ? writer.strangeCell() : writer.cell()
      texts.append(text)
      for text in [text, mutator.broken(text, texts[round / 2])] {
        let isProgram = parse(text).diagnostics.isEmpty
        if isProgram { programs += 1 }
        let columns = [100, 60, 20][round % 3]
        let result = Formatter(columns: columns).format(text)
        #expect(!result.isRefused, "\(text)")
        #expect(result.diagnostics.isEmpty == isProgram, "\(text)")
        guard isProgram else {
          #expect(result.text == text)
          continue
        }
        #expect(treeDescription(parse(result.text).program) == treeDescription(parse(text).program), "\(text)")
        #expect(Formatter(columns: columns).format(result.text).text == result.text, "\(text)")
      }
    }
    #expect(programs > 300)
  }

  private func parse(_ text: String) -> ParseResult {
    Parser().parse(Source(name: "", text: text), number: 0, firstID: 0)
  }
}
