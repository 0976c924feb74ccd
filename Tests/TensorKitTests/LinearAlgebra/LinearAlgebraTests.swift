// Systems, inverses, determinants and triangular factors, with the library and without it.

import CLibraries
import TensorKit
import Testing

private let orders = [0, 1, 2, 3, 5, 17, 33, 64, 200]
private let shapes = [
  (0, 0), (0, 3), (3, 0), (1, 1), (1, 5), (5, 1), (2, 3), (3, 2), (5, 5), (17, 40), (40, 17), (64, 64), (100, 33),
  (33, 100), (200, 200), (300, 20),
]

@Suite struct LinearSystemsTests {
  @Test func anOpenLibraryIsUsed() {
    #expect((LapackRoutines.installed != nil) == (cl_lapack_symbol("dgetrf_") != nil))
  }

  @Test func smallMatricesHaveTheSameBitsWithoutTheLibrary() {
    for order in [1, 2, 5, 16] {
      let matrix = SampleMatrix.random(order, order)
      #expect(matrix.inverse(.automatic).1 == matrix.inverse(.own).1)
      #expect(matrix.svd(.automatic).u == matrix.svd(.own).u)
    }
    let matrix = SampleMatrix.random(40, 40)
    #expect(matrix.inverse(.automatic).1 == matrix.inverse(.library).1)
  }

  @Test(arguments: LinearAlgebra.Backend.both, shapes)
  func luReproducesTheRows(_ backend: LinearAlgebra.Backend, _ shape: (Int, Int)) {
    let matrix = SampleMatrix.random(shape.0, shape.1)
    let rank = min(shape.0, shape.1)
    let (result, factors, permutation) = matrix.lu(backend)
    #expect(result.outcome == .done)
    #expect(permutation.sorted() == Array(0..<shape.0))
    let lower = SampleMatrix(rows: shape.0, columns: rank) { $0 == $1 ? 1 : $0 > $1 ? factors[$0, $1] : 0 }
    let upper = SampleMatrix(rows: rank, columns: shape.1) { $0 <= $1 ? factors[$0, $1] : 0 }
    let permuted = SampleMatrix(rows: shape.0, columns: shape.1) { matrix[permutation[$0], $1] }
    #expect((lower * upper - permuted).size < 1e-12)
    #expect(lower.size <= 1)
    // The backends choose the same pivots.
    let other = matrix.lu(.own)
    #expect(other.permutation == permutation && other.0.sign == result.sign)
    #expect((other.factors - factors).size < 1e-10)
  }

  @Test(arguments: LinearAlgebra.Backend.both, orders)
  func solveAndInverse(_ backend: LinearAlgebra.Backend, _ order: Int) {
    let matrix = SampleMatrix.random(order, order) + SampleMatrix.identity(order).scaled(by: 3)
    for columns in [0, 1, 2, 7] {
      let sides = SampleMatrix.random(order, columns, seed: 9)
      let (division, x) = matrix.solve(sides, backend)
      #expect(division.outcome == .done)
      #expect((matrix * x - sides).size < 1e-11)
      let (_, y) = matrix.solve(sides, transposed: true, backend)
      #expect((matrix.transposed * y - sides).size < 1e-11)
      var inPlace = sides
      inPlace.numbers.withUnsafeMutableBufferPointer { buffer in
        guard let base = buffer.baseAddress else { return }
        _ = LinearAlgebra.solve(
          matrix.numbers, order: order, sides: base, columns: columns, into: base, backend: backend)
      }
      #expect(inPlace == x)
    }
    let (division, inverse) = matrix.inverse(backend)
    #expect(division.outcome == .done)
    #expect((inverse * matrix - .identity(order)).size < 1e-11)
    #expect((inverse - matrix.inverse(.own).1).size < 1e-11)
  }

  @Test(arguments: LinearAlgebra.Backend.both)
  func conditionTellsNearlySingularFromSound(_ backend: LinearAlgebra.Backend) {
    func condition(_ matrix: SampleMatrix) -> LinearAlgebra.Division {
      LinearAlgebra.reciprocalCondition(matrix.numbers, order: matrix.rows, backend: backend)
    }
    #expect(condition(.identity(5)).reciprocalCondition == 1)
    #expect(condition(.diagonal([1, 1e-8])).reciprocalCondition == 1e-8)
    #expect(condition(.diagonal([4])).reciprocalCondition == 1)
    #expect(condition(.diagonal([])).reciprocalCondition == 1)
    #expect(condition(.diagonal([1, 0, 2])) == .init(outcome: .singular(pivot: 1), reciprocalCondition: 0))
    // Published: the condition of Hilbert's matrix of order 6 in the one-norm is 2.9070279e7.
    #expect(abs(condition(.hilbert(6)).reciprocalCondition * 2.907_027_9e7 - 1) < 1e-5)
    #expect(condition(.hilbert(14)).reciprocalCondition < 1e-16)
    let counting = condition(SampleMatrix(3, 3, [1, 2, 3, 4, 5, 6, 7, 8, 9]))
    #expect(counting.reciprocalCondition < 1e-16)
    for order in orders where order > 0 {
      let matrix = SampleMatrix.random(order, order)
      let inverse = matrix.inverse(.own).1
      func norm(_ matrix: SampleMatrix) -> Double {
        (0..<order).map { column in (0..<order).reduce(0) { $0 + matrix[$1, column].magnitude } }.max() ?? 0
      }
      let truth = 1 / norm(matrix) / norm(inverse)
      let estimate = condition(matrix).reciprocalCondition
      #expect(estimate >= truth * 0.999_999 && estimate <= 3 * truth)
    }
  }

  @Test(arguments: LinearAlgebra.Backend.both)
  func singularMatricesAreReported(_ backend: LinearAlgebra.Backend) {
    let zeroColumn = SampleMatrix(3, 3, [1, 0, 2, 3, 0, 4, 5, 0, 7])
    #expect(zeroColumn.lu(backend).0.outcome == .singular(pivot: 1))
    let (division, x) = zeroColumn.solve(SampleMatrix(3, 1, [1, 2, 3]), backend)
    #expect(division == .init(outcome: .singular(pivot: 1), reciprocalCondition: 0))
    #expect(x.isAllNaN)
    let (failed, inverse) = zeroColumn.inverse(backend)
    #expect(failed.outcome == .singular(pivot: 1) && inverse.isAllNaN)
    #expect(SampleMatrix(2, 2, [0, 1, 0, 0]).lu(backend).0.outcome == .singular(pivot: 0))
    #expect(SampleMatrix(rows: 200, columns: 200).inverse(backend).0.outcome == .singular(pivot: 0))
    let twice = SampleMatrix(2, 2, [1, 2, 2, 4])
    #expect(twice.determinant(backend) == .init(outcome: .done, value: 0, sign: 0, logMagnitude: -.infinity))
  }

  @Test(arguments: LinearAlgebra.Backend.both)
  func determinants(_ backend: LinearAlgebra.Backend) {
    #expect(SampleMatrix(0, 0, []).determinant(backend) == .init(outcome: .done, value: 1, sign: 1, logMagnitude: 0))
    #expect(SampleMatrix(2, 2, [0, 1, 1, 0]).determinant(backend).value == -1)
    let three = SampleMatrix(3, 3, [2, -3, 1, 2, 0, -1, 1, 4, 5]).determinant(backend)
    #expect(abs(three.value - 49) < 1e-12)
    let large = SampleMatrix.diagonal([1e200, -1e200, 1e-200, 1e-200]).determinant(backend)
    #expect(large.sign == -1 && abs(large.value + 1) < 1e-14 && abs(large.logMagnitude) < 1e-13)
    let huge = SampleMatrix.identity(200).scaled(by: 1e3).determinant(backend)
    #expect(huge.value == .infinity && abs(huge.logMagnitude - 1381.551_055_796_427_4) < 1e-9)
    let tiny = SampleMatrix.identity(200).scaled(by: -1e-3).determinant(backend)
    #expect(tiny.value == 0 && tiny.sign == 1 && abs(tiny.logMagnitude + 1381.551_055_796_427_4) < 1e-9)
    let nearOne = SampleMatrix.diagonal([1 - 0x1p-53, 1]).determinant(backend)
    #expect(nearOne.logMagnitude == -0x1p-53)
  }

  @Test(arguments: LinearAlgebra.Backend.both, orders)
  func triangularSystems(_ backend: LinearAlgebra.Backend, _ order: Int) {
    let square =
      SampleMatrix.random(order, order).scaled(by: 1 / Double(max(order, 1)))
      + .identity(order).scaled(by: 2)
    for columns in [1, 3, 8] {
      let sides = SampleMatrix.random(order, columns, seed: 4)
      for triangle in [LinearAlgebra.Triangle.lower, .upper] {
        for unitDiagonal in [false, true] {
          let half = SampleMatrix(rows: order, columns: order) { row, column in
            if row == column { return unitDiagonal ? 1 : square[row, column] }
            return (row > column) == (triangle == .lower) ? square[row, column] : 0
          }
          // What must not be read is poisoned.
          let poisoned = SampleMatrix(rows: order, columns: order) { row, column in
            if row == column { return unitDiagonal ? .nan : square[row, column] }
            return (row > column) == (triangle == .lower) ? square[row, column] : .nan
          }
          for transposed in [false, true] {
            let (outcome, x) = poisoned.solveTriangular(
              triangle, transposed: transposed, unitDiagonal: unitDiagonal, sides, backend)
            #expect(outcome == .done)
            let product = (transposed ? half.transposed : half) * x
            #expect((product - sides).size < 1e-13)
          }
        }
      }
    }
  }

  @Test(arguments: LinearAlgebra.Backend.both)
  func triangularTrouble(_ backend: LinearAlgebra.Backend) {
    let matrix = SampleMatrix.diagonal([1, 2, 0, 0])
    let sides = SampleMatrix(4, 1, [1, 1, 1, 1])
    let (outcome, x) = matrix.solveTriangular(.lower, transposed: false, unitDiagonal: false, sides, backend)
    #expect(outcome == .singular(pivot: 2) && x.isAllNaN)
    #expect(matrix.solveTriangular(.upper, transposed: false, unitDiagonal: true, sides, backend).0 == .done)
  }

  @Test(arguments: LinearAlgebra.Backend.both, orders)
  func cholesky(_ backend: LinearAlgebra.Backend, _ order: Int) {
    var matrix = SampleMatrix.randomPositive(order)
    let (outcome, lower) = matrix.cholesky(backend)
    #expect(outcome == .done)
    #expect((lower * lower.transposed - matrix).size < 1e-12 * Double(order + 1))
    for row in 0..<order {
      #expect(lower[row, row] > 0)
      for column in (row + 1)..<max(order, row + 1) { #expect(lower[row, column] == 0) }
    }
    // The upper half does not count.
    for row in 0..<order { for column in (row + 1)..<max(order, row + 1) { matrix[row, column] = .nan } }
    #expect(matrix.cholesky(backend).1 == lower)
    guard order > 2 else { return }
    for bad in [0, 2, order - 1] {
      matrix[bad, bad] = -matrix[bad, bad]
      let (failure, rest) = matrix.cholesky(backend)
      #expect(failure == .notPositiveDefinite(order: bad + 1))
      #expect(rest.isAllNaN)
      matrix[bad, bad] = -matrix[bad, bad]
    }
  }

  @Test(arguments: LinearAlgebra.Backend.both)
  func knownCholesky(_ backend: LinearAlgebra.Backend) {
    let (outcome, lower) = SampleMatrix(3, 3, [4, 12, -16, 12, 37, -43, -16, -43, 98]).cholesky(backend)
    #expect(outcome == .done && lower.numbers == [2, 0, 0, 6, 1, 0, -8, 5, 3])
    #expect(SampleMatrix(2, 2, [1, 1, 1, 1]).cholesky(backend).0 == .notPositiveDefinite(order: 2))
    #expect(SampleMatrix(1, 1, [0]).cholesky(backend).0 == .notPositiveDefinite(order: 1))
  }

  @Test(arguments: LinearAlgebra.Backend.both)
  func sizesThatCannotBe(_ backend: LinearAlgebra.Backend) {
    var memory = [1.0]
    var permutation = [0]
    for order in [-1, Int.min, Int.max, 1 << 40] {
      #expect(
        LinearAlgebra.lu(
          [1.0], rows: order, columns: order, factors: &memory, permutation: &permutation, backend: backend
        ).outcome == .invalidSize)
      #expect(LinearAlgebra.determinant([1.0], order: order, backend: backend).outcome == .invalidSize)
      #expect(LinearAlgebra.inverse([1.0], order: order, into: &memory, backend: backend).outcome == .invalidSize)
      #expect(
        LinearAlgebra.solve([1.0], order: 1, sides: [1.0], columns: -1, into: &memory, backend: backend).outcome
          == .invalidSize)
      #expect(LinearAlgebra.cholesky([1.0], order: order, into: &memory, backend: backend) == .invalidSize)
      #expect(LinearAlgebra.symmetricEigen([1.0], order: order, values: &memory, backend: backend) == .invalidSize)
      #expect(LinearAlgebra.svd([1.0], rows: order, columns: order, values: &memory, backend: backend) == .invalidSize)
    }
  }
}
