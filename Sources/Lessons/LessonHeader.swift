// The header of a lesson: `key: value` lines between two lines of `---`.
import Diagnostics

/// What a lesson says of itself before it begins.
package struct LessonHeader: Sendable, Hashable {
  package var title = ""
  /// How long a student takes.
  package var minutes: Double?
  /// The run time that the author promises.
  package var seconds: Double?
  /// What draws are keyed by.
  package var seed: UInt64 = 0
  /// The lessons that should come first.
  package var needs: [String] = []
  /// The part of the course.
  package var part: String?
  /// Its place in the course.
  package var order: Int?

  /// A key of the header: what its value looks like, and where the value goes.
  struct Key: Sendable {
    enum Form: Sendable {
      case text
      case number
      case whole
      case names

      var words: Words {
        switch self {
        case .text: Words(en: "a text", es: "un texto", pt: "um texto")
        case .number: Words(en: "a number", es: "un número", pt: "um número")
        case .whole: Words(en: "a whole number", es: "un número entero", pt: "um número inteiro")
        case .names:
          Words(
            en: "names in brackets: `[tour, gradients]`", es: "nombres entre corchetes: `[tour, gradients]`",
            pt: "nomes entre colchetes: `[tour, gradients]`")
        }
      }
    }
    let name: String
    let form: Form
    /// Whether its value is the same in every language of a lesson.
    var isTranslated = false
    /// Takes the value; false if it cannot be one.
    let set: @Sendable (inout LessonHeader, String) -> Bool
    /// The value as a text, to compare.
    let text: @Sendable (LessonHeader) -> String
  }

  static let keys: [Key] = [
    Key(name: "title", form: .text, isTranslated: true) { header, value in
      header.title = value
      return !value.isEmpty
    } text: {
      $0.title
    },
    Key(name: "minutes", form: .number) { header, value in
      header.minutes = number(value)
      return header.minutes != nil
    } text: {
      "\($0.minutes ?? -1)"
    },
    Key(name: "seconds", form: .number) { header, value in
      header.seconds = number(value)
      return header.seconds != nil
    } text: {
      "\($0.seconds ?? -1)"
    },
    Key(name: "seed", form: .whole) { header, value in
      guard let seed = UInt64(value) else { return false }
      header.seed = seed
      return true
    } text: {
      "\($0.seed)"
    },
    Key(name: "needs", form: .names) { header, value in
      guard let names = names(value) else { return false }
      header.needs = names
      return true
    } text: {
      $0.needs.joined(separator: ", ")
    },
    Key(name: "part", form: .text, isTranslated: true) { header, value in
      header.part = value
      return !value.isEmpty
    } text: {
      $0.part ?? ""
    },
    Key(name: "order", form: .whole) { header, value in
      header.order = Int(value)
      return header.order != nil
    } text: {
      "\($0.order ?? -1)"
    },
  ]

  private static func number(_ text: String) -> Double? {
    guard let number = Double(text), number >= 0, number <= 1e6 else { return nil }
    return number
  }

  /// `[a, b]`
  private static func names(_ text: String) -> [String]? {
    guard text.hasPrefix("["), text.hasSuffix("]") else { return nil }
    let inside = text.dropFirst().dropLast()
    let names = inside.split(separator: ",", omittingEmptySubsequences: false).map { String(trimmed($0)) }
    if names == [""] { return [] }
    return names.allSatisfy(CellName.isValid) ? names : nil
  }

  static func trimmed(_ text: Substring) -> Substring {
    let blanks: Set<Character> = [" ", "\t"]
    var rest = text.drop { blanks.contains($0) }
    while let last = rest.last, blanks.contains(last) { rest.removeLast() }
    return rest
  }
}

/// The header as it was found.
struct HeaderReading {
  private(set) var header = LessonHeader()
  private(set) var problems: [Diagnostic] = []
  /// Where the text of the lesson begins.
  private(set) var end = 0
  /// The lines of the keys that were found.
  private(set) var places: [String: Span] = [:]

  private let bytes: [UInt8]
  private let source: Int32

  init(_ bytes: [UInt8], source: Int32) {
    self.bytes = bytes
    self.source = source
    read()
  }

  private mutating func read() {
    let lines = TextLines.all(in: bytes)
    guard let first = lines.first, isRule(first.content) else {
      return problems.append(Diagnostic(.lessonWithoutHeader, at: span(lines.first?.content ?? 0..<0)))
    }
    // A header that is never closed would swallow the lesson: it ends where its lines end.
    guard let closing = lines.dropFirst().firstIndex(where: { isRule($0.content) }) else {
      return problems.append(Diagnostic(.lessonWithoutHeader, at: span(first.content)))
    }
    end = lines[closing].end
    for line in lines[1..<closing] { take(line.content) }
    if places["title"] == nil { problems.append(Diagnostic(.lessonWithoutTitle, at: span(first.content))) }
  }

  private func isRule(_ line: Range<Int>) -> Bool {
    let text = String(decoding: bytes[line], as: UTF8.self)
    return LessonHeader.trimmed(text[...]) == "---" && text.hasPrefix("---")
  }

  private mutating func take(_ line: Range<Int>) {
    let text = String(decoding: bytes[line], as: UTF8.self)
    let content = LessonHeader.trimmed(text[...])
    if content.isEmpty || content.hasPrefix("#") { return }
    guard let colon = content.firstIndex(of: ":") else {
      return problems.append(Diagnostic(.lessonHeaderLine, at: span(line)))
    }
    let name = String(LessonHeader.trimmed(content[..<colon]))
    guard let key = LessonHeader.keys.first(where: { $0.name == name }) else {
      let known = LessonHeader.keys.map(\.name)
      let nearest = Suggestions.nearest(to: name, among: known, limit: 2)
      problems.append(
        Diagnostic(
          .lessonUnknownKey, at: span(line),
          ["key": .text(name), "keys": .choice(nearest.isEmpty ? known : nearest)]))
      return
    }
    if places[name] != nil { problems.append(Diagnostic(.lessonHeaderLine, at: span(line))) }
    places[name] = span(line)
    let value = unquoted(LessonHeader.trimmed(content[content.index(after: colon)...]))
    if !key.set(&header, value) {
      problems.append(
        Diagnostic(
          .lessonHeaderValue, at: span(line),
          ["key": .text(name), "form": .words(key.form.words), "value": .text(value)]))
    }
  }

  private func unquoted(_ text: Substring) -> String {
    guard text.utf8.count >= 2, let first = text.first, first == text.last, first == "\"" || first == "'" else {
      return String(text)
    }
    return String(text.dropFirst().dropLast())
  }

  private func span(_ range: Range<Int>) -> Span {
    Span(source: source, lower: Int32(clamping: range.lowerBound), upper: Int32(clamping: range.upperBound))
  }
}
