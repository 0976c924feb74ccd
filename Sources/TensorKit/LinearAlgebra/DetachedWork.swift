// Runs work that cannot be interrupted on a thread that its caller may leave behind.
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

extension LinearAlgebra {
  /// The value of `work`, computed on a thread of its own, or nil as soon as `cancelled` says so.
  ///
  /// After a cancellation the thread finishes alone and then frees everything that `work` captured, so `work` must
  /// capture only memory that it owns. `cancelled` is asked on the calling thread every few milliseconds. Costs a thread
  /// start (some 20 µs); where the system gives no thread, the work runs on the calling one.
  package static func runDetached<Value: Sendable>(
    cancelled: Cancellation, work: @escaping @Sendable () -> Value
  ) -> Value? {
    if cancelled() { return nil }
    let cell = ValueCell<Value>()
    let job = DetachedJob { cell.value = work() }
    guard job.start() else { return work() }
    while !job.waitBriefly() {
      if cancelled() { return nil }
    }
    return cell.value
  }
}

/// Carries a value from the working thread to the waiting one; the job's lock orders the two.
private final class ValueCell<Value>: @unchecked Sendable {
  var value: Value?
}

/// How many threads are inside the library. When the process leaves, the library gives its memory back, and a thread that is still at
/// work there would crash what was a quiet end: so the end waits a moment for it, and then leaves without tidying up.
private enum LeftBehind {
  // One count for the process: it is the process that ends.
  private static let running = Atomic(0)
  private static let patience = 100
  #if canImport(Glibc)
    private static let watch: Void = {
      on_exit({ status, _ in LeftBehind.leave(status) }, nil)
      return ()
    }()
  #else
    private static let watch: Void = ()
  #endif

  static func began() {
    _ = watch
    running.wrappingAdd(1, ordering: .acquiringAndReleasing)
  }

  static func ended() { running.wrappingSubtract(1, ordering: .acquiringAndReleasing) }

  /// What happens at the end of the process, with its exit code.
  private static func leave(_ status: Int32) {
    for _ in 0..<patience {
      if running.load(ordering: .acquiring) == 0 { return }
      usleep(20_000)
    }
    fflush(nil)
    _exit(status)
  }
}

/// One closure, the thread that runs it and the news that it has ended.
private final class DetachedJob: @unchecked Sendable {
  // Locks must not move in memory, which a stored property of a class does not promise.
  private let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let ended = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  private var work: (@Sendable () -> Void)?
  private var hasEnded = false

  private static let patience = 2_000_000
  private static let stackBytes = 8 << 20

  /// A job that has not started.
  init(_ work: @escaping @Sendable () -> Void) {
    self.work = work
    pthread_mutex_init(lock, nil)
    var attributes = pthread_condattr_t()
    pthread_condattr_init(&attributes)
    #if !canImport(Darwin)
      // A wall clock that is set back would stretch a wait.
      pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC)
    #endif
    pthread_cond_init(ended, &attributes)
    pthread_condattr_destroy(&attributes)
  }

  deinit {
    pthread_cond_destroy(ended)
    pthread_mutex_destroy(lock)
    ended.deallocate()
    lock.deallocate()
  }

  /// Starts the thread; false when the system refuses. Costs some 20 µs.
  func start() -> Bool {
    var attributes = pthread_attr_t()
    guard pthread_attr_init(&attributes) == 0 else { return false }
    defer { pthread_attr_destroy(&attributes) }
    pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
    // The limit of the shell may be too small for the library, or endless.
    pthread_attr_setstacksize(&attributes, Self.stackBytes)

    // Signals such as the interrupt key belong to the threads that were there before.
    var all = sigset_t()
    var before = sigset_t()
    sigfillset(&all)
    pthread_sigmask(SIG_SETMASK, &all, &before)
    defer { pthread_sigmask(SIG_SETMASK, &before, nil) }

    LeftBehind.began()
    let reference = Unmanaged.passRetained(self)
    #if canImport(Darwin)
      var thread: pthread_t?
      let code = pthread_create(&thread, &attributes, { DetachedJob.run($0) }, reference.toOpaque())
    #else
      var thread = pthread_t()
      let code = pthread_create(
        &thread, &attributes, { argument in argument.flatMap { DetachedJob.run($0) } }, reference.toOpaque())
    #endif
    if code != 0 {
      LeftBehind.ended()
      reference.release()
    }
    return code == 0
  }

  /// What the new thread does: the work, then the news of its end.
  private static func run(_ argument: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? {
    let job = Unmanaged<DetachedJob>.fromOpaque(argument).takeRetainedValue()
    job.work?()
    // What the work captured goes before the caller hears of the end: its memory is free by then.
    job.work = nil
    pthread_mutex_lock(job.lock)
    job.hasEnded = true
    pthread_cond_signal(job.ended)
    pthread_mutex_unlock(job.lock)
    LeftBehind.ended()
    return nil
  }

  /// Waits at most two milliseconds; true once the work has ended.
  func waitBriefly() -> Bool {
    pthread_mutex_lock(lock)
    defer { pthread_mutex_unlock(lock) }
    if hasEnded { return true }
    #if canImport(Darwin)
      var patience = timespec(tv_sec: 0, tv_nsec: Self.patience)
      pthread_cond_timedwait_relative_np(ended, lock, &patience)
    #else
      var deadline = timespec()
      clock_gettime(CLOCK_MONOTONIC, &deadline)
      deadline.tv_nsec += Self.patience
      if deadline.tv_nsec >= 1_000_000_000 {
        deadline.tv_nsec -= 1_000_000_000
        deadline.tv_sec += 1
      }
      pthread_cond_timedwait(ended, lock, &deadline)
    #endif
    return hasEnded
  }
}
