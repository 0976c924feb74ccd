// Rows: images and signals made smaller by taking the largest or the mean of every window, and made larger by repetition.
import TensorKit

extension Op {
  static let poolingRows: [OpSpec] = [maxPool2d, averagePool2d, maxPool1d, averagePool1d, upsample2d]

  private static let window: [ParameterSpec] = [
    .option("size", .ints), .option("stride", .ints, .absent), .option("padding", .ints, .int(0)),
  ]

  private static let imageRejects: [Sample] = [
    Sample(.normal([2, 4, 4]), options: ["size": .int(2)]), Sample(.normal([1, 1, 4, 4]), options: ["size": .int(0)]),
    Sample(.normal([1, 1, 4, 4]), options: ["size": .int(5)]),
    Sample(.normal([1, 1, 4, 4]), options: ["size": .ints([2, 2, 2])]),
    Sample(.normal([1, 1, 4, 4]), options: ["size": .int(2), "stride": .int(0)]),
    Sample(.normal([1, 1, 4, 4]), options: ["size": .int(2), "padding": .int(2)]),
    Sample(.normal([1, 1, 4, 4]), options: ["size": .int(2), "padding": .int(-1)]),
    Sample(.normal([1, 1, 4, 0]), options: ["size": .int(2)]),
  ]

  private static let signalRejects: [Sample] = [
    Sample(.normal([4]), options: ["size": .int(2)]), Sample(.normal([1, 1, 4]), options: ["size": .int(5)]),
    Sample(.normal([1, 1, 4]), options: ["size": .ints([2, 2])]),
    Sample(.normal([1, 1, 4]), options: ["size": .int(2), "padding": .int(2)]),
  ]

  /// The largest number of every window of images [N, C, H, W]; windows lie side by side unless a stride is given.
  public static let maxPool2d: OpSpec = .composite(
    "max_pool2d", [.tensor("x")] + window,
    "The largest number of every window of images [N, C, H, W]; windows lie side by side unless a stride is given.",
    "max_pool2d([[[[1, 2], [3, 4]]]], 2)   # [[[[4]]]]",
    on: [
      Sample(.distinct([2, 2, 4, 6]), options: ["size": .int(2)]),
      Sample(
        .distinct([1, 2, 5, 5]), options: ["size": .ints([3, 2]), "stride": .ints([1, 2]), "padding": .int(1)]),
      Sample(.distinct([1, 1, 4, 4]), options: ["size": .int(3), "stride": .int(1), "padding": .ints([2, 0, 0, 1])]),
      Sample(.normal([1, 1, 1, 1]), options: ["size": .int(1)]),
      Sample(.normal([0, 2, 2, 2]), options: ["size": .int(2)]),
    ],
    rejects: imageRejects, means: .plain { call in [plainPool(call, axes: 2) { $0.max() ?? 0 }] }
  ) { call in try pooled(call, axes: 2, filling: -.infinity) { try Op.max($0, axis: $1) } }

  /// The mean of every window of images [N, C, H, W]; padding counts as zeros.
  public static let averagePool2d: OpSpec = .composite(
    "average_pool2d", [.tensor("x")] + window,
    "The mean of every window of images [N, C, H, W]; padding counts as zeros.",
    "average_pool2d([[[[1, 2], [3, 4]]]], 2)   # [[[[2.5]]]]",
    on: [
      Sample(.normal([2, 2, 4, 6]), options: ["size": .int(2)]),
      Sample(.normal([1, 2, 5, 5]), options: ["size": .ints([3, 2]), "stride": .ints([1, 2]), "padding": .int(1)]),
      Sample(.normal([0, 2, 2, 2]), options: ["size": .int(2)]),
    ],
    rejects: imageRejects, means: .plain { call in [plainPool(call, axes: 2, plainMean)] }
  ) { call in try pooled(call, axes: 2, filling: 0) { try Op.mean($0, axis: $1) } }

  /// The largest number of every window of signals [N, C, L]; windows lie side by side unless a stride is given.
  public static let maxPool1d: OpSpec = .composite(
    "max_pool1d", [.tensor("x")] + window,
    "The largest number of every window of signals [N, C, L]; windows lie side by side unless a stride is given.",
    "max_pool1d([[[1, 2, 3, 4]]], 2)   # [[[2, 4]]]",
    on: [
      Sample(.distinct([2, 2, 6]), options: ["size": .int(2)]),
      Sample(.distinct([1, 2, 5]), options: ["size": .int(3), "stride": .int(2), "padding": .int(1)]),
    ],
    rejects: signalRejects, means: .plain { call in [plainPool(call, axes: 1) { $0.max() ?? 0 }] }
  ) { call in try pooled(call, axes: 1, filling: -.infinity) { try Op.max($0, axis: $1) } }

  /// The mean of every window of signals [N, C, L]; padding counts as zeros.
  public static let averagePool1d: OpSpec = .composite(
    "average_pool1d", [.tensor("x")] + window,
    "The mean of every window of signals [N, C, L]; padding counts as zeros.",
    "average_pool1d([[[1, 2, 3, 4]]], 2)   # [[[1.5, 3.5]]]",
    on: [
      Sample(.normal([2, 2, 6]), options: ["size": .int(2)]),
      Sample(.normal([1, 2, 5]), options: ["size": .int(3), "stride": .int(2), "padding": .ints([1, 0])]),
    ],
    rejects: signalRejects, means: .plain { call in [plainPool(call, axes: 1, plainMean)] }
  ) { call in try pooled(call, axes: 1, filling: 0) { try Op.mean($0, axis: $1) } }

  /// Images [N, C, H, W] made larger by repeating every element: so many times down and so many across.
  public static let upsample2d: OpSpec = .composite(
    "upsample2d", [.tensor("x"), .option("factor", .ints)],
    "Images [N, C, H, W] made larger by repeating every element: so many times down and so many across.",
    "upsample2d([[[[1, 2]]]], 2)   # [[[[1, 1, 2, 2], [1, 1, 2, 2]]]]",
    on: [
      Sample(.normal([2, 2, 2, 3]), options: ["factor": .int(2)]),
      Sample(.normal([1, 1, 2, 2]), options: ["factor": .ints([3, 1])]),
      Sample(.normal([1, 0, 2, 2]), options: ["factor": .int(2)]),
    ],
    rejects: [
      Sample(.normal([2, 2, 3]), options: ["factor": .int(2)]),
      Sample(.normal([1, 1, 2, 2]), options: ["factor": .int(0)]),
      Sample(.normal([1, 1, 2, 2]), options: ["factor": .ints([1, 2, 3])]),
    ],
    means: .plain { call in
      let (x, list) = (call.inputs[0], call.ints("factor") ?? [1])
      let (down, across) = (list[0], list[list.count - 1])
      return [
        Plain([x.dims[0], x.dims[1], x.dims[2] * down, x.dims[3] * across]) {
          x([$0[0], $0[1], $0[2] / down, $0[3] / across])
        }
      ]
    }
  ) { call in
    let x = try call.tensor("x")
    let factor = try pair(call, "factor", least: 1, axes: 2)
    try checkImages(x, axes: 2, call)
    let (d, graph) = (x.shape.dims, call.graph)
    // Across first: whole rows are then copied down.
    let columns = d[3] * factor[1]
    let single = try graph.reshape(x, to: [d[0], d[1], d[2], d[3], 1])
    let across = try graph.broadcast(single, to: [d[0], d[1], d[2], d[3], factor[1]])
    let rows = try graph.reshape(across, to: [d[0], d[1], d[2], 1, columns])
    let down = try graph.broadcast(rows, to: [d[0], d[1], d[2], factor[0], columns])
    return try graph.reshape(down, to: [d[0], d[1], d[2] * factor[0], columns])
  }

  private static func checkImages(_ x: Tensor, axes: Int, _ call: Call) throws {
    guard x.rank == axes + 2, x.shape.dims.allSatisfy({ $0 < ConvolutionAxis.limit }) else {
      throw TensorError.wrongShape(
        operation: call.op.name, argument: "x", shape: x.shape,
        expected: "\(axes == 1 ? "[N, C, L]" : "[N, C, H, W]"), with sizes below \(ConvolutionAxis.limit)")
    }
  }

  /// Every window reduced to one number. Windows become axes of their own, seen without a copy.
  private static func pooled(
    _ call: Call, axes: Int, filling: Double, _ reduce: (_ windows: Tensor, _ axes: [Int]) throws -> Tensor
  ) throws -> Tensor {
    var x = try call.graph.floating(call.tensor("x"))
    try checkImages(x, axes: axes, call)
    let size = try pair(call, "size", least: 1, axes: axes)
    let step = try call.isAbsent("stride") ? size : pair(call, "stride", least: 1, axes: axes)
    let around = try Array(padding(call, axes: axes).suffix(2 * axes))
    for axis in 0..<axes {
      let movement = ConvolutionAxis(stride: step[axis], before: around[2 * axis], after: around[2 * axis + 1])
      guard Swift.max(movement.before, movement.after) < size[axis] else {
        throw TensorError.option(
          operation: call.op.name, argument: "padding", found: "\(around)",
          expected: "less than the window, \(size[axis])")
      }
      guard movement.results(x.shape[axis + 2], filter: size[axis]) != nil else {
        throw TensorError.wrongShape(
          operation: call.op.name, argument: "x", shape: x.shape,
          expected: "at least the window's \(size[axis]) along axis \(axis + 2)")
      }
    }
    if around.contains(where: { $0 > 0 }) {
      x = try Op.pad(
        x, before: [0, 0] + (0..<axes).map { around[2 * $0] }, after: [0, 0] + (0..<axes).map { around[2 * $0 + 1] },
        value: filling)
    }
    for axis in 0..<axes { x = try Op.windows(x, size: size[axis], step: step[axis], axis: axis + 2) }
    return try reduce(x, Array((axes + 2)..<(2 * axes + 2)))
  }

  private static func plainMean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(values.count) }

  /// Pooling by loops: each window's values gathered, then reduced. The mean's padding counts as zeros.
  private static func plainPool(_ call: PlainCall, axes: Int, _ reduce: ([Double]) -> Double) -> Plain {
    let x = axes == 1 ? call.inputs[0].asImages : call.inputs[0]
    func pair(_ name: String) -> [Int]? { call.ints(name).map { axes == 1 ? [1, $0[0]] : [$0[0], $0[$0.count - 1]] } }
    let size = pair("size") ?? [1, 1]
    let stride = pair("stride") ?? size
    let list = call.ints("padding") ?? [0]
    let last = list[list.count - 1]
    let before = axes == 1 ? [0, list[0]] : list.count == 4 ? [list[0], list[2]] : [list[0], last]
    let after = axes == 1 ? [0, last] : list.count == 4 ? [list[1], list[3]] : [list[0], last]
    let isMean = reduce([0, 1]) == 0.5
    let positions = [0, 1].map { (axis: Int) -> Int in
      let room = x.dims[axis + 2] + before[axis] + after[axis] - size[axis]
      return room / stride[axis] + 1
    }
    let result = Plain([x.dims[0], x.dims[1]] + positions) { index in
      var values: [Double] = []
      Plain.forEachIndex(size) { inner in
        let (row, column) = (index[2] * stride[0] + inner[0] - before[0], index[3] * stride[1] + inner[1] - before[1])
        if row >= 0 && row < x.dims[2] && column >= 0 && column < x.dims[3] {
          values.append(x([index[0], index[1], row, column]))
        } else if isMean {
          values.append(0)
        }
      }
      return reduce(values)
    }
    return axes == 1 ? result.asSignals : result
  }
}
