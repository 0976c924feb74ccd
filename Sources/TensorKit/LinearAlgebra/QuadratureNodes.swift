// Nodes and weights of Gauss's quadrature rules.

/// A rule that integrates a function against a weight: the sum of `weights[i]` times the function at `nodes[i]`.
///
/// With n nodes it is exact for polynomials of degree 2n - 1. Nodes ascend and lie exactly symmetric about zero, with equal
/// weights. Nodes and weights are correct to about the last bit of a float64.
package struct QuadratureNodes: Sendable {
  package let nodes: [Double]
  package let weights: [Double]

  /// The numbers of nodes that rules exist for. Beyond, the outer weights of Hermite's rule soon underflow.
  package static let counts = 1...256

  /// The rule for the whole line and the weight exp(-x²), or nil when `count` is not in `counts`. Costs some n² steps:
  /// 30 ms for the largest rule.
  package static func gaussHermite(_ count: Int) -> QuadratureNodes? {
    let rootOfPi = DoubleDouble(high: 0x1.c5bf891b4ef6bp+0, low: -0x1.618f13eb7ca89p-54)
    return QuadratureNodes(count, mass: rootOfPi) { DoubleDouble(Double($0) / 2) }
  }

  /// The rule for the interval from -1 to 1 and the weight 1, or nil when `count` is not in `counts`. Costs as
  /// `gaussHermite`.
  package static func gaussLegendre(_ count: Int) -> QuadratureNodes? {
    QuadratureNodes(count, mass: DoubleDouble(2)) { index in
      let square = Double(index * index)
      return DoubleDouble(square) / DoubleDouble(4 * square - 1)
    }
  }

  /// The rule for a symmetric weight with this integral, whose orthonormal polynomials obey
  /// √b(j+1)·p(j+1) = x·p(j) - √b(j)·p(j-1) with b(j) = `coupling(j)`.
  private init?(_ count: Int, mass: DoubleDouble, coupling: (Int) -> DoubleDouble) {
    guard Self.counts.contains(count) else { return nil }
    let roots = (1...count).map { coupling($0).squareRoot() }
    let family = OrthonormalPolynomials(roots: roots, inverses: roots.map { DoubleDouble(1) / $0 })
    guard let guesses = Self.eigenvalues(roots) else { return nil }

    var nodes = [Double](repeating: 0, count: count)
    var weights = nodes
    // The upper half alone, mirrored, makes the symmetry exact; the middle of an odd rule is zero as it stands.
    for index in (count / 2)..<count {
      let isMiddle = 2 * index + 1 == count
      let node = isMiddle ? DoubleDouble(0) : family.zero(near: guesses[index])
      nodes[index] = node.high
      nodes[count - 1 - index] = isMiddle ? 0 : -node.high
      weights[index] = (mass / family.evaluate(at: node).sumOfSquares).high
      weights[count - 1 - index] = weights[index]
    }
    self.nodes = nodes
    self.weights = weights
  }

  /// Golub and Welsch: the nodes are the eigenvalues of the tridiagonal matrix of the recurrence. Ascending, with the
  /// errors of plain arithmetic.
  private static func eigenvalues(_ roots: [DoubleDouble]) -> [Double]? {
    var diagonal = [Double](repeating: 0, count: roots.count)
    var beside = roots.map(\.high)
    let hasConverged = diagonal.withUnsafeMutableBufferPointer { diagonal in
      beside.withUnsafeMutableBufferPointer { beside in
        guard let diagonal = diagonal.baseAddress, let beside = beside.baseAddress else { return false }
        let poller = LinearAlgebra.Poller { false }
        let result = try? OwnMethods.diagonalize(
          order: roots.count, diagonal: diagonal, beside: beside, lines: nil, poller: poller)
        return result ?? false
      }
    }
    return hasConverged ? diagonal.sorted() : nil
  }
}

/// Polynomials that are orthonormal up to one common factor, given by their recurrence.
private struct OrthonormalPolynomials {
  /// √b(1) to √b(n).
  let roots: [DoubleDouble]
  let inverses: [DoubleDouble]

  /// The polynomial of degree n at a point, its slope, and the sum of squares of all those of lower degree.
  ///
  /// At a node near the end of the line a unit in the last place changes Hermite's weight by a part in 10¹³, so the
  /// polynomials need more digits than their results. The slope only steers Newton's steps and does not.
  func evaluate(at point: DoubleDouble) -> (value: DoubleDouble, slope: Double, sumOfSquares: DoubleDouble) {
    var (before, current) = (DoubleDouble(0), DoubleDouble(1))
    var (slopeBefore, slope) = (0.0, 0.0)
    var sum = DoubleDouble(0)
    var rootBefore = DoubleDouble(0)
    for (root, inverse) in zip(roots, inverses) {
      sum = sum + current * current
      let nextSlope = (current.high + point.high * slope - rootBefore.high * slopeBefore) * inverse.high
      let next = (point * current - rootBefore * before) * inverse
      (before, current) = (current, next)
      (slopeBefore, slope) = (slope, nextSlope)
      rootBefore = root
    }
    return (current, slope, sum)
  }

  /// The zero of the polynomial of degree n near a guess, by Newton's method.
  func zero(near guess: Double) -> DoubleDouble {
    var point = DoubleDouble(guess)
    for _ in 0..<8 {
      let (value, slope, _) = evaluate(at: point)
      let step = value.high / slope
      guard step.isFinite else { break }
      point = point - DoubleDouble(step)
      if step.magnitude <= 1e-22 * point.high.magnitude { break }
    }
    return point
  }
}
