// The lines of a derivation and what they come to: every line in every setting with the same draws, in double precision.
import Diagnostics
import Graph
import Syntax
import TensorKit

/// A derivation while it is examined.
final class Derivation {
  /// What a line came to in a setting.
  enum LineValue {
    case value(Value)
    /// It could not be evaluated, or reached a `???`.
    case failed(Diagnostic)

    var isOpen: Bool {
      if case .failed(let diagnostic) = self { diagnostic.row.code == DiagnosticRow.holeReached.code } else { false }
    }
  }

  let machine: Machine
  let plan: ExaminationPlan
  let lines: [Examination.DerivationLine]
  let settings: Settings
  /// How many of the settings are tried: the first ones.
  private(set) var settingCount: Int
  /// The function that gives the lines of a setting.
  private let parts: Value
  /// The draws of every line, and of every try of a repair.
  private let draws: Replay
  /// The lines of each setting as functions, and their values, as far as anybody asked.
  private var functions: [Int: [Value]] = [:]
  private var known: [Int: [Int: LineValue]] = [:]
  /// How much was done so far, counted: rounds of loops, calls, and operations on tensors.
  private(set) var workDone = 0

  init(
    _ machine: Machine, _ plan: ExaminationPlan, _ lines: [Examination.DerivationLine], parts: Value,
    _ settings: Settings
  ) {
    self.machine = machine
    self.plan = plan
    self.lines = lines
    self.parts = parts
    self.settings = settings
    settingCount = settings.list.count
    draws = Replay(machine)
  }

  // MARK: Values

  /// What a line comes to in a setting of the list.
  func value(of line: Int, at setting: Int) throws -> LineValue {
    if let value = known[setting]?[line] { return value }
    if functions[setting] == nil { functions[setting] = try functions(at: settings.list[setting]) }
    let value = try value(of: line, in: functions[setting] ?? [])
    known[setting, default: [:]][line] = value
    return value
  }

  /// What a line comes to in any setting.
  func value(of line: Int, at setting: Setting) throws -> LineValue {
    try value(of: line, in: functions(at: setting))
  }

  func functions(at setting: Setting) throws -> [Value] {
    guard case .tuple(let tuple) = try machine.call(parts, setting.values.map { PassedArgument($0) }) else { return [] }
    return tuple.elements
  }

  private func value(of line: Int, in functions: [Value]) throws -> LineValue {
    let part = lines[line].value
    guard part.place < functions.count else { return .failed(Diagnostic(.internalProblem, at: lines[line].span)) }
    return try evaluate(functions[part.place], [], at: part.expression.span)
  }

  /// The value of a function, with the draws that every line gets. Nothing that it does stays.
  func evaluate(_ function: Value, _ arguments: [Value], at span: Span) throws -> LineValue {
    try machine.endLongTrace()
    let before = (machine.stepsSoFar, machine.graph.recordedCount, machine.integrandPoints)
    defer {
      let recorded = max(0, machine.graph.recordedCount - before.1)
      workDone += max(1, machine.stepsSoFar - before.0) + Derivation.workOfOperation * recorded
      workDone += Derivation.workOfPoint * (machine.integrandPoints &- before.2)
    }
    let passed = arguments.map { PassedArgument($0) }
    let result = try machine.attempt(at: span) { () throws -> Value in
      let value = try draws.apart { try machine.computed(machine.call(function, passed)) }
      guard machine.isSingle(value) else { return value }
      // Once more, with everything recorded that is to be computed in double precision.
      return try draws.apart { try machine.recording { try machine.wide(machine.call(function, passed)) } }
    }
    switch result {
    case .success(let value): return .value(value)
    case .failure(let diagnostic): return .failed(diagnostic)
    }
  }

  /// The same for what may never end: a candidate for a repair. Nil where it takes too long.
  func evaluateBriefly(_ function: Value, _ arguments: [Value]) throws -> LineValue? {
    machine.integrandPatience = Derivation.mostPointsOfCandidate
    defer { machine.integrandPatience = nil }
    return try machine.within(steps: Derivation.mostStepsOfCandidate) {
      try evaluate(function, arguments, at: .nowhere)
    }
  }

  /// The function that code gives which was compiled just now.
  func code(_ made: Value) throws -> Value? {
    try draws.apart { try machine.attempt { try machine.call(made, []) } }.success
  }

  private static let mostStepsOfCandidate = 200_000
  private static let mostPointsOfCandidate = 4_000

  /// How two values stand; nil where they cannot be compared.
  func standing(
    _ relation: Examination.DerivationLine.Relation, _ before: Value, _ after: Value, _ tolerance: LineTolerance
  ) throws -> LineStanding? {
    try? machine.attempt { try machine.recording { try machine.standing(relation, before, after, tolerance) } }.get()
  }

  /// Whether the lines know nothing but the settings and the names of the session.
  var isClosed: Bool {
    guard case .function(let function) = parts, case .written(_, let captures) = function.kind else { return false }
    return captures.isEmpty
  }

  // MARK: How many settings

  /// An operation on tensors takes about as long as so many rounds of a loop.
  private static let workOfOperation = 20
  private static let workOfPoint = 5

  /// About as much work as all settings together may take.
  private static let mostWork = 3_000_000
  private static let fewest = 10

  /// Tries fewer settings where the lines take long. What decides is counted, not timed: it is the same on every machine.
  func limitSettings(afterWork work: Int, settings done: Int) {
    guard !settings.areAll || settings.list.count > Derivation.fewest else { return }
    let affordable = Derivation.mostWork * max(1, done) / max(1, work)
    settingCount = min(settingCount, max(Derivation.fewest, affordable))
  }
}

/// Evaluates again and again with the same draws, and gives back everything that was changed on the way.
private final class Replay {
  private let machine: Machine
  private let start: RandomStream
  private let before: LearningSnapshot
  private var sets = ReplayedDraws()

  init(_ machine: Machine) {
    self.machine = machine
    start = machine.graph.random
    before = machine.learningSnapshot()
  }

  func apart<R>(_ body: () throws -> R) throws -> R {
    let (emit, replayed, finished) = (machine.emit, machine.replayedDraws, machine.finishedSteps)
    machine.graph.random = start
    machine.emit = { _ in }
    machine.replayedDraws = sets
    defer {
      if let played = machine.replayedDraws { sets = played }
      (machine.emit, machine.replayedDraws, machine.finishedSteps) = (emit, replayed, finished)
      machine.graph.random = start
    }
    let result = Swift.Result { try body() }
    if !machine.isAsItWas(at: before) {
      machine.forgetSeries { before.series[$0] == nil }
      try machine.restore(before)
    }
    return try result.get()
  }
}

/// Draws that are made again and again, and are the same ones every time: estimates from them go together draw by draw.
struct ReplayedDraws {
  private struct Key: Hashable {
    let counter: UInt64
    let count: Int
  }
  private var sets: [Key: DrawSet] = [:]

  /// The set of draws that were made last, out of the stream up to its present place.
  mutating func set(_ count: Int, _ stream: RandomStream) -> DrawSet {
    let key = Key(counter: stream.counter, count: count)
    if let known = sets[key] { return known }
    let set = DrawSet(count: count)
    sets[key] = set
    return set
  }
}

extension Machine {
  /// A line's value, computed: numbers, tensors of numbers, truth values, estimates, and tuples of those.
  fileprivate func computed(_ value: Value) throws -> Value {
    switch value {
    case .number, .truth: return value
    case .tuple(let tuple): return .tuple(Tuple(try tuple.elements.map { try computed($0) }, labels: tuple.labels))
    case .host where value.estimate != nil:
      try compute(ObjectTable.pendingTensors(in: [value]))
      return value
    default:
      guard let tensor = try tensorIfAny(value) else {
        throw Fault(.lineNotANumber, ["kind": value.kindPhrase], notes: Machine.forgottenCall(value))
      }
      let array = try tensor.value()
      guard array.shape.rank == 0, array.dtype != .float32, let number = array.item else {
        return .tensor(TensorValue(array))
      }
      return array.dtype == .bool ? .truth(number != 0) : .number(number)
    }
  }

  /// Whether something in a computed value is in single precision.
  fileprivate func isSingle(_ value: Value) -> Bool {
    switch value {
    case .tensor(let tensor): tensor.dtype == .float32
    case .tuple(let tuple): tuple.elements.contains { isSingle($0) }
    default: false
    }
  }

  /// A line's value with every step of it in double precision.
  fileprivate func wide(_ value: Value) throws -> Value {
    switch value {
    case .tuple(let tuple): return .tuple(Tuple(try tuple.elements.map { try wide($0) }, labels: tuple.labels))
    case .tensor, .cell, .series:
      guard let tensor = try tensorIfAny(value), tensor.dtype == .float32 else { return try computed(value) }
      return try computed(.tensor(TensorValue(graph.promoted([tensor])[0])))
    default: return try computed(value)
    }
  }

  /// Ends a trace that grew long, as the run loop does between two rounds. Whoever calls it holds no tensor that was not computed.
  fileprivate func endLongTrace() throws {
    guard traceDepth == 0, memory.state.pointee.nesting < settlingNesting else { return }
    guard graph.recordedCount > 4_096 || recordedBytes > 64 << 20 else { return }
    try settle()
  }
}

extension Result {
  fileprivate var success: Success? { if case .success(let value) = self { value } else { nil } }
}
