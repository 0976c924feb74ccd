// What the tests of the language share.
import AulaRuntime

/// A session that speaks English, with few threads.
func testSession(seed: UInt64 = 7, change: (inout SessionOptions) -> Void = { _ in }) -> Session {
  var options = SessionOptions()
  options.language = .en
  options.threads = 2
  options.files = NamedFiles([:])
  change(&options)
  return Session(seed: seed, options: options)
}

extension Session {
  /// A run with every problem it tells: of the cell, and of the checks and derivations in it.
  func told(_ text: String, name: String? = nil) -> (outcome: Outcome, problems: [Problem], isChecked: Bool) {
    var checked: [Problem] = []
    let outcome = run(text, name: name) { event in
      switch event {
      case .check(let check): checked += check.problem.map { [$0] } ?? []
      case .derivation(let derivation): checked += derivation.problem.map { [$0] } ?? []
      default: break
      }
    }
    return (outcome, checked + outcome.problems, !checked.isEmpty)
  }
}
