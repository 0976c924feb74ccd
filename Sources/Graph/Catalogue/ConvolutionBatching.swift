// How convolutions carry an extra axis: it joins the images, the channels or the groups, so that one convolution does all.
import TensorKit

extension Op {
  /// Images [B, N, …], filters [B, O, …] or both.
  static func batchedResults(_ b: Batched) throws -> Tensor {
    if b.size == 0 { return try nothing(b) }
    let (x, w, size, groups) = (b.operands[0], b.operands[1], b.size, groups(b))
    guard b.isBatched[1] else { return try unmerged(b.record([merged(x), w], attributes: b.attributes), size) }
    let (o, each) = (w.shape[1], w.shape[1] / groups)
    if b.isBatched[0] {
      let result = try b.record([beside(x), merged(w)], attributes: grouped(b))
      return try apart(result, [size, o])
    }
    // Every group gets the filters of all positions.
    let filters = try moved(w, [size, groups, each] + w.shape.dims.suffix(3), [1, 0, 2, 3, 4, 5], joining: 3)
    let result = try b.record([x, filters], attributes: b.attributes)
    return try gathered(result, [result.shape[0], groups, size, each] + result.shape.dims.suffix(2))
  }

  /// The adjoint in the images: cotangents [B, N, O, …], filters [B, O, …] or both.
  static func batchedImages(_ b: Batched) throws -> Tensor {
    if b.size == 0 { return try nothing(b) }
    let (g, w, size, groups) = (b.operands[0], b.operands[1], b.size, groups(b))
    guard b.isBatched[1] else { return try unmerged(b.record([merged(g), w], attributes: b.attributes), size) }
    let each = w.shape[2]
    if b.isBatched[0] {
      let result = try b.record([beside(g), merged(w)], attributes: grouped(b))
      return try apart(result, [size, groups * each])
    }
    let filters = try moved(w, w.shape.dims, [1, 0, 2, 3, 4], joining: 2, from: 1)
    let result = try b.record([g, filters], attributes: b.attributes)
    return try gathered(result, [result.shape[0], groups, size, each] + result.shape.dims.suffix(2))
  }

  /// The adjoint in the filters: images [B, N, C, …], cotangents [B, N, O, …] or both.
  static func batchedFilters(_ b: Batched) throws -> Tensor {
    if b.size == 0 { return try nothing(b) }
    let (x, g, size, groups) = (b.operands[0], b.operands[1], b.size, groups(b))
    let tail = Array(b.attributes.suffix(2))
    if b.isBatched[0] && b.isBatched[1] {
      let result = try b.record([beside(x), beside(g)], attributes: grouped(b))
      return try unmerged(result, size)
    }
    if b.isBatched[0] {
      let each = x.shape[2] / groups
      let images = try moved(
        x, [size, x.shape[1], groups, each] + x.shape.dims.suffix(2), [1, 2, 0, 3, 4, 5], joining: 3, from: 1)
      let result = try b.record([images, g], attributes: b.attributes)
      return try moved(result, [g.shape[1], size, each] + tail, [1, 0, 2, 3, 4], joining: 1)
    }
    let each = g.shape[2] / groups
    let cotangents = try moved(
      g, [size, g.shape[1], groups, each] + g.shape.dims.suffix(2), [1, 2, 0, 3, 4, 5], joining: 3, from: 1)
    let result = try b.record([x, cotangents], attributes: b.attributes)
    return try moved(
      result, [groups, size, each] + result.shape.dims.suffix(3), [1, 0, 2, 3, 4, 5], joining: 2, from: 1)
  }

  /// The result over an extra axis of size 0: no number of groups would fit it.
  private static func nothing(_ b: Batched) throws -> Tensor {
    guard case .primitive(let primitive) = b.op.behaviour else { return b.operands[0] }
    let operands = zip(b.operands, b.isBatched).map { operand, isBatched in
      Signature(isBatched ? Shape(Array(operand.shape.dims.dropFirst())) : operand.shape, operand.dtype)
    }
    let one = try primitive.infer(
      Inference(op: b.op, operands: operands, attributes: b.attributes, numbers: b.numbers))
    return try b.graph.zeros(Shape([0] + one.shape.dims), one.dtype)
  }

  private static func groups(_ b: Batched) -> Int { ConvolutionLayout(b.attributes).groups }

  /// The attributes with the groups of every position side by side.
  private static func grouped(_ b: Batched) -> [Int] {
    var attributes = b.attributes
    let place = ConvolutionLayout.attributeCount - 1
    if place < attributes.count {
      attributes[place] = attributes[place].multipliedReportingOverflow(by: b.size).partialValue
    }
    return attributes
  }

  /// Under `dims`, with the axes in another order, and `count` neighbours of them from `first` on made one.
  private static func moved(
    _ x: Tensor, _ dims: [Int], _ order: [Int], joining count: Int, from first: Int = 0
  ) throws -> Tensor {
    let graph = x.graph
    let turned = try graph.record(Op.permute, [graph.reshape(x, to: Shape(dims))], attributes: order)
    let sizes = turned.shape.dims
    let one = Shape(Array(sizes[first..<(first + count)])).count
    return try graph.reshape(turned, to: Shape(sizes.prefix(first) + [one] + sizes.suffix(sizes.count - first - count)))
  }

  /// [B, N, …] as [B · N, …].
  private static func merged(_ x: Tensor) throws -> Tensor {
    let dims = x.shape.dims
    return try x.graph.reshape(x, to: Shape([Shape(Array(dims.prefix(2))).count] + dims.dropFirst(2)))
  }

  /// [B · N, …] as [B, N, …].
  private static func unmerged(_ x: Tensor, _ size: Int) throws -> Tensor {
    let dims = x.shape.dims
    return try x.graph.reshape(x, to: Shape([size, dims[0] / Swift.max(1, size)] + dims.dropFirst()))
  }

  /// [B, N, C, …] as [N, B · C, …].
  private static func beside(_ x: Tensor) throws -> Tensor {
    try moved(x, x.shape.dims, [1, 0, 2, 3, 4], joining: 2, from: 1)
  }

  /// [N, B · O, …] as [B, N, O, …]; `channels` is [B, O].
  private static func apart(_ x: Tensor, _ channels: [Int]) throws -> Tensor {
    let dims = x.shape.dims
    return try moved(x, [dims[0]] + channels + dims.suffix(2), [1, 0, 2, 3, 4], joining: 1)
  }

  /// [N, groups, B, each, …], `sizes`, as [B, N, groups · each, …].
  private static func gathered(_ x: Tensor, _ sizes: [Int]) throws -> Tensor {
    try moved(x, sizes, [2, 0, 1, 3, 4, 5], joining: 2, from: 2)
  }
}
