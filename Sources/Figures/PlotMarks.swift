// The data of a plot: curves, bands, points and bars.

extension PlotLayout {
  /// How many points all curves and clouds of a plot may have together: more nobody can see, and pages get heavy.
  static let mostPoints = 12_000

  mutating func drawMarks() {
    let share = PlotLayout.mostPoints / max(1, plot.marks.count)
    for (mark, style) in zip(plot.marks, styles) {
      switch mark.shape {
      case .line(let xs, let ys): drawLine(xs, ys, style, isDashed: mark.isDashed, most: share)
      case .band(let xs, let low, let high): drawBand(xs, low, high, style, most: share)
      case .points(let xs, let ys): drawPoints(xs, ys, style, most: share)
      case .histogram(let edges, let heights): drawHistogram(edges, heights, style)
      case .bars(let heights, let part, let parts): drawBars(heights, part: part, parts: parts, style)
      case .cells(let grid): drawCells(grid)
      case .arrows(let xs, let ys, let dx, let dy): drawArrows(xs, ys, dx, dy, style)
      case .contours(let contours): drawContours(contours, most: share)
      case .level(let value): drawLevel(value, style)
      case .upright(let value): drawUpright(value, mark.name, style)
      }
    }
  }

  /// A little more than the area, so that a line along its border is not cut in half.
  var border: Frame {
    let slack = isGrid ? 0 : 1.0
    return Frame(x: area.x - slack, y: area.y - slack, width: area.width + 2 * slack, height: area.height + 2 * slack)
  }

  func spots(_ xs: [Double], _ ys: [Double]) -> [Spot] { zip(xs, ys).map { Spot(x.place($0), y.place($1)) } }

  private mutating func drawLine(_ xs: [Double], _ ys: [Double], _ style: MarkStyle, isDashed: Bool, most: Int) {
    let parts = Clipping.line(spots(xs, ys), in: border)
    let points = parts.reduce(0) { $0 + $1.count }
    // A line that goes up and down all the time would be a blot.
    let way = parts.reduce(0) { $0 + PlotLayout.rise($1) }
    let isCrowded = points > 200 && way > area.height * 12
    let width = isGrid ? 1 : isDashed ? 1.4 : isCrowded ? 1.1 : 2
    var left = most
    for part in parts where left > 0 {
      if part.count == 2, part[0] == part[1] {
        page.draw(.dots(points: [part[0]], radius: isGrid ? 1 : 2.5, sign: .disc, ink: style.ink, opacity: 1))
        continue
      }
      let kept = Thinning.line(part, most: max(8, Int(Double(most) * Double(part.count) / Double(max(1, points)))))
      left -= kept.count
      if hasCells, !isGrid { page.stroke(kept, ink: .paper, width: width + 1.6) }
      page.stroke(kept, ink: style.ink, width: width, dash: isCrowded && !isDashed ? [] : style.dash)
    }
  }

  /// How far a line goes up and down, all in all.
  private static func rise(_ line: [Spot]) -> Double {
    zip(line, line.dropFirst()).reduce(0) { $0 + abs($1.1.y - $1.0.y) }
  }

  private mutating func drawBand(_ xs: [Double], _ low: [Double], _ high: [Double], _ style: MarkStyle, most: Int) {
    var (lower, upper): ([Spot], [Spot]) = ([], [])
    func outline() -> [Spot] {
      let half = max(8, most / 2)
      return Clipping.area(
        Thinning.line(upper, most: half) + Thinning.line(lower, most: half).reversed(), in: border)
    }
    var outlines: [[Spot]] = []
    for index in 0..<min(xs.count, low.count, high.count) {
      let (place, from, to) = (x.place(xs[index]), y.place(low[index]), y.place(high[index]))
      if place.isNaN || from.isNaN || to.isNaN {
        if lower.count > 1 { outlines.append(outline()) }
        (lower, upper) = ([], [])
      } else {
        lower.append(Spot(place, from))
        upper.append(Spot(place, to))
      }
    }
    if lower.count > 1 { outlines.append(outline()) }
    for points in outlines.prefix(500) where points.count > 2 {
      page.draw(.area(points: points, ink: style.ink, opacity: 0.2))
    }
  }

  private mutating func drawPoints(_ xs: [Double], _ ys: [Double], _ style: MarkStyle, most: Int) {
    let frame = border
    let inside = spots(xs, ys).filter { $0.x.isFinite && $0.y.isFinite && frame.contains($0) }
    guard !inside.isEmpty else { return }
    // Many points are small and let through what is behind them.
    let crowd = Double(inside.count)
    let radius =
      isGrid
      ? 1
      : (6.5 / power(crowd, 0.17)).clamped(1.2, 3.4)
        * page.text / page.sheet.textSize * (min(area.width, area.height) / 200).clamped(0.6, 1)
    let opacity = isGrid ? 1 : (40 / crowd.squareRoot()).clamped(0.35, 0.95)
    let points = Thinning.cloud(inside, most: most, grain: isGrid ? 1 : radius * 0.5)
    if hasCells, !isGrid {
      page.draw(.dots(points: points, radius: radius + 1.2, sign: style.sign, ink: .paper, opacity: 1))
    }
    page.draw(.dots(points: points, radius: radius, sign: style.sign, ink: style.ink, opacity: hasCells ? 1 : opacity))
  }

  /// Where bars stand: 0, or the bottom where 0 is not on the axis.
  private var floor: Double {
    let zero = y.isLogarithmic ? .nan : y.place(0)
    return zero.isNaN ? area.bottom : zero.clamped(area.y, area.bottom)
  }

  /// A bar between two places across; nil where nothing of it is inside.
  private func bar(_ from: Double, _ to: Double, height: Double) -> Frame? {
    let top = y.place(height)
    guard from.isFinite, to.isFinite, top.isFinite else { return nil }
    let (left, right) = (max(min(from, to), area.x), min(max(from, to), area.right))
    let (high, low) = (max(min(top, floor), area.y), min(max(top, floor), area.bottom))
    guard right > left, low > high else { return nil }
    return Frame(x: left, y: high, width: right - left, height: low - high)
  }

  private mutating func drawHistogram(_ edges: [Double], _ heights: [Double], _ style: MarkStyle) {
    var outline: [Spot] = []
    for (index, height) in heights.prefix(4000).enumerated() where index + 1 < edges.count {
      let (left, right) = (x.place(edges[index]), x.place(edges[index + 1]))
      let frame = bar(left, right, height: height)
      if let frame {
        let gap = isGrid || style.isShared || frame.width < 4 ? 0 : 0.5
        page.draw(
          .rectangle(
            x: frame.x + gap, y: frame.y, width: frame.width - 2 * gap, height: frame.height, ink: style.ink,
            opacity: style.isShared ? 0.35 : isGrid ? 1 : 0.7))
      }
      let top = frame.map { y.place(height) < floor ? $0.y : $0.bottom } ?? floor
      if left.isFinite, right.isFinite { outline += [Spot(left, top), Spot(right, top)] }
    }
    guard style.isShared, !isGrid, let first = outline.first, let last = outline.last else { return }
    // Histograms that overlap are told apart by their outlines.
    for part in Clipping.line([Spot(first.x, floor)] + outline + [Spot(last.x, floor)], in: border) {
      page.stroke(part, ink: style.ink, width: 1.3)
    }
  }

  private mutating func drawBars(_ heights: [Double], part: Int, parts: Int, _ style: MarkStyle) {
    let parts = Double(max(1, parts))
    let number = Double(part).clamped(0, parts - 1)
    let width = 0.76 / parts
    for (index, height) in heights.prefix(4000).enumerated() {
      let left = Double(index) - 0.38 + number * width
      let between = parts > 1 ? width * 0.06 : 0
      var (from, to) = (x.place(left + between), x.place(left + width - between))
      if let cell = page.cell, abs(to - from) >= cell.width * 1.5 {
        // Whole cells, so that bars of the same width look the same.
        from = (from / cell.width).rounded() * cell.width
        to = max(from + cell.width, (to / cell.width).rounded() * cell.width)
      }
      if to - from < 0.6 { (from, to) = ((from + to) / 2 - 0.3, (from + to) / 2 + 0.3) }
      guard let frame = bar(from, to, height: height) else { continue }
      page.draw(
        .rectangle(
          x: frame.x, y: frame.y, width: frame.width, height: frame.height, ink: style.ink, opacity: isGrid ? 1 : 0.9))
    }
  }

  private mutating func drawLevel(_ value: Double, _ style: MarkStyle) {
    let place = y.place(value)
    guard place.isFinite, y.contains(value) else { return }
    let points = [Spot(area.x, place), Spot(area.right, place)]
    page.stroke(points, ink: style.ink, width: isGrid ? 1 : 1.2, dash: style.dash)
  }

  private mutating func drawUpright(_ value: Double, _ name: String?, _ style: MarkStyle) {
    let place = x.place(value)
    guard place.isFinite, x.contains(value) else { return }
    page.stroke(
      [Spot(place, area.bottom), Spot(place, area.y)], ink: style.ink, width: isGrid ? 1 : 1.2, dash: style.dash)
    // Its name stands above the data, where nothing crosses it.
    guard let name = name.map(Page.oneLine), !name.isEmpty else { return }
    let text = page.fitted(name, width: area.width)
    page.write(
      text, x: place, y: area.y - page.line / 2, anchor: .middle, ink: style.ink == .muted ? .muted : style.ink)
  }
}
