// The author's test: a lesson that runs, exercises that tell right from wrong, languages that agree, checks that can fail.
import AulaRuntime
import Diagnostics
import Session

/// Tests a lesson that reads without problems. It belongs to one thread, but for `cancel`.
package final class LessonTest {
  let lesson: Lesson
  private let others: [Lesson]
  private let sources: Sources
  private let options: SessionOptions
  let run: LessonRun
  private let mutations: MutationCrew
  private(set) var report: LessonTestReport
  private var receive: (LessonTestEvent) -> Void = { _ in }

  /// - Parameters:
  ///   - lesson: What is tested.
  ///   - others: The same lesson in other languages.
  ///   - sources: What all of them were read with.
  ///   - options: What its sessions may use.
  package init(_ lesson: Lesson, others: [Lesson] = [], sources: Sources, options: SessionOptions = SessionOptions()) {
    self.lesson = lesson
    self.others = others
    self.sources = sources
    self.options = options
    run = LessonRun(lesson, options: options)
    mutations = MutationCrew(lesson, options: options)
    report = LessonTestReport(lesson)
  }

  /// Stops the test. Any thread may call it.
  package func cancel() {
    run.cancel()
    mutations.cancel()
  }

  /// Runs the whole test once.
  package func perform(_ receive: @escaping (LessonTestEvent) -> Void = { _ in }) -> LessonTestReport {
    self.receive = receive
    receive(.stage(.running))
    runThrough()
    if !report.wasStopped {
      receive(.stage(.exercises))
      examineExercises()
    }
    if !report.wasStopped && !others.isEmpty {
      receive(.stage(.languages))
      compareLanguages()
    }
    if !report.wasStopped { tryChanges() }
    return report
  }

  // MARK: Problems

  func add(_ row: DiagnosticRow, at span: Span, _ values: [String: Phrase] = [:], notes: [Diagnostic.Note] = []) {
    add(Diagnostic(row, at: span, values, notes: notes))
  }

  private func add(_ diagnostic: Diagnostic) {
    add(
      Problem(diagnostic, sources: sources, language: options.language ?? .ofEnvironment, style: options.style))
  }

  private func add(_ problem: Problem) {
    report.problems.append(problem)
    receive(.problem(problem))
  }

  // MARK: Running

  private func runThrough() {
    let summary = run.runThrough { event in
      switch event {
      case .problem(let problem): add(problem)
      case .event(.check(let result), in: let cell): add(result.verdict, result.title, result.place, cell)
      case .event(.derivation(let result), in: let cell): add(result.verdict, result.title, result.place, cell)
      case .event(.problem(let problem), in: let cell) where problem.isError && cell.kind != .fails: add(problem)
      default: break
      }
    }
    report.wasStopped = summary.wasStopped
    report.checks = summary.checks
    report.seconds = summary.seconds
    guard let promised = lesson.header.seconds, summary.seconds > promised else { return }
    add(
      .lessonTooSlow, at: lesson.place(ofKey: "seconds"),
      ["found": .text(Self.brief(summary.seconds)), "seconds": .text(Self.brief(promised))])
  }

  private func add(_ verdict: CheckVerdict, _ claim: String, _ place: Problem.Place?, _ cell: LessonCell) {
    if verdict == .passed { return }
    let line = place.flatMap { cell.code.lines.indices.contains($0.line - 1) ? cell.code.lines[$0.line - 1] : nil }
    let span = line.map {
      Span(source: lesson.sourceNumber, lower: Int32(clamping: $0.lowerBound), upper: Int32(clamping: $0.upperBound))
    }
    add(.lessonCheckFails, at: span ?? cell.infoSpan, ["claim": .text(claim)])
  }

  /// A number of seconds with as many digits as matter.
  private static func brief(_ seconds: Double) -> String {
    let tenths = (min(seconds, 1e9) * 10).rounded() / 10
    return Int(exactly: tenths).map(String.init) ?? "\(tenths)"
  }

  // MARK: Exercises

  private func examineExercises() {
    for step in lesson.steps {
      guard let exercise = step.exercise.flatMap(lesson.exercise) else { continue }
      if let test = examine(exercise, at: step.index) { report.exercises.append(test) }
      if report.wasStopped { return }
    }
  }

  private func examine(_ exercise: Exercise, at step: Int) -> LessonTestReport.ExerciseTest? {
    var test = LessonTestReport.ExerciseTest(name: exercise.name, points: exercise.points)
    let name: [String: Phrase] = ["exercise": .text(exercise.name)]
    func result(_ cell: LessonCell) -> AnswerResult? {
      let result = run.examine(cell.program, at: step, withHidden: true)
      if run.isStopped { report.wasStopped = true }
      return run.isStopped ? nil : result
    }
    if let solution = exercise.solution.map({ lesson.cells[$0] }) {
      guard let found = result(solution) else { return nil }
      test.solutionPasses = found.isAccepted && found.leftOut.isEmpty
      if test.solutionPasses == false { add(.solutionFails, at: solution.infoSpan, name, notes: notes(of: found)) }
    }
    let starter = lesson.cells[exercise.starter]
    if let found = result(starter) { test.blankFails = !found.isAccepted }
    if !test.blankFails { add(.blankPasses, at: starter.infoSpan, name) }
    for wrong in exercise.wrongs.map({ lesson.cells[$0] }) {
      guard let found = result(wrong) else { return nil }
      test.wrongs.append(
        LessonTestReport.WrongTest(
          line: wrong.line, passesVisible: found.passesVisible && !found.isAccepted, passesHidden: found.passesHidden))
      if found.isAccepted {
        add(.wrongPasses, at: wrong.infoSpan, name)
      } else if found.checks.isEmpty {
        add(.wrongDoesNotRun, at: wrong.infoSpan, name, notes: notes(of: found))
      }
    }
    let hasTrap = test.wrongs.contains { $0.passesVisible && !$0.passesHidden }
    if !hasTrap && !exercise.isManual && exercise.solution != nil {
      add(.noTrap, at: starter.infoSpan, name)
    }
    return test
  }

  /// What was wrong with an answer, in short.
  private func notes(of result: AnswerResult) -> [Diagnostic.Note] {
    var lines = result.problems.filter(\.isError).map { $0.diagnostic.message(in: run.language) }
    for checked in result.checks {
      lines += checked.outcome.problems.filter(\.isError).map { $0.diagnostic.message(in: run.language) }
      for event in checked.results {
        if case .check(let check) = event, check.verdict != .passed { lines.append(check.title) }
        if case .derivation(let derivation) = event, derivation.verdict != .passed { lines.append(derivation.title) }
      }
    }
    return lines.map { Diagnostic.Note(Words(en: "{text}", es: "{text}", pt: "{text}"), ["text": .text($0)]) }
  }

  // MARK: Languages

  private func compareLanguages() {
    for other in others {
      let differences = other.differences(from: lesson)
      report.languages.append((other.language, differences.count))
      for difference in differences { add(difference) }
    }
  }

  // MARK: Changes

  private func tryChanges() {
    guard lesson.hasSolutions || !mutations.timeline.claimed.isEmpty else { return }
    receive(.stage(.changes))
    let start = Seconds.now
    defer { report.changeSeconds = Seconds.now - start }
    guard let tried = mutations.verdicts(progress: { receive(.tried($0, of: $1)) }) else {
      report.wasStopped = true
      return
    }
    for (mutant, verdict) in tried {
      switch verdict {
      case .caught: note(mutant) { $0.caught += 1 }
      case .survives: note(mutant) { if isListed(mutant) { $0.listed += 1 } else { $0.missed += 1 } }
      case .stopped, nil: report.untried += 1
      }
    }
    judge(tried.filter { $0.verdict == .survives }.map(\.mutant), among: tried.map(\.mutant))
  }

  private func note(_ mutant: LessonMutant, _ change: (inout LessonTestReport.ChangedCell) -> Void) {
    let name = mutant.cell.survivorName
    let place = report.cells.firstIndex { $0.name == name }
    if place == nil { report.cells.append(LessonTestReport.ChangedCell(name: name)) }
    let index = place ?? report.cells.count - 1
    report.cells[index].changes += 1
    change(&report.cells[index])
  }

  private func isListed(_ mutant: LessonMutant) -> Bool { lesson.survivors.contains { $0.isAbout(mutant) } }

  private func judge(_ survivors: [LessonMutant], among mutants: [LessonMutant]) {
    for mutant in survivors where !isListed(mutant) {
      add(
        .mutantSurvives, at: mutant.place,
        ["change": .text(mutant.description), "name": .text(mutant.cell.survivorName)])
    }
    for listed in lesson.survivors {
      if !mutants.contains(where: listed.isAbout) {
        add(.survivorUnknown, at: listed.span)
      } else if !survivors.contains(where: listed.isAbout) {
        add(.survivorIsCaught, at: listed.span)
      }
    }
    guard survivors.count * 10 > mutants.count else { return }
    let first = lesson.survivors.first?.span ?? lesson.place(ofKey: "title")
    add(.tooManySurvivors, at: first, ["count": .text("\(survivors.count)"), "total": .text("\(mutants.count)")])
  }
}

extension Lesson.Survivor {
  fileprivate func isAbout(_ mutant: LessonMutant) -> Bool {
    cell == mutant.cell.survivorName && reason(for: mutant.description) != nil
  }
}

extension Lesson {
  /// A line of the header.
  fileprivate func place(ofKey key: String) -> Span {
    headerPlaces[key] ?? Span(source: sourceNumber, lower: 0, upper: 0)
  }
}
