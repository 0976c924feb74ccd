// How events get from the session's thread to the caller's, in order.

/// A row of events between two threads. The one that computes goes on while the other one shows what came; when it is
/// far ahead it waits, so that a program that prints without end does not fill the memory.
final class Mailbox<Letter: Sendable>: @unchecked Sendable {
  private let gate = Gate()
  private let room: Int
  private var letters: [Letter] = []
  private var isClosed = false

  init(room: Int = 1024) { self.room = room }

  /// Hands a letter over.
  func post(_ letter: Letter) {
    gate.locked {
      while letters.count >= room && !isClosed { gate.wait() }
      letters.append(letter)
      gate.wake()
    }
  }

  /// Says that nothing more will come.
  func close() {
    gate.locked {
      isClosed = true
      gate.wake()
    }
  }

  /// Calls `receive` with every letter until the other side closes.
  func drain(_ receive: (Letter) -> Void) {
    while let batch = next() {
      for letter in batch { receive(letter) }
    }
  }

  private func next() -> [Letter]? {
    gate.locked {
      while letters.isEmpty {
        if isClosed { return nil }
        gate.wait()
      }
      let batch = letters
      letters.removeAll()
      gate.wake()
      return batch
    }
  }
}
