// What a session holds: the machine, its texts, its files, and its past. It belongs to the session's own thread.
import Diagnostics
import Graph
import Machine
import TensorKit

/// One cell to evaluate.
struct Request: Sendable {
  let text: String
  let name: String?
  /// What its draws are keyed by; nil for the number of cells before it.
  let key: String?
  /// Whether `_` is the value of the entry before, and this entry's value becomes the next one's.
  var isAtPrompt = false
  /// What was answered to the questions of its statements `predict`, in the order in which they run.
  var predictions: [String] = []
  /// The file that the text was read from, if it was: the files that it uses are seen from there.
  var file: String?
}

/// The state of a session and everything that works on it. Nothing here knows of threads.
final class SessionCore {
  let machine: Machine
  let library: StandardLibrary
  let sources = Sources()
  /// What draws are keyed by beside the number of their cell.
  var seed: UInt64
  var options: SessionOptions
  var language: Language {
    // A name's line is shown in it too, also before the next cell.
    didSet { machine.display.language = language }
  }
  /// Cells that succeeded.
  var cellCount = 0
  /// Cells that were tried, for the names of those that have none.
  private var tried = 0
  /// The number of the next part of a tree; it only grows.
  var nextID = 1
  var files = UsedFiles()
  /// Names of series that functions of earlier cells record when they run.
  var recordable: Set<String> = []
  private var history: History<SessionState>
  private var kept: [Int: SessionState] = [:]
  private var nextKept = 0
  private let shelf = SnapshotShelf()
  /// What the host defined: it outlives the undoing of the cells before which it was defined.
  private var hostNames: [(name: String, value: Value)] = []

  init(seed: UInt64, options: SessionOptions) {
    self.seed = seed
    self.options = options
    language = options.language ?? .ofEnvironment
    history = History(most: options.undoSteps)
    let device = Device(threads: options.threads, memoryBudget: options.memoryBudget)
    machine = Machine(graph: Graph(device: device, seed: seed), sources: sources)
    machine.language = language
    library = StandardLibrary(machine)
    machine.findRepair = { [unowned self] in try SlipSearch(self, $0)?.repair() }
  }

  // MARK: A cell

  /// What went wrong while a value of the present cell was shown.
  private(set) var showError: (any Error)?
  /// How the checks of the present cell came out so far.
  var checks = CheckCounts()
  /// Whether the present cell got as far as running.
  var hasRun = false

  /// Evaluates a cell. If it fails, nothing has changed.
  func run(_ request: Request, _ emit: @escaping (Event) -> Void) -> Outcome {
    collectDropped()
    let guesses = request.predictions.isEmpty ? [] : guesses(request.predictions)
    let start = Clock.now
    let before = state
    let sourceCount = sources.count
    tried += 1
    var problems: [Problem] = []
    // A list of its own: while the cell runs, `problems` is in use.
    var warnings: [Problem] = []
    prepare(request) { [self] event in
      if case .warning(let diagnostic) = event { warnings.append(problem(diagnostic)) }
      tell(event, emit)
    }
    machine.guesses = guesses[...]
    defer { machine.emit = { _ in } }
    let watchdog = self.watchdog
    var value = AulaValue.nothing
    var status = Outcome.Status.finished
    do {
      let result = try evaluate(request, problems: &problems, emit)
      value = try AulaValue(result.value, machine)
      if request.isAtPrompt { keepLast(result.value) }
      if result.leavesNothing { sources.forget(after: sourceCount) }
    } catch {
      let isLate = watchdog?.callOff() ?? false
      let failed = failure(error, isLate: isLate)
      status = failed.status
      problems += warnings + failed.diagnostics.map(problem)
      warnings = []
    }
    problems += warnings
    _ = watchdog?.callOff()
    var outcome = Outcome(
      status: status, value: value, problems: problems, learningSteps: machine.finishedSteps,
      stepsUsed: hasRun ? machine.stepsUsed : 0, seconds: Clock.seconds(since: start))
    outcome.checks = checks
    switch status {
    case .finished:
      cellCount += 1
      remember(before)
    case .interrupted:
      machine.keepWhatIsComputed(since: before.machine)
      remember(before)
    case .failed, .limit:
      go(to: before)
      sources.forget(after: sourceCount)
    }
    for problem in problems where problem.isError { emit(.problem(problem)) }
    return outcome
  }

  /// Evaluates an entry to see what comes of it, hands that to `look`, and goes back as if nothing had been.
  func attempt<R>(
    _ request: Request, _ emit: @escaping (Event) -> Void, prepare: () -> Void = {}, look: (Outcome) -> R
  ) -> R {
    let (history, moment, tried, sourceCount) = (self.history, state, self.tried, sources.count)
    prepare()
    let outcome = run(request, emit)
    let result = look(outcome)
    self.history = history
    self.tried = tried
    go(to: moment)
    sources.forget(after: sourceCount)
    return result
  }

  /// How a cell ends that was stopped before it began.
  func stopped() -> Outcome {
    let stop = problem(Diagnostic(.stopped, at: .nowhere))
    return Outcome(
      status: .interrupted, value: .nothing, problems: [stop], learningSteps: 0, stepsUsed: 0, seconds: 0)
  }

  private func prepare(_ request: Request, _ emit: @escaping (MachineEvent) -> Void) {
    showError = nil
    checks = CheckCounts()
    hasRun = false
    machine.language = language
    machine.display.language = language
    machine.display.width = options.style.width
    machine.display.isPlain = !options.style.isUnicode
    machine.emit = emit
    var limits = Limits()
    limits.steps = options.limits.steps
    limits.depth = options.limits.depth
    limits.seconds = options.limits.seconds
    limits.bytes = options.limits.bytes
    machine.limits = limits
    machine.finishedSteps = 0
    // Entries of a prompt draw as one program does, so that a saved session gives the same values. A cell of a notebook draws
    // the same whatever ran before it.
    if request.isAtPrompt, machine.graph.random.seed == seed { return }
    machine.graph.random = RandomStream(seed: seed, stream: request.key.map(DrawKey.of) ?? UInt64(max(0, cellCount)))
  }

  private var watchdog: Watchdog? {
    guard options.limits.seconds.isFinite else { return nil }
    let brake = Brake(machine)
    return Watchdog(seconds: options.limits.seconds) { brake.pull() }
  }

  private func tell(_ event: MachineEvent, _ emit: (Event) -> Void) {
    switch event {
    case .printed(let text): emit(.text(text))
    case .warning(let diagnostic): emit(.problem(problem(diagnostic)))
    case .shown(let value): show(value, name: nil, emit)
    case .examined(let report): tell(report, emit)
    case .progress(let progress):
      emit(
        .progress(
          Event.Progress(
            count: progress.count, total: progress.total, rate: progress.rate, seconds: progress.seconds,
            remaining: progress.remaining, latest: progress.latest)))
    }
  }

  /// Shows a value. Showing computes it; what goes wrong in that is the cell's own error, as soon as it is over.
  func show(_ value: Value, name: String?, _ emit: (Event) -> Void) {
    if case .nothing = value { return }
    // A figure that only got a name is not looked at yet: the name's line says what it is.
    if name == nil, let figure = value.figure {
      emit(.picture(figure))
      return
    }
    do {
      let text = try machine.display.text(value)
      let line = try machine.display.named(name, value)
      emit(
        .value(
          Event.ShownValue(
            name: name, text: text, line: line, shape: value.knownShape, precision: value.knownPrecision)))
    } catch {
      if showError == nil { showError = error }
    }
  }

  /// The name of a cell that the host gave none.
  func name(of request: Request) -> String { request.name ?? SessionWords.cell(tried, in: language) }

  func problem(_ diagnostic: Diagnostic) -> Problem {
    Problem(diagnostic.atCaller(in: sources), sources: sources, language: language, style: options.style)
  }

  // MARK: The past

  var state: SessionState {
    SessionState(machine: machine.snapshot(), cellCount: cellCount, files: files, holding: Holding(machine))
  }

  func go(to state: SessionState) {
    machine.restore(state.machine)
    cellCount = state.cellCount
    files = state.files
  }

  private func remember(_ before: SessionState) {
    history.push(before)
    // As long as all tensors together fit into the budget, those of the past do.
    guard machine.device.memory.inUse > options.undoBytes else { return }
    var known: Set<ObjectIdentifier> = []
    _ = Holding(machine).bytes(beyond: &known)
    history.trim(to: options.undoBytes) { $0.holding.bytes(beyond: &known) }
  }

  func undo() -> Bool {
    collectDropped()
    guard let state = history.undo(from: state) else { return false }
    go(to: state)
    defineAgain()
    return true
  }

  func redo() -> Bool {
    collectDropped()
    guard let state = history.redo(from: state) else { return false }
    go(to: state)
    defineAgain()
    return true
  }

  func snapshot() -> SessionSnapshot {
    collectDropped()
    let number = nextKept
    nextKept += 1
    kept[number] = state
    return SessionSnapshot(number: number, shelf: shelf)
  }

  func restore(_ snapshot: SessionSnapshot) -> Bool {
    collectDropped()
    guard snapshot.belongs(to: shelf), let state = kept[snapshot.number] else { return false }
    remember(self.state)
    go(to: state)
    defineAgain()
    return true
  }

  /// Goes to a moment from which nothing leads back.
  func settle(at snapshot: SessionSnapshot) -> Bool {
    guard restore(snapshot) else { return false }
    history = History(most: options.undoSteps)
    return true
  }

  /// Lays over the present the names that a moment had and that stand for nothing now.
  func lay(namesOf snapshot: SessionSnapshot, besides others: Set<String>) -> Bool {
    collectDropped()
    guard snapshot.belongs(to: shelf), let moment = kept[snapshot.number] else { return false }
    machine.lay(namesOf: moment.machine, besides: others.union(library.waitingNames))
    return true
  }

  /// What a moment that a host holds stands for; nil for one of another session.
  func state(of snapshot: SessionSnapshot) -> SessionState? {
    snapshot.belongs(to: shelf) ? kept[snapshot.number] : nil
  }

  private func collectDropped() { for number in shelf.takeDropped() { kept[number] = nil } }

  // MARK: The host's names

  func define(_ name: String, _ value: Value) {
    let isFunction = if case .function = value { true } else { false }
    machine.define(name, value, kind: isFunction ? .function : .constant)
    hostNames.removeAll { $0.name == name }
    hostNames.append((name, value))
  }

  private func defineAgain() {
    for (name, value) in hostNames where machine.globals[name] == nil { define(name, value) }
  }

  func value(of name: String) throws -> AulaValue? {
    if machine.globals[name] == nil { library.provide(name) }
    return try machine.lookUp(name).map { try AulaValue($0, machine) }
  }
}

/// Stops a machine from any thread: the one thing that may be done to it from outside.
struct Brake: @unchecked Sendable {
  private let machine: Machine

  init(_ machine: Machine) { self.machine = machine }

  func pull() { machine.cancel() }
  func release() { machine.resume() }
}

/// What a cell's draws are keyed by when the host names it.
package enum DrawKey {
  /// A number from a name; the highest bit keeps it away from the numbers of cells.
  package static func of(_ name: String) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in name.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return hash | 1 << 63
  }
}
