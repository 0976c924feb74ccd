// How much of a pixel one straight piece of a line covers.
import Glibc

extension Rasteriser {
  /// Adds a straight piece to the coverage at hand. Where pieces overlap the greater coverage counts: a curve of many
  /// short pieces has the same soft edge as a long one.
  mutating func addSegment(
    _ from: Spot, _ to: Spot, _ radius: Double, _ isRoundAtStart: Bool, _ isRoundAtEnd: Bool, in strip: PixelBox
  ) {
    let reach = radius + 0.5
    let rows = Self.whole(min(from.y, to.y) - reach, max(from.y, to.y) + reach, within: strip.rows)
    guard !rows.isEmpty else { return }
    let length = Self.distance(from, to)
    let (alongX, alongY) = length > 0 ? ((to.x - from.x) / length, (to.y - from.y) / length) : (1, 0)
    let (low, high) = (min(from.x, to.x) - reach, max(from.x, to.x) + reach)
    let stride = strip.right - strip.left
    for row in rows {
      let y = Double(row) + 0.5
      var (start, end) = (low, high)
      if abs(alongY) > 1e-6 {
        let middle = from.x + (y - from.y) * alongX / alongY
        let half = reach / abs(alongY)
        start = max(start, middle - half)
        end = min(end, middle + half)
      }
      let base = (row - strip.top) * stride - strip.left
      for column in Self.whole(start - 0.5, end + 0.5, within: strip.columns) where coverage[base + column] < 1 {
        let (dx, dy) = (Double(column) + 0.5 - from.x, y - from.y)
        let along = dx * alongX + dy * alongY
        let across = abs(dx * alongY - dy * alongX)
        var covered: Double
        if along < 0 && isRoundAtStart {
          covered = Self.share((along * along + across * across).squareRoot(), radius)
        } else if along > length && isRoundAtEnd {
          covered = Self.share(((along - length) * (along - length) + across * across).squareRoot(), radius)
        } else {
          covered = Self.share(across, radius)
          if !isRoundAtStart { covered *= min(max(along + 0.5, 0), 1) }
          if !isRoundAtEnd { covered *= min(max(length - along + 0.5, 0), 1) }
        }
        if Float(covered) > coverage[base + column] { coverage[base + column] = Float(covered) }
      }
    }
  }

  /// The part of a pixel's breadth that a line of some radius takes, from its distance.
  @inline(__always) private static func share(_ distance: Double, _ radius: Double) -> Double {
    max(0, min(radius, distance + 0.5) - max(-radius, distance - 0.5))
  }

  mutating func layCoverage(in strip: PixelBox, stride: Int, _ colour: Colour, _ opacity: Float) {
    for y in strip.rows {
      let row = (y - strip.top) * stride
      var at = (y * width + strip.left) * 3
      for column in 0..<stride {
        let covered = coverage[row + column]
        if covered > 0.002 { blend(at, colour, covered, opacity) }
        at += 3
      }
    }
  }
}
