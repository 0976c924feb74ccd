// The nodes that are not operators of the language: given values, names for a function's arguments, and gradient stops.
import CKernels
import TensorKit

extension Op {
  /// A node whose value was given.
  static let constant = leaf("constant", "a given value")
  /// A single number, which plans take as an input.
  static let scalar = leaf("number", "a number")
  /// A function's argument while the function is being recorded.
  static let placeholder = leaf("argument", "a function's argument")

  private static func leaf(_ name: String, _ summary: String) -> OpSpec {
    OpSpec(
      name, [], summary: summary, example: "",
      behaviour: .primitive(
        Primitive(
          apply: { call in throw TensorError.cannotLook(reason: "\(call.op.name) is not called") },
          infer: { _ in throw TensorError.cannotLook(reason: "\(name) is not recorded over operands") },
          compute: { _ in throw TensorError.cannotLook(reason: "\(summary) has no value yet") },
          pullback: .none("it has no operands"), batching: .impossible("it has no operands"))),
      samples: [], definition: .property { _, _ in true })
  }

  /// The operand itself under a new name: derivatives are taken with respect to such names.
  static let alias = identity("argument_of", .rule { [$0.cotangent] })

  /// A cotangent through tanh, from its result: g·(1 − y²), in one kernel because every recurrent net is full of it.
  package static let tanhSlope = slope("tanh_slope", CK_tanhslope) { y in try y * -2 }
  /// A cotangent through the sigmoid, from its result: g·(y − y²).
  package static let sigmoidSlope = slope("sigmoid_slope", CK_sigmoidslope) { y in try 1 - y * 2 }

  /// The row of g·f(y), with f's derivative.
  private static func slope(
    _ name: String, _ kernel: ck_operation, _ derivative: @escaping @Sendable (Tensor) throws -> Tensor
  ) -> ElementwiseSpec {
    ElementwiseSpec(
      name, [.tensor("g"), .tensor("y")], summary: "A cotangent through an activation.", example: "",
      behaviour: .elementwise(
        Elementwise(
          kernel, .floating,
          .rule { p in
            let (outer, g, y) = (p.cotangent, p.operands[0], p.operands[1])
            let through = p.needed[0] ? try p.graph.recordElementwise(p.op, outer, y) : nil
            return [through, p.needed[1] ? try outer * g * derivative(y) : nil]
          })),
      samples: [], definition: .property { _, _ in true })
  }

  static func identity(_ name: String, _ pullback: PullbackRule, differentiability: Differentiability? = nil) -> OpSpec
  {
    OpSpec(
      name, [.tensor("x")], summary: "The operand itself.", example: "",
      behaviour: .primitive(
        Primitive(
          apply: { call in try call.graph.record(call.op, call.tensors) },
          infer: { $0.operands[0] }, compute: { $0.operands[0] }, pullback: pullback,
          batching: .rule { try $0.record($0.operands, attributes: $0.attributes) })),
      differentiability: differentiability, samples: [], definition: .each { $0 })
  }
}
