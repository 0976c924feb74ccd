// Rows: comparisons, truth values, choices and conversions, element by element.
import CKernels
import TensorKit

extension Op {
  static let comparisonRows: [OpSpec] = [
    equal, notEqual, less, lessEqual, greater, greaterEqual, not, and, or, xor, choose, isNaN, isFinite, float32,
    float64, int, bool,
  ]

  private static let jumps: PullbackRule = .flat("a truth value does not move smoothly")

  private static func comparison(
    _ name: String, _ kernel: ck_operation, _ summary: String, _ example: String,
    _ means: @escaping @Sendable (Double, Double) -> Bool
  ) -> ElementwiseSpec {
    .function2(
      name, kernel, summary, example, typing: .comparison,
      on: Sample.pairs + [Sample(.indices(3, [10]), .indices(3, [10])), Sample(.truths([6]), .truths([6]))],
      means: { means($0, $1) ? 1 : 0 }, pullback: jumps)
  }

  /// Whether two numbers are exactly equal.
  public static let equal = comparison(
    "equal", CK_eq, "Whether two numbers are exactly equal.", "equal([1, 2], 2)   # [false, true]"
  ) { $0 == $1 }
  /// Whether two numbers differ at all.
  public static let notEqual = comparison(
    "not_equal", CK_ne, "Whether two numbers differ at all.", "not_equal([1, 2], 2)   # [true, false]"
  ) { $0 != $1 }
  /// Whether the first is smaller.
  public static let less = comparison(
    "less", CK_lt, "Whether the first is smaller.", "less([1, 2], 2)   # [true, false]"
  ) { $0 < $1 }
  /// Whether the first is not larger.
  public static let lessEqual = comparison(
    "less_equal", CK_le, "Whether the first is not larger.", "less_equal([1, 3], 2)   # [true, false]"
  ) { $0 <= $1 }
  /// Whether the first is larger.
  public static let greater = comparison(
    "greater", CK_gt, "Whether the first is larger.", "greater([1, 3], 2)   # [false, true]"
  ) { $0 > $1 }
  /// Whether the first is not smaller.
  public static let greaterEqual = comparison(
    "greater_equal", CK_ge, "Whether the first is not smaller.", "greater_equal([1, 2], 2)   # [false, true]"
  ) { $0 >= $1 }

  private static let truthPairs = [
    Sample(.truths([3, 4]), .truths([3, 4])), Sample(.truths([3, 4]), .truths([4])), Sample(.truths([3]), .truths([])),
  ]
  private static func connective(
    _ name: String, _ kernel: ck_operation, _ summary: String, _ example: String,
    _ means: @escaping @Sendable (Bool, Bool) -> Bool
  ) -> ElementwiseSpec {
    ElementwiseSpec(
      name, [.tensor("a"), .tensor("b")], summary: summary, example: example,
      behaviour: .elementwise(Elementwise(kernel, .logic, jumps)), samples: truthPairs,
      rejects: [Sample(.normal([3]), .truths([3])), Sample(.truths([3]), .truths([4]))],
      definition: .pairs { means($0 != 0, $1 != 0) ? 1 : 0 })
  }

  /// True where it was false.
  public static let not: ElementwiseSpec = ElementwiseSpec(
    "logical_not", [.tensor("a")], summary: "True where it was false.",
    example: "logical_not([true, false])   # [false, true]",
    behaviour: .elementwise(Elementwise(CK_not, .logic, jumps)),
    samples: [Sample(.truths([3, 4])), Sample(.truths([]))],
    rejects: [Sample(.normal([3]))], definition: .each { $0 == 0 ? 1 : 0 })
  /// Whether both hold.
  public static let and = connective(
    "logical_and", CK_and, "Whether both hold.", "logical_and([true, false], true)   # [true, false]"
  ) { $0 && $1 }
  /// Whether at least one holds.
  public static let or = connective(
    "logical_or", CK_or, "Whether at least one holds.", "logical_or([true, false], false)   # [true, false]"
  ) { $0 || $1 }
  /// Whether exactly one holds.
  public static let xor = connective(
    "logical_xor", CK_xor, "Whether exactly one holds.", "logical_xor([true, false], true)   # [false, true]"
  ) { $0 != $1 }

  /// The first where the condition holds, else the second.
  public static let choose: ElementwiseSpec = ElementwiseSpec(
    "where", [.tensor("condition"), .tensor("a"), .tensor("b")],
    summary: "The first where the condition holds, else the second.", example: "where([true, false], 1, 2)   # [1, 2]",
    behaviour: .elementwise(
      Elementwise(
        CK_where, .choice,
        .rule { p in
          let zero = try p.graph.scalar(0, p.cotangent.dtype)
          return [
            nil, try Op.choose(p.operands[0], p.cotangent, zero),
            try Op.choose(p.operands[0], zero, p.cotangent),
          ]
        })),
    samples: [
      Sample(.truths([3, 4]), .normal([3, 4]), .normal([3, 4])), Sample(.truths([3, 1]), .normal([4]), .normal([])),
      Sample(.truths([]), .normal([2]), .normal([2])), Sample(.truths([5]), .normal([]), .normal([])),
    ],
    rejects: [Sample(.normal([3]), .normal([3]), .normal([3])), Sample(.truths([3]), .normal([4]), .normal([3]))],
    definition: .triples { $0 != 0 ? $1 : $2 })

  /// Whether it is not a number.
  public static let isNaN: ElementwiseSpec = .function(
    "is_nan", CK_isnan, "Whether it is not a number.", "is_nan([1, 0 / 0])   # [false, true]", typing: .comparison,
    on: [Sample(.values([1, .nan, -.infinity], [3]))], means: { $0.isNaN ? 1 : 0 }, pullback: jumps)
  /// Whether it is neither infinite nor NaN.
  public static let isFinite: ElementwiseSpec = .function(
    "is_finite", CK_isfinite, "Whether it is neither infinite nor NaN.", "is_finite([1, 1 / 0])   # [true, false]",
    typing: .comparison, on: [Sample(.values([1, .nan, -.infinity], [3]))], means: { $0.isFinite ? 1 : 0 },
    pullback: jumps)

  /// In single precision.
  public static let float32: ElementwiseSpec = .function(
    "float32", CK_to_f32, "In single precision.", "float32(0.1)", typing: .conversion(.float32),
    on: [Sample(.indices(9, [3, 4])), Sample(.truths([5]))], means: { Double(Float($0)) },
    pullback: .unary { g, _, _ in g })
  /// In double precision.
  public static let float64: ElementwiseSpec = .function(
    "float64", CK_to_f64, "In double precision.", "float64(x)", typing: .conversion(.float64), means: { $0 },
    pullback: .unary { g, _, _ in g })
  /// The whole part.
  public static let int: ElementwiseSpec = .function(
    "int", CK_to_i64, "The whole part.", "int([1.7, -1.7])   # [1, -1]", typing: .conversion(.int),
    means: { $0.rounded(.towardZero) }, pullback: .flat("it is constant but for jumps at whole numbers"))
  /// Whether it is not 0.
  public static let bool: ElementwiseSpec = .function(
    "bool", CK_to_bool, "Whether it is not 0.", "bool([0, 2])   # [false, true]", typing: .conversion(.bool),
    means: { $0 == 0 ? 0 : 1 }, pullback: jumps)

  /// The row that converts to an element type.
  static func conversion(to dtype: DType) -> ElementwiseSpec {
    switch dtype {
    case .float32: float32
    case .float64: float64
    case .int: int
    case .bool: bool
    }
  }
}
