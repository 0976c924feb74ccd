// What two runs of a function recorded, brought into a form that can be compared.
import TensorKit

/// The structure of a recording and the numbers in it, independent of where in the graph it lies.
struct Fingerprint {
  private var structure: [UInt64] = []
  /// Every number with the node it belongs to.
  private var numbers: [(id: Int32, value: Double)] = []
  /// Arrays that the run itself brought in, likewise.
  private var arrays: [(id: Int32, value: NDArray)] = []

  /// What `output` was computed from since `start`, a function of `leaves`.
  init(_ graph: Graph, _ output: Tensor, leaves: [Tensor], since start: Int32) {
    var local: [Int32: UInt64] = [:]
    for (index, leaf) in leaves.enumerated() { local[leaf.id] = UInt64(index) | 1 << 62 }
    for id in graph.reachable(from: [output.id]) where local[id] == nil {
      if id < start {
        local[id] = UInt64(id) | 1 << 63
        continue
      }
      let node = graph.nodes[Int(id)]
      let op = graph.op(id)
      local[id] = UInt64(local.count)
      // A derivative of one's own may be made anew in every run; its name stays.
      structure.append(
        graph.isCustom(id) ? UInt64(bitPattern: Int64(op.name.hashValue)) : UInt64(UInt(bitPattern: node.op.toOpaque()))
      )
      structure.append(
        UInt64(node.dtype.rawValue) | UInt64(UInt32(bitPattern: node.shape)) << 8 | UInt64(node.operandCount) << 44)
      structure.append(UInt64(UInt32(bitPattern: node.attributes)))
      graph.forEachOperand(of: node) { structure.append(local[$0] ?? 0) }
      // A slice's start decides what is computed; a scalar only how much.
      for number in graph.numbers(of: id) {
        if op === Op.scalar { numbers.append((id, number)) } else { structure.append(number.bitPattern) }
      }
      if op === Op.constant, let array = graph.value(of: id) { arrays.append((id, array)) }
    }
    structure.append(local[output.id] ?? 0)
  }

  /// Whether both are the same operations, wired alike.
  func hasSameStructure(as other: Fingerprint) -> Bool { structure == other.structure }

  /// The first number or array that differs; nil where the structures are not comparable.
  func movedNumber(in other: Fingerprint) -> Int32? {
    guard hasSameStructure(as: other) else { return nil }
    if let moved = zip(numbers, other.numbers).first(where: { $0.0.value.bitPattern != $0.1.value.bitPattern }) {
      return moved.0.id
    }
    return zip(arrays, other.arrays).first { !$0.0.value.isSame(as: $0.1.value) }?.0.id
  }

  /// Whether both runs are the same in every number, too.
  func isSame(as other: Fingerprint) -> Bool { hasSameStructure(as: other) && movedNumber(in: other) == nil }
}

extension NDArray {
  /// Whether both hold the same elements to the bit.
  fileprivate func isSame(as other: NDArray) -> Bool {
    guard shape == other.shape, dtype == other.dtype else { return false }
    if storage === other.storage && offset == other.offset && strides == other.strides { return true }
    if dtype == .int { return ints == other.ints }
    return zip(doubles, other.doubles).allSatisfy { $0.bitPattern == $1.bitPattern }
  }
}

extension Graph {
  /// What uses a number of a recording, for a report: the first operation that has it as an operand.
  func user(of number: Int32, in recording: CheckRecording) -> (place: Int32, operation: String) {
    for id in reachable(from: [recording.value.id]) where operands(of: id).contains(number) {
      return (nodes[Int(id)].place, op(id).name)
    }
    return (nodes[Int(number)].place, op(number).name)
  }
}
