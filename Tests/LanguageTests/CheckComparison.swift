// The checks of a cell held against what its comments expect of them.
import AulaRuntime

/// What a cell's checks and derivations came to.
struct CheckComparison {
  private struct Found {
    let verdict: String
    let title: String
    let findings: [(key: String, value: String)]
    let notes: [String]
  }
  private let name: String
  private var found: [Found] = []
  private(set) var problems: [Problem] = []

  init(_ name: String) { self.name = name }

  mutating func take(_ check: CheckResult) {
    found.append(
      Found(
        verdict: check.verdict.rawValue, title: check.title, findings: check.findings.map { ($0.key, $0.value) },
        notes: check.notes))
    if let problem = check.problem { problems.append(problem) }
  }

  mutating func take(_ derivation: DerivationResult) {
    found.append(
      Found(
        verdict: derivation.verdict.rawValue, title: derivation.title,
        findings: derivation.setting.map { ("setting \($0.name)", $0.value) }
          + (derivation.repair.map { [("repair", $0)] } ?? []), notes: derivation.notes))
    if let problem = derivation.problem { problems.append(problem) }
  }

  /// Where they do not come out as expected. Where nothing is expected, all must have passed.
  func failures(_ expected: [LanguageProgram.ExpectedCheck]) -> [String] {
    var failures: [String] = []
    for (wanted, check) in zip(expected, found) {
      if wanted.verdict != check.verdict || (wanted.title ?? check.title) != check.title {
        failures.append(
          "\(name):\(wanted.line): expected \(wanted.verdict) “\(wanted.title ?? "")”, found \(text(check))")
        continue
      }
      for (line, key, value) in wanted.findings {
        let found = check.findings.first { $0.key == key }?.value
        if found != value {
          failures.append(
            "\(name):\(line): expected \(key): \(value ?? "nothing"), found \(found ?? "nothing"); \(text(check))")
        }
      }
      for (line, note) in wanted.notes where !check.notes.contains(note) {
        failures.append("\(name):\(line): expected the note “\(note)”, found \(check.notes)")
      }
    }
    for wanted in expected.dropFirst(found.count) {
      failures.append("\(name):\(wanted.line): expected \(wanted.verdict) “\(wanted.title ?? "")”, found no check")
    }
    for check in found.dropFirst(expected.count) where !expected.isEmpty || check.verdict != "passed" {
      failures.append("\(name): not expected: \(text(check))")
    }
    return failures
  }

  private func text(_ check: Found) -> String {
    let findings = check.findings.map { "\($0.key): \($0.value)" }.joined(separator: "; ")
    return "\(check.verdict) “\(check.title)” [\(findings)] \(check.notes)"
  }
}
