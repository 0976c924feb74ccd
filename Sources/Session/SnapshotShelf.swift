// Where a session keeps the moments that hosts hold: values belong to the session's thread, handles may be dropped on any.
import Synchronization

/// The numbers of handles that nobody holds any more; the session takes what they stood for away at its next turn.
final class SnapshotShelf: Sendable {
  private let dropped = Mutex<[Int]>([])

  func discard(_ number: Int) { dropped.withLock { $0.append(number) } }

  func takeDropped() -> [Int] {
    dropped.withLock { numbers in
      let taken = numbers
      if !numbers.isEmpty { numbers = [] }
      return taken
    }
  }
}
