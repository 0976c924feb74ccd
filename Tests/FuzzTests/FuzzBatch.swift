// A session and some hundreds of inputs to it. A batch is known by its number: the same inputs come again.
import AulaRuntime

/// What came out of some inputs.
struct FuzzReport {
  /// Everything that was wrong, with the text that showed it.
  var findings: [String] = []
  /// Written programs, and how many of them evaluated.
  var written = 0
  var finished = 0
  /// How often each code came.
  var codes: [String: Int] = [:]
  var inputs = 0

  mutating func add(_ other: FuzzReport) {
    findings += other.findings
    written += other.written
    finished += other.finished
    inputs += other.inputs
    codes.merge(other.codes, uniquingKeysWith: +)
  }
}

/// The inputs of one session.
struct FuzzBatch {
  static let size = 500
  private static let longest = 5.0
  private static let prelude = "param canary = [1.5, 2.5]\nfn sing(x) = x * canary[0] + canary[1]"

  private let number: Int
  private let session: Session
  private var writer: ProgramWriter
  private var mutator: Mutator
  private var texts: [String] = ["let x = [1, 2]"]
  private var report = FuzzReport()
  private var cellCount = 0

  init(number: Int) {
    self.number = number
    var options = SessionOptions()
    options.language = Language.allCases[number % 3]
    options.threads = 1
    options.limits = SessionLimits(steps: 20_000, depth: 200, seconds: 3, bytes: 16 << 20)
    options.memoryBudget = 128 << 20
    options.undoSteps = 4
    options.files = NamedFiles(["x": "let used = 1"])
    session = Session(seed: UInt64(number), options: options)
    writer = ProgramWriter(seed: UInt64(number), libraryNames: FuzzBatch.libraryNames)
    mutator = Mutator(seed: UInt64(number))
  }

  private static let libraryNames =
    Catalogue.rows.map(\.name) + [
      "grad", "value_and_grad", "jacobian", "hessian", "jvp", "vjp", "count", "shape", "labels", "copy", "training",
      "evaluation", "parameters", "parameter_count", "map", "reduce", "identity", "text", "number", "join", "float32",
      "float64", "mse", "clip", "batches", "Dense", "glorot", "he", "sgd", "adam",
    ]

  /// Does everything. The same number gives the same report.
  static func run(_ number: Int) -> FuzzReport {
    var batch = FuzzBatch(number: number)
    batch.runAll()
    return batch.report
  }

  private mutating func runAll() {
    do {
      try session.evaluate(FuzzBatch.prelude)
      let start = try session.snapshot()
      let bytes = try session.bytesInUse()
      for index in 0..<FuzzBatch.size {
        report.inputs += 1
        if index % 20 < 9 { session.setLanguage(Language.allCases[mutator.dice.below(3)]) }
        switch index % 20 {
        case 0...4: try evaluateWritten(index)
        case 5, 6: try evaluateStrange()
        case 7, 8: try evaluateBroken()
        default: read(mutator.broken(anyText(), anyText()))
        }
      }
      try session.restore(start)
      for _ in 0..<6 { try session.evaluate("sing(1)") }
      let grown = try session.bytesInUse() - bytes
      if grown > 1 << 20 { found("the session holds \(grown) bytes more than at its beginning", "") }
    } catch {
      found("the session does not work any more: \(error)", "")
    }
  }

  private mutating func anyText() -> String { texts[mutator.dice.below(texts.count)] }

  private mutating func found(_ finding: String, _ text: String) {
    report.findings.append("batch \(number): \(finding)\n\(text.prefix(2000))")
  }

  // MARK: Reading

  private mutating func read(_ text: String) {
    let clock = ContinuousClock()
    let start = clock.now
    for finding in Findings.ofReading(text, drawnIn: Language.allCases[mutator.dice.below(3)]) { found(finding, text) }
    if start.duration(to: clock.now) > .seconds(1) { found("reading took long", text) }
  }

  // MARK: Evaluating

  /// A program of the writer, in the session that knows the programs before.
  private mutating func evaluateWritten(_ index: Int) throws {
    let before = writer
    let text = writer.cell()
    texts.append(text)
    if texts.count > 40 { texts.removeFirst(20) }
    let isUndone = index.isMultiple(of: 11)
    let state = isUndone ? try everything() : nil
    let hasFinished = try evaluate(text)
    report.written += 1
    guard hasFinished else {
      // The names of a cell that failed stand for nothing; the choices go on.
      let dice = writer.dice
      writer = before
      writer.dice = dice
      writer.skipNames()
      return
    }
    report.finished += 1
    guard let state else { return }
    let after = try everything()
    if try !session.undo() { found("nothing to undo", text) }
    try compare(state, everything(), "undo leaves something else", text)
    if try !session.redo() { found("nothing to redo", text) }
    try compare(after, everything(), "redo leaves something else", text)
  }

  /// Strange values. The names that they get nobody uses.
  private mutating func evaluateStrange() throws {
    let text = writer.strangeCell()
    if mutator.dice.onceIn(3) { texts.append(text) }
    _ = try evaluate(text)
  }

  /// A broken program. What it does to names nobody knows, so it is undone.
  private mutating func evaluateBroken() throws {
    let text = mutator.broken(anyText(), anyText())
    // Values in full only now and then: each has to be asked for on the session's thread.
    let isFull = mutator.dice.onceIn(5)
    let state = try isFull ? everything() : briefNames()
    guard try evaluate(text) else { return }
    try session.undo()
    try compare(state, isFull ? everything() : briefNames(), "undo leaves something else", text)
  }

  /// Evaluates, and looks whether everything is as it must be; true if the cell evaluated.
  private mutating func evaluate(_ text: String) throws -> Bool {
    let names = try briefNames()
    let clock = ContinuousClock()
    let start = clock.now
    cellCount += 1
    let name = "typed \(cellCount)"
    let outcome = session.run(text, name: name)
    let time = start.duration(to: clock.now)
    if time > .seconds(FuzzBatch.longest) { found("it took \(time)", text) }
    for problem in outcome.problems {
      report.codes[problem.code, default: 0] += 1
      if problem.text.isEmpty { found("\(problem.code) draws nothing", text) }
      let isHere = problem.place?.source == name && !usesFiles(text)
      for finding in Findings.of(problem.diagnostic, in: isHere ? text : nil) { found(finding, text) }
    }
    switch outcome.status {
    case .finished: return true
    case .interrupted: found("it was interrupted", text)
    case .failed, .limit:
      if !outcome.problems.contains(where: \.isError) { found("it failed without a word", text) }
      try compare(names, briefNames(), "a cell that failed changed names", text)
      if try session.evaluate("sing(2)").number != 5.5 { found("the canary sings differently", text) }
    }
    return false
  }

  private func usesFiles(_ text: String) -> Bool { text.contains("use") }

  /// What is there in one moment and not in another.
  private mutating func compare(_ before: [String], _ after: [String], _ finding: String, _ text: String) {
    guard before != after else { return }
    let gone = before.filter { !after.contains($0) }.prefix(3)
    let new = after.filter { !before.contains($0) }.prefix(3)
    found("\(finding): \(Array(gone)) became \(Array(new))", text)
  }

  private func briefNames() throws -> [String] {
    try session.names().map { "\($0.name) \($0.kind) \($0.shape ?? "") \($0.bytes) \($0.documentation ?? "")" }.sorted()
  }

  /// Every name and what it stands for.
  private func everything() throws -> [String] {
    try session.names().map { info in
      let value = try session[info.name]
      return "\(info.name) \(info.kind) \(info.shape ?? "") \(value.map(exact) ?? "")"
    }.sorted()
  }

  /// A value to the last bit.
  private func exact(_ value: AulaValue) -> String {
    switch value {
    case .nothing: "nothing"
    case .number(let number): "\(number.bitPattern)"
    case .truth(let truth): "\(truth)"
    case .text(let text), .other(let text): text
    case .tensor(let array): "\(array.shape) \(array.dtype) \(array.doubles.map(\.bitPattern))"
    case .figure(let figure): "\(figure)"
    case .tuple(let parts): "(\(parts.map { ($0.label ?? "") + exact($0.value) }.joined(separator: ", ")))"
    }
  }
}
