// Runs a program of the folder Programs and tells where it did not do what its comments say.
import AulaRuntime
import Foundation

/// A run of one program. What went wrong is collected as lines for people.
struct ProgramRunner {
  private let name: String
  private let program: LanguageProgram
  private var kept: [String: String] = [:]
  private(set) var failures: [String] = []

  /// One thing that the session wrote.
  private enum Written {
    case text(String)
    /// A value that was shown; one that a last `let` names need not be expected.
    case shownLine(String, isOptional: Bool)

    var isOptional: Bool { if case .shownLine(_, true) = self { true } else { false } }
  }

  /// The texts of cells and files by the names that messages call them.
  private var texts: [String: String] = [:]

  init(name: String, text: String) {
    self.name = name
    program = LanguageProgram(text)
  }

  mutating func run() {
    failures += program.mistakes.map { "\(name):\($0): no such expectation" }
    if program.expectationCount == 0 { failures.append("\(name): expects nothing") }
    texts = program.files
    var session = newSession()
    for (index, cell) in program.cells.enumerated() {
      if cell.isNewSession, index > 0 { session = newSession() }
      texts["cell \(index + 1)"] = cell.text
      check(cell, "cell \(index + 1)", in: session)
    }
  }

  private func newSession() -> Session {
    var options = SessionOptions()
    options.language = .en
    options.threads = 2
    options.files = NamedFiles(program.files)
    options.memoryBudget = program.settings["memory"].map { Int($0) } ?? 4 << 30
    options.limits.seconds = program.settings["seconds"] ?? 60
    if let steps = program.settings["steps"] { options.limits.steps = Int(steps) }
    if let depth = program.settings["depth"] { options.limits.depth = Int(depth) }
    if let bytes = program.settings["bytes"] { options.limits.bytes = Int(bytes) }
    return Session(seed: UInt64(program.settings["seed"] ?? 7), options: options)
  }

  private mutating func check(_ cell: LanguageProgram.Cell, _ cellName: String, in session: Session) {
    var written: [[Written]] = []
    var checks = CheckComparison(name)
    let outcome = session.run(cell.text, name: cellName) { event in
      switch event {
      case .text(let text): written += text.lines.map { [.text($0)] }
      case .value(let value):
        // Of a value that is one line, a program may expect either writing; of a longer one the lines.
        let lines = value.name == nil ? value.text.lines : []
        let shown = Written.shownLine(value.line, isOptional: value.name != nil || lines.count > 1)
        if lines.count == 1 {
          written.append([.text(lines[0]), shown])
        } else {
          written.append([shown])
          written += lines.map { [.text($0)] }
        }
      case .check(let check): checks.take(check)
      case .derivation(let derivation): checks.take(derivation)
      default: break
      }
    }
    compare(cell.outputs, with: written)
    failures += checks.failures(cell.checks)
    compare(cell, cellName, with: checks.problems + outcome.problems)
  }

  private mutating func compare(_ expected: [LanguageProgram.ExpectedOutput], with written: [[Written]]) {
    var rest = written[...]
    for expectation in expected {
      func fail(_ wanted: String, _ found: String) {
        failures.append("\(name):\(expectation.line): expected “\(wanted)”, found “\(found)”")
      }
      if case .shownLine(let line) = expectation.output {
        guard let next = rest.popFirst() else {
          fail(line, "nothing")
          continue
        }
        let found = next.compactMap { if case .shownLine(let line, _) = $0 { line } else { nil } }.first
        if found != line { fail(line, found ?? "a printed line") }
        continue
      }
      while let next = rest.first, next.allSatisfy(\.isOptional) { rest.removeFirst() }
      let found = rest.popFirst().flatMap { next in
        next.compactMap { if case .text(let text) = $0 { text } else { nil } }.first
      }
      switch expectation.output {
      case .text(let text): if found != text { fail(text, found ?? "nothing") }
      case .keep(let label):
        if let found { kept[label] = found } else { fail("a line to keep", "nothing") }
      case .kept(let label):
        if found == nil || found != kept[label] { fail(kept[label] ?? "what was kept", found ?? "nothing") }
      case .notKept(let label):
        if found == nil || kept[label] == nil || found == kept[label] { fail("another line", found ?? "nothing") }
      case .shownLine: break
      }
    }
    for written in rest {
      let texts = written.compactMap { if case .text(let text) = $0 { text } else { nil } }
      for text in texts { failures.append("\(name): “\(text)” was not expected") }
    }
  }

  private mutating func compare(_ cell: LanguageProgram.Cell, _ cellName: String, with problems: [Problem]) {
    var found = problems
    for expected in cell.problems {
      let index = found.firstIndex { problem in
        problem.code == expected.code && problem.isError == expected.isError
          && (!expected.isOnLine || lines(problem, cellName).contains(expected.line))
          && (expected.underlined == nil || underlined(problem) == expected.underlined)
      }
      if let index {
        found.remove(at: index)
        continue
      }
      let place = expected.underlined.map { " at “\($0)”" } ?? ""
      failures.append(
        "\(name):\(expected.line): expected \(expected.code)\(place), found \(list(problems))")
    }
    if !found.isEmpty, found.count == problems.count || cell.problems.count < problems.count {
      failures.append("\(name): not expected: \(list(found))\n\(found.map(\.text).joined(separator: "\n"))")
    }
  }

  /// The text that a problem underlines.
  private func underlined(_ problem: Problem) -> String {
    let bytes = Array((texts[problem.place?.source ?? ""] ?? "").utf8)
    let span = problem.diagnostic.span
    guard span.lower >= 0, span.lower <= span.upper, Int(span.upper) <= bytes.count else { return "" }
    return String(decoding: bytes[Int(span.lower)..<Int(span.upper)], as: UTF8.self)
  }

  /// The lines that have to do with a problem: of its place, and of its labels in the same text or in the cell that ran.
  private func lines(_ problem: Problem, _ cellName: String) -> [Int] {
    let main = problem.place?.source ?? ""
    let others = problem.diagnostic.labels.map { label -> Int in
      let source = label.span.source == problem.diagnostic.span.source ? main : cellName
      let before = Array((texts[source] ?? "").utf8).prefix(max(0, Int(label.span.lower)))
      return before.count { $0 == UInt8(ascii: "\n") } + 1
    }
    return [problem.place?.line ?? 0] + others
  }

  private func list(_ problems: [Problem]) -> String {
    if problems.isEmpty { return "no problem" }
    return problems.map { "\($0.code) in line \($0.place?.line ?? 0) at “\(underlined($0))”" }
      .joined(separator: ", ")
  }
}

extension String {
  /// The lines without blanks around them.
  fileprivate var lines: [String] {
    split(separator: "\n", omittingEmptySubsequences: false).map { $0.trimmingCharacters(in: .whitespaces) }
  }
}
