// Changes that make a text wrong, or different, in the ways that typing and transport do.

/// A source of broken texts.
struct Mutator {
  var dice: Dice

  init(seed: UInt64) { dice = Dice(seed) }

  /// A broken variant of a text; `other` is what pieces are taken from.
  mutating func broken(_ text: String, _ other: String) -> String {
    var result = text
    for _ in 0..<dice.within(1...3) { result = change(result, other) }
    return result
  }

  private mutating func change(_ text: String, _ other: String) -> String {
    switch dice.below(11) {
    case 0...2: return words(text) { dice, words in words.remove(at: dice.below(words.count)) }
    case 3:
      return words(text) { dice, words in words.insert(words[dice.below(words.count)], at: dice.below(words.count)) }
    case 4, 5: return words(text) { dice, words in words.swapAt(dice.below(words.count), dice.below(words.count)) }
    case 6:
      return words(text) { dice, words in words.insert(dice.word(Mutator.strangers), at: dice.below(words.count)) }
    case 7: return noise(text)
    case 8: return spliced(text, other)
    case 9: return truncated(text)
    default: return nested(text)
    }
  }

  /// Words that belong to the language, to others, or to none.
  private static let strangers = [
    "(", ")", "[", "]", "{", "}", "\"", "‖", "∇", "√", "->", "=", "==", "≈", "within", "..", "...", ",", ";", ":", "\n",
    "let", "var", "fn", "model", "param", "state", "for", "in", "while", "repeat", "if", "else", "descend", "over",
    "with",
    "together", "update", "by", "record", "use \"x\"", "break", "continue", "return", "not", "mod", "@", "|>", ">>",
    "^", "²",
    "ᵀ", "'", "′", "\\", "#", "##", "**", "&&", "||", "!", "def", "lambda", "None", "True", "np.", "end", "self", "+=",
    "1.",
    "1e999", "0x1F", "1__0", "\u{0}", "\u{FEFF}", "\u{202E}", "\u{301}", "🎓", "‍", "\r", "\r\n", "\t", "$", "`", "%",
    "?", "~",
    "???", "check", "derive", "plot", "explain", "predict", "9999999999999999999999", "-", "- -", "_", "x ->",
  ]

  private mutating func words(_ text: String, _ change: (inout Dice, inout [String]) -> Void) -> String {
    var words = Mutator.words(of: text)
    guard !words.isEmpty else { return dice.word(Mutator.strangers) }
    change(&dice, &words)
    return words.joined()
  }

  /// Runs of letters and digits, runs of blanks, and single other characters.
  private static func words(of text: String) -> [String] {
    var words: [String] = []
    var kind = 0
    for character in text {
      let next = character.isLetter || character.isNumber ? 1 : character == " " ? 2 : 0
      if next != 0, next == kind, !words.isEmpty {
        words[words.count - 1].append(character)
      } else {
        words.append(String(character))
      }
      kind = next
    }
    return words
  }

  /// Bytes that are changed, put in or taken away: mostly no UTF-8 any more, which decoding mends.
  private mutating func noise(_ text: String) -> String {
    var bytes = Array(text.utf8)
    for _ in 0..<dice.within(1...4) {
      let place = dice.below(bytes.count + 1)
      let byte = UInt8(truncatingIfNeeded: dice.next())
      switch dice.below(3) {
      case 0: bytes.insert(byte, at: place)
      case 1: if place < bytes.count { bytes.remove(at: place) }
      default: if place < bytes.count { bytes[place] ^= 1 << UInt8(dice.below(8)) }
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private mutating func truncated(_ text: String) -> String {
    let bytes = Array(text.utf8)
    return String(decoding: bytes.prefix(dice.below(bytes.count + 1)), as: UTF8.self)
  }

  private mutating func spliced(_ text: String, _ other: String) -> String {
    let (first, second) = (Array(text.utf8), Array(other.utf8))
    return String(
      decoding: first.prefix(dice.below(first.count + 1)) + second.dropFirst(dice.below(second.count + 1)),
      as: UTF8.self)
  }

  private mutating func nested(_ text: String) -> String {
    let opening = dice.word([
      "(", "[", "{", "‖", "-", "not ", "√", "∇", "x -> ", "if true {", "a[", "f(", "(a: ", "\"{",
    ])
    return String(repeating: opening, count: dice.within(1...400)) + text
  }
}
