// What is inside of a frame of lines and areas that reach beyond it.

enum Clipping {
  /// The parts of a line inside a frame; it is interrupted where a number is not finite.
  static func line(_ points: some Sequence<Spot>, in frame: Frame) -> [[Spot]] {
    var parts: [[Spot]] = []
    var current: [Spot] = []
    var last: Spot?
    func close() {
      if current.count > 0 { parts.append(current) }
      current = []
    }
    for point in points {
      guard point.x.isFinite, point.y.isFinite else {
        // A single point between gaps is still to be seen.
        if current.isEmpty, let alone = last, frame.contains(alone) { current = [alone, alone] }
        close()
        last = nil
        continue
      }
      guard let from = last else {
        last = point
        continue
      }
      last = point
      guard let (a, b) = segment(from, point, in: frame) else {
        close()
        continue
      }
      if current.last != a {
        close()
        current = [a]
      }
      current.append(b)
    }
    if current.isEmpty, parts.isEmpty, let alone = last, frame.contains(alone) { current = [alone, alone] }
    close()
    return parts
  }

  /// The part of a segment inside a frame (after Liang and Barsky).
  static func segment(_ a: Spot, _ b: Spot, in frame: Frame) -> (Spot, Spot)? {
    if frame.contains(a), frame.contains(b) { return (a, b) }
    var (enters, leaves) = (0.0, 1.0)
    let (dx, dy) = (b.x - a.x, b.y - a.y)
    for (step, room) in [
      (-dx, a.x - frame.x), (dx, frame.right - a.x), (-dy, a.y - frame.y), (dy, frame.bottom - a.y),
    ] {
      if step == 0 {
        if room < 0 { return nil }
      } else if step < 0 {
        enters = max(enters, room / step)
      } else {
        leaves = min(leaves, room / step)
      }
    }
    guard enters <= leaves else { return nil }
    func at(_ share: Double) -> Spot { Spot(a.x + share * dx, a.y + share * dy) }
    return (enters > 0 ? at(enters) : a, leaves < 1 ? at(leaves) : b)
  }

  /// The part of an area inside a frame (after Sutherland and Hodgman).
  static func area(_ points: [Spot], in frame: Frame) -> [Spot] {
    var result = points
    let sides: [((Spot) -> Double, Bool, Double)] = [
      ({ $0.x - frame.x }, true, frame.x), ({ frame.right - $0.x }, true, frame.right),
      ({ $0.y - frame.y }, false, frame.y), ({ frame.bottom - $0.y }, false, frame.bottom),
    ]
    for (inside, isUpright, border) in sides {
      guard let last = result.last else { return [] }
      var from = last
      var cut: [Spot] = []
      for point in result {
        let (a, b) = (inside(from), inside(point))
        if (a < 0) != (b < 0) {
          let share = a / (a - b)
          let spot = Spot(from.x + share * (point.x - from.x), from.y + share * (point.y - from.y))
          cut.append(isUpright ? Spot(border, spot.y) : Spot(spot.x, border))
        }
        if b >= 0 { cut.append(point) }
        from = point
      }
      result = cut
    }
    return result
  }
}
