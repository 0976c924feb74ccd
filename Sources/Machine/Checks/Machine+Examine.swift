// Examining what a program claims: nothing that its parts do stays.
import Diagnostics
import Graph
import Syntax
import TensorKit

extension Machine {
  /// Examines a claim and tells what came of it.
  func examine(_ plan: ExaminationPlan, parts: Value, sources: [Value]) throws {
    let report = try apart(plan) { () throws -> ExaminationReport in
      switch plan.examination.kind {
      case .check(let claim):
        return .check(try Examiner(plan, parts: parts, sources: sources, in: self).check(claim, isToFail: false))
      case .checkFails(let claim):
        return .check(try Examiner(plan, parts: parts, sources: sources, in: self).check(claim, isToFail: true))
      case .derive(let lines): return .derivation(try derive(plan, lines, parts: parts, sources: sources))
      case .deriveFails(let lines): return .derivation(try deriveFails(plan, lines, parts: parts, sources: sources))
      case .explainGradient(let claim):
        return .explanation(try Examiner(plan, parts: parts, sources: sources, in: self).explainGradient(claim))
      case .predict(let answer):
        return .prediction(try Examiner(plan, parts: parts, sources: sources, in: self).predict(answer))
      }
    }
    emit(.examined(report))
  }

  /// Does something with a random stream of its own, and gives everything back that it changed: what learns, what was recorded, the
  /// stream.
  private func apart<R>(_ plan: ExaminationPlan, _ body: () throws -> R) throws -> R {
    let before = learningSnapshot()
    let (steps, names, known) = (finishedSteps, recordedNames, Set(series.keys))
    let (queued, place, settling) = (learning.queuedCount, graph.place, settlingNesting)
    let outerNames = unknownNames
    unknownNames.merge(plan.unknownNames) { $1 }
    // In a cell's own course nothing outside of registers waits for its values: traces inside of the claim may end.
    if traceDepth == 0, memory.state.pointee.nesting == settlingNesting { settlingNesting += 1 }
    graph.random = plan.stream(of: graph.random, sources)
    defer {
      learning.drop(to: queued)
      forgetSeries { !known.contains($0) }
      // A cell never changes its shape, so giving its value back cannot fail.
      try? restore(before)
      unknownNames = outerNames
      (finishedSteps, recordedNames, graph.place, settlingNesting) = (steps, names, place, settling)
    }
    return try body()
  }

  /// Takes the meaning away that some series gave their names.
  func forgetSeries(where isNew: (String) -> Bool) {
    for name in series.keys where isNew(name) {
      guard globals[name]?.kind == .series, let number = globals.knownNumber(of: name) else { continue }
      globals.reset(number)
    }
  }
}

extension ExaminationPlan {
  /// The stream of a claim's draws. It follows from the cell's stream and the claim's text, so that neither another check nor a draw
  /// before it shifts what is drawn.
  func stream(of cell: RandomStream, _ sources: Sources) -> RandomStream {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325 ^ cell.stream
    for byte in sources.text(span).utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return RandomStream(seed: cell.seed, stream: hash | 1 << 62)
  }
}
