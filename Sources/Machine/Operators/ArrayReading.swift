// Single elements of computed arrays, without reading the others.
import TensorKit

extension NDArray {
  /// The element at these places, one for each axis; the caller knows that they are inside.
  func number(at places: [Int]) -> Double {
    var position = offset
    for (place, step) in zip(places, strides) { position += place * step }
    return number(atPosition: position)
  }

  /// The element at a position in the storage.
  @inline(__always) func number(atPosition position: Int) -> Double {
    let base = storage.base
    return switch dtype {
    case .float32: Double(base.assumingMemoryBound(to: Float.self)[position])
    case .float64: base.assumingMemoryBound(to: Double.self)[position]
    case .int: Double(base.assumingMemoryBound(to: Int.self)[position])
    case .bool: base.assumingMemoryBound(to: UInt8.self)[position] == 0 ? 0 : 1
    }
  }

  /// The slice along the first axis that begins at a position in the storage, without a copy.
  func row(at position: Int) -> NDArray {
    view(Shape(Array(shape.dims.dropFirst())), strides: Array(strides.dropFirst()), offset: position)
  }
}
