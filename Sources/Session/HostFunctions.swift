// Functions that a host writes in Swift and a program calls.
import Diagnostics
import Machine
import TensorKit

import struct Graph.Tensor

/// Makes the language's functions out of a host's.
enum HostFunctions {
  /// A function of so many tensors.
  static func ofTensors(
    _ name: String, _ count: Int, _ body: @escaping @Sendable ([Tensor]) throws -> Tensor
  ) -> Value {
    let names = Array(["x", "y", "z"].prefix(count))
    return function(name, names.map { Signature.Parameter($0) }) { machine, given in
      let tensors = try given.map { try machine.tensor($0 ?? .nothing) }
      let result = try guarded(name) { try body(tensors) }
      guard result.graph === machine.graph else { throw TensorError.foreignTensor(operation: name) }
      return .tensor(TensorValue(result))
    }
  }

  /// A function of any values.
  static func ofValues(
    _ name: String, _ body: @escaping @Sendable ([AulaValue]) throws -> AulaValue
  ) -> Value {
    function(name, [Signature.Parameter("values", isOptional: true, isRepeated: true)]) { machine, given in
      var values: [AulaValue] = []
      if case .tuple(let tuple) = given.first ?? nil {
        values = try tuple.elements.map { try AulaValue($0, machine) }
      }
      let result = try guarded(name) { try body(values) }
      guard let value = result.value() else { throw Fault(.hostResult, ["name": .text(name)]) }
      return value
    }
  }

  private static func function(
    _ name: String, _ parameters: [Signature.Parameter],
    _ body: @escaping @Sendable (Machine, [Value?]) throws -> Value
  ) -> Value {
    let row = NativeRow(name, parameters, summary: "", example: "", body: body)
    return .function(Function(name, .native(row), signature: row.signature))
  }

  /// Runs what the host wrote. Errors that the session knows pass through; of any other, the description reaches the
  /// student.
  private static func guarded<R>(_ name: String, _ body: () throws -> R) throws -> R {
    do {
      return try body()
    } catch let error as TensorError {
      throw error
    } catch let error as Fault {
      throw error
    } catch let error as Diagnostic {
      throw error
    } catch let error as SessionError where error.problems.first?.code == DiagnosticRow.sessionBusy.code {
      throw Fault(.sessionBusy)
    } catch {
      throw Fault(.hostFailed, ["name": .text(name), "reason": .text("\(error)")])
    }
  }
}
