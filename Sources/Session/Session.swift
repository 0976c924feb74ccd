// A session: the one way to evaluate programs.
import Diagnostics
import Machine

/// A running conversation in the language. It takes cells, one after the other, and answers each with events and an
/// outcome.
///
/// ```swift
/// let session = Session(seed: 7)
/// let value = try session.evaluate("mean([1, 2, 3])")
/// print(value)                                  // 2
/// ```
///
/// Any thread may use a session. Calls from several threads wait for each other, but for `cancel`, which acts at once.
/// Programs run on a thread of the session's own with a large stack; functions that the host defines are called there.
/// Events reach the thread that called `run`, in order, while the program goes on. Two sessions share nothing.
public final class Session: @unchecked Sendable {
  /// Used on the worker's thread alone, except for its brake.
  private let core: SessionCore
  private let worker = Worker()
  private let turns: Turns
  private let brake: Brake
  /// The language and style for the few messages that are made away from the worker's thread.
  private let language: Language
  private let style: TextStyle

  /// A new session. The same seed gives the same draws.
  public init(seed: UInt64 = 0, options: SessionOptions = SessionOptions()) {
    let core = SessionCore(seed: seed, options: options)
    self.core = core
    let brake = Brake(core.machine)
    self.brake = brake
    language = core.language
    style = options.style
    turns = Turns(stop: { brake.pull() }, clear: { brake.release() })
  }

  // MARK: Evaluating

  /// Evaluates a text and gives its value. If it fails, nothing has changed.
  ///
  /// - Parameters:
  ///   - text: the program.
  ///   - name: what messages call it; "cell 3" unless said otherwise.
  @discardableResult
  public func evaluate(_ text: String, name: String? = nil) throws(SessionError) -> AulaValue {
    try run(text, name: name).get()
  }

  /// Evaluates a cell and calls `receive` with what happens, on the thread that called, in order.
  ///
  /// - Parameters:
  ///   - text: the program.
  ///   - name: what messages call it; "cell 3" unless said otherwise.
  ///   - key: what its draws are keyed by. Without, they are keyed by the number of cells that succeeded before.
  ///   - predictions: what a person answered to the cell's `questions(in:)`, in order.
  ///   - receive: gets the events. It must not call the session, but for `cancel`.
  @discardableResult
  public func run(
    _ text: String, name: String? = nil, key: String? = nil, predictions: [String] = [],
    _ receive: (Event) -> Void = { _ in }
  ) -> Outcome {
    var request = Request(text: text, name: name, key: key)
    request.predictions = predictions
    do {
      return try onThread(receive) { core, emit in core.run(request, emit) }
    } catch {
      return Outcome(
        status: .failed, value: .nothing, problems: error.problems, learningSteps: 0, stepsUsed: 0, seconds: 0)
    }
  }

  /// Evaluates a text while the caller's task waits. A cancelled task stops this evaluation and no other.
  @discardableResult
  public func evaluate(_ text: String, name: String? = nil) async throws -> AulaValue {
    try await run(text, name: name).get()
  }

  /// Evaluates a cell while the caller's task waits. `receive` gets the events on the session's thread.
  @discardableResult
  public func run(
    _ text: String, name: String? = nil, key: String? = nil,
    _ receive: @escaping @Sendable (Event) -> Void = { _ in }
  ) async -> Outcome {
    let request = Request(text: text, name: name, key: key)
    let turn = Turn(isWaitedFor: false)
    turns.enter(turn)
    return await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        worker.submit { [self] in
          let outcome = turns.begin(turn) ? core.run(request, receive) : core.stopped()
          turns.end(turn)
          continuation.resume(returning: outcome)
        }
      }
    } onCancel: {
      turns.cancel(turn)
    }
  }

  /// Stops what is running, in a kernel too. Safe from any thread and from a signal handler; without a running
  /// evaluation it does nothing.
  public func cancel() { brake.pull() }

  // MARK: Reaching the session's thread

  /// Runs `body` on the session's thread and waits; events reach this thread meanwhile.
  func onThread<R>(
    _ receive: (Event) -> Void = { _ in }, _ body: @escaping (SessionCore, @escaping (Event) -> Void) -> R
  ) throws(SessionError) -> R {
    guard !worker.isCurrent, !turns.isOwn else { throw busy }
    let turn = Turn(isWaitedFor: true)
    turns.enter(turn)
    defer { turns.leave(turn) }
    let mailbox = Mailbox<Event>()
    let work = Work(body)
    worker.submit { [self] in
      _ = turns.begin(turn)
      work.run(core) { mailbox.post($0) }
      turns.end(turn)
      mailbox.close()
    }
    mailbox.drain(receive)
    guard let result = work.result else { throw busy }
    return result
  }

  /// Runs `body` on the session's thread when its turn comes, at once where this already is that thread.
  func later(_ body: @escaping @Sendable (SessionCore) -> Void) {
    if worker.isCurrent { return body(core) }
    let turn = Turn(isWaitedFor: false)
    turns.enter(turn)
    worker.submit { [self] in
      _ = turns.begin(turn)
      body(core)
      turns.end(turn)
    }
  }

  private var busy: SessionError {
    SessionError(Diagnostic(.sessionBusy, at: .nowhere), language: language, style: style)
  }

  /// What is wrong with files of the library: a mistake of ours that a test finds. It reads all of them.
  package func libraryProblems() throws(SessionError) -> [Problem] {
    try onThread { core, _ in
      core.library.provideAll()
      return core.library.problems.map(core.problem)
    }
  }
}

/// Something to do on the session's thread and its result. Only one thread at a time touches it: the caller waits.
private final class Work<R>: @unchecked Sendable {
  private let body: (SessionCore, @escaping (Event) -> Void) -> R
  private(set) var result: R?

  init(_ body: @escaping (SessionCore, @escaping (Event) -> Void) -> R) { self.body = body }

  func run(_ core: SessionCore, _ emit: @escaping (Event) -> Void) { result = body(core, emit) }
}
