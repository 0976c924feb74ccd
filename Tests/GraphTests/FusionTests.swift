// Fused groups: whatever is recorded, plans give what computing node by node gives, and the merged kernels are really met.
import AulaCore
import Testing

#if canImport(Glibc)
  import Glibc
#endif

@Suite("Fusion") struct FusionTests {
  /// A random computation over a few shapes that stretch to each other, the same for equal seeds.
  private func program(_ seed: Int, in graph: Graph, _ dtype: DType) throws -> [Tensor] {
    var numbers = TestNumbers(seed: seed)
    let shapes: [Shape] = [[], [5], [3, 1], [3, 5], [1, 5]]
    var pool = try shapes.map { shape in
      let values = (0..<shape.count).map { _ in numbers.normal() }
      return try graph.convert(graph.tensor(values, shape: shape), to: dtype)
    }
    pool.append(try graph.scalar(1, dtype))
    pool.append(
      try Op.transpose(graph.convert(graph.tensor((0..<15).map { Double($0) / 7 }, shape: [5, 3]), to: dtype)))
    for _ in 0..<25 {
      let (a, b, c) = (
        pool[numbers.below(pool.count)], pool[numbers.below(pool.count)], pool[numbers.below(pool.count)]
      )
      let next: Tensor
      switch numbers.below(14) {
      case 0: next = try a + b
      case 1: next = try a - b
      case 2: next = try a * b + c
      case 3: next = try a * b - c
      case 4: next = try c - a * b
      case 5: next = try -(a * a)
      case 6: next = try Op.tanhSlope(a, Op.tanh(b)) + c
      case 7: next = try c + Op.sigmoidSlope(a, Op.sigmoid(b))
      case 8: next = try c + (-a) * b
      case 9: next = try Op.choose(Op.greater(a, b), c, a)
      case 10: next = try Op.tanh(a) * Op.sigmoid(b)
      case 11: next = try graph.broadcast(Op.sum(a), to: [3, 5]) * 0.1 + b
      case 12: next = try Op.convert(Op.less(a, b), to: dtype) * c
      default: next = try Op.sum(a, axis: Option.absent, keep: true) * 0.05 + b * c
      }
      pool.append(next)
    }
    return Array(pool.suffix(6))
  }

  @Test("random computations, with plans and without", arguments: [DType.float64, .float32])
  func plansChangeNothing(_ dtype: DType) throws {
    for seed in 0..<300 {
      let results = try [true, false].map { plans in
        let graph = testGraph(plans: plans)
        return try graph.values(of: program(seed, in: graph, dtype)).map(\.doubles)
      }
      for (a, b) in zip(results[0], results[1]) {
        let scale = b.filter(\.isFinite).map { abs($0) }.max() ?? 1
        let (relative, absolute) = dtype == .float64 ? (1e-11, 1e-13) : (1e-3, 1e-5)
        #expect(
          agree(a, b, relative: relative, absolute: absolute * max(1, scale)),
          "seed \(seed): \(a.prefix(5)) with plans, \(b.prefix(5)) without")
      }
    }
  }

  @Test("blocks, tails and threads: sizes around a block") func sizes() throws {
    for count in [1, 2, 1023, 1024, 1025, 4097, 70_001] {
      let values = (0..<count).map { Double($0 % 31) / 9 - 1.5 }
      let expected = values.map { tanh($0) / (1 + exp(-$0)) + exp(-$0 * $0) }
      for threads in [1, 2, 3] {
        let graph = testGraph(threads: threads)
        let x = try graph.tensor(values)
        let y = try Op.tanh(x) * Op.sigmoid(x) + Op.exp(-(x * x))
        #expect(agree(try y.value().doubles, expected, relative: 1e-14, absolute: 1e-15), "\(count) elements")
      }
    }
  }

  @Test("a program runs again with other inputs, after its trace has ended") func programs() throws {
    let graph = testGraph()
    let x = try graph.tensor([1.0, 2])
    let y = try graph.tensor([10.0, 20])
    let program = try Program([x * y + 1, Op.sum(x)], inputs: [x, y])
    graph.forget()
    let device = graph.device
    let results = try program([NDArray([3.0, 4], on: device), NDArray([1.0, 1], on: device)])
    #expect(results[0].doubles == [4, 5] && results[1].doubles == [7])
    #expect(throws: TensorError.self) { try program([NDArray([3.0, 4], on: device)]) }
    #expect(throws: TensorError.self) { try program([NDArray([3.0], on: device), NDArray([1.0, 1], on: device)]) }
    #expect(throws: TensorError.self) {
      try program([NDArray([Float(3), 4], on: device), NDArray([1.0, 1], on: device)])
    }
    let z = try graph.tensor([1.0])
    #expect(throws: TensorError.self) { try Program([z * 2], inputs: [z * 2]) }
  }

  @Test("a program of looked-at results computes them again") func lookedAt() throws {
    let graph = testGraph()
    let x = try graph.tensor([2.0])
    let y = try x * 5
    #expect(try y.value().doubles == [10])
    let program = try Program([y], inputs: [x])
    #expect(try program([NDArray([3.0], on: graph.device)])[0].doubles == [15])
    #expect(try y.value().doubles == [10])
  }
}

extension Op {
  static func convert(_ x: Tensor, to dtype: DType) throws -> Tensor { try x.graph.convert(x, to: dtype) }
}
