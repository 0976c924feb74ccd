// Derivatives of functions over values: gradients, Jacobians, Hessians and their products, in the structure of the arguments.
import Diagnostics
import Graph
import TensorKit

/// A call of a function that was recorded, and what its derivatives are taken by.
struct RecordedCall {
  let value: Value
  let sources: [Tensor]
  /// Where the sources stood in the arguments.
  let tree: LeafTree
}

extension Machine {
  /// Runs `body` with the trace kept alive. Updates of states that it records and nobody commits are dropped.
  package func recording<R>(_ body: () throws -> R) rethrows -> R {
    let (place, mark) = (graph.place, learning.queuedCount)
    traceDepth += 1
    defer {
      traceDepth -= 1
      learning.drop(to: mark)
      graph.place = place
    }
    return try body()
  }

  /// The function that gives the gradient of `f`, as `grad(f)` and `∇f` do.
  package func gradientFunction(of f: Value, wrt: Value? = nil) throws -> Value {
    try derivative("grad", of: f, wrt: wrt) { machine, call in try machine.gradient(of: call, "grad") }
  }

  /// A function of `f`'s arguments that calls it and makes something of the recording.
  func derivative(
    _ name: String, of f: Value, wrt: Value?, _ body: @escaping (Machine, RecordedCall) throws -> Value
  ) throws -> Value {
    let signature = try signatureForDerivative(name, f)
    let wrt: Value? = if case .nothing = wrt { nil } else { wrt }
    let made = Function.Kind.made(holding: [f] + (wrt.map { [$0] } ?? [])) { machine, arguments in
      guard arguments.contains(where: \.value.holdsEstimate) else {
        return try body(machine, try machine.record(name, f, wrt: wrt, arguments))
      }
      return try machine.throughEstimates(arguments.map(\.value)) { values in
        let arguments = zip(values, arguments).map { PassedArgument($0, label: $1.label) }
        return try body(machine, try machine.record(name, f, wrt: wrt, arguments))
      }
    }
    return .function(Function("\(name)(\(f.callName))", made, signature: signature))
  }

  /// What a function takes; nil if the value cannot be called.
  func callableSignature(_ f: Value) -> Signature? {
    switch f {
    case .function(let function): function.signature
    case .model(let model): model.call?.signature
    case .host: .anything
    default: nil
    }
  }

  private func signatureForDerivative(_ name: String, _ f: Value) throws -> Signature {
    if let signature = callableSignature(f) { return signature }
    throw Fault(.derivativeOfValue, ["op": .text(name), "kind": f.kindPhrase], argument: 0)
  }

  /// Calls `f` with variables in place of what derivatives are taken by: its arguments without a label, or what `wrt` names.
  func record(_ name: String, _ f: Value, wrt: Value?, _ arguments: [PassedArgument]) throws -> RecordedCall {
    var variables = Variables()
    var arguments = arguments
    let parameters = try signatureForDerivative(name, f).parameters
    let tree: LeafTree
    if let wrt {
      tree = try chosen(wrt, name, parameters, &arguments, &variables)
    } else {
      let names = Machine.names(of: arguments, parameters)
      // Labelled arguments are settings, unless there is nothing else.
      let hasPlain = arguments.contains { $0.label == nil }
      var parts: [(label: String?, tree: LeafTree)] = []
      for index in arguments.indices where arguments[index].label == nil || !hasPlain {
        let taken = try variables.take(arguments[index].value, in: self)
        arguments[index] = PassedArgument(taken.value, label: arguments[index].label)
        parts.append((names[index], taken.tree))
      }
      tree = parts.count == 1 ? parts[0].tree : .parts(parts)
    }
    guard !variables.sources.isEmpty else { throw Fault(.nothingToDifferentiate, ["op": .text(name)]) }
    let value = try recording { try call(f, arguments) }
    return RecordedCall(value: value, sources: variables.sources, tree: tree)
  }

  /// The names of the parameters that arguments go to, where they are known.
  private static func names(of arguments: [PassedArgument], _ parameters: [Signature.Parameter]) -> [String?] {
    var next = 0
    return arguments.map { argument in
      if let label = argument.label { return label }
      defer { next += 1 }
      guard next < parameters.count, !parameters[next].isRepeated else { return nil }
      return parameters[next].name
    }
  }

  /// What `wrt:` chooses: parameters that `f` reads, or arguments by their names.
  private func chosen(
    _ wrt: Value, _ name: String, _ parameters: [Signature.Parameter], _ arguments: inout [PassedArgument],
    _ variables: inout Variables
  ) throws -> LeafTree {
    switch wrt {
    case .cell(let cell): return try variables.take(cell, in: self)
    case .model: return try variables.take(wrt, in: self).tree
    case .text(let text):
      let names = Machine.names(of: arguments, parameters)
      guard let index = names.firstIndex(of: text.string) else {
        throw Fault(
          .unknownVariable,
          ["op": .text(name), "name": .text(text.string), "known": .choice(names.compactMap { $0 })])
      }
      let taken = try variables.take(arguments[index].value, in: self)
      arguments[index] = PassedArgument(taken.value, label: arguments[index].label)
      return taken.tree
    case .tuple(let tuple) where !tuple.elements.isEmpty:
      var parts: [(label: String?, tree: LeafTree)] = []
      for (index, element) in tuple.elements.enumerated() {
        let tree = try chosen(element, name, parameters, &arguments, &variables)
        parts.append((tuple.label(index) ?? element.variableName, tree))
      }
      // Names that say two things say nothing.
      if Set(parts.compactMap(\.label)).count < parts.compactMap(\.label).count {
        parts = parts.enumerated().map { (tuple.label($0.offset), $0.element.tree) }
      }
      return .parts(parts)
    default:
      throw Fault(.wrongVariable, ["op": .text(name), "kind": wrt.kindPhrase])
    }
  }

  /// The tensor that a gradient starts from; nil where the value is a number that depends on nothing.
  func startOfGradient(_ value: Value, _ name: String) throws -> Tensor? {
    switch value {
    case .number: return nil
    case .tensor, .cell, .series, .range, .host:
      // The gradient of an estimate is the gradient of its mean.
      guard let tensor = try tensorOrMean(value), tensor.dtype != .bool else { break }
      guard tensor.shape.count == 1 else { throw TensorError.notScalar(operation: name, shape: tensor.shape) }
      return tensor.dtype.isFloating ? tensor : nil
    default: break
    }
    throw Fault(.valueNotDifferentiable, ["op": .text(name), "kind": value.kindPhrase])
  }

  /// The gradient tensors by every source. What the value does not depend on has the gradient 0: so the derivatives of a polynomial
  /// can be taken until nothing is left.
  private func gradients(of recorded: RecordedCall, _ name: String) throws -> [Tensor] {
    guard let start = try startOfGradient(recorded.value, name) else { return try recorded.sources.map(zeros(like:)) }
    let found = try graph.pullback(start, to: recorded.sources)
    return try zip(found, recorded.sources).map { gradient, source in
      let gradient = try gradient ?? zeros(like: source)
      // As precise as the least precise ingredient: what went through single precision is single.
      return start.dtype == .float32 ? try graph.convert(gradient, to: .float32) : gradient
    }
  }

  func gradient(of recorded: RecordedCall, _ name: String) throws -> Value {
    recorded.tree.value(of: try gradients(of: recorded, name))
  }

  func hessian(of recorded: RecordedCall) throws -> Value {
    let gradients = try gradients(of: recorded, "hessian")
    return try recorded.tree.value { index in
      recorded.tree.value(of: try jacobians(gradients[index], to: recorded.sources))
    }
  }

  func jacobian(of recorded: RecordedCall) throws -> Value {
    var results = Results()
    guard let tree = try results.take(recorded.value, in: self) else {
      throw Fault(.valueNotDifferentiable, ["op": "jacobian", "kind": recorded.value.kindPhrase])
    }
    return try tree.value { index in
      recorded.tree.value(of: try jacobians(results.tensors[index], to: recorded.sources))
    }
  }

  /// How `f(x)` moves when `x` moves by `tangent`: the value and the product.
  func jacobianVectorProduct(_ f: Value, _ x: Value, _ tangent: Value) throws -> Value {
    let recorded = try record("jvp", f, wrt: nil, [PassedArgument(x)])
    var tangents = [Tensor?](repeating: nil, count: recorded.sources.count)
    try match(tangent, recorded.tree, "jvp", &tangents)
    var moves: [(source: Tensor, tangent: Tensor)] = []
    for (source, tangent) in zip(recorded.sources, tangents) {
      if let tangent { moves.append((source, tangent)) }
    }
    var results = Results()
    guard let tree = try results.take(recorded.value, in: self) else {
      throw Fault(.valueNotDifferentiable, ["op": "jvp", "kind": recorded.value.kindPhrase])
    }
    let product = tree.value(of: try results.tensors.map { try forward($0, along: moves) })
    return .tuple(Tuple([recorded.value, product], labels: ["value", "product"]))
  }

  /// How much each part of `x` moves the results when these are weighed by `weights`: the value and the product.
  func vectorJacobianProduct(_ f: Value, _ x: Value, _ weights: Value) throws -> Value {
    let recorded = try record("vjp", f, wrt: nil, [PassedArgument(x)])
    var results = Results()
    guard let tree = try results.take(recorded.value, in: self) else {
      throw Fault(.valueNotDifferentiable, ["op": "vjp", "kind": recorded.value.kindPhrase])
    }
    var seeds = [Tensor?](repeating: nil, count: results.tensors.count)
    try match(weights, tree, "vjp", &seeds)
    var total = [Tensor?](repeating: nil, count: recorded.sources.count)
    for (result, seed) in zip(results.tensors, seeds) where result.dtype.isFloating {
      guard let seed else { continue }
      let converted = try graph.convert(seed, to: result.dtype)
      for (index, part) in try graph.pullback(result, seed: converted, to: recorded.sources).enumerated() {
        guard let part else { continue }
        total[index] = try total[index].map { try $0 + part } ?? part
      }
    }
    let products = try zip(total, recorded.sources).map { try $0 ?? zeros(like: $1) }
    return .tuple(Tuple([recorded.value, recorded.tree.value(of: products)], labels: ["value", "product"]))
  }

  /// Brings a value of the structure `tree` to the leaves' numbers.
  private func match(_ value: Value, _ tree: LeafTree, _ name: String, _ found: inout [Tensor?]) throws {
    switch tree {
    case .fixed: return
    case .leaf(let index):
      guard let tensor = try tensorOrMean(value) else {
        throw Fault(.structuresDiffer, ["op": .text(name), "kind": value.kindPhrase], argument: 2)
      }
      found[index] = tensor
    case .parts(let parts):
      guard case .tuple(let tuple) = value, tuple.elements.count == parts.count else {
        throw Fault(.structuresDiffer, ["op": .text(name), "kind": value.kindPhrase], argument: 2)
      }
      for (element, part) in zip(tuple.elements, parts) { try match(element, part.tree, name, &found) }
    }
  }
}

extension Value {
  /// What a caller would write for it in front of the brackets.
  var callName: String {
    switch self {
    case .function(let function): function.name.isEmpty ? "function" : function.name
    case .model(let model): model.name
    default: "function"
    }
  }

  /// What a derivative by it is called.
  fileprivate var variableName: String? {
    switch self {
    case .cell(let cell): cell.name
    case .text(let text): text.string
    default: nil
    }
  }
}
