// QR, eigenvalues and singular values, with the library and without it.

import TensorKit
import Testing

private let shapes = [
  (0, 0), (0, 3), (3, 0), (1, 1), (1, 5), (5, 1), (2, 3), (3, 2), (5, 5), (17, 40), (40, 17), (64, 64), (100, 33),
  (33, 100), (200, 200), (300, 20),
]

// Subnormal numbers cannot keep a relative precision.
private let subnormal = 0x1p-1066

private func isOrthonormal(_ columns: SampleMatrix) -> Bool {
  (columns.transposed * columns - .identity(columns.columns)).size < 1e-13 * Double(columns.rows + 10)
}

/// Matrices on which decompositions stumble: dependent, graded, tiny, huge, repeated.
private func awkward(_ rows: Int, _ columns: Int) -> [SampleMatrix] {
  let random = SampleMatrix.random(rows, columns)
  let narrow = SampleMatrix.random(rows, 2, seed: 5) * .random(2, columns, seed: 6)
  // Large matrices take the other paths of the library; their awkwardness is the same.
  guard rows * columns < 5000 else { return [random, narrow] }
  return [
    random, narrow, SampleMatrix(rows: rows, columns: columns),
    SampleMatrix(rows: rows, columns: columns) { _, _ in 1 },
    SampleMatrix(rows: rows, columns: columns) { $0 == $1 ? 1 : 0 },
    SampleMatrix(rows: rows, columns: columns) { 1 / Double($0 + $1 + 1) },
    SampleMatrix(rows: rows, columns: columns) { random[$0, $1] * power(0.1, 2 * $1) },
    SampleMatrix(rows: rows, columns: columns) { random[$0, $1] * power(0.1, 2 * $0) },
    SampleMatrix(rows: rows, columns: columns) { $0 == $1 ? power(-1, $0) : 0 },
    random.scaled(by: 1e-300), random.scaled(by: 1e300), random.scaled(by: 0x1p-1060),
    SampleMatrix(rows: rows, columns: columns) { _, column in column == 0 ? 0 : random[0, column] },
  ]
}

private func power(_ base: Double, _ exponent: Int) -> Double {
  (0..<exponent).reduce(1) { product, _ in product * base }
}

@Suite struct SpectralTests {
  @Test(arguments: LinearAlgebra.Backend.both, shapes)
  func qr(_ backend: LinearAlgebra.Backend, _ shape: (Int, Int)) {
    for (number, matrix) in awkward(shape.0, shape.1).enumerated() {
      let (outcome, q, r) = matrix.qr(backend)
      #expect(outcome == .done)
      #expect(isOrthonormal(q), "matrix \(number)")
      #expect((q * r - matrix).size <= 1e-13 * Double(shape.0 + 3) * matrix.size + subnormal, "matrix \(number)")
      for row in 0..<r.rows {
        #expect(!(r[row, row] < 0))
        for column in 0..<row { #expect(r[row, column] == 0) }
      }
      guard number == 0 else { continue }
      let other = matrix.qr(.own)
      #expect((other.q - q).size < 1e-11 && (other.r - r).size < 1e-11)
    }
  }

  @Test(arguments: LinearAlgebra.Backend.both, [0, 1, 2, 3, 5, 17, 64, 200])
  func symmetricEigen(_ backend: LinearAlgebra.Backend, _ order: Int) {
    for (number, sample) in awkward(order, order).enumerated() {
      let symmetric = SampleMatrix(rows: order, columns: order) { sample[max($0, $1), min($0, $1)] }
      let (outcome, values, vectors) = symmetric.eigen(backend)
      #expect(outcome == .done)
      #expect(values == values.sorted())
      #expect(isOrthonormal(vectors), "matrix \(number)")
      let rebuilt = vectors * .diagonal(values) * vectors.transposed
      let tolerance = 1e-14 * Double(order + 10) * symmetric.size + subnormal
      #expect((rebuilt - symmetric).size <= tolerance, "matrix \(number)")
      for column in 0..<order {
        let largest = (0..<order).map { vectors[$0, column].magnitude }.max() ?? 0
        let leading = (0..<order).first { vectors[$0, column].magnitude >= largest * (1 - 1e-8) } ?? 0
        #expect(vectors[leading, column] > 0)
      }
      // The other half does not count; values alone are the same values.
      let lowerOnly = SampleMatrix(rows: order, columns: order) { $0 < $1 ? .nan : symmetric[$0, $1] }
      var alone = [Double](repeating: 0, count: order)
      #expect(
        LinearAlgebra.symmetricEigen(lowerOnly.numbers, order: order, values: &alone, backend: backend) == .done)
      for (one, other) in zip(alone, values) { #expect(abs(one - other) <= tolerance) }
      guard number == 0 else { continue }
      let own = symmetric.eigen(.own)
      for (one, other) in zip(own.values, values) { #expect(abs(one - other) <= tolerance) }
      #expect((own.vectors - vectors).size < 1e-9)
    }
  }

  @Test(arguments: LinearAlgebra.Backend.both)
  func knownEigenvalues(_ backend: LinearAlgebra.Backend) {
    let (_, values, vectors) = SampleMatrix(2, 2, [2, 1, 1, 2]).eigen(backend)
    let half = 0.5.squareRoot()
    for (found, known) in zip(values + vectors.numbers, [1, 3, half, half, -half, half]) {
      #expect(abs(found - known) < 1e-15)
    }
    // The second difference has the eigenvalues 2 - 2·cos(k·π/(n + 1)).
    let order = 50
    let difference = SampleMatrix(rows: order, columns: order) { $0 == $1 ? 2 : abs($0 - $1) == 1 ? -1 : 0 }
    for (index, value) in difference.eigen(backend).values.enumerated() {
      let known = 4 * sineSquared(Double(index + 1) * .pi / Double(2 * (order + 1)))
      #expect(abs(value - known) < 1e-14)
    }
  }

  @Test(arguments: LinearAlgebra.Backend.both, shapes)
  func svd(_ backend: LinearAlgebra.Backend, _ shape: (Int, Int)) {
    let rank = min(shape.0, shape.1)
    for (number, matrix) in awkward(shape.0, shape.1).enumerated() {
      let (outcome, u, values, vt) = matrix.svd(backend)
      #expect(outcome == .done)
      guard rank > 0 else { continue }
      #expect(values == values.sorted(by: >) && values.allSatisfy { $0 >= 0 })
      #expect(isOrthonormal(u), "matrix \(number)")
      #expect(isOrthonormal(vt.transposed), "matrix \(number)")
      let tolerance = 2e-14 * Double(max(shape.0, shape.1) + 10) * matrix.size + subnormal
      #expect((u * .diagonal(values) * vt - matrix).size <= tolerance, "matrix \(number)")
      for column in 0..<rank {
        let largest = (0..<shape.0).map { u[$0, column].magnitude }.max() ?? 0
        let leading = (0..<shape.0).first { u[$0, column].magnitude >= largest * (1 - 1e-8) } ?? 0
        #expect(u[leading, column] > 0)
      }
      var alone = [Double](repeating: 0, count: rank)
      #expect(
        LinearAlgebra.svd(matrix.numbers, rows: shape.0, columns: shape.1, values: &alone, backend: backend) == .done)
      for (one, other) in zip(alone, values) { #expect(abs(one - other) <= tolerance) }
      let own = matrix.svd(.own)
      for (one, other) in zip(own.values, values) { #expect(abs(one - other) <= tolerance, "matrix \(number)") }
      guard number == 0 else { continue }
      #expect((own.u - u).size < 1e-9 && (own.vt - vt).size < 1e-9)
    }
  }

  @Test(arguments: LinearAlgebra.Backend.both)
  func knownSingularValues(_ backend: LinearAlgebra.Backend) {
    let (_, u, values, vt) = SampleMatrix(2, 2, [3, 0, 4, 5]).svd(backend)
    let tenth = 0.1.squareRoot()
    let half = 0.5.squareRoot()
    #expect(abs(values[0] - 45.0.squareRoot()) < 1e-14 && abs(values[1] - 5.0.squareRoot()) < 1e-14)
    #expect((u - SampleMatrix(2, 2, [tenth, 3 * tenth, 3 * tenth, -tenth])).size < 1e-14)
    #expect((vt - SampleMatrix(2, 2, [half, half, half, -half])).size < 1e-14)
    let range = SampleMatrix.diagonal([1e200, 1, 1e-200]).svd(backend)
    #expect(range.values[0] == 1e200 && range.vt == .identity(3) && range.u == .identity(3))
  }

  @Test(arguments: LinearAlgebra.Backend.both, [Double.nan, .infinity, -.infinity])
  func poisonSpreadsAndEnds(_ backend: LinearAlgebra.Backend, _ poison: Double) {
    for order in [1, 2, 5, 64] {
      for place in [(0, 0), (order - 1, 0), (order - 1, order - 1), (order / 2, order / 3)] {
        var matrix = SampleMatrix.randomPositive(order)
        matrix[place.0, place.1] = poison
        func isPoisoned(_ numbers: [Double]) -> Bool { numbers.allSatisfy { $0.isNaN } }
        let sides = SampleMatrix.random(order, 2)
        let results: [(LinearAlgebra.Outcome, [Double])] = [
          (matrix.lu(backend).0.outcome, matrix.lu(backend).factors.numbers),
          (matrix.solve(sides, backend).0.outcome, matrix.solve(sides, backend).1.numbers),
          (matrix.inverse(backend).0.outcome, matrix.inverse(backend).1.numbers),
          (matrix.determinant(backend).outcome, [matrix.determinant(backend).value]),
          (matrix.cholesky(backend).0, matrix.cholesky(backend).1.numbers),
          (matrix.qr(backend).0, matrix.qr(backend).q.numbers + matrix.qr(backend).r.numbers),
          (matrix.eigen(backend).0, matrix.eigen(backend).values + matrix.eigen(backend).vectors.numbers),
          (matrix.svd(backend).0, matrix.svd(backend).values + matrix.svd(backend).u.numbers),
        ]
        for (outcome, numbers) in results { #expect(outcome == .done && isPoisoned(numbers)) }
        _ = matrix.solveTriangular(.lower, transposed: false, unitDiagonal: false, sides, backend)
      }
    }
  }

  private func sineSquared(_ angle: Double) -> Double {
    // Series: the tests need no other mathematics.
    var (term, sum, index) = (angle, angle, 1.0)
    while term.magnitude > 1e-20 {
      term *= -angle * angle / ((2 * index) * (2 * index + 1))
      sum += term
      index += 1
    }
    return sum * sum
  }
}
