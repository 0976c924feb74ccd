// Square linear systems, inverses, and how far a matrix is from singular.

extension LinearAlgebra {
  /// What a routine that divides by a matrix returns beside its numbers.
  package struct Division: Equatable, Sendable {
    package var outcome: Outcome
    /// An estimate, seldom more than three times too large, of 1 / (‖A‖·‖A⁻¹‖) in the one-norm; 0 for a singular matrix.
    /// Below about 1e-16 no digit of the result can be trusted.
    package var reciprocalCondition: Double

    package init(outcome: Outcome, reciprocalCondition: Double) {
      self.outcome = outcome
      self.reciprocalCondition = reciprocalCondition
    }

    /// The answer when there is no condition to tell.
    static func stopped(_ outcome: Outcome) -> Division {
      Division(outcome: outcome, reciprocalCondition: .nan)
    }
  }

  /// Solves A·X = B, or Aᵀ·X = B, for a square matrix; B and X are `order` × `columns` and may be the same memory.
  ///
  /// Returns the outcome and the reciprocal condition. After `.singular` X is NaN throughout. Costs one `lu` and n²
  /// multiplications a column.
  package static func solve(
    _ matrix: Input, order: Int, transposed: Bool = false, sides: Input, columns: Int, into result: Output,
    backend: Backend = .automatic, cancelled: @escaping Cancellation = { false }
  ) -> Division {
    guard areValid(order, order, columns) else { return .stopped(.invalidSize) }
    guard order > 0 else { return Division(outcome: .done, reciprocalCondition: 1) }
    guard MatrixLayout.isFinite(matrix, count: order * order) else {
      MatrixLayout.fillNaN(result, count: order * columns)
      return .stopped(.done)
    }
    do {
      let division: Division
      if let lapack = lapack(backend, order: order, count: Double(max(order, columns))) {
        let right = try Buffer<Double>(transposing: sides, rows: order, columns: columns)
        division = try divide(matrix, order, lapack, extra: columns, cancelled) { lapack, factors, pivots in
          columns == 0
            ? 0 : lapack.getrs(transposed: transposed, order, factors, pivots, right.base, count: columns)
        }
        MatrixLayout.transpose(right.base, rows: columns, columns: order, into: result)
      } else {
        let poller = Poller(cancelled)
        let work = try Buffer<Double>(order * columns)
        let right = try Buffer<Double>(copying: sides, count: order * columns)
        division = try divideOwn(matrix, order, poller) { (factors, permutation) throws(Stop) in
          try OwnMethods.solveLU(
            factors, order: order, permutation: permutation, transposed: transposed, right.base, count: columns,
            work: work.base, poller: poller)
        }
        result.update(from: right.base, count: order * columns)
      }
      if division.outcome != .done { MatrixLayout.fillNaN(result, count: order * columns) }
      return division
    } catch {
      return .stopped(error.outcome)
    }
  }

  /// The inverse of a square matrix, with its reciprocal condition. After `.singular` it is NaN throughout. Costs about n³
  /// multiplications.
  package static func inverse(
    _ matrix: Input, order: Int, into result: Output, backend: Backend = .automatic,
    cancelled: @escaping Cancellation = { false }
  ) -> Division {
    guard areValid(order, order) else { return .stopped(.invalidSize) }
    guard order > 0 else { return Division(outcome: .done, reciprocalCondition: 1) }
    do {
      let identity = try Buffer<Double>(order * order)
      MatrixLayout.fillIdentity(identity.base, order: order)
      guard let lapack = lapack(backend, order: order, count: Double(order)) else {
        return solve(
          matrix, order: order, sides: identity.base, columns: order, into: result, backend: .own,
          cancelled: cancelled)
      }
      guard MatrixLayout.isFinite(matrix, count: order * order) else {
        MatrixLayout.fillNaN(result, count: order * order)
        return .stopped(.done)
      }
      // The identity's memory serves for the answer: this way the library need not hand out its own.
      let division = try divide(matrix, order, lapack, extra: order, cancelled) { lapack, factors, pivots in
        let info = lapack.getri(order, factors, pivots)
        identity.base.update(from: factors, count: order * order)
        return info
      }
      MatrixLayout.transpose(identity.base, rows: order, columns: order, into: result)
      if division.outcome != .done { MatrixLayout.fillNaN(result, count: order * order) }
      return division
    } catch {
      return .stopped(error.outcome)
    }
  }

  /// The estimated reciprocal condition of a square matrix; 0, with the outcome `.singular`, when elimination fails. Costs
  /// one `lu` and a few times n² multiplications.
  package static func reciprocalCondition(
    _ matrix: Input, order: Int, backend: Backend = .automatic, cancelled: @escaping Cancellation = { false }
  ) -> Division {
    // A system without right sides.
    var result = 0.0
    return solve(
      matrix, order: order, sides: matrix, columns: 0, into: &result, backend: backend, cancelled: cancelled)
  }

  /// Factors with the library, judges the condition and, unless the matrix is singular, goes on with `finish`.
  private static func divide(
    _ matrix: Input, _ order: Int, _ lapack: LapackRoutines, extra: Int, _ cancelled: @escaping Cancellation,
    finish: @escaping @Sendable (LapackRoutines, LapackRoutines.Numbers, LapackRoutines.Integers) -> Int32
  ) throws(Stop) -> Division {
    let factors = try Buffer<Double>(transposing: matrix, rows: order, columns: order)
    let pivots = try Buffer<Int32>(order)
    let sums = try Buffer<Double>(order)
    let norm = MatrixLayout.oneNorm(matrix, rows: order, columns: order, sums: sums.base)
    let operations = 2 * Double(order) * Double(order) * (Double(order) + Double(extra))
    return try lapack.run(operations: operations, cancelled: cancelled) { lapack in
      let info = lapack.getrf(order, order, factors.base, pivots.base)
      if info > 0 { return Division(outcome: .singular(pivot: Int(info) - 1), reciprocalCondition: 0) }
      var condition = 0.0
      guard lapack.gecon(order, factors.base, norm: norm, &condition) != LapackRoutines.noMemory,
        finish(lapack, factors.base, pivots.base) != LapackRoutines.noMemory
      else { return .stopped(.outOfMemory) }
      // Overflow inside the estimate means a matrix that is singular for every purpose.
      return Division(outcome: .done, reciprocalCondition: condition.isFinite ? condition : 0)
    }
  }

  /// As `divide`, without the library.
  private static func divideOwn(
    _ matrix: Input, _ order: Int, _ poller: Poller, finish: (Input, UnsafePointer<Int>) throws(Stop) -> Void
  ) throws(Stop) -> Division {
    let factors = try Buffer<Double>(copying: matrix, count: order * order)
    let permutation = try Buffer<Int>(order)
    for row in 0..<order { permutation.base[row] = row }
    let outcome = try OwnMethods.factorLU(
      factors.base, rows: order, columns: order, permutation: permutation.base, poller: poller
    ).outcome
    guard outcome == .done else { return Division(outcome: outcome, reciprocalCondition: 0) }
    let sums = try Buffer<Double>(order)
    let norm = MatrixLayout.oneNorm(matrix, rows: order, columns: order, sums: sums.base)
    let condition = try OwnMethods.reciprocalCondition(
      factors.base, order: order, permutation: permutation.base, norm: norm, poller: poller)
    try finish(factors.base, permutation.base)
    return Division(outcome: .done, reciprocalCondition: condition)
  }
}
