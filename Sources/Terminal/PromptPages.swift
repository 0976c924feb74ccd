// Pages of help on a screen: what there is to say of a name, of a kind of problem, of a topic.
import Diagnostics
import Session

/// What there is to say of a name, on a screen.
package struct NamePage {
  private let entry: Reference.Entry

  package init(_ entry: Reference.Entry) { self.entry = entry }

  /// How it is called, what it gives, and a program that shows it. Without the end of the last line.
  package func documentation(_ look: Look) -> String {
    var lines = [SourceColours.painted(entry.signature, look)]
    for paragraph in entry.text.split(separator: "\n\n", omittingEmptySubsequences: true) {
      let text = paragraph.split(separator: "\n").joined(separator: " ")
      lines += [""] + ScreenText.wrapped(ScreenText.visible(text, look), look.columns)
    }
    if !entry.example.isEmpty { lines += [""] + entry.example.map { "    " + SourceColours.painted($0, look) } }
    return lines.joined(separator: "\n")
  }

  /// Its text as it was written; of what is written in Swift, its documentation.
  package func source(_ look: Look) -> String {
    guard let source = entry.source else {
      return Ink.dim.paint(PromptWords.noSource(look.language), look) + "\n" + documentation(look)
    }
    return SourceColours.painted(source, look)
  }
}

/// The page of a kind of problem, on a screen.
package struct ProblemPage {
  private let row: DiagnosticRow

  package init(_ row: DiagnosticRow) { self.row = row }

  /// What it means, a program that has it, and how to mend that. Without the end of the last line.
  package func text(_ look: Look) -> String {
    var lines: [String] = []
    var isProgram = false
    for line in row.page(in: look.language).split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("```") {
        isProgram.toggle()
      } else if isProgram {
        lines.append("    " + SourceColours.painted(String(line), look))
      } else if line.hasPrefix("# ") {
        lines += ScreenText.wrapped(String(line.dropFirst(2)), look.columns, indent: 4).map {
          Ink.heading.paint($0, look)
        }
      } else {
        let text = line.hasPrefix("> ") ? "  " + line.dropFirst(2) : String(line)
        lines += ScreenText.wrapped(text, look.columns, indent: line.hasPrefix("> ") ? 2 : 0)
      }
    }
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines.joined(separator: "\n")
  }
}

/// The names of a topic of the reference, on a screen.
package struct TopicPage {
  private let topic: Reference.Topic

  package init(_ topic: Reference.Topic) { self.topic = topic }

  /// Each name with how it is called. Without the end of the last line.
  package func text(_ look: Look) -> String {
    var lines = [Ink.heading.paint(topic.title, look)] + ScreenText.wrapped(topic.introduction, look.columns)
    for entry in topic.entries {
      lines += ScreenText.wrapped("  " + entry.signature, look.columns, indent: 6).map {
        SourceColours.painted($0, look)
      }
    }
    return lines.joined(separator: "\n")
  }
}
