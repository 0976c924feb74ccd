// Texts: pieces as they are, values in braces, and how these are to be written.
import Diagnostics

extension ParseRun {
  /// At the quote that opens a text.
  mutating func text() throws -> Expression {
    let start = position
    advance()
    var pieces: [TextPiece] = []
    while token().kind != .textEnd, !isAtEnd {
      if case .textPiece(let text) = token().kind {
        advance()
        pieces.append(.literal(text))
      } else if token().kind == .valueStart {
        pieces.append(try value())
      } else {
        throw failure(.unfinishedValue, at: here)
      }
    }
    if !isAtEnd { advance() }
    return try make(.text(pieces), from: start)
  }

  /// `{value:format}`.
  private mutating func value() throws -> TextPiece {
    try bracketed { run in
      let opening = run.advance()
      if run.token().kind == .valueEnd {
        throw run.failure(.emptyValue, at: run.span(of: opening).joined(with: run.here))
      }
      let value = try run.expression()
      var format: TextFormat?
      if case .valueFormat(let text) = run.token().kind {
        format = TextFormat(parsing: text)
        if format == nil { throw run.failure(.unknownFormat, at: run.here, ["format": .text(text)]) }
        run.advance()
      }
      guard run.token().kind == .valueEnd else {
        if run.isAtEnd { throw run.missing(.unfinishedValue) }
        if let habit = run.habitHere() { throw habit }
        if run.canBeginOperand { throw run.valuesSideBySide() }
        throw run.failure(.unfinishedValue, at: run.span(of: opening))
      }
      run.advance()
      return .value(value, format: format)
    }
  }
}

extension TextFormat {
  /// `[<>^][+][0][width][.digits][f e g % d]`; nil if it is anything else.
  init?(parsing text: String) {
    var rest = Substring(text)
    while rest.last == " " { rest.removeLast() }
    while rest.first == " " { rest.removeFirst() }
    func takes(_ characters: [Character]) -> Character? {
      guard let first = rest.first, characters.contains(first) else { return nil }
      rest.removeFirst()
      return first
    }
    func digits() -> Int? {
      let found = rest.prefix { ("0"..."9").contains($0) }
      rest.removeFirst(found.count)
      return found.isEmpty ? nil : Int(found)
    }
    guard !rest.isEmpty else { return nil }
    let alignment = takes(["<", ">", "^"])
    let showsPlus = takes(["+"]) != nil
    let padsWithZeros = takes(["0"]) != nil
    let width = digits() ?? 0
    var precision: Int?
    if takes(["."]) != nil {
      guard let count = digits() else { return nil }
      precision = count
    }
    let style = takes(["f", "e", "g", "%", "d"]).flatMap(Style.init(rawValue:))
    guard rest.isEmpty, width <= 200, precision ?? 0 <= 50 else { return nil }
    self.init(
      width: width, precision: precision, style: style, showsPlus: showsPlus, padsWithZeros: padsWithZeros,
      alignment: alignment)
  }
}
