// What the parser says when a word does not fit, and how it goes on.
import Diagnostics

extension ParseRun {
  /// A problem as an error. Not inlined: a diagnostic is large, and what throws one is called deeply.
  @inline(never) func failure(
    _ row: DiagnosticRow, at span: Span, _ values: [String: Phrase] = [:], labels: [Diagnostic.Label] = [],
    fix: Diagnostic.Fix? = nil, isIncomplete: Bool = false
  ) -> any Error {
    var diagnostic = Diagnostic(row, at: span, values, labels: labels, fix: fix)
    diagnostic.isIncomplete = isIncomplete
    return diagnostic
  }

  /// Takes in a problem, unless the lexer has already answered something in the same statement, or it is one more way
  /// to say that the text ends too early.
  @inline(never) mutating func report(_ error: any Error, from start: Int) {
    guard let diagnostic = error as? Diagnostic else { return }
    if diagnostic.isIncomplete, diagnostics.contains(where: \.isIncomplete) { return }
    let reach = tokens[start].lower..<max(tokens[start].lower + 1, token().upper)
    if lexicalDiagnostics.contains(where: { reach.contains($0.span.lower) }) { return }
    // `else:` after an `if …:` that was answered.
    if tokens[start].isWord(.else), diagnostics.contains(where: { $0.row === DiagnosticRow.colonBlock }) { return }
    if diagnostics.last?.span == diagnostic.span, diagnostics.last?.row.code == diagnostic.row.code { return }
    diagnostics.append(diagnostic)
  }

  /// Goes to the end of the statement that began at a place: over whole brackets, to a line that begins after the
  /// present place, a `;`, or the brace that ends the block.
  @inline(never) mutating func skipStatement(from start: Int) {
    let reached = position
    var next = start
    while next < tokens.count - 1 {
      let candidate = tokens[next]
      if next >= reached, next > start {
        if candidate.isSign(.semicolon) || candidate.isSign(.closeBrace) || candidate.kind == .valueEnd { break }
        if candidate.startsLine, !continuesLine(candidate) { break }
      }
      if let partner = partner(of: next), partner > next {
        next = partner
      } else {
        next += 1
        continue
      }
      next += 1
    }
    position = min(next, tokens.count - 1)
  }

  /// Whether a word at the beginning of a line belongs to the line before.
  private func continuesLine(_ token: Token) -> Bool {
    [.sign(.dot), .sign(.compose), .sign(.pipe), .sign(.closeParen), .sign(.closeBracket)].contains(token.kind)
  }

  /// The bracket that closes one opened before.
  @inline(never) mutating func expectClosing(_ sign: Sign, of opening: Token) throws {
    if at(sign) {
      advance()
      return
    }
    if isAtEnd { throw unclosed(sign, opening) }
    if let habit = habitHere() { throw habit }
    if canBeginOperand, !isClosing, !token().startsLine { throw valuesSideBySide() }
    throw unclosed(sign, opening)
  }

  @inline(never) private func unclosed(_ sign: Sign, _ opening: Token) -> any Error {
    let values: [String: Phrase] = ["open": .text(text(of: opening)), "close": .text(sign.rawValue)]
    let labels: [Diagnostic.Label] =
      isAtEnd ? [] : [.init(gap, .expectedHere, ["wanted": .text(sign.rawValue)])]
    return failure(.unclosedBracket, at: span(of: opening), values, labels: labels, isIncomplete: isAtEnd)
  }

  /// Something is missing at the present place.
  @inline(never) func missing(_ row: DiagnosticRow, _ values: [String: Phrase] = [:], fix: String? = nil) -> any Error {
    var values = values
    values["found"] = .text(text(of: token()))
    return failure(row, at: gap, values, fix: fix.map { .init(gap, $0) }, isIncomplete: isAtEnd)
  }

  /// An operand must be here and is not.
  @inline(never) func missingValue() -> any Error {
    if let habit = habitHere() { return habit }
    if token(-1).isSign(.minus), token(-1).touchesPrevious, token(-2).isSign(.minus), token(-2).touchesPrevious {
      return increment(at: span(of: token(-2)).joined(with: span(of: token(-1))), sign: "-")
    }
    if token().startsLine, !ignoresLineEnds, isEndOfValue(token(-1)), Precedence.infix(token().kind) != nil {
      return failure(.lineBeginsWithSign, at: here, ["found": .text(text(of: token()))])
    }
    switch token().kind {
    case .word(let word) where word.beginsStatement && !token().startsLine:
      return failure(
        .statementAsValue, at: here, ["word": .text(word.rawValue)], isIncomplete: mayBecomeLabel)
    case .word where mayBecomeLabel: return failure(.missingValue, at: here, isIncomplete: true)
    case .sign(.closeParen), .sign(.closeBracket), .sign(.closeBrace):
      if openBrackets.isEmpty { return failure(.strayClosing, at: here, ["found": .text(text(of: token()))]) }
    default: break
    }
    return missing(.missingValue)
  }

  /// The text ends in a reserved word where `word: value` could stand.
  private var mayBecomeLabel: Bool {
    guard let opening = openBrackets.last, tokens[opening].isSign(.openParen) else { return false }
    return token(1).kind == .end && (token(-1).isSign(.openParen) || token(-1).isSign(.comma))
  }

  /// Two values with nothing between them.
  @inline(never) func valuesSideBySide() -> any Error {
    let place = span(of: token(-1)).joined(with: here)
    let values: [String: Phrase] = ["left": .text(text(of: token(-1))), "right": .text(text(of: token()))]
    if case .number = token(-1).kind, token().isName || at(.openParen) {
      let gap = Span(source: number, lower: token(-1).upper, upper: token().lower)
      return failure(.impliedProduct, at: place, values, fix: .init(gap, " * "))
    }
    return failure(.valuesSideBySide, at: place, values)
  }

  func isEndOfValue(_ token: Token) -> Bool {
    switch token.kind {
    case .name, .number, .textEnd, .power, .raisedT, .sign(.closeParen), .sign(.closeBracket), .sign(.closeBrace): true
    default: false
    }
  }

  var isClosing: Bool { at(.closeParen) || at(.closeBracket) || at(.closeBrace) || token().kind == .valueEnd }

  /// Whether a value can begin with the present word.
  var canBeginOperand: Bool {
    switch token().kind {
    case .number, .name, .textStart: true
    case .word(let word): [.true, .false, .if, .fn, .descend, .ascend, .not].contains(word)
    case .sign(let sign): [.openParen, .openBracket, .openBrace, .root, .nabla].contains(sign)
    default: false
    }
  }

  /// A statement was read: now its line, or the block, must end.
  @inline(never) mutating func expectStatementEnd() throws {
    if isNewLine || isAtEnd || at(.semicolon) || at(.closeBrace) { return }
    if let habit = habitHere() ?? habitAfterBlock() { throw habit }
    if at(.assign) {
      let isPart = token(-1).isSign(.closeBracket) || (token(-1).isName && token(-2).isSign(.dot))
      throw failure(isPart ? .assignmentToPart : .unexpectedEquals, at: here)
    }
    if at(.tilde) { throw failure(.drawWithoutLet, at: here) }
    if at(.closeParen) || at(.closeBracket) {
      throw failure(.strayClosing, at: here, ["found": .text(text(of: token()))])
    }
    if case .word(let word) = token().kind, word.beginsStatement || word == .fn {
      throw failure(.statementsSideBySide, at: here, ["word": .text(word.rawValue)])
    }
    if token().isWord(.else) { throw failure(.strayElse, at: here) }
    if canBeginOperand { throw valuesSideBySide() }
    throw failure(.unexpectedSign, at: here, ["found": .text(text(of: token()))])
  }
}
