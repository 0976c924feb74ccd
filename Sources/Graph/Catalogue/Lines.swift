// Rows: what is made of whole lines (softmax and its kin, running sums) and the norms of vectors.
import CKernels
import TensorKit

#if canImport(Glibc)
  import Glibc
#endif

extension Op {
  static let lineRows: [OpSpec] = [logsumexp, softmax, logSoftmax, cumsum, norm]

  private static func isFloating(_ i: Inference) throws { try i.expect("float32 or float64") { $0.isFloating } }

  /// The logarithm of the sum of exponentials over the named axes, or over all; it never overflows.
  public static let logsumexp: OpSpec = OpSpec(
    "logsumexp", OpSpec.reductionParameters,
    summary:
      "The logarithm of the sum of exponentials over the named axes, or over all; it never overflows.",
    example: "logsumexp([0, 0])   # 0.6931",
    behaviour: .primitive(
      Primitive(
        apply: { call in try call.recordReduction(of: call.floating("x")) },
        infer: { i in
          try isFloating(i)
          return Signature(try i.reducedShape(), i.operands[0].dtype)
        },
        compute: { e in
          try e.operands[0].reduced(
            CK_LOGSUMEXP, over: Array(e.attributes.dropFirst()), keep: e.attributes[0] == 1, on: e.device,
            for: e.op.name)
        },
        pullback: .rule { p in
          // Where all are -∞ so is the result, and none of them moves it.
          let isNothing = try Op.equal(p.output, p.graph.scalar(-.infinity, p.output.dtype))
          let y = try Op.choose(isNothing, p.graph.scalar(0, p.output.dtype), p.output)
          return [try p.spread(p.cotangent) * Op.exp(p.operands[0] - p.spread(y))]
        },
        batching: .reduction)),
    samples: Sample.reductions({ .normal($0) }, overNothing: true) + [
      Sample(.values([900, 901, -950, 0], [2, 2]), options: ["axis": .int(1)]), Sample(.indices(4, [5])),
    ],
    rejects: Sample.wrongAxes,
    definition: .reduction { values, _ in
      let greatest = values.max() ?? 0
      return greatest + Glibc.log(values.reduce(0) { $0 + Glibc.exp($1 - greatest) })
    })

  /// The row of an operator on lines: attributes are the axis and what more the caller wants.
  private static func lines(
    _ name: String, _ parameters: [ParameterSpec], _ summary: String, _ example: String,
    apply: @escaping @Sendable (Call) throws -> Tensor, attributes: Int,
    fits: @escaping @Sendable (Inference) throws -> Void,
    _ reduction: @escaping @Sendable ([Int]) -> ck_reduction, pullback: PullbackRule, samples: [Sample],
    means: Definition
  ) -> OpSpec {
    OpSpec(
      name, parameters, summary: summary, example: example,
      behaviour: .primitive(
        Primitive(
          apply: apply,
          infer: { i in
            try i.expect(attributes: attributes)
            try fits(i)
            let rank = i.operands[0].shape.rank
            guard i.attributes[0] >= 0 && i.attributes[0] < rank else {
              throw TensorError.axis(operation: name, axis: i.attributes[0], rank: rank)
            }
            return i.operands[0]
          },
          compute: { e in
            try e.operands[0].mappedLines(reduction(e.attributes), axis: e.attributes[0], on: e.device, for: name)
          },
          pullback: pullback, batching: .shifted { attributes, _, _ in [attributes[0] + 1] + attributes.dropFirst() })),
      samples: samples,
      rejects: [Sample(.normal([2, 3]), options: ["axis": .int(2)]), Sample(.normal([]))], definition: means)
  }

  private static let axis = ParameterSpec.option("axis", .axis, .int(-1))
  private static let lineSamples = [
    Sample(.normal([5])), Sample(.normal([3, 4])), Sample(.normal([3, 4]), options: ["axis": .int(0)]),
    Sample(.normal([2, 3, 4]), options: ["axis": .int(-2)]), Sample(.normal([2, 1])), Sample(.normal([0, 3])),
    Sample(.normal([3, 0])),
  ]

  /// Positive shares that add up to 1 along an axis: exponentials over their sum.
  public static let softmax: OpSpec = lines(
    "softmax", [.tensor("x"), axis], "Positive shares that add up to 1 along an axis: exponentials over their sum.",
    "softmax([0, 0])   # [0.5, 0.5]",
    apply: { call in
      let x = try call.floating("x")
      return try call.graph.record(call.op, [x], attributes: [call.axis("axis", rank: x.rank)])
    },
    attributes: 1, fits: isFloating, { _ in CK_SOFTMAX },
    pullback: .rule { p in
      let (g, y) = (p.cotangent, p.output)
      return [try y * (g - p.graph.sum(g * y, over: p.attributes, keep: true))]
    },
    samples: lineSamples + [Sample(.values([1000, 1001, 0, -1000], [4])), Sample(.indices(3, [4]))],
    means: .lines { line, _ in
      let greatest = line.max() ?? 0
      let powers = line.map { Glibc.exp($0 - greatest) }
      return powers.map { $0 / powers.reduce(0, +) }
    })

  /// The logarithm of `softmax`, exact where that would round to 0.
  public static let logSoftmax: OpSpec = lines(
    "log_softmax", [.tensor("x"), axis], "The logarithm of `softmax`, exact where that would round to 0.",
    "log_softmax([0, 0])   # [-0.6931, -0.6931]",
    apply: { call in
      let x = try call.floating("x")
      return try call.graph.record(call.op, [x], attributes: [call.axis("axis", rank: x.rank)])
    },
    attributes: 1, fits: isFloating, { _ in CK_LOG_SOFTMAX },
    pullback: .rule { p in
      let (g, y) = (p.cotangent, p.output)
      return [try g - Op.exp(y) * p.graph.sum(g, over: p.attributes, keep: true)]
    },
    samples: lineSamples + [Sample(.values([1000, 1001, 0, -1000], [4])), Sample(.indices(3, [4]))],
    means: .lines { line, _ in
      let greatest = line.max() ?? 0
      let total = Glibc.log(line.reduce(0) { $0 + Glibc.exp($1 - greatest) })
      return line.map { $0 - greatest - total }
    })

  /// The running sum along an axis, from its start or in reverse from its end.
  ///
  /// Attributes: the axis, then 1 from the end or 0.
  public static let cumsum: OpSpec = lines(
    "cumsum", [.tensor("x"), axis, .option("reverse", .flag, .flag(false))],
    "The running sum along an axis, from its start or in reverse from its end.", "cumsum([1, 2, 3])   # [1, 3, 6]",
    apply: { call in
      let x = try call.countable("x")
      return try call.graph.record(
        call.op, [x], attributes: [call.axis("axis", rank: x.rank), call.flag("reverse") ? 1 : 0])
    },
    attributes: 2,
    fits: { i in
      try i.expect("a number") { $0 != .bool }
      guard i.attributes[1] == 0 || i.attributes[1] == 1 else {
        throw TensorError.option(
          operation: i.op.name, argument: "reverse", found: "\(i.attributes[1])", expected: "0 or 1")
      }
    },
    { $0[1] == 1 ? CK_CUMSUM_REVERSE : CK_CUMSUM },
    pullback: .rule { p in
      [try p.graph.record(Op.cumsum, [p.cotangent], attributes: [p.attributes[0], 1 - p.attributes[1]])]
    },
    samples: lineSamples + [
      Sample(.normal([3, 4]), options: ["axis": .int(0), "reverse": .flag(true)]), Sample(.truths([5])),
      Sample(.indices(9, [2, 3])),
    ],
    means: .lines { line, call in
      line.indices.map { place in (call.flag("reverse") ? line[place...] : line[...place]).reduce(0, +) }
    })

  /// The length of a vector over the named axes, or over all: the root of the sum of squares; of order 1 the sum of sizes, of infinite order the greatest size. Its derivative at 0 is 0.
  public static let norm: OpSpec = .composite(
    "norm", [.tensor("x"), OpSpec.reducedAxes, .option("order", .number, .number(2)), OpSpec.keepsAxes],
    "The length of a vector over the named axes, or over all: the root of the sum of squares; of order 1 the sum of "
      + "sizes, of infinite order the greatest size. Its derivative at 0 is 0.",
    "norm([3, 4])   # 5",
    on: Sample.reductions({ .normal($0) }, overNothing: true) + [
      Sample(.normal([3, 4]), options: ["axis": .int(1), "order": .number(1)]),
      Sample(.distinct([3, 4]), options: ["axis": .int(0), "order": .number(.infinity), "keep": .flag(true)]),
      Sample(.normal([0, 2]), options: ["axis": .int(0), "order": .number(.infinity)]), Sample(.indices(5, [4])),
    ],
    rejects: Sample.wrongAxes + [
      Sample(.normal([3]), options: ["order": .number(3)]), Sample(.normal([3]), options: ["order": .number(.nan)]),
    ],
    means: .reduction { values, call in
      switch call.number("order", 2) {
      case 1: values.reduce(0) { $0 + Swift.abs($1) }
      case .infinity: values.reduce(0) { Swift.max($0, Swift.abs($1)) }
      default: values.reduce(0) { $0 + $1 * $1 }.squareRoot()
      }
    }
  ) { call in
    let x = try call.floating("x")
    let (axes, keep) = (try call.axes("axis", rank: x.rank), try call.flag("keep"))
    switch try call.number("order") {
    case 1: return try call.graph.sum(Op.absolute(x), over: axes, keep: keep)
    case 2: return try call.graph.safeRoot(call.graph.sum(Op.square(x), over: axes, keep: keep))
    case .infinity:
      if x.shape.count == 0 { return try call.graph.full(0, x.shape.reduced(over: axes, keep: keep), x.dtype) }
      return try call.graph.record(Op.max, [Op.absolute(x)], attributes: [keep ? 1 : 0] + axes)
    case let order:
      throw TensorError.option(
        operation: call.op.name, argument: "order", found: "\(order)", expected: "1, 2 or infinity")
    }
  }
}
