// Rows: products of vectors, matrices and stacks of matrices.
import TensorKit

/// The matrix product: called with two tensors it is recorded without a detour, as networks call it at every layer.
public final class ProductSpec: OpSpec, @unchecked Sendable {
  /// The product of two tensors.
  public func callAsFunction(_ a: Tensor, _ b: Tensor) throws -> Tensor {
    let graph = a.graph
    return try graph.matmul(graph.checked(a, self), graph.checked(b, self))
  }
}

extension Op {
  static let productRows: [OpSpec] = [matmul, dot, outer, einsum]

  /// The matrix product over the last two axes; a vector counts as a row on the left and as a column on the right.
  public static let matmul: ProductSpec = ProductSpec(
    "matmul", [.tensor("a"), .tensor("b")],
    summary:
      "The matrix product over the last two axes; a vector counts as a row on the left and as a column on the right.",
    example: "matmul([[1, 2], [3, 4]], [1, 1])   # [3, 7]",
    behaviour: .primitive(
      Primitive(
        apply: { call in try call.graph.matmul(call.tensor("a"), call.tensor("b")) },
        infer: { i in
          let (a, b) = (i.operands[0], i.operands[1])
          try checkFloating(a, "a", as: a.dtype, i.op)
          try checkFloating(b, "b", as: a.dtype, i.op)
          return Signature(try productShape(a.shape, b.shape), a.dtype)
        },
        compute: { e in try NDArray.matmul(e.operands[0], e.operands[1], into: e.result.shape, on: e.device) },
        pullback: .rule { p in try productPullback(p) },
        batching: .rule { b in try batchedProduct(b) })),
    samples: [
      Sample(.normal([3, 4]), .normal([4, 2])), Sample(.normal([4]), .normal([4])),
      Sample(.normal([3, 4]), .normal([4])),
      Sample(.normal([4]), .normal([4, 2])), Sample(.normal([2, 3, 4]), .normal([4, 2])),
      Sample(.normal([3, 4]), .normal([2, 4, 2])), Sample(.normal([2, 3, 4]), .normal([2, 4, 2])),
      Sample(.normal([2, 1, 3, 2]), .normal([3, 2, 2])), Sample(.normal([3]), .normal([2, 3, 2])),
      Sample(.normal([2, 2, 2, 3]), .normal([3])), Sample(.normal([1, 1]), .normal([1, 1])),
      Sample(.normal([3, 0]), .normal([0, 2])), Sample(.normal([0, 3]), .normal([3, 2])),
      Sample(.normal([0]), .normal([0])),
      Sample(.normal([0, 2, 3]), .normal([3, 2])), Sample(.indices(5, [2, 3]), .indices(5, [3, 2])),
    ],
    rejects: [
      Sample(.normal([3, 4]), .normal([3, 4])), Sample(.normal([]), .normal([3])), Sample(.normal([3]), .normal([])),
      Sample(.normal([3]), .normal([4])), Sample(.normal([2, 3, 4]), .normal([3, 4, 2])),
    ],
    definition: .plain { call in
      let (a, b) = (call.inputs[0], call.inputs[1])
      let (rows, columns) = (a.dims.dropLast().suffix(1), b.dims.count == 1 ? [] : b.dims.suffix(1))
      let (left, right) = (Array(a.dims.dropLast(2)), Array(b.dims.dropLast(2)))
      let lead = (Shape(left).broadcast(with: Shape(right)) ?? Shape(left)).dims
      return [
        Plain(lead + rows + columns) { index in
          let place = Array(index.prefix(lead.count))
          let row = Array(index.dropFirst(lead.count).prefix(rows.count))
          let column = Array(index.suffix(columns.count))
          return (0..<(a.dims.last ?? 0)).reduce(0) { sum, term in
            let first = a.dims.count == 1 ? a([term]) : a(place.suffix(left.count) + row + [term])
            return sum + first * (b.dims.count == 1 ? b([term]) : b(place.suffix(right.count) + [term] + column))
          }
        }
      ]
    })

  /// The sum of the products along the last axis: a single number for two vectors; leading axes are stretched.
  public static let dot: OpSpec = .composite(
    "dot", [.tensor("a"), .tensor("b")],
    "The sum of the products along the last axis: a single number for two vectors; leading axes are stretched.",
    "dot([1, 2, 3], [4, 5, 6])   # 32",
    on: [
      Sample(.normal([4]), .normal([4])), Sample(.normal([3, 4]), .normal([3, 4])),
      Sample(.normal([3, 4]), .normal([4])),
      Sample(.normal([2, 1, 3]), .normal([2, 3])), Sample(.normal([0]), .normal([0])),
      Sample(.normal([1]), .normal([1])),
      Sample(.indices(5, [3]), .indices(5, [3])),
    ],
    rejects: [
      Sample(.normal([3]), .normal([4])), Sample(.normal([3]), .normal([])), Sample(.normal([2, 3]), .normal([3, 3])),
      Sample(.normal([3]), .normal([1])),
    ],
    means: .plain { call in
      let (a, b) = (call.inputs[0], call.inputs[1])
      let (left, right) = (Shape(Array(a.dims.dropLast())), Shape(Array(b.dims.dropLast())))
      let terms = a.dims.last ?? 0
      return [
        Plain((left.broadcast(with: right) ?? left).dims) { index in
          (0..<terms).reduce(0) { $0 + a[index.suffix(left.rank) + [$1]] * b[index.suffix(right.rank) + [$1]] }
        }
      ]
    }
  ) { call in
    let (a, b) = try call.graph.floating(call.tensor("a"), call.tensor("b"))
    for (name, x) in [("a", a), ("b", b)] where x.rank == 0 {
      throw TensorError.wrongShape(operation: "dot", argument: name, shape: x.shape, expected: "of rank 1 or more")
    }
    guard a.shape[a.rank - 1] == b.shape[b.rank - 1] else {
      throw TensorError.shapesDoNotMeet(operation: "dot", left: a.shape, right: b.shape)
    }
    if b.rank == 1 { return try call.graph.matmul(a, b) }
    if a.rank == 1 { return try call.graph.matmul(b, a) }
    guard a.shape.broadcast(with: b.shape) != nil else {
      throw TensorError.shapesDoNotMeet(operation: "dot", left: a.shape, right: b.shape)
    }
    let products = try a * b
    return try call.graph.record(Op.sum, [products], attributes: [0, products.rank - 1])
  }

  /// Every element of the first times every element of the second; the axes of both, one after the other.
  public static let outer: OpSpec = .composite(
    "outer", [.tensor("a"), .tensor("b")],
    "Every element of the first times every element of the second; the axes of both, one after the other.",
    "outer([1, 2], [3, 4])   # [[3, 4], [6, 8]]",
    on: [
      Sample(.normal([3]), .normal([4])), Sample(.normal([2, 3]), .normal([2])), Sample(.normal([]), .normal([3])),
      Sample(.normal([0]), .normal([2])), Sample(.indices(5, [2]), .indices(5, [3])),
    ],
    rejects: [Sample(.normal([1, 1, 1, 1, 1]), .normal([1, 1, 1, 1]))],
    means: .plain { call in
      let (a, b) = (call.inputs[0], call.inputs[1])
      return [Plain(a.dims + b.dims) { a(Array($0.prefix(a.dims.count))) * b(Array($0.suffix(b.dims.count))) }]
    }
  ) { call in
    let (a, b) = try call.graph.floating(call.tensor("a"), call.tensor("b"))
    guard a.rank + b.rank <= Shape.maximumRank else {
      throw TensorError.rank(operation: "outer", rank: a.rank + b.rank)
    }
    return try call.graph.reshape(a, to: Shape(a.shape.dims + b.shape.dims.map { _ in 1 })) * b
  }

  /// An operand that a kernel of one precision reads.
  static func checkFloating(_ operand: Signature, _ name: String, as type: DType, _ op: OpSpec) throws {
    guard operand.dtype == type && type.isFloating else {
      throw TensorError.precision(
        operation: op.name, argument: name, found: operand.dtype,
        expected: type.isFloating ? type.description : "float32 or float64")
    }
  }
}

// What a matrix product's shape is, how its cotangents flow, and how it carries an extra axis.
extension Op {
  fileprivate static func productShape(_ a: Shape, _ b: Shape) throws -> Shape {
    let (x, y) = (a.dims, b.dims)
    if x.count == 2 && y.count == 2 && x[1] == y[0] { return Shape([x[0], y[1]]) }
    for (name, shape) in [("a", a), ("b", b)] where shape.rank == 0 {
      throw TensorError.wrongShape(
        operation: "matmul", argument: name, shape: shape, expected: "a vector or a matrix (`*` multiplies by a number)"
      )
    }
    guard x[x.count - 1] == y[Swift.max(0, y.count - 2)] else {
      throw TensorError.innerSizes(operation: "matmul", left: a, right: b)
    }
    guard let lead = Shape(Array(x.dropLast(2))).broadcast(with: Shape(Array(y.dropLast(2)))) else {
      throw TensorError.shapesDoNotMeet(operation: "matmul", left: a, right: b)
    }
    return Shape(lead.dims + x.dropLast().suffix(1) + (y.count == 1 ? [] : y.suffix(1)))
  }

  fileprivate static func productPullback(_ p: Pullback) throws -> [Tensor?] {
    let (a, b, g, graph) = (p.operands[0], p.operands[1], p.cotangent, p.graph)
    let (first, second) = (p.needed[0], p.needed[1])
    let (x, y, z) = (a.shape.dims, b.shape.dims, g.shape.dims)
    switch (a.rank, b.rank) {
    case (1, 1):
      return [first ? try g * b : nil, second ? try g * a : nil]
    case (1, _):
      let row = try graph.reshape(g, to: Shape(z.dropLast() + [1] + z.suffix(1)))
      return [
        first ? try graph.reshape(graph.matmul(b, graph.transposed(row)), to: Shape(Array(y.dropLast()))) : nil,
        second ? try graph.reshape(a, to: Shape(x + [1])) * row : nil,
      ]
    case (_, 1):
      return [
        first ? try graph.reshape(g, to: Shape(z + [1])) * b : nil,
        second ? try graph.matmul(graph.reshape(g, to: Shape([g.shape.count])), graph.rows(a)) : nil,
      ]
    default:
      // A matrix that serves a whole stack gathers its cotangent in one product over all of it.
      let servesLeft = a.rank == 2 && b.rank > 2
      let servesRight = b.rank == 2 && a.rank > 2
      return [
        !first
          ? nil
          : servesLeft
            ? try graph.matmul(graph.columns(g), graph.transposed(graph.columns(b)))
            : try graph.matmul(g, graph.transposed(b)),
        !second
          ? nil
          : servesRight
            ? try graph.matmul(graph.transposed(graph.rows(a)), graph.rows(g))
            : try graph.matmul(graph.transposed(a), g),
      ]
    }
  }

  fileprivate static func batchedProduct(_ b: Batched) throws -> Tensor {
    let (x, y, graph, size) = (b.operands[0], b.operands[1], b.graph, b.size)
    let (mapsX, mapsY) = (b.isBatched[0], b.isBatched[1])
    let (rankX, rankY) = (x.rank - (mapsX ? 1 : 0), y.rank - (mapsY ? 1 : 0))
    let leads = Swift.max(rankX, rankY) - 2
    // The extra axis comes before all leading ones of either operand.
    func aligned(_ operand: Tensor, _ isBatched: Bool, matrix: [Int], own: Int) throws -> Tensor {
      let dims = operand.shape.dims
      if !isBatched { return try graph.reshape(operand, to: Shape(dims.prefix(own) + matrix)) }
      let gap = [Int](repeating: 1, count: leads - own)
      return try graph.reshape(operand, to: Shape([size] + gap + dims.dropFirst().prefix(own) + matrix))
    }
    switch (rankX, rankY) {
    case (1, 1):
      if !mapsX { return try b.record([y, x], attributes: []) }
      if !mapsY { return try b.record([x, y], attributes: []) }
      return try graph.record(Op.sum, [x * y], attributes: [0, 1])
    case (1, _):
      if !mapsX || (!mapsY && rankY == 2) { return try b.record([x, y], attributes: []) }
      let rows = try aligned(x, mapsX, matrix: [1] + x.shape.dims.suffix(1), own: 0)
      let product = try b.record([rows, y], attributes: [])
      return try graph.reshape(product, to: Shape(product.shape.dims.dropLast(2) + product.shape.dims.suffix(1)))
    case (_, 1):
      if !mapsY { return try b.record([x, y], attributes: []) }
      // Many vectors through one matrix are a matrix.
      if !mapsX && rankX == 2 { return try b.record([y, graph.transposed(x)], attributes: []) }
      let columns = try aligned(y, mapsY, matrix: y.shape.dims.suffix(1) + [1], own: 0)
      let product = try b.record([x, columns], attributes: [])
      return try graph.reshape(product, to: Shape(Array(product.shape.dims.dropLast())))
    default:
      return try b.record(
        [
          aligned(x, mapsX, matrix: Array(x.shape.dims.suffix(2)), own: rankX - 2),
          aligned(y, mapsY, matrix: Array(y.shape.dims.suffix(2)), own: rankY - 2),
        ], attributes: [])
    }
  }
}

extension Graph {
  /// Two tensors in the floating precision they meet in; whole numbers and truth values become float64.
  func floating(_ a: Tensor, _ b: Tensor) throws -> (Tensor, Tensor) {
    let (first, second) = (a.dtype, b.dtype)
    if first == second && first.isFloating { return (a, b) }
    let met = DType.meeting(first, second)
    let type = met.isFloating ? met : .float64
    return (try convert(a, to: type), try convert(b, to: type))
  }

  /// A tensor in a floating precision; whole numbers and truth values become float64.
  func floating(_ x: Tensor) throws -> Tensor { x.dtype.isFloating ? x : try convert(x, to: .float64) }

  /// The matrix product, recorded without matching arguments.
  package func matmul(_ a: Tensor, _ b: Tensor) throws -> Tensor {
    let (x, y) = try floating(a, b)
    return try record(Op.matmul, [x, y])
  }

  /// The last two axes exchanged.
  func transposed(_ x: Tensor) throws -> Tensor {
    var order = Array(0..<x.rank)
    guard order.count >= 2 else { return x }
    order.swapAt(order.count - 2, order.count - 1)
    return try record(Op.permute, [x], attributes: order)
  }

  /// A stack of matrices as one matrix, with their rows one below the other.
  fileprivate func rows(_ x: Tensor) throws -> Tensor {
    let dims = x.shape.dims
    return try reshape(x, to: Shape([Shape(Array(dims.dropLast())).count] + dims.suffix(1)))
  }

  /// A stack of matrices as one matrix, side by side.
  fileprivate func columns(_ x: Tensor) throws -> Tensor {
    let (dims, rank) = (x.shape.dims, x.rank)
    let moved = try record(Op.permute, [x], attributes: [rank - 2] + Array(0..<(rank - 2)) + [rank - 1])
    return try reshape(moved, to: Shape([dims[rank - 2], Shape(dims.dropLast(2) + dims.suffix(1)).count]))
  }
}
