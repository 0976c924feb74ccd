// Copies, norms and sign conventions of row-major matrices.

/// Operations that move or judge the elements of a matrix without computing with them.
enum MatrixLayout {
  // Two tiles of this side stay in the nearest cache while one is read and the other written.
  private static let tile = 16

  /// Writes the transpose of a `rows` × `columns` matrix to `target`. Costs one pass over both.
  static func transpose(
    _ source: UnsafePointer<Double>, rows: Int, columns: Int, into target: UnsafeMutablePointer<Double>
  ) {
    for firstRow in stride(from: 0, to: rows, by: tile) {
      let lastRow = min(firstRow + tile, rows)
      for firstColumn in stride(from: 0, to: columns, by: tile) {
        let lastColumn = min(firstColumn + tile, columns)
        for row in firstRow..<lastRow {
          for column in firstColumn..<lastColumn {
            target[column &* rows &+ row] = source[row &* columns &+ column]
          }
        }
      }
    }
  }

  /// Writes the identity of this order. Costs one pass.
  static func fillIdentity(_ target: UnsafeMutablePointer<Double>, order: Int) {
    target.update(repeating: 0, count: order * order)
    for index in 0..<order { target[index * order + index] = 1 }
  }

  /// Writes NaN everywhere. Costs one pass.
  static func fillNaN(_ target: UnsafeMutablePointer<Double>?, count: Int) {
    target?.update(repeating: .nan, count: count)
  }

  /// Whether no element is NaN or infinite. Costs one pass at most.
  static func isFinite(_ source: UnsafePointer<Double>, count: Int) -> Bool {
    VectorLoops.largestMagnitude(source, count).isFinite
  }

  /// Whether no element on or below the diagonal is NaN or infinite. Costs half a pass.
  static func isLowerTriangleFinite(_ source: UnsafePointer<Double>, order: Int) -> Bool {
    for row in 0..<order where !isFinite(source + row * order, count: row + 1) { return false }
    return true
  }

  /// The largest sum of magnitudes in one column. Costs one pass; `sums` is work memory of one number per column.
  static func oneNorm(
    _ source: UnsafePointer<Double>, rows: Int, columns: Int, sums: UnsafeMutablePointer<Double>
  ) -> Double {
    sums.update(repeating: 0, count: columns)
    for row in 0..<rows {
      let line = source + row * columns
      for column in 0..<columns { sums[column] += line[column].magnitude }
    }
    return VectorLoops.largestMagnitude(sums, columns)
  }

  /// Where the first component lies that is, but for rounding, as large as the largest. Costs two passes.
  ///
  /// The tolerance makes vectors such as (0.7071, -0.7071) get the same sign whatever rounding did to them.
  static func leadingComponent(_ source: UnsafePointer<Double>, count: Int, step: Int) -> Int {
    var largest = 0.0
    for index in 0..<count { largest = max(largest, source[index * step].magnitude) }
    let enough = largest * (1 - 1e-8)
    for index in 0..<count where source[index * step].magnitude >= enough { return index }
    return 0
  }

  /// A power of two near the reciprocal of `magnitude`, with which a product is exact; 1 for zero.
  static func exactScale(for magnitude: Double) -> Double {
    guard magnitude > 0, magnitude.isFinite else { return 1 }
    // Held back from the ends of the range, so that the scale and its reciprocal are both normal numbers.
    let exponent = min(max(-magnitude.exponent, -1020), 1020)
    return Double(sign: .plus, exponent: exponent, significand: 1)
  }
}
