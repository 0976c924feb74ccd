// Parameters and optimizers: structures, shared parameters, and each optimizer against its formula written out.
import AulaCore
import Testing

#if canImport(Glibc)
  import Glibc
#endif

@Suite("Learning") struct LearningTests {
  private let graph = testGraph()

  private func parameter(_ name: String, _ values: [Double]) throws -> Parameter {
    Parameter(name, try NDArray(values, on: graph.device))
  }

  @Test("a gradient comes back in the model's structure, a shared parameter counts once") func structure() throws {
    let (w, b) = (try parameter("w", [1, 2]), try parameter("b", [3, 4]))
    let model = Structure.parts([
      ("encoder", .parts([("w", .leaf(w)), ("b", .leaf(b))])), ("decoder", .parts([("w", .leaf(w))])),
    ])
    #expect(model.distinctParameters.map(\.path) == ["encoder.w", "encoder.b"])
    let (value, gradient) = try valueAndGradient(
      of: { try Op.sum(w.tensor(in: graph) * w.tensor(in: graph) * b.tensor(in: graph)) }, over: model, in: graph)
    #expect(try value.number() == 19)
    #expect(try gradient.leaf(at: "encoder.w")?.value().doubles == [6, 16])
    #expect(try gradient.leaf(at: "decoder.w")?.value().doubles == [6, 16])
    #expect(try gradient["encoder"]?["b"]?.leaves[0].leaf.value().doubles == [1, 4])
  }

  @Test("earlier results keep the value they read") func versions() throws {
    let w = try parameter("w", [1])
    let before = try w.tensor(in: graph) * 10
    try w.assign(NDArray([5.0], on: graph.device))
    #expect(try before.value().doubles == [10])
    #expect(try w.tensor(in: graph).value().doubles == [5])
    #expect(w.version == 1)
    #expect(throws: TensorError.self) { try w.assign(NDArray([1.0, 2], on: graph.device)) }
    #expect(throws: TensorError.self) { try w.assign(NDArray([Float(1)], on: graph.device)) }
  }

  /// Three steps on fixed gradients, by the formula and by the optimizer.
  private func compare(
    _ optimizer: Optimizer, _ formula: (_ w: Double, _ g: Double, _ m: inout [Double], _ t: Int) -> Double
  ) throws {
    let start = [1.0, -2, 0.5]
    let gradients = [[0.3, -0.1, 2], [0.1, 0.4, -1], [-0.2, 0.0, 0.5]]
    let w = try parameter("w", start)
    let moments = Moments()
    var expected = start
    var kept = [[Double]](repeating: [0, 0], count: 3)
    for (t, gradient) in gradients.enumerated() {
      try optimizer.step([(w, graph.tensor(gradient))], moments: moments, in: graph)
      for index in 0..<3 { expected[index] = formula(expected[index], gradient[index], &kept[index], t + 1) }
      graph.forget()
    }
    #expect(
      agree(w.value.doubles, expected, relative: 1e-12, absolute: 1e-14),
      "\(optimizer.spec.name): \(w.value.doubles), by the formula \(expected)")
    #expect(moments.steps(of: w) == 3)
  }

  @Test("sgd in all its forms") func sgd() throws {
    try compare(Optimizer(.sgd, ["rate": 0.1])) { w, g, _, _ in w - 0.1 * g }
    try compare(Optimizer(.sgd, ["rate": 0.1, "momentum": 0.9])) { w, g, m, _ in
      m[0] = 0.9 * m[0] + g
      return w - 0.1 * m[0]
    }
    try compare(Optimizer(.sgd, ["rate": 0.1, "momentum": 0.9, "nesterov": 1, "weight_decay": 0.01])) { w, g, m, _ in
      let decayed = g + 0.01 * w
      m[0] = 0.9 * m[0] + decayed
      return w - 0.1 * (decayed + 0.9 * m[0])
    }
  }

  @Test("rmsprop and adagrad") func scaled() throws {
    try compare(Optimizer(.rmsprop, ["rate": 0.01])) { w, g, m, _ in
      m[0] = 0.9 * m[0] + 0.1 * g * g
      return w - 0.01 * g / (m[0].squareRoot() + 1e-8)
    }
    try compare(Optimizer(.adagrad, ["rate": 0.1])) { w, g, m, _ in
      m[0] += g * g
      return w - 0.1 * g / (m[0].squareRoot() + 1e-10)
    }
  }

  @Test("adam and adamw") func adam() throws {
    func moved(_ w: Double, _ g: Double, _ m: inout [Double], _ t: Int) -> Double {
      m[0] = 0.9 * m[0] + 0.1 * g
      m[1] = 0.999 * m[1] + 0.001 * g * g
      let (mean, square) = (m[0] / (1 - pow(0.9, Double(t))), m[1] / (1 - pow(0.999, Double(t))))
      return w - 0.05 * mean / (square.squareRoot() + 1e-8)
    }
    try compare(Optimizer(.adam, ["rate": 0.05])) { moved($0, $1, &$2, $3) }
    try compare(Optimizer(.adam, ["rate": 0.05, "weight_decay": 0.1])) { moved($0, $1 + 0.1 * $0, &$2, $3) }
    try compare(Optimizer(.adamw, ["rate": 0.05, "weight_decay": 0.1])) { w, g, m, t in
      moved(w, g, &m, t) - 0.05 * 0.1 * w
    }
  }

  @Test("settings are checked") func settings() throws {
    #expect(throws: TensorError.missingArgument(operation: "sgd", argument: "rate")) { try Optimizer(.sgd) }
    #expect(throws: TensorError.self) { try Optimizer(.adam, ["speed": 1]) }
    #expect(throws: TensorError.self) { try Optimizer(.adam, ["rate": -1]) }
    #expect(throws: TensorError.self) { try Optimizer(.adam, ["rate": .nan]) }
    #expect(OptimizerSpec.all.allSatisfy { $0.summary.hasSuffix(".") })
  }

  @Test("clipping by length and by value") func clipping() throws {
    let parts = try [graph.tensor([3.0, 0]), graph.tensor([0.0, 4])]
    let short = try clipped(parts, norm: 1).flatMap { try $0.value().doubles }
    #expect(agree(short, [0.6, 0, 0, 0.8], relative: 1e-14, absolute: 0))
    #expect(try clipped(parts, norm: 10)[0].value().doubles == [3, 0])
    #expect(try clipped(parts, value: 2)[1].value().doubles == [0, 2])
  }

  @Test("a step that fails moves nothing") func atomic() throws {
    let (w, v) = (try parameter("w", [1]), try parameter("v", [1]))
    let moments = Moments()
    let singular = try graph.tensor([1, 2, 2, 4], shape: [2, 2])
    let bad = try Op.reshape(Op.sum(Op.inverse(singular)), shape: [1])
    #expect(throws: TensorError.self) {
      try Optimizer(.sgd, ["rate": 1]).step([(w, graph.tensor([1.0])), (v, bad)], moments: moments, in: graph)
    }
    #expect(w.value.doubles == [1] && w.version == 0 && moments.steps(of: w) == 0)
  }

  @Test("each optimizer finds the bottom of a bowl", arguments: OptimizerSpec.all.indices) func bowl(_ index: Int)
    throws
  {
    let spec = OptimizerSpec.all[index]
    let w = try parameter("w", [2, -3])
    let optimizer = try Optimizer(spec, ["rate": spec.name == "adagrad" ? 0.5 : 0.05, "weight_decay": 0])
    let moments = Moments()
    var loss = 0.0
    for _ in 0..<600 {
      loss = try optimizer.descend(
        { try Op.sum(Op.square(w.tensor(in: graph) - 1)) }, over: w, moments: moments, in: graph)
    }
    #expect(loss < 1e-3, "\(spec.name) ended at \(loss)")
  }
}
