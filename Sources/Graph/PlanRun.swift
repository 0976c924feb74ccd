// One run of a plan: registers, fused groups block by block, and single operators.
import CKernels
import TensorKit

/// Elements of one block of the element-wise kernels.
private let blockSize = Int(CK_BLOCK)

/// Where a run of a plan finds what is given.
protocol PlanSource {
  var device: Device { get }
  /// How many local nodes there are.
  var count: Int { get }
  /// The value of a node that was given or computed before.
  func array(_ local: Int32) -> NDArray?
  /// The number that a node is.
  func scalar(_ local: Int32) -> (value: Double, dtype: DType)?
  /// A node's numbers: offsets, counters.
  func numbers(_ local: Int32) -> [Double]
  /// Remembers that the computation failed at a node.
  func noteFailure(_ local: Int32)
}

/// One run of a plan.
struct PlanRun<Source: PlanSource> {
  private let source: Source
  private let plan: Plan
  private var registers: [NDArray?]
  /// Scalars as the kernels read them, eight bytes each, by local number.
  private let scalars: UnsafeMutablePointer<UInt64>

  /// Runs a plan and gives the wanted nodes' values.
  static func results(of plan: Plan, _ source: Source, _ outputs: [Int32]) throws -> [NDArray] {
    try withUnsafeTemporaryAllocation(of: UInt64.self, capacity: max(1, source.count)) { buffer in
      guard let scalars = buffer.baseAddress else { return [] }
      var run = PlanRun(plan, source, scalars)
      return try run.results(outputs)
    }
  }

  private init(_ plan: Plan, _ source: Source, _ scalars: UnsafeMutablePointer<UInt64>) {
    self.source = source
    self.plan = plan
    self.scalars = scalars
    registers = [NDArray?](repeating: nil, count: source.count)
    for local in plan.leaves {
      if let array = source.array(local) {
        registers[Int(local)] = array
      } else if let scalar = source.scalar(local) {
        scalars[Int(local)] = PlanRun.bits(scalar.value, scalar.dtype)
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

  private mutating func results(_ outputs: [Int32]) throws -> [NDArray] {
    for (index, step) in plan.steps.enumerated() {
      do {
        switch step {
        case .group(let group): try run(group)
        case .node(let node): try run(node)
        }
      } catch {
        source.noteFailure(step.local)
        throw error
      }
      for local in plan.dead[index] { registers[Int(local)] = nil }
    }
    return try outputs.map { try array($0) }
  }

  /// A register as an array; a scalar becomes one where an operator other than a kernel reads it.
  private mutating func array(_ local: Int32) throws -> NDArray {
    if let array = registers[Int(local)] { return array }
    guard let scalar = source.scalar(local) else { throw unknownValue }
    let array = try NDArray(repeating: scalar.value, shape: .scalar, dtype: scalar.dtype, on: source.device)
    registers[Int(local)] = array
    return array
  }

  private var unknownValue: TensorError {
    .cannotLook(reason: "inside a mapped or replayed function the values are not known yet")
  }

  private mutating func run(_ step: NodeStep) throws {
    let operands = try step.operands.map { try array($0) }
    let result = try step.primitive.compute(
      Execution(
        op: step.op, device: source.device, operands: operands, attributes: step.attributes,
        numbers: source.numbers(step.local), result: step.result))
    registers[Int(step.local)] = result
  }

  private mutating func run(_ group: FusedGroup) throws {
    let device = source.device
    let count = group.count
    for output in group.outputs {
      let array = try NDArray(
        uninitialized: group.shape, strides: group.strides, count: count, output.dtype, on: device, for: group.name)
      group.operands[output.operand].base = array.pointer
      registers[Int(output.local)] = array
    }
    for input in group.inputs { try place(input, of: group) }
    if count > 0 { try runBlocks(group, count, device) }
  }

  private func place(_ input: FusedGroup.Input, of group: FusedGroup) throws {
    let operand = group.operands + input.operand
    guard let array = registers[Int(input.local)] else {
      guard source.scalar(input.local) != nil else { throw unknownValue }
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
    let scratch = group.scratchBytes
    // A block of one instruction takes some tens of nanoseconds, waking a sleeping thread some tens of microseconds: threads
    // pay from about fifty microseconds of work on.
    let isLarge = device.threads > 1 && count * group.stepCount > 1 << 19 && count >= 4 * blockSize
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
