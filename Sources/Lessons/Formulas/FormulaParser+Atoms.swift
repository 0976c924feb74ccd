// Letters, numbers, signs and commands: the parts of a formula that stand by themselves.
import Diagnostics

extension FormulaParser {
  /// One part without its scripts; nil where a command only said something about the layout.
  mutating func atom() -> FormulaPart? {
    guard let first = character() else { return nil }
    let start = place
    if first == "\\" { return command() }
    if first == "{" { return FormulaPart(.group(group()), span(from: start)) }
    if first.isASCII, first.isNumber { return number() }
    place += 1
    let kind: FormulaPart.Kind
    if let sign = Self.typed[first] {
      // Two bars are the one sign they stand for.
      let isDouble = first == "|" && at("|")
      if isDouble { place += 1 }
      kind = .sign(isDouble ? FormulaSign("‖", .bar) : sign)
    } else if first == "~" {
      kind = .space(6)
    } else if let known = FormulaCommand.of(String(first)), case .sign(let sign) = known.meaning {
      kind = .sign(sign)
    } else if first.isLetter {
      kind = letters(String(first))
    } else {
      kind = .sign(FormulaSign(Visible.text(String(first)), .ordinary))
    }
    return FormulaPart(kind, span(from: start))
  }

  /// Signs of the keyboard.
  private static let typed: [Character: FormulaSign] = [
    "+": .init("+", .binary), "-": .init("−", .binary), "−": .init("−", .binary), "*": .init("∗", .binary),
    "/": .init("/", .ordinary), "=": .init("=", .relation), "<": .init("<", .relation), ">": .init(">", .relation),
    ":": .init(":", .relation), "(": .init("(", .opening), "[": .init("[", .opening), ")": .init(")", .closing),
    "]": .init("]", .closing), ",": .init(",", .punctuation), ";": .init(";", .punctuation),
    "!": .init("!", .closing), "|": .init("|", .bar), "‖": .init("‖", .bar), ".": .init(".", .punctuation),
  ]

  /// Upright letters belong together, as in `\mathrm{KL}`; others stand each for itself.
  private mutating func letters(_ first: String) -> FormulaPart.Kind {
    var text = first
    if alphabet == .upright || alphabet == .monospace {
      while let next = character(), next.isLetter || next.isNumber {
        text.append(next)
        place += 1
      }
    }
    return .letter(text, alphabet)
  }

  private mutating func number() -> FormulaPart {
    let start = place
    var text = ""
    while let next = character(), next.isASCII, next.isNumber || (next == "." && isDigit(character(1))) {
      text.append(next)
      place += 1
    }
    return FormulaPart(alphabet == .plain ? .number(text) : .letter(text, alphabet), span(from: start))
  }

  private func isDigit(_ character: Character?) -> Bool { character.map { $0.isASCII && $0.isNumber } ?? false }

  /// At a backslash.
  private mutating func command() -> FormulaPart? {
    let start = place
    let name = commandName ?? ""
    take(command: name)
    guard let row = FormulaCommand.named(name) else {
      unknown(name, from: start)
      return nil
    }
    return carryOut(row, from: start).map { FormulaPart($0, span(from: start)) }
  }

  private mutating func unknown(_ name: String, from start: Int) {
    guard problems.count < Self.mostProblems else { return }
    let place = span(from: start)
    let suggestions = FormulaCommand.suggestions(for: name)
    let fix = suggestions.count == 1 ? suggestions.first.map { Diagnostic.Fix(place, $0) } : nil
    var problem = Diagnostic(.formulaCommandUnknown, at: place, ["command": .text("\\" + name)], fix: fix)
    if !suggestions.isEmpty {
      problem.notes.append(.init(FormulaCommand.didYouMean, ["names": .choice(suggestions)]))
    }
    problems.append(problem)
  }

  private mutating func carryOut(_ row: FormulaCommand, from start: Int) -> FormulaPart.Kind? {
    let owner = "\\" + row.name
    switch row.meaning {
    case .letter(let text): return .letter(text, alphabet)
    case .sign(let sign): return .sign(sign)
    case .word(let text, let hasLimits): return .word(text, hasLimits: hasLimits)
    case .space(let width): return .space(width)
    case .nothing: return nil
    case .accent(let accent): return argument(of: owner, at: start).map { .accent(accent, $0) }
    case .alphabet(let alphabet):
      let outer = self.alphabet
      self.alphabet = alphabet
      defer { self.alphabet = outer }
      guard let inside = argument(of: owner, at: start) else { return nil }
      return inside.count == 1 ? inside.first?.kind : .group(inside)
    case .text: return rawArgument(of: owner, from: start).map { .text(Visible.text($0)) }
    case .operatorName:
      let hasStar = at("*")
      if hasStar { place += 1 }
      guard let name = rawArgument(of: owner, from: start) else { return nil }
      let text = Visible.text(name.filter { $0 != "\\" && $0 != "," })
      if case .word(_, true)? = FormulaCommand.named(text)?.meaning { return .word(text, hasLimits: true) }
      return .word(text, hasLimits: hasStar)
    case .fraction(let hasBar):
      guard let top = argument(of: owner, at: start), let bottom = argument(of: owner, at: start) else { return nil }
      let fraction = FormulaPart.Kind.fraction(top, bottom, hasBar: hasBar)
      return hasBar ? fraction : .fenced("(", [FormulaPart(fraction, span(from: start))], ")")
    case .root:
      skipBlanks()
      var degree: [FormulaPart]?
      if at("[") {
        place += 1
        degree = parts(until: .bracket)
        if at("]") { place += 1 }
      }
      return argument(of: owner, at: start).map { .root($0, degree: degree) }
    case .mark(let mark): return argument(of: owner, at: start).map { marked($0, mark) }
    case .remark(let mark):
      guard let remark = argument(of: owner, at: start), let base = argument(of: owner, at: start) else { return nil }
      return .marked(base, mark, remark: remark)
    case .fence: return fenced(from: start)
    case .size: return sized(owner, from: start)
    case .negation: return negated(owner, from: start)
    case .begin: return environment(from: start)
    case .stack: return stacked(owner, from: start)
    case .colour: return coloured(owner, from: start)
    case .value: return value(owner, from: start)
    case .newRow, .end, .fenceEnd: return nil
    }
  }

  /// The remark under a brace is typed as its script.
  private mutating func marked(_ base: [FormulaPart], _ mark: FormulaMark) -> FormulaPart.Kind {
    skipBlanks()
    let sign: Character? = mark == .braceBelow ? "_" : mark == .braceAbove ? "^" : nil
    guard let sign, at(sign) else { return .marked(base, mark, remark: nil) }
    place += 1
    return .marked(base, mark, remark: argument(of: String(sign), at: place - 1))
  }

  func missing(_ owner: String, from start: Int) -> Diagnostic {
    Diagnostic(.formulaArgumentMissing, at: span(from: start), ["command": .text(owner)])
  }

  mutating func rawArgument(of owner: String, from start: Int) -> String? {
    if let text = rawArgument() { return text }
    if problems.count < Self.mostProblems { problems.append(missing(owner, from: start)) }
    return nil
  }

  private mutating func negated(_ owner: String, from start: Int) -> FormulaPart.Kind? {
    guard let inside = argument(of: owner, at: start)?.first else { return nil }
    guard case .sign(let sign) = inside.kind else { return inside.kind }
    let known = ["=": "≠", "∈": "∉", "≡": "≢", "∼": "≁", "≈": "≉", "⊂": "⊄", "≤": "≰", "≥": "≱", "<": "≮", ">": "≯"]
    return .sign(FormulaSign(known[sign.text] ?? sign.text + "\u{338}", sign.role))
  }

  private mutating func coloured(_ owner: String, from start: Int) -> FormulaPart.Kind? {
    guard let colour = rawArgument(of: owner, from: start), let inside = argument(of: owner, at: start) else {
      return nil
    }
    return .coloured(colour.filter { $0.isASCII && $0.isLetter }, inside)
  }

  private mutating func value(_ owner: String, from start: Int) -> FormulaPart.Kind? {
    skipBlanks()
    guard at("{") else {
      report(.formulaArgumentMissing, at: span(from: start), ["command": .text(owner)])
      return nil
    }
    let brace = place
    guard let end = ValueText.end(ofBraceAt: offsets[brace], in: bytes, upTo: bytes.count),
      let next = offsets[brace...].firstIndex(where: { $0 >= end })
    else {
      place = characters.count
      report(.braceNotClosed, at: span(from: brace, to: brace + 1))
      return nil
    }
    place = next
    let text = String(decoding: bytes[offsets[brace]..<end], as: UTF8.self)
    let (value, found) = ValueText.read(text, at: span(from: brace))
    for problem in found where problems.count < Self.mostProblems { problems.append(problem) }
    return value.map { .value($0) } ?? .text(text)
  }
}
