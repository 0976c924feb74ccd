// Matrix products of computed tensors: views are multiplied as they lie, without a copy.
import CKernels
import CLibraries
import Synchronization

extension NDArray {
  /// The matrix product of two floating arrays of one precision: `shape` is the result's, as the shape rule gave it. A vector on
  /// the left is a row, one on the right a column; leading axes are stretched. Cost: one multiplication per term.
  package static func matmul(
    _ a: NDArray, _ b: NDArray, into shape: Shape, on device: Device, for operation: String = "matmul"
  ) throws -> NDArray {
    let terms = a.shape[a.shape.rank - 1]
    if terms == 0 { return try NDArray(repeating: 0, shape: shape, dtype: a.dtype, on: device) }
    let result = try NDArray(uninitialized: shape, a.dtype, on: device, for: operation)
    if result.count == 0 { return result }
    // Two matrices are what nearly every product is: small ones would pay more for the general way than for the product.
    if a.shape.rank == 2 && b.shape.rank == 2 && terms <= 1 << 16 {
      let status = a.multiply(b, terms, into: result, device)
      if status != 0 { try fail(status, terms, a.dtype, device, operation) }
      return result
    }
    try MatrixProduct(a.packed(terms, on: device), b.packed(terms, on: device), result, device).run(for: operation)
    return result
  }

  private func multiply(_ b: NDArray, _ terms: Int, into result: NDArray, _ device: Device) -> Int32 {
    var left = cl_layout(batch_stride: 0, row_stride: strides[0], col_stride: strides[1])
    var right = cl_layout(batch_stride: 0, row_stride: b.strides[0], col_stride: b.strides[1])
    let (rows, columns) = (shape[0], b.shape[1])
    switch dtype {
    case .float32:
      return cl_matmul_f32(
        device.pool, device.cancelFlag, 1, rows, columns, terms, pointer.assumingMemoryBound(to: Float.self), &left,
        b.pointer.assumingMemoryBound(to: Float.self), &right, result.pointer.assumingMemoryBound(to: Float.self))
    default:
      return cl_matmul_f64(
        device.pool, device.cancelFlag, 1, rows, columns, terms, pointer.assumingMemoryBound(to: Double.self), &left,
        b.pointer.assumingMemoryBound(to: Double.self), &right, result.pointer.assumingMemoryBound(to: Double.self))
    }
  }

  /// Throws what a product's status stands for.
  fileprivate static func fail(_ status: Int32, _ terms: Int, _ dtype: DType, _ device: Device, _ operation: String)
    throws
  {
    if status == 1 { throw TensorError.cancelled }
    throw TensorError.outOfMemory(
      operation: operation, bytes: terms.multipliedReportingOverflow(by: dtype.size).partialValue,
      inUse: device.memory.inUse, budget: device.memory.budget)
  }

  /// A long vector without gaps: the kernels would copy it, and only here the copy counts against the budget.
  private func packed(_ terms: Int, on device: Device) throws -> NDArray {
    count == terms && terms > 1 << 16 ? try contiguous(on: device, for: "matmul") : self
  }
}

/// One product of stacks of matrices, whose leading axes are merged where both operands allow it.
private struct MatrixProduct {
  /// Leading axes that go together in both operands: how many positions, and each operand's step.
  private struct Lead {
    var size: Int
    var left: Int
    var right: Int
  }

  private let m: Int
  private let n: Int
  private let k: Int
  private let dtype: DType
  private let device: Device
  private let left: UnsafeRawPointer
  private let right: UnsafeRawPointer
  private let target: UnsafeMutableRawPointer
  private let leftRow: Int
  private let leftColumn: Int
  private let rightRow: Int
  private let rightColumn: Int
  /// The innermost run of leading axes, which one call of the kernels takes.
  private var inner = Lead(size: 1, left: 0, right: 0)
  /// The others, outermost first.
  private var outer: [Lead] = []

  init(_ a: NDArray, _ b: NDArray, _ result: NDArray, _ device: Device) {
    let (rank, other) = (a.shape.rank, b.shape.rank)
    self.device = device
    dtype = a.dtype
    left = UnsafeRawPointer(a.pointer)
    right = UnsafeRawPointer(b.pointer)
    target = result.pointer
    k = a.shape[rank - 1]
    m = rank == 1 ? 1 : a.shape[rank - 2]
    n = other == 1 ? 1 : b.shape[other - 1]
    leftRow = rank == 1 ? 0 : a.strides[rank - 2]
    leftColumn = a.strides[rank - 1]
    rightRow = other == 1 ? b.strides[0] : b.strides[other - 2]
    rightColumn = other == 1 ? 0 : b.strides[other - 1]
    let leads = result.shape.rank - (rank == 1 ? 0 : 1) - (other == 1 ? 0 : 1)
    if leads > 0 { gatherLeads(a, b, result.shape, leads) }
  }

  private mutating func gatherLeads(_ a: NDArray, _ b: NDArray, _ shape: Shape, _ count: Int) {
    func step(_ x: NDArray, _ axis: Int) -> Int {
      let own = axis - (count - (x.shape.rank - 2))
      return own < 0 || x.shape[own] == 1 ? 0 : x.strides[own]
    }
    var runs: [Lead] = []
    for axis in 0..<count where shape[axis] != 1 {
      let next = Lead(size: shape[axis], left: step(a, axis), right: step(b, axis))
      if let last = runs.last, last.left == next.left * next.size, last.right == next.right * next.size {
        runs[runs.count - 1] = Lead(size: last.size * next.size, left: next.left, right: next.right)
      } else {
        runs.append(next)
      }
    }
    if let last = runs.popLast() { inner = last }
    outer = runs
  }

  func run(for operation: String) throws {
    if outer.isEmpty { return try check(multiply(at: 0, sharing: true), operation) }
    let positions = outer.reduce(1) { $0 * $1.size }
    let work = Double(inner.size) * Double(m) * Double(n) * Double(k)
    // Calls that are worth cutting share their own tiles; small ones are handed out whole, several at a time.
    if work > 2e6 {
      for position in 0..<positions { try check(multiply(at: position, sharing: true), operation) }
      return
    }
    let each = max(1, min(positions, Int(1e6 / max(1, work))))
    let failure = Atomic<Int32>(0)
    try device.share(tasks: (positions + each - 1) / each) { task, _ in
      for position in (task * each)..<min(positions, (task + 1) * each) {
        let status = multiply(at: position, sharing: false)
        if status != 0 { failure.store(status, ordering: .relaxed) }
      }
    }
    try check(failure.load(ordering: .relaxed), operation)
  }

  private func check(_ status: Int32, _ operation: String) throws {
    if status != 0 { try NDArray.fail(status, k, dtype, device, operation) }
  }

  private func multiply(at position: Int, sharing: Bool) -> Int32 {
    var (first, second, rest) = (0, 0, position)
    for lead in outer.reversed() {
      first += rest % lead.size * lead.left
      second += rest % lead.size * lead.right
      rest /= lead.size
    }
    let pool = sharing ? device.pool : nil
    var la = cl_layout(batch_stride: inner.left, row_stride: leftRow, col_stride: leftColumn)
    var lb = cl_layout(batch_stride: inner.right, row_stride: rightRow, col_stride: rightColumn)
    let offset = position * inner.size * m * n
    switch dtype {
    case .float32:
      return cl_matmul_f32(
        pool, device.cancelFlag, inner.size, m, n, k, left.assumingMemoryBound(to: Float.self) + first, &la,
        right.assumingMemoryBound(to: Float.self) + second, &lb, target.assumingMemoryBound(to: Float.self) + offset)
    default:
      return cl_matmul_f64(
        pool, device.cancelFlag, inner.size, m, n, k, left.assumingMemoryBound(to: Double.self) + first, &la,
        right.assumingMemoryBound(to: Double.self) + second, &lb, target.assumingMemoryBound(to: Double.self) + offset)
    }
  }
}
