// What people bring along from Python, NumPy, Octave, Julia, C: recognised by its words, answered with ours.
import Diagnostics

extension ParseRun {
  /// Whether the present word stands alone on its line.
  private var standsAlone: Bool { isStatementBoundary(token(1)) }

  private func isStatementBoundary(_ token: Token) -> Bool {
    switch token.kind {
    case .end, .sign(.semicolon), .sign(.closeBrace): true
    default: token.startsLine
    }
  }

  /// Whether a name comes next on the same line, as after a keyword.
  private var precedesName: Bool {
    guard !token(1).startsLine else { return false }
    switch token(1).kind {
    case .name, .textStart, .number: return true
    case .word(let word): return ![.and, .or, .mod, .in].contains(word)
    default: return false
    }
  }

  private var precedesColonOrBrace: Bool {
    !token(1).startsLine && (token(1).isSign(.colon) || token(1).isSign(.openBrace))
  }

  /// `} elseif …`, `} end` right after a block.
  func habitAfterBlock() -> (any Error)? {
    guard token(-1).isSign(.closeBrace), case .name(let text) = token().kind else { return nil }
    guard let row = rowOfStatement(text), row === DiagnosticRow.elseIfWord || row === DiagnosticRow.endWord else {
      return nil
    }
    return failure(row, at: here, ["found": .text(text)])
  }

  /// A statement that begins with a keyword of another language.
  @inline(never) func habitOfStatement() -> (any Error)? {
    guard case .name(let text) = token().kind, let row = rowOfStatement(text) else { return nil }
    return failure(row, at: here, ["found": .text(text)])
  }

  private func rowOfStatement(_ text: String) -> DiagnosticRow? {
    switch text {
    case "def", "function", "func", "fun", "procedure": precedesName ? .functionWord : nil
    case "class", "struct": precedesName ? .classWord : nil
    case "import", "from", "using", "include", "require", "library": precedesName ? .importWord : nil
    case "end", "endif", "endfor", "endwhile", "endfunction", "done", "fi": standsAlone ? .endWord : nil
    case "pass": standsAlone ? .passWord : nil
    case "elif", "elseif", "elsif": precedesName || token(1).isSign(.openParen) ? .elseIfWord : nil
    case "try", "finally": standsAlone || precedesColonOrBrace ? .tryWord : nil
    case "except", "catch", "raise", "throw": standsAlone || precedesColonOrBrace || precedesName ? .tryWord : nil
    case "assert": precedesName || token(1).isSign(.openParen) ? .assertWord : nil
    case "del", "delete": precedesName ? .deleteWord : nil
    case "global", "nonlocal": precedesName ? .globalWord : nil
    case "const", "auto", "int", "float", "double", "local", "val", "static": precedesName ? .declarationWord : nil
    case "yield", "await", "async": precedesName ? .asyncWord : nil
    case "begin", "do", "then": standsAlone || precedesColonOrBrace || precedesName ? .blockWord : nil
    case "switch", "match", "case", "when": precedesName ? .switchWord : nil
    default: nil
    }
  }

  /// A name that is a value or a keyword elsewhere.
  @inline(never) func habitOfName(_ text: String) -> (any Error)? {
    switch text {
    case "None", "nil", "null": return failure(.nothingWord, at: here, ["found": .text(text)])
    case "True", "False", "TRUE", "FALSE":
      let wanted = text.lowercased()
      return failure(
        .capitalTruth, at: here, ["found": .text(text), "wanted": .text(wanted)], fix: .init(here, wanted))
    case "self": return failure(.selfWord, at: here)
    case "lambda", "λ": return habitOfLambda()
    case "function":
      return !token(1).startsLine && token(1).isSign(.openParen)
        ? failure(.functionWord, at: here, ["found": .text(text)]) : nil
    case "end": return isInsideIndex ? failure(.endInIndex, at: here) : nil
    default: return nil
    }
  }

  /// `lambda x, y: …`.
  private func habitOfLambda() -> (any Error)? {
    guard token(1).isName, !token(1).startsLine else { return nil }
    var names: [String] = []
    var offset = 1
    while token(offset).isName {
      names.append(text(of: token(offset)))
      guard token(offset + 1).isSign(.comma) else { break }
      offset += 2
    }
    guard token(offset + 1).isSign(.colon) else { return nil }
    let place = here.joined(with: span(of: token(offset + 1)))
    let list = names.joined(separator: ", ")
    let wanted = (names.count == 1 ? list : "(" + list + ")") + " ->"
    return failure(.lambdaWord, at: place, ["wanted": .text(wanted)], fix: .init(place, wanted))
  }

  /// A word that cannot go on from what was read.
  @inline(never) func habitHere() -> (any Error)? {
    guard case .sign(let sign) = token().kind else { return nil }
    switch sign {
    case .question: return failure(.ternary, at: here)
    case .plusAssign, .minusAssign, .timesAssign, .overAssign, .caretAssign: return compoundAssignment(sign)
    case .increment: return increment(at: here, sign: "+")
    case .colonAssign, .leftArrow:
      return failure(.arrowAssign, at: here, ["found": .text(sign.rawValue)], fix: .init(here, "="))
    case .backslash: return backslash()
    case .tilde where canBegin(token(1)) && !hasValueBefore:
      return failure(.logicSigns, at: here, ["found": "~", "wanted": "not"], fix: .init(here, "not "))
    case .colon where token(-1).kind == .textEnd && !openBrackets.isEmpty: return failure(.labelText, at: here)
    case .colon: return colonRange()
    default: return nil
    }
  }

  private var hasValueBefore: Bool {
    position > 0 && !isNewLine && isEndOfValue(token(-1))
  }

  private func canBegin(_ token: Token) -> Bool {
    switch token.kind {
    case .name, .number, .sign(.openParen): true
    default: false
    }
  }

  /// `x += 1`: with a fix where one line of simple things is all there is.
  private func compoundAssignment(_ sign: Sign) -> any Error {
    var fix: Diagnostic.Fix?
    if token(-1).isName, isStatementBoundary(token(2)), canBegin(token(1)), let symbol = sign.compoundOperator {
      let name = text(of: token(-1))
      let place = span(of: token(-1)).joined(with: here)
      fix = .init(place, "\(name) = \(name) \(symbol)")
    }
    let values: [String: Phrase] = ["found": .text(sign.rawValue), "operator": .text(sign.compoundOperator ?? "")]
    return failure(.compoundAssign, at: here, values, fix: fix)
  }

  /// `x++` and `x--`.
  @inline(never) func increment(at place: Span, sign: String) -> any Error {
    failure(.increment, at: place, ["found": .text(sign + sign), "operator": .text(sign)])
  }

  private func backslash() -> any Error {
    if token(1).isName, token(1).touchesPrevious, !hasValueBefore {
      let name = text(of: token(1))
      let values: [String: Phrase] = ["name": .text(name), "typed": .text("\\" + name)]
      return failure(.backslashName, at: here.joined(with: span(of: token(1))), values, fix: .init(here, ""))
    }
    return failure(.backslashSolve, at: here)
  }

  /// `1:10`; whole numbers show what is meant, their end included.
  private func colonRange() -> (any Error)? {
    guard hasValueBefore, !token(1).startsLine, canBegin(token(1)) || token(1).isSign(.minus) else { return nil }
    var fix: Diagnostic.Fix?
    if case .number(let first) = token(-1).kind, case .number(let last) = token(1).kind,
      let low = Int(exactly: first), let high = Int(exactly: last), high < Int(Int32.max), !token(2).isSign(.colon)
    {
      let place = span(of: token(-1)).joined(with: span(of: token(1)))
      fix = .init(place, "\(low)..\(high + 1)")
    }
    return failure(.colonRange, at: here, fix: fix)
  }

  /// `x[1:3]`, `x[::2]`: the same slice with our dots.
  @inline(never) func sliceHabit(from start: Int) -> any Error {
    var place = start
    var dots = 0
    var replacement = ""
    while place < tokens.count - 1, !tokens[place].isSign(.comma), !tokens[place].isSign(.closeBracket) {
      let end = partner(of: place).map { max(place, $0) } ?? place
      if tokens[place].isSign(.colon) {
        replacement += dots == 0 ? ".." : " by "
        dots += 1
      } else {
        if !tokens[place].touchesPrevious, !replacement.isEmpty, !replacement.hasSuffix(".") { replacement += " " }
        replacement += source.text(Int(tokens[place].lower), Int(tokens[end].upper))
      }
      place = end + 1
    }
    let whole = span(of: tokens[start]).joined(with: span(of: tokens[max(start, place - 1)]))
    let isClean = dots <= 2 && !replacement.hasSuffix(" by ") && !replacement.contains("end")
    return failure(
      .colonSlice, at: here, ["wanted": .text(isClean ? replacement : "a..b")],
      fix: isClean ? .init(whole, replacement) : nil)
  }

  /// `for i = 1:10`, `for (i in xs)`, `for x of xs`.
  @inline(never) func habitOfLoop() -> (any Error)? {
    if at(.openParen), token(1).isName, token(2).isWord(.in) || token(2).isSign(.assign) {
      return failure(.loopParentheses, at: here)
    }
    guard at(.assign) || token().isName("of") else { return nil }
    var fix: Diagnostic.Fix?
    if case .number(let first) = token(1).kind, token(2).isSign(.colon), case .number(let last) = token(3).kind,
      let low = Int(exactly: first), let high = Int(exactly: last), high < Int(Int32.max), !token(4).isSign(.colon)
    {
      fix = .init(here.joined(with: span(of: token(3))), "in \(low)..\(high + 1)")
    }
    return failure(.loopEquals, at: here, ["found": .text(text(of: token()))], fix: fix)
  }

  /// `if x:`, `while x do`, where a block should begin.
  @inline(never) func habitOfBlock(_ word: Word) -> (any Error)? {
    if at(.colon), word == .for, token(2).isSign(.openBrace) || token(2).isSign(.colon), let range = colonRange() {
      return range
    }
    if at(.colon) { return failure(.colonBlock, at: here, ["word": .text(word.rawValue)]) }
    for name in ["then", "do", "begin"] where token().isName(name) && !token().startsLine {
      return failure(.blockWord, at: here, ["found": .text(name)])
    }
    return habitHere()
  }

  /// `[1, 2; 3, 4]`, `[1 2 3]`.
  @inline(never) func habitInTensor() -> (any Error)? {
    if at(.semicolon) { return failure(.semicolonRows, at: here) }
    switch token().kind {
    case .number, .name:
      guard !token().startsLine, !token().touchesPrevious, hasValueBefore else { return nil }
      var place = position
      while tokens[place + 1].isName || tokens[place + 1].isNumber { place += 1 }
      let gap = Span(source: number, lower: token(-1).upper, upper: tokens[place].upper)
      let commas = tokens[position...place].map { ", " + text(of: $0) }.joined()
      return failure(.spacesInTensor, at: span(of: token(-1)).joined(with: here), fix: .init(gap, commas))
    default: return nil
    }
  }

  /// `if x = 3`.
  @inline(never) func assignmentAsCondition() -> any Error {
    failure(.equalsCondition, at: here, fix: .init(here, "=="))
  }
}
