// Makes every call that the rows of the catalogue must refuse, and collects the errors.
import AulaCore

enum RejectedCalls {
  /// The errors of all calls that a row refuses: its own samples, and calls with arguments missing, unknown, too many.
  static func errors(of row: OpSpec) -> [TensorError] {
    var errors: [TensorError] = []
    func collect(_ body: (Graph) throws -> Void) {
      do { try body(Graph(device: Device(threads: 1, memoryBudget: 1 << 26), seed: 7)) } catch let error as TensorError
      {
        errors.append(error)
      } catch {}
    }
    for sample in row.rejects {
      collect { graph in
        let arguments = try self.arguments(of: sample, row, graph)
        for result in try row.results(of: arguments, in: graph) { _ = try result.value() }
      }
    }
    collect { _ = try row.results(of: [("no_such_label", .option(.int(1)))], in: $0) }
    collect { _ = try row.results(of: (0...row.parameters.count).map { _ in (nil, .option(.number(1))) }, in: $0) }
    collect { _ = try row.results(of: [], in: $0) }
    for option: Option in [.text("x"), .number(0.5), .ints([1, 2, 3]), .flag(true)] {
      for parameter in row.parameters {
        collect { graph in
          guard let sample = row.samples.first else { return }
          let given = try arguments(of: sample, row, graph).filter { $0.label != parameter.name }
          _ = try row.results(of: given + [(parameter.name, .option(option))], in: graph).map { try $0.value() }
        }
      }
    }
    return errors
  }

  private static func arguments(of sample: Sample, _ row: OpSpec, _ graph: Graph) throws -> [(
    label: String?, value: Argument
  )] {
    var state: UInt64 = 11
    let names = row.parameters.filter { $0.kind == .tensor || $0.kind == .tensors }.map(\.name)
    var arguments: [(label: String?, value: Argument)] = []
    for (position, input) in sample.inputs.enumerated() {
      let name = position < names.count ? names[position] : nil
      if case .list(let parts) = input {
        arguments.append((name, .tensors(try parts.map { try tensor($0, graph, &state) })))
      } else {
        arguments.append((name, .tensor(try tensor(input, graph, &state))))
      }
    }
    return arguments + sample.options.map { ($0.label, .option($0.value)) }
  }

  private static func tensor(_ input: Sample.Input, _ graph: Graph, _ state: inout UInt64) throws -> Tensor {
    func unit() -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(state >> 11) * 0x1p-53
    }
    func fill(_ dims: [Int], _ element: () -> Double) throws -> NDArray {
      try NDArray((0..<dims.reduce(1, *)).map { _ in element() }, shape: Shape(dims), on: graph.device)
    }
    switch input {
    case .normal(let dims), .positiveDefinite(let dims), .distinct(let dims):
      return try graph.tensor(fill(dims) { 2 * unit() - 1 })
    case .uniform(let low, let high, let dims): return try graph.tensor(fill(dims) { low + (high - low) * unit() })
    case .indices(let bound, let dims):
      let list = (0..<dims.reduce(1, *)).map { _ in Int(unit() * Double(bound)) }
      return try graph.tensor(NDArray(list, shape: Shape(dims), on: graph.device))
    case .truths(let dims):
      let list = (0..<dims.reduce(1, *)).map { _ in unit() < 0.5 }
      return try graph.tensor(NDArray(list, shape: Shape(dims), on: graph.device))
    case .values(let values, let dims): return try graph.tensor(NDArray(values, shape: Shape(dims), on: graph.device))
    case .counts(let values, let dims): return try graph.tensor(NDArray(values, shape: Shape(dims), on: graph.device))
    case .list(let parts): return try parts.first.map { try tensor($0, graph, &state) } ?? graph.scalar(0)
    }
  }
}
