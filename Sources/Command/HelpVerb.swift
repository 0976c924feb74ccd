// What help does: topics, names and errors of the language, and the verbs of the command.
import Diagnostics
import Session
import Terminal

enum HelpVerb {
  static func perform(_ job: Job) -> Ending {
    if job.settings.wantsManPage {
      job.output.write(ManPage.text(in: job.language))
      return .finished
    }
    let page = HelpPage(job.look, columns: job.textColumns)
    guard let name = job.operands.first else {
      guard let reference = Session.reference() else { return .programFailed }
      job.page(page.contents(of: reference))
      return .finished
    }
    if let row = DiagnosticCatalogue.row(code: name) {
      job.page(page.text(of: row))
      return .finished
    }
    guard let reference = Session.reference() else { return .programFailed }
    if let text = page.text(of: name, in: reference) {
      job.page(text)
    } else if let verb = Verb.named(name) {
      job.page(HelpText(verb, in: job.language).text(columns: job.textColumns))
    } else {
      job.complain(unknown(name, reference))
      return .wrongUsage
    }
    return .finished
  }

  private static func unknown(_ name: String, _ reference: Reference) -> Diagnostic {
    let names = reference.topics.flatMap { [$0.slug] + $0.entries.map(\.name) }
    // A code is a slip away from a hundred others.
    let isCode = name.count == 5 && name.dropFirst().allSatisfy(\.isNumber)
    let near = isCode ? [] : Suggestions.nearest(to: name, among: names + Verb.all.map(\.name))
    return Diagnostic(.unknownTopic, at: .nowhere, ["name": .text(name)], notes: CommandWords.suggestion(near))
  }
}

/// Pages of the reference as text for a screen.
package struct HelpPage {
  private let look: Look
  private let columns: Int

  package init(_ look: Look, columns: Int) {
    self.look = look
    self.columns = max(20, columns)
  }

  /// All topics.
  func contents(of reference: Reference) -> String {
    var lines = [heading(HelpWords.contents(look.language)), ""]
    for topic in reference.topics {
      lines.append(heading(topic.slug) + "  " + topic.title)
      lines += wrapped("    " + topic.entries.map(\.name).joined(separator: " "), indent: 4)
    }
    lines += [""] + wrapped(HelpWords.more(look.language), indent: 0)
    return lines.joined(separator: "\n") + "\n"
  }

  /// A topic or a name; nil where there is none.
  package func text(of name: String, in reference: Reference) -> String? {
    if let (entry, topic) = reference.entry(name) {
      return text(of: entry) + "\n" + HelpWords.topic.filled(["topic": .text(topic.slug)], in: look.language) + "\n"
    }
    guard let topic = reference.topics.first(where: { $0.slug == name.lowercased() }) else { return nil }
    var lines = [heading(topic.title)] + wrapped(topic.introduction, indent: 0)
    for entry in topic.entries { lines += ["", text(of: entry)] }
    return lines.joined(separator: "\n")
  }

  private func text(of entry: Reference.Entry) -> String {
    NamePage(entry).documentation(fitted) + "\n"
  }

  /// A kind of problem.
  func text(of row: DiagnosticRow) -> String { ProblemPage(row).text(fitted) + "\n" }

  /// The look with the columns that a page has.
  private var fitted: Look {
    var look = look
    look.columns = columns
    return look
  }

  private func heading(_ text: String) -> String { Ink.heading.paint(text, look) }

  private func wrapped(_ text: String, indent: Int) -> [String] { ScreenText.wrapped(text, columns, indent: indent) }
}

enum HelpWords {
  static let contents = Words(
    en: "The reference, by topic", es: "La referencia, por temas", pt: "A referência, por temas")
  static let more = Words(
    en: "`aula help TOPIC` or `aula help NAME` tells more; `aula help E0401` explains an error.",
    es: "`aula help TEMA` o `aula help NOMBRE` cuentan más; `aula help E0401` explica un error.",
    pt: "`aula help TEMA` ou `aula help NOME` contam mais; `aula help E0401` explica um erro.")
  static let topic = Words(
    en: "More of its kind: `aula help {topic}`", es: "Más como este: `aula help {topic}`",
    pt: "Mais como este: `aula help {topic}`")
}
