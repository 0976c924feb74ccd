// The nodes that are not operators of the language: given values, names for a function's arguments, and gradient stops.
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
