// From text to words: one pass over the bytes, which also pairs the brackets and takes the comments aside.
import Diagnostics

/// What the lexer found in a text.
struct Lexed {
  /// The words; the last one is `.end`.
  var tokens: [Token] = []
  /// For each opening bracket the word that closes it, for others -1.
  var partners: [Int32] = []
  var comments: [Span] = []
  /// The `##` lines right before a word.
  var documentation: [Int: String] = [:]
  var diagnostics: [Diagnostic] = []
  /// The text is nested so deeply that the rest of it was not read.
  var isTooDeep = false
}

/// Reads words. Characters that are no part of the language are answered here and stepped over.
struct Lexer {
  /// How many brackets may be open at once.
  static let deepestNesting = 200

  /// A bracket that waits for its partner.
  struct Open {
    enum Kind {
      case paren
      case bracket
      case brace
      case value
      case text
    }
    let kind: Kind
    let token: Int
  }

  let source: Source
  let number: Int32
  let bytes: [UInt8]
  var index = 0
  var result = Lexed()
  var open: [Open] = []
  /// No word yet on this line.
  var isLineStart = true
  /// No blank since the last word.
  var isTouching = false
  var documentationLines: [String] = []

  init(_ source: Source, number: Int32) {
    self.source = source
    self.number = number
    bytes = source.bytes.count < Int(Int32.max) ? source.bytes : []
  }

  /// All the words of a text.
  static func lex(_ source: Source, number: Int32) -> Lexed {
    var lexer = Lexer(source, number: number)
    lexer.run()
    return lexer.result
  }

  private mutating func run() {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { index = 3 }
    while index < bytes.count, !result.isTooDeep {
      if open.last?.kind == .text { scanText() } else { scan() }
    }
    if open.last?.kind == .text { closeUnfinishedText() }
    result.tokens.append(
      Token(
        kind: .end, lower: Int32(bytes.count), upper: Int32(bytes.count), startsLine: true, touchesPrevious: false))
    result.partners.append(-1)
  }

  /// The byte some places on; 0 after the end.
  func byte(_ offset: Int = 0) -> UInt8 { index + offset < bytes.count ? bytes[index + offset] : 0 }

  func follows(_ text: StaticString, at offset: Int = 0) -> Bool {
    guard index + offset + text.utf8CodeUnitCount <= bytes.count else { return false }
    return text.withUTF8Buffer { wanted in wanted.indices.allSatisfy { bytes[index + offset + $0] == wanted[$0] } }
  }

  func span(_ lower: Int, _ upper: Int) -> Span {
    Span(source: number, lower: Int32(truncatingIfNeeded: lower), upper: Int32(truncatingIfNeeded: upper))
  }

  mutating func report(
    _ row: DiagnosticRow, _ lower: Int, _ upper: Int, _ values: [String: Phrase] = [:], fix: String? = nil
  ) {
    // Nobody sees more than the first ones; the parser's problems behind these go unseen too.
    guard result.diagnostics.count < Parser.mostDiagnostics else { return }
    let place = span(lower, upper)
    result.diagnostics.append(Diagnostic(row, at: place, values, fix: fix.map { .init(place, $0) }))
  }

  /// Adds a word that reaches from `lower` to the present place.
  mutating func add(_ kind: Token.Kind, from lower: Int) {
    if !documentationLines.isEmpty {
      result.documentation[result.tokens.count] = documentationLines.joined(separator: "\n")
      documentationLines = []
    }
    result.tokens.append(
      Token(
        kind: kind, lower: Int32(truncatingIfNeeded: lower), upper: Int32(truncatingIfNeeded: index),
        startsLine: isLineStart, touchesPrevious: isTouching))
    result.partners.append(-1)
    isLineStart = false
    isTouching = true
  }

  private mutating func scan() {
    let (scalar, length) = Characters.scalar(in: bytes, at: index)
    if scalar == "\n" || scalar == "\r" {
      index += 1
      isLineStart = true
      isTouching = false
    } else if Characters.isBlank(scalar) {
      index += length
      isTouching = false
    } else if scalar == "#" {
      scanComment()
    } else if ("0"..."9").contains(scalar) || (scalar == "." && beginsFraction) {
      scanNumber()
    } else if scalar == "\"" {
      beginText()
    } else if Characters.beginsName(scalar) {
      scanName()
    } else if !scanSign(scalar, length) {
      scanStranger(scalar, length)
    }
  }

  /// `.5`, where nothing before it could have a member or an end of a range.
  private var beginsFraction: Bool {
    guard byte(1) >= UInt8(ascii: "0"), byte(1) <= UInt8(ascii: "9") else { return false }
    guard isTouching, let last = result.tokens.last else { return true }
    switch last.kind {
    case .name, .number, .power, .raisedT, .textEnd, .sign(.closeParen), .sign(.closeBracket), .sign(.closeBrace),
      .sign(.dot), .sign(.twoDots), .sign(.norm):
      return false
    default: return true
    }
  }

  private mutating func scanComment() {
    let lower = index
    index = endOfLine(from: index)
    result.comments.append(span(lower, index))
    guard isLineStart, bytes[lower...].starts(with: [35, 35]) else { return }
    var text = source.text(lower + 2, index)
    if text.hasPrefix(" ") { text.removeFirst() }
    while let last = text.last, last.isWhitespace { text.removeLast() }
    documentationLines.append(text)
  }

  func endOfLine(from start: Int) -> Int {
    var end = start
    while end < bytes.count, bytes[end] != 10, bytes[end] != 13 { end += 1 }
    return end
  }

  // MARK: Brackets

  /// Notes an opening bracket that was just added.
  mutating func opened(_ kind: Open.Kind) {
    open.append(Open(kind: kind, token: result.tokens.count - 1))
    guard open.count > Self.deepestNesting, let token = result.tokens.last else { return }
    result.isTooDeep = true
    let place = Span(source: number, lower: token.lower, upper: token.upper)
    result.diagnostics.append(Diagnostic(.nestedTooDeeply, at: place, ["limit": "\(Self.deepestNesting)"]))
  }

  /// Pairs a closing bracket that was just added with the last one that it can close. A brace closes the brackets that
  /// were forgotten inside it; brackets never reach beyond a brace.
  mutating func closed(_ kinds: Open.Kind...) {
    for position in open.indices.reversed() {
      let candidate = open[position]
      if kinds.contains(candidate.kind) {
        result.partners[candidate.token] = Int32(truncatingIfNeeded: result.tokens.count - 1)
        open.removeSubrange(position...)
        return
      }
      guard candidate.kind == .paren || candidate.kind == .bracket else { return }
    }
  }

  /// The innermost open bracket that holds statements or a value in a text.
  var isBraceOfValue: Bool {
    for candidate in open.reversed() {
      switch candidate.kind {
      case .value: return true
      case .brace, .text: return false
      case .paren, .bracket: continue
      }
    }
    return false
  }
}
