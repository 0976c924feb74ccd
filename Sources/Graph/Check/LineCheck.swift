// Compares derivatives with measured slopes, line by line, and looks closer where the first look leaves doubt.
import TensorKit

/// One line's derivative beside its measured slope.
struct LineResult {
  enum Outcome: Hashable {
    case agrees
    case differs
    case kink
    /// Noise hides the slope.
    case unclear
  }
  let line: Line
  let analytic: Double
  var slope: Slope
  var outcome: Outcome
  /// How far both may lie apart at this place without a difference being seen.
  var bound: Double

  var absolute: Double {
    analytic == slope.value ? 0 : abs(analytic - slope.value)
  }
  /// The difference beside the larger of the two; 0 where measuring cannot tell either from zero.
  var relative: Double {
    let size = max(abs(analytic), abs(slope.value))
    if absolute == 0 { return 0 }
    if outcome != .differs && size <= 3 * slope.error { return 0 }
    return absolute / size
  }
}

/// Compares a gradient with a function's slopes.
struct LineCheck {
  let meter: SlopeMeter
  /// The gradient for every argument.
  let gradient: [[Double]]
  /// The size of the value, beside which a vanishing slope is zero.
  let size: Double
  let tolerance: Double

  private var point: CheckPoint { meter.point }

  func check(_ lines: [Line]) throws -> [LineResult] {
    let largest = typicalMoves()
    var results = try zip(lines, meter.quick(lines, ratio: meter.usualRatio)).map { judge($0, $1, largest) }
    var doubtful = results.indices.filter { results[$0].slope.isDoubtful || results[$0].outcome == .unclear }
    let cap = meter.prober.isCheap ? 512 : 24
    if doubtful.count > 48 {
      // Many doubts have one reason: the usual step does not suit. A few lines tell which does.
      let sample: [Line] = stride(from: 0, to: doubtful.count, by: doubtful.count / 12).map { lines[doubtful[$0]] }
      var ratios: [Double] = []
      for (line, slope) in zip(sample, try meter.thorough(sample)) where slope.corner == nil && slope.step > 0 {
        ratios.append(4 * slope.step / point.scale(of: line))
      }
      ratios.sort()
      if !ratios.isEmpty {
        let again = doubtful.map { lines[$0] }
        for (place, slope) in zip(doubtful, try meter.quick(again, ratio: ratios[ratios.count / 2])) {
          results[place] = judge(lines[place], slope, largest)
        }
        doubtful = doubtful.filter { results[$0].slope.isDoubtful || results[$0].outcome == .unclear }
      }
    }
    try refine(&results, doubtful, cap, largest)
    // A difference is believed after a closer look at the worst.
    let differing = results.indices.filter { results[$0].outcome == .differs && !doubtful.contains($0) }
      .sorted { results[$0].absolute > results[$1].absolute }
    try refine(&results, Array(differing.prefix(12)), cap, largest)
    if differing.prefix(12).contains(where: { results[$0].outcome != .differs }) {
      try refine(&results, Array(differing.dropFirst(12)), cap, largest)
    }
    return results
  }

  private func refine(_ results: inout [LineResult], _ places: [Int], _ cap: Int, _ largest: [Double]) throws {
    let chosen = Array(places.prefix(cap))
    guard !chosen.isEmpty else { return }
    for (place, slope) in zip(chosen, try meter.thorough(chosen.map { results[$0].line })) {
      var first = results[place]
      // The ladder knows of noise that the first look could not see. Where even so it is less sure, the first look stands.
      first.slope.error = max(first.slope.error, 4 * slope.noise / first.slope.step)
      let isFirstSurer = slope.corner == nil && !first.slope.isDoubtful && !(slope.error <= first.slope.error)
      results[place] = judge(first.line, isFirstSurer ? first.slope : slope, largest, isLast: true)
    }
  }

  /// The largest effect of a relative move of one element, for every argument.
  private func typicalMoves() -> [Double] {
    gradient.indices.map { argument in
      zip(gradient[argument], point.scales[argument]).reduce(0) { $1.0.isFinite ? max($0, abs($1.0 * $1.1)) : $0 }
    }
  }

  private func judge(_ line: Line, _ slope: Slope, _ largest: [Double], isLast: Bool = false) -> LineResult {
    let analytic = line.slope(gradient[line.argument], point.scales[line.argument])
    let scale = point.scale(of: line)
    let magnitude = line.magnitude(gradient[line.argument], point.scales[line.argument])
    let size = max(abs(analytic), abs(slope.value), line.signs == nil ? 0 : magnitude)
    let bound = max(tolerance * size, 3 * slope.error)
    var result = LineResult(line: line, analytic: analytic, slope: slope, outcome: .agrees, bound: bound)
    if slope.corner != nil {
      result.outcome = .kink
      return result
    }
    let difference = result.absolute
    guard analytic.isFinite, slope.value.isFinite else {
      result.outcome = slope.value.isFinite ? .differs : .unclear
      return result
    }
    if difference <= tolerance * size { return result }
    if difference > bound {
      result.outcome = slope.refined(to: analytic) == nil && slope.isSplit(at: analytic) ? .kink : .differs
      return result
    }
    // Measuring cannot tell them apart; that is agreement only if the error is small beside something that matters.
    guard isLast else {
      result.outcome = .unclear
      return result
    }
    // Where nothing moves the function, that is the function itself.
    let most = largest[line.argument]
    let context = most > 0 ? 1e-4 * most : 1e-8 * self.size
    result.outcome = slope.error <= 1e-3 * size || slope.error * scale <= context ? .agrees : .unclear
    return result
  }

  /// The single element behind a difference along a line of many: the half that differs more is halved again.
  func narrowed(_ result: LineResult) throws -> LineResult {
    var current = result
    let largest = typicalMoves()
    while current.line.range.count > 1 {
      let range = current.line.range
      let middle = range.lowerBound + range.count / 2
      let halves = [range.lowerBound..<middle, middle..<range.upperBound].map { part in
        part.count == 1
          ? Line.element(current.line.argument, part.lowerBound)
          : Line(argument: current.line.argument, range: part, signs: current.line.signs)
      }
      let results = try zip(halves, meter.quick(halves, ratio: meter.usualRatio)).map { judge($0, $1, largest) }
      let weights = results.map { result in
        result.absolute.isNaN ? Double.infinity : result.absolute * point.scale(of: result.line)
      }
      current = weights[0] >= weights[1] ? results[0] : results[1]
    }
    return current
  }
}
