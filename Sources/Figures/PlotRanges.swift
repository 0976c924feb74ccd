// What part of the plane a plot shows.

/// The two ranges of a plot.
struct PlotRanges {
  var x: Interval
  var y: Interval
  /// Whether the numbers of y grow downward, as the rows of a matrix do.
  let isDown: Bool
  let isLogarithmicX: Bool
  let isLogarithmicY: Bool

  init(_ plot: Plot) {
    let shapes = plot.marks.map(\.shape)
    let grids = shapes.compactMap { shape in if case .cells(let grid) = shape { grid } else { nil } }
    isDown = grids.contains { !$0.isUpward }
    // Cells are all of one size: an axis in steps that multiply would lie about them.
    isLogarithmicX = plot.x.isLogarithmic && grids.isEmpty
    isLogarithmicY = plot.y.isLogarithmic && grids.isEmpty
    var across = Reach(isLogarithmic: isLogarithmicX)
    var upward = Reach(isLogarithmic: isLogarithmicY)
    for shape in shapes { shape.extend(&across, &upward) }
    x = across.span(asked: plot.x.range)
    y = upward.span(asked: plot.y.range)
  }
}

/// Grows with what is to be seen.
struct Reach {
  let isLogarithmic: Bool
  private var span: Interval?
  private var room = 0.0
  /// Whether what is drawn stands on 0.
  private var standsOnZero = false
  private var isTight = false

  init(isLogarithmic: Bool) { self.isLogarithmic = isLogarithmic }

  /// `room` is what is left free on both sides, as a part of the whole.
  mutating func include(_ values: some Sequence<Double>, room: Double) {
    self.room = max(self.room, room)
    let isLogarithmic = isLogarithmic
    guard let new = Interval(of: values.lazy.filter { !isLogarithmic || $0 > 0 }) else { return }
    span = span.map { $0.joined(new) } ?? new
  }

  mutating func includeZero() {
    standsOnZero = true
    if !isLogarithmic { span = span?.joined(Interval(0, 0)) ?? Interval(0, 0) }
  }

  /// What fills its range to the border, such as an image.
  mutating func includeTightly(_ span: Interval) {
    guard span.isFinite else { return }
    isTight = true
    include([span.low, span.high], room: 0)
  }

  func span(asked: Interval?) -> Interval {
    if let asked, asked.isFinite, !isLogarithmic || max(asked.low, asked.high) > 0 {
      guard isLogarithmic else { return asked.usable }
      let high = max(asked.low, asked.high)
      return Interval(max(min(asked.low, asked.high), high * 1e-12), high)
    }
    guard var span else { return isLogarithmic ? Interval(1, 10) : Interval(0, 1) }
    if isLogarithmic {
      span = Interval(max(span.low, 1e-300), span.high)
      if span.high / span.low < 1.001 { return Interval(span.low / 2, span.high * 2) }
      let factor = power(10, (logarithm(span.high) - logarithm(span.low)) * room)
      return Interval(span.low / factor, span.high * factor)
    }
    if isTight { return span.usable }
    let usable = span.usable
    guard usable == span else { return standsOnZero && span.low == 0 && span.high == 0 ? Interval(0, 1) : usable }
    let added = span.length * room
    // Numbers that are never negative and nearly reach 0 are seen from 0.
    let fromZero = span.low >= 0 && (standsOnZero || (room > 0.03 && room < 0.05 && span.low < span.high * 0.25))
    let toZero = span.high <= 0 && standsOnZero
    return Interval(fromZero ? 0 : span.low - added, toZero ? 0 : span.high + added).usable
  }
}

extension Mark.Shape {
  /// How long arrows are drawn at most, as a part of the plot's shorter side.
  static let longestArrow = 0.16

  /// Takes what this shape shows into the extents of both axes.
  func extend(_ x: inout Reach, _ y: inout Reach) {
    switch self {
    case .line(let xs, let ys):
      // A curve that turns back should not touch the border.
      let isRising = zip(xs, xs.dropFirst()).allSatisfy { !($0 > $1) }
      x.include(zip(xs, ys).lazy.filter { $0.1.isFinite }.map(\.0), room: isRising ? 0 : 0.045)
      y.include(zip(xs, ys).lazy.filter { $0.0.isFinite }.map(\.1), room: 0.04)
    case .band(let xs, let low, let high):
      x.include(xs, room: 0)
      y.include(low, room: 0.04)
      y.include(high, room: 0.04)
    case .points(let xs, let ys):
      x.include(zip(xs, ys).lazy.filter { $0.1.isFinite }.map(\.0), room: 0.05)
      y.include(zip(xs, ys).lazy.filter { $0.0.isFinite }.map(\.1), room: 0.05)
    case .histogram(let edges, let heights):
      x.include(edges, room: 0.02)
      y.include(heights, room: 0.04)
      y.includeZero()
    case .bars(let heights, _, _):
      x.includeTightly(Interval(-0.6, max(0.6, Double(heights.count) - 0.4)))
      y.include(heights, room: 0.04)
      y.includeZero()
    case .cells(let grid):
      x.includeTightly(grid.x)
      y.includeTightly(grid.y)
    case .arrows(let xs, let ys, _, _):
      // The longest arrows are drawn a fifth longer than the rest, and their tips belong into the frame too.
      let longest = 1.2 * min(Self.longestArrow, 0.85 / Double(max(1, xs.count)).squareRoot())
      let room = longest / (1 - 2 * longest)
      x.include(xs, room: room)
      y.include(ys, room: room)
    case .contours(let contours):
      for contour in contours {
        for line in contour.lines {
          x.include(line.lazy.map(\.x), room: 0)
          y.include(line.lazy.map(\.y), room: 0)
        }
      }
    case .level(let value): y.include([value], room: 0.04)
    case .upright(let value): x.include([value], room: 0)
    }
  }
}
