// Reading elements by whole-number indices, and adding elements to the places that indices name.

/// An array seen as [shared, outer, n, inner] while indices choose along n; every shared position has indices of its own.
private struct IndexedLayout {
  var shared: Int
  var outer: Int
  var size: Int
  var inner: Int

  init(_ dims: [Int], axis: Int, shared: Int) {
    self.shared = Shape(Array(dims[..<shared])).count
    outer = Shape(Array(dims[shared..<axis])).count
    size = dims[axis]
    inner = Shape(Array(dims[(axis + 1)...])).count
  }
}

/// About so many elements are moved between two looks at the cancel flag.
private let portion = 1 << 16

extension NDArray {
  /// The slices of this array along `axis` that the indices name; negative ones count from the end. The first `shared` axes
  /// belong to both: each position there has indices of its own. The result's axes are those before `axis`, those of the
  /// indices after the shared ones, and those behind `axis`. Costs one pass over the result.
  package func taking(
    _ indices: NDArray, axis: Int, shared: Int = 0, into shape: Shape, on device: Device, for operation: String
  ) throws -> NDArray {
    let layout = IndexedLayout(self.shape.dims, axis: axis, shared: shared)
    let places = try indices.placesChecked(within: layout.size, axis: axis, on: device, for: operation)
    let source = try contiguous(on: device, for: operation)
    let result = try NDArray(uninitialized: shape, dtype, on: device, for: operation)
    guard result.count > 0 else { return result }
    let perShared = places.count / layout.shared
    // One line of the result is what one index brings along: `inner` elements in a row.
    let lines = layout.shared * layout.outer * perShared
    let width = layout.inner * dtype.size
    let linesPerTask = max(1, portion / layout.inner)
    let (from, to, chosen) = (source.pointer, result.pointer, places.elements(Int.self))
    /// Calls `copy` for every line with its row in the source.
    @inline(__always) func eachLine(_ copy: (_ row: Int, _ line: Int) -> Void) throws {
      try device.share(tasks: (lines + linesPerTask - 1) / linesPerTask) { task, _ in
        let first = task * linesPerTask
        var (block, index) = first.quotientAndRemainder(dividingBy: perShared)
        var start = block / layout.outer * perShared
        for line in first..<min(lines, first + linesPerTask) {
          let place = chosen[start + index]
          copy(block * layout.size + (place < 0 ? place + layout.size : place), line)
          index += 1
          if index == perShared {
            index = 0
            block += 1
            start = block / layout.outer * perShared
          }
        }
      }
    }
    switch width {
    case 4:
      let (from, to) = (from.assumingMemoryBound(to: UInt32.self), to.assumingMemoryBound(to: UInt32.self))
      try eachLine { row, line in to[line] = from[row] }
    case 8:
      let (from, to) = (from.assumingMemoryBound(to: UInt64.self), to.assumingMemoryBound(to: UInt64.self))
      try eachLine { row, line in to[line] = from[row] }
    default: try eachLine { row, line in (to + line * width).copyMemory(from: from + row * width, byteCount: width) }
    }
    return result
  }

  /// The adjoint of `taking`: zeros of `shape`, to which each slice of this array is added where its index says, in the order
  /// of the indices. Costs a pass over both.
  package func scattered(
    by indices: NDArray, axis: Int, shared: Int = 0, into shape: Shape, on device: Device, for operation: String
  ) throws -> NDArray {
    let layout = IndexedLayout(shape.dims, axis: axis, shared: shared)
    let places = try indices.placesChecked(within: layout.size, axis: axis, on: device, for: operation)
    let result = try NDArray(repeating: 0, shape: shape, dtype: dtype, on: device)
    let source = try contiguous(on: device, for: operation)
    guard source.count > 0 else { return result }
    let adder = SlotAdder(layout, indices: places.elements(Int.self), perColumn: false)
    switch dtype {
    case .float32: try adder.add(source.elements(Float.self), to: result.elements(Float.self), on: device)
    case .float64: try adder.add(source.elements(Double.self), to: result.elements(Double.self), on: device)
    case .int: try adder.add(source.elements(Int.self), to: result.elements(Int.self), on: device)
    case .bool: throw TensorError.precision(operation: operation, argument: "x", found: .bool, expected: "a number")
    }
    return result
  }

  /// For each index one element: that of this array at the same place, but along `axis` where the index says. The two shapes
  /// are equal but for that axis. Costs one pass over the result.
  package func taking(along axis: Int, _ indices: NDArray, on device: Device, for operation: String) throws -> NDArray {
    let layout = IndexedLayout(shape.dims, axis: axis, shared: 0)
    let places = try indices.placesChecked(within: layout.size, axis: axis, on: device, for: operation)
    let source = try contiguous(on: device, for: operation)
    let result = try NDArray(uninitialized: indices.shape, dtype, on: device, for: operation)
    guard result.count > 0 else { return result }
    let chosen = places.elements(Int.self)
    let perOuter = indices.shape[axis] * layout.inner
    func move<T>(_ type: T.Type) throws {
      let (from, to) = (source.elements(type), result.elements(type))
      try device.share(tasks: (to.count + portion - 1) / portion) { task, _ in
        let first = task * portion
        var outer = first / perOuter
        var column = first % layout.inner
        for element in first..<min(to.count, first + portion) {
          if element == (outer + 1) * perOuter { outer += 1 }
          let place = chosen[element]
          let row = outer * layout.size + (place < 0 ? place + layout.size : place)
          to[element] = from[row * layout.inner + column]
          column = column + 1 == layout.inner ? 0 : column + 1
        }
      }
    }
    switch dtype {
    case .float32: try move(Float.self)
    case .float64: try move(Double.self)
    case .int: try move(Int.self)
    case .bool: try move(UInt8.self)
    }
    return result
  }

  /// The adjoint of `taking(along:)`: zeros of `shape`, to which each element is added where its index says, in the order of
  /// the indices. Costs a pass over both.
  package func placed(
    along axis: Int, _ indices: NDArray, into shape: Shape, on device: Device, for operation: String
  ) throws -> NDArray {
    let layout = IndexedLayout(shape.dims, axis: axis, shared: 0)
    let places = try indices.placesChecked(within: layout.size, axis: axis, on: device, for: operation)
    let result = try NDArray(repeating: 0, shape: shape, dtype: dtype, on: device)
    let source = try contiguous(on: device, for: operation)
    guard source.count > 0 else { return result }
    let adder = SlotAdder(layout, indices: places.elements(Int.self), perColumn: true)
    switch dtype {
    case .float32: try adder.add(source.elements(Float.self), to: result.elements(Float.self), on: device)
    case .float64: try adder.add(source.elements(Double.self), to: result.elements(Double.self), on: device)
    case .int: try adder.add(source.elements(Int.self), to: result.elements(Int.self), on: device)
    case .bool: throw TensorError.precision(operation: operation, argument: "x", found: .bool, expected: "a number")
    }
    return result
  }

  /// A last axis of `count` numbers for each index: 1 where the index says, 0 elsewhere.
  package func oneHot(count: Int, on device: Device, for operation: String) throws -> NDArray {
    let ones = try NDArray(repeating: 1, shape: .scalar, dtype: .float64, on: device)
    let shape = Shape(self.shape.dims + [1])
    return try ones.broadcast(to: shape).placed(
      along: shape.rank - 1, reshaped(to: shape, on: device), into: Shape(self.shape.dims + [count]), on: device,
      for: operation)
  }

  /// These indices in row order, each of which names a place on an axis of this size.
  private func placesChecked(within size: Int, axis: Int, on device: Device, for operation: String) throws -> NDArray {
    let result = try contiguous(on: device, for: operation)
    for place in result.elements(Int.self) where place >= size || place < -size {
      throw TensorError.index(operation: operation, index: place, size: size, axis: axis)
    }
    return result
  }
}

/// Numbers whose sums never trap.
private protocol Summable: BitwiseCopyable {
  static func sum(_ a: Self, _ b: Self) -> Self
}
extension Float: Summable {
  fileprivate static func sum(_ a: Float, _ b: Float) -> Float { a + b }
}
extension Double: Summable {
  fileprivate static func sum(_ a: Double, _ b: Double) -> Double { a + b }
}
extension Int: Summable {
  fileprivate static func sum(_ a: Int, _ b: Int) -> Int { a &+ b }
}

/// Adds lines of elements to the places that indices name. Work is cut over the columns of the result, never over the indices,
/// so that sums have one order for every number of threads.
private struct SlotAdder {
  let layout: IndexedLayout
  let indices: UnsafeMutableBufferPointer<Int>
  /// Whether each element has an index of its own, or all of a line share one.
  let perColumn: Bool

  init(_ layout: IndexedLayout, indices: UnsafeMutableBufferPointer<Int>, perColumn: Bool) {
    self.layout = layout
    self.indices = indices
    self.perColumn = perColumn
  }

  func add<T: Summable>(
    _ source: UnsafeMutableBufferPointer<T>, to result: UnsafeMutableBufferPointer<T>, on device: Device
  ) throws {
    let blocks = layout.shared * layout.outer
    let lines = source.count / (blocks * layout.inner)
    // Whole blocks where there are enough of them; else each is cut into pieces of some cache lines.
    let wanted = 4 * device.threads
    let isSmall = device.threads == 1 || source.count < portion
    let pieces = isSmall || blocks >= wanted ? 1 : max(1, min(wanted, layout.inner / 32))
    let width = (layout.inner + pieces - 1) / pieces
    try device.share(tasks: isSmall ? 1 : min(blocks, wanted) * pieces) { task, _ in
      let (part, piece) = task.quotientAndRemainder(dividingBy: pieces)
      let parts = isSmall ? 1 : min(blocks, wanted)
      let columns = min(layout.inner, piece * width)..<min(layout.inner, (piece + 1) * width)
      var spent = 0
      for block in (blocks * part / parts)..<(blocks * (part + 1) / parts) {
        for line in 0..<lines {
          add(source, to: result, block: block, line: line, of: lines, columns)
          spent += columns.count + 1
          if spent > portion {
            spent = 0
            if device.isCancelled { return }
          }
        }
      }
    }
    try device.checkCancelled()
  }

  @inline(__always) private func add<T: Summable>(
    _ source: UnsafeMutableBufferPointer<T>, to result: UnsafeMutableBufferPointer<T>, block: Int, line: Int,
    of lines: Int,
    _ columns: Range<Int>
  ) {
    guard let source = source.baseAddress, let result = result.baseAddress else { return }
    let from = source + (block * lines + line) * layout.inner
    let base = block * layout.size
    if perColumn {
      for column in columns {
        let index = indices[(block * lines + line) * layout.inner + column]
        let to = result + (base + place(index)) * layout.inner + column
        to.pointee = T.sum(to.pointee, from[column])
      }
    } else {
      let to = result + (base + place(indices[block / layout.outer * lines + line])) * layout.inner
      for column in columns { to[column] = T.sum(to[column], from[column]) }
    }
  }

  private func place(_ index: Int) -> Int { index < 0 ? index + layout.size : index }
}
