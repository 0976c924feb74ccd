// What the tests of gradient checks share: inputs, small layers, and draws that need no other family.
import AulaCore
import Testing

/// A graph to check in, and inputs for it.
struct CheckBench {
  let graph: Graph
  private let seed: Int

  init(plans: Bool = true, seed: Int = 1) {
    graph = Graph(device: Device(threads: 1), usesPlans: plans)
    self.seed = seed
  }

  /// Numbers around 0, the same for the same shape and salt.
  func numbers(_ shape: Shape, salt: Int = 0) -> [Double] {
    var source = TestNumbers(seed: seed &* 31 &+ salt)
    return (0..<shape.count).map { _ in source.normal() }
  }

  func normal(_ shape: Shape, salt: Int = 0) throws -> Tensor {
    try graph.tensor(numbers(shape, salt: salt), shape: shape)
  }

  func single(_ shape: Shape, salt: Int = 0) throws -> Tensor {
    try graph.tensor(numbers(shape, salt: salt).map { Float($0) }, shape: shape)
  }

  func values(_ values: Double...) throws -> Tensor { try graph.tensor(values) }

  func parameter(_ name: String, _ shape: Shape, salt: Int = 0, single: Bool = false) throws -> Parameter {
    let list = numbers(shape, salt: salt)
    return Parameter(
      name,
      single
        ? try NDArray(list.map { Float($0) }, shape: shape, on: graph.device)
        : try NDArray(list, shape: shape, on: graph.device))
  }
}

/// The sum of all elements.
func total(_ x: Tensor) throws -> Tensor { try Op.sum(x) }

/// A two-layer network's squared error.
func networkLoss(_ x: Tensor, _ w1: Tensor, _ b1: Tensor, _ w2: Tensor, _ b2: Tensor) throws -> Tensor {
  let hidden = try Op.tanh(Op.matmul(x, w1) + b1)
  let out = try Op.matmul(hidden, w2) + b2
  return try total(Op.square(out - 0.3)) / Double(x.shape[0])
}

/// A computation with one derivative of one's own inside: `inner` takes its place between layers of others.
func surrounded(_ inner: @escaping (Tensor) throws -> Tensor) -> (Tensor) throws -> Tensor {
  { x in
    let before = try Op.sin(x) * 0.7 + x
    let after = try inner(before)
    return try total(Op.exp(after * 0.3) * Op.cos(after))
  }
}

extension GradientReport {
  /// The worst relative error of all parameters.
  var worstRelative: Double { entries.compactMap { $0.largestRelative?.relativeError }.max() ?? 0 }
}

enum TestDraw {
  /// Draws around 0 whose counter is taken at recording, as the family of draws does it; not differentiable in its operand.
  static let noisy: OpSpec = OpSpec(
    "noisy", [.tensor("x")], summary: "", example: "",
    behaviour: .primitive(
      Primitive(
        apply: { call in
          let x = try call.tensor("x")
          let counter = call.graph.random.counter
          call.graph.random = RandomStream(
            seed: call.graph.random.seed, stream: call.graph.random.stream, counter: counter &+ UInt64(x.shape.count))
          return try call.graph.record(call.op, [x], numbers: [Double(counter)])
        },
        infer: { $0.operands[0] },
        compute: { e in
          var source = TestNumbers(seed: Int(e.numbers[0]) + 5)
          let values = e.operands[0].doubles.map { $0 * 0 + source.normal() }
          return e.result.dtype == .float32
            ? try NDArray(values.map { Float($0) }, shape: e.result.shape, on: e.device)
            : try NDArray(values, shape: e.result.shape, on: e.device)
        },
        pullback: .none("a draw does not move with what it is drawn from"), batching: .impossible("it is a test"),
        isDraw: true)),
    samples: [], definition: .property { _, _ in true })

  /// Squares in a way that has no batching rule.
  static let stubborn: OpSpec = OpSpec(
    "stubborn", [.tensor("x")], summary: "", example: "",
    behaviour: .primitive(
      Primitive(
        apply: { call in try call.graph.record(call.op, call.tensors) }, infer: { $0.operands[0] },
        compute: { e in try NDArray(e.operands[0].doubles.map { $0 * $0 }, shape: e.result.shape, on: e.device) },
        pullback: .unary { g, x, _ in try g * x * 2 }, batching: .impossible("it is a test"))),
    samples: [], definition: .property { _, _ in true })

  /// An operator without a derivative.
  static let hard: OpSpec = OpSpec(
    "hard", [.tensor("x")], summary: "", example: "",
    behaviour: .primitive(
      Primitive(
        apply: { call in try call.graph.record(call.op, call.tensors) }, infer: { $0.operands[0] },
        compute: { $0.operands[0] }, pullback: .none("it was made so"),
        batching: .rule { try $0.record($0.operands, attributes: $0.attributes) })),
    samples: [], definition: .property { _, _ in true })
}
