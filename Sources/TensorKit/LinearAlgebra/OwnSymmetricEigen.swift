// Symmetric eigenvalues without a library: Householder's tridiagonal form, then implicit QR steps.

extension OwnMethods {
  /// Eigenvalues, ascending, and vectors as columns if wanted, from the lower half of a finite matrix. Costs about 7·n³
  /// multiplications, 1.4·n³ without vectors.
  static func symmetricEigen(
    _ matrix: UnsafePointer<Double>, order: Int, values: UnsafeMutablePointer<Double>,
    vectors: UnsafeMutablePointer<Double>?, poller: LinearAlgebra.Poller
  ) throws(LinearAlgebra.Stop) -> LinearAlgebra.Outcome {
    let square = try LinearAlgebra.Buffer<Double>(order * order)
    let beside = try LinearAlgebra.Buffer<Double>(order)
    let scale = copySymmetric(matrix, order: order, into: square.base)
    let reflectors = try makeTridiagonal(
      square.base, order: order, diagonal: values, beside: beside.base, poller: poller)

    var lines: LinearAlgebra.Buffer<Double>?
    if vectors != nil {
      // Lines hold columns: QR steps turn columns against each other, which is cheap on contiguous numbers.
      let columns = try LinearAlgebra.Buffer<Double>(order * order)
      MatrixLayout.fillIdentity(columns.base, order: order)
      // Reflection k leaves the first k + 1 coordinates alone.
      for line in 1..<max(order, 1) {
        for index in (0..<min(line, reflectors.count)).reversed() where reflectors.scales.base[index] != 0 {
          let start = index * order + index + 1
          try reflect(
            columns.base + (line * order + index + 1), reflectors.vectors.base + start,
            reflectors.scales.base[index], order - index - 1, poller)
        }
      }
      lines = columns
    }
    guard
      try diagonalize(order: order, diagonal: values, beside: beside.base, lines: lines?.base, poller: poller)
    else { return .notConverged }

    let ascending = (0..<order).sorted { values[$0] < values[$1] }
    beside.base.update(from: values, count: order)
    for (position, index) in ascending.enumerated() {
      values[position] = beside.base[index] / scale
      guard let vectors, let lines else { continue }
      for row in 0..<order { vectors[row * order + position] = lines.base[index * order + row] }
    }
    return .done
  }

  /// Writes both halves, brought near magnitude 1 by a power of two, which is returned. Costs one pass.
  private static func copySymmetric(
    _ matrix: UnsafePointer<Double>, order: Int, into square: UnsafeMutablePointer<Double>
  ) -> Double {
    var largest = 0.0
    for row in 0..<order { largest = max(largest, VectorLoops.largestMagnitude(matrix + row * order, row + 1)) }
    let scale = MatrixLayout.exactScale(for: largest)
    for row in 0..<order {
      for column in 0...row {
        let number = matrix[row * order + column] * scale
        square[row * order + column] = number
        square[column * order + row] = number
      }
    }
    return scale
  }

  /// Reduces a symmetric matrix, both halves given, to its diagonal and the numbers beside it. Returns the reflections; the
  /// vector of number k starts at position k + 1 of its line. Costs about 4/3·n³ multiplications.
  private static func makeTridiagonal(
    _ square: UnsafeMutablePointer<Double>, order: Int, diagonal: UnsafeMutablePointer<Double>,
    beside: UnsafeMutablePointer<Double>, poller: LinearAlgebra.Poller
  ) throws(LinearAlgebra.Stop) -> Reflectors {
    let steps = max(order - 2, 0)
    let reflectors = Reflectors(
      vectors: try LinearAlgebra.Buffer<Double>(steps * order), scales: try LinearAlgebra.Buffer<Double>(steps))
    let image = try LinearAlgebra.Buffer<Double>(order)
    for index in 0..<steps {
      let size = order - index - 1
      let vector = reflectors.vectors.base + (index * order + index + 1)
      vector.update(from: square + (index * order + index + 1), count: size)
      let (scale, length) = makeReflector(vector, size)
      reflectors.scales.base[index] = scale
      diagonal[index] = square[index * order + index]
      beside[index] = length
      guard scale != 0 else { continue }
      // With w = scale·(A·v - ½·scale·(v·A·v)·v), the reflected block is A - v·wᵀ - w·vᵀ.
      let corner = square + ((index + 1) * order + index + 1)
      for row in 0..<size {
        image.base[row] = scale * VectorLoops.dot(corner + row * order, vector, size)
        try poller.spend(size)
      }
      let half = 0.5 * scale * VectorLoops.dot(image.base, vector, size)
      VectorLoops.addScaled(image.base, -half, vector, size)
      for row in 0..<size {
        VectorLoops.addScaled(corner + row * order, -vector[row], image.base, size)
        VectorLoops.addScaled(corner + row * order, -image.base[row], vector, size)
        try poller.spend(2 * size)
      }
    }
    for index in steps..<order {
      diagonal[index] = square[index * order + index]
      if index + 1 < order { beside[index] = square[index * order + index + 1] }
    }
    return reflectors
  }

  /// Turns a tridiagonal matrix into the diagonal of its eigenvalues, in no order; `beside` has `order - 1` numbers and is
  /// used up. The lines of `lines` are turned like columns. False when it does not converge. Costs about 3·n³
  /// multiplications with lines, and some n² without.
  static func diagonalize(
    order: Int, diagonal: UnsafeMutablePointer<Double>, beside: UnsafeMutablePointer<Double>,
    lines: UnsafeMutablePointer<Double>?, poller: LinearAlgebra.Poller
  ) throws(LinearAlgebra.Stop) -> Bool {
    var stepsLeft = 60 * order
    var last = order - 1
    while last > 0 {
      if isNegligible(beside[last - 1], diagonal[last - 1], diagonal[last]) {
        last -= 1
        continue
      }
      guard stepsLeft > 0 else { return false }
      stepsLeft -= 1
      var first = last - 1
      while first > 0, !isNegligible(beside[first - 1], diagonal[first - 1], diagonal[first]) { first -= 1 }
      try chaseBulge(first, last, order, diagonal, beside, lines, poller)
    }
    return true
  }

  /// Whether the number beside two numbers of the diagonal is less than their rounding.
  private static func isNegligible(_ number: Double, _ above: Double, _ below: Double) -> Bool {
    // The matrix was brought near magnitude 1, so the smallest normal number is nothing in it.
    number.magnitude <= 0.5 * Double.ulpOfOne * (above.magnitude + below.magnitude) + Double.leastNormalMagnitude
  }

  /// One implicit QR step with Wilkinson's shift on the block from `first` to `last`.
  private static func chaseBulge(
    _ first: Int, _ last: Int, _ order: Int, _ diagonal: UnsafeMutablePointer<Double>,
    _ beside: UnsafeMutablePointer<Double>, _ lines: UnsafeMutablePointer<Double>?, _ poller: LinearAlgebra.Poller
  ) throws(LinearAlgebra.Stop) {
    let corner = beside[last - 1]
    let difference = (diagonal[last - 1] - diagonal[last]) / 2
    let distance = hypotenuse(difference, corner)
    let shift = diagonal[last] - corner * (corner / (difference < 0 ? difference - distance : difference + distance))

    var kept = diagonal[first] - shift
    var bulge = beside[first]
    for index in first..<last {
      let norm = hypotenuse(kept, bulge)
      let (cosine, sine) = norm > 0 ? (kept / norm, bulge / norm) : (1, 0)
      if index > first { beside[index - 1] = norm }
      let (upper, lower, between) = (diagonal[index], diagonal[index + 1], beside[index])
      // The 2 × 2 block at the index, turned from both sides; `change` is what the diagonal's upper number loses.
      let change = sine * ((upper - lower) * sine - 2 * between * cosine)
      diagonal[index] = upper - change
      diagonal[index + 1] = lower + change
      beside[index] = between * (cosine - sine) * (cosine + sine) - (upper - lower) * cosine * sine
      if index + 1 < last {
        kept = beside[index]
        bulge = sine * beside[index + 1]
        beside[index + 1] *= cosine
      }
      if let lines {
        VectorLoops.rotate(
          lines + (index + 1) * order, lines + index * order, cosine: cosine, sine: sine, order)
        try poller.spend(4 * order)
      } else {
        try poller.spend(16)
      }
    }
  }
}
