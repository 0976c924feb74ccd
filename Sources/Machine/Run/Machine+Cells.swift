// Compiling and running cells, and taking everything back.
import Analysis
import Diagnostics
import Graph
import Syntax
import TensorKit

/// What a cell came to.
package struct CellResult {
  /// The value of its last statement.
  package let value: Value
  /// The name that the last statement gave it.
  package let name: String?
}

/// Everything that a cell can change, as it was. It shares memory with the present.
package struct MachineSnapshot {
  let entries: [Globals.Entry]
  let values: [Value]
  let learning: LearningSnapshot
  /// Roughly the bytes that only this snapshot may keep alive.
  package let bytes: Int
}

extension Machine {
  /// Compiles a program whose names were resolved.
  package func compile(_ program: Syntax.Program, _ resolution: Resolution) throws -> CompiledCell {
    let compiler = Compiler(self, resolution)
    do {
      let code = try compiler.cell(program)
      return CompiledCell(code: code, name: compiler.lastNames.first)
    } catch is TooLarge {
      throw Diagnostic(.cellTooLarge, at: program.statements.first?.span ?? .nowhere)
    }
  }

  /// A number for a statement that learns, under which its optimizer's moments are kept.
  func nextSite() -> Int {
    siteCount += 1
    return siteCount
  }

  /// Runs a cell from its beginning. Whatever it throws is a `Diagnostic`; the caller restores what was before.
  package func run(_ cell: CompiledCell) throws -> CellResult {
    leaveEarlierRunsBehind()
    if memory.capacity != max(16, min(limits.depth, 1_000_000)) + 1 {
      memory = RunMemory(depth: limits.depth, stack: stack)
    }
    let state = memory.state
    state.pointee.frame = state.pointee.firstFrame
    state.pointee.stackTop = stack.base
    state.pointee.nesting = 0
    state.pointee.fuel = 1
    state.pointee.filled = 1
    stepsUsed = 0
    finishedSteps = 0
    recordedNames = []
    watch = ProgressWatch()
    deadline = limits.seconds.isFinite ? Machine.seconds() + limits.seconds : .infinity
    defer { state.pointee.stackTop = stack.base }
    do {
      guard let entry = cell.code.entry else { return CellResult(value: .nothing, name: nil) }
      stack.base[0] = .nothing
      let register = try execute(
        Unmanaged.passUnretained(cell.code), from: entry, at: stack.base + 1, captures: nil)
      // Nothing pending outlives its cell.
      stack.base[0] = register
      state.pointee.stackTop = stack.base + 1
      do { try settle() } catch { throw diagnoseLate(error) }
      stepsUsed += state.pointee.filled - state.pointee.fuel
      let result = table.value(register)
      state.pointee.stackTop = stack.base
      return CellResult(value: result, name: cell.name)
    } catch {
      stepsUsed += max(0, state.pointee.filled - state.pointee.fuel)
      tidyUp()
      throw error
    }
  }

  /// Where little memory is left, begins on a fresh stack: what earlier cells left in registers that no call has reached yet
  /// would keep their objects alive, and a cell that failed for its size would take the next ones with it.
  private func leaveEarlierRunsBehind() {
    guard table.keptBytes + table.newBytes > limits.bytes / 2 else { return }
    stack = RegisterStack(capacity: stack.capacity)
    memory = RunMemory(depth: limits.depth, stack: stack)
    collectGarbage()
  }

  /// Leaves everything half done: derivatives, steps that were being recorded, collections.
  private func tidyUp() {
    while let target = learnings.popLast() { abandonLearning(target) }
    abandonTogether()
    collectors = []
    traceDepth = 0
    settlingNesting = 1
    mode = .evaluation
    memory.state.pointee.frame = memory.state.pointee.firstFrame
    memory.state.pointee.nesting = 0
    memory.state.pointee.stackTop = stack.base
    graph.forget()
  }

  /// Stops the evaluation that is running, in a kernel too. May be called from any thread.
  package func cancel() {
    cancelFlag.store(true)
    device.cancel()
  }

  /// Forgets an earlier `cancel`.
  package func resume() {
    cancelFlag.store(false)
    device.resume()
  }

  var isCancelled: Bool { cancelFlag.load() }

  // MARK: Names

  /// Defines a name from outside, such as a function of the library.
  package func define(_ name: String, _ value: Value, kind: NameKind, documentation: String? = nil) {
    let number = globals.number(of: name)
    globals.define(number, kind: kind, definition: nil, documentation: documentation)
    globals.registers[number] = table.register(value)
  }

  /// What a name stands for.
  package func lookUp(_ name: String) -> Value? {
    if let series = series[name] { return .series(series) }
    guard globals[name] != nil, let number = globals.knownNumber(of: name) else { return nil }
    return table.value(globals.registers[number])
  }

  /// The tensors that names of the session stand for, computed, oldest first; at most a thousand.
  package func namedTensors() throws -> [(name: String, tensor: TensorValue)] {
    let named = globals.entries.enumerated().lazy.filter { $0.element.isDefined && $0.element.kind != .library }
      .compactMap { number, entry -> (name: String, tensor: TensorValue)? in
        guard !entry.isLibraryOwn, case .tensor(let tensor) = self.table.value(self.globals.registers[number]) else {
          return nil
        }
        return (entry.name, tensor)
      }
    let list = Array(named.prefix(1_000))
    try compute(list.map(\.tensor).filter(\.isPending))
    return list
  }

  // MARK: Snapshots

  /// Everything as it is now. Costs little: values are shared.
  package func snapshot() -> MachineSnapshot {
    let values = globals.used.map { table.value($0) }
    let learning = learningSnapshot()
    return MachineSnapshot(
      entries: globals.entries, values: values, learning: learning, bytes: learning.bytes + 64 * values.count)
  }

  /// Everything as it was.
  package func restore(_ snapshot: MachineSnapshot) {
    for (number, entry) in globals.entries.enumerated() where !entry.isLibraryOwn { restoreName(number, snapshot) }
    // A cell never changes its shape, so giving its value back cannot fail.
    try? restore(snapshot.learning)
  }

  private func restoreName(_ number: Int, _ snapshot: MachineSnapshot) {
    if number < snapshot.entries.count, snapshot.entries[number].isDefined {
      globals.restore(number, snapshot.entries[number], table.register(snapshot.values[number]))
    } else {
      globals.reset(number)
    }
  }

  /// After an interruption: names whose values were not computed yet go back to what they were; computing them now could take long.
  package func keepWhatIsComputed(since snapshot: MachineSnapshot) {
    for (number, entry) in globals.entries.enumerated()
    where entry.isDefined && entry.kind != .library && !entry.isLibraryOwn {
      guard !ObjectTable.pendingTensors(in: [table.value(globals.registers[number])]).isEmpty else { continue }
      restoreName(number, snapshot)
    }
  }
}

/// A cell that is ready to run.
package struct CompiledCell {
  let code: FunctionCode
  /// The name that its last statement binds.
  package let name: String?
}
