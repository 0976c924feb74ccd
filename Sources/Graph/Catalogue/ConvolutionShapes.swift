// How the options of a convolution become attributes of a node, and what shapes it takes and gives.
import TensorKit

extension Op {
  /// One number for each of an image's axes: all alike when only one is given.
  static func pair(_ call: Call, _ name: String, least: Int, axes: Int) throws -> [Int] {
    let list = try call.ints(name)
    guard list.count == 1 || list.count == axes, list.allSatisfy({ $0 >= least && $0 < ConvolutionAxis.limit }) else {
      throw TensorError.option(
        operation: call.op.name, argument: name, found: list.count == 1 ? "\(list[0])" : "\(list)",
        expected: "\(least) or more, as one number" + (axes == 1 ? "" : " or as \(axes), for rows and columns"))
    }
    return axes == 1 ? list : [list[0], list[list.count - 1]]
  }

  /// Zeros around an image: [top, bottom, left, right], from one number, one for each axis, or all four. A signal has
  /// [before, after].
  static func padding(_ call: Call, axes: Int) throws -> [Int] {
    let list = try call.ints("padding")
    guard [1, axes, 2 * axes].contains(list.count), list.allSatisfy({ $0 >= 0 && $0 < ConvolutionAxis.limit }) else {
      throw TensorError.option(
        operation: call.op.name, argument: "padding", found: list.count == 1 ? "\(list[0])" : "\(list)",
        expected: "0 or more, as one number"
          + (axes == 1 ? " or as [before, after]" : ", as [rows, columns], or as [top, bottom, left, right]"))
    }
    if list.count == 2 * axes { return axes == 1 ? [0, 0] + list : list }
    return axes == 1 ? [0, 0, list[0], list[0]] : [list[0], list[0], list[list.count - 1], list[list.count - 1]]
  }

  /// The attributes of the convolution a call asks for, without the sizes of a target.
  static func attributes(_ call: Call, axes: Int) throws -> [Int] {
    let (stride, dilation) = (
      try pair(call, "stride", least: 1, axes: axes), try pair(call, "dilation", least: 1, axes: axes)
    )
    let one = [Int](repeating: 1, count: 2 - axes)
    return try one + stride + padding(call, axes: axes) + one + dilation + [call.int("groups")]
  }
}

extension ConvolutionLayout {
  /// How many attributes a layout is; sizes of a target follow.
  static let attributeCount = 9

  /// The layout in a node's attributes, which the shape rule has checked.
  init(_ attributes: [Int]) {
    let a = attributes + [Int](repeating: 1, count: Swift.max(0, ConvolutionLayout.attributeCount - attributes.count))
    self.init(
      rows: ConvolutionAxis(stride: a[0], before: a[2], after: a[3], dilation: a[6]),
      columns: ConvolutionAxis(stride: a[1], before: a[4], after: a[5], dilation: a[7]), groups: a[8])
  }

  /// The layout in attributes that nobody has checked.
  init(_ attributes: [Int], _ op: OpSpec) throws {
    self.init(attributes)
    guard rows.isValid, columns.isValid else {
      throw TensorError.option(
        operation: op.name, argument: "stride", found: "\(attributes)",
        expected: "with padding and dilation a list of moderate sizes, strides and dilations of 1 or more")
    }
    guard groups >= 1 && groups < ConvolutionAxis.limit else {
      throw TensorError.option(operation: op.name, argument: "groups", found: "\(groups)", expected: "1 or more")
    }
  }

  /// The layout of a node to be, followed by so many sizes of a target.
  init(_ i: Inference, targets: Int) throws {
    guard i.attributes.count == ConvolutionLayout.attributeCount + targets else {
      throw TensorError.structure(
        operation: i.op.name, reason: "a convolution has \(ConvolutionLayout.attributeCount + targets) attributes")
    }
    try self.init(i.attributes, i.op)
  }

  /// The shape of the results of images (or signals, with one axis) under filters.
  func results(_ x: Shape, _ w: Shape, axes: Int, _ op: OpSpec) throws -> Shape {
    try checkRank(x, "x", axes, axes == 1 ? "[N, C, L]" : "[N, C, H, W]", op)
    try checkRank(w, "w", axes, axes == 1 ? "[O, C / groups, l]" : "[O, C / groups, h, w]", op)
    guard x[1] % groups == 0, w[1] == x[1] / groups else {
      throw TensorError.wrongShape(
        operation: op.name, argument: "w", shape: w,
        expected: x[1] % groups == 0
          ? "of size \(x[1] / groups) along axis 1: the \(x[1]) channels of `x`\(parted)"
          : "for channels that \(groups) groups can share; `x` has \(x[1])")
    }
    try checkShare(w[0], "w", w, op)
    return Shape([x[0], w[0]] + (try positions(Array(x.dims.suffix(axes)), Array(w.dims.suffix(axes)), w, op)))
  }

  /// The shape of the images of `size` whose results under filters have the shape `g`.
  func images(_ g: Shape, _ w: Shape, size: [Int], _ op: OpSpec) throws -> Shape {
    try checkPainting(g, w, axes: 2, op)
    guard try positions(size, Array(w.dims.suffix(2)), w, op) == Array(g.dims.suffix(2)) else {
      throw TensorError.option(
        operation: op.name, argument: "output_padding", found: "for images of \(size)", expected: "less than the stride"
      )
    }
    return Shape([g[0], w[1] * groups] + size)
  }

  /// The shape of the filters of `size` under which images `x` have results of the shape `g`.
  func filters(_ x: Shape, _ g: Shape, size: [Int], _ op: OpSpec) throws -> Shape {
    try checkRank(x, "x", 2, "[N, C, H, W]", op)
    try checkRank(g, "g", 2, "[N, O, rows, columns]", op)
    try checkShare(x[1], "x", x, op)
    try checkShare(g[1], "g", g, op)
    let wanted = [x[0], g[1]] + (try positions(Array(x.dims.suffix(2)), size, g, op))
    guard g.dims == wanted else {
      throw TensorError.wrongShape(
        operation: op.name, argument: "g", shape: g, expected: "\(Shape(wanted)), as conv2d gives it")
    }
    return Shape([g[1], x[1] / groups] + size)
  }

  /// The sizes, as a node wants them, of the images that a transposed convolution paints.
  func imageSize(_ x: Shape, _ w: Shape, axes: Int, _ call: Call) throws -> [Int] {
    try checkPainting(x, w, axes: axes, call.op)
    let extra = try Op.pair(call, "output_padding", least: 0, axes: axes)
    var size = [Int](repeating: 1, count: 2 - axes)
    for axis in 0..<axes {
      let movement = axis == axes - 1 ? columns : rows
      guard let next = movement.image(x[axis + 2], filter: w[axis + 2], extra: extra[axis]), next > 0 else {
        throw TensorError.wrongShape(
          operation: call.op.name, argument: "x", shape: x,
          expected: "large enough to leave something inside of the padding")
      }
      guard extra[axis] < movement.stride else {
        throw TensorError.option(
          operation: call.op.name, argument: "output_padding", found: "\(extra[axis])",
          expected: "less than the stride, \(movement.stride)")
      }
      size.append(next)
    }
    return size
  }

  private var parted: String { groups == 1 ? "" : " in \(groups) groups" }

  private func checkRank(_ shape: Shape, _ name: String, _ axes: Int, _ form: String, _ op: OpSpec) throws {
    guard shape.rank == axes + 2, shape.dims.allSatisfy({ $0 < ConvolutionAxis.limit }) else {
      throw TensorError.wrongShape(
        operation: op.name, argument: name, shape: shape, expected: "\(form), with sizes below \(ConvolutionAxis.limit)"
      )
    }
  }

  private func checkShare(_ channels: Int, _ name: String, _ shape: Shape, _ op: OpSpec) throws {
    guard channels % groups == 0 else {
      throw TensorError.wrongShape(
        operation: op.name, argument: name, shape: shape,
        expected: "with channels that \(groups) groups can share, not \(channels)")
    }
  }

  /// Images and filters of a transposed convolution, but for their sizes.
  private func checkPainting(_ x: Shape, _ w: Shape, axes: Int, _ op: OpSpec) throws {
    try checkRank(x, "x", axes, axes == 1 ? "[N, C, L]" : "[N, C, H, W]", op)
    try checkRank(w, "w", axes, axes == 1 ? "[C, O / groups, l]" : "[C, O / groups, h, w]", op)
    guard w[0] == x[1] else {
      throw TensorError.wrongShape(
        operation: op.name, argument: "w", shape: w, expected: "of size \(x[1]) along axis 0: the channels of `x`")
    }
    try checkShare(x[1], "x", x, op)
    guard w[1] * groups < ConvolutionAxis.limit else {
      throw TensorError.option(operation: op.name, argument: "groups", found: "\(groups)", expected: "fewer")
    }
  }

  /// How many positions filters have along each axis.
  private func positions(_ image: [Int], _ filter: [Int], _ shape: Shape, _ op: OpSpec) throws -> [Int] {
    let movements = [rows, columns].suffix(image.count)
    return try zip(movements, zip(image, filter)).map { movement, sizes in
      guard let count = movement.results(sizes.0, filter: sizes.1) else {
        let image = Swift.max(0, Swift.min(sizes.0, ConvolutionAxis.limit))
        let room = image + movement.before + movement.after
        let most = room < 1 ? 0 : (room - 1) / movement.dilation + 1
        throw TensorError.wrongShape(
          operation: op.name, argument: op === Op.conv2dFilters ? "g" : "w", shape: shape,
          expected: "for filters of 1 to \(most) where images have \(sizes.0), padding aside; they have \(sizes.1)")
      }
      return count
    }
  }
}
