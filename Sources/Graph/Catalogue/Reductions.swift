// Rows: sums, extremes and truth over some axes or all.
import CKernels
import TensorKit

extension Op {
  static let reductionRows: [OpSpec] =
    [sum, mean, variance, std, prod, max, min, argmax, argmin, any, all] + lineRows

  /// The sum over the named axes, or over all; nothing sums to 0.
  public static let sum: OpSpec = OpSpec(
    "sum", OpSpec.reductionParameters, summary: "The sum over the named axes, or over all; nothing sums to 0.",
    example: "sum([[1, 2], [3, 4]], 0)   # [4, 6]",
    behaviour: .primitive(
      Primitive(
        apply: { call in try call.recordReduction(of: call.countable("x")) },
        infer: { i in
          try i.expect("a number") { $0 != .bool }
          return Signature(try i.reducedShape(), i.operands[0].dtype)
        },
        compute: { e in try reduce(CK_SUM, e) },
        pullback: .rule { p in [try p.spread(p.cotangent)] },
        batching: .reduction)),
    samples: Sample.reductions({ .normal($0) }, overNothing: true) + [
      Sample(.truths([3, 4]), options: ["axis": .int(1)]), Sample(.indices(9, [3, 4]), options: ["axis": .int(0)]),
      Sample(.normal([2, 3]), options: ["axis": .ints([])]),
    ],
    rejects: Sample.wrongAxes,
    definition: .reduction { values, _ in values.reduce(0, +) })

  private static func reduce(_ reduction: ck_reduction, _ e: Execution) throws -> NDArray {
    try e.operands[0].reduced(
      reduction, over: Array(e.attributes.dropFirst()), keep: e.attributes[0] == 1, on: e.device, for: e.op.name)
  }

  /// The mean over the named axes, or over all.
  public static let mean: OpSpec = .composite(
    "mean", OpSpec.reductionParameters, "The mean over the named axes, or over all.", "mean([1, 2, 6])   # 3",
    on: Sample.reductions({ .normal($0) }, overNothing: false) + [Sample(.truths([3, 4]), options: ["axis": .int(1)])],
    rejects: Sample.wrongAxes + Sample.reductionsOfNothing,
    means: .reduction { values, _ in values.reduce(0, +) / Double(values.count) }
  ) { call in
    let x = try call.floating("x")
    let axes = try call.axes("axis", rank: x.rank)
    try Inference.checkSome(x.shape, axes, call.op)
    return try call.graph.mean(x, over: axes, keep: call.flag("keep"))
  }

  private static let spreadParameters =
    OpSpec.reductionParameters + [.option("correction", .number, .number(0))]
  private static let spreadSamples =
    Sample.reductions({ .normal($0) }, overNothing: false) + [
      Sample(.normal([5]), options: ["correction": .number(1)]),
      Sample(.normal([3, 4]), options: ["axis": .int(0), "correction": .number(1.5), "keep": .flag(true)]),
      Sample(.indices(9, [6])),
    ]
  private static let spreadRejects =
    Sample.wrongAxes + Sample.reductionsOfNothing + [
      Sample(.normal([3]), options: ["correction": .number(3)]),
      Sample(.normal([]), options: ["correction": .number(1)]),
      Sample(.normal([3]), options: ["correction": .number(.nan)]),
    ]

  /// The mean squared distance from the mean; a `correction` of 1 divides by one less, for the unbiased estimate.
  public static let variance: OpSpec = .composite(
    "variance", spreadParameters,
    "The mean squared distance from the mean; a `correction` of 1 divides by one less, for the unbiased estimate.",
    "variance([1, 2, 6], correction: 1)   # 7",
    on: spreadSamples, rejects: spreadRejects, means: .reduction { values, call in plainVariance(values, call) }
  ) { call in try recordVariance(call) }

  // Where all numbers are equal, as a single one is, the derivative is set and not a limit: no sample is like that.
  /// The standard deviation: the root of `variance`. Where all numbers are equal it is 0, and so is its derivative.
  public static let std: OpSpec = .composite(
    "std", spreadParameters,
    "The standard deviation: the root of `variance`. Where all numbers are equal it is 0, and so is its derivative.",
    "std([1, 2, 6], correction: 1)   # 2.646",
    on: spreadSamples.filter { !isSingle($0) }, rejects: spreadRejects,
    means: .reduction { values, call in plainVariance(values, call).squareRoot() }
  ) { call in try call.graph.safeRoot(recordVariance(call)) }

  private static func isSingle(_ sample: Sample) -> Bool {
    guard case .normal(let dims)? = sample.inputs.first else { return false }
    return dims.isEmpty || dims == [2, 1, 3]
  }

  private static func plainVariance(_ values: [Double], _ call: PlainCall) -> Double {
    let mean = values.reduce(0, +) / Double(values.count)
    return values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (Double(values.count) - call.number("correction", 0))
  }

  private static func recordVariance(_ call: Call) throws -> Tensor {
    let x = try call.floating("x")
    let axes = try call.axes("axis", rank: x.rank)
    try Inference.checkSome(x.shape, axes, call.op)
    let count = axes.reduce(1.0) { $0 * Double(x.shape[$1]) }
    let correction = try call.number("correction")
    guard count - correction > 0 || x.shape.count == 0 else {
      throw TensorError.option(
        operation: call.op.name, argument: "correction", found: "\(correction)",
        expected: "less than \(Int(saturating: count)), the number of elements")
    }
    let distance = try x - call.graph.mean(x, over: axes, keep: true)
    return try call.graph.sum(Op.square(distance), over: axes, keep: call.flag("keep")) / (count - correction)
  }

  /// The product over the named axes, or over all; nothing multiplies to 1.
  public static let prod: OpSpec = .composite(
    "prod", OpSpec.reductionParameters, "The product over the named axes, or over all; nothing multiplies to 1.",
    "prod([2, 3, 4])   # 24",
    on: Sample.reductions({ .normal($0) }, overNothing: true) + [
      Sample(.values([2, 0, 3, 0, 0, 5], [3, 2]), options: ["axis": .int(0)]), Sample(.values([0, 2, 3], [3])),
      Sample(.truths([4])), Sample(.indices(4, [3, 3]), options: ["axis": .int(1)]),
    ],
    rejects: Sample.wrongAxes,
    means: .reduction { values, _ in values.reduce(1, *) }
  ) { call in
    let x = try call.countable("x")
    let axes = try call.axes("axis", rank: x.rank)
    let kept = (0..<x.rank).filter { !axes.contains($0) }
    let target = try x.shape.reduced(over: axes, keep: call.flag("keep"))
    let count = Shape(axes.map { x.shape[$0] }).count
    if x.shape.count == 0 { return try call.graph.full(1, target, x.dtype) }
    guard x.shape.count < Int.max else {
      throw TensorError.wrongShape(
        operation: call.op.name, argument: "x", shape: x.shape, expected: "of fewer elements")
    }
    let order = axes + kept
    var factors = order == Array(0..<x.rank) ? x : try call.graph.record(Op.permute, [x], attributes: order)
    factors = try call.graph.reshape(factors, to: Shape([count] + kept.map { x.shape[$0] }))
    // A tree of products: no division, so that zeros leave derivatives exact.
    while factors.shape[0] > 1 {
      let half = factors.shape[0] / 2
      let products =
        try part(of: factors, axis: 0, start: 0, size: half) * part(of: factors, axis: 0, start: half, size: half)
      let left = try factors.shape[0] % 2 == 0 ? nil : part(of: factors, axis: 0, start: 2 * half, size: 1)
      factors = try left.map { try call.graph.record(Op.concatenate, [products, $0], attributes: [0]) } ?? products
    }
    return try call.graph.reshape(factors, to: target)
  }

  private static func extreme(
    _ name: String, _ reduction: ck_reduction, _ summary: String, _ example: String, isMax: Bool
  ) -> OpSpec {
    OpSpec(
      name, OpSpec.reductionParameters, summary: summary, example: example,
      behaviour: .primitive(
        Primitive(
          apply: { call in try call.recordReduction(of: call.tensor("x")) },
          infer: { i in Signature(try i.reducedShapeOfSome(), i.operands[0].dtype) },
          compute: { e in try reduce(reduction, e) },
          pullback: .rule { p in
            let (x, y) = (p.operands[0], try p.spread(p.output))
            // A NaN is the extreme of its line, though it equals nothing.
            let isExtreme = try Op.or(Op.equal(x, y), Op.isNaN(x))
            let axes = Array(p.attributes.dropFirst())
            let count = try p.graph.sum(
              p.graph.convert(isExtreme, to: p.cotangent.dtype), over: axes, keep: p.attributes[0] == 1)
            return [try Op.choose(isExtreme, p.spread(p.cotangent / count), p.graph.scalar(0, p.cotangent.dtype))]
          },
          batching: .reduction)),
      samples: Sample.reductions({ .distinct($0) }, overNothing: false) + [
        Sample(.truths([3, 4]), options: ["axis": .int(1)]), Sample(.indices(3, [3, 4]), options: ["axis": .int(0)]),
      ],
      rejects: Sample.wrongAxes + Sample.reductionsOfNothing,
      definition: .reduction { values, _ in
        values.dropFirst().reduce(values[0]) { isMax ? Swift.max($0, $1) : Swift.min($0, $1) }
      })
  }

  /// The greatest over the named axes, or over all; equals share its derivative.
  public static let max = extreme(
    "max", CK_MAX, "The greatest over the named axes, or over all; equals share its derivative.",
    "max([1, 5, 3])   # 5",
    isMax: true)
  /// The least over the named axes, or over all; equals share its derivative.
  public static let min = extreme(
    "min", CK_MIN, "The least over the named axes, or over all; equals share its derivative.", "min([1, 5, 3])   # 1",
    isMax: false)

  /// Attributes: 1 or 0 for keeping, then the one axis, or all of them for a place in the whole tensor.
  private static func extremePlace(
    _ name: String, _ reduction: ck_reduction, _ summary: String, _ example: String, isMax: Bool
  ) -> OpSpec {
    OpSpec(
      name, [.tensor("x"), .option("axis", .axis, .absent), OpSpec.keepsAxes], summary: summary, example: example,
      behaviour: .primitive(
        Primitive(
          apply: { call in
            let x = try call.tensor("x")
            let axes = try call.isAbsent("axis") ? Array(0..<x.rank) : [call.axis("axis", rank: x.rank)]
            return try call.graph.record(call.op, [x], attributes: [call.flag("keep") ? 1 : 0] + axes)
          },
          infer: { i in Signature(try i.reducedShapeOfSome(), .int) },
          compute: { e in
            try e.operands[0].placesReduced(
              reduction, over: Array(e.attributes.dropFirst()), keep: e.attributes[0] == 1, on: e.device, for: e.op.name
            )
          },
          pullback: .flat("an index is constant but for jumps"),
          batching: .reduction)),
      samples: [
        Sample(.distinct([7])), Sample(.distinct([3, 4])), Sample(.distinct([3, 4]), options: ["axis": .int(0)]),
        Sample(.distinct([2, 3, 4]), options: ["axis": .int(1), "keep": .flag(true)]),
        Sample(.distinct([2, 3]), options: ["keep": .flag(true)]),
        Sample(.indices(3, [4, 5]), options: ["axis": .int(-1)]),
        Sample(.truths([2, 5]), options: ["axis": .int(1)]), Sample(.normal([])),
        Sample(.normal([3, 0]), options: ["axis": .int(0)]), Sample(.normal([3, 1]), options: ["axis": .int(1)]),
      ],
      rejects: [
        Sample(.normal([0])), Sample(.normal([3, 0]), options: ["axis": .int(1)]),
        Sample(.normal([3]), options: ["axis": .int(1)]), Sample(.normal([3, 3]), options: ["axis": .ints([0, 1])]),
      ],
      definition: .plain { call in
        let axes: Option = call.options["axis"].map { $0 } ?? .absent
        let inner = PlainCall(inputs: call.inputs, options: ["axis": axes, "keep": .flag(call.flag("keep"))])
        let places = Definition.reduction { values, _ in
          var best = 0
          for place in values.indices where isMax ? values[place] > values[best] : values[place] < values[best] {
            best = place
          }
          return Double(best)
        }
        guard case .plain(let body) = places else { return [] }
        return body(inner)
      })
  }

  /// The index of the greatest along an axis, or in the whole tensor in row order; of equals the first.
  public static let argmax = extremePlace(
    "argmax", CK_ARGMAX,
    "The index of the greatest along an axis, or in the whole tensor in row order; of equals the first.",
    "argmax([1, 5, 3])   # 1", isMax: true)
  /// The index of the least along an axis, or in the whole tensor in row order; of equals the first.
  public static let argmin = extremePlace(
    "argmin", CK_ARGMIN,
    "The index of the least along an axis, or in the whole tensor in row order; of equals the first.",
    "argmin([1, 5, 3])   # 0", isMax: false)

  private static func truth(
    _ name: String, _ reduction: ck_reduction, _ summary: String, _ example: String,
    _ means: @escaping @Sendable ([Double]) -> Bool
  ) -> OpSpec {
    OpSpec(
      name, OpSpec.reductionParameters, summary: summary, example: example,
      behaviour: .primitive(
        Primitive(
          apply: { call in try call.recordReduction(of: call.tensor("x")) },
          infer: { i in
            try i.expect("bool") { $0 == .bool }
            return Signature(try i.reducedShape(), .bool)
          },
          compute: { e in try reduce(reduction, e) },
          pullback: .flat("a truth value does not move smoothly"),
          batching: .reduction)),
      samples: Sample.reductions({ .truths($0) }, overNothing: true),
      rejects: [Sample(.normal([3]))] + Sample.wrongAxes,
      definition: .reduction { values, _ in means(values) ? 1 : 0 })
  }

  /// Whether at least one holds, over the named axes or all; of none, none does.
  public static let any = truth(
    "any", CK_ANY, "Whether at least one holds, over the named axes or all; of none, none does.",
    "any([false, true])   # true"
  ) { $0.contains(1) }
  /// Whether every one holds, over the named axes or all; of none, all do.
  public static let all = truth(
    "all", CK_ALL, "Whether every one holds, over the named axes or all; of none, all do.",
    "all([false, true])   # false"
  ) { !$0.contains(0) }
}
