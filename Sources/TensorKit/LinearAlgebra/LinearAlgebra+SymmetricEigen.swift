// Eigenvalues and eigenvectors of symmetric matrices.

extension LinearAlgebra {
  /// The eigenvalues of a symmetric matrix in ascending order and, if wanted, orthonormal eigenvectors.
  ///
  /// Only the lower half of `matrix` is read. `vectors` gets the vectors as columns, in the order of the values; the first
  /// component of each that is, but for rounding, its largest is positive. Vectors of equal values are any orthonormal set.
  /// Costs about 9·n³ multiplications, 1.4·n³ without vectors.
  package static func symmetricEigen(
    _ matrix: Input, order: Int, values: Output, vectors: Output? = nil, backend: Backend = .automatic,
    cancelled: @escaping Cancellation = { false }
  ) -> Outcome {
    guard areValid(order, order) else { return .invalidSize }
    guard order > 0 else { return .done }
    guard MatrixLayout.isLowerTriangleFinite(matrix, order: order) else {
      fillNaN(values, vectors, order)
      return .done
    }
    do {
      // Work array of the library's divide and conquer.
      let work = 1 + 6 * Double(order) + 2 * Double(order) * Double(order)
      if let lapack = lapack(backend, order: order, count: work) {
        let square = try Buffer<Double>(copying: matrix, count: order * order)
        let found = try Buffer<Double>(order)
        let wantsVectors = vectors != nil
        let cube = Double(order) * Double(order) * Double(order)
        let info = try lapack.run(operations: wantsVectors ? 9 * cube : 2 * cube, cancelled: cancelled) {
          $0.syevdUpper(vectors: wantsVectors, order, square.base, found.base)
        }
        if info == LapackRoutines.noMemory { return .outOfMemory }
        if info == 0 {
          values.update(from: found.base, count: order)
          if let vectors {
            MatrixLayout.transpose(square.base, rows: order, columns: order, into: vectors)
            makeLeadingPositive(vectors, order)
          }
          return .done
        }
      }
      // Without a library, or where its method gave up: the own one is slower and converges differently.
      let outcome = try OwnMethods.symmetricEigen(
        matrix, order: order, values: values, vectors: vectors, poller: Poller(cancelled))
      if outcome != .done { fillNaN(values, vectors, order) }
      if outcome == .done, let vectors { makeLeadingPositive(vectors, order) }
      return outcome
    } catch {
      return error.outcome
    }
  }

  /// Writes NaN to all results. Costs one pass.
  private static func fillNaN(_ values: Output, _ vectors: Output?, _ order: Int) {
    MatrixLayout.fillNaN(values, count: order)
    MatrixLayout.fillNaN(vectors, count: order * order)
  }

  /// Fixes the sign of each vector. Costs three passes.
  private static func makeLeadingPositive(_ vectors: Output, _ order: Int) {
    for column in 0..<order {
      let leading = MatrixLayout.leadingComponent(vectors + column, count: order, step: order)
      guard vectors[leading * order + column] < 0 else { continue }
      for row in 0..<order { vectors[row * order + column].negate() }
    }
  }
}
