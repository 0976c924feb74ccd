// Operators over estimates: the value from the means, and the error by how the value moves with each of them.
import Diagnostics
import Graph
import TensorKit

extension Machine {
  /// What `body` makes of the means, with the errors carried along: each draw moves the result as the derivative says. Of the operands,
  /// and of the elements of tuples among them, those that are estimates come to the body as tensors.
  ///
  /// `pairs` says that draws of different sets may be put together one by one, where they are equally many: a list of many estimates
  /// then needs as much memory as it has elements, and not as much as it has elements times sets.
  package func throughEstimates(
    _ operands: [Value], pairs: Bool = false, _ body: ([Value]) throws -> Value
  ) throws -> Value {
    let result = try recording {
      var carrier = ErrorCarrier(self, pairs: pairs)
      let replaced = try operands.map { try carrier.replaced($0) }
      return try carrier.carried(body(replaced))
    }
    try finish(result)
    return result
  }

  /// Computes what estimates in a value remember, unless a derivative is being recorded: a step of learning needs only the mean.
  func finish(_ value: Value) throws {
    guard traceDepth == 0 else { return }
    let pending = ObjectTable.pendingTensors(in: [value])
    try compute(pending)
    let bytes = pending.reduce(0) {
      $0.addingReportingOverflow($1.shape.count.multipliedReportingOverflow(by: $1.dtype.size).partialValue)
        .partialValue
    }
    newTensorBytes &+= bytes
    recordedBytes &+= bytes
    if newTensorBytes > 64 << 20 || recordedBytes > 64 << 20 || graph.recordedCount > 4_096 { hurry() }
  }

  /// The value as a tensor, where an estimate counts as its mean: in losses, in what parameters are set to, where derivatives are taken.
  func tensorOrMean(_ value: Value) throws -> Tensor? {
    if case .host(let object) = value { return try object.tensor(in: self) }
    return try tensorIfAny(value)
  }

  /// The mean over the first axis.
  func meanOfDraws(_ value: Value) throws -> Value {
    try callRow(Op.mean, [PassedArgument(value), PassedArgument(.number(0), label: "axis")])
  }

  /// Refuses an estimate or an undecided comparison where something else is needed, and says how to get it.
  func refuseEstimate(_ value: Value, argument: Int? = nil) throws {
    guard case .host(let object) = value else { return }
    if object is Estimate { throw Fault(.estimateForNumber, argument: argument) }
    if let undecided = object as? Undecided { throw undecided.fault(argument: argument) }
  }

  /// A row of the catalogue over estimates.
  func callRow(_ row: OpSpec, estimates arguments: [PassedArgument]) throws -> Value {
    let binding = try RowBinding(row, arguments)
    for (parameter, numbers) in zip(row.parameters, binding.arguments) {
      for number in numbers where arguments[number].value.holdsEstimate {
        switch parameter.kind {
        case .tensor where parameter.name != "indices", .tensors: continue
        default: throw Fault(.estimateForNumber, argument: number)
        }
      }
    }
    switch row.differentiability {
    case .any, .first: break
    case .flat, .none:
      let number = arguments.firstIndex { $0.value.holdsEstimate }
      throw Fault(.estimateThroughJump, ["op": .text(row.name)], argument: number)
    }
    return try throughEstimates(arguments.map(\.value), pairs: row === Op.concatenate || row === Op.stack) { values in
      try callRow(row, zip(values, arguments).map { PassedArgument($0, label: $1.label) })
    }
  }
}

extension Value {
  /// Whether it is an estimate, or a tuple with one.
  var holdsEstimate: Bool {
    switch self {
    case .host: estimate != nil
    case .tuple(let tuple): tuple.elements.contains { $0.estimate != nil }
    default: false
    }
  }
}

/// Puts means in the place of estimates, and carries the errors to what is made of the means.
struct ErrorCarrier {
  private let machine: Machine
  private let pairs: Bool
  private var sources: [Tensor] = []
  private var estimates: [Estimate] = []

  init(_ machine: Machine, pairs: Bool) {
    self.machine = machine
    self.pairs = pairs
  }

  /// A value with means in place of the estimates in it; the same estimate has the same mean everywhere.
  mutating func replaced(_ value: Value) throws -> Value {
    if case .tuple(let tuple) = value, value.holdsEstimate {
      var elements: [Value] = []
      for element in tuple.elements { elements.append(element.estimate == nil ? element : try replaced(element)) }
      return .tuple(Tuple(elements, labels: tuple.labels))
    }
    guard let estimate = value.estimate else { return value }
    if let index = estimates.firstIndex(where: { $0 === estimate }) { return .tensor(TensorValue(sources[index])) }
    let source = try variable(estimate.mean.tensor(in: machine.graph))
    estimates.append(estimate)
    sources.append(source)
    return .tensor(TensorValue(source))
  }

  /// A value made of the means, in which what depends on them is an estimate again.
  func carried(_ value: Value) throws -> Value {
    switch value {
    case .tuple(let tuple): return .tuple(Tuple(try tuple.elements.map { try carried($0) }, labels: tuple.labels))
    case .tensor(let tensor) where tensor.dtype.isFloating:
      let mean = try tensor.tensor(in: machine.graph)
      let parts = try parts(of: mean, besides: [])
      return parts.isEmpty ? value : .host(try Estimate(mean: mean, parts: parts))
    case .host(let object):
      guard let estimate = object as? Estimate else { return value }
      let mean = try estimate.mean.tensor(in: machine.graph)
      return .host(try Estimate(mean: mean, parts: parts(of: mean, besides: estimate.parts(in: machine.graph))))
    default: return value
    }
  }

  /// How far the draws pull a result.
  private func parts(
    of result: Tensor, besides own: [(draws: DrawSet, pull: Tensor)]
  ) throws -> [(draws: DrawSet, pull: Tensor)] {
    var groups = DrawGroups()
    for (draws, pull) in own { groups.add(draws, pull, of: -1) }
    let slopes = try Slopes(of: result, by: sources)
    for (index, estimate) in estimates.enumerated() where slopes.depends(on: index) {
      for (draws, pull) in try estimate.parts(in: machine.graph) { groups.add(draws, pull, of: index) }
    }
    groups.pairSets(always: pairs)
    return try groups.all.map { group in
      let moves = group.pulls.filter { $0.source >= 0 }
      var pull = try slopes.pull(moves.map { ($0.source, $0.pull) })
      for (_, known) in group.pulls.filter({ $0.source < 0 }) { pull = try pull.map { try $0 + known } ?? known }
      return (group.draws, try pull ?? zeros(like: result))
    }
  }
}

/// How a result moves with each of the means it was made of.
private struct Slopes {
  private let result: Tensor
  private let cotangent: Tensor
  /// For each mean what a cotangent of the result becomes there; nil where nothing flows.
  private let backward: [Tensor?]

  init(of result: Tensor, by sources: [Tensor]) throws {
    self.result = result
    // Of a single number one cotangent tells everything.
    let isSingle = result.shape.count == 1
    cotangent = try isSingle ? result.graph.full(1, result.shape, result.dtype) : variable(zeros(like: result))
    backward = try result.graph.pullback(result, seed: cotangent, to: sources)
  }

  func depends(on source: Int) -> Bool { backward[source] != nil }

  /// How far each draw pulls the result, where it pulls the sources so far.
  func pull(_ pulls: [(source: Int, pull: Tensor)]) throws -> Tensor? {
    guard let count = pulls.first?.pull.shape.dims.first else { return nil }
    let graph = result.graph
    if result.shape.count == 1 {
      var total: Tensor?
      for (source, pull) in pulls {
        guard let slope = backward[source] else { continue }
        let size = slope.shape.count
        let part =
          size == 1
          ? try graph.reshape(pull, to: [count]) * graph.reshape(slope, to: .scalar)
          : try Op.matmul(graph.reshape(pull, to: [count, size]), graph.reshape(slope, to: [size]))
        total = try total.map { try $0 + part } ?? part
      }
      return try total.map {
        try graph.reshape(graph.convert($0, to: result.dtype), to: Shape([count] + result.shape.dims))
      }
    }
    return try map(
      { rows in
        var total: Tensor?
        for (row, (source, _)) in zip(rows, pulls) {
          guard let product = backward[source] else { continue }
          let seed = try graph.convert(row, to: product.dtype)
          guard let part = try graph.pullback(product, seed: seed, to: [cotangent])[0] else { continue }
          total = try total.map { try $0 + part } ?? part
        }
        return try total ?? zeros(like: result)
      }, over: pulls.map(\.pull))
  }
}

/// How far draws pull, gathered by sets that have draws in common.
struct DrawGroups {
  struct Group {
    var draws: DrawSet
    /// What is pulled, by a number that the caller knows, and how far.
    var pulls: [(source: Int, pull: Tensor)]
  }
  private(set) var all: [Group] = []

  /// Beyond so many sets, as many draws of independent ones are paired: a sum of a thousand estimates stays quick.
  private static let mostSets = 16

  mutating func add(_ draws: DrawSet, _ pull: Tensor, of source: Int) {
    var merged = Group(draws: draws, pulls: [(source, pull)])
    for group in all where group.draws.meets(draws) { merged = DrawGroups.merged(group, merged) }
    all.removeAll { $0.draws.meets(draws) }
    all.append(merged)
  }

  /// Pairs the draws of sets that are equally many.
  mutating func pairSets(always: Bool) {
    guard always || all.count > DrawGroups.mostSets else { return }
    var paired: [Group] = []
    for group in all {
      if let index = paired.firstIndex(where: { $0.draws.count == group.draws.count }) {
        paired[index] = DrawGroups.merged(paired[index], group)
      } else {
        paired.append(group)
      }
    }
    all = paired
  }

  private static func merged(_ a: Group, _ b: Group) -> Group {
    Group(draws: a.draws.joined(with: b.draws), pulls: a.pulls + b.pulls)
  }
}
