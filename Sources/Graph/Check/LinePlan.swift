// Which lines a check looks along, and what they say about each parameter.
import TensorKit

/// The lines of a check: every element, or random directions through arguments too large for that.
struct LinePlan {
  let lines: [Line]

  private static let directionSeed: UInt64 = 0x0D12_EC71_0115

  init(_ options: GradientCheckOptions, _ point: CheckPoint, nodesPerRun: Int) {
    let counts = point.shapes.map(\.count)
    // A program that is run anew for every probe leaves its nodes in the graph.
    let runs = nodesPerRun > 0 ? min(256, max(8, 500_000 / (4 * nodesPerRun))) : Int.max
    let limit = min(options.elementLimit, runs)
    let isAffordable = point.count <= limit
    lines = counts.enumerated().flatMap { argument, count -> [Line] in
      let elements = { (0..<count).map { Line.element(argument, $0) } }
      let directions = { (wanted: Int) in
        (0..<wanted).map {
          Line(
            argument: argument, range: 0..<count,
            signs: LinePlan.directionSeed &+ UInt64(truncatingIfNeeded: argument &* 1_000_003 &+ $0))
        }
      }
      switch options.mode {
      case .everyElement: return elements()
      case .directions(let wanted): return count <= 1 ? elements() : directions(wanted)
      case .automatic:
        return isAffordable || count <= limit / (4 * counts.count) ? elements() : directions(nodesPerRun > 0 ? 8 : 16)
      }
    }
  }

  /// The results gathered by parameter.
  func entries(_ results: [LineResult], _ point: CheckPoint) -> [GradientReport.Entry] {
    let groups = Dictionary(grouping: results.indices) { results[$0].line.argument }
    return point.names.indices.map { argument in
      let own = (groups[argument] ?? []).map { results[$0] }
      let verdict: GradientReport.Verdict =
        own.contains { $0.outcome == .differs } ? .differs : own.contains { $0.outcome == .kink } ? .kink : .agrees
      // What a verdict rests on is shown, not what is merely large.
      let telling = verdict == .agrees ? own : own.filter { $0.outcome == (verdict == .differs ? .differs : .kink) }
      return GradientReport.Entry(
        name: point.names[argument], shape: point.shapes[argument],
        compared: lines.reduce(0) { $0 + ($1.argument == argument ? 1 : 0) },
        usesDirections: lines.contains { $0.argument == argument && $0.signs != nil }, verdict: verdict,
        largestAbsolute: LinePlan.largest(telling) { $0.absolute }?.comparison(at: point),
        largestRelative: LinePlan.largest(telling) { $0.relative }?.comparison(at: point))
    }
  }

  /// The result with the largest error; what is not a number counts as largest.
  private static func largest(_ results: [LineResult], _ size: (LineResult) -> Double) -> LineResult? {
    var best: LineResult?
    var most = -1.0
    for result in results {
      let own = size(result).isNaN ? .infinity : size(result)
      if own > most { (best, most) = (result, own) }
    }
    return best
  }
}
