// LU factors with partial pivoting without a library, and solving with them.

/// Textbook methods for machines without the numeric library. They work in place on memory that the caller owns.
enum OwnMethods {}

extension OwnMethods {
  // A block of rows of U of this height stays in the second cache while all rows below subtract it.
  private static let panel = 32

  /// Factors in place as P·A = L·U; `permutation` must hold the numbers of the rows. Costs about m·n·min(m,n)
  /// multiplications.
  static func factorLU(
    _ matrix: UnsafeMutablePointer<Double>, rows: Int, columns: Int, permutation: UnsafeMutablePointer<Int>,
    poller: LinearAlgebra.Poller
  ) throws(LinearAlgebra.Stop) -> LinearAlgebra.Elimination {
    let rank = min(rows, columns)
    var result = LinearAlgebra.Elimination(outcome: .done, sign: 1)
    for first in stride(from: 0, to: rank, by: panel) {
      let end = min(first + panel, rank)
      for pivot in first..<end {
        try eliminate(matrix, rows, columns, pivot: pivot, until: end, permutation, &result, poller)
      }
      guard end < columns else { continue }
      // The columns right of the panel: first its own rows, which become rows of U, then all rows below.
      for row in (first + 1)..<max(rows, first + 1) {
        let line = matrix + row * columns
        for pivot in first..<min(end, row) where line[pivot] != 0 {
          VectorLoops.addScaled(line + end, -line[pivot], matrix + (pivot * columns + end), columns - end)
        }
        try poller.spend((end - first) * (columns - end))
      }
    }
    return result
  }

  /// One step of elimination on the columns of a panel that ends before column `end`.
  private static func eliminate(
    _ matrix: UnsafeMutablePointer<Double>, _ rows: Int, _ columns: Int, pivot: Int, until end: Int,
    _ permutation: UnsafeMutablePointer<Int>, _ result: inout LinearAlgebra.Elimination,
    _ poller: LinearAlgebra.Poller
  ) throws(LinearAlgebra.Stop) {
    var best = pivot
    for row in pivot..<rows
    where matrix[row * columns + pivot].magnitude > matrix[best * columns + pivot].magnitude {
      best = row
    }
    if best != pivot {
      for column in 0..<columns {
        let (here, there) = (pivot * columns + column, best * columns + column)
        (matrix[here], matrix[there]) = (matrix[there], matrix[here])
      }
      (permutation[pivot], permutation[best]) = (permutation[best], permutation[pivot])
      result.sign = -result.sign
    }
    let divisor = matrix[pivot * columns + pivot]
    guard divisor != 0 else {
      if result.outcome == .done { result.outcome = .singular(pivot: pivot) }
      return
    }
    let source = matrix + (pivot * columns + pivot + 1)
    for row in (pivot + 1)..<max(rows, pivot + 1) {
      let line = matrix + (row * columns + pivot)
      guard line[0] != 0 else { continue }
      line[0] /= divisor
      VectorLoops.addScaled(line + 1, -line[0], source, end - pivot - 1)
    }
    try poller.spend(columns + (rows - pivot) * (end - pivot))
  }

  /// Solves op(A)·X = B from the factors of `factorLU` without zero pivots. `sides` is B, row-major with `count` columns,
  /// and becomes X; `work` has as many numbers. Costs n² multiplications a right side.
  static func solveLU(
    _ factors: UnsafePointer<Double>, order: Int, permutation: UnsafePointer<Int>, transposed: Bool,
    _ sides: UnsafeMutablePointer<Double>, count: Int, work: UnsafeMutablePointer<Double>,
    poller: LinearAlgebra.Poller
  ) throws(LinearAlgebra.Stop) {
    if transposed {
      try solveTriangular(
        factors, order: order, .upper, transposed: true, unitDiagonal: false, sides, count: count, poller: poller)
      try solveTriangular(
        factors, order: order, .lower, transposed: true, unitDiagonal: true, sides, count: count, poller: poller)
      work.update(from: sides, count: order * count)
      for row in 0..<order {
        (sides + permutation[row] * count).update(from: work + row * count, count: count)
      }
    } else {
      work.update(from: sides, count: order * count)
      for row in 0..<order {
        (sides + row * count).update(from: work + permutation[row] * count, count: count)
      }
      try solveTriangular(
        factors, order: order, .lower, transposed: false, unitDiagonal: true, sides, count: count, poller: poller)
      try solveTriangular(
        factors, order: order, .upper, transposed: false, unitDiagonal: false, sides, count: count, poller: poller)
    }
  }
}
