// What `--help` shows, of the command and of each verb, made from the rows.
import Diagnostics
import Terminal

/// A help page.
struct HelpText {
  private let verb: Verb?
  private let language: Language

  init(_ verb: Verb?, in language: Language) {
    self.verb = verb
    self.language = language
  }

  /// The page in so many columns.
  func text(columns: Int) -> String {
    let columns = max(20, columns)
    var lines: [String] = []
    if let verb {
      lines += wrapped("aula \(verb.name): \(verb.summary(language))", columns)
    } else {
      lines += wrapped("aula: \(CommandWords.title(language))", columns)
    }
    lines += [""] + usage(columns) + [""]
    lines += wrapped((verb?.about ?? CommandWords.about)(language), columns)
    if verb == nil {
      lines += section(CommandWords.verbs, Verb.all.map { ($0.synopsis, $0.summary(language)) }, columns)
    }
    let examples = verb?.examples ?? CommandWords.calls + Verb.all.compactMap(\.examples.first)
    lines += section(CommandWords.examples, examples.map { ($0.call, $0.words(language)) }, columns)
    if let own = verb?.options, !own.isEmpty { lines += section(CommandWords.ownOptions, rows(of: own), columns) }
    lines += section(CommandWords.options, rows(of: CommandOption.shared), columns)
    let endings = Ending.allCases.map { ("\($0.rawValue)", $0.words(language)) }
    lines += section(CommandWords.endings, endings, columns)
    return lines.joined(separator: "\n") + "\n"
  }

  private func usage(_ columns: Int) -> [String] {
    let option = "[\(CommandWords.option(language))]…"
    let lead = CommandWords.usage(language) + ": aula "
    let call =
      verb.map { "\($0.name) \(option) \($0.operands.synopsis)" } ?? "[\(CommandWords.verb(language))] \(option)"
    return wrapped(lead + call, columns, indent: 4)
  }

  private func rows(of options: [CommandOption]) -> [(String, String)] {
    options.map { ($0.synopsis, $0.words(language)) }
  }

  /// A heading and rows in two columns; where there is no room for two, one below the other.
  private func section(_ title: Words, _ rows: [(String, String)], _ columns: Int) -> [String] {
    let widest = rows.map { Visible.width($0.0) }.max() ?? 0
    let indent = min(widest, 28) + 4
    var lines = [""] + wrapped(title(language) + ":", columns)
    for (left, right) in rows {
      let width = Visible.width(left)
      if indent + 20 > columns {
        lines += wrapped("  " + left, columns, indent: 4) + wrapped("      " + right, columns, indent: 6)
      } else if width + 4 > indent {
        let margin = String(repeating: " ", count: indent)
        lines += wrapped("  " + left, columns, indent: 4) + wrapped(margin + right, columns, indent: indent)
      } else {
        let gap = String(repeating: " ", count: indent - width - 2)
        lines += wrapped("  " + left + gap + right, columns, indent: indent)
      }
    }
    return lines
  }

  private func wrapped(_ text: String, _ columns: Int, indent: Int = 0) -> [String] {
    ScreenText.wrapped(text, columns, indent: indent)
  }
}

extension Verb {
  /// How help lists it: `run FILE…`.
  var synopsis: String { operands == .none ? name : "\(name) \(operands.synopsis)" }
}
