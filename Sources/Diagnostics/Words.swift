// The same thing said in the three languages, and what is put into such sentences.

/// The languages that messages exist in.
public enum Language: String, CaseIterable, Sendable {
  /// English.
  case en
  /// Spanish.
  case es
  /// Portuguese.
  case pt
}

/// One sentence in every language. `{name}` stands for a value.
public struct Words: Hashable, Sendable {
  /// English.
  public let en: String
  /// Spanish.
  public let es: String
  /// Portuguese.
  public let pt: String

  /// The three versions; all must use the same `{names}`.
  public init(en: String, es: String, pt: String) {
    self.en = en
    self.es = es
    self.pt = pt
  }

  /// The version of one language.
  public func callAsFunction(_ language: Language) -> String {
    switch language {
    case .en: en
    case .es: es
    case .pt: pt
    }
  }
}

/// What stands for a `{name}` in a sentence.
public enum Phrase: Hashable, Sendable {
  /// Something as it is in every language: a piece of program, a shape, a number.
  case text(String)
  /// Something said in the reader's language.
  case words(Words)
  /// A choice of things: "a, b or c".
  case choice([String])
}

extension Phrase: ExpressibleByStringInterpolation {
  /// A text as it is.
  public init(stringLiteral value: String) { self = .text(value) }
}
