// What operators take: their parameters, the arguments of a call, and how the two are brought together.
import TensorKit

/// One parameter of an operator.
public struct ParameterSpec: Sendable {
  /// What kind of argument a parameter takes.
  public enum Kind: Sendable, Hashable {
    /// A tensor, or a number that becomes one.
    case tensor
    /// A list of tensors.
    case tensors
    /// A whole number.
    case int
    /// A list of whole numbers, such as a shape.
    case ints
    /// One axis; negative ones count from the end.
    case axis
    /// One axis or several; all of them when left out.
    case axes
    /// Yes or no.
    case flag
    /// A number that is not differentiated.
    case number
    /// One of some words.
    case word([String])
    /// A function's text, such as einsum's.
    case text
  }
  /// The name, which is also the label.
  public let name: String
  /// What it takes.
  public let kind: Kind
  /// The value when it is left out; nil when it must be given.
  public let standard: Option?

  /// A parameter that must be given.
  package static func tensor(_ name: String) -> ParameterSpec {
    ParameterSpec(name: name, kind: .tensor, standard: nil)
  }
  /// A parameter of some kind, with what it is when left out.
  package static func option(_ name: String, _ kind: Kind, _ standard: Option? = nil) -> ParameterSpec {
    ParameterSpec(name: name, kind: kind, standard: standard)
  }
}

/// One argument of a call.
public enum Argument {
  /// A tensor of some graph.
  case tensor(Tensor)
  /// A list of tensors.
  case tensors([Tensor])
  /// Anything that is not a tensor.
  case option(Option)
}

/// An argument that is not a tensor.
public enum Option: Sendable, Hashable {
  /// A number.
  case number(Double)
  /// A whole number.
  case int(Int)
  /// A list of whole numbers.
  case ints([Int])
  /// Yes or no.
  case flag(Bool)
  /// A word.
  case text(String)
  /// Left out on purpose.
  case absent
}

/// What may stand in a call of an operator in Swift.
public protocol OperatorArgument {
  /// The value as an argument.
  var operatorArgument: Argument { get }
}

extension Argument {
  var isAbsent: Bool {
    if case .option(.absent) = self { return true }
    return false
  }
}

extension Tensor: OperatorArgument {
  /// The tensor itself.
  public var operatorArgument: Argument { .tensor(self) }
}
extension Int: OperatorArgument {
  /// A whole number.
  public var operatorArgument: Argument { .option(.int(self)) }
}
extension Double: OperatorArgument {
  /// A number.
  public var operatorArgument: Argument { .option(.number(self)) }
}
extension Bool: OperatorArgument {
  /// A flag.
  public var operatorArgument: Argument { .option(.flag(self)) }
}
extension String: OperatorArgument {
  /// A word.
  public var operatorArgument: Argument { .option(.text(self)) }
}
extension Shape: OperatorArgument {
  /// The sizes as a list.
  public var operatorArgument: Argument { .option(.ints(dims)) }
}
extension Option: OperatorArgument {
  /// The option as an argument.
  public var operatorArgument: Argument { .option(self) }
}
extension Argument: OperatorArgument {
  /// The argument itself.
  public var operatorArgument: Argument { self }
}
extension Array: OperatorArgument where Element: OperatorArgument {
  /// A list of whole numbers, or of tensors.
  public var operatorArgument: Argument {
    if let ints = self as? [Int] { return .option(.ints(ints)) }
    if let tensors = self as? [Tensor] { return .tensors(tensors) }
    return .option(.absent)
  }
}

/// A call of an operator whose arguments were matched with its parameters.
package struct Call {
  package let op: OpSpec
  package let graph: Graph
  private let arguments: [Argument]

  init(_ op: OpSpec, _ given: [(label: String?, value: Argument)], graph: Graph?) throws {
    self.op = op
    var matched = [Argument?](repeating: nil, count: op.parameters.count)
    var next = 0
    for (label, value) in given {
      if let label {
        guard let index = op.parameters.firstIndex(where: { $0.name == label }) else {
          throw TensorError.unknownArgument(operation: op.name, argument: label, known: op.parameters.map(\.name))
        }
        guard matched[index] == nil else {
          throw TensorError.kind(operation: op.name, argument: label, expected: "given once")
        }
        matched[index] = value
      } else {
        while next < matched.count && matched[next] != nil { next += 1 }
        guard next < matched.count else {
          throw TensorError.tooManyArguments(operation: op.name, count: given.count, allowed: op.parameters.count)
        }
        matched[next] = value
        next += 1
      }
    }
    arguments = try zip(op.parameters, matched).map { parameter, value in
      if let value, !value.isAbsent { return value }
      guard let standard = parameter.standard else {
        throw TensorError.missingArgument(operation: op.name, argument: parameter.name)
      }
      return .option(standard)
    }
    guard let home = graph ?? Call.graph(of: arguments) else {
      throw TensorError.kind(operation: op.name, argument: op.parameters.first?.name ?? "", expected: "a tensor")
    }
    self.graph = home
  }

  private static func graph(of arguments: [Argument]) -> Graph? {
    for argument in arguments {
      switch argument {
      case .tensor(let tensor): return tensor.graph
      case .tensors(let list): if let first = list.first { return first.graph }
      default: continue
      }
    }
    return nil
  }

  private func argument(_ name: String) throws -> Argument {
    guard let index = op.parameters.firstIndex(where: { $0.name == name }) else {
      throw TensorError.unknownArgument(operation: op.name, argument: name, known: op.parameters.map(\.name))
    }
    return arguments[index]
  }

  private func mismatch(_ name: String, _ expected: String) -> TensorError {
    .kind(operation: op.name, argument: name, expected: expected)
  }

  private func asTensor(_ argument: Argument, _ name: String) throws -> Tensor {
    switch argument {
    case .tensor(let tensor): return try graph.checked(tensor, op)
    case .option(.number(let value)): return try graph.scalar(value)
    case .option(.int(let value)): return try graph.scalar(Double(value))
    case .option(.flag(let value)): return try graph.scalar(value ? 1 : 0, .bool)
    default: throw mismatch(name, "a tensor")
    }
  }

  /// Every tensor parameter's argument, in order.
  package var tensors: [Tensor] {
    get throws {
      try zip(op.parameters, arguments).filter { $0.0.kind == .tensor }.map { try asTensor($0.1, $0.0.name) }
    }
  }

  /// A tensor argument; numbers become tensors of rank 0.
  package func tensor(_ name: String) throws -> Tensor { try asTensor(try argument(name), name) }

  /// A tensor argument that may be left out.
  package func optionalTensor(_ name: String) throws -> Tensor? {
    let value = try argument(name)
    return value.isAbsent ? nil : try asTensor(value, name)
  }

  /// A list of tensors.
  package func tensorList(_ name: String) throws -> [Tensor] {
    switch try argument(name) {
    case .tensors(let list): return try list.map { try graph.checked($0, op) }
    case .tensor(let tensor): return [try graph.checked(tensor, op)]
    default: throw mismatch(name, "a list of tensors")
    }
  }

  /// A whole number.
  package func int(_ name: String) throws -> Int {
    switch try argument(name) {
    case .option(.int(let value)): return value
    case .option(.number(let value)):
      guard let whole = Int(exactly: value) else { throw mismatch(name, "a whole number") }
      return whole
    default: throw mismatch(name, "a whole number")
    }
  }

  /// A list of whole numbers; a single one is a list of one.
  package func ints(_ name: String) throws -> [Int] {
    switch try argument(name) {
    case .option(.ints(let list)): return list
    case .option(.int), .option(.number): return [try int(name)]
    default: throw mismatch(name, "a list of whole numbers")
    }
  }

  /// Whether an argument was left out.
  package func isAbsent(_ name: String) throws -> Bool { try argument(name).isAbsent }

  /// Yes or no.
  package func flag(_ name: String) throws -> Bool {
    guard case .option(.flag(let value)) = try argument(name) else { throw mismatch(name, "true or false") }
    return value
  }

  /// A number that takes no part in derivatives.
  package func number(_ name: String) throws -> Double {
    switch try argument(name) {
    case .option(.number(let value)): return value
    case .option(.int(let value)): return Double(value)
    default: throw mismatch(name, "a number")
    }
  }

  /// A text argument.
  package func text(_ name: String) throws -> String {
    guard case .option(.text(let value)) = try argument(name) else { throw mismatch(name, "a text") }
    return value
  }

  /// One of the words the parameter knows.
  package func word(_ name: String) throws -> String {
    let value = try text(name)
    guard let parameter = op.parameters.first(where: { $0.name == name }), case .word(let words) = parameter.kind else {
      throw mismatch(name, "a word")
    }
    guard words.contains(value) else {
      throw TensorError.option(
        operation: op.name, argument: name, found: value, expected: "one of " + words.joined(separator: ", "))
    }
    return value
  }

  /// An axis of a tensor of this rank, counted from the front.
  package func axis(_ name: String, rank: Int) throws -> Int {
    try graph.axis(try int(name), rank: rank, op)
  }

  /// The named axes, ascending, or all of them where the argument was left out.
  package func axes(_ name: String, rank: Int) throws -> [Int] {
    if try isAbsent(name) { return Array(0..<rank) }
    var seen: [Int] = []
    for axis in try ints(name) {
      let positive = try graph.axis(axis, rank: rank, op)
      if seen.contains(positive) { throw TensorError.repeatedAxis(operation: op.name, axis: axis) }
      seen.append(positive)
    }
    return seen.sorted()
  }

  /// A shape; sizes may not be negative.
  package func shape(_ name: String) throws -> Shape {
    let sizes = try ints(name)
    guard sizes.count <= Shape.maximumRank else { throw TensorError.rank(operation: op.name, rank: sizes.count) }
    guard sizes.allSatisfy({ $0 >= 0 }) else {
      throw TensorError.option(operation: op.name, argument: name, found: "\(sizes)", expected: "sizes of 0 or more")
    }
    return Shape(sizes)
  }
}
