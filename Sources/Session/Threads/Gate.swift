// A lock with a condition: what the threads of a session wait at.

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A lock that threads may also wait at until another one changes something. `Mutex` of the standard library cannot
/// wait.
package final class Gate: @unchecked Sendable {
  private let mutex: UnsafeMutablePointer<pthread_mutex_t>
  private let condition: UnsafeMutablePointer<pthread_cond_t>

  package init() {
    mutex = .allocate(capacity: 1)
    mutex.initialize(to: pthread_mutex_t())
    pthread_mutex_init(mutex, nil)
    condition = .allocate(capacity: 1)
    condition.initialize(to: pthread_cond_t())
    var attributes = pthread_condattr_t()
    pthread_condattr_init(&attributes)
    pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC)
    pthread_cond_init(condition, &attributes)
    pthread_condattr_destroy(&attributes)
  }

  deinit {
    pthread_cond_destroy(condition)
    condition.deallocate()
    pthread_mutex_destroy(mutex)
    mutex.deallocate()
  }

  /// Runs `body` while no other thread is inside.
  package func locked<R>(_ body: () throws -> R) rethrows -> R {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    return try body()
  }

  /// Lets others in until one of them calls `wake`; only inside `locked`.
  package func wait() { pthread_cond_wait(condition, mutex) }

  /// The same, but no longer than until a moment of the monotonic clock; false when the moment came.
  func wait(until moment: timespec) -> Bool {
    var moment = moment
    return pthread_cond_timedwait(condition, mutex, &moment) != ETIMEDOUT
  }

  /// Wakes everybody who waits.
  package func wake() { pthread_cond_broadcast(condition) }
}

/// The monotonic clock: it goes on evenly whatever happens to the date.
enum Clock {
  /// Now.
  static var now: timespec {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time
  }

  /// Seconds since a moment.
  static func seconds(since moment: timespec) -> Double {
    let time = now
    return Double(time.tv_sec - moment.tv_sec) + Double(time.tv_nsec - moment.tv_nsec) * 1e-9
  }

  /// The moment that lies some seconds ahead; at most some thirty years.
  static func moment(in seconds: Double) -> timespec {
    let seconds = min(max(0, seconds.isNaN ? 0 : seconds), 1e9)
    var time = now
    let whole = Int(seconds)
    time.tv_sec += whole
    time.tv_nsec += Int((seconds - Double(whole)) * 1e9)
    if time.tv_nsec >= 1_000_000_000 {
      time.tv_nsec -= 1_000_000_000
      time.tv_sec += 1
    }
    return time
  }
}
