// Reductions over any axes of any view: how axes become the [outer, n, inner] of the kernels, and how threads share.
import CKernels

extension NDArray {
  /// The array reduced over the named axes, which stay with size 1 when `keep` says so. Only for reductions that can be
  /// made in parts: sums, extremes, any, all and logsumexp. Costs a pass, and a copy before it where the elements lie
  /// with gaps. An extreme over nothing is the type's lowest or highest value.
  package func reduced(
    _ reduction: ck_reduction, over axes: [Int], keep: Bool, on device: Device, for operation: String
  ) throws -> NDArray {
    let target = shape.reduced(over: axes, keep: keep)
    guard count > 0 else {
      return try NDArray(repeating: Lines.valueOfNothing(reduction), shape: target, dtype: dtype, on: device)
    }
    var (data, order) = try dense(on: device, for: operation)
    // Runs of neighbours in memory are reduced one at a time, the innermost first: no axis has to be moved.
    while let last = order.lastIndex(where: { axes.contains($0) }) {
      var first = last
      while first > 0 && axes.contains(order[first - 1]) { first -= 1 }
      let lines = Lines(
        outer: size(of: order[..<first]), n: size(of: order[first...last]), inner: size(of: order[(last + 1)...]))
      let result = try NDArray(uninitialized: Shape([lines.outer, lines.inner]), dtype, on: device, for: operation)
      try lines.reduce(reduction, data, result, on: device, for: operation)
      data = result
      order.removeSubrange(first...last)
    }
    var steps = [Int](repeating: 0, count: shape.rank)
    var step = 1
    for axis in order.reversed() {
      steps[axis] = step
      step *= shape[axis]
    }
    let kept = (0..<shape.rank).filter { keep || !axes.contains($0) }
    return data.view(target, strides: kept.map { steps[$0] }, offset: data.offset)
  }

  /// The place of the greatest or least element along the named axes, counted in row order over them.
  package func placesReduced(
    _ reduction: ck_reduction, over axes: [Int], keep: Bool, on device: Device, for operation: String
  ) throws -> NDArray {
    let result = try NDArray(uninitialized: shape.reduced(over: axes, keep: keep), .int, on: device, for: operation)
    if count == 0 { return result }
    // Neighbouring axes of an array without gaps can stay where they are.
    if isContiguous, let first = axes.first, let last = axes.last, last - first == axes.count - 1 {
      let lines = Lines(
        outer: size(of: 0..<first), n: size(of: axes), inner: size(of: (last + 1)..<shape.rank))
      try lines.reduce(reduction, self, result, on: device, for: operation)
    } else {
      let kept = (0..<shape.rank).filter { !axes.contains($0) }
      let source = try permuted(kept + axes).contiguous(on: device, for: operation)
      let lines = Lines(outer: size(of: kept), n: size(of: axes), inner: 1)
      try lines.reduce(reduction, source, result, on: device, for: operation)
    }
    return result
  }

  /// A result of the same shape, every line along one axis on its own: softmax and running sums. It lies in memory as
  /// this array does, where this one has no gaps.
  package func mappedLines(_ reduction: ck_reduction, axis: Int, on device: Device, for operation: String) throws
    -> NDArray
  {
    guard count > 0 else { return try NDArray(uninitialized: shape, dtype, on: device, for: operation) }
    let (data, order) = try dense(on: device, for: operation)
    let result = try NDArray(uninitialized: data.shape, dtype, on: device, for: operation)
    // An axis of size 1 has no place in memory: each element is a line.
    let position = order.firstIndex(of: axis)
    let lines = Lines(
      outer: size(of: order[..<(position ?? order.count)]), n: shape[axis],
      inner: position.map { size(of: order[($0 + 1)...]) } ?? 1)
    try lines.reduce(reduction, data, result, on: device, for: operation)
    return result.view(data.shape, strides: data.strides, offset: result.offset)
  }

  private func size(of axes: some Sequence<Int>) -> Int { axes.reduce(1) { $0 * shape[$1] } }

  /// The same elements without gaps, and the axes of more than one element in the order in which they lie, outermost
  /// first. A permuted array is taken as it is.
  private func dense(on device: Device, for operation: String) throws -> (NDArray, order: [Int]) {
    let axes = (0..<shape.rank).filter { shape[$0] != 1 }
    if isContiguous { return (self, axes) }
    let order = axes.sorted { strides[$0] > strides[$1] }
    var step = 1
    for axis in order.reversed() {
      guard strides[axis] == step else { return (try contiguous(on: device, for: operation), axes) }
      step *= shape[axis]
    }
    return (self, order)
  }
}

/// An array without gaps as the kernels see it: lines of n elements, `inner` apart. It has at least one element.
private struct Lines {
  var outer: Int
  var n: Int
  var inner: Int

  /// Fewer elements than this are reduced at once by the caller.
  private static let small = 32_768
  /// About so many elements are one task: short enough to stop soon, long enough to be worth handing out.
  private static let task = 131_072
  /// Columns that the kernels take at once.
  private static let strip = 256

  /// Whether the lines can be cut and the parts' results reduced again.
  private static func canCut(_ reduction: ck_reduction) -> Bool {
    switch reduction {
    case CK_SUM, CK_MAX, CK_MIN, CK_ANY, CK_ALL, CK_LOGSUMEXP: true
    default: false
    }
  }

  /// What the reduction of no elements is.
  static func valueOfNothing(_ reduction: ck_reduction) -> Double {
    switch reduction {
    case CK_MAX, CK_LOGSUMEXP: -.infinity
    case CK_MIN: .infinity
    case CK_ALL: 1
    default: 0
    }
  }

  /// Reduces all lines of `x` into `y`. Which way it goes depends on sizes alone, so that the number of threads changes
  /// no bit.
  func reduce(_ reduction: ck_reduction, _ x: NDArray, _ y: NDArray, on device: Device, for operation: String) throws {
    let isFew = outer * (1 + inner / Lines.strip) < 8 || n * min(inner, Lines.strip) > 16 * Lines.task
    let isLong = n * inner >= 2 * Lines.task && n >= 1024 && isFew
    if outer * n * inner <= Lines.small {
      call(reduction, x.dtype, x.pointer, y.pointer, 0, outer * inner)
    } else if isLong && inner == 1 && reduction == CK_SUM {
      try sumLongRows(x, y, on: device, for: operation)
    } else if isLong && Lines.canCut(reduction) {
      try reduceParts(reduction, x, y, on: device, for: operation)
    } else {
      try shareLines(reduction, x, y, on: device)
    }
  }

  private func call(
    _ reduction: ck_reduction, _ dtype: DType, _ x: UnsafeRawPointer, _ y: UnsafeMutableRawPointer, _ first: Int,
    _ count: Int
  ) {
    _ = ck_reduce(
      Int32(reduction.rawValue), dtype.ck, x, y, Int64(outer), Int64(n), Int64(inner), Int64(first), Int64(count))
  }

  private func shareLines(_ reduction: ck_reduction, _ x: NDArray, _ y: NDArray, on device: Device) throws {
    // Few columns are reduced together whatever part is asked for; many are best taken in strips.
    let unit = inner < 16 ? inner : min(inner, Lines.strip)
    let perTask = max(1, Lines.task / (n * unit)) * unit
    let total = outer * inner
    try device.share(tasks: (total + perTask - 1) / perTask) { task, _ in
      call(reduction, x.dtype, x.pointer, y.pointer, task * perTask, min(perTask, total - task * perTask))
    }
  }

  private func sumLongRows(_ x: NDArray, _ y: NDArray, on device: Device, for operation: String) throws {
    let chunks = Int(ck_sum_chunk_count(Int64(n)))
    let perTask = max(1, Lines.task * chunks / n)
    let tasksPerRow = (chunks + perTask - 1) / perTask
    let (type, size) = (x.dtype.ck, x.dtype.size)
    let partials = try NDArray(uninitialized: [outer, chunks], x.dtype, on: device, for: operation)
    try device.share(tasks: outer * tasksPerRow) { task, _ in
      let (row, first) = (task / tasksPerRow, task % tasksPerRow * perTask)
      _ = ck_sum_chunks(
        type, x.pointer + row * n * size, Int64(n), partials.pointer + row * chunks * size, Int64(first),
        Int64(min(perTask, chunks - first)))
    }
    withExtendedLifetime(partials) {
      for row in 0..<outer {
        _ = ck_sum_finish(type, partials.pointer + row * chunks * size, Int64(chunks), y.pointer + row * size)
      }
    }
  }

  private func reduceParts(
    _ reduction: ck_reduction, _ x: NDArray, _ y: NDArray, on device: Device, for operation: String
  ) throws {
    let rows = max(64, Lines.task / inner)
    let parts = (n + rows - 1) / rows
    let size = x.dtype.size
    let partials = try NDArray(uninitialized: [outer, parts, inner], x.dtype, on: device, for: operation)
    try device.share(tasks: outer * parts) { task, _ in
      let first = task % parts * rows
      let part = Lines(outer: 1, n: min(rows, n - first), inner: inner)
      part.call(
        reduction, x.dtype, x.pointer + (task / parts * n + first) * inner * size,
        partials.pointer + task * inner * size, 0, inner)
    }
    withExtendedLifetime(partials) {
      Lines(outer: outer, n: parts, inner: inner).call(
        reduction, x.dtype, partials.pointer, y.pointer, 0, outer * inner)
    }
  }
}
