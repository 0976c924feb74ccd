// The bar beside a plot that says which number a colour stands for.

extension PlotLayout {
  private var barWidth: Double { page.cell.map { $0.width * 2 } ?? page.text }

  private func barTicks(_ grid: Grid, height: Double) -> Ticks {
    let apart = isGrid ? page.line * 2 : page.small * 2.4
    return Ticks.linear(grid.scale, atMost: max(2, min(7, Int(height / apart))))
  }

  /// How much room the bar and its numbers take at the right.
  func barRoom() -> Double {
    guard let explained, !isGrid || page.frame.width >= 30 * page.gap else { return 0 }
    let ticks = barTicks(explained, height: page.frame.height * 0.8)
    let widest = ticks.labels.reduce(0) { max($0, page.width(of: $1, size: page.small)) }
    return page.gap * (isGrid ? 2 : 2.4) + barWidth + widest + (isGrid ? 0 : page.margin)
  }

  mutating func drawColourBar() {
    guard let grid = explained, barRoom() > 0 else { return }
    let span = grid.scale.usable
    let left = area.right + page.gap * (isGrid ? 1 : 1.6)
    let count = isGrid ? max(2, Int(area.height / 2)) : 96
    let places = (0..<count).map { index in
      let share = (Double(index) + 0.5) / Double(count)
      return grid.place(of: span.high * (1 - share) + span.low * share)
    }
    page.draw(
      .cells(
        rows: count, columns: 1, places: places, palette: grid.palette, x: left, y: area.y, width: barWidth,
        height: area.height))
    let scale = AxisScale(span, isLogarithmic: false, start: area.bottom, end: area.y)
    let ticks = barTicks(grid, height: area.height)
    for (value, label) in zip(ticks.values, ticks.labels) {
      // In a terminal the highest number stands beside the last cell, not below it.
      let place = isGrid ? min(scale.place(value), area.bottom - 0.5) : scale.place(value)
      let edge = left + barWidth
      if !isGrid { page.stroke([Spot(edge, place), Spot(edge + 3, place)], ink: .axis) }
      page.write(
        label, x: edge + page.gap * (isGrid ? 1 : 0.9), y: row(place), size: page.small, ink: .muted)
    }
  }
}

extension Grid {
  /// Where a number stands on the palette, from 0 to 1.
  func place(of value: Double) -> Double {
    guard value.isFinite else { return .nan }
    let span = scale.usable
    if palette == .diverging {
      let reach = max(abs(span.low), abs(span.high))
      return (0.5 + value / reach / 2).clamped(0, 1)
    }
    return ((value / 2 - span.low / 2) / (span.high / 2 - span.low / 2)).clamped(0, 1)
  }
}
