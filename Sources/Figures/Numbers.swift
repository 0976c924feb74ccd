// Arithmetic for drawing: what the C library has, and guards for numbers without measure.
import Glibc

func power(_ base: Double, _ exponent: Double) -> Double { Glibc.pow(base, exponent) }

/// Ten to a whole power, exact where a number of this kind can be.
func powerOfTen(_ exponent: Int) -> Double { Glibc.pow(10, Double(exponent)) }

/// The largest whole number whose power of ten is not above a positive number.
func decade(of value: Double) -> Int {
  guard value > 0, value.isFinite else { return 0 }
  var exponent = Int(Glibc.log10(value).rounded(.down))
  // The logarithm of a number just below a power of ten may be rounded up to it.
  if powerOfTen(exponent) > value { exponent -= 1 }
  if exponent < 308, powerOfTen(exponent + 1) <= value { exponent += 1 }
  return exponent
}

func logarithm(_ value: Double) -> Double { Glibc.log10(value) }

func squareRoot(_ value: Double) -> Double { value.squareRoot() }

func distance(_ a: Spot, _ b: Spot) -> Double { Glibc.hypot(b.x - a.x, b.y - a.y) }

extension Double {
  /// The number, or the nearest end of a range; ends themselves where it is no number.
  func clamped(_ low: Double, _ high: Double) -> Double {
    guard self > low else { return low }
    return self < high ? self : high
  }
}

extension Interval {
  /// Numbers beyond this are drawn at the border: sums and differences of what is inside stay finite.
  package static let farthest = 1e300
  /// Differences below this are none.
  package static let nearest = 1e-290

  /// The lowest and the highest finite number of some; nil where there is none.
  package init?(of values: some Sequence<Double>) {
    var (low, high) = (Double.infinity, -Double.infinity)
    for value in values where value.isFinite {
      if value < low { low = value }
      if value > high { high = value }
    }
    guard low <= high else { return nil }
    self.init(low, high)
  }

  /// One that covers both.
  package func joined(_ other: Interval?) -> Interval {
    guard let other else { return self }
    return Interval(min(low, other.low), max(high, other.high))
  }

  package var isFinite: Bool { low.isFinite && high.isFinite }
  package var length: Double { high - low }

  /// In order, finite, and long enough to be divided: a single number gets room on both sides.
  package var usable: Interval {
    let (a, b) = (low.isNaN ? 0 : low, high.isNaN ? 0 : high)
    let (low, high) = (
      min(a, b).clamped(-Interval.farthest, Interval.farthest), max(a, b).clamped(-Interval.farthest, Interval.farthest)
    )
    let size = max(abs(low), abs(high))
    if high - low > max(size * 1e-12, Interval.nearest) { return Interval(low, high) }
    guard size > 1e-280 else { return Interval(-1, 1) }
    let middle = low / 2 + high / 2
    let room = powerOfTen(decade(of: size))
    return Interval(
      (middle - room).clamped(-Interval.farthest, Interval.farthest),
      (middle + room).clamped(-Interval.farthest, Interval.farthest))
  }
}
