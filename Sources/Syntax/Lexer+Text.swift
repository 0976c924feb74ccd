// Texts: pieces, values in braces with their formats, escapes, and the quotes of other languages.
import Diagnostics

extension Lexer {
  /// At a `"`.
  mutating func beginText() {
    let lower = index
    if follows("\"\"\"") {
      scanTripleQuotes()
      return
    }
    if isTouching, case .name(let prefix)? = result.tokens.last?.kind,
      ["f", "r", "b", "u", "fr", "rf"].contains(prefix)
    {
      reportPrefix(prefix)
    }
    index += 1
    add(.textStart, from: lower)
    opened(.text)
  }

  /// `f"…"`: the letter goes away.
  private mutating func reportPrefix(_ prefix: String) {
    guard let letter = result.tokens.popLast() else { return }
    result.partners.removeLast()
    report(.textPrefix, Int(letter.lower), Int(letter.upper), ["prefix": .text(prefix)], fix: "")
    isLineStart = letter.startsLine
    isTouching = letter.touchesPrevious
  }

  /// Inside a text: its next piece and what ends it.
  mutating func scanText() {
    let lower = index
    var piece: [UInt8] = []
    func finished() -> Token.Kind { .textPiece(String(decoding: piece, as: UTF8.self)) }
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "\""):
        if !piece.isEmpty { add(finished(), from: lower) }
        let quote = index
        index += 1
        add(.textEnd, from: quote)
        closed(.text)
        return
      case UInt8(ascii: "{"):
        if !piece.isEmpty { add(finished(), from: lower) }
        let brace = index
        index += 1
        add(.valueStart, from: brace)
        opened(.value)
        return
      case UInt8(ascii: "\\"): scanEscape(&piece)
      case 10, 13:
        if !piece.isEmpty { add(finished(), from: lower) }
        closeUnfinishedText()
        return
      case let byte:
        piece.append(byte)
        index += 1
      }
    }
    if !piece.isEmpty { add(finished(), from: lower) }
    closeUnfinishedText()
  }

  private mutating func scanEscape(_ piece: inout [UInt8]) {
    let lower = index
    switch byte(1) {
    case UInt8(ascii: "n"): piece.append(10)
    case UInt8(ascii: "t"): piece.append(9)
    case UInt8(ascii: "\\"), UInt8(ascii: "\""), UInt8(ascii: "{"), UInt8(ascii: "}"): piece.append(byte(1))
    case 10, 13, 0:
      index += 1
      return
    default:
      index += 1 + Characters.scalar(in: bytes, at: index + 1).length
      let escape = source.text(lower, index)
      report(.unknownEscape, lower, index, ["escape": .text(escape)], fix: "\\" + escape)
      return
    }
    index += 2
  }

  /// A line ended inside a text. If the text is inside a value of another one, a brace was forgotten before.
  mutating func closeUnfinishedText() {
    guard let start = open.last?.token else { return }
    let outermost = open.firstIndex { $0.kind == .text } ?? 0
    if outermost < open.count - 1 {
      let brace = result.tokens[open.last { $0.kind == .value }?.token ?? start]
      report(.unfinishedValue, Int(brace.lower), Int(brace.upper))
    } else {
      let quote = result.tokens[start]
      report(.unfinishedText, Int(quote.lower), index)
    }
    // Everything that was open is closed, so that the rest of the program is read as what it is.
    while open.count > outermost, let last = open.popLast() {
      switch last.kind {
      case .text: add(.textEnd, from: index)
      case .value: add(.valueEnd, from: index)
      case .paren: add(.sign(.closeParen), from: index)
      case .bracket: add(.sign(.closeBracket), from: index)
      case .brace: add(.sign(.closeBrace), from: index)
      }
      result.partners[last.token] = Int32(truncatingIfNeeded: result.tokens.count - 1)
    }
  }

  /// From the `:` that ends a value in a text up to its closing brace.
  mutating func scanFormat() {
    let lower = index
    index += 1
    while index < bytes.count, ![UInt8(ascii: "}"), UInt8(ascii: "\""), 10, 13].contains(bytes[index]) { index += 1 }
    add(.valueFormat(source.text(lower + 1, index)), from: lower)
  }

  /// Quotes that are not ours; false if it is none.
  mutating func scanQuotes(_ scalar: Unicode.Scalar, _ length: Int) -> Bool {
    let lower = index
    switch scalar {
    case "'", "′":
      if isTouching, let last = result.tokens.last, last.isSign(.closeParen) || last.isSign(.closeBracket) {
        index += length
        report(.quoteTranspose, lower, index, ["found": .text(scalar == "'" ? "'" : "′"), "wanted": ".T"], fix: ".T")
        add(.raisedT, from: lower)
        return true
      }
      return scalar == "'" && scanForeignText(length, until: ["'"], row: .singleQuotes)
    case "‘", "’", "`": return scanForeignText(length, until: ["’", "‘", "'", "`"], row: .singleQuotes)
    case "“", "”", "„", "«", "»", "＂":
      return scanForeignText(length, until: ["“", "”", "«", "»", "\"", "＂"], row: .curlyQuotes)
    default: return false
    }
  }

  /// A text between quotes of another kind, on one line: taken as a text without values.
  private mutating func scanForeignText(_ length: Int, until ends: Set<Unicode.Scalar>, row: DiagnosticRow) -> Bool {
    let lower = index
    var place = index + length
    while place < bytes.count, bytes[place] != 10, bytes[place] != 13 {
      let (scalar, width) = Characters.scalar(in: bytes, at: place)
      if ends.contains(scalar) {
        let content = source.text(lower + length, place)
        index = place + width
        let isPlain = !content.contains("\"")
        report(row, lower, index, ["text": .text(content)], fix: isPlain ? "\"" + content + "\"" : nil)
        addPlainText(content, from: lower)
        return true
      }
      place += width
    }
    return false
  }

  private mutating func scanTripleQuotes() {
    let lower = index
    index += 3
    while index < bytes.count, !follows("\"\"\"") { index += 1 }
    let content = source.text(lower + 3, index)
    index = min(bytes.count, index + 3)
    report(.tripleQuotes, lower, lower + 3)
    addPlainText(content, from: lower)
  }

  private mutating func addPlainText(_ content: String, from lower: Int) {
    add(.textStart, from: lower)
    let start = result.tokens.count - 1
    if !content.isEmpty { add(.textPiece(content), from: lower) }
    add(.textEnd, from: lower)
    result.partners[start] = Int32(truncatingIfNeeded: result.tokens.count - 1)
  }
}
