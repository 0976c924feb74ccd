// Where the events of a lesson go: the same text as step by step, or JSON lines.
import AulaRuntime
import Diagnostics
import Lessons
import Terminal

/// Tells what happens in one run of a lesson.
final class LessonReport {
  private let job: Job
  private let report: EventReport
  private let printer: LessonPrinter
  /// Whether the lesson itself is told, and not only its exercises.
  private let showsAll: Bool

  /// What went wrong with files of pictures.
  var ending: Ending { report.ending }

  init(_ job: Job, _ run: LessonRun, name: String, showsAll: Bool = true) {
    self.job = job
    self.showsAll = showsAll
    let report = EventReport(job, name: LessonFiles.name(of: name), showsNames: false) { run.cancel() }
    self.report = report
    let output = job.output
    printer = LessonPrinter(report.printer, receive: { report.receive($0) }, write: { output.write($0) })
  }

  func begin(_ path: String) {
    if job.settings.isJSON { report.tell(JSONEvents.begin(path)) }
  }

  func receive(_ event: LessonEvent) {
    if job.output.failure != nil { return }
    if job.settings.isJSON {
      if case .event(let event, _) = event { return report.receive(event) }
      if let text = JSONEvents.lesson(event, job.language) { report.tell(text) }
    } else if showsAll || isAboutExercises(event) {
      if !job.settings.isQuiet || isOutcome(event) { printer.show(event) }
    }
    job.output.flush()
  }

  /// What `check` tells: answers, what came of them, and what is wrong with the lesson.
  private func isAboutExercises(_ event: LessonEvent) -> Bool {
    switch event {
    case .answer, .problem: true
    // What is wrong with the answer itself.
    case .event(.problem, let cell): if case .exercise = cell.kind { true } else { false }
    case .step, .prose, .cell, .attempt, .event, .ended, .end: false
    }
  }

  /// What a quiet run still tells.
  private func isOutcome(_ event: LessonEvent) -> Bool {
    switch event {
    case .event, .ended, .answer, .problem, .end: true
    case .step, .prose, .cell, .attempt: false
    }
  }

  /// Says which exercises are solved, which are not, and that there are checks which a student does not see.
  func tellAnswers(_ summary: LessonSummary, in lesson: Lesson) {
    guard !job.settings.isJSON, !job.settings.isQuiet else { return }
    func tell(_ words: Words, _ names: [String], _ ink: Ink = .plain) {
      let values: [String: Phrase] = [
        "names": .text(names.map { "`\($0)`" }.joined(separator: ", ")), "points": LessonWords.points(summary.points),
        "all": LessonWords.points(lesson.exercises.reduce(0) { $0 + $1.points }),
      ]
      if !names.isEmpty { printer.say(words.filled(values, in: job.language), ink) }
    }
    printer.beginPart()
    tell(LessonWords.solved, summary.solved, .good)
    tell(LessonWords.failed, summary.failed, .warning)
    tell(LessonWords.open, (summary.open + summary.standIns).filter { !summary.failed.contains($0) })
    if lesson.exercises.isEmpty { printer.say(LessonWords.noExercises(job.language)) }
    tell(lesson.hasSolutions ? LessonWords.hidden : LessonWords.teacherHasMore, summary.withHidden, .dim)
    if !lesson.hasSolutions, summary.withHidden.isEmpty {
      tell(LessonWords.teacherHasMore, lesson.exercises.map(\.name), .dim)
    }
    job.output.flush()
  }
}

enum LessonWords {
  static let solved = Words(
    en: "Solved: {names}; {points} of {all} points.", es: "Resueltos: {names}; {points} de {all} puntos.",
    pt: "Resolvidos: {names}; {points} de {all} pontos.")
  static let failed = Words(
    en: "Not right yet: {names}.", es: "Aún no están bien: {names}.", pt: "Ainda não estão certos: {names}.")
  static let open = Words(
    en: "Still to do: {names}. Write your answer in the place of `???`.",
    es: "Por hacer: {names}. Escribe tu respuesta en lugar de `???`.",
    pt: "Por fazer: {names}. Escreva sua resposta no lugar de `???`.")
  static let noExercises = Words(
    en: "This lesson has no exercises.", es: "Esta lección no tiene ejercicios.", pt: "Esta lição não tem exercícios.")
  static let hidden = Words(
    en: "There are more checks than those shown here, for: {names}.",
    es: "Hay más comprobaciones que las que se muestran aquí, para: {names}.",
    pt: "Há mais verificações do que as mostradas aqui, para: {names}.")
  static let teacherHasMore = Words(
    en: "Whoever grades this has more checks than these.", es: "Quien lo evalúe tiene más comprobaciones que estas.",
    pt: "Quem vai avaliar tem mais verificações do que estas.")

  /// Points without `.0`.
  static func points(_ points: Double) -> Phrase { .text(Int(exactly: points).map(String.init) ?? "\(points)") }
}
