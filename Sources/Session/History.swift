// What can be undone, and done again.

/// States of a session, the youngest last. Old ones go when there are too many or when they keep too much memory alive.
struct History<State> {
  private(set) var past: [State] = []
  private(set) var future: [State] = []
  private let most: Int

  /// Keeps at most this many states.
  init(most: Int) { self.most = max(0, most) }

  /// Something happened: `before` is how it was. What had been undone cannot be done again.
  mutating func push(_ before: State) {
    future.removeAll()
    append(before)
  }

  /// The state to go back to; `present` is kept for going forward again.
  mutating func undo(from present: @autoclosure () -> State) -> State? {
    guard let state = past.popLast() else { return nil }
    future.append(present())
    return state
  }

  /// The state to go forward to; `present` is kept for going back again.
  mutating func redo(from present: @autoclosure () -> State) -> State? {
    guard let state = future.popLast() else { return nil }
    append(present())
    return state
  }

  /// Drops the oldest until those that are left keep no more than `budget` bytes alive.
  mutating func trim(to budget: Int, bytes: (State) -> Int) {
    var kept = 0
    var count = 0
    for state in past.reversed() {
      let (sum, overflow) = kept.addingReportingOverflow(max(0, bytes(state)))
      if overflow || sum > budget { break }
      kept = sum
      count += 1
    }
    if count < past.count { past.removeFirst(past.count - count) }
  }

  private mutating func append(_ state: State) {
    past.append(state)
    if past.count > most { past.removeFirst(past.count - most) }
  }
}
