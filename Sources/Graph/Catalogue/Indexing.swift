// Rows: reading elements by whole-number indices, adding elements where indices say, and one-hot vectors.
import TensorKit

extension Op {
  static let indexingRows: [OpSpec] = [take, scatterAdd, takeAlong, putAlong, oneHot]

  private static let indices = ParameterSpec.tensor("indices")

  // MARK: Whole slices

  // Attributes of `take`: the axis, and how many leading axes `x` and the indices share. Only mapping makes shared axes.
  /// The slices that the indices name along an axis, in the indices' own shape; negative indices count from the end.
  public static let take: OpSpec = OpSpec(
    "gather", [.tensor("x"), indices, .option("axis", .axis, .int(0))],
    summary:
      "The slices that the indices name along an axis, in the indices' own shape; negative indices count from the end.",
    example: "gather([10, 20, 30], [2, 0, 2])   # [30, 10, 30]",
    behaviour: .primitive(
      Primitive(
        apply: { call in
          let (x, indices) = (try call.tensor("x"), try call.tensor("indices"))
          return try call.graph.record(call.op, [x, indices], attributes: [call.axis("axis", rank: x.rank), 0])
        },
        infer: { i in
          let (x, indices) = (i.operands[0], i.operands[1])
          try checkIndices(indices, i.op)
          let (axis, shared) = try attributes(i, count: 2, rank: x.shape.rank)
          guard shared <= indices.shape.rank, x.shape.dims[..<shared] == indices.shape.dims[..<shared] else {
            throw TensorError.shapesDoNotMeet(operation: i.op.name, left: x.shape, right: indices.shape)
          }
          let dims = x.shape.dims[..<axis] + indices.shape.dims[shared...] + x.shape.dims[(axis + 1)...]
          return Signature(Shape(Array(dims)), x.dtype)
        },
        compute: { e in
          try e.operands[0].taking(
            e.operands[1], axis: e.attributes[0], shared: e.attributes[1], into: e.result.shape, on: e.device,
            for: e.op.name)
        },
        pullback: .rule { p in
          let (axis, shared) = (p.attributes[0], p.attributes[1])
          return [
            try p.graph.record(
              Op.scatterAdd, [p.cotangent, p.operands[1]], attributes: [axis, shared, p.operands[0].shape[axis]]), nil,
          ]
        },
        batching: .rule { b in
          let (axis, shared) = (b.attributes[0], b.attributes[1])
          let (x, indices) = (b.operands[0], b.operands[1])
          switch (b.isBatched[0], b.isBatched[1]) {
          case (true, true): return try b.record([x, indices], attributes: [axis + 1, shared + 1])
          case (true, false):
            // The extra axis goes behind the shared ones, where it is an axis like any other.
            let moved = try b.graph.move(x, from: 0, to: shared)
            return try b.graph.move(b.record([moved, indices], attributes: [axis + 1, shared]), from: shared, to: 0)
          default:
            let moved = try b.graph.move(indices, from: 0, to: shared)
            return try b.graph.move(b.record([x, moved], attributes: [axis, shared]), from: axis, to: 0)
          }
        })),
    samples: [
      Sample(.normal([4]), .indices(4, [3])), Sample(.normal([4, 3]), .indices(4, [2, 5])),
      Sample(.normal([2, 4, 3]), .indices(4, [3]), options: ["axis": .int(1)]),
      Sample(.normal([2, 3]), .indices(3, [2, 2]), options: ["axis": .int(-1)]),
      Sample(.normal([4, 2]), .indices(4, [])),
      Sample(.normal([3, 2]), .indices(3, [0])), Sample(.normal([1, 2]), .indices(1, [3])),
      Sample(.normal([2, 0]), .indices(2, [3])), Sample(.normal([0, 2]), .indices(1, [0])),
    ],
    rejects: [
      Sample(.normal([4]), .normal([3])), Sample(.normal([4]), .indices(4, [3]), options: ["axis": .int(1)]),
      Sample(.normal([]), .indices(1, [1])), Sample(.normal([4]), .truths([4])),
      Sample(.normal([1, 1, 1, 1, 1]), .indices(1, [1, 1, 1, 1, 1])),
    ],
    definition: .plain { call in
      let (x, indices) = (call.inputs[0], call.inputs[1])
      let axis = call.int("axis") < 0 ? call.int("axis") + x.dims.count : call.int("axis")
      let (size, rank) = (x.dims[axis], indices.dims.count)
      return [
        Plain(x.dims[..<axis] + indices.dims + x.dims[(axis + 1)...]) { index in
          let named = Int(indices.element(Array(index[axis..<(axis + rank)])))
          return x.element(index[..<axis] + [named < 0 ? named + size : named] + index[(axis + rank)...])
        }
      ]
    })

  // Attributes of `scatterAdd`: the axis of the result, how many leading axes are shared, and the result's size along the axis.
  /// Zeros of a size along an axis, to which each slice of `x` is added where its index says: the adjoint of `gather`.
  public static let scatterAdd: OpSpec = OpSpec(
    "scatter_add", [.tensor("x"), indices, .option("size", .int), .option("axis", .axis, .int(0))],
    summary:
      "Zeros of a size along an axis, to which each slice of `x` is added where its index says: the adjoint of `gather`.",
    example: "scatter_add([1, 2, 4], [0, 2, 0], size: 3)   # [5, 0, 2]",
    behaviour: .primitive(
      Primitive(
        apply: { call in
          let (x, indices) = (try call.tensor("x"), try call.tensor("indices"))
          let axis = try call.axis("axis", rank: Swift.max(0, x.rank - indices.rank) + 1)
          return try call.graph.record(
            call.op, [summable(x), indices], attributes: [axis, 0, call.int("size")])
        },
        infer: { i in
          let (x, indices) = (i.operands[0], i.operands[1])
          try checkIndices(indices, i.op)
          try checkSummable(x, i.op)
          guard i.attributes.count == 3, i.attributes[1] >= 0, i.attributes[1] <= indices.shape.rank else {
            throw malformed(i)
          }
          let own = indices.shape.rank - i.attributes[1]
          guard own <= x.shape.rank else {
            throw TensorError.wrongShape(
              operation: i.op.name, argument: "indices", shape: indices.shape,
              expected: "part of the shape of `x`, \(x.shape)")
          }
          let (axis, shared) = try attributes(i, count: 3, rank: x.shape.rank - own + 1)
          guard x.shape.dims[..<shared] == indices.shape.dims[..<shared],
            x.shape.dims[axis..<(axis + own)] == indices.shape.dims[shared...]
          else {
            throw TensorError.wrongShape(
              operation: i.op.name, argument: "x", shape: x.shape,
              expected: "the indices' shape \(indices.shape) from axis \(axis) on")
          }
          let size = try size(i.attributes[2], i.op)
          return Signature(Shape(x.shape.dims[..<axis] + [size] + x.shape.dims[(axis + own)...]), x.dtype)
        },
        compute: { e in
          try e.operands[0].scattered(
            by: e.operands[1], axis: e.attributes[0], shared: e.attributes[1], into: e.result.shape, on: e.device,
            for: e.op.name)
        },
        pullback: .rule { p in
          [
            try p.graph.record(
              Op.take, [p.cotangent, p.operands[1]], attributes: [p.attributes[0], p.attributes[1]]), nil,
          ]
        },
        batching: .rule { b in
          let (axis, shared, size) = (b.attributes[0], b.attributes[1], b.attributes[2])
          guard !b.isBatched[1] else {
            return try b.record([b.batched(0), b.operands[1]], attributes: [axis + 1, shared + 1, size])
          }
          let moved = try b.graph.move(b.operands[0], from: 0, to: shared)
          let result = try b.record([moved, b.operands[1]], attributes: [axis + 1, shared, size])
          return try b.graph.move(result, from: shared, to: 0)
        })),
    samples: [
      Sample(.normal([5]), .indices(3, [5]), options: ["size": .int(3)]),
      Sample(.normal([2, 3, 4]), .indices(5, [2, 3]), options: ["size": .int(5)]),
      Sample(.normal([2, 3, 4]), .indices(5, [3]), options: ["size": .int(5), "axis": .int(1)]),
      Sample(.normal([2, 3]), .indices(2, [3]), options: ["size": .int(2), "axis": .int(-1)]),
      Sample(.normal([3]), .indices(2, []), options: ["size": .int(2)]),
      Sample(.normal([0, 3]), .indices(2, [0]), options: ["size": .int(2)]),
      Sample(.normal([2, 0]), .indices(2, [2]), options: ["size": .int(2)]),
    ],
    rejects: [
      Sample(.normal([5]), .indices(3, [4]), options: ["size": .int(3)]),
      Sample(.normal([5]), .indices(3, [5]), options: ["size": .int(-1)]),
      Sample(.normal([5]), .normal([5]), options: ["size": .int(3)]),
      Sample(.normal([5]), .indices(3, [5, 1]), options: ["size": .int(3)]),
      Sample(.normal([5]), .indices(3, [5]), options: ["size": .int(3), "axis": .int(1)]),
    ],
    definition: .plain { call in
      let (x, indices, size) = (call.inputs[0], call.inputs[1], call.int("size"))
      let rank = x.dims.count - indices.dims.count + 1
      let axis = call.int("axis") < 0 ? call.int("axis") + rank : call.int("axis")
      let own = indices.dims.count
      return [
        Plain(x.dims[..<axis] + [size] + x.dims[(axis + own)...]) { index in
          var sum = 0.0
          Plain.forEachIndex(indices.dims) { chosen in
            let named = Int(indices.element(chosen))
            if (named < 0 ? named + size : named) == index[axis] {
              sum += x.element(index[..<axis] + chosen + index[(axis + 1)...])
            }
          }
          return sum
        }
      ]
    })

  // MARK: Single elements

  /// For each index one element: at the index's own place, but along the axis where the index says.
  public static let takeAlong: OpSpec = OpSpec(
    "take_along", [.tensor("x"), indices, .option("axis", .axis, .int(-1))],
    summary: "For each index one element: at the index's own place, but along the axis where the index says.",
    example: "take_along([[1, 2], [3, 4]], [[1], [0]])   # [[2], [3]]",
    behaviour: .primitive(
      Primitive(
        apply: { call in
          let (x, indices) = (try call.tensor("x"), try call.tensor("indices"))
          return try call.graph.record(call.op, [x, indices], attributes: [call.axis("axis", rank: x.rank)])
        },
        infer: { i in
          let (x, indices) = (i.operands[0], i.operands[1])
          try checkIndices(indices, i.op)
          let (axis, _) = try attributes(i, count: 1, rank: x.shape.rank)
          guard indices.shape.rank == x.shape.rank,
            indices.shape == x.shape.replacing(axis: axis, with: indices.shape[axis])
          else {
            throw TensorError.wrongShape(
              operation: i.op.name, argument: "indices", shape: indices.shape,
              expected: "\(x.shape) but for the size along axis \(axis)")
          }
          return Signature(indices.shape, x.dtype)
        },
        compute: { try $0.operands[0].taking(along: $0.attributes[0], $0.operands[1], on: $0.device, for: $0.op.name) },
        pullback: .rule { p in
          let axis = p.attributes[0]
          return [
            try p.graph.record(
              Op.putAlong, [p.cotangent, p.operands[1]], attributes: [axis, p.operands[0].shape[axis]]), nil,
          ]
        },
        batching: .rule { b in try b.record([b.batched(0), b.batched(1)], attributes: [b.attributes[0] + 1]) })),
    samples: [
      Sample(.normal([4]), .indices(4, [6])), Sample(.normal([3, 4]), .indices(4, [3, 2])),
      Sample(.normal([3, 4]), .indices(3, [2, 4]), options: ["axis": .int(0)]),
      Sample(.normal([2, 3, 2]), .indices(3, [2, 4, 2]), options: ["axis": .int(1)]),
      Sample(.normal([3, 1]), .indices(1, [3, 2])), Sample(.normal([3, 4]), .indices(4, [3, 0])),
      Sample(.normal([0, 4]), .indices(4, [0, 2])),
    ],
    rejects: [
      Sample(.normal([4]), .normal([2])), Sample(.normal([3, 4]), .indices(4, [2, 2])),
      Sample(.normal([3, 4]), .indices(4, [3])),
      Sample(.normal([]), .indices(1, [])), Sample(.normal([4]), .indices(4, [2]), options: ["axis": .int(1)]),
    ],
    definition: .plain { call in
      let (x, indices) = (call.inputs[0], call.inputs[1])
      let axis = call.int("axis", -1) < 0 ? call.int("axis", -1) + x.dims.count : call.int("axis", -1)
      return [
        Plain(indices.dims) { index in
          var source = index
          let named = Int(indices.element(index))
          source[axis] = named < 0 ? named + x.dims[axis] : named
          return x.element(source)
        }
      ]
    })

  /// Zeros of a size along an axis, to which each element is added where its own index says: the adjoint of `take_along`.
  public static let putAlong: OpSpec = OpSpec(
    "put_along", [.tensor("x"), indices, .option("size", .int), .option("axis", .axis, .int(-1))],
    summary:
      "Zeros of a size along an axis, to which each element is added where its own index says: the adjoint of `take_along`.",
    example: "put_along([[5], [7]], [[1], [0]], size: 2)   # [[0, 5], [7, 0]]",
    behaviour: .primitive(
      Primitive(
        apply: { call in
          let (x, indices) = (try call.tensor("x"), try call.tensor("indices"))
          return try call.graph.record(
            call.op, [summable(x), indices], attributes: [call.axis("axis", rank: x.rank), call.int("size")])
        },
        infer: { i in
          let (x, indices) = (i.operands[0], i.operands[1])
          try checkIndices(indices, i.op)
          try checkSummable(x, i.op)
          let (axis, _) = try attributes(i, count: 2, rank: x.shape.rank, hasShared: false)
          guard indices.shape == x.shape else {
            throw TensorError.wrongShape(
              operation: i.op.name, argument: "indices", shape: indices.shape,
              expected: "\(x.shape), one for each element")
          }
          return Signature(x.shape.replacing(axis: axis, with: try size(i.attributes[1], i.op)), x.dtype)
        },
        compute: { e in
          try e.operands[0].placed(
            along: e.attributes[0], e.operands[1], into: e.result.shape, on: e.device, for: e.op.name)
        },
        pullback: .rule { p in
          [try p.graph.record(Op.takeAlong, [p.cotangent, p.operands[1]], attributes: [p.attributes[0]]), nil]
        },
        batching: .rule { b in
          try b.record([b.batched(0), b.batched(1)], attributes: [b.attributes[0] + 1, b.attributes[1]])
        })),
    samples: [
      Sample(.normal([5]), .indices(3, [5]), options: ["size": .int(3)]),
      Sample(.normal([3, 2]), .indices(4, [3, 2]), options: ["size": .int(4)]),
      Sample(.normal([2, 3, 2]), .indices(2, [2, 3, 2]), options: ["size": .int(2), "axis": .int(1)]),
      Sample(.normal([3, 0]), .indices(4, [3, 0]), options: ["size": .int(4)]),
      Sample(.normal([0, 3]), .indices(4, [0, 3]), options: ["size": .int(4)]),
    ],
    rejects: [
      Sample(.normal([5]), .indices(3, [4]), options: ["size": .int(3)]),
      Sample(.normal([5]), .normal([5]), options: ["size": .int(3)]),
      Sample(.normal([5]), .indices(3, [5]), options: ["size": .int(-1)]),
      Sample(.normal([]), .indices(3, []), options: ["size": .int(3)]),
    ],
    definition: .plain { call in
      let (x, indices, size) = (call.inputs[0], call.inputs[1], call.int("size"))
      let axis = call.int("axis", -1) < 0 ? call.int("axis", -1) + x.dims.count : call.int("axis", -1)
      var dims = x.dims
      dims[axis] = size
      return [
        Plain(dims) { index in
          var sum = 0.0
          for place in 0..<x.dims[axis] {
            var source = index
            source[axis] = place
            let named = Int(indices.element(source))
            if (named < 0 ? named + size : named) == index[axis] { sum += x.element(source) }
          }
          return sum
        }
      ]
    })

  /// For each index a vector of `count` numbers: 1 where the index says, 0 elsewhere.
  public static let oneHot: OpSpec = OpSpec(
    "one_hot", [indices, .option("count", .int)],
    summary: "For each index a vector of `count` numbers: 1 where the index says, 0 elsewhere.",
    example: "one_hot([2, 0], 3)   # [[0, 0, 1], [1, 0, 0]]",
    behaviour: .primitive(
      Primitive(
        apply: { call in
          try call.graph.record(call.op, [call.tensor("indices")], attributes: [call.int("count")])
        },
        infer: { i in
          try checkIndices(i.operands[0], i.op)
          guard i.attributes.count == 1 else { throw malformed(i) }
          let count = try size(i.attributes[0], i.op, argument: "count")
          return Signature(Shape(i.operands[0].shape.dims + [count]), .float64)
        },
        compute: { try $0.operands[0].oneHot(count: $0.attributes[0], on: $0.device, for: $0.op.name) },
        pullback: .flat("indices are whole numbers and do not move"),
        batching: .rule { try $0.record($0.operands, attributes: $0.attributes) })),
    samples: [
      Sample(.indices(4, [3]), options: ["count": .int(4)]), Sample(.indices(3, [2, 2]), options: ["count": .int(5)]),
      Sample(.indices(3, []), options: ["count": .int(3)]), Sample(.indices(3, [0]), options: ["count": .int(3)]),
    ],
    rejects: [
      Sample(.normal([3]), options: ["count": .int(4)]), Sample(.indices(3, [3]), options: ["count": .int(-1)]),
      Sample(.indices(1, [1, 1, 1, 1, 1, 1, 1, 1]), options: ["count": .int(3)]),
    ],
    definition: .plain { call in
      let count = call.int("count")
      return [
        Plain(call.inputs[0].dims + [count]) { index in
          let named = Int(call.inputs[0].element(index.dropLast()))
          return index.last == (named < 0 ? named + count : named) ? 1 : 0
        }
      ]
    })
}

// MARK: What the rows share

extension Op {
  private static func checkIndices(_ indices: Signature, _ op: OpSpec) throws {
    guard indices.dtype == .int else {
      throw TensorError.precision(operation: op.name, argument: "indices", found: indices.dtype, expected: "int")
    }
  }

  private static func checkSummable(_ x: Signature, _ op: OpSpec) throws {
    guard x.dtype != .bool else {
      throw TensorError.precision(operation: op.name, argument: "x", found: x.dtype, expected: "a number")
    }
  }

  /// Truth values are counted when they are added.
  private static func summable(_ x: Tensor) throws -> Tensor { x.dtype == .bool ? try x.graph.convert(x, to: .int) : x }

  private static func size(_ size: Int, _ op: OpSpec, argument: String = "size") throws -> Int {
    guard size >= 0 else {
      throw TensorError.option(operation: op.name, argument: argument, found: "\(size)", expected: "0 or more")
    }
    return size
  }

  private static func malformed(_ i: Inference) -> TensorError {
    .structure(operation: i.op.name, reason: "\(i.attributes) are no attributes of it")
  }

  /// The axis, checked against a rank, and the number of shared axes, which come before it.
  private static func attributes(
    _ i: Inference, count: Int, rank: Int, hasShared: Bool = true
  ) throws -> (axis: Int, shared: Int) {
    guard i.attributes.count == count, let axis = i.attributes.first else { throw malformed(i) }
    guard axis >= 0 && axis < rank else { throw TensorError.axis(operation: i.op.name, axis: axis, rank: rank) }
    guard hasShared && count > 1 else { return (axis, 0) }
    guard i.attributes[1] >= 0 && i.attributes[1] <= axis else { throw malformed(i) }
    return (axis, i.attributes[1])
  }
}

extension Graph {
  /// One axis moved to another position; the others keep their order.
  func move(_ x: Tensor, from: Int, to: Int) throws -> Tensor {
    if from == to { return x }
    var order = Array(0..<x.rank)
    order.remove(at: from)
    order.insert(from, at: to)
    return try record(Op.permute, [x], attributes: order)
  }
}

extension Plain {
  /// The element at an index of the same rank.
  fileprivate func element(_ index: [Int]) -> Double { self[index] }
}
