// `map`: a function applied along the first axis, for all rows at once where its operators allow it.
import Diagnostics
import Graph
import TensorKit

extension Machine {
  /// `f` of every row of `xs` (of every element where one of them is a tuple), and the results stacked; a tuple of results becomes a
  /// tuple of stacks. The function is run once for all rows together. Where it cannot be, because it looks at a value or uses
  /// something that knows no rows, it is run row by row.
  package func map(_ f: Value, over xs: [Value]) throws -> Value {
    if callableSignature(f) == nil { throw Fault(.notCallable, ["value": f.kindPhrase], argument: 0) }
    guard !xs.isEmpty else { throw TensorError.missingArgument(operation: "map", argument: "xs") }
    if xs.contains(where: { $0.estimate != nil }) { return try throughEstimates(xs) { try map(f, over: $0) } }
    if xs.contains(where: { if case .tuple = $0 { true } else { false } }) { return try mapElements(f, xs) }
    var tensors: [Tensor] = []
    for (index, x) in xs.enumerated() {
      let tensor = try self.tensor(x)
      guard tensor.rank > 0 else { throw Fault(.mapOverNumber, argument: index + 1) }
      tensors.append(tensor)
    }
    try checkSizes(tensors.map { $0.shape[0] })
    let random = graph.random
    let unfinished = (statements: learnings.count, collectors: collectors.count, togethers: learning.togethers.count)
    do {
      return try mapTogether(f, tensors)
    } catch  where Machine.allowsRowByRow(error) {
      graph.random = random
      // What the function had begun when it stopped will never be ended.
      while learnings.count > unfinished.statements, let target = learnings.popLast() { abandonLearning(target) }
      abandonTogether(downTo: unfinished.togethers)
      collectors.removeLast(max(0, collectors.count - unfinished.collectors))
      return try mapRowByRow(f, xs, count: tensors[0].shape[0])
    }
  }

  private func checkSizes(_ sizes: [Int]) throws {
    for (index, size) in sizes.enumerated() where size != sizes[0] {
      throw Fault(
        .mapSizesDiffer, ["first": .text(String(sizes[0])), "other": .text(String(size))], argument: index + 1)
    }
  }

  /// Thrown where a function changed a state for all rows together, which it must do row by row.
  private struct ChangedState: Error {}

  private static func allowsRowByRow(_ error: any Error) -> Bool {
    switch error {
    case is ChangedState: true
    case TensorError.cannotLook, TensorError.structure, TensorError.rank: true
    case let error as Diagnostic: error.row.code == DiagnosticRow.cannotLook.code
    default: false
    }
  }

  private func mapTogether(_ f: Value, _ tensors: [Tensor]) throws -> Value {
    // What is printed before it turns out that rows have to be taken one by one must not be printed twice.
    let show = emit
    var events: [MachineEvent] = []
    emit = { events.append($0) }
    defer { emit = show }
    var tree = LeafTree.fixed
    var ofOneRow = Value.nothing
    let mapped = try recording {
      try mapAll(
        { rows in
          let mark = learning.queuedCount
          let value = try call(f, rows.map { PassedArgument(.tensor(TensorValue($0))) })
          guard learning.queuedCount == mark else { throw ChangedState() }
          var results = Results()
          guard let found = try results.take(spreadOut(value), in: self) else { throw Machine.noRow(value) }
          tree = found
          ofOneRow = value
          return results.tensors
        }, over: tensors)
    }
    for event in events { show(event) }
    return try puttingTogether(tree.value(of: mapped), like: ofOneRow)
  }

  private func mapRowByRow(_ f: Value, _ xs: [Value], count: Int) throws -> Value {
    var columns: [[Value]] = []
    var tree: LeafTree?
    guard count <= Machine.mostElements else { throw Fault(.tooManyElements) }
    let sources = try xs.map { try iterable($0) }
    for row in 0..<count {
      try countRound()
      let value = try call(f, sources.map { PassedArgument(try element($0, row)) })
      var leaves: [Value] = []
      guard let found = try leavesOfRow(value, &leaves), columns.isEmpty || columns.count == leaves.count else {
        throw Machine.noRow(value)
      }
      if tree == nil {
        tree = found
        columns = leaves.map { _ in [] }
      }
      for (index, leaf) in leaves.enumerated() { columns[index].append(leaf) }
    }
    guard let tree else { return try stack([]) }
    return try tree.value { index in try stack(columns[index]) }
  }

  /// The numbers in a row's result. They are computed now, unless a derivative is being recorded: nobody else knows of them, so the
  /// end of a trace would lose them.
  private func leavesOfRow(_ value: Value, _ leaves: inout [Value]) throws -> LeafTree? {
    switch value {
    case .tuple(let tuple):
      var parts: [(label: String?, tree: LeafTree)] = []
      for (index, element) in tuple.elements.enumerated() {
        guard let tree = try leavesOfRow(element, &leaves) else { return nil }
        parts.append((tuple.label(index), tree))
      }
      return .parts(parts)
    case .number, .truth:
      leaves.append(value)
    case .host where value.estimate != nil:
      try finish(value)
      leaves.append(value)
    case .tensor(let tensor):
      if traceDepth == 0 {
        let array = try tensor.look()
        let number = array.dtype == .float64 && array.shape.rank == 0 ? array.item : nil
        leaves.append(number.map { .number($0) } ?? value)
      } else {
        leaves.append(value)
      }
    default:
      guard let tensor = try tensorIfAny(value) else { return nil }
      return try leavesOfRow(.tensor(TensorValue(tensor)), &leaves)
    }
    return .leaf(leaves.count - 1)
  }

  private func mapElements(_ f: Value, _ xs: [Value]) throws -> Value {
    let xs = try xs.map { try iterable($0) }
    let counts = try xs.map { try count($0) }
    try checkSizes(counts)
    var results: [Value] = []
    for index in 0..<counts[0] {
      try countRound()
      let result = try call(f, xs.map { PassedArgument(try element($0, index)) })
      try secure(result)
      results.append(result)
    }
    return .tuple(Tuple(results))
  }

  /// Counts a round of a loop written in Swift, and ends it where a loop of the program would be ended.
  func countRound() throws {
    stepsUsed += 1
    if isCancelled || device.isCancelled { throw Stop.interrupted }
    guard stepsUsed <= limits.steps else { throw Stop.steps }
    guard deadline == .infinity || Machine.seconds() < deadline else { throw Stop.seconds }
  }

  /// Computes what is pending in a value that nobody but the caller knows of: the end of a trace would lose it. While a derivative is
  /// recorded no trace ends.
  func secure(_ value: Value) throws {
    guard traceDepth == 0 else { return }
    switch value {
    case .tensor(let tensor): _ = try tensor.look()
    case .tuple(let tuple): for element in tuple.elements { try secure(element) }
    case .function(let function): for held in function.held { try secure(held) }
    case .model(let model): for held in model.held { try secure(held) }
    case .host(let object): for held in object.held { try secure(held) }
    default: return
    }
  }

  private static func noRow(_ value: Value) -> Fault { Fault(.mapResult, ["kind": value.kindPhrase]) }
}
