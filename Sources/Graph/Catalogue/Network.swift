// Rows: what networks are made of besides convolutions and pooling: normalisations, dropout, embeddings.
import TensorKit

extension Op {
  static let networkRows: [OpSpec] =
    convolutionRows + poolingRows + [batchNorm, layerNorm, dropout, embedding]

  private static let scaling: [ParameterSpec] = [
    .tensor("x"), .option("scale", .tensor, .number(1)), .option("shift", .tensor, .number(0)),
  ]
  private static let epsilon = ParameterSpec.option("epsilon", .number, .number(1e-5))

  /// Moved and scaled to mean 0 and variance 1 over the named axes (all but axis 1), then scaled and shifted along the others.
  public static let batchNorm: OpSpec = .composite(
    "batch_norm", scaling + [.option("axis", .axes, .absent), epsilon],
    "Moved and scaled to mean 0 and variance 1 over the named axes (all but axis 1), then scaled and shifted along the others.",
    "batch_norm([[1, 10], [3, 20]], epsilon: 0)   # [[-1, -1], [1, 1]]",
    on: [
      Sample(.normal([4, 3]), .normal([3]), .normal([3])), Sample(.normal([2, 3, 2, 2]), .normal([3]), .normal([3])),
      Sample(.normal([4, 3])), Sample(.normal([5]), .normal([]), .normal([]), options: ["axis": .int(0)]),
      Sample(.normal([3, 4]), .normal([3]), .normal([3]), options: ["axis": .int(-1), "epsilon": .number(0.1)]),
      Sample(.normal([2, 3, 2]), .normal([2, 2]), .normal([]), options: ["axis": .ints([1])]),
      Sample(.normal([3, 0]), .normal([0]), .normal([0])),
    ],
    rejects: [
      Sample(.normal([4, 3]), .normal([4]), .normal([3])), Sample(.normal([4, 3]), .normal([3]), .normal([2])),
      Sample(.normal([4, 3]), .normal([3]), .normal([3]), options: ["axis": .int(2)]),
      Sample(.normal([4, 3]), options: ["epsilon": .number(-1)]), Sample(.normal([4])), Sample(.normal([0, 3])),
    ],
    means: .plain { call in
      let x = call.inputs[0]
      let axes = call.ints("axis") == nil ? x.dims.indices.filter { $0 != 1 } : call.axes("axis", rank: x.dims.count)
      return [plainNorm(call, over: axes, along: x.dims.indices.filter { !axes.contains($0) })]
    }
  ) { call in
    let x = try call.tensor("x")
    if try call.isAbsent("axis") && x.rank < 2 {
      throw TensorError.wrongShape(
        operation: "batch_norm", argument: "x", shape: x.shape, expected: "of rank 2 or more, unless `axes` are named")
    }
    let isAbsent = try call.isAbsent("axis")
    let axes = try isAbsent ? (0..<x.rank).filter { $0 != 1 } : call.axes("axis", rank: x.rank)
    return try normalised(call, over: axes, along: (0..<x.rank).filter { !axes.contains($0) })
  }

  /// Moved and scaled to mean 0 and variance 1 over the named axes (the last), then scaled and shifted along them.
  public static let layerNorm: OpSpec = .composite(
    "layer_norm", scaling + [.option("axis", .axes, .int(-1)), epsilon],
    "Moved and scaled to mean 0 and variance 1 over the named axes (the last), then scaled and shifted along them.",
    "layer_norm([[1, 3], [10, 20]], epsilon: 0)   # [[-1, 1], [-1, 1]]",
    on: [
      Sample(.normal([3, 4]), .normal([4]), .normal([4])), Sample(.normal([2, 3, 4])),
      Sample(.normal([4]), .normal([4])),
      Sample(.normal([2, 3, 2]), .normal([3, 2]), .normal([]), options: ["axis": .ints([1, 2])]),
      Sample(.normal([3, 4]), .normal([3]), .normal([3]), options: ["axis": .int(0), "epsilon": .number(0.1)]),
      Sample(.normal([0, 3]), .normal([3]), .normal([3])),
    ],
    rejects: [
      Sample(.normal([3, 4]), .normal([3]), .normal([4])), Sample(.normal([])), Sample(.normal([3, 0])),
      Sample(.normal([3, 4]), options: ["axis": .ints([0, 0])]),
      Sample(.normal([3, 4]), options: ["epsilon": .number(.nan)]),
    ],
    means: .plain { call in
      let axes =
        call.ints("axis") == nil ? [call.inputs[0].dims.count - 1] : call.axes("axis", rank: call.inputs[0].dims.count)
      return [plainNorm(call, over: axes, along: axes)]
    }
  ) { call in
    let axes = try call.axes("axis", rank: call.tensor("x").rank)
    return try normalised(call, over: axes, along: axes)
  }

  /// Mean 0 and variance 1 over `axes`; scale and shift are single numbers or have the sizes of the axes `along`.
  private static func normalised(_ call: Call, over axes: [Int], along: [Int]) throws -> Tensor {
    let graph = call.graph
    let x = try graph.floating(call.tensor("x"))
    let epsilon = try call.number("epsilon")
    guard epsilon >= 0, epsilon.isFinite else {
      throw TensorError.option(operation: call.op.name, argument: "epsilon", found: "\(epsilon)", expected: "0 or more")
    }
    let sizes = along.map { x.shape[$0] }
    let spread = x.shape.dims.indices.map { along.contains($0) ? x.shape[$0] : 1 }
    func aligned(_ name: String) throws -> Tensor {
      let factor = try call.tensor(name)
      if factor.rank == 0 { return try graph.convert(factor, to: x.dtype) }
      guard factor.shape.dims == sizes else {
        throw TensorError.wrongShape(
          operation: call.op.name, argument: name, shape: factor.shape,
          expected: "\(Shape(sizes)), or a single number, for `x` of shape \(x.shape)")
      }
      return try graph.reshape(graph.convert(factor, to: DType.meeting(factor.dtype, x.dtype)), to: Shape(spread))
    }
    let (scale, shift) = (try aligned("scale"), try aligned("shift"))
    let count = Shape(axes.map { x.shape[$0] }).count
    guard count > 0 else { throw TensorError.emptyReduction(operation: call.op.name, shape: x.shape) }
    func average(_ values: Tensor) throws -> Tensor {
      axes.isEmpty ? values : try graph.record(Op.sum, [values], attributes: [1] + axes) * (1 / Double(count))
    }
    let centred = try x - average(x)
    let deviation = try Op.sqrt(average(Op.square(centred)) + epsilon)
    return try centred / deviation * scale + shift
  }

  /// A normalisation by loops: statistics of every element's own group.
  private static func plainNorm(_ call: PlainCall, over axes: [Int], along: [Int]) -> Plain {
    let x = call.inputs[0]
    let epsilon = call.number("epsilon", 1e-5)
    func factor(_ position: Int, _ standard: Double, _ index: [Int]) -> Double {
      guard position < call.inputs.count else { return standard }
      let input = call.inputs[position]
      return input.dims.isEmpty ? input.values[0] : input(along.map { index[$0] })
    }
    return Plain(x.dims) { index in
      var group: [Double] = []
      Plain.forEachIndex(axes.map { x.dims[$0] }) { inner in
        var place = index
        for (axis, position) in zip(axes, inner) { place[axis] = position }
        group.append(x(place))
      }
      let mean = group.reduce(0, +) / Double(group.count)
      let variance = group.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(group.count)
      return (x(index) - mean) / (variance + epsilon).squareRoot() * factor(1, 1, index) + factor(2, 0, index)
    }
  }

  /// Each element is 0 with the chance `rate`, and else larger by as much as keeps the mean.
  public static let dropout: OpSpec = .composite(
    "dropout", [.tensor("x"), .option("rate", .number)],
    "Each element is 0 with the chance `rate`, and else larger by as much as keeps the mean.",
    "dropout([1, 1, 1, 1], rate: 0.5)   # such as [2, 0, 0, 2]",
    on: [
      Sample(.uniform(0.5, 2, [4, 5]), options: ["rate": .number(0.4)]),
      Sample(.uniform(0.5, 2, [3]), options: ["rate": .number(0)]), Sample(.normal([3]), options: ["rate": .number(1)]),
      Sample(.normal([0, 2]), options: ["rate": .number(0.5)]), Sample(.normal([]), options: ["rate": .number(0.5)]),
    ],
    rejects: [
      Sample(.normal([3]), options: ["rate": .number(1.1)]), Sample(.normal([3]), options: ["rate": .number(-0.1)]),
      Sample(.normal([3]), options: ["rate": .number(.nan)]), Sample(.normal([3])),
    ],
    means: .property { call, results in
      let rate = call.number("rate", 0)
      guard let y = results.first, results.count == 1, y.dims == call.inputs[0].dims else { return false }
      let pairs = zip(call.inputs[0].values, y.values)
      return pairs.allSatisfy { x, y in
        (y == 0 && rate > 0) || (rate < 1 && Swift.abs(y - x / (1 - rate)) <= 1e-12 * Swift.abs(y))
      }
    }
  ) { call in
    let x = try call.graph.floating(call.tensor("x"))
    let rate = try call.number("rate")
    guard rate >= 0, rate <= 1 else {
      throw TensorError.option(operation: "dropout", argument: "rate", found: "\(rate)", expected: "between 0 and 1")
    }
    if rate == 0 { return x }
    if rate == 1 { return try call.graph.zeros(x.shape, x.dtype) }
    let draws = try Op.uniform.results(of: [("shape", .option(.ints(x.shape.dims)))], in: call.graph)
    guard let draw = draws.first else { return x }
    return try Op.choose(Op.greaterEqual(draw, rate), x * (1 / (1 - rate)), call.graph.scalar(0, x.dtype))
  }

  /// The rows of a table [n, d] at whole-number indices: the indices' shape, with a row for each.
  public static let embedding: OpSpec = .composite(
    "embedding", [.tensor("table"), .tensor("indices")],
    "The rows of a table [n, d] at whole-number indices: the indices' shape, with a row for each.",
    "embedding([[1, 2], [3, 4]], int([1, 0, 1]))   # [[3, 4], [1, 2], [3, 4]]",
    on: [
      Sample(.normal([5, 3]), .indices(5, [4])), Sample(.normal([5, 3]), .indices(5, [2, 3])),
      Sample(.normal([5, 3]), .indices(5, [])), Sample(.normal([5, 3]), .indices(5, [0])),
    ],
    rejects: [
      Sample(.normal([5]), .indices(5, [4])), Sample(.normal([2, 2, 2]), .indices(2, [4])),
      Sample(.normal([5, 3]), .normal([2])), Sample(.normal([0, 3]), .indices(1, [2])),
    ],
    means: .plain { call in
      let (table, indices) = (call.inputs[0], call.inputs[1])
      return [Plain(indices.dims + [table.dims[1]]) { table([Int(indices(Array($0.dropLast()))), $0[$0.count - 1]]) }]
    }
  ) { call in
    let (table, indices) = (try call.tensor("table"), try call.tensor("indices"))
    guard table.rank == 2 else {
      throw TensorError.wrongShape(operation: "embedding", argument: "table", shape: table.shape, expected: "[n, d]")
    }
    guard indices.dtype == .int else {
      throw TensorError.precision(
        operation: "embedding", argument: "indices", found: indices.dtype, expected: "int")
    }
    guard indices.rank < Shape.maximumRank else {
      throw TensorError.rank(operation: "embedding", rank: indices.rank + 1)
    }
    return try Op.take(table, indices, axis: 0)
  }
}
