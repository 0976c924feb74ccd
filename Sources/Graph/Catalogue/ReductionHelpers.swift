// What the rows of reductions share: parameters, shape rules, samples and plain definitions.
import CKernels
import TensorKit

// The attributes of every reduction over axes are 1 or 0 for keeping them, then the axes, ascending.
extension OpSpec {
  static let reducedAxes = ParameterSpec.option("axis", .axes, .absent)
  static let keepsAxes = ParameterSpec.option("keep", .flag, .flag(false))

  /// The parameters of a reduction over axes.
  static let reductionParameters: [ParameterSpec] = [.tensor("x"), reducedAxes, keepsAxes]
}

extension Inference {
  /// The shape that is left after the attributes' axes are taken away, when they are sound.
  func reducedShape() throws -> Shape {
    guard let x = operands.first?.shape, let keep = attributes.first, keep == 0 || keep == 1 else {
      throw TensorError.structure(
        operation: op.name, reason: "it needs an operand, and attributes that begin with 0 or 1")
    }
    var last = -1
    for axis in attributes.dropFirst() {
      guard axis >= 0 && axis < x.rank else { throw TensorError.axis(operation: op.name, axis: axis, rank: x.rank) }
      guard axis > last else { throw TensorError.repeatedAxis(operation: op.name, axis: axis) }
      last = axis
    }
    return x.reduced(over: Array(attributes.dropFirst()), keep: keep == 1)
  }

  /// As `reducedShape`, for reductions that have no value over nothing.
  func reducedShapeOfSome() throws -> Shape {
    let shape = try reducedShape()
    try Inference.checkSome(operands[0].shape, Array(attributes.dropFirst()), op)
    return shape
  }

  /// Refuses a reduction of nothing to something.
  static func checkSome(_ x: Shape, _ axes: [Int], _ op: OpSpec) throws {
    if axes.contains(where: { x[$0] == 0 }) && x.reduced(over: axes, keep: false).count > 0 {
      throw TensorError.emptyReduction(operation: op.name, shape: x)
    }
  }

  /// Refuses operands of another type.
  func expect(_ expected: String, _ fits: (DType) -> Bool) throws {
    for operand in operands where !fits(operand.dtype) {
      throw TensorError.precision(operation: op.name, argument: "x", found: operand.dtype, expected: expected)
    }
  }
}

extension Call {
  /// A tensor argument whose truth values count as 0 and 1.
  func countable(_ name: String) throws -> Tensor {
    let x = try tensor(name)
    return x.dtype == .bool ? try graph.convert(x, to: .int) : x
  }

  /// A tensor argument in floating point.
  func floating(_ name: String) throws -> Tensor {
    let x = try tensor(name)
    return x.dtype.isFloating ? x : try graph.convert(x, to: .float64)
  }

  /// Records a reduction of the argument `x`, converted by the caller, over the argument `axes`.
  func recordReduction(of x: Tensor) throws -> Tensor {
    try graph.record(op, [x], attributes: [flag("keep") ? 1 : 0] + axes("axis", rank: x.rank))
  }
}

extension Graph {
  /// The sum over the named axes, ascending.
  func sum(_ x: Tensor, over axes: [Int], keep: Bool) throws -> Tensor {
    axes.isEmpty ? x : try record(Op.sum, [x], attributes: [keep ? 1 : 0] + axes)
  }

  /// The mean over the named axes, ascending; the caller has seen to it that there are elements.
  func mean(_ x: Tensor, over axes: [Int], keep: Bool) throws -> Tensor {
    try sum(x, over: axes, keep: keep) / axes.reduce(1.0) { $0 * Double(x.shape[$1]) }
  }

  /// The square root whose derivative at 0 is 0.
  func safeRoot(_ x: Tensor) throws -> Tensor {
    let zero = try scalar(0, x.dtype)
    let isZero = try Op.equal(x, zero)
    return try Op.choose(isZero, zero, Op.sqrt(Op.choose(isZero, scalar(1, x.dtype), x)))
  }
}

extension Pullback {
  /// A reduction's result, or its cotangent, stretched over the axes that were reduced.
  func spread(_ y: Tensor) throws -> Tensor {
    let x = operands[0].shape
    let kept = try graph.reshape(y, to: x.reduced(over: Array(attributes.dropFirst()), keep: true))
    return try graph.broadcast(kept, to: x)
  }
}

extension Batching {
  /// The rule of reductions, and of whatever has axes as all its attributes but the first.
  static let reduction = Batching.shifted { attributes, _, _ in
    attributes.prefix(1) + attributes.dropFirst().map { $0 + 1 }
  }
}

extension Sample {
  /// Inputs for reductions over every kind of axes.
  static func reductions(_ input: @escaping ([Int]) -> Input, overNothing: Bool) -> [Sample] {
    let some = [
      Sample(input([7])), Sample(input([3, 4])), Sample(input([3, 4]), options: ["axis": .int(0)]),
      Sample(input([3, 4]), options: ["axis": .int(-1), "keep": .flag(true)]),
      Sample(input([2, 3, 4]), options: ["axis": .ints([0, 2])]),
      Sample(input([2, 3, 4]), options: ["axis": .ints([-2, 0]), "keep": .flag(true)]),
      Sample(input([2, 1, 3]), options: ["axis": .ints([1])]), Sample(input([])),
      Sample(input([3, 0]), options: ["axis": .int(0)]),
    ]
    return some
      + (overNothing
        ? [Sample(input([0, 3]), options: ["axis": .int(0)]), Sample(input([0]), options: ["keep": .flag(true)])] : [])
  }

  /// Axes that no reduction of a matrix takes.
  static let wrongAxes = [
    Sample(.normal([2, 3]), options: ["axis": .int(2)]), Sample(.normal([2, 3]), options: ["axis": .ints([1, -1])]),
    Sample(.normal([]), options: ["axis": .int(0)]),
  ]
  /// Reductions of nothing, for those that have no value then.
  static let reductionsOfNothing = [
    Sample(.normal([0])), Sample(.normal([0, 3]), options: ["axis": .int(0)]),
    Sample(.normal([2, 0]), options: ["axis": .ints([1]), "keep": .flag(true)]),
  ]
}

extension Definition {
  /// A reduction by what it makes of the elements over the axes, in row order.
  static func reduction(_ body: @escaping @Sendable ([Double], PlainCall) -> Double) -> Definition {
    .plain { call in
      let x = call.inputs[0]
      let axes = call.axes("axis", rank: x.dims.count)
      let kept = x.dims.indices.filter { !axes.contains($0) }
      let lines = Plain(kept.map { x.dims[$0] }) { index in
        var values: [Double] = []
        Plain.forEachIndex(axes.map { x.dims[$0] }) { inner in
          var source = x.dims
          for (position, axis) in kept.enumerated() { source[axis] = index[position] }
          for (position, axis) in axes.enumerated() { source[axis] = inner[position] }
          values.append(x(source))
        }
        return body(values, call)
      }
      let dims = x.dims.indices.compactMap { axes.contains($0) ? (call.flag("keep") ? 1 : nil) : x.dims[$0] }
      return [Plain(dims, lines.values)]
    }
  }

  /// An operator that works on every line along one axis on its own.
  static func lines(_ body: @escaping @Sendable ([Double], PlainCall) -> [Double]) -> Definition {
    .plain { call in
      let x = call.inputs[0]
      let axis = (call.int("axis", -1) + x.dims.count) % x.dims.count
      return [
        Plain(x.dims) { index in
          let line = (0..<x.dims[axis]).map { place in
            var source = index
            source[axis] = place
            return x(source)
          }
          return body(line, call)[index[axis]]
        }
      ]
    }
  }
}
