// Rows: tensors put together, taken apart, padded, shifted and repeated.
import TensorKit

extension Op {
  static let arrangementRows: [OpSpec] = [
    concatenate, stack, split, pad, roll, repeatEach, tile, tril, triu, flatten, moveAxis,
  ]

  /// Tensors one after the other along an axis; their other sizes agree.
  ///
  /// Attributes: the axis.
  public static let concatenate: OpSpec = OpSpec(
    "concatenate", [.option("xs", .tensors), .option("axis", .axis, .int(0))],
    summary: "Tensors one after the other along an axis; their other sizes agree.",
    example: "concatenate([1, 2], [3])   # [1, 2, 3]",
    behaviour: .primitive(
      Primitive(
        apply: { call in
          var list = try call.tensorList("xs")
          guard let first = list.first else { throw nothingGiven(call.op) }
          if list.contains(where: { $0.dtype != first.dtype }) {
            let type = list.dropFirst().reduce(first.dtype) { .meeting($0, $1.dtype) }
            list = try list.map { try call.graph.convert($0, to: type) }
          }
          return try call.graph.record(call.op, list, attributes: [call.axis("axis", rank: first.rank)])
        },
        infer: { i in
          guard let first = i.operands.first else { throw nothingGiven(i.op) }
          try i.expect(attributes: 1)
          let axis = i.attributes[0]
          guard axis >= 0 && axis < first.shape.rank else {
            throw TensorError.axis(operation: i.op.name, axis: axis, rank: first.shape.rank)
          }
          var total = 0
          for operand in i.operands {
            guard operand.shape.rank == first.shape.rank,
              operand.shape.replacing(axis: axis, with: 0) == first.shape.replacing(axis: axis, with: 0)
            else {
              throw TensorError.wrongShape(
                operation: i.op.name, argument: "xs", shape: operand.shape,
                expected: "as \(first.shape) but along axis \(axis)")
            }
            guard operand.dtype == first.dtype else {
              throw TensorError.precision(
                operation: i.op.name, argument: "xs", found: operand.dtype, expected: "\(first.dtype), as the first is")
            }
            let (sum, overflow) = total.addingReportingOverflow(operand.shape[axis])
            total = overflow ? Int.max : sum
          }
          return Signature(first.shape.replacing(axis: axis, with: total), first.dtype)
        },
        compute: { e in
          try NDArray.concatenated(
            e.operands, axis: e.attributes[0], shape: e.result.shape, e.result.dtype, on: e.device)
        },
        pullback: .rule { p in
          let axis = p.attributes[0]
          var start = 0
          return try zip(p.operands, p.needed).map { operand, isNeeded in
            defer { start += operand.shape[axis] }
            return isNeeded ? try part(of: p.cotangent, axis: axis, start: start, size: operand.shape[axis]) : nil
          }
        },
        batching: .rule { b in
          try b.record(b.operands.indices.map { try b.batched($0) }, attributes: [b.attributes[0] + 1])
        })),
    samples: [
      Sample(.list([.normal([2]), .normal([3]), .normal([1])])),
      Sample(.list([.normal([2, 3]), .normal([2, 1])]), options: ["axis": .int(1)]),
      Sample(
        .list([.normal([2, 1, 3]), .normal([2, 2, 3]), .normal([2, 1, 3]), .normal([2, 3, 3])]),
        options: ["axis": .int(-2)]),
      Sample(.list([.normal([0, 2]), .normal([3, 2])])), Sample(.list([.normal([2, 2])])),
    ],
    rejects: [
      Sample(.list([])), Sample(.list([.normal([2, 3]), .normal([2, 2])])),
      Sample(.list([.normal([2]), .normal([2, 2])])),
      Sample(.list([.normal([]), .normal([])])), Sample(.list([.normal([2])]), options: ["axis": .int(1)]),
    ],
    definition: .plain { call in
      let xs = call.inputs
      let axis = (call.int("axis", 0) + xs[0].dims.count) % xs[0].dims.count
      var dims = xs[0].dims
      dims[axis] = xs.reduce(0) { $0 + $1.dims[axis] }
      return [
        Plain(dims) { index in
          var source = index
          var which = 0
          while source[axis] >= xs[which].dims[axis] {
            source[axis] -= xs[which].dims[axis]
            which += 1
          }
          return xs[which](source)
        }
      ]
    })

  private static func nothingGiven(_ op: OpSpec) -> TensorError {
    .kind(operation: op.name, argument: "xs", expected: "a list of at least one tensor")
  }

  /// A stretch of one axis; the tensor itself where that is the whole axis.
  static func part(of x: Tensor, axis: Int, start: Int, size: Int) throws -> Tensor {
    if start == 0 && size == x.shape[axis] { return x }
    var starts = [Double](repeating: 0, count: x.rank)
    starts[axis] = Double(start)
    return try x.graph.record(
      Op.slice, [x],
      attributes: x.shape.replacing(axis: axis, with: size).dims + [Int](repeating: 1, count: x.rank), numbers: starts)
  }

  /// Tensors of one shape side by side along a new axis.
  public static let stack: OpSpec = .composite(
    "stack", [.option("xs", .tensors), .option("axis", .axis, .int(0))],
    "Tensors of one shape side by side along a new axis.", "stack([1, 2], [3, 4])   # [[1, 2], [3, 4]]",
    on: [
      Sample(.list([.normal([3]), .normal([3])])), Sample(.list([.normal([]), .normal([]), .normal([])])),
      Sample(.list([.normal([2, 3]), .normal([2, 3])]), options: ["axis": .int(1)]),
      Sample(.list([.normal([2, 3]), .normal([2, 3])]), options: ["axis": .int(-1)]),
      Sample(.list([.normal([0]), .normal([0])])),
    ],
    rejects: [
      Sample(.list([])), Sample(.list([.normal([3]), .normal([2])])), Sample(.list([.normal([3]), .normal([1, 3])])),
      Sample(.list([.normal([3])]), options: ["axis": .int(2)]), Sample(.list([.normal([1, 1, 1, 1, 1, 1, 1, 1])])),
    ],
    means: .plain { call in
      let xs = call.inputs
      var dims = xs[0].dims
      let axis = (call.int("axis", 0) + dims.count + 1) % (dims.count + 1)
      dims.insert(xs.count, at: axis)
      return [
        Plain(dims) { index in
          var source = index
          return xs[source.remove(at: axis)](source)
        }
      ]
    }
  ) { call in
    let list = try call.tensorList("xs")
    guard let shape = list.first?.shape else { throw nothingGiven(call.op) }
    for x in list where x.shape != shape {
      throw TensorError.wrongShape(
        operation: call.op.name, argument: "xs", shape: x.shape, expected: "\(shape), as the first is")
    }
    var dims = shape.dims
    let axis = try call.axis("axis", rank: shape.rank + 1)
    dims.insert(1, at: axis)
    guard dims.count <= Shape.maximumRank else { throw TensorError.rank(operation: call.op.name, rank: dims.count) }
    let expanded = try list.map { try call.graph.reshape($0, to: Shape(dims)) }
    return try Op.concatenate.results(of: [("xs", .tensors(expanded)), ("axis", .option(.int(axis)))], in: call.graph)[
      0]
  }

  /// The parts of an axis, one after the other: so many of equal size, or of the sizes given.
  public static let split: OpSpec = OpSpec(
    "split",
    [
      .tensor("x"), .option("parts", .int, .absent), .option("sizes", .ints, .absent), .option("axis", .axis, .int(0)),
    ], results: ["parts"],
    summary: "The parts of an axis, one after the other: so many of equal size, or of the sizes given.",
    example: "split([1, 2, 3, 4], 2)   # [1, 2] and [3, 4]",
    behaviour: .composite { call in
      let x = try call.tensor("x")
      let axis = try call.axis("axis", rank: x.rank)
      var start = 0
      return try splitSizes(call, x.shape, axis).map { size in
        defer { start += size }
        return try part(of: x, axis: axis, start: start, size: size)
      }
    },
    samples: [
      Sample(.normal([6]), options: ["parts": .int(3)]),
      Sample(.normal([6, 2]), options: ["sizes": .ints([1, 0, 5])]),
      Sample(.normal([2, 4]), options: ["parts": .int(2), "axis": .int(-1)]),
      Sample(.normal([3]), options: ["parts": .int(1)]),
      Sample(.normal([0, 2]), options: ["parts": .int(2)]),
    ],
    rejects: [
      Sample(.normal([5]), options: ["parts": .int(2)]), Sample(.normal([5]), options: ["sizes": .ints([2, 2])]),
      Sample(.normal([5]), options: ["sizes": .ints([6, -1])]), Sample(.normal([5]), options: ["parts": .int(0)]),
      Sample(.normal([5])), Sample(.normal([4]), options: ["parts": .int(2), "sizes": .ints([2, 2])]),
      Sample(.normal([]), options: ["parts": .int(1)]),
      Sample(.normal([1]), options: ["sizes": .ints([.max, .max, 3])]),
    ],
    definition: .plain { call in
      let x = call.inputs[0]
      let axis = (call.int("axis", 0) + x.dims.count) % x.dims.count
      let parts = call.int("parts", 1)
      let sizes = call.ints("sizes") ?? [Int](repeating: x.dims[axis] / parts, count: parts)
      return sizes.indices.map { part in
        var dims = x.dims
        dims[axis] = sizes[part]
        return Plain(dims) { index in
          var source = index
          source[axis] += sizes[..<part].reduce(0, +)
          return x(source)
        }
      }
    })

  private static func splitSizes(_ call: Call, _ shape: Shape, _ axis: Int) throws -> [Int] {
    let length = shape[axis]
    if try call.isAbsent("parts") {
      if try call.isAbsent("sizes") { throw TensorError.missingArgument(operation: call.op.name, argument: "parts") }
      let sizes = try call.ints("sizes")
      // Taken away one by one, sizes cannot overflow.
      var left = length
      for size in sizes where size >= 0 && left >= 0 { left = size > left ? -1 : left - size }
      guard left == 0, sizes.allSatisfy({ $0 >= 0 }) else {
        throw TensorError.option(
          operation: call.op.name, argument: "sizes", found: "\(sizes)", expected: "sizes that add up to \(length)")
      }
      return sizes
    }
    guard try call.isAbsent("sizes") else {
      throw TensorError.kind(operation: call.op.name, argument: "sizes", expected: "left out where `parts` is given")
    }
    let parts = try call.int("parts")
    guard parts >= 1 else {
      throw TensorError.option(operation: call.op.name, argument: "parts", found: "\(parts)", expected: "1 or more")
    }
    guard length % parts == 0, parts <= call.graph.nodeLimit else {
      throw TensorError.wrongShape(
        operation: call.op.name, argument: "x", shape: shape,
        expected: "of a size that \(parts) divides along axis \(axis)")
    }
    return [Int](repeating: length / parts, count: parts)
  }

  /// With so many elements of one value added before and after every axis; one number counts for all axes.
  ///
  /// Attributes: how much goes before every axis, then how much goes after every axis. Numbers: the value.
  public static let pad: OpSpec = OpSpec(
    "pad",
    [
      .tensor("x"), .option("before", .ints), .option("after", .ints, .absent), .option("value", .number, .number(0)),
    ],
    summary: "With so many elements of one value added before and after every axis; one number counts for all axes.",
    example: "pad([1, 2], 1, 2)   # [0, 1, 2, 0, 0]",
    behaviour: .primitive(
      Primitive(
        apply: { call in
          let x = try call.tensor("x")
          let before = try padding(call, "before", x.rank)
          let after = try call.isAbsent("after") ? before : padding(call, "after", x.rank)
          let value = try call.number("value")
          guard x.dtype.isFloating || value == value.rounded() && value.isFinite else {
            throw TensorError.option(
              operation: call.op.name, argument: "value", found: "\(value)",
              expected: "a whole number, as `x` is \(x.dtype)")
          }
          return try call.graph.record(call.op, [x], attributes: before + after, numbers: [value])
        },
        infer: { i in
          guard let x = i.operands.first else { throw nothingGiven(i.op) }
          let rank = x.shape.rank
          try i.expect(attributes: 2 * rank)
          guard i.attributes.allSatisfy({ $0 >= 0 }), i.numbers.count == 1 else {
            throw TensorError.option(
              operation: i.op.name, argument: "before", found: "\(i.attributes)", expected: "0 or more for every axis")
          }
          let dims = try (0..<rank).map { axis in
            let (first, overflow) = x.shape[axis].addingReportingOverflow(i.attributes[axis])
            let (size, overflowToo) = first.addingReportingOverflow(i.attributes[rank + axis])
            guard !overflow, !overflowToo else {
              throw TensorError.option(
                operation: i.op.name, argument: "before", found: "\(i.attributes)", expected: "smaller numbers")
            }
            return size
          }
          return Signature(Shape(dims), x.dtype)
        },
        compute: { e in
          try e.operands[0].padded(
            to: e.result.shape, starts: Array(e.attributes.prefix(e.result.shape.rank)), value: e.numbers[0],
            on: e.device)
        },
        pullback: .rule { p in
          let x = p.operands[0].shape
          return [
            try p.graph.record(
              Op.slice, [p.cotangent], attributes: x.dims + [Int](repeating: 1, count: x.rank),
              numbers: p.attributes.prefix(x.rank).map(Double.init))
          ]
        },
        batching: .shifted { attributes, _, rank in [0] + attributes[..<rank] + [0] + attributes[rank...] })),
    samples: [
      Sample(.normal([3]), options: ["before": .int(1), "after": .int(2)]),
      Sample(.normal([2, 3]), options: ["before": .ints([1, 0]), "after": .ints([0, 2]), "value": .number(-1.5)]),
      Sample(.normal([2, 2]), options: ["before": .ints([1])]), Sample(.normal([0, 2]), options: ["before": .int(1)]),
      Sample(.normal([]), options: ["before": .ints([])]),
    ],
    rejects: [
      Sample(.normal([3]), options: ["before": .int(-1)]), Sample(.normal([3]), options: ["before": .ints([1, 1])]),
      Sample(.normal([3]), options: ["before": .int(.max), "after": .int(.max)]),
      Sample(.indices(3, [3]), options: ["before": .int(1), "value": .number(0.5)]),
    ],
    definition: .plain { call in
      let x = call.inputs[0]
      let rank = x.dims.count
      let spread = { (list: [Int]) in list.count == 1 ? [Int](repeating: list[0], count: rank) : list }
      let before = spread(call.ints("before") ?? [])
      let after = spread(call.ints("after") ?? before)
      return [
        Plain((0..<rank).map { x.dims[$0] + before[$0] + after[$0] }) { index in
          let source = (0..<rank).map { index[$0] - before[$0] }
          return source.indices.allSatisfy { source[$0] >= 0 && source[$0] < x.dims[$0] }
            ? x(source) : call.number("value", 0)
        }
      ]
    })

  private static func padding(_ call: Call, _ name: String, _ rank: Int) throws -> [Int] {
    let list = try call.ints(name)
    if list.count == rank { return list }
    guard list.count == 1 else {
      throw TensorError.option(
        operation: call.op.name, argument: name, found: "\(list)",
        expected: "one number, or one for each of \(rank) axes")
    }
    return [Int](repeating: list[0], count: rank)
  }
}
