// Matrices for the tests of linear algebra, and a plain way to call the routines with them.

import TensorKit

/// A row-major matrix that owns its numbers.
struct SampleMatrix: Equatable {
  var rows: Int
  var columns: Int
  var numbers: [Double]

  init(_ rows: Int, _ columns: Int, _ numbers: [Double]) {
    self.rows = rows
    self.columns = columns
    self.numbers = numbers
  }

  init(rows: Int, columns: Int, _ element: (Int, Int) -> Double = { _, _ in 0 }) {
    self.init(rows, columns, [])
    numbers.reserveCapacity(rows * columns)
    for row in 0..<rows { for column in 0..<columns { numbers.append(element(row, column)) } }
  }

  static func identity(_ order: Int) -> SampleMatrix {
    SampleMatrix(rows: order, columns: order) { $0 == $1 ? 1 : 0 }
  }

  static func diagonal(_ numbers: [Double]) -> SampleMatrix {
    SampleMatrix(rows: numbers.count, columns: numbers.count) { $0 == $1 ? numbers[$0] : 0 }
  }

  /// Numbers between -1 and 1 that depend on the seed alone.
  static func random(_ rows: Int, _ columns: Int, seed: UInt64 = 1) -> SampleMatrix {
    var state = seed &* 0x9E37_79B9_7F4A_7C15
    return SampleMatrix(rows: rows, columns: columns) { _, _ in
      state &+= 0x9E37_79B9_7F4A_7C15
      var bits = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
      bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
      return Double((bits ^ (bits >> 31)) >> 11) * 0x1p-52 - 1
    }
  }

  static func randomSymmetric(_ order: Int, seed: UInt64 = 1) -> SampleMatrix {
    let half = random(order, order, seed: seed)
    return SampleMatrix(rows: order, columns: order) { half[max($0, $1), min($0, $1)] }
  }

  static func randomPositive(_ order: Int, seed: UInt64 = 1) -> SampleMatrix {
    let root = random(order, order, seed: seed)
    return root * root.transposed + identity(order)
  }

  static func hilbert(_ order: Int) -> SampleMatrix {
    SampleMatrix(rows: order, columns: order) { 1 / Double($0 + $1 + 1) }
  }

  subscript(row: Int, column: Int) -> Double {
    get { numbers[row * columns + column] }
    set { numbers[row * columns + column] = newValue }
  }

  var transposed: SampleMatrix { SampleMatrix(rows: columns, columns: rows) { self[$1, $0] } }

  /// The largest magnitude; NaN if there is one.
  var size: Double { numbers.reduce(0) { $1.isNaN || $0.isNaN ? .nan : max($0, $1.magnitude) } }

  var isAllNaN: Bool { numbers.allSatisfy { $0.isNaN } }

  func scaled(by factor: Double) -> SampleMatrix { SampleMatrix(rows, columns, numbers.map { $0 * factor }) }

  static func * (x: SampleMatrix, y: SampleMatrix) -> SampleMatrix {
    var result = SampleMatrix(rows: x.rows, columns: y.columns)
    result.numbers.withUnsafeMutableBufferPointer { result in
      x.numbers.withUnsafeBufferPointer { left in
        y.numbers.withUnsafeBufferPointer { right in
          for row in 0..<x.rows {
            for inner in 0..<x.columns {
              let factor = left[row * x.columns + inner]
              for column in 0..<y.columns {
                result[row * y.columns + column] += factor * right[inner * y.columns + column]
              }
            }
          }
        }
      }
    }
    return result
  }

  static func + (x: SampleMatrix, y: SampleMatrix) -> SampleMatrix {
    SampleMatrix(x.rows, x.columns, zip(x.numbers, y.numbers).map { $0 + $1 })
  }

  static func - (x: SampleMatrix, y: SampleMatrix) -> SampleMatrix {
    SampleMatrix(x.rows, x.columns, zip(x.numbers, y.numbers).map { $0 - $1 })
  }
}

extension LinearAlgebra.Backend {
  static let both: [LinearAlgebra.Backend] = [.library, .own]
}

/// The routines on sample matrices. Outputs start as a number that no result holds, to show what was not written.
extension SampleMatrix {
  typealias Backend = LinearAlgebra.Backend
  private static let unwritten = 12345.678

  private static func blank(_ rows: Int, _ columns: Int) -> SampleMatrix {
    SampleMatrix(rows: rows, columns: columns) { _, _ in unwritten }
  }

  func lu(_ backend: Backend) -> (LinearAlgebra.Elimination, factors: SampleMatrix, permutation: [Int]) {
    var factors = Self.blank(rows, columns)
    var permutation = [Int](repeating: -1, count: rows)
    let result = LinearAlgebra.lu(
      numbers, rows: rows, columns: columns, factors: &factors.numbers, permutation: &permutation, backend: backend)
    return (result, factors, permutation)
  }

  func determinant(_ backend: Backend) -> LinearAlgebra.Determinant {
    LinearAlgebra.determinant(numbers, order: rows, backend: backend)
  }

  func solve(_ sides: SampleMatrix, transposed: Bool = false, _ backend: Backend) -> (
    LinearAlgebra.Division, SampleMatrix
  ) {
    var result = Self.blank(rows, sides.columns)
    let division = LinearAlgebra.solve(
      numbers, order: rows, transposed: transposed, sides: sides.numbers, columns: sides.columns,
      into: &result.numbers, backend: backend)
    return (division, result)
  }

  func inverse(_ backend: Backend) -> (LinearAlgebra.Division, SampleMatrix) {
    var result = Self.blank(rows, rows)
    let division = LinearAlgebra.inverse(numbers, order: rows, into: &result.numbers, backend: backend)
    return (division, result)
  }

  func solveTriangular(
    _ triangle: LinearAlgebra.Triangle, transposed: Bool, unitDiagonal: Bool, _ sides: SampleMatrix, _ backend: Backend
  ) -> (LinearAlgebra.Outcome, SampleMatrix) {
    var result = Self.blank(rows, sides.columns)
    let outcome = LinearAlgebra.solveTriangular(
      numbers, order: rows, triangle, transposed: transposed, unitDiagonal: unitDiagonal, sides: sides.numbers,
      columns: sides.columns, into: &result.numbers, backend: backend)
    return (outcome, result)
  }

  func cholesky(_ backend: Backend) -> (LinearAlgebra.Outcome, SampleMatrix) {
    var result = Self.blank(rows, rows)
    let outcome = LinearAlgebra.cholesky(numbers, order: rows, into: &result.numbers, backend: backend)
    return (outcome, result)
  }

  func qr(_ backend: Backend) -> (LinearAlgebra.Outcome, q: SampleMatrix, r: SampleMatrix) {
    let rank = min(rows, columns)
    var q = Self.blank(rows, rank)
    var r = Self.blank(rank, columns)
    let outcome = LinearAlgebra.qr(
      numbers, rows: rows, columns: columns, orthogonal: &q.numbers, upper: &r.numbers, backend: backend)
    return (outcome, q, r)
  }

  func eigen(_ backend: Backend) -> (LinearAlgebra.Outcome, values: [Double], vectors: SampleMatrix) {
    var values = [Double](repeating: Self.unwritten, count: rows)
    var vectors = Self.blank(rows, rows)
    let outcome = vectors.numbers.withUnsafeMutableBufferPointer { buffer in
      LinearAlgebra.symmetricEigen(
        numbers, order: rows, values: &values, vectors: buffer.baseAddress, backend: backend)
    }
    return (outcome, values, vectors)
  }

  func svd(_ backend: Backend) -> (LinearAlgebra.Outcome, u: SampleMatrix, values: [Double], vt: SampleMatrix) {
    let rank = min(rows, columns)
    var u = Self.blank(rows, rank)
    var vt = Self.blank(rank, columns)
    var values = [Double](repeating: Self.unwritten, count: rank)
    let outcome = u.numbers.withUnsafeMutableBufferPointer { left in
      vt.numbers.withUnsafeMutableBufferPointer { right in
        let vectors = left.baseAddress.flatMap { left in
          right.baseAddress.map { LinearAlgebra.SingularVectors(left: left, rightTransposed: $0) }
        }
        return LinearAlgebra.svd(
          numbers, rows: rows, columns: columns, values: &values, vectors: vectors, backend: backend)
      }
    }
    return (outcome, u, values, vt)
  }
}
