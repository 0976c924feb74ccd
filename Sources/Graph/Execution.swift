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
    let (collected, words) = try collect(ids)
    let plan: Plan
    if usesPlans {
      plan = try planCache.plan(for: PlanKey(words)) { try Planner(self, collected, fuses: true).make() }
    } else {
      plan = try Planner(self, collected, fuses: false).make()
    }
    return try withUnsafeTemporaryAllocation(of: UInt64.self, capacity: max(1, collected.ids.count)) { buffer in
      guard let scalars = buffer.baseAddress else { return [] }
      var run = PlanRun(self, plan, collected.ids, scalars)
      return try run.results(collected.outputs)
    }
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

/// Elements of one block of the element-wise kernels.
private let blockSize = Int(CK_BLOCK)

/// One run of a plan.
private struct PlanRun {
  private let graph: Graph
  private let plan: Plan
  private let ids: [Int32]
  private var registers: [NDArray?]
  /// Scalars as the kernels read them, eight bytes each, by local number.
  private let scalars: UnsafeMutablePointer<UInt64>

  init(_ graph: Graph, _ plan: Plan, _ ids: [Int32], _ scalars: UnsafeMutablePointer<UInt64>) {
    self.graph = graph
    self.plan = plan
    self.ids = ids
    registers = [NDArray?](repeating: nil, count: ids.count)
    self.scalars = scalars
    for (local, id) in ids.enumerated() {
      let node = graph.nodes[Int(id)]
      if node.value >= 0 {
        registers[local] = graph.computed[Int(node.value)]
      } else if node.numberCount == 1, node.op.takeUnretainedValue() === Op.scalar {
        scalars[local] = PlanRun.bits(graph.numbers[Int(node.numbers)], node.dtype)
      }
    }
  }

  private static func bits(_ value: Double, _ dtype: DType) -> UInt64 {
    switch dtype {
    case .float32: UInt64(Float(value).bitPattern)
    case .float64: value.bitPattern
    case .int: UInt64(bitPattern: Int64(Int(saturating: value)))
    case .bool: value == 0 ? 0 : 1
    }
  }

  mutating func results(_ outputs: [Int32]) throws -> [NDArray] {
    for (index, step) in plan.steps.enumerated() {
      do {
        switch step {
        case .group(let group): try run(group)
        case .node(let node): try run(node)
        }
      } catch {
        graph.notePlace(of: ids[Int(step.local)])
        throw error
      }
      for local in plan.dead[index] { registers[Int(local)] = nil }
    }
    return try outputs.map { try array($0) }
  }

  /// A register as an array; a scalar becomes one where an operator other than a kernel reads it.
  private mutating func array(_ local: Int32) throws -> NDArray {
    if let array = registers[Int(local)] { return array }
    let id = ids[Int(local)]
    let node = graph.nodes[Int(id)]
    guard node.op.takeUnretainedValue() === Op.scalar else {
      throw TensorError.cannotLook(reason: "inside a mapped or replayed function the values are not known yet")
    }
    let array = try NDArray(
      repeating: graph.numbers[Int(node.numbers)], shape: .scalar, dtype: node.dtype, on: graph.device)
    registers[Int(local)] = array
    return array
  }

  private mutating func run(_ step: NodeStep) throws {
    let operands = try step.operands.map { try array($0) }
    let result = try step.primitive.compute(
      Execution(
        op: step.op, device: graph.device, operands: operands, attributes: step.attributes,
        numbers: graph.numbers(of: ids[Int(step.local)]), result: step.result))
    registers[Int(step.local)] = result
  }

  private mutating func run(_ group: FusedGroup) throws {
    let device = graph.device
    let count = group.shape.count
    for output in group.outputs {
      let array = try NDArray(uninitialized: group.shape, output.dtype, on: device, for: group.name)
      group.operands[output.operand].base = array.pointer
      registers[Int(output.local)] = array
    }
    for input in group.inputs { try place(input, of: group) }
    if count > 0 { try runBlocks(group, count, device) }
  }

  private func place(_ input: FusedGroup.Input, of group: FusedGroup) throws {
    let operand = group.operands + input.operand
    guard let array = registers[Int(input.local)] else {
      let node = graph.nodes[Int(ids[Int(input.local)])]
      guard node.op.takeUnretainedValue() === Op.scalar else {
        throw TensorError.cannotLook(reason: "inside a mapped or replayed function the values are not known yet")
      }
      operand.pointee.base = UnsafeMutableRawPointer(scalars + Int(input.local))
      if input.isSpread {
        operand.pointee.rank = 1
        operand.pointee.dims.0 = Int64(group.shape.count)
        operand.pointee.strides.0 = 0
      } else if !input.isSingle {
        operand.pointee.place = CK_CONTIGUOUS
      }
      return
    }
    if input.isSingle || (array.isContiguous && array.shape == group.shape) {
      operand.pointee.base = array.pointer
      operand.pointee.place = input.isSingle ? CK_ONE : CK_CONTIGUOUS
    } else {
      array.describe(as: group.shape, into: &operand.pointee)
    }
  }

  private func runBlocks(_ group: FusedGroup, _ count: Int, _ device: Device) throws {
    let scratch = ck_scratch_size(Int32(group.slotCount), Int32(group.operandCount))
    // A block of one instruction takes some tens of nanoseconds: threads pay from a few tens of microseconds on.
    let isLarge = device.threads > 1 && count * group.stepCount > 65_536 && count >= 4 * blockSize
    // Work between two looks at the cancel flag stays far below 20 ms.
    let chunk = max(1, min(64, 4_194_304 / (blockSize * max(1, group.stepCount)))) * blockSize
    let even = isLarge ? (count / (4 * device.threads) / blockSize + 1) * blockSize : count
    let size = min(chunk, even)
    let tasks = (count + size - 1) / size
    if tasks == 1 {
      try device.withScratch(scratch, workers: 1) { memory in
        _ = ck_run_blocks(
          group.steps, Int32(group.stepCount), group.operands, Int32(group.operandCount), memory, 0, Int64(count))
      }
      return
    }
    try device.withScratch(scratch, workers: device.threads) { memory in
      try device.share(tasks: tasks) { task, worker in
        let first = task * size
        _ = ck_run_blocks(
          group.steps, Int32(group.stepCount), group.operands, Int32(group.operandCount),
          memory + worker * ((scratch + 63) & ~63), Int64(first), Int64(min(size, count - first)))
      }
    }
  }
}

extension Plan.Step {
  fileprivate var local: Int32 {
    switch self {
    case .group(let group): group.local
    case .node(let node): node.local
    }
  }
}
