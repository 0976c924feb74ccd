// Rows: sorting along an axis.
import TensorKit

extension Op {
  static let orderRows: [OpSpec] = [argsort, sort, topK]

  private static let axis = ParameterSpec.option("axis", .axis, .int(-1))
  private static let descending = ParameterSpec.option("descending", .flag, .flag(false))

  /// The places of a line in sorted order, by insertion: equals keep their order, NaN comes last.
  private static func plainOrder(_ line: [Double], descending: Bool) -> [Int] {
    var order: [Int] = []
    for place in line.indices {
      let value = line[place]
      let slot = order.firstIndex { other in
        if value.isNaN { return false }
        return line[other].isNaN || (descending ? line[other] < value : line[other] > value)
      }
      order.insert(place, at: slot ?? order.count)
    }
    return order
  }

  private static let samples = [
    Sample(.distinct([7])), Sample(.distinct([3, 4])), Sample(.distinct([3, 4]), options: ["axis": .int(0)]),
    Sample(.distinct([2, 3, 4]), options: ["axis": .int(1), "descending": .flag(true)]), Sample(.distinct([40])),
    Sample(.distinct([3, 0])), Sample(.distinct([0, 3])), Sample(.distinct([2, 1])),
  ]
  private static let rejects = [Sample(.normal([])), Sample(.normal([3]), options: ["axis": .int(1)])]
  /// Inputs with equals and NaN: they have no derivative to check.
  private static let ties = [
    Sample(.indices(3, [20])), Sample(.indices(3, [20]), options: ["descending": .flag(true)]), Sample(.truths([9])),
    Sample(.values([2, .nan, -1, .infinity, .nan, -.infinity, 2], [7])),
    Sample(.values([2, .nan, -1, .infinity, .nan, -.infinity, 2], [7]), options: ["descending": .flag(true)]),
    Sample(.values([0, -0.0, 0, -1], [4])),
  ]

  /// The indices that sort an axis, smallest first; equals keep their order, NaN comes last.
  ///
  /// Attributes: the axis, then 1 for greatest first or 0.
  public static let argsort: OpSpec = OpSpec(
    "argsort", [.tensor("x"), axis, descending],
    summary: "The indices that sort an axis, smallest first; equals keep their order, NaN comes last.",
    example: "argsort([3, 1, 2])   # [1, 2, 0]",
    behaviour: .primitive(
      Primitive(
        apply: { call in
          let x = try call.tensor("x")
          return try recordOrder(x, axis: call.axis("axis", rank: x.rank), descending: call.flag("descending"))
        },
        infer: { i in
          try i.expect(attributes: 2)
          let rank = i.operands[0].shape.rank
          guard i.attributes[0] >= 0 && i.attributes[0] < rank else {
            throw TensorError.axis(operation: i.op.name, axis: i.attributes[0], rank: rank)
          }
          guard i.attributes[1] == 0 || i.attributes[1] == 1 else {
            throw TensorError.option(
              operation: i.op.name, argument: "descending", found: "\(i.attributes[1])", expected: "0 or 1")
          }
          return Signature(i.operands[0].shape, .int)
        },
        compute: { e in
          try e.operands[0].sortingIndices(axis: e.attributes[0], descending: e.attributes[1] == 1, on: e.device)
        },
        pullback: .flat("an index is constant but for jumps"),
        batching: .shifted { attributes, _, _ in [attributes[0] + 1] + attributes.dropFirst() })),
    samples: samples + ties, rejects: rejects,
    definition: .lines { line, call in plainOrder(line, descending: call.flag("descending")).map(Double.init) })

  private static func recordOrder(_ x: Tensor, axis: Int, descending: Bool) throws -> Tensor {
    try x.graph.record(Op.argsort, [x], attributes: [axis, descending ? 1 : 0])
  }

  /// Sorted along an axis, smallest first; NaN comes last.
  public static let sort: OpSpec = .composite(
    "sort", [.tensor("x"), axis, descending], "Sorted along an axis, smallest first; NaN comes last.",
    "sort([3, 1, 2])   # [1, 2, 3]",
    on: samples, rejects: rejects,
    means: .lines { line, call in plainOrder(line, descending: call.flag("descending")).map { line[$0] } }
  ) { call in
    let x = try call.tensor("x")
    let axis = try call.axis("axis", rank: x.rank)
    let order = try recordOrder(x, axis: axis, descending: call.flag("descending"))
    return try call.graph.record(Op.takeAlong, [x, order], attributes: [axis])
  }

  /// The k greatest along an axis, greatest first, and their indices; NaN counts as least.
  public static let topK: OpSpec = OpSpec(
    "top_k", [.tensor("x"), .option("k", .int), axis], results: ["values", "indices"],
    summary: "The k greatest along an axis, greatest first, and their indices; NaN counts as least.",
    example: "top_k([3, 1, 2], 2)   # [3, 2] and [0, 2]",
    behaviour: .composite { call in
      let x = try call.tensor("x")
      let (axis, k) = (try call.axis("axis", rank: x.rank), try call.int("k"))
      guard k >= 0 && k <= x.shape[axis] else {
        throw TensorError.option(
          operation: "top_k", argument: "k", found: "\(k)", expected: "0 to \(x.shape[axis]), axis \(axis)'s size")
      }
      let indices = try part(of: recordOrder(x, axis: axis, descending: true), axis: axis, start: 0, size: k)
      return [try call.graph.record(Op.takeAlong, [x, indices], attributes: [axis]), indices]
    },
    samples: [
      Sample(.distinct([7]), options: ["k": .int(3)]),
      Sample(.distinct([3, 4]), options: ["k": .int(2), "axis": .int(0)]),
      Sample(.distinct([3, 4]), options: ["k": .int(4)]), Sample(.distinct([3]), options: ["k": .int(0)]),
      Sample(.distinct([2, 1]), options: ["k": .int(1)]), Sample(.distinct([0, 3]), options: ["k": .int(2)]),
    ],
    rejects: rejects.map { Sample($0.inputs[0], options: ["k": .int(1), "axis": .int(1)]) } + [
      Sample(.normal([3]), options: ["k": .int(4)]), Sample(.normal([3]), options: ["k": .int(-1)]),
      Sample(.normal([3])),
    ],
    definition: .plain { call in
      let x = call.inputs[0]
      let axis = (call.int("axis", -1) + x.dims.count) % x.dims.count
      var dims = x.dims
      dims[axis] = call.int("k")
      let indices = Plain(dims) { index in
        let line = (0..<x.dims[axis]).map { place in
          var source = index
          source[axis] = place
          return x(source)
        }
        return Double(plainOrder(line, descending: true)[index[axis]])
      }
      let values = Plain(dims) { index in
        var source = index
        source[axis] = Int(indices(index))
        return x(source)
      }
      return [values, indices]
    })
}
