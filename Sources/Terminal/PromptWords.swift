// What the prompt says beyond problems, in every language.
import Diagnostics

package enum PromptWords {
  static let didYouMean = Words(
    en: "Did you mean {names}?", es: "¿Querías decir {names}?", pt: "Você quis dizer {names}?")
  static let noHome = Words(
    en: "There is no home folder: what you type is not kept for the next time.",
    es: "No hay carpeta personal: lo que escribas no se guarda para la próxima vez.",
    pt: "Não há pasta pessoal: o que você digitar não fica guardado para a próxima vez.")
  static let noSource = Words(
    en: "It is written in Swift.", es: "Está escrita en Swift.", pt: "Está escrita em Swift.")
  static let savedHead = Words(
    en: "A session at the prompt. Run it with `aula run --seed {seed}`.",
    es: "Una sesión del intérprete. Ejecútala con `aula run --seed {seed}`.",
    pt: "Uma sessão do interpretador. Rode com `aula run --seed {seed}`.")
  static let savedOtherSeeds = Words(
    en: "The seed was changed on the way: what was drawn before that comes out differently.",
    es: "La semilla cambió por el camino: lo sorteado antes de eso sale distinto.",
    pt: "A semente mudou no caminho: o que foi sorteado antes disso sai diferente.")
  static let saved = Words(en: "Saved {path}.", es: "Guardado: {path}.", pt: "Salvo: {path}.")
  static let undone = Words(en: "Undone: {entry}", es: "Deshecho: {entry}", pt: "Desfeito: {entry}")
  static let redone = Words(en: "Done again: {entry}", es: "Rehecho: {entry}", pt: "Refeito: {entry}")
  static let nothingToUndo = Words(
    en: "There is nothing to undo.", es: "No hay nada que deshacer.", pt: "Não há nada para desfazer.")
  static let nothingToRedo = Words(
    en: "There is nothing to do again.", es: "No hay nada que rehacer.", pt: "Não há nada para refazer.")
  static let noNames = Words(
    en: "No names yet. `let x = [1, 2, 3]` makes one.", es: "Todavía no hay nombres. `let x = [1, 2, 3]` crea uno.",
    pt: "Ainda não há nomes. `let x = [1, 2, 3]` cria um.")
  static let startedOver = Words(
    en: "Started over. `:undo` brings everything back.", es: "Empezamos de nuevo. `:undo` lo recupera todo.",
    pt: "Começamos de novo. `:undo` traz tudo de volta.")
  static let seedIs = Words(en: "The seed is {seed}.", es: "La semilla es {seed}.", pt: "A semente é {seed}.")
  static let seedSet = Words(
    en: "From now on draws come from seed {seed}.", es: "Desde ahora los sorteos salen de la semilla {seed}.",
    pt: "De agora em diante os sorteios saem da semente {seed}.")
  static let languageIs = Words(
    en: "Messages are in English. `:lang es` and `:lang pt` change that.",
    es: "Los mensajes están en español. `:lang en` y `:lang pt` lo cambian.",
    pt: "As mensagens estão em português. `:lang en` e `:lang es` mudam isso.")
  static let nothingToShow = Words(
    en: "It has no value.", es: "No tiene valor.", pt: "Não tem valor.")
  static let bench = Words(
    en: "{median} a round (middle half {low} to {high}), {rounds} rounds",
    es: "{median} por vuelta (la mitad central, de {low} a {high}), {rounds} vueltas",
    pt: "{median} por rodada (a metade central, de {low} a {high}), {rounds} rodadas")
  static let alsoTyped = Words(
    en:
      "`name?` tells what a name is, `name??` shows its text. `_` is the last value. Tab completes: `\\theta` becomes θ.",
    es: "`nombre?` dice qué es un nombre, `nombre??` muestra su texto. `_` es el último valor. El tabulador completa: "
      + "`\\theta` se vuelve θ.",
    pt:
      "`nome?` diz o que é um nome, `nome??` mostra o texto dele. `_` é o último valor. Tab completa: `\\theta` vira θ."
  )
  static let keys = Words(
    en: "Ctrl-C stops or clears, Ctrl-D leaves, Ctrl-R searches what was typed before. Esc leaves an unfinished entry.",
    es: "Ctrl-C detiene o borra, Ctrl-D sale, Ctrl-R busca en lo ya escrito. Esc abandona una entrada sin terminar.",
    pt: "Ctrl-C para ou apaga, Ctrl-D sai, Ctrl-R busca no que já foi digitado. Esc abandona uma entrada inacabada.")
  static let more = Words(en: "… and {count} more", es: "… y {count} más", pt: "… e mais {count}")

  // Arguments of commands.
  static let code = Words(en: "CODE", es: "CÓDIGO", pt: "CÓDIGO")
  static let expression = Words(en: "EXPRESSION", es: "EXPRESIÓN", pt: "EXPRESSÃO")
  static let file = Words(en: "FILE", es: "ARCHIVO", pt: "ARQUIVO")
  static let number = Words(en: "NUMBER", es: "NÚMERO", pt: "NÚMERO")
  static let topic = Words(en: "NAME", es: "NOMBRE", pt: "NOME")
  static let language = Words(en: "LANGUAGE", es: "IDIOMA", pt: "IDIOMA")

  /// "took 1.2 ms".
  static func took(_ seconds: Double, _ language: Language) -> String {
    Words(en: "took {time}", es: "tardó {time}", pt: "levou {time}")
      .filled(["time": .text(duration(seconds))], in: language)
  }

  /// A duration in the unit that suits it, with three digits.
  package static func duration(_ seconds: Double) -> String {
    guard seconds.isFinite, seconds >= 0 else { return "?" }
    let units: [(scale: Double, name: String)] = [(1, "s"), (1e-3, "ms"), (1e-6, "µs"), (1e-9, "ns")]
    let unit = units.first { seconds >= $0.scale } ?? (1e-9, "ns")
    let value = seconds / unit.scale
    let digits = value >= 100 ? 0 : value >= 10 ? 1 : 2
    return fixed(value, digits) + " " + unit.name
  }

  /// Bytes in the unit that suits them.
  package static func bytes(_ count: Int) -> String {
    if count < 1_000 { return "\(count) B" }
    var value = Double(count)
    var unit = ""
    for name in ["kB", "MB", "GB", "TB"] where value >= 1_000 { (value, unit) = (value / 1_000, name) }
    return fixed(value, value >= 100 ? 0 : 1) + " " + unit
  }

  private static func fixed(_ value: Double, _ digits: Int) -> String {
    let scale = [1.0, 10, 100][min(max(digits, 0), 2)]
    let whole = Int((min(value, 1e15) * scale).rounded())
    guard digits > 0 else { return "\(whole)" }
    let rest = String(whole % Int(scale))
    return "\(whole / Int(scale))." + String(repeating: "0", count: max(0, digits - rest.count)) + rest
  }
}
