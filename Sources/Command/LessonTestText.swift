// What came of the test of a lesson: as a table for people, as an object of JSON.
import Diagnostics
import Lessons
import Terminal

enum LessonTestText {
  // MARK: For people

  static func text(_ report: LessonTestReport, source: String, _ language: Language) -> String {
    var lines = [Visible.text(source) + ": " + Visible.text(report.lesson)]
    lines += table(rows(report, language)).map { "  " + $0 }
    lines += table(changes(report, language)).map { "  " + $0 }
    lines.append(verdict(report, language))
    return lines.joined(separator: "\n") + "\n"
  }

  private static func rows(_ report: LessonTestReport, _ language: Language) -> [[String]] {
    let promise = report.promised.map { " (\(number($0)) s)" } ?? ""
    var rows = [
      [TestWords.time(language), "\(number(report.seconds)) s\(promise)"],
      [TestWords.checks(language), "\(report.checks.passed)/\(report.checks.total)"],
    ]
    for exercise in report.exercises { rows.append([exercise.name, summary(exercise, language)]) }
    if !report.languages.isEmpty {
      let texts = report.languages.map { "\($0.language.rawValue) \($0.differences == 0 ? "✓" : "✗")" }
      rows.append([TestWords.languages(language), texts.joined(separator: ", ")])
    }
    return rows
  }

  private static func summary(_ exercise: LessonTestReport.ExerciseTest, _ language: Language) -> String {
    let visible = exercise.wrongs.count { !$0.passesVisible }
    let hidden = exercise.wrongs.count { $0.passesVisible && !$0.passesHidden }
    let solution = exercise.solutionPasses.map { ($0 ? TestWords.solutionPasses : TestWords.solutionFails)(language) }
    let wrongs = TestWords.wrongs.filled(
      ["visible": .text("\(visible)"), "hidden": .text("\(hidden)"), "all": .text("\(exercise.wrongs.count)")],
      in: language)
    return [solution, exercise.wrongs.isEmpty ? nil : wrongs].compactMap(\.self).joined(separator: ", ")
  }

  private static func changes(_ report: LessonTestReport, _ language: Language) -> [[String]] {
    guard report.changes > 0 else { return [] }
    var rows = [
      [TestWords.changesIn, TestWords.all, TestWords.caught, TestWords.listed, TestWords.missed].map { $0(language) }
    ]
    for cell in report.cells {
      rows.append([cell.name] + [cell.changes, cell.caught, cell.listed, cell.missed].map(String.init))
    }
    return rows
  }

  private static func verdict(_ report: LessonTestReport, _ language: Language) -> String {
    let values: [String: Phrase] = [
      "problems": .text("\(report.problems.count)"), "caught": .text("\(report.caught)"),
      "changes": .text("\(report.changes)"), "untried": .text("\(report.untried)"),
    ]
    let words =
      report.wasStopped
      ? TestWords.stopped
      : report.isWell ? TestWords.well : report.untried > 0 ? TestWords.untried : TestWords.notWell
    return words.filled(values, in: language)
  }

  /// Columns side by side: the first to the left, numbers to the right.
  private static func table(_ rows: [[String]]) -> [String] {
    let count = rows.map(\.count).max() ?? 0
    let widths = (0..<count).map { column in
      rows.map { $0.indices.contains(column) ? Visible.width($0[column]) : 0 }.max() ?? 0
    }
    return rows.map { row in
      let cells = row.enumerated().map { column, text in
        let gap = String(repeating: " ", count: max(0, widths[column] - Visible.width(text)))
        let isNumber = column > 0 && row.count > 2
        return column == row.count - 1 && !isNumber ? text : isNumber ? gap + text : text + gap
      }
      return cells.joined(separator: "  ")
    }
  }

  private static func number(_ value: Double) -> String {
    let tenths = (min(max(value, 0), 1e9) * 10).rounded() / 10
    return Int(exactly: tenths).map(String.init) ?? "\(tenths)"
  }

  // MARK: For programs

  static func json(_ report: LessonTestReport, source: String) -> JSONText {
    .object([
      ("event", .string("lessonTest")), ("source", .string(source)), ("title", .string(report.lesson)),
      ("well", .truth(report.isWell)), ("stopped", .truth(report.wasStopped)), ("seconds", .number(report.seconds)),
      ("promised", .optional(report.promised)), ("checksPassed", .whole(report.checks.passed)),
      ("checks", .whole(report.checks.total)), ("problems", .whole(report.problems.count)),
      ("exercises", .list(report.exercises.map(json))),
      (
        "languages",
        .list(
          report.languages.map {
            .object([("language", .string($0.language.rawValue)), ("differences", .whole($0.differences))])
          })
      ),
      ("changes", .list(report.cells.map(json))), ("untried", .whole(report.untried)),
      ("changeSeconds", .number(report.changeSeconds)),
    ])
  }

  private static func json(_ exercise: LessonTestReport.ExerciseTest) -> JSONText {
    .object([
      ("name", .string(exercise.name)), ("points", .number(exercise.points)),
      ("solutionPasses", exercise.solutionPasses.map { .truth($0) } ?? .null),
      ("blankFails", .truth(exercise.blankFails)),
      (
        "wrongs",
        .list(
          exercise.wrongs.map {
            .object([
              ("line", .whole($0.line)), ("passesVisible", .truth($0.passesVisible)),
              ("passesHidden", .truth($0.passesHidden)),
            ])
          })
      ),
    ])
  }

  private static func json(_ cell: LessonTestReport.ChangedCell) -> JSONText {
    .object([
      ("name", .string(cell.name)), ("changes", .whole(cell.changes)), ("caught", .whole(cell.caught)),
      ("listed", .whole(cell.listed)), ("missed", .whole(cell.missed)),
    ])
  }
}

/// Words of the report.
private enum TestWords {
  static let time = Words(en: "run time", es: "tiempo", pt: "tempo")
  static let checks = Words(en: "checks passed", es: "comprobaciones", pt: "checagens")
  static let languages = Words(en: "languages", es: "idiomas", pt: "línguas")
  static let solutionPasses = Words(en: "solution passes", es: "la solución pasa", pt: "a solução passa")
  static let solutionFails = Words(en: "solution fails", es: "la solución falla", pt: "a solução falha")
  static let wrongs = Words(
    en: "{all} wrong answers: {visible} caught by visible checks, {hidden} by hidden ones",
    es: "{all} respuestas incorrectas: {visible} caen en las visibles, {hidden} en las ocultas",
    pt: "{all} respostas erradas: {visible} pegas pelas visíveis, {hidden} pelas ocultas")
  static let changesIn = Words(en: "changes in", es: "cambios en", pt: "mudanças em")
  static let all = Words(en: "all", es: "todos", pt: "todas")
  static let caught = Words(en: "noticed", es: "detectados", pt: "percebidas")
  static let listed = Words(en: "listed", es: "anotados", pt: "anotadas")
  static let missed = Words(en: "missed", es: "perdidos", pt: "perdidas")
  static let well = Words(
    en: "Well done: {caught} of {changes} changes are noticed.",
    es: "Bien hecho: se detectan {caught} de {changes} cambios.",
    pt: "Muito bem: {caught} de {changes} mudanças são percebidas.")
  static let notWell = Words(
    en: "To mend: {problems}. {caught} of {changes} changes are noticed.",
    es: "Por arreglar: {problems}. Se detectan {caught} de {changes} cambios.",
    pt: "A corrigir: {problems}. {caught} de {changes} mudanças são percebidas.")
  static let untried = Words(
    en:
      "To mend: {problems}. {caught} of {changes} changes are noticed; {untried} wait for cells that fail as they are.",
    es:
      "Por arreglar: {problems}. Se detectan {caught} de {changes} cambios; {untried} esperan a celdas que ya fallan.",
    pt:
      "A corrigir: {problems}. {caught} de {changes} mudanças são percebidas; {untried} esperam células que já falham.")
  static let stopped = Words(en: "Stopped.", es: "Detenido.", pt: "Parado.")
}
