// Integrals of functions of the language: found in double precision, then recorded, so that derivatives flow.
import Diagnostics
import Graph
import TensorKit

extension Machine {
  /// The integral of a function over some axes. It gets the places along each axis, one number each, and is run for all of
  /// them at once. The panels are found by looking at values; what is recorded, where derivatives are, is the sum over the accepted
  /// ones: for it the function is run once more, and told so.
  func integral(
    over axes: [IntegralAxis], locate: (([Double]) -> [Double])? = nil,
    _ function: @escaping (_ machine: Machine, _ places: [Value], _ isRecorded: Bool) throws -> Value
  ) throws -> Value {
    let dimensions = axes.count
    var isRecorded = false
    let random = graph.random
    defer { graph.random = random }
    let mapped = Value.function(
      Function(
        "integrand",
        .made(holding: []) { machine, arguments in try function(machine, arguments.map(\.value), isRecorded) },
        signature: .anything))
    var shape = Shape.scalar
    var isSingle = false
    // In three dimensions the estimated error is some hundred times the true one.
    let exactness = [1e-11, 1e-9, 1e-6][min(dimensions, 3) - 1]
    let most = dimensions == 1 ? 2_000_000 : 1 << 24
    var search = AdaptiveIntegral(
      axes, tolerance: exactness, limit: integrandPatience.map { min(most, $0 << (4 * (dimensions - 1))) } ?? most,
      keepsPoints: traceDepth > 0,
      poll: { [self] in try countRound() },
      evaluate: { [self] columns in
        let found = try integrand(mapped, at: columns)
        shape = found.shape
        isSingle = found.isSingle
        let numbers = try graph.values(of: [found.tensor])[0].doubles
        // There may be millions of them, and nobody will ask for them again.
        graph.discard(found.places + [found.tensor])
        return (numbers, shape.count)
      })
    let result: IntegralResult
    defer { integrandPoints &+= search.used }
    do {
      do {
        result = try search.run()
      } catch IntegralFailure.notConverged where dimensions > 1 {
        // Better a few digits, and a word about them, than none.
        search = search.again(tolerance: 1e-5)
        result = try search.run()
      }
    } catch let failure as IntegralFailure {
      throw fault(failure, locate)
    }
    warn(of: result.error, above: dimensions < 3 ? 1e-8 : 1e-7)
    guard traceDepth > 0 else {
      let sums = try NDArray(result.sums, shape: shape, on: device)
      if isSingle { return .tensor(TensorValue(try graph.convert(graph.tensor(sums), to: .float32))) }
      return shape.rank == 0 ? .number(result.sums.first ?? 0) : .tensor(TensorValue(sums))
    }
    isRecorded = true
    let found = try integrand(mapped, at: result.points)
    let count = result.weights.count
    let weights = try graph.tensor(result.weights, shape: Shape([count] + shape.dims.map { _ in 1 }))
    let sum = try Op.sum(found.tensor * weights, axis: 0)
    return .tensor(TensorValue(try graph.convert(sum, to: isSingle ? .float32 : .float64)))
  }

  /// The integrand at places, in double precision, with the shape and precision of one of its values.
  private func integrand(
    _ function: Value, at columns: [[Double]]
  ) throws -> (tensor: Tensor, shape: Shape, isSingle: Bool, places: [Tensor]) {
    let start = graph.recordedCount
    let places = try columns.map { try graph.tensor($0) }
    let values = places.map { Value.tensor(TensorValue($0)) }
    let tensor = try recording {
      let value = try map(function, over: values)
      guard let tensor = try tensorIfAny(value) else {
        throw Fault(.integrandNotNumbers, ["kind": value.kindPhrase], argument: 0)
      }
      return tensor
    }
    let wide = try graph.widened([tensor.dtype.isFloating ? tensor : graph.convert(tensor, to: .float64)], since: start)
    return (wide[0], Shape(Array(tensor.shape.dims.dropFirst())), tensor.dtype == .float32, places)
  }

  private func fault(_ failure: IntegralFailure, _ locate: (([Double]) -> [Double])?) -> Fault {
    switch failure {
    case .notConverged(let error):
      let reached = error.isFinite ? Display().number(error) : "∞"
      return Fault(.integralNotConverged, ["error": .text(reached)], argument: 0)
    case .notFinite(let point):
      guard let locate else { return Fault(.expectationNotFinite, argument: 1) }
      let place = locate(point).map { Display().number($0) }.joined(separator: ", ")
      return Fault(.integrandNotFinite, ["place": .text(point.count > 1 ? "(\(place))" : place)], argument: 0)
    }
  }

  /// Says that an integral is less exact than one would expect.
  private func warn(of error: Double, above limit: Double) {
    guard error > limit, let origin = origin(of: graph.place) else { return }
    emit(.warning(Diagnostic(.integralInexact, at: origin.span, ["error": .text(Display().number(error))])))
  }

  // MARK: integrate(f, a, b)

  /// `integrate(f, a, b)`, or `integrate(f, (a1, b1), (a2, b2))` for functions of several numbers.
  func integrate(_ f: Value, _ limits: [Value]) throws -> Value {
    if callableSignature(f) == nil { throw Fault(.notCallable, ["value": f.kindPhrase], argument: 0) }
    let ranges = try self.ranges(limits)
    let axes = ranges.enumerated().map { index, range -> IntegralAxis in
      switch range.kind {
      case .finite: .unit(index, of: ranges.count)
      case .above, .below: .half(index, of: ranges.count)
      case .line: .line(index, of: ranges.count)
      }
    }
    let locate = { (point: [Double]) in zip(point, ranges).map { $1.number(at: $0) } }
    let integral = try integral(over: axes, locate: locate) { machine, places, _ in
      var arguments: [PassedArgument] = []
      var factor: Value = .number(1)
      for (place, range) in zip(places, ranges) {
        switch range.kind {
        case .finite:
          let width = try machine.binary(.subtract, range.to, range.from)
          let way = try machine.binary(.multiply, width, place)
          arguments.append(PassedArgument(try machine.binary(.add, range.from, way)))
          factor = try machine.binary(.multiply, factor, width)
        case .above: arguments.append(PassedArgument(try machine.binary(.add, range.from, place)))
        case .below: arguments.append(PassedArgument(try machine.binary(.subtract, range.from, place)))
        case .line: arguments.append(PassedArgument(place))
        }
      }
      return try machine.product(of: machine.call(f, arguments), and: factor)
    }
    // From a higher to a lower limit the sign changes.
    return try ranges.count(where: \.isReversed) % 2 == 1 ? negate(integral) : integral
  }

  /// The product of a value of a function and a number; a truth value counts as 0 or 1, so that integrals measure sets.
  func product(of value: Value, and factor: Value) throws -> Value {
    guard let tensor = try tensorIfAny(value) else {
      throw Fault(.integrandNotNumbers, ["kind": value.kindPhrase], argument: 0)
    }
    let number = tensor.dtype.isFloating ? tensor : try graph.convert(tensor, to: .float64)
    return try binary(.multiply, .tensor(TensorValue(number)), factor)
  }
}

/// A range of one variable.
private struct IntegralRange {
  enum Kind {
    case finite
    case above
    case below
    case line
  }
  let kind: Kind
  let (from, to): (Value, Value)
  let (low, high): (Double, Double)
  var isReversed = false

  /// What a place on the axis stands for.
  func number(at place: Double) -> Double {
    switch kind {
    case .finite: low + (high - low) * place
    case .above: min(low, high) + place
    case .below: max(low, high) - place
    case .line: place
    }
  }
}

extension Machine {
  private func ranges(_ limits: [Value]) throws -> [IntegralRange] {
    var pairs: [(Value, Value)] = []
    if limits.count == 2, !limits.contains(where: { if case .tuple = $0 { true } else { false } }) {
      pairs = [(limits[0], limits[1])]
    } else {
      for (index, limit) in limits.enumerated() {
        guard case .tuple(let tuple) = limit, tuple.elements.count == 2 else {
          throw Fault(.integralLimits, ["kind": limit.kindPhrase], argument: index + 1)
        }
        pairs.append((tuple.elements[0], tuple.elements[1]))
      }
    }
    guard (1...3).contains(pairs.count) else { throw Fault(.integralDimensions, ["count": "\(pairs.count)"]) }
    return try pairs.enumerated().map { index, pair in try range(pair.0, pair.1, argument: index + 1) }
  }

  private func range(_ from: Value, _ to: Value, argument: Int) throws -> IntegralRange {
    let (low, high) = (try number(from), try number(to))
    guard !low.isNaN, !high.isNaN else { throw Fault(.integralLimitNaN, argument: argument) }
    func make(_ kind: IntegralRange.Kind, _ from: Value, isReversed: Bool = false) -> IntegralRange {
      IntegralRange(kind: kind, from: from, to: to, low: low, high: high, isReversed: isReversed)
    }
    switch (low.isInfinite, high.isInfinite) {
    case (false, false): return make(.finite, from)
    case (false, true): return high > 0 ? make(.above, from) : make(.below, from, isReversed: true)
    case (true, false): return low < 0 ? make(.below, to) : make(.above, to, isReversed: true)
    case (true, true):
      // From infinity to the same infinity there is nothing.
      guard low != high else {
        return IntegralRange(kind: .finite, from: .number(0), to: .number(0), low: 0, high: 0)
      }
      return make(.line, from, isReversed: low > high)
    }
  }
}
