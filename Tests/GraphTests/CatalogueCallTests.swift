// The whole catalogue: malformed calls are refused with a reason, mapped calls do what a loop does.
import AulaCore
import Testing

@Suite("Catalogue calls") struct CatalogueCallTests {
  @Test("malformed calls are refused", arguments: Catalogue.rows) func rejects(_ row: OpSpec) throws {
    for (index, sample) in row.rejects.enumerated() {
      let trial = Trial(row, sample, seed: index)
      let graph = testGraph()
      #expect(throws: TensorError.self, "\(row.name) \(sample)") {
        for result in try trial.call(trial.tensors(in: graph), in: graph) { _ = try result.value() }
      }
    }
    let graph = testGraph()
    let unknown: [(label: String?, value: Argument)] = [("no_such_label", .option(.int(1)))]
    #expect(throws: TensorError.self) { try row.results(of: unknown, in: graph) }
    let many: [(label: String?, value: Argument)] = (0...row.parameters.count).map { _ in (nil, .option(.number(1))) }
    #expect(throws: TensorError.self) { try row.results(of: many, in: graph) }
    if row.parameters.contains(where: { $0.standard == nil }) {
      #expect(throws: TensorError.self) { try row.results(of: [], in: graph) }
    }
  }

  @Test("tensors of another graph or an ended trace are refused", arguments: Catalogue.rows)
  func foreign(_ row: OpSpec) throws {
    guard let trial = row.trials.first(where: { !$0.inputs.isEmpty }) else { return }
    let (graph, other) = (testGraph(), testGraph())
    #expect(throws: TensorError.self) { try trial.call(trial.tensors(in: other), in: graph) }
    let ended = try trial.tensors(in: graph)
    graph.forget()
    #expect(throws: TensorError.self) { try trial.call(ended, in: graph) }
  }

  @Test("any shapes and types either work or are refused", arguments: Catalogue.rows) func abuse(_ row: OpSpec) throws {
    let shapes: [[Int]] = [
      [], [0], [1], [3], [2, 3], [3, 2], [3, 3], [2, 0, 3], [1, 1, 4, 4], [1, 1, 1, 1, 1, 1, 1, 2],
    ]
    let options: [Option] = [
      .int(0), .int(-1), .int(3), .int(Int.max), .int(Int.min), .ints([]), .ints([0]), .ints([2, 2]),
      .ints([-1, Int.max]),
      .flag(true), .number(0.5), .number(.nan), .number(1e300), .text("ij,jk->ik"), .text(""), .absent,
    ]
    var numbers = TestNumbers(seed: 11)
    let device = Device(threads: 1, memoryBudget: 1 << 24)
    for _ in 0..<60 {
      let graph = Graph(device: device, seed: 1)
      func anyTensor() throws -> Tensor {
        let dims = shapes[numbers.below(shapes.count)]
        let values = (0..<dims.reduce(1, *)).map { _ in numbers.normal() }
        let x = try graph.tensor(values, shape: Shape(dims))
        let conversions = [Op.float64, Op.float32, Op.int, Op.bool]
        return try conversions[numbers.below(6) % 4](x)
      }
      do {
        var arguments: [(label: String?, value: Argument)] = []
        for parameter in row.parameters {
          switch parameter.kind {
          case .tensor: arguments.append((parameter.name, .tensor(try anyTensor())))
          case .tensors:
            arguments.append((parameter.name, .tensors(try (0..<numbers.below(4)).map { _ in try anyTensor() })))
          default:
            if parameter.standard != nil && numbers.below(2) == 0 { continue }
            arguments.append((parameter.name, .option(options[numbers.below(options.count)])))
          }
        }
        for result in try row.results(of: arguments, in: graph) {
          let promised = result.shape
          let value = try result.value()
          #expect(value.shape == promised, "\(row.name)")
        }
      } catch is TensorError {
        continue
      }
    }
  }

  @Test("mapped is what a loop gives", arguments: Catalogue.rows.filter { !$0.isRandom }) func mapped(_ row: OpSpec)
    throws
  {
    let size = 3
    for (number, sample) in row.samples.enumerated() where !sample.inputs.isEmpty {
      let trials = (0..<size).map { Trial(row, sample, seed: 1000 * number + $0) }
      let width = trials[0].inputs.count
      let masks =
        width == 1
        ? [[true]] : [Array(repeating: true, count: width)] + (0..<width).map { one in (0..<width).map { $0 == one } }
      for mask in masks {
        let graph = testGraph()
        var looped: [[NDArray]] = []
        for trial in trials {
          let tensors = try (0..<width).map { position in
            try graph.tensor((mask[position] ? trial : trials[0]).inputs[position].array(graph.device))
          }
          looped.append(try trials[0].call(tensors, in: graph).map { try $0.value() })
        }
        let stacked = try (0..<width).filter { mask[$0] }.map { position in
          try stack(trials.map { $0.inputs[position] }, in: graph)
        }
        let fixed = try (0..<width).map { try graph.tensor(trials[0].inputs[$0].array(graph.device)) }
        let results = try mapAll(
          { parts in
            var parts = parts[...]
            let tensors = (0..<width).map { mask[$0] ? parts.removeFirst() : fixed[$0] }
            return try trials[0].call(tensors, in: graph)
          }, over: stacked)
        for (index, result) in results.enumerated() {
          let value = try result.value()
          #expect(value.shape.dims == [size] + looped[0][index].shape.dims, "\(row.name) \(sample)")
          let expected = looped.flatMap { $0[index].doubles }
          #expect(
            agree(value.doubles, expected, relative: 1e-9, absolute: 1e-10),
            "\(row.name) \(sample) mapped over \(mask): \(value.doubles.prefix(8)), in a loop \(expected.prefix(8))")
        }
      }
    }
  }

  private func stack(_ inputs: [MadeInput], in graph: Graph) throws -> Tensor {
    var all = inputs[0]
    all.dims = [inputs.count] + inputs[0].dims
    all.values = inputs.flatMap(\.values)
    return try graph.tensor(all.array(graph.device))
  }
}
