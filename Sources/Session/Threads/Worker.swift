// The one thread that a session computes on.

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Does one piece of work after the other, in the order they came, on a thread with a large stack: wherever the host
/// calls from, deep recursion has the same room. The thread is made for the first piece and ends with the worker.
final class Worker: Sendable {
  private let queue = WorkQueue()

  deinit { queue.close() }

  /// Takes a piece of work; returns before it is done.
  func submit(_ work: @escaping @Sendable () -> Void) { queue.submit(work) }

  /// Whether the caller is the worker's own thread.
  var isCurrent: Bool { queue.isCurrent }
}

/// What the thread shares with those who give it work. The thread keeps this alive and not the worker, so that a worker
/// nobody needs any more can end.
private final class WorkQueue: @unchecked Sendable {
  /// Deep recursion in Swift code needs room; pages that are never touched cost nothing. The second is for systems that
  /// refuse.
  private static let stackSizes = [64 << 20, 8 << 20]
  private let gate = Gate()
  private var works: [@Sendable () -> Void] = []
  private var first = 0
  private var thread: pthread_t?
  private var isStarted = false
  private var isClosed = false

  func submit(_ work: @escaping @Sendable () -> Void) {
    let hasThread = gate.locked {
      if !isStarted {
        isStarted = WorkQueue.stackSizes.contains { size in
          Thread.start(stackBytes: size) { [self] in loop() }
        }
      }
      if isStarted {
        works.append(work)
        gate.wake()
      }
      return isStarted
    }
    // A system that gives no thread at all: better done here than not at all.
    if !hasThread { work() }
  }

  func close() {
    gate.locked {
      isClosed = true
      gate.wake()
    }
  }

  var isCurrent: Bool {
    gate.locked { thread.map { pthread_equal($0, pthread_self()) != 0 } ?? false }
  }

  private func loop() {
    gate.locked { thread = pthread_self() }
    while let work = next() { work() }
  }

  private func next() -> (@Sendable () -> Void)? {
    gate.locked {
      while first == works.count {
        if isClosed { return nil }
        gate.wait()
      }
      let work = works[first]
      first += 1
      if first == works.count {
        works.removeAll(keepingCapacity: true)
        first = 0
      }
      return work
    }
  }
}
