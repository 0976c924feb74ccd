// What is said of a derivation beside its table.
import Diagnostics
import TensorKit

enum DeriveWords {
  /// Why nothing could be decided, and what would help.
  static func notes(_ undecided: Undecided) -> [Diagnostic.Note] {
    let why = Words(en: undecided.why(in: .en), es: undecided.why(in: .es), pt: undecided.why(in: .pt))
    let sentence = Words(en: "undecided: {why}", es: "sin decidir: {why}", pt: "sem decisão: {why}")
    return [Diagnostic.Note(sentence, ["why": .words(why)])] + undecided.advice
  }

  /// Why a derivation that was to fail does not.
  static func allLinesHold(_ count: Int, areAll: Bool) -> Diagnostic.Note {
    let words =
      areAll
      ? Words(
        en: "every line holds in all there is to try ({count}), and one was to be wrong",
        es: "todas las líneas se cumplen en todo lo que hay que probar ({count}), y alguna tenía que fallar",
        pt: "todas as linhas valem em tudo o que há para testar ({count}), e alguma devia falhar")
      : Words(
        en: "every line holds at {count} settings, and one was to be wrong",
        es: "todas las líneas se cumplen en {count} casos, y alguna tenía que fallar",
        pt: "todas as linhas valem em {count} casos, e alguma devia falhar")
    return Diagnostic.Note(words, ["count": "\(count)"])
  }

  static func misfit(_ before: Shape, _ after: Shape) -> Diagnostic.Note {
    Diagnostic.Note(
      Words(
        en: "this line has the shape {after}, the one before it {before}",
        es: "esta línea tiene la forma {after}; la anterior, {before}",
        pt: "esta linha tem a forma {after}; a anterior, {before}"),
      ["after": .text("\(after)"), "before": .text("\(before)")])
  }
}
