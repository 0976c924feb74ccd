// A plan: what to compute, in which order, with which element-wise operations run as one.
import CKernels
import TensorKit

/// The nodes a computation needs, operands first, under local numbers that depend on their structure alone.
struct Collected {
  /// The graph's node for each local number.
  var ids: [Int32] = []
  /// All operands as local numbers, one node after another, and where each node's end.
  var operandList: [Int32] = []
  var ends: [Int32] = []
  /// The wanted results.
  var outputs: [Int32] = []

  /// A local node's operands as local numbers.
  func operands(of local: Int32) -> ArraySlice<Int32> {
    let start = local == 0 ? 0 : Int(ends[Int(local) - 1])
    return operandList[start..<Int(ends[Int(local)])]
  }
}

/// Notes about nodes that need no clearing: each use has a stamp of its own, and notes with another stamp count as none.
final class NodeMarks {
  private var notes: UnsafeMutablePointer<UInt64>
  private var capacity = 1024
  private var stamp: UInt64 = 0

  init() {
    notes = .allocate(capacity: capacity)
    notes.initialize(repeating: 0, count: capacity)
  }

  deinit { notes.deallocate() }

  /// Begins a new use, with room for this many nodes.
  func begin(_ count: Int) {
    stamp += 2
    if count > capacity || stamp >= 1 << 31 {
      capacity = max(count, capacity * 2)
      notes.deallocate()
      notes = .allocate(capacity: capacity)
      notes.initialize(repeating: 0, count: capacity)
      stamp = 2
    }
  }

  /// The number noted for a node.
  subscript(id: Int32) -> Int32? {
    get {
      let note = notes[Int(id)]
      return note >> 32 == stamp + 1 ? Int32(truncatingIfNeeded: note) : nil
    }
    set {
      if let newValue { notes[Int(id)] = (stamp + 1) << 32 | UInt64(UInt32(bitPattern: newValue)) }
    }
  }

  /// Whether the node is met for the first time; notes that it was.
  func isFirstVisit(_ id: Int32) -> Bool {
    if notes[Int(id)] >> 32 >= stamp { return false }
    notes[Int(id)] = stamp << 32
    return true
  }
}

/// A made plan. It holds buffers that a run fills in, so one plan runs once at a time.
final class Plan {
  enum Step {
    case group(FusedGroup)
    case node(NodeStep)
  }
  let steps: [Step]
  /// Which registers no later step reads, by step.
  let dead: [[Int32]]
  /// The nodes whose values are given.
  let leaves: [Int32]
  var lastUse = 0

  init(steps: [Step], dead: [[Int32]], leaves: [Int32]) {
    self.steps = steps
    self.dead = dead
    self.leaves = leaves
  }
}

/// A step that is one operator's own computation.
struct NodeStep {
  let local: Int32
  let op: OpSpec
  let primitive: Primitive
  let operands: [Int32]
  let attributes: [Int]
  let result: Signature
}

/// A step that runs several element-wise operations over one shape, block by block.
final class FusedGroup {
  /// What a run puts into an operand.
  struct Input {
    let operand: Int
    let local: Int32
    /// Whether one element stands for all.
    let isSingle: Bool
    /// Whether the kernels cannot take it as a single element, so that it is spread over a block.
    let isSpread: Bool
  }
  struct Output {
    let operand: Int
    let local: Int32
    let dtype: DType
  }
  let shape: Shape
  let strides: [Int]
  let count: Int
  let scratchBytes: Int
  let steps: UnsafeMutablePointer<ck_step>
  let stepCount: Int
  let operands: UnsafeMutablePointer<ck_operand>
  let operandCount: Int
  let inputs: [Input]
  let outputs: [Output]
  /// The first node's local number and name, for errors.
  let local: Int32
  let name: String

  init(
    shape: Shape, steps: [ck_step], operands: [ck_operand], inputs: [Input], outputs: [Output], slotCount: Int,
    local: Int32, name: String
  ) {
    self.shape = shape
    strides = shape.rowStrides
    count = shape.count
    scratchBytes = ck_scratch_size(Int32(slotCount), Int32(operands.count))
    self.steps = .allocate(capacity: max(1, steps.count))
    self.steps.initialize(from: steps, count: steps.count)
    stepCount = steps.count
    self.operands = .allocate(capacity: max(1, operands.count))
    self.operands.initialize(from: operands, count: operands.count)
    operandCount = operands.count
    self.inputs = inputs
    self.outputs = outputs
    self.local = local
    self.name = name
  }

  deinit {
    steps.deallocate()
    operands.deallocate()
  }
}
