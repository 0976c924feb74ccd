// Rows: elementary and special functions, element by element.
import CKernels
import TensorKit

#if canImport(Glibc)
  import Glibc
#endif

extension Op {
  static let functionRows: [OpSpec] = [
    exp, expm1, log, log1p, sqrt, sin, cos, tan, asin, acos, atan, atan2, sinh, cosh, tanh, asinh, acosh, atanh, erf,
    lgamma, digamma, polygamma,
  ]

  private static let inside = [Sample(.uniform(-0.9, 0.9, [3, 4])), Sample(.uniform(-0.9, 0.9, []))]
  private static let positive = [Sample(.uniform(0.2, 4, [3, 4])), Sample(.uniform(0.2, 4, []))]

  /// The exponential.
  public static let exp: ElementwiseSpec = .function(
    "exp", CK_exp, "The exponential.", "exp([0, 1])   # [1, 2.718]", means: { Glibc.exp($0) },
    pullback: .unary { g, _, y in try g * y })

  /// exp(x) − 1, exact for small x.
  public static let expm1: ElementwiseSpec = .function(
    "expm1", CK_expm1, "exp(x) − 1, exact for small x.", "expm1(1e-10)   # 1e-10", means: { Glibc.expm1($0) },
    pullback: .unary { g, _, y in try g * (y + 1) })

  /// The natural logarithm. Of the sigmoid or softmax of a tensor it is taken without rounding to 0 first.
  public static let log: ElementwiseSpec = .function(
    "log", CK_log,
    "The natural logarithm. Of the sigmoid or softmax of a tensor it is taken without rounding to 0 first.",
    "log([1, 10])   # [0, 2.303]", on: positive, means: { Glibc.log($0) },
    pullback: .unary { g, x, _ in try g / x })

  /// log(1 + x), exact for small x.
  public static let log1p: ElementwiseSpec = .function(
    "log1p", CK_log1p, "log(1 + x), exact for small x.", "log1p(1e-10)   # 1e-10",
    on: [Sample(.uniform(-0.7, 3, [3, 4]))], means: { Glibc.log1p($0) },
    pullback: .unary { g, x, _ in try g / (x + 1) })

  /// The square root.
  public static let sqrt: ElementwiseSpec = .function(
    "sqrt", CK_sqrt, "The square root.", "sqrt([4, 2])   # [2, 1.414]", on: positive, means: { $0.squareRoot() },
    pullback: .unary { g, _, y in try g / (y * 2) })

  /// The sine of an angle in radians.
  public static let sin: ElementwiseSpec = .function(
    "sin", CK_sin, "The sine of an angle in radians.", "sin(0.5)   # 0.4794", means: { Glibc.sin($0) },
    pullback: .unary { g, x, _ in try g * Op.cos(x) })

  /// The cosine of an angle in radians.
  public static let cos: ElementwiseSpec = .function(
    "cos", CK_cos, "The cosine of an angle in radians.", "cos(0.5)   # 0.8776", means: { Glibc.cos($0) },
    pullback: .unary { g, x, _ in try -(g * Op.sin(x)) })

  /// The tangent of an angle in radians.
  public static let tan: ElementwiseSpec = .function(
    "tan", CK_tan, "The tangent of an angle in radians.", "tan(0.5)   # 0.5463", on: inside, means: { Glibc.tan($0) },
    pullback: .unary { g, _, y in try g * (y * y + 1) })

  /// The angle with this sine.
  public static let asin: ElementwiseSpec = .function(
    "asin", CK_asin, "The angle with this sine.", "asin(1)   # 1.571", on: inside, means: { Glibc.asin($0) },
    pullback: .unary { g, x, _ in try g / Op.sqrt(1 - x * x) })

  /// The angle with this cosine.
  public static let acos: ElementwiseSpec = .function(
    "acos", CK_acos, "The angle with this cosine.", "acos(0)   # 1.571", on: inside, means: { Glibc.acos($0) },
    pullback: .unary { g, x, _ in try -(g / Op.sqrt(1 - x * x)) })

  /// The angle with this tangent.
  public static let atan: ElementwiseSpec = .function(
    "atan", CK_atan, "The angle with this tangent.", "atan(1)   # 0.7854", means: { Glibc.atan($0) },
    pullback: .unary { g, x, _ in try g / (x * x + 1) })

  /// The angle of the point (x, y).
  public static let atan2: ElementwiseSpec = .function2(
    "atan2", CK_atan2, "The angle of the point (x, y).", "atan2(1, -1)   # 2.356", typing: .floating,
    names: ("y", "x"), on: Sample.quotients, means: { Glibc.atan2($0, $1) },
    pullback: .binary { g, y, x, _ in
      let scaled = try g / (x * x + y * y)
      return (try scaled * x, try -(scaled * y))
    })

  /// The hyperbolic sine.
  public static let sinh: ElementwiseSpec = .function(
    "sinh", CK_sinh, "The hyperbolic sine.", "sinh(1)   # 1.175", means: { Glibc.sinh($0) },
    pullback: .unary { g, x, _ in try g * Op.cosh(x) })

  /// The hyperbolic cosine.
  public static let cosh: ElementwiseSpec = .function(
    "cosh", CK_cosh, "The hyperbolic cosine.", "cosh(1)   # 1.543", means: { Glibc.cosh($0) },
    pullback: .unary { g, x, _ in try g * Op.sinh(x) })

  /// The hyperbolic tangent.
  public static let tanh: ElementwiseSpec = .function(
    "tanh", CK_tanh, "The hyperbolic tangent.", "tanh([0, 1])   # [0, 0.7616]", means: { Glibc.tanh($0) },
    pullback: .unary { g, _, y in try Op.tanhSlope(g, y) })

  /// The inverse of sinh.
  public static let asinh: ElementwiseSpec = .function(
    "asinh", CK_asinh, "The inverse of sinh.", "asinh(1)   # 0.8814", means: { Glibc.asinh($0) },
    pullback: .unary { g, x, _ in try g / Op.sqrt(x * x + 1) })

  /// The inverse of cosh, for x ≥ 1.
  public static let acosh: ElementwiseSpec = .function(
    "acosh", CK_acosh, "The inverse of cosh, for x ≥ 1.", "acosh(2)   # 1.317",
    on: [Sample(.uniform(1.2, 4, [3, 4]))], means: { Glibc.acosh($0) },
    pullback: .unary { g, x, _ in try g / (Op.sqrt(x - 1) * Op.sqrt(x + 1)) })

  /// The inverse of tanh, between -1 and 1.
  public static let atanh: ElementwiseSpec = .function(
    "atanh", CK_atanh, "The inverse of tanh, between -1 and 1.", "atanh(0.5)   # 0.5493", on: inside,
    means: { Glibc.atanh($0) }, pullback: .unary { g, x, _ in try g / (1 - x * x) })

  /// The error function: the chance that a normal draw of variance ½ lies within ±x.
  public static let erf: ElementwiseSpec = .function(
    "erf", CK_erf, "The error function: the chance that a normal draw of variance ½ lies within ±x.",
    "erf(1)   # 0.8427", means: { Glibc.erf($0) },
    pullback: .unary { g, x, _ in try g * (Op.exp(-(x * x)) * (2 / Double.pi.squareRoot())) })

  /// The logarithm of |Γ(x)|; Γ(n) is (n − 1)! for whole n.
  public static let lgamma: ElementwiseSpec = .function(
    "lgamma", CK_lgamma, "The logarithm of |Γ(x)|; Γ(n) is (n − 1)! for whole n.", "lgamma(5)   # log 24 = 3.178",
    on: [Sample(.uniform(0.2, 6, [3, 4])), Sample(.values([-0.5, -1.3, -2.7], [3]))],
    means: { Glibc.lgamma($0) }, pullback: .unary { g, x, _ in try g * Op.digamma(x) })

  /// The slope of lgamma.
  public static let digamma: ElementwiseSpec = .function(
    "digamma", CK_digamma, "The slope of lgamma.", "digamma(1)   # -0.5772",
    on: [Sample(.uniform(0.2, 6, [3, 4])), Sample(.values([-0.5, -1.3, -2.7], [3]))],
    means: { digammaByDifferences($0) },
    pullback: .unary { g, x, _ in try g * Op.polygamma(x.graph.scalar(1, x.dtype), x) })

  /// The derivative of digamma of the given order.
  public static let polygamma: ElementwiseSpec = .function2(
    "polygamma", CK_polygamma, "The derivative of digamma of the given order.", "polygamma(1, 1)   # π²/6 = 1.645",
    typing: .floating, names: ("order", "x"),
    on: [
      Sample(.counts([1], []), .uniform(0.5, 6, [3, 4])), Sample(.counts([2], []), .uniform(0.5, 6, [5])),
      Sample(.counts([3], []), .uniform(0.5, 6, [])),
    ],
    means: { polygammaBySeries($0, $1) },
    pullback: .rule { p in
      if p.needed[0] {
        throw TensorError.notDifferentiable(operation: "polygamma", reason: "the order is a whole number")
      }
      return [nil, try p.cotangent * Op.polygamma(p.operands[0] + 1, p.operands[1])]
    })

  /// The slope of lgamma by recurrence up to 30 and the asymptotic series there.
  private static func digammaByDifferences(_ x: Double) -> Double {
    var sum = 0.0
    var x = x
    while x < 30 {
      sum -= 1 / x
      x += 1
    }
    let s = 1 / (x * x)
    return sum + Glibc.log(x) - 0.5 / x - s * (1.0 / 12 - s * (1.0 / 120 - s * (1.0 / 252 - s / 240)))
  }

  /// (−1)^(n+1) n! Σ 1/(x + k)^(n+1), the tail by its integral and half its first term.
  private static func polygammaBySeries(_ order: Double, _ x: Double) -> Double {
    var sum = 0.0
    let terms = 40_000
    for k in stride(from: terms - 1, through: 0, by: -1) { sum += pow(x + Double(k), -order - 1) }
    let end = x + Double(terms)
    sum += pow(end, -order) / order + pow(end, -order - 1) / 2 + (order + 1) * pow(end, -order - 2) / 12
    return (Int(order) % 2 == 1 ? 1 : -1) * tgamma(order + 1) * sum
  }
}
