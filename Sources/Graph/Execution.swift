// Carrying out what was recorded: collect what is needed, find or make the plan, run it.
import CKernels
import TensorKit

extension Graph {
  /// Whether a node without operands is computed when needed (a draw) rather than given (a constant).
  func needsComputing(_ id: Int32) -> Bool {
    let node = nodes[Int(id)]
    if node.value >= 0 { return false }
    let op = node.op.takeUnretainedValue()
    return op !== Op.scalar && op !== Op.constant && op !== Op.placeholder
  }

  /// Computes nodes and gives their arrays, in order.
  func execute(_ ids: [Int32]) throws -> [NDArray] {
    try device.checkCancelled()
    let (collected, plan) = try plan(for: ids)
    return try PlanRun.results(of: plan, TraceSource(graph: self, ids: collected.ids), collected.outputs)
  }

  /// The plan that computes nodes, and the nodes it computes them from.
  func plan(for ids: [Int32]) throws -> (Collected, Plan) {
    let (collected, words) = try collect(ids)
    if usesPlans {
      let plan = try planCache.plan(for: PlanKey(words)) { try Planner(self, collected, fuses: true).make() }
      return (collected, plan)
    }
    return (collected, try Planner(self, collected, fuses: false).make())
  }

  /// Gives the needed nodes local numbers in an order that depends on structure alone, and writes the plan's key.
  private func collect(_ outputs: [Int32]) throws -> (Collected, [UInt64]) {
    var collected = Collected()
    var words: [UInt64] = []
    let locals = marks
    locals.begin(nodeCount)
    // A node is met twice: on the way down, when its operands go on the stack above it, and when they have been taken care of.
    var stack = Array(outputs.reversed())
    while let id = stack.last {
      if locals[id] != nil {
        stack.removeLast()
        continue
      }
      let node = nodes[Int(id)]
      let isGiven = node.value >= 0
      if !isGiven && node.operandCount > 0 && locals.isFirstVisit(id) {
        let height = stack.count
        forEachOperand(of: node) { if locals[$0] == nil { stack.append($0) } }
        stack[height...].reverse()
        continue
      }
      stack.removeLast()
      locals[id] = Int32(collected.ids.count)
      collected.ids.append(id)
      words.append(isGiven ? 0 : UInt64(UInt(bitPattern: node.op.toOpaque())))
      words.append(
        UInt64(node.dtype.rawValue) | UInt64(UInt32(bitPattern: node.shape)) << 8
          | UInt64(isGiven ? 0 : UInt32(bitPattern: node.operandCount)) << 40)
      if !isGiven {
        words.append(UInt64(UInt32(bitPattern: node.attributes)))
        forEachOperand(of: node) { operand in
          let local = locals[operand] ?? -1
          collected.operandList.append(local)
          words.append(UInt64(UInt32(bitPattern: local)))
        }
      }
      collected.ends.append(Int32(collected.operandList.count))
    }
    for id in outputs {
      guard let local = locals[id] else { continue }
      collected.outputs.append(local)
      words.append(UInt64(UInt32(bitPattern: local)) | 1 << 63)
    }
    return (collected, words)
  }
}

/// Where a run of a plan finds what is given: the values, constants and offsets of one trace.
private struct TraceSource: PlanSource {
  let graph: Graph
  let ids: [Int32]

  var device: Device { graph.device }
  var count: Int { ids.count }
  private func node(_ local: Int32) -> Node { graph.nodes[Int(ids[Int(local)])] }

  func array(_ local: Int32) -> NDArray? {
    let index = node(local).value
    return index < 0 ? nil : graph.computed[Int(index)]
  }
  func scalar(_ local: Int32) -> (value: Double, dtype: DType)? {
    let node = node(local)
    guard node.numberCount == 1, node.op.toOpaque() == graph.scalarRow else { return nil }
    return (graph.numbers[Int(node.numbers)], node.dtype)
  }
  func numbers(_ local: Int32) -> [Double] { graph.numbers(of: ids[Int(local)]) }
  func noteFailure(_ local: Int32) { graph.notePlace(of: ids[Int(local)]) }
}
