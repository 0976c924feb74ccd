// The words and signs that stand around checks, derivations and predictions.
import AulaRuntime
import Diagnostics

enum CheckTextWords {
  /// The sign in front; where signs cannot be shown, a word.
  static func mark(_ verdict: CheckVerdict, isPlain: Bool, _ language: Language) -> String {
    if isPlain { return word(verdict)(language) }
    return switch verdict {
    case .passed: "✓"
    case .failed: "✗"
    case .undecided: "?"
    case .error: "!"
    case .open: "…"
    }
  }

  private static func word(_ verdict: CheckVerdict) -> Words {
    switch verdict {
    case .passed: Words(en: "ok", es: "ok", pt: "ok")
    case .failed: Words(en: "FAILED", es: "FALLA", pt: "FALHA")
    case .undecided: Words(en: "UNDECIDED", es: "INDECISO", pt: "INDECISO")
    case .error: Words(en: "ERROR", es: "ERROR", pt: "ERRO")
    case .open: Words(en: "OPEN", es: "ABIERTO", pt: "ABERTO")
    }
  }

  static func mark(_ outcome: PredictionResult.Outcome, isPlain: Bool) -> String {
    switch outcome {
    case .right: isPlain ? "=" : "✓"
    case .close: isPlain ? "~" : "≈"
    case .different: isPlain ? "x" : "≠"
    case .unanswered: "?"
    }
  }

  static func word(_ outcome: PredictionResult.Outcome) -> Words? {
    switch outcome {
    case .right: Words(en: "You saw it coming.", es: "Lo viste venir.", pt: "Você acertou.")
    case .close: Words(en: "Close!", es: "¡Cerca!", pt: "Chegou perto!")
    case .different:
      Words(
        en: "Not this time: what did you picture differently?", es: "Esta vez no: ¿qué imaginaste de otra manera?",
        pt: "Desta vez não: o que você imaginou diferente?")
    case .unanswered: nil
    }
  }

  static let claim = Words(en: "claim", es: "afirma", pt: "afirma")
  static let yours = Words(en: "you said", es: "dijiste", pt: "você disse")
  static let isIt = Words(en: "it is", es: "es", pt: "é")
  static let isFalse = Words(en: "false, as claimed", es: "es falso, como se dice", pt: "é falso, como se afirma")
  static let falseAt = Words(en: "false at {setting}", es: "es falso con {setting}", pt: "é falso com {setting}")

  // MARK: Derivations

  static let value = Words(en: "value", es: "valor", pt: "valor")
  static let deviation = Words(en: "deviation", es: "desviación", pt: "desvio")
  static let reason = Words(en: "because", es: "porque", pt: "porque")
  static let at = Words(en: "values at {setting}", es: "valores con {setting}", pt: "valores com {setting}")
  static let settings = Words(en: "{count} settings", es: "{count} casos", pt: "{count} casos")
  static let oneSetting = Words(en: "1 setting", es: "1 caso", pt: "1 caso")

  // MARK: All together

  /// "7 checks: 6 passed, 1 failed"
  static func summary(_ counts: CheckCounts, _ language: Language) -> String {
    let head =
      counts.total == 1
      ? Words(en: "1 check", es: "1 comprobación", pt: "1 verificação")
      : Words(en: "{count} checks", es: "{count} comprobaciones", pt: "{count} verificações")
    let parts: [(Int, Words)] = [
      (counts.passed, Words(en: "{count} passed", es: "{count} bien", pt: "{count} certo")),
      (counts.failed, Words(en: "{count} failed", es: "{count} mal", pt: "{count} errado")),
      (counts.undecided, Words(en: "{count} undecided", es: "{count} sin decidir", pt: "{count} sem decisão")),
      (counts.errors, Words(en: "{count} with an error", es: "{count} con un error", pt: "{count} com um erro")),
      (counts.open, Words(en: "{count} still open", es: "{count} por completar", pt: "{count} por completar")),
    ]
    let list = parts.filter { $0.0 > 0 }.map { $0.1.filled(["count": "\($0.0)"], in: language) }
    return head.filled(["count": "\(counts.total)"], in: language) + ": " + list.joined(separator: ", ")
  }
}
