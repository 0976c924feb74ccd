// Linear algebra beyond the catalogue's samples: large matrices, singular and degenerate ones, and what errors say.
import AulaCore
import Testing

@Suite("Matrices") struct MatrixTests {
  private let graph = testGraph()

  private func matrix(_ values: [Double], _ shape: Shape) throws -> Tensor { try graph.tensor(values, shape: shape) }

  private func random(_ shape: Shape, seed: Int) throws -> Tensor {
    var numbers = TestNumbers(seed: seed)
    return try graph.tensor((0..<shape.count).map { _ in numbers.normal() }, shape: shape)
  }

  private func largest(_ x: Tensor) throws -> Double { try x.value().doubles.map { abs($0) }.max() ?? 0 }

  private let identity: [Double] = [1, 0, 0, 0, 1, 0, 0, 0, 1]

  @Test("matrices of every size, through all of it", arguments: [1, 2, 17, 64, 200]) func sizes(_ n: Int) throws {
    let a = try random([n, n], seed: n)
    let b = try random([n, 3], seed: n + 1)
    #expect(try largest(Op.matmul(a, Op.solve(a, b)) - b) < 1e-9)
    let eye = try Op.identityMatrix.results(of: [(nil, .option(.int(n)))], in: graph)[0]
    #expect(try largest(Op.matmul(a, Op.inverse(a)) - eye) < 1e-9)
    let square = try Op.matmul(a, Op.transpose(a)) + eye
    let l = try Op.cholesky(square)
    #expect(try largest(Op.matmul(l, Op.transpose(l)) - square) < 1e-10 * Double(n))
    #expect(try largest(Op.matmul(Op.transpose(l), Op.triangularSolve(l, b, transposed: true)) - b) < 1e-9)
    let logarithm = try Op.sum(Op.log(Op.diagonal(l))).number() * 2
    #expect(abs(try Op.logDeterminant(square).number() - logarithm) < 1e-9 * max(1, abs(logarithm)))
    let qr = try Op.qr.results(of: [(nil, .tensor(a))])
    #expect(try largest(Op.matmul(qr[0], qr[1]) - a) < 1e-11 * Double(n))
    let eigen = try Op.eigh.results(of: [(nil, .tensor(square))])
    #expect(try largest(Op.matmul(square, eigen[1]) - eigen[1] * eigen[0]) < 1e-10 * Double(n))
    let svd = try Op.svd.results(of: [(nil, .tensor(a))])
    #expect(try largest(Op.matmul(svd[0] * svd[1], svd[2]) - a) < 1e-11 * Double(n))
  }

  @Test("units do not make a matrix singular") func units() throws {
    let scaled = try matrix([1e-9, 0, 0, 1e9], [2, 2])
    #expect(agree(try Op.inverse(scaled).value().doubles, [1e9, 0, 0, 1e-9], relative: 1e-12, absolute: 0))
    let mixed = try matrix([1e-150, 2e-150, 3e150, 4e150], [2, 2])
    #expect(
      agree(try Op.solve(mixed, graph.tensor([3e-150, 7e150])).value().doubles, [1, 1], relative: 1e-12, absolute: 0))
  }

  @Test("a singular matrix is refused though rounding hides it") func hidden() throws {
    let counted = try matrix([1, 2, 3, 4, 5, 6, 7, 8, 9], [3, 3])
    #expect(throws: TensorError.self) { try Op.inverse(counted).value() }
    #expect(throws: TensorError.self) { try Op.solve(counted, graph.tensor([1.0, 2, 3])).value() }
    #expect(try Op.logDeterminant(matrix([1, 2, 2, 4], [2, 2])).number() == -.infinity)
  }

  @Test("the first bad matrix of many is the one reported") func reported() throws {
    let many = try matrix([2, 0, 0, 2, 4, 1, 1, 0, -1, 0, 0, 1], [3, 2, 2])
    for threads in [1, 2] {
      let graph = testGraph(threads: threads)
      let copy = try graph.tensor(many.value())
      #expect(throws: TensorError.notPositiveDefinite(operation: "cholesky", order: 2)) {
        try Op.cholesky(copy).value()
      }
    }
    let infinite = try matrix([1, 0, 0, .infinity], [2, 2])
    for row in [Op.inverse, Op.determinant, Op.cholesky, Op.eigh, Op.svd, Op.qr] {
      #expect(throws: TensorError.self) { try row.results(of: [(nil, .tensor(infinite))])[0].value() }
    }
    #expect(throws: TensorError.self) { try Op.cholesky(matrix([2, 1, 0, 2], [2, 2])).value() }
  }

  @Test("values alone have derivatives where vectors have none") func degenerate() throws {
    let eye = try matrix(identity, [3, 3])
    func total(_ row: OpSpec, _ index: Int) -> (Tensor) throws -> Tensor {
      { try Op.sum(row.results(of: [(nil, .tensor($0))])[index]) }
    }
    for slopes in [try gradient(of: total(Op.eigh, 0), at: eye), try gradient(of: total(Op.svd, 1), at: eye)] {
      #expect(agree(try slopes.value().doubles, identity, relative: 1e-12, absolute: 1e-12))
    }
    let zero = try matrix([Double](repeating: 0, count: 6), [3, 2])
    #expect(try gradient(of: total(Op.svd, 1), at: zero).value().doubles.allSatisfy(\.isFinite))
    // The projector on a plane of equal values does not depend on which vectors span it.
    let plane = try matrix([1, 0, 0, 0, 1, 0, 0, 0, 5], [3, 3])
    let weights = try random([3, 3], seed: 2)
    func projector(_ a: Tensor) throws -> Tensor {
      let vectors = try Op.slice(Op.eigh.results(of: [(nil, .tensor(a))])[1], starts: [0, 0], sizes: [3, 2])
      return try Op.sum(weights * Op.matmul(vectors, Op.transpose(vectors)))
    }
    let slopes = try gradient(of: projector, at: plane).value().doubles
    let w = try weights.value().doubles
    for (place, expected) in [(2, (w[2] + w[6]) / 8), (5, (w[5] + w[7]) / 8), (0, 0), (1, 0)] {
      #expect(abs(slopes[place] + expected) < 1e-12)
    }
  }

  @Test("determinants have three derivatives") func determinants() throws {
    let direction = try random([3, 3], seed: 4)
    func curvature(_ x: Tensor) throws -> Tensor {
      try Op.sum(hessianVectorProduct(of: { try Op.determinant($0) }, at: x, direction) * direction)
    }
    let start = try random([3, 3], seed: 5)
    let slopes = try gradient(of: curvature, at: start).value().doubles
    // Of a cubic polynomial the curvature is linear: one difference is exact.
    for place in 0..<9 {
      var moved = try start.value().doubles
      moved[place] += 1
      let difference = try curvature(matrix(moved, [3, 3])).number() - curvature(start).number()
      #expect(abs(difference - slopes[place]) < 1e-10)
    }
    // Magnitudes that a determinant cannot hold leave its cofactors as they are.
    let tiny = try matrix([1e-200, 0, 0, 1e-200], [2, 2])
    let cofactors = try gradient(of: { try Op.determinant($0) }, at: tiny).value().doubles
    #expect(agree(cofactors, [1e-200, 0, 0, 1e-200], relative: 1e-12, absolute: 0))
  }

  @Test("work on a large matrix stops when told to") func cancelled() throws {
    let graph = testGraph()
    let a = try graph.tensor(random([300, 300], seed: 6).value())
    graph.device.cancel()
    #expect(throws: TensorError.cancelled) { try Op.svd(a).value() }
  }
}
