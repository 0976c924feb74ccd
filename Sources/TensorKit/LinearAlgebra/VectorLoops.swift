// The few loops over contiguous numbers on which the own methods of linear algebra stand.

/// Loops over contiguous float64 numbers. Each sum has one fixed order, so equal inputs give equal bits.
enum VectorLoops {
  // Plain loops that the optimiser turns into vector code by itself: Swift's SIMD types would do the same when optimised,
  // and take a hundred times as long in a debug build.

  /// The sum of products of `count` numbers. Costs one pass.
  static func dot(_ x: UnsafePointer<Double>, _ y: UnsafePointer<Double>, _ count: Int) -> Double {
    // Eight sums that do not wait for each other.
    var (sum0, sum1, sum2, sum3) = (0.0, 0.0, 0.0, 0.0)
    var (sum4, sum5, sum6, sum7) = (0.0, 0.0, 0.0, 0.0)
    let packed = count & ~7
    var index = 0
    while index < packed {
      let (left, right) = (x + index, y + index)
      sum0 += left[0] * right[0]
      sum1 += left[1] * right[1]
      sum2 += left[2] * right[2]
      sum3 += left[3] * right[3]
      sum4 += left[4] * right[4]
      sum5 += left[5] * right[5]
      sum6 += left[6] * right[6]
      sum7 += left[7] * right[7]
      index &+= 8
    }
    var rest = 0.0
    while index < count {
      rest += x[index] * y[index]
      index &+= 1
    }
    return ((sum0 + sum4) + (sum2 + sum6)) + ((sum1 + sum5) + (sum3 + sum7)) + rest
  }

  /// Adds `factor` times `x` to `y`. Costs one pass.
  static func addScaled(_ y: UnsafeMutablePointer<Double>, _ factor: Double, _ x: UnsafePointer<Double>, _ count: Int) {
    var index = 0
    while index < count {
      y[index] += factor * x[index]
      index &+= 1
    }
  }

  /// Turns the pair (x, y) into (cosine·x - sine·y, sine·x + cosine·y). Costs one pass.
  static func rotate(
    _ x: UnsafeMutablePointer<Double>, _ y: UnsafeMutablePointer<Double>, cosine: Double, sine: Double, _ count: Int
  ) {
    var index = 0
    while index < count {
      let first = x[index]
      let second = y[index]
      x[index] = cosine * first - sine * second
      y[index] = sine * first + cosine * second
      index &+= 1
    }
  }

  /// The largest magnitude, or NaN when one of the numbers is NaN. Costs one pass.
  static func largestMagnitude(_ x: UnsafePointer<Double>, _ count: Int) -> Double {
    var largest = 0.0
    for index in 0..<max(count, 0) {
      let magnitude = x[index].magnitude
      if !(magnitude <= largest) {
        largest = magnitude
        if magnitude.isNaN { return magnitude }
      }
    }
    return largest
  }

  /// The Euclidean norm, safe from overflow and underflow inside. Costs one pass, rarely three.
  static func norm(_ x: UnsafePointer<Double>, _ count: Int) -> Double {
    let square = dot(x, x, count)
    if square > 1e-280, square < 1e280 { return square.squareRoot() }
    let scale = largestMagnitude(x, count)
    guard scale > 0, scale.isFinite else { return scale }
    var total = 0.0
    for index in 0..<count {
      let ratio = x[index] / scale
      total += ratio * ratio
    }
    return scale * total.squareRoot()
  }

  /// Multiplies `count` numbers by `factor`. Costs one pass.
  static func scale(_ x: UnsafeMutablePointer<Double>, by factor: Double, _ count: Int) {
    for index in 0..<max(count, 0) { x[index] *= factor }
  }

  /// Divides `count` numbers by `divisor`; unlike a product with its reciprocal this cannot overflow early. One pass.
  static func divide(_ x: UnsafeMutablePointer<Double>, by divisor: Double, _ count: Int) {
    for index in 0..<max(count, 0) { x[index] /= divisor }
  }
}
