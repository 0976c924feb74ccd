// A computed tensor: elements in memory, seen through a shape and strides.
import CKernels

/// A computed tensor. Its elements never change; views (slices, transposes, broadcasts) share them without a copy.
public struct NDArray: @unchecked Sendable {
  /// The sizes of the axes.
  public let shape: Shape
  /// The type of the elements.
  public let dtype: DType
  /// Steps between neighbours of each axis, in elements; 0 where one element stands for many.
  package let strides: [Int]
  /// The first element's place, in elements.
  package let offset: Int
  package let storage: Storage

  package init(storage: Storage, dtype: DType, shape: Shape, strides: [Int], offset: Int) {
    self.storage = storage
    self.dtype = dtype
    self.shape = shape
    self.strides = strides
    self.offset = offset
  }

  /// An array of this shape whose elements are yet to be written.
  package init(uninitialized shape: Shape, _ dtype: DType, on device: Device, for operation: String) throws {
    guard shape.rank <= Shape.maximumRank else { throw TensorError.rank(operation: operation, rank: shape.rank) }
    let (bytes, overflow) = shape.count.multipliedReportingOverflow(by: dtype.size)
    storage = try Storage(bytes: overflow ? Int.max : bytes, memory: device.memory, operation: operation)
    self.dtype = dtype
    self.shape = shape
    strides = shape.rowStrides
    offset = 0
  }

  /// An array as the one before it of the same shape: strides are shared, not worked out again.
  package init(
    uninitialized shape: Shape, strides: [Int], count: Int, _ dtype: DType, on device: Device, for operation: String
  ) throws {
    let (bytes, overflow) = count.multipliedReportingOverflow(by: dtype.size)
    storage = try Storage(bytes: overflow ? Int.max : bytes, memory: device.memory, operation: operation)
    self.dtype = dtype
    self.shape = shape
    self.strides = strides
    offset = 0
  }

  /// How many elements there are.
  public var count: Int { shape.count }

  /// Whether the elements lie in row order without gaps.
  public var isContiguous: Bool {
    var step = 1
    for axis in stride(from: shape.rank - 1, through: 0, by: -1) {
      if shape[axis] == 0 { return true }
      if shape[axis] != 1 && strides[axis] != step { return false }
      step *= shape[axis]
    }
    return true
  }

  /// The first element's address.
  package var pointer: UnsafeMutableRawPointer { storage.base + offset * dtype.size }

  /// The elements as numbers of `T`, which must be what `dtype` says; only for contiguous arrays.
  package func elements<T>(_ type: T.Type) -> UnsafeMutableBufferPointer<T> {
    UnsafeMutableBufferPointer(start: pointer.assumingMemoryBound(to: T.self), count: count)
  }

  /// The same elements in row order without gaps: this array itself where it already is so, else a copy.
  package func contiguous(on device: Device, for operation: String = "copy") throws -> NDArray {
    if isContiguous { return self }
    let result = try NDArray(uninitialized: shape, dtype, on: device, for: operation)
    withOperand { operand in ck_copy_strided(result.pointer, operand, 0, Int64(count)) }
    return result
  }

  /// The view as the C kernels describe one.
  package func withOperand<R>(_ body: (UnsafePointer<ck_operand>) -> R) -> R {
    var operand = ck_operand()
    describe(as: shape, into: &operand)
    return body(&operand)
  }

  /// Fills in a C operand that reads this array stretched to `target`, with neighbouring axes merged where possible.
  package func describe(as target: Shape, into operand: inout ck_operand) {
    operand.base = pointer
    operand.type = Int32(dtype.rawValue)
    operand.place = CK_STRIDED
    var dims: [Int] = []
    var steps: [Int] = []
    for axis in 0..<target.rank {
      let mine = axis - (target.rank - shape.rank)
      let size = target[axis]
      let step = mine < 0 || shape[mine] == 1 ? 0 : strides[mine]
      if size == 1 { continue }
      if let last = dims.last, let lastStep = steps.last, lastStep == step * size {
        dims[dims.count - 1] = last * size
        steps[steps.count - 1] = step
      } else {
        dims.append(size)
        steps.append(step)
      }
    }
    operand.rank = Int32(dims.count)
    withUnsafeMutableBytes(of: &operand.dims) { raw in
      let slots = raw.bindMemory(to: Int64.self)
      for (axis, size) in dims.enumerated() where axis < slots.count { slots[axis] = Int64(size) }
    }
    withUnsafeMutableBytes(of: &operand.strides) { raw in
      let slots = raw.bindMemory(to: Int64.self)
      for (axis, step) in steps.enumerated() where axis < slots.count { slots[axis] = Int64(step) }
    }
  }
}
