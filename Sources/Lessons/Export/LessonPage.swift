// A lesson as one page: text, programs and what they gave, in a file that needs nothing else.
import AulaRuntime
import Diagnostics

/// Gathers the events of a run into a page.
package struct LessonPage {
  private let lesson: Lesson
  private let language: Language
  /// Whether solutions are in it.
  private let withSolutions: Bool
  private var title = ""
  private var parts: [String] = []
  /// The exercise whose box is still open.
  private var exercise: ExerciseBox?
  private var headings: [(level: Int, words: String, anchor: String)] = []
  private var summary: LessonSummary?
  private let events: EventHTML

  package init(_ lesson: Lesson, withSolutions: Bool) {
    self.lesson = lesson
    self.withSolutions = withSolutions
    language = lesson.language
    let solutions = withSolutions ? [] : lesson.exercises.compactMap(\.solution)
    let concealed = solutions.flatMap { lesson.cells[$0].program.split(separator: "\n") }
      .map { $0.split(separator: " ").joined(separator: " ") }
    events = EventHTML(language: lesson.language, concealed: concealed)
  }

  /// What to answer in the run that is shown: where solutions are shown, what their checks say is, too.
  package var answers: [String: String] {
    guard withSolutions else { return [:] }
    return lesson.exercises.reduce(into: [:]) { answers, exercise in
      answers[exercise.name] = exercise.solution.map { lesson.cells[$0].program }
    }
  }

  /// Takes in what happened.
  package mutating func add(_ event: LessonEvent) {
    switch event {
    case .step: closeExercise()
    case .ended: break
    case .prose(let prose): add(prose)
    case .cell(let cell): add(cell)
    case .attempt(let attempt):
      if attempt.origin != .starter { exercise?.solution.append(PageHTML.program(attempt.text)) }
    case .event(let event, let cell):
      if cell.kind.exercise == nil || exercise == nil {
        parts.append(events.html(of: event))
      } else {
        exercise?.solution.append(events.html(of: event))
      }
    case .answer(let result): add(result)
    case .problem(let problem): parts.append(events.html(of: problem))
    case .end(let summary):
      closeExercise()
      self.summary = summary
    }
  }

  private mutating func add(_ prose: LessonProse) {
    closeExercise()
    var blocks = BlockHTML(after: headings) { prose.text(of: $0) }
    var rest = prose.blocks[...]
    // The title stands above what is told about the lesson.
    if title.isEmpty, parts.isEmpty, case .heading(1, _)? = rest.first?.kind {
      title = blocks.html(of: Array(rest.prefix(1)))
      rest = rest.dropFirst()
    }
    parts.append(blocks.html(of: Array(rest)))
    headings = blocks.headings
  }

  private mutating func add(_ cell: LessonCell) {
    switch cell.kind {
    case .plain, .fails: parts.append(PageHTML.program(cell.program))
    case .setup: parts.append(PageHTML.folded(ExportWords.preparation(language), PageHTML.program(cell.program)))
    case .exercise(let name):
      if exercise?.name == name { break }
      closeExercise()
      exercise = lesson.exercise(name).map { ExerciseBox($0, lesson) }
    case .check, .solution, .wrong: break
    }
  }

  private mutating func add(_ result: AnswerResult) {
    for checked in result.checks where !checked.cell.words.isHidden {
      exercise?.solution += checked.results.map { events.html(of: $0) }
      exercise?.solution += checked.outcome.problems.map { events.html(of: $0) }
    }
  }

  private mutating func closeExercise() {
    if let exercise { parts.append(exercise.html(withSolution: withSolutions)) }
    exercise = nil
  }

  /// The page. The same run gives the same bytes.
  package var html: String {
    var about: [String] = []
    if let minutes = lesson.header.minutes {
      about.append(ExportWords.minutes.filled(["minutes": .text(LessonPage.plain(minutes))], in: language))
    }
    if let checks = summary?.checks, checks.total > 0 {
      about.append(
        ExportWords.summary.filled(["passed": "\(checks.passed)", "total": "\(checks.total)"], in: language))
    }
    let words = PageHTML.escaped(lesson.header.title)
    let head = [
      title.isEmpty && !headings.contains { $0.level == 1 } ? PageHTML.element("h1", [], words) : title,
      about.isEmpty
        ? "" : PageHTML.element("p", [("class", "about")], PageHTML.escaped(about.joined(separator: " · "))),
      contents,
    ]
    return """
      <!DOCTYPE html>
      <html xmlns="http://www.w3.org/1999/xhtml" lang="\(language.rawValue)">
      <head>
      <meta charset="utf-8"/>
      <meta name="viewport" content="width=device-width, initial-scale=1"/>
      <meta name="color-scheme" content="light dark"/>
      <title>\(words)</title>
      <style>
      \(PageStyle.text)
      </style>
      </head>
      <body>
      <main>
      \((head + parts).filter { !$0.isEmpty }.joined(separator: "\n"))
      </main>
      </body>
      </html>

      """
  }

  /// A list of the sections, where there are several.
  private var contents: String {
    let sections = headings.filter { $0.level == 2 }
    guard sections.count > 2 else { return "" }
    let items = sections.map {
      PageHTML.element("li", [], PageHTML.element("a", [("href", "#" + $0.anchor)], PageHTML.escaped($0.words)))
    }
    return PageHTML.element(
      "nav", [("aria-label", ExportWords.contents(language))], PageHTML.element("ol", [], items.joined(separator: "\n"))
    )
  }

  private static func plain(_ value: Double) -> String { Int(exactly: value).map(String.init) ?? "\(value)" }
}
