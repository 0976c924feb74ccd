// Derivatives of functions: nesting, Jacobians, products, mapping, and derivatives of one's own.
import AulaCore
import Testing

#if canImport(Glibc)
  import Glibc
#endif

@Suite("Differentiation") struct DifferentiationTests {
  private let graph = testGraph()

  @Test("derivatives nest to any order") func nesting() throws {
    // The k-th derivative of sin at 0.7, five deep.
    var f: (Tensor) throws -> Tensor = { try Op.sin($0) }
    let expected = [sin(0.7), cos(0.7), -sin(0.7), -cos(0.7), sin(0.7), cos(0.7)]
    for order in 0...5 {
      let value = try f(graph.tensor([0.7], shape: [])).number()
      #expect(abs(value - expected[order]) < 1e-14)
      let inner = f
      f = { try gradient(of: inner, at: $0) }
    }
  }

  @Test("a derivative inside does not see the variable outside by accident") func confusion() throws {
    // d/dx (x · d/dy (x + y) at y = 1) is 1, not 2.
    let slope = try gradient(
      of: { x in try x * gradient(of: { y in try x + y }, at: x.graph.scalar(1)) }, at: graph.scalar(3))
    #expect(try slope.number() == 1)
  }

  @Test("a Jacobian, row by row and column by column") func jacobians() throws {
    let a = try graph.tensor([1, 2, 3, 4, 5, 6], shape: [2, 3])
    let x = try graph.tensor([0.1, 0.2, 0.3])
    let f: (Tensor) throws -> Tensor = { try Op.tanh(Op.matmul(a, $0)) }
    let rows = try jacobian(of: f, at: x).value()
    #expect(rows.shape == [2, 3])
    for index in 0..<2 {
      let unit = try graph.tensor((0..<2).map { $0 == index ? 1.0 : 0 })
      let row = try vectorJacobianProduct(of: f, at: x, unit).product.value().doubles
      #expect(agree(row, Array(rows.doubles[(3 * index)..<(3 * index + 3)]), relative: 1e-13, absolute: 1e-15))
    }
    for index in 0..<3 {
      let unit = try graph.tensor((0..<3).map { $0 == index ? 1.0 : 0 })
      let column = try jacobianVectorProduct(of: f, at: x, unit).product.value().doubles
      #expect(agree(column, [rows.doubles[index], rows.doubles[3 + index]], relative: 1e-13, absolute: 1e-15))
    }
  }

  @Test("a Hessian, and its product with a vector") func hessians() throws {
    // x₀² x₁ + sin x₁.
    let f: (Tensor) throws -> Tensor = { x in
      let (a, b) = (try Op.take(x, x.graph.scalar(0, .int)), try Op.take(x, x.graph.scalar(1, .int)))
      return try a * a * b + Op.sin(b)
    }
    let x = try graph.tensor([2, 0.5])
    #expect(agree(try hessian(of: f, at: x).value().doubles, [1, 4, 4, -sin(0.5)], relative: 1e-13, absolute: 1e-13))
    let product = try hessianVectorProduct(of: f, at: x, graph.tensor([1, -1])).value().doubles
    #expect(agree(product, [-3, 4 + sin(0.5)], relative: 1e-13, absolute: 1e-13))
  }

  @Test("derivatives per example, without a loop") func perExample() throws {
    let w = try graph.tensor([0.5, -0.3])
    let data = try graph.tensor([1, 2, 3, 4, 5, 6], shape: [3, 2])
    let all = try map(
      { row in try gradient(of: { try Op.tanh(Op.sum($0 * row)) }, at: w) }, over: data
    ).value()
    #expect(all.shape == [3, 2])
    for index in 0..<3 {
      let row = [data, data][0]
      let x = Array(try row.value().doubles[(2 * index)..<(2 * index + 2)])
      let slope = 1 - pow(tanh(0.5 * x[0] - 0.3 * x[1]), 2)
      #expect(
        agree(Array(all.doubles[(2 * index)..<(2 * index + 2)]), x.map { $0 * slope }, relative: 1e-13, absolute: 1e-15)
      )
    }
  }

  @Test("maps nest, and draws inside are drawn anew") func nestedMaps() throws {
    let x = try graph.tensor([1, 2, 3, 4], shape: [2, 2])
    let squares = try map({ row in try map({ try $0 * $0 }, over: row) }, over: x)
    #expect(try squares.value().doubles == [1, 4, 9, 16])
    let draws = try map(
      { try $0 + Op.normal.results(of: [("shape", .option(.ints([])))], in: graph)[0] }, over: graph.zeros([64]))
    #expect(Set(try draws.value().doubles).count == 64)
  }

  @Test("looking inside a map is an error, not a wrong number") func lookingInside() throws {
    #expect(throws: TensorError.self) {
      try map({ x in try x.number() > 0 ? x : -x }, over: graph.tensor([1, -1]))
    }
  }

  @Test("stopped gradients") func stopped() throws {
    let slope = try gradient(of: { try stopGradient($0) * $0 }, at: graph.scalar(3))
    #expect(try slope.number() == 3)
  }

  @Test("a stopped gradient opts out of the error of a draw") func stoppedDraw() throws {
    let slope = try gradient(
      of: { p in try Op.sum(Op.gamma(stopGradient(p)) * p * 0 + p * p) }, at: graph.tensor([0.5, 2]))
    #expect(try slope.value().doubles == [1, 4])
    #expect(throws: TensorError.self) { try gradient(of: { try Op.sum(Op.bernoulli($0)) }, at: graph.tensor([0.5])) }
  }

  @Test("a derivative of one's own, alone, nested, mapped") func custom() throws {
    let doubled = CustomDerivative("doubled") { g, x in [try g * x[0] * 4] }
    let f: (Tensor) throws -> Tensor = { try doubled($0 * $0, inputs: [$0]) }
    #expect(try gradient(of: f, at: graph.scalar(3)).number() == 12)
    #expect(try gradient(of: { try gradient(of: f, at: $0) }, at: graph.scalar(3)).number() == 4)
    let mapped = try gradient(of: { try Op.sum(map(f, over: $0)) }, at: graph.tensor([1.0, 2, 3]))
    #expect(try mapped.value().doubles == [4, 8, 12])
    let wrong = CustomDerivative("short") { _, _ in [] }
    #expect(throws: TensorError.self) { try gradient(of: { try wrong($0 * 2, inputs: [$0]) }, at: graph.scalar(1)) }
  }

  @Test("what cannot be asked is refused") func refusals() throws {
    let x = try graph.tensor([1, 2])
    #expect(throws: TensorError.notScalar(operation: "gradient", shape: [2])) { try gradient(of: { $0 }, at: x) }
    #expect(throws: TensorError.self) { try gradient(of: { try Op.greater(Op.sum($0), 1) }, at: x) }
    #expect(throws: TensorError.self) { try vectorJacobianProduct(of: { $0 }, at: x, graph.tensor([1.0])) }
    #expect(throws: TensorError.self) { try map({ $0 }, over: graph.scalar(1)) }
    #expect(throws: TensorError.self) { try map({ try $0[0] + $0[1] }, over: [x, graph.tensor([1.0])]) }
    let gamma = try Op.gamma(x)
    #expect(gamma.shape == [2])
    #expect(throws: TensorError.self) { try gradient(of: { try Op.sum(Op.gamma($0)) }, at: x) }
  }

  @Test("a function that ignores its argument has derivative zero") func ignoring() throws {
    #expect(try gradient(of: { try $0.graph.scalar(4) }, at: graph.tensor([1, 2])).value().doubles == [0, 0])
    #expect(try jacobian(of: { try $0.graph.tensor([4.0]) }, at: graph.tensor([1, 2])).value().doubles == [0, 0])
  }
}
