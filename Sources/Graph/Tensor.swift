// A tensor as programs hold it: a name for a node of a graph.
import TensorKit

/// A tensor: a recorded computation that is carried out when somebody looks. It is a light handle; its graph holds the rest.
public struct Tensor: Hashable {
  /// The graph it is recorded in.
  public let graph: Graph
  package let id: Int32
  /// Which trace it belongs to: handles of an ended trace are refused, not misread.
  let epoch: Int32

  init(_ graph: Graph, _ id: Int32) {
    self.graph = graph
    self.id = id
    epoch = graph.epoch
  }

  /// Whether both name the same node of the same graph.
  public static func == (a: Tensor, b: Tensor) -> Bool { a.graph === b.graph && a.id == b.id && a.epoch == b.epoch }

  /// Hashes the node's identity.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(ObjectIdentifier(graph))
    hasher.combine(id)
    hasher.combine(epoch)
  }

  /// The sizes of the axes; known without computing.
  public var shape: Shape { isLive ? graph.shape(of: id) : .scalar }
  /// The type of the elements; known without computing.
  public var dtype: DType { isLive ? graph.nodes[Int(id)].dtype : .float64 }
  /// How many axes there are.
  public var rank: Int { shape.rank }
  /// Whether the trace it was recorded in still goes on.
  public var isLive: Bool { epoch == graph.epoch }
  /// The operator that makes it.
  public var operation: OpSpec { isLive ? graph.op(id) : Op.constant }

  /// Computes the tensor, if nobody has looked before, and gives its elements.
  public func value() throws -> NDArray {
    try graph.values(of: [self])[0]
  }

  /// The single number of a tensor with one element.
  public func number() throws -> Double {
    guard let item = try value().item else { throw TensorError.notScalar(operation: "number", shape: shape) }
    return item
  }
}

// The operators of arithmetic throw like everything else; a number on either side becomes a tensor of rank 0.
extension Tensor {
  /// The sum, element by element.
  public static func + (a: Tensor, b: Tensor) throws -> Tensor { try a.graph.recordElementwise(Op.add, a, b) }
  /// The difference, element by element.
  public static func - (a: Tensor, b: Tensor) throws -> Tensor { try a.graph.recordElementwise(Op.subtract, a, b) }
  /// The product, element by element.
  public static func * (a: Tensor, b: Tensor) throws -> Tensor { try a.graph.recordElementwise(Op.multiply, a, b) }
  /// The quotient, element by element.
  public static func / (a: Tensor, b: Tensor) throws -> Tensor { try a.graph.recordElementwise(Op.divide, a, b) }
  /// The negative, element by element.
  public static prefix func - (a: Tensor) throws -> Tensor { try a.graph.recordElementwise(Op.negate, a) }

  /// The sum with a number.
  public static func + (a: Tensor, b: Double) throws -> Tensor { try a + (try a.graph.scalar(b)) }
  /// The difference with a number.
  public static func - (a: Tensor, b: Double) throws -> Tensor { try a - (try a.graph.scalar(b)) }
  /// The product with a number.
  public static func * (a: Tensor, b: Double) throws -> Tensor { try a * (try a.graph.scalar(b)) }
  /// The quotient by a number.
  public static func / (a: Tensor, b: Double) throws -> Tensor { try a / (try a.graph.scalar(b)) }
  /// The sum of a number and a tensor.
  public static func + (a: Double, b: Tensor) throws -> Tensor { try (try b.graph.scalar(a)) + b }
  /// The difference of a number and a tensor.
  public static func - (a: Double, b: Tensor) throws -> Tensor { try (try b.graph.scalar(a)) - b }
  /// The product of a number and a tensor.
  public static func * (a: Double, b: Tensor) throws -> Tensor { try (try b.graph.scalar(a)) * b }
  /// The quotient of a number and a tensor.
  public static func / (a: Double, b: Tensor) throws -> Tensor { try (try b.graph.scalar(a)) / b }
}
