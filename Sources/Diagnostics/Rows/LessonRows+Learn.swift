// What can be wrong when a student works on a lesson. In order of codes: E0970 to E0989; no program shows them.

extension DiagnosticCatalogue {
  /// Slips of `aula learn`.
  package static let learnRows: [DiagnosticRow] = [.unknownLesson, .noSuchStep, .stepNotMet, .progressNotKept]
}

extension DiagnosticRow {
  package static let progressNotKept = DiagnosticRow(
    "W0970", severity: .warning,
    message: Words(
      en: "your progress is not kept: \"{path}\", {reason}", es: "tu avance no se guarda: \"{path}\", {reason}",
      pt: "seu progresso não fica guardado: \"{path}\", {reason}"),
    meaning: Words(
      en:
        "After every step of a lesson a file of yours is written, so that you find your answers another day. That did not "
        + "work. The lesson itself goes on.",
      es:
        "Tras cada paso de una lección se escribe un archivo tuyo, para que otro día encuentres tus respuestas. No se pudo. "
        + "La lección sigue igual.",
      pt:
        "Depois de cada passo de uma lição um arquivo seu é gravado, para que outro dia você encontre suas respostas. Não "
        + "foi possível. A lição continua."),
    mend: Words(
      en: "Let `XDG_STATE_HOME` name a folder in which you may write, and see that the disk is not full.",
      es: "Haz que `XDG_STATE_HOME` indique una carpeta en la que puedas escribir, y mira que el disco no esté lleno.",
      pt: "Faça `XDG_STATE_HOME` indicar uma pasta em que você possa escrever, e veja se o disco não está cheio."),
    example: noExample)

  package static let unknownLesson = DiagnosticRow(
    "E0971",
    message: Words(
      en: "there is no lesson `{name}`", es: "no hay ninguna lección `{name}`", pt: "não há nenhuma lição `{name}`"),
    help: Words(
      en: "`aula learn` lists the lessons there are.", es: "`aula learn` muestra las lecciones que hay.",
      pt: "`aula learn` mostra as lições que há."),
    meaning: Words(
      en:
        "A lesson is opened by its name, such as `gan-toy`, or by its file, `lesson.md`. Names are looked for in the folders "
        + "of `AULA_LESSONS`, in `lessons` here, and among the lessons that came with Aula.",
      es:
        "Una lección se abre por su nombre, como `gan-toy`, o por su archivo, `lesson.md`. Los nombres se buscan en las "
        + "carpetas de `AULA_LESSONS`, en `lessons` aquí mismo y entre las lecciones que vienen con Aula.",
      pt:
        "Uma lição é aberta pelo nome, como `gan-toy`, ou pelo arquivo, `lesson.md`. Os nomes são procurados nas pastas de "
        + "`AULA_LESSONS`, em `lessons` aqui mesmo e entre as lições que vêm com a Aula."),
    mend: Words(
      en: "Look the name up with `aula learn`.", es: "Busca el nombre con `aula learn`.",
      pt: "Procure o nome com `aula learn`."),
    example: noExample)

  package static let noSuchStep = DiagnosticRow(
    "E0972",
    message: Words(
      en: "there is no step `{text}`", es: "no hay ningún paso `{text}`", pt: "não há nenhum passo `{text}`"),
    help: Words(
      en: "Steps are counted from 1 to {count}.", es: "Los pasos se cuentan del 1 al {count}.",
      pt: "Os passos são contados de 1 a {count}."),
    meaning: Words(
      en: "`:go` takes the number of a step, as the line above the prompt shows it.",
      es: "`:go` toma el número de un paso, como lo muestra la línea sobre el cursor.",
      pt: "`:go` recebe o número de um passo, como mostra a linha acima do cursor."),
    mend: Words(
      en: "`:progress` shows how many steps there are.", es: "`:progress` muestra cuántos pasos hay.",
      pt: "`:progress` mostra quantos passos há."),
    example: noExample)

  package static let stepNotMet = DiagnosticRow(
    "E0973",
    message: Words(
      en: "you have not come to step {number} yet", es: "aún no has llegado al paso {number}",
      pt: "você ainda não chegou ao passo {number}"),
    help: Words(
      en: "`:go {met}` goes as far as you have been.", es: "`:go {met}` llega hasta donde estuviste.",
      pt: "`:go {met}` vai até onde você esteve."),
    meaning: Words(
      en: "Every step needs what the steps before it have done, so they come one after the other.",
      es: "Cada paso necesita lo que hicieron los anteriores, por eso van uno tras otro.",
      pt: "Cada passo precisa do que os anteriores fizeram, por isso vêm um depois do outro."),
    mend: Words(
      en: "Go on with Enter; `:skip` passes over an exercise.",
      es: "Sigue con Intro; `:skip` pasa por alto un ejercicio.",
      pt: "Siga com Enter; `:skip` passa por cima de um exercício."),
    example: noExample)
}
