// One row per operator: everything else about it (calls, shape checks, help, tests, derivatives, batching) is derived from the row.
import CKernels
import TensorKit

/// An operator: one row of the catalogue. Call it like a function: `try Op.sum(x, axis: 0)`.
///
/// It is not final only so that `ElementwiseSpec` and `ProductSpec` can add a quicker way to call it; nothing in any ever changes.
@dynamicCallable
public class OpSpec: @unchecked Sendable {
  /// The name in messages and in the language.
  public let name: String
  /// What it takes, in order.
  public let parameters: [ParameterSpec]
  /// The names of its results where there are several.
  public let results: [String]
  /// One sentence on what it gives.
  public let summary: String
  /// A line that shows it.
  public let example: String
  /// Whether it has derivatives, or why not.
  public let differentiability: Differentiability
  package let behaviour: Behaviour
  /// Inputs to try it on.
  package let samples: [Sample]
  /// Calls it must refuse.
  package let rejects: [Sample]
  /// What it means, by plain loops: the tests hold the operator to it.
  package let definition: Definition
  // What recording reads on every call is kept outside `behaviour`, whose closures would be retained.
  /// The element-wise kernel's code, or -1.
  let kernel: Int32
  /// How many operands the kernel takes.
  let arity: Int
  /// Whether floating operands of one precision give a result of that precision, so that recording can be quick.
  let isPlainFloating: Bool
  /// Whether no derivative flows through it.
  let isFlat: Bool
  /// Whether it is a draw that does not move with its operands, so that no derivative may pass it, not even unseen behind a
  /// result that is flat.
  let isRigidDraw: Bool
  /// Whether some operands have a better way to the same result (the logarithm of a sigmoid, a product with 1).
  let simplifies: Bool

  package init(
    _ name: String, _ parameters: [ParameterSpec], results: [String] = [], summary: String, example: String,
    behaviour: Behaviour, differentiability: Differentiability? = nil, samples: [Sample], rejects: [Sample] = [],
    definition: Definition
  ) {
    self.name = name
    self.parameters = parameters
    self.results = results
    self.summary = summary
    self.example = example
    self.behaviour = behaviour
    self.samples = samples
    self.rejects = rejects
    self.definition = definition
    isFlat = behaviour.isFlat
    isRigidDraw = behaviour.isRigidDraw || name == "drawn"
    switch behaviour {
    case .elementwise(let rule):
      kernel = Int32(rule.kernel.rawValue)
      arity = Int(ck_arity(kernel))
      isPlainFloating = rule.typing == .floating || rule.typing == .number
      simplifies = rule.kernel == CK_log || rule.kernel == CK_mul
      self.differentiability = differentiability ?? rule.pullback.differentiability
    case .primitive(let primitive):
      (kernel, arity, isPlainFloating, simplifies) = (-1, 0, false, false)
      self.differentiability = differentiability ?? primitive.pullback.differentiability
    case .composite:
      (kernel, arity, isPlainFloating, simplifies) = (-1, 0, false, false)
      self.differentiability = differentiability ?? .any
    }
  }

  /// Whether the value is random.
  var isDraw: Bool {
    if case .primitive(let primitive) = behaviour { return primitive.isDraw }
    return false
  }

  /// Whether the kernel compares truth values as they are.
  var kernelTakesTruth: Bool { kernel >= 0 && ck_find(kernel, CK_BOOL, 0) != nil }

  /// Calls the operator with arguments by position and label; gives its first result.
  public func dynamicallyCall(withKeywordArguments arguments: KeyValuePairs<String, any OperatorArgument>) throws
    -> Tensor
  {
    let results = try self.results(of: arguments.map { ($0.key.isEmpty ? nil : $0.key, $0.value.operatorArgument) })
    guard let first = results.first else {
      throw TensorError.structure(operation: name, reason: "gave no result")
    }
    return first
  }

  /// All results of a call with arguments by position (nil label) and by label.
  public func results(of arguments: [(label: String?, value: Argument)], in graph: Graph? = nil) throws -> [Tensor] {
    let call = try Call(self, arguments, graph: graph)
    switch behaviour {
    case .elementwise:
      return [try call.graph.recordElementwise(self, call.tensors)]
    case .primitive(let primitive):
      return [try primitive.apply(call)]
    case .composite(let body):
      return try body(call)
    }
  }
}

/// An element-wise operator. It is called with tensors alone, and recorded without a detour.
public final class ElementwiseSpec: OpSpec, @unchecked Sendable {
  /// The function of one operand.
  public func callAsFunction(_ x: Tensor) throws -> Tensor { try x.graph.recordElementwise(self, x) }

  /// The function of two operands.
  public func callAsFunction(_ x: Tensor, _ y: Tensor) throws -> Tensor { try x.graph.recordElementwise(self, x, y) }

  /// The function of a tensor and a number.
  public func callAsFunction(_ x: Tensor, _ y: Double) throws -> Tensor {
    try x.graph.recordElementwise(self, x, try x.graph.scalar(y))
  }

  /// The function of a number and a tensor.
  public func callAsFunction(_ x: Double, _ y: Tensor) throws -> Tensor {
    try y.graph.recordElementwise(self, try y.graph.scalar(x), y)
  }

  /// The function of three operands.
  public func callAsFunction(_ x: Tensor, _ y: Tensor, _ z: Tensor) throws -> Tensor {
    try x.graph.recordElementwise(self, [x, y, z])
  }
}

/// How an operator comes to its result.
package enum Behaviour: Sendable {
  /// A kernel of the element-wise catalogue; operands are stretched to one shape.
  case elementwise(Elementwise)
  /// A node of its own in the graph.
  case primitive(Primitive)
  /// Other operators, recorded one by one: derivatives and batching follow from theirs.
  case composite(@Sendable (Call) throws -> [Tensor])
}

extension Behaviour {
  fileprivate var isRigidDraw: Bool {
    if case .primitive(let primitive) = self, primitive.isDraw, case .none = primitive.pullback { true } else { false }
  }

  fileprivate var isFlat: Bool {
    switch self {
    case .elementwise(let rule): if case .flat = rule.pullback { true } else { false }
    case .primitive(let primitive): if case .flat = primitive.pullback { true } else { false }
    case .composite: false
    }
  }
}

/// Whether an operator has derivatives.
public enum Differentiability: Sendable, Hashable {
  /// Of every order.
  case any
  /// A first one; its own derivative is not promised.
  case first
  /// Constant between jumps: its derivative is zero wherever there is one.
  case flat(reason: String)
  /// None, with the reason.
  case none(reason: String)
}

/// How the cotangent of a result becomes cotangents of the operands.
package enum PullbackRule: Sendable {
  /// One cotangent per operand; nil where none flows. Stretched operands and precisions are mended by the caller.
  case rule(@Sendable (Pullback) throws -> [Tensor?])
  /// As `rule`, with only a first derivative.
  case firstOnly(@Sendable (Pullback) throws -> [Tensor?])
  /// No cotangent flows: the result does not move with its operands, except in jumps.
  case flat(String)
  /// Asking is an error.
  case none(String)

  /// The rule of a function of one operand: cotangent, operand, result.
  package static func unary(_ rule: @escaping @Sendable (_ g: Tensor, _ x: Tensor, _ y: Tensor) throws -> Tensor)
    -> PullbackRule
  {
    .rule { p in [try rule(p.cotangent, p.operands[0], p.output)] }
  }

  /// The rule of a function of two operands: cotangent, operands, result.
  package static func binary(
    _ rule: @escaping @Sendable (_ g: Tensor, _ a: Tensor, _ b: Tensor, _ y: Tensor) throws -> (Tensor, Tensor)
  ) -> PullbackRule {
    .rule { p in
      let (first, second) = try rule(p.cotangent, p.operands[0], p.operands[1], p.output)
      return [first, second]
    }
  }

  var differentiability: Differentiability {
    switch self {
    case .rule: .any
    case .firstOnly: .first
    case .flat(let reason): .flat(reason: reason)
    case .none(let reason): .none(reason: reason)
    }
  }
}

/// What a pullback rule is given.
package struct Pullback {
  /// The cotangent of the result: same shape and precision.
  package let cotangent: Tensor
  package let operands: [Tensor]
  package let output: Tensor
  package let op: OpSpec
  package let attributes: [Int]
  package let numbers: [Double]
  /// Which operands' cotangents are wanted; the others may be nil.
  package let needed: [Bool]

  package var graph: Graph { output.graph }
}

/// An element-wise operator: a kernel, which types it takes, and its derivative.
package struct Elementwise: Sendable {
  package enum Typing: Sendable, Hashable {
    /// Floating point; whole numbers and truth values become float64.
    case floating
    /// Any number; truth values become whole numbers.
    case number
    /// Numbers in, a truth value out.
    case comparison
    /// Truth values in and out.
    case logic
    /// A truth value first, then two of one type.
    case choice
    /// Anything in, the named type out.
    case conversion(DType)
  }
  package let kernel: ck_operation
  package let typing: Typing
  package let pullback: PullbackRule

  package init(_ kernel: ck_operation, _ typing: Typing, _ pullback: PullbackRule) {
    self.kernel = kernel
    self.typing = typing
    self.pullback = pullback
  }
}

/// An operator with a node of its own.
package struct Primitive: Sendable {
  /// Turns a call into a recorded node, after checking the arguments.
  package let apply: @Sendable (Call) throws -> Tensor
  /// The result's shape and type from the operands' and the attributes; throws what does not fit.
  package let infer: @Sendable (Inference) throws -> Signature
  /// Computes the value.
  package let compute: @Sendable (Execution) throws -> NDArray
  package let pullback: PullbackRule
  package let batching: Batching
  /// Whether the value is random: replays keep it, mapping draws anew.
  package let isDraw: Bool

  package init(
    apply: @escaping @Sendable (Call) throws -> Tensor,
    infer: @escaping @Sendable (Inference) throws -> Signature,
    compute: @escaping @Sendable (Execution) throws -> NDArray,
    pullback: PullbackRule,
    batching: Batching,
    isDraw: Bool = false
  ) {
    self.isDraw = isDraw
    self.apply = apply
    self.infer = infer
    self.compute = compute
    self.pullback = pullback
    self.batching = batching
  }
}

/// What a shape rule is given.
package struct Inference {
  package let op: OpSpec
  package let operands: [Signature]
  package let attributes: [Int]
  package let numbers: [Double]
}

/// What a computation is given.
package struct Execution {
  package let op: OpSpec
  package let device: Device
  package let operands: [NDArray]
  package let attributes: [Int]
  package let numbers: [Double]
  package let result: Signature
}

/// How an operator carries an extra leading axis, over which a function is mapped.
package enum Batching: Sendable {
  /// The rule records the operator over operands of which some carry the extra axis in front, and gives a result that does.
  case rule(@Sendable (Batched) throws -> Tensor)
  /// The operator cannot be mapped, with the reason.
  case impossible(String)

  /// Operators of one operand whose attributes become others when there is an axis in front.
  package static func shifted(
    _ attributes: @escaping @Sendable (_ attributes: [Int], _ size: Int, _ rank: Int) -> [Int]
  ) -> Batching {
    .rule { b in
      let rank = b.operands[0].shape.rank - 1
      return try b.record(b.operands, attributes: attributes(b.attributes, b.size, rank))
    }
  }
}

/// What a batching rule is given.
package struct Batched {
  package let graph: Graph
  package let op: OpSpec
  package let operands: [Tensor]
  /// Which operands carry the extra axis, in front.
  package let isBatched: [Bool]
  package let attributes: [Int]
  package let numbers: [Double]
  /// The extra axis's size.
  package let size: Int

  package func record(_ operands: [Tensor], attributes: [Int], numbers: [Double]? = nil) throws -> Tensor {
    try graph.record(op, operands, attributes: attributes, numbers: numbers ?? self.numbers)
  }

  /// The operand with the extra axis in front, stretched where it had none.
  package func batched(_ index: Int) throws -> Tensor {
    let x = operands[index]
    if isBatched[index] { return x }
    return try graph.broadcast(x, to: Shape([size] + x.shape.dims))
  }
}
