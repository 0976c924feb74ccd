// The examples that stand in rows: each shows exactly what its row says.
import AulaRuntime
import Diagnostics
import Foundation
import Machine
import Testing

@Suite("Examples of diagnostics") struct DiagnosticExampleTests {
  /// Rows whose example no test can run, with the reason.
  static let exceptions: [String: String] = [
    "E0807": "needs ten thousand files", "E0812": "has to do with two sessions: see below",
    "E0715": "is a text of many millions of letters: see below",
  ]

  @Test("each example gives its code and no other", arguments: DiagnosticCatalogue.rows.filter { !$0.example.isEmpty })
  func example(_ row: DiagnosticRow) throws {
    if Self.exceptions[row.code] != nil { return }
    let session = Self.session(for: row)
    let (outcome, problems, isChecked) = session.told(row.example)
    #expect(problems.map(\.code) == [row.code], "\(row.example)\n\(problems.map(\.text).joined(separator: "\n"))")
    #expect((outcome.status == .finished) == (row.severity == .warning || isChecked))
  }

  @Test("rows without an example are these") func withoutExample() {
    // What the command, the prompt and lessons say comes from no program.
    let lessons =
      DiagnosticCatalogue.lessonTextRows + DiagnosticCatalogue.lessonFileRows + DiagnosticCatalogue.lessonTestRows
      + DiagnosticCatalogue.learnRows
    let front = Set((DiagnosticCatalogue.commandRows + DiagnosticCatalogue.promptRows + lessons).map(\.code))
    let codes = DiagnosticCatalogue.rows.filter { $0.example.isEmpty && !front.contains($0.code) }.map(\.code)
    // What only a host written in Swift, numbers that cannot be foreseen, a person's key, a huge cell or a mistake of ours
    // brings about: in a program another kind of problem is found first.
    #expect(
      Set(codes) == [
        "E0410", "E0506", "E0509", "E0511", "E0512", "E0553", "E0558", "E0565", "E0566", "E0599", "E0603", "E0702",
      ])
  }

  @Test("a snapshot belongs to its session") func foreignSnapshot() throws {
    let snapshot = try testSession().snapshot()
    do {
      try testSession().restore(snapshot)
      Issue.record("a snapshot of another session was taken")
    } catch {
      #expect(error.problems.map(\.code) == ["E0812"])
    }
  }

  @Test("a cell of many millions of letters") func longCell() {
    let text = "#" + String(repeating: "a", count: 17 << 20)
    #expect(testSession().run(text).problems.map(\.code) == ["E0715"])
  }

  static func session(for row: DiagnosticRow, in language: Language = .en) -> Session {
    let session = testSession { options in
      options.language = language
      options.limits.steps = row.code == "E0713" ? .max : 40_000_000
      options.limits.seconds = row.code == "E0713" ? 0.3 : .infinity
      if row.code == "E0714" { options.limits.bytes = 16 << 20 }
      options.files = DiskFiles(base: Self.folder.path, staysInside: true)
    }
    // What the examples with a host's functions need.
    session.define("again") { [weak session] (arguments: [AulaValue]) in
      guard let session else { return .nothing }
      return try session.evaluate(arguments.first?.text ?? "")
    }
    session.define("read_sensor") { (_: [AulaValue]) throws -> AulaValue in throw SensorError() }
    session.define("same") { (arguments: [AulaValue]) in arguments.first ?? .nothing }
    return session
  }

  private struct SensorError: Error {}

  /// A folder with the files that the examples of E0801 to E0806 name.
  static let folder: URL = {
    let folder = FileManager.default.temporaryDirectory.appending(path: "aula-examples-\(UUID().uuidString)/a/b")
    try? FileManager.default.createDirectory(
      at: folder.appending(path: "lessons"), withIntermediateDirectories: true)
    try? Data("use \"a.aula\"".utf8).write(to: folder.appending(path: "a.aula"))
    try? Data([0x89, 0x50, 0xFF, 0xFE]).write(to: folder.appending(path: "picture.png"))
    try? Data(count: 17 << 20).write(to: folder.appending(path: "photographs.zip"))
    try? Data("let secret = 1".utf8).write(to: folder.appending(path: "../../secrets.aula"))
    return folder
  }()
}

@Suite("Examples of functions") struct FunctionExampleTests {
  static let entries: [Reference.Entry] = (Session.reference()?.topics ?? []).flatMap(\.entries)

  /// Functions whose example says something else than a result after `#`.
  static let inWords: Set<String> = ["dropout", "exponential", "bernoulli", "categorical", "permutation"]

  @Test("every name is in the reference, and says how it is used") func complete() {
    #expect(Self.entries.count > 200)
    #expect(Set(Self.entries.map(\.name)).count == Self.entries.count)
    for entry in Self.entries where !entry.signature.hasPrefix("let ") {
      #expect(!entry.text.isEmpty && !entry.example.isEmpty, "\(entry.name)")
    }
  }

  @Test("evaluates to the result that stands there", arguments: entries) func example(_ entry: Reference.Entry) throws {
    let session = testSession()
    if entry.name == "error" { return #expect(session.run(entry.example.joined()).problems.map(\.code) == ["E0570"]) }
    for line in entry.example {
      let mark = line.range(of: " #", options: .backwards)
      let value = try session.evaluate(mark.map { String(line[..<$0.lowerBound]) } ?? line)
      guard let mark, !Self.inWords.contains(entry.name) else { continue }
      let written = line[mark.upperBound...].trimmingCharacters(in: .whitespaces)
      #expect(
        WrittenResult(written).isShown(by: value), "\(line)\nfound \(value.numbersInside) \(value.textsInside)")
    }
  }
}

extension Reference.Entry: CustomTestStringConvertible {
  /// The name, for the test's report.
  public var testDescription: String { name }
}

/// The result as an example states it: numbers with the digits that are shown, perhaps of one part of a tuple alone.
private struct WrittenResult {
  /// Numbers as they are written.
  private let numbers: [String]
  private let texts: [String]
  /// The labels of the parts that are written out, in their order; none where the whole value is.
  private let labels: [String]

  init(_ text: String) {
    var rest = text[...]
    var labels: [String] = []
    // `log 24 = 3.178` tells where a number comes from; `q = [[3]], r = [[5]]` and `values [1, 2]` name parts.
    if let equals = rest.range(of: " = ", options: .backwards), !rest.contains("[") {
      rest = rest[equals.upperBound...]
    }
    let pattern = #/(?<label>[a-z]+)( =|:)? (?=[\[(])/#
    for match in rest.matches(of: pattern) where match.output.label != "and" && match.output.label != "rows" {
      labels.append(String(match.output.label))
    }
    self.labels = labels
    texts = rest.matches(of: #/"([^"]*)"/#).map { String($0.output.1) }
    let unquoted = rest.replacing(#/"[^"]*"/#, with: "")
    numbers = unquoted.matches(of: #/true|false|[-−]?∞|[-−]?[0-9]+(\.[0-9]+)?(e-?[0-9]+)?/#).map { String($0.output.0) }
  }

  func isShown(by value: AulaValue) -> Bool {
    var values = value.numbersInside
    if let parts = value.parts, !labels.isEmpty {
      let chosen = labels.compactMap { label in parts.first { $0.label == label }?.value }
      if chosen.count == labels.count { values = chosen.flatMap(\.numbersInside) }
    }
    guard values.count == numbers.count, value.textsInside == texts, !(numbers.isEmpty && texts.isEmpty) else {
      return false
    }
    return zip(values, numbers).allSatisfy { Self.agree($0, $1) }
  }

  /// Whether a number is the written one in the digits that stand there.
  private static func agree(_ value: Double, _ written: String) -> Bool {
    switch written {
    case "true": return value == 1
    case "false": return value == 0
    case "∞": return value == .infinity
    case "-∞", "−∞": return value == -.infinity
    default: break
    }
    guard let number = Double(written.replacingOccurrences(of: "−", with: "-")) else { return false }
    let mantissa = written.prefix { $0 != "e" }
    let decimals = mantissa.split(separator: ".").dropFirst().first?.count ?? 0
    let exponent = written.split(separator: "e").dropFirst().first.flatMap { Int($0) } ?? 0
    let unit = pow(10, Double(exponent - decimals))
    return abs(value - number) <= 0.5 * unit * (decimals == 0 && exponent == 0 ? 1e-6 : 1.000001)
  }
}

extension AulaValue {
  /// Every number in it, in order; truth values as 1 and 0.
  fileprivate var numbersInside: [Double] {
    switch self {
    case .truth(let truth): [truth ? 1 : 0]
    case .tuple(let parts): parts.flatMap(\.value.numbersInside)
    default: numbers ?? []
    }
  }

  /// Every text in it, in order.
  fileprivate var textsInside: [String] {
    switch self {
    case .text(let text): [text]
    case .tuple(let parts): parts.flatMap(\.value.textsInside)
    default: []
    }
  }
}
