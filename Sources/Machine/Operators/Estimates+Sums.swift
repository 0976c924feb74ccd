// Sums, differences and lists of estimates, where how far the draws pull is known without a derivative.
import Diagnostics
import Graph
import Syntax
import TensorKit

extension Machine {
  /// `a op b` where one of them is an estimate.
  func binaryOfEstimates(_ op: BinaryOperator, _ a: Value, _ b: Value) throws -> Value {
    if op == .add || op == .subtract, let sum = try sum(a, b, subtracts: op == .subtract) { return sum }
    return try throughEstimates([a, b]) { try binary(op, $0[0], $0[1]) }
  }

  /// The sum or difference, where the estimates have its shape and precision; nil elsewhere. What only one of them depends on is not
  /// touched, so that a long sum takes no longer than its terms.
  private func sum(_ a: Value, _ b: Value, subtracts: Bool) throws -> Value? {
    let result: Value? = try recording {
      guard let left = try tensorOrMean(a), let right = try tensorOrMean(b) else { return nil }
      let mean = try subtracts ? left - right : left + right
      for value in [a, b] {
        guard let own = value.estimate?.mean else { continue }
        guard own.shape == mean.shape, own.dtype == mean.dtype else { return nil }
      }
      var groups = DrawGroups()
      for (draws, pull) in try a.estimate?.parts(in: graph) ?? [] { groups.add(draws, pull, of: 0) }
      for (draws, pull) in try b.estimate?.parts(in: graph) ?? [] { groups.add(draws, pull, of: 1) }
      groups.pairSets(always: false)
      let parts = try groups.all.map { group in
        (draws: group.draws, pull: try total(of: group, subtracts: subtracts))
      }
      return .host(try Estimate(mean: mean, parts: parts))
    }
    if let result { try finish(result) }
    return result
  }

  private func total(of group: DrawGroups.Group, subtracts: Bool) throws -> Tensor {
    var total: Tensor?
    for (source, pull) in group.pulls {
      let isTaken = subtracts && source == 1
      if let sum = total {
        total = try isTaken ? sum - pull : sum + pull
      } else {
        total = isTaken ? try -pull : pull
      }
    }
    return try total ?? graph.scalar(0)
  }

  /// `-m`.
  func negated(_ estimate: Estimate) throws -> Value {
    let result = try recording {
      let parts = try estimate.parts(in: graph).map { (draws: $0.draws, pull: try -$0.pull) }
      return Value.host(try Estimate(mean: -estimate.mean.tensor(in: graph), parts: parts))
    }
    try finish(result)
    return result
  }

  /// `[a, b, c]` where some are estimates.
  func stackOfEstimates(_ parts: [Value]) throws -> Value {
    let result = try recording {
      let means = try parts.map { part in
        try part.estimate.map { Value.tensor(TensorValue(try $0.mean.tensor(in: graph))) } ?? part
      }
      guard case .tensor(let stacked) = try stack(means) else { return Value.nothing }
      let mean = try stacked.tensor(in: graph)
      var groups = DrawGroups()
      for (index, part) in parts.enumerated() {
        for (draws, pull) in try part.estimate?.parts(in: graph) ?? [] { groups.add(draws, pull, of: index) }
      }
      groups.pairSets(always: true)
      let shape = Array(mean.shape.dims.dropFirst())
      let pulls = try groups.all.map { group in
        let none = try graph.full(0, Shape([group.draws.count] + shape), mean.dtype)
        var columns = [Tensor](repeating: none, count: parts.count)
        for (source, pull) in group.pulls {
          let converted = try graph.convert(pull, to: mean.dtype)
          columns[source] = columns[source] == none ? converted : try columns[source] + converted
        }
        let arguments: [(label: String?, value: Argument)] = [
          (nil, .tensors(columns)), ("axis", .option(.int(1))),
        ]
        return (draws: group.draws, pull: try Op.stack.results(of: arguments, in: graph)[0])
      }
      return .host(try Estimate(mean: mean, parts: pulls))
    }
    try finish(result)
    return result
  }

  /// The elements of an estimate along its first axis.
  func elements(of estimate: Estimate) throws -> Value {
    guard let size = estimate.mean.shape.dims.first else {
      throw Fault(.iterationOverNumber, ["found": .words(estimate.kind)], argument: 0)
    }
    guard size <= Machine.mostElements else { throw Fault(.tooManyElements) }
    var elements: [Value] = []
    for place in 0..<size {
      try countRound()
      elements.append(try index(.host(estimate), [.position(.number(Double(place)))]))
    }
    return .tuple(Tuple(elements))
  }
}
