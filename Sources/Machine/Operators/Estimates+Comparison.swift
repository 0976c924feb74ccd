// Comparisons with estimates: four standard errors decide, or say that nothing can be decided.
import Diagnostics
import Graph
import Syntax
import TensorKit

extension Machine {
  /// `a op b` where one of them is an estimate: one truth value, for tensors whether every element holds, or what cannot be decided.
  func compareEstimates(_ op: ComparisonOperator, _ a: Value, _ b: Value, within: Double?) throws -> Value {
    guard op != .equal, op != .notEqual else {
      throw Fault(.equalityOfEstimates, ["op": .text(op.rawValue)], argument: a.estimate == nil ? 1 : 0)
    }
    guard let first = try sort(a), let second = try sort(b), first.dtype != .bool, second.dtype != .bool else {
      throw Fault(
        .cannotCompare, ["op": .text(op.rawValue), "left": a.kindPhrase, "right": b.kindPhrase],
        notes: Machine.forgottenCall(a) + Machine.forgottenCall(b))
    }
    guard first.shape == second.shape || first.shape.rank == 0 || second.shape.rank == 0 else {
      throw TensorError.shapesDoNotMeet(operation: op.rawValue, left: first.shape, right: second.shape)
    }
    let turned = op == .less || op == .lessEqual
    let difference = try turned ? binary(.subtract, b, a) : binary(.subtract, a, b)
    guard let mean = try tensorOrMean(difference) else { return .truth(false) }
    let isSingle = first.dtype == .float32 || second.dtype == .float32
    let judge = EstimateJudge(op, within: within, isSingle: isSingle, count: difference.estimate?.count ?? 0)
    let differences = try mean.value().doubles
    let errors = try difference.estimate?.error.look().doubles
    let sizes = try size(a, b, mean.shape).value().doubles
    var undecided: Undecided?
    for (index, (difference, size)) in zip(differences, sizes).enumerated() {
      switch judge.decide(difference, error: errors?[index] ?? 0, size: size) {
      case .holds: continue
      case .fails: return .truth(false)
      // The one that needs most samples tells how many are needed.
      case .open(let found):
        if (found.needed ?? .max) > (undecided.map { $0.needed ?? .max } ?? -1) { undecided = found }
      }
    }
    return undecided.map { .host($0) } ?? .truth(true)
  }

  /// How large what is compared is: the larger of the two, or how far a single draw lies from the mean.
  private func size(_ a: Value, _ b: Value, _ shape: Shape) throws -> Tensor {
    var size = try graph.full(0, shape, .float64)
    for value in [a, b] {
      guard let tensor = try tensorOrMean(value) else { continue }
      size = try Op.maximum(size, Op.absolute(graph.convert(tensor, to: .float64)))
      if let spread = try value.estimate?.spread(in: graph) { size = try Op.maximum(size, spread) }
    }
    return size
  }
}

extension Estimate {
  /// The standard deviation of what one draw of each set tells.
  fileprivate func spread(in graph: Graph) throws -> Tensor {
    var total = try graph.full(0, mean.shape, .float64)
    for (draws, pull) in try parts(in: graph) {
      total = try total + Op.sum(Op.square(graph.convert(pull, to: .float64)), axis: 0) / Double(draws.count - 1)
    }
    return try Op.sqrt(total)
  }
}

/// Decides a comparison of two numbers of which the difference has an error.
struct EstimateJudge {
  enum Verdict {
    case holds
    case fails
    case open(Undecided)
  }
  /// How many standard errors the bar is.
  private static let standardErrors = 4.0
  /// How wide a bar may be, against the size of what is compared.
  private static let narrow = 0.1

  private let op: ComparisonOperator
  private let within: Double?
  private let isSingle: Bool
  private let count: Int

  init(_ op: ComparisonOperator, within: Double?, isSingle: Bool, count: Int) {
    (self.op, self.within, self.isSingle, self.count) = (op, within, isSingle, count)
  }

  /// The verdict on a difference: of `≈` of the two sides, of an order of what should be the larger side less the other.
  func decide(_ difference: Double, error: Double, size: Double) -> Verdict {
    guard !difference.isNaN else { return .fails }
    var bar = EstimateJudge.standardErrors * error
    // No number of draws makes something infinite finite; otherwise an error that is unknown may be any.
    if difference.isInfinite { bar = 0 } else if bar.isNaN { bar = .infinity }
    let narrow = EstimateJudge.narrow * size
    func open(_ reason: Undecided.Reason, _ tolerance: Double, target: Double) -> Verdict {
      .open(
        Undecided(reason, difference: difference, bar: bar, tolerance: tolerance, target: target, count: count))
    }
    let distance = abs(difference)
    switch op {
    case .near:
      guard distance.isFinite else { return .fails }
      if let within {
        if distance > within + bar { return .fails }
        if bar > within { return open(.wide, within, target: within) }
        return distance <= within ? .holds : open(.across, within, target: distance - within)
      }
      if bar > narrow { return open(.coarse, narrow, target: narrow) }
      let (relative, absolute) = Machine.tolerance(isSingle: isSingle)
      return distance <= max(bar, absolute, relative * size) ? .holds : .fails
    case .less, .greater:
      if difference > bar { return .holds }
      return bar == 0 || difference < -bar ? .fails : open(.sign, narrow, target: distance)
    case .lessEqual, .greaterEqual:
      if difference < -bar { return .fails }
      return difference >= bar || bar <= narrow ? .holds : open(.sign, narrow, target: max(distance, narrow))
    case .equal, .notEqual:
      return .fails
    }
  }
}
