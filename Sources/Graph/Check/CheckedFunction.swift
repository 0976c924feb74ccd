// The function under a check: recorded at the point or at a probe, with the same draws every time, in the check's precision.
import TensorKit

/// One run of a function.
struct CheckRecording {
  /// The arguments and the value as the program has them.
  let leaves: [Tensor]
  let value: Tensor
  /// The arguments in the precision of the check, and the single number that is checked.
  let wideLeaves: [Tensor]
  let output: Tensor
  let fingerprint: Fingerprint
  /// Whether the program looked at a value on the way.
  let looked: Bool
}

/// A function of several tensors, and how to run it again.
struct CheckedFunction {
  let graph: Graph
  let names: [String]
  /// The arguments as they are, in the program's precision.
  let arguments: [NDArray]
  let point: CheckPoint
  let order: Int
  private let random: RandomStream
  private let body: ([Tensor]) throws -> Tensor

  private static let weightSeed: UInt64 = 0x5EED_0F_C8EC
  private static let vectorSeed: UInt64 = 0x5EED_0F_2ECD

  init(
    _ graph: Graph, names: [String], arguments: [NDArray], dtype: DType, order: Int,
    _ body: @escaping ([Tensor]) throws -> Tensor
  ) throws {
    for (name, argument) in zip(names, arguments) where !argument.dtype.isFloating {
      throw TensorError.precision(
        operation: "gradient check", argument: name, found: argument.dtype, expected: "a floating type")
    }
    self.graph = graph
    self.names = names
    self.arguments = arguments
    self.order = order
    self.body = body
    random = graph.random
    point = CheckPoint(names: names, arrays: arguments, dtype: dtype)
  }

  /// Runs the function at the point, or at a probe, with the draws it had at first.
  func record(at probe: Probe? = nil) throws -> CheckRecording {
    let leaves = try arguments.indices.map { argument in
      guard let probe, probe.line.argument == argument else { return try graph.tensor(arguments[argument]) }
      let moved = try point.array(probe, on: graph.device)
      return arguments[argument].dtype == moved.dtype
        ? try graph.tensor(moved)
        : try graph.tensor(CheckedFunction.converted(moved, to: arguments[argument].dtype, on: graph.device))
    }
    graph.random = random
    defer { graph.random = random }
    let looks = graph.looks
    let start = Int32(graph.recordedCount)
    let value = try body(leaves)
    guard value.graph === graph else { throw TensorError.foreignTensor(operation: "gradient check") }
    guard value.isLive, leaves.allSatisfy(\.isLive) else { throw TensorError.endedTensor(operation: "gradient check") }
    let looked = graph.looks != looks
    guard value.dtype.isFloating else {
      throw TensorError.notDifferentiable(
        operation: value.operation.name, reason: "the result is \(value.dtype), which moves only in jumps")
    }
    let wideLeaves = try arguments.indices.map { argument in
      if let probe, probe.line.argument == argument { return try graph.tensor(point.array(probe, on: graph.device)) }
      return try graph.tensor(point.array(argument, on: graph.device))
    }
    return CheckRecording(
      leaves: leaves, value: value, wideLeaves: wideLeaves, output: try output(value, leaves, wideLeaves),
      fingerprint: Fingerprint(graph, value, leaves: leaves, since: start), looked: looked)
  }

  /// The single number whose slopes are compared: the value, a weighted sum of its elements, or for the second order a weighted
  /// sum of the gradient's elements, whose own gradient is the Hessian's product with the weights.
  private func output(_ value: Tensor, _ leaves: [Tensor], _ wideLeaves: [Tensor]) throws -> Tensor {
    let replacing = Dictionary(zip(leaves.map(\.id), wideLeaves), uniquingKeysWith: { first, _ in first })
    let wide = try graph.convert(graph.promoted([value], replacing: replacing, to: point.dtype)[0], to: point.dtype)
    let single = try weighted(wide, CheckedFunction.weightSeed, scales: nil)
    guard order == 2 else { return single }
    var sum: Tensor?
    for (index, gradient) in try graph.pullback(single, to: wideLeaves).enumerated() {
      guard let gradient else { continue }
      let seed = CheckedFunction.vectorSeed &+ UInt64(index)
      let part = try weighted(gradient, seed, scales: point.scales[index], always: true)
      sum = try sum.map { try $0 + part } ?? part
    }
    return try sum ?? graph.scalar(0, point.dtype)
  }

  private func weighted(_ x: Tensor, _ seed: UInt64, scales: [Double]?, always: Bool = false) throws -> Tensor {
    if x.shape.count == 1 && !always { return try graph.reshape(x, to: .scalar) }
    let weights = (0..<x.shape.count).map { Line.weight(seed, $0) * (scales?[$0] ?? 1) }
    let array = try NDArray(weights, shape: x.shape, on: graph.device)
    let tensor = try graph.tensor(CheckedFunction.converted(array, to: point.dtype, on: graph.device))
    return try graph.record(Op.sum, [x * tensor], attributes: [0] + Array(0..<x.rank))
  }

  static func converted(_ array: NDArray, to dtype: DType, on device: Device) throws -> NDArray {
    if array.dtype == dtype { return array }
    return dtype == .float32
      ? try NDArray(array.floats, shape: array.shape, on: device)
      : try NDArray(array.doubles, shape: array.shape, on: device)
  }
}
