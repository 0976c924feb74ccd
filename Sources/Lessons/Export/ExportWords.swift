// The words that a lesson's page has of its own.
import AulaRuntime
import Diagnostics

enum ExportWords {
  static func verdict(_ verdict: CheckVerdict) -> Words {
    switch verdict {
    case .passed: Words(en: "holds", es: "se cumple", pt: "vale")
    case .failed: Words(en: "does not hold", es: "no se cumple", pt: "não vale")
    case .undecided: Words(en: "undecided", es: "sin decidir", pt: "sem decisão")
    case .error: Words(en: "cannot be evaluated", es: "no se puede evaluar", pt: "não pode ser avaliado")
    case .open: Words(en: "still open", es: "por completar", pt: "por completar")
    }
  }
  static let isFalse = Words(en: "false, as claimed", es: "es falso, como se dice", pt: "é falso, como se afirma")
  static let line = Words(en: "line", es: "línea", pt: "linha")
  static let value = Words(en: "value", es: "valor", pt: "valor")
  static let deviation = Words(en: "deviation", es: "desviación", pt: "desvio")
  static let reason = Words(en: "because", es: "porque", pt: "porque")
  static let at = Words(en: "values at {setting}", es: "valores con {setting}", pt: "valores com {setting}")
  static let settings = Words(en: "{count} settings tried", es: "{count} casos probados", pt: "{count} casos testados")
  static let answer = Words(en: "What came out", es: "Lo que salió", pt: "O que saiu")
  static let exercise = Words(en: "Exercise", es: "Ejercicio", pt: "Exercício")
  static let point = Words(en: "1 point", es: "1 punto", pt: "1 ponto")
  static let points = Words(en: "{points} points", es: "{points} puntos", pt: "{points} pontos")
  static let preparation = Words(en: "Set up beforehand", es: "Preparado de antemano", pt: "Preparado de antemão")
  static let hint = Words(en: "Hint", es: "Pista", pt: "Dica")
  static let solution = Words(en: "A solution", es: "Una solución", pt: "Uma solução")
  static let checks = Words(
    en: "What is checked", es: "Lo que se comprueba", pt: "O que se verifica")
  static let contents = Words(en: "Contents", es: "Contenido", pt: "Conteúdo")
  static let minutes = Words(en: "{minutes} minutes", es: "{minutes} minutos", pt: "{minutes} minutos")
  static let summary = Words(
    en: "{passed} of {total} checks hold", es: "se cumplen {passed} de {total} comprobaciones",
    pt: "valem {passed} de {total} verificações")
  static let hiddenCheck = Words(
    en: "One more check is not shown in your copy.", es: "Hay una comprobación más que tu copia no muestra.",
    pt: "Há mais uma verificação que a sua cópia não mostra.")
  static let hiddenChecks = Words(
    en: "{count} more checks are not shown in your copy.",
    es: "Hay {count} comprobaciones más que tu copia no muestra.",
    pt: "Há mais {count} verificações que a sua cópia não mostra.")

  /// How much an exercise is worth.
  static func worth(_ points: Double, _ language: Language) -> String {
    if points == 1 { return point(language) }
    let text = Int(exactly: points).map(String.init) ?? "\(points)"
    return self.points.filled(["points": .text(text)], in: language)
  }

  /// That there are checks which are not shown.
  static func hidden(_ count: Int, _ language: Language) -> String {
    count == 1 ? hiddenCheck(language) : hiddenChecks.filled(["count": "\(count)"], in: language)
  }
}
