// Where tensors' bytes come from: an exact budget, and buffers kept for the next one that wants them.
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The allocator of one session's tensors. It counts every live byte against a budget, so that too large a request is an error
/// and not a dead process, and keeps freed buffers, so that a repeated step neither grows the process nor pays for new pages.
public final class Memory: Sendable {
  private struct State: ~Copyable {
    var inUse = 0
    var peak = 0
    var spare = 0
    /// Kept buffers by the number of their size class.
    var freeLists = [[UInt]](repeating: [], count: 4 * Int.bitWidth)
  }

  /// The most bytes that may be live at once.
  public let budget: Int
  /// The most freed bytes that are kept for reuse.
  private let keep: Int
  private let state = Mutex(State())

  /// An allocator that refuses more than `budget` live bytes.
  public init(budget: Int = 16 << 30) {
    self.budget = max(0, budget)
    keep = min(self.budget, 1 << 30)
  }

  deinit { discardSpare() }

  /// The bytes that live tensors hold.
  public var inUse: Int { state.withLock { $0.inUse } }

  /// The most bytes that were ever held at once.
  public var peak: Int { state.withLock { $0.peak } }

  /// Sizes are rounded up to a class so that buffers of nearly equal size serve each other: four classes between one power of two
  /// and the next, so that the waste stays below a quarter.
  private static func sizeClass(_ bytes: Int) -> (bytes: Int, number: Int) {
    if bytes <= 256 {
      let number = max(1, (bytes + 63) >> 6)
      return (number << 6, number)
    }
    let exponent = Int.bitWidth - 1 - (bytes - 1).leadingZeroBitCount
    let quarter = exponent - 2
    let steps = ((bytes - 1) >> quarter) + 1
    return (steps << quarter, exponent * 4 + steps - 4)
  }

  func allocate(_ bytes: Int, for operation: String) throws(TensorError) -> UnsafeMutableRawPointer {
    guard bytes <= budget else { throw refusal(bytes, operation) }
    let (size, number) = Memory.sizeClass(bytes)
    var refused = false
    let kept: UInt? = state.withLock { state in
      guard state.inUse + size <= budget || state.inUse + bytes <= budget else {
        refused = true
        return nil
      }
      state.inUse += size
      state.peak = max(state.peak, state.inUse)
      guard let address = state.freeLists[number].popLast() else { return nil }
      state.spare -= size
      return address
    }
    if refused { throw refusal(bytes, operation) }
    if let kept, let pointer = UnsafeMutableRawPointer(bitPattern: kept) { return pointer }
    if let pointer = aligned_alloc(64, size) { return pointer }
    discardSpare()
    if let pointer = aligned_alloc(64, size) { return pointer }
    state.withLock { $0.inUse -= size }
    throw refusal(bytes, operation)
  }

  func release(_ pointer: UnsafeMutableRawPointer, bytes: Int) {
    let (size, number) = Memory.sizeClass(bytes)
    let isKept = state.withLock { state in
      state.inUse -= size
      guard state.spare + size <= keep else { return false }
      state.spare += size
      state.freeLists[number].append(UInt(bitPattern: pointer))
      return true
    }
    if !isKept { free(pointer) }
  }

  /// Gives the kept buffers back to the system.
  public func discardSpare() {
    let lists = state.withLock { state in
      let lists = state.freeLists
      for number in lists.indices { state.freeLists[number] = [] }
      state.spare = 0
      return lists
    }
    for list in lists { for address in list { free(UnsafeMutableRawPointer(bitPattern: address)) } }
  }

  private func refusal(_ bytes: Int, _ operation: String) -> TensorError {
    .outOfMemory(operation: operation, bytes: bytes, inUse: inUse, budget: budget)
  }
}
