// Where the numbers and tensors lie in a value, and values of the same structure made of others.
import Diagnostics
import Graph
import TensorKit

/// The structure of a value, with its tensors numbered.
indirect enum LeafTree {
  case leaf(Int)
  case parts([(label: String?, tree: LeafTree)])
  /// Something that is no number: a text, a function.
  case fixed

  /// A value of this structure with other leaves; `nothing` stands where there was no number.
  func value(_ leaf: (Int) throws -> Value) rethrows -> Value {
    switch self {
    case .leaf(let index): try leaf(index)
    case .fixed: .nothing
    case .parts(let parts): .tuple(Tuple(try parts.map { try $0.tree.value(leaf) }, labels: parts.map(\.label)))
    }
  }

  /// A value of this structure that holds these tensors.
  func value(of tensors: [Tensor]) -> Value {
    value { index in index < tensors.count ? .tensor(TensorValue(tensors[index])) : .nothing }
  }
}

/// The tensors that a derivative is taken by, gathered from the arguments of a function.
struct Variables {
  private(set) var sources: [Tensor] = []
  private var cells: [ObjectIdentifier: Int] = [:]

  /// Gives every number and floating tensor inside a value a name of its own, and the value that holds those names. Cells stay
  /// what they are: a derivative by a cell counts every use of it.
  mutating func take(_ value: Value, in machine: Machine) throws -> (value: Value, tree: LeafTree) {
    switch value {
    case .number(let number):
      return try take(machine.graph.scalar(number))
    case .tensor(let tensor):
      return tensor.dtype.isFloating ? try take(tensor.tensor(in: machine.graph)) : (value, .fixed)
    case .cell(let cell):
      return (value, try take(cell, in: machine))
    case .tuple(let tuple):
      var parts: [(value: Value, tree: LeafTree)] = []
      for element in tuple.elements { parts.append(try take(element, in: machine)) }
      let labelled = parts.enumerated().map { (label: tuple.label($0.offset), tree: $0.element.tree) }
      return (.tuple(Tuple(parts.map(\.value), labels: tuple.labels)), .parts(labelled))
    case .model:
      let held = HeldCells(in: value).parameters
      return (value, .parts(try held.map { (label: $0.path, tree: try take($0.cell, in: machine)) }))
    case .host(let object):
      guard let tensor = try object.tensor(in: machine), tensor.dtype.isFloating else { return (value, .fixed) }
      return try take(tensor)
    case .nothing, .truth, .text, .range, .function, .series, .optimizer:
      return (value, .fixed)
    }
  }

  private mutating func take(_ tensor: Tensor) throws -> (value: Value, tree: LeafTree) {
    let source = try variable(tensor)
    sources.append(source)
    return (.tensor(TensorValue(source)), .leaf(sources.count - 1))
  }

  mutating func take(_ cell: Cell, in machine: Machine) throws -> LeafTree {
    guard cell.parameter.value.dtype.isFloating else { return .fixed }
    let key = ObjectIdentifier(cell.parameter)
    if let known = cells[key] { return .leaf(known) }
    sources.append(try cell.parameter.tensor(in: machine.graph))
    cells[key] = sources.count - 1
    return .leaf(sources.count - 1)
  }
}

/// The tensors in what a function gave back.
struct Results {
  private(set) var tensors: [Tensor] = []

  /// The structure of a result, whose numbers join `tensors`; nil if something in it is no number.
  mutating func take(_ value: Value, in machine: Machine) throws -> LeafTree? {
    if case .tuple(let tuple) = value {
      var parts: [(label: String?, tree: LeafTree)] = []
      for (index, element) in tuple.elements.enumerated() {
        guard let tree = try take(element, in: machine) else { return nil }
        parts.append((tuple.label(index), tree))
      }
      return .parts(parts)
    }
    guard let tensor = try machine.tensorOrMean(value) else { return nil }
    tensors.append(tensor)
    return .leaf(tensors.count - 1)
  }
}
