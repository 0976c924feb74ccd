// Checks, derivations and predictions on a screen.
import AulaRuntime
import Graph

extension EventPrinter {
  /// A check: its verdict and text in a line, and below what was found where it did not pass.
  func show(_ check: CheckResult) {
    if options.isQuiet, check.verdict == .passed { return }
    put(CheckText(look).lines(of: check))
  }

  /// A derivation as a table.
  func show(_ derivation: DerivationResult) {
    if options.isQuiet, derivation.verdict == .passed { return }
    put(CheckText(look).lines(of: derivation))
  }

  /// What was predicted and what it is.
  func show(_ prediction: PredictionResult) {
    if !options.isQuiet { put(CheckText(look).lines(of: prediction)) }
  }

  /// Back-propagation, operation by operation.
  func show(_ explanation: Explanation) {
    if !options.isQuiet { put(ExplanationText(explanation, look).lines) }
  }

  /// How many checks passed, in a line; nothing where there were none, or all did and nothing more is wanted than errors.
  package func show(_ counts: CheckCounts) {
    guard counts.total > 0, !(options.isQuiet && counts.allPassed) else { return }
    let text = CheckTextWords.summary(counts, look.language)
    put([(counts.allPassed ? Ink.good : Ink.error).paint(ScreenText.ascii(text, look), look)])
  }

  private func put(_ lines: [String]) {
    clearProgress()
    write(lines.map { $0 + "\n" }.joined())
  }
}
