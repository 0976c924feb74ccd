// A lesson: what an author writes in Markdown, in the order a student meets it.
import Diagnostics

/// A lesson as it was read from its file.
package struct Lesson: Sendable {
  /// A part of a lesson's text.
  package enum Part: Sendable {
    case prose([Block])
    /// A cell, by its place in `cells`.
    case cell(Int)
  }

  /// What a student meets at once: text up to a cell that is shown, and that cell; or the text at the end.
  package struct Step: Sendable {
    /// Its place in `steps`.
    package let index: Int
    /// Text and set-up cells in order, then the cell that is shown, then what belongs to it if it is an exercise.
    package let parts: [Part]
    /// The cell that is shown and run; nil for text at the end.
    package let cell: Int?
    /// The exercise that the cell begins.
    package let exercise: String?
  }

  /// A change that no check catches, and why that is right.
  package struct Survivor: Sendable, Hashable {
    /// The exercise, or "cell 3".
    package let cell: String
    /// `before -> after: reason`
    package let text: String
    package let span: Span

    /// The reason that is given for a change written as `before -> after`; nil if this is about another one.
    package func reason(for change: String) -> String? {
      guard text.hasPrefix(change + ": ") else { return nil }
      return String(text.dropFirst(change.count + 2))
    }
  }

  /// What messages call the file.
  package let name: String
  package let language: Language
  package let header: LessonHeader
  package let cells: [LessonCell]
  package let exercises: [Exercise]
  package let steps: [Step]
  /// The values that its text shows, in order.
  package let values: [ValueText]
  package let survivors: [Survivor]
  /// The names that its cells bind or record: what belongs to the lesson and not to the student.
  package let names: Set<String>
  /// The file's text, and its number among the sources it was read with.
  package let source: Source
  package let sourceNumber: Int32
  /// Where the lines of the header are, by their keys.
  let headerPlaces: [String: Span]

  package func exercise(_ name: String) -> Exercise? { exercises.first { $0.name == name } }

  /// Every part in the order of the file.
  package var parts: [Part] { steps.flatMap(\.parts) }

  /// Whether it is an author's file: a student's copy has no solutions.
  package var hasSolutions: Bool { exercises.contains { $0.solution != nil } }
}

/// Something a student is to write.
package struct Exercise: Sendable {
  package let name: String
  /// The cell it begins with; this and the following are places in `Lesson.cells`.
  package let starter: Int
  package let checks: [Int]
  package let hiddenChecks: [Int]
  package let solution: Int?
  package let wrongs: [Int]
  package let points: Double
  package let hints: [String]
  /// After so many attempts the solution may be looked at.
  package let attempts: Int
  package let maySkip: Bool
  /// Whether a person reads the answer.
  package let isManual: Bool
  /// The names that an answer is to give: those bound at the top level of the starter and of the solution.
  package let declared: [String]
}
