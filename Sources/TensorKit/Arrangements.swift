// Putting arrays next to each other and into larger ones.
import CKernels

extension NDArray {
  /// Arrays one after the other along an axis. They agree in type and in all other sizes, and together make up `shape`.
  package static func concatenated(_ parts: [NDArray], axis: Int, shape: Shape, _ dtype: DType, on device: Device)
    throws -> NDArray
  {
    let result = try NDArray(uninitialized: shape, dtype, on: device, for: "concatenate")
    var starts = [Int](repeating: 0, count: shape.rank)
    let steps = [Int](repeating: 1, count: shape.rank)
    for part in parts {
      try part.copy(into: result.sliced(starts: starts, sizes: part.shape.dims, steps: steps), on: device)
      starts[axis] += part.shape[axis]
    }
    return result
  }

  /// This array inside a larger one that is filled with `value`, from `starts` on.
  package func padded(to target: Shape, starts: [Int], value: Double, on device: Device) throws -> NDArray {
    let result = try NDArray(repeating: value, shape: target, dtype: dtype, on: device)
    let steps = [Int](repeating: 1, count: target.rank)
    try copy(into: result.sliced(starts: starts, sizes: shape.dims, steps: steps), on: device)
    return result
  }

  /// Writes the elements into a view of the same shape and type, over the threads where it is large.
  private func copy(into target: NDArray, on device: Device) throws {
    let total = count
    guard total > 0 else { return }
    // Only one side of a copy may be a view.
    let isDirect = target.isContiguous
    let source = isDirect ? self : try contiguous(on: device)
    let perTask = 1 << 17
    var operand = ck_operand()
    (isDirect ? self : target).describe(as: shape, into: &operand)
    try withUnsafePointer(to: operand) { view in
      try device.share(tasks: (total + perTask - 1) / perTask) { task, _ in
        let first = task * perTask
        let count = Int64(min(perTask, total - first))
        if isDirect {
          ck_copy_strided(target.pointer + first * dtype.size, view, Int64(first), count)
        } else {
          ck_store_strided(view, source.pointer + first * dtype.size, Int64(first), count)
        }
      }
    }
  }
}
