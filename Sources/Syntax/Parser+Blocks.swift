// Blocks and the lists of statements in them. A statement that cannot be read does not keep others from being read.
import Diagnostics

extension ParseRun {
  /// Statements up to the closing brace of a block, or to the end of the text.
  mutating func statements(until end: Token.Kind, inModel: Bool = false) -> [Statement] {
    var list: [Statement] = []
    while !isAtEnd, token().kind != end {
      if take(.semicolon) { continue }
      let start = position
      do {
        let statement = try statement(inModel: inModel)
        try expectStatementEnd()
        list.append(statement)
        statementStarts.append(start)
      } catch {
        report(error, from: start)
        if diagnostics.count >= Parser.mostDiagnostics {
          position = tokens.count - 1
          break
        }
        skipStatement(from: start)
        if position == start || (at(.closeBrace) && end == .end) { advance() }
        skipArms()
      }
    }
    return list
  }

  /// After an `if` that could not be read its `else` is no new problem.
  private mutating func skipArms() {
    while token().isWord(.else) {
      let start = position
      advance()
      skipStatement(from: start)
      if position == start { return }
    }
  }

  /// `{ … }`.
  mutating func block(inModel: Bool = false) throws -> Block {
    let start = position
    let saved = (ignoresLineEnds, allowsOpenRange, isInsideIndex, openBrackets)
    defer { (ignoresLineEnds, allowsOpenRange, isInsideIndex, openBrackets) = saved }
    (ignoresLineEnds, allowsOpenRange, isInsideIndex) = (false, false, false)
    openBrackets.append(start)
    let opening = advance()
    let list = try nested { $0.statements(until: .sign(.closeBrace), inModel: inModel) }
    try expectClosing(.closeBrace, of: opening)
    let block = Block(list, span(from: start))
    guard block.height < Self.tallestTree else {
      throw failure(.chainTooLong, at: span(of: opening), ["limit": "\(Self.tallestTree)"])
    }
    return block
  }

  /// The block that a word such as `if` needs.
  mutating func block(after word: Word) throws -> Block {
    guard at(.openBrace) else {
      if let habit = habitOfBlock(word) { throw habit }
      throw missing(.missingBlock, ["word": .text(word.rawValue)])
    }
    return try block()
  }

  /// What a function does: an expression stands as a block of one statement, a block as it is.
  mutating func body() throws -> Block {
    let start = position
    let value = try expression()
    if case .block(let block) = value.kind, tokens[start].isSign(.openBrace) { return block }
    return Block([Statement(.expression(value), value.span)], value.span)
  }
}
