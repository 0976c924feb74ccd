// Rows: solving linear systems, inverses, determinants. The last two axes are the matrix; axes before them hold many.
import TensorKit

extension Op {
  static let linearAlgebraRows: [OpSpec] =
    [solve, inverse, determinant, logDeterminant, trace, triangularSolve] + decompositionRows

  // MARK: Solving

  // Attributes of `solve`: whether the matrix is transposed. Its operands are matrices; `apply` turns vectors into columns.
  /// The x with a @ x = b, for a vector b or for each column of a matrix.
  public static let solve: OpSpec = OpSpec(
    "solve", [.tensor("a"), .tensor("b")],
    summary: "The x with a @ x = b, for a vector b or for each column of a matrix.",
    example: "solve([[2, 0], [0, 4]], [2, 2])   # [1, 0.5]",
    behaviour: .primitive(
      Primitive(
        apply: { call in try recordDivision(call, attributes: [0]) },
        infer: { i in try checkDivision(i, flags: 1) },
        compute: { e in
          try MatrixWork(e.op.name, on: e.device).solve(
            e.operands[0], e.operands[1], transposed: e.attributes[0] != 0, into: e.result.shape)
        },
        pullback: .rule { p in
          let isTransposed = p.attributes[0] != 0
          let sides = try p.graph.record(Op.solve, [p.operands[0], p.cotangent], attributes: [isTransposed ? 0 : 1])
          return [p.needed[0] ? try divisorCotangent(sides, p.output, isTransposed) : nil, sides]
        },
        batching: .rule { b in try b.record(alignedMatrices(b), attributes: b.attributes) })),
    samples: [
      Sample(.positiveDefinite([3, 3]), .normal([3])), Sample(.normal([3, 3]), .normal([3, 2])),
      Sample(.positiveDefinite([2, 3, 3]), .normal([3, 2])), Sample(.positiveDefinite([3, 3]), .normal([2, 3, 1])),
      Sample(.positiveDefinite([2, 1, 2, 2]), .normal([3, 2, 2])), Sample(.positiveDefinite([2, 2, 2]), .normal([2])),
      Sample(.uniform(1, 2, [1, 1]), .normal([1])), Sample(.normal([0, 0]), .normal([0, 2])),
      Sample(.positiveDefinite([2, 2]), .normal([2, 0])), Sample(.values([0, 2, 3, 1], [2, 2]), .normal([2])),
    ],
    rejects: [
      Sample(.normal([2, 3]), .normal([2])), Sample(.normal([3, 3]), .normal([2])), Sample(.normal([3]), .normal([3])),
      Sample(.normal([3, 3]), .normal([])), Sample(.normal([2, 3, 3]), .normal([3, 3, 1])),
      Sample(.values([1, 2, 2, 4], [2, 2]), .normal([2])),
      Sample(.values([1, 2, 3, 4, 5, 6, 7, 8, 9], [3, 3]), .normal([3])),
      Sample(.values([1, .nan, 2, 4], [2, 2]), .normal([2])),
      Sample(.values([1, 0, 0, .infinity], [2, 2]), .normal([2])),
    ],
    definition: .plain { call in [MatrixMeaning.eliminated(call.inputs[0], call.inputs[1])] })

  // Attributes of `triangularSolve`: whether the lower half counts, and whether the matrix is transposed.
  /// The x with a @ x = b, reading only the lower half of `a`, or the upper one; with `transposed`, of transpose(a) @ x = b.
  public static let triangularSolve: OpSpec = OpSpec(
    "triangular_solve",
    [
      .tensor("a"), .tensor("b"), .option("lower", .flag, .flag(true)), .option("transposed", .flag, .flag(false)),
    ],
    summary:
      "The x with a @ x = b, reading only the lower half of `a`, or the upper one; with `transposed`, of transpose(a) @ x = b.",
    example: "triangular_solve([[2, 0], [1, 1]], [2, 3])   # [1, 2]",
    behaviour: .primitive(
      Primitive(
        apply: { call in
          try recordDivision(call, attributes: [call.flag("lower") ? 1 : 0, call.flag("transposed") ? 1 : 0])
        },
        infer: { i in try checkDivision(i, flags: 2) },
        compute: { e in
          try MatrixWork(e.op.name, on: e.device).solveTriangular(
            e.operands[0], e.operands[1], lower: e.attributes[0] != 0, transposed: e.attributes[1] != 0,
            into: e.result.shape)
        },
        pullback: .rule { p in
          let (isLower, isTransposed) = (p.attributes[0] != 0, p.attributes[1] != 0)
          let sides = try p.graph.record(
            Op.triangularSolve, [p.operands[0], p.cotangent], attributes: [p.attributes[0], isTransposed ? 0 : 1])
          guard p.needed[0] else { return [nil, sides] }
          let full = try divisorCotangent(sides, p.output, isTransposed)
          return [isLower ? try Op.tril(full) : try Op.triu(full), sides]
        },
        batching: .rule { b in try b.record(alignedMatrices(b), attributes: b.attributes) })),
    samples: [
      Sample(.positiveDefinite([3, 3]), .normal([3])),
      Sample(.positiveDefinite([3, 3]), .normal([3, 2]), options: ["lower": .flag(false)]),
      Sample(.positiveDefinite([2, 3, 3]), .normal([3, 2]), options: ["transposed": .flag(true)]),
      Sample(
        .positiveDefinite([2, 2]), .normal([3, 2, 1]), options: ["lower": .flag(false), "transposed": .flag(true)]),
      Sample(.uniform(1, 2, [1, 1]), .normal([1, 3])), Sample(.normal([0, 0]), .normal([0])),
    ],
    rejects: [
      Sample(.normal([2, 3]), .normal([2])), Sample(.normal([3, 3]), .normal([2])), Sample(.normal([3]), .normal([3])),
      Sample(.values([1, 1, 5, 0], [2, 2]), .normal([2])), Sample(.values([1, 0, .nan, 1], [2, 2]), .normal([2])),
    ],
    definition: .plain { call in
      let (isLower, isTransposed) = (call.flag("lower", true), call.flag("transposed"))
      let a = call.inputs[0]
      let half = Plain(a.dims) { index in
        var index = index
        let (row, column) = (index.count - 2, index.count - 1)
        if isTransposed { index.swapAt(row, column) }
        return (isLower ? index[column] <= index[row] : index[column] >= index[row]) ? a[index] : 0
      }
      return [MatrixMeaning.eliminated(half, call.inputs[1])]
    })

  /// The inverse of a square matrix; to divide by a matrix, `solve` is faster and more exact.
  public static let inverse: OpSpec = OpSpec(
    "inverse", [.tensor("a")],
    summary: "The inverse of a square matrix; to divide by a matrix, `solve` is faster and more exact.",
    example: "inverse([[2, 0], [0, 4]])   # [[0.5, 0], [0, 0.25]]",
    behaviour: ofSquare({ $0 }, { e, work in try work.inverse(e.operands[0]) }) { p in
      let transposed = try Op.transpose(p.output)
      return try -(Op.matmul(transposed, Op.matmul(p.cotangent, transposed)))
    },
    samples: [
      Sample(.positiveDefinite([3, 3])), Sample(.positiveDefinite([2, 2, 2])), Sample(.uniform(1, 2, [1, 1])),
      Sample(.values([0, 2, 3, 1], [2, 2])), Sample(.normal([0, 0])),
      Sample(.normal([0, 2, 2])),
    ],
    rejects: [
      Sample(.normal([2, 3])), Sample(.normal([3])), Sample(.normal([])), Sample(.values([1, 2, 2, 4], [2, 2])),
      Sample(.values([1, 2, 3, .nan], [2, 2])),
    ],
    definition: .plain { call in
      let a = call.inputs[0]
      let order = a.dims[a.dims.count - 1]
      return [MatrixMeaning.eliminated(a, Plain([order, order]) { $0[0] == $0[1] ? 1 : 0 })]
    })

  // MARK: Determinants

  /// The determinant of a square matrix; its first two derivatives hold for singular matrices too.
  public static let determinant: OpSpec = OpSpec(
    "determinant", [.tensor("a")],
    summary: "The determinant of a square matrix; its first two derivatives hold for singular matrices too.",
    example: "determinant([[1, 2], [3, 4]])   # -2",
    behaviour: ofSquare(
      { Shape(Array($0.dims.dropLast(2))) }, { e, work in try work.determinant(e.operands[0], logarithm: false) }
    ) { p in
      try spread(p.cotangent) * p.graph.record(cofactors, [p.operands[0]])
    },
    samples: [
      Sample(.normal([3, 3])), Sample(.normal([2, 2, 2])), Sample(.normal([1, 1])), Sample(.normal([4, 4])),
      Sample(.values([1, 2, 2, 4], [2, 2])), Sample(.values([1, 2, 3, 4, 5, 6, 7, 8, 9], [3, 3])),
      Sample(.values([0, 0, 0, 0, 0, 0, 0, 0, 0], [3, 3])), Sample(.normal([0, 0])), Sample(.normal([2, 0, 0])),
    ],
    rejects: [Sample(.normal([2, 3])), Sample(.normal([3])), Sample(.values([1, 2, 3, .nan], [2, 2]))],
    definition: .plain { call in [MatrixMeaning.expanded(call.inputs[0])] })

  /// The logarithm of the determinant's magnitude, which neither overflows nor underflows; −∞ for a singular matrix.
  public static let logDeterminant: OpSpec = OpSpec(
    "log_determinant", [.tensor("a")],
    summary:
      "The logarithm of the determinant's magnitude, which neither overflows nor underflows; −∞ for a singular matrix.",
    example: "log_determinant([[2, 0], [0, 3]])   # 1.7918",
    behaviour: ofSquare(
      { Shape(Array($0.dims.dropLast(2))) }, { e, work in try work.determinant(e.operands[0], logarithm: true) }
    ) { p in
      try spread(p.cotangent) * Op.transpose(p.graph.record(Op.inverse, [p.operands[0]]))
    },
    samples: [
      Sample(.positiveDefinite([3, 3])), Sample(.positiveDefinite([2, 2, 2])), Sample(.values([-2], [1, 1])),
      Sample(.values([0, 2, 3, 1], [2, 2])), Sample(.normal([0, 0])),
    ],
    rejects: [Sample(.normal([2, 3])), Sample(.normal([3])), Sample(.values([1, 2, 3, .nan], [2, 2]))],
    definition: .plain { call in
      let determinants = MatrixMeaning.expanded(call.inputs[0])
      return [Plain(determinants.dims, determinants.values.map { MatrixMeaning.logarithm(Swift.abs($0)) })]
    })

  /// The derivative of the determinant: at each place the signed determinant of the matrix without that row and column.
  private static let cofactors: OpSpec = internalRow(
    "determinant",
    ofSquare({ $0 }, { e, work in try work.cofactors(e.operands[0]) }) { p in
      try p.graph.record(cofactorMotion, [p.operands[0], p.cotangent])
    })

  /// How the cofactors of the first operand move with it, along the second. That motion is symmetric, so it is its own adjoint.
  private static let cofactorMotion: OpSpec = internalRow(
    "determinant",
    .primitive(
      Primitive(
        apply: { call in try call.graph.record(call.op, call.tensors) },
        infer: { i in
          try checkSquare(i)
          guard i.operands[1] == i.operands[0] else {
            throw TensorError.shapesDoNotMeet(
              operation: i.op.name, left: i.operands[0].shape, right: i.operands[1].shape)
          }
          return i.operands[0]
        },
        compute: { e in try MatrixWork(e.op.name, on: e.device).cofactorMotion(e.operands[0], along: e.operands[1]) },
        pullback: .rule { p in
          let (a, direction) = (p.operands[0], p.operands[1])
          let own = p.needed[1] ? try p.graph.record(cofactorMotion, [a, p.cotangent]) : nil
          guard p.needed[0] else { return [nil, own] }
          // Only here, for third derivatives, is the matrix taken to be regular: with Y its inverse transposed and d its
          // determinant, the motion is d · (⟨G, Y⟩ Y − Y Gᵀ Y).
          let variable = try variable(a)
          let y = try Op.transpose(Op.inverse(variable))
          let inner = try spread(matrixSum(direction * y))
          let turned = try Op.matmul(y, Op.matmul(Op.transpose(direction), y))
          let motion = try spread(Op.determinant(variable)) * (inner * y - turned)
          return [try p.graph.pullback(motion, seed: p.cotangent, to: [variable])[0], own]
        },
        batching: .rule { b in try b.record([b.batched(0), b.batched(1)], attributes: []) })))

  /// The sum of the diagonal of a square matrix.
  public static let trace: OpSpec = .composite(
    "trace", [.tensor("a")], "The sum of the diagonal of a square matrix.", "trace([[1, 2], [3, 4]])   # 5",
    on: [Sample(.normal([3, 3])), Sample(.normal([2, 4, 4])), Sample(.normal([1, 1])), Sample(.normal([0, 0]))],
    rejects: [Sample(.normal([2, 3])), Sample(.normal([3]))],
    means: .plain { call in
      let a = call.inputs[0]
      let order = a.dims[a.dims.count - 1]
      return [Plain(Array(a.dims.dropLast(2))) { index in (0..<order).reduce(0) { $0 + a[index + [$1, $1]] } }]
    }
  ) { call in
    let a = try call.tensor("a")
    try checkSquare(a.shape, call.op)
    let diagonal = try call.graph.record(Op.diagonal, [a], attributes: [0])
    return try call.graph.record(Op.sum, [diagonal], attributes: [0, diagonal.rank - 1])
  }
}

// MARK: What the rows share

extension Op {
  /// A row that is recorded by other rows only.
  static func internalRow(_ name: String, _ behaviour: Behaviour) -> OpSpec {
    OpSpec(
      name, [.tensor("a")], summary: "", example: "", behaviour: behaviour, samples: [],
      definition: .property { _, _ in true })
  }

  /// A primitive of square matrices: the result's shape from the operand's, the computation, and the operand's cotangent.
  static func ofSquare(
    _ shape: @escaping @Sendable (Shape) -> Shape,
    _ compute: @escaping @Sendable (Execution, MatrixWork) throws -> NDArray,
    pullback: @escaping @Sendable (Pullback) throws -> Tensor
  ) -> Behaviour {
    .primitive(
      Primitive(
        apply: { call in try call.graph.record(call.op, [floating(call, "a")]) },
        infer: { i in
          try checkSquare(i)
          return Signature(shape(i.operands[0].shape), i.operands[0].dtype)
        },
        compute: { e in try compute(e, MatrixWork(e.op.name, on: e.device)) },
        pullback: .rule { p in [try pullback(p)] },
        batching: .rule { b in try b.record(b.operands, attributes: b.attributes) }))
  }

  static func checkSquare(_ i: Inference) throws {
    try checkSquare(i.operands[0].shape, i.op)
    try checkFloating(i.operands[0], i.op, "a")
  }

  static func checkSquare(_ a: Shape, _ op: OpSpec) throws {
    guard a.rank >= 2, a[a.rank - 2] == a[a.rank - 1] else {
      throw TensorError.wrongShape(
        operation: op.name, argument: "a", shape: a, expected: "a square matrix, or several along leading axes")
    }
  }

  static func checkFloating(_ x: Signature, _ op: OpSpec, _ argument: String) throws {
    guard x.dtype.isFloating else {
      throw TensorError.precision(operation: op.name, argument: argument, found: x.dtype, expected: "a floating type")
    }
  }

  /// A tensor argument; whole numbers and truth values become float64.
  static func floating(_ call: Call, _ name: String) throws -> Tensor {
    let x = try call.tensor(name)
    return x.dtype.isFloating ? x : try call.graph.convert(x, to: .float64)
  }

  /// One number for each matrix, with two axes behind it: ready to multiply matrices.
  static func spread(_ x: Tensor) throws -> Tensor { try x.graph.reshape(x, to: Shape(x.shape.dims + [1, 1])) }

  private static func matrixSum(_ x: Tensor) throws -> Tensor {
    try x.graph.record(Op.sum, [x], attributes: [0, x.rank - 2, x.rank - 1])
  }

  /// Records a division of `b` by `a`. A `b` of rank 1 is a column, whatever axes `a` has in front.
  private static func recordDivision(_ call: Call, attributes: [Int]) throws -> Tensor {
    let (a, b) = (try floating(call, "a"), try floating(call, "b"))
    let type = DType.meeting(a.dtype, b.dtype)
    let matrix = try call.graph.convert(a, to: type)
    let sides = try call.graph.convert(b, to: type)
    guard b.rank == 1 else { return try call.graph.record(call.op, [matrix, sides], attributes: attributes) }
    if let order = a.shape.dims.last, order != b.shape[0] {
      throw TensorError.wrongShape(
        operation: call.op.name, argument: "b", shape: b.shape, expected: expectedSides(order))
    }
    let column = try call.graph.reshape(sides, to: Shape([b.shape[0], 1]))
    let result = try call.graph.record(call.op, [matrix, column], attributes: attributes)
    return try call.graph.reshape(result, to: Shape(Array(result.shape.dims.dropLast())))
  }

  private static func checkDivision(_ i: Inference, flags: Int) throws -> Signature {
    guard i.attributes.count == flags else {
      throw TensorError.structure(operation: i.op.name, reason: "\(i.attributes) are no attributes of it")
    }
    try checkSquare(i)
    let (a, b) = (i.operands[0], i.operands[1])
    try checkFloating(b, i.op, "b")
    guard a.dtype == b.dtype else {
      throw TensorError.precision(operation: i.op.name, argument: "b", found: b.dtype, expected: a.dtype.description)
    }
    let order = a.shape[a.shape.rank - 1]
    guard b.shape.rank >= 2, b.shape[b.shape.rank - 2] == order else {
      throw TensorError.wrongShape(
        operation: i.op.name, argument: "b", shape: b.shape, expected: expectedSides(order))
    }
    guard let leading = Shape(Array(a.shape.dims.dropLast(2))).broadcast(with: Shape(Array(b.shape.dims.dropLast(2))))
    else {
      throw TensorError.shapesDoNotMeet(operation: i.op.name, left: a.shape, right: b.shape)
    }
    return Signature(Shape(leading.dims + b.shape.dims.suffix(2)), a.dtype)
  }

  private static func expectedSides(_ order: Int) -> String { "a vector of \(order), or a matrix with \(order) rows" }

  /// What the divisor gets when X = A⁻¹ B, or A⁻ᵀ B: from the cotangent of B and from X.
  private static func divisorCotangent(_ sides: Tensor, _ x: Tensor, _ isTransposed: Bool) throws -> Tensor {
    try -(isTransposed ? Op.matmul(x, Op.transpose(sides)) : Op.matmul(sides, Op.transpose(x)))
  }

  /// Operands whose leading axes are aligned behind the extra one, where they have it.
  private static func alignedMatrices(_ b: Batched) throws -> [Tensor] {
    let ranks = zip(b.operands, b.isBatched).map { $0.rank - ($1 ? 1 : 0) }
    let rank = ranks.max() ?? 0
    return try b.operands.indices.map { index in
      let x = b.operands[index]
      guard b.isBatched[index], ranks[index] < rank else { return x }
      let ones = [Int](repeating: 1, count: rank - ranks[index])
      return try b.graph.reshape(x, to: Shape([b.size] + ones + x.shape.dims.dropFirst()))
    }
  }
}
