// Rows: the same elements under another shape. Nearly all are views; their adjoints put elements back in place.
import TensorKit

extension Op {
  static let shapeRows: [OpSpec] =
    [
      reshape, broadcast, permute, transpose, expand, squeeze, slice, place, flip, diagonal, diagonalMatrix, windows,
      fold,
    ]
    + arrangementRows

  private static let shape = ParameterSpec.option("shape", .ints)

  /// The same elements in row order under another shape; one size may be -1 and is worked out.
  public static let reshape: OpSpec = OpSpec(
    "reshape", [.tensor("x"), shape],
    summary: "The same elements in row order under another shape; one size may be -1 and is worked out.",
    example: "reshape([1, 2, 3, 4], [2, 2])   # [[1, 2], [3, 4]]",
    behaviour: .primitive(
      Primitive(
        apply: { call in
          let x = try call.tensor("x")
          return try call.graph.reshape(x, to: inferred(call.ints("shape"), x.shape))
        },
        infer: { i in
          let target = Shape(i.attributes)
          guard target.count == i.operands[0].shape.count else {
            throw TensorError.cannotReshape(operation: "reshape", from: i.operands[0].shape, to: target)
          }
          return Signature(target, i.operands[0].dtype)
        },
        compute: { try $0.operands[0].reshaped(to: $0.result.shape, on: $0.device) },
        pullback: .rule { p in [try p.graph.reshape(p.cotangent, to: p.operands[0].shape)] },
        batching: .shifted { attributes, size, _ in [size] + attributes })),
    samples: [
      Sample(.normal([2, 6]), options: ["shape": .ints([3, 4])]),
      Sample(.normal([2, 6]), options: ["shape": .ints([-1])]),
      Sample(.normal([1]), options: ["shape": .ints([])]), Sample(.normal([0, 3]), options: ["shape": .ints([3, 0])]),
    ],
    rejects: [
      Sample(.normal([2, 6]), options: ["shape": .ints([5])]),
      Sample(.normal([2, 6]), options: ["shape": .ints([-1, -1])]),
      Sample(.normal([2, 6]), options: ["shape": .ints([-2, 6])]),
      Sample(.normal([0, 3]), options: ["shape": .ints([0, -1])]),
    ],
    definition: .plain { call in
      var dims = call.ints("shape") ?? []
      if let open = dims.firstIndex(of: -1) {
        dims[open] = call.inputs[0].values.count / dims.filter { $0 != -1 }.reduce(1, *)
      }
      return [Plain(dims, call.inputs[0].values)]
    })

  /// The wanted shape with its one open size worked out.
  private static func inferred(_ sizes: [Int], _ from: Shape) throws -> Shape {
    guard sizes.count <= Shape.maximumRank else { throw TensorError.rank(operation: "reshape", rank: sizes.count) }
    guard sizes.allSatisfy({ $0 >= -1 }), sizes.filter({ $0 == -1 }).count <= 1 else {
      throw TensorError.option(
        operation: "reshape", argument: "shape", found: "\(sizes)",
        expected: "sizes of 0 or more, at most one of them -1")
    }
    guard let open = sizes.firstIndex(of: -1) else { return Shape(sizes) }
    let rest = Shape(sizes.filter { $0 != -1 }).count
    guard rest > 0, from.count % rest == 0 else {
      throw TensorError.cannotReshape(operation: "reshape", from: from, to: Shape(sizes))
    }
    var result = sizes
    result[open] = from.count / rest
    return Shape(result)
  }

  /// Stretched to a larger shape: axes of size 1 and missing outer axes repeat.
  public static let broadcast: OpSpec = OpSpec(
    "broadcast", [.tensor("x"), shape],
    summary: "Stretched to a larger shape: axes of size 1 and missing outer axes repeat.",
    example: "broadcast([1, 2], [3, 2])   # [[1, 2], [1, 2], [1, 2]]",
    behaviour: .primitive(
      Primitive(
        apply: { call in try call.graph.broadcast(call.tensor("x"), to: call.shape("shape")) },
        infer: { i in
          let target = Shape(i.attributes)
          guard target.rank <= Shape.maximumRank else {
            throw TensorError.rank(operation: "broadcast", rank: target.rank)
          }
          guard i.operands[0].shape.broadcasts(to: target) else {
            throw TensorError.shapesDoNotMeet(operation: "broadcast", left: i.operands[0].shape, right: target)
          }
          return Signature(target, i.operands[0].dtype)
        },
        compute: { $0.operands[0].broadcast(to: $0.result.shape) },
        pullback: .rule { p in [try p.graph.unbroadcast(p.cotangent, to: p.operands[0].shape)] },
        batching: .rule { b in
          let own = b.operands[0].shape
          let gap = [Int](repeating: 1, count: b.attributes.count - (own.rank - 1))
          let aligned = try b.graph.reshape(b.operands[0], to: Shape([b.size] + gap + own.dims.dropFirst()))
          return try b.record([aligned], attributes: [b.size] + b.attributes)
        })),
    samples: [
      Sample(.normal([3]), options: ["shape": .ints([2, 3])]),
      Sample(.normal([2, 1]), options: ["shape": .ints([4, 2, 3])]),
      Sample(.normal([]), options: ["shape": .ints([2])]), Sample(.normal([1, 3]), options: ["shape": .ints([0, 3])]),
    ],
    rejects: [
      Sample(.normal([3]), options: ["shape": .ints([3, 2])]), Sample(.normal([2, 3]), options: ["shape": .ints([3])]),
      Sample(.normal([3]), options: ["shape": .ints([-1, 3])]),
    ],
    definition: .plain { call in [Plain(call.ints("shape") ?? []) { call.inputs[0][$0] }] })

  /// The axes in another order.
  public static let permute: OpSpec = OpSpec(
    "permute", [.tensor("x"), .option("order", .ints)], summary: "The axes in another order.",
    example: "shape(permute(zeros(2, 3, 4), [2, 0, 1]))   # (4, 2, 3)",
    behaviour: .primitive(
      Primitive(
        apply: { call in
          let x = try call.tensor("x")
          let order = try call.ints("order").map { try call.graph.axis($0, rank: x.rank, call.op) }
          return try call.graph.record(call.op, [x], attributes: order)
        },
        infer: { i in
          let x = i.operands[0]
          if let twice = i.attributes.first(where: { axis in i.attributes.filter { $0 == axis }.count > 1 }) {
            throw TensorError.repeatedAxis(operation: "permute", axis: twice)
          }
          guard i.attributes.count == x.shape.rank else {
            throw TensorError.option(
              operation: "permute", argument: "order", found: "\(i.attributes)",
              expected: "all \(x.shape.rank) axes, each once")
          }
          return Signature(Shape(i.attributes.map { x.shape[$0] }), x.dtype)
        },
        compute: { $0.operands[0].permuted($0.attributes) },
        pullback: .rule { p in
          var inverse = p.attributes
          for (to, from) in p.attributes.enumerated() { inverse[from] = to }
          return [try p.graph.record(Op.permute, [p.cotangent], attributes: inverse)]
        },
        batching: .shifted { attributes, _, _ in [0] + attributes.map { $0 + 1 } })),
    samples: [
      Sample(.normal([2, 3, 4]), options: ["order": .ints([2, 0, 1])]),
      Sample(.normal([2, 3]), options: ["order": .ints([-1, 0])]),
      Sample(.normal([]), options: ["order": .ints([])]),
    ],
    rejects: [
      Sample(.normal([2, 3]), options: ["order": .ints([0, 0])]),
      Sample(.normal([2, 3]), options: ["order": .ints([0])]),
      Sample(.normal([2, 3]), options: ["order": .ints([0, 2])]),
    ],
    definition: .plain { call in
      let x = call.inputs[0]
      let order = (call.ints("order") ?? []).map { $0 < 0 ? $0 + x.dims.count : $0 }
      return [
        Plain(order.map { x.dims[$0] }) { index in
          var source = index
          for (to, from) in order.enumerated() { source[from] = index[to] }
          return x[source]
        }
      ]
    })

  /// Two axes exchanged; the last two unless others are named.
  public static let transpose: OpSpec = .composite(
    "transpose", [.tensor("x"), .option("first", .axis, .int(-2)), .option("second", .axis, .int(-1))],
    "Two axes exchanged; the last two unless others are named.", "transpose([[1, 2], [3, 4]])   # [[1, 3], [2, 4]]",
    on: [
      Sample(.normal([3, 4])), Sample(.normal([2, 3, 4])),
      Sample(.normal([2, 3, 4]), options: ["first": .int(0), "second": .int(2)]),
    ],
    rejects: [Sample(.normal([3])), Sample(.normal([2, 3]), options: ["first": .int(2)])],
    means: .plain { call in
      let x = call.inputs[0]
      let rank = x.dims.count
      let (a, b) = ((call.int("first", -2) + rank) % rank, (call.int("second", -1) + rank) % rank)
      var dims = x.dims
      dims.swapAt(a, b)
      return [
        Plain(dims) { index in
          var source = index
          source.swapAt(a, b)
          return x[source]
        }
      ]
    }
  ) { call in
    let x = try call.tensor("x")
    var order = Array(0..<x.rank)
    order.swapAt(try call.axis("first", rank: x.rank), try call.axis("second", rank: x.rank))
    return try call.graph.record(Op.permute, [x], attributes: order)
  }

  /// With a new axis of size 1 before the named one.
  public static let expand: OpSpec = .composite(
    "expand", [.tensor("x"), .option("axis", .axis)], "With a new axis of size 1 before the named one.",
    "expand([1, 2], axis: 0)   # shape [1, 2]",
    on: [
      Sample(.normal([2, 3]), options: ["axis": .int(1)]), Sample(.normal([2, 3]), options: ["axis": .int(-1)]),
      Sample(.normal([]), options: ["axis": .int(0)]),
    ],
    rejects: [Sample(.normal([2, 3]), options: ["axis": .int(3)])],
    means: .plain { call in
      var dims = call.inputs[0].dims
      dims.insert(1, at: call.int("axis") < 0 ? call.int("axis") + dims.count + 1 : call.int("axis"))
      return [Plain(dims, call.inputs[0].values)]
    }
  ) { call in
    let x = try call.tensor("x")
    var dims = x.shape.dims
    dims.insert(1, at: try call.axis("axis", rank: x.rank + 1))
    return try call.graph.reshape(x, to: Shape(dims))
  }

  /// Without the named axes, which must have size 1; without all such axes when none is named.
  public static let squeeze: OpSpec = .composite(
    "squeeze", [.tensor("x"), .option("axis", .axes, .absent)],
    "Without the named axes, which must have size 1; without all such axes when none is named.",
    "squeeze([[5]])   # 5",
    on: [
      Sample(.normal([2, 1, 3, 1])), Sample(.normal([2, 1, 3, 1]), options: ["axis": .int(-1)]),
      Sample(.normal([2, 3])),
    ],
    rejects: [Sample(.normal([2, 1]), options: ["axis": .int(0)])],
    means: .plain { call in
      let dims = call.inputs[0].dims
      let axes = call.ints("axis")?.map { $0 < 0 ? $0 + dims.count : $0 } ?? dims.indices.filter { dims[$0] == 1 }
      return [Plain(dims.indices.filter { !axes.contains($0) }.map { dims[$0] }, call.inputs[0].values)]
    }
  ) { call in
    let x = try call.tensor("x")
    let axes =
      try call.isAbsent("axis") ? (0..<x.rank).filter { x.shape[$0] == 1 } : call.axes("axis", rank: x.rank)
    for axis in axes where x.shape[axis] != 1 {
      throw TensorError.wrongShape(
        operation: "squeeze", argument: "x", shape: x.shape, expected: "of size 1 along axis \(axis)")
    }
    return try call.graph.reshape(x, to: x.shape.reduced(over: axes, keep: false))
  }

  /// In reverse along the named axes, or along all.
  public static let flip: OpSpec = OpSpec(
    "flip", [.tensor("x"), .option("axis", .axes, .absent)], summary: "In reverse along the named axes, or along all.",
    example: "flip([1, 2, 3])   # [3, 2, 1]",
    behaviour: .primitive(
      Primitive(
        apply: { call in
          let x = try call.tensor("x")
          return try call.graph.record(call.op, [x], attributes: call.axes("axis", rank: x.rank))
        },
        infer: { $0.operands[0] },
        compute: { $0.operands[0].flipped($0.attributes) },
        pullback: .rule { p in [try p.graph.record(Op.flip, [p.cotangent], attributes: p.attributes)] },
        batching: .shifted { attributes, _, _ in attributes.map { $0 + 1 } })),
    samples: [
      Sample(.normal([2, 3])), Sample(.normal([2, 3]), options: ["axis": .int(-1)]), Sample(.normal([0, 2])),
    ],
    rejects: [
      Sample(.normal([2, 3]), options: ["axis": .ints([0, 0])]), Sample(.normal([2, 3]), options: ["axis": .int(2)]),
    ],
    definition: .plain { call in
      let x = call.inputs[0]
      let axes = call.axes("axis", rank: x.dims.count)
      return [
        Plain(x.dims) { index in
          var source = index
          for axis in axes { source[axis] = x.dims[axis] - 1 - source[axis] }
          return x[source]
        }
      ]
    })
}
