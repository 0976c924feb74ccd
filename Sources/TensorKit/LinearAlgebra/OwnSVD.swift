// Singular values without a library: QR factors, then Jacobi's one-sided rotations.

extension OwnMethods {
  // Six to ten sweeps are usual; far more mean that rounding keeps undoing the rotations.
  private static let mostSweeps = 60

  // The square of a column's length below which its direction is lost to underflow (the matrix is near magnitude 1).
  private static let negligibleSquare = 1e-290

  /// Singular values, descending, and thin vectors if wanted, of a finite matrix that is not empty.
  ///
  /// One-sided rotations find even tiny singular values to many digits and need no shifts, at the price of more
  /// arithmetic than bidiagonal methods: some 100·m·n·min(m,n) multiplications.
  static func svd(
    _ matrix: UnsafePointer<Double>, rows: Int, columns: Int, values: UnsafeMutablePointer<Double>,
    vectors: LinearAlgebra.SingularVectors?, poller: LinearAlgebra.Poller
  ) throws(LinearAlgebra.Stop) -> LinearAlgebra.Outcome {
    // B is A or Aᵀ, whichever is not wide; its columns are stored as lines.
    let isWide = rows < columns
    let (length, rank) = (max(rows, columns), min(rows, columns))
    let lines =
      isWide
      ? try LinearAlgebra.Buffer<Double>(copying: matrix, count: rows * columns)
      : try LinearAlgebra.Buffer<Double>(transposing: matrix, rows: rows, columns: columns)
    let scale = MatrixLayout.exactScale(for: VectorLoops.largestMagnitude(lines.base, rank * length))
    VectorLoops.scale(lines.base, by: scale, rank * length)
    let reflectors = try reflectColumns(lines.base, length: length, count: rank, poller: poller)

    // With B = Q·R and Rᵀ·J = W, where J turns columns until those of W are orthogonal: B = (Q·J)·Wᵀ.
    let triangle = try LinearAlgebra.Buffer<Double>(rank * rank)
    for row in 0..<rank {
      for column in 0..<rank {
        triangle.base[row * rank + column] = column < row ? 0 : lines.base[column * length + row]
      }
    }
    let turns = vectors == nil ? nil : try LinearAlgebra.Buffer<Double>(rank * length)
    if let turns {
      turns.base.update(repeating: 0, count: rank * length)
      for index in 0..<rank { turns.base[index * length + index] = 1 }
    }
    guard try orthogonalize(triangle.base, rank, turns?.base, length, poller) else { return .notConverged }

    let norms = (0..<rank).map { VectorLoops.norm(triangle.base + $0 * rank, rank) }
    let descending = (0..<rank).sorted { norms[$0] > norms[$1] }
    for (position, index) in descending.enumerated() { values[position] = norms[index] / scale }
    guard let vectors, let turns else { return .done }

    let directions = try normalize(triangle.base, rank, norms, poller)
    try apply(reflectors, length: length, to: turns.base, count: rank, poller: poller)
    for (position, index) in descending.enumerated() {
      let long = turns.base + index * length
      let short = directions.base + index * rank
      let (left, right) = isWide ? (short, long) : (long, short)
      for row in 0..<rows { vectors.left[row * rank + position] = left[row] }
      (vectors.rightTransposed + position * columns).update(from: right, count: columns)
    }
    return .done
  }

  /// Rotates the `count` lines of a square against each other until all pairs are orthogonal, and the lines of `turns`, of
  /// `length` numbers, with them. False when it does not end.
  private static func orthogonalize(
    _ square: UnsafeMutablePointer<Double>, _ count: Int, _ turns: UnsafeMutablePointer<Double>?, _ length: Int,
    _ poller: LinearAlgebra.Poller
  ) throws(LinearAlgebra.Stop) -> Bool {
    // Rounding in the sums of products alone leaves about this cosine between orthogonal lines.
    let tolerance = Double.ulpOfOne * (4 + Double(count).squareRoot())
    for _ in 0..<mostSweeps {
      var hasTurned = false
      for first in 0..<count {
        for second in (first + 1)..<max(count, first + 1) {
          let (x, y) = (square + first * count, square + second * count)
          let product = VectorLoops.dot(x, y, count)
          let (squareOfX, squareOfY) = (VectorLoops.dot(x, x, count), VectorLoops.dot(y, y, count))
          try poller.spend(3 * count)
          guard squareOfX > negligibleSquare, squareOfY > negligibleSquare,
            product.magnitude > tolerance * squareOfX.squareRoot() * squareOfY.squareRoot()
          else { continue }
          hasTurned = true
          // The smaller of the two angles that make the pair orthogonal.
          let cotangent = (squareOfY - squareOfX) / (2 * product)
          let tangent = 1 / (cotangent.magnitude + hypotenuse(1, cotangent))
          let cosine = 1 / (1 + tangent * tangent).squareRoot()
          let sine = cotangent < 0 ? -cosine * tangent : cosine * tangent
          VectorLoops.rotate(x, y, cosine: cosine, sine: sine, count)
          if let turns {
            // The turned part of a line has `count` numbers; the rest is padding for the reflections that follow.
            VectorLoops.rotate(turns + first * length, turns + second * length, cosine: cosine, sine: sine, count)
          }
          try poller.spend(8 * count)
        }
      }
      if !hasTurned { return true }
    }
    return false
  }

  /// The lines divided by their norms; lines without a direction are replaced so that all are orthonormal. Costs one pass,
  /// and n² multiplications for each replaced line.
  private static func normalize(
    _ lines: UnsafeMutablePointer<Double>, _ count: Int, _ norms: [Double], _ poller: LinearAlgebra.Poller
  ) throws(LinearAlgebra.Stop) -> LinearAlgebra.Buffer<Double> {
    let result = try LinearAlgebra.Buffer<Double>(copying: lines, count: count * count)
    // For each axis, how much of it the finished lines already contain: 1 when they span it.
    var covered = [Double](repeating: 0, count: count)
    var finished: [Int] = []
    let missing = (0..<count).filter { norms[$0] * norms[$0] <= negligibleSquare }
    for index in 0..<count where norms[index] * norms[index] > negligibleSquare {
      VectorLoops.divide(result.base + index * count, by: norms[index], count)
      finished.append(index)
      guard !missing.isEmpty else { continue }
      for axis in 0..<count { covered[axis] += result.base[index * count + axis] * result.base[index * count + axis] }
    }
    for index in missing {
      let line = result.base + index * count
      let axis = (0..<count).min { covered[$0] < covered[$1] } ?? 0
      line.update(repeating: 0, count: count)
      line[axis] = 1
      // Once would leave the rounding errors of the projections.
      for _ in 0..<2 {
        for other in finished {
          let target = result.base + other * count
          VectorLoops.addScaled(line, -VectorLoops.dot(line, target, count), target, count)
          try poller.spend(2 * count)
        }
      }
      VectorLoops.divide(line, by: VectorLoops.norm(line, count), count)
      for axis in 0..<count { covered[axis] += line[axis] * line[axis] }
      finished.append(index)
    }
    return result
  }
}
