// `overlay` and `panels`: figures on each other and beside each other.
import Diagnostics
import Figures
import Machine

extension FigureNatives {
  static let arrangementRows: [NativeRow] = [
    row(
      "overlay", [.init("figures", isRepeated: true)], options: ["title"],
      summary:
        "Plots laid over each other: their marks together, over axes that show all of them. `a + b` does the same for "
        + "two figures.",
      example: "overlay(scatter([[0, 0], [1, 1]]), plot(x -> x^2, 0, 1))"
    ) { call in
      let figures = try call.figures()
      guard var result = figures.first else { throw Fault(.missingArgument, ["argument": "figures", "op": call.op]) }
      for (index, figure) in figures.enumerated().dropFirst() {
        result = try Overlay.joined(result, figure, op: call.op, argument: index)
      }
      guard case .plot(var plot) = result else { throw Fault(.notOverAxes, ["op": call.op], argument: 0) }
      plot.title = try call.text("title") ?? plot.title
      return .plot(plot)
    },
    row(
      "panels", [.init("figures", isRepeated: true)], options: ["columns", "title"],
      summary: "Figures beside each other, in rows of `columns`.",
      example: "panels(plot(sin, -3, 3), plot(cos, -3, 3), columns: 2)"
    ) { call in
      let figures = try call.figures()
      guard !figures.isEmpty else { throw Fault(.missingArgument, ["argument": "figures", "op": call.op]) }
      let count = figures.reduce(0) { $0 + $1.leaves }
      guard count <= mostPanels else {
        throw call.tooMany(count, most: mostPanels, argument: 0)
      }
      let square = Int(Double(figures.count).squareRoot().rounded(.up))
      let columns = try call.count("columns", in: 1...100) ?? (figures.count <= 3 ? figures.count : square)
      return .panels(figures, columns: min(columns, figures.count), title: try call.text("title"))
    },
  ]

  /// More figures at once nobody can see.
  private static let mostPanels = 100
}

extension FigureCall {
  /// The figures that were given one by one, or in a tuple.
  fileprivate func figures() throws -> [Figure] {
    try all("figures").enumerated().flatMap { index, value -> [Figure] in
      if case .tuple(let tuple) = value { return try tuple.elements.map { try figure($0, index) } }
      return [try figure(value, index)]
    }
  }

  private func figure(_ value: Value, _ argument: Int) throws -> Figure {
    if let figure = value.figure { return figure }
    throw notDrawable(value, argument: argument, FigureWords.figures)
  }
}

extension Figure {
  /// How many figures there are in it, itself counted: also what holds only one other counts, so that none is nested without end.
  fileprivate var leaves: Int {
    guard case .panels(let figures, _, _) = self else { return 1 }
    return figures.reduce(1) { $0 + $1.leaves }
  }
}

/// Plots laid over each other.
enum Overlay {
  private static let mostMarks = 1_000

  static func joined(_ a: Figure, _ b: Figure, op: Phrase, argument: Int) throws -> Figure {
    guard case .plot(let lower) = a else { throw Fault(.notOverAxes, ["op": op], argument: argument - 1) }
    guard case .plot(let upper) = b else { throw Fault(.notOverAxes, ["op": op], argument: argument) }
    let count = lower.marks.count + upper.marks.count
    guard count <= mostMarks else {
      throw Fault(
        .tooManyPoints, ["op": op, "count": .text("\(count)"), "allowed": .text("\(mostMarks)")], argument: argument)
    }
    // Every curve keeps its own colour beside the others.
    let used = (lower.marks.compactMap(\.colour).max() ?? -1) + 1
    let marks = upper.marks.map { mark in
      Mark(mark.shape, name: mark.name, colour: mark.colour.map { $0 + used }, isDashed: mark.isDashed)
    }
    return .plot(
      Plot(
        title: lower.title ?? upper.title, x: axis(lower.x, lower.marks, upper.x, upper.marks, isX: true),
        y: axis(lower.y, lower.marks, upper.y, upper.marks, isX: false), marks: lower.marks + marks,
        isEqual: lower.isEqual || upper.isEqual))
  }

  private static func axis(_ a: Axis, _ marks: [Mark], _ b: Axis, _ others: [Mark], isX: Bool) -> Axis {
    var range: Interval?
    if a.range != nil || b.range != nil {
      // A range that was set for one of them must not hide the other.
      range = [a.range ?? span(of: marks, isX), b.range ?? span(of: others, isX)].compactMap { $0 }
        .reduce(nil as Interval?) { joined, span in
          joined.map { Interval(min($0.low, span.low), max($0.high, span.high)) } ?? span
        }
    }
    return Axis(
      label: a.label ?? b.label, isLogarithmic: a.isLogarithmic || b.isLogarithmic, range: range,
      categories: a.categories.isEmpty ? b.categories : a.categories)
  }

  /// From the least to the greatest number on an axis; nil where the marks do not say.
  private static func span(of marks: [Mark], _ isX: Bool) -> Interval? {
    var (low, high) = (Double.infinity, -Double.infinity)
    for mark in marks {
      mark.shape.visit(isX) { number in
        guard number.isFinite else { return }
        low = min(low, number)
        high = max(high, number)
      }
    }
    return low < high ? Interval(low, high) : nil
  }
}

extension Mark.Shape {
  /// Goes through the numbers that a mark has on an axis.
  fileprivate func visit(_ isX: Bool, _ body: (Double) -> Void) {
    switch self {
    case .line(let x, let y), .points(let x, let y): (isX ? x : y).forEach(body)
    case .band(let x, let low, let high): (isX ? x : low + high).forEach(body)
    case .histogram(let edges, let heights): (isX ? edges : [0] + heights).forEach(body)
    case .bars(let heights, _, _): (isX ? [-0.5, Double(heights.count) - 0.5] : [0] + heights).forEach(body)
    case .cells(let grid): [isX ? grid.x.low : grid.y.low, isX ? grid.x.high : grid.y.high].forEach(body)
    case .arrows(let x, let y, let dx, let dy):
      (isX ? x : y).forEach(body)
      for (start, length) in zip(isX ? x : y, isX ? dx : dy) { body(start + length) }
    case .contours(let contours):
      for contour in contours { for line in contour.lines { for spot in line { body(isX ? spot.x : spot.y) } } }
    case .level(let y): if !isX { body(y) }
    case .upright(let x): if isX { body(x) }
    }
  }
}
