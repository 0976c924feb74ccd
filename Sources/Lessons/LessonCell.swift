// A cell of a lesson: what it is for, its program, and where it stands in the file.
import Diagnostics
import Session

/// A cell of a lesson.
package struct LessonCell: Sendable {
  /// What a cell is for.
  package enum Kind: Sendable, Hashable {
    /// Shown and run.
    case plain
    /// Run before what follows it, and not shown.
    case setup
    /// Shown and run; it ends in an error, which is shown, too.
    case fails
    /// What a student begins an exercise with.
    case exercise(String)
    /// Claims about the exercise of this name.
    case check(String)
    case solution(String)
    /// A plausible wrong answer.
    case wrong(String)

    /// The exercise it belongs to.
    package var exercise: String? {
      switch self {
      case .plain, .setup, .fails: nil
      case .exercise(let name), .check(let name), .solution(let name), .wrong(let name): name
      }
    }

    /// Whether it is one of the cells that follow an exercise and belong to it.
    package var followsExercise: Bool {
      switch self {
      case .plain, .setup, .fails, .exercise: false
      case .check, .solution, .wrong: true
      }
    }

    /// The word behind the fence; none for a plain cell.
    package var word: String? {
      switch self {
      case .plain: nil
      case .setup: "setup"
      case .fails: "fails"
      case .exercise: "exercise"
      case .check: "check"
      case .solution: "solution"
      case .wrong: "wrong"
      }
    }
  }

  package let words: CellWords
  /// Its place in `Lesson.cells`.
  package let index: Int
  /// What people call it by number: "cell 3" counts the cells that do not belong to an exercise before them.
  package let number: Int
  /// What its draws are keyed by, the same in every language: "cell 3", "exercise d-loss", "check d-loss 2".
  package let key: String
  /// Its lines, each with a line feed.
  package let program: String
  package let code: FencedCode
  /// The whole cell with its fences.
  package let span: Span
  /// What stands behind the opening fence.
  package let infoSpan: Span

  package var kind: Kind { words.kind }
  package var isHidden: Bool { words.isHidden }
  /// The line of its opening fence, counted from 1.
  package var line: Int { code.line }

  /// What messages about it call it.
  package func name(in language: Language) -> String {
    switch kind {
    case .plain, .setup, .fails: SessionWords.cell(number, in: language)
    case .exercise(let name): name
    case .check, .solution, .wrong: key
    }
  }

  /// What a list of survivors calls it.
  package var survivorName: String { kind.exercise ?? "cell \(number)" }
}

// MARK: Places

extension LessonCell {
  /// Where in the lesson's file an offset of the program lies.
  package func offset(inFile offset: Int) -> Int {
    var start = 0
    for line in code.lines {
      if offset <= start + line.count { return line.lowerBound + max(0, offset - start) }
      start += line.count + 1
    }
    return code.body.upperBound
  }

  /// Where in the lesson's file a place of the program lies.
  package func span(inFile span: Span) -> Span {
    Span(
      source: self.span.source, lower: Int32(clamping: offset(inFile: Int(span.lower))),
      upper: Int32(clamping: offset(inFile: Int(span.upper))))
  }

  /// A problem of the program, at its place in the lesson's file.
  package func inFile(_ diagnostic: Diagnostic) -> Diagnostic {
    var moved = Diagnostic(
      diagnostic.row, at: span(inFile: diagnostic.span), diagnostic.values,
      labels: diagnostic.labels.map { Diagnostic.Label(span(inFile: $0.span), $0.words, $0.values) },
      notes: diagnostic.notes,
      fix: diagnostic.fix.map { Diagnostic.Fix(span(inFile: $0.span), $0.replacement) })
    moved.label = diagnostic.label
    return moved
  }
}
