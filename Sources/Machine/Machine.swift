// The machine of one session: its registers, its names, its graph, and what learns.
import Diagnostics
import Graph
import Synchronization
import TensorKit

/// What a running program tells whoever shows it.
package enum MachineEvent {
  /// A line that `print` wrote.
  case printed(String)
  /// How far a loop is that runs for long.
  case progress(Progress)
  /// The value of a statement of the cell.
  case shown(Value)
  /// Something that deserves a look.
  case warning(Diagnostic)
  /// What came of a claim.
  case examined(ExaminationReport)
}

/// How far a loop is.
package struct Progress: Sendable {
  /// Rounds that are done.
  package let count: Int
  /// Rounds in all, where that is known.
  package let total: Int?
  /// Rounds in a second.
  package let rate: Double
  /// Seconds since the loop began.
  package let seconds: Double
  /// Seconds that are left, where that can be told.
  package let remaining: Double?
  /// The last recorded values, by name.
  package let latest: [(name: String, value: Double)]

  package init(
    count: Int, total: Int?, rate: Double, seconds: Double, remaining: Double?, latest: [(name: String, value: Double)]
  ) {
    self.count = count
    self.total = total
    self.rate = rate
    self.seconds = seconds
    self.remaining = remaining
    self.latest = latest
  }
}

/// The most that one evaluation may use. What decides is counted, not timed, except for `seconds`.
package struct Limits: Sendable {
  /// Rounds of loops and calls of functions.
  package var steps = Int.max
  /// Calls inside calls.
  package var depth = 10_000
  /// Wall time.
  package var seconds = Double.infinity
  /// Bytes of values outside of tensors; tensors have the device's budget.
  package var bytes = 1 << 30

  package init() {}
}

/// Runs compiled programs. One machine belongs to one session and is used by one thread at a time; only `cancel` may come from another.
package final class Machine {
  package let graph: Graph
  package var device: Device { graph.device }
  package let sources: Sources
  package var limits = Limits()
  package var language = Language.en
  package var emit: (MachineEvent) -> Void = { _ in }

  // What the session's names stand for.
  package let globals = Globals()
  /// The objects that registers refer to.
  let table = ObjectTable()
  /// Every `param` and `state` that is alive: what learns, and belongs to a snapshot.
  package let cells = CellList()
  /// What `record` gathered, by name.
  package var series: [String: Series] = [:]
  /// What optimizers remember, by the statement they stand in.
  package var moments: [Int: Moments] = [:]
  /// Functions compiled so far, for finding the place of an instruction.
  let code = CodeList()

  var stack: RegisterStack
  var memory: RunMemory
  let cancelFlag = CancelFlag()
  /// Learning steps and updates that wait for others.
  let learning = LearningState()
  /// Learning statements whose loss is being recorded, innermost last.
  var learnings: [LearningTarget] = []
  /// Comprehensions that are being gathered, innermost last.
  var collectors: [Collector] = []
  /// Rounds and calls of this evaluation so far.
  package internal(set) var stepsUsed = 0
  /// When this evaluation must end, on the machine's clock.
  var deadline = Double.infinity
  var watch = ProgressWatch()
  /// The series that this evaluation added to.
  var recordedNames: [String] = []
  /// Bytes of tensors that registers were given since the last collection, and since the trace began.
  var newTensorBytes = 0
  var recordedBytes = 0
  var siteCount = 0
  package var display = Display()
  /// Names that meant nothing when the claim that is examined was compiled, by their places.
  var unknownNames: [Span: Diagnostic] = [:]
  /// What was answered to the questions that the cell is about to ask.
  package var guesses: ArraySlice<Guess> = []
  /// The draws that were made before and are made once more, while something is evaluated again and again.
  var replayedDraws: ReplayedDraws?
  /// How many points of integrands were evaluated so far.
  var integrandPoints = 0
  /// How many points an integral may take where nobody waits for a difficult one.
  var integrandPatience: Int?
  /// Whether only verdicts of claims are wanted: then nothing is done to explain them.
  package var wantsVerdictsOnly = false
  /// Names what would repair a derivation that fails: whoever can compile a text does it.
  package var findRepair: (FailedDerivation) throws -> Repair? = { _ in nil }

  /// How many derivatives are being recorded: while there are any, the trace may not end.
  package var traceDepth = 0
  /// How many run loops may be inside each other when a trace ends: further inside, functions written in Swift hold what it would lose.
  var settlingNesting = 1
  /// How models are called that do not say it themselves.
  package var mode = Model.Mode.evaluation
  /// Learning steps that were finished in this evaluation.
  package var finishedSteps = 0

  package init(graph: Graph, sources: Sources) {
    self.graph = graph
    self.sources = sources
    stack = RegisterStack(capacity: 1 << 20)
    memory = RunMemory(depth: limits.depth, stack: stack)
  }
}

/// A flag that another thread may raise.
final class CancelFlag: Sendable {
  private let flag = Atomic(false)
  func store(_ value: Bool) { flag.store(value, ordering: .relaxed) }
  func load() -> Bool { flag.load(ordering: .relaxed) }
}
