// Functions, models and learning expressions.
import Diagnostics

extension ParseRun {
  /// `x -> …` or `(a, b) -> …` begins here.
  var isLambda: Bool {
    if token().isName { return isArrow(at: position + 1) }
    guard at(.openParen), let partner = partner(of: position) else { return false }
    return isArrow(at: partner + 1)
  }

  private func isArrow(at place: Int) -> Bool {
    guard place < tokens.count, tokens[place].isSign(.arrow) else { return false }
    return ignoresLineEnds || !tokens[place].startsLine
  }

  /// `x -> …`, `(a, b) -> …`: bare names, then an expression or a block.
  @inline(never) mutating func lambda() throws -> Expression {
    let start = position
    var parameters: [FunctionExpression.Parameter] = []
    if at(.openParen) {
      advance()
      while !at(.closeParen) {
        guard token().isName, token(1).isSign(.comma) || token(1).isSign(.closeParen) else {
          throw failure(.lambdaParameters, at: here)
        }
        parameters.append(try bareParameter())
        guard take(.comma) else { break }
      }
    } else {
      parameters.append(try bareParameter())
    }
    if at(.closeParen) { advance() }
    let mark = here
    advance()
    let body = try body()
    let function = FunctionExpression(
      name: nil, parameters: parameters, result: nil, body: body, span: span(from: start), id: makeID())
    return try make(.function(function), from: start, mark: mark)
  }

  private mutating func bareParameter() throws -> FunctionExpression.Parameter {
    if case .name(let text) = token().kind, let habit = habitOfName(text) { throw habit }
    return .init(name: Name(name(of: token()), span(of: advance())), shape: nil, standard: nil)
  }

  private func name(of token: Token) -> String {
    if case .name(let text) = token.kind { text } else { text(of: token) }
  }

  /// `fn (x) = …` as a value.
  @inline(never) mutating func anonymousFunction() throws -> Expression {
    let start = position
    advance()
    if token().isName { throw failure(.namedFunctionAsValue, at: here, ["name": .text(text(of: token()))]) }
    let function = try function(name: nil, start: start, documentation: nil)
    return try make(.function(function), from: start, mark: span(of: tokens[start]))
  }

  /// From the parameters on: `(x: [n] = 1) -> [n] = …` or `{ … }`.
  @inline(never) mutating func function(name: Name?, start: Int, documentation: String?) throws -> FunctionExpression {
    let parameters = try parameters()
    var result: ShapeAnnotation?
    if at(.arrow) {
      let arrow = here
      advance()
      guard at(.openBracket) || isAtEnd else { throw failure(.arrowIsShape, at: arrow, fix: .init(arrow, "=")) }
      result = try shape()
    }
    let body: Block
    if take(.assign) {
      body = try self.body()
    } else if at(.openBrace) {
      body = try block()
    } else {
      if let habit = habitOfBlock(.fn) { throw habit }
      throw missing(.missingBody)
    }
    return FunctionExpression(
      name: name, parameters: parameters, result: result, body: body, span: span(from: start), id: makeID(),
      documentation: documentation)
  }

  /// `(x: [n, 3], act = identity)`.
  @inline(never) private mutating func parameters() throws -> [FunctionExpression.Parameter] {
    guard at(.openParen) else { throw missing(.missingParameters) }
    return try bracketed { run in
      let opening = run.advance()
      var list: [FunctionExpression.Parameter] = []
      while !run.at(.closeParen), !run.isAtEnd {
        let name = try run.newName()
        let shape = run.take(.colon) ? try run.shape() : nil
        let standard = run.take(.assign) ? try run.expression() : nil
        list.append(.init(name: name, shape: shape, standard: standard))
        guard run.take(.comma) else { break }
      }
      try run.expectClosing(.closeParen, of: opening)
      return list
    }
  }

  /// `model Name(n, m) { … }`.
  @inline(never) mutating func model(start: Int, documentation: String?) throws -> ModelDeclaration {
    advance()
    let name = try newName()
    let parameters = try parameters()
    guard at(.openBrace) else {
      if let habit = habitOfBlock(.model) { throw habit }
      throw missing(.missingBlock, ["word": "model"])
    }
    let members = try block(inModel: true)
    return ModelDeclaration(
      name: name, parameters: parameters, members: members, span: span(from: start), id: makeID(),
      documentation: documentation)
  }

  /// `descend loss over target with optimizer`.
  @inline(never) mutating func learning() throws -> Expression {
    let start = position
    let word = advance()
    let loss = try expression()
    guard take(name: "over") else { throw learningPart("over", word) }
    let target = try expression()
    guard take(name: "with") else { throw learningPart("with", word) }
    let optimizer = try expression()
    return try make(
      .learn(Learning(goesUp: word.isWord(.ascend), loss: loss, target: target, optimizer: optimizer)), from: start,
      mark: span(of: word))
  }

  private func learningPart(_ part: String, _ word: Token) -> any Error {
    if let habit = habitHere() { return habit }
    return missing(.learningPart, ["word": .text(text(of: word)), "part": .text(part)])
  }
}
