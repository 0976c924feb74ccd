// Evaluating something that may fail without taking the cell along.
import Analysis
import Diagnostics
import Graph
import TensorKit

extension Machine {
  /// Evaluates something. What goes wrong in it is a result, and what was half done is left; only what must stop the cell goes on:
  /// limits, interruption, and values that nobody can look at yet.
  package func attempt<R>(at span: Span? = nil, _ body: () throws -> R) throws -> Swift.Result<R, Diagnostic> {
    let state = memory.state
    let before = (frame: state.pointee.frame, nesting: state.pointee.nesting, top: state.pointee.stackTop)
    let (place, traces, outerMode) = (graph.place, traceDepth, mode)
    let (targets, groups, gathered) = (learnings.count, learning.togethers.count, collectors.count)
    let queued = learning.queuedCount
    do {
      return .success(try body())
    } catch {
      while learnings.count > targets, let target = learnings.popLast() { abandonLearning(target) }
      abandonTogether(downTo: groups)
      learning.drop(to: queued)
      collectors.removeLast(max(0, collectors.count - gathered))
      (traceDepth, mode) = (traces, outerMode)
      state.pointee.frame = before.frame
      state.pointee.nesting = before.nesting
      state.pointee.stackTop = before.top
      graph.place = place
      if Machine.stopsTheCell(error) { throw error }
      return .failure(named(diagnose(error, at: span ?? .nowhere)))
    }
  }

  /// Of a name that meant nothing all along, what analysis has to say of it.
  private func named(_ diagnostic: Diagnostic) -> Diagnostic {
    guard diagnostic.row.code == DiagnosticRow.notYetDefined.code, let known = unknownNames[diagnostic.span] else {
      return diagnostic
    }
    return known
  }

  /// Whether an error is about the means of the machine or its user's patience, and not about what was evaluated.
  static func stopsTheCell(_ error: any Error) -> Bool {
    switch error {
    case let stop as Stop:
      if case .depth = stop { return false }
      return true
    case let error as TensorError:
      switch error {
      case .cancelled, .outOfMemory, .graphTooLarge, .cannotLook: return true
      default: return false
      }
    case let diagnostic as Diagnostic: return stoppingCodes.contains(diagnostic.row.code)
    default: return false
    }
  }

  private static let stoppingCodes: Set<String> = [
    DiagnosticRow.tooManySteps.code, DiagnosticRow.tooLong.code, DiagnosticRow.tooManyBytes.code,
    DiagnosticRow.stopped.code, DiagnosticRow.cannotLook.code, DiagnosticRow.outOfMemory.code,
    DiagnosticRow.graphTooLarge.code,
  ]
}
