// Optimizers as functions of the language: from a row and arguments to a recipe.
import Diagnostics
import Graph
import TensorKit

extension OptimizerSpec {
  /// What its function takes.
  package var signature: Signature {
    Signature(
      settings.map {
        Signature.Parameter($0.name, isOptional: $0.standard != nil, standard: $0.standard.map { Display().number($0) })
      })
  }
}

extension Machine {
  /// The recipe that a call such as `adam(1e-3, beta1: 0.5)` makes.
  package func makeOptimizer(_ spec: OptimizerSpec, _ arguments: [PassedArgument]) throws -> Value {
    var given: [String: Double] = [:]
    let names = spec.settings.map(\.name)
    var next = 0
    for (index, argument) in arguments.enumerated() {
      let name: String
      if let label = argument.label {
        name = label
      } else {
        guard next < names.count else {
          throw TensorError.tooManyArguments(operation: spec.name, count: arguments.count, allowed: names.count)
        }
        name = names[next]
        next += 1
      }
      guard names.contains(name) else {
        throw TensorError.unknownArgument(operation: spec.name, argument: name, known: names)
      }
      guard given[name] == nil else {
        throw TensorError.kind(operation: spec.name, argument: name, expected: "given once")
      }
      given[name] = try setting(argument.value, index)
    }
    return .optimizer(Recipe(try Optimizer(spec, given)))
  }

  private func setting(_ value: Value, _ index: Int) throws -> Double {
    // `nesterov: true` is a choice; rules read it as a number.
    if case .truth(let truth) = value { return truth ? 1 : 0 }
    do {
      return try number(value)
    } catch let fault as Fault {
      throw Fault(fault.row, fault.values, notes: fault.notes, argument: index)
    }
  }
}
