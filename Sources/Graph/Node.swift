// One recorded operation, and the tables that keep equal shapes and equal attributes in one place.
import TensorKit

/// One recorded operation. Nodes lie side by side in the graph's arena and name their operands by position, so that recording
/// one is a few stores and freeing all is one call.
struct Node {
  /// The operator's row; rows live as long as the graph.
  var op: Unmanaged<OpSpec>
  /// The operands; where there are more than three, `a` is their start in the graph's list of long operand lists.
  var a: Int32
  var b: Int32
  var c: Int32
  var operandCount: Int32
  var shape: ShapeID
  var attributes: Int32
  /// Start of this node's numbers (constants, offsets, counters): inputs of a plan, not part of its key.
  var numbers: Int32
  var numberCount: Int32
  /// Position of the computed value in the graph's table, or -1.
  var value: Int32
  var place: Int32
  var dtype: DType
}

/// The name of an interned shape: equal shapes have equal names, so that most shape checks are one comparison.
typealias ShapeID = Int32

/// A table that gives equal keys the same small number.
struct Interner<Key: Hashable> {
  private var numbers: [Key: Int32] = [:]
  private(set) var keys: [Key] = []

  mutating func number(of key: Key) -> Int32 {
    if let known = numbers[key] { return known }
    let number = Int32(keys.count)
    numbers[key] = number
    keys.append(key)
    return number
  }

  subscript(_ number: Int32) -> Key { keys[Int(number)] }
}

/// What is known of a tensor before it is computed.
package struct Signature: Hashable, Sendable {
  package var shape: Shape
  package var dtype: DType

  package init(_ shape: Shape, _ dtype: DType) {
    self.shape = shape
    self.dtype = dtype
  }
}
