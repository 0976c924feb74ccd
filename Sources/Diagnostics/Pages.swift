// The page of a kind of problem: what it means, a program that shows it, how to mend it.

extension DiagnosticRow {
  /// The page in one language, as Markdown.
  public func page(in language: Language) -> String {
    let text = PageText(language)
    var lines = ["# \(title(in: language))", "", meaning(language), ""]
    if !example.isEmpty { lines += ["\(text.program):", "", "```aula", example, "```", ""] }
    lines.append("\(text.mend): \(mend(language))")
    if let help { lines += ["", "> \(help.shown(language))"] }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The page in every language, one below the other, as Markdown.
  package var pages: String {
    let parts = Language.allCases.map { language -> String in
      let text = PageText(language)
      var lines = ["## \(text.language)", "", "**\(message.shown(language))**", "", meaning(language), ""]
      lines.append("\(text.mend): \(mend(language))")
      if let help { lines += ["", "> \(help.shown(language))"] }
      return lines.joined(separator: "\n")
    }
    let program = example.isEmpty ? "" : "```aula\n\(example)\n```\n\n"
    return "# \(code)\n\n" + program + parts.joined(separator: "\n\n") + "\n"
  }

  /// The code and the sentence, with `…` for what the program supplies.
  package func title(in language: Language) -> String { "\(code): \(message.shown(language))" }
}

extension DiagnosticCatalogue {
  /// The list of all pages, as Markdown.
  package static var contents: String {
    let head = "# What can be wrong with a program\n\n| | English | Español | Português |\n|---|---|---|---|\n"
    return rows.reduce(into: head) { table, row in
      let cells = Language.allCases.map { row.message.shown($0).replacing("|", with: "\\|") }
      table += "| [\(row.code)](\(row.code).md) | \(cells.joined(separator: " | ")) |\n"
    }
  }
}

extension Words {
  /// The sentence as a page shows it, where no program supplies values: `{name}` is `…`, in backticks or out.
  fileprivate func shown(_ language: Language) -> String { filled([:], in: language) }
}

/// What pages say besides the rows.
private struct PageText {
  let language: String
  let program: String
  let mend: String

  init(_ language: Language) {
    switch language {
    case .en: (self.language, program, mend) = ("English", "A program that shows it", "How to mend it")
    case .es: (self.language, program, mend) = ("Español", "Un programa que lo muestra", "Cómo arreglarlo")
    case .pt: (self.language, program, mend) = ("Português", "Um programa que mostra isso", "Como consertar")
    }
  }
}
