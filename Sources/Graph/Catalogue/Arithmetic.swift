// Rows: arithmetic, element by element.
import CKernels
import TensorKit

#if canImport(Glibc)
  import Glibc
#endif

extension Op {
  static let arithmeticRows: [OpSpec] = [
    add, subtract, multiply, divide, power, mod, negate, absolute, sign, square, reciprocal, maximum, minimum, clamp,
    floor, ceil, round,
  ]

  /// The sum, element by element.
  public static let add: ElementwiseSpec = .function2(
    "add", CK_add, "The sum, element by element.", "add([1, 2], 10)   # [11, 12]",
    means: { $0 + $1 }, pullback: .binary { g, _, _, _ in (g, g) })

  /// The difference, element by element.
  public static let subtract: ElementwiseSpec = .function2(
    "subtract", CK_sub, "The difference, element by element.", "subtract([1, 2], 10)   # [-9, -8]",
    means: { $0 - $1 }, pullback: .binary { g, _, _, _ in (g, try -g) })

  /// The product, element by element.
  public static let multiply: ElementwiseSpec = .function2(
    "multiply", CK_mul, "The product, element by element.", "multiply([1, 2], [3, 4])   # [3, 8]",
    means: { $0 * $1 }, pullback: .binary { g, a, b, _ in (try g * b, try g * a) })

  /// The quotient, element by element.
  public static let divide: ElementwiseSpec = .function2(
    "divide", CK_div, "The quotient, element by element.", "divide(1, [2, 4])   # [0.5, 0.25]", typing: .floating,
    on: Sample.quotients, means: { $0 / $1 },
    pullback: .binary { g, _, b, y in
      let first = try g / b
      return (first, try -(first * y))
    })

  /// The first raised to the second.
  public static let power: ElementwiseSpec = .function2(
    "power", CK_pow, "The first raised to the second.", "power([1, 2, 3], 2)   # [1, 4, 9]", typing: .floating,
    names: ("x", "exponent"),
    on: [
      Sample(.uniform(0.3, 2, [3, 4]), .normal([3, 4])), Sample(.normal([3, 4]), .values([2], [])),
      Sample(.normal([5]), .values([3], [])), Sample(.uniform(0.3, 2, [2, 1, 3]), .normal([4, 1])),
      Sample(.values([2], []), .normal([4])), Sample(.values([0, 0, 0], [3]), .counts([1, 2, 3], [3])),
    ],
    means: { pow($0, $1) },
    pullback: .rule { p in
      let (g, x, n, y) = (p.cotangent, p.operands[0], p.operands[1], p.output)
      // x^(n-1) at n = 0 would give 0·∞ where the slope is 0, and log 0 multiplies a result that does not move.
      let slope = try n * Op.power(x, n - 1)
      let isConstant = try Op.equal(n, p.graph.scalar(0, n.dtype))
      let base = p.needed[0] ? try g * Op.choose(isConstant, p.graph.scalar(0, g.dtype), slope) : nil
      guard p.needed[1] else { return [base] + [nil] }
      let isZero = try Op.equal(x, p.graph.scalar(0, x.dtype))
      let logarithm = try Op.log(Op.choose(isZero, p.graph.scalar(1, x.dtype), x))
      return [base, try g * y * logarithm]
    })

  /// What is left of the first after whole steps of the second; it has the second's sign.
  public static let mod: ElementwiseSpec = .function2(
    "mod", CK_mod, "What is left of the first after whole steps of the second; it has the second's sign.",
    "mod(-1, 3)   # 2", on: Sample.quotients, means: { $0 - $1 * Glibc.floor($0 / $1) },
    pullback: .binary { g, a, b, _ in (g, try -(g * Op.floor(a / b))) })

  /// The negative.
  public static let negate: ElementwiseSpec = .function(
    "negate", CK_neg, "The negative.", "negate([1, -2])   # [-1, 2]", typing: .number, means: { -$0 },
    pullback: .unary { g, _, _ in try -g })

  /// The absolute value.
  public static let absolute: ElementwiseSpec = .function(
    "abs", CK_abs, "The absolute value.", "abs([-2, 3])   # [2, 3]", typing: .number, means: { Swift.abs($0) },
    pullback: .unary { g, x, _ in try g * Op.sign(x) })

  /// -1, 0 or 1.
  public static let sign: ElementwiseSpec = .function(
    "sign", CK_sign, "-1, 0 or 1.", "sign([-2, 0, 3])   # [-1, 0, 1]", typing: .number,
    means: { $0 > 0 ? 1 : $0 < 0 ? -1 : $0 }, pullback: .flat("it is constant but for a jump at 0"))

  /// The number times itself.
  public static let square: ElementwiseSpec = .function(
    "square", CK_square, "The number times itself.", "square([2, -3])   # [4, 9]", typing: .number, means: { $0 * $0 },
    pullback: .unary { g, x, _ in try g * (x * 2) })

  /// One over the number.
  public static let reciprocal: ElementwiseSpec = .function(
    "reciprocal", CK_reciprocal, "One over the number.", "reciprocal([2, 4])   # [0.5, 0.25]",
    on: [Sample(.uniform(0.5, 2, [3, 4])), Sample(.uniform(-2, -0.5, []))], means: { 1 / $0 },
    pullback: .unary { g, _, y in try -(g * (y * y)) })

  /// The larger of two, element by element.
  public static let maximum: ElementwiseSpec = .function2(
    "maximum", CK_max, "The larger of two, element by element.", "maximum([1, 5], 3)   # [3, 5]",
    means: { Swift.max($0, $1) },
    pullback: .binary { g, a, b, _ in
      let zero = try g.graph.scalar(0, g.dtype)
      let isFirst = try Op.greaterEqual(a, b)
      return (try Op.choose(isFirst, g, zero), try Op.choose(isFirst, zero, g))
    })

  /// The smaller of two, element by element.
  public static let minimum: ElementwiseSpec = .function2(
    "minimum", CK_min, "The smaller of two, element by element.", "minimum([1, 5], 3)   # [1, 3]",
    means: { Swift.min($0, $1) },
    pullback: .binary { g, a, b, _ in
      let zero = try g.graph.scalar(0, g.dtype)
      let isFirst = try Op.lessEqual(a, b)
      return (try Op.choose(isFirst, g, zero), try Op.choose(isFirst, zero, g))
    })

  /// The number, moved to the nearer bound where it lies outside.
  public static let clamp: OpSpec = .composite(
    "clamp", [.tensor("x"), .tensor("low"), .tensor("high")],
    "The number, moved to the nearer bound where it lies outside.", "clamp([-2, 0.5, 9], 0, 1)   # [0, 0.5, 1]",
    on: [
      Sample(.normal([3, 4]), .values([-0.5], []), .values([0.7], [])),
      Sample(.normal([3]), .values([-1, 0, -0.2], [3]), .values([1], [])),
    ],
    rejects: [Sample(.normal([3]), .normal([4]), .normal([]))],
    means: .triples { Swift.min(Swift.max($0, $1), $2) }
  ) { call in
    try Op.minimum(Op.maximum(call.tensor("x"), call.tensor("low")), call.tensor("high"))
  }

  private static let whole = "it is constant but for jumps at whole numbers"

  /// The largest whole number that is not larger.
  public static let floor: ElementwiseSpec = .function(
    "floor", CK_floor, "The largest whole number that is not larger.", "floor([1.7, -1.2])   # [1, -2]",
    means: { Glibc.floor($0) }, pullback: .flat(whole))

  /// The smallest whole number that is not smaller.
  public static let ceil: ElementwiseSpec = .function(
    "ceil", CK_ceil, "The smallest whole number that is not smaller.", "ceil([1.2, -1.7])   # [2, -1]",
    means: { Glibc.ceil($0) }, pullback: .flat(whole))

  /// The nearest whole number; halves go to the even one.
  public static let round: ElementwiseSpec = .function(
    "round", CK_round, "The nearest whole number; halves go to the even one.", "round([0.5, 1.5, 2.4])   # [0, 2, 2]",
    means: { $0.rounded(.toNearestOrEven) }, pullback: .flat(whole))
}
