// The commands of the prompt: a row each, from which help, completion and the answers to slips are made.
import Diagnostics

/// Something that begins with `:`.
package struct PromptCommand: Sendable {
  /// What may follow its name.
  package enum Argument: Sendable {
    case nothing
    case optional(Words)
    case required(Words)

    /// How it is called in a list, if there is one.
    var words: Words? {
      switch self {
      case .nothing: nil
      case .optional(let words), .required(let words): words
      }
    }
  }
  /// What completion offers behind the name.
  package enum Completes: Sendable {
    case nothing
    case code
    case files
    case choices([String])
  }

  package let name: String
  package let argument: Argument
  package let completes: Completes
  package let summary: Words
  let action: @Sendable (PromptRun, String) throws -> Void

  init(
    _ name: String, _ summary: Words, takes argument: Argument = .nothing, completes: Completes = .nothing,
    action: @escaping @Sendable (PromptRun, String) throws -> Void
  ) {
    self.name = name
    self.argument = argument
    self.completes = completes
    self.summary = summary
    self.action = action
  }

  /// `:time CODE`, as a list of commands shows it.
  package func usage(_ language: Language) -> String {
    switch argument {
    case .nothing: ":" + name
    case .optional(let words): ":\(name) [\(words(language))]"
    case .required(let words): ":\(name) \(words(language))"
    }
  }

  /// A command as it was typed: its name and what follows. Nil for what is none: a colon and a letter begin it.
  package static func typed(_ line: String) -> (name: String, argument: String)? {
    let text = line.trimmed
    guard text.hasPrefix(":"), let first = text.dropFirst().first, first.isLetter || first == "?" else { return nil }
    let name = text.dropFirst().prefix { $0.isLetter || $0 == "?" }
    return (String(name), String(text.dropFirst(1 + name.count)).trimmed)
  }

  /// Whether a line is one of some commands by its whole name.
  static func isCommand(_ line: String, among rows: [PromptCommand] = all) -> Bool {
    guard let typed = typed(line) else { return false }
    return rows.contains { $0.name == typed.name }
  }

  /// The command of a name, of which the beginning is enough where only one command begins so.
  package static func named(_ name: String, among rows: [PromptCommand] = all) -> PromptCommand? {
    if let row = rows.first(where: { $0.name == name }) { return row }
    if name == "?" { return named("help", among: rows) }
    let begun = rows.filter { $0.name.hasPrefix(name) }
    return begun.count == 1 ? begun.first : nil
  }
}

extension StringProtocol {
  /// Without the blanks around it.
  var trimmed: String {
    let isBlank = { (character: Character) in character.isWhitespace }
    guard let first = firstIndex(where: { !isBlank($0) }), let last = lastIndex(where: { !isBlank($0) }) else {
      return ""
    }
    return String(self[first...last])
  }
}
