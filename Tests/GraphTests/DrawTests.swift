// Draws in a graph: what they depend on, what maps and derivatives make of them.
import AulaCore
import Testing

@Suite("Draws") struct DrawTests {
  private func normal(_ graph: Graph, _ dims: [Int], _ more: [(label: String?, value: Argument)] = []) throws -> Tensor
  {
    try Op.normal.results(of: [("shape", .option(.ints(dims)))] + more, in: graph)[0]
  }

  @Test("a draw is what the seed and the draws before it make it, not when it is computed") func order() throws {
    let (one, other) = (testGraph(), testGraph())
    let (a, b) = (try normal(one, [5]), try normal(one, [5]))
    let (c, d) = (try normal(other, [5]), try normal(other, [5]))
    let late = try d.value().floats
    #expect(try a.value().floats == c.value().floats)
    #expect(try b.value().floats == late)
    #expect(try a.value().floats != b.value().floats)
    #expect(try normal(testGraph(seed: 8), [5]).value().floats != a.value().floats)
  }

  @Test("draws are float32 unless asked") func precision() throws {
    let graph = testGraph()
    #expect(try normal(graph, [2]).dtype == .float32)
    #expect(try normal(graph, [2], [("mean", .option(.number(3)))]).dtype == .float32)
    #expect(try normal(graph, [2], [("precision", .option(.text("float64")))]).dtype == .float64)
  }

  @Test("mean and spread have derivatives") func derivatives() throws {
    let graph = testGraph()
    let standard = try normal(testGraph(), [4]).value().doubles
    let slope = try gradient(
      of: { try Op.sum(normal(graph, [4], [("mean", .tensor($0)), ("sd", .tensor($0))])) }, at: graph.scalar(2)
    ).number()
    #expect(abs(slope - standard.reduce(4, +)) < 1e-5)
  }

  @Test("what a draw was drawn from has none, with the way out in the message") func none() throws {
    let graph = testGraph()
    for row in [Op.bernoulli, Op.gamma] {
      let reason = #expect(throws: TensorError.self) {
        try gradient(of: { try Op.sum(row.results(of: [(nil, .tensor($0))])[0]) }, at: graph.tensor([0.5]))
      }
      #expect(reason?.description.contains("mean + sd * normal(…)") == true)
    }
  }

  @Test("a mapped draw is another one for every part") func mapped() throws {
    let graph = testGraph()
    let x = try graph.tensor([0.0, 100, 200])
    let normals = try map({ try normal(graph, [4], [("mean", .tensor($0))]) }, over: x).value()
    #expect(normals.shape == [3, 4])
    let residues = zip(normals.doubles, [0.0, 0, 0, 0, 100, 100, 100, 100, 200, 200, 200, 200]).map { $0 - $1 }
    #expect(residues.allSatisfy { abs($0) < 6 } && Set(residues.map { ($0 * 100).rounded() }).count > 9)
    let coins = try map({ try Op.bernoulli($0, shape: [50]) }, over: graph.tensor([0, 0.5, 1.0])).value()
    #expect(coins.ints[..<50].allSatisfy { $0 == 0 } && coins.ints[100...].allSatisfy { $0 == 1 })
    #expect(Set(coins.ints[50..<100]) == [0, 1])
    let certain = try map({ try Op.categorical($0, count: 5) }, over: graph.tensor([1.0, 0, 0, 1], shape: [2, 2]))
      .value()
    #expect(certain.ints == [0, 0, 0, 0, 0, 1, 1, 1, 1, 1])
    let shared = try graph.tensor([0.5, 0.5])
    let choices = try map({ _ in try Op.categorical(shared, count: 40) }, over: x).value()
    #expect(choices.shape == [3, 40] && choices.ints[..<40] != choices.ints[40..<80])
    let orders = try map({ _ in try Op.permutation.results(of: [(nil, .option(.int(9)))], in: graph)[0] }, over: x)
      .value()
    #expect(orders.shape == [3, 9])
    for row in 0..<3 { #expect(orders.ints[(row * 9)..<(row * 9 + 9)].sorted() == Array(0..<9)) }
    let gammas = try map(
      { try Op.gamma($0, shape: [2, 3]) }, over: graph.tensor([0.5, 1, 2, 300, 400, 500], shape: [2, 3])
    ).value()
    #expect(
      gammas.shape == [2, 2, 3] && gammas.doubles[..<6].max() ?? 0 < 100 && gammas.doubles[6...].min() ?? 0 > 100)
  }

  @Test("bounds larger than the draw are refused: elements would share draws") func bounds() throws {
    let graph = testGraph()
    #expect(throws: TensorError.self) { try normal(graph, [3], [("mean", .tensor(graph.tensor([1.0, 2])))]) }
    #expect(throws: TensorError.self) {
      try normal(graph, [3], [("mean", .tensor(graph.tensor([1.0, 2], shape: [2, 1])))])
    }
  }
}
