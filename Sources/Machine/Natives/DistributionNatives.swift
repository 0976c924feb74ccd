// Functions over distributions, and integrals.
import Diagnostics
import Graph
import TensorKit

extension Natives {
  static let distributionRows: [NativeRow] = [
    NativeRow(
      "sample", [.init("q"), .init("n", isOptional: true)],
      summary:
        "A draw from a distribution, or `n` draws stacked in front. No derivative flows through a draw to the distribution's "
        + "parameters.",
      example: "sample(Normal(0, 1), 1000)"
    ) { machine, arguments in
      let distribution = try machine.distribution(given(arguments, 0), "sample")
      guard let count = arguments[1] else { return try machine.sample(distribution) }
      let what = Words(en: "the number of draws", es: "el número de sorteos", pt: "o número de sorteios")
      let whole = try machine.whole(count, what: .words(what), argument: 1)
      guard whole >= 0 else {
        throw Fault(.negativeDraws, ["count": "\(whole)"], argument: 1)
      }
      guard whole <= Machine.mostElements else { throw Fault(.tooManyElements, argument: 1) }
      return try machine.sample(distribution, count: whole)
    },
    NativeRow(
      "logp", [.init("q"), .init("x")],
      summary: "The logarithm of the density (or of the chance) of `x` under a distribution, element by element.",
      example: "logp(Normal(0, 1), 0)   # -0.918939"
    ) { machine, arguments in
      try machine.distribution(given(arguments, 0), "logp").require("logp", given(arguments, 1), for: "logp")
    },
    NativeRow(
      "entropy", [.init("q")],
      summary: "The entropy of a distribution in nats, element by element: the mean of -logp(q, x).",
      example: "entropy(Bernoulli(0.5))   # 0.693147"
    ) { machine, arguments in try machine.entropy(machine.distribution(given(arguments, 0), "entropy")) },
    NativeRow(
      "kl", [.init("p"), .init("q")],
      summary:
        "The Kullback–Leibler divergence KL(p ‖ q), element by element: the mean of logp(p, x) - logp(q, x) over draws of `p`. "
        + "In closed form where there is one, else by quadrature.",
      example: "kl(Normal(1, 2), Normal(0, 1))   # 1.30685"
    ) { machine, arguments in
      try machine.divergence(
        machine.distribution(given(arguments, 0), "kl"), machine.distribution(given(arguments, 1), "kl", argument: 1))
    },
    NativeRow(
      "expect", [.init("q"), .init("f"), .init("samples", isOptional: true)],
      summary:
        "The mean of `f(x)` over draws x of a distribution. Exact where the draw has finitely many values, by quadrature in up "
        + "to three dimensions, else the mean over `samples` draws (10000). Derivatives reach the distribution's parameters.",
      example: "expect(Normal(0, 2), z -> z^2)   # 4"
    ) { machine, arguments in
      let distribution = try machine.distribution(given(arguments, 0), "expect")
      var count = 10_000
      if let samples = arguments[2] {
        let what = Words(en: "the number of draws", es: "el número de sorteos", pt: "o número de sorteios")
        count = try machine.whole(samples, what: .words(what), argument: 2)
        guard count > 0 else { throw Fault(.negativeDraws, ["count": "\(count)"], argument: 2) }
        guard count <= Machine.mostElements else { throw Fault(.tooManyElements, argument: 2) }
      }
      return try machine.expectation(distribution, given(arguments, 1), samples: count)
    },
    NativeRow(
      "integrate", [.init("f"), .init("limits", isRepeated: true)],
      summary:
        "The integral of `f` from a to b, which may be infinite, or of a function of two or three numbers over pairs of limits: "
        + "`integrate((x, y) -> x * y, (0, 1), (0, 2))`. Derivatives flow through `f` and through the limits.",
      example: "integrate(x -> exp(-x^2), -inf, inf)   # 1.77245"
    ) { machine, arguments in
      guard case .tuple(let limits) = given(arguments, 1) else { return .nothing }
      return try machine.integrate(given(arguments, 0), limits.elements)
    },
    NativeRow(
      "mixture", [.init("parts", isRepeated: true), .init("weights", isOptional: true)],
      summary:
        "The distribution of draws from one of several others, chosen anew for every draw with chances `weights`.",
      example: "mixture(Normal(-2, 1), Normal(2, 1), weights: [0.3, 0.7])"
    ) { machine, arguments in
      guard case .tuple(let parts) = given(arguments, 0) else { return .nothing }
      return try machine.mixture(parts.elements, weights: arguments[1])
    },
  ]

  /// What the library's distributions are made with.
  static let distributionOwnRows: [NativeRow] = [
    NativeRow(
      "_parameters", [.init("family"), .init("shape"), .init("values", isRepeated: true)],
      summary: "What the distributions of the library do with their parameters: checked and stretched to one shape.",
      example: "_parameters(\"Normal\", (3, 4), 0, 1)"
    ) { machine, arguments in
      guard case .text(let family) = given(arguments, 0), case .tuple(let values) = given(arguments, 2) else {
        return .nothing
      }
      return try machine.parameters(of: family.string, shape: given(arguments, 1), values.elements)
    },
    NativeRow(
      "_covariance", [.init("mean"), .init("cov"), .init("shape")],
      summary: "What the normal distribution of a vector does with its parameters: checked and brought to one shape.",
      example: "_covariance([0, 0], [[1, 0], [0, 1]], ())"
    ) { machine, arguments in
      try machine.covariance(given(arguments, 0), given(arguments, 1), shape: given(arguments, 2))
    },
  ]
}
