// Expressions: operators between operands by their precedence, and operators before them.
import Diagnostics

extension ParseRun {
  /// A whole expression.
  mutating func expression() throws -> Expression { try expression(Precedence.open) }

  /// An expression whose operators hold at least as tightly as a level.
  mutating func expression(_ level: Int) throws -> Expression {
    guard nesting < Self.deepestNesting else {
      throw failure(.nestedTooDeeply, at: here, ["limit": "\(Self.deepestNesting)"])
    }
    nesting += 1
    defer { nesting -= 1 }
    let start = position
    var left = try operand(level)
    var isRange = false
    while let row = infixHere(level) {
      switch row.shape {
      case .range:
        guard !isRange else { throw failure(.rangeOfRange, at: here) }
        left = try range(from: left, start: start)
        isRange = true
      case .comparison: left = try comparison(from: left, start: start)
      case .binary, .and, .or: left = try operation(row, from: left, start: start)
      }
    }
    return left
  }

  /// The row of the operator that goes on here, if it holds at least as tightly as a level.
  @inline(never) private func infixHere(_ level: Int) -> InfixRow? {
    guard let row = Precedence.infix(token().kind), row.left >= level, !isNewLine || canContinueLine else { return nil }
    return row
  }

  /// `a + b`, `a and b`.
  @inline(never)
  private mutating func operation(_ row: InfixRow, from left: Expression, start: Int) throws -> Expression {
    let mark = here
    advance()
    let right = try expression(row.right)
    let kind: Expression.Kind =
      switch row.shape {
      case .binary(let symbol): .binary(symbol, left, right)
      case .or: .or(left, right)
      case .and, .comparison, .range: .and(left, right)
      }
    return try make(kind, from: start, mark: mark)
  }

  /// `>>` and `|>` at the beginning of a line go on with the line before.
  private var canContinueLine: Bool { at(.compose) || at(.pipe) }

  /// `a..b by c`; inside an index the end may be missing.
  @inline(never) private mutating func range(from lower: Expression, start: Int) throws -> Expression {
    let mark = here
    advance()
    let upper = try rangeEnd(mark)
    return try make(.range(lower, upper, by: rangeStep()), from: start, mark: mark)
  }

  /// What follows `..`; nil where an index lets it be missing.
  @inline(never) mutating func rangeEnd(_ dots: Span) throws -> Expression? {
    if at(.comma) || at(.closeBracket) || token().isName("by") {
      guard allowsOpenRange else { throw failure(.openRange, at: dots) }
      return nil
    }
    return try expression(Precedence.range + 1)
  }

  @inline(never) mutating func rangeStep() throws -> Expression? {
    guard token().isName("by"), !isNewLine else { return nil }
    advance()
    return try expression(Precedence.range + 1)
  }

  /// `a < b <= c`, `a ≈ b within d`.
  @inline(never) private mutating func comparison(from first: Expression, start: Int) throws -> Expression {
    let mark = here
    var operands = [first]
    var symbols: [ComparisonOperator] = []
    while let row = Precedence.infix(token().kind), case .comparison(let symbol) = row.shape, !isNewLine {
      advance()
      symbols.append(symbol)
      operands.append(try expression(row.right))
    }
    var within: Expression?
    if token().isName("within"), !isNewLine {
      guard symbols.allSatisfy({ $0 == .near }) else { throw failure(.withinNeedsNear, at: here) }
      advance()
      within = try expression(Precedence.range + 1)
    }
    return try make(.comparison(operands, symbols, within: within), from: start, mark: mark)
  }

  /// What stands before, between or after operators.
  @inline(never) private mutating func operand(_ level: Int) throws -> Expression {
    let start = position
    switch prefix {
    case .minus: return try prefixed(.minus, holding: Precedence.sign)
    case .root: return try prefixed(.root, holding: Precedence.sign)
    case .not:
      try requireRoom(level, Precedence.not)
      return try prefixed(.not, holding: Precedence.not)
    case .learning:
      try requireRoom(level, Precedence.compose + 1)
      return try learning()
    case .function:
      try requireRoom(level, Precedence.compose + 1)
      return try anonymousFunction()
    case .lambda:
      try requireRoom(level, Precedence.compose + 1)
      return try lambda()
    case .none: return try followed(primary(), start: start)
    }
  }

  /// What an operand may begin with, apart from a value.
  private enum Prefix {
    case minus
    case root
    case not
    case learning
    case function
    case lambda
    case none
  }

  @inline(never) private var prefix: Prefix {
    switch token().kind {
    case .sign(.minus): .minus
    case .sign(.root): .root
    case .word(.not): .not
    case .word(.descend), .word(.ascend): .learning
    case .word(.fn): .function
    default: isLambda ? .lambda : .none
    }
  }

  @inline(never)
  private mutating func prefixed(_ symbol: UnaryOperator, holding level: Int) throws -> Expression {
    let start = position
    let mark = here
    advance()
    return try make(.unary(symbol, expression(level)), from: start, mark: mark)
  }

  /// What takes all that follows cannot stand after an operator that holds more tightly, unless in parentheses.
  @inline(never) private func requireRoom(_ level: Int, _ loosest: Int) throws {
    guard level > loosest else { return }
    throw failure(.needsParentheses, at: here, ["found": .text(text(of: token()))])
  }

  /// Calls, indices, members and raised digits after a value.
  @inline(never) mutating func followed(_ value: Expression, start: Int) throws -> Expression {
    var value = value
    while true {
      if at(.dot) {
        value = try member(of: value, start: start)
      } else if isNewLine {
        return value
      } else if at(.openParen) {
        if case .number = token(-1).kind { throw valuesSideBySide() }
        value = try call(of: value, start: start)
      } else if at(.openBracket) {
        value = try index(of: value, start: start)
      } else if case .power(let exponent) = token().kind {
        value = try raised(value, to: exponent, start: start)
      } else if token().kind == .raisedT {
        let name = Name("T", here)
        advance()
        value = try make(.member(value, name), from: start, mark: name.span)
      } else {
        return value
      }
    }
  }

  /// `x²`, `x⁻¹`.
  @inline(never)
  private mutating func raised(_ value: Expression, to exponent: Double, start: Int) throws -> Expression {
    let mark = here
    let place = position
    advance()
    var right = try make(.number(abs(exponent)), from: place)
    if exponent < 0 { right = try make(.unary(.minus, right), from: place) }
    return try make(.binary(.power, value, right), from: start, mark: mark)
  }

  @inline(never) private mutating func member(of value: Expression, start: Int) throws -> Expression {
    let dot = here
    advance()
    if at(.openParen) { throw failure(.dottedSigns, at: dot, ["found": ".(", "wanted": "("], fix: .init(dot, "")) }
    let name = try memberName()
    return try make(.member(value, name), from: start, mark: name.span)
  }

  /// A name after a point or before a colon, where reserved words are names like others.
  mutating func memberName() throws -> Name {
    let place = here
    switch token().kind {
    case .name(let text):
      advance()
      return Name(text, place)
    case .word(let word):
      advance()
      return Name(word.rawValue, place)
    default: throw missing(.missingName)
    }
  }

  @inline(never) private mutating func call(of callee: Expression, start: Int) throws -> Expression {
    let arguments = try bracketed { run in
      let opening = run.advance()
      let arguments = try run.arguments()
      try run.expectClosing(.closeParen, of: opening)
      return arguments
    }
    return try make(.call(callee, arguments), from: start)
  }

  /// What stands between the parentheses of a call.
  private mutating func arguments() throws -> [CallArgument] {
    var list: [CallArgument] = []
    while !at(.closeParen), !isAtEnd {
      list.append(try argument())
      if token().isWord(.for) { throw failure(.comprehensionInCall, at: here) }
      guard take(.comma) else { break }
    }
    return list
  }

  /// `value` or `label: value`.
  mutating func argument() throws -> CallArgument {
    if token(1).isSign(.colon) {
      switch token().kind {
      case .name, .word:
        let label = try memberName()
        advance()
        return CallArgument(label: label, value: try expression())
      default: break
      }
    }
    if token().isName, token(1).isSign(.assign) {
      let name = text(of: token())
      let place = Span(source: number, lower: token().lower, upper: token(2).lower)
      throw failure(.equalsArgument, at: span(of: token(1)), ["name": .text(name)], fix: .init(place, name + ": "))
    }
    return CallArgument(label: nil, value: try expression())
  }

  @inline(never) private mutating func index(of base: Expression, start: Int) throws -> Expression {
    let items = try bracketed { run in
      let opening = run.advance()
      var items: [IndexItem] = []
      repeat {
        if run.at(.closeBracket), !items.isEmpty { break }
        items.append(try run.indexItem())
      } while run.take(.comma)
      try run.expectClosing(.closeBracket, of: opening)
      return items
    }
    return try make(.index(base, items), from: start)
  }

  private mutating func indexItem() throws -> IndexItem {
    let start = position
    let mark = here
    allowsOpenRange = true
    isInsideIndex = true
    defer { (allowsOpenRange, isInsideIndex) = (false, false) }
    if at(.colon), token(1).isSign(.comma) || token(1).isSign(.closeBracket) || token(1).kind == .end {
      advance()
      return .all(mark)
    }
    if take(.threeDots) { return .rest(mark) }
    if take(.twoDots) {
      let upper = try rangeEnd(mark)
      return .position(try make(.range(nil, upper, by: rangeStep()), from: start, mark: mark))
    }
    if at(.colon) { throw sliceHabit(from: start) }
    let position = try expression()
    if at(.colon) { throw sliceHabit(from: start) }
    return .position(position)
  }
}
