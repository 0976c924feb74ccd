// Expectations of functions of a draw, and of every element of a draw: exact sums, quadrature, or the mean over many draws.
import Diagnostics
import Graph
import TensorKit

extension Machine {
  // MARK: Of a function of a whole draw

  /// The mean of `f` over all draws: an exact sum over finitely many values, an integral in up to three dimensions, else the mean
  /// over `count` draws.
  func expectation(_ distribution: Distribution, _ f: Value, samples count: Int) throws -> Value {
    if callableSignature(f) == nil { throw Fault(.notCallable, ["value": f.kindPhrase], argument: 1) }
    if let components = try distribution.components() {
      if try distribution.sort().shape.count == 1 || components.allSatisfy({ $0.part.model.name == "MvNormal" }) {
        return try weightedSum(components) { try expectation($0, f, samples: count) }
      }
      return try sampled(distribution, f, count)
    }
    if let outcomes = try distribution.outcomes() {
      if let sum = try sum(distribution, outcomes, f) { return sum }
      return try sampled(distribution, f, count)
    }
    let shape = try distribution.sort().shape
    if let base = distribution.base, (1...3).contains(shape.count) {
      let axes = (0..<shape.count).map { IntegralAxis.standard(base, $0, of: shape.count) }
      return try integral(over: axes) { machine, places, isRecorded in
        let t = try machine.arranged(places, as: shape)
        var placed = try distribution.require("_place", t, for: "expect")
        var logs: Value?
        if base == .line, case .tuple(let parts) = placed, parts.elements.count == 3 {
          (placed, logs) = (parts.elements[0], parts.elements[1])
        }
        // The points stay and their chances move: then derivatives are right also where the function jumps. Only where the support
        // moves the points must move with it.
        if isRecorded, base != .uniform {
          placed = .tensor(TensorValue(try stopGradient(machine.tensor(placed))))
          let ratio = try machine.ratio(distribution.require("logp", placed, for: "expect"))
          logs = try logs.map { try machine.binary(.add, machine.stillness($0), ratio) } ?? ratio
        }
        let value = try machine.call(f, [PassedArgument(placed)])
        return try logs.map { try machine.product(of: value, and: machine.density($0)) } ?? value
      }
    }
    if let support = try distribution.support(), shape.count == 1 {
      return try integral(from: support.0, to: support.1) { machine, x in
        let logp = try distribution.require("logp", x, for: "expect")
        return try machine.product(of: machine.call(f, [PassedArgument(x)]), and: machine.density(logp))
      }
    }
    return try sampled(distribution, f, count)
  }

  /// An integral over an own variable of a distribution.
  private func integral(
    from low: Value, to high: Value, _ body: @escaping (Machine, Value) throws -> Value
  ) throws -> Value {
    let integrand = Function(
      "integrand",
      .made(holding: []) { machine, arguments in
        try body(machine, arguments.first?.value ?? .nothing)
      }, signature: .anything)
    return try integrate(.function(integrand), [low, high])
  }

  /// The value, cut off from where it came from.
  private func stillness(_ value: Value) throws -> Value { self.value(of: try stopGradient(tensor(value))) }

  /// A logarithm of a density beside itself as it is now: 0, with the derivative of the logarithm. Where the density is 0 or infinite
  /// it does not move.
  private func ratio(_ logp: Value) throws -> Value {
    let logp = try tensor(logp)
    let difference = try logp - stopGradient(logp)
    return .tensor(TensorValue(try Op.choose(Op.isFinite(difference), difference, zeros(like: difference))))
  }

  /// The density that belongs to logarithms, one for each element; together it is their product.
  private func density(_ logs: Value) throws -> Value {
    .tensor(TensorValue(try Op.exp(Op.sum(tensor(logs)))))
  }

  /// Numbers one after the other as a tensor of a shape.
  private func arranged(_ places: [Value], as shape: Shape) throws -> Value {
    if shape.rank == 0, let only = places.first { return only }
    return .tensor(TensorValue(try graph.reshape(tensor(stack(places)), to: shape)))
  }

  private func weightedSum(
    _ components: [(weight: Value, part: Distribution)], _ value: (Distribution) throws -> Value
  ) throws -> Value {
    var total: Value?
    for (weight, part) in components {
      let term = try binary(.multiply, weight, value(part))
      total = try total.map { try binary(.add, $0, term) } ?? term
    }
    return total ?? .number(0)
  }

  /// The sum over all combinations of values of the elements; nil where these are too many.
  private func sum(_ distribution: Distribution, _ outcomes: [Value], _ f: Value) throws -> Value? {
    let sort = try distribution.sort()
    let (size, count) = (outcomes.count, sort.shape.count)
    var combinations = 1
    for _ in 0..<count {
      let (product, overflow) = combinations.multipliedReportingOverflow(by: size)
      guard !overflow, product <= Distribution.mostOutcomes, product * count <= 1 << 22 else { return nil }
      combinations = product
    }
    let numbers = try outcomes.map { try number($0) }
    let chances = try distribution.chances(of: outcomes)
    // The chances of all elements one after the other, and for each combination which of them it takes.
    let flat = try graph.reshape(
      graph.broadcast(chances, to: Shape(sort.shape.dims + [size])), to: Shape([max(1, count) * size]))
    var places: [Int] = []
    var values: [Double] = []
    for combination in 0..<combinations {
      var rest = combination
      for element in 0..<count {
        places.append(element * size + rest % size)
        values.append(numbers[rest % size])
        rest /= size
      }
    }
    let all = Shape([combinations] + sort.shape.dims)
    let array =
      sort.dtype == .int
      ? try NDArray(values.map { Int(saturating: $0) }, shape: all, on: device)
      : try NDArray(values, shape: all, on: device)
    var weights = try Op.take(flat, indices: graph.tensor(places, shape: Shape([combinations, count])))
    weights = try Op.prod(weights, axis: 1)
    let mapped = try tensor(map(f, over: [.tensor(TensorValue(array))]))
    let numbersOnly = mapped.dtype.isFloating ? mapped : try graph.convert(mapped, to: .float64)
    let shape = Shape([combinations] + mapped.shape.dims.dropFirst().map { _ in 1 })
    let stretched = try graph.reshape(weights, to: shape)
    // What cannot happen counts for nothing, even where the function is infinite.
    let isNothing = try Op.and(Op.equal(stretched, 0), Op.not(Op.isFinite(numbersOnly)))
    let terms = try Op.choose(isNothing, zeros(like: numbersOnly), numbersOnly)
    return value(of: try Op.sum(terms * stretched, axis: 0))
  }

  /// A tensor as a value.
  private func value(of tensor: Tensor) -> Value { .tensor(TensorValue(tensor)) }

  /// The mean over draws; derivatives flow as far as draws move with the parameters.
  private func sampled(_ distribution: Distribution, _ f: Value, _ count: Int) throws -> Value {
    let values = try map(f, over: [draws(distribution, count: count)])
    return try meanOfSamples(values)
  }

  /// What stands for the mean of samples: an estimate, where the library has them.
  private func meanOfSamples(_ samples: Value) throws -> Value {
    if let row = Natives.rows.first(where: { $0.name == "estimate" }) {
      return try row.body(self, [samples] + row.signature.parameters.dropFirst().map { _ in nil })
    }
    let mean = Function("mean", .row(Op.mean), signature: .anything)
    return try call(.function(mean), [PassedArgument(samples), PassedArgument(.number(0), label: "axis")])
  }

  // MARK: Of a function of each element

  /// The mean of `g` over every element of a draw, by itself. Where the logarithm of the density is known more exactly than from the
  /// rounded draw, `g` is given it.
  func elementwise(
    _ distribution: Distribution, _ operation: String,
    _ g: @escaping (_ machine: Machine, _ x: Value, _ logp: Value?) throws -> Value
  ) throws -> Value {
    if let components = try distribution.components() {
      return try weightedSum(components) { try elementwise($0, operation, g) }
    }
    if let outcomes = try distribution.outcomes() {
      let chances = try distribution.chances(of: outcomes)
      var total: Value?
      for (index, outcome) in outcomes.enumerated() {
        let chance = try Op.take(chances, indices: graph.tensor([index], shape: .scalar), axis: -1)
        let value = try tensor(g(self, outcome, nil))
        let isNothing = try Op.and(Op.equal(chance, 0), Op.not(Op.isFinite(value)))
        let term = Value.tensor(TensorValue(try Op.choose(isNothing, zeros(like: value), value) * chance))
        total = try total.map { try binary(.add, $0, term) } ?? term
      }
      return total ?? .number(0)
    }
    if let base = distribution.base, distribution.model.name != "MvNormal" {
      return try integral(over: [.standard(base)]) { machine, places, _ in
        let placed = try distribution.require("_place", places.first ?? .nothing, for: operation)
        guard base == .line else { return try machine.product(of: g(machine, placed, nil), and: .number(1)) }
        guard case .tuple(let parts) = placed, parts.elements.count == 3 else { return placed }
        let density = machine.value(of: try Op.exp(machine.tensor(parts.elements[1])))
        return try machine.product(of: g(machine, parts.elements[0], parts.elements[2]), and: density)
      }
    }
    if let support = try distribution.support() {
      return try integral(from: support.0, to: support.1) { machine, x in
        let logp = try machine.tensor(distribution.require("logp", x, for: operation))
        return try machine.product(of: g(machine, x, nil), and: .tensor(TensorValue(Op.exp(logp))))
      }
    }
    throw distribution.lacking(operation, operation)
  }

  // MARK: Entropy, and how far one distribution is from another

  func entropy(_ distribution: Distribution) throws -> Value {
    if let own = try distribution.call("entropy") { return own }
    return try elementwise(distribution, "entropy") { machine, x, logp in
      let logp = try machine.tensor(logp ?? distribution.require("logp", x, for: "entropy"))
      // Where the density is 0, 0 · log 0 is 0.
      return machine.value(of: try Op.choose(Op.isFinite(logp), -logp, zeros(like: logp)))
    }
  }

  /// The Kullback–Leibler divergence KL(p ‖ q).
  func divergence(_ p: Distribution, _ q: Distribution) throws -> Value {
    do {
      return try divergenceOfFitting(p, q)
    } catch let problem as Diagnostic where Machine.misfits.contains(problem.row.code) {
      // Told where it was asked for, and not somewhere inside the library.
      throw Fault(.differentVariables, notes: [Diagnostic.Note(problem.row.message, problem.values)])
    }
  }

  private static let misfits = [DiagnosticRow.shapesDoNotMeet.code, DiagnosticRow.innerSizes.code]

  private func divergenceOfFitting(_ p: Distribution, _ q: Distribution) throws -> Value {
    if p.model.name == q.model.name, let own = try p.call("kl", .model(q.model)) { return own }
    // A normal distribution of several numbers beside one that knows how they vary together.
    if q.model.name == "MvNormal", case .model(let joint) = try p.call("_joint") {
      return try divergence(Distribution(model: joint, machine: self), q)
    }
    if p.model.name == "MvNormal", case .model(let joint) = try q.call("_joint") {
      return try divergence(p, Distribution(model: joint, machine: self))
    }
    guard p.method("logp") != nil else { throw p.lacking("logp", "kl") }
    guard q.method("logp") != nil else { throw q.lacking("logp", "kl") }
    let pair = try elementwise(p, "kl") { machine, x, logp in
      let own = try logp ?? p.require("logp", x, for: "kl")
      let other = try q.require("logp", x, for: "kl")
      let ratio = try machine.tensor(machine.binary(.subtract, own, other))
      let finite = try Op.choose(Op.isFinite(ratio), ratio, zeros(like: ratio))
      let isBeyond = try machine.graph.convert(Op.equal(ratio, .infinity), to: ratio.dtype)
      return try machine.stack([machine.value(of: finite), machine.value(of: isBeyond)])
    }
    // Where p has mass and q has none, the divergence is infinite.
    let sum = try tensor(element(pair, 0))
    let beyond = try Op.greater(tensor(element(pair, 1)), 0)
    return value(of: try Op.choose(beyond, graph.full(.infinity, sum.shape, sum.dtype), sum))
  }
}
