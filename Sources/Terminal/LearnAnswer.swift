// Which entries answer an exercise, and how the answer grows when it is given piece by piece.
import Diagnostics
import Lessons
import Syntax

/// Answers to an exercise as texts.
package struct LearnAnswer {
  private let exercise: Exercise
  private let starter: String

  package init(_ exercise: Exercise, in lesson: Lesson) {
    self.init(exercise, starter: lesson.cells[exercise.starter].program)
  }

  init(_ exercise: Exercise, starter: String) {
    self.exercise = exercise
    self.starter = starter
  }

  /// Whether an entry is meant as an answer: it defines a name that the exercise asks for; where it asks for none, it begins as the
  /// exercise does.
  package func isAnswer(_ entry: String) -> Bool {
    let outline = CellOutline(entry)
    if outline.bound.contains(where: exercise.declared.contains) { return true }
    guard exercise.declared.isEmpty, let first = outline.words.first else { return false }
    return CellOutline(starter).words.contains(first) && outline.words.count > 1 && first.hasPrefix("word")
  }

  /// The whole answer after an entry: of the answer so far, the statements stay that the entry does not define anew.
  package func whole(_ entry: String, after draft: String) -> String {
    let (old, new) = (CellOutline(draft), CellOutline(entry))
    guard old.parsed.diagnostics.isEmpty, new.parsed.diagnostics.isEmpty else { return entry }
    let wanted = Set(old.bound).intersection(exercise.declared)
    let given = Set(new.bound)
    guard !given.isDisjoint(with: wanted), !wanted.isSubset(of: given) else { return entry }
    var bytes = Array(draft.utf8)
    var isPlaced = false
    for statement in old.parsed.program.statements.reversed()
    where !statement.boundNames.isEmpty && given.isSuperset(of: statement.boundNames) {
      let range = Int(statement.span.lower)..<Int(statement.span.upper)
      guard range.upperBound <= bytes.count else { return entry }
      bytes.replaceSubrange(range, with: isPlaced ? [] : Array(entry.utf8))
      isPlaced = true
    }
    return isPlaced ? String(decoding: bytes, as: UTF8.self) : entry
  }
}
