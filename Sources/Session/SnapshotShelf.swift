// Where a session keeps the moments that hosts hold: values belong to the session's thread, handles may be dropped on
// any.

/// The numbers of handles that nobody holds any more; the session takes what they stood for away at its next turn.
final class SnapshotShelf: @unchecked Sendable {
  private let gate = Gate()
  private var dropped: [Int] = []

  func discard(_ number: Int) { gate.locked { dropped.append(number) } }

  func takeDropped() -> [Int] {
    gate.locked {
      let taken = dropped
      if !dropped.isEmpty { dropped = [] }
      return taken
    }
  }
}
