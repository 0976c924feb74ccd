// A plot on a sheet: how much room titles, ticks and names take, and what is left for the data.

struct PlotLayout {
  let plot: Plot
  let styles: [MarkStyle]
  let ranges: PlotRanges
  var page: Page
  /// Where the data are drawn.
  var area: Frame
  var x: AxisScale
  var y: AxisScale
  var xTicks = Ticks(values: [], labels: [])
  var yTicks = Ticks(values: [], labels: [])
  var names: PlotNames
  /// The grid whose colours are explained beside the plot.
  let explained: Grid?

  var isGrid: Bool { page.cell != nil }
  var hasCells: Bool { plot.marks.contains { if case .cells = $0.shape { true } else { false } } }

  static func scene(_ plot: Plot, _ size: SheetSize, on sheet: any Sheet) -> Scene {
    let natural = sheet.cell.map { ($0.width * 80, $0.height * 24) }
    let width = size.width(or: natural?.0 ?? (plot.isEqual ? 440 : 640))
    var height = size.height(or: natural?.1 ?? (size.width == nil ? 400 : (width * 0.625).clamped(180, 2000)))
    if plot.isEqual, size.height == nil, natural == nil {
      // A square first: it tells how much room there is beside the data.
      let trial = PlotLayout(plot, width: width, height: width * 1.5, on: sheet)
      let shape = (trial.x.span.length / trial.y.span.length).clamped(0.4, 4)
      height = size.height(or: width * 1.5 - trial.room.height + trial.room.width / shape)
    }
    var layout = PlotLayout(plot, width: width, height: height, on: sheet)
    layout.drawAll()
    return Scene(width: width, height: height, items: layout.page.items)
  }

  /// What was left before an equal plot was cut to shape.
  private var room: Frame
  /// Where the legend begins.
  private(set) var legendTop = 0.0

  private init(_ plot: Plot, width: Double, height: Double, on sheet: any Sheet) {
    self.plot = plot
    ranges = PlotRanges(plot)
    page = Page(sheet: sheet, width: width, height: height)
    styles = MarkStyle.all(plot.marks, isGrid: page.cell != nil)
    x = AxisScale(ranges.x, isLogarithmic: ranges.isLogarithmicX, start: 0, end: width)
    y = AxisScale(ranges.y, isLogarithmic: ranges.isLogarithmicY, start: height, end: 0)
    area = page.frame
    room = area
    explained =
      plot.marks.lazy.compactMap { mark in
        if case .cells(let grid) = mark.shape, grid.showsScale { grid } else { nil }
      }.first
    names = PlotNames(plot, styles: styles, x: x, page: page)
    if plot.isBare { placeBare() } else { placeAll() }
  }

  // MARK: - Room

  private mutating func placeBare() {
    let title = page.writeTitle(plot.title, x: page.margin, width: page.frame.width - 2 * page.margin)
    let top = title > 0 ? title + page.margin : 0
    area = Frame(x: 0, y: top, width: page.frame.width, height: max(1, page.frame.height - top))
    cutToShape()
  }

  private mutating func placeAll() {
    let (width, height, line) = (page.frame.width, page.frame.height, page.line)
    let isLow = height < (isGrid ? 9 : 8) * line
    let title = page.writeTitle(plot.title, x: page.margin, width: width - 2 * page.margin)
    legendTop = page.margin + title
    let labels = (x: label(plot.x, isLow), y: label(plot.y, isLow))
    let tick = isGrid ? 0 : 4.0
    let colourBar = barRoom()
    let categories = plot.x.categories
    var below = page.margin + (isGrid ? 2 * line : tick + line) + (labels.x == nil ? 0 : line)
    var right = max(colourBar, page.margin)
    // The names decide on the room beside the data, the room on how many lines a legend takes, and that on the ticks: twice is enough.
    var left = page.margin
    for round in 0..<2 {
      let legend = names.plan(page: page, width: width - left - page.margin, isLow: isLow, sheetWidth: width)
      right = max(page.margin, colourBar, names.endRoom + (colourBar > 0 ? colourBar : 0))
      let free = isGrid || title + legend > 0 ? 0 : page.text * 0.3
      let above = page.margin + title + legend + (labels.y == nil ? free : line) + (hasNamedUpright ? line : 0)
      var inner = Frame(x: left, y: above, width: width - left - right, height: height - above - below)
      inner = reasonable(inner)
      place(in: inner)
      yTicks = chooseY()
      let widest = yTicks.labels.reduce(0) { max($0, page.width(of: $1, size: page.small)) }
      let most = isGrid ? page.columns(width * 0.4) : width * 0.35
      left = page.margin + min(widest, most) + (isGrid ? page.columns(page.gap) : tick + page.gap * 0.6)
      inner.x = left
      inner.width = width - left - right
      place(in: reasonable(inner))
      xTicks = chooseX()
      if let overhang = overhang(), names.endRoom == 0, colourBar == 0 {
        right = max(right, overhang + page.margin * 0.5)
      }
      if round == 0, !categories.isEmpty { below = max(below, categoryRoom(below: below, line: line)) }
      inner.width = width - left - right
      inner.height = height - above - below
      place(in: reasonable(inner))
    }
    if plot.isEqual { cutToShape() }
    yTicks = chooseY()
    xTicks = chooseX()
    if let text = labels.y {
      // Above its numbers, wherever the data stand.
      let start = max(isGrid ? 0 : page.margin, area.x - left + page.margin)
      let above = area.y - line / 2 - (hasNamedUpright ? line : 0) - (isGrid ? 0 : page.text * 0.15)
      page.write(page.fitted(text, width: width - start), x: start, y: above, ink: .muted)
    }
    if let text = labels.x {
      let lower = isGrid ? height - line / 2 : height - page.margin - line * 0.45
      page.write(
        page.fitted(text, width: width), x: isGrid ? area.right : area.middle.x, y: lower,
        anchor: isGrid ? .end : .middle,
        ink: .muted)
    }
  }

  /// Whether a line from bottom to top has its name above the data.
  private var hasNamedUpright: Bool {
    guard !isGrid || page.frame.height > 8 * page.line else { return false }
    return plot.marks.contains { mark in if case .upright = mark.shape { mark.name != nil } else { false } }
  }

  private func label(_ axis: Axis, _ isLow: Bool) -> String? {
    guard !isLow, let label = axis.label.map(Page.oneLine), !label.isEmpty else { return nil }
    return label
  }

  /// Never so little that nothing could be seen.
  private func reasonable(_ frame: Frame) -> Frame {
    var frame = frame
    let least = isGrid ? page.gap * 4 : 30.0
    if frame.width < least {
      frame.x = max(0, min(frame.x, page.frame.width - least))
      frame.width = min(least, page.frame.width - frame.x)
    }
    let lowest = isGrid ? page.line * 2 : 24.0
    if frame.height < lowest {
      frame.y = max(0, page.frame.height - lowest - (isGrid ? 2 * page.line : page.line + 6))
      frame.height = min(lowest, page.frame.height - frame.y)
    }
    if let cell = page.cell {
      frame.x = (frame.x / cell.width).rounded() * cell.width
      frame.width = max(cell.width, page.columns(frame.width))
      frame.height = max(cell.height, page.rows(frame.height))
    }
    return frame
  }

  private mutating func place(in frame: Frame) {
    room = frame
    place(area: frame)
  }

  private mutating func place(area frame: Frame) {
    area = frame
    // Dots have middles: the first number stands in the middle of the first dot. Cells and bars fill dots.
    let inset = isGrid && !fillsDots ? 0.5 : 0
    (x.start, x.end) = (frame.x + inset, frame.right - inset)
    (y.start, y.end) = ranges.isDown ? (frame.y + inset, frame.bottom - inset) : (frame.bottom - inset, frame.y + inset)
  }

  private var fillsDots: Bool {
    plot.marks.contains { mark in
      switch mark.shape {
      case .cells, .bars, .histogram: true
      default: false
      }
    }
  }

  /// Makes a step across as long as a step up: what is too long is cut, and what would get too thin shows more.
  private mutating func cutToShape() {
    guard plot.isEqual || plot.isBare, !x.isLogarithmic, !y.isLogarithmic else { return place(in: reasonable(area)) }
    let whole = area
    var (across, upward) = (x.span, y.span)
    let ratio = across.length / upward.length
    if ratio > 4, plot.y.range == nil, !hasCells { upward = upward.widened(to: across.length / 4) }
    if ratio < 0.25, plot.x.range == nil, !hasCells { across = across.widened(to: upward.length / 4) }
    let perUnit = min(whole.width / across.length, whole.height / upward.length)
    guard perUnit.isFinite, perUnit > 0 else { return place(area: whole) }
    var frame = whole
    frame.width = min(whole.width, page.wholeColumns(across.length * perUnit))
    let height = upward.length * perUnit
    frame.height = min(whole.height, page.cell.map { (height / $0.height - 1e-9).rounded(.up) * $0.height } ?? height)
    if isGrid, !hasCells {
      (across, upward) = (across.widened(to: frame.width / perUnit), upward.widened(to: frame.height / perUnit))
    }
    // In the middle of paper; in a terminal at the left, where all other lines begin.
    if !isGrid || plot.isBare { frame.x += page.columns((whole.width - frame.width) / 2) }
    frame.y += page.rows((whole.height - frame.height) / 2)
    x = AxisScale(across, isLogarithmic: false, start: 0, end: 1)
    y = AxisScale(upward, isLogarithmic: false, start: 1, end: 0)
    place(area: frame)
  }
}

extension Interval {
  /// About the same middle, but at least so long.
  func widened(to length: Double) -> Interval {
    guard length > self.length else { return self }
    let middle = low / 2 + high / 2
    return Interval(middle - length / 2, middle + length / 2)
  }
}
