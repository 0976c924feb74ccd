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
    var wanted = extra
    for (parameter, gradient) in gradients {
      let value = try parameter.tensor(in: graph)
      guard gradient.shape == value.shape else {
        throw TensorError.shapesDoNotMeet(operation: spec.name, left: gradient.shape, right: value.shape)
      }
      let kept = moments.kept(for: parameter)
      let old = try (0..<spec.momentCount).map { index in
        guard let kept, index < kept.arrays.count else { return try graph.full(0, value.shape, value.dtype) }
        return try graph.tensor(kept.arrays[index])
      }
      let move = Move(
        value: value, gradient: try graph.convert(gradient, to: value.dtype), moments: old,
        step: (kept?.steps ?? 0) + 1, settings: settings)
      let (next, nextMoments) = try spec.rule(move)
      wanted.append(try graph.convert(next, to: value.dtype))
      wanted += try nextMoments.map { try graph.convert($0, to: value.dtype) }
    }
    let arrays = try graph.compute(wanted)
    var index = extra.count
    for (parameter, _) in gradients {
      try parameter.assign(arrays[index])
      moments.keep(Array(arrays[(index + 1)..<(index + 1 + spec.momentCount)]), for: parameter)
      index += 1 + spec.momentCount
    }
    return Array(arrays.prefix(extra.count))
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

/// What optimizers remember of parameters: moments and how many steps were made.
public final class Moments {
  private var entries: [ObjectIdentifier: (parameter: Parameter, arrays: [NDArray], steps: Int)] = [:]

  /// Nothing remembered yet.
  public init() {}

  func kept(for parameter: Parameter) -> (arrays: [NDArray], steps: Int)? {
    entries[ObjectIdentifier(parameter)].map { ($0.arrays, $0.steps) }
  }

  func keep(_ arrays: [NDArray], for parameter: Parameter) {
    let key = ObjectIdentifier(parameter)
    entries[key] = (parameter, arrays, (entries[key]?.steps ?? 0) + 1)
  }

  /// How many steps a parameter has made.
  public func steps(of parameter: Parameter) -> Int { kept(for: parameter)?.steps ?? 0 }
}
