// Integrals of smooth functions over several unbounded variables, as sums over even steps.

extension AdaptiveIntegral {
  /// The integral as the mean of two sums over even steps, the second between the steps of the first. Where integrands are smooth and
  /// vanish at both ends, such sums are exact to all digits with few points, and the two agree; nil where they do not. The second
  /// is moved differently along each axis: moved alike, both would make the same error of a kink along a diagonal.
  mutating func lattice() throws -> IntegralResult? {
    guard axes.count > 1, axes.allSatisfy({ $0.lattice != nil }) else { return nil }
    for fineness in [1.0, 0.5] {
      let (even, between) = (grid(fineness, shifts: [0, 0, 0]), grid(fineness, shifts: [0.5, 0.31, 0.77]))
      let first = try sums(even)
      let second = try sums(between)
      components = first.sums.count
      guard first.isFinite, second.isFinite, components == second.sums.count else { return nil }
      var error = 0.0
      var isGood = true
      for component in 0..<components {
        let scale = (first.magnitudes[component] + second.magnitudes[component]) / 2
        let apart = (first.sums[component] - second.sums[component]).magnitude
        let beyond = first.outside[component] + second.outside[component]
        if apart + beyond > min(tolerance, 1e-9) * scale { isGood = false }
        if scale > 0 { error = max(error, (apart + beyond) / scale) }
      }
      guard isGood else { continue }
      let sums = zip(first.sums, second.sums).map { ($0 + $1) / 2 }
      guard keepsPoints else { return IntegralResult(sums: sums, error: error, points: [], weights: []) }
      return IntegralResult(
        sums: sums, error: error, points: zip(even.columns, between.columns).map { $0 + $1 },
        weights: (even.weights + between.weights).map { $0 / 2 })
    }
    return nil
  }

  private struct Grid {
    var columns: [[Double]]
    var weights: [Double] = [1]
    /// Whether a point lies near an end.
    var isOutside = [false]
  }

  private struct GridSums {
    var sums: [Double]
    var magnitudes: [Double]
    var outside: [Double]
    var isFinite = true
  }

  private func grid(_ fineness: Double, shifts: [Double]) -> Grid {
    var grid = Grid(columns: axes.map { _ in [] })
    for (index, axis) in axes.enumerated() {
      guard let lattice = axis.lattice else { continue }
      let step = lattice.step * fineness
      let count = Int(saturating: lattice.reach / step)
      let places = (-count...count).map { number -> (point: Double, weight: Double, isOutside: Bool) in
        let s = (Double(number) + shifts[index % 3]) * step
        let placed = lattice.place(s)
        return (placed.point, placed.weight * step, s.magnitude > 0.9 * lattice.reach)
      }
      var next = Grid(columns: axes.map { _ in [] }, weights: [], isOutside: [])
      for outer in grid.weights.indices {
        for place in places where grid.weights[outer] * place.weight > 1e-24 {
          for earlier in 0..<index { next.columns[earlier].append(grid.columns[earlier][outer]) }
          next.columns[index].append(place.point)
          next.weights.append(grid.weights[outer] * place.weight)
          next.isOutside.append(grid.isOutside[outer] || place.isOutside)
        }
      }
      grid = next
    }
    return grid
  }

  private mutating func sums(_ grid: Grid) throws -> GridSums {
    let found = try evaluated(grid.columns)
    let empty = [Double](repeating: 0, count: found.components)
    var result = GridSums(sums: empty, magnitudes: empty, outside: empty)
    for (index, weight) in grid.weights.enumerated() {
      for component in 0..<found.components {
        let term = found.values[index * found.components + component] * weight
        result.sums[component] += term
        result.magnitudes[component] += term.magnitude
        if grid.isOutside[index] { result.outside[component] += term.magnitude }
      }
    }
    result.isFinite = result.sums.allSatisfy(\.isFinite)
    return result
  }
}
