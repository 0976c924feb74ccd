// The page of the command in the documentation, made from the rows.
import Diagnostics

/// `docs/command.md`: a test keeps it up to date.
package enum CommandPage {
  /// The page as Markdown, in English.
  package static var text: String {
    var text = """
      # The command `aula`

      \(CommandWords.about(.en))

      This page is made from the rows in `Sources/Command`, as are `aula --help`, the man page (`aula help --man`) and the completion scripts
      (`aula completions bash`). `AULA_RECORD=1 swift test --filter CommandTests` makes it anew. What `--json` writes is in
      [json-events.md](json-events.md).

      | verb | does |
      |---|---|

      """
    for verb in Verb.all { text += "| [`\(cell(verb.synopsis))`](#\(verb.name)) | \(verb.summary(.en)) |\n" }
    for verb in Verb.all { text += section(verb) }
    text += "\n## Options of every verb\n\n" + table(CommandOption.shared)
    text += "\n## Exit status\n\n| code | means |\n|---|---|\n"
    for ending in Ending.allCases { text += "| \(ending.rawValue) | \(ending.words(.en)) |\n" }
    text += "\nOf several files the largest code is told.\n\n## Environment\n\n| variable | decides |\n|---|---|\n"
    for (name, words) in ManWords.variables { text += "| `\(name)` | \(words(.en)) |\n" }
    return text
  }

  private static func section(_ verb: Verb) -> String {
    var text = "\n## \(verb.name)\n\n\(verb.about(.en))\n\n```sh\n"
    for example in verb.examples { text += "\(example.call)    # \(example.words(.en))\n" }
    text += "```\n"
    return verb.options.isEmpty ? text : text + "\n" + table(verb.options)
  }

  private static func table(_ options: [CommandOption]) -> String {
    options.reduce(into: "| option | means |\n|---|---|\n") { text, option in
      let synopsis = option.synopsis.drop { $0 == " " }
      text += "| `\(cell(String(synopsis)))` | \(option.words(.en)) |\n"
    }
  }

  /// A bar would end the cell.
  private static func cell(_ text: String) -> String { text.replacing("|", with: "\\|") }
}
