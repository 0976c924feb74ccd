// A program that says in its comments what it should do: the reading of one `.aula` file of the folder Programs.
import Foundation

/// One file: sessions of cells, and what is expected of them.
///
/// A comment that ends a line, or stands on a line of its own, may say
/// - `# expect: TEXT`: the next line that the session prints is TEXT (`print` and shown values, in order);
/// - `# expect line: TEXT`: the next value that is shown has this line (`W : [2, 3] float32`), also what a last `let` gives;
/// - `# expect error: E0402 at "A @ B"`: the cell fails with this code, and underlines this text; on a line with code, there;
/// - `# expect warning: E0337`: the same for a warning; warnings that nobody expects are failures;
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

extension String {
  /// What follows a prefix, without blanks around it; nil where the text begins otherwise.
  fileprivate func removing(prefix: String) -> String? {
    hasPrefix(prefix) ? dropFirst(prefix.count).trimmingCharacters(in: .whitespaces) : nil
  }
}
