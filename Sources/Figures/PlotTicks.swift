// Which ticks an axis of a plot gets, and the room that they take.

extension PlotLayout {
  func chooseY() -> Ticks {
    if !plot.y.categories.isEmpty { return categoryTicks(plot.y, y, height: isGrid ? page.line : page.small * 1.25) }
    let height = abs(y.end - y.start)
    // At least one line of text between numbers, and more where there is much room.
    let apart = isGrid ? page.line * 2 : max(page.small * 2.2, min(page.small * 3.6, height / 5))
    let most = max(2, Int(height / apart) + (isGrid ? 1 : 0))
    for count in stride(from: min(most, 11), through: 1, by: -1) {
      let ticks = self.ticks(y, count: count, isWhole: ranges.isDown)
      let places = ticks.values.map { row(y.place($0)) }
      let isApart = zip(places, places.dropFirst()).allSatisfy {
        abs($0 - $1) >= (isGrid ? page.line * 1.5 : page.small * 1.3)
      }
      if isApart, ticks.values.count <= most { return ticks }
    }
    return Ticks(values: [], labels: [])
  }

  func chooseX() -> Ticks {
    if !plot.x.categories.isEmpty { return xCategories() }
    let width = abs(x.end - x.start)
    var most = (Int(width / (page.small * (isGrid ? 4 : 3.2))) + 1).inside(1, isGrid ? 9 : 11)
    if isGrid { most = (Int(width / (page.gap * 6)) + 1).inside(2, 11) }
    for count in stride(from: most, through: 1, by: -1) {
      let ticks = self.ticks(x, count: count, isWhole: ranges.isDown)
      if !collide(ticks), ticks.values.count <= max(2, most) { return ticks }
    }
    // Only the first of the numbers.
    let ticks = self.ticks(x, count: 1, isWhole: ranges.isDown)
    return Ticks(values: Array(ticks.values.prefix(1)), labels: Array(ticks.labels.prefix(1)))
  }

  private func ticks(_ scale: AxisScale, count: Int, isWhole: Bool) -> Ticks {
    let span = scale.span
    guard scale.isLogarithmic else { return Ticks.linear(span, atMost: count, isWhole: isWhole && span.length > 1) }
    var ticks = Ticks.logarithmic(span, atMost: count)
    // The ends come from logarithms, and may be off by a rounding error.
    let inside = ticks.values.indices.filter { scale.contains(ticks.values[$0]) }
    ticks.labels = inside.map { ticks.labels[$0] }
    ticks.values = inside.map { ticks.values[$0] }
    return ticks
  }

  /// Whether two numbers under the axis come too near to each other.
  private func collide(_ ticks: Ticks) -> Bool {
    var last = -Double.infinity
    for (value, label) in zip(ticks.values, ticks.labels) {
      let (place, width) = (x.place(value), page.width(of: label, size: page.small))
      var left = place - width / 2
      if let cell = page.cell { left = (left / cell.width).rounded() * cell.width }
      left = max(0, min(left, page.frame.width - width))
      if left < last + page.gap { return true }
      last = left + width
    }
    return false
  }

  /// How far the last number under the axis reaches beyond it.
  func overhang() -> Double? {
    guard let value = xTicks.values.last, let label = xTicks.labels.last else { return nil }
    let reach = x.place(value) + page.width(of: label, size: page.small) / 2 - area.right
    return reach > 0 ? page.wholeColumns(reach) : nil
  }

  // MARK: - Names in place of numbers

  /// The names that fit under the axis: all of them, or every second, third …
  private func xCategories() -> Ticks {
    let names = plot.x.categories
    let step = abs(x.place(1) - x.place(0))
    if areUpright { return categoryTicks(plot.x, x, height: page.small * 1.15) }
    var skip = 1
    let short = names.prefix(400).map {
      page.fitted(Page.oneLine($0), width: max(step * 0.96, page.small * 5), size: page.small)
    }
    while skip < max(1, names.count) {
      let values = stride(from: 0, to: short.count, by: skip).filter { x.contains(Double($0)) }
      let ticks = Ticks(values: values.map(Double.init), labels: values.map { short[$0] })
      if !collide(ticks) { return ticks }
      skip += 1
    }
    return Ticks(values: [], labels: [])
  }

  private func categoryTicks(_ axis: Axis, _ scale: AxisScale, height: Double) -> Ticks {
    let step = abs(scale.place(1) - scale.place(0))
    let skip = step > 0 ? max(1, Int((height / step).rounded(.up).clamped(1, 1e6))) : 1
    let most = page.frame.width * 0.3
    let shown = stride(from: 0, to: axis.categories.count, by: skip).filter { scale.contains(Double($0)) }
    return Ticks(
      values: shown.map(Double.init),
      labels: shown.map { page.fitted(Page.oneLine(axis.categories[$0]), width: most, size: page.small) })
  }

  /// Whether names under the axis are turned: when they do not fit side by side, and there is height for them.
  var areUpright: Bool {
    guard !isGrid, page.frame.height > 12 * page.line else { return false }
    let step = abs(x.place(1) - x.place(0))
    let widest = plot.x.categories.prefix(400).reduce(0) { max($0, page.width(of: Page.oneLine($1), size: page.small)) }
    return widest > step * 0.96 && step >= page.small
  }

  /// How much room turned names need under the data.
  func categoryRoom(below: Double, line: Double) -> Double {
    guard areUpright else { return below }
    let widest = xTicks.labels.reduce(0) { max($0, page.width(of: $1, size: page.small)) }
    return below - line + min(widest, page.frame.height * 0.35) + page.gap
  }

  /// In the middle of a cell where there are cells.
  func row(_ place: Double) -> Double {
    page.cell.map { (((place / $0.height).rounded(.down)) + 0.5) * $0.height } ?? place
  }

  func column(_ place: Double) -> Double {
    page.cell.map { (((place / $0.width).rounded(.down)) + 0.5) * $0.width } ?? place
  }
}
