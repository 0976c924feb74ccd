// Bringing the operands of an element-wise operation to one type, and the rewrites that keep logarithms exact.
import TensorKit

extension Graph {
  /// Converts operands to the type they meet in and gives the result's type.
  func unify(_ operands: inout [Tensor], _ op: OpSpec, _ typing: Elementwise.Typing) throws -> DType {
    switch typing {
    case .floating:
      let type = try meetingType(operands, op, 0)
      let floating = type == .int ? .float64 : type
      try convert(&operands, from: 0, to: floating)
      return floating
    case .number:
      let type = try meetingType(operands, op, 0)
      try convert(&operands, from: 0, to: type)
      return type
    case .comparison:
      // Truth values compare as such; anything else as numbers, where the most precise type keeps comparisons exact.
      let types = operands.map { nodes[Int($0.id)].dtype }
      if types.allSatisfy({ $0 == .bool }) {
        try convert(&operands, from: 0, to: op.arity == 1 || op.kernelTakesTruth ? .bool : .int)
        return .bool
      }
      let type = try meetingType(operands, op, 0)
      try convert(&operands, from: 0, to: op.arity == 1 && type == .int ? .float64 : type)
      return .bool
    case .logic:
      for (index, operand) in operands.enumerated() where nodes[Int(operand.id)].dtype != .bool {
        throw TensorError.precision(
          operation: op.name, argument: op.parameters[index].name, found: operand.dtype, expected: "bool")
      }
      return .bool
    case .choice:
      guard operands[0].dtype == .bool else {
        throw TensorError.precision(
          operation: op.name, argument: op.parameters[0].name, found: operands[0].dtype, expected: "bool")
      }
      if operands[1].dtype == .bool && operands[2].dtype == .bool { return .bool }
      let type = try meetingType(operands, op, 1)
      try convert(&operands, from: 1, to: type)
      return type
    case .conversion(let type):
      return type
    }
  }

  private func meetingType(_ operands: [Tensor], _ op: OpSpec, _ first: Int) throws -> DType {
    var type = nodes[Int(operands[first].id)].dtype
    if type == .bool { type = .int }
    for operand in operands[(first + 1)...] { type = .meeting(type, nodes[Int(operand.id)].dtype) }
    return type
  }

  private func convert(_ operands: inout [Tensor], from first: Int, to type: DType) throws {
    for index in first..<operands.count { operands[index] = try self.convert(operands[index], to: type) }
  }

  /// A tensor in another element type; itself where it already has it.
  package func convert(_ x: Tensor, to type: DType) throws -> Tensor {
    let node = nodes[Int(x.id)]
    if node.dtype == type { return x }
    // A number written out has no precision of its own: give it the one it is used in, at no cost.
    if node.op.toOpaque() == Unmanaged.passUnretained(Op.scalar).toOpaque() && type.isFloating {
      return try scalar(numbers[Int(node.numbers)], type)
    }
    return try recordElementwise(Op.conversion(to: type), [x])
  }

  /// The logarithms that must not be taken of a rounded number: log(sigmoid(x)), log(1 − sigmoid(x)), log(softmax(x)).
  func simplified(_ op: OpSpec, _ x: Tensor) throws -> Tensor? {
    let node = nodes[Int(x.id)]
    let inner = node.op.takeUnretainedValue()
    if inner === Op.sigmoid { return try -(try Op.softplus(try -operand(node.a))) }
    if inner === Op.softmax {
      return try record(Op.logSoftmax, [operand(node.a)], attributes: attributeTable[node.attributes])
    }
    if inner === Op.subtract, isScalar(node.a, 1) {
      let second = nodes[Int(node.b)]
      if second.op.takeUnretainedValue() === Op.sigmoid { return try -(try Op.softplus(operand(second.a))) }
    }
    return nil
  }

  /// A product with 1 is the other factor, and one of equal factors is a square: the cotangents of most losses begin as ones.
  @inline(__always) func simplifiedProduct(_ x: Tensor, _ a: Node, _ y: Tensor, _ b: Node, _ shape: ShapeID) throws
    -> Tensor?
  {
    if x.id == y.id { return try recordElementwise(Op.square, x) }
    if a.shape == shape, isOne(b) { return x }
    if b.shape == shape, isOne(a) { return y }
    return nil
  }

  /// Whether a node is the number 1 written out, or that stretched.
  @inline(__always) private func isOne(_ node: Node) -> Bool {
    if node.numberCount == 1 { return node.op.toOpaque() == scalarRow && numbers[Int(node.numbers)] == 1 }
    guard node.op.toOpaque() == broadcastRow else { return false }
    let source = nodes[Int(node.a)]
    return source.op.toOpaque() == scalarRow && numbers[Int(source.numbers)] == 1
  }

  private func operand(_ id: Int32) -> Tensor { Tensor(self, id) }

  private func isScalar(_ id: Int32, _ value: Double) -> Bool {
    let node = nodes[Int(id)]
    return node.op.takeUnretainedValue() === Op.scalar && numbers[Int(node.numbers)] == value
  }

  /// A tensor stretched to a shape; itself where it already has it.
  package func broadcast(_ x: Tensor, to shape: Shape) throws -> Tensor {
    x.shape == shape ? x : try record(Op.broadcast, [x], attributes: shape.dims)
  }

  /// The adjoint of stretching: sums over every axis along which `shape` was stretched.
  package func unbroadcast(_ x: Tensor, to shape: Shape) throws -> Tensor {
    let from = x.shape
    if from == shape { return x }
    let extra = from.rank - shape.rank
    var axes = Array(0..<extra)
    for axis in 0..<shape.rank where shape[axis] == 1 && from[axis + extra] != 1 { axes.append(axis + extra) }
    let summed = axes.isEmpty ? x : try record(Op.sum, [x], attributes: [0] + axes)
    return try reshape(summed, to: shape)
  }

  /// The same elements under another shape; the caller knows that the counts agree.
  package func reshape(_ x: Tensor, to shape: Shape) throws -> Tensor {
    x.shape == shape ? x : try record(Op.reshape, [x], attributes: shape.dims)
  }

  /// A tensor of this shape filled with one number.
  package func full(_ value: Double, _ shape: Shape, _ dtype: DType) throws -> Tensor {
    try broadcast(try scalar(value, dtype), to: shape)
  }
}
