// The commands of a lesson, a row each; the prompt's own stand behind them.
import AulaRuntime
import Diagnostics
import Lessons

extension LearnRun {
  /// What begins with `:` in a lesson, in the order in which `:help` lists it.
  package static let commands: [PromptCommand] = {
    let names = Set(rows.map(\.name))
    // The seed is the lesson's.
    return rows + PromptCommand.all.filter { !names.contains($0.name) && $0.name != "seed" }
  }()

  private static func row(
    _ name: String, _ summary: Words, takes argument: PromptCommand.Argument = .nothing,
    _ action: @escaping @Sendable (LearnRun, String) throws -> Void
  ) -> PromptCommand {
    PromptCommand(name, summary, takes: argument) { prompt, argument in
      if let guide = prompt.guide { try action(guide, argument) }
    }
  }

  /// A command about the exercise that is met now.
  private static func exerciseRow(
    _ name: String, _ summary: Words, _ action: @escaping @Sendable (LearnRun, Exercise) throws -> Void
  ) -> PromptCommand {
    row(name, summary) { guide, _ in
      guard let exercise = guide.exercise else { return guide.tell(LearnWords.noExerciseHere) }
      try action(guide, exercise)
    }
  }

  private static let rows: [PromptCommand] = [
    row("next", Words(en: "goes on, as Enter does", es: "sigue, como Intro", pt: "segue, como Enter")) { guide, _ in
      guide.goOn()
    },
    row(
      "back",
      Words(
        en: "goes back a step; all is as it was before it", es: "vuelve un paso atrás; todo queda como antes de él",
        pt: "volta um passo; tudo fica como antes dele")
    ) { guide, _ in guide.goBack() },
    row(
      "again",
      Words(
        en: "plays the step before this one once more", es: "repite el paso anterior a este",
        pt: "repete o passo anterior a este")
    ) { guide, _ in guide.playAgain() },
    row(
      "text",
      Words(en: "shows this step's text again", es: "muestra de nuevo este paso", pt: "mostra este passo de novo")
    ) { guide, _ in guide.showText() },
    exerciseRow(
      "hint",
      Words(
        en: "helps, a little more each time", es: "ayuda, un poco más cada vez", pt: "ajuda, um pouco mais a cada vez")
    ) {
      $0.hint($1)
    },
    row(
      "edit",
      Words(
        en: "opens your answer in your editor; elsewhere, the last entry",
        es: "abre tu respuesta en tu editor; fuera de los ejercicios, la última entrada",
        pt: "abre sua resposta no seu editor; fora dos exercícios, a última entrada")
    ) { guide, _ in
      if let exercise = guide.exercise { try guide.editAnswer(exercise) } else { try guide.prompt.edit() }
    },
    exerciseRow(
      "solution",
      Words(
        en: "shows the solution, after some attempts", es: "muestra la solución, tras algunos intentos",
        pt: "mostra a solução, depois de algumas tentativas")
    ) { $0.showSolution($1) },
    exerciseRow(
      "skip",
      Words(
        en: "goes on with the solution in your answer's place", es: "sigue con la solución en lugar de tu respuesta",
        pt: "segue com a solução no lugar da sua resposta")
    ) { $0.skip($1) },
    row(
      "go",
      Words(en: "goes to a step you have met", es: "va a un paso que ya viste", pt: "vai a um passo que você já viu"),
      takes: .required(PromptWords.number)
    ) { try $0.go(toStep: $1) },
    row(
      "lang",
      Words(
        en: "the language of messages: en, es, pt", es: "el idioma de los mensajes: en, es, pt",
        pt: "o idioma das mensagens: en, es, pt"), takes: .optional(PromptWords.language)
    ) { try $0.chooseLanguage($1) },
    row("progress", Words(en: "how far you are", es: "cuánto llevas hecho", pt: "até onde você chegou")) { guide, _ in
      guide.showProgress()
    },
    row(
      "reset",
      Words(
        en: "begins the lesson anew; your old work is kept aside",
        es: "empieza la lección de nuevo; lo anterior se guarda aparte",
        pt: "começa a lição de novo; o que você fez fica guardado à parte")
    ) { guide, _ in guide.startOver() },
  ]

  // MARK: Moving

  private func goBack() {
    guard run.back() else { return tell(LearnWords.atBeginning) }
    prompt.entries = EntryList()
    save()
    show()
  }

  private func playAgain() {
    guard run.back(), let step = run.step else { return tell(LearnWords.atBeginning) }
    if let cell = step.cell, step.exercise == nil {
      printer.show(program: lesson.cells[cell].program)
      play(step)
    } else {
      show()
    }
  }

  private func go(toStep text: String) throws {
    guard let number = Int(text), number >= 1, number <= lesson.steps.count else {
      throw Diagnostic(
        .noSuchStep, at: .nowhere, ["text": .text(text), "count": "\(lesson.steps.count)"])
    }
    let met = progress.marks.lastIndex { $0 != .waiting }.map { $0 + 1 } ?? 0
    guard number - 1 <= max(met, run.position) else {
      throw Diagnostic(.stepNotMet, at: .nowhere, ["number": "\(number)", "met": "\(max(met, run.position) + 1)"])
    }
    while run.position > number - 1, run.back() {}
    if run.position < number - 1 { go(to: number - 1) }
    prompt.entries = EntryList()
    save()
    show()
  }

  private func startOver() {
    guard let text = prompt.ask(LearnWords.reallyReset)?.trimmed.lowercased() else { return }
    guard ["y", "yes", "s", "sí", "si", "sim"].contains(text) else { return tell(LearnWords.kept) }
    forget()
    tell(options.file == nil ? LearnWords.startedOver : LearnWords.startedOverKept)
    show()
  }

  /// The language of messages now, and of the lesson when it is opened again.
  private func chooseLanguage(_ text: String) throws {
    try prompt.chooseLanguage(text)
    guard !text.isEmpty else { return }
    save { $0.language = language }
    if language != lesson.language { tell(LearnWords.languageLater) }
  }

  // MARK: How far

  /// Exercises solved, of how many; points, of how many.
  var score: (solved: Int, all: Int, points: Double, allPoints: Double) {
    let done = lesson.exercises.filter { progress.exercises[$0.name]?.answer != nil }
    return (
      done.count, lesson.exercises.count, done.reduce(0) { $0 + $1.points },
      lesson.exercises.reduce(0) { $0 + $1.points }
    )
  }

  private func showProgress() {
    let isPlain = prompt.look.signs == .plain || prompt.look.isASCII
    let strip = lesson.steps.map { step in
      if step.index == run.position { return isPlain ? ">" : "▶" }
      let mark = progress.marks.indices.contains(step.index) ? progress.marks[step.index] : .waiting
      return LearnWords.sign(of: mark, isPlain: isPlain)
    }.joined()
    printer.say(strip)
    tell(
      LearnWords.place,
      ["step": "\(min(run.position + 1, lesson.steps.count))", "steps": "\(lesson.steps.count)"])
    for exercise in lesson.exercises {
      let work = progress.exercises[exercise.name] ?? .init()
      let mark = LearnWords.sign(of: work.answer != nil ? .solved : .waiting, isPlain: isPlain)
      var words = "\(mark) \(LearnWords.title(of: exercise, language))"
      if work.attempts > 0 { words += " - " + LearnWords.attempts(work.attempts, language) }
      printer.say(words)
    }
    tellScore()
  }

  func tellScore() {
    let score = score
    guard score.all > 0 else { return }
    tell(
      LearnWords.score,
      [
        "solved": "\(score.solved)", "all": "\(score.all)", "points": .text(LearnWords.number(score.points)),
        "allPoints": .text(LearnWords.number(score.allPoints)),
      ])
  }

  // MARK: The end

  /// What was learnt, and what comes next.
  func finish() {
    printer.beginPart()
    tell(LearnWords.finished, ["title": .text(lesson.header.title)], .good)
    let all = checks.values.reduce(into: CheckCounts()) { $0.add($1) }
    if all.total > 0 { printer.say(CheckTextWords.summary(all, language)) }
    tellScore()
    if let next = options.next() { tell(LearnWords.nextLesson, ["name": .text(next)]) }
    tell(LearnWords.enterLeaves, [:], .dim)
  }

  /// How to come back.
  func sayGoodbye() {
    guard let step = run.step, options.file != nil else { return }
    tell(LearnWords.comeBack, ["name": .text(options.name), "step": "\(step.index + 1)"], .dim)
  }
}
