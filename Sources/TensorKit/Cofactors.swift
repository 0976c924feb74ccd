// The first two derivatives of determinants. They are polynomials in the elements, so they exist for singular matrices too.
//
// With A = U·S·Vᵀ, moves seen from the axes of U and V are moves of a diagonal matrix, whose determinant's derivatives are products
// of all singular values but one or two.

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

extension MatrixWork {
  /// For each matrix its cofactors: the derivative of its determinant. Costs about 20·n³ multiplications for a matrix that is
  /// nearly singular, n³ for others.
  package func cofactors(_ a: NDArray) throws -> NDArray {
    try squares(a, to: a.shape) { matrix, order, result in
      if quickCofactors(matrix, order, result) { return .done }
      return withSingularValues(matrix, order) { left, values, right, sign in
        for index in 0..<order {
          let factor = sign * MatrixWork.product(values, order, without: index, index)
          for column in 0..<order { right[index * order + column] *= factor }
        }
        MatrixWork.multiply(left, right, into: result, order)
      }
    }
  }

  /// For each matrix how its cofactors move when it moves along a direction of its own shape. Costs about 25·n³ multiplications.
  package func cofactorMotion(_ a: NDArray, along direction: NDArray) throws -> NDArray {
    let directions = try widened(direction)
    try checkFinite(directions, nil)
    let matrices = try widened(a)
    return try squares(matrices, to: a.shape, rounded: a.dtype) { matrix, order, result in
      let along = input(directions) + (matrix - input(matrices))
      guard let buffer = try? LinearAlgebra.Buffer<Double>(2 * order * order) else { return .outOfMemory }
      let (seen, motion) = (buffer.base, buffer.base + order * order)
      return withSingularValues(matrix, order) { left, values, right, sign in
        // The direction as U and V see it: Uᵀ·G·V.
        MatrixWork.multiply(along, transposed: right, into: motion, order)
        MatrixWork.multiply(transposed: left, motion, into: seen, order)
        for row in 0..<order { motion[row * order + row] = 0 }
        for row in 0..<order {
          for column in 0..<row {
            let rest = sign * MatrixWork.product(values, order, without: row, column)
            motion[row * order + row] += rest * seen[column * order + column]
            motion[column * order + column] += rest * seen[row * order + row]
            motion[row * order + column] = -rest * seen[column * order + row]
            motion[column * order + row] = -rest * seen[row * order + column]
          }
        }
        MatrixWork.multiply(left, motion, into: seen, order)
        MatrixWork.multiply(seen, right, into: result, order)
      }
    }
  }

  /// The cofactors as determinant times transposed inverse, where that loses no more than three digits.
  private func quickCofactors(
    _ matrix: UnsafePointer<Double>, _ order: Int, _ result: UnsafeMutablePointer<Double>
  ) -> Bool {
    let determinant = LinearAlgebra.determinant(matrix, order: order, cancelled: cancelled)
    guard determinant.outcome == .done, determinant.value.isNormal,
      let inverse = try? LinearAlgebra.Buffer<Double>(order * order)
    else { return false }
    let division = LinearAlgebra.inverse(matrix, order: order, into: inverse.base, cancelled: cancelled)
    guard division.outcome == .done, division.reciprocalCondition > 1e-3 else { return false }
    MatrixLayout.transpose(inverse.base, rows: order, columns: order, into: result)
    VectorLoops.scale(result, by: determinant.value, order * order)
    return true
  }

  /// Calls `body` with U, the singular values, Vᵀ and det U · det V, all its own to change.
  private func withSingularValues(
    _ matrix: UnsafePointer<Double>, _ order: Int,
    _ body: (
      _ left: UnsafeMutablePointer<Double>, _ values: UnsafePointer<Double>, _ right: UnsafeMutablePointer<Double>,
      _ sign: Double
    ) -> Void
  ) -> LinearAlgebra.Outcome {
    let count = order * order
    guard let buffer = try? LinearAlgebra.Buffer<Double>(2 * count + order) else { return .outOfMemory }
    let (left, right, values) = (buffer.base, buffer.base + count, buffer.base + 2 * count)
    let outcome = LinearAlgebra.svd(
      matrix, rows: order, columns: order, values: values,
      vectors: LinearAlgebra.SingularVectors(left: left, rightTransposed: right), cancelled: cancelled)
    guard outcome == .done else { return outcome }
    var sign = 1.0
    for factor in [left, right] {
      let determinant = LinearAlgebra.determinant(factor, order: order, cancelled: cancelled)
      guard determinant.outcome == .done else { return determinant.outcome }
      sign *= determinant.sign
    }
    body(left, values, right, sign)
    return .done
  }

  /// The product of all values but two, or one where the two are the same.
  private static func product(_ values: UnsafePointer<Double>, _ count: Int, without first: Int, _ second: Int)
    -> Double
  {
    // Fraction and exponent apart: a product of many values leaves the range of a float64 on the way.
    var (fraction, exponent) = (1.0, 0)
    for index in 0..<count where index != first && index != second {
      guard values[index] > 0 else { return 0 }
      fraction *= values[index].significand
      exponent += Int(values[index].exponent) + Int(fraction.exponent)
      fraction = fraction.significand
    }
    return scalbn(fraction, Int32(clamping: exponent))
  }

  private static func multiply(
    _ a: UnsafePointer<Double>, _ b: UnsafePointer<Double>, into c: UnsafeMutablePointer<Double>, _ order: Int
  ) {
    c.update(repeating: 0, count: order * order)
    for row in 0..<order {
      for inner in 0..<order {
        VectorLoops.addScaled(c + row * order, a[row * order + inner], b + inner * order, order)
      }
    }
  }

  private static func multiply(
    transposed a: UnsafePointer<Double>, _ b: UnsafePointer<Double>, into c: UnsafeMutablePointer<Double>, _ order: Int
  ) {
    c.update(repeating: 0, count: order * order)
    for inner in 0..<order {
      for row in 0..<order {
        VectorLoops.addScaled(c + row * order, a[inner * order + row], b + inner * order, order)
      }
    }
  }

  private static func multiply(
    _ a: UnsafePointer<Double>, transposed b: UnsafePointer<Double>, into c: UnsafeMutablePointer<Double>, _ order: Int
  ) {
    for row in 0..<order {
      for column in 0..<order { c[row * order + column] = VectorLoops.dot(a + row * order, b + column * order, order) }
    }
  }
}
