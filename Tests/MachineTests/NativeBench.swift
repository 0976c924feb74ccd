// A machine without a program, and functions made in Swift that stand for those of one.
import Diagnostics
import Graph
import Machine
import TensorKit

/// Calls the library's functions by name, with values made in Swift.
struct NativeBench {
  let machine = Machine(graph: Graph(device: Device(threads: 1), seed: 7), sources: Sources())
  private let library: [String: Value]

  init() {
    library = Dictionary(machine.libraryValues().map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
  }

  var graph: Graph { machine.graph }

  func call(_ name: String, _ arguments: Value...) throws -> Value {
    try machine.call(library[name] ?? .nothing, arguments.map { PassedArgument($0) })
  }

  func call(_ name: String, _ argument: Value, wrt: Value) throws -> Value {
    try machine.call(library[name] ?? .nothing, [PassedArgument(argument), PassedArgument(wrt, label: "wrt")])
  }

  func apply(_ f: Value, _ arguments: Value...) throws -> Value {
    try machine.call(f, arguments.map { PassedArgument($0) })
  }

  /// A function of tensors as a value.
  func function(_ names: [String], _ body: @escaping ([Tensor]) throws -> Tensor) -> Value {
    raw(names) { machine, arguments in
      .tensor(TensorValue(try body(arguments.map { try machine.tensor($0.value) })))
    }
  }

  /// A function of values as a value.
  func raw(
    _ names: [String], holding: [Value] = [], _ body: @escaping (Machine, [PassedArgument]) throws -> Value
  ) -> Value {
    let signature = Signature(names.map { Signature.Parameter($0) })
    return .function(Function("f", .made(holding: holding, body), signature: signature))
  }

  func vector(_ values: [Double]) throws -> Value { .tensor(TensorValue(try NDArray(values, on: machine.device))) }

  func matrix(_ rows: [[Double]]) throws -> Value {
    let shape = Shape([rows.count, rows.first?.count ?? 0])
    return .tensor(TensorValue(try NDArray(rows.flatMap { $0 }, shape: shape, on: machine.device)))
  }

  func param(_ name: String, _ value: Value, state: Bool = false, double: Bool = true) throws -> Cell {
    let made = try machine.makeCell(name: name, value: value, isState: state, isDouble: double, span: .nowhere)
    guard case .cell(let cell) = made else { throw TensorError.cancelled }
    return cell
  }

  /// All numbers in a value, in order.
  func numbers(_ value: Value) throws -> [Double] {
    if case .tuple(let tuple) = value { return try tuple.elements.flatMap { try numbers($0) } }
    if case .nothing = value { return [] }
    return try machine.tensor(value).value().doubles
  }

  func shape(_ value: Value) throws -> Shape { try machine.tensor(value).shape }

  func labels(_ value: Value) -> [String?] {
    guard case .tuple(let tuple) = value else { return [] }
    return tuple.elements.indices.map { tuple.label($0) }
  }

  /// The code of the fault that `body` throws.
  func fault(_ body: () throws -> Void) -> String? {
    do {
      try body()
      return nil
    } catch let fault as Fault {
      return fault.row.code
    } catch let error as Diagnostic {
      return error.row.code
    } catch let error as NotFinite {
      return error.fault.row.code
    } catch {
      return "\(error)"
    }
  }
}

func near(_ a: [Double], _ b: [Double], _ tolerance: Double = 1e-12) -> Bool {
  a.count == b.count && zip(a, b).allSatisfy { abs($0 - $1) <= tolerance * max(1, abs($1)) }
}
