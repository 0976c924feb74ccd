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
    place = sources[diagnostic.span.source].map { source in
      let offset = Int(diagnostic.span.lower)
      let line = source.line(at: offset)
      let start = source.range(ofLine: line).lowerBound
      return Place(source: source.name, line: line + 1, column: source.text(start, offset).count + 1)
    }
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
