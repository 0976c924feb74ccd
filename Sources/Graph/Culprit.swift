// A step of learning whose numbers are all finite, or the operation that made the first one that is not.
import TensorKit

/// Why a step of learning was not made: somewhere a number became NaN or infinite.
package struct NotFinite: Error, Hashable, Sendable {
  /// Where it happened first.
  package enum Stage: Sendable, Hashable {
    case loss
    case gradient
    /// Loss and gradients are finite; what the optimizer made of them is not.
    case step
  }
  package let stage: Stage
  /// The operator as a program writes it.
  package let operation: String
  /// The values that went in.
  package let inputs: String
  /// The place that the operation was recorded at, or -1.
  package let place: Int32

  package init(stage: Stage, operation: String, inputs: String, place: Int32) {
    self.stage = stage
    self.operation = operation
    self.inputs = inputs
    self.place = place
  }

  package var inLoss: Bool { stage == .loss }
}

/// A step as a learning statement prepares it: where the loss came from is kept, to find who is to blame.
package struct LearningStep {
  package let loss: Tensor
  let sources: [Tensor]
  package let prepared: PreparedStep

  package init(loss: Tensor, sources: [Tensor], prepared: PreparedStep) {
    self.loss = loss
    self.sources = sources
    self.prepared = prepared
  }
}

extension Graph {
  /// Computes several steps in one go, and makes all of them or none; `updates` are assigned together with them. Gives the losses.
  package func carryOut(_ steps: [LearningStep], updates: [(parameter: Parameter, value: Tensor)] = []) throws
    -> [NDArray]
  {
    let losses = steps.map(\.loss)
    let moves = steps.map(\.prepared.tensors)
    let arrays = try compute(losses + moves.joined() + updates.map(\.value))
    var next = losses.count
    var parts: [ArraySlice<NDArray>] = []
    for (index, step) in steps.enumerated() {
      let part = arrays[next..<(next + moves[index].count)]
      guard arrays[index].isFinite, part.allSatisfy(\.isFinite) else { throw try culprit(of: step) }
      parts.append(part)
      next += moves[index].count
    }
    for (step, part) in zip(steps, parts) { try step.prepared.commit(part) }
    for (update, array) in zip(updates, arrays[next...]) { try update.parameter.assign(array) }
    return Array(arrays.prefix(losses.count))
  }

  /// The first operation that made a number that is not finite: in the loss, or else on the way back.
  func culprit(of step: LearningStep) throws -> NotFinite {
    // Node by node, and without leaving plans behind that nobody will use again.
    let usedPlans = usesPlans
    usesPlans = false
    defer { usesPlans = usedPlans }
    var search = CulpritSearch(graph: self)
    do {
      if let found = try search.inLoss(step.loss) { return found }
      if let found = try search.onTheWayBack(from: step.loss, to: step.sources) { return found }
    } catch TensorError.outOfMemory {
      // Every value is kept while looking, which may be more than the budget allows: then nobody is named.
      return NotFinite(stage: .loss, operation: step.loss.operation.symbol, inputs: "…", place: -1)
    }
    return NotFinite(stage: .step, operation: step.prepared.optimizer.spec.name, inputs: "", place: -1)
  }
}

/// The search for the operation to blame.
private struct CulpritSearch {
  enum State {
    case finite, infinite, nan
  }
  let graph: Graph
  private var states: [Int32: State] = [:]

  init(graph: Graph) { self.graph = graph }

  /// The state of a node's value, which is computed if need be.
  private mutating func state(_ id: Int32) throws -> State {
    if let known = states[id] { return known }
    let array = try graph.compute([Tensor(graph, id)])[0]
    let state: State = array.isFinite ? .finite : array.doubles.contains(where: \.isNaN) ? .nan : .infinite
    states[id] = state
    return state
  }

  mutating func inLoss(_ loss: Tensor) throws -> NotFinite? {
    for id in graph.reachable(from: [loss.id]) { _ = try state(id) }
    guard try state(loss.id) != .finite, let guilty = try first(behind: loss.id) else { return nil }
    return NotFinite(
      stage: .loss, operation: graph.op(guilty).symbol, inputs: try inputs(of: guilty, result: guilty),
      place: graph.nodes[Int(guilty)].place)
  }

  /// Of the nodes that hand on what is not finite, the first that made it: an infinity that came to nothing (a mask's −∞ under a
  /// softmax) is none of them.
  private mutating func first(behind output: Int32) throws -> Int32? {
    var (open, seen): ([Int32], Set<Int32>) = ([output], [output])
    var guilty: Int32?
    while let id = open.popLast() {
      let operands = graph.operands(of: id)
      var bad = try operands.filter { try state($0) == .nan }
      if bad.isEmpty { bad = try operands.filter { try state($0) == .infinite } }
      // A number that was given as infinite is no mistake in itself; what became of it may be.
      let made = bad.filter { graph.nodes[Int($0)].operandCount > 0 || states[$0] == .nan }
      if made.isEmpty { guilty = min(guilty ?? id, id) }
      for operand in made where seen.insert(operand).inserted { open.append(operand) }
    }
    return guilty
  }

  /// The first operation whose gradient is finite when it arrives and is not when it is passed on.
  mutating func onTheWayBack(from loss: Tensor, to sources: [Tensor]) throws -> NotFinite? {
    guard let first = sources.map(\.id).min(), first <= loss.id else { return nil }
    var passes: [(id: Int32, incoming: Tensor, outgoing: [Tensor?])] = []
    var walk = ReverseWalk(graph, from: first, to: loss.id, sources: sources.map(\.id))
    walk.witness = { passes.append(($0, $1, $2)) }
    try walk.run(graph.full(1, loss.shape, loss.dtype))
    for pass in passes {
      var guilty = try state(pass.incoming.id) == .finite ? nil : pass.incoming
      for outgoing in pass.outgoing where guilty == nil {
        if let outgoing, try state(outgoing.id) != .finite { guilty = outgoing }
      }
      guard let guilty else { continue }
      return NotFinite(
        stage: .gradient, operation: graph.op(pass.id).symbol, inputs: try inputs(of: pass.id, result: guilty.id),
        place: graph.nodes[Int(pass.id)].place)
    }
    return nil
  }

  /// The operands of a node: at the first element that is not finite where each element has operands of its own, else at a glance.
  private mutating func inputs(of id: Int32, result: Int32) throws -> String {
    let operands = try graph.compute(graph.operands(of: id).map { Tensor(graph, $0) })
    if operands.isEmpty { return try glance(graph.compute([Tensor(graph, id)])[0]) }
    let shape = graph.shape(of: id)
    guard case .elementwise = graph.op(id).behaviour, graph.shape(of: result) == shape,
      let bad = try graph.compute([Tensor(graph, result)])[0].doubles.firstIndex(where: { !$0.isFinite })
    else { return operands.map { glance($0) }.joined(separator: ", ") }
    return operands.map { operand in
      Figures.text(operand.element(bad, stretchedTo: shape), digits: 6)
    }.joined(separator: ", ")
  }

  /// A number, a short list, or the shape with its least and greatest element.
  private func glance(_ array: NDArray) -> String {
    let elements = array.doubles
    if array.shape.rank == 0 { return elements.map { Figures.text($0, digits: 6) }.joined() }
    if elements.count <= 6 { return "[" + elements.map { Figures.text($0, digits: 4) }.joined(separator: ", ") + "]" }
    let known = elements.filter { !$0.isNaN }
    guard let least = known.min(), let greatest = known.max() else { return "\(array.shape) NaN" }
    return "\(array.shape) \(Figures.text(least, digits: 4)) … \(Figures.text(greatest, digits: 4))"
  }
}

extension OpSpec {
  /// The operator as a program writes it.
  package var symbol: String {
    switch name {
    case "add": "+"
    case "subtract", "negate": "-"
    case "multiply": "*"
    case "divide": "/"
    case "power", "square": "^"
    case "matmul": "@"
    default: name
    }
  }
}

extension NDArray {
  /// Whether no element is NaN or infinite. One pass that compares nothing: an exponent of all ones overflows into the sign bit.
  package var isFinite: Bool {
    guard dtype.isFloating else { return true }
    guard isContiguous else { return doubles.allSatisfy(\.isFinite) }
    return dtype == .float32
      ? NDArray.isFinite(pointer, count, mask: UInt32(0x7f80_0000), one: 0x0080_0000)
      : NDArray.isFinite(pointer, count, mask: UInt64(0x7ff0_0000_0000_0000), one: 0x0010_0000_0000_0000)
  }

  @inline(__always) private static func isFinite<Bits: FixedWidthInteger & SIMDScalar>(
    _ base: UnsafeMutableRawPointer, _ count: Int, mask: Bits, one: Bits
  ) -> Bool {
    var overflow = Bits.zero
    let elements = base.assumingMemoryBound(to: Bits.self)
    for index in 0..<count { overflow |= (elements[index] & mask) &+ one }
    return overflow >> (Bits.bitWidth - 1) == 0
  }

  /// The element that stands at a place (in row order) of a larger shape this array is stretched to.
  fileprivate func element(_ place: Int, stretchedTo target: Shape) -> Double {
    var (rest, index) = (place, 0)
    var step = 1
    for back in 1..<(target.rank + 1) {
      let size = max(1, target[target.rank - back])
      let position = rest % size
      rest /= size
      guard back <= shape.rank else { continue }
      let own = shape[shape.rank - back]
      if own > 1 { index += position * step }
      step *= own
    }
    let elements = doubles
    return index < elements.count ? elements[index] : .nan
  }
}
