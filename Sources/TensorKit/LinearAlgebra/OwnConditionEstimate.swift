// Estimates how near a matrix is to singular without a library.

extension OwnMethods {
  /// An estimate of 1 / (‖A‖·‖A⁻¹‖) in the one-norm from the LU factors, `norm` being ‖A‖. Costs a few solves.
  ///
  /// Hager's method climbs on the unit ball towards the column of the inverse with the largest sum; each step needs one
  /// solve with A and one with Aᵀ. Higham's alternating vector guards against matrices on which the climb stops early.
  static func reciprocalCondition(
    _ factors: UnsafePointer<Double>, order: Int, permutation: UnsafePointer<Int>, norm: Double,
    poller: LinearAlgebra.Poller
  ) throws(LinearAlgebra.Stop) -> Double {
    guard norm > 0 else { return 0 }
    let probe = try LinearAlgebra.Buffer<Double>(order)
    let signs = try LinearAlgebra.Buffer<Double>(order)
    let work = try LinearAlgebra.Buffer<Double>(order)

    /// Replaces the probe by the solution of the system with it on the right side. Costs n² multiplications.
    func divideProbe(transposed: Bool) throws(LinearAlgebra.Stop) {
      try solveLU(
        factors, order: order, permutation: permutation, transposed: transposed, probe.base, count: 1,
        work: work.base, poller: poller)
    }

    probe.base.update(repeating: 1 / Double(order), count: order)
    try divideProbe(transposed: false)
    var estimate = sumOfMagnitudes(probe.base, order)
    if order > 1 {
      _ = replaceSigns(signs.base, by: probe.base, order, areNew: true)
      var column = -1
      for _ in 0..<5 {
        probe.base.update(from: signs.base, count: order)
        try divideProbe(transposed: true)
        let best = MatrixLayout.leadingComponent(probe.base, count: order, step: 1)
        if best == column { break }
        column = best
        probe.base.update(repeating: 0, count: order)
        probe.base[column] = 1
        try divideProbe(transposed: false)
        let climbed = sumOfMagnitudes(probe.base, order)
        let areEqual = replaceSigns(signs.base, by: probe.base, order, areNew: false)
        guard climbed > estimate else { break }
        estimate = climbed
        if areEqual { break }
      }
      for index in 0..<order {
        let magnitude = 1 + Double(index) / Double(order - 1)
        probe.base[index] = index.isMultiple(of: 2) ? magnitude : -magnitude
      }
      try divideProbe(transposed: false)
      estimate = max(estimate, 2 * sumOfMagnitudes(probe.base, order) / (3 * Double(order)))
    }
    let condition = 1 / estimate / norm
    return condition.isFinite ? condition : 0
  }

  /// Stores the signs of `numbers`; returns whether they were there already.
  private static func replaceSigns(
    _ signs: UnsafeMutablePointer<Double>, by numbers: UnsafePointer<Double>, _ count: Int, areNew: Bool
  ) -> Bool {
    var areEqual = !areNew
    for index in 0..<count {
      let sign = numbers[index] < 0 ? -1.0 : 1.0
      // New memory has nothing to compare with.
      if areEqual, signs[index] != sign { areEqual = false }
      signs[index] = sign
    }
    return areEqual
  }

  /// The one-norm of a vector. Costs one pass.
  private static func sumOfMagnitudes(_ numbers: UnsafePointer<Double>, _ count: Int) -> Double {
    var total = 0.0
    for index in 0..<count { total += numbers[index].magnitude }
    return total
  }
}
