// A lesson at work: one session, and a moment before each step to come back to.
import AulaRuntime
import Diagnostics
import Session
import Synchronization

/// Runs a lesson step by step.
///
/// The lesson's own state never holds anything that a student typed beside it: it is kept apart, and what the student defined at the
/// prompt is laid on top when the prompt is used again. So every step gives what it gives in an unattended run, and going back is exact.
///
/// All calls but `cancel` come from one thread at a time.
package final class LessonRun {
  /// How a step stands.
  package enum Mark: String, Sendable {
    case waiting
    case played
    /// An exercise with an answer of the student's own.
    case solved
    /// An exercise in which the solution stands in.
    case standIn
    /// An exercise that was left open.
    case open
    /// It was played, and then something before it changed.
    case stale
  }

  package let lesson: Lesson
  package let session: Session
  package let language: Language
  /// The step that is met now; `lesson.steps.count` behind the last one.
  package internal(set) var position = 0
  package internal(set) var marks: [Mark]
  /// The answers that the lesson went on with, by exercise.
  package internal(set) var answers: [String: String] = [:]
  /// What the student answers to the statements `predict` of a cell, by its key.
  package var predictions: [String: [String]] = [:]

  /// The lesson's own moments before steps, as far as it got, and before the cells that steps show.
  var moments: [SessionSnapshot] = []
  var openings: [Int: SessionSnapshot] = [:]
  /// The lesson's own present while the session holds the student's names, too.
  private var present: SessionSnapshot?
  /// The moment that holds the student's names.
  private var own: SessionSnapshot?
  let style: TextStyle
  private let sources = Sources()
  private let number: Int32
  private let stop = Stop()

  /// A run from the beginning. Files are seen from where the options say.
  package init(_ lesson: Lesson, options: SessionOptions = SessionOptions()) {
    self.lesson = lesson
    session = Session(seed: lesson.header.seed, options: options)
    language = options.language ?? .ofEnvironment
    style = options.style
    marks = lesson.steps.map { _ in .waiting }
    number = sources.add(lesson.source)
    keepMoment()
  }

  /// Stops what runs, and a run through all steps. Any thread may call it.
  package func cancel() {
    stop.isSet.store(true, ordering: .relaxed)
    session.cancel()
  }

  var isStopped: Bool {
    get { stop.isSet.load(ordering: .relaxed) }
    set { stop.isSet.store(newValue, ordering: .relaxed) }
  }

  package var step: Lesson.Step? { lesson.steps.indices.contains(position) ? lesson.steps[position] : nil }

  // MARK: Moments

  /// Keeps the present as the moment before the step that is met now.
  func keepMoment() {
    guard let moment = try? session.snapshot() else { return }
    moments = Array(moments.prefix(position)) + [moment]
  }

  /// Goes to the lesson's own moment before a step that was reached.
  @discardableResult func goBefore(_ step: Int) -> Bool {
    leaveStudent()
    guard moments.indices.contains(step) else { return false }
    return (try? session.settle(at: moments[step])) != nil
  }

  func settle(at moment: SessionSnapshot?) {
    if let moment { try? session.settle(at: moment) }
  }

  /// The lesson's own moment before a step, if it was reached; for tests that begin there.
  package func moment(before step: Int) -> SessionSnapshot? {
    moments.indices.contains(step) ? moments[step] : nil
  }

  /// Goes back a step: everything is as it was before that one; what the student defined at the prompt stays at hand.
  @discardableResult package func back() -> Bool {
    guard position > 0, goBefore(position - 1) else { return false }
    position -= 1
    outdate(from: position)
    return true
  }

  /// Steps that were played and have to be played again.
  func outdate(from step: Int) {
    for place in marks.indices.dropFirst(step) where marks[place] != .waiting { marks[place] = .stale }
    if moments.count > step + 1 { moments.removeLast(moments.count - step - 1) }
    openings = openings.filter { $0.key <= step }
  }

  // MARK: The student's prompt

  /// Gives the session to the student: the lesson's names as they are now, and the student's own on top. `explore` does it by
  /// itself; completion needs it before.
  package func enterPrompt() {
    guard present == nil, let moment = try? session.snapshot() else { return }
    present = moment
    if let own { try? session.lay(namesOf: own, besides: lesson.names) }
  }

  /// Puts the student's names aside; the session holds the lesson's state alone.
  package func leaveStudent() {
    guard let moment = present else { return }
    own = try? session.snapshot()
    present = nil
    settle(at: moment)
  }

  /// Evaluates what a student types beside the lesson, with everything that the lesson defined up to here. The lesson goes on as if
  /// it had not been typed.
  package func explore(_ text: String, name: String? = nil, _ receive: (Event) -> Void = { _ in }) -> Outcome {
    enterPrompt()
    return session.enter(text, name: name, receive)
  }

  /// Forgets what the student defined, and begins anew.
  package func reset() {
    leaveStudent()
    own = nil
    answers = [:]
    goBefore(0)
    position = 0
    moments = Array(moments.prefix(1))
    openings = [:]
    marks = marks.map { _ in .waiting }
  }

  // MARK: Problems

  /// A problem of the lesson in the words of its reader.
  func problem(_ diagnostic: Diagnostic) -> Problem {
    Problem(diagnostic, sources: sources, language: language, style: style)
  }

  /// A place of the lesson under the number that this run gave it.
  func place(_ span: Span) -> Span { Span(source: number, lower: span.lower, upper: span.upper) }
}

/// Whether somebody asked for an end; any thread may.
private final class Stop: Sendable {
  let isSet = Atomic(false)
}
