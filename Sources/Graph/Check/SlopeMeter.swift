// Measures slopes along lines: a quick look at every line, and a ladder of steps where that leaves doubt.
import TensorKit

/// Measures a function's slopes by differences.
final class SlopeMeter {
  let prober: any Prober
  /// How many times the function was evaluated.
  private(set) var probes = 0
  private var floors: [Int: Double] = [:]

  init(_ prober: any Prober) { self.prober = prober }

  var point: CheckPoint { prober.point }
  private var isSingle: Bool { point.dtype == .float32 }

  /// The relative step of a first look: where the errors of rounding and of a fourth-order formula balance.
  var usualRatio: Double { isSingle ? 0x1p-5 : 0x1p-10 }

  private func floor(_ line: Line) throws -> Double {
    if let known = floors[line.argument] { return known }
    let floor = try prober.floor(of: line.argument)
    floors[line.argument] = floor
    return floor
  }

  /// The nearest power of two: moved elements are then rounded least.
  private static func power(_ step: Double) -> Double {
    guard step.isFinite, step > 0 else { return 0x1p-1000 }
    return step.binade * (step.significand > 1.5 ? 2 : 1)
  }

  /// Two steps each.
  func quick(_ lines: [Line], ratio: Double) throws -> [Slope] {
    try ladders(lines, factor: 2) { line in
      let step = SlopeMeter.power(ratio * self.point.scale(of: line))
      return [step, step / 2]
    }.map(\.quick)
  }

  /// Steps from the size of the argument down to where rounding is all that is left.
  func thorough(_ lines: [Line]) throws -> [Slope] {
    try ladders(lines, factor: 4, noise: prober.noise(along: lines)) { line in
      let scale = self.point.scale(of: line)
      let top = line.signs == nil ? max(scale, self.point.sizes[line.argument], 1) : 1
      let bottom = scale * (self.isSingle ? 0x1p-16 : 0x1p-40)
      var steps = [SlopeMeter.power(top / 2)]
      while let last = steps.last, last > bottom, steps.count < 80 { steps.append(last / 4) }
      return steps
    }.map(\.best)
  }

  private func ladders(
    _ lines: [Line], factor: Double, noise: [Double]? = nil, _ steps: (Line) -> [Double]
  ) throws -> [Ladder] {
    var list: [Probe] = []
    var counts: [Int] = []
    for line in lines {
      // A step that rounding swallows says nothing.
      let made = steps(line).filter { point.realized($0, along: line) > 0 && point.realized(-$0, along: line) < 0 }
      let usable = made.count < 2 ? steps(line) : made
      counts.append(usable.count)
      for step in usable {
        list.append(Probe(line: line, step: step))
        list.append(Probe(line: line, step: -step))
      }
    }
    let changes = try prober.changes(list)
    probes += list.count
    var next = 0
    return try lines.indices.map { index in
      let (line, count) = (lines[index], counts[index])
      let rungs = (0..<count).map { rung in
        let place = next + 2 * rung
        return Rung(
          ahead: point.realized(list[place].step, along: line),
          behind: point.realized(list[place + 1].step, along: line),
          right: changes[place], left: changes[place + 1])
      }
      next += 2 * count
      return Ladder(
        rungs: rungs, factor: factor, noise: noise?[index] ?? 0, floor: try floor(line), precision: point.roundoff)
    }
  }
}
