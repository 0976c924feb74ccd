// The whole catalogue: every operator on every sample, against its own plain definition and under every kind of input.
import AulaCore
import Testing

@Suite("Catalogue values") struct CatalogueValueTests {
  @Test("the row is complete", arguments: Catalogue.rows) func rowIsComplete(_ row: OpSpec) {
    #expect(row.summary.hasSuffix("."), "\(row.name): the summary is a sentence")
    #expect(!row.example.isEmpty, "\(row.name) has an example")
    #expect(!row.samples.isEmpty, "\(row.name) has samples")
    #expect(row.name.allSatisfy { $0.isLowercase || $0.isNumber || $0 == "_" })
    #expect(Catalogue.row(named: row.name) === row, "\(row.name) is the only row of its name")
  }

  @Test("values are what the definition says", arguments: Catalogue.rows) func values(_ row: OpSpec) throws {
    for trial in row.trials {
      let graph = testGraph()
      let results = try trial.call(trial.tensors(in: graph), in: graph).map { try $0.value() }
      try compare(results.map { Plain($0.shape.dims, $0.doubles) }, trial, relative: 1e-9, absolute: 1e-11)
    }
  }

  @Test("shapes and types are known before computing", arguments: Catalogue.rows) func signatures(_ row: OpSpec) throws
  {
    for trial in row.trials {
      let graph = testGraph()
      for result in try trial.call(trial.tensors(in: graph), in: graph) {
        let (shape, dtype) = (result.shape, result.dtype)
        let value = try result.value()
        #expect(value.shape == shape && value.dtype == dtype, "\(row.name) promised \(dtype) \(shape)")
      }
    }
  }

  @Test("float32 gives what float64 gives, in float32", arguments: Catalogue.rows) func single(_ row: OpSpec) throws {
    for trial in row.trials where !row.isRandom {
      let graph = testGraph()
      let rounded = trial.inputs.map { input in
        input.isFloating ? input.values.map { Double(Float($0)) } : input.values
      }
      let double = try trial.call(
        zip(trial.inputs, rounded).map { input, values in
          var copy = input
          copy.values = values
          return try graph.tensor(copy.array(graph.device))
        }, in: graph
      ).map { try $0.value() }
      let single = try trial.call(trial.tensors(in: graph, as: .float32), in: graph).map { try $0.value() }
      for (a, b) in zip(double, single) where !trial.inputs.isEmpty {
        let scale = a.doubles.filter(\.isFinite).map { abs($0) }.max() ?? 1
        #expect(
          agree(a.doubles, b.doubles, relative: 1e-4, absolute: 2e-5 * max(1, scale)),
          "\(row.name) \(trial.sample): \(a.doubles.prefix(8)) in float64, \(b.doubles.prefix(8)) in float32")
        if a.dtype == .float64 && trial.inputs.contains(where: \.isFloating) && row !== Op.float64 {
          #expect(b.dtype == .float32, "\(row.name) widened float32 to \(b.dtype)")
        }
      }
    }
  }

  @Test("views of every kind are read right", arguments: Catalogue.rows) func views(_ row: OpSpec) throws {
    for trial in row.trials where !row.isRandom {
      let graph = testGraph()
      let straight = try trial.call(trial.tensors(in: graph), in: graph).map { try $0.value().doubles }
      for style in ViewStyle.allCases {
        let views = try trial.inputs.map { try graph.tensor(style.view(of: $0.array(graph.device), on: graph.device)) }
        let viewed = try trial.call(views, in: graph).map { try $0.value().doubles }
        for (a, b) in zip(straight, viewed) {
          #expect(
            agree(a, b, relative: 1e-12, absolute: 1e-13),
            "\(row.name) of a \(style) view: \(b.prefix(8)) for \(a.prefix(8))")
        }
      }
    }
  }

  @Test("plans change nothing", arguments: Catalogue.rows) func plans(_ row: OpSpec) throws {
    for trial in row.trials {
      let values = try [true, false].map { plans in
        let graph = testGraph(plans: plans)
        return try trial.call(trial.tensors(in: graph), in: graph).map { try $0.value().doubles }
      }
      for (a, b) in zip(values[0], values[1]) {
        #expect(
          agree(a, b, relative: 1e-12, absolute: 1e-13),
          "\(row.name): \(a.prefix(8)) with plans, \(b.prefix(8)) without")
      }
    }
  }

  @Test("as many threads as one likes, the same bits", arguments: Catalogue.rows) func threads(_ row: OpSpec) throws {
    for trial in row.trials {
      let values = try [1, 2, 3].map { threads in
        let graph = testGraph(threads: threads)
        return try trial.call(trial.tensors(in: graph), in: graph).map { try $0.value().doubles.map(\.bitPattern) }
      }
      #expect(values[0] == values[1] && values[0] == values[2], "\(row.name) depends on the number of threads")
    }
  }

  private func compare(_ results: [Plain], _ trial: Trial, relative: Double, absolute: Double) throws {
    let call = trial.plainCall
    let expected: [Plain]
    switch trial.row.definition {
    case .each(let f): expected = [Plain(call.inputs[0].dims, call.inputs[0].values.map(f))]
    case .pairs(let f): expected = [stretched(call.inputs) { f($0[0], $0[1]) }]
    case .triples(let f): expected = [stretched(call.inputs) { f($0[0], $0[1], $0[2]) }]
    case .plain(let f): expected = f(call)
    case .property(let holds):
      #expect(holds(call, results), "\(trial.row.name) \(trial.sample): the property does not hold")
      return
    }
    #expect(results.count == expected.count)
    for (result, wanted) in zip(results, expected) {
      #expect(result.dims == wanted.dims, "\(trial.row.name) \(trial.sample)")
      let scale = wanted.values.filter(\.isFinite).map { abs($0) }.max() ?? 1
      #expect(
        agree(result.values, wanted.values, relative: relative, absolute: absolute * max(1, scale)),
        "\(trial.row.name) \(trial.sample): \(result.values.prefix(8)), by definition \(wanted.values.prefix(8))")
    }
  }

  private func stretched(_ inputs: [Plain], _ f: ([Double]) -> Double) -> Plain {
    let rank = inputs.map(\.dims.count).max() ?? 0
    let dims = (0..<rank).map { axis in
      inputs.map { input in
        let own = axis - (rank - input.dims.count)
        return own < 0 ? 1 : input.dims[own]
      }.reduce(1) { $0 == 1 ? $1 : $0 }
    }
    return Plain(dims) { index in f(inputs.map { $0[index] }) }
  }
}

/// Ways to hold the same elements in memory.
enum ViewStyle: CaseIterable {
  case everySecond, reversed, columnOrder, shifted

  func view(of array: NDArray, on device: Device) throws -> NDArray {
    let dims = array.shape.dims
    switch self {
    case .everySecond:
      let doubled = try spread(array, Shape(dims.map { max(1, $0 * 2) }), on: device)
      return doubled.sliced(starts: dims.map { _ in 0 }, sizes: dims, steps: dims.map { _ in 2 })
    case .reversed:
      let axes = Array(0..<dims.count)
      return try array.flipped(axes).contiguous(on: device).flipped(axes)
    case .columnOrder:
      let order = Array((0..<dims.count).reversed())
      return try array.permuted(order).contiguous(on: device).permuted(order)
    case .shifted:
      let larger = try spread(array, Shape(dims.map { $0 + 3 }), on: device, from: 2, step: 1)
      return larger.sliced(starts: dims.map { _ in 2 }, sizes: dims, steps: dims.map { _ in 1 })
    }
  }

  private func spread(_ array: NDArray, _ shape: Shape, on device: Device, from: Int = 0, step: Int = 2) throws
    -> NDArray
  {
    let dims = array.shape.dims
    let graph = Graph(device: device)
    let placed = try graph.record(
      Op.place, [graph.tensor(array)],
      attributes: shape.dims + dims.map { _ in step }, numbers: dims.map { _ in Double(from) })
    return try placed.value()
  }
}
