// Words of the session that belong to no diagnostic of their own.
import Diagnostics

package enum SessionWords {
  /// What a cell without a name is called.
  package static func cell(_ number: Int, in language: Language) -> String {
    Words(en: "cell {number}", es: "celda {number}", pt: "célula {number}")
      .filled(["number": .text("\(number)")], in: language)
  }

  static let nothingLearned = Words(
    en: "The statements that were finished are kept; undo takes them back.",
    es: "Las instrucciones terminadas se conservan; deshacer las retira.",
    pt: "As instruções já concluídas são mantidas; desfazer as retira.")
  static let oneStepKept = Words(
    en: "One learning step was finished and is kept; undo takes it back.",
    es: "Un paso de aprendizaje terminó y se conserva; deshacer lo retira.",
    pt: "Um passo de aprendizado foi concluído e é mantido; desfazer o retira.")
  static let stepsKept = Words(
    en: "{steps} learning steps were finished and are kept; undo takes them back.",
    es: "{steps} pasos de aprendizaje terminaron y se conservan; deshacer los retira.",
    pt: "{steps} passos de aprendizado foram concluídos e são mantidos; desfazer os retira.")

  /// A number as people write it: without `.0`.
  static func number(_ value: Double) -> String {
    if let whole = Int(exactly: value) { return "\(whole)" }
    return "\(value)"
  }
}
