// The sizes of a tensor's axes, and the arithmetic of shapes.

/// The sizes of a tensor's axes, outermost first. A shape of rank 0 is a single number's.
public struct Shape: Hashable, Sendable, ExpressibleByArrayLiteral, CustomStringConvertible {
  /// The highest rank a tensor may have.
  public static let maximumRank = 8

  /// The sizes, one per axis.
  public let dims: [Int]

  /// A shape with these sizes.
  public init(_ dims: [Int]) { self.dims = dims }

  /// A shape written out: `[3, 4]`.
  public init(arrayLiteral elements: Int...) { dims = elements }

  /// A single number's shape.
  public static let scalar = Shape([])

  /// How many axes there are.
  public var rank: Int { dims.count }

  /// How many elements there are; a product too large for an `Int` saturates, so that a budget refuses it.
  public var count: Int {
    if dims.contains(0) { return 0 }
    var product = 1
    for size in dims {
      let (next, overflow) = product.multipliedReportingOverflow(by: size)
      if overflow { return Int.max }
      product = next
    }
    return product
  }

  /// The size of one axis.
  public subscript(axis: Int) -> Int { dims[axis] }

  /// The shape as a person writes it: `[3, 4]`.
  public var description: String { "[" + dims.map(String.init).joined(separator: ", ") + "]" }

  /// Steps between neighbours of each axis when elements lie in row order without gaps.
  package var rowStrides: [Int] {
    var strides = [Int](repeating: 1, count: rank)
    var step = 1
    for axis in stride(from: rank - 1, through: 0, by: -1) {
      strides[axis] = step
      step = step.multipliedReportingOverflow(by: max(1, dims[axis])).partialValue
    }
    return strides
  }

  /// The shape both fit into when axes of size 1 are stretched, or nil where two sizes clash.
  package func broadcast(with other: Shape) -> Shape? {
    if dims == other.dims { return self }
    let rank = max(self.rank, other.rank)
    var result = [Int](repeating: 1, count: rank)
    for back in 1..<(rank + 1) {
      let mine = back <= self.rank ? dims[self.rank - back] : 1
      let theirs = back <= other.rank ? other.dims[other.rank - back] : 1
      if mine != theirs && mine != 1 && theirs != 1 { return nil }
      result[rank - back] = mine == 1 ? theirs : mine
    }
    return Shape(result)
  }

  /// Whether stretching axes of size 1 (and adding outer ones) makes this shape into `other`.
  package func broadcasts(to other: Shape) -> Bool {
    broadcast(with: other) == other
  }

  /// The shape without the named axes (ascending), or with size 1 in their place.
  package func reduced(over axes: [Int], keep: Bool) -> Shape {
    var result: [Int] = []
    result.reserveCapacity(rank)
    for axis in 0..<rank {
      if !axes.contains(axis) { result.append(dims[axis]) } else if keep { result.append(1) }
    }
    return Shape(result)
  }

  /// The shape with one size replaced.
  package func replacing(axis: Int, with size: Int) -> Shape {
    var copy = dims
    copy[axis] = size
    return Shape(copy)
  }
}
