// Reading values as the numbers that figures draw: once, computed, and never too many.
import Diagnostics
import Figures
import Graph
import Machine
import TensorKit

/// Numbers and the shape they were in.
struct Numbers {
  var values: [Double]
  var shape: [Int]

  /// The column of a matrix.
  func column(_ index: Int) -> [Double] {
    guard shape.count == 2, index < shape[1] else { return [] }
    return stride(from: index, to: values.count, by: shape[1]).map { values[$0] }
  }
}

/// A value that Monte Carlo gave, with its error.
struct Uncertain {
  let value: Numbers
  let error: Numbers
}

extension FigureCall {
  /// More numbers than this, in all that a call is given, nobody draws.
  static let mostNumbers = 10_000_000

  /// The numbers of a value; `argument` is its place among the arguments, for the blame.
  func numbers(_ value: Value, argument: Int?, expected: Words = FigureWords.values) throws -> Numbers {
    switch value {
    case .number(let number): return Numbers(values: [number], shape: [])
    case .truth(let truth): return Numbers(values: [truth ? 1 : 0], shape: [])
    case .series(let series):
      try take(series.numbers.count, argument: argument)
      return Numbers(values: series.numbers, shape: [series.count] + series.shape.dims)
    case .range(let range):
      try take(range.count, argument: argument)
      return Numbers(values: (0..<range.count).map { range[$0] }, shape: [range.count])
    case .cell(let cell):
      try take(cell.parameter.value.count, argument: argument)
      return Numbers(values: cell.parameter.value.doubles, shape: cell.parameter.value.shape.dims)
    case .tensor(let tensor):
      try take(tensor.shape.count, argument: argument)
      return Numbers(values: try tensor.look().doubles, shape: tensor.shape.dims)
    case .tuple(let tuple) where tuple.elements.allSatisfy { isSingle($0) }:
      return Numbers(values: try tuple.elements.map { try machine.number($0) }, shape: [tuple.elements.count])
    case .host:
      if let uncertain = try uncertain(value) { return uncertain.value }
    default: break
    }
    throw notDrawable(value, argument: argument, expected)
  }

  func notDrawable(_ value: Value, argument: Int?, _ expected: Words) -> Fault {
    Fault(
      .notDrawable, ["op": op, "expected": .words(expected), "kind": value.kindPhrase],
      notes: Machine.forgottenCall(value), argument: argument)
  }

  func wrongShape(_ shape: [Int], argument: Int?, _ expected: Words) -> Fault {
    Fault(
      .shapeNotDrawable, ["op": op, "shape": .text(Shape(shape).description), "expected": .words(expected)],
      argument: argument)
  }

  /// More than anybody could see.
  func tooMany(_ count: Int, most: Int, argument: Int?) -> Fault {
    let display = machine.display
    return Fault(
      .tooManyPoints,
      ["op": op, "count": .text(display.grouped(count)), "allowed": .text(display.grouped(most))], argument: argument)
  }

  /// A value and its error, where it is an estimate or a tuple of single ones.
  func uncertain(_ value: Value) throws -> Uncertain? {
    switch value {
    case .host:
      guard let estimate = value.estimate else { return nil }
      return Uncertain(
        value: try numbers(.tensor(estimate.mean), argument: nil),
        error: try numbers(.tensor(estimate.error), argument: nil))
    case .tuple(let tuple) where !tuple.elements.isEmpty && tuple.labels.isEmpty:
      var (values, errors): ([Double], [Double]) = ([], [])
      for element in tuple.elements {
        guard case .host = element, let one = try uncertain(element), let value = one.value.values.first,
          let error = one.error.values.first, one.value.values.count == 1
        else { return nil }
        values.append(value)
        errors.append(error)
      }
      return Uncertain(
        value: Numbers(values: values, shape: [values.count]), error: Numbers(values: errors, shape: [values.count]))
    default: return nil
    }
  }

  /// Whether a value is one number.
  func isSingle(_ value: Value) -> Bool {
    switch value {
    case .number: true
    case .tensor(let tensor): tensor.shape.rank == 0 && tensor.dtype != .bool
    default: false
    }
  }

  func isCallable(_ value: Value) -> Bool {
    switch value {
    case .function: true
    case .model(let model): model.call != nil
    default: false
    }
  }

  /// What can be drawn as a function: what can be called, and the density of a distribution.
  func function(_ value: Value) -> Value? {
    if isCallable(value) { return value }
    guard case .model(let model) = value, case .function(let logarithm)? = model["logp"] else { return nil }
    let density = Function.Kind.made(holding: [value]) { machine, arguments in
      let logarithms = try machine.call(.function(logarithm), arguments)
      return .tensor(TensorValue(try Op.exp(machine.tensor(logarithms))))
    }
    return .function(Function(model.name, density, signature: logarithm.signature))
  }

  /// What was recorded under the name of a parameter, where something was: `record θ` and then `plot θ` means the record.
  func recorded(_ value: Value) -> Series? {
    switch value {
    case .series(let series): series
    case .cell(let cell): machine.series[cell.name]
    default: nil
    }
  }
}

extension FigureCall {
  /// Where nearly all of some distributions lies: four standard deviations to each side of every mean. Nil where one of them is no
  /// distribution of a number, or does not know its mean and variance.
  func bulk(of values: [Value]) throws -> Interval? {
    var bulk: Interval?
    for value in values {
      guard case .model(let model) = value, model["logp"] != nil, let mean = model["mean"],
        let variance = model["variance"], case .function = mean, case .function = variance
      else { return nil }
      let (middle, square) = (try machine.call(mean, []), try machine.call(variance, []))
      guard isSingle(middle), isSingle(square) else { return nil }
      let (centre, reach) = (try machine.number(middle), 4 * (try machine.number(square)).squareRoot())
      guard centre.isFinite, reach.isFinite, reach > 0 else { return nil }
      bulk = Interval(min(bulk?.low ?? .infinity, centre - reach), max(bulk?.high ?? -.infinity, centre + reach))
    }
    return bulk
  }
}
