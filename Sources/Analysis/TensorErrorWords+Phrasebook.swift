// Finds what the core says in English in the other languages.
import Diagnostics

/// The phrases of the core's errors (what an argument must be, why there is no derivative) in every language.
package enum Phrasebook {
  /// A phrase: in English with `{names}` for what changes, and the same in the other languages.
  struct Entry: Sendable {
    let words: Words
    let pieces: [Template.Piece]
    /// How many letters are fixed: of several entries that fit, the one with the most says it best.
    let weight: Int

    /// `says` is better English where the core's phrase does not go with the sentence around it.
    init(_ en: String, says: String? = nil, _ es: String, _ pt: String) {
      words = Words(en: says ?? en, es: es, pt: pt)
      var (pieces, weight) = ([Template.Piece](), 0)
      Template.pieces(of: en) { piece in
        pieces.append(piece)
        if case .literal(let text) = piece { weight += text.utf8.count }
      }
      (self.pieces, self.weight) = (pieces, weight)
    }
  }

  /// Longer texts are no phrases of the core.
  private static let longest = 4000

  /// What stands for a phrase of the core in a sentence.
  package static func phrase(_ english: String) -> Phrase {
    translation(of: english).map { .words($0) } ?? .text(english)
  }

  /// A phrase in every language; nil where it is nothing but numbers and shapes, or is not known.
  package static func translation(of english: String) -> Words? { translation(of: english, depth: 0) }

  /// Whether a phrase reads the same in every language: numbers, sizes, types, something in quotes.
  package static func isPlain(_ text: String) -> Bool {
    var rest = text
    for word in ["float32", "float64", "int", "bool", "inf", "nan"] { rest = rest.replacing(word, with: "") }
    if rest.hasPrefix("\"") && rest.hasSuffix("\"") && rest.count > 1 { return true }
    // `[n, d]`, `[N, C, H, W]`: letters that name sizes.
    let isSizes = rest.hasPrefix("[") && rest.hasSuffix("]") && rest.split(separator: ",").allSatisfy { $0.count <= 3 }
    return isSizes || rest.allSatisfy { "0123456789[](),.-+e ".contains($0) }
  }

  /// Names for which other phrases stand.
  private static let nested: Set<String> = ["reason", "types", "corner", "left", "right"]

  private static func translation(of english: String, depth: Int) -> Words? {
    guard english.utf8.count <= longest, depth < 3 else { return nil }
    var best: (entry: Entry, values: [String: String])?
    for entry in entries where entry.weight > best?.entry.weight ?? -1 {
      if let values = match(english, entry.pieces) { best = (entry, values) }
    }
    guard let best else { return nil }
    var phrases: [String: Phrase] = [:]
    for (name, value) in best.values {
      // Inside of some phrases stand others.
      let inner = nested.contains(name) ? translation(of: value, depth: depth + 1) : nil
      phrases[name] = inner.map { .words($0) } ?? .text(value)
    }
    let words = best.entry.words
    return Words(
      en: Template.quoted(words.filled(phrases, in: .en)), es: Template.quoted(words.filled(phrases, in: .es)),
      pt: Template.quoted(words.filled(phrases, in: .pt)))
  }

  /// What stands for the names when a text has the form of these pieces. Each name takes as little as it can.
  private static func match(_ text: String, _ pieces: [Template.Piece]) -> [String: String]? {
    var values: [String: String] = [:]
    var rest = Substring(text)
    var open: String?
    for (index, piece) in pieces.enumerated() {
      switch piece {
      case .name(let name): open = name
      case .literal(let literal):
        guard let name = open else {
          guard rest.hasPrefix(literal) else { return nil }
          rest = rest.dropFirst(literal.count)
          continue
        }
        open = nil
        guard let value = value(in: rest, before: literal, isLast: index == pieces.count - 1) else { return nil }
        values[name] = String(value)
        rest = rest[value.endIndex...].dropFirst(literal.count)
      }
    }
    if let open {
      values[open] = String(rest)
      return rest.isEmpty ? nil : values
    }
    return rest.isEmpty ? values : nil
  }

  /// The beginning of a text up to a literal, which for the last one must be the text's end.
  private static func value(in text: Substring, before literal: String, isLast: Bool) -> Substring? {
    if isLast {
      guard text.hasSuffix(literal), text.count > literal.count else { return nil }
      return text.dropLast(literal.count)
    }
    guard let found = text.dropFirst().firstRange(of: literal) else { return nil }
    return text[..<found.lowerBound]
  }

  static let entries: [Entry] = kinds + places + values + reasons + gradients
}
