// Derivatives over values, against closed forms.
import Diagnostics
import Graph
import Machine
import TensorKit
import Testing

#if canImport(Glibc)
  import Glibc
#endif

@Suite("Derivatives of functions over values") struct NativeDerivativeTests {
  private let bench = NativeBench()

  private var cube: Value { bench.function(["x"]) { try $0[0] * $0[0] * $0[0] } }

  @Test("grad of grad of sin, to the fourth order") func sine() throws {
    var f = bench.function(["x"]) { try Op.sin($0[0]) }
    let expected = [cos(0.3), -sin(0.3), -cos(0.3), sin(0.3)]
    for value in expected {
      f = try bench.call("grad", f)
      #expect(try near(bench.numbers(bench.apply(f, .number(0.3))), [value]))
    }
    #expect(bench.machine.traceDepth == 0)
  }

  @Test("derivatives of a polynomial end in zero") func polynomial() throws {
    var f = cube
    for value in [12.0, 12, 6, 0, 0] {
      f = try bench.call("grad", f)
      #expect(try bench.numbers(bench.apply(f, .number(2))) == [value])
    }
    let constant = bench.raw(["x"]) { _, _ in .number(3) }
    #expect(try bench.numbers(bench.apply(bench.call("grad", constant), bench.vector([1, 2]))) == [0, 0])
  }

  @Test("the gradient has the structure of the argument") func structure() throws {
    let f = bench.raw(["p"]) { machine, arguments in
      guard case .tuple(let p) = arguments[0].value, let a = p["a"], let b = p["b"] else { return .nothing }
      return .tensor(TensorValue(try Op.sum(machine.tensor(a) * machine.tensor(b))))
    }
    let point = Value.tuple(
      Tuple([.number(2), try bench.vector([3, 4]), .text(Text("note"))], labels: ["a", "b", nil]))
    let gradient = try bench.apply(bench.call("grad", f), point)
    #expect(bench.labels(gradient) == ["a", "b", nil])
    #expect(try bench.numbers(gradient) == [7, 2, 2])
  }

  @Test("several arguments, by name and chosen by name") func several() throws {
    let f = bench.function(["x", "y"]) { try $0[0] * $0[0] * $0[1] }
    let all = try bench.apply(bench.call("grad", f), .number(3), .number(5))
    #expect(bench.labels(all) == ["x", "y"])
    #expect(try bench.numbers(all) == [30, 9])
    let one = try bench.call("grad", f, wrt: .text(Text("y")))
    #expect(try bench.numbers(bench.apply(one, .number(3), .number(5))) == [9])
    let both = try bench.call("grad", f, wrt: .tuple(Tuple([.text(Text("y")), .text(Text("x"))])))
    let turned = try bench.apply(both, .number(3), .number(5))
    #expect(bench.labels(turned) == ["y", "x"])
    #expect(try bench.numbers(turned) == [9, 30])
    // ∂²/∂x∂y of x²y
    let mixed = try bench.call("grad", bench.call("grad", f, wrt: .text(Text("x"))), wrt: .text(Text("y")))
    #expect(try bench.numbers(bench.apply(mixed, .number(3), .number(5))) == [6])
  }

  @Test("labelled arguments are settings") func labelled() throws {
    let f = bench.raw(["x", "power"]) { machine, arguments in
      #expect(arguments[1].label == "power")
      guard case .number(let power) = arguments[1].value else { return .nothing }
      return .tensor(TensorValue(try Op.power(machine.tensor(arguments[0].value), power)))
    }
    let gradient = try bench.machine.call(
      bench.call("grad", f), [PassedArgument(.number(2)), PassedArgument(.number(3), label: "power")])
    #expect(try near(bench.numbers(gradient), [12]))
  }

  @Test("with respect to parameters, a tied one once") func parameters() throws {
    let w = try bench.param("w", bench.vector([1, 2]))
    let b = try bench.param("b", .number(3))
    let f = bench.function(["x"]) { x in
      let weights = try w.parameter.tensor(in: bench.graph)
      return try Op.sum(weights * weights * x[0] + b.parameter.tensor(in: bench.graph))
    }
    let gradient = try bench.apply(bench.call("grad", f, wrt: .tuple(Tuple([.cell(w), .cell(b)]))), .number(5))
    #expect(bench.labels(gradient) == ["w", "b"])
    #expect(try bench.numbers(gradient) == [10, 20, 2])
    let inner = Model(name: "Inner", members: [("w", .cell(w))], call: nil)
    let model = Model(name: "Outer", members: [("enc", .model(inner)), ("tied", .cell(w)), ("b", .cell(b))], call: nil)
    let whole = try bench.apply(bench.call("grad", f, wrt: .model(model)), .number(5))
    #expect(bench.labels(whole) == ["enc.w", "b"])
    #expect(try bench.numbers(whole) == [10, 20, 2])
    // The model as an argument: the same structure.
    let takes = bench.raw(["m"]) { machine, _ in try machine.call(f, [PassedArgument(.number(5))]) }
    #expect(try bench.numbers(bench.apply(bench.call("grad", takes), .model(model))) == [10, 20, 2])
  }

  @Test("value and gradient") func valueAndGradient() throws {
    let both = try bench.apply(bench.call("value_and_grad", cube), .number(2))
    #expect(bench.labels(both) == ["value", "grad"])
    #expect(try bench.numbers(both) == [8, 12])
  }

  @Test("the Hessian of a quadratic form is A + Aᵀ") func hessian() throws {
    let a = try bench.matrix([[1, 2], [5, 4]])
    let form = bench.function(["x"]) { x in
      let matrix = try bench.machine.tensor(a)
      return try Op.sum(x[0] * Op.matmul(matrix, x[0]))
    }
    let hessian = try bench.apply(bench.call("hessian", form), bench.vector([0.3, -0.7]))
    #expect(try bench.shape(hessian) == [2, 2])
    #expect(try near(bench.numbers(hessian), [2, 7, 7, 8]))
    let pair = bench.function(["x", "y"]) { try $0[0] * $0[0] * $0[1] }
    let blocks = try bench.apply(bench.call("hessian", pair), .number(3), .number(5))
    #expect(bench.labels(blocks) == ["x", "y"])
    #expect(try bench.numbers(blocks) == [10, 6, 6, 0])
  }

  @Test("Jacobians, also of several results and by several arguments") func jacobian() throws {
    let squares = bench.function(["x"]) { try $0[0] * $0[0] }
    let plain = try bench.apply(bench.call("jacobian", squares), bench.vector([1, 2, 3]))
    #expect(try bench.shape(plain) == [3, 3])
    #expect(try bench.numbers(plain) == [2, 0, 0, 0, 4, 0, 0, 0, 6])
    let two = bench.raw(["x", "y"]) { machine, arguments in
      let (x, y) = try (machine.tensor(arguments[0].value), machine.tensor(arguments[1].value))
      return .tuple(Tuple([.tensor(TensorValue(try x * y)), .tensor(TensorValue(try Op.sum(x)))], labels: ["p", "s"]))
    }
    let nested = try bench.apply(bench.call("jacobian", two), bench.vector([1, 2]), .number(10))
    #expect(bench.labels(nested) == ["p", "s"])
    #expect(try bench.numbers(nested) == [10, 0, 0, 10, 1, 2, 1, 1, 0])
  }

  @Test("products with vectors from both sides") func products() throws {
    let f = bench.raw(["p"]) { machine, arguments in
      guard case .tuple(let p) = arguments[0].value else { return .nothing }
      let (x, y) = try (machine.tensor(p.elements[0]), machine.tensor(p.elements[1]))
      return .tensor(TensorValue(try Op.sin(x) * y))
    }
    let point = Value.tuple(Tuple([try bench.vector([0.1, 0.2]), .number(3)]))
    let along = Value.tuple(Tuple([try bench.vector([1, 10]), .number(2)]))
    let forward = try bench.call("jvp", f, point, along)
    #expect(bench.labels(forward) == ["value", "product"])
    #expect(
      try near(
        bench.numbers(forward),
        [3 * sin(0.1), 3 * sin(0.2), 3 * cos(0.1) + 2 * sin(0.1), 30 * cos(0.2) + 2 * sin(0.2)]))
    let backward = try bench.call("vjp", f, point, bench.vector([1, 2]))
    #expect(
      try near(
        bench.numbers(backward),
        [3 * sin(0.1), 3 * sin(0.2), 3 * cos(0.1), 6 * cos(0.2), sin(0.1) + 2 * sin(0.2)]))
    // A Hessian's product with a vector, forward over reverse: the cube's second derivative is 6x.
    let total = bench.function(["x"]) { try Op.sum($0[0] * $0[0] * $0[0]) }
    let product = try bench.call("jvp", bench.call("grad", total), bench.vector([1, 2]), bench.vector([1, -1]))
    #expect(try near(bench.numbers(product), [3, 12, 6, -12]))
  }

  @Test("stop_gradient, also in tuples") func stop() throws {
    let f = bench.raw(["x"]) { machine, arguments in
      let stopped = try bench.call("stop_gradient", .tuple(Tuple([arguments[0].value, .text(Text("t"))])))
      guard case .tuple(let tuple) = stopped else { return .nothing }
      return .tensor(TensorValue(try machine.tensor(tuple.elements[0]) * machine.tensor(arguments[0].value)))
    }
    #expect(try bench.numbers(bench.apply(bench.call("grad", f), .number(3))) == [3])
  }

  @Test("what cannot be differentiated says so, and leaves no trace open") func refusals() throws {
    let pair = bench.raw(["x"]) { _, arguments in .tuple(Tuple([arguments[0].value])) }
    #expect(bench.fault { _ = try bench.call("grad", .number(9)) } == "E0604")
    #expect(bench.fault { _ = try bench.apply(bench.call("grad", pair), .number(1)) } == "E0605")
    #expect(bench.fault { _ = try bench.apply(bench.call("grad", cube), .text(Text("x"))) } == "E0606")
    #expect(bench.fault { _ = try bench.apply(bench.call("grad", cube, wrt: .text(Text("z"))), .number(1)) } == "E0607")
    #expect(bench.fault { _ = try bench.apply(bench.call("grad", cube, wrt: .number(1)), .number(1)) } == "E0608")
    #expect(bench.fault { _ = try bench.call("jvp", cube, .number(1), .text(Text("v"))) } == "E0609")
    #expect(throws: TensorError.notScalar(operation: "grad", shape: [2])) {
      try bench.apply(bench.call("grad", cube), bench.vector([1, 2]))
    }
    let failing = bench.raw(["x"]) { _, _ in throw TensorError.cancelled }
    #expect(throws: TensorError.cancelled) { try bench.apply(bench.call("grad", failing), .number(1)) }
    #expect(bench.machine.traceDepth == 0)
  }
}
