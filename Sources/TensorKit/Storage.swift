// The bytes behind one or several arrays, given back to their allocator when the last of them is gone.

/// A block of memory that arrays share. It is written only by the kernel that fills it, before anybody else sees it.
package final class Storage: @unchecked Sendable {
  package let base: UnsafeMutableRawPointer
  package let bytes: Int
  private let memory: Memory

  package init(bytes: Int, memory: Memory, operation: String) throws(TensorError) {
    base = try memory.allocate(bytes, for: operation)
    self.bytes = bytes
    self.memory = memory
  }

  deinit { memory.release(base, bytes: bytes) }
}
