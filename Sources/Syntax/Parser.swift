// From text to tree. Every problem of a text is reported, each at its own place, and what can be read is read.
import Diagnostics

/// What the parser made of a text.
package struct ParseResult: Sendable {
  /// The statements that could be read.
  package let program: Program
  /// What was wrong, in the order of the places; at most 20.
  package let diagnostics: [Diagnostic]
  /// The text ends in the middle of something, and more text at its end could mend every problem.
  package let isIncomplete: Bool
  /// The first number that no expression has.
  package let nextID: Int
}

/// Reads programs.
package struct Parser {
  /// How many problems of one text are reported.
  static let mostDiagnostics = 20

  /// Whether `_` is a value, as at a prompt, where it is the last one.
  private let readsLastValue: Bool

  package init(readsLastValue: Bool = false) { self.readsLastValue = readsLastValue }

  /// Reads a text. Expressions are numbered from `firstID` on.
  package func parse(_ source: Source, number: Int32, firstID: Int) -> ParseResult {
    let lexed = Lexer.lex(source, number: number)
    var statements: [Statement] = []
    var diagnostics = lexed.diagnostics
    var nextID = firstID
    if !lexed.isTooDeep {
      var run = ParseRun(lexed, source: source, number: number, firstID: firstID)
      run.readsLastValue = readsLastValue
      statements = run.statements(until: .end)
      diagnostics += run.diagnostics
      nextID = run.nextID
    }
    let ordered = diagnostics.enumerated().sorted {
      ($0.element.span.lower, $0.offset) < ($1.element.span.lower, $1.offset)
    }
    return ParseResult(
      program: Program(statements: statements, comments: lexed.comments),
      diagnostics: ordered.prefix(Self.mostDiagnostics).map(\.element),
      isIncomplete: !diagnostics.isEmpty && diagnostics.allSatisfy(\.isIncomplete), nextID: nextID)
  }
}

/// One reading of one text. Its parts are in the files named after what they read.
struct ParseRun {
  /// How many expressions and blocks may be inside each other; what bounds the parser's own stack.
  static let deepestNesting = 150
  /// How many levels a tree may have; what bounds the stack of everybody who walks it.
  static let tallestTree = 1000

  let tokens: [Token]
  let partners: [Int32]
  let documentation: [Int: String]
  let lexicalDiagnostics: [Diagnostic]
  let source: Source
  let number: Int32
  var position = 0
  /// Between ( ) and [ ] a line's end means nothing.
  var ignoresLineEnds = false
  /// An index is being read, where a range may lack an end.
  var allowsOpenRange = false
  /// The place belongs to an index, where some languages write `end`.
  var isInsideIndex = false
  var nesting = 0
  /// `_` is a value.
  var readsLastValue = false
  var nextID: Int
  var diagnostics: [Diagnostic] = []
  /// Where the statements that could be read begin, as places in `tokens`.
  var statementStarts: [Int] = []
  /// What the words of checks and derivations are there for, as places in `tokens`.
  var checkWords = CheckWordPlaces()
  /// Opening brackets that are being read, as places in `tokens`.
  var openBrackets: [Int] = []

  init(_ lexed: Lexed, source: Source, number: Int32, firstID: Int) {
    tokens = lexed.tokens
    partners = lexed.partners
    documentation = lexed.documentation
    lexicalDiagnostics = lexed.diagnostics
    self.source = source
    self.number = number
    nextID = firstID
  }

  // MARK: Words

  /// A word some places on; the last one, `.end`, for all places after it.
  func token(_ offset: Int = 0) -> Token { tokens[max(0, min(position + offset, tokens.count - 1))] }

  var isAtEnd: Bool { token().kind == .end }

  /// Whether the present word begins a line where that ends a statement.
  var isNewLine: Bool { token().startsLine && !ignoresLineEnds }

  func at(_ sign: Sign) -> Bool { token().isSign(sign) }

  /// At a sign that does not begin a new statement.
  func continues(with sign: Sign) -> Bool { at(sign) && !isNewLine }

  @discardableResult mutating func advance() -> Token {
    let taken = token()
    if position < tokens.count - 1 { position += 1 }
    return taken
  }

  mutating func take(_ sign: Sign) -> Bool {
    guard at(sign) else { return false }
    advance()
    return true
  }

  /// Takes a word that means something only here, such as `over`.
  mutating func take(name: String) -> Bool {
    guard token().isName(name) else { return false }
    advance()
    return true
  }

  /// The word that closes the bracket at a place, if there is one.
  func partner(of position: Int) -> Int? {
    let partner = Int(partners[position])
    return partner < 0 ? nil : partner
  }

  // MARK: Places

  func span(of token: Token) -> Span { Span(source: number, lower: token.lower, upper: token.upper) }

  var here: Span { span(of: token()) }

  /// From a word up to the last one that was taken.
  func span(from start: Int) -> Span {
    let first = tokens[min(start, tokens.count - 1)]
    return Span(source: number, lower: first.lower, upper: max(first.lower, token(-1).upper))
  }

  /// Where something is missing: after the last word if the line or the text ends there, else the present word.
  var gap: Span {
    guard position > 0, token().startsLine || isAtEnd else { return here }
    return Span(source: number, lower: token(-1).upper, upper: token(-1).upper)
  }

  func text(of token: Token) -> String { source.text(Int(token.lower), Int(token.upper)) }

  func text(_ span: Span) -> String { source.text(Int(span.lower), Int(span.upper)) }

  // MARK: Building

  mutating func makeID() -> Int {
    defer { nextID += 1 }
    return nextID
  }

  /// An expression from a word up to the last one taken.
  @inline(never) mutating func make(_ kind: Expression.Kind, from start: Int, mark: Span? = nil) throws -> Expression {
    let expression = Expression(kind, span(from: start), mark: mark, id: makeID())
    guard expression.height <= Self.tallestTree else {
      throw failure(.chainTooLong, at: mark ?? expression.span, ["limit": "\(Self.tallestTree)"])
    }
    return expression
  }

  /// Goes one level down; every function that calls itself through others does this.
  mutating func nested<Result>(_ body: (inout ParseRun) throws -> Result) throws -> Result {
    guard nesting < Self.deepestNesting else {
      throw failure(.nestedTooDeeply, at: here, ["limit": "\(Self.deepestNesting)"])
    }
    nesting += 1
    defer { nesting -= 1 }
    return try body(&self)
  }

  /// Reads what stands between brackets, where a line's end means nothing.
  mutating func bracketed<Result>(_ body: (inout ParseRun) throws -> Result) throws -> Result {
    let saved = (ignoresLineEnds, allowsOpenRange, isInsideIndex)
    ignoresLineEnds = true
    allowsOpenRange = false
    isInsideIndex = false
    openBrackets.append(position)
    defer {
      (ignoresLineEnds, allowsOpenRange, isInsideIndex) = saved
      openBrackets.removeLast()
    }
    return try body(&self)
  }
}
