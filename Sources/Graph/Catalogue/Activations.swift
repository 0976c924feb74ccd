// Rows: the activation functions of neural networks, element by element.
import CKernels
import TensorKit

#if canImport(Glibc)
  import Glibc
#endif

extension Op {
  static let activationRows: [OpSpec] = [sigmoid, softplus, relu, leakyRelu, elu, selu, gelu]

  /// 1 / (1 + exp(−x)), exact in both tails.
  public static let sigmoid: ElementwiseSpec = .function(
    "sigmoid", CK_sigmoid, "1 / (1 + exp(−x)), exact in both tails.", "sigmoid([0, 2])   # [0.5, 0.8808]",
    means: { 1 / (1 + Glibc.exp(-$0)) }, pullback: .unary { g, _, y in try Op.sigmoidSlope(g, y) })

  /// log(1 + exp(x)), a smooth relu; never overflows.
  public static let softplus: ElementwiseSpec = .function(
    "softplus", CK_softplus, "log(1 + exp(x)), a smooth relu; never overflows.", "softplus(0)   # 0.6931",
    means: { Glibc.log1p(Glibc.exp($0)) }, pullback: .unary { g, x, _ in try g * Op.sigmoid(x) })

  /// The number where it is positive, else 0.
  public static let relu: ElementwiseSpec = .function(
    "relu", CK_relu, "The number where it is positive, else 0.", "relu([-1, 2])   # [0, 2]", typing: .number,
    means: { $0 > 0 ? $0 : 0 },
    pullback: .unary { g, x, _ in
      let zero = try g.graph.scalar(0, g.dtype)
      return try Op.choose(Op.greater(x, zero), g, zero)
    })

  /// The number where it is positive, else a small multiple of it.
  public static let leakyRelu: OpSpec = .composite(
    "leaky_relu", [.tensor("x"), .option("slope", .number, .number(0.01))],
    "The number where it is positive, else a small multiple of it.", "leaky_relu([-1, 2], slope: 0.1)   # [-0.1, 2]",
    on: [Sample(.normal([3, 4])), Sample(.normal([5]), options: ["slope": .number(0.2)])],
    means: .plain { call in
      let slope = call.number("slope", 0.01)
      return [Plain(call.inputs[0].dims, call.inputs[0].values.map { $0 > 0 ? $0 : slope * $0 })]
    }
  ) { call in
    let x = try call.tensor("x")
    return try Op.choose(Op.greater(x, x.graph.scalar(0, x.dtype)), x, x * call.number("slope"))
  }

  /// The number where it is positive, else alpha·(exp(x) − 1).
  public static let elu: OpSpec = .composite(
    "elu", [.tensor("x"), .option("alpha", .number, .number(1))],
    "The number where it is positive, else alpha·(exp(x) − 1).", "elu([-1, 2])   # [-0.6321, 2]",
    on: [Sample(.normal([3, 4])), Sample(.normal([5]), options: ["alpha": .number(0.5)])],
    means: .plain { call in
      let alpha = call.number("alpha", 1)
      return [Plain(call.inputs[0].dims, call.inputs[0].values.map { $0 > 0 ? $0 : alpha * (Glibc.exp($0) - 1) })]
    }
  ) { call in
    try exponentialLinear(call.tensor("x"), alpha: call.number("alpha"), scale: 1)
  }

  /// An elu scaled so that layers keep mean 0 and variance 1.
  public static let selu: OpSpec = .composite(
    "selu", [.tensor("x")], "An elu scaled so that layers keep mean 0 and variance 1.",
    "selu([-1, 2])   # [-1.111, 2.101]",
    on: [Sample(.normal([3, 4])), Sample(.normal([]))],
    means: .each { seluScale * ($0 > 0 ? $0 : seluAlpha * (Glibc.exp($0) - 1)) }
  ) { call in
    try exponentialLinear(call.tensor("x"), alpha: seluAlpha, scale: seluScale)
  }

  /// x times the chance that a normal draw is below x.
  public static let gelu: OpSpec = .composite(
    "gelu", [.tensor("x")], "x times the chance that a normal draw is below x.", "gelu([-1, 2])   # [-0.1587, 1.954]",
    on: [Sample(.normal([3, 4])), Sample(.normal([]))],
    means: .each { 0.5 * $0 * erfc(-$0 / 2.0.squareRoot()) }
  ) { call in
    let x = try call.tensor("x")
    return try x * (Op.erf(x * 0.5.squareRoot()) + 1) * 0.5
  }

  // The fixed point of mean 0 and variance 1 (Klambauer et al., 2017).
  private static let seluAlpha = 1.6732632423543772
  private static let seluScale = 1.0507009873554805

  private static func exponentialLinear(_ x: Tensor, alpha: Double, scale: Double) throws -> Tensor {
    let zero = try x.graph.scalar(0, x.dtype)
    // The branch not taken must stay finite: its infinity would become NaN in the derivative.
    let below = try Op.expm1(Op.minimum(x, zero)) * (alpha * scale)
    return try Op.choose(Op.greater(x, zero), scale == 1 ? x : x * scale, below)
  }
}
