// Programs of all kinds keep their meaning when they are laid out, and a second run changes nothing.
import Diagnostics
import Foundation
import Syntax
import Testing

@Suite("Formatter: every program") struct FormatterPropertyTests {
  static let known =
    (ConstructTests.values + ConstructTests.texts + ConstructTests.statements + ConstructTests.layouts).map(\.0)
    + [Samples.taste, Samples.gan, Samples.network] + RecoveryTests.wrong + RecoveryTests.incomplete

  @Test("the constructs, and texts that are no programs", arguments: [100, 60, 25, 1]) func constructs(_ columns: Int) {
    for program in Self.known {
      #expect(faultsOfFormatting(program, columns: columns) == [], "\(columns) columns: \(program)")
    }
  }

  @Test("the constructs with comments and line ends anywhere", arguments: 1...3) func scattered(_ seed: Int) {
    var scatterer = Scatterer(seed: UInt64(seed))
    var programs = 0
    for program in Self.known where codes(program).isEmpty {
      for round in 0..<6 {
        let text = scatterer.scattered(program, rarity: 1 + round % 6)
        if codes(text).isEmpty { programs += 1 }
        let columns = [100, 40, 12][round % 3]
        #expect(faultsOfFormatting(text, columns: columns) == [], "\(columns) columns: \(text)")
      }
    }
    #expect(programs > 200)
  }

  @Test("programs made up from the grammar", arguments: 1...4) func generated(_ seed: Int) throws {
    var maker = try ProgramMaker(
      Grammar(page: String(contentsOf: GrammarTests.page, encoding: .utf8)), seed: UInt64(seed + 100))
    var scatterer = Scatterer(seed: UInt64(seed))
    var failures = 0
    for round in 0..<200 where failures < 3 {
      var text = maker.program(size: 2 + round % 150)
      if round.isMultiple(of: 3) {
        let other = scatterer.scattered(text, rarity: 12)
        if codes(other).isEmpty { text = other }
      }
      let columns = [100, 50, 20][scatterer.below(3)]
      let faults = faultsOfFormatting(text, columns: columns)
      if !faults.isEmpty {
        failures += 1
        Issue.record("\(columns) columns: \(faults.joined(separator: "; ")) in\n\(text)")
      }
    }
  }
}
