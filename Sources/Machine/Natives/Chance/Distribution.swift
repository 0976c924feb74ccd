// A distribution as the machine sees it: a model with methods of certain names.
import Diagnostics
import Graph
import TensorKit

/// A model that can be drawn from, or that gives the logarithm of its density. Which methods it has decides what can be known of it
/// exactly. Those of the library have more, whose names begin with `_`:
///
/// - `_base` and `_place(t)`: it is a function of a standard variable; over `line` the logarithms of the densities of `t`
///   and of the draw come along;
/// - `_outcomes` and `_chances()`: it has finitely many values, and their chances along a last axis;
/// - `_components` and `_weights`: it is one of several others.
struct Distribution {
  let model: Model
  /// Not held: methods of mixtures keep distributions, and the machine keeps the methods.
  unowned let machine: Machine

  init(model: Model, machine: Machine) {
    self.model = model
    self.machine = machine
  }

  func method(_ name: String) -> Value? {
    guard case .function(let function) = model[name] else { return nil }
    return .function(function)
  }

  func call(_ name: String, _ arguments: Value...) throws -> Value? {
    try method(name).map { try run($0, arguments) }
  }

  /// Calls a method; what is recorded afterwards belongs to the place that asked, not to the method's last line.
  private func run(_ method: Value, _ arguments: [Value]) throws -> Value {
    let place = machine.graph.place
    defer { machine.graph.place = place }
    return try machine.call(method, arguments.map { PassedArgument($0) })
  }

  /// What a method gives; an error that names it where there is none.
  func require(_ name: String, _ arguments: Value..., for operation: String) throws -> Value {
    guard let method = method(name) else { throw lacking(name, operation) }
    return try run(method, arguments)
  }

  func lacking(_ name: String, _ operation: String) -> Fault {
    Fault(
      .distributionLacks,
      ["name": .text(model.name), "method": .text(Distribution.written[name] ?? "\(name)(…)"), "op": .text(operation)],
      argument: 0)
  }

  private static let written = ["logp": "logp(x)", "sample": "sample()", "mean": "mean()", "variance": "variance()"]

  var base: StandardBase? {
    guard case .text(let text) = model["_base"] else { return nil }
    return StandardBase(rawValue: text.string)
  }

  /// Its finitely many values: `_outcomes` of the library, `outcomes()` of anybody's model.
  func outcomes() throws -> [Value]? {
    guard let given = try model["_outcomes"] ?? call("outcomes") else { return nil }
    let values = try machine.iterable(given)
    let count = try machine.count(values)
    guard count > 0, count <= Distribution.mostOutcomes else { return nil }
    return try (0..<count).map { try machine.element(values, $0) }
  }

  /// The most values, or combinations of them, that are summed over.
  static let mostOutcomes = 1 << 16

  /// The chance of every outcome along a last axis.
  func chances(of outcomes: [Value]) throws -> Tensor {
    if let chances = try call("_chances") { return try machine.tensor(chances) }
    let logps = try outcomes.map { outcome -> Value in
      let logp = try require("logp", outcome, for: "expect")
      return .tensor(TensorValue(try Op.exp(machine.tensor(logp))))
    }
    let stacked = try machine.tensor(machine.stack(logps))
    return try Op.moveAxis(stacked, from: 0, to: -1)
  }

  /// The distributions that it is a mixture of, with their weights.
  func components() throws -> [(weight: Value, part: Distribution)]? {
    guard case .tuple(let parts) = model["_components"], let weights = model["_weights"] else {
      return nil
    }
    return try parts.elements.enumerated().compactMap { index, part in
      guard case .model(let model) = part else { return nil }
      let weight = try machine.element(weights, index)
      return (weight, Distribution(model: model, machine: machine))
    }
  }

  /// The limits of the values, where the model says them.
  func support() throws -> (Value, Value)? {
    guard method("logp") != nil, let limits = try call("support") else { return nil }
    guard case .tuple(let tuple) = limits, tuple.elements.count == 2 else {
      throw Fault(.integralLimits, ["kind": limits.kindPhrase], argument: 0)
    }
    return (tuple.elements[0], tuple.elements[1])
  }

  /// The shape and the precision of a draw. Finding out draws nothing.
  func sort() throws -> (shape: Shape, dtype: DType) {
    guard method("sample") != nil else { return (.scalar, .float64) }
    let random = machine.graph.random
    defer { machine.graph.random = random }
    let draw = try machine.recording { try require("sample", for: "sample") }
    guard let sort = try machine.sort(draw) else {
      throw Fault(.drawNotNumbers, ["kind": draw.kindPhrase], argument: 0)
    }
    return sort
  }

  /// Everything that its draws may depend on: numbers that its methods have captured.
  func parameters() throws -> [Tensor] {
    var found: [Tensor] = []
    var open: [(value: Value, depth: Int)] = model.held.map { ($0, 0) }
    while let (value, depth) = open.popLast(), found.count < 32 {
      let held: [Value]
      switch value {
      case .tensor(let tensor):
        if tensor.dtype.isFloating, let node = tensor.node { found.append(node) }
        continue
      case .cell(let cell):
        found.append(try cell.parameter.tensor(in: machine.graph))
        continue
      case .tuple(let tuple): held = tuple.elements
      case .function(let function): held = function.held
      case .model(let model): held = model.held
      default: continue
      }
      guard depth < 4 else { continue }
      for inner in held where inner.box != nil { open.append((inner, depth + 1)) }
    }
    var seen: Set<Tensor> = []
    return found.filter { seen.insert($0).inserted }
  }
}

extension Machine {
  /// The value as a distribution; an error that says what one needs otherwise.
  func distribution(_ value: Value, _ operation: String, argument: Int = 0) throws -> Distribution {
    guard case .model(let model) = value else {
      throw Fault(
        .noDistribution, ["op": .text(operation), "kind": value.kindPhrase], notes: Machine.forgottenCall(value),
        argument: argument)
    }
    let distribution = Distribution(model: model, machine: self)
    guard distribution.method("sample") != nil || distribution.method("logp") != nil else {
      throw Fault(.modelNoDistribution, ["op": .text(operation), "name": .text(model.name)], argument: argument)
    }
    return distribution
  }

  /// What a row of the core gives of a distribution that has a method of the row's name, such as `mean(q)`.
  func statistic(_ row: OpSpec, of model: Model) throws -> Value? {
    let distribution = Distribution(model: model, machine: self)
    if let own = try distribution.call(row.name) { return own }
    guard ["mean", "variance", "std"].contains(row.name),
      distribution.method("sample") != nil || distribution.method("logp") != nil
    else { return nil }
    if row.name != "std", distribution.method("logp") == nil { throw distribution.lacking(row.name, row.name) }
    switch row.name {
    case "mean": return try elementwise(distribution, "mean") { _, x, _ in x }
    case "variance":
      let mean = try statistic(Op.mean, of: model) ?? .number(0)
      return try elementwise(distribution, "variance") { machine, x, _ in
        try machine.binary(.power, machine.binary(.subtract, x, mean), .number(2))
      }
    default:
      guard let variance = try statistic(Op.variance, of: model) else { return nil }
      return try root(variance)
    }
  }

  // MARK: Draws

  /// One draw, cut off from the parameters of its distribution.
  func sample(_ distribution: Distribution) throws -> Value {
    let draw = try distribution.require("sample", for: "sample")
    guard traceDepth > 0 else { return draw }
    return try cut(draw, from: distribution)
  }

  /// Draws in a stack.
  func sample(_ distribution: Distribution, count: Int) throws -> Value {
    let draws = try draws(distribution, count: count)
    guard traceDepth > 0 else { return draws }
    return try cut(draws, from: distribution)
  }

  /// Draws in a stack, through which derivatives flow as far as the methods of the distribution let them.
  func draws(_ distribution: Distribution, count: Int) throws -> Value {
    guard let method = distribution.method("sample") else { throw distribution.lacking("sample", "sample") }
    let row = Function.Kind.made(holding: [method]) { machine, _ in try machine.call(method, []) }
    return try map(
      .function(Function("sample", row, signature: .anything)), over: [.range(NumberRange(0, Double(count)))])
  }

  private func cut(_ draw: Value, from distribution: Distribution) throws -> Value {
    switch draw {
    case .tuple(let tuple):
      return .tuple(Tuple(try tuple.elements.map { try cut($0, from: distribution) }, labels: tuple.labels))
    case .tensor(let tensor):
      guard tensor.node != nil else { return draw }
      let operands = [try tensor.tensor(in: graph)] + (try distribution.parameters())
      return .tensor(
        TensorValue(try graph.record(Op.drawn, operands, attributes: [Machine.form(of: distribution.model.name)])))
    default: return draw
    }
  }

  /// The place in `Op.drawnForms` of the way in which draws of a family move with its parameters.
  private static func form(of family: String) -> Int {
    switch family {
    case "Normal": 2
    case "Uniform": 3
    case "Exponential": 4
    case "Laplace": 5
    case "MvNormal": 6
    case "Bernoulli", "Categorical", "Beta", "Gamma", "Mixture": 0
    default: 1
    }
  }
}
