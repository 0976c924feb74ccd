// A slope as differences show it, and how it is read off a ladder of ever smaller steps.
import TensorKit

/// What differences say about a function along one line.
struct Slope {
  /// A place where a function is not smooth.
  enum Corner: Hashable {
    /// The slopes on the two sides differ.
    case corner
    /// The value itself jumps.
    case jump
    /// The slope grows without bound as the step shrinks.
    case unbounded
    /// There is no finite value on one side or on both.
    case edge
    /// The program takes another branch on one side.
    case branch
  }
  /// The slope, from central differences with their leading errors removed.
  var value: Double
  /// How far `value` may be off: what extrapolation left open, and rounding.
  var error: Double
  var left: Double
  var right: Double
  /// Why there is no slope at the point itself.
  var corner: Corner?
  /// Whether a larger step met a place that is not smooth; smaller ones avoid it.
  var isNearCorner = false
  /// The smallest step that was used.
  var step: Double
  /// The rounding error to expect in every change along the line.
  var noise = 0.0
  /// Whether a closer look could say more.
  var isDoubtful = false
  /// What still smaller steps gave, less surely.
  var finer: [(value: Double, error: Double)] = []

  /// Whether the slopes on the two sides differ and a derivative is one of them: a corner lies closer than steps can tell.
  func isSplit(at slope: Double) -> Bool {
    let size = max(abs(left), abs(right))
    return abs(right - left) > 0.02 * size && min(abs(slope - left), abs(slope - right)) <= 1e-3 * size
  }

  /// The slope that smaller steps lead to where it lies clearly apart from `value` and is equal to this one: a corner lies nearby,
  /// which only they avoid.
  func refined(to slope: Double) -> Slope? {
    guard
      let found = finer.first(where: { abs($0.value - slope) <= 3 * $0.error && 30 * $0.error <= abs($0.value - value) }
      )
    else { return nil }
    var refined = self
    (refined.value, refined.error, refined.isNearCorner) = (found.value, found.error, true)
    return refined
  }
}

/// Changes on both sides of the point, for one step.
struct Rung {
  /// The steps as they were made: to the right, positive, and to the left, negative.
  let ahead: Double
  let behind: Double
  let right: Change
  let left: Change

  var rightSlope: Double { right.value / ahead }
  var leftSlope: Double { left.value / behind }
  var central: Double { (right.value - left.value) / (ahead - behind) }
  var isBranched: Bool { right.isOtherBranch || left.isOtherBranch }
  var isFinite: Bool { right.value.isFinite && left.value.isFinite }
}

/// Reads slopes off changes. The steps go down from rung to rung by one factor.
struct Ladder {
  let rungs: [Rung]
  /// The rounding error to expect in every change. What only a large step is seen to change is rounded all the same.
  private let noise: Double
  /// The factor from one step to the next smaller one.
  let factor: Double
  /// The relative distance of neighbouring numbers.
  let precision: Double

  /// A ladder; `noise` is the rounding error known to act along the line, `floor` the one to expect where nothing is seen to
  /// change at all.
  init(rungs: [Rung], factor: Double, noise: Double, floor: Double, precision: Double) {
    self.rungs = rungs
    self.factor = factor
    self.precision = precision
    let seen = rungs.map { max($0.right.noise, $0.left.noise) }.filter(\.isFinite).max() ?? 0
    let least = noise.isFinite ? max(seen, noise) : seen
    self.noise = rungs.allSatisfy { $0.right.value == 0 && $0.left.value == 0 } ? max(least, floor) : least
  }

  /// The error of a difference quotient that rounding explains.
  private func roundoff(_ rung: Int) -> Double { 2 * noise / (rungs[rung].ahead - rungs[rung].behind) }

  /// The slope from two rungs, the first try for every line.
  var quick: Slope {
    let (first, second) = (rungs[0], rungs[1])
    let (right, left) = (ahead(0), behind(0))
    let value = extrapolated(first.central, second.central, 2)
    let roundoff = roundoff(1)
    let error = abs(value - second.central) + 2 * roundoff + precision * abs(value)
    let gap = abs(right - left)
    let isSmooth =
      first.isFinite && second.isFinite && !first.isBranched && !second.isBranched
      && gap <= 1e-3 * max(abs(right), abs(left)) + 40 * roundoff
    return Slope(
      value: value, error: error, left: left, right: right, step: second.ahead, isDoubtful: !isSmooth)
  }

  /// The slope from all rungs: the smallest steps that rounding does not spoil.
  var best: Slope {
    let corner = self.corner
    var slope =
      limit
      ?? Slope(
        value: .nan, error: .infinity, left: .nan, right: .nan, step: rungs.last?.ahead ?? 0)
    slope.corner = corner?.kind
    slope.noise = noise
    if let corner { (slope.left, slope.right) = (corner.left, corner.right) }
    slope.isNearCorner = corner == nil && rungs.contains { $0.isBranched || !$0.isFinite }
    return slope
  }

  /// Removes the leading error of two values whose errors shrink with a power of the step.
  private func extrapolated(_ coarse: Double, _ fine: Double, _ power: Int) -> Double {
    let weight = power == 1 ? factor : power == 2 ? factor * factor : factor * factor * factor * factor
    return fine + (fine - coarse) / (weight - 1)
  }

  private func ahead(_ rung: Int) -> Double { extrapolated(rungs[rung].rightSlope, rungs[rung + 1].rightSlope, 1) }
  private func behind(_ rung: Int) -> Double { extrapolated(rungs[rung].leftSlope, rungs[rung + 1].leftSlope, 1) }

  /// Three rungs give a value of sixth order and an estimate of its error. Of all such windows, the one of the smallest steps
  /// among those with a small error: a derivative is a limit, and large steps may lie beyond a corner nearby.
  private var limit: Slope? {
    var windows: [(value: Double, error: Double, rung: Int)] = []
    for rung in stride(from: 0, to: rungs.count - 2, by: 1) {
      let three = rungs[rung..<(rung + 3)]
      guard three.allSatisfy({ $0.isFinite && !$0.isBranched }) else { continue }
      let first = extrapolated(rungs[rung].central, rungs[rung + 1].central, 2)
      let second = extrapolated(rungs[rung + 1].central, rungs[rung + 2].central, 2)
      let value = extrapolated(first, second, 4)
      let roundoff = 2 * self.roundoff(rung + 2) + 4 * precision * abs(value)
      windows.append((value, max(abs(value - second), abs(value - first) / 16) + roundoff, rung))
    }
    // Steps far beyond a function's own scale give quotients that are small and so seem sure; beside themselves they are not.
    let sure = windows.filter { $0.error <= 1e-5 * abs($0.value) }
    let size = { (window: (value: Double, error: Double, rung: Int)) in sure.isEmpty ? 1 : abs(window.value) }
    let candidates = sure.isEmpty ? windows : sure
    guard let least = candidates.map({ $0.error / size($0) }).min(),
      let chosen = candidates.last(where: { $0.error <= max(3 * least * size($0), 1e-8 * abs($0.value)) })
    else { return nil }
    return Slope(
      value: chosen.value, error: chosen.error, left: behind(chosen.rung + 1), right: ahead(chosen.rung + 1),
      step: rungs[chosen.rung + 2].ahead,
      finer: windows.filter { $0.rung > chosen.rung }.map { ($0.value, $0.error) })
  }

  /// What keeps the function from having a slope at the point, as the finest steps show that can be told from noise.
  private var corner: (kind: Slope.Corner, left: Double, right: Double)? {
    guard let last = rungs.last, rungs.count >= 4 else { return nil }
    if rungs.suffix(3).allSatisfy({ !$0.isFinite }) { return (.edge, last.leftSlope, last.rightSlope) }
    if rungs.suffix(3).allSatisfy(\.isBranched) { return (.branch, last.leftSlope, last.rightSlope) }
    for rung in stride(from: rungs.count - 2, through: 2, by: -1) {
      let four = rungs[(rung - 2)...(rung + 1)]
      guard four.allSatisfy({ $0.isFinite }), !rungs[rung].isBranched, !rungs[rung + 1].isBranched else { continue }
      let (right, left) = (ahead(rung), behind(rung))
      let size = max(abs(right), abs(left))
      // Slopes that stand this clear of rounding are the finest that can be believed.
      guard size > 0, 2000 * roundoff(rung + 1) + 100 * precision * size <= size else { continue }
      let gap = abs(right - left)
      let before = abs(ahead(rung - 1) - behind(rung - 1))
      let earlier = abs(ahead(rung - 2) - behind(rung - 2))
      // In a smooth function the gap shrinks with the step.
      guard gap > 0.02 * size, gap >= 0.7 * before, before >= 0.7 * earlier || earlier <= gap else { return nil }
      if gap > 0.7 * factor * before { return (.jump, left, right) }
      return (gap > 1.25 * before ? .unbounded : .corner, left, right)
    }
    return nil
  }
}
