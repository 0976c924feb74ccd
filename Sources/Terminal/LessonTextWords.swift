// What is said around the steps of a lesson, in every language.
import AulaRuntime
import Diagnostics
import Lessons

enum LessonTextWords {
  static let yourAnswer = Words(
    en: "Your answer to `{name}`:", es: "Tu respuesta a `{name}`:", pt: "Sua resposta a `{name}`:")
  static let solutionStandsIn = Words(
    en: "`{name}` has no answer yet: the solution stands in.",
    es: "`{name}` aún no tiene respuesta: la solución ocupa su lugar.",
    pt: "`{name}` ainda não tem resposta: a solução fica no lugar.")
  static let leftOpen = Words(
    en: "`{name}` has no answer yet: what needs it cannot run.",
    es: "`{name}` aún no tiene respuesta: lo que la necesita no se puede ejecutar.",
    pt: "`{name}` ainda não tem resposta: o que precisa dela não roda.")
  static let leftOut = Words(
    en: "{names} (line {line}) belongs to the lesson, so your answer does not change it.",
    es: "{names} (línea {line}) es de la lección: tu respuesta no lo cambia.",
    pt: "{names} (linha {line}) é da lição: sua resposta não muda isso.")
  static let hiddenFails = Words(
    en: "A check that is not shown does not pass yet.", es: "Una comprobación que no se muestra aún no se cumple.",
    pt: "Uma verificação que não é mostrada ainda não passa.")
  static let hint = Words(en: "Hint: {hint}", es: "Pista: {hint}", pt: "Dica: {hint}")

  /// What came of an answer, in a sentence.
  static func verdict(_ result: AnswerResult) -> Words {
    switch result.verdict {
    case .solved:
      Words(en: "`{name}` is solved.", es: "`{name}` está resuelto.", pt: "`{name}` está resolvido.")
    case .handedIn:
      Words(
        en: "`{name}` is handed in; a person will read it.", es: "`{name}` está entregado; lo leerá una persona.",
        pt: "`{name}` foi entregue; uma pessoa vai ler.")
    case .failed:
      Words(
        en: "Not yet: {passed} of {total} checks pass.",
        es: "Todavía no: se cumplen {passed} de {total} comprobaciones.",
        pt: "Ainda não: {passed} de {total} verificações passam.")
    case .undecided:
      Words(
        en: "Not decided yet: the error bars are too wide.",
        es: "Sin decidir: las barras de error son demasiado anchas.",
        pt: "Sem decisão: as barras de erro são largas demais.")
    case .open(1):
      Words(
        en: "A `???` is still open in your answer.", es: "En tu respuesta queda un `???` por completar.",
        pt: "Na sua resposta falta completar um `???`.")
    case .open:
      Words(
        en: "{count} places with `???` are still open in your answer.",
        es: "En tu respuesta quedan {count} `???` por completar.", pt: "Na sua resposta falta completar {count} `???`.")
    case .empty:
      Words(
        en: "Your answer is empty: nothing is left of the cell. `:reset` brings its beginning back.",
        es: "Tu respuesta está vacía: no queda nada de la celda. `:reset` recupera el comienzo.",
        pt: "Sua resposta está vazia: não sobrou nada da célula. `:reset` traz o começo de volta.")
    case .unchanged:
      Words(
        en: "This is what the exercise began with: nothing is filled in yet.",
        es: "Esto es lo que traía el ejercicio: todavía no has completado nada.",
        pt: "Isto é o que o exercício trazia: nada foi preenchido ainda.")
    case .curlyQuotes:
      Words(
        en: "Your answer has typographic quotes, as word processors put them. Straight ones are needed: \"text\".",
        es:
          "Tu respuesta tiene comillas tipográficas, como las ponen los procesadores de texto. Usa rectas: \"texto\".",
        pt: "Sua resposta tem aspas tipográficas, como os editores de texto colocam. Use aspas retas: \"texto\".")
    case .error:
      Words(
        en: "Your answer does not run yet.", es: "Tu respuesta aún no se puede ejecutar.",
        pt: "Sua resposta ainda não roda.")
    case .stopped: Words(en: "It was stopped.", es: "Se detuvo.", pt: "Foi interrompida.")
    }
  }

  static func values(_ result: AnswerResult) -> [String: Phrase] {
    let count = if case .open(let count) = result.verdict { count } else { 0 }
    return [
      "name": .text(result.exercise.name), "passed": "\(result.counts.passed)", "total": "\(result.counts.total)",
      "count": "\(count)",
    ]
  }

  /// How a run went.
  static func lines(of summary: LessonSummary, in language: Language) -> [String] {
    func names(_ list: [String]) -> Phrase { .text(list.map { "`\($0)`" }.joined(separator: ", ")) }
    var lines: [String] = []
    let checks = summary.checks
    if checks.total > 0 { lines.append(CheckTextWords.summary(checks, language)) }
    func add(_ list: [String], _ words: Words) {
      if !list.isEmpty { lines.append(words.filled(["names": names(list)], in: language)) }
    }
    add(summary.solved, Words(en: "Solved: {names}.", es: "Resueltos: {names}.", pt: "Resolvidos: {names}."))
    add(
      summary.standIns,
      Words(
        en: "The solution stands in for: {names}.", es: "La solución ocupa el lugar de: {names}.",
        pt: "A solução fica no lugar de: {names}."))
    add(
      summary.failed,
      Words(en: "Not right yet: {names}.", es: "Aún no están bien: {names}.", pt: "Ainda não estão certos: {names}."))
    add(summary.open, Words(en: "Still open: {names}.", es: "Por hacer: {names}.", pt: "Por fazer: {names}."))
    return lines
  }
}
