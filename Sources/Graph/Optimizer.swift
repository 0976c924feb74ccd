// Optimizers: one row each. A row says how one parameter moves; everything else is shared.
import TensorKit

/// One kind of optimizer: its settings and the rule by which a parameter moves.
public final class OptimizerSpec: Sendable {
  /// The name in the language.
  public let name: String
  /// One sentence on what it does.
  public let summary: String
  /// The settings, with what they are when left out; nil when they must be given.
  public let settings: [(name: String, standard: Double?)]
  /// How many moments it keeps for each parameter; they begin at zero.
  public let momentCount: Int
  let rule: @Sendable (Move) throws -> (value: Tensor, moments: [Tensor])

  init(
    _ name: String, _ summary: String, settings: [(name: String, standard: Double?)], moments: Int,
    rule: @escaping @Sendable (Move) throws -> (value: Tensor, moments: [Tensor])
  ) {
    self.name = name
    self.summary = summary
    self.settings = settings
    momentCount = moments
    self.rule = rule
  }
}

/// What a rule is given: one parameter's value, gradient and moments, which step this is, and the settings.
struct Move {
  let value: Tensor
  let gradient: Tensor
  let moments: [Tensor]
  let step: Int
  private let settings: [String: Double]

  init(value: Tensor, gradient: Tensor, moments: [Tensor], step: Int, settings: [String: Double]) {
    self.value = value
    self.gradient = gradient
    self.moments = moments
    self.step = step
    self.settings = settings
  }

  /// A setting as a number; rules read it where it decides what is recorded.
  func number(_ name: String) -> Double { settings[name] ?? 0 }
}

/// An optimizer with its settings: a recipe. What it remembers is kept elsewhere, in `Moments`.
public struct Optimizer: Sendable {
  /// The kind.
  public let spec: OptimizerSpec
  /// The settings by name.
  public let settings: [String: Double]

  /// An optimizer of a kind; settings that are left out take their standard values.
  public init(_ spec: OptimizerSpec, _ given: [String: Double] = [:]) throws {
    self.spec = spec
    var settings: [String: Double] = [:]
    for (name, standard) in spec.settings { settings[name] = standard }
    for (name, value) in given.sorted(by: { $0.key < $1.key }) {
      guard spec.settings.contains(where: { $0.name == name }) else {
        throw TensorError.unknownArgument(operation: spec.name, argument: name, known: spec.settings.map(\.name))
      }
      guard value.isFinite, value >= 0 else {
        throw TensorError.option(
          operation: spec.name, argument: name, found: "\(value)", expected: "a number of 0 or more")
      }
      settings[name] = value
    }
    for (name, _) in spec.settings where settings[name] == nil {
      throw TensorError.missingArgument(operation: spec.name, argument: name)
    }
    self.settings = settings
  }

  /// Moves parameters down their gradients, all or none: the values to compute besides, such as the loss, are computed in the same
  /// pass and returned.
  @discardableResult
  public func step(
    _ gradients: [(parameter: Parameter, gradient: Tensor)], moments: Moments, alongside extra: [Tensor] = [],
    in graph: Graph
  ) throws -> [NDArray] {
    let prepared = try prepare(gradients, moments: moments, in: graph)
    let arrays = try graph.compute(extra + prepared.tensors)
    try prepared.commit(arrays.dropFirst(extra.count))
    return Array(arrays.prefix(extra.count))
  }

  /// Records where parameters move and changes nothing: several steps can then be computed together and made together.
  package func prepare(
    _ gradients: [(parameter: Parameter, gradient: Tensor)], moments: Moments, in graph: Graph
  ) throws -> PreparedStep {
    var moves: [PreparedStep.Move] = []
    moves.reserveCapacity(gradients.count)
    for (parameter, gradient) in gradients {
      let value = try parameter.tensor(in: graph)
      guard gradient.shape == value.shape else {
        throw TensorError.shapesDoNotMeet(operation: spec.name, left: gradient.shape, right: value.shape)
      }
      let kept = moments.kept(for: parameter, by: spec)
      let old = try (0..<spec.momentCount).map { index in
        guard let kept, index < kept.arrays.count else { return try graph.full(0, value.shape, value.dtype) }
        return try graph.tensor(kept.arrays[index])
      }
      let move = Move(
        value: value, gradient: try graph.convert(gradient, to: value.dtype), moments: old,
        step: (kept?.steps ?? 0) + 1, settings: settings)
      let (next, nextMoments) = try spec.rule(move)
      moves.append(
        PreparedStep.Move(
          parameter: parameter, next: try graph.convert(next, to: value.dtype),
          moments: try nextMoments.map { try graph.convert($0, to: value.dtype) }))
    }
    return PreparedStep(optimizer: self, memory: moments, moves: moves)
  }

  /// One step down a loss over a model; gives the loss as it was. Ends the trace, so a loop of steps does not grow.
  @discardableResult
  public func descend(
    _ loss: () throws -> Tensor, over model: some ParameterHolder, moments: Moments, in graph: Graph
  ) throws -> Double {
    let (value, gradient) = try valueAndGradient(of: loss, over: model, in: graph)
    let found = Dictionary(
      zip(model.parameters.leaves.map { ObjectIdentifier($0.leaf) }, gradient.leaves.map(\.leaf)),
      uniquingKeysWith: { first, _ in first })
    let pairs = model.distinctParameters.compactMap { entry in
      found[ObjectIdentifier(entry.parameter)].map { (entry.parameter, $0) }
    }
    let result = try step(pairs, moments: moments, alongside: [value], in: graph)
    graph.forget()
    return result.first?.item ?? .nan
  }
}

/// A step that is recorded and not yet made.
package struct PreparedStep {
  struct Move {
    let parameter: Parameter
    let next: Tensor
    let moments: [Tensor]
  }
  package let optimizer: Optimizer
  let memory: Moments
  let moves: [Move]

  /// What has to be computed before the step can be made.
  package var tensors: [Tensor] { moves.flatMap { [$0.next] + $0.moments } }

  /// What moves.
  package var parameters: [Parameter] { moves.map(\.parameter) }

  /// Makes the step with the arrays that belong to `tensors`.
  package func commit(_ arrays: ArraySlice<NDArray>) throws {
    guard arrays.count == moves.reduce(0, { $0 + 1 + $1.moments.count }) else {
      throw TensorError.structure(operation: optimizer.spec.name, reason: "\(arrays.count) arrays do not fit its step")
    }
    var rest = arrays
    for move in moves {
      if let value = rest.popFirst() { try move.parameter.assign(value) }
      memory.keep(Array(rest.prefix(move.moments.count)), for: move.parameter, by: optimizer.spec)
      rest = rest.dropFirst(move.moments.count)
    }
  }
}

/// What optimizers remember of parameters: moments and how many steps were made.
public final class Moments {
  private struct Entry {
    // A parameter that nothing else holds is gone, and so is what was remembered of it.
    weak var parameter: Parameter?
    let spec: OptimizerSpec
    let arrays: [NDArray]
    let steps: Int
  }
  private var entries: [ObjectIdentifier: Entry] = [:]
  /// How many entries there may be before those of parameters that are gone are taken away.
  private var tidyCount = 16

  /// Nothing remembered yet.
  public init() {}

  private init(_ entries: [ObjectIdentifier: Entry]) { self.entries = entries }

  /// The same memory, which then goes its own way. Costs nothing: arrays are shared.
  package func copy() -> Moments { Moments(entries) }

  private func entry(of parameter: Parameter) -> Entry? {
    // A new parameter may lie where one lay that is gone.
    guard let entry = entries[ObjectIdentifier(parameter)], entry.parameter === parameter else { return nil }
    return entry
  }

  /// What an optimizer of this kind remembers; what another kind remembered means nothing to it.
  func kept(for parameter: Parameter, by spec: OptimizerSpec) -> (arrays: [NDArray], steps: Int)? {
    guard let entry = entry(of: parameter), entry.spec === spec else { return nil }
    return (entry.arrays, entry.steps)
  }

  func keep(_ arrays: [NDArray], for parameter: Parameter, by spec: OptimizerSpec) {
    let steps = (kept(for: parameter, by: spec)?.steps ?? 0) + 1
    entries[ObjectIdentifier(parameter)] = Entry(parameter: parameter, spec: spec, arrays: arrays, steps: steps)
    if entries.count > tidyCount {
      entries = entries.filter { $0.value.parameter != nil }
      tidyCount = max(16, entries.count * 2)
    }
  }

  /// The bytes of everything remembered.
  package var byteCount: Int {
    entries.values.reduce(0) { $0 + $1.arrays.reduce(0) { $0 + $1.count * $1.dtype.size } }
  }

  /// How many steps a parameter has made.
  public func steps(of parameter: Parameter) -> Int { entry(of: parameter)?.steps ?? 0 }
}
