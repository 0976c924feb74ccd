// Fewer points that look the same: what falls into one column of a sheet is drawn by its ends and extremes.

enum Thinning {
  /// At most about so many points of a line.
  static func line(_ points: [Spot], most: Int) -> [Spot] {
    guard points.count > max(8, most), let first = points.first, let last = points.last else { return points }
    if isRising(points) {
      let width = max((last.x - first.x) / Double(max(1, most / 4)), 1e-9)
      return columns(points, width: width)
    }
    // A curve through the plane: steps that nobody sees are left out, larger ones if need be.
    var least = 0.25
    while least < 64 {
      let kept = steps(points, least: least)
      if kept.count <= most { return kept }
      least *= 2
    }
    return Array(points.prefix(most))
  }

  private static func isRising(_ points: [Spot]) -> Bool {
    zip(points, points.dropFirst()).allSatisfy { $0.x <= $1.x }
  }

  private static func columns(_ points: [Spot], width: Double) -> [Spot] {
    guard let start = points.first else { return [] }
    var kept: [Spot] = []
    var column = -1.0
    var (first, low, high, last) = (0, 0, 0, 0)
    func close() {
      guard column >= 0 else { return }
      var before = -1
      for index in [first, low, high, last].sorted() where index != before {
        kept.append(points[index])
        before = index
      }
    }
    for (index, point) in points.enumerated() {
      let now = ((point.x - start.x) / width).rounded(.down)
      if now != column {
        close()
        column = now
        (first, low, high, last) = (index, index, index, index)
      }
      if point.y < points[low].y { low = index }
      if point.y > points[high].y { high = index }
      last = index
    }
    close()
    return kept
  }

  private static func steps(_ points: [Spot], least: Double) -> [Spot] {
    var kept: [Spot] = []
    for point in points {
      if let last = kept.last, abs(last.x - point.x) < least, abs(last.y - point.y) < least { continue }
      kept.append(point)
    }
    if let last = points.last, kept.last != last { kept.append(last) }
    return kept
  }

  /// At most so many points of a cloud: of those that cover each other, one.
  static func cloud(_ points: [Spot], most: Int, grain: Double) -> [Spot] {
    guard points.count > most else { return points }
    var grain = max(grain, 0.1)
    while true {
      var seen: Set<Spot> = []
      let kept = points.filter { seen.insert(Spot(($0.x / grain).rounded(), ($0.y / grain).rounded())).inserted }
      if kept.count <= most || grain > 64 { return Array(kept.prefix(most)) }
      grain *= 1.25
    }
  }
}
