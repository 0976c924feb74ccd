// What must hold of every diagnostic, whatever was typed.
import Diagnostics
import Syntax

/// Looks for what is wrong with the runtime's answers.
enum Findings {
  /// What is wrong with a diagnostic of a text: an unfilled name, an empty sentence, a place outside of the text.
  static func of(_ diagnostic: Diagnostic, in text: String?) -> [String] {
    var findings: [String] = []
    func look(_ words: Words, _ values: [String: Phrase]) {
      for language in Language.allCases {
        let missing = words.names(in: language).subtracting(values.keys)
        if !missing.isEmpty { findings.append("\(diagnostic.row.code) leaves \(missing.sorted()) unfilled") }
        if words.filled(values, in: language).isEmpty { findings.append("\(diagnostic.row.code) says nothing") }
      }
    }
    look(diagnostic.row.message, diagnostic.values)
    if let help = diagnostic.row.help { look(help, diagnostic.values) }
    if let label = diagnostic.label {
      look(label.words, label.values)
    } else if let label = diagnostic.row.label {
      look(label, diagnostic.values)
    }
    for note in diagnostic.notes { look(note.words, note.values) }
    for label in diagnostic.labels { if let words = label.words { look(words, label.values) } }
    if let text, !isInside(diagnostic.span, text) {
      findings.append("\(diagnostic.row.code) is at \(diagnostic.span.lower)..\(diagnostic.span.upper), outside")
    }
    return findings
  }

  private static func isInside(_ span: Span, _ text: String) -> Bool {
    span.lower >= 0 && span.lower <= span.upper && Int(span.upper) <= text.utf8.count
  }

  /// Reads a text and draws what is wrong with it.
  static func ofReading(_ text: String, drawnIn language: Language) -> [String] {
    let source = Source(name: "typed", text: text)
    let parsed = Parser().parse(source, number: 0, firstID: 1)
    let sources = Sources()
    _ = sources.add(source)
    var findings: [String] = []
    for diagnostic in parsed.diagnostics {
      findings += of(diagnostic, in: text)
      for place in diagnostic.labels.map(\.span) + [diagnostic.fix?.span].compactMap({ $0 })
      where !isInside(place, text) {
        findings.append("\(diagnostic.row.code) points outside with a label or a fix")
      }
    }
    if let first = parsed.diagnostics.first {
      let drawn = Renderer(sources: sources, language: language, style: Renderer.Style()).render(first)
      if drawn.isEmpty { findings.append("\(first.row.code) draws nothing") }
    }
    return findings
  }
}
