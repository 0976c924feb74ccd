// The few loops over contiguous numbers on which the own methods of linear algebra stand.

/// Loops over contiguous float64 numbers. Each sum has one fixed order, so equal inputs give equal bits.
enum VectorLoops {
  private typealias Pack = SIMD8<Double>

  /// The sum of products of `count` numbers. Costs one pass.
  static func dot(_ x: UnsafePointer<Double>, _ y: UnsafePointer<Double>, _ count: Int) -> Double {
    let packed = count & ~7
    var sums = Pack.zero
    var index = 0
    while index < packed {
      sums += load(x + index) * load(y + index)
      index &+= 8
    }
    var total = 0.0
    while index < count {
      total += x[index] * y[index]
      index &+= 1
    }
    return sums.sum() + total
  }

  /// Adds `factor` times `x` to `y`. Costs one pass.
  static func addScaled(_ y: UnsafeMutablePointer<Double>, _ factor: Double, _ x: UnsafePointer<Double>, _ count: Int) {
    let packed = count & ~7
    let factors = Pack(repeating: factor)
    var index = 0
    while index < packed {
      store(load(y + index) + factors * load(x + index), y + index)
      index &+= 8
    }
    while index < count {
      y[index] += factor * x[index]
      index &+= 1
    }
  }

  /// Turns the pair (x, y) into (cosine·x - sine·y, sine·x + cosine·y). Costs one pass.
  static func rotate(
    _ x: UnsafeMutablePointer<Double>, _ y: UnsafeMutablePointer<Double>, cosine: Double, sine: Double, _ count: Int
  ) {
    let packed = count & ~7
    let cosines = Pack(repeating: cosine)
    let sines = Pack(repeating: sine)
    var index = 0
    while index < packed {
      let first = load(x + index)
      let second = load(y + index)
      store(cosines * first - sines * second, x + index)
      store(sines * first + cosines * second, y + index)
      index &+= 8
    }
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

  /// Eight numbers at any address.
  @inline(__always)
  private static func load(_ pointer: UnsafePointer<Double>) -> Pack {
    UnsafeRawPointer(pointer).loadUnaligned(as: Pack.self)
  }

  /// Eight numbers at any address.
  @inline(__always)
  private static func load(_ pointer: UnsafeMutablePointer<Double>) -> Pack {
    UnsafeRawPointer(pointer).loadUnaligned(as: Pack.self)
  }

  /// Writes eight numbers to any address.
  @inline(__always)
  private static func store(_ pack: Pack, _ pointer: UnsafeMutablePointer<Double>) {
    UnsafeMutableRawPointer(pointer).storeBytes(of: pack, as: Pack.self)
  }
}
