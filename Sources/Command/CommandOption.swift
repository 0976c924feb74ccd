// One row for each option: its names, its value, its words. Parsing, help, man page and completions are made from it.
import Diagnostics
import Session
import Terminal

/// An option.
package struct CommandOption: Sendable {
  /// What follows the name.
  enum Value: Sendable {
    case none(@Sendable (inout Settings) -> Void)
    case one(Wanted)
  }

  /// A value that an option takes.
  struct Wanted: Sendable {
    /// How help names it.
    let placeholder: String
    /// What it has to be, as a part of a sentence.
    let words: Words
    /// The values there are, if they can be counted.
    var choices: [String] = []
    /// Whether it is a folder.
    var isFolder = false
    /// Takes the value; false where it does not fit.
    let take: @Sendable (inout Settings, String) -> Bool
  }

  /// Without its dashes.
  package let name: String
  package var letter: Character?
  let value: Value
  package let words: Words

  /// The name as it is written.
  package var written: String { "--" + name }

  /// How help lists it: `-q, --quiet` or `    --lang LANGUAGE`.
  var synopsis: String {
    let short = letter.map { "-\($0), " } ?? "    "
    guard case .one(let wanted) = value else { return short + written }
    return short + written + " " + wanted.placeholder
  }

  var wanted: Wanted? { if case .one(let wanted) = value { wanted } else { nil } }
}

extension CommandOption {
  /// What every verb takes.
  package static let shared: [CommandOption] = [
    .language, .seed, .threads, .colour, .plain, .json, .quiet, .time, .maxSeconds, .maxMemory, .pictures, .help,
    .version,
  ]

  /// Every option there is, with the verb it belongs to where it does not belong to all.
  package static var all: [(option: CommandOption, owner: Verb?)] {
    shared.map { ($0, nil) } + Verb.all.flatMap { verb in verb.options.map { ($0, verb) } }
  }

  static let language = CommandOption(
    name: "lang",
    value: .one(
      Wanted(
        placeholder: "LANGUAGE",
        words: Words(
          en: "a language: en, es or pt", es: "un idioma: en, es o pt", pt: "um idioma: en, es ou pt"),
        choices: Language.allCases.map(\.rawValue)
      ) { settings, text in
        settings.language = Language(rawValue: text.lowercased())
        return settings.language != nil
      }),
    words: Words(
      en: "The language of messages: en, es or pt. Otherwise LC_ALL, LC_MESSAGES or LANG decides.",
      es: "El idioma de los mensajes: en, es o pt. Si no, deciden LC_ALL, LC_MESSAGES o LANG.",
      pt: "O idioma das mensagens: en, es ou pt. Sem ela, LC_ALL, LC_MESSAGES ou LANG decidem."))

  static let seed = CommandOption(
    name: "seed",
    value: .one(
      Wanted(
        placeholder: "N",
        words: Words(en: "a whole number from 0", es: "un número entero desde 0", pt: "um inteiro a partir de 0")
      ) { settings, text in
        guard let seed = UInt64(text) else { return false }
        settings.seed = seed
        return true
      }),
    words: Words(
      en: "Where random draws begin; 0 otherwise. The same seed gives the same numbers.",
      es: "Dónde empiezan los sorteos aleatorios; si no, 0. La misma semilla da los mismos números.",
      pt: "Onde começam os sorteios aleatórios; sem ela, 0. A mesma semente dá os mesmos números."))

  static let threads = CommandOption(
    name: "threads",
    value: .one(
      Wanted(
        placeholder: "N",
        words: Words(
          en: "a whole number from 1 to 256", es: "un número entero de 1 a 256", pt: "um inteiro de 1 a 256")
      ) { settings, text in
        guard let count = Int(text), (1...256).contains(count) else { return false }
        settings.threads = count
        return true
      }),
    words: Words(
      en: "How many threads share the work; otherwise one for each processor. Results do not depend on it.",
      es: "Cuántos hilos se reparten el trabajo; si no, uno por procesador. Los resultados no dependen de ello.",
      pt: "Quantas threads dividem o trabalho; sem ela, uma por processador. Os resultados não dependem disso."))

  static let colour = CommandOption(
    name: "color",
    value: .one(
      Wanted(
        placeholder: "WHEN",
        words: Words(en: "auto, always or never", es: "auto, always o never", pt: "auto, always ou never"),
        choices: Look.ColourWish.allCases.map(\.rawValue)
      ) { settings, text in
        settings.colour = Look.ColourWish(rawValue: text)
        return settings.colour != nil
      }),
    words: Words(
      en: "Colours: auto (on a terminal, unless NO_COLOR is set), always or never.",
      es: "Colores: auto (en un terminal, salvo que exista NO_COLOR), always (siempre) o never (nunca).",
      pt: "Cores: auto (em um terminal, a menos que exista NO_COLOR), always (sempre) ou never (nunca)."))

  static let plain = CommandOption(
    name: "plain", value: .none { $0.isPlain = true },
    words: Words(
      en: "No colour, no drawing characters, no movement of the cursor: for screen readers and logs.",
      es: "Sin color, sin caracteres de dibujo, sin mover el cursor: para lectores de pantalla y registros.",
      pt: "Sem cor, sem caracteres de desenho, sem mover o cursor: para leitores de tela e registros."))

  static let json = CommandOption(
    name: "json", value: .none { $0.isJSON = true },
    words: Words(
      en: "Everything that happens as one JSON object a line.",
      es: "Todo lo que ocurre, como un objeto JSON por línea.",
      pt: "Tudo o que acontece, como um objeto JSON por linha."))

  static let quiet = CommandOption(
    name: "quiet", letter: "q", value: .none { $0.isQuiet = true },
    words: Words(
      en: "Only what programs print, and errors.", es: "Solo lo que los programas imprimen, y los errores.",
      pt: "Só o que os programas imprimem, e os erros."))
}
