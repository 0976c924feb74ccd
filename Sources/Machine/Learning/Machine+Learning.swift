// `descend`, `ascend` and `together`: a loss is recorded, its gradient taken, and everything moves at once or not at all.
import Diagnostics
import Graph
import TensorKit

extension Machine {
  /// Begins a learning statement: checks what is to move, and keeps the trace alive until `finishLearning` or `abandonLearning`.
  package func beginLearning(_ target: Value) throws -> LearningTarget {
    let cells = try learningCells(of: target)
    let begun = LearningTarget(cells: cells, outerMode: mode, mark: learning.queuedCount)
    traceDepth += 1
    mode = .training
    return begun
  }

  /// Takes the gradient of the loss and moves the target, unless something is not finite; within `together` the move waits for the
  /// others. Gives the loss as it was. The statement is over afterwards, whatever happened.
  package func finishLearning(
    _ target: LearningTarget, loss: Value, optimizer: Value, goesUp: Bool, site: Int
  ) throws -> Value {
    // In a `together`, updates wait with the steps.
    var keepsUpdates = false
    defer { end(target, keepsUpdates: keepsUpdates) }
    guard case .optimizer(let recipe) = optimizer else {
      throw Fault(.notAnOptimizer, ["kind": optimizer.kindPhrase], argument: 2)
    }
    let step = try prepareStep(target, loss, recipe, goesUp: goesUp, site: site)
    if !learning.togethers.isEmpty {
      keepsUpdates = true
      let shown = TensorValue(step.loss)
      learning.steps.append((step, shown))
      return .tensor(shown)
    }
    // Inside another derivative the updates belong to what records it.
    let isOutermost = traceDepth == 1
    keepsUpdates = !isOutermost
    let losses = try graph.carryOut([step], updates: isOutermost ? learning.updates(since: target.mark) : [])
    finishedSteps += 1
    return try shownLoss(losses[0])
  }

  /// Ends a learning statement whose loss could not be recorded. Nothing moves.
  package func abandonLearning(_ target: LearningTarget) { end(target, keepsUpdates: false) }

  private func end(_ target: LearningTarget, keepsUpdates: Bool) {
    traceDepth -= 1
    mode = target.outerMode
    if !keepsUpdates { learning.drop(to: target.mark) }
  }

  /// Begins a `together`: its steps are all taken from the values as they are now.
  package func beginTogether() {
    learning.togethers.append((learning.queuedCount, learning.steps.count))
    traceDepth += 1
  }

  /// Makes all steps of a `together`, or none. It is over afterwards, whatever happened.
  package func finishTogether() throws {
    guard let (mark, first) = learning.togethers.popLast() else { return }
    let isOutermost = learning.togethers.isEmpty && traceDepth == 1
    var waits = false
    defer {
      traceDepth -= 1
      if !waits {
        learning.drop(to: mark)
        learning.steps.removeLast(max(0, learning.steps.count - first))
      }
    }
    if !learning.togethers.isEmpty {
      // One inside another: simultaneous with everything there.
      waits = true
      return
    }
    let waiting = Array(learning.steps.dropFirst(first))
    var moved: Set<ObjectIdentifier> = []
    for (step, _) in waiting {
      for parameter in step.prepared.parameters where !moved.insert(ObjectIdentifier(parameter)).inserted {
        throw Fault(.movedTwice, ["name": .text(parameter.name)])
      }
    }
    let losses = try graph.carryOut(waiting.map(\.step), updates: isOutermost ? learning.updates(since: mark) : [])
    for (entry, loss) in zip(waiting, losses) { entry.shown.settle(loss) }
    waits = !isOutermost
    if waits { learning.steps.removeLast(max(0, learning.steps.count - first)) }
    finishedSteps += waiting.count
  }

  /// Ends every `together` that is running, or all but the outer ones. Nothing moves.
  package func abandonTogether(downTo count: Int = 0) {
    while learning.togethers.count > max(0, count), let (mark, first) = learning.togethers.popLast() {
      traceDepth -= 1
      learning.drop(to: mark)
      learning.steps.removeLast(max(0, learning.steps.count - first))
    }
  }

  private func prepareStep(
    _ target: LearningTarget, _ loss: Value, _ recipe: Recipe, goesUp: Bool, site: Int
  ) throws -> LearningStep {
    guard let tensor = try lossTensor(loss) else { throw doesNotReach(target) }
    let sources = try target.cells.map { try $0.cell.parameter.tensor(in: graph) }
    let found = try graph.pullback(tensor, to: sources)
    guard found.contains(where: { $0 != nil }) else { throw doesNotReach(target) }
    var gradients: [(parameter: Parameter, gradient: Tensor)] = []
    gradients.reserveCapacity(sources.count)
    for (index, entry) in target.cells.enumerated() {
      // A parameter that this loss leaves out has the gradient 0, as in the sum of all gradients it has.
      let gradient = try found[index] ?? zeros(like: sources[index])
      gradients.append((entry.cell.parameter, goesUp ? try -gradient : gradient))
    }
    let memory = moments[site] ?? Moments()
    moments[site] = memory
    let prepared = try recipe.optimizer.prepare(gradients, moments: memory, in: graph)
    return LearningStep(loss: tensor, sources: sources, prepared: prepared)
  }

  /// The loss as a tensor; nil where it is a plain number, which depends on nothing.
  private func lossTensor(_ loss: Value) throws -> Tensor? {
    if case .number = loss { return nil }
    guard let tensor = try tensorOrMean(loss), tensor.dtype != .bool else {
      throw Fault(.lossNotNumber, ["kind": loss.kindPhrase], argument: 0)
    }
    guard tensor.shape.count == 1 else { throw Fault(.lossNotOneNumber, ["shape": "\(tensor.shape)"], argument: 0) }
    return tensor.dtype.isFloating ? tensor : nil
  }

  private func doesNotReach(_ target: LearningTarget) -> Fault {
    let names = target.cells.prefix(6).map { "`\($0.path)`" }.joined(separator: ", ")
    return Fault(
      .lossDoesNotReach, ["names": .text(target.cells.count > 6 ? names + ", …" : names)], argument: 0)
  }

  /// A loss that was computed, as a program sees it.
  private func shownLoss(_ loss: NDArray) throws -> Value {
    if loss.dtype == .float64, let number = loss.item { return .number(number) }
    return .tensor(TensorValue(try NDArray(loss.floats, shape: .scalar, on: device)))
  }

  /// The parameters that a learning statement moves.
  private func learningCells(of target: Value) throws -> [(path: String, cell: Cell)] {
    try checkTarget(target)
    let cells = HeldCells(in: target).parameters
    guard !cells.isEmpty else { throw Fault(.nothingToLearn, ["kind": target.kindPhrase], argument: 1) }
    return cells
  }

  private func checkTarget(_ target: Value) throws {
    switch target {
    case .cell(let cell): if cell.isState { throw Fault(.targetIsState, ["name": .text(cell.name)], argument: 1) }
    case .model: return
    case .function where !HeldCells(in: target).parameters.isEmpty: return
    case .tuple(let tuple): for element in tuple.elements { try checkTarget(element) }
    default: throw Fault(.targetCannotLearn, ["kind": target.kindPhrase], argument: 1)
    }
  }
}

extension NotFinite {
  /// The kind of problem and its words. The place is `place`, where it is not -1.
  package var fault: Fault {
    let row: DiagnosticRow =
      switch stage {
      case .loss: .lossNotFinite
      case .gradient: .gradientNotFinite
      case .step: .stepNotFinite
      }
    return Fault(row, ["op": .text(operation), "inputs": .text(inputs)])
  }
}
