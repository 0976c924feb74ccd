// Tensors as programs hold them.
import Graph
import TensorKit

/// A tensor: recorded and not yet computed, or computed, or both.
package final class TensorValue: Box {
  private var recorded: Tensor?
  private var array: NDArray?
  package let shape: Shape
  package let dtype: DType

  package init(_ tensor: Tensor) {
    recorded = tensor
    shape = tensor.shape
    dtype = tensor.dtype
    super.init()
  }

  package init(_ array: NDArray) {
    self.array = array
    shape = array.shape
    dtype = array.dtype
    super.init()
  }

  package override var byteSize: Int { 128 }

  /// The computed elements, if somebody looked already.
  package var known: NDArray? { array }

  /// Its node, if the trace it was recorded in still goes on.
  package var node: Tensor? { recorded.flatMap { $0.isLive ? $0 : nil } }

  /// Whether it must be computed before the present trace ends.
  package var isPending: Bool { array == nil }

  /// A handle in the present trace.
  package func tensor(in graph: Graph) throws -> Tensor {
    if let recorded, recorded.isLive { return recorded }
    guard let array else { throw TensorError.endedTensor(operation: "tensor") }
    let tensor = try graph.tensor(array)
    recorded = tensor
    return tensor
  }

  /// The elements, computed now if need be.
  package func look() throws -> NDArray {
    if let array { return array }
    guard let recorded else { throw TensorError.endedTensor(operation: "tensor") }
    let value = try recorded.value()
    array = value
    return value
  }

  /// Takes the elements that were computed together with others.
  package func settle(_ value: NDArray) { array = value }
}
