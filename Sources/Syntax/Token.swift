// The words a program is made of, as the lexer hands them to the parser.
import Diagnostics

/// One word, sign, number or piece of a text.
struct Token {
  enum Kind: Equatable {
    case number(Double)
    /// A name in its one spelling.
    case name(String)
    case word(Word)
    case sign(Sign)
    /// Raised digits: `x²`, `x⁻¹`.
    case power(Double)
    /// A raised T: `Aᵀ`.
    case raisedT
    /// The quote that opens a text.
    case textStart
    /// What a text says, its escapes resolved.
    case textPiece(String)
    /// The `{` of a value in a text.
    case valueStart
    /// How that value is to be written: what follows the `:`.
    case valueFormat(String)
    /// The `}` of a value in a text.
    case valueEnd
    case textEnd
    /// After the last word.
    case end
  }
  let kind: Kind
  let lower: Int32
  let upper: Int32
  /// Nothing but blanks and comments stands before it on its line.
  let startsLine: Bool
  /// No blank stands between it and the word before.
  let touchesPrevious: Bool
}

/// The words that are never names.
enum Word: String, CaseIterable {
  case `let`
  case `var`
  case fn
  case model
  case param
  case state
  case `if`
  case `for`
  case `while`
  case `repeat`
  case descend
  case ascend
  case together
  case update
  case record
  case check
  case derive
  case predict
  case explain
  case plot
  case print
  case use
  case `break`
  case `continue`
  case `return`
  case `else`
  case `in`
  case and
  case or
  case not
  case mod
  case `true`
  case `false`

  /// Whether a statement begins with it and nothing else does.
  var beginsStatement: Bool {
    switch self {
    case .let, .var, .model, .param, .state, .for, .while, .repeat, .together, .update, .record, .check, .derive,
      .predict, .explain, .plot, .print, .use, .break, .continue, .return:
      true
    case .fn, .if, .descend, .ascend, .else, .in, .and, .or, .not, .mod, .true, .false: false
    }
  }
}

/// Signs, under their one spelling.
enum Sign: String, CaseIterable {
  case openParen = "("
  case closeParen = ")"
  case openBracket = "["
  case closeBracket = "]"
  case openBrace = "{"
  case closeBrace = "}"
  case comma = ","
  case semicolon = ";"
  case colon = ":"
  case dot = "."
  case twoDots = ".."
  case threeDots = "..."
  case plus = "+"
  case minus = "-"
  case times = "*"
  case over = "/"
  case matmul = "@"
  case caret = "^"
  case assign = "="
  case equal = "=="
  case notEqual = "≠"
  case less = "<"
  case lessEqual = "≤"
  case greater = ">"
  case greaterEqual = "≥"
  case near = "≈"
  case tilde = "~"
  case arrow = "->"
  case compose = ">>"
  case pipe = "|>"
  case root = "√"
  case nabla = "∇"
  case norm = "‖"
  case hole = "???"
  // What other languages write: the lexer reads it so that the parser can answer it.
  case question = "?"
  case colonAssign = ":="
  case leftArrow = "<-"
  case plusAssign = "+="
  case minusAssign = "-="
  case timesAssign = "*="
  case overAssign = "/="
  case caretAssign = "^="
  case increment = "++"
  case backslash = "\\"

  /// The operator inside `+=` and its like.
  var compoundOperator: String? {
    switch self {
    case .plusAssign: "+"
    case .minusAssign: "-"
    case .timesAssign: "*"
    case .overAssign: "/"
    case .caretAssign: "^"
    default: nil
    }
  }
}

extension Token {
  func isSign(_ sign: Sign) -> Bool { kind == .sign(sign) }
  func isWord(_ word: Word) -> Bool { kind == .word(word) }
  /// Whether it is one of the words that mean something only in their place, such as `over`.
  func isName(_ text: String) -> Bool { kind == .name(text) }
  /// A name, or a reserved word where that is a name like others: after a point, before a colon.
  var isLabel: Bool { if case .word = kind { true } else { isName } }
  var isNumber: Bool { if case .number = kind { true } else { false } }
  var isName: Bool { if case .name = kind { true } else { false } }
}
