// Stops an evaluation that takes longer than it may.

/// Calls `bark` when its time is over, unless it was called off before. A computation inside a kernel cannot look at a
/// clock, so somebody else has to.
final class Watchdog: @unchecked Sendable {
  private let gate = Gate()
  private var isOver = false
  private var hasBarked = false

  /// Waits on a thread of its own.
  init(seconds: Double, _ bark: @escaping @Sendable () -> Void) {
    let moment = Clock.moment(in: seconds)
    _ = Thread.start(stackBytes: 256 << 10) { [self] in
      gate.locked {
        while !isOver {
          if !gate.wait(until: moment) && !isOver {
            isOver = true
            hasBarked = true
            // Inside the lock: once it is called off, no bark follows that would hit the next evaluation.
            bark()
          }
        }
      }
    }
  }

  /// Calls it off; tells whether it had barked.
  func callOff() -> Bool {
    gate.locked {
      isOver = true
      gate.wake()
      return hasBarked
    }
  }
}
