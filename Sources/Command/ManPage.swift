// The man page, in the language of roff, made from the rows.
import Diagnostics

enum ManPage {
  /// The page for section 1.
  static func text(in language: Language) -> String {
    let title = CommandWords.title(language)
    var lines = [
      ".\\\" Made from the rows of the command: aula help --man", ".TH AULA 1 \"\" \"Aula \(Version.number)\"",
      ".SH \(ManWords.name(language))", "aula \\- " + escaped(title),
      ".SH \(ManWords.synopsis(language))",
      ".B aula", "[\\fI\(CommandWords.verb(language))\\fR] [\\fI\(CommandWords.option(language))\\fR]...",
      ".SH \(ManWords.description(language))", escaped(CommandWords.about(language)),
      ".SH \(upper(CommandWords.verbs, language))",
    ]
    for verb in Verb.all { lines += section(verb, language) }
    lines.append(".SH \(upper(CommandWords.options, language))")
    for option in CommandOption.shared { lines += entry(option, language) }
    lines.append(".SH \(upper(CommandWords.endings, language))")
    for ending in Ending.allCases { lines += [".TP", ".B \(ending.rawValue)", escaped(ending.words(language))] }
    lines.append(".SH \(ManWords.environment(language))")
    for (name, words) in ManWords.variables { lines += [".TP", ".B \(name)", escaped(words(language))] }
    lines.append(".SH \(ManWords.files(language))")
    lines += [".TP", ".I \\(ti/.local/state/aula/history", escaped(ManWords.history(language))]
    return lines.joined(separator: "\n") + "\n"
  }

  private static func section(_ verb: Verb, _ language: Language) -> [String] {
    var lines = [".SS \(quoted("aula " + verb.synopsis))", escaped(verb.about(language))]
    for option in verb.options { lines += entry(option, language) }
    for example in verb.examples {
      lines += [
        ".PP", escaped(example.words(language)) + ":", ".PP", ".RS 4", ".nf", escaped(example.call), ".fi", ".RE",
      ]
    }
    return lines
  }

  private static func entry(_ option: CommandOption, _ language: Language) -> [String] {
    var name = "\\fB\(escaped(option.written))\\fR"
    if let letter = option.letter { name = "\\fB\\-\(letter)\\fR, " + name }
    if let wanted = option.wanted { name += " \\fI\(wanted.placeholder)\\fR" }
    return [".TP", name, escaped(option.words(language))]
  }

  /// Text as roff shows it as it is.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      switch character {
      case "\\": result += "\\e"
      case "-": result += "\\-"
      case "`": result += "\\(ga"
      case "'": result += "\\(aq"
      case "~": result += "\\(ti"
      case "^": result += "\\(ha"
      case "…": result += "..."
      default: result.append(character)
      }
    }
    // A point at the beginning would be a command.
    return result.hasPrefix(".") ? "\\&" + result : result
  }

  private static func quoted(_ text: String) -> String { "\"\(escaped(text))\"" }

  private static func upper(_ words: Words, _ language: Language) -> String { words(language).uppercased() }
}

/// What only the man page says.
enum ManWords {
  static let name = Words(en: "NAME", es: "NOMBRE", pt: "NOME")
  static let synopsis = Words(en: "SYNOPSIS", es: "SINOPSIS", pt: "SINOPSE")
  static let description = Words(en: "DESCRIPTION", es: "DESCRIPCIÓN", pt: "DESCRIÇÃO")
  static let environment = Words(en: "ENVIRONMENT", es: "ENTORNO", pt: "AMBIENTE")
  static let files = Words(en: "FILES", es: "ARCHIVOS", pt: "ARQUIVOS")
  static let history = Words(
    en: "What was entered at the prompt; `$XDG_STATE_HOME/aula/history` where that is set.",
    es: "Lo que se escribió en el intérprete; `$XDG_STATE_HOME/aula/history` si está definida.",
    pt: "O que foi digitado no interpretador; `$XDG_STATE_HOME/aula/history` se estiver definida.")
  static let variables: [(String, Words)] = [
    (
      "LC_ALL, LC_MESSAGES, LANG",
      Words(
        en: "The language of messages, unless --lang is given.",
        es: "El idioma de los mensajes, si no se da --lang.", pt: "O idioma das mensagens, sem --lang.")
    ),
    (
      "NO_COLOR, CLICOLOR_FORCE",
      Words(
        en: "No colour, or colour in files and pipes too, unless --color is given.",
        es: "Sin color, o color también en archivos y tuberías, si no se da --color.",
        pt: "Sem cor, ou cor também em arquivos e pipes, sem --color.")
    ),
    (
      "PAGER",
      Words(
        en: "What long pages of help are shown with; `less -R` otherwise.",
        es: "Con qué se muestran las páginas largas de ayuda; si no, `less -R`.",
        pt: "Com que se mostram as páginas longas de ajuda; sem ela, `less -R`.")
    ),
    (
      "AULA_PICTURES",
      Words(
        en: "words: pictures are told in words; characters: drawn with them, whatever the screen knows.",
        es: "words: las figuras se cuentan con palabras; characters: se dibujan con letras en toda pantalla.",
        pt: "words: as figuras são contadas em palavras; characters: desenhadas com letras em toda tela.")
    ),
    (
      "AULA_CPU",
      Words(
        en: "baseline, avx2 or avx512: kernels of a lower level than the processor's.",
        es: "baseline, avx2 o avx512: núcleos de cálculo de un nivel menor que el del procesador.",
        pt: "baseline, avx2 ou avx512: núcleos de cálculo de um nível menor que o do processador.")
    ),
    (
      "AULA_LIBRARIES",
      Words(
        en: "none: no numeric library of the system is used.",
        es: "none: no se usa ninguna biblioteca numérica del sistema.",
        pt: "none: nenhuma biblioteca numérica do sistema é usada.")
    ),
  ]
}
