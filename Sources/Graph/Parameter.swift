// What learns: named values that change between traces, and models made of them.
import TensorKit

/// A named value that learns. A trace reads it once: however often it is used, it counts once.
public final class Parameter {
  /// The name in reports.
  public let name: String
  /// The present value.
  public private(set) var value: NDArray
  /// How often the value was replaced.
  public private(set) var version = 0
  private var read: (tensor: Tensor, version: Int)?
  /// What a trace reads in place of the value: while a check moves it, or until an update that the trace recorded is made.
  package var substitute: Tensor?

  /// A parameter with its first value.
  public init(_ name: String, _ value: NDArray) {
    self.name = name
    self.value = value
  }

  /// The present value as a tensor of a graph. Results recorded before a change keep the value they read.
  public func tensor(in graph: Graph) throws -> Tensor {
    if let substitute, substitute.graph === graph, substitute.isLive { return substitute }
    if let read, read.version == version, read.tensor.graph === graph, read.tensor.isLive { return read.tensor }
    let tensor = try graph.tensor(value)
    read = (tensor, version)
    return tensor
  }

  /// Replaces the value by another of the same shape and type.
  public func assign(_ value: NDArray) throws {
    guard value.shape == self.value.shape else {
      throw TensorError.shapesDoNotMeet(operation: "assign \(name)", left: self.value.shape, right: value.shape)
    }
    guard value.dtype == self.value.dtype else {
      throw TensorError.precision(
        operation: "assign \(name)", argument: "value", found: value.dtype, expected: "\(self.value.dtype)")
    }
    self.value = value
    version += 1
    read = nil
  }
}

/// Anything that holds parameters.
public protocol ParameterHolder {
  /// The parameters, by name.
  var parameters: Structure<Parameter> { get }
}

extension Parameter: ParameterHolder {
  /// The parameter itself.
  public var parameters: Structure<Parameter> { .leaf(self) }
}

extension Structure: ParameterHolder where Leaf == Parameter {
  /// The structure itself.
  public var parameters: Structure<Parameter> { self }
}

extension ParameterHolder {
  /// Every parameter once, with the first path it is found under.
  public var distinctParameters: [(path: String, parameter: Parameter)] {
    var seen: Set<ObjectIdentifier> = []
    return parameters.leaves.filter { seen.insert(ObjectIdentifier($0.leaf)).inserted }
      .map { ($0.path.isEmpty ? $0.leaf.name : $0.path, $0.leaf) }
  }
}

/// The value of a loss and its gradient over a model, in the model's structure. A parameter that stands in several places has the
/// sum over all its uses in each of them.
public func valueAndGradient(
  of loss: () throws -> Tensor, over model: some ParameterHolder, in graph: Graph
) throws -> (value: Tensor, gradient: Structure<Tensor>) {
  let sources = try model.distinctParameters.map {
    (ObjectIdentifier($0.parameter), try $0.parameter.tensor(in: graph))
  }
  let value = try loss()
  guard value.shape.count == 1 else { throw TensorError.notScalar(operation: "gradient", shape: value.shape) }
  guard value.graph === graph else { throw TensorError.foreignTensor(operation: "gradient") }
  let gradients = try graph.pullback(value, to: sources.map(\.1))
  var found: [ObjectIdentifier: Tensor] = [:]
  for ((key, source), gradient) in zip(sources, gradients) { found[key] = try gradient ?? zeros(like: source) }
  let gradient = try model.parameters.map { parameter in
    guard let gradient = found[ObjectIdentifier(parameter)] else {
      throw TensorError.structure(operation: "gradient", reason: "the model changed while its loss was recorded")
    }
    return gradient
  }
  return (value, gradient)
}
