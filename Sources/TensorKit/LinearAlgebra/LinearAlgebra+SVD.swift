// The thin singular value decomposition.

extension LinearAlgebra {
  /// Where the singular vectors go: `left` is rows × k, `rightTransposed` k × columns, with k = min(rows, columns).
  package struct SingularVectors {
    package var left: Output
    package var rightTransposed: Output

    /// Memory for both factors.
    package init(left: Output, rightTransposed: Output) {
      self.left = left
      self.rightTransposed = rightTransposed
    }
  }

  /// The min(rows, columns) singular values in descending order and, if wanted, the thin factors of A = U·S·Vᵀ.
  ///
  /// The first component of each column of U that is, but for rounding, its largest is positive. The columns of U and the
  /// rows of Vᵀ are orthonormal even where values are zero; vectors of equal values are any orthonormal set. Costs about
  /// 20·m·n·k multiplications with the library, some five times that without it.
  package static func svd(
    _ matrix: Input, rows: Int, columns: Int, values: Output, vectors: SingularVectors? = nil,
    backend: Backend = .automatic, cancelled: @escaping Cancellation = { false }
  ) -> Outcome {
    guard areValid(rows, columns) else { return .invalidSize }
    let rank = min(rows, columns)
    guard rank > 0 else { return .done }
    guard MatrixLayout.isFinite(matrix, count: rows * columns) else {
      fillNaN(values, vectors, rows: rows, columns: columns)
      return .done
    }
    do {
      // Work array of the library's divide and conquer.
      let work = Double(rank) * (4 * Double(rank) + 8) + 64 * Double(max(rows, columns))
      if let lapack = lapack(backend, order: max(rows, columns), count: work) {
        let info = try decompose(matrix, rows, columns, values, vectors, lapack, cancelled)
        if info == LapackRoutines.noMemory { return .outOfMemory }
        if info == 0 {
          if let vectors { makeLeadingPositive(vectors, rows: rows, columns: columns) }
          return .done
        }
      }
      // Without a library, or where its method gave up: the own one is slower and converges differently.
      let outcome = try OwnMethods.svd(
        matrix, rows: rows, columns: columns, values: values, vectors: vectors, poller: Poller(cancelled))
      if outcome != .done { fillNaN(values, vectors, rows: rows, columns: columns) }
      if outcome == .done, let vectors { makeLeadingPositive(vectors, rows: rows, columns: columns) }
      return outcome
    } catch {
      return error.outcome
    }
  }

  /// The decomposition by the library, signs as they come; returns its `info`. Costs as `svd`.
  private static func decompose(
    _ matrix: Input, _ rows: Int, _ columns: Int, _ values: Output, _ vectors: SingularVectors?,
    _ lapack: LapackRoutines, _ cancelled: Cancellation
  ) throws(Stop) -> Int32 {
    let rank = min(rows, columns)
    let work = try Buffer<Double>(copying: matrix, count: rows * columns)
    let found = try Buffer<Double>(rank)
    let left = try vectors.map { (_) throws(Stop) in try Buffer<Double>(rows * rank) }
    let right = try vectors.map { (_) throws(Stop) in try Buffer<Double>(rank * columns) }
    let operations = (vectors == nil ? 4 : 20) * Double(rows) * Double(columns) * Double(rank)
    // Row-major memory is Aᵀ = V·S·Uᵀ to the library: its left vectors are our Vᵀ in memory, its right ones our U.
    let info = try lapack.run(operations: operations, cancelled: cancelled) {
      $0.gesdd(columns, rows, work.base, found.base, left: right?.base, right: left?.base)
    }
    guard info == 0 else { return info }
    values.update(from: found.base, count: rank)
    if let vectors, let left, let right {
      vectors.left.update(from: left.base, count: rows * rank)
      vectors.rightTransposed.update(from: right.base, count: rank * columns)
    }
    return 0
  }

  /// Writes NaN to all results. Costs one pass.
  private static func fillNaN(_ values: Output, _ vectors: SingularVectors?, rows: Int, columns: Int) {
    let rank = min(rows, columns)
    MatrixLayout.fillNaN(values, count: rank)
    MatrixLayout.fillNaN(vectors?.left, count: rows * rank)
    MatrixLayout.fillNaN(vectors?.rightTransposed, count: rank * columns)
  }

  /// Fixes the sign of each pair of vectors. Costs three passes.
  private static func makeLeadingPositive(_ vectors: SingularVectors, rows: Int, columns: Int) {
    let rank = min(rows, columns)
    for index in 0..<rank {
      let leading = MatrixLayout.leadingComponent(vectors.left + index, count: rows, step: rank)
      guard vectors.left[leading * rank + index] < 0 else { continue }
      for row in 0..<rows { vectors.left[row * rank + index].negate() }
      for column in 0..<columns { vectors.rightTransposed[index * columns + column].negate() }
    }
  }
}
