// An exercise on a page: what is asked for, help, and what becomes of a solution, folded up.
import AulaRuntime
import Diagnostics

/// Gathers what a page shows of an exercise.
struct ExerciseBox {
  private let exercise: Exercise
  private let lesson: Lesson
  /// The solution's program, what it gives, and what its checks say.
  var solution: [String] = []

  var name: String { exercise.name }

  init(_ exercise: Exercise, _ lesson: Lesson) {
    self.exercise = exercise
    self.lesson = lesson
  }

  /// A page without solutions shows nothing of what they give, either: that would tell what they are.
  func html(withSolution: Bool) -> String {
    let language = lesson.language
    let title = PageHTML.element("strong", [], PageHTML.escaped(ExportWords.exercise(language) + " · " + name))
    let worth = PageHTML.element(
      "span", [("class", "more")], PageHTML.escaped(ExportWords.worth(exercise.points, language)))
    var inside = PageHTML.element("p", [("class", "headline")], title + " " + worth)
    inside += PageHTML.program(lesson.cells[exercise.starter].program)
    for (index, hint) in exercise.hints.enumerated() {
      let label = ExportWords.hint(language) + (exercise.hints.count > 1 ? " \(index + 1)" : "")
      inside += PageHTML.folded(label, PageHTML.element("p", [], PageHTML.escaped(hint)))
    }
    let checks = exercise.checks.map { PageHTML.program(lesson.cells[$0].program) }.joined()
    if !checks.isEmpty { inside += PageHTML.folded(ExportWords.checks(language), checks) }
    let gathered = solution.filter { !$0.isEmpty }.joined(separator: "\n")
    if withSolution, !gathered.isEmpty { inside += PageHTML.folded(ExportWords.solution(language), gathered) }
    return PageHTML.element("section", [("class", "exercise")], inside)
  }
}
