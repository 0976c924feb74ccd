// From what went wrong to a diagnostic: where in the program, with which values, in which round, and how it came there.
import Analysis
import Diagnostics
import Graph
import TensorKit

extension Machine {
  /// An error at the present instruction as a diagnostic.
  func diagnose(_ error: any Error, in window: Window) -> Diagnostic {
    let code = window.code.takeUnretainedValue()
    let offset = offset(of: window, in: code)
    let origin = offset < code.details.origins.count ? code.details.origins[offset] : .init(span: .nowhere)
    var error = error
    if let fault = error as? Fault, fault.row.code == DiagnosticRow.notYetDefined.code, fault.argument == nil {
      let place = registers(of: window, offset, origin).firstIndex { window.fp[$0].tag == .missing }
      error = Fault(fault.row, fault.values, notes: fault.notes, argument: place.map { $0 - (origin.isCall ? 1 : 0) })
    }
    var diagnostic = self.diagnostic(for: error, origin, operands(of: window, offset, origin), in: window)
    for round in rounds(window).prefix(1) where round.count > 1 {
      diagnostic.notes.append(
        Diagnostic.Note(
          Words(
            en: "this was in round {count} of the loop", es: "fue en la vuelta {count} del bucle",
            pt: "foi na volta {count} do laço"), ["count": "\(round.count)"]))
    }
    addCalls(to: &diagnostic)
    return diagnostic
  }

  /// An error while the last values of a cell are computed: it points at what recorded them.
  func diagnoseLate(_ error: any Error) -> Diagnostic {
    diagnostic(for: error, .init(span: .nowhere), [], in: nil)
  }

  /// An error that no instruction made, said at a place; one that knows its place keeps it.
  func diagnose(
    _ error: any Error, at span: Span, operands: [TensorErrorWords.Operand] = []
  ) -> Diagnostic {
    diagnostic(for: error, .init(span: span, operands: operands.map(\.span)), operands, in: nil)
  }

  private func diagnostic(
    for error: any Error, _ present: CodeDetails.Origin, _ operands: [TensorErrorWords.Operand], in window: Window?
  ) -> Diagnostic {
    switch error {
    case let diagnostic as Diagnostic: return diagnostic
    case let stop as Stop: return diagnostic(for: stop, present.span)
    case let fault as Fault:
      let blamed = fault.argument.map { $0 + (present.isCall ? 1 : 0) }
      let span = blamed.flatMap { present.operands.indices.contains($0) ? present.operands[$0] : nil } ?? present.span
      return Diagnostic(fault.row, at: span, fault.values, notes: fault.notes)
    case let error as NotFinite:
      let origin = self.origin(of: error.place) ?? present
      return Diagnostic(error.fault.row, at: origin.span, error.fault.values, notes: error.fault.notes)
    case let error as TensorError:
      if case .cancelled = error { return diagnostic(for: Stop.interrupted, present.span) }
      // What went wrong while computing is said at the place that recorded it.
      if let earlier = graph.takeFailedPlace().flatMap({ self.origin(of: $0) }) {
        return TensorErrorWords.diagnostic(for: error, at: earlier.span)
      }
      var diagnostic = TensorErrorWords.diagnostic(for: error, at: present.span, operands: operands)
      var seen: Set<Span> = []
      diagnostic.labels += operands.compactMap { definition(of: $0, in: window) }.filter {
        seen.insert($0.span).inserted
      }
      return diagnostic
    default:
      return Diagnostic(.internalProblem, at: present.span, ["what": "\(error)"])
    }
  }

  private func diagnostic(for stop: Stop, _ span: Span) -> Diagnostic {
    switch stop {
    case .depth: Diagnostic(.callsTooDeep, at: span, ["limit": "\(limits.depth)"])
    case .steps: Diagnostic(.tooManySteps, at: span, ["limit": "\(limits.steps)"])
    case .seconds: Diagnostic(.tooLong, at: span, ["limit": .text(display.number(limits.seconds))])
    case .bytes: Diagnostic(.tooManyBytes, at: span, ["limit": "\(limits.bytes >> 20)"])
    case .interrupted: Diagnostic(.stopped, at: span)
    }
  }

  /// The operands of an instruction that failed: where they are written, and what they are.
  private func operands(
    of window: Window, _ offset: Int, _ origin: CodeDetails.Origin
  ) -> [TensorErrorWords.Operand] {
    let registers = registers(of: window, offset, origin)
    return origin.operands.enumerated().map { index, span in
      let value = index < registers.count ? table.value(window.fp[registers[index]]) : .nothing
      return TensorErrorWords.Operand(span: span, shape: shape(of: value), text: sources.text(span))
    }
  }

  /// The registers of the operands of an instruction that failed, as far as they still hold what they held.
  private func registers(of window: Window, _ offset: Int, _ origin: CodeDetails.Origin) -> [Int] {
    let code = window.code.takeUnretainedValue()
    guard offset < code.instructions.count else { return [] }
    let i = code.instructions[offset]
    switch i.op {
    case .call, .callLabelled: return (0...Int(i.c)).map { Int(i.b) + $0 }
    case .addConstant, .subtractConstant, .multiplyConstant, .divideConstant, .modConstant, .negate, .root, .norm:
      return [Int(i.b)]
    case .add, .subtract, .multiply, .multiplyThenAdd, .subtractThenAdd, .divide, .mod, .power, .matmul, .less,
      .lessEqual, .greater, .greaterEqual, .equal,
      .notEqual:
      return [Int(i.b), Int(i.c)]
    case .tensor, .chain: return origin.operands.indices.map { Int(i.b) + $0 }
    default: return []
    }
  }

  /// Where the name of an operand got its value, for a label there; a shape is told as the program writes it, if it does.
  private func definition(of operand: TensorErrorWords.Operand, in window: Window?) -> Diagnostic.Label? {
    guard let name = operand.text, let shape = operand.shape, shape.rank > 0 else { return nil }
    let details = window?.code.takeUnretainedValue().details
    guard let span = details?.definitions[operand.span] ?? globals[name]?.definition, span != operand.span else {
      return nil
    }
    var text = shape.description
    if let window, let check = details?.shapes.first(where: { $0.subject == name }) {
      text = written(check, window.fp, isMet: true)
    }
    return Diagnostic.Label(
      span,
      Words(
        en: "`{name}` is {shape} since here", es: "`{name}` es {shape} desde aquí", pt: "`{name}` é {shape} desde aqui"),
      ["name": .text(name), "shape": .text(text)])
  }

  /// What recorded a node.
  func origin(of place: Int32) -> CodeDetails.Origin? {
    guard let (code, offset) = code.find(place), offset < code.details.origins.count else { return nil }
    return code.details.origins[offset]
  }

  /// A diagnostic from code that a function written in Swift called (a chain of models, `grad`, `map`): where it was called is
  /// in no frame, so it is said as the diagnostic comes by.
  func passedOn(_ diagnostic: Diagnostic, in window: Window) -> Diagnostic {
    let code = window.code.takeUnretainedValue()
    let offset = offset(of: window, in: code)
    guard offset < code.details.origins.count,
      diagnostic.labels.count(where: { $0.words == Diagnostic.calledFromHere }) < 3
    else { return diagnostic }
    let origin = code.details.origins[offset]
    guard origin.isCall, origin.span != diagnostic.span, !diagnostic.labels.contains(where: { $0.span == origin.span })
    else { return diagnostic }
    var diagnostic = diagnostic
    diagnostic.labels.append(Diagnostic.Label(origin.span, Diagnostic.calledFromHere))
    return diagnostic
  }

  /// Says which calls led here, innermost first: at most three, and the innermost one outside of the library.
  private func addCalls(to diagnostic: inout Diagnostic) {
    let state = memory.state
    var frame = state.pointee.frame
    var seen: Set<Span> = [diagnostic.span]
    var isOutside = sources[diagnostic.span.source]?.isLibrary != true
    while frame > state.pointee.firstFrame, seen.count <= 3 || !isOutside {
      frame -= 1
      if frame.pointee.isEntry { continue }
      let code = frame.pointee.code.takeUnretainedValue()
      guard let entry = code.entry else { continue }
      // The word behind a call with labels belongs to it.
      var offset = frame.pointee.pc - entry - 1
      if offset > 0, code.instructions[offset].op == .jump, code.instructions[offset - 1].op == .callLabelled {
        offset -= 1
      }
      guard offset >= 0, offset < code.details.origins.count else { continue }
      let span = code.details.origins[offset].span
      let isFirstOutside = !isOutside && sources[span.source]?.isLibrary != true
      guard seen.count <= 3 || isFirstOutside, seen.insert(span).inserted else { continue }
      if isFirstOutside { isOutside = true }
      diagnostic.labels.append(Diagnostic.Label(span, Diagnostic.calledFromHere))
    }
  }
}
