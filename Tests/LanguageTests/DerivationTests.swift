// Derivations: right ones hold whatever is drawn, wrong ones fail, and the slip in them is called by its name.
import AulaRuntime
import Foundation
import Syntax
import Testing

@Suite("Derivations") struct DerivationTests {
  private static let folder = ProgramTests.folder.appending(path: "derivations")

  private static func files(_ name: String) -> [String] {
    let names = try? FileManager.default.contentsOfDirectory(atPath: folder.appending(path: name).path)
    return (names ?? []).filter { $0.hasSuffix(".aula") }.sorted()
  }

  private static func text(_ path: String) -> String {
    (try? String(contentsOf: folder.appending(path: path), encoding: .utf8)) ?? ""
  }

  static let wrong = files("wrong").flatMap { WrongDerivation.all(in: text("wrong/" + $0), of: $0) }

  /// Runs a text and gives the derivations in it.
  private func derivations(_ cells: [String], seed: UInt64) -> (results: [DerivationResult], problems: [String]) {
    var results: [DerivationResult] = []
    var problems: [String] = []
    let session = testSession(seed: seed)
    for cell in cells {
      let outcome = session.run(cell) { event in
        if case .derivation(let result) = event { results.append(result) }
      }
      problems += outcome.problems.map(\.text)
    }
    return (results, problems)
  }

  // MARK: Right ones

  @Test("there are enough of them") func counts() {
    let right = Self.files("right").map { Self.text("right/" + $0).components(separatedBy: "\nderive").count - 1 }
    #expect(right.reduce(0, +) >= 15)
    #expect(Self.wrong.count { !$0.isUnusual } >= 40)
    #expect(Self.wrong.allSatisfy { !$0.slips.isEmpty })
  }

  @Test("right ones hold", arguments: files("right"), [1, 2, 3, 4] as [UInt64])
  func right(_ file: String, _ seed: UInt64) {
    let (results, problems) = derivations([Self.text("right/" + file)], seed: seed)
    #expect(problems.isEmpty)
    #expect(results.count == Self.text("right/" + file).components(separatedBy: "\nderive").count - 1)
    for result in results {
      #expect(result.verdict == .passed, "\(result.title): \(result.lines) at \(result.setting)")
      #expect(result.lines.dropFirst().allSatisfy { $0.verdict == .passed && $0.value != nil })
      #expect(result.repair == nil)
    }
  }

  // MARK: Wrong ones

  /// How naming the slip of a derivation went.
  private enum Naming: String {
    case right, nothing, wrong, holds
  }

  private func naming(_ derivation: WrongDerivation, seed: UInt64) -> (naming: Naming, found: String) {
    let (results, problems) = derivations([derivation.definitions, derivation.text], seed: seed)
    guard problems.isEmpty, let result = results.last, result.verdict == .failed else {
      return (.holds, problems.joined(separator: "\n"))
    }
    guard let slip = result.slip else { return (derivation.isUnusual ? .right : .nothing, "") }
    let isRight = derivation.slips.contains { allowed in
      allowed.kind == slip.kind && allowed.repaired.contains { Self.tree($0) == Self.tree(slip.repaired) }
    }
    return (isRight ? .right : .wrong, "\(slip.kind): \(slip.repaired)")
  }

  /// What an expression means, whatever its parentheses are.
  private static func tree(_ text: String) -> String {
    let parsed = Parser().parse(Source(name: "", text: text), number: 0, firstID: 1)
    guard case .expression(let value)? = parsed.program.statements.first?.kind, parsed.diagnostics.isEmpty else {
      return text
    }
    return treeDescription(value)
  }

  @Test("nine slips of ten are named rightly, none wrongly", arguments: files("wrong"))
  func slips(_ file: String) {
    var table: [String] = []
    var counts: [Naming: Int] = [:]
    let all = Self.wrong.filter { $0.file == file }
    for derivation in all {
      let (naming, found) = naming(derivation, seed: 7)
      counts[naming, default: 0] += 1
      if naming != .right {
        let wanted = derivation.slips.map { "\($0.kind): \($0.repaired.joined(separator: " | "))" }
        table.append("\(naming.rawValue)  \(derivation.title)\n  wanted \(wanted)\n  found \(found)")
      }
    }
    let text = Comment(rawValue: table.joined(separator: "\n"))
    #expect(counts[.wrong, default: 0] == 0, text)
    #expect(counts[.holds, default: 0] == 0, text)
    #expect(counts[.right, default: 0] * 10 >= all.count * 9, text)
  }

  // MARK: What is told

  private func only(_ text: String, language: Language = .en) -> DerivationResult? {
    let session = testSession { $0.language = language }
    var found: DerivationResult?
    session.run(text) { if case .derivation(let result) = $0 { found = result } }
    return found
  }

  @Test("the smallest setting that breaks a line, and the values there") func smallest() throws {
    let result = try #require(only("derive for all x in Normal(0, 3), y in 1..9 { x * y = y * x = x^2 * y = 0 }"))
    #expect(result.verdict == .failed)
    #expect(result.settingCount == 100 && !result.areAllSettings)
    #expect(result.setting.map(\.name) == ["x", "y"])
    #expect(result.setting.map(\.value) == ["-1", "1"])
    #expect(result.lines.map(\.value) == ["-1", "-1", "1", "0"])
    #expect(result.lines.map(\.verdict) == [nil, .passed, .failed, nil])
    #expect(result.lines[1].deviation == 0)
    #expect((result.lines[2].deviation ?? 0) > 5)
    #expect(result.lines[3].deviation == nil)
    #expect(result.lines.map(\.relation) == ["", "=", "=", "="])
  }

  @Test("all settings are tried where they are few") func all() throws {
    let result = try #require(only(#"derive for all x in 1..5, y in [1, 2, 3] { x + y = y + x by "order" }"#))
    #expect(result.areAllSettings && result.settingCount == 12)
    #expect(result.lines[1].reason == "order")
    let single = try #require(only("derive { 1 + 1 = 2 }"))
    #expect(single.areAllSettings && single.settingCount == 1 && single.setting.isEmpty)
  }

  @Test("slow lines are tried in fewer settings, the same every time") func slow() throws {
    let text =
      "fn f(x) { var s = 0; for i in 0..50000 { s = s + sin(x + i) }; s }\n"
      + "derive for all x in Normal(0, 1) { f(x) = f(x) }"
    let counts = [try #require(only(text)).settingCount, try #require(only(text)).settingCount]
    #expect(counts[0] == counts[1])
    #expect((10..<100).contains(counts[0]))
  }

  @Test("a slip that is carried on is told of once, where it happened") func carriedOn() throws {
    let result = try #require(
      only("derive for all x in Normal(0, 1) { (x + 1)^2 = x^2 + x + 1 = 1 + x * (1 + x) }"))
    #expect(result.slip?.kind == "missingFactor")
    #expect(result.slip?.line == 1)
    #expect(result.notes.contains { $0.contains("carried on") })
    let alone = try #require(
      only("derive for all x in Normal(0, 1) { (x + 1)^2 = x^2 + x + 1 = 1 + x * (2 + x) }"))
    #expect(alone.slip == result.slip)
    #expect(alone.notes.isEmpty)
  }

  @Test("the slip is named in the reader's language", arguments: Language.allCases)
  func languages(_ language: Language) throws {
    let result = try #require(
      only("derive for all x in Normal(0, 1), y in Normal(0, 1) { x + y = y - x }", language: language))
    let words = try #require(result.repair)
    #expect(words.contains("100"))
    #expect(!words.contains("{") && !words.contains("…"))
    let expected = [Language.en: "sign", .es: "signo", .pt: "sinal"][language] ?? ""
    #expect(words.contains(expected), "\(words)")
  }

  @Test("what repairs a line is looked for in a bounded time") func endless() throws {
    let text =
      "fn f(n) { var k = n; while k != 0 { k = k - 1 }; n }\n"
      + "derive for all n in 1..6 { f(n) = f(n) - n }"
    let result = try #require(only(text))
    #expect(result.verdict == .failed)
  }

  @Test("looking for a repair takes nothing from the program's steps") func steps() throws {
    let session = testSession { $0.limits.steps = 4_000 }
    let right = session.run("derive for all x in Normal(0, 1) { (x + 1)^2 = x^2 + 2 * x + 1 }")
    let wrong = session.run("derive for all x in Normal(0, 1) { (x + 1)^2 = x^2 + 2 * x - 1 }")
    #expect(right.status == .finished && wrong.status == .finished)
    #expect(wrong.checks.failed == 1)
    #expect(wrong.stepsUsed < right.stepsUsed + 2_000)
  }

  @Test("a cell goes on after a derivation that fails, and draws what it would have drawn") func goesOn() throws {
    let plain = testSession()
    let other = testSession()
    let expected = try plain.evaluate("normal()").number
    let outcome = other.run("derive for all x in Normal(0, 1) { x = 2 * x }\nlet drawn = normal()")
    #expect(outcome.status == .finished)
    #expect(try other.evaluate("drawn").number == expected)
  }

  @Test("the page on derivations runs as it stands") func page() throws {
    let page = try String(contentsOf: DocumentTests.root.appending(path: "docs/derivations.md"), encoding: .utf8)
    let blocks = page.components(separatedBy: "```aula\n").dropFirst().map { $0.components(separatedBy: "\n```")[0] }
    let (results, problems) = derivations(Array(blocks), seed: 7)
    #expect(problems.isEmpty)
    #expect(!results.isEmpty && results.allSatisfy { $0.verdict == .passed })
  }
}
