// `histogram` and `bars`.
import Diagnostics
import Figures
import Machine

extension FigureNatives {
  static let barRows: [NativeRow] = [
    row(
      "histogram", [.init("values", isRepeated: true)],
      options: FigureCall.axisOptions + ["bins", "density", "against", "names"],
      summary:
        "How many of the values lie where. `density: true` makes the area 1; `against` draws a density over it, a "
        + "function of x. Several sets, perhaps named as in `(real: a, fake: b)`, share their bins; of an estimate it "
        + "shows the samples.",
      example: "histogram(normal(1000), bins: 20, against: x -> exp(-x^2 / 2) / √(2 * π))"
    ) { call in try HistogramFigure.make(call) },
    row(
      "bars", [.init("labels", isOptional: true), .init("heights", isOptional: true)],
      options: FigureCall.axisOptions + ["names"],
      summary:
        "Bars of these heights, with labels below: `bars((\"a\", \"b\"), [3, 5])`, or `bars((a: 3, b: 5))`. Heights "
        + "of shape [n, k] are k bars side by side for each label, and so are named lists.",
      example: "bars((\"train\", \"test\"), [0.9, 0.8])\nbars((cats: 3, dogs: 5), title: \"pets\")"
    ) { call in try BarsFigure.make(call) },
  ]
}

private enum HistogramFigure {
  private static let mostBins = 1_000

  static func make(_ call: FigureCall) throws -> Figure {
    var sets: [(name: String?, values: [Double])] = []
    for (index, value) in call.all("values").enumerated() { try add(value, nil, index, call, to: &sets) }
    guard !sets.isEmpty else { throw Fault(.missingArgument, ["argument": "values", "op": call.op]) }
    if let names = try call.names(for: sets.count, FigureWords.groupCount) {
      for index in sets.indices { sets[index].name = names[index] }
    }
    let edges = try edges(of: sets.flatMap(\.values), call)
    guard edges.count > 1 else { throw Fault(.nothingFinite, ["op": call.op], argument: 0) }
    let isDensity = try call.flag("density") ?? (call["against"] != nil)
    var marks = sets.enumerated().map { index, set in
      Mark(
        .histogram(edges: edges, heights: heights(of: set.values, edges, isDensity)), name: set.name, colour: index)
    }
    if let density = call["against"] {
      let area = isDensity ? 1 : Double(sets[0].values.count { $0.isFinite }) * (edges[1] - edges[0])
      marks += try curve(density, edges, area: area, colour: sets.count, call)
    }
    let label = isDensity ? FigureWords.density : FigureWords.count
    return try call.plot(marks, yLabel: label(call.language))
  }

  private static func add(
    _ value: Value, _ name: String?, _ argument: Int, _ call: FigureCall,
    to sets: inout [(name: String?, values: [Double])]
  ) throws {
    switch value {
    case .tuple(let tuple) where !tuple.labels.isEmpty || !tuple.elements.allSatisfy({ call.isSingle($0) }):
      for (index, element) in tuple.elements.enumerated() {
        try add(element, tuple.label(index) ?? name, argument, call, to: &sets)
      }
    case .host where value.estimate != nil:
      guard let samples = try value.estimate?.samples(in: call.machine) else { return }
      sets.append((name, try call.numbers(.tensor(samples), argument: argument).values))
    default:
      let own = name ?? call.recorded(value)?.name
      sets.append((own, try call.numbers(call.recorded(value).map { .series($0) } ?? value, argument: argument).values))
    }
  }

  /// Where bins begin and end: so many of equal width, or those that were given, or what suits the values.
  private static func edges(of values: [Double], _ call: FigureCall) throws -> [Double] {
    guard let bins = call["bins"] else { return Histogram.bins(values, count: nil).edges }
    if call.isSingle(bins), let count = try call.count("bins", in: 1...mostBins) {
      return Histogram.bins(values, count: count).edges
    }
    guard let edges = try? call.numbers(bins, argument: nil), edges.shape.count == 1, edges.values.count > 1,
      edges.values.count <= mostBins + 1, edges.values.allSatisfy(\.isFinite),
      zip(edges.values, edges.values.dropFirst()).allSatisfy({ $0 < $1 })
    else { throw call.refuse("bins", FigureWords.whole(1...mostBins)) }
    return edges.values
  }

  private static func heights(of values: [Double], _ edges: [Double], _ isDensity: Bool) -> [Double] {
    var heights = [Double](repeating: 0, count: edges.count - 1)
    var total = 0.0
    for value in values where value.isFinite {
      total += 1
      if let bin = bin(of: value, edges) { heights[bin] += 1 }
    }
    guard isDensity, total > 0 else { return heights }
    return heights.indices.map { heights[$0] / total / (edges[$0 + 1] - edges[$0]) }
  }

  /// The last bin that begins at or below a value; the highest edge belongs to the last bin.
  private static func bin(of value: Double, _ edges: [Double]) -> Int? {
    guard let low = edges.first, let high = edges.last, value >= low, value <= high else { return nil }
    var (first, end) = (0, edges.count - 1)
    while end - first > 1 {
      let middle = (first + end) / 2
      if edges[middle] <= value { first = middle } else { end = middle }
    }
    return first
  }

  /// The density that the values are compared with.
  private static func curve(
    _ density: Value, _ edges: [Double], area: Double, colour: Int, _ call: FigureCall
  ) throws -> [Mark] {
    guard let low = edges.first, let high = edges.last else { return [] }
    guard let density = call.function(density) else { throw call.refuse("against", FigureWords.function) }
    let sample = try FunctionSample(density, Interval(low, high), call)
    return sample.curves.map { curve in
      Mark(
        .line(x: sample.x, y: curve.map { $0 * area }), name: call.machine.functionName(density), colour: colour,
        isDashed: true)
    }
  }
}

private enum BarsFigure {
  private static let mostBars = 10_000

  static func make(_ call: FigureCall) throws -> Figure {
    let hasBoth = call["labels"] != nil && call["heights"] != nil
    let first = try call["labels"] ?? call.required("heights")
    var categories: [String] = []
    var parts: [(name: String?, heights: [Double])] = []
    if hasBoth {
      categories = try labels(first, call)
      parts = try sets(call.required("heights"), argument: 1, call)
    } else if case .tuple(let tuple) = first, !tuple.labels.isEmpty, tuple.elements.allSatisfy({ call.isSingle($0) }) {
      categories = tuple.elements.indices.map { tuple.label($0) ?? "\($0)" }
      parts = [(nil, try tuple.elements.map { try call.machine.number($0) })]
    } else {
      parts = try sets(first, argument: 0, call)
    }
    let count = parts.first?.heights.count ?? 0
    for part in parts where part.heights.count != count {
      throw call.sizes(
        parts.first?.name.map { .text($0) } ?? "1", count, part.name.map { .text($0) } ?? "2", part.heights.count,
        argument: 0)
    }
    if hasBoth, categories.count != count {
      throw call.sizes("`labels`", categories.count, "`heights`", count, argument: 1)
    }
    guard count * parts.count <= mostBars else {
      throw call.tooMany(count * parts.count, most: mostBars, argument: 0)
    }
    if let names = try call.names(for: parts.count, FigureWords.groupCount) {
      for index in parts.indices { parts[index].name = names[index] }
    }
    if categories.isEmpty { categories = (0..<count).map { "\($0)" } }
    let marks = parts.enumerated().map { index, part in
      Mark(.bars(heights: part.heights, part: index, parts: parts.count), name: part.name, colour: index)
    }
    return try call.plot(marks, xCategories: categories)
  }

  private static func labels(_ value: Value, _ call: FigureCall) throws -> [String] {
    do {
      return try call.texts(of: value, "labels")
    } catch is Fault {
      throw Fault(
        .wrongArgument,
        [
          "argument": "labels", "op": call.op, "expected": .words(FigureWords.texts),
          "found": call.machine.description(value),
        ], argument: 0)
    }
  }

  /// The heights of one set of bars, or of several.
  private static func sets(_ value: Value, argument: Int, _ call: FigureCall) throws
    -> [(name: String?, heights: [Double])]
  {
    if case .tuple(let tuple) = value, !tuple.elements.allSatisfy({ call.isSingle($0) }) || tuple.elements.isEmpty {
      return try tuple.elements.enumerated().map { index, element in
        let numbers = try call.numbers(element, argument: argument, expected: FigureWords.heights)
        guard numbers.shape.count == 1 else {
          throw call.wrongShape(numbers.shape, argument: argument, FigureWords.listShape)
        }
        return (tuple.label(index), numbers.values)
      }
    }
    let numbers = try call.numbers(value, argument: argument, expected: FigureWords.heights)
    switch numbers.shape.count {
    case 1: return [(nil, numbers.values)]
    case 2 where numbers.shape[1] <= 100: return (0..<numbers.shape[1]).map { (nil, numbers.column($0)) }
    default: throw call.wrongShape(numbers.shape, argument: argument, FigureWords.curveShapes)
    }
  }
}
