// What was recorded step by step, as curves: a noisy series by its local mean and a band, long vectors by their quantiles.
import Figures

enum RecordedCurves {
  /// Up to so many curves are drawn one by one.
  static let mostLines = 20
  /// Vectors up to this length are drawn element by element, when they were recorded.
  private static let shortVector = 8
  /// Shorter series are drawn as they are.
  private static let shortSeries = 60

  /// The curves of a series whose values have so many elements each.
  static func curves(of numbers: [Double], width: Int, over x: [Double], name: String) -> [Curve] {
    if width == 1 { return [single(numbers, over: x, name: name)] }
    guard width <= shortVector else { return [spread(numbers, width: width, over: x, name: name)] }
    return (0..<width).map { part in
      let own = stride(from: part, to: numbers.count, by: width).map { numbers[$0] }
      return single(own, over: x, name: "\(name)[\(part)]")
    }
  }

  /// One series: as it is, or where it is noisy its local mean over a band.
  private static func single(_ values: [Double], over x: [Double], name: String) -> Curve {
    guard values.count >= shortSeries, isNoisy(values) else { return Curve(name: name, x: x, y: values) }
    let band = Band.of(values, window: window(values.count))
    return Curve(name: name, x: x, y: band.mean, bands: [(band.low, band.high)])
  }

  /// How many neighbours on both sides together a local mean looks at.
  private static func window(_ count: Int) -> Int { max(11, count / 16 | 1) }

  /// Whether steps up and down hide where a series goes: they are together much longer than the way it makes.
  private static func isNoisy(_ values: [Double]) -> Bool {
    var (low, high, way, turns, steps) = (Double.infinity, -Double.infinity, 0.0, 0, 0)
    var former: Double?
    var rise = 0.0
    for value in values where value.isFinite {
      low = min(low, value)
      high = max(high, value)
      if let former {
        let step = value - former
        way += abs(step)
        steps += 1
        if step * rise < 0 { turns += 1 }
        if step != 0 { rise = step }
      }
      former = value
    }
    guard steps > 0, high > low else { return false }
    return turns * 5 > steps && way > 3 * (high - low)
  }

  /// Many curves at once: their median, between which quarters and tenths lie.
  static func spread(_ numbers: [Double], width: Int, over x: [Double], name: String?) -> Curve {
    var quantiles = [[Double]](repeating: [], count: 5)
    for index in quantiles.indices { quantiles[index].reserveCapacity(x.count) }
    for row in x.indices {
      let sorted = numbers[(row * width)..<((row + 1) * width)].filter(\.isFinite).sorted()
      for (index, share) in [0.1, 0.25, 0.5, 0.75, 0.9].enumerated() {
        quantiles[index].append(sorted.isEmpty ? .nan : Quantile.of(sorted: sorted, share))
      }
    }
    return Curve(
      name: name, x: x, y: quantiles[2], bands: [(quantiles[0], quantiles[4]), (quantiles[1], quantiles[3])])
  }
}
