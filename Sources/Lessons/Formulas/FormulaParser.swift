// From LaTeX to a formula's tree. Every problem is told at its place, and what can be read is read.
import Diagnostics

/// Reads one formula. Its parts are in the files named after what they read.
struct FormulaParser {
  /// How many groups may be inside each other; what bounds the stack of everybody who walks a formula.
  static let deepest = 40
  /// A longer formula is none that somebody reads; stacked, it could become a very large rectangle.
  static let mostBytes = 10_000
  /// How many problems of one formula are told.
  static let mostProblems = 5

  /// What ends the parts that are being read.
  enum Stop {
    case end
    case brace
    case bracket
    case fence
    case cell
  }

  let characters: [Character]
  /// Where each character begins, in bytes; the last one is the end.
  let offsets: [Int]
  let bytes: [UInt8]
  let span: Span
  var place = 0
  var alphabet = FormulaAlphabet.plain
  var problems: [Diagnostic] = []
  private var depth = 0
  private var isTooDeep = false

  init(_ tex: String, at span: Span) {
    characters = Array(tex)
    var offset = 0
    offsets =
      [0]
      + characters.map { character in
        offset += character.utf8.count
        return offset
      }
    bytes = Array(tex.utf8)
    self.span = span
  }

  // MARK: Characters and places

  var isAtEnd: Bool { place >= characters.count }

  func character(_ offset: Int = 0) -> Character? {
    characters.indices.contains(place + offset) ? characters[place + offset] : nil
  }

  func at(_ character: Character) -> Bool { self.character() == character }

  mutating func skipBlanks() { while let next = character(), next.isWhitespace { place += 1 } }

  /// The stretch of the lesson between two characters.
  func span(from start: Int, to end: Int? = nil) -> Span {
    let last = offsets.count - 1
    let lower = offsets[min(max(start, 0), last)]
    let upper = offsets[min(max(end ?? place, start), last)]
    return Span(source: span.source, lower: shifted(lower), upper: shifted(upper))
  }

  private func shifted(_ offset: Int) -> Int32 { Int32(clamping: Int(span.lower) + offset) }

  mutating func report(
    _ row: DiagnosticRow, at span: Span, _ values: [String: Phrase] = [:], fix: Diagnostic.Fix? = nil
  ) {
    guard problems.count < Self.mostProblems else { return }
    problems.append(Diagnostic(row, at: span, values, fix: fix))
  }

  /// The name of the command at the present place, without its backslash.
  var commandName: String? {
    guard at("\\") else { return nil }
    var end = place + 1
    while end < characters.count, characters[end].isASCII, characters[end].isLetter { end += 1 }
    if end == place + 1 { return end < characters.count ? String(characters[end]) : "" }
    return String(characters[(place + 1)..<end])
  }

  mutating func take(command name: String) { place = min(place + 1 + name.count, characters.count) }

  // MARK: Rows

  /// Reads until something that ends it, which is left.
  mutating func parts(until stop: Stop) -> [FormulaPart] {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.deepest else {
      if !isTooDeep {
        report(.formulaTooDeep, at: span(from: place, to: place + 1), ["limit": "\(Self.deepest)"])
      }
      isTooDeep = true
      place = characters.count
      return []
    }
    var result: [FormulaPart] = []
    while true {
      skipBlanks()
      if isAtEnd || stops(at: stop) { return result }
      let start = place
      if at("}") {
        place += 1
        report(.formulaBraceUnopened, at: span(from: start))
      } else if isMisplaced(in: stop) {
        misplaced()
      } else if let part = scripted() {
        result.append(part)
      }
      // Whatever happens, the next round is further on.
      if place == start { place += 1 }
    }
  }

  private func stops(at stop: Stop) -> Bool {
    switch stop {
    case .end: false
    case .brace: at("}")
    case .bracket: at("]")
    case .fence: commandName == "right" || at("}") || commandName == "end"
    case .cell: at("&") || commandName == "\\" || commandName == "end" || at("}")
    }
  }

  private func isMisplaced(in stop: Stop) -> Bool {
    at("&") || ["\\", "end", "right"].contains(commandName ?? "")
  }

  /// `&`, `\\`, `\end` or `\right` where nothing waits for them.
  private mutating func misplaced() {
    let start = place
    let name = commandName
    if let name { take(command: name) } else { place += 1 }
    switch name {
    case "right":
      _ = delimiter()
      report(.formulaFenceUnopened, at: span(from: start))
    case "end":
      let environment = rawArgument() ?? ""
      report(.formulaEndUnopened, at: span(from: start), ["name": .text(environment)])
    default:
      report(.formulaAlignmentOutside, at: span(from: start), ["sign": .text(name.map { "\\" + $0 } ?? "&")])
    }
  }

  // MARK: Scripts

  /// A part with what is lowered and raised behind it.
  mutating func scripted() -> FormulaPart? {
    let start = place
    var base: [FormulaPart] = []
    if !at("^"), !at("_"), !at("'"), !at("′") {
      guard let part = atom() else { return nil }
      base = [part]
    }
    var below: [FormulaPart]?
    var above: [FormulaPart]?
    while true {
      let before = place
      skipBlanks()
      if let name = commandName, name == "limits" || name == "nolimits" {
        take(command: name)
      } else if at("_") || at("^") {
        let sign = place
        let isBelow = at("_")
        place += 1
        guard let script = argument(of: isBelow ? "_" : "^", at: sign) else { break }
        if isBelow ? below != nil : above != nil && !isPrimes(above) {
          report(.formulaDoubleScript, at: span(from: sign), ["sign": isBelow ? "_" : "^"])
        }
        if isBelow { below = script } else { above = (above ?? []) + script }
      } else if at("'") || at("′") {
        above = (above ?? []) + [FormulaPart(.sign(FormulaSign("′", .ordinary)), span(from: place, to: place + 1))]
        place += 1
      } else if let raised = RaisedLetters.digits(characters, from: place) {
        let digits = FormulaPart(.number(raised.text), span(from: place, to: place + raised.count))
        place += raised.count
        if raised.isAbove { above = (above ?? []) + [digits] } else { below = (below ?? []) + [digits] }
      } else {
        place = before
        break
      }
    }
    guard below != nil || above != nil else { return base.first }
    return FormulaPart(.scripts(base, below: below, above: above), span(from: start))
  }

  private func isPrimes(_ parts: [FormulaPart]?) -> Bool {
    parts?.allSatisfy { if case .sign(let sign) = $0.kind { sign.text == "′" } else { false } } ?? false
  }

  // MARK: Arguments

  /// What a command or a script applies to: a group, or one letter, digit or command.
  mutating func argument(of owner: String, at start: Int) -> [FormulaPart]? {
    skipBlanks()
    if at("{") { return group() }
    let ends = isAtEnd || at("}") || at("&") || at("^") || at("_")
    if !ends, !["right", "end", "\\"].contains(commandName ?? "") {
      if let digit = character(), digit.isASCII, digit.isNumber {
        place += 1
        return [FormulaPart(.number(String(digit)), span(from: place - 1))]
      }
      depth += 1
      defer { depth -= 1 }
      guard depth <= Self.deepest else { return parts(until: .end) }
      return atom().map { [$0] } ?? []
    }
    report(.formulaArgumentMissing, at: span(from: start), ["command": .text(owner)])
    return nil
  }

  /// A group between braces, which may lack the closing one.
  mutating func group() -> [FormulaPart] {
    let start = place
    place += 1
    let result = parts(until: .brace)
    if at("}") {
      place += 1
    } else if !isTooDeep {
      report(.formulaBraceUnclosed, at: span(from: start, to: start + 1))
    }
    return result
  }

  /// The text of a group as it is, such as a name; nil if no brace follows.
  mutating func rawArgument() -> String? {
    skipBlanks()
    guard at("{") else { return nil }
    let start = place
    var open = 0
    var text = ""
    while let next = character() {
      place += 1
      switch next {
      case "\\":
        if let escaped = character() {
          if !"{}%$&#_ ".contains(escaped) { text.append(next) }
          text.append(escaped)
          place += 1
        }
      case "{": open += 1
      case "}":
        open -= 1
        if open == 0 { return text }
      default: text.append(next)
      }
    }
    report(.formulaBraceUnclosed, at: span(from: start, to: start + 1))
    return text
  }
}

extension Formula {
  /// Reads what stands between dollars. What is wrong with it is told at its place in the lesson.
  package static func parse(
    _ tex: String, at span: Span, isDisplay: Bool
  ) -> (formula: Formula, problems: [Diagnostic]) {
    guard tex.utf8.count <= FormulaParser.mostBytes else {
      let start = Span(source: span.source, lower: span.lower, upper: span.lower)
      let problem = Diagnostic(.formulaTooLong, at: start, ["limit": "\(FormulaParser.mostBytes)"])
      return (Formula(tex: "", isDisplay: isDisplay, parts: [], span: span), [problem])
    }
    var parser = FormulaParser(tex, at: span)
    let parts = parser.parts(until: .end)
    return (Formula(tex: tex, isDisplay: isDisplay, parts: parts, span: span), parser.problems)
  }
}
