// Rows: convolutions of images and signals; the three nodes (forward, and both adjoints) are each other's derivatives.
import TensorKit

extension Op {
  static let convolutionRows: [OpSpec] = [conv2d, conv2dTransposed, conv2dFilters, conv1d, conv1dTransposed]

  /// Images [N, C, H, W] seen through filters [O, C / groups, h, w] at every position: [N, O, rows, columns].
  public static let conv2d: OpSpec = OpSpec(
    "conv2d", [.tensor("x"), .tensor("w")] + movement,
    summary: "Images [N, C, H, W] seen through filters [O, C / groups, h, w] at every position: [N, O, rows, columns].",
    example: "shape(conv2d(zeros(1, 3, 8, 8), zeros(5, 3, 3, 3), stride: 2, padding: 1))   # (1, 5, 4, 4)",
    behaviour: .primitive(
      Primitive(
        apply: { call in
          let (x, w) = try call.graph.floating(call.tensor("x"), call.tensor("w"))
          return try call.graph.record(call.op, [x, w], attributes: attributes(call, axes: 2))
        },
        infer: { i in
          let layout = try ConvolutionLayout(i, targets: 0)
          let (x, w) = (i.operands[0].shape, i.operands[1].shape)
          return Signature(try layout.results(x, w, axes: 2, i.op), try floatingType(i, "x", "w"))
        },
        compute: { e in
          try NDArray.convolution(
            e.operands[0], e.operands[1], ConvolutionLayout(e.attributes), into: e.result.shape, on: e.device,
            for: e.op.name)
        },
        pullback: .rule { p in
          let (x, w, g) = (p.operands[0], p.operands[1], p.cotangent)
          return [
            p.needed[0] ? try images(g, w, p.attributes, x.shape) : nil,
            p.needed[1] ? try filters(x, g, p.attributes, w.shape) : nil,
          ]
        },
        batching: .rule { b in try batchedResults(b) })),
    samples: [
      Sample(.normal([2, 3, 5, 4]), .normal([4, 3, 3, 2])),
      Sample(.normal([1, 2, 5, 6]), .normal([2, 2, 2, 3]), options: ["stride": .int(2), "padding": .ints([1, 2])]),
      Sample(.normal([1, 4, 4, 5]), .normal([4, 2, 2, 2]), options: ["groups": .int(2), "stride": .ints([1, 2])]),
      Sample(
        .normal([1, 1, 6, 7]), .normal([2, 1, 2, 2]),
        options: ["dilation": .ints([2, 3]), "padding": .ints([1, 0, 2, 1]), "stride": .ints([2, 1])]),
      Sample(.normal([2, 3, 2, 2]), .normal([3, 1, 2, 2]), options: ["groups": .int(3), "padding": .int(1)]),
      Sample(.normal([1, 1, 1, 1]), .normal([1, 1, 1, 1])), Sample(.normal([0, 2, 3, 3]), .normal([2, 2, 2, 2])),
      Sample(.normal([1, 0, 3, 3]), .normal([2, 0, 2, 2])), Sample(.normal([1, 2, 3, 3]), .normal([0, 2, 2, 2])),
    ],
    rejects: convolutionRejects + [
      Sample(.normal([1, 2, 4, 4]), .normal([2, 1, 3, 3])), Sample(.normal([1, 2, 4, 4]), .normal([2, 2, 5, 3])),
      Sample(.normal([1, 2, 4, 4]), .normal([3, 1, 3, 3]), options: ["groups": .int(2)]),
      Sample(.normal([1, 2, 0, 4]), .normal([2, 2, 3, 3])), Sample(.normal([1, 2, 4, 4]), .normal([2, 2, 0, 3])),
    ],
    definition: .plain { call in
      [PlainMovement(call, axes: 2).results(call.inputs[0], call.inputs[1])]
    })

  /// Every element of images [N, C, H, W] painted with filters [C, O / groups, h, w] into larger images: conv2d the other way.
  public static let conv2dTransposed: OpSpec = OpSpec(
    "conv2d_transposed", [.tensor("x"), .tensor("w")] + movement + [.option("output_padding", .ints, .int(0))],
    summary:
      "Every element of images [N, C, H, W] painted with filters [C, O / groups, h, w] into larger images: conv2d the other way.",
    example: "shape(conv2d_transposed(zeros(1, 5, 4, 4), zeros(5, 3, 4, 4), stride: 2, padding: 1))   # (1, 3, 8, 8)",
    behaviour: .primitive(
      Primitive(
        apply: { call in
          let (x, w) = try call.graph.floating(call.tensor("x"), call.tensor("w"))
          let attributes = try attributes(call, axes: 2)
          let size = try ConvolutionLayout(attributes, call.op).imageSize(x.shape, w.shape, axes: 2, call)
          return try call.graph.record(call.op, [x, w], attributes: attributes + size)
        },
        infer: { i in
          let layout = try ConvolutionLayout(i, targets: 2)
          let (g, w) = (i.operands[0].shape, i.operands[1].shape)
          return Signature(
            try layout.images(g, w, size: Array(i.attributes.suffix(2)), i.op), try floatingType(i, "x", "w"))
        },
        compute: { e in
          try NDArray.convolutionImages(
            e.operands[0], e.operands[1], ConvolutionLayout(e.attributes), into: e.result.shape, on: e.device,
            for: e.op.name)
        },
        pullback: .rule { p in
          let (g, w, cotangent) = (p.operands[0], p.operands[1], p.cotangent)
          let shared = Array(p.attributes.prefix(ConvolutionLayout.attributeCount))
          return [
            p.needed[0] ? try p.graph.record(Op.conv2d, [cotangent, w], attributes: shared) : nil,
            p.needed[1] ? try filters(cotangent, g, shared, w.shape) : nil,
          ]
        },
        batching: .rule { b in try batchedImages(b) })),
    samples: [
      Sample(.normal([2, 3, 3, 2]), .normal([3, 2, 2, 3])),
      Sample(.normal([1, 2, 3, 3]), .normal([2, 2, 3, 3]), options: ["stride": .int(2), "padding": .int(1)]),
      Sample(
        .normal([1, 2, 2, 3]), .normal([2, 1, 3, 2]),
        options: ["stride": .ints([2, 3]), "output_padding": .ints([1, 2]), "groups": .int(2)]),
      Sample(
        .normal([1, 4, 2, 2]), .normal([4, 2, 2, 2]),
        options: ["groups": .int(2), "dilation": .int(2), "padding": .ints([0, 1, 1, 0])]),
      Sample(.normal([1, 1, 1, 1]), .normal([1, 1, 1, 1])), Sample(.normal([0, 2, 2, 2]), .normal([2, 1, 2, 2])),
      Sample(.normal([1, 0, 2, 2]), .normal([0, 1, 2, 2])), Sample(.normal([1, 1, 2, 2]), .normal([1, 0, 2, 2])),
    ],
    rejects: convolutionRejects + [
      Sample(.normal([1, 2, 4, 4]), .normal([1, 2, 3, 3])), Sample(.normal([1, 2, 0, 4]), .normal([2, 2, 3, 3])),
      Sample(.normal([1, 3, 4, 4]), .normal([3, 1, 3, 3]), options: ["groups": .int(2)]),
      Sample(.normal([1, 2, 4, 4]), .normal([2, 2, 3, 3]), options: ["output_padding": .int(1)]),
      Sample(.normal([1, 2, 1, 1]), .normal([2, 2, 1, 1]), options: ["padding": .int(1)]),
    ],
    definition: .plain { call in [PlainMovement(call, axes: 2).images(call.inputs[0], call.inputs[1])] })

  /// What results [N, O, rows, columns] of conv2d make of its filters: its adjoint in them, [O, C / groups, h, w].
  public static let conv2dFilters: OpSpec = OpSpec(
    "conv2d_filters", [.tensor("x"), .tensor("g"), .option("size", .ints)] + movement,
    summary:
      "What results [N, O, rows, columns] of conv2d make of its filters: its adjoint in them, [O, C / groups, h, w].",
    example: "shape(conv2d_filters(zeros(1, 3, 8, 8), zeros(1, 5, 6, 6), size: [3, 3]))   # (5, 3, 3, 3)",
    behaviour: .primitive(
      Primitive(
        apply: { call in
          let (x, g) = try call.graph.floating(call.tensor("x"), call.tensor("g"))
          let size = try pair(call, "size", least: 1, axes: 2)
          return try call.graph.record(call.op, [x, g], attributes: attributes(call, axes: 2) + size)
        },
        infer: { i in
          let layout = try ConvolutionLayout(i, targets: 2)
          let (x, g) = (i.operands[0].shape, i.operands[1].shape)
          return Signature(
            try layout.filters(x, g, size: Array(i.attributes.suffix(2)), i.op), try floatingType(i, "x", "g"))
        },
        compute: { e in
          try NDArray.convolutionFilters(
            e.operands[0], e.operands[1], ConvolutionLayout(e.attributes), into: e.result.shape, on: e.device,
            for: e.op.name)
        },
        pullback: .rule { p in
          let (x, g, cotangent) = (p.operands[0], p.operands[1], p.cotangent)
          let shared = Array(p.attributes.prefix(ConvolutionLayout.attributeCount))
          return [
            p.needed[0] ? try images(g, cotangent, shared, x.shape) : nil,
            p.needed[1] ? try p.graph.record(Op.conv2d, [x, cotangent], attributes: shared) : nil,
          ]
        },
        batching: .rule { b in try batchedFilters(b) })),
    samples: [
      Sample(.normal([2, 3, 4, 3]), .normal([2, 2, 3, 2]), options: ["size": .ints([2, 2])]),
      Sample(
        .normal([1, 4, 4, 4]), .normal([1, 2, 2, 2]),
        options: ["size": .int(3), "groups": .int(2), "stride": .int(2), "padding": .int(1)]),
      Sample(.normal([0, 1, 3, 3]), .normal([0, 1, 2, 2]), options: ["size": .int(2)]),
    ],
    rejects: [
      Sample(.normal([2, 3, 4, 3]), .normal([1, 2, 3, 2]), options: ["size": .ints([2, 2])]),
      Sample(.normal([2, 3, 4, 3]), .normal([2, 2, 3, 3]), options: ["size": .ints([2, 2])]),
      Sample(.normal([2, 3, 4, 3]), .normal([2, 2, 3, 2]), options: ["size": .ints([2, 0])]),
      Sample(.normal([2, 3, 4, 3]), .normal([2, 2, 3, 2]), options: ["size": .ints([2, 2]), "groups": .int(2)]),
      Sample(.normal([3, 4, 3]), .normal([2, 3, 2]), options: ["size": .ints([2, 2])]),
    ],
    definition: .plain { call in [PlainMovement(call, axes: 2).filters(call.inputs[0], call.inputs[1])] })

  /// Signals [N, C, L] seen through filters [O, C / groups, l] at every position: [N, O, positions].
  public static let conv1d: OpSpec = .composite(
    "conv1d", [.tensor("x"), .tensor("w")] + movement,
    "Signals [N, C, L] seen through filters [O, C / groups, l] at every position: [N, O, positions].",
    "conv1d([[[1, 2, 3, 4]]], [[[1, 0, -1]]], padding: 1)   # [[[-2, -2, -2, 3]]]",
    on: [
      Sample(.normal([2, 3, 5]), .normal([4, 3, 2])),
      Sample(
        .normal([1, 2, 7]), .normal([2, 1, 3]),
        options: ["stride": .int(2), "padding": .ints([2, 1]), "dilation": .int(2), "groups": .int(2)]),
    ],
    rejects: [
      Sample(.normal([2, 3, 5]), .normal([4, 2, 2])), Sample(.normal([2, 3, 5]), .normal([4, 3, 6])),
      Sample(.normal([3, 5]), .normal([4, 3, 2])),
      Sample(.normal([2, 3, 5]), .normal([4, 3, 2]), options: ["stride": .int(0)]),
      Sample(.normal([2, 3, 5]), .normal([4, 3, 2]), options: ["padding": .ints([1, 1, 1, 1])]),
    ],
    means: .plain { call in
      [PlainMovement(call, axes: 1).results(call.inputs[0].asImages, call.inputs[1].asImages).asSignals]
    }
  ) { call in
    let (x, w) = try call.graph.floating(call.tensor("x"), call.tensor("w"))
    let attributes = try attributes(call, axes: 1)
    // In one dimension the words are those of the call; the node's own would speak of images.
    _ = try ConvolutionLayout(attributes, call.op).results(x.shape, w.shape, axes: 1, call.op)
    return try signals(call.graph.record(Op.conv2d, [asImages(x), asImages(w)], attributes: attributes))
  }

  /// Every element of signals [N, C, L] painted with filters [C, O / groups, l] into longer signals: conv1d the other way.
  public static let conv1dTransposed: OpSpec = .composite(
    "conv1d_transposed", [.tensor("x"), .tensor("w")] + movement + [.option("output_padding", .ints, .int(0))],
    "Every element of signals [N, C, L] painted with filters [C, O / groups, l] into longer signals: conv1d the other way.",
    "conv1d_transposed([[[1, 2]]], [[[1, 1]]], stride: 2)   # [[[1, 1, 2, 2]]]",
    on: [
      Sample(.normal([2, 3, 3]), .normal([3, 2, 2])),
      Sample(
        .normal([1, 2, 3]), .normal([2, 1, 3]),
        options: ["stride": .int(2), "padding": .int(1), "output_padding": .int(1), "groups": .int(2)]),
    ],
    rejects: [
      Sample(.normal([2, 3, 3]), .normal([2, 2, 2])), Sample(.normal([3, 3]), .normal([3, 2, 2])),
      Sample(.normal([2, 3, 3]), .normal([3, 2, 2]), options: ["output_padding": .int(1)]),
    ],
    means: .plain { call in
      [PlainMovement(call, axes: 1).images(call.inputs[0].asImages, call.inputs[1].asImages).asSignals]
    }
  ) { call in
    let (x, w) = try call.graph.floating(call.tensor("x"), call.tensor("w"))
    let attributes = try attributes(call, axes: 1)
    let size = try ConvolutionLayout(attributes, call.op).imageSize(x.shape, w.shape, axes: 1, call)
    return try signals(
      call.graph.record(Op.conv2dTransposed, [asImages(x), asImages(w)], attributes: attributes + size))
  }

  private static let movement: [ParameterSpec] = [
    .option("stride", .ints, .int(1)), .option("padding", .ints, .int(0)), .option("dilation", .ints, .int(1)),
    .option("groups", .int, .int(1)),
  ]

  private static let convolutionRejects: [Sample] = [
    Sample(.normal([2, 4, 4]), .normal([2, 2, 3, 3])), Sample(.normal([1, 2, 4, 4]), .normal([2, 3, 3])),
    Sample(.normal([1, 2, 4, 4]), .normal([2, 2, 3, 3]), options: ["stride": .int(0)]),
    Sample(.normal([1, 2, 4, 4]), .normal([2, 2, 3, 3]), options: ["stride": .ints([1, 1, 1])]),
    Sample(.normal([1, 2, 4, 4]), .normal([2, 2, 3, 3]), options: ["padding": .int(-1)]),
    Sample(.normal([1, 2, 4, 4]), .normal([2, 2, 3, 3]), options: ["padding": .ints([1, 1, 1])]),
    Sample(.normal([1, 2, 4, 4]), .normal([2, 2, 3, 3]), options: ["dilation": .int(Int.max)]),
    Sample(.normal([1, 2, 4, 4]), .normal([2, 2, 3, 3]), options: ["groups": .int(0)]),
    Sample(.normal([1, 2, 4, 4]), .normal([2, 2, 3, 3]), options: ["groups": .int(3)]),
  ]

  /// The adjoint in the images, recorded.
  private static func images(_ g: Tensor, _ w: Tensor, _ attributes: [Int], _ target: Shape) throws -> Tensor {
    try g.graph.record(Op.conv2dTransposed, [g, w], attributes: attributes + target.dims.suffix(2))
  }

  /// The adjoint in the filters, recorded.
  private static func filters(_ x: Tensor, _ g: Tensor, _ attributes: [Int], _ target: Shape) throws -> Tensor {
    try x.graph.record(Op.conv2dFilters, [x, g], attributes: attributes + target.dims.suffix(2))
  }

  private static func floatingType(_ i: Inference, _ first: String, _ second: String) throws -> DType {
    let type = i.operands[0].dtype
    try checkFloating(i.operands[0], first, as: type, i.op)
    try checkFloating(i.operands[1], second, as: type, i.op)
    return type
  }

  /// A signal as an image of one row.
  private static func asImages(_ x: Tensor) throws -> Tensor {
    try x.graph.reshape(x, to: Shape(x.shape.dims.dropLast() + [1] + x.shape.dims.suffix(1)))
  }

  private static func signals(_ x: Tensor) throws -> Tensor {
    try x.graph.reshape(x, to: Shape(x.shape.dims.prefix(2) + x.shape.dims.suffix(1)))
  }
}
