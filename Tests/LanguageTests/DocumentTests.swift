// The programs on the pages of docs run as they stand there.
import AulaRuntime
import Foundation
import Testing

@Suite("Programs in documents") struct DocumentTests {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "../..")

  @Test("every block of the language's page runs, in one session") func language() throws {
    let blocks = try Self.blocks(in: "docs/language.md")
    #expect(blocks.count >= 5)
    let session = testSession()
    for block in blocks {
      let outcome = session.run(block)
      #expect(outcome.status == .finished, "\(outcome.problems.map(\.text).joined(separator: "\n"))")
      #expect(outcome.problems.isEmpty)
    }
    // The line that learns on that page finds what the data were made of.
    let slope = try session.evaluate("line.w").number ?? .nan
    #expect(abs(slope - 3) < 1e-3)
  }

  /// What stands between ```aula and ```.
  private static func blocks(in path: String) throws -> [String] {
    let text = try String(contentsOf: root.appending(path: path), encoding: .utf8)
    return text.components(separatedBy: "```aula\n").dropFirst().map { $0.components(separatedBy: "\n```")[0] }
  }
}
