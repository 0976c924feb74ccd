// Everything that a cell can change, at one moment.
import Machine

/// A moment of a session. It shares memory with the present.
struct SessionState {
  /// Names, cells' values, moments, series, and the random stream.
  let machine: MachineSnapshot
  /// How many cells succeeded before: the key of the next one's draws.
  let cellCount: Int
  /// The files that are in use.
  let files: UsedFiles
  /// What the session's own names stand for, and what its parameters are: where the memory is.
  let holding: Holding
}

/// A moment of a session that a host can go back to. It belongs to the session that made it, and any thread may hold
/// it.
public final class SessionSnapshot: Sendable {
  let number: Int
  private let shelf: SnapshotShelf

  init(number: Int, shelf: SnapshotShelf) {
    self.number = number
    self.shelf = shelf
  }

  deinit { shelf.discard(number) }

  func belongs(to shelf: SnapshotShelf) -> Bool { self.shelf === shelf }
}
