// What the values of a name in `on` and `for all` come from: a distribution, or finitely many choices.
import Diagnostics
import Graph
import TensorKit

/// Where the values of one name come from.
struct SettingSource {
  private enum Kind {
    case drawn(Distribution)
    /// Something to go through, and how many elements it has.
    case choices(Value, Int)
    case single(Value)
  }
  private let kind: Kind

  /// What is tried of a distribution before anything is drawn.
  static let simple = [0, 1, -1, 0.5]

  init(_ value: Value, _ machine: Machine, argument: Int) throws {
    switch value {
    case .model:
      let distribution = try machine.distribution(value, "on", argument: argument)
      guard distribution.method("sample") != nil else { throw distribution.lacking("sample", "on") }
      kind = .drawn(distribution)
    case .number, .truth: kind = .single(value)
    case .cell, .tensor:
      guard let shape = machine.shape(of: value), shape.rank > 0 else {
        kind = .single(try machine.widened(value))
        return
      }
      fallthrough
    case .range, .tuple, .series, .text:
      let elements = try machine.iterable(value)
      let count = try machine.count(elements)
      guard count > 0 else { throw Fault(.noSettings, argument: argument) }
      kind = .choices(elements, count)
    case .nothing: throw Fault(.noSettings, argument: argument)
    case .function, .optimizer, .host:
      throw Fault(
        .notASettingSource, ["kind": value.kindPhrase], notes: Machine.forgottenCall(value), argument: argument)
    }
  }

  /// How many choices there are; nil where values are drawn.
  var choiceCount: Int? {
    switch kind {
    case .drawn: nil
    case .choices(_, let count): count
    case .single: 1
    }
  }

  /// How many numbers a value has.
  func elementCount() throws -> Int {
    guard case .drawn(let distribution) = kind else { return 1 }
    return (try? distribution.sort().shape.count) ?? 1
  }

  func choice(_ number: Int, _ machine: Machine) throws -> Value {
    switch kind {
    case .choices(let elements, let count):
      return try machine.widened(machine.element(elements, min(max(0, number), count - 1)))
    case .single(let value): return value
    case .drawn: throw Fault(.internalProblem, ["what": "choice"])
    }
  }

  // MARK: Draws

  /// Values drawn from the distribution.
  func draws(_ count: Int, _ machine: Machine) throws -> [Value] {
    guard case .drawn(let distribution) = kind else { return [] }
    let stack = try machine.draws(distribution, count: count)
    return try SettingSource.rows(stack, count, machine)
  }

  /// Values in the support that are easy to see through.
  func simpleValues(_ machine: Machine) throws -> [Value] {
    guard case .drawn(let distribution) = kind, distribution.method("logp") != nil,
      let sort = try? distribution.sort()
    else { return [] }
    return try SettingSource.simple.compactMap { number in
      let value = try machine.filled(number, sort.shape)
      return try contains(value, machine) ? value : nil
    }
  }

  /// Whether the distribution can give the value, as far as its density tells: who has none is not asked for other values than its
  /// draws.
  func contains(_ value: Value, _ machine: Machine) throws -> Bool {
    guard case .drawn(let distribution) = kind, distribution.method("logp") != nil else { return false }
    let result = try machine.attempt { () throws -> Bool in
      guard let logp = try distribution.call("logp", value), let tensor = try machine.tensorIfAny(logp) else {
        return false
      }
      return try tensor.value().doubles.allSatisfy { $0.isFinite }
    }
    return (try? result.get()) ?? false
  }

  /// The rows of a stack of draws, which may be a tuple of stacks, in double precision.
  private static func rows(_ stack: Value, _ count: Int, _ machine: Machine) throws -> [Value] {
    if case .tuple(let tuple) = stack {
      let columns = try tuple.elements.map { try rows($0, count, machine) }
      return (0..<count).map { row in
        .tuple(Tuple(columns.compactMap { row < $0.count ? $0[row] : nil }, labels: tuple.labels))
      }
    }
    let array = try machine.tensor(stack).value()
    let shape = Shape(Array(array.shape.dims.dropFirst()))
    let numbers = array.doubles
    guard numbers.count == count * shape.count else { return [] }
    return try (0..<count).map { row in
      try machine.widened(Array(numbers[(row * shape.count)..<((row + 1) * shape.count)]), shape)
    }
  }
}

extension Machine {
  /// A value in double precision; what is no number stays what it is.
  func widened(_ value: Value) throws -> Value {
    switch value {
    case .tensor, .cell, .series:
      let array = try tensor(value).value()
      guard array.dtype == .float32 || array.shape.rank == 0 else { return .tensor(TensorValue(array)) }
      return array.dtype == .bool ? .tensor(TensorValue(array)) : try widened(array.doubles, array.shape)
    case .tuple(let tuple): return .tuple(Tuple(try tuple.elements.map { try widened($0) }, labels: tuple.labels))
    default: return value
    }
  }

  /// Numbers in double precision; one number is a plain one.
  func widened(_ numbers: [Double], _ shape: Shape) throws -> Value {
    if shape.rank == 0, let number = numbers.first { return .number(number) }
    return .tensor(TensorValue(try NDArray(numbers, shape: shape, on: device)))
  }

  /// The same number in every place of a shape.
  func filled(_ number: Double, _ shape: Shape) throws -> Value {
    if shape.rank == 0 { return .number(number) }
    return .tensor(TensorValue(try NDArray(repeating: number, shape: shape, dtype: .float64, on: device)))
  }
}
