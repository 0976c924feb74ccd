// What a lesson at the prompt says, in every language.
import Diagnostics
import Lessons

enum LearnWords {
  // MARK: Beginning and end

  static let howTo = Words(
    en: "Enter goes on. Type Aula at any time to try something; `:help` lists what else there is; Ctrl-D leaves.",
    es: "Intro sigue. Escribe Aula cuando quieras probar algo; `:help` muestra qué más hay; Ctrl-D sale.",
    pt: "Enter segue. Digite Aula quando quiser testar algo; `:help` mostra o que mais há; Ctrl-D sai.")
  static let noHome = Words(
    en: "There is no home folder: your progress is not kept.", es: "No hay carpeta personal: tu avance no se guarda.",
    pt: "Não há pasta pessoal: seu progresso não fica guardado.")
  static let steps = Words(en: "{count} steps", es: "{count} pasos", pt: "{count} passos")
  static let pickingUp = Words(
    en: "You were at step {step} of {steps}.", es: "Estabas en el paso {step} de {steps}.",
    pt: "Você estava no passo {step} de {steps}.")
  static let finishedBefore = Words(
    en: "You have finished this lesson. Here it is once more; your answers are kept.",
    es: "Ya terminaste esta lección. Aquí está otra vez; tus respuestas se conservan.",
    pt: "Você já terminou esta lição. Aqui está de novo; suas respostas continuam guardadas.")
  static let finished = Words(
    en: "That was “{title}”.", es: "Hasta aquí «{title}».", pt: "E assim termina “{title}”.")
  static let nextLesson = Words(
    en: "What comes next: `aula learn {name}`.", es: "Lo que sigue: `aula learn {name}`.",
    pt: "O que vem a seguir: `aula learn {name}`.")
  static let enterLeaves = Words(
    en: "Enter leaves; the prompt is yours as long as you like.",
    es: "Intro sale; puedes seguir probando cosas todo lo que quieras.",
    pt: "Enter sai; você pode continuar testando o quanto quiser.")
  static let comeBack = Words(
    en: "`aula learn {name}` comes back to step {step}.", es: "`aula learn {name}` vuelve al paso {step}.",
    pt: "`aula learn {name}` volta ao passo {step}.")

  // MARK: Where one is, and what Enter does

  static let place = Words(
    en: "step {step} of {steps}", es: "paso {step} de {steps}", pt: "passo {step} de {steps}")
  static let enterRuns = Words(en: "{key} runs it", es: "{key} la ejecuta", pt: "{key} executa")
  static let enterReads = Words(en: "{key} reads on", es: "{key} sigue leyendo", pt: "{key} continua a leitura")
  static let enterGoesOn = Words(en: "{key} goes on", es: "{key} sigue", pt: "{key} segue")
  static let enterEnds = Words(en: "{key} ends the lesson", es: "{key} termina la lección", pt: "{key} termina a lição")
  static let enterAnswers = Words(
    en: "{key} begins your answer, `:hint` helps", es: "{key} empieza tu respuesta, `:hint` ayuda",
    pt: "{key} começa sua resposta, `:hint` ajuda")
  static let typeAnswer = Words(
    en: "type your answer, or `:edit`; `:hint` helps", es: "escribe tu respuesta, o `:edit`; `:hint` ayuda",
    pt: "digite sua resposta, ou `:edit`; `:hint` ajuda")
  static let enterKeeps = Words(
    en: "{key} goes on with your answer", es: "{key} sigue con tu respuesta", pt: "{key} segue com sua resposta")
  static let stopped = Words(
    en: "Stopped. Everything is as it was before this step.", es: "Detenido. Todo está como antes de este paso.",
    pt: "Interrompido. Tudo está como antes deste passo.")
  static let atBeginning = Words(
    en: "This is the first step.", es: "Este es el primer paso.", pt: "Este é o primeiro passo.")
  static let guess = Words(
    en: "Your guess (Enter to pass):", es: "Tu predicción (Intro para pasar):", pt: "Seu palpite (Enter para passar):")

  static let languageLater = Words(
    en: "The lesson's own text follows when you open it again.",
    es: "El texto de la lección cambia cuando la abras de nuevo.",
    pt: "O texto da lição muda quando você a abrir de novo.")

  // MARK: Exercises

  static let noExerciseHere = Words(
    en: "There is no exercise at this step.", es: "En este paso no hay ejercicio.", pt: "Não há exercício neste passo.")
  static let hint = Words(
    en: "Hint {number} of {count}: {hint}", es: "Pista {number} de {count}: {hint}",
    pt: "Dica {number} de {count}: {hint}")
  static let noHints = Words(
    en: "There are no hints for this one. What do its checks ask for?",
    es: "Para este no hay pistas. ¿Qué piden sus comprobaciones?",
    pt: "Para este não há dicas. O que as verificações pedem?")
  static let noMoreHints = Words(
    en: "That is all there is.", es: "No hay más pistas.", pt: "Não há mais dicas.")
  static let quotesMended = Words(
    en: "They are straight now: Enter twice takes the answer as it is.",
    es: "Ya son rectas: Intro dos veces toma la respuesta así.",
    pt: "Agora são retas: Enter duas vezes aceita a resposta assim.")
  static let noSolution = Words(
    en: "This lesson keeps its solutions with the teacher.",
    es: "Las soluciones de esta lección las tiene quien enseña.",
    pt: "As soluções desta lição ficam com quem ensina.")
  static let solutionAfter = Words(
    en: "The solution can be seen after {count} more attempts. `:hint` helps.",
    es: "La solución se puede ver tras {count} intentos más. `:hint` ayuda.",
    pt: "A solução pode ser vista depois de mais {count} tentativas. `:hint` ajuda.")
  static let solutionAfterOne = Words(
    en: "The solution can be seen after one more attempt. `:hint` helps.",
    es: "La solución se puede ver tras un intento más. `:hint` ayuda.",
    pt: "A solução pode ser vista depois de mais uma tentativa. `:hint` ajuda.")
  static let solutionMayBeSeen = Words(
    en: "`:solution` shows how it can be done.", es: "`:solution` muestra cómo se puede hacer.",
    pt: "`:solution` mostra como pode ser feito.")
  static let solution = Words(en: "It can be done so:", es: "Se puede hacer así:", pt: "Pode ser feito assim:")
  static let afterSolution = Words(
    en: "Write it in your own way, or `:skip` goes on with it.",
    es: "Escríbela a tu manera, o sigue con ella con `:skip`.",
    pt: "Escreva do seu jeito, ou siga com ela com `:skip`.")
  static let mayNotSkip = Words(
    en: "The lesson needs your answer here. `:hint` helps, and `:solution` after some attempts.",
    es: "La lección necesita aquí tu respuesta. `:hint` ayuda, y `:solution` tras algunos intentos.",
    pt: "A lição precisa da sua resposta aqui. `:hint` ajuda, e `:solution` depois de algumas tentativas.")

  // MARK: How far

  static let score = Words(
    en: "{solved} of {all} exercises solved, {points} of {allPoints} points",
    es: "{solved} de {all} ejercicios resueltos, {points} de {allPoints} puntos",
    pt: "{solved} de {all} exercícios resolvidos, {points} de {allPoints} pontos")
  static let reallyReset = Words(
    en: "Begin the lesson anew? (yes/no)", es: "¿Empezar la lección de nuevo? (sí/no)",
    pt: "Começar a lição de novo? (sim/não)")
  static let kept = Words(en: "Everything stays as it is.", es: "Todo queda como está.", pt: "Tudo fica como está.")
  static let startedOver = Words(
    en: "From the beginning.", es: "Desde el principio.", pt: "Desde o começo.")
  static let startedOverKept = Words(
    en: "From the beginning. What you had done is kept in a file beside.",
    es: "Desde el principio. Lo que habías hecho queda en un archivo aparte.",
    pt: "Desde o começo. O que você tinha feito fica em um arquivo à parte.")

  /// "exercise `d-loss`, 2 points"
  static func title(of exercise: Exercise, _ language: Language) -> String {
    let words =
      exercise.points == 1
      ? Words(
        en: "exercise `{name}`, 1 point", es: "ejercicio `{name}`, 1 punto", pt: "exercício `{name}`, 1 ponto")
      : Words(
        en: "exercise `{name}`, {points} points", es: "ejercicio `{name}`, {points} puntos",
        pt: "exercício `{name}`, {points} pontos")
    return words.filled(["name": .text(exercise.name), "points": .text(number(exercise.points))], in: language)
  }

  static func attempts(_ count: Int, _ language: Language) -> String {
    let words =
      count == 1
      ? Words(en: "1 attempt", es: "1 intento", pt: "1 tentativa")
      : Words(en: "{count} attempts", es: "{count} intentos", pt: "{count} tentativas")
    return words.filled(["count": "\(count)"], in: language)
  }

  static func minutes(_ minutes: Double, _ language: Language) -> String {
    Words(en: "{count} minutes", es: "{count} minutos", pt: "{count} minutos")
      .filled(["count": .text(number(minutes))], in: language)
  }

  /// A number without `.0`.
  static func number(_ value: Double) -> String { Int(exactly: value).map(String.init) ?? "\(value)" }

  /// A step in a strip of signs.
  static func sign(of mark: LessonRun.Mark, isPlain: Bool) -> String {
    switch mark {
    case .waiting: isPlain ? "." : "·"
    case .played, .stale: isPlain ? "-" : "─"
    case .solved: isPlain ? "x" : "✓"
    case .standIn: isPlain ? "s" : "○"
    case .open: isPlain ? "o" : "○"
    }
  }
}
