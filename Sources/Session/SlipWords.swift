// How the repair of a derivation is told.
import Diagnostics
import Syntax

enum SlipWords {
  /// What repairs a line, and that it does so everywhere.
  static func sentence(_ slip: Slip, isEarlier: Bool, settings: Int) -> Words {
    func said(_ language: Language) -> String {
      let sentence = slip.sentence(in: language)
      guard settings > 1 else { return sentence }
      return words(isEarlier).filled(["sentence": .text(sentence), "count": "\(settings)"], in: language)
    }
    return Words(en: said(.en), es: said(.es), pt: said(.pt))
  }

  private static func words(_ isEarlier: Bool) -> Words {
    isEarlier
      ? Words(
        en: "in the line before, {sentence}, and both lines agree at all {count} settings",
        es: "en la línea anterior, {sentence}, y las dos líneas coinciden en los {count} casos",
        pt: "na linha anterior, {sentence}, e as duas linhas concordam em todos os {count} casos")
      : Words(
        en: "{sentence}, at all {count} settings", es: "{sentence}, en los {count} casos",
        pt: "{sentence}, em todos os {count} casos")
  }

  /// Another relation holds than the one that is claimed.
  static func sentence(
    _ relation: Examination.DerivationLine.Relation, insteadBeing other: Examination.DerivationLine.Relation,
    settings: Int
  ) -> Words {
    let words =
      relation.isEquality
      ? Words(
        en: "the two lines are not equal; what holds at all {count} settings is `{other}`",
        es: "las dos líneas no son iguales; lo que se cumple en los {count} casos es `{other}`",
        pt: "as duas linhas não são iguais; o que vale em todos os {count} casos é `{other}`")
      : Words(
        en: "the `{relation}` points the wrong way: with `{other}` the line holds at all {count} settings",
        es: "el `{relation}` apunta al revés: con `{other}` la línea se cumple en los {count} casos",
        pt: "o `{relation}` aponta para o lado errado: com `{other}` a linha vale em todos os {count} casos")
    func said(_ language: Language) -> String {
      words.filled(
        ["relation": .text(relation.rawValue), "other": .text(other.rawValue), "count": "\(settings)"], in: language)
    }
    return Words(en: said(.en), es: said(.es), pt: said(.pt))
  }

  static let carriedOn = Words(
    en: "The next line follows from this one as it is written: the slip is in this step, and carried on there.",
    es: "La línea siguiente se sigue de esta tal como está escrita: el desliz está en este paso y allí se arrastra.",
    pt: "A próxima linha segue desta tal como está escrita: o deslize está neste passo e ali é levado adiante.")
}
