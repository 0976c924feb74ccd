// What is to vary in a claim about a derivative: numbers and tensors of a program, and the parameters of its models.
import Diagnostics
import Graph
import TensorKit

/// Values with names, taken apart into the tensors that a derivative is taken by.
package struct VaryingValues {
  /// A tensor that varies.
  struct Leaf {
    let name: String
    let array: NDArray
    /// The parameter that it is; nil for a value that is handed over.
    let cell: Cell?
  }
  let machine: Machine
  private(set) var leaves: [Leaf] = []
  let values: [Value]
  private var known: Set<ObjectIdentifier> = []
  /// For each leaf that is handed over its place among the leaves, in the order in which they are met in the values.
  private var handedOver: [Int] = []

  package init(_ named: [(name: String, value: Value)], in machine: Machine) throws {
    self.machine = machine
    values = named.map(\.value)
    for (name, value) in named { try take(value, name) }
  }

  private mutating func take(_ value: Value, _ name: String) throws {
    switch value {
    case .number, .range, .series: try handOver(value, name)
    case .tensor(let tensor): if tensor.dtype.isFloating { try handOver(value, name) }
    case .host where value.estimate != nil: try handOver(value, name)
    case .tuple(let tuple):
      for (index, element) in tuple.elements.enumerated() {
        try take(element, name + (tuple.label(index).map { "." + $0 } ?? "[\(index)]"))
      }
    case .cell(let cell): if !cell.isState { take(cell, name) }
    case .model, .function:
      for (path, cell) in HeldCells(in: value).parameters { take(cell, name.isEmpty ? path : name + "." + path) }
    case .nothing, .truth, .text, .optimizer, .host: return
    }
  }

  private mutating func handOver(_ value: Value, _ name: String) throws {
    guard let tensor = try machine.tensorOrMean(value) else { return }
    handedOver.append(leaves.count)
    leaves.append(Leaf(name: name, array: try tensor.value(), cell: nil))
  }

  private mutating func take(_ cell: Cell, _ name: String) {
    guard cell.parameter.value.dtype.isFloating, known.insert(ObjectIdentifier(cell.parameter)).inserted else { return }
    leaves.append(Leaf(name: name, array: cell.parameter.value, cell: cell))
  }

  /// Lets every leaf be another tensor while `body` runs, which gets the values with these.
  func with<R>(_ tensors: [Tensor], _ body: ([Value]) throws -> R) throws -> R {
    let cells = zip(leaves, tensors).compactMap { leaf, tensor in leaf.cell.map { ($0.parameter, tensor) } }
    let before = cells.map(\.0.substitute)
    for (parameter, tensor) in cells { parameter.substitute = tensor }
    defer { for ((parameter, _), earlier) in zip(cells, before) { parameter.substitute = earlier } }
    var places = handedOver[...]
    return try body(values.map { rebuilt($0, tensors, &places) })
  }

  private func rebuilt(_ value: Value, _ tensors: [Tensor], _ places: inout ArraySlice<Int>) -> Value {
    let isHandedOver: Bool
    switch value {
    case .number, .range, .series: isHandedOver = true
    case .tensor(let tensor): isHandedOver = tensor.dtype.isFloating
    case .host: isHandedOver = value.estimate != nil
    case .tuple(let tuple):
      return .tuple(Tuple(tuple.elements.map { rebuilt($0, tensors, &places) }, labels: tuple.labels))
    default: isHandedOver = false
    }
    guard isHandedOver, let place = places.popFirst(), tensors.indices.contains(place) else { return value }
    return .tensor(TensorValue(tensors[place]))
  }

  /// Back-propagation from what `body` makes of the values, operation by operation. `others` are further parameters that it may
  /// read.
  package func explanation(
    besides others: [(name: String, cell: Cell)] = [], limit: Int, _ body: ([Value]) throws -> Tensor
  ) throws -> Explanation {
    let graph = machine.graph
    return try machine.recording {
      let tensors = try leaves.map { try graph.tensor($0.array) }
      let value = try with(tensors, body)
      var named = zip(leaves, tensors).map { (name: $0.name, tensor: $1) }
      var seen = Set(tensors.map(\.id))
      for (name, cell) in others where !cell.isState {
        let tensor = try cell.parameter.tensor(in: graph)
        // One that was never read is recorded only now, behind the value.
        if tensor.id < value.id, seen.insert(tensor.id).inserted { named.append((name, tensor)) }
      }
      return try Explanation(graph, named.map(\.name), named.map(\.tensor), value: value, limit: limit)
    }
  }
}
