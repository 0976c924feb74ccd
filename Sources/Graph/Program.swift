// A recorded computation kept to run again with other inputs, without recording it again.
import TensorKit

/// A recorded computation made ready to be run as often as one likes with other values for its inputs. It outlives its trace.
/// Everything else stays as it was when it was made: constants, parameters' values, draws.
public final class Program {
  private let plan: Plan
  private let outputs: [Int32]
  private let inputs: [(local: Int32?, signature: Signature)]
  private var source: KeptSource

  /// The computation of `outputs` as a function of `inputs`, which must be given tensors and not results of operations.
  public init(_ outputs: [Tensor], inputs: [Tensor]) throws {
    guard let graph = outputs.first?.graph else {
      throw TensorError.missingArgument(operation: "program", argument: "outputs")
    }
    let ids = try outputs.map { try graph.checked($0, Op.constant).id }
    // A result that was looked at is known already; what matters here is how it comes to be.
    let known = ids.map { graph.nodes[Int($0)].value }
    graph.forgetValues(of: ids.filter { graph.nodes[Int($0)].operandCount > 0 })
    defer { graph.restoreValues(known, of: ids) }
    let (collected, plan) = try graph.plan(for: ids)
    self.plan = plan
    self.outputs = collected.outputs
    source = KeptSource(graph, collected)
    self.inputs = try inputs.map { input in
      let id = try graph.checked(input, Op.constant).id
      guard graph.nodes[Int(id)].operandCount == 0, graph.op(id) !== Op.scalar else {
        throw TensorError.structure(operation: "program", reason: "an input must be a given tensor, not a result")
      }
      return (collected.ids.firstIndex(of: id).map(Int32.init), Signature(input.shape, input.dtype))
    }
  }

  /// The outputs for these inputs.
  public func callAsFunction(_ values: [NDArray]) throws -> [NDArray] {
    guard values.count == inputs.count else {
      throw TensorError.structure(operation: "program", reason: "\(values.count) values for \(inputs.count) inputs")
    }
    for (value, input) in zip(values, inputs) {
      guard value.shape == input.signature.shape else {
        throw TensorError.shapesDoNotMeet(operation: "program", left: value.shape, right: input.signature.shape)
      }
      guard value.dtype == input.signature.dtype else {
        throw TensorError.precision(
          operation: "program", argument: "input", found: value.dtype, expected: "\(input.signature.dtype)")
      }
      if let local = input.local { source.arrays[Int(local)] = value }
    }
    try source.device.checkCancelled()
    return try PlanRun.results(of: plan, source, outputs)
  }
}

/// What a program keeps of the trace it was made from.
private struct KeptSource: PlanSource {
  let device: Device
  var arrays: [NDArray?]
  private let scalars: [(value: Double, dtype: DType)?]
  private let numberLists: [[Double]]

  init(_ graph: Graph, _ collected: Collected) {
    device = graph.device
    arrays = collected.ids.map { graph.value(of: $0) }
    scalars = collected.ids.map { id in
      graph.op(id) === Op.scalar ? (graph.numbers(of: id)[0], graph.nodes[Int(id)].dtype) : nil
    }
    numberLists = collected.ids.map { graph.numbers(of: $0) }
  }

  var count: Int { arrays.count }
  func array(_ local: Int32) -> NDArray? { arrays[Int(local)] }
  func scalar(_ local: Int32) -> (value: Double, dtype: DType)? { scalars[Int(local)] }
  func numbers(_ local: Int32) -> [Double] { numberLists[Int(local)] }
  func noteFailure(_ local: Int32) {}
}
