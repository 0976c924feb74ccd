// Rows: tensors shifted round, repeated, cut to triangles, and their axes merged and moved.
import TensorKit

extension Op {
  private static let axis = ParameterSpec.option("axis", .axis, .int(-1))

  /// Moved along an axis; what leaves at one end comes in at the other.
  public static let roll: OpSpec = .composite(
    "roll", [.tensor("x"), .option("shift", .int), axis],
    "Moved along an axis; what leaves at one end comes in at the other.", "roll([1, 2, 3], 1)   # [3, 1, 2]",
    on: [
      Sample(.normal([5]), options: ["shift": .int(2)]), Sample(.normal([5]), options: ["shift": .int(-1)]),
      Sample(.normal([3, 4]), options: ["shift": .int(7), "axis": .int(0)]),
      Sample(.normal([3]), options: ["shift": .int(.min)]),
      Sample(.normal([3]), options: ["shift": .int(0)]), Sample(.normal([0]), options: ["shift": .int(1)]),
      Sample(.normal([1, 2]), options: ["shift": .int(1), "axis": .int(0)]),
    ],
    rejects: [
      Sample(.normal([3]), options: ["shift": .int(1), "axis": .int(1)]),
      Sample(.normal([]), options: ["shift": .int(1)]),
    ],
    means: .plain { call in
      let x = call.inputs[0]
      let axis = (call.int("axis", -1) + x.dims.count) % x.dims.count
      return [
        Plain(x.dims) { index in
          let n = x.dims[axis]
          var source = index
          source[axis] = (index[axis] + n - (call.int("shift") % n + n) % n) % n
          return x(source)
        }
      ]
    }
  ) { call in
    let x = try call.tensor("x")
    let axis = try call.axis("axis", rank: x.rank)
    let shift = try call.int("shift")
    let n = x.shape[axis]
    let rest = n == 0 ? 0 : shift % n
    let places = rest < 0 ? rest + n : rest
    if places == 0 { return x }
    let head = try part(of: x, axis: axis, start: n - places, size: places)
    let tail = try part(of: x, axis: axis, start: 0, size: n - places)
    return try call.graph.record(Op.concatenate, [head, tail], attributes: [axis])
  }

  /// Each element of an axis so many times in a row.
  public static let repeatEach: OpSpec = .composite(
    "repeat_each", [.tensor("x"), .option("count", .int), axis],
    "Each element of an axis so many times in a row.", "repeat_each([1, 2], 2)   # [1, 1, 2, 2]",
    on: [
      Sample(.normal([3]), options: ["count": .int(2)]),
      Sample(.normal([2, 3]), options: ["count": .int(3), "axis": .int(0)]),
      Sample(.normal([2, 1]), options: ["count": .int(2)]), Sample(.normal([3]), options: ["count": .int(0)]),
      Sample(.normal([3]), options: ["count": .int(1)]),
      Sample(.normal([0, 2]), options: ["count": .int(2), "axis": .int(0)]),
      Sample(.normal([1, 1, 2, 1, 1, 2, 1]), options: ["count": .int(2), "axis": .int(2)]),
    ],
    rejects: [
      Sample(.normal([3]), options: ["count": .int(-1)]), Sample(.normal([3]), options: ["count": .int(.max)]),
      Sample(.normal([]), options: ["count": .int(2)]),
      Sample(.normal([3]), options: ["count": .int(2), "axis": .int(1)]),
    ],
    means: .plain { call in
      let x = call.inputs[0]
      let axis = (call.int("axis", -1) + x.dims.count) % x.dims.count
      var dims = x.dims
      dims[axis] *= call.int("count")
      return [
        Plain(dims) { index in
          var source = index
          source[axis] /= call.int("count")
          return x(source)
        }
      ]
    }
  ) { call in
    let x = try call.tensor("x")
    let axis = try call.axis("axis", rank: x.rank)
    let count = try times(call, "count", call.int("count"))
    return try repeated(x, axis: axis, count: count, inRow: true, call.op)
  }

  /// The whole tensor so many times along every axis; counts and axes are matched from the right.
  public static let tile: OpSpec = .composite(
    "tile", [.tensor("x"), .option("counts", .ints)],
    "The whole tensor so many times along every axis; counts and axes are matched from the right.",
    "tile([1, 2], [2])   # [1, 2, 1, 2]",
    on: [
      Sample(.normal([3]), options: ["counts": .int(2)]), Sample(.normal([2, 3]), options: ["counts": .ints([2, 3])]),
      Sample(.normal([2, 3]), options: ["counts": .ints([2])]),
      Sample(.normal([2]), options: ["counts": .ints([2, 1, 3])]),
      Sample(.normal([]), options: ["counts": .ints([2])]),
      Sample(.normal([2, 2]), options: ["counts": .ints([0, 2])]),
      Sample(.normal([2]), options: ["counts": .ints([])]),
      Sample(.normal([0, 2]), options: ["counts": .ints([3, 2])]),
    ],
    rejects: [
      Sample(.normal([3]), options: ["counts": .ints([-1])]), Sample(.normal([3]), options: ["counts": .ints([.max])]),
      Sample(.normal([3]), options: ["counts": .ints([1, 1, 1, 1, 1, 1, 1, 1, 1])]),
    ],
    means: .plain { call in
      let counts = call.ints("counts") ?? []
      let x = call.inputs[0]
      let rank = Swift.max(counts.count, x.dims.count)
      let source = Plain([Int](repeating: 1, count: rank - x.dims.count) + x.dims, x.values)
      let times = [Int](repeating: 1, count: rank - counts.count) + counts
      return [
        Plain(zip(source.dims, times).map { $0 * $1 }) { index in
          source(index.indices.map { index[$0] % source.dims[$0] })
        }
      ]
    }
  ) { call in
    let x = try call.tensor("x")
    let counts = try call.ints("counts")
    let rank = Swift.max(x.rank, counts.count)
    guard rank <= Shape.maximumRank else { throw TensorError.rank(operation: call.op.name, rank: rank) }
    var result = try call.graph.reshape(x, to: Shape([Int](repeating: 1, count: rank - x.rank) + x.shape.dims))
    // The innermost axis first: what is copied again is then copied in long stretches.
    for (back, given) in counts.reversed().enumerated() {
      let count = try times(call, "counts", given)
      result = try repeated(result, axis: rank - 1 - back, count: count, inRow: false, call.op)
    }
    return result
  }

  private static func times(_ call: Call, _ name: String, _ count: Int) throws -> Int {
    guard count >= 0 else {
      throw TensorError.option(operation: call.op.name, argument: name, found: "\(count)", expected: "0 or more")
    }
    return count
  }

  /// An axis repeated, each element in a row or the axis as a whole. Others are merged meanwhile: any rank has room.
  private static func repeated(_ x: Tensor, axis: Int, count: Int, inRow: Bool, _ op: OpSpec) throws -> Tensor {
    if count == 1 { return x }
    let dims = x.shape.dims
    let (size, overflow) = dims[axis].multipliedReportingOverflow(by: count)
    let target = x.shape.replacing(axis: axis, with: overflow ? 0 : size)
    guard !overflow, target.count < Int.max else {
      throw TensorError.option(operation: op.name, argument: "count", found: "\(count)", expected: "a smaller number")
    }
    if target.count == 0 { return try x.graph.reshape(part(of: x, axis: axis, start: 0, size: 0), to: target) }
    let (outer, inner) = (dims[..<axis].reduce(1, *), dims[(axis + 1)...].reduce(1, *))
    let merged = inRow ? [outer * dims[axis], 1, inner] : [outer, 1, dims[axis] * inner]
    let stretched = try x.graph.broadcast(
      x.graph.reshape(x, to: Shape(merged)), to: Shape(merged).replacing(axis: 1, with: count))
    return try x.graph.reshape(stretched, to: target)
  }

  private static let triangleSamples = [
    Sample(.normal([3, 4])), Sample(.normal([2, 3, 3]), options: ["shift": .int(1)]),
    Sample(.normal([4, 3]), options: ["shift": .int(-1)]), Sample(.normal([2, 2]), options: ["shift": .int(9)]),
    Sample(.normal([0, 3])), Sample(.normal([1, 1])),
  ]

  private static func triangle(_ name: String, isLower: Bool, _ summary: String, _ example: String) -> OpSpec {
    .composite(
      name, [.tensor("x"), .option("shift", .int, .int(0))], summary, example, on: triangleSamples,
      rejects: [Sample(.normal([3]))],
      means: .plain { call in
        let (x, shift) = (call.inputs[0], call.int("shift"))
        return [
          Plain(x.dims) { index in
            let above = index[index.count - 1] - index[index.count - 2]
            return (isLower ? above <= shift : above >= shift) ? x(index) : 0
          }
        ]
      }
    ) { call in
      let x = try call.tensor("x")
      guard x.rank >= 2 else {
        throw TensorError.wrongShape(operation: name, argument: "x", shape: x.shape, expected: "of rank 2 or more")
      }
      let rows = try counted(x.shape[x.rank - 2], call.graph)
      let columns = try counted(x.shape[x.rank - 1], call.graph)
      let above = try columns - call.graph.reshape(rows, to: Shape([rows.shape.count, 1]))
      let shift = try call.graph.scalar(Double(call.int("shift")))
      // A choice, not a product with 0 and 1: what is cut away may be infinite.
      return try Op.choose(
        isLower ? Op.lessEqual(above, shift) : Op.greaterEqual(above, shift), x, call.graph.scalar(0, x.dtype))
    }
  }

  private static func counted(_ count: Int, _ graph: Graph) throws -> Tensor {
    try graph.record(Op.arange, [], attributes: [count], numbers: [0, 1])
  }

  /// The lower triangle of matrices, zeros above it; a shift of 1 keeps one diagonal more.
  public static let tril = triangle(
    "tril", isLower: true, "The lower triangle of matrices, zeros above it; a shift of 1 keeps one diagonal more.",
    "tril([[1, 2], [3, 4]])   # [[1, 0], [3, 4]]")
  /// The upper triangle of matrices, zeros below it; a shift of 1 keeps one diagonal less.
  public static let triu = triangle(
    "triu", isLower: false, "The upper triangle of matrices, zeros below it; a shift of 1 keeps one diagonal less.",
    "triu([[1, 2], [3, 4]])   # [[1, 2], [0, 4]]")

  /// With all axes from one on merged into a single one.
  public static let flatten: OpSpec = .composite(
    "flatten", [.tensor("x"), .option("from", .int, .int(0))],
    "With all axes from one on merged into a single one.", "flatten([[1, 2], [3, 4]])   # [1, 2, 3, 4]",
    on: [
      Sample(.normal([2, 3, 4])), Sample(.normal([2, 3, 4]), options: ["from": .int(1)]),
      Sample(.normal([2, 3, 4]), options: ["from": .int(-2)]), Sample(.normal([])), Sample(.normal([0, 3])),
    ],
    rejects: [Sample(.normal([2, 3]), options: ["from": .int(2)]), Sample(.normal([]), options: ["from": .int(1)])],
    means: .plain { call in
      let x = call.inputs[0]
      let from = call.int("from") < 0 ? call.int("from") + x.dims.count : call.int("from")
      return [Plain(x.dims[..<from] + [x.dims[from...].reduce(1, *)], x.values)]
    }
  ) { call in
    let x = try call.tensor("x")
    // A single number is taken for a list of one.
    let from = try call.axis("from", rank: Swift.max(1, x.rank))
    let merged = Shape(Array(x.shape.dims[from...])).count
    guard merged < Int.max else {
      throw TensorError.wrongShape(
        operation: call.op.name, argument: "x", shape: x.shape, expected: "of fewer elements")
    }
    return try call.graph.reshape(x, to: Shape(x.shape.dims[..<from] + [merged]))
  }

  /// One axis moved to another place; the others keep their order.
  public static let moveAxis: OpSpec = .composite(
    "move_axis", [.tensor("x"), .option("from", .axis), .option("to", .axis)],
    "One axis moved to another place; the others keep their order.",
    "shape(move_axis(zeros(2, 3, 4), 0, -1))   # (3, 4, 2)",
    on: [
      Sample(.normal([2, 3, 4]), options: ["from": .int(0), "to": .int(-1)]),
      Sample(.normal([2, 3, 4]), options: ["from": .int(2), "to": .int(1)]),
      Sample(.normal([2, 3]), options: ["from": .int(1), "to": .int(1)]),
    ],
    rejects: [
      Sample(.normal([2, 3]), options: ["from": .int(2), "to": .int(0)]),
      Sample(.normal([2, 3]), options: ["from": .int(0), "to": .int(-3)]),
    ],
    means: .plain { call in
      let x = call.inputs[0]
      let rank = x.dims.count
      let (from, to) = ((call.int("from") + rank) % rank, (call.int("to") + rank) % rank)
      var dims = x.dims
      dims.insert(dims.remove(at: from), at: to)
      return [
        Plain(dims) { index in
          var source = index
          source.insert(source.remove(at: to), at: from)
          return x(source)
        }
      ]
    }
  ) { call in
    let x = try call.tensor("x")
    var order = Array(0..<x.rank)
    let (from, to) = (try call.axis("from", rank: x.rank), try call.axis("to", rank: x.rank))
    order.insert(order.remove(at: from), at: to)
    return from == to ? x : try call.graph.record(Op.permute, [x], attributes: order)
  }
}
