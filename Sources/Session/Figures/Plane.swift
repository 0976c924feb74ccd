// `field` and `contour`: functions over the plane.
import Diagnostics
import Figures
import Machine

extension FigureNatives {
  static let planeRows: [NativeRow] = [
    row(
      "field", [.init("f"), .init("x", isOptional: true), .init("y", isOptional: true)],
      options: FigureCall.axisOptions + ["count", "equal"],
      summary:
        "Arrows of a vector field: of a function from points [2] to vectors [2] (or of two numbers) over a rectangle, "
        + "`field(f, (-2, 2), (-1, 1))`, `count` of them along the longer side; or of points and vectors of shape [n, "
        + "2].",
      example: "field(p -> [-p[1], p[0]], (-2, 2), (-2, 2))\nfield([[0, 0], [1, 1]], [[1, 0], [0, 1]])"
    ) { call in try FieldFigure.make(call) },
    row(
      "contour", [.init("f"), .init("x", isOptional: true), .init("y", isOptional: true)],
      options: FigureCall.axisOptions + ["levels", "filled", "equal"],
      summary:
        "Lines of equal height: of a function of a point [2] (or of two numbers) over a rectangle, `contour(f, (-2, "
        + "2), (-1, 1))`, or of a matrix whose rows go upwards. `levels` says how many or which, `filled: true` "
        + "colours the ground.",
      example: "contour(p -> sum(p^2), (-2, 2), (-2, 2), levels: [0.5, 1, 2])"
    ) { call in try ContourFigure.make(call) },
  ]
}

/// A rectangle with places in it, in the middles of equal cells.
struct PlaneGrid {
  let x: Interval
  let y: Interval
  let columns: Int
  let rows: Int

  /// The points, row by row from the bottom.
  var points: [Double] {
    (0..<rows).flatMap { row in
      (0..<columns).flatMap { column in [place(column, columns, x), place(row, rows, y)] }
    }
  }

  private func place(_ index: Int, _ count: Int, _ span: Interval) -> Double {
    span.low + (span.high - span.low) * (Double(index) + 0.5) / Double(count)
  }

  /// Whether both sides are long enough that a step across may be as long as one up.
  static func isNearlySquare(_ x: Interval, _ y: Interval) -> Bool {
    let ratio = (x.high - x.low) / (y.high - y.low)
    return ratio > 0.3 && ratio < 3.4
  }

  /// What a function gives at every point, one row for each. It takes the point, or x and y where it has two parameters.
  func values(of f: Value, _ call: FigureCall) throws -> Numbers {
    let takesTwo = (call.machine.signature(of: f)?.parameters.count { !$0.isOptional && !$0.isRepeated } ?? 1) == 2
    let points = self.points
    let result: Value
    if takesTwo {
      let xs = stride(from: 0, to: points.count, by: 2).map { points[$0] }
      let ys = stride(from: 1, to: points.count, by: 2).map { points[$0] }
      result = try call.machine.map(f, over: [call.tensor(xs), call.tensor(ys)])
    } else {
      result = try call.machine.map(f, over: [call.tensor(points, shape: [points.count / 2, 2])])
    }
    guard case .tuple(let tuple) = result else { return try call.sampled(result, rows: rows * columns) }
    // `(x, y) -> (u, v)`
    let parts = try tuple.elements.map { try call.sampled($0, rows: rows * columns) }
    guard parts.allSatisfy({ $0.shape.count == 1 }) else {
      throw Fault(
        .notDrawable, ["op": call.op, "expected": .words(FigureWords.field), "kind": result.kindPhrase], argument: 0)
    }
    let values = (0..<(rows * columns)).flatMap { row in parts.map { $0.values[row] } }
    return Numbers(values: values, shape: [rows * columns, parts.count])
  }
}

extension FigureCall {
  /// The rectangle that the second and the third argument span.
  fileprivate func rectangle(example: String) throws -> (Interval, Interval) {
    guard let x = try self["x"].map({ try span($0, "x") }) ?? span("x_range"),
      let y = try self["y"].map({ try span($0, "y") }) ?? span("y_range")
    else { throw Fault(.rangeMissing, ["op": op, "example": .text(example)], argument: 0) }
    return (x, y)
  }

  fileprivate func wrongSample(_ shape: [Int], _ expected: Words) -> Fault {
    let own = Array(shape.dropFirst())
    let found: Phrase = own.isEmpty ? .words(FigureWords.number) : .words(FigureWords.tensor(own))
    return Fault(.sampledShape, ["op": op, "found": found, "expected": .words(expected)], argument: 0)
  }
}

private enum FieldFigure {
  static func make(_ call: FigureCall) throws -> Figure {
    let first = try call.required("f")
    if call.isCallable(first) { return try sampled(first, call) }
    guard let second = call["x"] else {
      throw call.notDrawable(first, argument: 0, FigureWords.field)
    }
    let points = try pairs(first, 0, call)
    let vectors = try pairs(second, 1, call)
    guard points.shape == vectors.shape else {
      throw call.sizes("`f`", points.shape[0], "`x`", vectors.shape[0], argument: 1)
    }
    return try figure(points, vectors, isEqual: true, call)
  }

  private static func pairs(_ value: Value, _ argument: Int, _ call: FigureCall) throws -> Numbers {
    let numbers = try call.numbers(value, argument: argument, expected: FigureWords.field)
    guard numbers.shape.count == 2, numbers.shape[1] == 2 else {
      throw call.wrongShape(numbers.shape, argument: argument, FigureWords.planeShape)
    }
    return numbers
  }

  private static func sampled(_ f: Value, _ call: FigureCall) throws -> Figure {
    let (x, y) = try call.rectangle(example: "field(f, (-2, 2), (-1, 1))")
    let count = try call.count("count", in: 2...200) ?? 20
    let isEqual = PlaneGrid.isNearlySquare(x, y)
    let ratio = (x.high - x.low) / (y.high - y.low)
    let columns = isEqual && ratio < 1 ? max(2, Int((Double(count) * ratio).rounded())) : count
    let rows = isEqual && ratio > 1 ? max(2, Int((Double(count) / ratio).rounded())) : count
    let grid = PlaneGrid(x: x, y: y, columns: columns, rows: rows)
    let values = try grid.values(of: f, call)
    guard values.shape.count == 2, values.shape[1] == 2 else {
      throw call.wrongSample(values.shape, FigureWords.vector)
    }
    let points = Numbers(values: grid.points, shape: [rows * columns, 2])
    return try figure(points, values, isEqual: isEqual, call, over: (x, y))
  }

  private static func figure(
    _ points: Numbers, _ vectors: Numbers, isEqual: Bool, _ call: FigureCall,
    over rectangle: (x: Interval, y: Interval)? = nil
  ) throws -> Figure {
    let arrows = Mark.Shape.arrows(
      x: points.column(0), y: points.column(1), dx: vectors.column(0), dy: vectors.column(1))
    return try call.plot([Mark(arrows, colour: 0)], xRange: rectangle?.x, yRange: rectangle?.y, isEqual: isEqual)
  }
}

private enum ContourFigure {
  private static let side = 81
  private static let mostLevels = 50

  static func make(_ call: FigureCall) throws -> Figure {
    let value = try call.required("f")
    let (grid, isEqual) = try call.function(value).map { try sampled($0, call) } ?? given(value, call)
    let levels = try levels(of: grid, call)
    var marks: [Mark] = []
    if try call.flag("filled") ?? false { marks.append(Mark(.cells(grid))) }
    marks.append(Mark(.contours(Contour.lines(of: grid, levels: levels))))
    return try call.plot(marks, xRange: grid.x, yRange: grid.y, isEqual: isEqual)
  }

  private static func levels(of grid: Grid, _ call: FigureCall) throws -> [Double] {
    guard let value = call["levels"] else { return Contour.levels(of: grid, count: 10) }
    if call.isSingle(value) {
      guard let count = try? call.count("levels", in: 1...mostLevels) else {
        throw call.refuse("levels", FigureWords.levels)
      }
      return Contour.levels(of: grid, count: count)
    }
    guard let numbers = try? call.numbers(value, argument: nil), numbers.shape.count == 1,
      (1...mostLevels).contains(numbers.values.count), numbers.values.allSatisfy(\.isFinite)
    else { throw call.refuse("levels", FigureWords.levels) }
    return numbers.values.sorted()
  }

  private static func sampled(_ f: Value, _ call: FigureCall) throws -> (Grid, Bool) {
    let (x, y) = try call.rectangle(example: "contour(f, (-2, 2), (-1, 1))")
    let plane = PlaneGrid(x: x, y: y, columns: side, rows: side)
    let values = try plane.values(of: f, call)
    guard values.values.count == side * side else { throw call.wrongSample(values.shape, FigureWords.number) }
    return (try grid(values.values, side, side, x, y, call), PlaneGrid.isNearlySquare(x, y))
  }

  private static func given(_ value: Value, _ call: FigureCall) throws -> (Grid, Bool) {
    let numbers = try call.numbers(value, argument: 0, expected: FigureWords.heightsOverPlane)
    guard numbers.shape.count == 2 else { throw call.wrongShape(numbers.shape, argument: 0, FigureWords.matrixShape) }
    let (rows, columns) = (numbers.shape[0], numbers.shape[1])
    let x = try call["x"].map { try call.span($0, "x") } ?? Interval(-0.5, Double(columns) - 0.5)
    let y = try call["y"].map { try call.span($0, "y") } ?? Interval(-0.5, Double(rows) - 0.5)
    return (try grid(numbers.values, rows, columns, x, y, call), PlaneGrid.isNearlySquare(x, y))
  }

  private static func grid(
    _ values: [Double], _ rows: Int, _ columns: Int, _ x: Interval, _ y: Interval, _ call: FigureCall
  ) throws -> Grid {
    let finite = values.lazy.filter(\.isFinite)
    guard let low = finite.min(), let high = finite.max() else {
      throw Fault(.nothingFinite, ["op": call.op], argument: 0)
    }
    let isDiverging = low < 0 && high > 0
    let reach = max(abs(low), abs(high))
    return Grid(
      rows: rows, columns: columns, values: values, x: x, y: y, isUpward: true,
      palette: isDiverging ? .diverging : .sequential,
      scale: isDiverging ? Interval(-reach, reach) : Interval(low, low < high ? high : low + 1))
  }
}
