// Going through a value: how many elements it has, and each of them.
import Diagnostics
import Graph
import TensorKit

extension Machine {
  /// What a loop goes through: the value itself, or what its elements are found in quickly. Called once before a loop.
  package func iterable(_ value: Value) throws -> Value {
    switch value {
    case .range, .tuple: return value
    // The shape of a single number is `()`: nothing to go through.
    case .nothing: return .tuple(Tuple([]))
    case .text(let text): return .tuple(Tuple(text.string.map { .text(Text(String($0))) }))
    case .tensor, .cell, .series:
      guard let tensor = try tensorValue(value), tensor.shape.rank > 0 else { break }
      return .tensor(tensor)
    case .host: if let estimate = value.estimate { return try elements(of: estimate) }
    default: break
    }
    throw cannotIterate(value)
  }

  /// How many elements a loop over the value meets.
  package func count(_ value: Value) throws -> Int {
    switch value {
    case .range(let range): return range.count
    case .tuple(let tuple): return tuple.elements.count
    case .nothing: return 0
    case .text(let text): return text.string.count
    case .tensor(let tensor) where tensor.shape.rank > 0: return tensor.shape[0]
    case .cell(let cell) where cell.parameter.value.shape.rank > 0: return cell.parameter.value.shape[0]
    case .series(let series): return series.count
    case .host(let object):
      guard let size = object.sort?.shape.dims.first else { throw cannotIterate(value) }
      return size
    default: throw cannotIterate(value)
    }
  }

  /// The element of a number below `count`.
  package func element(_ value: Value, _ index: Int) throws -> Value {
    switch value {
    case .range(let range): return .number(range[index])
    case .tuple(let tuple) where tuple.elements.indices.contains(index): return tuple.elements[index]
    case .tensor(let tensor):
      // Rows of something pending would compute it anew for every round.
      if traceDepth == 0, tensor.isPending { _ = try tensor.look() }
      if traceDepth == 0, let array = tensor.known, array.shape.rank > 0, index >= 0, index < array.shape[0] {
        let position = array.offset + index * array.strides[0]
        if array.shape.rank > 1 { return .tensor(TensorValue(array.row(at: position))) }
        return try element(array.number(atPosition: position), array.dtype)
      }
      return try self.index(value, [.position(.number(Double(index)))])
    case .tuple, .text, .cell, .series: return try self.index(value, [.position(.number(Double(index)))])
    default: throw cannotIterate(value)
    }
  }

  private func cannotIterate(_ value: Value) -> Fault {
    if case .number = value { return Fault(.iterationOverNumber, ["found": description(value)], argument: 0) }
    if case .tensor(let tensor) = value, tensor.shape.rank == 0, tensor.dtype != .bool {
      return Fault(.iterationOverNumber, ["found": value.kindPhrase], argument: 0)
    }
    return Fault(.cannotIterate, ["kind": value.kindPhrase], notes: Machine.forgottenCall(value), argument: 0)
  }
}
