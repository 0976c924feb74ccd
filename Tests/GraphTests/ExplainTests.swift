// The step-by-step account of back-propagation.
import AulaCore
import Testing

struct ExplainTests {
  @Test func aProductChainIsToldFromTheEnd() throws {
    let bench = CheckBench()
    let account = try explain(of: { try Op.exp($0 * 2) * $0 }, at: bench.graph.scalar(0.5))
    #expect(account.rows.map(\.operation) == ["multiply", "exp", "multiply"])
    #expect(account.rows.map(\.name) == ["t3", "t2", "t1"])
    #expect(account.rows[0].operands == ["t2", "x"])
    #expect(account.rows[2].operands == ["x", "2"])
    let e = account.rows[1].value.elements[0]
    #expect(abs(e - 2.718281828459045) < 1e-12)
    #expect(account.rows[0].incoming.elements == [1])
    #expect(account.rows[0].outgoing.map(\.operand) == ["t2", "x"])
    #expect(account.rows[0].outgoing[0].gradient.elements == [0.5])
    #expect(account.rows[1].incoming.elements == [0.5])
    #expect(account.rows[1].outgoing[0].gradient.elements == [0.5 * e])
    #expect(abs(account.gradients[0].gradient.elements[0] - 2 * e) < 1e-12)
    #expect(account.value.elements.count == 1)
  }

  @Test func gradientsAreThoseOfTheFunction() throws {
    let bench = CheckBench()
    let x = try bench.normal([3, 4])
    let f = surrounded { try Op.tanh($0) * $0 }
    let account = try explain(of: f, at: x, named: "weights")
    let gradient = try gradient(of: f, at: x).value().doubles
    #expect(account.gradients[0].operand == "weights")
    let (least, greatest) = (try #require(gradient.min()), try #require(gradient.max()))
    #expect(abs(account.gradients[0].gradient.greatest - greatest) < 1e-12)
    #expect(abs(account.gradients[0].gradient.least - least) < 1e-12)
    #expect(account.gradients[0].gradient.shape == [3, 4])
  }

  @Test func theTableHasALineForEveryOperation() throws {
    let bench = CheckBench()
    let model = Structure<Parameter>.parts([
      ("W", .leaf(try bench.parameter("W", [3, 2]))), ("b", .leaf(try bench.parameter("b", [2], salt: 1))),
    ])
    let x = try bench.normal([5, 3], salt: 2)
    let leaves = model.leaves.map(\.leaf)
    let looks = bench.graph.looks
    let account = try explain(
      of: { try total(Op.tanh(Op.matmul(x, leaves[0].tensor(in: bench.graph)) + leaves[1].tensor(in: bench.graph))) },
      over: model, in: bench.graph)
    #expect(bench.graph.looks == looks)
    let lines = account.description.split(separator: "\n")
    #expect(lines.count == 1 + account.rows.count + 2)
    #expect(lines[0].contains("gradient in"))
    #expect(account.description.contains("matmul(c1, W)"))
    #expect(account.description.contains("[5, 2] [2] → [5, 2]"))
    #expect(account.description.contains("gradient of b [2]: ["))
  }

  @Test func stopsAndCutsAreShown() throws {
    let bench = CheckBench()
    let stopped = try explain(of: { try total(stopGradient(Op.sin($0)) + $0) }, at: bench.normal([3]))
    #expect(stopped.rows.allSatisfy { $0.operation != "sin" })
    #expect(stopped.rows.allSatisfy { $0.operation != "stop_gradient" || $0.outgoing.isEmpty })
    #expect(stopped.gradients[0].gradient.elements == [1, 1, 1])
    let long = try explain(
      of: { x in try (0..<50).reduce(x) { y, _ in try Op.sin(y) } }, at: bench.graph.scalar(1), limit: 10)
    #expect(long.rows.count == 10 && long.omitted == 40)
    #expect(long.description.contains("40 more operations"))
    let none = try explain(of: { try $0.graph.scalar(3) }, at: bench.normal([2]))
    #expect(none.rows.isEmpty)
    #expect(none.gradients[0].gradient.elements == [0, 0])
  }

  @Test func whatCannotBeExplainedIsRefused() throws {
    let bench = CheckBench()
    let x = try bench.normal([3])
    #expect(throws: TensorError.self) { try explain(of: { $0 }, at: x) }
    #expect(throws: TensorError.self) { try explain(of: { try Op.int(total($0)) }, at: x) }
    #expect(throws: TensorError.self) { try explain(of: { try total(TestDraw.hard($0)) }, at: x) }
    #expect(throws: TensorError.self) { try explain(of: { (_: [Tensor]) in x }, at: []) }
  }
}
