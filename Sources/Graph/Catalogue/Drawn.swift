// The row of a draw that is cut off from the parameters of its distribution: not an operator of the language.
import TensorKit

extension Op {
  /// The first operand as it is: a draw. The others are the parameters that it was drawn from. A derivative that reaches any of
  /// them through the draw is an error, because the draw itself holds still while its distribution moves; zero would be wrong.
  /// The attribute is the place of the draw's differentiable form in `drawnForms`.
  package static let drawn = OpSpec(
    "drawn", [.tensor("x"), .option("parameters", .tensors)], summary: "A draw, as it is.", example: "",
    behaviour: .primitive(
      Primitive(
        apply: { call in try call.graph.record(call.op, call.tensors, attributes: [0]) },
        infer: { inference in
          guard let draw = inference.operands.first else {
            throw TensorError.missingArgument(operation: "drawn", argument: "x")
          }
          return draw
        },
        compute: { $0.operands[0] },
        pullback: .rule { p in
          let form = p.attributes.first.flatMap { drawnForms.indices.contains($0) ? drawnForms[$0] : nil }
          throw TensorError.notDifferentiable(operation: p.op.name, reason: form ?? "")
        },
        batching: .rule { b in
          try b.record([b.batched(0)] + b.operands.dropFirst(), attributes: b.attributes)
        })),
    samples: [], definition: .property { _, _ in true })

  /// How draws are written so that they move with their parameters. The first stands for draws that have no such form.
  package static let drawnForms = [
    "", "μ + σ * normal(…)", "mean + sd * normal(…)", "a + (b - a) * uniform(…)", "exponential(…) / rate",
    "mean + scale * (exponential(…) - exponential(…))", "mean + L @ normal(…)",
  ]
}
