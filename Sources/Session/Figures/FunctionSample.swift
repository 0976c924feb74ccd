// Values of functions at many places at once: along a line, and over the plane.
import Diagnostics
import Figures
import Machine
import TensorKit

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

extension FigureCall {
  /// Numbers as a tensor for a function.
  func tensor(_ values: [Double], shape: [Int]? = nil) throws -> Value {
    .tensor(TensorValue(try NDArray(values, shape: shape.map { Shape($0) }, on: machine.device)))
  }

  /// The two numbers between which something is drawn.
  func ends(_ a: Value, _ b: Value, arguments: (Int, Int)) throws -> Interval {
    let (low, high) = (try machine.number(a), try machine.number(b))
    guard low < high, (high - low).isFinite else {
      throw Fault(.emptyRange, ["from": number(low), "to": number(high)], argument: arguments.1)
    }
    return Interval(low, high)
  }

  /// What a function gave for so many places.
  func sampled(_ value: Value, rows: Int) throws -> Numbers {
    let numbers = try numbers(value, argument: 0)
    guard numbers.shape.first == rows else {
      // A function that does not look at its argument gives one value for all.
      guard numbers.shape.isEmpty, let only = numbers.values.first else {
        throw wrongShape(numbers.shape, argument: 0, FigureWords.listShape)
      }
      return Numbers(values: [Double](repeating: only, count: rows), shape: [rows])
    }
    return numbers
  }
}

/// The values of a function of one number.
struct FunctionSample {
  private(set) var x: [Double]
  /// One list for each number that the function gives.
  private(set) var curves: [[Double]] = []
  /// How far off each of them may be, where estimates say so.
  private(set) var errors: [[Double]?] = []
  /// Labels of what it gives.
  private(set) var names: [String?] = []
  /// What is worth seeing where a pole would hide the rest; nil where all is.
  private(set) var visible: Interval?

  private static let first = 400
  private static let most = 4_000

  init(_ f: Value, _ ends: Interval, _ call: FigureCall) throws {
    let step = (ends.high - ends.low) / Double(FunctionSample.first - 1)
    x = (0..<FunctionSample.first).map { $0 == FunctionSample.first - 1 ? ends.high : ends.low + Double($0) * step }
    let random = call.machine.graph.random
    try sample(f, call)
    if errors.allSatisfy({ $0 == nil }) {
      // Before more places come in where it is steep: they would count for more than they are.
      visible = limits()
      // A function that draws gives something else every time: its values cannot be asked for twice.
      if call.machine.graph.random == random { try refine(f, call) }
    }
    if let visible { cutPoles(visible) }
  }

  private mutating func sample(_ f: Value, _ call: FigureCall) throws {
    (curves, errors, names) = try FunctionSample.values(f, x, call)
  }

  private static func values(
    _ f: Value, _ x: [Double], _ call: FigureCall
  ) throws -> (curves: [[Double]], errors: [[Double]?], names: [String?]) {
    let value = try call.machine.map(f, over: [call.tensor(x)])
    var parts: [(String?, Value)] = [(nil, value)]
    if case .tuple(let tuple) = value { parts = tuple.elements.enumerated().map { (tuple.label($0), $1) } }
    var (curves, errors, names): ([[Double]], [[Double]?], [String?]) = ([], [], [])
    for (name, part) in parts {
      let numbers = try call.sampled(part, rows: x.count)
      let error = try call.uncertain(part)?.error
      switch numbers.shape.count {
      case 1:
        curves.append(numbers.values)
        errors.append(error?.values)
        names.append(name)
      case 2 where numbers.shape[1] <= RecordedCurves.mostLines:
        for column in 0..<numbers.shape[1] {
          curves.append(numbers.column(column))
          errors.append(error?.column(column))
          names.append(name.map { "\($0)[\(column)]" })
        }
      default:
        throw Fault(
          .sampledShape,
          [
            "op": call.op, "found": .text(Shape(Array(numbers.shape.dropFirst())).description),
            "expected": .words(FigureWords.number),
          ], argument: 0)
      }
    }
    return (curves, errors, names)
  }

  /// Asks for more values where a curve bends.
  private mutating func refine(_ f: Value, _ call: FigureCall) throws {
    var bends = Set<Int>()
    for y in curves {
      let finite = y.filter(\.isFinite).sorted()
      guard let low = finite.first, let high = finite.last, high > low else { continue }
      // Steeper than this it makes no difference to the eye.
      let core = finite[finite.count * 19 / 20] - finite[finite.count / 20]
      let scale = core > 0 ? min(high - low, 3 * core) : high - low
      let across = 1.6 / Double(x.count - 1)
      for index in 1..<(x.count - 1) {
        let (before, after) = ((y[index] - y[index - 1]) / scale, (y[index + 1] - y[index]) / scale)
        guard before.isFinite, after.isFinite else {
          // The edge of where it is defined.
          if y[index].isFinite { bends.formUnion([index - 1, index]) }
          continue
        }
        if abs(atan2(after, across) - atan2(before, across)) > 0.12 { bends.formUnion([index - 1, index]) }
      }
    }
    guard !bends.isEmpty else { return }
    let parts = max(2, min(9, (FunctionSample.most - x.count) / bends.count + 1))
    let places = bends.sorted()
    let added = places.flatMap { index in
      (1..<parts).map { x[index] + (x[index + 1] - x[index]) * Double($0) / Double(parts) }
    }
    let more = try FunctionSample.values(f, added, call).curves
    guard more.count == curves.count else { return }
    for curve in curves.indices { curves[curve] = FunctionSample.merged(curves[curve], more[curve], places, parts) }
    x = FunctionSample.merged(x, added, places, parts)
  }

  /// New values put behind the old ones at these places, so many to each.
  private static func merged(_ old: [Double], _ new: [Double], _ places: [Int], _ parts: Int) -> [Double] {
    var merged: [Double] = []
    merged.reserveCapacity(old.count + new.count)
    var next = 0
    for (index, value) in old.enumerated() {
      merged.append(value)
      guard next < places.count, places[next] == index else { continue }
      merged += new[(next * (parts - 1))..<((next + 1) * (parts - 1))]
      next += 1
    }
    return merged
  }

  /// What to show of functions with poles: where nearly all values lie, and as much again around.
  private func limits() -> Interval? {
    let finite = curves.flatMap { $0 }.filter(\.isFinite).sorted()
    guard finite.count >= 40, let low = finite.first, let high = finite.last else { return nil }
    let (inner, outer) = (finite[finite.count / 20], finite[finite.count * 19 / 20])
    let core = outer - inner
    guard core > 0, high - low > 12 * core else { return nil }
    return Interval(max(low, inner - core / 2), min(high, outer + core / 2))
  }

  /// Interrupts curves where they leave on one side and come back on the other.
  private mutating func cutPoles(_ visible: Interval) {
    for curve in curves.indices {
      var y = curves[curve]
      for index in 1..<y.count {
        let (a, b) = (y[index - 1], y[index])
        let crosses = (a > visible.high && b < visible.low) || (a < visible.low && b > visible.high)
        if crosses { y[index] = .nan }
      }
      curves[curve] = y
    }
  }
}
