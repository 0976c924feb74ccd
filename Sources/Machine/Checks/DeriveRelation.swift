// How a line of a derivation stands to the line before it, in one setting.
import Diagnostics
import Graph
import Syntax
import TensorKit

/// What comparing two lines in one setting gave.
struct LineStanding {
  enum Kind {
    case holds
    case fails
    /// The errors of estimates do not allow to tell.
    case undecided(Undecided)
    /// Neither side is a number here, as 0/0 is none.
    case undefined
    /// The sides have shapes, or parts, that cannot be compared.
    case misfit(Shape, Shape)
  }
  var kind: Kind
  /// How far the relation is missed: of `=` the distance, of an order by how much the wrong side is larger.
  var deviation = 0.0
  /// How far apart the sides are in the direction that is allowed: how loose a bound is.
  var slack = 0.0

  var holds: Bool { if case .holds = kind { true } else { false } }
}

/// What two values may differ by.
struct LineTolerance {
  /// Of the size of what is compared.
  private static let exact = 1e-6
  private static let rough = 1e-3
  /// Differences below it are what quadrature leaves of a 0.
  private static let smallest = 1e-8

  /// The size below which values count as small: 1, or less where all values of the lines are smaller.
  let size: Double

  func allowed(_ relation: Examination.DerivationLine.Relation, _ a: Double, _ b: Double) -> Double {
    switch relation {
    // A number that is larger than another by nothing is not larger.
    case .less, .greater: 0
    case .near: max(Self.smallest, Self.rough * max(size, abs(a), abs(b)))
    case .equal, .lessEqual, .greaterEqual: max(Self.smallest, Self.exact * max(size, abs(a), abs(b)))
    }
  }
}

extension Machine {
  /// Compares a line with the one before it.
  func standing(
    _ relation: Examination.DerivationLine.Relation, _ before: Value, _ after: Value, _ tolerance: LineTolerance
  ) throws -> LineStanding {
    if before.estimate != nil || after.estimate != nil { return try estimated(relation, before, after) }
    switch (before, after) {
    case (.tuple(let first), .tuple(let second)):
      guard relation.isEquality else {
        throw Fault(.noOrder, ["op": .text(relation.rawValue), "kind": after.kindPhrase])
      }
      guard first.elements.count == second.elements.count,
        first.labels == second.labels || first.labels.isEmpty || second.labels.isEmpty
      else {
        return LineStanding(kind: .misfit(Shape([first.elements.count]), Shape([second.elements.count])))
      }
      var whole = LineStanding(kind: .holds)
      for (a, b) in zip(first.elements, second.elements) { whole.add(try standing(relation, a, b, tolerance)) }
      return whole
    case (.truth(let x), .truth(let y)):
      guard relation.isEquality else {
        throw Fault(.noOrder, ["op": .text(relation.rawValue), "kind": after.kindPhrase])
      }
      return LineStanding(kind: x == y ? .holds : .fails, deviation: x == y ? 0 : 1)
    default:
      let (a, b) = (try elements(before), try elements(after))
      guard a.shape == b.shape || a.shape.rank == 0 || b.shape.rank == 0 else {
        return LineStanding(kind: .misfit(a.shape, b.shape))
      }
      return compared(relation, a.numbers, b.numbers, tolerance)
    }
  }

  /// Numbers of one side with those of the other; a single one with each.
  private func compared(
    _ relation: Examination.DerivationLine.Relation, _ first: [Double], _ second: [Double], _ tolerance: LineTolerance
  ) -> LineStanding {
    let count = first.isEmpty || second.isEmpty ? 0 : max(first.count, second.count)
    var whole = LineStanding(kind: .holds)
    for index in 0..<count {
      let (a, b) = (first[first.count == 1 ? 0 : index], second[second.count == 1 ? 0 : index])
      whole.add(relation.standing(a, b, allowed: tolerance.allowed(relation, a, b)))
    }
    return whole
  }

  /// What a line is as numbers.
  private func elements(_ value: Value) throws -> (numbers: [Double], shape: Shape) {
    if case .number(let number) = value { return ([number], .scalar) }
    let array = try tensor(value).value()
    return (array.doubles, array.shape)
  }

  /// The largest size of the numbers in a line.
  func size(ofLine value: Value) -> Double {
    switch value {
    case .number(let number): return number.isFinite ? abs(number) : 0
    case .tensor(let tensor):
      return ((try? tensor.look())?.doubles ?? []).reduce(0) { $1.isFinite ? max($0, abs($1)) : $0 }
    case .tuple(let tuple): return tuple.elements.reduce(0) { max($0, size(ofLine: $1)) }
    default: return 1
    }
  }

  // MARK: Estimates

  private func estimated(
    _ relation: Examination.DerivationLine.Relation, _ before: Value, _ after: Value
  ) throws -> LineStanding {
    let kind: LineStanding.Kind
    switch try compareEstimates(relation.comparison, before, after, within: nil) {
    case .truth(let holds): kind = holds ? .holds : .fails
    case .host(let object): kind = (object as? Undecided).map { .undecided($0) } ?? .fails
    default: kind = .fails
    }
    let turned = relation == .greater || relation == .greaterEqual
    let difference = try turned ? binary(.subtract, after, before) : binary(.subtract, before, after)
    guard let mean = try tensorOrMean(difference) else { return LineStanding(kind: kind) }
    let numbers = try mean.value().doubles
    let largest = numbers.reduce(0) { max($0, relation.isEquality ? abs($1) : $1) }
    let slack = numbers.reduce(0) { max($0, abs($1)) }
    return LineStanding(kind: kind, deviation: largest, slack: slack)
  }
}

extension LineStanding {
  /// Takes in how another element stands: the worst one decides.
  fileprivate mutating func add(_ other: LineStanding) {
    deviation = max(deviation, other.deviation)
    slack = max(slack, other.slack)
    if other.severity > severity { kind = other.kind }
  }

  private var severity: Int {
    switch kind {
    case .holds: 0
    case .undefined: 1
    case .undecided: 2
    case .fails: 3
    case .misfit: 4
    }
  }
}

extension Examination.DerivationLine.Relation {
  /// Whether the order of the sides does not matter.
  package var isEquality: Bool { self == .equal || self == .near }

  /// The relation that points the other way; nil for an equality.
  package var turned: Self? {
    switch self {
    case .equal, .near: nil
    case .less: .greater
    case .lessEqual: .greaterEqual
    case .greater: .less
    case .greaterEqual: .lessEqual
    }
  }

  /// The same among the operators of expressions. An estimate is never exactly what another one is.
  fileprivate var comparison: ComparisonOperator {
    switch self {
    case .equal, .near: .near
    case .less: .less
    case .lessEqual: .lessEqual
    case .greater: .greater
    case .greaterEqual: .greaterEqual
    }
  }

  /// How two numbers stand; `before` is the line above.
  fileprivate func standing(_ before: Double, _ after: Double, allowed: Double) -> LineStanding {
    if before.isNaN && after.isNaN { return LineStanding(kind: .undefined) }
    if before.isNaN || after.isNaN { return LineStanding(kind: .fails, deviation: .infinity) }
    if before == after {
      let isStrict = self == .less || self == .greater
      return LineStanding(kind: isStrict ? .fails : .holds)
    }
    let distance = abs(before - after)
    // By how much the side that should be the larger one is smaller.
    let excess =
      switch self {
      case .equal, .near: distance
      case .less, .lessEqual: before - after
      case .greater, .greaterEqual: after - before
      }
    let holds = isEquality ? distance <= allowed && distance.isFinite : excess <= allowed && !(excess == .infinity)
    return LineStanding(kind: holds ? .holds : .fails, deviation: max(0, excess), slack: distance)
  }
}
