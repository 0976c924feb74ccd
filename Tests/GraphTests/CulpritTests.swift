// Steps that are prepared and made together, and who is blamed when a number is not finite.
import AulaCore
import Testing

@Suite("Steps of learning, and what is not finite") struct CulpritTests {
  private let graph = testGraph()

  private func parameter(_ name: String, _ values: [Double]) throws -> Parameter {
    Parameter(name, try NDArray(values, on: graph.device))
  }

  private func step(
    _ loss: Tensor, _ parameters: [Parameter], _ optimizer: Optimizer, _ moments: Moments = Moments()
  ) throws -> LearningStep {
    let sources = try parameters.map { try $0.tensor(in: graph) }
    let gradients = try graph.pullback(loss, to: sources)
    let pairs = try zip(parameters, zip(gradients, sources)).map { ($0, try $1.0 ?? zeros(like: $1.1)) }
    return LearningStep(
      loss: loss, sources: sources, prepared: try optimizer.prepare(pairs, moments: moments, in: graph))
  }

  private func blamed(_ loss: Tensor, _ parameters: [Parameter], rate: Double = 0.1) throws -> NotFinite? {
    let before = parameters.map(\.value.doubles)
    do {
      _ = try graph.carryOut([step(loss, parameters, Optimizer(.sgd, ["rate": rate]))])
      return nil
    } catch let error as NotFinite {
      #expect(parameters.map(\.value.doubles) == before)
      return error
    }
  }

  @Test("finiteness is seen at every place of every length") func finiteness() throws {
    for count in [0, 1, 3, 15, 16, 17, 64, 1000] {
      #expect(try NDArray([Double](repeating: -.greatestFiniteMagnitude, count: count), on: graph.device).isFinite)
      #expect(try NDArray([Float](repeating: .greatestFiniteMagnitude, count: count), on: graph.device).isFinite)
      for place in Swift.stride(from: 0, to: count, by: max(1, count / 17)) {
        for bad in [Double.nan, .infinity, -.infinity, -.nan] {
          var values = [Double](repeating: 1, count: count)
          values[place] = bad
          #expect(try !NDArray(values, on: graph.device).isFinite)
          #expect(try !NDArray(values.map { Float($0) }, on: graph.device).isFinite)
        }
      }
    }
    #expect(try NDArray([Int.min, Int.max], on: graph.device).isFinite)
    let stretched = try graph.broadcast(graph.tensor([1, Double.nan], shape: [2, 1]), to: [2, 3]).value()
    #expect(!stretched.isFinite)
  }

  @Test("the loss: the first operator that made it, and what went in") func loss() throws {
    let w = try parameter("w", [1, -2, 4])
    graph.place = 11
    let t = try w.tensor(in: graph) * 1
    graph.place = 12
    let logarithm = try Op.log(t)
    graph.place = 13
    let found = try #require(try blamed(Op.sum(logarithm * 3), [w]))
    #expect(found == NotFinite(stage: .loss, operation: "log", inputs: "-2", place: 12))
  }

  @Test("a quotient names both numbers, a sum of infinities the first infinity") func chain() throws {
    let w = try parameter("w", [0, 2])
    let found = try #require(try blamed(Op.sum(w.tensor(in: graph) * 5 / w.tensor(in: graph)), [w]))
    #expect(found.operation == "/" && found.inputs == "0, 0" && found.inLoss)
    let v = try parameter("v", [1000, 999])
    let exponents = try Op.exp(v.tensor(in: graph))
    let ratio = try #require(try blamed(Op.sum(exponents / Op.sum(exponents)), [v]))
    #expect(ratio.operation == "exp" && ratio.inputs == "1000")
  }

  @Test("an infinity that comes to nothing is not blamed") func mask() throws {
    let w = try parameter("w", [-1, 2])
    let masked = try Op.softmax(w.tensor(in: graph) + graph.tensor([-Double.infinity, 0]))
    let computed = try Op.exp(Op.log(graph.tensor([0.0, 1.0])))
    let found = try #require(try blamed(Op.sum(masked) + Op.sum(computed) + Op.sum(Op.log(w.tensor(in: graph))), [w]))
    #expect(found.operation == "log" && found.inputs == "-1")
  }

  @Test("data that is NaN is blamed on what first met it") func data() throws {
    let w = try parameter("w", [1, 1])
    let found = try #require(try blamed(Op.sum(w.tensor(in: graph) * graph.tensor([1, Double.nan])), [w]))
    #expect(found.stage == .loss)
  }

  @Test("a gradient: the operator whose derivative is not finite") func gradient() throws {
    let w = try parameter("w", [4, 0])
    graph.place = 21
    let root = try Op.sqrt(w.tensor(in: graph))
    graph.place = 22
    let found = try #require(try blamed(Op.sum(root), [w]))
    #expect(found == NotFinite(stage: .gradient, operation: "sqrt", inputs: "0", place: 21))
  }

  @Test("a rate beyond all numbers is the optimizer's") func rate() throws {
    let w = try parameter("w", [1])
    let found = try #require(try blamed(Op.sum(w.tensor(in: graph) * 1e200), [w], rate: 1e200))
    #expect(found == NotFinite(stage: .step, operation: "sgd", inputs: "", place: -1))
  }

  @Test("several steps are made together or not at all") func together() throws {
    let (w, v) = (try parameter("w", [1]), try parameter("v", [-1]))
    let (first, second) = (Moments(), Moments())
    let optimizer = try Optimizer(.adam)
    let good = try step(Op.sum(w.tensor(in: graph)), [w], optimizer, first)
    let bad = try step(Op.sum(Op.log(v.tensor(in: graph))), [v], optimizer, second)
    #expect(throws: NotFinite.self) { try graph.carryOut([good, bad]) }
    #expect(w.version == 0 && v.version == 0 && first.steps(of: w) == 0)
    let state = try parameter("s", [5])
    let losses = try graph.carryOut([good], updates: [(state, graph.tensor([6.0]))])
    #expect(losses[0].doubles == [1])
    #expect(abs(w.value.doubles[0] - 0.999) < 1e-9 && first.steps(of: w) == 1 && state.value.doubles == [6])
  }

  @Test("moments: copies go their own way, other kinds begin anew, what is gone is forgotten") func memory() throws {
    let w = try parameter("w", [1])
    let moments = Moments()
    let sgd = try Optimizer(.sgd, ["rate": 0.1, "momentum": 0.5])
    for _ in 0..<2 { try sgd.step([(w, graph.tensor([1.0]))], moments: moments, in: graph) }
    let copy = moments.copy()
    try sgd.step([(w, graph.tensor([1.0]))], moments: moments, in: graph)
    #expect(moments.steps(of: w) == 3 && copy.steps(of: w) == 2)
    try Optimizer(.adam).step([(w, graph.tensor([1.0]))], moments: moments, in: graph)
    #expect(moments.steps(of: w) == 1)
    weak var gone: Parameter?
    for _ in 0..<100 {
      let other = try parameter("x", [1])
      gone = other
      try sgd.step([(other, graph.tensor([1.0]))], moments: moments, in: graph)
    }
    #expect(gone == nil)
  }

  @Test("Jacobians by several sources agree with those by one") func severalSources() throws {
    let (x, y) = try (variable(graph.tensor([1.0, 2])), variable(graph.tensor([3.0])))
    let value = try x * x * y
    let both = try jacobians(value, to: [x, y])
    #expect(try both[0].value().doubles == [6, 0, 0, 12])
    #expect(both[1].shape == [2, 1])
    #expect(try both[1].value().doubles == [1, 4])
    let none = try jacobians(graph.tensor([1.0, 1, 1]), to: [x])
    #expect(none[0].shape == [3, 2])
    #expect(try none[0].value().doubles.allSatisfy { $0 == 0 })
  }
}
