// The series of a plot in words.
import Diagnostics

extension Describer {
  func lines(_ plot: Plot) -> [String] {
    let marks = plot.marks.prefix(Describer.most).flatMap { lines($0, plot) }
    guard !marks.isEmpty else { return [say(SummaryWords.empty)] }
    let ranges = PlotRanges(plot)
    let axes = [
      line(plot.x, "x", ranges.x, ranges.isLogarithmicX), line(plot.y, "y", ranges.y, ranges.isLogarithmicY),
    ]
    return (plot.isBare ? [] : [axes.joined(separator: "; ")]) + marks + more(plot.marks.count - Describer.most)
  }

  private func line(_ axis: Axis, _ letter: String, _ span: Interval, _ isLogarithmic: Bool) -> String {
    let label = axis.label.map(Page.oneLine) ?? ""
    let name = label.isEmpty || label == letter ? letter : "\(letter) (\(label))"
    if !axis.categories.isEmpty {
      let names = axis.categories.prefix(Describer.most).map(Page.oneLine).joined(separator: ", ")
      return say(SummaryWords.categories, ["name": name, "names": names])
    }
    let words = isLogarithmic ? SummaryWords.logarithmicAxis : SummaryWords.axis
    return say(words, ["name": name, "low": number(span.low), "high": number(span.high)])
  }

  private func lines(_ mark: Mark, _ plot: Plot) -> [String] {
    let text: String
    switch mark.shape {
    case .line(let xs, let ys): text = line(xs, ys, plot)
    case .band(_, let low, let high):
      guard let span = Interval(of: low)?.joined(Interval(of: high)) else { return [] }
      text = say(SummaryWords.band, ["low": number(span.low), "high": number(span.high)])
    case .points(let xs, let ys): text = cloud(xs, ys)
    case .histogram(let edges, let heights): text = histogram(edges, heights)
    case .bars(let heights, _, _): text = bars(heights, plot)
    case .cells(let grid): text = cells(grid, plot)
    case .arrows(let xs, let ys, let dx, let dy): text = arrows(xs, ys, dx, dy)
    case .contours(let contours):
      let levels = contours.prefix(Describer.most).filter { $0.level.isFinite }.map { number($0.level) }
      text = say(SummaryWords.levels, ["values": levels.joined(separator: ", ")])
    case .level(let value):
      guard value.isFinite else { return [] }
      text = say(SummaryWords.level, ["value": number(value)])
    case .upright(let value):
      guard value.isFinite else { return [] }
      text = say(SummaryWords.upright, ["value": number(value)])
    }
    guard let name = mark.name.map(Page.oneLine), !name.isEmpty else { return [text] }
    return ["\(name): \(text)"]
  }

  private func points(_ count: Int) -> String {
    count == 1 ? say(SummaryWords.onePoint) : say(SummaryWords.points, ["count": "\(count)"])
  }

  /// What a number on the x axis is called there.
  private func place(_ value: Double, _ axis: Axis) -> String {
    guard value.rounded() == value, value >= 0, value < Double(axis.categories.count) else { return number(value) }
    return Page.oneLine(axis.categories[Int(value)])
  }

  private func line(_ xs: [Double], _ ys: [Double], _ plot: Plot) -> String {
    let shown = (0..<min(xs.count, ys.count)).filter { xs[$0].isFinite && ys[$0].isFinite }
    guard let first = shown.first, let last = shown.last else { return say(SummaryWords.empty) }
    let low = shown.min { ys[$0] < ys[$1] } ?? first
    let high = shown.max { ys[$0] < ys[$1] } ?? first
    let ends = ["first": number(ys[first]), "last": number(ys[last])]
    if ys[low] == ys[high] { return points(shown.count) + ", " + say(SummaryWords.constant, ends) }
    // Halves, since differences of huge numbers may have no measure.
    let (change, height) = (ys[last] / 2 - ys[first] / 2, ys[high] / 2 - ys[low] / 2)
    let trend = abs(change) < height / 2 ? SummaryWords.goes : change > 0 ? SummaryWords.rises : SummaryWords.falls
    func extreme(_ words: Words, _ index: Int) -> String {
      say(words, ["value": number(ys[index]), "place": place(xs[index], plot.x)])
    }
    // An extreme at an end is said already.
    let extremes = [(SummaryWords.lowest, low), (SummaryWords.highest, high)]
      .filter { ys[$0.1] != ys[first] && ys[$0.1] != ys[last] }.map { extreme($0.0, $0.1) }
    return ([points(shown.count), say(trend, ends)] + extremes).joined(separator: ", ")
  }

  private func cloud(_ xs: [Double], _ ys: [Double]) -> String {
    let shown = (0..<min(xs.count, ys.count)).filter { xs[$0].isFinite && ys[$0].isFinite }
    guard let x = Interval(of: shown.lazy.map { xs[$0] }), let y = Interval(of: shown.lazy.map { ys[$0] }) else {
      return say(SummaryWords.empty)
    }
    let text = say(
      SummaryWords.cloud,
      [
        "left": number(x.low), "right": number(x.high), "low": number(y.low), "high": number(y.high),
        "x": number(mean(shown.map { xs[$0] })), "y": number(mean(shown.map { ys[$0] })),
      ])
    return points(shown.count) + ", " + text
  }

  private func mean(_ values: [Double]) -> Double {
    values.enumerated().reduce(0) { $0 + ($1.element / Double($1.offset + 1) - $0 / Double($1.offset + 1)) }
  }

  private func histogram(_ edges: [Double], _ heights: [Double]) -> String {
    let bins = (0..<min(heights.count, max(0, edges.count - 1))).filter {
      heights[$0].isFinite && edges[$0].isFinite && edges[$0 + 1].isFinite && edges[$0] < edges[$0 + 1]
    }
    guard let peak = bins.max(by: { heights[$0] < heights[$1] }), heights[peak] > 0 else {
      return say(SummaryWords.empty)
    }
    // Heights may be densities: what counts is the area.
    let widest = bins.reduce(0) { max($0, edges[$1 + 1] / 2 - edges[$1] / 2) }
    guard widest > 0 else { return say(SummaryWords.empty) }
    let weights = bins.map { max(0, heights[$0] / heights[peak]) * (edges[$0 + 1] / 2 - edges[$0] / 2) / widest }
    let middles = bins.map { edges[$0] / 2 + edges[$0 + 1] / 2 }
    let total = weights.reduce(0, +)
    let mean = zip(weights, middles).reduce(0) { $0 + $1.0 / total * $1.1 }
    let size = max(Interval(of: middles.map { abs($0 - mean) })?.high ?? 1, 1e-300)
    let square = zip(weights, middles).reduce(0) { sum, bin in
      let part = (bin.1 - mean) / size
      return sum + bin.0 / total * part * part
    }
    return say(
      SummaryWords.bins,
      [
        "count": "\(bins.count)", "low": number(edges[peak]), "high": number(edges[peak + 1]), "mean": number(mean),
        "spread": number(square.squareRoot() * size),
      ])
  }

  private func bars(_ heights: [Double], _ plot: Plot) -> String {
    guard let span = Interval(of: heights) else { return say(SummaryWords.empty) }
    if heights.count <= 12 {
      return heights.enumerated().map { index, height in
        place(Double(index), plot.x) + " " + (height.isFinite ? number(height) : "–")
      }.joined(separator: ", ")
    }
    func extreme(_ words: Words, _ value: Double) -> String {
      let index = heights.firstIndex(of: value) ?? 0
      return say(words, ["value": number(value), "place": place(Double(index), plot.x)])
    }
    let count = say(SummaryWords.many, ["count": "\(heights.count)"])
    return [count, extreme(SummaryWords.lowest, span.low), extreme(SummaryWords.highest, span.high)].joined(
      separator: ", ")
  }

  private func cells(_ grid: Grid, _ plot: Plot) -> String {
    let size = say(SummaryWords.cells, ["rows": "\(grid.rows)", "columns": "\(grid.columns)"])
    guard let span = Interval(of: grid.values), grid.columns > 0, grid.rows > 0 else {
      return size + ", " + say(SummaryWords.empty)
    }
    func extreme(_ words: Words, _ value: Double) -> String {
      let index = grid.values.firstIndex(of: value) ?? 0
      let (row, column) = (index / grid.columns, index % grid.columns)
      let place: String
      if grid.isUpward {
        // A function over the plane: a place there says more than a row.
        func middle(_ span: Interval, _ index: Int, _ count: Int) -> String {
          let share = (Double(index) + 0.5) / Double(count)
          return number(span.low * (1 - share) + span.high * share)
        }
        place = "x \(middle(grid.x, column, grid.columns)), y \(middle(grid.y, row, grid.rows))"
      } else {
        let names = (self.place(Double(row), plot.y), self.place(Double(column), plot.x))
        place = say(SummaryWords.cellPlace, ["row": names.0, "column": names.1])
      }
      return say(words, ["value": number(value), "place": place])
    }
    return [size, extreme(SummaryWords.lowestCell, span.low), extreme(SummaryWords.highestCell, span.high)].joined(
      separator: ", ")
  }

  private func arrows(_ xs: [Double], _ ys: [Double], _ dx: [Double], _ dy: [Double]) -> String {
    let shown = (0..<min(xs.count, ys.count, dx.count, dy.count)).filter {
      xs[$0].isFinite && ys[$0].isFinite && dx[$0].isFinite && dy[$0].isFinite
    }
    func length(_ index: Int) -> Double { distance(Spot(0, 0), Spot(dx[index], dy[index])) }
    guard let longest = shown.max(by: { length($0) < length($1) }) else { return say(SummaryWords.empty) }
    return say(
      SummaryWords.arrows,
      [
        "count": "\(shown.count)", "length": number(length(longest)),
        "place": "(\(number(xs[longest])), \(number(ys[longest])))",
      ])
  }
}
