// `plot`: curves of tensors, recorded series, estimates and functions.
import Diagnostics
import Figures
import Machine

extension FigureNatives {
  static let curveRows: [NativeRow] = [
    row(
      "plot", [.init("values", isRepeated: true)], options: FigureCall.axisOptions + ["names", "points", "equal"],
      summary:
        "Curves. Of several tensors the first one is x: `plot(y)`, `plot(x, y)`, `plot(x, y1, y2)`; [n, k] is k "
        + "curves. A recorded series stands against its steps, with its local mean and a band where it is noisy. "
        + "`plot(f, -3, 3)` draws a function, or the density of a distribution. `(sine: y1, cosine: y2)` names "
        + "curves; an estimate has a band of two standard errors.",
      example: "plot((sine: sin, cosine: cos), -3, 3)\nplot([0, 1, 2], [0, 1, 4], title: \"squares\")"
    ) { call in try Curves(call).figure() }
  ]
}

/// One curve, before it is drawn.
struct Curve {
  var name: String?
  var x: [Double]
  var y: [Double]
  /// What lies around it: from, to.
  var bands: [(low: [Double], high: [Double])] = []
  /// Whether it stands for separate values, to be marked where there are few.
  var isSampled = false

  /// Two standard errors on both sides.
  static func band(_ values: [Double], _ errors: [Double]) -> (low: [Double], high: [Double]) {
    (zip(values, errors).map { $0 - 2 * $1 }, zip(values, errors).map { $0 + 2 * $1 })
  }
}

/// Makes a plot of the values that `plot` was given.
private struct Curves {
  private let call: FigureCall
  private var curves: [Curve] = []
  private var xLabel: String?
  private var yRange: Interval?

  /// So many points are marked one by one.
  private static let fewPoints = 30

  init(_ call: FigureCall) throws {
    self.call = call
    let values = call.all("values")
    guard let first = values.first else {
      throw Fault(.missingArgument, ["argument": "values", "op": call.op])
    }
    let functions = values.prefix { isOfFunctions($0) }
    if !functions.isEmpty {
      try addFunctions(Array(functions), over: Array(values.dropFirst(functions.count)))
    } else if values.count > 1, isX(first) {
      let x = try call.numbers(first, argument: 0, expected: FigureWords.curves)
      guard x.shape.count == 1 else { throw call.wrongShape(x.shape, argument: 0, FigureWords.listShape) }
      for (index, value) in values.enumerated().dropFirst() { try add(value, over: x.values, name: nil, index) }
    } else {
      for (index, value) in values.enumerated() { try add(value, over: nil, name: nil, index) }
      if values.allSatisfy({ call.recorded($0) != nil }) { xLabel = FigureWords.step(call.language) }
    }
  }

  /// Whether a first argument says where the others stand: a plain tensor. What was recorded stands against its own steps.
  private func isX(_ value: Value) -> Bool {
    if call.recorded(value) != nil { return false }
    switch value {
    case .tensor, .cell, .range, .number: return true
    case .tuple(let tuple): return !tuple.elements.isEmpty && tuple.elements.allSatisfy { call.isSingle($0) }
    default: return false
    }
  }

  private func isOfFunctions(_ value: Value) -> Bool {
    if case .tuple(let tuple) = value {
      return !tuple.elements.isEmpty && tuple.elements.allSatisfy { call.function($0) != nil }
    }
    return call.function(value) != nil
  }

  // MARK: Functions

  private mutating func addFunctions(_ values: [Value], over rest: [Value]) throws {
    var functions: [(name: String?, f: Value)] = []
    for value in values {
      if case .tuple(let tuple) = value {
        functions += tuple.elements.enumerated().map { (tuple.label($0) ?? call.machine.functionName($1), $1) }
      } else {
        functions.append((call.machine.functionName(value), value))
      }
    }
    let first = values.count
    let given: [Double]?
    var ends: Interval?
    if rest.count == 2, call.isSingle(rest[0]), call.isSingle(rest[1]) {
      ends = try call.ends(rest[0], rest[1], arguments: (first, first + 1))
      given = nil
    } else if rest.count == 1 {
      let x = try call.numbers(rest[0], argument: first)
      guard x.shape.count == 1 else { throw call.wrongShape(x.shape, argument: first, FigureWords.listShape) }
      given = x.values
    } else if rest.isEmpty, let range = try call.span("x_range") {
      ends = range
      given = nil
    } else if rest.isEmpty, let bulk = try call.bulk(of: functions.map(\.f)) {
      ends = bulk
      given = nil
    } else {
      throw Fault(.rangeMissing, ["op": call.op, "example": .text("plot(f, -3, 3)")], argument: 0)
    }
    for (name, value) in functions {
      guard let f = call.function(value) else { continue }
      if let given {
        try add(call.machine.map(f, over: [call.tensor(given)]), over: given, name: name, 0)
      } else if let ends {
        let sample = try FunctionSample(f, ends, call)
        for (part, curve) in sample.curves.enumerated() {
          curves.append(
            Curve(
              name: sample.names[part] ?? name, x: sample.x, y: curve,
              bands: sample.errors[part].map { [Curve.band(curve, $0)] } ?? [], isSampled: true))
        }
        yRange = joined(yRange, sample.visible)
      }
    }
    if functions.count == 1, let f = call.function(functions[0].f) {
      xLabel = call.machine.signature(of: f)?.parameters.first?.name
    }
    if !curves.contains(where: { $0.isSampled }) { yRange = nil }
  }

  /// A range that shows both; all that there is, where one of them needs no limit.
  private func joined(_ a: Interval?, _ b: Interval?) -> Interval? {
    guard curves.contains(where: { $0.isSampled }) else { return b }
    guard let b else { return a }
    guard let a else { return b }
    return Interval(min(a.low, b.low), max(a.high, b.high))
  }

  // MARK: Values

  /// Adds what a value is: one curve, or several.
  private mutating func add(_ value: Value, over x: [Double]?, name: String?, _ argument: Int) throws {
    if let series = call.recorded(value) {
      try addSeries(series, over: x, name: name ?? series.name, argument)
      return
    }
    if let uncertain = try call.uncertain(value) {
      try addColumns(uncertain.value, error: uncertain.error, over: x, name: name, argument)
      return
    }
    if let f = call.function(value) {
      guard let x else { throw Fault(.rangeMissing, ["op": call.op, "example": "plot(f, -3, 3)"], argument: argument) }
      let mapped = try call.machine.map(f, over: [call.tensor(x)])
      try add(mapped, over: x, name: name ?? call.machine.functionName(value), argument)
      return
    }
    if case .tuple(let tuple) = value, !tuple.elements.allSatisfy({ call.isSingle($0) }) || !tuple.labels.isEmpty {
      for (index, element) in tuple.elements.enumerated() {
        try addPart(element, over: x, name: tuple.label(index) ?? name, argument)
      }
      return
    }
    let numbers = try call.numbers(value, argument: argument, expected: FigureWords.curves)
    try addColumns(numbers, error: nil, over: x, name: name, argument)
  }

  /// A part of a tuple: two tensors in a tuple of their own are x and y.
  private mutating func addPart(_ value: Value, over x: [Double]?, name: String?, _ argument: Int) throws {
    guard case .tuple(let pair) = value, pair.elements.count == 2, isX(pair.elements[0]),
      !call.isSingle(pair.elements[0])
    else { return try add(value, over: x, name: name, argument) }
    let own = try call.numbers(pair.elements[0], argument: argument, expected: FigureWords.curves)
    guard own.shape.count == 1 else { throw call.wrongShape(own.shape, argument: argument, FigureWords.listShape) }
    try add(pair.elements[1], over: own.values, name: name, argument)
  }

  private mutating func addColumns(
    _ numbers: Numbers, error: Numbers?, over x: [Double]?, name: String?, _ argument: Int
  ) throws {
    switch numbers.shape.count {
    case 0: throw Fault(.singleNumber, ["op": call.op], argument: argument)
    case 1, 2: break
    default: throw call.wrongShape(numbers.shape, argument: argument, FigureWords.curveShapes)
    }
    let rows = numbers.shape[0]
    if let x, x.count != rows {
      throw call.sizes("x", x.count, name.map { .text($0) } ?? "y", rows, argument: argument)
    }
    let x = x ?? (0..<rows).map(Double.init)
    let columns = numbers.shape.count == 1 ? 1 : numbers.shape[1]
    if columns > RecordedCurves.mostLines {
      curves.append(RecordedCurves.spread(numbers.values, width: columns, over: x, name: name))
      return
    }
    for column in 0..<columns {
      let y = numbers.shape.count == 1 ? numbers.values : numbers.column(column)
      var curve = Curve(name: columns == 1 ? name : name.map { "\($0)[\(column)]" }, x: x, y: y)
      if let error {
        let bar = error.shape.count == 1 ? error.values : error.column(column)
        curve.bands = [Curve.band(y, bar)]
      }
      curves.append(curve)
    }
  }

  private mutating func addSeries(_ series: Series, over x: [Double]?, name: String, _ argument: Int) throws {
    try call.take(series.numbers.count, argument: argument)
    let count = series.count
    if let x, x.count != count { throw call.sizes("x", x.count, .text(name), count, argument: argument) }
    let x = x ?? (0..<count).map(Double.init)
    curves += RecordedCurves.curves(of: series.numbers, width: max(1, series.shape.count), over: x, name: name)
  }

  // MARK: Marks

  func figure() throws -> Figure {
    var curves = curves
    if let names = try call.names(for: curves.count, FigureWords.curveCount) {
      for index in curves.indices { curves[index].name = names[index] }
    }
    let marksPoints = try call.flag("points")
    var behind: [Mark] = []
    var marks: [Mark] = []
    for (index, curve) in curves.enumerated() {
      for band in curve.bands {
        behind.append(Mark(.band(x: curve.x, low: band.low, high: band.high), colour: index))
      }
      let showsPoints = marksPoints ?? (!curve.isSampled && curve.bands.isEmpty && curve.y.count <= Curves.fewPoints)
      if curve.y.count > 1 || !showsPoints {
        marks.append(Mark(.line(x: curve.x, y: curve.y), name: curve.name, colour: index))
      }
      if showsPoints {
        marks.append(
          Mark(.points(x: curve.x, y: curve.y), name: curve.y.count > 1 ? nil : curve.name, colour: index))
      }
    }
    return try call.plot(behind + marks, xLabel: xLabel, yRange: yRange)
  }
}
