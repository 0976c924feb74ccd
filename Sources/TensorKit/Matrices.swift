// Linear algebra on arrays whose last two axes are matrices: one float64 routine for each matrix, rounded to float32 where that
// is what came in.

/// Carries out routines of `LinearAlgebra` over all matrices of arrays, on behalf of an operation that errors name.
package struct MatrixWork {
  let device: Device
  private let operation: String
  private let argument: String

  /// Work for an operation; `argument` is what it calls the array of matrices.
  package init(_ operation: String, argument: String = "a", on device: Device) {
    self.operation = operation
    self.argument = argument
    self.device = device
  }

  // MARK: Solving

  /// X with A·X = B, or Aᵀ·X = B, for each matrix; leading axes are stretched to those of the result.
  package func solve(_ a: NDArray, _ b: NDArray, transposed: Bool, into result: Shape) throws -> NDArray {
    try divide(a, b, into: result) { matrix, order, sides, columns, x in
      let division = LinearAlgebra.solve(
        matrix, order: order, transposed: transposed, sides: sides, columns: columns, into: x, cancelled: cancelled)
      return judged(division, matrix, order)
    }
  }

  /// X with T·X = B, or Tᵀ·X = B, for each matrix, of which one half counts; leading axes are stretched to the result's.
  package func solveTriangular(
    _ a: NDArray, _ b: NDArray, lower: Bool, transposed: Bool, into result: Shape
  ) throws -> NDArray {
    try divide(a, b, into: result, half: lower ? .lower : .upper) { matrix, order, sides, columns, x in
      LinearAlgebra.solveTriangular(
        matrix, order: order, lower ? .lower : .upper, transposed: transposed, sides: sides, columns: columns, into: x,
        cancelled: cancelled)
    }
  }

  private typealias Divide = (
    _ matrix: UnsafePointer<Double>, _ order: Int, _ sides: UnsafePointer<Double>, _ columns: Int,
    _ result: UnsafeMutablePointer<Double>
  ) -> LinearAlgebra.Outcome

  private func divide(
    _ a: NDArray, _ b: NDArray, into shape: Shape, half: LinearAlgebra.Triangle? = nil, _ body: Divide
  ) throws -> NDArray {
    let (rank, order) = (shape.rank, shape[shape.rank - 2])
    let dtype = b.dtype
    let matrices = try widened(a)
    try checkFinite(matrices, half)
    guard shape.count > 0 else { return try narrowed(empty(shape), to: dtype) }
    if rank > 2 && matrices.count == order * order {
      // One matrix for many right sides: it is factored once, with all of them side by side.
      let moved = [rank - 2] + Array(0..<(rank - 2)) + [rank - 1]
      let sides = try widened(b.broadcast(to: shape).permuted(moved))
      let result = try empty(sides.shape)
      try check([body(input(matrices), order, input(sides), sides.count / order, output(result))])
      let back = Array(1..<(rank - 1)) + [0, rank - 1]
      return try narrowed(result.permuted(back), to: dtype)
    }
    let sides = try widened(b)
    let result = try empty(shape)
    let leading = Shape(Array(shape.dims.dropLast(2)))
    let (ofA, ofB) = (MatrixWork.positions(of: a.shape, in: leading), MatrixWork.positions(of: b.shape, in: leading))
    let columns = shape[rank - 1]
    try each(leading.count, operations: Double(order) * Double(order) * (Double(order) + Double(columns))) { index in
      body(
        input(matrices) + ofA[index] * order * order, order, input(sides) + ofB[index] * order * columns, columns,
        output(result) + index * order * columns)
    }
    return try narrowed(result, to: dtype)
  }

  /// The inverse of each matrix.
  package func inverse(_ a: NDArray) throws -> NDArray {
    try squares(a, to: a.shape) { matrix, order, result in
      judged(LinearAlgebra.inverse(matrix, order: order, into: result, cancelled: cancelled), matrix, order)
    }
  }

  /// The determinant of each matrix, or the logarithm of its magnitude.
  package func determinant(_ a: NDArray, logarithm: Bool) throws -> NDArray {
    try squares(a, to: Shape(Array(a.shape.dims.dropLast(2)))) { matrix, order, result in
      let determinant = LinearAlgebra.determinant(matrix, order: order, cancelled: cancelled)
      result.pointee = logarithm ? determinant.logMagnitude : determinant.value
      return determinant.outcome
    }
  }

  // MARK: Decompositions

  /// The lower Cholesky factor of each matrix, of which the symmetric part counts.
  package func cholesky(_ a: NDArray) throws -> NDArray {
    let symmetric = try symmetricPart(a)
    return try squares(symmetric, to: a.shape, rounded: a.dtype) { matrix, order, result in
      LinearAlgebra.cholesky(matrix, order: order, into: result, cancelled: cancelled)
    }
  }

  /// For each matrix its eigenvalues, ascending, followed by its eigenvectors as a matrix in row order. The symmetric part counts.
  package func symmetricEigen(_ a: NDArray, into result: Shape) throws -> NDArray {
    let symmetric = try symmetricPart(a)
    return try squares(symmetric, to: result, rounded: a.dtype) { matrix, order, result in
      LinearAlgebra.symmetricEigen(
        matrix, order: order, values: result, vectors: result + order, cancelled: cancelled)
    }
  }

  /// For each matrix its reduced factors Q and R, one behind the other in row order.
  package func qr(_ a: NDArray, into result: Shape) throws -> NDArray {
    try factors(a, into: result) { matrix, rows, columns, result in
      LinearAlgebra.qr(
        matrix, rows: rows, columns: columns, orthogonal: result, upper: result + rows * min(rows, columns),
        cancelled: cancelled)
    }
  }

  /// For each matrix its thin factors U, S and Vᵀ, one behind the other in row order.
  package func svd(_ a: NDArray, into result: Shape) throws -> NDArray {
    try factors(a, into: result) { matrix, rows, columns, result in
      let rank = min(rows, columns)
      let vectors = LinearAlgebra.SingularVectors(left: result, rightTransposed: result + rows * rank + rank)
      return LinearAlgebra.svd(
        matrix, rows: rows, columns: columns, values: result + rows * rank, vectors: vectors, cancelled: cancelled)
    }
  }

  // MARK: What the routines share

  var cancelled: LinearAlgebra.Cancellation {
    let device = device
    return { device.isCancelled }
  }

  func input(_ array: NDArray) -> UnsafePointer<Double> {
    UnsafePointer(array.pointer.assumingMemoryBound(to: Double.self))
  }
  func output(_ array: NDArray) -> UnsafeMutablePointer<Double> {
    array.pointer.assumingMemoryBound(to: Double.self)
  }
  func empty(_ shape: Shape) throws -> NDArray {
    try NDArray(uninitialized: shape, .float64, on: device, for: operation)
  }

  func squares(
    _ a: NDArray, to shape: Shape, rounded: DType? = nil,
    _ body: (_ matrix: UnsafePointer<Double>, _ order: Int, _ result: UnsafeMutablePointer<Double>) ->
      LinearAlgebra.Outcome
  ) throws -> NDArray {
    try factors(a, into: shape, rounded: rounded) { matrix, order, _, result in body(matrix, order, result) }
  }

  /// Runs `body` for each matrix; each has an equal part of the result.
  private func factors(
    _ a: NDArray, into shape: Shape, rounded: DType? = nil,
    _ body: (
      _ matrix: UnsafePointer<Double>, _ rows: Int, _ columns: Int, _ result: UnsafeMutablePointer<Double>
    ) -> LinearAlgebra.Outcome
  ) throws -> NDArray {
    let (rows, columns) = (a.shape[a.shape.rank - 2], a.shape[a.shape.rank - 1])
    let count = Shape(Array(a.shape.dims.dropLast(2))).count
    let matrices = try widened(a)
    try checkFinite(matrices, nil)
    let result = try empty(shape)
    guard result.count > 0 else { return try narrowed(result, to: rounded ?? a.dtype) }
    let part = result.count / count
    try each(count, operations: Double(rows) * Double(columns) * Double(min(rows, columns))) { index in
      body(input(matrices) + index * rows * columns, rows, columns, output(result) + index * part)
    }
    return try narrowed(result, to: rounded ?? a.dtype)
  }

  /// Runs `body` for each matrix, shared among the threads when that pays; the first failure, by position, is thrown.
  func each(_ count: Int, operations: Double, _ body: (Int) -> LinearAlgebra.Outcome) throws {
    guard count > 0 else { return }
    let perTask = max(1, min(count, Int(saturating: 1e5 / max(1, operations))))
    let tasks = (count - 1) / perTask + 1
    var outcomes = [LinearAlgebra.Outcome](repeating: .done, count: tasks)
    try outcomes.withUnsafeMutableBufferPointer { outcomes in
      try device.share(tasks: tasks) { task, _ in
        for index in (task * perTask)..<min(count, (task + 1) * perTask) {
          let outcome = body(index)
          guard outcome == .done else {
            outcomes[task] = outcome
            return
          }
        }
      }
    }
    try check(outcomes)
  }

  private func check(_ outcomes: [LinearAlgebra.Outcome]) throws {
    guard let failure = outcomes.first(where: { $0 != .done }) else { return }
    switch failure {
    case .done: return
    case .singular(let pivot): throw TensorError.singular(operation: operation, pivot: pivot)
    case .notPositiveDefinite(let order): throw TensorError.notPositiveDefinite(operation: operation, order: order)
    case .notConverged: throw TensorError.notConverged(operation: operation)
    case .cancelled: throw TensorError.cancelled
    case .outOfMemory, .invalidSize:
      throw TensorError.outOfMemory(
        operation: operation, bytes: Int.max, inUse: device.memory.inUse, budget: device.memory.budget)
    }
  }

  /// The array in float64 and row order.
  func widened(_ x: NDArray) throws -> NDArray {
    let x = try x.contiguous(on: device, for: operation)
    guard x.dtype == .float32 else { return x }
    let result = try empty(x.shape)
    let (from, to) = (x.elements(Float.self), result.elements(Double.self))
    for index in 0..<from.count { to[index] = Double(from[index]) }
    return result
  }

  /// A float64 array in the wanted type.
  func narrowed(_ x: NDArray, to dtype: DType) throws -> NDArray {
    guard dtype == .float32 else { return x }
    let x = try x.contiguous(on: device, for: operation)
    let result = try NDArray(uninitialized: x.shape, dtype, on: device, for: operation)
    let (from, to) = (x.elements(Double.self), result.elements(Float.self))
    for index in 0..<from.count { to[index] = Float(from[index]) }
    return result
  }

  /// Refuses NaN and infinity: a decomposition of such a matrix has no meaning, and hides where they came from.
  func checkFinite(_ matrices: NDArray, _ half: LinearAlgebra.Triangle?) throws {
    let values = matrices.elements(Double.self)
    if VectorLoops.largestMagnitude(input(matrices), values.count).isFinite { return }
    guard let order = matrices.shape.dims.last, order > 0 else { return }
    for (place, value) in values.enumerated() where !value.isFinite {
      let (row, column) = (place / order % order, place % order)
      if half == .lower && column > row || half == .upper && column < row { continue }
      throw TensorError.option(
        operation: operation, argument: argument, found: "a matrix with \(value) in it",
        expected: "finite numbers throughout")
    }
  }

  /// The symmetric part of each matrix in float64; a matrix that is far from symmetric was hardly meant.
  private func symmetricPart(_ a: NDArray) throws -> NDArray {
    let matrices = try widened(a)
    try checkFinite(matrices, nil)
    let result = try empty(a.shape)
    let order = a.shape[a.shape.rank - 1]
    guard result.count > 0 else { return result }
    let (from, to) = (input(matrices), output(result))
    for start in stride(from: 0, to: result.count, by: order * order) {
      let allowed = 1e-2 * VectorLoops.largestMagnitude(from + start, order * order)
      for row in 0..<order {
        for column in 0...row {
          let (a, b) = (from[start + row * order + column], from[start + column * order + row])
          guard (a - b).magnitude <= allowed else {
            throw TensorError.option(
              operation: operation, argument: argument,
              found: "\(a) in row \(row), column \(column) and \(b) in row \(column), column \(row)",
              expected: "symmetric")
          }
          // Halves first: the sum of two large numbers may overflow.
          let mean = a == b ? a : a / 2 + b / 2
          (to[start + row * order + column], to[start + column * order + row]) = (mean, mean)
        }
      }
    }
    return result
  }

  /// A matrix counts as singular when no digit of a division by it can be trusted, whatever the units of its rows and columns.
  private func judged(
    _ division: LinearAlgebra.Division, _ matrix: UnsafePointer<Double>, _ order: Int
  ) -> LinearAlgebra.Outcome {
    let limit = 0x1p-53
    guard division.outcome == .done, division.reciprocalCondition < limit, order > 0 else { return division.outcome }
    guard let scaled = try? LinearAlgebra.Buffer<Double>(copying: matrix, count: order * order),
      let factors = try? LinearAlgebra.Buffer<Double>(order * order),
      let permutation = try? LinearAlgebra.Buffer<Int>(order)
    else { return .outOfMemory }
    MatrixWork.equilibrate(scaled.base, order)
    let condition = LinearAlgebra.reciprocalCondition(scaled.base, order: order, cancelled: cancelled)
    guard condition.outcome == .done else { return condition.outcome }
    guard condition.reciprocalCondition < limit else { return .done }
    _ = LinearAlgebra.lu(
      scaled.base, rows: order, columns: order, factors: factors.base, permutation: permutation.base,
      cancelled: cancelled)
    let smallest = (0..<order).min {
      factors.base[$0 * (order + 1)].magnitude < factors.base[$1 * (order + 1)].magnitude
    }
    return .singular(pivot: smallest ?? 0)
  }

  /// Brings the largest element of every row, then of every column, near 1 by powers of two.
  private static func equilibrate(_ matrix: UnsafeMutablePointer<Double>, _ order: Int) {
    for isColumn in [false, true] {
      let (line, step) = isColumn ? (1, order) : (order, 1)
      for index in 0..<order {
        var largest = 0.0
        for other in 0..<order { largest = max(largest, matrix[index * line + other * step].magnitude) }
        let scale = MatrixLayout.exactScale(for: largest)
        for other in 0..<order { matrix[index * line + other * step] *= scale }
      }
    }
  }

  /// For each position of the leading axes of a result, the number of the matrix that stands there in an operand.
  private static func positions(of shape: Shape, in leading: Shape) -> [Int] {
    let own = Array(shape.dims.dropLast(2))
    var steps = [Int](repeating: 0, count: leading.rank)
    let strides = Shape(own).rowStrides
    for axis in own.indices where own[axis] != 1 { steps[leading.rank - own.count + axis] = strides[axis] }
    var result = [0]
    for axis in 0..<leading.rank {
      result = result.flatMap { start in (0..<leading[axis]).map { start + $0 * steps[axis] } }
    }
    return result
  }
}
