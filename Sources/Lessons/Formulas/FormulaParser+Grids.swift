// Brackets that grow, and rows and columns: `\left( … \right)`, `\begin{aligned} … \end{aligned}`.
import Diagnostics

extension FormulaParser {
  /// The bracket after `\left`, `\right` or `\big`; empty for `.`, nil where none follows.
  mutating func delimiter() -> String? {
    skipBlanks()
    if let name = commandName {
      guard case .sign(let sign)? = FormulaCommand.named(name)?.meaning,
        [.opening, .closing, .bar].contains(sign.role)
      else { return nil }
      take(command: name)
      return sign.text
    }
    guard let next = character(), "()[]|/.<>‖⟨⟩⌊⌋⌈⌉".contains(next) else { return nil }
    place += 1
    switch next {
    case ".": return ""
    case "<": return "⟨"
    case ">": return "⟩"
    default: return String(next)
    }
  }

  /// After `\left`.
  mutating func fenced(from start: Int) -> FormulaPart.Kind? {
    guard let opening = delimiter() else {
      report(.formulaArgumentMissing, at: span(from: start), ["command": "\\left"])
      return nil
    }
    let head = span(from: start)
    let inside = parts(until: .fence)
    guard commandName == "right" else {
      report(.formulaFenceUnclosed, at: head)
      return .fenced(opening, inside, "")
    }
    let right = place
    take(command: "right")
    let closing = delimiter()
    if closing == nil { report(.formulaArgumentMissing, at: span(from: right), ["command": "\\right"]) }
    return .fenced(opening, inside, closing ?? "")
  }

  /// After `\big`: the bracket as it is.
  mutating func sized(_ owner: String, from start: Int) -> FormulaPart.Kind? {
    guard let bracket = delimiter() else {
      report(.formulaArgumentMissing, at: span(from: start), ["command": .text(owner)])
      return nil
    }
    let role: FormulaSign.Role
    switch bracket {
    case "(", "[", "{", "⟨", "⌊", "⌈": role = .opening
    case ")", "]", "}", "⟩", "⌋", "⌉": role = .closing
    case "|", "‖": role = owner.hasSuffix("l") ? .opening : owner.hasSuffix("r") ? .closing : .bar
    default: role = .ordinary
    }
    return .sign(FormulaSign(bracket, role))
  }

  /// After `\begin`.
  mutating func environment(from start: Int) -> FormulaPart.Kind? {
    guard let name = rawArgument(of: "\\begin", from: start) else { return nil }
    let head = span(from: start)
    if FormulaCommand.environments[name] == nil { unknown(environment: name, at: head) }
    if FormulaCommand.environmentsWithColumns.contains(name) { _ = rawArgument() }
    let rows = rows()
    if commandName == "end" {
      let end = place
      take(command: "end")
      let closing = rawArgument() ?? ""
      if closing != name {
        report(.formulaEndMismatch, at: span(from: end), ["name": .text(name), "found": .text(closing)])
      }
    } else {
      report(.formulaBeginUnclosed, at: head, ["name": .text(name)])
    }
    return .grid(FormulaCommand.environments[name] ?? FormulaGrid(.matrix), rows)
  }

  private mutating func unknown(environment name: String, at place: Span) {
    guard problems.count < Self.mostProblems else { return }
    var problem = Diagnostic(.formulaEnvironmentUnknown, at: place, ["name": .text(name)])
    let near = Suggestions.nearest(to: name, among: FormulaCommand.environments.keys.sorted())
    if !near.isEmpty { problem.notes.append(.init(FormulaCommand.didYouMean, ["names": .choice(near)])) }
    problems.append(problem)
  }

  /// The cells up to what ends the environment. A `\\` before that begins no row.
  private mutating func rows() -> [[[FormulaPart]]] {
    var result: [[[FormulaPart]]] = [[]]
    while true {
      let cell = parts(until: .cell)
      result[result.count - 1].append(cell)
      if at("&") {
        place += 1
      } else if commandName == "\\" {
        take(command: "\\")
        skipRowDistance()
        result.append([])
      } else {
        break
      }
    }
    if result.count > 1, let last = result.last, last.allSatisfy(\.isEmpty) { result.removeLast() }
    return result
  }

  /// `\\[2pt]`: how far the next row is away is ours to decide.
  private mutating func skipRowDistance() {
    guard at("[") else { return }
    var end = place + 1
    while end < characters.count, end < place + 12, characters[end] != "]" {
      guard characters[end].isASCII,
        characters[end].isLetter || characters[end].isNumber || "-. ".contains(characters[end])
      else { return }
      end += 1
    }
    if end < characters.count, characters[end] == "]" { place = end + 1 }
  }

  /// `\substack{a \\ b}`.
  mutating func stacked(_ owner: String, from start: Int) -> FormulaPart.Kind? {
    skipBlanks()
    guard at("{") else {
      report(.formulaArgumentMissing, at: span(from: start), ["command": .text(owner)])
      return nil
    }
    let brace = place
    place += 1
    let rows = rows()
    if at("}") { place += 1 } else { report(.formulaBraceUnclosed, at: span(from: brace, to: brace + 1)) }
    return .grid(FormulaGrid(.centred), rows)
  }
}
