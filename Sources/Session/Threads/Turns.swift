// Whose evaluation is running, and stopping the right one.

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// One call of the session, from the moment it waits for its turn.
final class Turn: @unchecked Sendable {
  /// The thread that waits for it, if one does.
  fileprivate let caller: pthread_t?
  /// Whether it was stopped before it began; guarded by the lock of `Turns`.
  fileprivate var isCancelled = false

  init(isWaitedFor: Bool) { caller = isWaitedFor ? pthread_self() : nil }
}

/// The calls of one session, one after the other.
final class Turns: @unchecked Sendable {
  /// Guards everything below. A lock that the thread sanitizer knows, unlike `Mutex`.
  private let gate = Gate()
  private var running: Turn?
  private var waiting = 0
  /// The threads that wait for a call to come back.
  private var callers: [pthread_t] = []
  private let stop: @Sendable () -> Void
  private let clear: @Sendable () -> Void

  /// `stop` stops what is running, `clear` forgets that it was stopped.
  init(stop: @escaping @Sendable () -> Void, clear: @escaping @Sendable () -> Void) {
    self.stop = stop
    self.clear = clear
  }

  /// Takes a call in. A stop that came while nothing was to be done hits nobody; one that comes from now on does.
  func enter(_ turn: Turn) {
    gate.locked {
      if waiting == 0 { clear() }
      waiting += 1
      if let caller = turn.caller { callers.append(caller) }
    }
  }

  /// A call begins; false if it was stopped while it waited.
  func begin(_ turn: Turn) -> Bool {
    gate.locked {
      running = turn
      return !turn.isCancelled
    }
  }

  /// A call has ended; what stopped it does not stop the next.
  func end(_ turn: Turn) {
    gate.locked {
      running = nil
      waiting -= 1
      clear()
    }
  }

  /// The thread that waited for a call has its result.
  func leave(_ turn: Turn) {
    guard let caller = turn.caller else { return }
    gate.locked {
      if let index = callers.firstIndex(where: { pthread_equal($0, caller) != 0 }) {
        callers.remove(at: index)
      }
    }
  }

  /// Stops this call and no other.
  func cancel(_ turn: Turn) {
    gate.locked {
      turn.isCancelled = true
      if running === turn { stop() }
    }
  }

  /// Whether the thread that asks is one that waits for a call already, and was only let out to receive an event:
  /// waiting once more might never end.
  var isOwn: Bool {
    let own = pthread_self()
    return gate.locked { callers.contains { pthread_equal($0, own) != 0 } }
  }
}
