// Rows: matrices taken apart. Decompositions with several results are recorded as one node that holds them all side by side;
// the results are slices of it.
import TensorKit

extension Op {
  static let decompositionRows: [OpSpec] = [cholesky, qr, eigh, svd]

  // MARK: Cholesky

  /// The lower triangular l with l @ transpose(l) = a, for a symmetric, positive definite matrix.
  public static let cholesky: OpSpec = OpSpec(
    "cholesky", [.tensor("a")],
    summary: "The lower triangular l with l @ transpose(l) = a, for a symmetric, positive definite matrix.",
    example: "cholesky([[4, 2], [2, 2]])   # [[2, 0], [1, 1]]",
    behaviour: ofSquare({ $0 }, { e, work in try work.cholesky(e.operands[0]) }) { p in
      let l = p.output
      let inner = try lowerHalf(Op.matmul(Op.transpose(l), Op.tril(p.cotangent)))
      // L⁻ᵀ · inner · L⁻¹, the right division as a left one of the transpose.
      let half = try dividedByTransposed(l, inner)
      return try symmetric(Op.transpose(dividedByTransposed(l, Op.transpose(half))))
    },
    samples: [
      Sample(.positiveDefinite([3, 3])), Sample(.positiveDefinite([2, 4, 4])), Sample(.uniform(1, 2, [1, 1])),
      Sample(.normal([0, 0])), Sample(.normal([0, 2, 2])),
    ],
    rejects: [
      Sample(.normal([2, 3])), Sample(.normal([3])), Sample(.values([1, 2, 2, 1], [2, 2])),
      Sample(.values([0], [1, 1])),
      Sample(.values([2, 1, 0, 2], [2, 2])), Sample(.values([2, .nan, .nan, 2], [2, 2])),
    ],
    definition: .plain { call in
      let a = call.inputs[0]
      let order = a.dims[a.dims.count - 1]
      var values: [Double] = []
      Plain.forEachIndex(Array(a.dims.dropLast(2))) { index in
        var l = [[Double]](repeating: [Double](repeating: 0, count: order), count: order)
        for row in 0..<order {
          for column in 0...row {
            let rest = a[index + [row, column]] - (0..<column).reduce(0) { $0 + l[row][$1] * l[column][$1] }
            l[row][column] = row == column ? rest.squareRoot() : rest / l[column][column]
          }
        }
        values += l.flatMap { $0 }
      }
      return [Plain(a.dims, values)]
    })

  // MARK: QR

  /// A matrix as q @ r: orthonormal columns times an upper triangle whose diagonal is not negative.
  public static let qr: OpSpec = OpSpec(
    "qr", [.tensor("a")], results: ["q", "r"],
    summary: "A matrix as q @ r: orthonormal columns times an upper triangle whose diagonal is not negative.",
    example: "qr([[3], [4]])   # q = [[0.6], [0.8]], r = [[5]]",
    behaviour: .composite { call in
      let a = try floating(call, "a")
      return try parts(call.graph.record(qrFactors, [a]), qrShapes(a.shape))
    },
    differentiability: .first,
    samples: [
      Sample(.normal([3, 3])), Sample(.normal([4, 2])), Sample(.normal([2, 4])), Sample(.normal([2, 3, 2])),
      Sample(.normal([1, 1])),
      Sample(.normal([0, 3])), Sample(.normal([3, 0])), Sample(.normal([0, 3, 2])), Sample(.normal([3, 1])),
    ],
    rejects: [Sample(.normal([3])), Sample(.normal([])), Sample(.values([1, .nan, 2, 4], [2, 2]))],
    definition: .property { call, results in
      let a = call.inputs[0]
      guard results.count == 2, !a.dims.contains(0) else { return results.count == 2 }
      return MatrixMeaning.isOrthonormal(results[0]) && MatrixMeaning.isUpper(results[1])
        && MatrixMeaning.isNear(MatrixMeaning.product(results[0], results[1]), a)
    })

  private static func qrShapes(_ a: Shape) -> [[Int]] {
    let (rows, columns) = (a[a.rank - 2], a[a.rank - 1])
    return [[rows, Swift.min(rows, columns)], [Swift.min(rows, columns), columns]]
  }

  private static let qrFactors = packed("qr", shapes: qrShapes, pullback: qrPullback) { e, work in
    try work.qr(e.operands[0], into: e.result.shape)
  }

  private static func qrPullback(_ p: Pullback) throws -> Tensor {
    let factors = try parts(p.output, qrShapes(p.operands[0].shape))
    let cotangents = try parts(p.cotangent, qrShapes(p.operands[0].shape))
    let (q, r, ofQ, ofR) = (factors[0], factors[1], cotangents[0], cotangents[1])
    let (rows, columns) = (q.shape[q.rank - 2], r.shape[r.rank - 1])
    guard rows < columns else { return try qrCotangent(q, r, ofQ, ofR) }
    // A wide matrix: its first columns have the same Q, and R holds Qᵀ times the others.
    let (own, others) = (0..<rows, rows..<columns)
    let rest = try cut(p.operands[0], others)
    let ofOwnQ = try ofQ + Op.matmul(rest, Op.transpose(cut(ofR, others)))
    let first = try qrCotangent(q, cut(r, own), ofOwnQ, cut(ofR, own))
    return try put(first, own, of: columns) + put(Op.matmul(q, cut(ofR, others)), others, of: columns)
  }

  private static func qrCotangent(_ q: Tensor, _ r: Tensor, _ ofQ: Tensor, _ ofR: Tensor) throws -> Tensor {
    let m = try Op.matmul(r, Op.transpose(ofR)) - Op.matmul(Op.transpose(ofQ), q)
    let mirrored = try Op.tril(m) + Op.transpose(Op.tril(m, shift: -1))
    // Divided by Rᵀ from the right: R⁻¹ from the left of the transpose.
    let sum = try ofQ + Op.matmul(q, mirrored)
    return try Op.transpose(Op.triangularSolve(r, Op.transpose(sum), lower: false))
  }

  // MARK: Eigenvalues

  /// The eigenvalues of a symmetric matrix, ascending, and its orthonormal eigenvectors as columns.
  public static let eigh: OpSpec = OpSpec(
    "eigh", [.tensor("a")], results: ["values", "vectors"],
    summary: "The eigenvalues of a symmetric matrix, ascending, and its orthonormal eigenvectors as columns.",
    example: "eigh([[2, 0], [0, 1]])   # values [1, 2], vectors [[0, 1], [1, 0]]",
    behaviour: .composite { call in
      let a = try floating(call, "a")
      return try parts(call.graph.record(eighFactors, [a]), eighShapes(a.shape))
    },
    differentiability: .first,
    samples: [
      Sample(.positiveDefinite([3, 3])), Sample(.positiveDefinite([2, 4, 4])), Sample(.normal([1, 1])),
      Sample(.normal([0, 0])),
      Sample(.normal([0, 2, 2])),
    ],
    rejects: [
      Sample(.normal([2, 3])), Sample(.normal([3])), Sample(.values([2, 1, 0, 2], [2, 2])),
      Sample(.values([2, .nan, .nan, 2], [2, 2])),
    ],
    definition: .property { call, results in
      let a = call.inputs[0]
      guard results.count == 2, !a.dims.contains(0) else { return results.count == 2 }
      let (values, vectors) = (results[0], results[1])
      let rows = stride(from: 0, to: values.values.count, by: values.dims.last ?? 1)
      let ascends = rows.allSatisfy { start in
        let row = values.values[start..<(start + (values.dims.last ?? 1))]
        return zip(row, row.dropFirst()).allSatisfy { $0 <= $1 }
      }
      let again = MatrixMeaning.product(
        MatrixMeaning.product(vectors, MatrixMeaning.diagonalOf(values)), MatrixMeaning.transposed(vectors))
      return ascends && MatrixMeaning.isOrthonormal(vectors) && MatrixMeaning.isNear(again, a)
    })

  private static func eighShapes(_ a: Shape) -> [[Int]] { [[a[a.rank - 1]], [a[a.rank - 1], a[a.rank - 1]]] }

  private static let eighFactors = packed("eigh", shapes: eighShapes, isSquare: true, pullback: eighPullback) {
    e, work in
    try work.symmetricEigen(e.operands[0], into: e.result.shape)
  }

  // Vectors of equal values can be turned into each other, so that part of their cotangent has no meaning and counts as zero.
  private static func eighPullback(_ p: Pullback) throws -> Tensor {
    let results = try parts(p.output, eighShapes(p.operands[0].shape))
    let cotangents = try parts(p.cotangent, eighShapes(p.operands[0].shape))
    let (values, vectors) = (results[0], results[1])
    let order = values.shape[values.rank - 1]
    guard order > 0 else { return try p.graph.full(0, p.operands[0].shape, p.cotangent.dtype) }
    let largest = try Op.maximum(Op.absolute(cut(values, 0..<1)), Op.absolute(cut(values, (order - 1)..<order)))
    let turning = try Op.matmul(Op.transpose(vectors), cotangents[1]) * gapInverses(values, largest)
    let inner = try turning + p.graph.record(Op.diagonalMatrix, [cotangents[0]], attributes: [0])
    return try symmetric(Op.matmul(vectors, Op.matmul(inner, Op.transpose(vectors))))
  }

  // MARK: Singular values

  /// A matrix as u @ diagonal_matrix(s) @ vt: orthonormal columns, the singular values, descending, and orthonormal rows.
  public static let svd: OpSpec = OpSpec(
    "svd", [.tensor("a")], results: ["u", "s", "vt"],
    summary:
      "A matrix as u @ diagonal_matrix(s) @ vt: orthonormal columns, the singular values, descending, and orthonormal rows.",
    example: "svd([[0, 2], [1, 0]])   # s = [2, 1]",
    behaviour: .composite { call in
      let a = try floating(call, "a")
      return try parts(call.graph.record(svdFactors, [a]), svdShapes(a.shape))
    },
    differentiability: .first,
    samples: [
      Sample(.normal([3, 3])), Sample(.normal([4, 2])), Sample(.normal([2, 4])), Sample(.normal([2, 3, 2])),
      Sample(.normal([1, 1])),
      Sample(.normal([0, 3])), Sample(.normal([3, 0])), Sample(.normal([0, 3, 2])), Sample(.normal([1, 3])),
    ],
    rejects: [Sample(.normal([3])), Sample(.normal([])), Sample(.values([1, .nan, 2, 4], [2, 2]))],
    definition: .property { call, results in
      let a = call.inputs[0]
      guard results.count == 3, !a.dims.contains(0) else { return results.count == 3 }
      let (u, s, vt) = (results[0], results[1], results[2])
      let again = MatrixMeaning.product(MatrixMeaning.product(u, MatrixMeaning.diagonalOf(s)), vt)
      let rank = s.dims[s.dims.count - 1]
      let descends = s.values.indices.allSatisfy { $0 % rank == 0 || s.values[$0 - 1] >= s.values[$0] }
      return descends && s.values.allSatisfy { $0 >= 0 } && MatrixMeaning.isOrthonormal(u)
        && MatrixMeaning.isOrthonormal(MatrixMeaning.transposed(vt)) && MatrixMeaning.isNear(again, a)
    })

  private static func svdShapes(_ a: Shape) -> [[Int]] {
    let (rows, columns) = (a[a.rank - 2], a[a.rank - 1])
    let rank = Swift.min(rows, columns)
    return [[rows, rank], [rank], [rank, columns]]
  }

  private static let svdFactors = packed("svd", shapes: svdShapes, pullback: svdPullback) { e, work in
    try work.svd(e.operands[0], into: e.result.shape)
  }

  // As for eigenvalues, what turns vectors of equal values into each other counts as zero, and so does 1 / s for s = 0.
  private static func svdPullback(_ p: Pullback) throws -> Tensor {
    let shape = p.operands[0].shape
    let (results, cotangents) = (try parts(p.output, svdShapes(shape)), try parts(p.cotangent, svdShapes(shape)))
    let (u, s, vt) = (results[0], results[1], results[2])
    let (ofU, ofS, ofVt) = (cotangents[0], cotangents[1], cotangents[2])
    let rank = s.shape[s.rank - 1]
    guard rank > 0 else { return try p.graph.full(0, shape, p.cotangent.dtype) }
    let (v, ofV) = (try Op.transpose(vt), try Op.transpose(ofVt))
    let largest = try cut(s, 0..<1)
    let (row, column) = (try Op.expand(s, axis: -2), try Op.expand(s, axis: -1))
    // 1 / (s_j² − s_i²), with the difference first: squares would cancel.
    let gaps =
      try gapInverses(s, largest) * safeInverse(row + column, above: Op.expand(largest, axis: -1) * tolerance(s, rank))
    let turnU = try antisymmetric(Op.matmul(Op.transpose(u), ofU)) * gaps * row
    let turnV = try column * (antisymmetric(Op.matmul(vt, ofV)) * gaps)
    let inner = try turnU + turnV + p.graph.record(Op.diagonalMatrix, [ofS], attributes: [0])
    var total = try Op.matmul(u, Op.matmul(inner, vt))
    let inverse = try safeInverse(s, above: largest * tolerance(s, rank))
    // What leaves the span of the vectors, where they do not span everything.
    if shape[shape.rank - 2] > rank {
      let out = try (ofU - Op.matmul(u, Op.matmul(Op.transpose(u), ofU))) * Op.expand(inverse, axis: -2)
      total = try total + Op.matmul(out, vt)
    }
    if shape[shape.rank - 1] > rank {
      let out = try (ofVt - Op.matmul(Op.matmul(ofVt, v), vt)) * Op.expand(inverse, axis: -1)
      total = try total + Op.matmul(u, out)
    }
    return total
  }
}

// MARK: What the rows share

extension Op {
  /// A node that holds several results of a matrix, each in row order, one behind the other along one axis.
  private static func packed(
    _ name: String, shapes: @escaping @Sendable (Shape) -> [[Int]], isSquare: Bool = false,
    pullback: @escaping @Sendable (Pullback) throws -> Tensor,
    _ compute: @escaping @Sendable (Execution, MatrixWork) throws -> NDArray
  ) -> OpSpec {
    internalRow(
      name,
      .primitive(
        Primitive(
          apply: { call in try call.graph.record(call.op, [floating(call, "a")]) },
          infer: { i in
            let a = i.operands[0].shape
            guard a.rank >= 2 else {
              throw TensorError.wrongShape(
                operation: name, argument: "a", shape: a, expected: "a matrix, or several along leading axes")
            }
            if isSquare { try checkSquare(a, i.op) }
            try checkFloating(i.operands[0], i.op, "a")
            let size = shapes(a).reduce(0) { total($0, Shape($1).count) }
            return Signature(Shape(a.dims.dropLast(2) + [size]), i.operands[0].dtype)
          },
          compute: { e in try compute(e, MatrixWork(e.op.name, on: e.device)) },
          pullback: .firstOnly { p in [try pullback(p)] },
          batching: .rule { b in try b.record(b.operands, attributes: b.attributes) })))
  }

  /// The results that a packed node holds.
  private static func parts(_ x: Tensor, _ shapes: [[Int]]) throws -> [Tensor] {
    let leading = Array(x.shape.dims.dropLast())
    var start = 0
    return try shapes.map { dims in
      let end = total(start, Shape(dims).count)
      defer { start = end }
      return try x.graph.reshape(cut(x, start..<end), to: Shape(leading + dims))
    }
  }

  /// A sum of sizes; one too large for an `Int` is the largest there is, which no memory holds.
  private static func total(_ a: Int, _ b: Int) -> Int {
    let (sum, overflow) = a.addingReportingOverflow(b)
    return overflow ? Int.max : sum
  }

  /// Part of the last axis.
  private static func cut(_ x: Tensor, _ range: Range<Int>) throws -> Tensor {
    let ones = [Int](repeating: 1, count: x.rank)
    let starts = [Double](repeating: 0, count: x.rank - 1) + [Double(range.lowerBound)]
    return try x.graph.record(
      Op.slice, [x], attributes: x.shape.dims.dropLast() + [range.count] + ones, numbers: starts)
  }

  /// Zeros with `x` in part of the last axis.
  private static func put(_ x: Tensor, _ range: Range<Int>, of size: Int) throws -> Tensor {
    let ones = [Int](repeating: 1, count: x.rank)
    let starts = [Double](repeating: 0, count: x.rank - 1) + [Double(range.lowerBound)]
    return try x.graph.record(Op.place, [x], attributes: x.shape.dims.dropLast() + [size] + ones, numbers: starts)
  }

  private static func symmetric(_ x: Tensor) throws -> Tensor { try (x + Op.transpose(x)) * 0.5 }
  private static func antisymmetric(_ x: Tensor) throws -> Tensor { try x - Op.transpose(x) }
  /// The lower triangle with half of the diagonal.
  private static func lowerHalf(_ x: Tensor) throws -> Tensor { try (Op.tril(x) + Op.tril(x, shift: -1)) * 0.5 }
  private static func dividedByTransposed(_ l: Tensor, _ x: Tensor) throws -> Tensor {
    try Op.triangularSolve(l, x, transposed: true)
  }

  /// Differences of this share of the largest value are rounding.
  private static func tolerance(_ x: Tensor, _ order: Int) -> Double {
    4 * Double(order) * (x.dtype == .float32 ? 0x1p-23 : 0x1p-52)
  }

  /// 1 / (x_j − x_i) in row i and column j, and 0 where the two are equal but for rounding.
  private static func gapInverses(_ x: Tensor, _ largest: Tensor) throws -> Tensor {
    let gaps = try Op.expand(x, axis: -2) - Op.expand(x, axis: -1)
    return try safeInverse(gaps, above: Op.expand(largest, axis: -1) * tolerance(x, x.shape[x.rank - 1]))
  }

  /// 1 / x, and 0 where the magnitude is not above a limit.
  private static func safeInverse(_ x: Tensor, above limit: Tensor) throws -> Tensor {
    let (zero, one) = (try x.graph.scalar(0, x.dtype), try x.graph.scalar(1, x.dtype))
    let isLarge = try Op.greater(Op.absolute(x), limit)
    return try Op.choose(isLarge, Op.reciprocal(Op.choose(isLarge, x, one)), zero)
  }
}
