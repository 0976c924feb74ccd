// Rows: tensors from nothing, and the stop of derivatives.
import TensorKit

extension Op {
  static let creationRows: [OpSpec] = [zeros, ones, full, arange, linspace, identityMatrix, stopGradient]

  private static let shape = ParameterSpec.option("shape", .ints)

  private static func filled(_ name: String, _ value: Double, _ summary: String) -> OpSpec {
    .composite(
      name, [shape], summary, "\(name)([2, 3])",
      on: [Sample(options: ["shape": .ints([2, 3])]), Sample(options: ["shape": .ints([])])],
      rejects: [
        Sample(options: ["shape": .ints([2, -1])]), Sample(options: ["shape": .ints([1, 1, 1, 1, 1, 1, 1, 1, 1])]),
      ],
      means: .plain { [Plain($0.ints("shape") ?? []) { _ in value }] }, differentiability: noOperands
    ) { try $0.graph.full(value, $0.shape("shape"), .float64) }
  }

  private static let noOperands: Differentiability = .flat(reason: "it has no operands")

  /// A tensor of zeros.
  public static let zeros = filled("zeros", 0, "A tensor of zeros.")
  /// A tensor of ones.
  public static let ones = filled("ones", 1, "A tensor of ones.")

  /// A tensor filled with one number.
  public static let full: OpSpec = .composite(
    "full", [shape, .tensor("value")], "A tensor filled with one number.", "full([2], 7)   # [7, 7]",
    on: [Sample(.normal([]), options: ["shape": .ints([2, 3])])],
    rejects: [Sample(.normal([4]), options: ["shape": .ints([2, 3])])],
    means: .plain { call in [Plain(call.ints("shape") ?? []) { _ in call.inputs[0].values[0] }] }
  ) { call in
    let (value, shape) = (try call.tensor("value"), try call.shape("shape"))
    return try call.graph.broadcast(value, to: shape)
  }

  /// Numbers at equal steps.
  public static let arange: OpSpec = OpSpec(
    "arange", [.option("count", .int), .option("start", .number, .number(0)), .option("step", .number, .number(1))],
    summary: "Numbers at equal steps.", example: "arange(3)   # [0, 1, 2]",
    behaviour: .primitive(
      Primitive(
        apply: { call in
          let count = try call.int("count")
          guard count >= 0 else {
            throw TensorError.option(operation: "arange", argument: "count", found: "\(count)", expected: "0 or more")
          }
          return try call.graph.record(
            call.op, [], attributes: [count], numbers: [call.number("start"), call.number("step")])
        },
        infer: { Signature(Shape($0.attributes), .float64) },
        compute: { e in
          let result = try NDArray(uninitialized: e.result.shape, .float64, on: e.device, for: e.op.name)
          let values = result.elements(Double.self)
          for index in 0..<values.count { values[index] = e.numbers[0] + Double(index) * e.numbers[1] }
          return result
        },
        pullback: .flat("it has no operands"),
        batching: .rule { b in
          try b.graph.broadcast(
            b.graph.record(b.op, [], attributes: b.attributes, numbers: b.numbers), to: Shape([b.size] + b.attributes))
        })),
    samples: [
      Sample(options: ["count": .int(5)]), Sample(options: ["count": .int(0)]),
      Sample(options: ["count": .int(4), "start": .number(-1), "step": .number(0.5)]),
    ],
    rejects: [Sample(options: ["count": .int(-1)]), Sample(options: ["count": .number(2.5)])],
    definition: .plain { call in
      [Plain([call.int("count")]) { call.number("start", 0) + Double($0[0]) * call.number("step", 1) }]
    })

  /// Equally spaced numbers, both ends included.
  public static let linspace: OpSpec = .composite(
    "linspace", [.tensor("from"), .tensor("to"), .option("count", .int)],
    "Equally spaced numbers, both ends included.", "linspace(0, 1, count: 3)   # [0, 0.5, 1]",
    on: [
      Sample(.normal([]), .normal([]), options: ["count": .int(5)]),
      Sample(.normal([]), .normal([]), options: ["count": .int(1)]),
    ],
    rejects: [Sample(.normal([]), .normal([]), options: ["count": .int(-2)])],
    means: .plain { call in
      let (low, high, count) = (call.inputs[0].values[0], call.inputs[1].values[0], call.int("count"))
      return [Plain([count]) { low + (high - low) * Double($0[0]) / Double(Swift.max(1, count - 1)) }]
    }
  ) { call in
    let (low, high, count) = (try call.tensor("from"), try call.tensor("to"), try call.int("count"))
    for (name, end) in [("from", low), ("to", high)] where end.rank != 0 {
      throw TensorError.wrongShape(operation: "linspace", argument: name, shape: end.shape, expected: "a single number")
    }
    let share = try Op.arange.results(
      of: [("count", .option(.int(count))), ("step", .option(.number(1 / Double(Swift.max(1, count - 1)))))],
      in: call.graph)[0]
    return try low + (high - low) * share
  }

  /// The identity matrix.
  public static let identityMatrix: OpSpec = .composite(
    "eye", [.option("n", .int)], "The identity matrix.", "eye(2)   # [[1, 0], [0, 1]]",
    on: [Sample(options: ["n": .int(3)]), Sample(options: ["n": .int(0)])], rejects: [Sample(options: ["n": .int(-1)])],
    means: .plain { call in [Plain([call.int("n"), call.int("n")]) { $0[0] == $0[1] ? 1 : 0 }] },
    differentiability: noOperands
  ) { call in
    let n = try call.int("n")
    guard n >= 0 else {
      throw TensorError.option(operation: "eye", argument: "n", found: "\(n)", expected: "0 or more")
    }
    return try call.graph.identity(n, .float64)
  }

  /// The same value, through which no derivative flows.
  public static let stopGradient: OpSpec = OpSpec(
    "stop_gradient", [.tensor("x")], summary: "The same value, through which no derivative flows.",
    example: "grad(x -> stop_gradient(x) * x)(3)   # 3",
    behaviour: identity("stop_gradient", .flat("it stops derivatives on purpose")).behaviour,
    samples: [Sample(.normal([3, 4]))], definition: .each { $0 })
}

extension Graph {
  /// The identity matrix.
  func identity(_ n: Int, _ dtype: DType) throws -> Tensor {
    try record(Op.diagonalMatrix, [full(1, Shape([n]), dtype)], attributes: [0])
  }

  /// A tensor of zeros.
  public func zeros(_ shape: Shape, _ dtype: DType = .float64) throws -> Tensor { try full(0, shape, dtype) }
  /// A tensor of ones.
  public func ones(_ shape: Shape, _ dtype: DType = .float64) throws -> Tensor { try full(1, shape, dtype) }
}
