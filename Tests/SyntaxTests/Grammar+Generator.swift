// Random programs from the grammar.

struct ProgramMaker {
  private let grammar: Grammar
  private var heights: [String: Int] = [:]
  private var state: UInt64
  /// Beyond so many words every choice is the shortest one.
  private var length = 0

  init(_ grammar: Grammar, seed: UInt64) {
    self.grammar = grammar
    state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    // How deep the smallest text of each rule is, by going over the rules until nothing gets smaller.
    var isSettled = false
    while !isSettled {
      isSettled = true
      for name in grammar.names {
        guard let part = grammar.rules[name] else { continue }
        let height = least(part) + 1
        if height < heights[name] ?? .max / 2 {
          heights[name] = height
          isSettled = false
        }
      }
    }
  }

  /// A program of about as many words as its size says.
  mutating func program(size: Int) -> String {
    var words: [String] = []
    length = size
    write(.rule("Program"), room: 60, into: &words)
    return words.joined(separator: " ")
  }

  private func least(_ part: Grammar.Part) -> Int {
    switch part {
    case .rule(let name): heights[name] ?? .max / 2
    case .word: 0
    case .sequence(let parts): parts.map(least).max() ?? 0
    case .choice(let parts): parts.map(least).min() ?? 0
    case .maybe, .many: 0
    }
  }

  private mutating func below(_ count: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state % UInt64(count))
  }

  private mutating func write(_ part: Grammar.Part, room: Int, into words: inout [String]) {
    let room = words.count < length ? room : 0
    switch part {
    case .rule(let name):
      if let part = grammar.rules[name] { write(part, room: room - 1, into: &words) }
    case .word(let word): words.append(spelling(of: word))
    case .sequence(let parts): for part in parts { write(part, room: room, into: &words) }
    case .choice(let parts):
      let fitting = parts.filter { least($0) < room }
      if fitting.isEmpty {
        if let smallest = parts.min(by: { least($0) < least($1) }) { write(smallest, room: room, into: &words) }
      } else {
        write(fitting[below(fitting.count)], room: room, into: &words)
      }
    case .maybe(let part): if least(part) < room, below(3) == 0 { write(part, room: room, into: &words) }
    case .many(let part):
      var turns = 0
      while turns < 3, least(part) < room, below(3) == 0 {
        write(part, room: room, into: &words)
        turns += 1
      }
    }
  }

  private mutating func spelling(of word: String) -> String {
    let choices: [String] =
      switch word {
      case "LINE": ["\n", "\n\n", ";", "# said\n", "\n## said\n"]
      case "NAME": ["a", "x1", "θ", "x₁", "w′", "loss", "over", "año", "sum", "_b"].filter { $0 != "over" }
      case "RESERVED": ["in", "state", "print", "if", "true", "mod"]
      case "NUMBER": ["0", "1", "2.5", "1e-3", ".5", "1_000"]
      case "WHOLE": ["0", "3", "784"]
      case "POWER": ["²", "⁻¹", "ᵀ", "¹⁰"]
      case "CHARACTERS": ["abc", "it's: #", "\\n \\{\\} é"]
      case "FORMAT": [":.3f", ":>8", ":+05.1e", ":%"]
      case "≠": ["≠", "!="]
      case "≤": ["≤", "<="]
      case "≥": ["≥", ">="]
      case "≈": ["≈", "~="]
      case "->": ["->", "→"]
      case "-": ["-", "−"]
      case "*": ["*", "·", "×", "⊙"]
      default: [word]
      }
    return choices[below(choices.count)]
  }
}
