// `map`, models, precision, texts, and the list of all names.
import Diagnostics
import Graph
import Machine
import TensorKit
import Testing

@Suite("map over values") struct NativeMapTests {
  private let bench = NativeBench()

  @Test("rows, several arguments, several results") func rows() throws {
    let sum = bench.function(["x"]) { try Op.sum($0[0]) }
    let table = try bench.matrix([[1, 2], [3, 4], [5, 6]])
    #expect(try bench.numbers(bench.call("map", sum, table)) == [3, 7, 11])
    let pair = bench.raw(["x", "y"]) { machine, arguments in
      let (x, y) = try (machine.tensor(arguments[0].value), machine.tensor(arguments[1].value))
      return .tuple(
        Tuple([.tensor(TensorValue(try x * y)), .number(9), .tensor(TensorValue(y))], labels: ["p", nil, nil]))
    }
    let mapped = try bench.call("map", pair, table, bench.vector([10, 20, 30]))
    #expect(bench.labels(mapped) == ["p", nil, nil])
    #expect(try bench.numbers(mapped) == [10, 20, 60, 80, 150, 180, 9, 9, 9, 10, 20, 30])
  }

  @Test("gradients under map, and map under gradients") func nested() throws {
    let cube = bench.function(["x"]) { try $0[0] * $0[0] * $0[0] }
    let slopes = try bench.call("map", bench.call("grad", bench.call("grad", cube)), bench.vector([1, 2, 3]))
    #expect(try bench.numbers(slopes) == [6, 12, 18])
    let total = bench.raw(["x"]) { machine, arguments in
      let all = try bench.call("map", cube, arguments[0].value)
      return .tensor(TensorValue(try Op.sum(machine.tensor(all))))
    }
    #expect(try bench.numbers(bench.apply(bench.call("grad", total), bench.vector([1, 2]))) == [3, 12])
  }

  @Test("a function that looks runs row by row, also inside a derivative, with the draws it would have had")
  func looks()
    throws
  {
    let kink = bench.raw(["x"]) { machine, arguments in
      machine.emit(.printed("once"))
      let x = try machine.tensor(arguments[0].value)
      return try machine.number(arguments[0].value) > 0 ? .tensor(TensorValue(try x * x)) : .number(0)
    }
    var lines = 0
    bench.machine.emit = { _ in lines += 1 }
    let random = bench.graph.random
    #expect(try bench.numbers(bench.call("map", kink, bench.vector([-1, 2, 3]))) == [0, 4, 9])
    #expect(lines == 3 && bench.graph.random == random)
    let total = bench.raw(["x"]) { machine, arguments in
      .tensor(TensorValue(try Op.sum(machine.tensor(bench.call("map", kink, arguments[0].value)))))
    }
    #expect(try bench.numbers(bench.apply(bench.call("grad", total), bench.vector([-1, 2, 3]))) == [0, 4, 6])
    #expect(bench.machine.traceDepth == 0)
  }

  @Test("tuples give tuples; what is no row is refused") func tuples() throws {
    let double = bench.function(["x"]) { try $0[0] * 2 }
    let result = try bench.call("map", double, .tuple(Tuple([.number(1), try bench.vector([2, 3])])))
    #expect(try bench.numbers(result) == [2, 4, 6])
    #expect(bench.fault { _ = try bench.call("map", double, .number(1)) } == "E0572")
    #expect(bench.fault { _ = try bench.call("map", double, bench.vector([1]), bench.vector([1, 2])) } == "E0573")
    let word = bench.raw(["x"]) { _, _ in .text(Text("row")) }
    #expect(bench.fault { _ = try bench.call("map", word, bench.vector([1])) } == "E0574")
    #expect(try bench.shape(bench.call("map", double, bench.vector([]))) == [0])
  }
}

@Suite("The library") struct NativeLibraryTests {
  private let bench = NativeBench()

  @Test("every name once, with a sentence and an example") func names() throws {
    let library = bench.machine.libraryValues()
    #expect(Set(library.map(\.name)).count == library.count)
    #expect(library.count > 130)
    for name in ["grad", "map", "copy", "tanh", "normal", "adam", "pi", "∞", "stop_gradient", "float32"] {
      #expect(library.contains { $0.name == name }, "\(name)")
    }
    let reserved: Set<String> = [
      "let", "var", "fn", "model", "param", "state", "if", "for", "while", "repeat", "descend", "ascend", "together",
      "update", "record", "check", "derive", "predict", "explain", "plot", "print", "use", "break", "continue",
      "return",
      "over", "with", "at", "within", "by", "all gradient", "fails", "same", "against", "and", "or", "not", "mod",
    ]
    #expect(library.filter { reserved.contains($0.name) }.map(\.name) == [])
    for row in Natives.rows {
      #expect(row.summary.hasSuffix("."), "\(row.name)")
      #expect(row.example.contains(row.name), "\(row.name)")
    }
  }

  @Test("optimizers from arguments") func optimizers() throws {
    guard case .optimizer(let recipe) = try bench.call("adam", .number(0.5)) else { throw TensorError.cancelled }
    #expect(recipe.optimizer.spec === OptimizerSpec.adam)
    #expect(recipe.optimizer.settings["rate"] == 0.5 && recipe.optimizer.settings["beta1"] == 0.9)
    let labelled = try bench.machine.makeOptimizer(
      .sgd,
      [
        PassedArgument(.number(0.1)), PassedArgument(.truth(true), label: "nesterov"),
        PassedArgument(.number(0.9), label: "momentum"),
      ])
    guard case .optimizer(let sgd) = labelled else { throw TensorError.cancelled }
    #expect(sgd.optimizer.settings == ["rate": 0.1, "momentum": 0.9, "nesterov": 1, "weight_decay": 0])
    #expect(throws: TensorError.missingArgument(operation: "sgd", argument: "rate")) {
      try bench.machine.makeOptimizer(.sgd, [])
    }
    #expect(throws: TensorError.self) {
      try bench.machine.makeOptimizer(.adam, [PassedArgument(.number(1), label: "x")])
    }
  }

  @Test("precision of numbers, tensors and tuples") func precision() throws {
    let single = try bench.call("float32", .tuple(Tuple([.number(0.1), try bench.vector([0.1])], labels: ["a", nil])))
    guard case .tuple(let tuple) = single, case .tensor(let first) = tuple.elements[0] else {
      throw TensorError.cancelled
    }
    #expect(first.dtype == .float32 && first.shape == [] && tuple.label(0) == "a")
    #expect(try bench.numbers(single) == [Double(Float(0.1)), Double(Float(0.1))])
    guard case .number(let same) = try bench.call("float64", .number(0.1)) else { throw TensorError.cancelled }
    #expect(same == 0.1)
  }

  @Test("texts") func texts() throws {
    func text(_ value: Value) -> String? { if case .text(let text) = value { text.string } else { nil } }
    let parts = Value.tuple(Tuple([.text(Text("a")), .number(3), .text(Text("b"))]))
    #expect(try text(bench.call("join", parts, .text(Text("-")))) == "a-3-b")
    #expect(try text(bench.call("join", parts)) == "a3b")
    #expect(try bench.numbers(bench.call("number", .text(Text(" −2.5e1 ")))) == [-25])
    #expect(try bench.numbers(bench.call("number", .truth(true))) == [1])
    #expect(bench.fault { _ = try bench.call("number", .text(Text("0x10"))) } == "E0571")
    #expect(bench.fault { _ = try bench.call("number", .text(Text(""))) } == "E0571")
    #expect(bench.fault { _ = try bench.call("error", .text(Text("no"))) } == "E0570")
    let labels = try bench.call("labels", .tuple(Tuple([.number(1), .number(2)], labels: ["mu", nil])))
    guard case .tuple(let tuple) = labels else { throw TensorError.cancelled }
    #expect(tuple.elements.map(text) == ["mu", ""])
  }

  @Test("reduce and shape") func small() throws {
    let f = bench.function(["a", "b"]) { try $0[0] * 10 + $0[1] }
    #expect(try bench.numbers(bench.call("reduce", f, .number(0), bench.vector([1, 2, 3]))) == [123])
    #expect(try bench.numbers(bench.call("shape", bench.matrix([[1, 2, 3]]))) == [1, 3])
    #expect(try bench.numbers(bench.call("count", bench.matrix([[1, 2], [3, 4], [5, 6]]))) == [3])
  }

  @Test("a copy learns by itself; what is shared stays shared") func copying() throws {
    let w = try bench.param("w", bench.vector([1, 2]))
    let inner = Model(name: "Inner", members: [("w", .cell(w))], call: nil)
    let outer = Model(
      name: "Outer",
      members: [("first", .model(inner)), ("second", .model(inner)), ("tied", .cell(w)), ("n", .number(3))],
      call: nil)
    guard case .model(let copy) = try bench.call("copy", .model(outer)) else { throw TensorError.cancelled }
    guard case .model(let first) = copy["first"], case .model(let second) = copy["second"],
      case .cell(let tied) = copy["tied"], case .cell(let own) = first["w"]
    else { throw TensorError.cancelled }
    #expect(first === second && tied === own && own !== w && copy.identity !== outer.identity)
    try own.parameter.assign(NDArray([7.0, 7], on: bench.machine.device))
    #expect(w.parameter.value.doubles == [1, 2])
    #expect(try bench.numbers(bench.call("parameter_count", .model(copy))) == [2])
    let listed = try bench.call("parameters", .model(outer))
    #expect(bench.labels(listed) == ["first.w"])
    #expect(bench.machine.cells.alive.count == 2)
    let closed = try bench.call(
      "grad",
      .model(
        Model(
          name: "M", members: [("w", .cell(w))],
          call: Function("M", .made(holding: [.cell(w)]) { _, _ in .number(1) }, signature: Signature([])))))
    #expect(bench.fault { _ = try bench.call("copy", closed) } == "E0575")
  }

  @Test("modes of models and of functions that call them") func modes() throws {
    let call = Function(
      "M", .made(holding: []) { machine, _ in .truth(machine.mode == .training) }, signature: Signature([]))
    let model = Value.model(Model(name: "M", members: [], call: call))
    func isTraining(_ value: Value) throws -> Bool {
      if case .truth(let truth) = try bench.apply(value) { truth } else { false }
    }
    #expect(try !isTraining(model))
    #expect(try isTraining(bench.call("training", model)))
    #expect(try isTraining(bench.call("training", .function(call))))
    #expect(try !isTraining(bench.call("evaluation", bench.call("training", model))))
    #expect(bench.machine.mode == .evaluation)
    #expect(bench.fault { _ = try bench.call("training", .number(3)) } == "E0576")
  }
}
