// What convolutions mean, by plain loops: the tests hold the kernels to it.

/// How filters move, as a call's options say. Filters of a signal have one row.
struct PlainMovement {
  private let stride: [Int]
  private let dilation: [Int]
  /// Zeros above and to the left, below and to the right.
  private let before: [Int]
  private let after: [Int]
  private let extra: [Int]
  private let size: [Int]
  private let groups: Int

  init(_ call: PlainCall, axes: Int) {
    func pair(_ name: String, _ standard: Int) -> [Int] {
      let list = call.ints(name) ?? [standard]
      return axes == 1 ? [standard, list[0]] : [list[0], list[list.count - 1]]
    }
    (stride, dilation, extra, size) = (
      pair("stride", 1), pair("dilation", 1), pair("output_padding", 0), pair("size", 1)
    )
    groups = call.int("groups", 1)
    let list = call.ints("padding") ?? [0]
    switch (axes, list.count) {
    case (1, _): (before, after) = ([0, list[0]], [0, list[list.count - 1]])
    case (_, 4): (before, after) = ([list[0], list[2]], [list[1], list[3]])
    default: (before, after) = ([list[0], list[list.count - 1]], [list[0], list[list.count - 1]])
    }
  }

  /// Where in the image a filter's element lies.
  private func place(_ axis: Int, _ position: Int, _ inFilter: Int) -> Int {
    position * stride[axis] + inFilter * dilation[axis] - before[axis]
  }

  private func positions(_ image: [Int], _ filter: [Int]) -> [Int] {
    [0, 1].map { axis in
      let room = image[axis] + before[axis] + after[axis] - (filter[axis] - 1) * dilation[axis] - 1
      return room / stride[axis] + 1
    }
  }

  /// Visits every product: the image's, the filter's and the result's element that belong together.
  private func forEachProduct(
    _ image: [Int], _ filter: [Int], _ positions: [Int], _ visit: (_ x: [Int], _ w: [Int], _ y: [Int]) -> Void
  ) {
    let share = filter[0] / groups
    Plain.forEachIndex([image[0], filter[0]] + positions) { y in
      Plain.forEachIndex(Array(filter.dropFirst())) { inner in
        let (row, column) = (place(0, y[2], inner[1]), place(1, y[3], inner[2]))
        guard row >= 0, row < image[2], column >= 0, column < image[3] else { return }
        visit([y[0], y[1] / share * filter[1] + inner[0], row, column], [y[1]] + inner, y)
      }
    }
  }

  func results(_ x: Plain, _ w: Plain) -> Plain {
    let positions = positions(Array(x.dims.suffix(2)), Array(w.dims.suffix(2)))
    var sums = PlainSums([x.dims[0], w.dims[0]] + positions)
    forEachProduct(x.dims, w.dims, positions) { sums.add(x($0) * w($1), at: $2) }
    return sums.plain
  }

  func images(_ g: Plain, _ w: Plain) -> Plain {
    let size = [0, 1].map { axis in
      let span = (g.dims[axis + 2] - 1) * stride[axis] + (w.dims[axis + 2] - 1) * dilation[axis] + 1
      return span - before[axis] - after[axis] + extra[axis]
    }
    var sums = PlainSums([g.dims[0], w.dims[1] * groups] + size)
    forEachProduct(sums.plain.dims, w.dims, Array(g.dims.suffix(2))) { sums.add(g($2) * w($1), at: $0) }
    return sums.plain
  }

  func filters(_ x: Plain, _ g: Plain) -> Plain {
    var sums = PlainSums([g.dims[1], x.dims[1] / groups] + size)
    forEachProduct(x.dims, sums.plain.dims, Array(g.dims.suffix(2))) { sums.add(x($0) * g($2), at: $1) }
    return sums.plain
  }
}

/// A plain tensor of sums that grow.
private struct PlainSums {
  var plain: Plain

  init(_ dims: [Int]) { plain = Plain(dims) { _ in 0 } }

  mutating func add(_ value: Double, at index: [Int]) {
    plain.values[zip(index, plain.dims).reduce(0) { $0 * $1.1 + $1.0 }] += value
  }
}

extension Plain {
  /// A signal as an image of one row.
  var asImages: Plain { Plain(dims.dropLast() + [1] + dims.suffix(1), values) }
  /// An image of one row as a signal.
  var asSignals: Plain { Plain(dims.prefix(2) + dims.suffix(1), values) }
}
