// Words of the command that belong to no row.
import Diagnostics

enum CommandWords {
  static let didYouMean = Words(
    en: "did you mean {near}?", es: "¿quisiste decir {near}?", pt: "você quis dizer {near}?")
  static let runIt = Words(
    en: "to run a program, write `aula run {path}`", es: "para ejecutar un programa, escribe `aula run {path}`",
    pt: "para executar um programa, escreva `aula run {path}`")

  /// "did you mean …?", where there is something near.
  static func suggestion(_ near: [String]) -> [Diagnostic.Note] {
    near.isEmpty ? [] : [Diagnostic.Note(didYouMean, ["near": .choice(near)])]
  }

  static func standardInput(_ language: Language) -> String {
    Words(en: "standard input", es: "la entrada estándar", pt: "a entrada padrão")(language)
  }
  static func standardOutput(_ language: Language) -> String {
    Words(en: "standard output", es: "la salida estándar", pt: "a saída padrão")(language)
  }

  static let usage = Words(en: "Usage", es: "Uso", pt: "Uso")
  static let option = Words(en: "OPTION", es: "OPCIÓN", pt: "OPÇÃO")
  static let verb = Words(en: "VERB", es: "VERBO", pt: "VERBO")
  static let verbs = Words(en: "Verbs", es: "Verbos", pt: "Verbos")
  static let examples = Words(en: "Examples", es: "Ejemplos", pt: "Exemplos")
  static let ownOptions = Words(en: "Its own options", es: "Sus propias opciones", pt: "Opções próprias")
  static let options = Words(
    en: "Options of every verb", es: "Opciones de todos los verbos", pt: "Opções de todos os verbos")
  static let endings = Words(en: "Exit status", es: "Código de salida", pt: "Código de saída")
  static let title = Words(
    en: "a notebook for understanding deep generative models by running them",
    es: "un cuaderno para entender los modelos generativos profundos ejecutándolos",
    pt: "um caderno para entender modelos generativos profundos executando-os")
  static let about = Words(
    en:
      "Without a verb, `aula` opens the prompt; what is piped in is run. `aula VERB --help` tells more about a verb, "
      + "`aula help` about the language.",
    es:
      "Sin verbo, `aula` abre el intérprete; lo que llega por una tubería se ejecuta. `aula VERBO --help` cuenta más "
      + "de un verbo; `aula help`, del lenguaje.",
    pt:
      "Sem verbo, `aula` abre o interpretador; o que chega por um pipe é executado. `aula VERBO --help` conta mais de "
      + "um verbo; `aula help`, da linguagem.")
  static let calls: [Verb.Example] = [
    Verb.Example(call: "aula", words: Words(en: "the prompt", es: "el intérprete", pt: "o interpretador"))
  ]

  /// What a piece of code of `eval` is called.
  static let code = Words(en: "code {number}", es: "código {number}", pt: "código {number}")
  static let formatted = Words(
    en: "formatted {changed} of {count} files", es: "{changed} de {count} archivos con formato nuevo",
    pt: "{changed} de {count} arquivos formatados")
  static let formattedOne = Words(
    en: "formatted {changed} of 1 file", es: "{changed} de 1 archivo con formato nuevo",
    pt: "{changed} de 1 arquivo formatado")
  static let written = Words(en: "{path} is written.", es: "{path} está escrito.", pt: "{path} foi gravado.")
  static let wouldChange = Words(en: "would change", es: "cambiaría", pt: "mudaria")
  static let allWell = Words(
    en: "{count} files, no mistakes found", es: "{count} archivos, ningún error encontrado",
    pt: "{count} arquivos, nenhum erro encontrado")
  static let allWellOne = Words(
    en: "1 file, no mistakes found", es: "1 archivo, ningún error encontrado", pt: "1 arquivo, nenhum erro encontrado")
  static let time = Words(
    en: "{name}: {seconds} s, {steps} steps, {learning} learning steps",
    es: "{name}: {seconds} s, {steps} pasos, {learning} pasos de aprendizaje",
    pt: "{name}: {seconds} s, {steps} passos, {learning} passos de aprendizado")
}
