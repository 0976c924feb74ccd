// Estimates that a mapped function gives: those of all rows become one.
import Graph
import TensorKit

extension Machine {
  /// A row's result with each estimate taken apart into the tensors it consists of: mapping knows only tensors.
  func spreadOut(_ value: Value) throws -> Value {
    switch value {
    case .tuple(let tuple): return .tuple(Tuple(try tuple.elements.map { try spreadOut($0) }, labels: tuple.labels))
    case .host:
      guard let estimate = value.estimate else { return value }
      let pulls = try estimate.parts(in: graph).map { Value.tensor(TensorValue($0.pull)) }
      return .tuple(Tuple([.tensor(estimate.mean)] + pulls))
    default: return value
    }
  }

  /// The results of all rows, in which what was an estimate in one row is one for all of them. What every row drew was drawn anew, so the
  /// rows' draws are paired one by one.
  func puttingTogether(_ mapped: Value, like row: Value) throws -> Value {
    switch (row, mapped) {
    case (.tuple(let rows), .tuple(let tuple)) where rows.elements.count == tuple.elements.count:
      return .tuple(
        Tuple(try zip(tuple.elements, rows.elements).map { try puttingTogether($0, like: $1) }, labels: tuple.labels))
    case (.host, .tuple(let tuple)):
      guard let estimate = row.estimate, let first = tuple.elements.first else { return mapped }
      let result = try recording {
        // Draws come first, then rows.
        let pulls = try tuple.elements.dropFirst().map { part in
          let pull = try tensor(part)
          return try graph.record(Op.permute, [pull], attributes: [1, 0] + Array(2..<max(2, pull.rank)))
        }
        return Value.host(
          try Estimate(mean: tensor(first), parts: zip(estimate.sets, pulls).map { (draws: $0, pull: $1) }))
      }
      try finish(result)
      return result
    default: return mapped
    }
  }
}
