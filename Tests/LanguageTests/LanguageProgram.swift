// A program that says in its comments what it should do: the reading of one `.aula` file of the folder Programs.
import Foundation

/// One file: sessions of cells, and what is expected of them.
///
/// A comment that ends a line, or stands on a line of its own, may say
/// - `# expect: TEXT`: the next line that the session prints is TEXT (`print` and shown values, in order);
/// - `# expect line: TEXT`: the next value that is shown has this line (`W : [2, 3] float32`), also what a last `let` gives;
/// - `# expect error: E0402 at "A @ B"`: the cell fails with this code, and underlines this text; on a line with code, there;
/// - `# expect warning: E0337`: the same for a warning; warnings that nobody expects are failures;
/// - `# expect check: passed "TITLE"`: the next check or derivation comes out like this; the title may be left out;
/// - `# expect finding: left: 0.5`: the check before was found to have this, by its key; `# expect no finding: left`;
/// - `# expect note: TEXT`: the check before says so in a note;
/// - `# expect nothing`: the cell runs; whatever it prints has to be expected anyway;
/// - `# keep: NAME`, `# expect kept: NAME`, `# expect not kept: NAME`: the next line is kept under a name, and compared later;
/// - `# cell`, `# session`: the next cell, a new session;
/// - `# file: tools.aula`: up to the next `# cell`, the text of a file for `use`;
/// - `# seed: 7`, `# steps: 10000`, `# depth: 50`, `# seconds: 1`, `# bytes: 1000000`, `# memory: 1000000`: for all sessions.
struct LanguageProgram: Sendable {
  enum Output: Sendable {
    case text(String)
    case shownLine(String)
    case keep(String)
    case kept(String)
    case notKept(String)
  }

  struct ExpectedOutput: Sendable {
    let line: Int
    let output: Output
  }

  /// A check or a derivation, and what is to be told of it.
  struct ExpectedCheck: Sendable {
    let line: Int
    let verdict: String
    let title: String?
    var findings: [(line: Int, key: String, value: String?)] = []
    var notes: [(line: Int, text: String)] = []
  }

  struct ExpectedProblem: Sendable {
    let line: Int
    let code: String
    let isError: Bool
    /// What is underlined, where the program says so.
    let underlined: String?
    /// Whether code stands before the comment, so that the problem must be on this line.
    let isOnLine: Bool
  }

  struct Cell: Sendable {
    /// The cell's lines after as many empty ones as there are lines before it: messages count the file's lines.
    var text: String
    var outputs: [ExpectedOutput] = []
    var problems: [ExpectedProblem] = []
    var checks: [ExpectedCheck] = []
    let isNewSession: Bool
  }

  let cells: [Cell]
  let files: [String: String]
  let settings: [String: Double]
  let expectationCount: Int
  /// Comments that look like directives and are none, with their lines.
  let mistakes: [String]

  init(_ text: String) {
    var reader = Reader()
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      reader.take(String(line), number: index + 1)
    }
    cells = reader.cells
    files = reader.files
    settings = reader.settings
    expectationCount = reader.expectationCount
    mistakes = reader.mistakes
  }
}

private struct Reader {
  var cells = [LanguageProgram.Cell(text: "", isNewSession: true)]
  var files: [String: String] = [:]
  var settings: [String: Double] = [:]
  var expectationCount = 0
  var mistakes: [String] = []
  private var file: String?

  private static let settingNames = ["seed", "steps", "depth", "seconds", "bytes", "memory"]

  mutating func take(_ line: String, number: Int) {
    let trimmed = line.trimmingCharacters(in: .whitespaces)
    if trimmed == "# cell" || trimmed == "# session" {
      file = nil
      let before = String(repeating: "\n", count: number)
      cells.append(LanguageProgram.Cell(text: before, isNewSession: trimmed == "# session"))
      return
    }
    if let name = trimmed.removing(prefix: "# file: ") {
      file = name
      files[name] = ""
      return
    }
    if let name = file {
      files[name, default: ""] += line + "\n"
      return
    }
    for name in Self.settingNames {
      guard let text = trimmed.removing(prefix: "# \(name): ") else { continue }
      if let value = Double(text) { settings[name] = value } else { mistakes.append("\(number): \(trimmed)") }
    }
    if let mark = line.range(of: "# expect", options: .backwards) ?? line.range(of: "# keep", options: .backwards) {
      let isOnLine = !line[..<mark.lowerBound].trimmingCharacters(in: .whitespaces).isEmpty
      if expect(String(line[mark.lowerBound...].dropFirst(2)), number: number, isOnLine: isOnLine) {
        expectationCount += 1
      } else {
        mistakes.append("\(number): \(trimmed)")
      }
    }
    cells[cells.count - 1].text += line + "\n"
  }

  private mutating func expect(_ text: String, number: Int, isOnLine: Bool) -> Bool {
    let text = text.trimmingCharacters(in: .whitespaces)
    let last = cells.count - 1
    func add(_ output: LanguageProgram.Output) -> Bool {
      cells[last].outputs.append(LanguageProgram.ExpectedOutput(line: number, output: output))
      return true
    }
    if text == "expect nothing" { return true }
    if let rest = text.removing(prefix: "expect:") { return add(.text(rest)) }
    if let rest = text.removing(prefix: "expect line:") { return add(.shownLine(rest)) }
    if let rest = text.removing(prefix: "expect kept:") { return add(.kept(rest)) }
    if let rest = text.removing(prefix: "expect not kept:") { return add(.notKept(rest)) }
    if let rest = text.removing(prefix: "keep:") { return add(.keep(rest)) }
    if let rest = text.removing(prefix: "expect check:") { return expectCheck(rest, number) }
    if let rest = text.removing(prefix: "expect no finding:") { return expectFinding(rest, nil, number) }
    if let rest = text.removing(prefix: "expect finding:"), let colon = rest.firstIndex(of: ":") {
      let value = rest[rest.index(after: colon)...].trimmingCharacters(in: .whitespaces)
      return expectFinding(String(rest[..<colon]), value, number)
    }
    if let rest = text.removing(prefix: "expect note:"), !cells[last].checks.isEmpty {
      cells[last].checks[cells[last].checks.count - 1].notes.append((number, rest))
      return true
    }
    for (prefix, isError) in [("expect error:", true), ("expect warning:", false)] {
      guard let rest = text.removing(prefix: prefix) else { continue }
      let code = String(rest.prefix { !$0.isWhitespace })
      let place = rest.dropFirst(code.count).trimmingCharacters(in: .whitespaces)
      var underlined: String?
      if !place.isEmpty {
        guard place.hasPrefix("at \""), place.hasSuffix("\""), place.count > 4 else { return false }
        underlined = String(place.dropFirst(4).dropLast())
      }
      cells[last].problems.append(
        LanguageProgram.ExpectedProblem(
          line: number, code: code, isError: isError, underlined: underlined, isOnLine: isOnLine))
      return code.wholeMatch(of: /E0[1-8][0-9]{2}/) != nil
    }
    return false
  }
}

extension Reader {
  fileprivate mutating func expectCheck(_ text: String, _ number: Int) -> Bool {
    let verdict = String(text.prefix { !$0.isWhitespace })
    let rest = text.dropFirst(verdict.count).trimmingCharacters(in: .whitespaces)
    guard ["passed", "failed", "undecided", "error", "open"].contains(verdict),
      rest.isEmpty || (rest.hasPrefix("\"") && rest.hasSuffix("\"") && rest.count > 1)
    else { return false }
    cells[cells.count - 1].checks.append(
      LanguageProgram.ExpectedCheck(
        line: number, verdict: verdict, title: rest.isEmpty ? nil : String(rest.dropFirst().dropLast())))
    return true
  }

  fileprivate mutating func expectFinding(_ key: String, _ value: String?, _ number: Int) -> Bool {
    let last = cells.count - 1
    guard !cells[last].checks.isEmpty else { return false }
    cells[last].checks[cells[last].checks.count - 1].findings.append((number, key, value))
    return true
  }
}

extension String {
  /// What follows a prefix, without blanks around it; nil where the text begins otherwise.
  fileprivate func removing(prefix: String) -> String? {
    hasPrefix(prefix) ? dropFirst(prefix.count).trimmingCharacters(in: .whitespaces) : nil
  }
}
