// The reference as Markdown: a page for each topic with its programs run, their pictures, and an index.
import Diagnostics
import Figures

/// A file of the reference.
package struct ReferencePage: Sendable {
  /// Its place below the reference's folder.
  package let path: String
  package let text: String
}

extension Reference {
  /// Every page and picture. The programs are run as the pages are written, each in a session of its own.
  package func pages() -> [ReferencePage] {
    var pages = [index]
    for topic in topics {
      var text = "# \(topic.title)\n\n\(topic.introduction)\n"
      for entry in topic.entries {
        let run = ExampleRun(entry)
        text += "\n" + markdown(entry, run)
        pages += run.picturePages
      }
      pages.append(ReferencePage(path: "\(topic.slug).md", text: text))
    }
    return pages
  }

  private var index: ReferencePage {
    var text = """
      # Reference

      Everything that the library has, by topic. The pages are made from the library itself: `make test` fails when they are stale, and
      runs every program on them. `AULA_RECORD=1 swift test --filter ReferenceTests` makes them anew.

      | topic | names |
      |---|---|

      """
    for topic in topics {
      let names = topic.entries.map { "[`\($0.name)`](\(topic.slug).md#\(Reference.anchor($0.name)))" }
      text += "| [\(topic.title)](\(topic.slug).md) | \(names.joined(separator: " ")) |\n"
    }
    return ReferencePage(path: "README.md", text: text)
  }

  /// What a heading with a name is called in a link.
  private static func anchor(_ name: String) -> String { name.lowercased() }

  private func markdown(_ entry: Entry, _ run: ExampleRun) -> String {
    var text = "## `\(entry.name)`\n\n"
    if !entry.signature.hasPrefix("let ") { text += "```\n\(entry.signature)\n```\n\n" }
    text += entry.text + "\n"
    if !entry.example.isEmpty {
      text += "\n```aula\n\(entry.example.joined(separator: "\n"))\n```\n"
    }
    if !run.output.isEmpty { text += "\n```text\n\(run.output)\n```\n" }
    for (path, summary) in run.pictures { text += "\n![\(summary)](\(path))\n" }
    return text
  }
}

/// What a name's program shows.
private struct ExampleRun {
  /// What it prints, but for results that stand in the program already.
  private(set) var output = ""
  private(set) var pictures: [(path: String, summary: String)] = []
  private(set) var picturePages: [ReferencePage] = []

  init(_ entry: Reference.Entry) {
    var options = SessionOptions()
    options.language = .en
    let session = Session(seed: 7, options: options)
    for line in entry.example {
      let saysItsResult = line.contains(" #")
      session.run(line) { event in
        switch event {
        case .text(let text): output += text + "\n"
        case .value(let value): if !saysItsResult, value.name == nil { output += value.text + "\n" }
        case .picture(let figure): take(figure, entry.name)
        case .problem(let problem): output += problem.text + "\n"
        case .check, .derivation, .prediction, .explanation, .progress: break
        }
      }
    }
    while output.last == "\n" { output.removeLast() }
  }

  private mutating func take(_ figure: Figure, _ name: String) {
    if case .table = figure {
      output += figure.terminal(TerminalStyle()) + "\n"
      return
    }
    let number = pictures.isEmpty ? "" : "-\(pictures.count + 1)"
    let path = "pictures/\(name)\(number).svg"
    // A summary may have several lines; a picture's description is one.
    let summary = figure.summary(.en).split(separator: "\n").joined(separator: " ")
    pictures.append((path, summary.replacing("[", with: "(").replacing("]", with: ")")))
    picturePages.append(ReferencePage(path: path, text: figure.svg(width: nil, height: nil, theme: .automatic)))
  }
}
