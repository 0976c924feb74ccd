// Adding overlapping windows back into the axis they were taken from.

extension NDArray {
  /// The adjoint of `windows`: each element of each window is added where it came from, in an axis of `length`
  /// elements. The last axis runs within the window. Costs one pass over the windows.
  package func folded(axis: Int, step: Int, dilation: Int, length: Int, on device: Device) throws -> NDArray {
    let source = try contiguous(on: device, for: "fold")
    let target = Shape(Array(shape.dims.dropLast())).replacing(axis: axis, with: length)
    let result = try NDArray(repeating: 0, shape: target, dtype: dtype, on: device)
    if source.count == 0 { return result }
    let fold = Fold(
      positions: shape[axis], size: shape[shape.rank - 1], step: step, dilation: dilation, length: length,
      inner: shape.dims[(axis + 1)..<(shape.rank - 1)].reduce(1, *))
    let lines = target.count / length
    let linesPerTask = max(1, 65_536 / (fold.positions * fold.size))
    try device.share(tasks: (lines + linesPerTask - 1) / linesPerTask) { task, _ in
      let range = task * linesPerTask..<min(lines, (task + 1) * linesPerTask)
      switch dtype {
      case .float32: fold.add(source.elements(Float.self), to: result.elements(Float.self), lines: range) { $0 + $1 }
      case .float64: fold.add(source.elements(Double.self), to: result.elements(Double.self), lines: range) { $0 + $1 }
      case .int: fold.add(source.elements(Int.self), to: result.elements(Int.self), lines: range) { $0 &+ $1 }
      case .bool: fold.add(source.elements(UInt8.self), to: result.elements(UInt8.self), lines: range) { $0 | $1 }
      }
    }
    return result
  }
}

/// How windows lie over lines: the source is [outer, positions, inner, size], the result [outer, length, inner].
private struct Fold {
  let positions: Int
  let size: Int
  let step: Int
  let dilation: Int
  let length: Int
  let inner: Int

  /// Adds the windows of some of the outer·inner lines. Every sum is made in the order of the windows.
  @inline(__always) func add<T>(
    _ source: UnsafeMutableBufferPointer<T>, to result: UnsafeMutableBufferPointer<T>, lines: Range<Int>,
    _ sum: (T, T) -> T
  ) {
    var line = lines.lowerBound
    while line < lines.upperBound {
      let (outer, first) = (line / inner, line % inner)
      let width = min(inner - first, lines.upperBound - line)
      for position in 0..<positions {
        for column in first..<(first + width) {
          var from = ((outer * positions + position) * inner + column) * size
          var to = (outer * length + position * step) * inner + column
          for _ in 0..<size {
            result[to] = sum(result[to], source[from])
            from += 1
            to += dilation * inner
          }
        }
      }
      line += width
    }
  }
}
