// The reference: everything the library has, by topic, as rows and doc comments say it. Pages, help and tests are made from it.
import Diagnostics
import Graph
import Machine

/// Every name of the library with what there is to say about it.
package struct Reference: Sendable {
  /// A name.
  package struct Entry: Sendable {
    package let name: String
    /// How it is called: `fn mse(prediction, target)`.
    package let signature: String
    /// What it gives, in a few sentences.
    package let text: String
    /// A program of a few lines that shows it; what follows `#` on a line is its result.
    package let example: [String]
    /// Its text, and the file it stands in, where it is written in the language.
    package let source: String?
    package let file: String?
  }

  /// Names that belong together.
  package struct Topic: Sendable {
    package let slug: String
    package let title: String
    package let introduction: String
    package let entries: [Entry]
  }
  package let topics: [Topic]

  /// The entry of a name.
  package func entry(_ name: String) -> (entry: Entry, topic: Topic)? {
    for topic in topics {
      if let entry = topic.entries.first(where: { $0.name == name }) { return (entry, topic) }
    }
    return nil
  }

  /// The reference of the library that a machine was given when its session began.
  init(_ machine: Machine) {
    var entries: [String: [Entry]] = [:]
    for known in machine.globals.entries where known.isDefined && known.kind == .library && !known.isLibraryOwn {
      let entry = Entry(known, machine)
      let slug = TopicRow.slugsOfNames[known.name] ?? entry.file.map(TopicRow.slug) ?? TopicRow.rest.slug
      entries[slug, default: []].append(entry)
    }
    var topics: [Topic] = []
    for row in TopicRow.all {
      guard let found = entries.removeValue(forKey: row.slug) else { continue }
      topics.append(Topic(slug: row.slug, title: row.title, introduction: row.introduction, entries: found))
    }
    self.topics = topics
  }
}

extension Reference.Entry {
  init(_ known: Globals.Entry, _ machine: Machine) {
    name = known.name
    let value = machine.lookUp(known.name) ?? .nothing
    signature = Reference.signature(known.name, value, machine)
    var text: [String] = []
    var example: [String] = []
    // Blank lines of the text part paragraphs; what is indented by four spaces is a program.
    for line in (known.documentation ?? "").split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix(Reference.indent) {
        example.append(String(line.dropFirst(Reference.indent.count)))
      } else {
        text.append(String(line))
      }
    }
    while text.last?.isEmpty == true { text.removeLast() }
    self.text = text.joined(separator: "\n")
    self.example = example
    let span: Span? = if case .function(let function) = value { function.definition } else { known.definition }
    let file = span.flatMap { machine.sources[$0.source] }
    self.file = file?.name
    source = span.flatMap { span in file?.text(Int(span.lower), Int(span.upper)) }
  }
}

extension Reference {
  /// What marks a line of a doc comment as part of its program.
  static let indent = "    "

  private static func signature(_ name: String, _ value: Value, _ machine: Machine) -> String {
    switch value {
    case .function(let function): machine.display.signature(function)
    default: "let \(name) = \((try? machine.display.text(value)) ?? "")"
    }
  }
}

extension Session {
  /// The reference of the library.
  package static func reference() -> Reference? {
    try? Session().onThread { core, _ in
      core.library.provideAll()
      return Reference(core.machine)
    }
  }
}
