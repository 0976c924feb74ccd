// What `record` gathers.
import Graph
import TensorKit

/// What `record` gathered under a name: as many values as were recorded, all of one shape.
package final class Series: Box {
  package let name: String
  package let shape: Shape
  package let dtype: DType
  /// The values one after the other.
  package private(set) var numbers: [Double]
  private var read: TensorValue?

  package init(_ name: String, shape: Shape, dtype: DType, numbers: [Double] = []) {
    self.name = name
    self.shape = shape
    self.dtype = dtype
    self.numbers = numbers
    super.init()
  }

  package override var byteSize: Int { 64 + 8 * numbers.count }

  /// How many values were recorded.
  package var count: Int { shape.count == 0 ? 0 : numbers.count / shape.count }

  package func append(_ value: NDArray) {
    numbers.append(contentsOf: value.doubles)
    read = nil
  }

  package func append(_ value: Double) {
    numbers.append(value)
    read = nil
  }

  /// Takes back what was recorded after there were `count` numbers.
  package func truncate(to count: Int) {
    guard count < numbers.count else { return }
    numbers.removeLast(numbers.count - max(0, count))
    read = nil
  }

  /// All recorded values as one tensor: as many rows as were recorded.
  package func tensor(in graph: Graph) throws -> TensorValue {
    if let read { return read }
    let all = Shape([count] + shape.dims)
    let array =
      dtype == .float32
      ? try NDArray(numbers.map { Float($0) }, shape: all, on: graph.device)
      : try NDArray(numbers, shape: all, on: graph.device)
    let tensor = TensorValue(array)
    read = tensor
    return tensor
  }
}
