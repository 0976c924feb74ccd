// Where a number stands along an axis.

struct AxisScale {
  /// The numbers at the ends: logarithms where the axis is logarithmic.
  private(set) var low: Double
  private(set) var high: Double
  let isLogarithmic: Bool
  /// The places of both ends on the sheet.
  var start: Double
  var end: Double

  init(_ span: Interval, isLogarithmic: Bool, start: Double, end: Double) {
    self.isLogarithmic = isLogarithmic
    self.start = start
    self.end = end
    if isLogarithmic {
      let low = max(span.low, 1e-300)
      (self.low, self.high) = (logarithm(low), logarithm(max(span.high, low)))
      if high - self.low < 1e-9 { (self.low, self.high) = (self.low - 0.5, self.low + 0.5) }
    } else {
      let span = span.usable
      (low, high) = (span.low, span.high)
    }
  }

  /// The numbers that it reaches over.
  var span: Interval { isLogarithmic ? Interval(power(10, low), power(10, high)) : Interval(low, high) }

  /// How long the sheet's unit is, in numbers.
  var unitsPerPlace: Double { (high / 2 - low / 2) / max(abs(end - start) / 2, 1e-9) }

  /// NaN where the number has no place; far outside not farther than drawing needs.
  func place(_ value: Double) -> Double {
    guard value.isFinite else { return .nan }
    guard !isLogarithmic || value > 0 else { return .nan }
    let number = isLogarithmic ? logarithm(value) : value.clamped(-Interval.farthest, Interval.farthest)
    let share = (number / 2 - low / 2) / (high / 2 - low / 2)
    return start + (share * (end - start)).clamped(-1e7, 1e7)
  }

  /// Whether a number is on the axis.
  func contains(_ value: Double) -> Bool {
    let place = self.place(value)
    return place >= min(start, end) - 1e-6 && place <= max(start, end) + 1e-6
  }
}
