// The whole catalogue: first and second derivatives, forward and backward, against differences of the values.
import AulaCore
import Testing

@Suite("Catalogue derivatives") struct CatalogueDerivativeTests {
  static let smooth = Catalogue.rows.filter { $0.differentiability == .any || $0.differentiability == .first }
  static let twice = Catalogue.rows.filter { $0.differentiability == .any }

  @Test("first derivatives agree with differences", arguments: smooth) func first(_ row: OpSpec) throws {
    for trial in row.trials {
      guard let probe = Probe(trial) else { continue }
      let graph = testGraph()
      let x = try graph.tensor(probe.start)
      let analytic = try gradient(of: { try probe.value($0) }, at: x).value().doubles
      let numeric = try probe.start.indices.map { index in
        try slope { step in
          var moved = probe.start
          moved[index] += step
          let graph = testGraph()
          return try probe.value(graph.tensor(moved)).number()
        }
      }
      #expect(
        close(analytic, numeric),
        "\(row.name) \(trial.sample): \(analytic.prefix(9)), by differences \(numeric.prefix(9))")
    }
  }

  @Test("forward mode agrees with reverse mode", arguments: smooth) func forward(_ row: OpSpec) throws {
    for trial in row.trials {
      guard let probe = Probe(trial) else { continue }
      let graph = testGraph()
      var numbers = TestNumbers(seed: 5)
      let direction = probe.start.map { _ in numbers.normal() }
      let x = try graph.tensor(probe.start)
      let product = try jacobianVectorProduct(of: { try probe.value($0) }, at: x, graph.tensor(direction)).product
        .number()
      // A graph of its own, so that both sides draw the same numbers.
      let analytic = try gradient(of: { try probe.value($0) }, at: testGraph().tensor(probe.start)).value().doubles
      let expected = zip(analytic, direction).reduce(0) { $0 + $1.0 * $1.1 }
      #expect(close([product], [expected]), "\(row.name) \(trial.sample): \(product) forward, \(expected) backward")
    }
  }

  @Test("second derivatives agree with differences", arguments: twice) func second(_ row: OpSpec) throws {
    for trial in row.trials {
      guard let probe = Probe(trial) else { continue }
      let graph = testGraph()
      var numbers = TestNumbers(seed: 6)
      let direction = probe.start.map { _ in numbers.normal() }
      let analytic = try hessianVectorProduct(
        of: { try probe.value($0) }, at: graph.tensor(probe.start), graph.tensor(direction)
      ).value().doubles
      let numeric = try probe.start.indices.map { index in
        try slope { step in
          let moved = zip(probe.start, direction).map { $0 + step * $1 }
          let graph = testGraph()
          return try gradient(of: { try probe.value($0) }, at: graph.tensor(moved)).value().doubles[index]
        }
      }
      #expect(
        close(analytic, numeric),
        "\(row.name) \(trial.sample): \(analytic.prefix(9)), by differences \(numeric.prefix(9))")
    }
  }

  @Test("what has no derivative says why", arguments: Catalogue.rows) func reasons(_ row: OpSpec) throws {
    switch row.differentiability {
    case .any, .first: return
    case .flat(let reason), .none(let reason): #expect(reason.count > 10, "\(row.name) gives a reason")
    }
  }

  private func close(_ a: [Double], _ b: [Double]) -> Bool {
    let scale = b.filter(\.isFinite).map { abs($0) }.max() ?? 1
    return agree(a, b, relative: 1e-5, absolute: 1e-7 * max(1, scale))
  }

  /// The slope at 0, by central differences at two steps and Richardson's extrapolation.
  private func slope(_ f: (Double) throws -> Double) throws -> Double {
    let step = 1e-3
    let wide = (try f(step) - f(-step)) / (2 * step)
    let narrow = (try f(step / 2) - f(-step / 2)) / step
    return (4 * narrow - wide) / 3
  }
}

/// An operator as a function of one long vector: all its floating inputs, with the result weighted and summed.
struct Probe {
  let trial: Trial
  let start: [Double]

  init?(_ trial: Trial) {
    self.trial = trial
    start = trial.inputs.filter(\.isFloating).flatMap(\.values)
    if start.isEmpty || start.contains(where: { !$0.isFinite }) { return nil }
  }

  func value(_ x: Tensor) throws -> Tensor {
    let graph = x.graph
    var offset = 0
    let tensors = try trial.inputs.map { input in
      guard input.isFloating else { return try graph.tensor(input.array(graph.device)) }
      let count = input.values.count
      let part = try Op.reshape(
        Op.slice(x, starts: [offset], sizes: [count]), shape: Shape(input.dims))
      offset += count
      guard input.isSymmetric else { return part }
      return try (part + Op.transpose(part)) * 0.5
    }
    var numbers = TestNumbers(seed: 9)
    var total = try graph.scalar(0)
    for result in try trial.call(tensors, in: graph) where result.dtype.isFloating {
      let weights = try graph.tensor((0..<result.shape.count).map { _ in numbers.normal() }, shape: result.shape)
      total = try total + Op.sum(result * weights)
    }
    return total
  }
}
