// Back-propagation, told step by step: what each operation received, what it passed on.
import TensorKit

/// A backward pass, one operation a row, in the order in which it is carried out: from the value back to the arguments.
public struct Explanation: Sendable, Hashable {
  /// What is worth knowing of a tensor at a glance.
  public struct Summary: Sendable, Hashable {
    /// The sizes of its axes.
    public let shape: Shape
    /// All elements in row order where there are only a few, else none.
    public let elements: [Double]
    /// The smallest element.
    public let least: Double
    /// The mean of the elements.
    public let mean: Double
    /// The largest element.
    public let greatest: Double
  }

  /// What an operation passes on to one of its operands.
  public struct Flow: Sendable, Hashable {
    /// The operand's name.
    public let operand: String
    /// The gradient that flows there.
    public let gradient: Summary
  }

  /// One operation of the pass.
  public struct Row: Sendable, Hashable {
    /// The name of its result; operands refer to it.
    public let name: String
    /// The operator.
    public let operation: String
    /// The names of its operands: arguments by their names, numbers written out.
    public let operands: [String]
    /// The shapes of its operands.
    public let operandShapes: [Shape]
    /// The shape of its result.
    public let shape: Shape
    /// The place in the source that recorded it.
    public let place: Int32
    /// Its result.
    public let value: Summary
    /// The gradient of the whole value with respect to the result, gathered from everything that uses it.
    public let incoming: Summary
    /// What it passes on to its operands; none where nothing flows.
    public let outgoing: [Flow]
  }

  /// The value that is differentiated.
  public let value: Summary
  /// The operations, the last one first.
  public let rows: [Row]
  /// How many further operations were left out.
  public let omitted: Int
  /// What arrives at each argument in the end.
  public let gradients: [Flow]
}

/// Back-propagation of `f` at `x`, one operation a row. `f` must give a single number.
public func explain(
  of f: (Tensor) throws -> Tensor, at x: Tensor, named name: String = "x", limit: Int = 500
) throws -> Explanation {
  try explain(of: { try f($0[0]) }, at: [(name, x)], limit: limit)
}

/// As above, for a function of several arguments.
public func explain(
  of f: ([Tensor]) throws -> Tensor, at arguments: [(name: String, value: Tensor)], limit: Int = 500
) throws -> Explanation {
  guard let graph = arguments.first?.value.graph else {
    throw TensorError.missingArgument(operation: "explain", argument: "at")
  }
  let leaves = try graph.compute(arguments.map(\.value)).map { try graph.tensor($0) }
  return try Explanation(graph, arguments.map(\.name), leaves, value: f(leaves), limit: limit)
}

/// Back-propagation of a loss over a model: its parameters are the arguments.
public func explain(
  of loss: () throws -> Tensor, over model: some ParameterHolder, in graph: Graph, limit: Int = 500
) throws -> Explanation {
  let parameters = model.distinctParameters
  let leaves = try parameters.map { try $0.parameter.tensor(in: graph) }
  return try Explanation(graph, parameters.map(\.path), leaves, value: loss(), limit: limit)
}

extension Explanation {
  /// Records the backward pass from `value` to the leaves, and computes everything that is told.
  package init(_ graph: Graph, _ names: [String], _ leaves: [Tensor], value: Tensor, limit: Int) throws {
    guard value.graph === graph else { throw TensorError.foreignTensor(operation: "explain") }
    guard value.isLive, leaves.allSatisfy(\.isLive) else { throw TensorError.endedTensor(operation: "explain") }
    guard value.shape.count == 1 else { throw TensorError.notScalar(operation: "explain", shape: value.shape) }
    guard value.dtype.isFloating else {
      throw TensorError.precision(
        operation: "explain", argument: "value", found: value.dtype, expected: "a floating type")
    }
    let labels = Explanation.labels(
      graph, value, Dictionary(zip(leaves.map(\.id), names), uniquingKeysWith: { a, _ in a }))
    var passes: [(id: Int32, incoming: Tensor, outgoing: [Tensor?])] = []
    var arrived = [Tensor?](repeating: nil, count: leaves.count)
    if let first = leaves.map(\.id).min(), first <= value.id {
      var walk = ReverseWalk(graph, from: first, to: value.id, sources: leaves.map(\.id))
      walk.witness = { passes.append(($0, $1, $2)) }
      try walk.run(graph.full(1, value.shape, value.dtype))
      arrived = leaves.map { walk.cotangent(of: $0.id) }
    }
    let told = passes.prefix(max(0, limit))
    let gradients = try zip(arrived, leaves).map { try $0 ?? zeros(like: $1) }
    // Everything in one go: the pass shares most of its work.
    let wanted = told.flatMap { [Tensor(graph, $0.id), $0.incoming] + $0.outgoing.compactMap { $0 } }
    var arrays = try graph.compute(wanted + gradients + [value])
    arrays.reverse()
    let next = { Summary(arrays.popLast()) }
    rows = told.map { pass in
      let operands = graph.operands(of: pass.id)
      let (result, incoming) = (next(), next())
      let flows = zip(operands, pass.outgoing).compactMap { operand, flow in
        flow == nil ? nil : Flow(operand: labels[operand] ?? "", gradient: next())
      }
      return Row(
        name: labels[pass.id] ?? "", operation: graph.op(pass.id).name, operands: operands.map { labels[$0] ?? "" },
        operandShapes: operands.map { graph.shape(of: $0) }, shape: graph.shape(of: pass.id),
        place: graph.nodes[Int(pass.id)].place, value: result, incoming: incoming, outgoing: flows)
    }
    omitted = passes.count - told.count
    self.gradients = names.map { Flow(operand: $0, gradient: next()) }
    self.value = next()
  }

  /// Names for everything the value was computed from: arguments by name, numbers written out, results numbered in order.
  private static func labels(_ graph: Graph, _ value: Tensor, _ leaves: [Int32: String]) -> [Int32: String] {
    var labels = leaves
    var (results, constants) = (0, 0)
    for id in graph.reachable(from: [value.id]) where labels[id] == nil {
      let op = graph.op(id)
      if op === Op.scalar {
        labels[id] = Figures.text(graph.numbers(of: id).first ?? .nan, digits: 6)
      } else if op === Op.constant {
        constants += 1
        labels[id] = "c\(constants)"
      } else {
        results += 1
        labels[id] = "t\(results)"
      }
    }
    return labels
  }
}

extension Explanation.Summary {
  /// Sums up an array; nothing where there is none.
  init(_ array: NDArray?) {
    let values = array?.doubles ?? []
    shape = array?.shape ?? .scalar
    elements = values.count <= 4 ? values : []
    least = values.contains(where: \.isNaN) ? .nan : values.min() ?? .nan
    greatest = values.contains(where: \.isNaN) ? .nan : values.max() ?? .nan
    mean = values.isEmpty ? .nan : values.reduce(0, +) / Double(values.count)
  }
}
