// A derivative of one's own, in place of the one that would follow from how a value was computed.
import TensorKit

/// A rule that replaces the derivative of a computation. Make it once and apply it often: computations that share it share plans.
public final class CustomDerivative: Sendable {
  /// The rule: the cotangent of the result and the inputs give a cotangent for each input, nil where none flows.
  public typealias Rule = @Sendable (_ cotangent: Tensor, _ inputs: [Tensor]) throws -> [Tensor?]

  private let row: OpSpec

  /// A rule under a name that reports use. It is recorded with whatever inputs it meets (in float64 for checks, with an extra axis
  /// under `map`), so it must compute from what it is given alone.
  public init(_ name: String, _ rule: @escaping Rule) {
    row = CustomDerivative.row(name, rule)
  }

  /// `output` as it is, with this derivative with respect to `inputs`.
  public func callAsFunction(_ output: Tensor, inputs: [Tensor]) throws -> Tensor {
    try CustomDerivative.record(row, output, inputs)
  }

  private static func record(_ row: OpSpec, _ output: Tensor, _ inputs: [Tensor]) throws -> Tensor {
    output.graph.keep(row)
    return try output.graph.record(row, [output] + inputs)
  }

  private static func row(_ name: String, _ rule: @escaping Rule) -> OpSpec {
    OpSpec(
      name, [.tensor("output")], summary: "A value with a derivative of one's own.", example: "",
      behaviour: .primitive(
        Primitive(
          apply: { call in try call.graph.record(call.op, call.tensors) },
          infer: { inference in
            guard let output = inference.operands.first else {
              throw TensorError.missingArgument(operation: name, argument: "output")
            }
            return output
          },
          compute: { $0.operands[0] },
          pullback: .rule { p in
            let inputs = Array(p.operands.dropFirst())
            let cotangents = try rule(p.cotangent, inputs)
            guard cotangents.count == inputs.count else {
              throw TensorError.structure(
                operation: name, reason: "its rule gives \(cotangents.count) cotangents for \(inputs.count) inputs")
            }
            for (cotangent, input) in zip(cotangents, inputs) {
              if let cotangent, !input.shape.broadcasts(to: cotangent.shape) {
                throw TensorError.shapesDoNotMeet(operation: name, left: cotangent.shape, right: input.shape)
              }
            }
            return [nil] + cotangents
          },
          batching: .rule { b in
            // The rule knows unbatched shapes, so it is mapped itself.
            let operands = try b.operands.indices.map { try b.batched($0) }
            let mapped = CustomDerivative.row(name) { cotangent, inputs in
              let results = try mapAll(
                { parts in
                  try zip(rule(parts[0], Array(parts.dropFirst())), parts.dropFirst()).map { try $0 ?? zeros(like: $1) }
                }, over: [cotangent] + inputs)
              return results
            }
            return try record(mapped, operands[0], Array(operands.dropFirst()))
          })),
      samples: [], definition: .property { _, _ in true })
  }
}

extension Graph {
  /// Keeps a row alive as long as nodes may refer to it.
  func keep(_ row: OpSpec) {
    if !ownRows.contains(where: { $0 === row }) { ownRows.append(row) }
  }

  /// Whether a node is a value with a derivative of one's own: its first operand is the value, the others are its inputs.
  func isCustom(_ id: Int32) -> Bool {
    let row = op(id)
    return ownRows.contains { $0 === row }
  }
}
