// How a sentence with `{names}` becomes the sentence somebody reads.

extension Words {
  /// The sentence in a language with every `{name}` replaced. A name without a value shows as `…`, never as a brace;
  /// `\{` is a brace. Texts are put in as they are, but visible and not too long; words may have names of their own.
  package func filled(_ values: [String: Phrase], in language: Language) -> String {
    Filling(values: values, language: language).sentence(self(language), depth: 0)
  }

  /// The `{names}` in the sentences, by language.
  package func names(in language: Language) -> Set<String> {
    var names: Set<String> = []
    Template.pieces(of: self(language)) { piece in if case .name(let name) = piece { names.insert(name) } }
    return names
  }
}

extension Phrase {
  /// What is put in for a name, in a language.
  package func text(in language: Language, values: [String: Phrase] = [:]) -> String {
    Filling(values: values, language: language).phrase(self, depth: 0)
  }
}

/// The parts of a sentence with `{names}`.
package enum Template {
  /// A part.
  package enum Piece: Sendable {
    case literal(String)
    case name(String)
  }

  /// Calls `body` with each part. A name is letters and digits that begin with a letter; other braces are braces.
  package static func pieces(of sentence: String, _ body: (Piece) -> Void) {
    var literal = ""
    var rest = Substring(sentence)
    while let character = rest.popFirst() {
      if character == "\\", let next = rest.first, next == "{" || next == "}" {
        literal.append(next)
        rest.removeFirst()
      } else if character == "{", let end = rest.firstIndex(of: "}"), isName(rest[..<end]) {
        if !literal.isEmpty { body(.literal(literal)) }
        literal = ""
        body(.name(String(rest[..<end])))
        rest = rest[rest.index(after: end)...]
      } else {
        literal.append(character)
      }
    }
    if !literal.isEmpty { body(.literal(literal)) }
  }

  /// A text as a sentence that says just this text.
  package static func quoted(_ text: String) -> String {
    guard text.contains("{") || text.contains("}") else { return text }
    return text.reduce(into: "") { quoted, character in
      if character == "{" || character == "}" { quoted.append("\\") }
      quoted.append(character)
    }
  }

  private static func isName(_ text: Substring) -> Bool {
    guard let first = text.utf8.first, isLetter(first), text.utf8.count <= 32 else { return false }
    return text.utf8.allSatisfy { isLetter($0) || ($0 >= 48 && $0 <= 57) }
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (byte | 32) >= 97 && (byte | 32) <= 122 }
}

/// Puts values into sentences of one language.
private struct Filling {
  /// Words may stand in words; deeper than this only by mistake.
  static let deepest = 4
  let values: [String: Phrase]
  let language: Language

  func sentence(_ sentence: String, depth: Int) -> String {
    var result = ""
    Template.pieces(of: sentence) { piece in
      switch piece {
      case .literal(let text): result += text
      case .name(let name): result += values[name].map { phrase($0, depth: depth + 1) } ?? "…"
      }
    }
    return result
  }

  func phrase(_ phrase: Phrase, depth: Int) -> String {
    switch phrase {
    case .text(let text): return Visible.brief(text)
    case .words(let words): return depth > Filling.deepest ? "…" : sentence(words(language), depth: depth)
    case .choice(let options): return choice(options.map { Visible.brief($0) })
    }
  }

  /// "`a`, `b` or `c`".
  private func choice(_ options: [String]) -> String {
    guard let last = options.last else { return "…" }
    if options.count == 1 { return "`\(last)`" }
    let first = options.dropLast().map { "`\($0)`" }.joined(separator: ", ")
    return "\(first) \(or(before: last)) `\(last)`"
  }

  /// Spanish says "u" where the next word begins with the sound "o".
  private func or(before word: String) -> String {
    switch language {
    case .en: return "or"
    case .pt: return "ou"
    case .es:
      let start = word.lowercased()
      return ["o", "ó", "ho", "hó"].contains { start.hasPrefix($0) } ? "u" : "o"
    }
  }
}

extension Diagnostic {
  /// What is wrong, in one sentence of a language.
  public func message(in language: Language) -> String { row.message.filled(values, in: language) }

  /// What to do about it, where there is advice that always holds.
  public func help(in language: Language) -> String? { row.help?.filled(values, in: language) }

  /// What stands under the place.
  public func label(in language: Language) -> String? {
    if let label { return label.words.filled(label.values, in: language) }
    return row.label?.filled(values, in: language)
  }
}

extension Diagnostic.Label {
  /// Why the place matters.
  public func text(in language: Language) -> String? { words?.filled(values, in: language) }
}

extension Diagnostic.Note {
  /// What the note says.
  public func text(in language: Language) -> String { words.filled(values, in: language) }
}
