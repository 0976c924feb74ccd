// Mixtures: distributions whose draws come from one of several others.
import Diagnostics
import Graph
import TensorKit

extension Machine {
  /// The mixture of several distributions, as a model like any other.
  func mixture(_ parts: [Value], weights: Value?) throws -> Value {
    guard !parts.isEmpty else { throw Fault(.mixtureOfNothing) }
    var distributions: [Distribution] = []
    var first: Shape?
    for (index, part) in parts.enumerated() {
      let distribution = try distribution(part, "mixture", argument: index)
      let shape = try distribution.sort().shape
      if let first, first != shape {
        throw Fault(
          .mixtureShapes, ["first": .text(first.description), "other": .text(shape.description)], argument: index)
      }
      first = first ?? shape
      distributions.append(distribution)
    }
    var chosen = weights ?? .nothing
    if case .nothing = chosen {
      let equal = [Double](repeating: 1 / Double(parts.count), count: parts.count)
      chosen = .tensor(TensorValue(try NDArray(equal, on: device)))
    }
    guard shape(of: chosen)?.dims == [parts.count] else {
      throw Fault(.mixtureWeights, ["parts": "\(parts.count)", "found": description(chosen)], argument: parts.count)
    }
    guard case .tuple(let checked) = try parameters(of: "Mixture", shape: .nothing, [chosen]),
      let given = checked.elements.first
    else { return .nothing }
    return .model(mixture(distributions, given, Value.tuple(Tuple(parts))))
  }

  private func mixture(_ parts: [Distribution], _ weights: Value, _ tuple: Value) -> Model {
    func method(
      _ name: String, _ parameters: [Signature.Parameter] = [], _ body: @escaping (Machine, [Value]) throws -> Value
    ) -> (name: String, value: Value) {
      let made = Function.Kind.made(holding: [tuple, weights]) { machine, arguments in
        guard arguments.count == parameters.count else {
          throw Fault(.missingArgument, ["argument": "x", "op": .text(name)])
        }
        return try body(machine, arguments.map(\.value))
      }
      return (name, .function(Function(name, made, signature: Signature(parameters))))
    }
    return Model(
      name: "Mixture",
      members: [
        ("_shown", .tuple(Tuple([tuple, weights], labels: ["parts", "weights"]))),
        ("_components", tuple), ("_weights", weights),
        method("sample") { machine, _ in try machine.draw(fromOneOf: parts, weights) },
        method("logp", [.init("x")]) { machine, arguments in
          let x = arguments.first ?? .nothing
          let logs = try parts.enumerated().map { index, part in
            let weight = try Op.log(machine.tensor(machine.element(weights, index)))
            return Value.tensor(TensorValue(try weight + machine.tensor(part.require("logp", x, for: "logp"))))
          }
          return .tensor(TensorValue(try Op.logsumexp(machine.tensor(machine.stack(logs)), axis: 0)))
        },
        method("mean") { machine, _ in
          try machine.weightedSum(parts, weights) { try machine.moment($0, Op.mean) }
        },
        method("variance") { machine, _ in
          let mean = try machine.weightedSum(parts, weights) { try machine.moment($0, Op.mean) }
          return try machine.weightedSum(parts, weights) { part in
            let apart = try machine.binary(.subtract, machine.moment(part, Op.mean), mean)
            let square = try machine.binary(.power, apart, .number(2))
            return try machine.binary(.add, machine.moment(part, Op.variance), square)
          }
        },
      ], call: nil)
  }

  private func moment(_ part: Distribution, _ row: OpSpec) throws -> Value {
    guard let value = try statistic(row, of: part.model) else { throw part.lacking(row.name, row.name) }
    return value
  }

  private func weightedSum(
    _ parts: [Distribution], _ weights: Value, _ value: (Distribution) throws -> Value
  ) throws -> Value {
    var total: Value?
    for (index, part) in parts.enumerated() {
      let term = try binary(.multiply, element(weights, index), value(part))
      total = try total.map { try binary(.add, $0, term) } ?? term
    }
    return total ?? .number(0)
  }

  /// A draw from every part, and for each element of the density the one that was chosen. A vector is chosen as a whole.
  private func draw(fromOneOf parts: [Distribution], _ weights: Value) throws -> Value {
    let draws = try parts.map { try tensor($0.require("sample", for: "sample")) }
    guard let first = draws.first, let part = parts.first else { return .nothing }
    // The shape of a density says what is chosen together.
    var chosenShape = first.shape
    if part.method("logp") != nil {
      chosenShape = try tensor(part.require("logp", .tensor(TensorValue(first)), for: "sample")).shape
    }
    var chosen = try Op.categorical(tensor(weights), count: chosenShape.count)
    let missing = max(0, first.rank - chosenShape.rank)
    chosen = try graph.reshape(chosen, to: Shape(chosenShape.dims + [Int](repeating: 1, count: missing)))
    var result = draws[draws.count - 1]
    for (index, draw) in draws.enumerated().dropLast().reversed() {
      let isThis = try Op.equal(chosen, graph.convert(graph.scalar(Double(index)), to: .int))
      result = try Op.choose(isThis, draw, result)
    }
    return .tensor(TensorValue(result))
  }
}
