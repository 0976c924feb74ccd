// Names that receive values, and shapes that values are held to.
import Diagnostics

extension ParseRun {
  /// A name that the program gives.
  mutating func newName() throws -> Name {
    let place = here
    switch token().kind {
    case .name(let text):
      if let habit = habitOfName(text) { throw habit }
      advance()
      return Name(text, place)
    case .word(let word) where !isNewLine: throw failure(.reservedWord, at: place, ["word": .text(word.rawValue)])
    default: throw missing(.missingName)
    }
  }

  /// `x`, `_`, `(a, b)`, `(mu: m, logvar: v)`.
  mutating func pattern() throws -> Pattern {
    guard at(.openParen) else {
      if token().isName("_") { return .nothing(span(of: advance())) }
      return .name(try newName())
    }
    return try nested { run in
      try run.bracketed { run in
        let start = run.position
        let opening = run.advance()
        var parts: [(label: Name?, pattern: Pattern)] = []
        while !run.at(.closeParen), !run.isAtEnd {
          let label = run.token(1).isSign(.colon) ? try run.memberName() : nil
          if label != nil { run.advance() }
          parts.append((label, try run.pattern()))
          guard run.take(.comma) else { break }
        }
        try run.expectClosing(.closeParen, of: opening)
        return .tuple(parts, run.span(from: start))
      }
    }
  }

  /// `[n, 784]`, `[..., n]`, `[]`.
  mutating func shape() throws -> ShapeAnnotation {
    let start = position
    guard at(.openBracket) else { throw missing(.missingShape) }
    return try bracketed { run in
      let opening = run.advance()
      var sizes: [ShapeAnnotation.Size] = []
      var rest: Int?
      while !run.at(.closeBracket), !run.isAtEnd {
        if run.at(.threeDots) {
          guard rest == nil else { throw run.failure(.dotsTwice, at: run.here) }
          rest = sizes.count
          run.advance()
        } else {
          sizes.append(try run.size(Precedence.sum))
        }
        guard run.take(.comma) else { break }
      }
      try run.expectClosing(.closeBracket, of: opening)
      return ShapeAnnotation(sizes: sizes, restPosition: rest, span: run.span(from: start))
    }
  }

  /// A size: `3`, `n`, `_`, `2 * n + 1`.
  private mutating func size(_ level: Int) throws -> ShapeAnnotation.Size {
    try nested { run in
      let start = run.position
      var left = try run.simpleSize()
      var length = 0
      while let row = Precedence.infix(run.token().kind), row.left >= level, case .binary(let symbol) = row.shape,
        [.add, .subtract, .multiply, .divide, .mod, .power].contains(symbol)
      {
        length += 1
        guard length < Self.deepestNesting else {
          throw run.failure(.nestedTooDeeply, at: run.here, ["limit": "\(Self.deepestNesting)"])
        }
        run.advance()
        left = .arithmetic(symbol, left, try run.size(row.right), run.span(from: start))
      }
      return left
    }
  }

  private mutating func simpleSize() throws -> ShapeAnnotation.Size {
    let place = here
    switch token().kind {
    case .number(let value):
      guard let size = Int(exactly: value) else {
        throw failure(.sizeNotWhole, at: place, ["size": .text(text(of: token()))])
      }
      advance()
      return .number(size, place)
    case .name("_"):
      advance()
      return .any(place)
    case .name(let text):
      advance()
      return .name(Name(text, place))
    case .sign(.openParen):
      return try bracketed { run in
        let opening = run.advance()
        let size = try run.size(Precedence.sum)
        try run.expectClosing(.closeParen, of: opening)
        return size
      }
    default: throw missing(.missingSize)
    }
  }
}
