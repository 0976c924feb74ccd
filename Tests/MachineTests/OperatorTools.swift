// What the tests of operators are written with.
import Diagnostics
import Graph
import Machine
import Syntax
import TensorKit
import Testing

func machine() -> Machine { Machine(graph: Graph(seed: 7), sources: Sources()) }

extension Value {
  static func text(_ string: String) -> Value { .text(Text(string)) }
  static func tuple(_ elements: Value..., labels: [String?] = []) -> Value { .tuple(Tuple(elements, labels: labels)) }
  static func range(_ start: Double, _ end: Double, by step: Double = 1) -> Value {
    .range(NumberRange(start, end, by: step))
  }

  /// The number it is, plainly or as a tensor of rank 0.
  var number: Double? {
    switch self {
    case .number(let number): number
    case .tensor(let tensor): tensor.shape.rank == 0 ? (try? tensor.look())?.item : nil
    default: nil
    }
  }

  var truth: Bool? {
    switch self {
    case .truth(let truth): truth
    case .tensor(let tensor): tensor.dtype == .bool && tensor.shape.rank == 0 ? (try? tensor.look())?.bools.first : nil
    default: nil
    }
  }

  var isPlain: Bool { if case .number = self { true } else { false } }

  var numbers: [Double]? {
    guard case .tensor(let tensor) = self else { return nil }
    return (try? tensor.look())?.doubles
  }

  var sizes: [Int]? {
    guard case .tensor(let tensor) = self else { return nil }
    return tensor.shape.dims
  }

  var precision: DType? {
    guard case .tensor(let tensor) = self else { return nil }
    return tensor.dtype
  }

  var string: String? {
    guard case .text(let text) = self else { return nil }
    return text.string
  }

  var parts: [Value]? {
    guard case .tuple(let tuple) = self else { return nil }
    return tuple.elements
  }
}

extension Machine {
  func vector(_ numbers: [Double], _ dims: [Int]? = nil) throws -> Value {
    .tensor(TensorValue(try NDArray(numbers, shape: dims.map { Shape($0) }, on: device)))
  }

  /// As `vector`, recorded and not computed.
  func pending(_ numbers: [Double], _ dims: [Int]? = nil) throws -> Value {
    .tensor(TensorValue(try graph.tensor(numbers, shape: dims.map { Shape($0) }) + 0))
  }

  func singles(_ numbers: [Float], _ dims: [Int]? = nil) throws -> Value {
    .tensor(TensorValue(try NDArray(numbers, shape: dims.map { Shape($0) }, on: device)))
  }

  func truths(_ truths: [Bool], _ dims: [Int]? = nil) throws -> Value {
    .tensor(TensorValue(try NDArray(truths, shape: dims.map { Shape($0) }, on: device)))
  }

  func cell(_ name: String, _ numbers: [Float], _ dims: [Int]? = nil, isState: Bool = false) throws -> Value {
    .cell(
      Cell(
        Parameter(name, try NDArray(numbers, shape: dims.map { Shape($0) }, on: device)), isState: isState,
        definition: .nowhere))
  }

  func call(row name: String, _ arguments: Value..., labelled: [(String, Value)] = []) throws -> Value {
    let row = try #require(Catalogue.row(named: name))
    return try callRow(row, arguments.map { PassedArgument($0) } + labelled.map { PassedArgument($0.1, label: $0.0) })
  }
}

/// The code of the fault that a body ends with; nil where it ends well or with something else.
func fault(_ body: () throws -> Value) -> String? {
  do {
    if case .tensor(let tensor) = try body() { _ = try tensor.look() }
    return nil
  } catch let fault as Fault {
    return fault.row.code
  } catch {
    return "\(error)"
  }
}

/// The sentence of the fault that a body ends with.
func message(_ language: Language = .en, _ body: () throws -> Value) -> String? {
  do {
    _ = try body()
    return nil
  } catch let fault as Fault {
    return fault.row.message.filled(fault.values, in: language)
  } catch {
    return "\(error)"
  }
}
