// Statements: what a line may be.
import Diagnostics

extension ParseRun {
  /// One statement, without what ends it.
  mutating func statement(inModel: Bool) throws -> Statement {
    let start = position
    let text = documentation[start]
    if let habit = habitOfStatement() { throw habit }
    if inModel { try requireMember() }
    let kind = try statementKind(start, text, inModel: inModel)
    return Statement(kind, span(from: start), documentation: text)
  }

  private func requireMember() throws {
    switch token().kind {
    case .word(.param), .word(.state), .word(.let), .word(.fn): return
    default: throw failure(.notAMember, at: here, ["found": .text(text(of: token()))])
    }
  }

  private mutating func statementKind(_ start: Int, _ text: String?, inModel: Bool) throws -> Statement.Kind {
    guard case .word(let word) = token().kind else { return try assignmentOrExpression() }
    switch word {
    case .let, .var: return try binding()
    case .param, .state: return try cell()
    case .fn:
      if token(1).isName {
        advance()
        let name = try newName()
        return .function(try function(name: name, start: start, documentation: text))
      }
      guard inModel else { return try assignmentOrExpression() }
      advance()
      return .function(try function(name: nil, start: start, documentation: text))
    case .model: return .model(try model(start: start, documentation: text))
    case .for: return try forLoop()
    case .while:
      advance()
      let condition = try expression()
      if at(.assign) { throw assignmentAsCondition() }
      return .whileLoop(condition, try block(after: .while))
    case .repeat:
      advance()
      let count = try expression()
      return .repeatLoop(count, try block(after: .repeat))
    case .break:
      advance()
      return .breakLoop
    case .continue:
      advance()
      return .continueLoop
    case .return:
      advance()
      return .returnValue(endsStatement ? nil : try expression())
    case .together:
      advance()
      return .together(try block(after: .together))
    case .update: return try update()
    case .record:
      advance()
      let name = try newName()
      return .record(name, take(.assign) ? try expression() : nil)
    case .print: return try print()
    case .use: return try use()
    case .plot: return .expression(try plot())
    case .check: return try check()
    case .derive: return try derivation()
    case .predict: return try prediction()
    case .explain: return try explanation()
    case .else:
      if token(1).isSign(.colon) { throw failure(.colonBlock, at: span(of: token(1)), ["word": "else"]) }
      throw failure(.strayElse, at: here)
    case .if, .descend, .ascend, .in, .and, .or, .not, .mod, .true, .false: return try assignmentOrExpression()
    }
  }

  var endsStatement: Bool { isNewLine || isAtEnd || at(.semicolon) || at(.closeBrace) }

  /// `name = value`, `(a, b) = value`, or an expression for its value.
  @inline(never) private mutating func assignmentOrExpression() throws -> Statement.Kind {
    let next = at(.openParen) ? partner(of: position).map { $0 + 1 } : token().isName ? position + 1 : nil
    if let next, tokens[next].isSign(.assign) {
      let pattern = try pattern()
      advance()
      return .assignment(pattern, try expression())
    }
    return .expression(try expression())
  }

  /// `let pattern = value`, `let x: [n] = value`, `let z ~ q`.
  @inline(never) private mutating func binding() throws -> Statement.Kind {
    let word = advance()
    let pattern = try pattern()
    var shape: ShapeAnnotation?
    if case .name = pattern, take(.colon) { shape = try self.shape() }
    if at(.tilde), shape == nil, word.isWord(.let) {
      advance()
      return .draw(pattern, try expression())
    }
    guard take(.assign) else {
      if let habit = habitHere() { throw habit }
      throw missing(.bindingWithoutValue, ["word": .text(text(of: word)), "name": .text(text(pattern.span))])
    }
    return .binding(Binding(isVariable: word.isWord(.var), pattern: pattern, shape: shape, value: try expression()))
  }

  /// `param W = …`, `state s = …`.
  @inline(never) private mutating func cell() throws -> Statement.Kind {
    let word = advance()
    let name = try newName()
    guard take(.assign) else {
      if let habit = habitHere() { throw habit }
      throw missing(.bindingWithoutValue, ["word": .text(text(of: word)), "name": .text(name.text)])
    }
    return .cell(isState: word.isWord(.state), name, try expression())
  }

  @inline(never) private mutating func forLoop() throws -> Statement.Kind {
    advance()
    if let habit = habitOfLoop() { throw habit }
    let pattern = try pattern()
    try expectIn()
    let values = try expression()
    return .forLoop(pattern, values, try block(after: .for))
  }

  /// `update target by function`.
  @inline(never) private mutating func update() throws -> Statement.Kind {
    advance()
    let target = try expression(Precedence.range + 1)
    guard take(name: "by") else { throw missing(.updateWithoutBy) }
    return .update(target, try expression())
  }

  /// `print a, b`; parentheses around all of it do not make a tuple.
  @inline(never) private mutating func print() throws -> Statement.Kind {
    advance()
    if endsStatement { return .print([]) }
    let start = position
    if at(.openParen), let partner = partner(of: position), isStatementEnd(partner + 1) {
      let arguments = try printed()
      if let arguments, arguments.allSatisfy({ $0.label == nil }) { return .print(arguments.map(\.value)) }
      if let arguments { return .print([try make(.tuple(arguments), from: start)]) }
      position = start
    }
    var values = [try expression()]
    while continues(with: .comma) {
      advance()
      values.append(try expression())
    }
    return .print(values)
  }

  /// `plot loss`, `plot xs, ys, title: "…"`: a call that needs no parentheses. With them it is an expression like any other.
  @inline(never) private mutating func plot() throws -> Expression {
    if token(1).isSign(.openParen) {
      let isWhole = partner(of: position + 1).map { isStatementEnd($0 + 1) } ?? true
      if isWhole || token(1).touchesPrevious { return try expression() }
    }
    let start = position
    advance()
    let callee = try make(.name(Word.plot.rawValue), from: start)
    if endsStatement { return callee }
    var arguments = [try argument()]
    while continues(with: .comma) {
      advance()
      arguments.append(try argument())
    }
    return try make(.call(callee, arguments), from: start)
  }

  /// What stands in the parentheses after `print`; nil if they hold one list made with `for`.
  @inline(never) private mutating func printed() throws -> [CallArgument]? {
    try bracketed { run in
      let opening = run.advance()
      var list: [CallArgument] = []
      while !run.at(.closeParen), !run.isAtEnd {
        list.append(try run.argument())
        if run.token().isWord(.for) { return nil }
        guard run.take(.comma) else { break }
      }
      try run.expectClosing(.closeParen, of: opening)
      return list
    }
  }

  private func isStatementEnd(_ place: Int) -> Bool {
    let next = tokens[min(place, tokens.count - 1)]
    switch next.kind {
    case .end, .sign(.semicolon), .sign(.closeBrace): return true
    case .sign(.dot), .sign(.compose), .sign(.pipe): return false
    default: return next.startsLine
    }
  }

  /// `use "file.aula"`.
  @inline(never) private mutating func use() throws -> Statement.Kind {
    advance()
    guard token().kind == .textStart else { throw missing(.usePath) }
    let start = position
    let path = try text()
    guard case .text(let pieces) = path.kind else { return .use(path: "") }
    var name = ""
    for piece in pieces {
      guard case .literal(let literal) = piece else { throw failure(.usePath, at: span(from: start)) }
      name += literal
    }
    return .use(path: name)
  }
}
