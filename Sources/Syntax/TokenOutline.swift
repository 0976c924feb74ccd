// The words of a text for those outside this room: what the formatter, the editors' services and the tests look at.
import Diagnostics

/// A word of a text by its kind and its place.
package struct TokenOutline: Equatable, Sendable {
  package enum Kind: String, Sendable {
    case number
    case name
    case word
    case sign
    case power
    case textStart
    case textPiece
    case valueStart
    case valueFormat
    case valueEnd
    case textEnd
  }
  package let kind: Kind
  /// The word in its one spelling.
  package let text: String
  package let lower: Int
  package let upper: Int
  package let startsLine: Bool

  /// The words of a text, the comments left out.
  package static func all(in text: String) -> [TokenOutline] {
    Lexer.lex(Source(name: "", text: text), number: 0).tokens.compactMap(TokenOutline.init)
  }

  private init?(_ token: Token) {
    let outline: (Kind, String)
    switch token.kind {
    case .number(let value): outline = (.number, "\(value)")
    case .name(let name): outline = (.name, name)
    case .word(let word): outline = (.word, word.rawValue)
    case .sign(let sign): outline = (.sign, sign.rawValue)
    case .power(let value): outline = (.power, "\(value)")
    case .raisedT: outline = (.power, "T")
    case .textStart: outline = (.textStart, "\"")
    case .textPiece(let piece): outline = (.textPiece, piece)
    case .valueStart: outline = (.valueStart, "{")
    case .valueFormat(let format): outline = (.valueFormat, format)
    case .valueEnd: outline = (.valueEnd, "}")
    case .textEnd: outline = (.textEnd, "\"")
    case .end: return nil
    }
    (kind, text) = outline
    (lower, upper) = (Int(token.lower), Int(token.upper))
    startsLine = token.startsLine
  }
}
