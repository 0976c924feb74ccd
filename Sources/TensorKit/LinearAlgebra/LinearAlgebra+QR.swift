// The reduced QR factors of a matrix.

extension LinearAlgebra {
  /// Factors a `rows` × `columns` matrix as A = Q·R, with k = min(rows, columns).
  ///
  /// `orthogonal` gets the rows × k matrix Q with orthonormal columns, `upper` the k × columns upper triangular R, whose
  /// diagonal is not negative: for a matrix of full rank that makes the factors unique. Costs about 4·m·n·k
  /// multiplications at most.
  package static func qr(
    _ matrix: Input, rows: Int, columns: Int, orthogonal: Output, upper: Output, backend: Backend = .automatic,
    cancelled: @escaping Cancellation = { false }
  ) -> Outcome {
    guard areValid(rows, columns) else { return .invalidSize }
    let rank = min(rows, columns)
    guard rank > 0 else { return .done }
    guard MatrixLayout.isFinite(matrix, count: rows * columns) else {
      MatrixLayout.fillNaN(orthogonal, count: rows * rank)
      MatrixLayout.fillNaN(upper, count: rank * columns)
      return .done
    }
    do {
      if let lapack = lapack(backend, order: max(rows, columns), count: Double(max(rows, columns))) {
        let work = try Buffer<Double>(copying: matrix, count: rows * columns)
        let lower = try Buffer<Double>(columns * rank)
        let scales = try Buffer<Double>(rank)
        let operations = 8 * Double(rows) * Double(columns) * Double(rank)
        // Row-major memory is Aᵀ to the library, and Aᵀ = L·Qᵀ: its LQ factors are ours, transposed in place.
        let info = try lapack.run(operations: operations, cancelled: cancelled) { lapack in
          let info = lapack.gelqf(columns, rows, work.base, scales.base)
          guard info == 0 else { return info }
          for column in 0..<rank {
            (lower.base + column * columns).update(from: work.base + column * columns, count: columns)
          }
          return lapack.orglq(rank, rows, lead: columns, work.base, scales.base)
        }
        if info == LapackRoutines.noMemory { return .outOfMemory }
        for row in 0..<rows {
          (orthogonal + row * rank).update(from: work.base + row * columns, count: rank)
        }
        for row in 0..<rank {
          (upper + row * columns).update(repeating: 0, count: row)
          (upper + row * columns + row).update(from: lower.base + row * columns + row, count: columns - row)
        }
      } else {
        try factorOwn(matrix, rows, columns, orthogonal, upper, Poller(cancelled))
      }
      makeDiagonalPositive(rows: rows, columns: columns, orthogonal, upper)
      return .done
    } catch {
      return error.outcome
    }
  }

  /// The factors without the library, signs as they come. Costs as `qr`.
  private static func factorOwn(
    _ matrix: Input, _ rows: Int, _ columns: Int, _ orthogonal: Output, _ upper: Output, _ poller: Poller
  ) throws(Stop) {
    let rank = min(rows, columns)
    let work = try Buffer<Double>(transposing: matrix, rows: rows, columns: columns)
    let reflectors = try OwnMethods.reflectColumns(work.base, length: rows, count: columns, poller: poller)
    for row in 0..<rank {
      for column in 0..<columns {
        upper[row * columns + column] = column < row ? 0 : work.base[column * rows + row]
      }
    }
    let lines = try Buffer<Double>(rank * rows)
    lines.base.update(repeating: 0, count: rank * rows)
    for row in 0..<rank { lines.base[row * rows + row] = 1 }
    try OwnMethods.apply(reflectors, length: rows, to: lines.base, count: rank, poller: poller)
    MatrixLayout.transpose(lines.base, rows: rank, columns: rows, into: orthogonal)
  }

  /// Turns the signs of those rows of R, and columns of Q, whose diagonal is negative. Costs one pass.
  private static func makeDiagonalPositive(rows: Int, columns: Int, _ orthogonal: Output, _ upper: Output) {
    for index in 0..<min(rows, columns) where upper[index * columns + index] < 0 {
      for column in index..<columns { upper[index * columns + column].negate() }
      for row in 0..<rows { orthogonal[row * min(rows, columns) + index].negate() }
    }
  }
}
