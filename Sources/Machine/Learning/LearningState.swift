// What learning statements have prepared and not yet done.
import Diagnostics
import Graph
import TensorKit

/// What a learning statement moves, between its beginning and its end.
package struct LearningTarget {
  /// The parameters, each once, with their paths.
  let cells: [(path: String, cell: Cell)]
  /// How models were called before the statement.
  let outerMode: Model.Mode
  /// How many updates of states were waiting before it.
  let mark: Int
}

/// Steps and updates that wait: for the other statements of a `together`, or for the step of the loss that recorded them.
package final class LearningState {
  /// A new value of a state. The trace reads it at once; the state itself changes with the step.
  private struct Update {
    let cell: Cell
    let value: Tensor
    let previous: Tensor?
  }
  private var updates: [Update] = []
  /// The steps of the `together` that is running, and the values that show their losses.
  var steps: [(step: LearningStep, shown: TensorValue)] = []
  /// Where the running `together`s began: how many updates were waiting, and how models were called.
  var togethers: [(mark: Int, steps: Int)] = []

  package init() {}

  /// How many updates wait.
  package var queuedCount: Int { updates.count }

  /// Takes an update that the present trace has recorded.
  func enqueue(_ cell: Cell, _ value: Tensor) {
    updates.append(Update(cell: cell, value: value, previous: cell.parameter.substitute))
    cell.parameter.substitute = value
  }

  /// Forgets updates until `mark` are left; the trace reads the states as they were.
  func drop(to mark: Int) {
    while updates.count > max(0, mark), let last = updates.popLast() { last.cell.parameter.substitute = last.previous }
  }

  /// The last value of each state that was updated since there were `mark` updates.
  func updates(since mark: Int) -> [(parameter: Parameter, value: Tensor)] {
    var seen: Set<ObjectIdentifier> = []
    var latest: [(parameter: Parameter, value: Tensor)] = []
    for update in updates.dropFirst(max(0, mark)).reversed() where seen.insert(ObjectIdentifier(update.cell)).inserted {
      latest.append((update.cell.parameter, update.value))
    }
    return latest.reversed()
  }
}
