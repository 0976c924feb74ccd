// The checker on every operator of the catalogue: what has a derivative must agree, in every order it promises.
import AulaCore
import Testing

struct GradientCheckCatalogueTests {
  static let smooth = Catalogue.rows.filter { $0.differentiability == .any || $0.differentiability == .first }

  @Test(arguments: smooth)
  func everyOperatorAgrees(_ row: OpSpec) throws {
    for trial in row.trials {
      let floating = trial.inputs.indices.filter { trial.inputs[$0].isFloating }
      guard !floating.isEmpty else { continue }
      for order in row.differentiability == .any ? [1, 2] : [1] {
        let graph = testGraph()
        let tensors = try trial.tensors(in: graph)
        let report = try checkGradient(
          of: { moved in
            var all = tensors
            for (place, tensor) in zip(floating, moved) {
              // Matrices that have to be symmetric stay so while their elements move.
              all[place] = trial.inputs[place].isSymmetric ? try (tensor + Op.transpose(tensor)) * 0.5 : tensor
            }
            var numbers = TestNumbers(seed: 9)
            var sum = try graph.scalar(0)
            for result in try trial.call(all, in: graph) where result.dtype.isFloating {
              let weights = (0..<result.shape.count).map { _ in numbers.normal() }
              sum = try sum + total(result * graph.tensor(weights, shape: result.shape))
            }
            return sum
          }, at: floating.map { ("input \($0)", tensors[$0]) }, options: GradientCheckOptions(order: order))
        // Beyond the edge of a domain there is nothing to compare: a negative number to a power that moves, say.
        let isOutside =
          report.verdict == .kink
          && report.entries.allSatisfy { $0.verdict == .agrees || $0.largestAbsolute?.analytic.isNaN == true }
        if isOutside || !report.value.isFinite { break }
        #expect(report.verdict == .agrees, "\(row.name) \(trial.sample), order \(order)\n\(report)")
      }
    }
  }
}
