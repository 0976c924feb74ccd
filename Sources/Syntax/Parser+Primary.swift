// Values that are written out: numbers, names, texts, tuples, tensors, blocks, conditions.
import Diagnostics

extension ParseRun {
  /// A value without operators around it.
  @inline(never) mutating func primary() throws -> Expression {
    switch beginning {
    case .word: return try simple()
    case .text: return try text()
    case .parenthesis: return try parenthesized()
    case .bracket: return try tensor()
    case .brace: return try blockValue()
    case .gradient: return try gradient()
    case .norm: return try norm()
    case .conditional: return try conditional()
    case .none: throw missingValue()
    }
  }

  /// What values begin with.
  private enum Beginning {
    case word
    case text
    case parenthesis
    case bracket
    case brace
    case gradient
    case norm
    case conditional
    case none
  }

  @inline(never) private var beginning: Beginning {
    switch token().kind {
    case .number, .name, .word(.true), .word(.false), .word(.plot), .sign(.hole): .word
    case .textStart: .text
    case .sign(.openParen): .parenthesis
    case .sign(.openBracket): .bracket
    case .sign(.openBrace): .brace
    case .sign(.nabla): .gradient
    case .sign(.norm): .norm
    case .word(.if): .conditional
    default: .none
    }
  }

  /// A value of one word.
  @inline(never) private mutating func simple() throws -> Expression {
    let start = position
    let kind: Expression.Kind
    switch token().kind {
    case .number(let value): kind = .number(value)
    case .name(let text):
      if let habit = habitOfName(text) { throw habit }
      guard text != "_" || readsLastValue else { throw nothingAsValue() }
      kind = .name(text)
    case .word(.plot): kind = .name(Word.plot.rawValue)
    case .sign(.hole): kind = .hole
    default: kind = .truth(token().isWord(.true))
    }
    advance()
    return try make(kind, from: start)
  }

  @inline(never) private mutating func blockValue() throws -> Expression {
    let start = position
    let block = try block()
    return try make(.block(block), from: start)
  }

  /// `_` keeps no value, so it has none; but the text may go on to make a pattern of it.
  private func nothingAsValue() -> any Error {
    let mayBecomePattern = openBrackets.contains { opening in
      guard tokens[opening].isSign(.openParen) else { return false }
      guard let partner = partner(of: opening) else { return true }
      return tokens[partner + 1].kind == .end
    }
    return failure(.nothingAsValue, at: here, isIncomplete: mayBecomePattern || token(1).kind == .end)
  }

  /// `∇f`, `∇D.loss`, `∇(…)`: it holds its function more tightly than a call does.
  @inline(never) private mutating func gradient() throws -> Expression {
    let start = position
    let mark = here
    advance()
    let target = position
    var function: Expression
    switch token().kind {
    case .name(let text):
      advance()
      function = try make(.name(text), from: target)
      while at(.dot), token(1).isLabel || token(1).kind == .end {
        advance()
        let name = try memberName()
        function = try make(.member(function, name), from: target, mark: name.span)
      }
    case .sign(.openParen): function = try parenthesized()
    case .sign(.nabla): function = try nested { try $0.gradient() }
    default: throw missing(.gradientOfWhat)
    }
    return try make(.unary(.gradient, function), from: start, mark: mark)
  }

  /// `‖x‖`.
  @inline(never) private mutating func norm() throws -> Expression {
    let start = position
    let content = try bracketed { run in
      let opening = run.advance()
      let content = try run.expression()
      try run.expectClosing(.norm, of: opening)
      return content
    }
    return try make(.unary(.norm, content), from: start)
  }

  /// `(a)`, `(a, b)`, `(a,)`, `(mu: a)`, `()`, `(e for x in xs)`.
  @inline(never) private mutating func parenthesized() throws -> Expression {
    let start = position
    return try bracketed { run in
      let opening = run.advance()
      if run.take(.closeParen) { return try run.make(.tuple([]), from: start) }
      let first = try run.argument()
      if first.label == nil, run.token().isWord(.for) {
        return try run.comprehension(of: first.value, isTensor: false, opening, start)
      }
      var parts = [first]
      var isTuple = first.label != nil
      while run.take(.comma) {
        isTuple = true
        if run.at(.closeParen) { break }
        parts.append(try run.argument())
      }
      try run.expectClosing(.closeParen, of: opening)
      return isTuple ? try run.make(.tuple(parts), from: start) : first.value
    }
  }

  /// `[a, b]`, `[e for x in xs if c]`.
  @inline(never) private mutating func tensor() throws -> Expression {
    let start = position
    return try bracketed { run in
      let opening = run.advance()
      var parts: [Expression] = []
      while !run.at(.closeBracket), !run.isAtEnd {
        parts.append(try run.expression())
        if run.token().isWord(.for) {
          guard parts.count == 1 else { throw run.failure(.comprehensionOfSeveral, at: run.here) }
          return try run.comprehension(of: parts[0], isTensor: true, opening, start)
        }
        if let habit = run.habitInTensor() { throw habit }
        guard run.take(.comma) else { break }
      }
      try run.expectClosing(.closeBracket, of: opening)
      return try run.make(.tensor(parts), from: start)
    }
  }

  @inline(never) private mutating func comprehension(
    of value: Expression, isTensor: Bool, _ opening: Token, _ start: Int
  ) throws -> Expression {
    var clauses: [Clause] = []
    while true {
      if token().isWord(.for) {
        advance()
        let pattern = try pattern()
        try expectIn()
        clauses.append(.each(pattern, in: try expression()))
      } else if token().isWord(.if) {
        advance()
        clauses.append(.condition(try expression()))
      } else {
        break
      }
    }
    try expectClosing(isTensor ? .closeBracket : .closeParen, of: opening)
    return try make(.comprehension(isTensor: isTensor, value: value, clauses: clauses), from: start)
  }

  /// The `in` of a `for`.
  mutating func expectIn() throws {
    guard token().isWord(.in) else {
      if let habit = habitOfLoop() { throw habit }
      throw missing(.missingIn)
    }
    advance()
  }

  /// `if c { … } else if d { … } else { … }`; an `else` may stand on the line after the brace.
  @inline(never) private mutating func conditional() throws -> Expression {
    let start = position
    var arms: [ConditionalArm] = []
    var otherwise: Block?
    repeat {
      advance()
      let condition = try expression()
      if at(.assign) { throw assignmentAsCondition() }
      arms.append(ConditionalArm(condition: condition, block: try block(after: .if)))
      guard token().isWord(.else) else { break }
      advance()
      if token().isWord(.if) { continue }
      otherwise = try block(after: .else)
    } while otherwise == nil
    return try make(.conditional(arms, otherwise: otherwise), from: start, mark: span(of: tokens[start]))
  }
}
