// What one session computes with: its memory, its threads, and the flag that stops a computation.
import CKernels
import Synchronization

/// The means of computation of one session: a memory budget, a number of threads, and a flag that stops what is running. Nothing
/// of it is shared with another session.
public final class Device: @unchecked Sendable {
  /// The allocator of this session's tensors.
  public let memory: Memory
  /// How many threads share the work; results do not depend on it.
  public let threads: Int
  package let pool: OpaquePointer?
  /// Read by C code between tiles, so it lives at an address of its own.
  package let cancelFlag: UnsafeMutablePointer<Int32>
  private var scratch: UnsafeMutableRawPointer?
  private var scratchSize = 0

  /// A device with its own threads and budget. Without `threads` it takes one per processor.
  public init(threads: Int? = nil, memoryBudget: Int = 16 << 30) {
    memory = Memory(budget: memoryBudget)
    let wanted = max(1, min(threads ?? Device.processorCount, 256))
    pool = wanted > 1 ? ck_pool_create(Int32(wanted)) : nil
    self.threads = pool == nil ? 1 : Int(ck_pool_threads(pool))
    cancelFlag = .allocate(capacity: 1)
    cancelFlag.initialize(to: 0)
  }

  deinit {
    if let pool { ck_pool_destroy(pool) }
    cancelFlag.deallocate()
    scratch?.deallocate()
  }

  /// Stops the running computation at its next tile; safe from any thread and from a signal handler.
  public func cancel() { ck_flag_store(cancelFlag, 1) }

  /// Clears an earlier `cancel`.
  public func resume() { ck_flag_store(cancelFlag, 0) }

  /// Whether `cancel` was called since the last `resume`.
  public var isCancelled: Bool { ck_flag_load(cancelFlag) != 0 }

  package func checkCancelled() throws {
    if isCancelled { throw TensorError.cancelled }
  }

  /// Runs numbered tasks over the threads; each must write to places of its own.
  package func share(tasks: Int, _ body: (_ task: Int, _ worker: Int) -> Void) throws {
    try withoutActuallyEscaping(body) { body in
      var boxed = body
      let status = withUnsafeMutablePointer(to: &boxed) { pointer in
        ck_pool_run(
          pool, tasks,
          { context, index, worker in
            guard let context else { return }
            context.assumingMemoryBound(to: ((Int, Int) -> Void).self).pointee(index, Int(worker))
          }, UnsafeMutableRawPointer(pointer), cancelFlag)
      }
      if status != 0 { throw TensorError.cancelled }
    }
  }

  /// Working memory for each of `workers` threads, each its own `bytes`; kept for the next call, valid during `body` only.
  package func withScratch<R>(_ bytes: Int, workers: Int, _ body: (UnsafeMutableRawPointer) throws -> R) throws -> R {
    let wanted = ((bytes + 63) & ~63) * workers
    if scratch == nil || scratchSize < wanted {
      scratch?.deallocate()
      scratch = .allocate(byteCount: wanted, alignment: 64)
      scratchSize = wanted
    }
    guard let memory = scratch else {
      throw TensorError.outOfMemory(
        operation: "scratch", bytes: wanted, inUse: self.memory.inUse, budget: self.memory.budget)
    }
    return try body(memory)
  }

  /// The processors this process may run on.
  public static var processorCount: Int { Int(ck_processor_count()) }

  /// The CPU level the kernels run at: "baseline", "avx2" or "avx512".
  public static var cpuLevel: String { String(cString: ck_level_name(ck_current_level())) }
}
