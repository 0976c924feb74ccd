// Exercises with everything that belongs to them, from the cells of a lesson.
import Diagnostics

extension LessonReader {
  mutating func exercises() -> [Exercise] {
    var starters: [String: Int] = [:]
    var order: [String] = []
    var followers: [String: [LessonCell]] = [:]
    let known = cells.compactMap { if case .exercise(let name) = $0.kind { name } else { nil } }
    for cell in cells {
      switch cell.kind {
      case .plain, .setup, .fails: continue
      case .exercise(let name):
        if let first = starters[name] {
          var twice = Diagnostic(.exerciseTwice, at: cell.infoSpan, ["name": .text(name)])
          twice.labels.append(Diagnostic.Label(cells[first].infoSpan, nil))
          problems.append(twice)
        } else {
          starters[name] = cell.index
          order.append(name)
        }
      case .check(let name), .solution(let name), .wrong(let name):
        if starters[name] != nil {
          followers[name, default: []].append(cell)
          continue
        }
        var lost = Diagnostic(
          .cellWithoutExercise, at: cell.infoSpan, ["word": .text(cell.kind.word ?? ""), "name": .text(name)])
        let nearest = Suggestions.nearest(to: name, among: known.prefix(100), limit: 1)
        if !nearest.isEmpty { lost.notes.append(Diagnostic.Note(LessonWords.nearest, ["name": .choice(nearest)])) }
        problems.append(lost)
      }
    }
    let exercises = order.compactMap { name in
      starters[name].map { exercise(name, starter: $0, followers[name] ?? []) }
    }
    for exercise in exercises { examine(exercise) }
    return exercises
  }

  private mutating func exercise(_ name: String, starter: Int, _ own: [LessonCell]) -> Exercise {
    let solutions = own.filter { $0.kind == .solution(name) }
    for second in solutions.dropFirst() {
      problems.append(Diagnostic(.secondSolution, at: second.infoSpan, ["name": .text(name)]))
    }
    let solution = solutions.first?.index
    let words = cells[starter].words
    var declared: [String] = []
    for name in outlines[starter].bound + (solution.map { outlines[$0].bound } ?? []) where !declared.contains(name) {
      declared.append(name)
    }
    let checks = own.filter { $0.kind == .check(name) }
    return Exercise(
      name: name, starter: starter, checks: checks.filter { !$0.isHidden }.map(\.index),
      hiddenChecks: checks.filter(\.isHidden).map(\.index), solution: solution,
      wrongs: own.filter { $0.kind == .wrong(name) }.map(\.index), points: words.points, hints: words.hints,
      attempts: words.attempts, maySkip: words.maySkip, isManual: words.isManual, declared: declared)
  }

  private mutating func examine(_ exercise: Exercise) {
    let cell = cells[exercise.starter]
    // In a student's copy the blank may be filled in already.
    if exercise.solution != nil, outlines[exercise.starter].holes.isEmpty {
      problems.append(Diagnostic(.exerciseWithoutHole, at: cell.infoSpan, ["name": .text(exercise.name)]))
    }
    if exercise.checks.isEmpty, !exercise.isManual {
      problems.append(Diagnostic(.exerciseWithoutCheck, at: cell.infoSpan, ["name": .text(exercise.name)]))
    }
  }
}

/// Words of lessons that belong to no problem of their own.
enum LessonWords {
  static let nearest = Words(en: "There is {name}.", es: "Existe {name}.", pt: "Existe {name}.")
}
