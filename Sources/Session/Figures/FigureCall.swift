// A call of a function that makes a figure: its arguments by name, and the settings that figures share.
import Diagnostics
import Figures
import Machine
import TensorKit

/// What such a function is given.
struct FigureCall {
  let machine: Machine
  /// What the function is called, for messages.
  let name: String
  private let values: [String: Value]
  private let taken = Tally()

  /// What the whole call has read so far.
  private final class Tally { var numbers = 0 }

  init(_ machine: Machine, _ name: String, _ parameters: [Signature.Parameter], _ arguments: [Value?]) {
    self.machine = machine
    self.name = name
    var values: [String: Value] = [:]
    for (parameter, value) in zip(parameters, arguments) { values[parameter.name] = value }
    self.values = values
  }

  /// Counts numbers that are about to be read.
  func take(_ count: Int, argument: Int?) throws {
    let (sum, overflow) = taken.numbers.addingReportingOverflow(count)
    guard !overflow, sum <= FigureCall.mostNumbers else {
      throw tooMany(overflow ? count : sum, most: FigureCall.mostNumbers, argument: argument)
    }
    taken.numbers = sum
  }

  var op: Phrase { .text(name) }
  var language: Language { machine.language }

  /// The argument for a parameter; nil where it was left out.
  subscript(parameter: String) -> Value? {
    if case .nothing? = values[parameter] { return nil }
    return values[parameter]
  }

  /// The arguments of the parameter that takes any number of them.
  func all(_ parameter: String) -> [Value] {
    if case .tuple(let tuple)? = values[parameter] { return tuple.elements }
    return []
  }

  /// The argument for a parameter that must be there.
  func required(_ parameter: String) throws -> Value {
    if let value = self[parameter] { return value }
    throw Fault(.missingArgument, ["argument": .text(parameter), "op": op])
  }

  // MARK: Settings

  /// An argument that is not what its parameter takes.
  func refuse(_ parameter: String, _ expected: Words) -> Fault {
    let found = self[parameter].map { machine.description($0) } ?? ""
    return Fault(
      .wrongArgument, ["argument": .text(parameter), "op": op, "expected": .words(expected), "found": found],
      parameter: parameter)
  }

  func text(_ parameter: String) throws -> String? {
    guard let value = self[parameter] else { return nil }
    guard case .text(let text) = value else { throw refuse(parameter, FigureWords.text) }
    return text.string
  }

  /// One of a few words.
  func word(_ parameter: String, among words: [String]) throws -> String? {
    guard let value = self[parameter] else { return nil }
    guard case .text(let text) = value, words.contains(text.string) else {
      throw refuse(parameter, FigureWords.oneOf(words))
    }
    return text.string
  }

  func flag(_ parameter: String) throws -> Bool? {
    guard let value = self[parameter] else { return nil }
    guard let flag = try? machine.truth(value) else { throw refuse(parameter, FigureWords.flag) }
    return flag
  }

  func number(_ parameter: String) throws -> Double? {
    guard let value = self[parameter] else { return nil }
    guard let number = try? machine.number(value), number.isFinite else { throw refuse(parameter, FigureWords.number) }
    return number
  }

  /// A whole number between two others.
  func count(_ parameter: String, in range: ClosedRange<Int>) throws -> Int? {
    guard let value = self[parameter] else { return nil }
    guard let number = try? machine.number(value), let whole = Int(exactly: number), range.contains(whole) else {
      throw refuse(parameter, FigureWords.whole(range))
    }
    return whole
  }

  /// Two numbers, the smaller first: `(0, 1)` or `0..1`.
  func span(_ parameter: String) throws -> Interval? {
    guard let value = self[parameter] else { return nil }
    return try span(value, parameter)
  }

  /// The same for an argument whose place is known by its parameter.
  func span(_ value: Value, _ parameter: String) throws -> Interval {
    let ends: [Double]?
    switch value {
    case .range(let range): ends = [range.start, range.end]
    case .tuple(let tuple): ends = try? tuple.elements.prefix(3).map { try machine.number($0) }
    default: ends = (try? numbers(value, argument: nil))?.values
    }
    guard let ends, ends.count == 2 else {
      throw Fault(
        .wrongArgument,
        [
          "argument": .text(parameter), "op": op, "expected": .words(FigureWords.span),
          "found": machine.description(value),
        ], parameter: parameter)
    }
    guard ends[0] < ends[1], (ends[1] - ends[0]).isFinite else {
      throw Fault(.emptyRange, ["from": number(ends[0]), "to": number(ends[1])], parameter: parameter)
    }
    return Interval(ends[0], ends[1])
  }

  /// Texts, one for each of something.
  func texts(_ parameter: String) throws -> [String]? {
    guard let value = self[parameter] else { return nil }
    return try texts(of: value, parameter)
  }

  func texts(of value: Value, _ parameter: String) throws -> [String] {
    switch value {
    case .tuple(let tuple):
      return try tuple.elements.map { element in
        switch element {
        case .text(let text): return text.string
        case .number, .truth: return try machine.display.text(element)
        case .tensor(let tensor) where tensor.shape.rank == 0: return try machine.display.text(element)
        default: throw refuse(parameter, FigureWords.texts)
        }
      }
    case .text(let text): return [text.string]
    case .tensor, .cell, .series, .range:
      return try numbers(value, argument: nil).values.map { machine.display.number($0) }
    default: throw refuse(parameter, FigureWords.texts)
    }
  }

  /// As many names as there are things to be named.
  func names(_ parameter: String = "names", for count: Int, _ what: Words) throws -> [String]? {
    guard let names = try texts(parameter) else { return nil }
    guard names.count == count else {
      throw sizes(.text("`\(parameter)`"), names.count, .words(what), count, parameter: parameter)
    }
    return names
  }

  /// Two things of which one has too few.
  func sizes(
    _ first: Phrase, _ count: Int, _ second: Phrase, _ number: Int, argument: Int? = nil, parameter: String? = nil
  ) -> Fault {
    Fault(
      .sizesDiffer,
      ["op": op, "first": first, "count": .text("\(count)"), "second": second, "number": .text("\(number)")],
      argument: argument, parameter: parameter)
  }

  func number(_ value: Double) -> Phrase { .text(machine.display.number(value)) }

  // MARK: Frames

  /// The settings that every plot over axes takes.
  static let axisOptions = ["title", "x_label", "y_label", "x_range", "y_range", "log", "level", "upright"]

  /// A plot of these marks with the settings that were given.
  func plot(
    _ marks: [Mark], xLabel: String? = nil, yLabel: String? = nil, xCategories: [String] = [],
    yCategories: [String] = [], xRange: Interval? = nil, yRange: Interval? = nil, isEqual: Bool = false,
    isBare: Bool = false
  ) throws -> Figure {
    let logarithmic = try word("log", among: ["x", "y", "xy"]) ?? ""
    let x = Axis(
      label: try text("x_label") ?? xLabel, isLogarithmic: logarithmic.contains("x"),
      range: try span("x_range") ?? xRange,
      categories: xCategories)
    let y = Axis(
      label: try text("y_label") ?? yLabel, isLogarithmic: logarithmic.contains("y"),
      range: try span("y_range") ?? yRange, categories: yCategories)
    for (axis, name) in [(x, "x"), (y, "y")] where axis.isLogarithmic {
      if let range = axis.range, range.low <= 0 {
        throw Fault(.nothingPositive, ["axis": .text(name)], parameter: "\(name)_range")
      }
    }
    var marks = marks
    marks += try lines("level").map { Mark(.level($0), isDashed: true) }
    marks += try lines("upright").map { Mark(.upright($0), isDashed: true) }
    try check(marks, x, y)
    return .plot(
      Plot(
        title: try text("title"), x: x, y: y, marks: marks, isEqual: try flag("equal") ?? isEqual, isBare: isBare))
  }

  /// Where lines across the plot stand.
  private func lines(_ parameter: String) throws -> [Double] {
    guard let value = self[parameter] else { return [] }
    guard let numbers = try? numbers(value, argument: nil), numbers.shape.count <= 1, numbers.values.count <= 100 else {
      throw refuse(parameter, FigureWords.numbers)
    }
    return numbers.values
  }

  /// Something must be left to draw.
  private func check(_ marks: [Mark], _ x: Axis, _ y: Axis) throws {
    let hasFinite = marks.contains {
      $0.shape.holds {
        $0.isFinite
      } y: {
        $0.isFinite
      }
    }
    guard hasFinite else { throw Fault(.nothingFinite, ["op": op], argument: 0) }
    for (axis, name) in [(x, "x"), (y, "y")] where axis.isLogarithmic {
      let isPositive = marks.contains { mark in
        name == "x"
          ? mark.shape.holds {
            $0 > 0
          } y: { _ in
            true
          }
          : mark.shape.holds { _ in
            true
          } y: {
            $0 > 0
          }
      }
      if !isPositive { throw Fault(.nothingPositive, ["axis": .text(name)], parameter: "log") }
    }
  }
}

extension Mark.Shape {
  /// Whether one of its points has an x and a y like that.
  func holds(_ isRightX: (Double) -> Bool, y isRightY: (Double) -> Bool) -> Bool {
    func any(_ x: [Double], _ y: [Double]) -> Bool { zip(x, y).contains { isRightX($0) && isRightY($1) } }
    switch self {
    case .line(let x, let y), .points(let x, let y): return any(x, y)
    case .band(let x, let low, let high): return any(x, low) || any(x, high)
    case .histogram(let edges, let heights): return any(edges, heights) || any(Array(edges.dropFirst()), heights)
    case .bars(let heights, _, _): return heights.contains(where: isRightY)
    case .cells(let grid): return grid.values.contains { $0.isFinite }
    case .arrows(let x, let y, let dx, let dy):
      return zip(zip(x, y), zip(dx, dy)).contains {
        isRightX($0.0) && isRightY($0.1) && $1.0.isFinite && $1.1.isFinite
      }
    case .contours: return true
    // Lines to compare with are no data.
    case .level, .upright: return false
    }
  }
}
