// Rows: random draws. A draw takes its place in the graph's stream when it is recorded; computing it again gives it again.
import CKernels
import TensorKit

extension Op {
  static let randomRows: [OpSpec] = [uniform, normal, exponential, gamma, bernoulli, categorical, permutation]

  private static let shape = ParameterSpec.option("shape", .ints, .ints([]))
  private static let ownShape = ParameterSpec.option("shape", .ints, .absent)
  private static let precision = ParameterSpec.option("precision", .word(["float32", "float64"]), .text("float32"))

  private static func dtype(_ call: Call) throws -> DType {
    try call.word("precision") == "float64" ? .float64 : .float32
  }

  // MARK: Distributions that are moved and stretched

  /// Random numbers spread evenly from `low` up to, but for rounding without, `high`.
  public static let uniform: OpSpec = scaled(
    "uniform", .uniform, ("low", 0), ("high", 1),
    "Random numbers spread evenly from `low` up to, but for rounding without, `high`.", "uniform([2, 3], -1, 1)",
    limit: 2
  ) { draw, low, high in try low + (high - low) * draw }

  /// Random numbers from the normal distribution: mean + sd · a standard draw, so derivatives reach both.
  public static let normal: OpSpec = scaled(
    "normal", .normal, ("mean", 0), ("sd", 1),
    "Random numbers from the normal distribution: mean + sd · a standard draw, so derivatives reach both.",
    "normal([2, 3], mean: 5, sd: 0.1)", limit: 40
  ) { draw, mean, sd in try mean + sd * draw }

  /// The row of a standard draw that two tensors move and stretch.
  private static func scaled(
    _ name: String, _ distribution: Distribution, _ first: (name: String, standard: Double),
    _ second: (name: String, standard: Double),
    _ summary: String, _ example: String, limit: Double,
    _ combine: @escaping @Sendable (_ draw: Tensor, _ first: Tensor, _ second: Tensor) throws -> Tensor
  ) -> OpSpec {
    draw(
      name,
      [
        shape, ParameterSpec(name: first.name, kind: .tensor, standard: .number(first.standard)),
        ParameterSpec(name: second.name, kind: .tensor, standard: .number(second.standard)), precision,
      ], summary, example, kind: distribution.kind, differentiability: .any,
      samples: [
        Sample(options: ["shape": .ints([3, 4])]), Sample(options: ["shape": .ints([])]),
        Sample(options: ["shape": .ints([0, 2])]),
        Sample(options: ["shape": .ints([5]), first.name: .number(-1), second.name: .number(2)]),
        Sample(options: ["shape": .ints([1, 3]), "precision": .text("float64")]),
      ],
      rejects: [
        Sample(options: ["shape": .ints([-1])]), Sample(options: ["shape": .ints([2]), "precision": .text("float16")]),
        Sample(options: ["shape": .ints([1, 1, 1, 1, 1, 1, 1, 1, 1])]),
      ],
      definition: .property { call, results in
        results[0].dims == (call.ints("shape") ?? []) && results[0].values.allSatisfy { Swift.abs($0) <= limit }
      },
      apply: { call in
        let shape = try call.shape("shape")
        for bound in [first.name, second.name] where try !call.tensor(bound).shape.broadcasts(to: shape) {
          // A larger bound would make several elements share one draw.
          throw TensorError.wrongShape(
            operation: name, argument: bound, shape: try call.tensor(bound).shape,
            expected: "one that stretches to the draw's shape \(shape)")
        }
        return (dtype: try dtype(call), dims: shape.dims, operands: [])
      },
      compute: { e, origin in
        try NDArray(drawing: distribution, from: origin, e.result.shape, e.result.dtype, on: e.device, for: e.op.name)
      },
      finish: { call, draw in
        // Standard bounds change nothing and would cost a pass over the draw.
        if call.isNumber(first.name, first.standard) && call.isNumber(second.name, second.standard) { return draw }
        return try combine(draw, call.tensor(first.name), call.tensor(second.name))
      })
  }

  /// Random waiting times with mean 1; divide by a rate for another.
  public static let exponential: OpSpec = draw(
    "exponential", [shape, precision], "Random waiting times with mean 1; divide by a rate for another.",
    "exponential([3]) / 2   # mean 0.5", kind: Distribution.exponential.kind,
    samples: [
      Sample(options: ["shape": .ints([3, 4])]), Sample(options: ["shape": .ints([])]),
      Sample(options: ["shape": .ints([0])]),
      Sample(options: ["shape": .ints([2]), "precision": .text("float64")]),
    ],
    rejects: [
      Sample(options: ["shape": .ints([-1])]), Sample(options: ["shape": .ints([2]), "precision": .text("int")]),
    ],
    definition: .property { call, results in
      results[0].dims == (call.ints("shape") ?? []) && results[0].values.allSatisfy { $0 > 0 && $0 < 50 }
    },
    apply: { call in (dtype: try dtype(call), dims: try call.shape("shape").dims, operands: []) },
    compute: { e, origin in
      try NDArray(drawing: .exponential, from: origin, e.result.shape, e.result.dtype, on: e.device, for: e.op.name)
    })

  // MARK: Draws that depend on tensors in ways that have no derivative

  /// Random numbers from the gamma distribution with shape `alpha` and scale 1; multiply by a scale for another.
  public static let gamma: OpSpec = draw(
    "gamma", [.tensor("alpha"), ownShape, precision],
    "Random numbers from the gamma distribution with shape `alpha` and scale 1; multiply by a scale for another.",
    "gamma(2, [3])", kind: { _ in CK_RANDOM_GAMMA },
    reason: "the draw is found by rejection and does not move with `alpha`",
    samples: [
      Sample(.uniform(0.5, 3, [3, 4])), Sample(.uniform(0.5, 3, [4]), options: ["shape": .ints([2, 4])]),
      Sample(.uniform(0.5, 3, []), options: ["shape": .ints([5]), "precision": .text("float64")]),
      Sample(.values([0, 0.01, 100], [3])), Sample(.normal([0])),
    ],
    rejects: [
      Sample(.normal([3]), options: ["shape": .ints([4])]), Sample(.values([-1, 2], [2])), Sample(.values([.nan], [])),
    ],
    definition: .property { call, results in
      results[0].dims == (call.ints("shape") ?? call.inputs[0].dims)
        && results[0].values.allSatisfy { $0 >= 0 && $0 < 1000 }
    },
    apply: { call in
      let type = try dtype(call)
      let alpha = try call.graph.convert(call.tensor("alpha"), to: type)
      return (dtype: type, dims: try dims(call, like: alpha), operands: [alpha])
    },
    compute: { e, origin in
      try NDArray.gamma(e.operands[0].broadcast(to: e.result.shape), from: origin, on: e.device, for: e.op.name)
    })

  /// 1 with chance `p`, else 0, for each element.
  public static let bernoulli: OpSpec = draw(
    "bernoulli", [.tensor("p"), ownShape, precision], "1 with chance `p`, else 0, for each element.",
    "bernoulli(0.5, [4])   # four coins", kind: { _ in CK_RANDOM_UNIFORM_F64 },
    reason: "a coin shows 0 or 1 and does not move with `p`",
    samples: [
      Sample(.uniform(0, 1, [3, 4])), Sample(.values([0, 1, 0.5], [3]), options: ["shape": .ints([2, 3])]),
      Sample(.uniform(0, 1, []), options: ["shape": .ints([5]), "precision": .text("float64")]), Sample(.normal([0])),
    ],
    rejects: [
      Sample(.uniform(0, 1, [3]), options: ["shape": .ints([4])]), Sample(.values([1.5], [1])),
      Sample(.values([-0.1, 1], [2])),
      Sample(.values([.nan], [])),
    ],
    definition: .property { call, results in
      guard results[0].dims == (call.ints("shape") ?? call.inputs[0].dims) else { return false }
      var isFair = true
      Plain.forEachIndex(results[0].dims) { index in
        let (value, p) = (results[0][index], call.inputs[0][index])
        if value != 0 && value != 1 || p == 0 && value != 0 || p == 1 && value != 1 { isFair = false }
      }
      return isFair
    },
    apply: { call in
      let p = try call.tensor("p")
      let chances = p.dtype.isFloating ? p : try call.graph.convert(p, to: .float64)
      return (dtype: try dtype(call), dims: try dims(call, like: chances), operands: [chances])
    },
    compute: { e, origin in
      try NDArray.bernoulli(
        e.operands[0].broadcast(to: e.result.shape), from: origin, e.result.dtype, on: e.device, for: e.op.name)
    })

  /// Random whole numbers from 0, each as likely as its weight along the last axis of `p` says; with `count`, so many of each.
  public static let categorical: OpSpec = draw(
    "categorical", [.tensor("p"), .option("count", .int, .absent)],
    "Random whole numbers from 0, each as likely as its weight along the last axis of `p` says; with `count`, so many of each.",
    "categorical([0.2, 0.8], 5)   # mostly ones", types: [.int], kind: { _ in CK_RANDOM_UNIFORM_F64 },
    reason: "a whole number does not move with its weights",
    samples: [
      Sample(.uniform(0, 1, [3])), Sample(.uniform(0, 1, [2, 4])),
      Sample(.values([0, 3, 0], [3]), options: ["count": .int(6)]),
      Sample(.uniform(0, 1, [2, 3]), options: ["count": .int(5)]), Sample(.uniform(0, 1, [0, 3])),
      Sample(.uniform(0, 1, [2, 3]), options: ["count": .int(0)]), Sample(.uniform(0, 1, [2, 1])),
    ],
    rejects: [
      Sample(.uniform(0, 1, [])), Sample(.uniform(0, 1, [0])), Sample(.values([0, 0], [2])),
      Sample(.values([1, -1], [2])),
      Sample(.values([1, .nan], [2])), Sample(.uniform(0, 1, [3]), options: ["count": .int(-1)]),
    ],
    definition: .property { call, results in
      let p = call.inputs[0]
      let (rows, size) = (p.dims.dropLast(), p.dims.last ?? 0)
      let count = call.options["count"].map { _ in [call.int("count")] } ?? []
      guard results[0].dims == rows + count else { return false }
      var isFair = true
      Plain.forEachIndex(results[0].dims) { index in
        let value = Int(results[0][index])
        if value < 0 || value >= size || p[index[..<rows.count] + [value]] == 0 { isFair = false }
      }
      return isFair
    },
    check: { i, dims in
      let p = i.operands[0].shape
      guard let size = p.dims.last else {
        throw TensorError.wrongShape(operation: i.op.name, argument: "p", shape: p, expected: "of rank 1 or more")
      }
      let rows = p.dims.dropLast()
      guard dims.count == rows.count || dims.count == rows.count + 1, dims.prefix(rows.count) == rows else {
        throw TensorError.shapesDoNotMeet(operation: i.op.name, left: p, right: Shape(dims))
      }
      if size == 0 && Shape(dims).count > 0 { throw TensorError.emptyReduction(operation: i.op.name, shape: p) }
      guard i.operands[0].dtype == .float64 else {
        throw TensorError.precision(
          operation: i.op.name, argument: "p", found: i.operands[0].dtype, expected: "float64")
      }
    },
    apply: { call in
      let p = try call.graph.convert(call.tensor("p"), to: .float64)
      let count = try call.isAbsent("count") ? [] : [call.int("count")]
      return (dtype: .int, dims: p.shape.dims.dropLast() + count, operands: [p])
    },
    compute: { e, origin in
      try NDArray.categorical(e.operands[0], into: e.result.shape, from: origin, on: e.device, for: e.op.name)
    },
    stretch: { b in try b.batched(0) })

  /// The whole numbers from 0 up to `n` - 1 in random order.
  public static let permutation: OpSpec = draw(
    "permutation", [.option("n", .int)], "The whole numbers from 0 up to `n` - 1 in random order.",
    "gather([10, 20, 30], permutation(3))   # the three, shuffled", types: [.int], kind: { _ in CK_RANDOM_BITS },
    samples: [Sample(options: ["n": .int(5)]), Sample(options: ["n": .int(1)]), Sample(options: ["n": .int(0)])],
    rejects: [Sample(options: ["n": .int(-1)]), Sample(options: ["n": .number(2.5)])],
    definition: .property { call, results in results[0].values.sorted() == (0..<call.int("n")).map(Double.init) },
    check: { i, dims in
      guard !dims.isEmpty else {
        throw TensorError.option(operation: i.op.name, argument: "n", found: "missing", expected: "0 or more")
      }
    },
    apply: { call in (dtype: .int, dims: [try call.int("n")], operands: []) },
    compute: { e, origin in try NDArray.permutations(e.result.shape, from: origin, on: e.device, for: e.op.name) })

  /// The sizes asked for, or those of the parameter, which must stretch to them.
  private static func dims(_ call: Call, like parameter: Tensor) throws -> [Int] {
    try call.isAbsent("shape") ? parameter.shape.dims : call.shape("shape").dims
  }
}

extension Op {
  /// The row of a draw. Attributes: the result's type and sizes. Numbers: where the draw begins.
  ///
  /// `kind` says how much of the stream the draw takes, `check` what operands fit sizes, `finish` what is made of the draw, and
  /// `stretch` how an operand that carries the extra axis of a mapping is made to fit; left out, it is stretched from the right.
  private static func draw(
    _ name: String, _ parameters: [ParameterSpec], _ summary: String, _ example: String,
    types: [DType] = [.float32, .float64],
    kind: @escaping @Sendable (DType) -> ck_random_kind, reason: String? = nil,
    differentiability: Differentiability? = nil,
    samples: [Sample], rejects: [Sample] = [], definition: Definition,
    check: @escaping @Sendable (Inference, [Int]) throws -> Void = checkStretched,
    apply: @escaping @Sendable (Call) throws -> (dtype: DType, dims: [Int], operands: [Tensor]),
    compute: @escaping @Sendable (Execution, DrawOrigin) throws -> NDArray,
    finish: @escaping @Sendable (_ call: Call, _ draw: Tensor) throws -> Tensor = { $1 },
    stretch: @escaping @Sendable (Batched) throws -> Tensor = aligned
  ) -> OpSpec {
    OpSpec(
      name, parameters, summary: summary, example: example,
      behaviour: .primitive(
        Primitive(
          apply: { call in
            let drawn = try apply(call)
            let origin = call.graph.random.take(Shape(drawn.dims).count, of: kind(drawn.dtype))
            let draw = try call.graph.record(
              call.op, drawn.operands, attributes: [Int(drawn.dtype.rawValue)] + drawn.dims, numbers: origin.numbers)
            return try finish(call, draw)
          },
          infer: { i in
            let signature = try drawnSignature(i, types)
            try check(i, signature.shape.dims)
            return signature
          },
          compute: { e in
            guard let origin = DrawOrigin(e.numbers) else { throw malformed(e.op) }
            return try compute(e, origin)
          },
          pullback: reason.map { .none("\($0); draws such as mean + sd * normal(…) do move with their parameters") }
            ?? .flat("it has no operands"),
          batching: .rule { b in
            guard let type = b.attributes.first else { throw malformed(b.op) }
            let dims = [b.size] + b.attributes.dropFirst()
            let dtype = DType(rawValue: UInt8(truncatingIfNeeded: type)) ?? .float32
            let origin = b.graph.random.take(Shape(dims).count, of: kind(dtype))
            return try b.record(
              b.operands.isEmpty ? [] : [stretch(b)], attributes: [type] + dims, numbers: origin.numbers)
          },
          isDraw: true)),
      differentiability: differentiability, samples: samples, rejects: rejects, definition: definition)
  }

  private static func malformed(_ op: OpSpec) -> TensorError {
    .structure(operation: op.name, reason: "its place in the random stream is missing")
  }

  private static func drawnSignature(_ i: Inference, _ types: [DType]) throws -> Signature {
    guard DrawOrigin(i.numbers) != nil else { throw malformed(i.op) }
    guard let type = i.attributes.first.flatMap({ UInt8(exactly: $0) }).flatMap(DType.init(rawValue:)),
      types.contains(type)
    else {
      throw TensorError.option(
        operation: i.op.name, argument: "precision", found: "\(i.attributes.first ?? -1)",
        expected: types.map(\.description).joined(separator: " or "))
    }
    let dims = Array(i.attributes.dropFirst())
    guard dims.count <= Shape.maximumRank else { throw TensorError.rank(operation: i.op.name, rank: dims.count) }
    if let size = dims.first(where: { $0 < 0 }) {
      throw TensorError.option(
        operation: i.op.name, argument: i.op.parameters.last { $0.kind == .ints || $0.kind == .int }?.name ?? "shape",
        found: "\(size)", expected: "0 or more")
    }
    return Signature(Shape(dims), type)
  }

  /// Every operand is a floating one and stretches to the draw's sizes.
  private static func checkStretched(_ i: Inference, _ dims: [Int]) throws {
    for operand in i.operands {
      guard operand.dtype.isFloating else {
        throw TensorError.precision(
          operation: i.op.name, argument: i.op.parameters[0].name, found: operand.dtype, expected: "a floating type")
      }
      guard operand.shape.broadcasts(to: Shape(dims)) else {
        throw TensorError.wrongShape(
          operation: i.op.name, argument: i.op.parameters[0].name, shape: operand.shape,
          expected: "one that stretches to the draw's shape \(Shape(dims))")
      }
    }
  }

  /// The operand of a draw with the extra axis in front and axes of size 1 behind it where the draw has more.
  private static func aligned(_ b: Batched) throws -> Tensor {
    let x = b.operands[0]
    guard b.isBatched[0] else { return x }
    let missing = b.attributes.count - 1 - (x.rank - 1)
    let dims = [b.size] + [Int](repeating: 1, count: Swift.max(0, missing)) + x.shape.dims.dropFirst()
    return try b.graph.reshape(x, to: Shape(dims))
  }
}

extension Call {
  /// Whether an argument is this very number, written out.
  fileprivate func isNumber(_ name: String, _ value: Double) -> Bool {
    guard let given = try? number(name) else { return false }
    return given == value
  }
}
