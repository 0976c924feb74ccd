// Numbers with about 32 digits, for constants that must be right to the last bit of a float64.

/// The unevaluated sum of two float64 numbers, the second at most half a unit in the last place of the first.
struct DoubleDouble {
  var high: Double
  var low: Double

  /// A number that a float64 holds exactly.
  init(_ value: Double) {
    high = value
    low = 0
  }

  /// A number given by its two parts, which must not overlap.
  init(high: Double, low: Double) {
    self.high = high
    self.low = low
  }

  /// The sum of two parts of which the first is not the smaller one.
  private init(ordered large: Double, _ small: Double) {
    high = large + small
    low = small - (high - large)
  }

  /// The exact sum of two float64 numbers.
  private static func exactSum(_ x: Double, _ y: Double) -> DoubleDouble {
    let sum = x + y
    let partOfY = sum - x
    return DoubleDouble(high: sum, low: (x - (sum - partOfY)) + (y - partOfY))
  }

  /// The sum, with an error of some parts in 10³¹. About twenty operations.
  static func + (x: DoubleDouble, y: DoubleDouble) -> DoubleDouble {
    let highs = exactSum(x.high, y.high)
    let lows = exactSum(x.low, y.low)
    let partial = DoubleDouble(ordered: highs.high, highs.low + lows.high)
    return DoubleDouble(ordered: partial.high, partial.low + lows.low)
  }

  /// The number with its sign turned, exactly.
  static prefix func - (x: DoubleDouble) -> DoubleDouble {
    DoubleDouble(high: -x.high, low: -x.low)
  }

  /// The difference, with the error of a sum.
  static func - (x: DoubleDouble, y: DoubleDouble) -> DoubleDouble {
    x + -y
  }

  /// The product, with an error of some parts in 10³¹. About ten operations.
  static func * (x: DoubleDouble, y: DoubleDouble) -> DoubleDouble {
    let product = x.high * y.high
    // A fused multiplication gives what rounding took from the product.
    let error = (-product).addingProduct(x.high, y.high)
    return DoubleDouble(ordered: product, error + (x.high * y.low + x.low * y.high))
  }

  /// The quotient, with an error of some parts in 10³¹. Costs three divisions.
  static func / (x: DoubleDouble, y: DoubleDouble) -> DoubleDouble {
    let first = x.high / y.high
    let rest = x - DoubleDouble(first) * y
    let second = rest.high / y.high
    let last = (rest - DoubleDouble(second) * y).high / y.high
    return DoubleDouble(ordered: first, second) + DoubleDouble(last)
  }

  /// The square root of a positive number.
  func squareRoot() -> DoubleDouble {
    let root = high.squareRoot()
    let rest = self - DoubleDouble(root) * DoubleDouble(root)
    return DoubleDouble(ordered: root, rest.high / (2 * root))
  }
}
