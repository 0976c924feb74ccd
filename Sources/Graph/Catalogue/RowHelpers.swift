// Short ways to write the rows that are alike: element-wise functions of one and two numbers.
import CKernels

extension OpSpec {
  /// The row of an element-wise function of one number.
  static func function(
    _ name: String, _ kernel: ck_operation, _ summary: String, _ example: String,
    typing: Elementwise.Typing = .floating, on samples: [Sample] = [Sample(.normal([3, 4])), Sample(.normal([]))],
    means definition: @escaping @Sendable (Double) -> Double, pullback: PullbackRule
  ) -> ElementwiseSpec {
    ElementwiseSpec(
      name, [.tensor("x")], summary: summary, example: example,
      behaviour: .elementwise(Elementwise(kernel, typing, pullback)), samples: samples, definition: .each(definition))
  }

  /// The row of an element-wise function of two numbers.
  static func function2(
    _ name: String, _ kernel: ck_operation, _ summary: String, _ example: String,
    typing: Elementwise.Typing = .number, names: (String, String) = ("a", "b"), on samples: [Sample] = Sample.pairs,
    means definition: @escaping @Sendable (Double, Double) -> Double, pullback: PullbackRule
  ) -> ElementwiseSpec {
    ElementwiseSpec(
      name, [.tensor(names.0), .tensor(names.1)], summary: summary, example: example,
      behaviour: .elementwise(Elementwise(kernel, typing, pullback)), samples: samples,
      rejects: [Sample(.normal([3]), .normal([4])), Sample(.normal([2, 3]), .normal([3, 2]))],
      definition: .pairs(definition))
  }

  /// The row of an operator made of others, with one result.
  static func composite(
    _ name: String, _ parameters: [ParameterSpec], _ summary: String, _ example: String, on samples: [Sample],
    rejects: [Sample] = [], means definition: Definition, differentiability: Differentiability? = nil,
    as body: @escaping @Sendable (Call) throws -> Tensor
  ) -> OpSpec {
    OpSpec(
      name, parameters, summary: summary, example: example, behaviour: .composite { [try body($0)] },
      differentiability: differentiability, samples: samples, rejects: rejects, definition: definition)
  }
}

extension Sample {
  /// Two operands that meet in every way: alike, stretched on either side, and with a single number.
  static let pairs = [
    Sample(.normal([3, 4]), .normal([3, 4])), Sample(.normal([3, 4]), .normal([4])),
    Sample(.normal([2, 1, 3]), .normal([4, 1])), Sample(.normal([3]), .normal([])),
    Sample(.normal([]), .normal([2, 2])),
  ]
  /// As `pairs`, with the second operand well away from zero.
  static let quotients = [
    Sample(.normal([3, 4]), .uniform(0.5, 2, [3, 4])), Sample(.normal([3, 4]), .uniform(-2, -0.5, [4])),
    Sample(.normal([2, 1, 3]), .uniform(0.5, 2, [4, 1])), Sample(.normal([]), .uniform(0.5, 2, [3])),
    Sample(.normal([3]), .uniform(0.5, 2, [])),
  ]
}
