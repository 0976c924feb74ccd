// Householder reflections: the step from which QR, tridiagonal form and the SVD are built without a library.

extension OwnMethods {
  /// Reflections I - scale·v·vᵀ in the order in which they were applied; v number k is zero before position k.
  struct Reflectors {
    /// One line for each reflection, the vector's first number being 1 at position k.
    let vectors: LinearAlgebra.Buffer<Double>
    let scales: LinearAlgebra.Buffer<Double>
    var count: Int { scales.count }
  }

  /// Turns `vector` into the v of a reflection that maps it to (length, 0, …); returns the scale and that signed length.
  /// A vector that has this form already gives the scale 0. Costs two passes, rarely four.
  static func makeReflector(_ vector: UnsafeMutablePointer<Double>, _ count: Int) -> (scale: Double, length: Double) {
    // Numbers near the ends of the range would leave a reflection that does not keep lengths.
    let largest = VectorLoops.largestMagnitude(vector, count)
    let unit = largest > 1e-200 && largest < 1e200 ? 1 : MatrixLayout.exactScale(for: largest)
    if unit != 1 { VectorLoops.scale(vector, by: unit, count) }

    let head = vector[0]
    let tail = VectorLoops.norm(vector + 1, count - 1)
    vector[0] = 1
    guard tail > 0 else { return (0, head / unit) }
    // The sign opposite to the head's: a difference of near numbers would lose digits.
    let norm = hypotenuse(head, tail)
    let length = head < 0 ? norm : -norm
    VectorLoops.divide(vector + 1, by: head - length, count - 1)
    return ((length - head) / length, length / unit)
  }

  /// Reduces `count` columns, stored as contiguous lines of `length` numbers, to upper triangular form in place.
  ///
  /// Afterwards line j holds column j of R down to its diagonal. Returns the reflections, whose product is Q. Costs about
  /// 2·m·n·min(m,n) multiplications.
  static func reflectColumns(
    _ lines: UnsafeMutablePointer<Double>, length: Int, count: Int, poller: LinearAlgebra.Poller
  ) throws(LinearAlgebra.Stop) -> Reflectors {
    let rank = min(length, count)
    let reflectors = Reflectors(
      vectors: try LinearAlgebra.Buffer<Double>(rank * length), scales: try LinearAlgebra.Buffer<Double>(rank))
    for index in 0..<rank {
      let size = length - index
      let column = lines + (index * length + index)
      let vector = reflectors.vectors.base + (index * length + index)
      vector.update(from: column, count: size)
      let (scale, diagonal) = makeReflector(vector, size)
      reflectors.scales.base[index] = scale
      column[0] = diagonal
      (column + 1).update(repeating: 0, count: size - 1)
      for other in (index + 1)..<max(count, index + 1) where scale != 0 {
        try reflect(lines + (other * length + index), vector, scale, size, poller)
      }
    }
    return reflectors
  }

  /// Multiplies by Q, the product of the reflections, each of `count` lines of `length` numbers in place. Costs
  /// 2·length multiplications for each line and reflection.
  static func apply(
    _ reflectors: Reflectors, length: Int, to lines: UnsafeMutablePointer<Double>, count: Int,
    poller: LinearAlgebra.Poller
  ) throws(LinearAlgebra.Stop) {
    for line in 0..<count {
      for index in (0..<reflectors.count).reversed() where reflectors.scales.base[index] != 0 {
        let start = index * length + index
        try reflect(
          lines + (line * length + index), reflectors.vectors.base + start, reflectors.scales.base[index],
          length - index, poller)
      }
    }
  }

  /// Applies one reflection to one vector. Costs two passes.
  @inline(__always)
  static func reflect(
    _ target: UnsafeMutablePointer<Double>, _ vector: UnsafePointer<Double>, _ scale: Double, _ count: Int,
    _ poller: LinearAlgebra.Poller
  ) throws(LinearAlgebra.Stop) {
    VectorLoops.addScaled(target, -scale * VectorLoops.dot(vector, target, count), vector, count)
    try poller.spend(2 * count)
  }

  /// The square root of x² + y² without overflow or underflow inside.
  @inline(__always)
  static func hypotenuse(_ x: Double, _ y: Double) -> Double {
    let large = max(x.magnitude, y.magnitude)
    let small = min(x.magnitude, y.magnitude)
    guard small > 0 else { return large }
    let ratio = small / large
    return large * (1 + ratio * ratio).squareRoot()
  }
}
