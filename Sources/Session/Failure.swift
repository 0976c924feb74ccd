// What an error means for the cell it ended: which problems to show, and whether anything is kept.
import Analysis
import Diagnostics
import Machine
import TensorKit

extension SessionCore {
  /// How a cell ended that threw. `isLate`: its time was over.
  func failure(_ error: any Error, isLate: Bool) -> (status: Outcome.Status, diagnostics: [Diagnostic]) {
    let list = diagnostics(of: error)
    let isStopped = list.contains { $0.row.code == DiagnosticRow.stopped.code }
    if isStopped {
      let span = list.first?.span ?? .nowhere
      return isLate ? (.limit, [late(span)]) : (.interrupted, [interrupted(list.first, span)])
    }
    return (list.contains { Failure.limits.contains($0.row.code) } ? .limit : .failed, list)
  }

  private func diagnostics(of error: any Error) -> [Diagnostic] {
    switch error {
    case let several as Diagnostics: several.list
    case let one as Diagnostic: [one]
    case let fault as Fault: [Diagnostic(fault.row, at: .nowhere, fault.values, notes: fault.notes)]
    case let error as TensorError: [TensorErrorWords.diagnostic(for: error, at: .nowhere)]
    default: [Diagnostic(.hostFailed, at: .nowhere, ["name": "Swift", "reason": .text("\(error)")])]
    }
  }

  private func late(_ span: Span) -> Diagnostic {
    Diagnostic(.tooLong, at: span, ["limit": .text(SessionWords.number(options.limits.seconds))])
  }

  private func interrupted(_ diagnostic: Diagnostic?, _ span: Span) -> Diagnostic {
    var result = Diagnostic(.stopped, at: span)
    if let diagnostic, diagnostic.row.code == result.row.code { result = diagnostic }
    let steps = machine.finishedSteps
    let words =
      switch steps {
      case 0: SessionWords.nothingLearned
      case 1: SessionWords.oneStepKept
      default: SessionWords.stepsKept
      }
    result.notes.append(Diagnostic.Note(words, ["steps": .text("\(steps)")]))
    return result
  }
}

enum Failure {
  /// The codes that say that a limit was met.
  static let limits: Set<String> = Set(
    [
      DiagnosticRow.outOfMemory, .graphTooLarge, .tooManySteps, .callsTooDeep, .tooLong, .tooManyBytes,
    ].map(\.code))
}
