// Rows: overlapping windows along an axis, as a view, and their adjoint, which adds windows back.
import TensorKit

extension Op {
  private static let step = ParameterSpec.option("step", .int, .int(1))
  private static let dilation = ParameterSpec.option("dilation", .int, .int(1))
  private static let axis = ParameterSpec.option("axis", .axis, .int(-1))

  /// How far a window reaches, after its three numbers are checked. A reach too large for an `Int` is the largest one.
  private static func reach(size: Int, step: Int, dilation: Int, _ op: OpSpec) throws -> Int {
    for (name, value) in [("size", size), ("step", step), ("dilation", dilation)] where value < 1 {
      throw TensorError.option(operation: op.name, argument: name, found: "\(value)", expected: "1 or more")
    }
    let (gaps, overflow) = (size - 1).multipliedReportingOverflow(by: dilation)
    return overflow || gaps == Int.max ? Int.max : gaps + 1
  }

  /// All windows along an axis: the axis becomes the window's position, a new last axis runs within the window.
  ///
  /// Attributes: the axis, the window's size, the step, the dilation.
  public static let windows: OpSpec = OpSpec(
    "windows", [.tensor("x"), .option("size", .int), step, dilation, axis],
    summary:
      "All windows along an axis: the axis becomes the window's position, a new last axis runs within the window.",
    example: "windows([1, 2, 3], 2)   # [[1, 2], [2, 3]]",
    behaviour: .primitive(
      Primitive(
        apply: { call in
          let x = try call.tensor("x")
          return try call.graph.record(
            call.op, [x],
            attributes: [
              call.axis("axis", rank: x.rank), call.int("size"), call.int("step"), call.int("dilation"),
            ])
        },
        infer: { i in
          try i.expect(attributes: 4)
          let (x, axis) = (i.operands[0].shape, i.attributes[0])
          guard axis >= 0 && axis < x.rank else {
            throw TensorError.axis(operation: i.op.name, axis: axis, rank: x.rank)
          }
          let (size, step) = (i.attributes[1], i.attributes[2])
          let reach = try reach(size: size, step: step, dilation: i.attributes[3], i.op)
          guard reach <= x[axis] else {
            throw TensorError.wrongShape(
              operation: i.op.name, argument: "x", shape: x,
              expected: "at least \(reach) long along axis \(axis), for one window")
          }
          return Signature(
            Shape(x.replacing(axis: axis, with: (x[axis] - reach) / step + 1).dims + [size]), i.operands[0].dtype)
        },
        compute: { e in
          // What does not matter must not overflow: a step past the end, the spacing within a window of one.
          let (axis, size) = (e.attributes[0], e.attributes[1])
          let length = Swift.max(1, e.operands[0].shape[axis])
          return e.operands[0].windows(
            axis: axis, size: size, step: Swift.min(length, e.attributes[2]),
            dilation: Swift.min(length, e.attributes[3]))
        },
        pullback: .rule { p in
          let axis = p.attributes[0]
          return [
            try p.graph.record(
              Op.fold, [p.cotangent], attributes: [axis, p.operands[0].shape[axis], p.attributes[2], p.attributes[3]])
          ]
        },
        batching: .shifted { attributes, _, _ in [attributes[0] + 1] + attributes.dropFirst() })),
    samples: [
      Sample(.normal([7]), options: ["size": .int(3)]),
      Sample(.normal([2, 8]), options: ["size": .int(3), "step": .int(2)]),
      Sample(.normal([2, 9, 2]), options: ["size": .int(3), "step": .int(2), "dilation": .int(2), "axis": .int(1)]),
      Sample(
        .normal([5, 2]), options: ["size": .int(1), "dilation": .int(.max), "step": .int(.max), "axis": .int(0)]),
      Sample(.normal([4]), options: ["size": .int(4)]), Sample(.normal([0, 3]), options: ["size": .int(2)]),
      Sample(.normal([1]), options: ["size": .int(1)]),
    ],
    rejects: [
      Sample(.normal([3]), options: ["size": .int(4)]), Sample(.normal([3]), options: ["size": .int(0)]),
      Sample(.normal([3]), options: ["size": .int(2), "step": .int(0)]),
      Sample(.normal([3]), options: ["size": .int(2), "dilation": .int(-1)]),
      Sample(.normal([3]), options: ["size": .int(.max), "dilation": .int(.max)]),
      Sample(.normal([3]), options: ["size": .int(2), "axis": .int(1)]),
      Sample(.normal([]), options: ["size": .int(1)]),
      Sample(.normal([1, 1, 1, 1, 1, 1, 1, 1]), options: ["size": .int(1)]),
    ],
    definition: .plain { call in
      let x = call.inputs[0]
      let (size, step, dilation) = (call.int("size"), call.int("step", 1), call.int("dilation", 1))
      let axis = (call.int("axis", -1) + x.dims.count) % x.dims.count
      var dims = x.dims + [size]
      let starts = (0..<x.dims[axis]).filter { start in
        start % step == 0 && (size == 1 || start + (size - 1) * dilation < x.dims[axis])
      }
      dims[axis] = starts.count
      return [
        Plain(dims) { index in
          var source = Array(index.dropLast())
          let within = index[index.count - 1]
          source[axis] = starts[index[axis]] + (within == 0 ? 0 : within * dilation)
          return x(source)
        }
      ]
    })

  /// Windows (the last axis runs within them) added back into the axis they came from: the adjoint of `windows`.
  ///
  /// Attributes: the axis, its length, the step, the dilation.
  public static let fold: OpSpec = OpSpec(
    "fold", [.tensor("x"), .option("length", .int), step, dilation, axis],
    summary:
      "Windows (the last axis runs within them) added back into the axis they came from: the adjoint of `windows`.",
    example: "fold([[1, 2], [3, 4]], 3)   # [1, 5, 4]",
    behaviour: .primitive(
      Primitive(
        apply: { call in
          let given = try call.tensor("x")
          let x = given.dtype == .bool ? try call.graph.convert(given, to: .int) : given
          return try call.graph.record(
            call.op, [x],
            attributes: [
              call.axis("axis", rank: Swift.max(0, x.rank - 1)), call.int("length"), call.int("step"),
              call.int("dilation"),
            ])
        },
        infer: { i in
          try i.expect(attributes: 4)
          let (x, axis, length, step) = (i.operands[0].shape, i.attributes[0], i.attributes[1], i.attributes[2])
          guard i.operands[0].dtype != .bool else {
            throw TensorError.precision(operation: i.op.name, argument: "x", found: .bool, expected: "numbers")
          }
          guard let size = x.dims.last, axis >= 0, axis < x.rank - 1 else {
            throw TensorError.axis(operation: i.op.name, axis: axis, rank: Swift.max(0, x.rank - 1))
          }
          guard size > 0 else {
            throw TensorError.wrongShape(
              operation: i.op.name, argument: "x", shape: x,
              expected: "at least 1 long along its last axis, within the windows")
          }
          let reach = try reach(size: size, step: step, dilation: i.attributes[3], i.op)
          guard length >= reach else {
            throw TensorError.option(
              operation: i.op.name, argument: "length", found: "\(length)",
              expected: "at least \(reach), a window's reach")
          }
          let positions = (length - reach) / step + 1
          guard positions == x[axis] else {
            throw TensorError.wrongShape(
              operation: i.op.name, argument: "x", shape: x,
              expected: "\(positions) long along axis \(axis), the number of windows in a length of \(length)")
          }
          return Signature(Shape(Array(x.dims.dropLast())).replacing(axis: axis, with: length), i.operands[0].dtype)
        },
        compute: { e in
          let (axis, length) = (e.attributes[0], e.attributes[1])
          return try e.operands[0].folded(
            axis: axis, step: Swift.min(length, e.attributes[2]), dilation: Swift.min(length, e.attributes[3]),
            length: length, on: e.device)
        },
        pullback: .rule { p in
          let (axis, x) = (p.attributes[0], p.operands[0].shape)
          return [
            try p.graph.record(
              Op.windows, [p.cotangent], attributes: [axis, x[x.rank - 1], p.attributes[2], p.attributes[3]])
          ]
        },
        batching: .shifted { attributes, _, _ in [attributes[0] + 1] + attributes.dropFirst() })),
    samples: [
      Sample(.normal([5, 3]), options: ["length": .int(7)]),
      Sample(.normal([2, 3, 3]), options: ["length": .int(8), "step": .int(2)]),
      Sample(
        .normal([2, 3, 2, 3]), options: ["length": .int(10), "step": .int(2), "dilation": .int(2), "axis": .int(1)]),
      Sample(.normal([1, 1]), options: ["length": .int(5), "dilation": .int(.max), "step": .int(.max)]),
      Sample(.normal([0, 2, 2]), options: ["length": .int(3)]),
    ],
    rejects: [
      Sample(.normal([5, 3]), options: ["length": .int(8)]), Sample(.normal([5, 3]), options: ["length": .int(2)]),
      Sample(.normal([5, 3]), options: ["length": .int(7), "axis": .int(1)]),
      Sample(.normal([5]), options: ["length": .int(5)]),
      Sample(.normal([5, 0]), options: ["length": .int(5)]), Sample(.normal([1, 1]), options: ["length": .int(-3)]),
      Sample(.normal([]), options: ["length": .int(1)]),
    ],
    definition: .plain { call in
      let x = call.inputs[0]
      let (length, step, dilation) = (call.int("length"), call.int("step", 1), call.int("dilation", 1))
      let rank = x.dims.count - 1
      let axis = (call.int("axis", -1) + rank) % rank
      var dims = Array(x.dims.dropLast())
      dims[axis] = length
      return [
        Plain(dims) { index in
          var sum = 0.0
          for position in 0..<x.dims[axis] {
            for within in 0..<x.dims[rank] {
              let place = (position == 0 ? 0 : position * step) + (within == 0 ? 0 : within * dilation)
              if place != index[axis] { continue }
              var source = index + [within]
              source[axis] = position
              sum += x(source)
            }
          }
          return sum
        }
      ]
    })
}

extension Inference {
  /// Refuses attributes that are not as many as the operator writes, or a missing operand.
  func expect(attributes count: Int) throws {
    guard attributes.count == count, !operands.isEmpty else {
      throw TensorError.structure(
        operation: op.name,
        reason: "it needs \(count) attributes and an operand, not \(attributes.count) and \(operands.count)")
    }
  }
}
