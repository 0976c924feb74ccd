// Names that are words of the language in their place: `over`, `with`, `same as`, `on`.

/// Tells such words from names by what stands around them; the program need not be complete.
enum ContextualWords {
  /// Words behind a value: two values never stand beside each other.
  private static let behindValue: Set<String> = [
    "over", "with", "within", "by", "at", "against", "same", "answer", "on",
  ]
  /// Those of them that may begin a line.
  private static let beginLines: Set<String> = ["over", "with", "at", "against", "on", "by"]

  /// Whether a name is such a word.
  static func contains(_ index: Int, _ tokens: [TokenOutline]) -> Bool {
    let token = tokens[index]
    guard index > 0 else { return false }
    let previous = tokens[index - 1]
    let next = index + 1 < tokens.count ? tokens[index + 1] : nil
    if let next, next.kind == .sign {
      if next.text == "=" || next.text == "." { return false }
      // At the beginning of a line it may be a name after all.
      if token.startsLine, !["(", "[", "‖", "√", "∇"].contains(next.text) { return false }
    }
    switch token.text {
    case "all": return previous.kind == .word && previous.text == "for"
    case "as": return previous.kind == .name && previous.text == "same"
    case "fails": return previous.kind == .word && ["check", "derive"].contains(previous.text)
    case "gradient": return isClaim(index, tokens)
    case "on" where next.map { $0.kind == .name } != true: return false
    default:
      guard behindValue.contains(token.text), !token.startsLine || beginLines.contains(token.text) else { return false }
      return endsValue(previous) || token.text == "by" && previous.text == ".."
    }
  }

  /// Whether a claim begins here: behind `check`, `check fails`, a title, `explain`.
  private static func isClaim(_ index: Int, _ tokens: [TokenOutline]) -> Bool {
    let previous = tokens[index - 1]
    switch (previous.kind, previous.text) {
    case (.word, "check"), (.word, "explain"): return true
    case (.name, "fails"): return index > 1 && tokens[index - 2].text == "check"
    case (.sign, ":"): return index > 1 && tokens[index - 2].kind == .textEnd
    default: return false
    }
  }

  private static func endsValue(_ token: TokenOutline) -> Bool {
    switch token.kind {
    case .number, .name, .power, .textEnd: true
    case .word: ["true", "false"].contains(token.text)
    case .sign: [")", "]", "}", "‖", "???"].contains(token.text)
    default: false
    }
  }
}
