// LU factors with partial pivoting, and the determinant that they give.

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

extension LinearAlgebra {
  /// What `lu` returns beside the factors.
  package struct Elimination: Equatable, Sendable {
    /// `.singular` still leaves complete factors, with zeros on the diagonal of U.
    package var outcome: Outcome
    /// The sign of the permutation, 1 or -1.
    package var sign: Double
  }

  /// A determinant, also in a form that neither overflows nor underflows.
  package struct Determinant: Equatable, Sendable {
    package var outcome: Outcome
    package var value: Double
    /// 1, -1, or 0 for a singular matrix.
    package var sign: Double
    /// The logarithm of the magnitude; minus infinity for a singular matrix.
    package var logMagnitude: Double

    package init(outcome: Outcome, value: Double, sign: Double, logMagnitude: Double) {
      self.outcome = outcome
      self.value = value
      self.sign = sign
      self.logMagnitude = logMagnitude
    }

    /// The answer when there is no determinant.
    static func stopped(_ outcome: Outcome) -> Determinant {
      Determinant(outcome: outcome, value: .nan, sign: .nan, logMagnitude: .nan)
    }
  }

  /// Factors a `rows` × `columns` matrix as P·A = L·U with partial pivoting and returns the sign of P.
  ///
  /// `factors` gets U on and above the diagonal and L, without its unit diagonal, below. `permutation` has `rows` entries:
  /// row i of L·U is row `permutation[i]` of A. Costs about m·n·min(m,n) multiplications.
  package static func lu(
    _ matrix: Input, rows: Int, columns: Int, factors: Output, permutation: UnsafeMutablePointer<Int>,
    backend: Backend = .automatic, cancelled: @escaping Cancellation = { false }
  ) -> Elimination {
    guard areValid(rows, columns) else { return Elimination(outcome: .invalidSize, sign: 1) }
    for row in 0..<rows { permutation[row] = row }
    let rank = min(rows, columns)
    guard rank > 0 else { return Elimination(outcome: .done, sign: 1) }
    guard MatrixLayout.isFinite(matrix, count: rows * columns) else {
      MatrixLayout.fillNaN(factors, count: rows * columns)
      return Elimination(outcome: .done, sign: 1)
    }
    do {
      if let lapack = lapack(backend, order: max(rows, columns), count: Double(max(rows, columns))) {
        let work = try Buffer<Double>(transposing: matrix, rows: rows, columns: columns)
        let pivots = try Buffer<Int32>(rank)
        let operations = 2 * Double(rows) * Double(columns) * Double(rank)
        let info = try lapack.run(operations: operations, cancelled: cancelled) {
          $0.getrf(rows, columns, work.base, pivots.base)
        }
        MatrixLayout.transpose(work.base, rows: columns, columns: rows, into: factors)
        let sign = exchange(permutation, by: pivots)
        return Elimination(outcome: info > 0 ? .singular(pivot: Int(info) - 1) : .done, sign: sign)
      }
      factors.update(from: matrix, count: rows * columns)
      return try OwnMethods.factorLU(
        factors, rows: rows, columns: columns, permutation: permutation, poller: Poller(cancelled))
    } catch {
      return Elimination(outcome: error.outcome, sign: 1)
    }
  }

  /// Turns the exchanges that LAPACK reports into a permutation; returns its sign.
  private static func exchange(_ permutation: UnsafeMutablePointer<Int>, by pivots: Buffer<Int32>) -> Double {
    var sign = 1.0
    for row in 0..<pivots.count {
      let other = Int(pivots.base[row]) - 1
      guard other != row else { continue }
      (permutation[row], permutation[other]) = (permutation[other], permutation[row])
      sign = -sign
    }
    return sign
  }

  /// The determinant of a square matrix, its sign and the logarithm of its magnitude; those of the empty matrix are 1, 1
  /// and 0. A singular matrix is no failure here. Costs one `lu`.
  package static func determinant(
    _ matrix: Input, order: Int, backend: Backend = .automatic, cancelled: @escaping Cancellation = { false }
  ) -> Determinant {
    guard areValid(order, order) else { return .stopped(.invalidSize) }
    do {
      let factors = try Buffer<Double>(order * order)
      let permutation = try Buffer<Int>(order)
      let elimination = lu(
        matrix, rows: order, columns: order, factors: factors.base, permutation: permutation.base, backend: backend,
        cancelled: cancelled)
      switch elimination.outcome {
      case .done, .singular: return productOfDiagonal(factors.base, order: order, sign: elimination.sign)
      default: return .stopped(elimination.outcome)
      }
    } catch {
      return .stopped(error.outcome)
    }
  }

  /// The determinant from the factors, `sign` being that of the permutation. Costs one step a row.
  private static func productOfDiagonal(_ factors: Input, order: Int, sign: Double) -> Determinant {
    var sign = sign
    // Fraction and exponent apart: the product of a few hundred numbers leaves the range of a float64 soon.
    var fraction = 1.0
    var exponent = 0
    for index in 0..<order {
      let pivot = factors[index * order + index]
      guard pivot.isFinite else { return .stopped(.done) }
      guard pivot != 0 else { return Determinant(outcome: .done, value: 0, sign: 0, logMagnitude: -.infinity) }
      if pivot < 0 { sign = -sign }
      fraction *= pivot.significand
      exponent += Int(pivot.exponent) + Int(fraction.exponent)
      fraction = fraction.significand
    }
    let magnitude = Double(sign: .plus, exponent: exponent, significand: fraction)
    // The two parts of the logarithm would cancel for a magnitude near 1.
    let logMagnitude = magnitude.isNormal ? log(magnitude) : log(fraction) + Double(exponent) * log(2)
    return Determinant(outcome: .done, value: sign * magnitude, sign: sign, logMagnitude: logMagnitude)
  }
}
