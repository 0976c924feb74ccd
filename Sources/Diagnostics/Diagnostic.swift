// What can be wrong with a program: one row for each kind, and a diagnostic for each time it happens.

/// One kind of problem: its stable code, its words, and its page. Everything about the kind is derived from the row.
public final class DiagnosticRow: Sendable {
  /// How serious it is.
  public enum Severity: String, Sendable {
    /// The cell did not run, or not to its end.
    case error
    /// The cell ran; something in it deserves a look.
    case warning
  }
  /// The stable code, such as `E0123`.
  public let code: String
  /// How serious it is.
  public let severity: Severity
  /// What is wrong, in one sentence.
  public let message: Words
  /// What stands under the underlined place.
  public let label: Words?
  /// What to do about it.
  public let help: Words?
  /// The page: what it means, for somebody who meets it for the first time.
  public let meaning: Words
  /// The page: how to mend the example.
  public let mend: Words
  /// The page: a program that shows it, which a test runs; empty where no small program can.
  public let example: String

  /// For a kind that no small program shows.
  package static let noExample = ""

  /// A row. `message`, `label` and `help` may use `{names}` of values that the place of the error supplies.
  package init(
    _ code: String, severity: Severity = .error, message: Words, label: Words? = nil, help: Words? = nil,
    meaning: Words, mend: Words, example: String
  ) {
    self.code = code
    self.severity = severity
    self.message = message
    self.label = label
    self.help = help
    self.meaning = meaning
    self.mend = mend
    self.example = example
  }
}

/// One problem at one place.
public struct Diagnostic: Error, Sendable {
  /// A second place that has to do with it, and why.
  public struct Label: Sendable {
    /// Where.
    public let span: Span
    /// Why it matters; nil underlines without words.
    public let words: Words?
    /// What stands for the `{names}`.
    public let values: [String: Phrase]

    /// A label at a place.
    package init(_ span: Span, _ words: Words?, _ values: [String: Phrase] = [:]) {
      self.span = span
      self.words = words
      self.values = values
    }
  }
  /// A line below the source.
  public struct Note: Sendable {
    /// What it says.
    public let words: Words
    /// What stands for the `{names}`.
    public let values: [String: Phrase]

    /// A note.
    package init(_ words: Words, _ values: [String: Phrase] = [:]) {
      self.words = words
      self.values = values
    }
  }
  /// A text that would mend it when put in place of a span.
  public struct Fix: Sendable {
    /// What to replace.
    public let span: Span
    /// The text to put there.
    public let replacement: String

    /// A replacement.
    package init(_ span: Span, _ replacement: String) {
      self.span = span
      self.replacement = replacement
    }
  }

  /// The kind.
  public let row: DiagnosticRow
  /// Where.
  public let span: Span
  /// What stands for the row's `{names}`.
  public let values: [String: Phrase]
  /// Text under the place, in the place of the row's own label.
  public var label: Note?
  /// Other places that have to do with it.
  public var labels: [Label]
  /// Lines below the source, before the row's own help.
  public var notes: [Note]
  /// What would mend it.
  public var fix: Fix?
  /// Whether more input could still make it right: the text ends in the middle of something.
  public var isIncomplete = false

  /// A problem of a kind at a place.
  package init(
    _ row: DiagnosticRow, at span: Span, _ values: [String: Phrase] = [:], labels: [Label] = [], notes: [Note] = [],
    fix: Fix? = nil
  ) {
    self.row = row
    self.span = span
    self.values = values
    self.labels = labels
    self.notes = notes
    self.fix = fix
  }
}

/// Several problems of one cell, in the order of their places.
public struct Diagnostics: Error, Sendable {
  /// The problems; at least one.
  public let list: [Diagnostic]

  package init(_ list: [Diagnostic]) { self.list = list }
}
