// Triangular systems and the Cholesky factor.

extension LinearAlgebra {
  /// Solves T·X = B, or Tᵀ·X = B, for a triangular T; B and X are `order` × `columns` and may be the same memory.
  ///
  /// Only the named half of `matrix` is read, and not its diagonal when that counts as ones. A zero on the diagonal gives
  /// `.singular` and an X of NaN. NaN and infinity go through the arithmetic as they are. Costs n²/2 multiplications a
  /// column.
  package static func solveTriangular(
    _ matrix: Input, order: Int, _ triangle: Triangle, transposed: Bool = false, unitDiagonal: Bool = false,
    sides: Input, columns: Int, into result: Output, backend: Backend = .automatic,
    cancelled: @escaping Cancellation = { false }
  ) -> Outcome {
    guard areValid(order, order, columns) else { return .invalidSize }
    guard order > 0, columns > 0 else { return .done }
    if !unitDiagonal {
      for index in 0..<order where matrix[index * order + index] == 0 {
        MatrixLayout.fillNaN(result, count: order * columns)
        return .singular(pivot: index)
      }
    }
    do {
      if let lapack = lapack(backend, order: order, count: Double(max(order, columns))) {
        let square = try Buffer<Double>(copying: matrix, count: order * order)
        let right = try Buffer<Double>(copying: sides, count: order * columns)
        // Row-major memory is the transpose to the library: it sees Xᵀ·op(T)ᵀ = Bᵀ, with the other half of T.
        try lapack.run(operations: Double(order) * Double(order) * Double(columns), cancelled: cancelled) {
          $0.trsmFromRight(
            upper: triangle == .lower, transposed: transposed, unitDiagonal: unitDiagonal, rows: columns,
            order: order, square.base, right.base)
        }
        result.update(from: right.base, count: order * columns)
      } else {
        result.update(from: sides, count: order * columns)
        try OwnMethods.solveTriangular(
          matrix, order: order, triangle, transposed: transposed, unitDiagonal: unitDiagonal, result,
          count: columns, poller: Poller(cancelled))
      }
      return .done
    } catch {
      return error.outcome
    }
  }

  /// The lower triangular L with a positive diagonal and A = L·Lᵀ, zeros above the diagonal.
  ///
  /// Only the lower half of `matrix` is read. After `.notPositiveDefinite` the result is NaN throughout. Costs n³/6
  /// multiplications.
  package static func cholesky(
    _ matrix: Input, order: Int, into result: Output, backend: Backend = .automatic,
    cancelled: @escaping Cancellation = { false }
  ) -> Outcome {
    guard areValid(order, order) else { return .invalidSize }
    guard order > 0 else { return .done }
    guard MatrixLayout.isLowerTriangleFinite(matrix, order: order) else {
      MatrixLayout.fillNaN(result, count: order * order)
      return .done
    }
    do {
      let outcome: Outcome
      if let lapack = lapack(backend, order: order, count: Double(order)) {
        let square = try Buffer<Double>(copying: matrix, count: order * order)
        let operations = Double(order) * Double(order) * Double(order) / 3
        // To the library, the lower half is the upper one of the transpose, and A = Uᵀ·U with U = Lᵀ.
        let info = try lapack.run(operations: operations, cancelled: cancelled) {
          $0.potrfUpper(order, square.base)
        }
        outcome = info > 0 ? .notPositiveDefinite(order: Int(info)) : .done
        result.update(from: square.base, count: order * order)
        for row in 0..<order { (result + row * order + row + 1).update(repeating: 0, count: order - row - 1) }
      } else {
        result.update(from: matrix, count: order * order)
        outcome = try OwnMethods.factorCholesky(result, order: order, poller: Poller(cancelled))
      }
      if outcome != .done { MatrixLayout.fillNaN(result, count: order * order) }
      return outcome
    } catch {
      return error.outcome
    }
  }
}
