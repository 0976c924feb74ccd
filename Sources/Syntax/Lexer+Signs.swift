// The signs of the language, and those of other languages that a sign of ours stands in for.
import Diagnostics

extension Lexer {
  /// Spellings of signs, the longest first where one begins another.
  private static let spellings: [(StaticString, Sign)] = [
    ("???", .hole), ("...", .threeDots), ("..", .twoDots), ("->", .arrow), (">>", .compose), ("|>", .pipe),
    ("==", .equal), ("!=", .notEqual), ("<=", .lessEqual), (">=", .greaterEqual), ("~=", .near), (":=", .colonAssign),
    ("++", .increment), ("+=", .plusAssign), ("-=", .minusAssign), ("*=", .timesAssign), ("/=", .overAssign),
    ("^=", .caretAssign),
    ("(", .openParen), (")", .closeParen), ("[", .openBracket), ("]", .closeBracket), ("{", .openBrace),
    ("}", .closeBrace), (",", .comma), (";", .semicolon), (":", .colon), (".", .dot), ("+", .plus), ("-", .minus),
    ("*", .times), ("/", .over), ("@", .matmul), ("^", .caret), ("=", .assign), ("<", .less), (">", .greater),
    ("~", .tilde), ("?", .question), ("\\", .backslash),
    ("−", .minus), ("·", .times), ("⋅", .times), ("⊙", .times), ("×", .times), ("≠", .notEqual), ("≤", .lessEqual),
    ("≥", .greaterEqual), ("≈", .near), ("→", .arrow), ("√", .root), ("∇", .nabla), ("‖", .norm),
  ]

  /// Signs by their first byte, in the order above.
  private static let byFirstByte: [UInt8: [(StaticString, Sign)]] = Dictionary(grouping: spellings) { row in
    row.0.withUTF8Buffer { $0.first ?? 0 }
  }

  /// What other languages write for a sign of ours, and the row that answers it.
  private static let foreign: [(StaticString, Token.Kind, String, DiagnosticRow)] = [
    ("**", .sign(.caret), "^", .powerStars), ("&&", .word(.and), "and", .logicSigns),
    ("||", .word(.or), "or", .logicSigns),
    ("===", .sign(.equal), "==", .tripleEqual), ("!==", .sign(.notEqual), "!=", .tripleEqual),
    ("<>", .sign(.notEqual), "!=", .angleNotEqual), ("=>", .sign(.arrow), "->", .fatArrow),
    (".*", .sign(.times), "*", .dottedSigns), ("./", .sign(.over), "/", .dottedSigns),
    (".^", .sign(.caret), "^", .dottedSigns), (".+", .sign(.plus), "+", .dottedSigns),
    (".-", .sign(.minus), "-", .dottedSigns), (".'", .raisedT, ".T", .quoteTranspose),
    ("&", .word(.and), "and", .logicSigns), ("!", .word(.not), "not", .logicSigns),
  ]

  /// Reads a sign; false if none begins here.
  mutating func scanSign(_ scalar: Unicode.Scalar, _ length: Int) -> Bool {
    if scanForeignComment() || scanForeignSign() || scanRaised(scalar) { return true }
    guard let (spelling, sign) = Self.byFirstByte[byte()]?.first(where: { follows($0.0) }) else { return false }
    let lower = index
    if byte() == UInt8(ascii: ":"), open.last?.kind == .value {
      scanFormat()
      return true
    }
    index += spelling.utf8CodeUnitCount
    switch sign {
    case .openParen: addOpening(.openParen, .paren, lower)
    case .openBracket: addOpening(.openBracket, .bracket, lower)
    case .openBrace: addOpening(.openBrace, .brace, lower)
    case .closeParen:
      add(.sign(sign), from: lower)
      closed(.paren)
    case .closeBracket:
      add(.sign(sign), from: lower)
      closed(.bracket)
    case .closeBrace:
      add(isBraceOfValue ? .valueEnd : .sign(sign), from: lower)
      closed(.brace, .value)
    default: add(.sign(sign), from: lower)
    }
    return true
  }

  private mutating func addOpening(_ sign: Sign, _ kind: Open.Kind, _ lower: Int) {
    add(.sign(sign), from: lower)
    opened(kind)
  }

  /// Comments of C, Octave and LaTeX: `// …`, `/* … */`, `% …` with nothing before it.
  private mutating func scanForeignComment() -> Bool {
    let lower = index
    if follows("/*") {
      index += 2
      while index < bytes.count, !follows("*/") { index += 1 }
      index = min(bytes.count, index + 2)
      report(.foreignComment, lower, lower + 2, ["found": "/*"])
      isTouching = false
      return true
    }
    let isFirst = isLineStart || result.tokens.last?.isSign(.semicolon) == true
    guard isFirst, follows("//") || follows("%") else { return false }
    let mark = follows("//") ? "//" : "%"
    report(.foreignComment, lower, lower + mark.utf8.count, ["found": .text(mark)], fix: "#")
    index = endOfLine(from: index)
    result.comments.append(span(lower, index))
    return true
  }

  private mutating func scanForeignSign() -> Bool {
    let lower = index
    if follows("<-"), !isTouching, [32, 9, 10, 13, 0].contains(byte(2)) {
      index += 2
      add(.sign(.leftArrow), from: lower)
      return true
    }
    if follows("//") || follows("%") {
      let isDivision = follows("//")
      index += isDivision ? 2 : 1
      report(isDivision ? .floorDivision : .percentModulo, lower, index, fix: isDivision ? nil : "mod")
      add(isDivision ? .sign(.over) : .word(.mod), from: lower)
      return true
    }
    guard let row = Self.foreign.first(where: { follows($0.0) }), !follows("!=") || follows("!==") else { return false }
    index += row.0.utf8CodeUnitCount
    let isNot = row.1 == .word(.not)
    report(
      row.3, lower, index, ["found": .text(row.0.description), "wanted": .text(row.2)], fix: isNot ? "not " : row.2)
    add(row.1, from: lower)
    return true
  }

  /// `x²`, `x⁻¹`, `Aᵀ`.
  private mutating func scanRaised(_ scalar: Unicode.Scalar) -> Bool {
    let lower = index
    if Characters.isRaisedT(scalar) {
      index += Characters.scalar(in: bytes, at: index).length
      add(.raisedT, from: lower)
      return true
    }
    var (digits, place) = ("", index)
    if scalar == "⁻" {
      digits = "-"
      place += Characters.scalar(in: bytes, at: index).length
    }
    while place < bytes.count {
      let (next, length) = Characters.scalar(in: bytes, at: place)
      guard let digit = Characters.raisedDigit(next) else { break }
      digits.append(digit)
      place += length
    }
    guard let value = Double(digits) else { return false }
    index = place
    if value.isInfinite { report(.numberTooLarge, lower, index) }
    add(.power(value.isFinite ? value : 1), from: lower)
    return true
  }

  /// A character that is no part of the language: it is answered and stepped over.
  mutating func scanStranger(_ scalar: Unicode.Scalar, _ length: Int) {
    let lower = index
    if scanQuotes(scalar, length) { return }
    index += length
    if let wanted = Characters.lookalikes[scalar] {
      report(
        .lookalike, lower, index, ["found": .text(String(Character(scalar))), "wanted": .text(wanted)], fix: wanted)
      let kind = Word(rawValue: wanted).map(Token.Kind.word) ?? Sign(rawValue: wanted).map(Token.Kind.sign)
      if let kind { add(kind, from: lower) }
    } else if Characters.isInvisible(scalar) {
      let code = String(scalar.value, radix: 16, uppercase: true)
      let padded = String(repeating: "0", count: max(0, 4 - code.count)) + code
      report(.invisibleCharacter, lower, index, ["character": .text("U+" + padded)], fix: "")
    } else if scalar == "|" {
      report(.verticalBar, lower, index)
    } else {
      report(.unknownCharacter, lower, index, ["character": .text(String(Character(scalar)))])
    }
  }
}
