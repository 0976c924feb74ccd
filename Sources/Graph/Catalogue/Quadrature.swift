// Rows: the nodes and weights of Gauss's quadrature rules.
import TensorKit

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

extension Op {
  static let quadratureRows: [OpSpec] = [gaussHermite, gaussLegendre]

  // The integral of an even power xᵏ against exp(−x²) is Γ((k + 1) / 2).
  /// Nodes and weights that integrate a function against exp(−x²) over the whole line.
  public static let gaussHermite: OpSpec = rule(
    "gauss_hermite", "Nodes and weights that integrate a function against exp(−x²) over the whole line.",
    "let (x, w) = gauss_hermite(20)\nsum(w * x^2)   # 0.886227", limit: .infinity,
    moment: { tgamma(Double($0 + 1) / 2) },
    nodes: QuadratureNodes.gaussHermite)

  /// Nodes and weights that integrate a function from −1 to 1.
  public static let gaussLegendre: OpSpec = rule(
    "gauss_legendre", "Nodes and weights that integrate a function from −1 to 1.",
    "let (x, w) = gauss_legendre(20)\nsum(w * exp(x))   # 2.350402", limit: 1, moment: { 2 / Double($0 + 1) },
    nodes: QuadratureNodes.gaussLegendre)

  /// The row of a rule. `limit` bounds its nodes, and `moment` is the integral of an even power.
  private static func rule(
    _ name: String, _ summary: String, _ example: String, limit: Double, moment: @escaping @Sendable (Int) -> Double,
    nodes: @escaping @Sendable (Int) -> QuadratureNodes?
  ) -> OpSpec {
    OpSpec(
      name, [.option("n", .int)], results: ["nodes", "weights"], summary: summary, example: example,
      behaviour: .composite { call in
        let n = try call.int("n")
        guard let rule = nodes(n) else {
          throw TensorError.option(
            operation: name, argument: "n", found: "\(n)",
            expected: "between \(QuadratureNodes.counts.lowerBound) and \(QuadratureNodes.counts.upperBound)")
        }
        return [try call.graph.tensor(rule.nodes), try call.graph.tensor(rule.weights)]
      },
      differentiability: .flat(reason: "it has no operands"),
      samples: [1, 2, 5, 20, 256].map { Sample(options: ["n": .int($0)]) },
      rejects: [0, -3, 257, Int.max].map { Sample(options: ["n": .int($0)]) } + [Sample(options: ["n": .number(2.5)])],
      definition: .property { call, results in
        let n = call.int("n")
        guard results.count == 2, results.allSatisfy({ $0.dims == [n] }) else { return false }
        let (nodes, weights) = (results[0].values, results[1].values)
        let ascends = zip(nodes, nodes.dropFirst()).allSatisfy { $0 < $1 }
        guard ascends, nodes.allSatisfy({ Swift.abs($0) < limit }), weights.allSatisfy({ $0 >= 0 }) else {
          return false
        }
        // A rule with n nodes is exact for powers below 2n; the odd ones vanish.
        return (0..<Swift.min(2 * n, 40)).allSatisfy { power in
          let sum = zip(nodes, weights).reduce(0) { $0 + pow($1.0, Double(power)) * $1.1 }
          let size = zip(nodes, weights).reduce(0) { $0 + pow(Swift.abs($1.0), Double(power)) * $1.1 }
          return Swift.abs(sum - (power % 2 == 0 ? moment(power) : 0)) <= 1e-12 * size
        }
      })
  }
}
