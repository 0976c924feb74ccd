// Work memory of linear algebra that lives as long as somebody, perhaps a thread left behind, holds it.

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

extension LinearAlgebra {
  /// A block of uninitialised memory that is freed with its last reference.
  ///
  /// Only one thread at a time touches the contents: a routine hands its buffers to `runDetached` and looks at them
  /// again only after the work has reported its end.
  final class Buffer<Element: BitwiseCopyable>: @unchecked Sendable {
    let base: UnsafeMutablePointer<Element>
    let count: Int

    /// Memory for `count` elements on a cache-line boundary; throws when there is none. Costs one allocation.
    init(_ count: Int) throws(Stop) {
      let (bytes, overflow) = max(count, 1).multipliedReportingOverflow(by: MemoryLayout<Element>.stride)
      var memory: UnsafeMutableRawPointer?
      // An allocator's own arithmetic must not overflow either, hence the margin.
      guard !overflow, bytes < Int.max / 2, posix_memalign(&memory, 64, bytes) == 0, let memory else {
        throw .outOfMemory
      }
      base = memory.bindMemory(to: Element.self, capacity: max(count, 1))
      self.count = count
    }

    deinit {
      free(base)
    }
  }
}

extension LinearAlgebra.Buffer<Double> {
  /// A buffer with a copy of `count` numbers at `source`. Costs the copy.
  convenience init(copying source: UnsafePointer<Double>, count: Int) throws(LinearAlgebra.Stop) {
    try self.init(count)
    base.update(from: source, count: count)
  }

  /// A buffer with the transpose of a `rows` × `columns` matrix. Costs the copy.
  convenience init(
    transposing source: UnsafePointer<Double>, rows: Int, columns: Int
  ) throws(LinearAlgebra.Stop) {
    try self.init(rows * columns)
    MatrixLayout.transpose(source, rows: rows, columns: columns, into: base)
  }
}
