// Whether a program belongs to the grammar: Earley's method over the words of the program.
import Syntax

struct Recogniser {
  private enum Symbol: Hashable {
    case rule(Int)
    case word(String)
  }
  private struct Item: Hashable {
    let rule: Int
    let choice: Int
    let place: Int
    let start: Int
  }
  /// Each rule as plain sequences of symbols; the brackets of the EBNF are rules of their own.
  private var rules: [[[Symbol]]] = []
  private var numbers: [String: Int] = [:]
  private var isEmpty: [Bool] = []

  init(_ grammar: Grammar) {
    for name in grammar.names {
      numbers[name] = rules.count
      rules.append([])
    }
    for name in grammar.names {
      guard let number = numbers[name], let part = grammar.rules[name] else { continue }
      rules[number] = choices(of: part)
    }
    isEmpty = rules.map { _ in false }
    var isSettled = false
    while !isSettled {
      isSettled = true
      for number in rules.indices where !isEmpty[number] {
        let canBeEmpty = rules[number].contains { sequence in
          sequence.allSatisfy { if case .rule(let other) = $0 { isEmpty[other] } else { false } }
        }
        if canBeEmpty {
          isEmpty[number] = true
          isSettled = false
        }
      }
    }
  }

  private mutating func choices(of part: Grammar.Part) -> [[Symbol]] {
    if case .choice(let parts) = part { return parts.map { sequence(of: $0) } }
    return [sequence(of: part)]
  }

  private mutating func sequence(of part: Grammar.Part) -> [Symbol] {
    switch part {
    case .rule(let name): return [.rule(numbers[name] ?? 0)]
    case .word(let word): return [.word(word)]
    case .sequence(let parts): return parts.flatMap { sequence(of: $0) }
    case .choice: return [.rule(add(choices(of: part)))]
    case .maybe(let inner): return [.rule(add(choices(of: inner) + [[]]))]
    case .many(let inner):
      let number = add([])
      rules[number] = choices(of: inner).map { $0 + [.rule(number)] } + [[]]
      return [.rule(number)]
    }
  }

  private mutating func add(_ choices: [[Symbol]]) -> Int {
    rules.append(choices)
    return rules.count - 1
  }

  /// The words of a program as the grammar knows them: all the terminals that each of them can be.
  static func words(of program: String) -> [Set<String>] {
    var words: [Set<String>] = []
    var open: [String] = []
    var last: TokenOutline?
    let tokens = TokenOutline.all(in: program)
    for (index, token) in tokens.enumerated() {
      let next = index + 1 < tokens.count ? tokens[index + 1] : nil
      let isBlock = open.last == nil || open.last == "block"
      if token.startsLine, isBlock, let last, endsStatement(last), !continues(token, next) { words.append(["LINE"]) }
      switch token.kind {
      case .number:
        words.append(Double(token.text).map { $0 == $0.rounded() } == true ? ["NUMBER", "WHOLE"] : ["NUMBER"])
      case .name where token.text == "_": words.append(["_"])
      case .name: words.append(["NAME", token.text])
      case .word: words.append(["RESERVED", token.text])
      case .power: words.append(["POWER"])
      case .textPiece: words.append(["CHARACTERS"])
      case .valueFormat: words.append(["FORMAT"])
      case .sign where token.text == ";": words.append(["LINE"])
      case .sign, .textStart, .textEnd, .valueStart, .valueEnd: words.append([token.text])
      }
      switch (token.kind, token.text) {
      case (.sign, "("), (.sign, "["), (.valueStart, _), (.textStart, _): open.append("bracket")
      case (.sign, "{"): open.append("block")
      case (.sign, "‖"): if open.last == "norm" { open.removeLast() } else { open.append("norm") }
      case (.sign, ")"), (.sign, "]"), (.sign, "}"), (.valueEnd, _), (.textEnd, _): _ = open.popLast()
      default: break
      }
      last = token
    }
    return words
  }

  private static func endsStatement(_ token: TokenOutline) -> Bool {
    switch token.kind {
    case .number, .name, .power, .textEnd: true
    case .word: ["true", "false", "break", "continue", "return", "print", "plot"].contains(token.text)
    case .sign: [")", "]", "}", "‖", ";", "???"].contains(token.text)
    default: false
    }
  }

  private static func continues(_ token: TokenOutline, _ next: TokenOutline?) -> Bool {
    if token.kind == .textPiece { return false }
    if token.text == "for" { return next?.text == "all" }
    // `}` needs no line end before it; the signs begin a step of a derivation.
    return [
      ".", ">>", "|>", "else", "{", "}", "over", "with", "on", "at", "against", "=", "==", "≈", "<", "≤", ">", "≥",
      "<=", ">=", "~=",
    ].contains(token.text)
  }

  /// Whether the words are a program.
  func recognises(_ words: [Set<String>]) -> Bool {
    var sets: [[Item]] = Array(repeating: [], count: words.count + 1)
    var seen: [Set<Item>] = Array(repeating: [], count: words.count + 1)
    /// The items that wait for a rule, by the place where they wait.
    var waiting: [[Int: [Item]]] = Array(repeating: [:], count: words.count + 1)
    func add(_ item: Item, at place: Int) { if seen[place].insert(item).inserted { sets[place].append(item) } }
    for choice in rules[0].indices { add(Item(rule: 0, choice: choice, place: 0, start: 0), at: 0) }
    for place in 0...words.count {
      var next = 0
      while next < sets[place].count {
        let item = sets[place][next]
        next += 1
        let sequence = rules[item.rule][item.choice]
        let moved = Item(rule: item.rule, choice: item.choice, place: item.place + 1, start: item.start)
        guard item.place < sequence.count else {
          for waiter in waiting[item.start][item.rule] ?? [] {
            add(Item(rule: waiter.rule, choice: waiter.choice, place: waiter.place + 1, start: waiter.start), at: place)
          }
          continue
        }
        switch sequence[item.place] {
        case .word(let word): if place < words.count, words[place].contains(word) { add(moved, at: place + 1) }
        case .rule(let rule):
          waiting[place][rule, default: []].append(item)
          for choice in rules[rule].indices { add(Item(rule: rule, choice: choice, place: 0, start: place), at: place) }
          if isEmpty[rule] { add(moved, at: place) }
        }
      }
    }
    return sets[words.count].contains { $0.rule == 0 && $0.start == 0 && $0.place == rules[0][$0.choice].count }
  }
}
