// A noisy series made readable: where it is on the whole, and how far it strays.

/// A local mean with its spread.
package struct Band: Sendable, Hashable {
  /// Which of the values each place is: 0, 1, 2 …
  package var x: [Double]
  package var mean: [Double]
  /// One standard deviation below.
  package var low: [Double]
  /// One standard deviation above.
  package var high: [Double]

  /// The mean and the standard deviation of the values around each; `window` values wide, or a twentieth of them. At the ends the window
  /// reaches as far as there are values on both sides, so that a steep beginning is not blurred. Values that are not finite do not count;
  /// where there are none, the mean is not finite either.
  package static func of(_ values: [Double], window: Int? = nil) -> Band {
    let count = values.count
    guard count > 0 else { return Band(x: [], mean: [], low: [], high: []) }
    let reach = max(1, window ?? count / 20) / 2
    // Numbers near their common mean keep their digits when they are summed; huge ones must not overflow when squared.
    let span = (Interval(of: values) ?? Interval(0, 0)).usable
    let (centre, scale) = (span.low / 2 + span.high / 2, span.high / 2 - span.low / 2)
    var band = Band(x: [], mean: [], low: [], high: [])
    var sums = Sums(values: values, centre: centre, scale: scale)
    for index in 0..<count {
      let near = min(reach, index, count - 1 - index)
      sums.move(from: index - near, to: index + near)
      let mean = sums.mean
      band.x.append(Double(index))
      band.mean.append(centre + mean * scale)
      band.low.append(centre + (mean - sums.deviation) * scale)
      band.high.append(centre + (mean + sums.deviation) * scale)
    }
    return band
  }

  /// Sums over a window that moves to the right.
  private struct Sums {
    let values: [Double]
    let centre: Double
    let scale: Double
    private var first = 0
    private var end = 0
    private var number = 0.0
    private var sum = 0.0
    private var squares = 0.0

    init(values: [Double], centre: Double, scale: Double) {
      self.values = values
      self.centre = centre
      self.scale = scale
    }

    mutating func move(from start: Int, to last: Int) {
      while end <= last {
        add(values[end], sign: 1)
        end += 1
      }
      while first < start {
        add(values[first], sign: -1)
        first += 1
      }
      // Towards the right end the window shrinks on both sides; what it has left on the right is taken out there.
      while end > last + 1 {
        end -= 1
        add(values[end], sign: -1)
      }
    }

    private mutating func add(_ value: Double, sign: Double) {
      guard value.isFinite else { return }
      let part = (value.clamped(-Interval.farthest, Interval.farthest) - centre) / scale
      number += sign
      sum += sign * part
      squares += sign * part * part
      if number == 0 { (sum, squares) = (0, 0) }
    }

    var mean: Double { number > 0 ? sum / number : .nan }
    var deviation: Double { number > 0 ? max(0, squares / number - mean * mean).squareRoot() : .nan }
  }
}
