// What Monte Carlo gives: a mean over draws that remembers how far each draw pulled it.
import Diagnostics
import Graph
import TensorKit

/// Draws that were made together. Estimates from the same draws are put together draw by draw, from others as independent.
package struct DrawSet {
  /// One call that drew.
  package final class Origin {}
  /// How many draws there are.
  package let count: Int
  /// The calls whose draws these are: several, where as many independent draws were paired.
  private let origins: [ObjectIdentifier: Origin]

  package init(count: Int) {
    self.init(count: count, origins: [Origin()])
  }

  private init(count: Int, origins: some Sequence<Origin>) {
    self.count = count
    self.origins = Dictionary(origins.map { (ObjectIdentifier($0), $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Whether some draws belong to both.
  func meets(_ other: DrawSet) -> Bool {
    let (fewer, more) = origins.count < other.origins.count ? (origins, other.origins) : (other.origins, origins)
    return fewer.keys.contains { more[$0] != nil }
  }

  /// The draws of both, paired one by one; both are equally many.
  func joined(with other: DrawSet) -> DrawSet {
    DrawSet(count: count, origins: origins.merging(other.origins) { first, _ in first }.values)
  }
}

/// The mean of something random over draws, with its error. It stands for the expectation, not for what is random: `exp(m)` is exp of
/// the mean, and the error is carried along by the derivative.
package final class Estimate: HostObject {
  /// How far each draw of a set pulls the mean, around 0: the draws are a first axis in front of the mean's.
  struct Part {
    let draws: DrawSet
    let pull: TensorValue
  }
  private enum Source {
    /// The mean of these samples itself: the pulls are their distances from it.
    case samples(TensorValue, DrawSet)
    case parts([Part])
  }

  /// The mean. Derivatives flow through it.
  package let mean: TensorValue
  /// One standard error of the mean, in double precision.
  package let error: TensorValue
  private let source: Source

  private init(mean: TensorValue, error: TensorValue, source: Source) {
    (self.mean, self.error, self.source) = (mean, error, source)
    super.init(holding: EmptyCollection<Value>())
  }

  /// An estimate out of how far the draws of some sets pull a mean.
  convenience init(mean: Tensor, parts: [(draws: DrawSet, pull: Tensor)]) throws {
    let variance = try Estimate.variance(parts, of: mean)
    self.init(
      mean: TensorValue(mean), error: TensorValue(try Op.sqrt(variance)),
      source: .parts(parts.map { Part(draws: $0.draws, pull: TensorValue($0.pull)) }))
  }

  /// The mean of samples, of which the first axis counts the draws.
  private convenience init(samples: Tensor, _ draws: DrawSet) throws {
    let mean = try Estimate.mean(of: samples)
    let variance = try Estimate.variance([(draws, samples - mean)], of: mean)
    self.init(
      mean: TensorValue(mean), error: TensorValue(try Op.sqrt(variance)),
      source: .samples(TensorValue(samples), draws))
  }

  /// The mean along the first axis. It is taken of distances to the first draw, so that draws that are all equal have exactly their
  /// value as mean.
  private static func mean(of samples: Tensor) throws -> Tensor {
    let graph = samples.graph
    let shape = Shape(Array(samples.shape.dims.dropFirst()))
    let sizes = [1] + shape.dims
    let starts = [Double](repeating: 0, count: sizes.count)
    let row = try graph.record(
      Op.slice, [samples], attributes: sizes + [Int](repeating: 1, count: sizes.count), numbers: starts)
    let first = try stopGradient(graph.reshape(row, to: shape))
    let anchor = try Op.choose(Op.isFinite(first), first, zeros(like: first))
    return try anchor + Op.mean(samples - anchor, axis: 0)
  }

  /// The square of the error: the sets are independent of each other.
  private static func variance(_ parts: [(draws: DrawSet, pull: Tensor)], of mean: Tensor) throws -> Tensor {
    var total: Tensor?
    for (draws, pull) in parts {
      let n = Double(draws.count)
      let part = try Op.sum(Op.square(mean.graph.convert(pull, to: .float64)), axis: 0) / (n * (n - 1))
      total = try total.map { try $0 + part } ?? part
    }
    return try total ?? mean.graph.full(0, mean.shape, .float64)
  }

  // MARK: Making one

  /// The mean of samples with its error; the first axis counts the draws.
  package static func make(samples: Tensor, in machine: Machine) throws -> Value {
    try make(of: .tensor(TensorValue(samples)), in: machine)
  }

  /// The means of samples with their errors: of a tensor, or of each tensor in a tuple; those of one call come from the same draws.
  package static func make(of samples: Value, in machine: Machine) throws -> Value {
    var call = Call()
    let result = try machine.recording { try make(of: samples, &call, in: machine) }
    try machine.finish(result)
    return result
  }

  /// What one call has made so far: the set of its draws, and its tuples, which may share parts so often that making each anew would
  /// not end.
  private struct Call {
    var draws: DrawSet?
    var tuples: [ObjectIdentifier: Value] = [:]
  }

  private static func make(of value: Value, _ call: inout Call, in machine: Machine) throws -> Value {
    if case .tuple(let tuple) = value {
      if let known = call.tuples[ObjectIdentifier(tuple)] { return known }
      var elements: [Value] = []
      for element in tuple.elements { elements.append(try make(of: element, &call, in: machine)) }
      let made = Value.tuple(Tuple(elements, labels: tuple.labels))
      call.tuples[ObjectIdentifier(tuple)] = made
      return made
    }
    // An expectation of expectations: what the draws inside pull comes to what the draws outside do.
    let inner = try value.estimate.map { try machine.throughEstimates([.host($0)]) { try machine.meanOfDraws($0[0]) } }
    var samples = try inner == nil ? machine.tensor(value) : value.estimate?.mean.tensor(in: machine.graph)
    guard let count = samples?.shape.dims.first, count >= 2, let found = samples else {
      throw Fault(.tooFewSamples, ["shape": .text("\(samples?.shape ?? .scalar)")], argument: 0)
    }
    if let known = call.draws, known.count != count {
      throw Fault(.drawsDiffer, ["first": "\(known.count)", "other": "\(count)"], argument: 0)
    }
    let set = call.draws ?? machine.replayedDraws?.set(count, machine.graph.random) ?? DrawSet(count: count)
    call.draws = set
    if !found.dtype.isFloating {
      // How often something is true is the estimate of a probability.
      samples = try machine.graph.convert(found, to: found.dtype == .bool ? .float32 : .float64)
    }
    let outer = try Estimate(samples: samples ?? found, set)
    guard case .host(let object)? = inner, let within = object as? Estimate else { return .host(outer) }
    let parts = try within.parts(in: machine.graph) + outer.parts(in: machine.graph)
    return .host(try Estimate(mean: within.mean.tensor(in: machine.graph), parts: parts))
  }

  // MARK: Reading it

  /// How far each draw of each set pulls the mean.
  func parts(in graph: Graph) throws -> [(draws: DrawSet, pull: Tensor)] {
    switch source {
    case .samples(let samples, let draws): [(draws, try samples.tensor(in: graph) - mean.tensor(in: graph))]
    case .parts(let parts): try parts.map { ($0.draws, try $0.pull.tensor(in: graph)) }
    }
  }

  /// The same, through which no derivative flows.
  func withoutDerivatives(in graph: Graph) throws -> Estimate {
    try Estimate(
      mean: stopGradient(mean.tensor(in: graph)),
      parts: parts(in: graph).map { (draws: $0.draws, pull: try stopGradient($0.pull)) })
  }

  /// The sets of draws it comes from.
  var sets: [DrawSet] {
    switch source {
    case .samples(_, let draws): [draws]
    case .parts(let parts): parts.map(\.draws)
    }
  }

  /// How many draws it was made of; of several sets the smallest one's.
  package var count: Int { sets.map(\.count).min() ?? 0 }

  /// The samples it is the mean of. After operators: what they would be if the operators were straight lines.
  package func samples(in machine: Machine) throws -> TensorValue {
    guard case .parts(let parts) = source else {
      if case .samples(let samples, _) = source { return samples }
      return mean
    }
    for part in parts where part.draws.count != parts[0].draws.count {
      throw Fault(
        .drawsDiffer, ["first": "\(parts[0].draws.count)", "other": "\(part.draws.count)"], argument: 0)
    }
    var samples = try mean.tensor(in: machine.graph)
    for part in parts { samples = try samples + part.pull.tensor(in: machine.graph) }
    return TensorValue(samples)
  }

  package override var kind: Words { Words(en: "an estimate", es: "una estimación", pt: "uma estimativa") }
  package override var byteSize: Int { 256 + 64 * sets.count }
  package override var sort: (shape: Shape, dtype: DType)? { (mean.shape, mean.dtype) }
  package override var isNumeric: Bool { true }

  package override var held: [Value] {
    switch source {
    case .samples(let samples, _): [.tensor(mean), .tensor(error), .tensor(samples)]
    case .parts(let parts): [.tensor(mean), .tensor(error)] + parts.map { .tensor($0.pull) }
    }
  }

  package override func tensor(in machine: Machine) throws -> Tensor? { try mean.tensor(in: machine.graph) }

  package override var memberNames: [String] {
    ["value", "error", "samples", "count", "shape", "rank", "precision", "T"]
  }

  package override func member(_ name: String, in machine: Machine) throws -> Value? {
    switch name {
    case "value":
      if mean.dtype == .float64, let number = machine.plainNumber(.tensor(mean)) { return .number(number) }
      return .tensor(mean)
    case "error":
      let error = try machine.graph.convert(error.tensor(in: machine.graph), to: mean.dtype)
      return .tensor(TensorValue(error))
    case "samples": return .tensor(try samples(in: machine))
    case "count": return .number(Double(count))
    case "shape": return Machine.shapeValue(mean.shape)
    case "rank": return .number(Double(mean.shape.rank))
    case "precision": return .text(Text(mean.dtype.description))
    case "T":
      return try machine.throughEstimates([.host(self)]) { try machine.member($0[0], name) }
    default: return nil
    }
  }

  override func text(_ page: Page, column: Int) throws -> String {
    let (means, errors) = (try mean.look(), try error.look())
    let isSingle = means.dtype == .float32
    return try page.tensorText(
      Elements(
        shape: means.shape, dtype: means.dtype, read: { means.number(at: $0) },
        write: { place, page in
          try page.estimate(means.number(at: place), errors.number(at: place), isSingle: isSingle)
        }), column: column)
  }
}

extension Value {
  /// The estimate that a value is, if it is one.
  package var estimate: Estimate? {
    guard case .host(let object) = self else { return nil }
    return object as? Estimate
  }
}
