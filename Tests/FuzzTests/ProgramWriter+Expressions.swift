// Expressions of random programs: numbers, truth values, texts, tuples, functions, models.

extension ProgramWriter {
  /// An expression of a kind, at most so deep.
  mutating func expression(_ kind: Kind, _ depth: Int) -> String {
    room -= 1
    var kind = kind.read
    if mistakes > 0, dice.below(100) < mistakes { kind = anyKind() }
    let depth = room < 0 ? min(depth, 0) : depth
    if dice.onceIn(depth > 0 ? 4 : 2), let name = name(of: kind) { return name }
    if depth > 0, dice.onceIn(14) { return wrapped(kind, depth - 1) }
    switch kind {
    case .number, .cell: return number(depth)
    case .truth: return truth(depth)
    case .text: return text(depth)
    case .tensor(let shape): return tensor(shape, depth)
    case .tuple(let parts): return tuple(parts, depth)
    case .function(let parameters, let result): return lambda(parameters, result)
    case .model(let inputs, let outputs): return model(inputs, outputs)
    }
  }

  /// Ways that give a value of any kind.
  private mutating func wrapped(_ kind: Kind, _ depth: Int) -> String {
    switch dice.below(5) {
    case 0:
      return "if \(expression(.truth, depth)) { \(expression(kind, depth)) } else { \(expression(kind, depth)) }"
        .parenthesised
    case 1:
      let name = freshName()
      let inner = plainKind()
      let value = expression(inner, depth)
      return inside { writer in
        writer.add(name, inner)
        return "{\nlet \(name) = \(value)\n\(writer.expression(kind, depth))\n}"
      }
    case 2: return "(\(expression(kind, depth)), \(expression(plainKind(), depth)))[0]"
    case 3: return "(value: \(expression(kind, depth)), extra: 1).value"
    default: return "identity(\(expression(kind, depth)))"
    }
  }

  // MARK: Numbers

  mutating func number(_ depth: Int) -> String {
    guard depth > 0 else {
      return dice.word(["0", "1", "2", "3", "0.5", "2.5", "1e-3", ".25", "7", "1_000", "pi", "-1", "12"])
    }
    let d = depth - 1
    switch dice.below(30) {
    case 0...5:
      let sign = dice.word(["+", "-", "*", "·", "×", "−"])
      return "(\(expression(.number, d)) \(sign) \(expression(.number, d)))"
    case 6: return "(\(expression(.number, d)) / \(dice.within(1...9)))"
    case 7: return "-\(expression(.number, d))".parenthesised
    case 8: return "\(expression(.number, d))\(dice.word(["²", "^2", "^3", "³"]))".parenthesised
    case 9: return "(\(expression(.number, d)) mod \(dice.within(1...9)))"
    case 10, 11: return "\(dice.word(ProgramWriter.curves))(\(expression(.number, d)))"
    case 12: return "√(1 + (\(expression(.number, d)))^2)"
    case 13...15:
      let way = dice.word(["sum", "mean", "max", "min", "norm", "prod"])
      return "\(way)(\(expression(.tensor(shape()), d)))"
    case 16: return "‖\(expression(.tensor(shape(rank: 1...1)), d))‖"
    case 17, 18:
      let shape = shape()
      let places = shape.map { "\(dice.below($0) - (dice.onceIn(4) ? $0 : 0))" }.joined(separator: ", ")
      return "\(expression(.tensor(shape), d).indexable)[\(places)]"
    case 19:
      let shape = shape(rank: 1...1)
      return "(\(expression(.tensor(shape), d)) @ \(expression(.tensor(shape), d)))"
    case 20: return "count(\(expression(.tensor(shape()), d)))"
    case 21: return "∇\(lambda([.number], .number).parenthesised)(\(expression(.number, d)))"
    case 22:
      let function = lambda([.number], .number)
      return "\(dice.onceIn(3) ? "∇∇" : "grad")(\(function))(\(expression(.number, d)))"
    case 23:
      return "value_and_grad(\(lambda([.number], .number)))(\(expression(.number, d))).\(dice.word(["value", "grad"]))"
    case 24, 25: return application(.number, d) ?? number(0)
    case 26: return "(\(expression(.number, d)) |> \(dice.word(ProgramWriter.curves)))"
    case 27:
      return "reduce((a, b) -> a + b, \(expression(.number, d)), \(expression(.tensor(shape(rank: 1...1)), d)))"
    case 28: return "sum([\(element(.number, d)) if i mod 2 == 0])"
    default: return "\(dice.word(["maximum", "minimum"]))(\(expression(.number, d)), \(expression(.number, d)))"
    }
  }

  static let curves = ["sin", "cos", "tanh", "sigmoid", "relu", "softplus", "abs", "floor", "atan", "erf", "sign"]

  /// A call of a function in reach that gives a kind.
  mutating func application(_ kind: Kind, _ depth: Int) -> String? {
    let wanted = kind
    let found = variable { if case .function(_, wanted) = $0 { true } else { false } }
    guard let found, case .function(let parameters, _) = found.kind else { return nil }
    let arguments = parameters.map { expression($0, depth) }
    if arguments.count == 1, dice.onceIn(4) { return "(\(arguments[0]) |> \(found.name))" }
    return "\(found.name)(\(arguments.joined(separator: ", ")))"
  }

  /// What stands before the condition of a comprehension over `i`.
  private mutating func element(_ kind: Kind, _ depth: Int) -> String {
    let count = dice.within(1...5)
    return inside { writer in
      writer.add("i", .number)
      return "\(writer.expression(kind, depth)) for i in 0..\(count)"
    }
  }

  // MARK: Truth

  mutating func truth(_ depth: Int) -> String {
    guard depth > 0 else { return dice.word(["true", "false", "1 < 2", "2 ≥ 3"]) }
    let d = depth - 1
    switch dice.below(9) {
    case 0...2:
      let sign = dice.word(["<", ">", "≤", "≥", "==", "≠", "<=", ">=", "!="])
      return "(\(expression(.number, d)) \(sign) \(expression(.number, d)))"
    case 3: return "(\(expression(.truth, d)) \(dice.word(["and", "or"])) \(expression(.truth, d)))"
    case 4: return "(not \(expression(.truth, d)))"
    case 5: return "(\(expression(.number, d)) ≈ \(expression(.number, d)) within 0.1)"
    case 6: return "\(dice.word(["all", "any"]))(\(expression(.tensor(shape()), d)) > 0)"
    case 7: return "(0 < \(expression(.number, d)) ≤ 5)"
    default: return "(\(expression(.text, d)) == \(expression(.text, d)))"
    }
  }

  // MARK: Texts

  mutating func text(_ depth: Int) -> String {
    guard depth > 0 else { return dice.word(["\"\"", "\"aula\"", "\"θ → ∞\"", "\"a\\nb\"", "\"\\{x\\}\"", "\"%\""]) }
    let d = depth - 1
    switch dice.below(6) {
    case 0, 1: return "\"step {\(unquoted(.number, d)):\(dice.word([".3f", ">8", "+.1e", ".0%", "08.2f", "g"]))}\""
    case 2: return "\"{\(unquoted(.tensor(shape()), d))} and {\(unquoted(.truth, d))}\""
    case 3: return "text(\(expression(anyKind(), d)))"
    case 4: return "join((\"a\", \(expression(.text, d)), \(expression(.number, d))), \"-\")"
    default: return "if \(expression(.truth, d)) { \"up\" } else { \"down\" }".parenthesised
    }
  }

  /// An expression that can stand in the braces of a text.
  private mutating func unquoted(_ kind: Kind, _ depth: Int) -> String {
    let text = expression(kind, depth)
    return text.contains("\n") ? "1" : text
  }

  // MARK: Tuples, functions, models

  private mutating func tuple(_ parts: [Kind.Part], _ depth: Int) -> String {
    let list = parts.map { part in (part.label.map { "\($0): " } ?? "") + expression(part.kind, depth - 1) }
    return "(\(list.joined(separator: ", ")))"
  }

  mutating func lambda(_ kinds: [Kind], _ result: Kind) -> String {
    if kinds == [.number], result == .number, dice.onceIn(8) {
      return dice.word(ProgramWriter.curves) + (dice.onceIn(3) ? " >> " + dice.word(ProgramWriter.curves) : "")
    }
    let parameters = kinds.map { (freshName(), $0) }
    let names = parameters.map(\.0).joined(separator: ", ")
    switch dice.below(6) {
    case 0: return "fn (\(names)) = \(function(parameters, result))".parenthesised
    case 1: return "fn (\(names)) \(functionBlock(parameters, result))".parenthesised
    default:
      let body = function(parameters, result)
      return (kinds.count == 1 && dice.onceIn(2) ? "\(names) -> \(body)" : "(\(names)) -> \(body)").parenthesised
    }
  }

  private mutating func model(_ inputs: Int, _ outputs: Int) -> String {
    let act = dice.word(["", ", tanh", ", relu", ", act: sigmoid"])
    if dice.onceIn(3) {
      let middle = dice.within(1...3)
      return "(Dense(\(inputs), \(middle)\(act)) >> Dense(\(middle), \(outputs)))"
    }
    return "Dense(\(inputs), \(outputs)\(act))"
  }
}

extension String {
  var parenthesised: String { "(\(self))" }

  /// With parentheses unless it already is something that can be indexed.
  var indexable: String {
    hasPrefix("(") || hasPrefix("[") || allSatisfy { $0.isLetter || $0.isNumber } ? self : "(\(self))"
  }
}
