// The names of a plot's series: beside their ends, or where these are not free, in a legend above the data.

struct PlotNames {
  /// A name beside the data.
  struct End {
    let name: String
    let ink: Scene.Ink
    /// Where the series ends.
    let spot: Spot
  }

  /// A name with a sample of what it names.
  struct Entry {
    enum Sample {
      case line
      case band
      case area
      case dot
      case arrow
    }
    let name: String
    let sample: Sample
    let style: MarkStyle
  }

  private let ends: [End]
  private let endEntries: [Entry]
  private let others: [Entry]
  private var usesEnds = true
  private var legend: [Entry] = []
  /// How many names found no room in the legend.
  private var hidden = 0
  private var legendTop = 0.0
  private var legendWidth = 0.0
  /// How much room the names take at the right.
  private(set) var endRoom = 0.0

  init(_ plot: Plot, styles: [MarkStyle], x: AxisScale, page: Page) {
    var (ends, endEntries, others): ([End], [Entry], [Entry]) = ([], [], [])
    var haveEnds = true
    for (mark, style) in zip(plot.marks, styles) where !plot.isBare {
      guard let name = mark.name.map(Page.oneLine), !name.isEmpty, let sample = mark.shape.sample else { continue }
      let entry = Entry(name: name, sample: sample, style: style)
      switch mark.shape {
      case .line(let xs, let ys):
        endEntries.append(entry)
        if let end = PlotNames.end(xs, ys, x) {
          ends.append(End(name: name, ink: style.ink, spot: end))
        } else {
          haveEnds = false
        }
      case .level(let value):
        endEntries.append(entry)
        ends.append(End(name: name, ink: style.ink, spot: Spot(.infinity, value)))
      default: others.append(entry)
      }
    }
    usesEnds = haveEnds
    (self.ends, self.endEntries, self.others) = (ends, endEntries, others)
  }

  /// The end of a line, where it is at the right of the plot and the line does not come back to its beginning.
  private static func end(_ xs: [Double], _ ys: [Double], _ x: AxisScale) -> Spot? {
    let count = min(xs.count, ys.count)
    guard let last = (0..<count).last(where: { xs[$0].isFinite && ys[$0].isFinite && x.contains(xs[$0]) }) else {
      return nil
    }
    let first = xs.first ?? .nan
    let share = abs(x.place(xs[last]) - x.start) / abs(x.end - x.start)
    guard share > 0.85, last == 0 || xs[last] > first || count < 2 else { return nil }
    return Spot(xs[last], ys[last])
  }

  /// Decides what stands where; gives back how high the legend is.
  mutating func plan(page: Page, width: Double, isLow: Bool, sheetWidth: Double) -> Double {
    let isGrid = page.cell != nil
    let widest = ends.reduce(0) { max($0, page.width(of: $1.name)) }
    let most = page.columns(sheetWidth * 0.3)
    let roomy = sheetWidth >= (isGrid ? page.gap * 34 : page.text * 20)
    let high = page.frame.height * (isLow ? 0.5 : 0.75)
    usesEnds = usesEnds && roomy && widest <= most && Double(ends.count) * page.line <= high
    endRoom = usesEnds && !ends.isEmpty ? widest + page.gap * (isGrid ? 1 : 1.4) + page.margin : 0
    legend = (usesEnds ? [] : endEntries) + others
    guard !legend.isEmpty, !isGrid || page.frame.height >= 7 * page.line else {
      legend = []
      return 0
    }
    legendWidth = width
    let rows = lines(page)
    let allowed = max(1, Int(page.frame.height * 0.3 / page.line))
    hidden = 0
    if rows.count > allowed {
      var last = rows[allowed - 1]
      hidden = legend.count - rows.prefix(allowed).reduce(0) { $0 + $1.count }
      let room = page.width(of: note) + page.gap
      // The note that names are missing stands where the last of them would.
      while last.count > 1, last.reduce(0, { $0 + entryWidth($1, page) + page.gap * 3 }) + room > width {
        last.removeLast()
        hidden += 1
      }
      legend = rows.prefix(allowed - 1).flatMap { $0 } + last
    }
    return Double(min(rows.count, allowed)) * page.line
  }

  private var note: String { "… +\(hidden)" }

  private func sampleWidth(_ page: Page) -> Double { page.cell == nil ? page.text * 1.7 : page.gap * 2 }

  private func entryWidth(_ entry: Entry, _ page: Page) -> Double {
    sampleWidth(page) + page.gap + page.width(of: fitted(entry.name, page))
  }

  private func fitted(_ name: String, _ page: Page) -> String {
    page.fitted(name, width: max(page.gap, legendWidth - sampleWidth(page) - 2 * page.gap))
  }

  /// The entries of the legend in lines.
  private func lines(_ page: Page) -> [[Entry]] {
    var lines: [[Entry]] = [[]]
    var used = 0.0
    for entry in legend {
      let width = entryWidth(entry, page)
      if used > 0, used + width > legendWidth {
        lines.append([])
        used = 0
      }
      lines[lines.count - 1].append(entry)
      used += width + page.gap * 3
    }
    return lines
  }

  // MARK: - Drawing

  func draw(on page: inout Page, area: Frame, x: AxisScale, y: AxisScale, top: Double) {
    drawLegend(on: &page, x: area.x, top: top)
    guard usesEnds, !ends.isEmpty else { return }
    let isGrid = page.cell != nil
    let start = area.right + page.gap * (isGrid ? 1 : 1.4)
    let wanted = ends.map { end -> Double in
      let place = y.place(end.spot.y)
      return place.isNaN ? area.bottom : place.clamped(area.y, area.bottom)
    }
    let apart = isGrid ? page.line : page.text * 1.15
    let rows = PlotNames.spread(wanted, apart: apart, from: area.y + (isGrid ? apart / 2 : 0), to: area.bottom)
    for (index, end) in ends.enumerated() {
      let row = rows[index]
      let name = page.fitted(end.name, width: max(page.gap, page.frame.right - start))
      guard page.write(name, x: start, y: row, ink: end.ink), !isGrid else { continue }
      let from = x.place(end.spot.x)
      let last = from.isNaN ? area.right : min(from, area.right)
      if abs(row - wanted[index]) > page.line * 0.35 {
        page.stroke([Spot(last + 3, wanted[index]), Spot(start - 2, row)], ink: end.ink, width: 0.7)
      } else if area.right - last > area.width * 0.03 {
        page.stroke([Spot(last + 4, wanted[index]), Spot(start - 3, row)], ink: end.ink, width: 0.7, dash: [1, 3])
      }
    }
  }

  /// Places as near as can be to those wanted, but so far apart.
  static func spread(_ wanted: [Double], apart: Double, from low: Double, to high: Double) -> [Double] {
    struct Block {
      var sum: Double
      var count: Int
      func start(_ apart: Double, _ low: Double, _ high: Double) -> Double {
        (sum / Double(count)).clamped(low, max(low, high - Double(count - 1) * apart))
      }
    }
    let order = wanted.indices.sorted { (wanted[$0], $0) < (wanted[$1], $1) }
    var blocks: [Block] = []
    for index in order {
      var block = Block(sum: wanted[index], count: 1)
      while let before = blocks.last,
        before.start(apart, low, high) + Double(before.count) * apart > block.start(apart, low, high)
      {
        // Where the first of the joined block wants to stand: each of the new ones stands farther behind it.
        block.sum = before.sum + block.sum - Double(before.count * block.count) * apart
        block.count += before.count
        blocks.removeLast()
      }
      blocks.append(block)
    }
    var places = wanted
    var next = 0
    for block in blocks {
      let start = block.start(apart, low, high)
      for step in 0..<block.count {
        places[order[next]] = start + Double(step) * apart
        next += 1
      }
    }
    return places
  }

  private func drawLegend(on page: inout Page, x: Double, top: Double) {
    guard !legend.isEmpty else { return }
    let rows = lines(page)
    for (row, line) in rows.enumerated() {
      let middle = top + page.line * (Double(row) + 0.5)
      var place = max(page.margin, min(x, page.frame.right - page.margin - legendWidth))
      if page.cell != nil { place = 0 }
      for entry in line {
        let name = fitted(entry.name, page)
        let start = place + sampleWidth(page) + page.gap
        guard page.write(name, x: start, y: middle) else { continue }
        drawSample(entry, on: &page, x: place, y: middle)
        place += entryWidth(entry, page) + page.gap * 3
      }
      if hidden > 0, row == rows.count - 1 { page.write(note, x: place, y: middle, ink: .muted) }
    }
  }

  private func drawSample(_ entry: Entry, on page: inout Page, x: Double, y: Double) {
    let width = sampleWidth(page)
    let style = entry.style
    switch entry.sample {
    case .line:
      let points = [Spot(x, y), Spot(x + width - (page.cell == nil ? 0 : 0.5), y)]
      page.stroke(points, ink: style.ink, width: page.cell == nil ? 2 : 1, dash: style.dash)
    case .band, .area:
      let height = page.cell?.height ?? page.text * 0.75
      let opacity = entry.sample == .band ? 0.25 : style.isShared ? 0.5 : 0.9
      page.draw(
        .rectangle(x: x, y: y - height / 2, width: width, height: height, ink: style.ink, opacity: opacity))
    case .dot:
      let radius = page.cell == nil ? page.text * 0.3 : 1
      page.draw(
        .dots(points: [Spot(x + width / 2, y)], radius: radius, sign: style.sign, ink: style.ink, opacity: 1))
    case .arrow:
      page.draw(.arrow(points: [Spot(x, y), Spot(x + width, y)], ink: style.ink, width: page.cell == nil ? 1.3 : 1))
    }
  }
}

extension Mark.Shape {
  /// What stands for it in a legend.
  fileprivate var sample: PlotNames.Entry.Sample? {
    switch self {
    case .line, .level: .line
    case .band: .band
    case .points: .dot
    case .histogram, .bars: .area
    case .arrows: .arrow
    case .cells, .contours, .upright: nil
    }
  }
}
