// Functions over the plane: coloured cells, arrows, contour lines.

extension PlotLayout {
  mutating func drawCells(_ grid: Grid) {
    let (columns, rows) = (grid.columns, grid.rows)
    guard columns > 0, rows > 0, rows.multipliedReportingOverflow(by: columns).partialValue == grid.values.count else {
      return
    }
    let (left, right) = (x.place(grid.x.low), x.place(grid.x.high))
    let (low, high) = (y.place(grid.y.low), y.place(grid.y.high))
    guard left.isFinite, right.isFinite, low.isFinite, high.isFinite, left != right, low != high else { return }
    let frame = Frame(x: min(left, right), y: min(low, high), width: abs(right - left), height: abs(high - low))
    // The first row stands at the low end of y, the first column at the low end of x.
    let drawn = grid.flipped(rows: low > high, columns: left > right).coarsened(
      rows: Int(frame.height.clamped(1, 1000)), columns: Int(frame.width.clamped(1, 1000)))
    let cells = Scene.Item.cells(
      rows: drawn.rows, columns: drawn.columns, places: drawn.values.map(grid.place), palette: grid.palette, x: frame.x,
      y: frame.y, width: frame.width, height: frame.height)
    if area.contains(frame) {
      page.draw(cells)
    } else {
      page.draw(.clipped([cells], x: area.x, y: area.y, width: area.width, height: area.height))
    }
    if grid.showsNumbers, drawn.rows == rows, drawn.columns == columns { writeNumbers(drawn, frame) }
  }

  private mutating func writeNumbers(_ grid: Grid, _ frame: Frame) {
    let (width, height) = (frame.width / Double(grid.columns), frame.height / Double(grid.rows))
    let size = isGrid ? page.text : min(page.text, height * 0.6)
    guard grid.values.count <= 4000, height >= (isGrid ? page.line : 9), size >= page.text * 0.6 else { return }
    let texts = grid.values.map { $0.isFinite ? NumberText.brief($0, digits: 2) : "" }
    let widest = texts.reduce(0) { max($0, page.width(of: $1, size: size)) }
    guard widest <= width * (isGrid ? 1 : 0.92) else { return }
    for (index, text) in texts.enumerated() {
      let (row, column) = (Double(index / grid.columns), Double(index % grid.columns))
      let spot = Spot(frame.x + (column + 0.5) * width, frame.y + (row + 0.5) * height)
      guard area.contains(spot) else { continue }
      page.write(
        text, x: spot.x, y: spot.y, anchor: .middle, size: size,
        ink: .over(grid.palette, grid.place(of: grid.values[index])))
    }
  }

  mutating func drawArrows(_ xs: [Double], _ ys: [Double], _ dx: [Double], _ dy: [Double], _ style: MarkStyle) {
    var arrows: [(from: Spot, step: Spot)] = []
    var taken: Set<Spot> = []
    let grain = isGrid ? 5.0 : 11
    let frame = border
    for index in 0..<min(xs.count, ys.count, dx.count, dy.count) {
      let from = Spot(x.place(xs[index]), y.place(ys[index]))
      guard from.x.isFinite, from.y.isFinite, frame.contains(from) else { continue }
      let step = Spot(stepPlace(dx[index], x), stepPlace(dy[index], y))
      guard step.x.isFinite, step.y.isFinite else { continue }
      // Where arrows are crowded, one for each small square.
      if xs.count > 400,
        !taken.insert(Spot((from.x / grain).rounded(.down), (from.y / grain).rounded(.down))).inserted
      {
        continue
      }
      arrows.append((from, step))
    }
    guard !arrows.isEmpty else { return }
    let lengths = arrows.map { distance(Spot(0, 0), $0.step) }.sorted()
    // A few very long ones must not make dots of all others.
    let longest = Quantile.of(sorted: lengths, 0.98)
    let room = (area.width * area.height / Double(arrows.count)).squareRoot() * 0.85
    let most = min(room, min(area.width, area.height) * Mark.Shape.longestArrow)
    for arrow in arrows {
      let length = distance(Spot(0, 0), arrow.step)
      guard longest > 0, length > 0 else { continue }
      let drawn = min(length / longest, 1.2) * most
      guard drawn > (isGrid ? 1 : 1.5) else {
        page.draw(.dots(points: [arrow.from], radius: 1, sign: .disc, ink: style.ink, opacity: 1))
        continue
      }
      let tip = Spot(
        arrow.from.x + arrow.step.x / length * drawn, arrow.from.y + arrow.step.y / length * drawn)
      page.draw(.arrow(points: [arrow.from, tip], ink: style.ink, width: isGrid ? 1 : 1.2))
    }
  }

  /// How far a step reaches on the sheet.
  private func stepPlace(_ step: Double, _ scale: AxisScale) -> Double {
    guard step.isFinite else { return .nan }
    let perPlace = scale.unitsPerPlace * (scale.end > scale.start ? 1 : -1)
    return (step / perPlace).clamped(-1e150, 1e150)
  }

  mutating func drawContours(_ contours: [Contour], most: Int) {
    let (x, y, area) = (x, y, area)
    let parts = contours.map { contour in
      contour.lines.flatMap { line in
        Clipping.line(line.lazy.map { Spot(x.place($0.x), y.place($0.y)) }, in: area)
      }
    }
    let total = max(1, parts.joined().reduce(0) { $0 + $1.count })
    let labels = contours.map { NumberText.brief($0.level) }
    var written = 0
    for (index, lines) in parts.enumerated() {
      let place = contours[index].place
      let ink: Scene.Ink = hasCells ? .over(.sequential, place) : .contour(place)
      let longest = lines.indices.max { length(lines[$0]) < length(lines[$1]) }
      for (number, line) in lines.enumerated() where line.count > 1 {
        let thinned = Thinning.line(line, most: max(16, most * line.count / total))
        let width = isGrid ? 1 : 1.3
        if number == longest, written < 40, let gap = writeLabel(labels[index], on: thinned, ink: ink) {
          written += 1
          for part in outside(gap, thinned) { page.stroke(part, ink: ink, width: width) }
        } else {
          page.stroke(thinned, ink: ink, width: width)
        }
      }
    }
  }

  private func length(_ line: [Spot]) -> Double { zip(line, line.dropFirst()).reduce(0) { $0 + distance($1.0, $1.1) } }

  /// Writes a level's number on its line, where that is long and there is room; gives back what the line must leave free.
  private mutating func writeLabel(_ label: String, on line: [Spot], ink: Scene.Ink) -> Frame? {
    let size = isGrid ? page.text : page.small * 0.92
    let width = page.width(of: label, size: size)
    let height = isGrid ? page.line : size
    guard length(line) > width * 2.2, !isGrid || area.width > 40 * page.gap else { return nil }
    // Tried from the middle outward, so that numbers stand apart from the borders.
    for step in 0..<12 {
      let share = 0.5 + Double(step / 2 + step % 2) * (step % 2 == 0 ? 0.07 : -0.07)
      let spot = line[Int(Double(line.count - 1) * share.clamped(0, 1))]
      let box = Frame(x: spot.x - width / 2 - 2, y: spot.y - height / 2, width: width + 4, height: height)
      guard area.contains(box), page.isFree(box) else { continue }
      guard page.write(label, x: spot.x, y: spot.y, anchor: .middle, size: size, ink: ink) else { continue }
      return box
    }
    return nil
  }

  /// The parts of a line that do not enter a box.
  private func outside(_ box: Frame, _ line: [Spot]) -> [[Spot]] {
    var parts: [[Spot]] = [[]]
    for (index, point) in line.enumerated() {
      if box.contains(point) {
        if parts.last?.isEmpty == false { parts.append([]) }
      } else {
        // A long step may jump over the whole box.
        if index > 0, !box.contains(line[index - 1]), Clipping.segment(line[index - 1], point, in: box) != nil,
          parts.last?.isEmpty == false
        {
          parts.append([])
        }
        parts[parts.count - 1].append(point)
      }
    }
    return parts.filter { $0.count > 1 }
  }
}

extension Grid {
  /// With the last row or column first.
  fileprivate func flipped(rows isUp: Bool, columns isLeft: Bool) -> Grid {
    guard isUp || isLeft else { return self }
    var grid = self
    grid.values = (0..<rows).flatMap { row in
      let start = (isUp ? rows - 1 - row : row) * columns
      let line = values[start..<start + columns]
      return isLeft ? Array(line.reversed()) : Array(line)
    }
    return grid
  }

  /// Means of blocks, where there are more rows or columns than can be seen.
  fileprivate func coarsened(rows most: Int, columns mostColumns: Int) -> Grid {
    let down = max(1, rows / max(1, most))
    let across = max(1, columns / max(1, mostColumns))
    guard down > 1 || across > 1 else { return self }
    var grid = self
    (grid.rows, grid.columns) = ((rows + down - 1) / down, (columns + across - 1) / across)
    grid.values = (0..<grid.rows).flatMap { row in
      (0..<grid.columns).map { column in
        var (sum, count) = (0.0, 0.0)
        for r in row * down..<min(rows, (row + 1) * down) {
          for c in column * across..<min(columns, (column + 1) * across) where values[r * columns + c].isFinite {
            count += 1
            // A mean that never overflows.
            sum += (values[r * columns + c] - sum) / count
          }
        }
        return count > 0 ? sum : .nan
      }
    }
    return grid
  }
}
