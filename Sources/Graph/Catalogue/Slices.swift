// Rows: parts of tensors (slices, diagonals, windows) and their adjoints, which put parts into a larger tensor of zeros.
import CKernels
import TensorKit

extension Op {
  private static let starts = ParameterSpec.option("starts", .ints)
  private static let steps = ParameterSpec.option("steps", .ints, .absent)

  /// Steps of 1 for every axis unless given; never 0 or negative (`flip` turns an axis round).
  private static func steps(_ call: Call, rank: Int) throws -> [Int] {
    let steps = try call.isAbsent("steps") ? [Int](repeating: 1, count: rank) : call.ints("steps")
    guard steps.count == rank, steps.allSatisfy({ $0 >= 1 }) else {
      throw TensorError.option(
        operation: call.op.name, argument: "steps", found: "\(steps)", expected: "\(rank) steps of 1 or more")
    }
    return steps
  }

  private static func whole(_ numbers: [Double]) -> [Int] { numbers.map { Int(saturating: $0) } }

  /// Part of every axis: so many elements from a start on, every so many-th.
  public static let slice: OpSpec = OpSpec(
    "slice", [.tensor("x"), starts, .option("sizes", .ints), steps],
    summary: "Part of every axis: so many elements from a start on, every so many-th.",
    example: "slice([1, 2, 3, 4], [1], [2])   # [2, 3]",
    behaviour: .primitive(
      Primitive(
        apply: { call in
          let x = try call.tensor("x")
          let (starts, sizes) = (try call.ints("starts"), try call.ints("sizes"))
          return try call.graph.record(
            call.op, [x], attributes: sizes + steps(call, rank: x.rank), numbers: starts.map(Double.init))
        },
        infer: { i in
          let x = i.operands[0].shape
          guard i.attributes.count == 2 * x.rank, i.numbers.count == x.rank else {
            throw TensorError.option(
              operation: "slice", argument: "starts", found: "\(i.numbers.count) starts",
              expected: "one start and one size for each of \(x.rank) axes")
          }
          for axis in 0..<x.rank {
            let (size, step, start) = (
              i.attributes[axis], i.attributes[x.rank + axis], Int(saturating: i.numbers[axis])
            )
            guard size >= 0 else {
              throw TensorError.option(operation: "slice", argument: "sizes", found: "\(size)", expected: "0 or more")
            }
            try checkSpan(start: start, size: size, step: step, within: x[axis], axis: axis, operation: "slice")
          }
          return Signature(Shape(Array(i.attributes[..<x.rank])), i.operands[0].dtype)
        },
        compute: { e in
          let rank = e.result.shape.rank
          return e.operands[0].sliced(
            starts: whole(e.numbers), sizes: e.result.shape.dims, steps: Array(e.attributes[rank...]))
        },
        pullback: .rule { p in
          let rank = p.operands[0].rank
          return [
            try p.graph.record(
              Op.place, [p.cotangent], attributes: p.operands[0].shape.dims + p.attributes[rank...], numbers: p.numbers)
          ]
        },
        batching: .rule { b in
          let rank = b.operands[0].rank - 1
          return try b.record(
            b.operands, attributes: [b.size] + b.attributes[..<rank] + [1] + b.attributes[rank...],
            numbers: [0] + b.numbers)
        })),
    samples: [
      Sample(.normal([4, 5]), options: ["starts": .ints([1, 0]), "sizes": .ints([2, 5])]),
      Sample(.normal([5]), options: ["starts": .ints([1]), "sizes": .ints([2]), "steps": .ints([2])]),
      Sample(.normal([3]), options: ["starts": .ints([3]), "sizes": .ints([0])]),
    ],
    rejects: [
      Sample(.normal([3]), options: ["starts": .ints([2]), "sizes": .ints([2])]),
      Sample(.normal([3]), options: ["starts": .ints([-1]), "sizes": .ints([1])]),
      Sample(.normal([3]), options: ["starts": .ints([0, 0]), "sizes": .ints([1, 1])]),
      Sample(.normal([3]), options: ["starts": .ints([0]), "sizes": .ints([2]), "steps": .ints([0])]),
      Sample(.normal([3]), options: ["starts": .ints([0]), "sizes": .ints([-1])]),
    ],
    definition: .plain { call in
      let (starts, sizes) = (call.ints("starts") ?? [], call.ints("sizes") ?? [])
      let steps = call.ints("steps") ?? sizes.map { _ in 1 }
      return [Plain(sizes) { index in call.inputs[0](index.indices.map { starts[$0] + index[$0] * steps[$0] }) }]
    })

  /// A span of `size` elements must lie within its axis; sums that overflow count as outside.
  private static func checkSpan(start: Int, size: Int, step: Int, within limit: Int, axis: Int, operation: String)
    throws
  {
    guard size > 0 else {
      guard start >= 0 && start <= limit else {
        throw TensorError.index(operation: operation, index: start, size: limit, axis: axis)
      }
      return
    }
    let (reach, overflowed) = (size - 1).multipliedReportingOverflow(by: step)
    let (last, overflowedToo) = start.addingReportingOverflow(reach)
    guard start >= 0, !overflowed, !overflowedToo, last < limit else {
      throw TensorError.index(
        operation: operation, index: start < 0 || overflowed || overflowedToo ? start : last, size: limit, axis: axis)
    }
  }

  /// A tensor of zeros with `x` in it, from a start on every axis: the adjoint of `slice`.
  public static let place: OpSpec = OpSpec(
    "place", [.tensor("x"), .option("shape", .ints), starts, steps],
    summary: "A tensor of zeros with `x` in it, from a start on every axis: the adjoint of `slice`.",
    example: "place([1, 2], [4], [1])   # [0, 1, 2, 0]",
    behaviour: .primitive(
      Primitive(
        apply: { call in
          let x = try call.tensor("x")
          return try call.graph.record(
            call.op, [x], attributes: call.shape("shape").dims + steps(call, rank: x.rank),
            numbers: call.ints("starts").map(Double.init))
        },
        infer: { i in
          let x = i.operands[0].shape
          guard i.attributes.count == 2 * x.rank, i.numbers.count == x.rank else {
            throw TensorError.option(
              operation: "place", argument: "starts", found: "\(i.numbers.count) starts",
              expected: "one start and one size for each of \(x.rank) axes")
          }
          for axis in 0..<x.rank {
            try checkSpan(
              start: Int(saturating: i.numbers[axis]), size: x[axis], step: i.attributes[x.rank + axis],
              within: i.attributes[axis], axis: axis, operation: "place")
          }
          return Signature(Shape(Array(i.attributes[..<x.rank])), i.operands[0].dtype)
        },
        compute: { e in
          let x = try e.operands[0].contiguous(on: e.device)
          let result = try NDArray(repeating: 0, shape: e.result.shape, dtype: e.result.dtype, on: e.device)
          let part = result.sliced(
            starts: whole(e.numbers), sizes: x.shape.dims, steps: Array(e.attributes[x.shape.rank...]))
          part.withOperand { ck_store_strided($0, x.pointer, 0, Int64(x.count)) }
          return result
        },
        pullback: .rule { p in
          let rank = p.operands[0].rank
          return [
            try p.graph.record(
              Op.slice, [p.cotangent], attributes: p.operands[0].shape.dims + p.attributes[rank...], numbers: p.numbers)
          ]
        },
        batching: .rule { b in
          let rank = b.operands[0].rank - 1
          return try b.record(
            b.operands, attributes: [b.size] + b.attributes[..<rank] + [1] + b.attributes[rank...],
            numbers: [0] + b.numbers)
        })),
    samples: [
      Sample(.normal([2, 3]), options: ["shape": .ints([4, 3]), "starts": .ints([1, 0])]),
      Sample(.normal([3]), options: ["shape": .ints([7]), "starts": .ints([1]), "steps": .ints([2])]),
    ],
    rejects: [
      Sample(.normal([3]), options: ["shape": .ints([4]), "starts": .ints([2])]),
      Sample(.normal([3]), options: ["shape": .ints([4, 4]), "starts": .ints([0])]),
      Sample(.normal([3]), options: ["shape": .ints([-4]), "starts": .ints([0])]),
    ],
    definition: .plain { call in
      let x = call.inputs[0]
      let (dims, starts) = (call.ints("shape") ?? [], call.ints("starts") ?? [])
      let steps = call.ints("steps") ?? dims.map { _ in 1 }
      return [
        Plain(dims) { index in
          var source = index
          for axis in index.indices {
            let from = index[axis] - starts[axis]
            if from < 0 || from % steps[axis] != 0 || from / steps[axis] >= x.dims[axis] { return 0 }
            source[axis] = from / steps[axis]
          }
          return x(source)
        }
      ]
    })

  /// The diagonal of two axes, as a last axis; a shift of 1 is the one above.
  public static let diagonal: OpSpec = OpSpec(
    "diagonal",
    [
      .tensor("x"), .option("shift", .int, .int(0)), .option("first", .axis, .int(-2)),
      .option("second", .axis, .int(-1)),
    ],
    summary: "The diagonal of two axes, as a last axis; a shift of 1 is the one above.",
    example: "diagonal([[1, 2], [3, 4]])   # [1, 4]",
    behaviour: .primitive(
      Primitive(
        apply: { call in
          let x = try call.tensor("x")
          let (a, b) = (try call.axis("first", rank: x.rank), try call.axis("second", rank: x.rank))
          if a == b { throw TensorError.repeatedAxis(operation: "diagonal", axis: b) }
          // With its two axes last, the adjoint is a matrix again.
          let order = (0..<x.rank).filter { $0 != a && $0 != b } + [a, b]
          let moved = order == Array(0..<x.rank) ? x : try call.graph.record(Op.permute, [x], attributes: order)
          return try call.graph.record(call.op, [moved], attributes: [call.int("shift")])
        },
        infer: { i in
          let x = i.operands[0].shape
          guard x.rank >= 2 else {
            throw TensorError.wrongShape(operation: "diagonal", argument: "x", shape: x, expected: "of rank 2 or more")
          }
          return Signature(Shape(x.dims.dropLast(2) + [diagonalSize(x, i.attributes[0])]), i.operands[0].dtype)
        },
        compute: { e in
          let rank = e.operands[0].shape.rank
          return e.operands[0].diagonal(rank - 2, rank - 1, shift: clampedShift(e.operands[0].shape, e.attributes[0]))
        },
        pullback: .rule { p in
          let dims = p.operands[0].shape.dims
          let embedded = try p.graph.record(Op.diagonalMatrix, [p.cotangent], attributes: p.attributes)
          // A square around the diagonal is cut or filled up to the matrix's own sizes.
          return [try fitted(embedded, to: dims)]
        },
        batching: .rule { try $0.record($0.operands, attributes: $0.attributes) })),
    samples: [
      Sample(.normal([3, 4])), Sample(.normal([2, 3, 3]), options: ["shift": .int(1)]),
      Sample(.normal([4, 3]), options: ["shift": .int(-2)]),
      Sample(.normal([3, 2, 3]), options: ["first": .int(0), "second": .int(2)]),
      Sample(.normal([2, 2]), options: ["shift": .int(5)]),
    ],
    rejects: [Sample(.normal([3])), Sample(.normal([3, 3]), options: ["first": .int(1)])],
    definition: .plain { call in
      let x = call.inputs[0]
      let rank = x.dims.count
      let (a, b) = ((call.int("first", -2) + rank) % rank, (call.int("second", -1) + rank) % rank)
      let shift = call.int("shift")
      let size = Swift.max(0, Swift.min(x.dims[a] + Swift.min(0, shift), x.dims[b] - Swift.max(0, shift)))
      let rest = (0..<rank).filter { $0 != a && $0 != b }
      return [
        Plain(rest.map { x.dims[$0] } + [size]) { index in
          var source = [Int](repeating: 0, count: rank)
          for (position, axis) in rest.enumerated() { source[axis] = index[position] }
          source[a] = index[rest.count] + Swift.max(0, -shift)
          source[b] = index[rest.count] + Swift.max(0, shift)
          return x(source)
        }
      ]
    })

  private static func clampedShift(_ matrix: Shape, _ shift: Int) -> Int {
    Swift.max(-matrix[matrix.rank - 2], Swift.min(matrix[matrix.rank - 1], shift))
  }

  private static func diagonalSize(_ matrix: Shape, _ shift: Int) -> Int {
    let shift = clampedShift(matrix, shift)
    return Swift.max(
      0, Swift.min(matrix[matrix.rank - 2] - Swift.max(0, -shift), matrix[matrix.rank - 1] - Swift.max(0, shift)))
  }

  /// The last two axes cut or filled with zeros to the given sizes.
  private static func fitted(_ x: Tensor, to dims: [Int]) throws -> Tensor {
    let ones = [Int](repeating: 1, count: dims.count)
    let zeros = [Double](repeating: 0, count: dims.count)
    let smaller = zip(x.shape.dims, dims).map { Swift.min($0, $1) }
    let cut =
      smaller == x.shape.dims ? x : try x.graph.record(Op.slice, [x], attributes: smaller + ones, numbers: zeros)
    return smaller == dims ? cut : try x.graph.record(Op.place, [cut], attributes: dims + ones, numbers: zeros)
  }

  /// A square matrix of zeros with the last axis on its diagonal, or on one beside it.
  public static let diagonalMatrix: OpSpec = OpSpec(
    "diagonal_matrix", [.tensor("x"), .option("shift", .int, .int(0))],
    summary: "A square matrix of zeros with the last axis on its diagonal, or on one beside it.",
    example: "diagonal_matrix([1, 2])   # [[1, 0], [0, 2]]",
    behaviour: .primitive(
      Primitive(
        apply: { call in try call.graph.record(call.op, [call.tensor("x")], attributes: [call.int("shift")]) },
        infer: { i in
          let x = i.operands[0].shape
          guard let last = x.dims.last else {
            throw TensorError.wrongShape(
              operation: "diagonal_matrix", argument: "x", shape: x, expected: "of rank 1 or more")
          }
          let (size, overflow) = last.addingReportingOverflow(Swift.abs(Swift.max(i.attributes[0], -Int.max)))
          guard !overflow else {
            throw TensorError.option(
              operation: "diagonal_matrix", argument: "shift", found: "\(i.attributes[0])", expected: "a smaller number"
            )
          }
          return Signature(Shape(x.dims.dropLast() + [size, size]), i.operands[0].dtype)
        },
        compute: { e in
          let x = try e.operands[0].contiguous(on: e.device)
          let result = try NDArray(repeating: 0, shape: e.result.shape, dtype: e.result.dtype, on: e.device)
          let rank = result.shape.rank
          result.diagonal(rank - 2, rank - 1, shift: e.attributes[0]).withOperand {
            ck_store_strided($0, x.pointer, 0, Int64(x.count))
          }
          return result
        },
        pullback: .rule { p in [try p.graph.record(Op.diagonal, [p.cotangent], attributes: p.attributes)] },
        batching: .rule { try $0.record($0.operands, attributes: $0.attributes) })),
    samples: [
      Sample(.normal([3])), Sample(.normal([2, 3]), options: ["shift": .int(1)]),
      Sample(.normal([2]), options: ["shift": .int(-1)]), Sample(.normal([0])),
    ],
    rejects: [Sample(.normal([]))],
    definition: .plain { call in
      let (x, shift) = (call.inputs[0], call.int("shift"))
      let size = x.dims[x.dims.count - 1] + Swift.abs(shift)
      return [
        Plain(x.dims.dropLast() + [size, size]) { index in
          let (row, column) = (index[index.count - 2], index[index.count - 1])
          guard column - row == shift else { return 0 }
          return x(Array(index.dropLast(2)) + [Swift.min(row, column)])
        }
      ]
    })
}

extension Plain {
  /// The element at an index of the same rank.
  func callAsFunction(_ index: [Int]) -> Double { self[index] }
}
