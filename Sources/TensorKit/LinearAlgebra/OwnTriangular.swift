// Triangular systems and Cholesky factors without a library.

extension OwnMethods {
  /// Solves op(T)·X = B in place of B, which is row-major with `count` columns; only the named half of T is read. A zero on
  /// the diagonal gives infinities. Costs n²/2 multiplications a right side.
  static func solveTriangular(
    _ matrix: UnsafePointer<Double>, order: Int, _ triangle: LinearAlgebra.Triangle, transposed: Bool,
    unitDiagonal: Bool, _ sides: UnsafeMutablePointer<Double>, count: Int, poller: LinearAlgebra.Poller
  ) throws(LinearAlgebra.Stop) {
    // The unknowns are found downwards when op(T) is lower triangular.
    let isDownwards = (triangle == .lower) != transposed
    for step in 0..<order {
      let row = isDownwards ? step : order - 1 - step
      let line = matrix + row * order
      let known = isDownwards ? 0..<row : (row + 1)..<order
      let side = sides + row * count
      if !transposed {
        if count == 1 {
          side[0] -= VectorLoops.dot(line + known.lowerBound, sides + known.lowerBound, known.count)
        } else {
          for other in known { VectorLoops.addScaled(side, -line[other], sides + other * count, count) }
        }
      }
      if !unitDiagonal { VectorLoops.divide(side, by: line[row], count) }
      if transposed {
        // Here the row of T is a column of op(T): it carries this unknown to those that are still open.
        let open = isDownwards ? (row + 1)..<order : 0..<row
        if count == 1 {
          VectorLoops.addScaled(sides + open.lowerBound, -side[0], line + open.lowerBound, open.count)
        } else {
          for other in open { VectorLoops.addScaled(sides + other * count, -line[other], side, count) }
        }
      }
      try poller.spend(order * count / 2)
    }
  }

  /// The lower factor of A = L·Lᵀ in place of the lower triangle, zeros above. Costs n³/6 multiplications.
  static func factorCholesky(
    _ matrix: UnsafeMutablePointer<Double>, order: Int, poller: LinearAlgebra.Poller
  ) throws(LinearAlgebra.Stop) -> LinearAlgebra.Outcome {
    for row in 0..<order {
      let line = matrix + row * order
      for column in 0..<row {
        let above = matrix + column * order
        line[column] = (line[column] - VectorLoops.dot(line, above, column)) / above[column]
      }
      let pivot = line[row] - VectorLoops.dot(line, line, row)
      guard pivot > 0, pivot.isFinite else { return .notPositiveDefinite(order: row + 1) }
      line[row] = pivot.squareRoot()
      (line + row + 1).update(repeating: 0, count: order - row - 1)
      try poller.spend(row * row / 2 + order)
    }
    return .done
  }
}
