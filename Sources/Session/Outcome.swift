// How an evaluation ended, and what was wrong.
import Diagnostics

/// How an evaluation ended.
public struct Outcome: Sendable {
  /// The ways in which it can end.
  public enum Status: String, Sendable {
    /// To its end.
    case finished
    /// With an error: nothing has changed.
    case failed
    /// Stopped from outside: finished statements and learning steps are kept, and `undo` takes them back.
    case interrupted
    /// At a limit that the host set, or that no memory was left: nothing has changed.
    case limit
  }
  /// How it ended.
  public let status: Status
  /// The value of the last statement.
  public let value: AulaValue
  /// What was wrong, and what deserves a look, in order.
  public let problems: [Problem]
  /// How the checks and derivations of the cell came out.
  public internal(set) var checks = CheckCounts()
  /// Learning steps that were finished.
  public let learningSteps: Int
  /// Rounds of loops and calls of functions that were used.
  public let stepsUsed: Int
  /// How long it took.
  public let seconds: Double

  /// The value of a cell that finished; throws what went wrong otherwise.
  public func get() throws(SessionError) -> AulaValue {
    if status == .finished { return value }
    throw SessionError(status: status, problems: problems)
  }
}

/// How many checks and derivations came out in which way.
public struct CheckCounts: Sendable, Hashable {
  /// Those that hold.
  public var passed = 0
  /// Those that do not.
  public var failed = 0
  /// Those that errors of estimates did not allow to decide.
  public var undecided = 0
  /// Those in which something could not be evaluated.
  public var errors = 0
  /// Those that met a `???`.
  public var open = 0

  /// None so far.
  public init() {}

  /// All of them.
  public var total: Int { passed + failed + undecided + errors + open }
  /// Whether every one holds.
  public var allPassed: Bool { passed == total }

  /// Counts one more.
  public mutating func add(_ verdict: CheckVerdict) {
    switch verdict {
    case .passed: passed += 1
    case .failed: failed += 1
    case .undecided: undecided += 1
    case .error: errors += 1
    case .open: open += 1
    }
  }

  /// Counts what others counted.
  public mutating func add(_ other: CheckCounts) {
    passed += other.passed
    failed += other.failed
    undecided += other.undecided
    errors += other.errors
    open += other.open
  }
}

/// Something that is wrong or deserves a look, with its words in the session's language.
public struct Problem: Sendable, CustomStringConvertible {
  /// A place in a text, counted from 1 as people count.
  public struct Place: Sendable, Hashable {
    /// The name of the cell or file.
    public let source: String
    /// The line.
    public let line: Int
    /// The character in the line.
    public let column: Int

    /// Where a part of a text begins; nil where that is no text that somebody wrote.
    package init?(_ span: Span, _ sources: Sources) {
      guard let source = sources[span.source] else { return nil }
      let offset = Int(span.lower)
      let line = source.line(at: offset)
      let start = source.range(ofLine: line).lowerBound
      self.init(source: source.name, line: line + 1, column: source.text(start, offset).count + 1)
    }

    package init(source: String, line: Int, column: Int) {
      self.source = source
      self.line = line
      self.column = column
    }
  }
  /// What it is: the kind, the places, the words in every language.
  public let diagnostic: Diagnostic
  /// Where, if it is at a place somebody wrote.
  public let place: Place?
  /// What a person reads: the message, the line with the place underlined, why, and what would mend it.
  public let text: String

  /// The stable code, such as `E0123`.
  public var code: String { diagnostic.row.code }
  /// Whether it kept the cell from its end.
  public var isError: Bool { diagnostic.row.severity == .error }
  /// What a person reads.
  public var description: String { text }

  package init(_ diagnostic: Diagnostic, sources: Sources, language: Language, style: TextStyle) {
    self.diagnostic = diagnostic
    text = Renderer(sources: sources, language: language, style: style.renderer).render(diagnostic)
    place = Place(diagnostic.span, sources)
  }
}

/// Why an evaluation has no value. Its description is what a person reads.
public struct SessionError: Error, Sendable, CustomStringConvertible {
  /// How the evaluation ended.
  public let status: Outcome.Status
  /// What was wrong, in order.
  public let problems: [Problem]

  init(status: Outcome.Status, problems: [Problem]) {
    self.status = status
    self.problems = problems
  }

  /// A single problem that belongs to no text.
  init(_ diagnostic: Diagnostic, language: Language, style: TextStyle) {
    status = .failed
    problems = [Problem(diagnostic, sources: Sources(), language: language, style: style)]
  }

  /// What a person reads.
  public var description: String { problems.map(\.text).joined(separator: "\n") }
}
