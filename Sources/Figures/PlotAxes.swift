// Axes, ticks and their numbers; lines behind the data.

extension PlotLayout {
  mutating func drawAll() {
    guard !plot.isBare else { return drawMarks() }
    if !isGrid { drawGrid() }
    drawMarks()
    drawAxes()
    drawColourBar()
    names.draw(on: &page, area: area, x: x, y: y, top: legendTop)
  }

  /// Functions over the plane fill it: lines behind them would only disturb.
  private var hasFrame: Bool {
    plot.marks.contains { mark in
      switch mark.shape {
      case .cells, .contours: true
      default: false
      }
    }
  }

  private mutating func drawGrid() {
    guard !hasFrame else { return }
    let isPlane =
      plot.isEqual
      || plot.marks.contains {
        switch $0.shape {
        case .points, .arrows: true
        default: false
        }
      }
    for value in yTicks.values where plot.y.categories.isEmpty {
      let place = y.place(value)
      page.stroke([Spot(area.x, place), Spot(area.right, place)], ink: .grid, width: 0.8)
    }
    if isPlane || x.isLogarithmic {
      for value in xTicks.values where plot.x.categories.isEmpty {
        let place = x.place(value)
        page.stroke([Spot(place, area.y), Spot(place, area.bottom)], ink: .grid, width: 0.8)
      }
    }
    // Where 0 is inside, it is seen.
    if !y.isLogarithmic, y.low < 0, y.high > 0 {
      let place = y.place(0)
      page.stroke([Spot(area.x, place), Spot(area.right, place)], ink: .axis, width: 0.7)
    }
    if isPlane, !x.isLogarithmic, x.low < 0, x.high > 0 {
      let place = x.place(0)
      page.stroke([Spot(place, area.y), Spot(place, area.bottom)], ink: .axis, width: 0.7)
    }
  }

  private mutating func drawAxes() {
    // In a terminal the axes have a column and a row of their own, beside the data.
    let half = page.cell.map { Spot($0.width / 2, $0.height / 2) } ?? Spot(0, 0)
    let (left, low) = (area.x - half.x, area.bottom + half.y)
    let hasColumn = !isGrid || left > 0
    let hasRow = low < page.frame.height
    if hasColumn { page.stroke([Spot(left, area.y), Spot(left, low)], ink: .axis) }
    if hasRow { page.stroke([Spot(left, low), Spot(area.right, low)], ink: .axis) }
    if hasFrame, !isGrid {
      page.stroke([Spot(left, area.y), Spot(area.right, area.y), Spot(area.right, low)], ink: .axis)
    }
    drawYTicks(left, hasColumn: hasColumn)
    drawXTicks(low, hasRow: hasRow)
  }

  private mutating func drawYTicks(_ left: Double, hasColumn: Bool) {
    let length = page.cell.map { $0.width / 2 } ?? 4
    for (value, label) in zip(yTicks.values, yTicks.labels) {
      let place = row(y.place(value))
      let end = left - length
      let room = end - (isGrid ? 0 : page.gap * 0.5)
      guard page.write(label, x: room, y: place, anchor: .end, size: page.small, ink: .muted) || label.isEmpty else {
        continue
      }
      if hasColumn { page.stroke([Spot(left, place), Spot(end, place)], ink: .axis) }
    }
    guard !isGrid else { return }
    for value in yTicks.minor where y.contains(value) {
      page.stroke([Spot(left, y.place(value)), Spot(left - 2, y.place(value))], ink: .axis, width: 0.7)
    }
  }

  private mutating func drawXTicks(_ low: Double, hasRow: Bool) {
    let length = page.cell.map { $0.height / 2 } ?? 4
    let isUpright = !plot.x.categories.isEmpty && areUpright
    for (value, label) in zip(xTicks.values, xTicks.labels) {
      let place = column(x.place(value))
      if isUpright {
        let most = page.frame.height * 0.35
        let text = page.fitted(label, width: most, size: page.small)
        page.write(text, x: place, y: low + page.gap, anchor: .end, size: page.small, ink: .muted, isUpright: true)
        continue
      }
      let middle = isGrid ? low + page.line : low + length + page.line / 2
      guard page.write(label, x: place, y: middle, anchor: .middle, size: page.small, ink: .muted) else { continue }
      if hasRow, plot.x.categories.isEmpty || isGrid {
        page.stroke([Spot(place, low), Spot(place, low + length)], ink: .axis)
      }
    }
    guard !isGrid else { return }
    for value in xTicks.minor where x.contains(value) {
      page.stroke([Spot(x.place(value), low), Spot(x.place(value), low + 2)], ink: .axis, width: 0.7)
    }
  }
}
