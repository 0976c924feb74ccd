// The comparisons `== ≠ < ≤ > ≥ ≈` over values.
import Diagnostics
import Graph
import Syntax
import TensorKit

extension Machine {
  /// The value of `a op b` for a comparison: one truth value, or one for each element of a tensor.
  package func compare(_ op: ComparisonOperator, _ a: Value, _ b: Value, within: Value? = nil) throws -> Value {
    let allowed = try within.map { try number($0) }
    if let x = plainNumber(a), let y = plainNumber(b) { return .truth(Machine.holds(op, x, y, within: allowed)) }
    switch (a, b) {
    case (.host, _) where a.estimate != nil, (_, .host) where b.estimate != nil:
      return try compareEstimates(op, a, b, within: allowed)
    case (.text(let x), .text(let y)):
      return .truth(try Machine.holds(op, x, y))
    case (.truth(let x), .truth(let y)):
      switch op {
      case .equal, .near: return .truth(x == y)
      case .notEqual: return .truth(x != y)
      case .less, .lessEqual, .greater, .greaterEqual: throw noOrder(op, a)
      }
    case (.tuple, .tuple), (.function, .function), (.model, .model), (.optimizer, .optimizer), (.host, .host),
      (.nothing, _), (_, .nothing):
      var meeting = Meeting()
      switch op {
      case .equal: return .truth(try equal(a, b, near: false, within: nil, &meeting))
      case .notEqual: return .truth(try !equal(a, b, near: false, within: nil, &meeting))
      case .near:
        let holds = try equal(a, b, near: true, within: allowed, &meeting)
        return holds ? meeting.undecided.map { .host($0) } ?? .truth(true) : .truth(false)
      case .less, .lessEqual, .greater, .greaterEqual: throw noOrder(op, a)
      }
    default:
      guard let left = try tensorIfAny(a), let right = try tensorIfAny(b) else {
        throw Fault(
          .cannotCompare, ["op": .text(op.rawValue), "left": a.kindPhrase, "right": b.kindPhrase],
          notes: Machine.forgottenCall(a) + Machine.forgottenCall(b))
      }
      return .tensor(TensorValue(try compare(op, left, right, within: allowed)))
    }
  }

  // MARK: Numbers, texts, tensors

  /// The relative and absolute difference that `≈` allows.
  static func tolerance(isSingle: Bool) -> (relative: Double, absolute: Double) {
    isSingle ? (1e-4, 1e-6) : (1e-9, 1e-12)
  }

  /// A comparison of two numbers.
  package static func holds(_ op: ComparisonOperator, _ x: Double, _ y: Double, within: Double? = nil) -> Bool {
    switch op {
    case .equal: return x == y
    case .notEqual: return x != y
    case .less: return x < y
    case .lessEqual: return x <= y
    case .greater: return x > y
    case .greaterEqual: return x >= y
    case .near: return near(x, y, isSingle: false, within: within)
    }
  }

  /// Whether two numbers are near each other. NaN is near nothing, infinity only itself.
  static func near(_ x: Double, _ y: Double, isSingle: Bool, within: Double?) -> Bool {
    if x == y { return true }
    let difference = abs(x - y)
    guard difference.isFinite else { return false }
    if let within { return difference <= within }
    let (relative, absolute) = tolerance(isSingle: isSingle)
    return difference <= max(absolute, relative * max(abs(x), abs(y)))
  }

  private static func holds(_ op: ComparisonOperator, _ a: Text, _ b: Text) throws -> Bool {
    let (x, y) = (a.string, b.string)
    switch op {
    case .equal, .near: return x == y
    case .notEqual: return x != y
    case .less: return x < y
    case .lessEqual: return x <= y
    case .greater: return x > y
    case .greaterEqual: return x >= y
    }
  }

  private func compare(_ op: ComparisonOperator, _ a: Tensor, _ b: Tensor, within: Double?) throws -> Tensor {
    switch op {
    case .equal: return try Op.equal(a, b)
    case .notEqual: return try Op.notEqual(a, b)
    case .less: return try Op.less(a, b)
    case .lessEqual: return try Op.lessEqual(a, b)
    case .greater: return try Op.greater(a, b)
    case .greaterEqual: return try Op.greaterEqual(a, b)
    case .near:
      guard a.shape.broadcast(with: b.shape) != nil else {
        throw TensorError.shapesDoNotMeet(operation: op.rawValue, left: a.shape, right: b.shape)
      }
      let isSame = try Op.equal(a, b)
      if a.dtype == .bool && b.dtype == .bool { return isSame }
      let difference = try Op.absolute(a - b)
      let limit: Tensor
      if let within {
        limit = try graph.scalar(within)
      } else {
        let (relative, absolute) = Machine.tolerance(isSingle: a.dtype == .float32 || b.dtype == .float32)
        let size = try Op.maximum(Op.absolute(a), Op.absolute(b))
        limit = try Op.maximum(size * relative, graph.scalar(absolute))
      }
      // An infinite difference would be within an infinite limit.
      let isClose = try Op.and(Op.lessEqual(difference, limit), Op.isFinite(difference))
      return try Op.or(isSame, isClose)
    }
  }

  // MARK: Tuples, and what is only itself

  /// Pairs of tuples that were found equal: tuples may share parts so often that walking down every way would not end.
  private struct Meeting {
    private struct Pair: Hashable {
      let a: ObjectIdentifier
      let b: ObjectIdentifier
    }
    private var seen: Set<Pair> = []
    /// What could not be decided on the way, where nothing was found to differ.
    var undecided: Undecided?

    /// Whether the two meet for the first time.
    mutating func isNew(_ a: Tuple, _ b: Tuple) -> Bool {
      seen.insert(Pair(a: ObjectIdentifier(a), b: ObjectIdentifier(b))).inserted
    }
  }

  /// Whether two values are equal as a whole. Values of different kinds are not.
  private func equal(_ a: Value, _ b: Value, near isNear: Bool, within: Double?, _ meeting: inout Meeting) throws
    -> Bool
  {
    switch (a, b) {
    case (.host, _) where a.estimate != nil, (_, .host) where b.estimate != nil:
      guard let first = try sort(a), let second = try sort(b), first.shape == second.shape else { return false }
      switch try compareEstimates(isNear ? .near : .equal, a, b, within: within) {
      case .truth(let truth): return truth
      case .host(let object): meeting.undecided = meeting.undecided ?? object as? Undecided
      default: break
      }
      return true
    case (.nothing, .nothing): return true
    case (.truth(let x), .truth(let y)): return x == y
    case (.text(let x), .text(let y)): return try Machine.holds(.equal, x, y)
    case (.number(let x), .number(let y)): return Machine.holds(isNear ? .near : .equal, x, y, within: within)
    case (.tuple(let x), .tuple(let y)):
      guard x.elements.count == y.elements.count, x.labels == y.labels else { return false }
      // A pair that was met before was equal, or the search would be over. There are no loops: values never change.
      guard meeting.isNew(x, y) else { return true }
      for (first, second) in zip(x.elements, y.elements) {
        if try !equal(first, second, near: isNear, within: within, &meeting) { return false }
      }
      return true
    case (.function(let x), .function(let y)): return x === y
    case (.model(let x), .model(let y)): return x.identity === y.identity
    case (.optimizer(let x), .optimizer(let y)): return x === y
    case (.host(let x), .host(let y)): return x === y
    default:
      guard let left = try tensorIfAny(a), let right = try tensorIfAny(b), left.shape == right.shape else {
        return false
      }
      return try Op.all(compare(isNear ? .near : .equal, left, right, within: within)).value().item == 1
    }
  }

  private func noOrder(_ op: ComparisonOperator, _ value: Value) -> Fault {
    Fault(.noOrder, ["op": .text(op.rawValue), "kind": value.kindPhrase], notes: Machine.forgottenCall(value))
  }
}
