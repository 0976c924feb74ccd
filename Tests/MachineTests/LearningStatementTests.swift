// `descend`, `ascend`, `together`, `update` and `record`, with numbers worked out by hand.
import Diagnostics
import Graph
import Machine
import TensorKit
import Testing

#if canImport(Glibc)
  import Glibc
#endif

@Suite("Learning statements") struct LearningStatementTests {
  private let bench = NativeBench()
  private var machine: Machine { bench.machine }

  private func sgd(_ rate: Double) throws -> Value { try bench.call("sgd", .number(rate)) }

  @discardableResult
  private func learn(
    _ target: Value, with optimizer: Value, up: Bool = false, site: Int = 1, _ loss: () throws -> Tensor
  ) throws -> Value {
    let begun = try machine.beginLearning(target)
    let value: Tensor
    do {
      value = try loss()
    } catch {
      machine.abandonLearning(begun)
      throw error
    }
    return try machine.finishLearning(
      begun, loss: .tensor(TensorValue(value)), optimizer: optimizer, goesUp: up, site: site)
  }

  private func read(_ cell: Cell) throws -> Tensor { try cell.parameter.tensor(in: bench.graph) }

  @Test("three steps of Adam by hand, and the loss as it was") func adam() throws {
    let w = try bench.param("w", .number(2))
    let adam = try bench.call("adam", .number(0.1))
    var (value, mean, square) = (2.0, 0.0, 0.0)
    for step in 1...3 {
      let loss = try learn(.cell(w), with: adam) { try Op.square(read(w) - 1) }
      guard case .number(let number) = loss else { throw TensorError.cancelled }
      #expect(abs(number - (value - 1) * (value - 1)) < 1e-12)
      let gradient = 2 * (value - 1)
      mean = 0.9 * mean + 0.1 * gradient
      square = 0.999 * square + 0.001 * gradient * gradient
      let (m, v) = (mean / (1 - pow(0.9, Double(step))), square / (1 - pow(0.999, Double(step))))
      value -= 0.1 * m / (v.squareRoot() + 1e-8)
      #expect(near(w.parameter.value.doubles, [value]))
      if step == 2 { bench.graph.forget() }
    }
    #expect(machine.finishedSteps == 3 && machine.traceDepth == 0 && machine.mode == .evaluation)
  }

  @Test("moments belong to the statement and the parameter") func sites() throws {
    let (a, b) = (try bench.param("a", .number(1)), try bench.param("b", .number(1)))
    for site in [1, 2] {
      let heavy = try machine.makeOptimizer(
        .sgd, [PassedArgument(.number(0.1)), PassedArgument(.number(0.9), label: "momentum")])
      try learn(.cell(a), with: heavy, site: 1) { try read(a) * 1 }
      try learn(.cell(b), with: heavy, site: site) { try read(b) * 1 }
    }
    // The first statement kept its velocity, 1 and then 1.9; the second was two statements.
    #expect(near(a.parameter.value.doubles, [1 - 0.1 - 0.19]))
    #expect(near(b.parameter.value.doubles, [1 - 0.1 - 0.1]))
  }

  @Test("a bilinear game: together goes out in a spiral, one after the other stays near") func game() throws {
    func play(_ together: Bool) throws -> (x: Double, y: Double) {
      let (x, y) = (try bench.param("x", .number(1)), try bench.param("y", .number(1)))
      for _ in 0..<10 {
        if together { machine.beginTogether() }
        let first = try learn(.cell(x), with: sgd(0.1), site: 1) { try read(x) * read(y) }
        try learn(.cell(y), with: sgd(0.1), up: true, site: 2) { try read(x) * read(y) }
        if together { try machine.finishTogether() }
        _ = try bench.numbers(first)
      }
      return (x.parameter.value.doubles[0], y.parameter.value.doubles[0])
    }
    func expected(_ together: Bool) -> (x: Double, y: Double) {
      var (x, y) = (1.0, 1.0)
      for _ in 0..<10 {
        let next = x - 0.1 * y
        y += 0.1 * (together ? x : next)
        x = next
      }
      return (x, y)
    }
    for together in [true, false] {
      let (found, wanted) = (try play(together), expected(together))
      #expect(near([found.x, found.y], [wanted.x, wanted.y]))
    }
    #expect(
      near([expected(true).x, expected(true).y].map { $0 * $0 }, [expected(true).x, expected(true).y].map { $0 * $0 }))
    #expect(machine.traceDepth == 0)
  }

  @Test("together: nothing moves when the second step is not finite; nobody moves twice") func atomic() throws {
    let (x, y) = (try bench.param("x", .number(1)), try bench.param("y", .number(-1)))
    machine.beginTogether()
    try learn(.cell(x), with: sgd(0.1), site: 1) { try read(x) * 2 }
    bench.graph.place = 77
    try learn(.cell(y), with: sgd(0.1), site: 2) { try Op.log(read(y)) }
    do {
      try machine.finishTogether()
      Issue.record("it was made")
    } catch let error as NotFinite {
      #expect(error == NotFinite(stage: .loss, operation: "log", inputs: "-1", place: 77))
      #expect(error.fault.row.code == "E0610")
    }
    #expect(x.parameter.version == 0 && y.parameter.version == 0 && machine.traceDepth == 0)
    machine.beginTogether()
    try learn(.cell(x), with: sgd(0.1), site: 1) { try read(x) * 2 }
    try learn(.cell(x), with: sgd(0.1), site: 2) { try read(x) * 3 }
    #expect(bench.fault { try machine.finishTogether() } == "E0620")
    #expect(x.parameter.version == 0)
    machine.beginTogether()
    try learn(.cell(x), with: sgd(0.1), site: 1) { try read(x) * 2 }
    machine.abandonTogether()
    #expect(x.parameter.version == 0 && machine.traceDepth == 0)
    try learn(.cell(x), with: sgd(0.1), site: 1) { try read(x) * 2 }
    #expect(near(x.parameter.value.doubles, [0.8]))
  }

  @Test("tied weights count once; ascend goes up; a parameter that is left out stays") func tied() throws {
    let (w, b) = (try bench.param("w", .number(3)), try bench.param("b", .number(5)))
    let target = Value.tuple(Tuple([.cell(w), .tuple(Tuple([.cell(w), .cell(b)]))]))
    try learn(target, with: sgd(0.1), up: true) { try Op.square(read(w)) }
    #expect(near(w.parameter.value.doubles, [3.6]) && b.parameter.value.doubles == [5])
  }

  @Test("single precision by default, and the loss keeps it") func precision() throws {
    let w = try bench.param("w", bench.vector([0.1, 0.2]), double: false)
    #expect(w.parameter.value.dtype == .float32)
    let loss = try learn(.cell(w), with: sgd(0.5)) { try Op.sum(Op.square(read(w))) }
    guard case .tensor(let tensor) = loss else { throw TensorError.cancelled }
    #expect(tensor.dtype == .float32 && tensor.shape == [] && tensor.known != nil)
    #expect(w.parameter.value.doubles.allSatisfy { abs($0) < 1e-8 })
  }

  @Test("what cannot learn says so") func refusals() throws {
    let w = try bench.param("w", .number(1))
    let s = try bench.param("s", .number(1), state: true)
    #expect(bench.fault { try learn(.number(1), with: sgd(1)) { try read(w) } } == "E0616")
    #expect(bench.fault { try learn(.cell(s), with: sgd(1)) { try read(s) } } == "E0617")
    let empty = Value.model(Model(name: "M", members: [("s", .cell(s))], call: nil))
    #expect(bench.fault { try learn(empty, with: sgd(1)) { try read(s) } } == "E0618")
    #expect(bench.fault { try learn(.cell(w), with: .number(0.1)) { try read(w) } } == "E0619")
    #expect(bench.fault { try learn(.cell(w), with: sgd(1)) { try read(s) * 2 } } == "E0615")
    #expect(
      bench.fault { try learn(.cell(w), with: sgd(1)) { try read(w) * bench.graph.tensor([1.0, 2]) } } == "E0614")
    #expect(bench.fault { try learn(.cell(w), with: sgd(1)) { throw TensorError.cancelled } } == "stopped")
    #expect(bench.fault { try learn(.cell(w), with: sgd(1)) { try Op.sqrt(read(w) - 1) } } == "E0611")
    #expect(bench.fault { try learn(.cell(w), with: sgd(1e300)) { try read(w) * 1e300 } } == "E0612")
    #expect(w.parameter.version == 0 && machine.traceDepth == 0 && machine.mode == .evaluation)
  }

  @Test("states change with the step, and not when it fails or is no step") func states() throws {
    let w = try bench.param("w", .number(1))
    let s = try bench.param("s", .number(10), state: true)
    let halve = bench.function(["v"]) { try $0[0] * 0.5 }
    func loss(_ factor: Double) throws -> Tensor {
      #expect(machine.mode == .training || factor == 0)
      // Twice: the second sees what the first made of it.
      try machine.updateCells(.cell(s), halve)
      try machine.updateCells(.cell(s), halve)
      #expect(s.parameter.value.doubles == [10])
      return try Op.log(read(w) * factor) + read(s) * 0
    }
    try learn(.cell(w), with: sgd(0.1)) { try loss(1) }
    #expect(s.parameter.value.doubles == [2.5] && near(w.parameter.value.doubles, [0.9]))
    try s.parameter.assign(NDArray([10.0], shape: .scalar, on: machine.device))
    #expect(bench.fault { try learn(.cell(w), with: sgd(0.1)) { try loss(-1) } } == "E0610")
    #expect(s.parameter.value.doubles == [10])
    #expect(try read(s).value().doubles == [10])
    let f = bench.raw(["x"]) { _, _ in .tensor(TensorValue(try loss(0))) }
    _ = try bench.apply(bench.call("grad", f), .number(1))
    #expect(try read(s).value().doubles == [10])
    try machine.updateCells(.cell(s), halve)
    #expect(s.parameter.value.doubles == [5])
    // Under `map` a state would have a value for each row: then rows go one by one.
    let stepper = bench.raw(["x"]) { machine, arguments in
      try machine.updateCells(.cell(s), bench.function(["v"]) { try $0[0] + machine.tensor(arguments[0].value) })
      return arguments[0].value
    }
    _ = try bench.call("map", stepper, bench.vector([1, 2, 3]))
    #expect(s.parameter.value.doubles == [11])
  }
}

@Suite("Parameters and series besides learning") struct LearningCellTests {
  private let bench = NativeBench()
  private var machine: Machine { bench.machine }

  private func model(_ cells: [Cell]) -> Value {
    .model(Model(name: "M", members: cells.map { ($0.name, .cell($0)) }, call: nil))
  }

  @Test("update of a model, and of a pair of models") func update() throws {
    let key = [try bench.param("w", bench.vector([1, -4])), try bench.param("b", .number(3))]
    let query = [try bench.param("w", bench.vector([3, 0])), try bench.param("b", .number(5))]
    try machine.updateCells(model(key), bench.function(["w"]) { try Op.clamp($0[0], low: -2, high: 2) })
    #expect(key.map(\.parameter.value.doubles) == [[1, -2], [2]])
    let mix = bench.function(["k", "q"]) { try $0[0] * 0.5 + $0[1] * 0.5 }
    try machine.updateCells(.tuple(Tuple([model(key), model(query)])), mix)
    #expect(key.map(\.parameter.value.doubles) == [[2, -1], [3.5]])
    #expect(query.map(\.parameter.version) == [0, 0])
    #expect(bench.fault { try machine.updateCells(model(key), mix) } == "E0622")
    #expect(bench.fault { try machine.updateCells(.tuple(Tuple([model(key), .cell(query[0])])), mix) } == "E0623")
    #expect(bench.fault { try machine.updateCells(.number(1), mix) } == "E0622")
    let total = bench.function(["v"]) { try Op.sum($0[0]) }
    #expect(bench.fault { try machine.updateCells(.cell(key[0]), total) } == "E0621")
    // All are computed before any is assigned.
    #expect(bench.fault { try machine.updateCells(.tuple(Tuple([.cell(key[1]), .cell(key[0])])), total) } == "E0621")
    #expect(key[1].parameter.value.doubles == [3.5] && machine.traceDepth == 0)
    let single = bench.raw(["v"]) { machine, _ in try bench.call("float32", .number(1)) }
    #expect(bench.fault { try machine.updateCells(.cell(key[1]), single) } == "E0621")
    let word = bench.raw(["v"]) { _, _ in .text(Text("x")) }
    #expect(bench.fault { try machine.updateCells(.cell(key[1]), word) } == "E0624")
  }

  @Test("cells begin as numbers, in single precision unless asked") func making() throws {
    #expect(try bench.param("w", .number(0.1), double: false).parameter.value.dtype == .float32)
    #expect(try bench.param("w", .number(0.1)).parameter.value.doubles == [0.1])
    let counter = try bench.param("n", .tensor(TensorValue(NDArray([1, 2], on: machine.device))), state: true)
    #expect(counter.parameter.value.dtype == .int)
    #expect(bench.fault { _ = try bench.param("w", .tuple(Tuple([]))) } == "E0625")
    #expect(bench.fault { _ = try bench.param("w", .truth(true)) } == "E0625")
  }

  @Test("series keep one shape") func series() throws {
    for i in 0..<3 { try machine.recordSeries("loss", .number(Double(i))) }
    try machine.recordSeries("w", bench.vector([1, 2]))
    try machine.recordSeries("w", bench.vector([3, 4]))
    #expect(machine.series["loss"]?.numbers == [0, 1, 2])
    #expect(try machine.series["w"]?.tensor(in: bench.graph).shape == [2, 2])
    #expect(bench.fault { try machine.recordSeries("w", bench.vector([1])) } == "E0627")
    #expect(bench.fault { try machine.recordSeries("w", .text(Text("x"))) } == "E0626")
    let long = Value.tensor(TensorValue(try bench.graph.zeros([20_000_000])))
    #expect(bench.fault { try machine.recordSeries("long", long) } == "E0628")
  }

  @Test("snapshots give back values, moments, series and draws") func snapshots() throws {
    let w = try bench.param("w", .number(1))
    let heavy = try machine.makeOptimizer(
      .sgd, [PassedArgument(.number(0.1)), PassedArgument(.number(0.9), label: "momentum")])
    func step() throws -> Double {
      let begun = try machine.beginLearning(.cell(w))
      let draw = try Op.sum(Op.normal.results(of: [("shape", .option(.ints([2])))], in: bench.graph)[0])
      let loss = try w.parameter.tensor(in: bench.graph) * (draw + 2)
      let value = try machine.finishLearning(
        begun, loss: .tensor(TensorValue(loss)), optimizer: heavy, goesUp: false, site: 4)
      try machine.recordSeries("loss", value)
      return w.parameter.value.doubles[0]
    }
    _ = try step()
    let start = machine.learningSnapshot()
    let first = [try step(), try step()]
    let later = machine.learningSnapshot()
    let recorded = machine.series["loss"]?.numbers
    try machine.restore(start)
    #expect(machine.series["loss"]?.count == 1)
    #expect([try step(), try step()] == first)
    #expect(machine.series["loss"]?.numbers == recorded)
    try machine.restore(start)
    try machine.recordSeries("loss", .number(-1))
    try machine.recordSeries("other", .number(-1))
    try machine.restore(later)
    #expect(machine.series["loss"]?.numbers == recorded && machine.series["other"] == nil)
    #expect(w.parameter.value.doubles == [first[1]])
  }
}
