// Where a blank stands between two words of a line.

extension FormatterWord {
  func isSign(_ sign: Sign) -> Bool { kind == .sign(sign) }

  var isWord: Bool { if case .word = kind { true } else { false } }

  /// It opens a bracket or a norm: what stands inside can be broken into lines.
  var opensBracket: Bool { partner != nil && !isSign(.openBrace) }

  var opensBlock: Bool { partner != nil && isSign(.openBrace) }
}

extension FormatterWords {
  /// How many columns stand before a word that is on one line with the word before it: a blank or none, or two where a
  /// `;` has to be written.
  func gap(before index: Int) -> Int {
    guard index > 0 else { return 0 }
    let (previous, word) = (words[index - 1], words[index])
    if word.beginsStatement { return previous.opensBlock ? 1 : 2 }
    return isApart(previous, word, index) ? 1 : 0
  }

  private func isApart(_ previous: FormatterWord, _ word: FormatterWord, _ index: Int) -> Bool {
    // Two things that would be read as one.
    if previous.kind.isPower, word.kind.isPower { return true }
    let beginsWithPoint = word.kind.isNumber && source.bytes[word.bytes.lowerBound] == UInt8(ascii: ".")
    if beginsWithPoint, previous.isSign(.twoDots) || previous.isSign(.norm) { return true }
    if previous.isSign(.norm), word.isSign(.norm) { return true }

    if previous.isPrefix { return false }
    switch word.kind {
    case .sign(.comma), .sign(.closeParen), .sign(.closeBracket), .sign(.semicolon): return false
    case .sign(.norm) where word.isClosing: return false
    case .sign(.dot), .sign(.caret), .power, .raisedT: return false
    case .sign(.twoDots), .sign(.colon): return previous.isSign(.comma) || previous.isContextual
    case .sign(.closeBrace): return !previous.opensBlock
    case .sign(.openParen) where previous.kind == .word(.print) && !previous.endsValue:
      return !printsAll(from: index)
    // `plot(x) + 1` plots x, `plot (x) + 1` plots the sum.
    case .sign(.openParen) where previous.kind == .word(.plot) && !previous.endsValue: return !word.touchesPrevious
    case .sign(.openParen) where previous.endsValue, .sign(.openBracket) where previous.endsValue: return false
    default: break
    }
    switch previous.kind {
    case .sign(.openParen), .sign(.openBracket), .sign(.dot), .sign(.caret): return false
    case .sign(.twoDots): return word.isContextual
    default: return true
    }
  }

  /// The parentheses that begin here hold all that is printed.
  private func printsAll(from opening: Int) -> Bool {
    guard let partner = words[opening].partner, partner + 1 < words.count else { return false }
    let next = words[partner + 1]
    return next.beginsStatement || next.isSign(.closeBrace) || next.isSign(.semicolon) || next.kind == .end
  }
}

extension Token.Kind {
  fileprivate var isNumber: Bool { if case .number = self { true } else { false } }
  fileprivate var isPower: Bool { if case .power = self { true } else { false } }
}
