// Values counted in bins.
import Glibc

/// How many values fall between neighbouring edges.
package struct Histogram: Sendable, Hashable {
  /// One more than there are heights.
  package var edges: [Double]
  package var heights: [Double]

  package init(edges: [Double], heights: [Double]) {
    self.edges = edges
    self.heights = heights
  }

  /// More bins than this nobody can see.
  package static let mostBins = 400

  /// The finite ones of some values, counted. Without a `count` the width follows Freedman and Diaconis, rounded so that edges are round
  /// numbers; whole numbers close together stand in the middles of their bins. Empty where there is no finite value.
  package static func bins(_ values: [Double], count: Int? = nil) -> Histogram {
    guard let span = Interval(of: values) else { return Histogram(edges: [], heights: []) }
    if let count {
      return counted(values, edges: even(span.low == span.high ? span.usable : span, count: count.inside(1, mostBins)))
    }
    if let edges = wholeEdges(values, span) { return counted(values, edges: edges) }
    guard span.low < span.high else { return counted(values, edges: even(span.usable, count: 1)) }
    return counted(values, edges: roundEdges(values, span.usable))
  }

  private static func even(_ span: Interval, count: Int) -> [Double] {
    (0...count).map { index in
      // So that the last edge is the highest value, exactly.
      if index == count { return span.high }
      let share = Double(index) / Double(count)
      return span.low * (1 - share) + span.high * share
    }
  }

  /// Edges between whole numbers, where all values are whole and not too many.
  private static func wholeEdges(_ values: [Double], _ span: Interval) -> [Double]? {
    guard abs(span.low) < 1e9, abs(span.high) < 1e9, span.length <= 50 else { return nil }
    guard values.allSatisfy({ !$0.isFinite || $0.rounded() == $0 }) else { return nil }
    return (0...Int(span.length) + 1).map { span.low - 0.5 + Double($0) }
  }

  private static func roundEdges(_ values: [Double], _ span: Interval) -> [Double] {
    let sorted = values.filter(\.isFinite).sorted()
    let count = Double(sorted.count)
    let spread = Quantile.of(sorted: sorted, 0.75) - Quantile.of(sorted: sorted, 0.25)
    let fewest = span.length / (log2(count) + 1)
    let wanted = spread > 0 && spread.isFinite ? 2 * spread / Glibc.cbrt(count) : fewest
    // Three quarters: rounding up makes a step one and a half times as long, on the average.
    var step = RoundStep(atLeast: max(min(wanted, fewest) * 0.75, span.length / Double(mostBins / 2)))
    while span.length / step.size > Double(mostBins - 2) { step = step.next }
    let size = step.size
    let first = (span.low / size + 1e-9).rounded(.down)
    let last = max(first + 1, (span.high / size - 1e-9).rounded(.up))
    guard last - first <= Double(mostBins) else { return even(span, count: 20) }
    return (0...Int(last - first)).map { step.value(first + Double($0)) }
  }

  private static func counted(_ values: [Double], edges: [Double]) -> Histogram {
    guard let low = edges.first, let high = edges.last, low < high else { return Histogram(edges: [], heights: []) }
    var heights = [Double](repeating: 0, count: edges.count - 1)
    let width = high / 2 - low / 2
    for value in values where value.isFinite {
      let share = (value / 2 - low / 2) / width
      var index = Int((share * Double(heights.count)).clamped(0, Double(heights.count - 1)))
      // The division may be off by a rounding error: the edges decide. The highest edge belongs to the last bin.
      while index > 0, value < edges[index] { index -= 1 }
      while index < heights.count - 1, value >= edges[index + 1] { index += 1 }
      heights[index] += 1
    }
    return Histogram(edges: edges, heights: heights)
  }
}

/// Values below which a share of others lies.
package enum Quantile {
  /// Between the two nearest of sorted values; 0 where there are none.
  package static func of(sorted: [Double], _ share: Double) -> Double {
    guard let last = sorted.last else { return 0 }
    let position = share.clamped(0, 1) * Double(sorted.count - 1)
    let index = Int(position)
    guard index + 1 < sorted.count else { return last }
    let part = position - Double(index)
    return sorted[index] * (1 - part) + sorted[index + 1] * part
  }
}

extension Int {
  /// The number, or the nearest end of a range.
  func inside(_ low: Int, _ high: Int) -> Int { Swift.max(low, Swift.min(self, high)) }
}
