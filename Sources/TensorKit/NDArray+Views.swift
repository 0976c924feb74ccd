// Views: the same elements under another shape, without a copy. Callers have checked the arguments.

extension NDArray {
  /// The same elements under another shape and strides.
  package func view(_ shape: Shape, strides: [Int], offset: Int) -> NDArray {
    NDArray(storage: storage, dtype: dtype, shape: shape, strides: strides, offset: offset)
  }

  /// The axes in another order.
  package func permuted(_ order: [Int]) -> NDArray {
    view(Shape(order.map { shape[$0] }), strides: order.map { strides[$0] }, offset: offset)
  }

  /// Stretched to a larger shape; one element stands for all along a stretched axis.
  package func broadcast(to target: Shape) -> NDArray {
    let extra = target.rank - shape.rank
    var steps = [Int](repeating: 0, count: target.rank)
    for axis in 0..<shape.rank where shape[axis] == target[axis + extra] && shape[axis] != 1 {
      steps[axis + extra] = strides[axis]
    }
    return view(target, strides: steps, offset: offset)
  }

  /// Part of every axis: `sizes[i]` elements from `starts[i]` on, every `steps[i]`-th.
  package func sliced(starts: [Int], sizes: [Int], steps: [Int]) -> NDArray {
    var place = offset
    var strides = self.strides
    for axis in 0..<shape.rank {
      if sizes[axis] > 0 { place += starts[axis] * strides[axis] }
      strides[axis] *= steps[axis]
    }
    return view(Shape(sizes), strides: strides, offset: place)
  }

  /// The named axes in reverse.
  package func flipped(_ axes: [Int]) -> NDArray {
    var place = offset
    var strides = self.strides
    for axis in axes {
      place += max(0, shape[axis] - 1) * strides[axis]
      strides[axis] = -strides[axis]
    }
    return view(shape, strides: strides, offset: place)
  }

  /// The same elements in row order under another shape; a view where strides allow it, else a copy.
  package func reshaped(to target: Shape, on device: Device) throws -> NDArray {
    if let strides = stridesReshaped(to: target) { return view(target, strides: strides, offset: offset) }
    let copy = try contiguous(on: device, for: "reshape")
    return copy.view(target, strides: target.rowStrides, offset: copy.offset)
  }

  /// The strides under which `target` walks the same elements in the same order, or nil where no such exist. Runs of axes on
  /// both sides with equal products are matched; a run can be re-cut when it is evenly spaced.
  private func stridesReshaped(to target: Shape) -> [Int]? {
    // A stretched tensor may stand for more elements than can be counted; such a one has no strides to re-cut.
    if count == Int.max { return nil }
    if count == 0 || isContiguous { return target.rowStrides }
    let kept = (0..<shape.rank).filter { shape[$0] != 1 }
    var result = [Int](repeating: 0, count: target.rank)
    var from = 0
    var to = 0
    while from < kept.count {
      var fromEnd = from + 1
      var fromSize = shape[kept[from]]
      while to < target.rank && target[to] == 1 { to += 1 }
      guard to < target.rank else { return nil }
      var toEnd = to + 1
      var toSize = target[to]
      while fromSize != toSize {
        if fromSize < toSize {
          guard fromEnd < kept.count else { return nil }
          let (product, overflow) = fromSize.multipliedReportingOverflow(by: shape[kept[fromEnd]])
          if overflow { return nil }
          fromSize = product
          fromEnd += 1
        } else {
          guard toEnd < target.rank else { return nil }
          let (product, overflow) = toSize.multipliedReportingOverflow(by: target[toEnd])
          if overflow { return nil }
          toSize = product
          toEnd += 1
        }
      }
      for position in from..<(fromEnd - 1) {
        let inner = kept[position + 1]
        if strides[kept[position]] != strides[inner] * shape[inner] { return nil }
      }
      var step = strides[kept[fromEnd - 1]]
      for axis in stride(from: toEnd - 1, through: to, by: -1) {
        result[axis] = step
        step *= target[axis]
      }
      from = fromEnd
      to = toEnd
    }
    return result
  }

  /// The diagonal of two axes, as a last axis.
  package func diagonal(_ first: Int, _ second: Int, shift: Int) -> NDArray {
    let rows = shape[first] - max(0, -shift)
    let columns = shape[second] - max(0, shift)
    let size = max(0, min(rows, columns))
    var dims: [Int] = []
    var steps: [Int] = []
    for axis in 0..<shape.rank where axis != first && axis != second {
      dims.append(shape[axis])
      steps.append(strides[axis])
    }
    dims.append(size)
    steps.append(strides[first] + strides[second])
    let place = size == 0 ? offset : offset + max(0, -shift) * strides[first] + max(0, shift) * strides[second]
    return view(Shape(dims), strides: steps, offset: place)
  }

  /// All windows along one axis as a view: the axis becomes the window's position, a new last axis runs within the window.
  package func windows(axis: Int, size: Int, step: Int, dilation: Int) -> NDArray {
    let span = (size - 1) * dilation + 1
    let positions = shape[axis] < span ? 0 : (shape[axis] - span) / step + 1
    var dims = shape.dims
    var strides = self.strides
    dims[axis] = positions
    dims.append(size)
    strides.append(strides[axis] * dilation)
    strides[axis] *= step
    return view(Shape(dims), strides: strides, offset: offset)
  }
}
