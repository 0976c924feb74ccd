// From the lexer's words to the formatter's: which comments stand between them, and what of the writer's lines counts.
import Diagnostics

/// Reads the words of a program from left to right.
struct FormatterReader {
  private(set) var words: [FormatterWord] = []
  private(set) var comments: [FormatterComment] = []
  private let lexed: Lexed
  private let statementStarts: Set<Int>
  private let checkWords: CheckWordPlaces
  private let source: Source
  /// The comments to come.
  private var spans: ArraySlice<Span>
  /// Where what was read so far ends.
  private var end = 0
  /// Where each word of the lexer went.
  private var places: [Int: Int] = [:]
  /// The first comment that does not belong to a word yet.
  private var firstComment = 0
  /// A blank line was seen since the last word or comment.
  private var sawBlankLine = false
  /// A word that is no `;` stands on the present line.
  private var lineHasWord = false

  init(_ lexed: Lexed, statementStarts: Set<Int>, checkWords: CheckWordPlaces, source: Source) {
    self.lexed = lexed
    self.statementStarts = statementStarts
    self.checkWords = checkWords
    self.source = source
    spans = lexed.comments[...]
  }

  mutating func read() {
    var index = 0
    while index < lexed.tokens.count {
      let lower = Int(lexed.tokens[index].lower)
      while let span = spans.first, Int(span.lower) < lower { takeComment(span, isFirst: index == 0) }
      _ = takeGap(to: lower)
      if lexed.tokens[index].isSign(.semicolon) {
        end = lower + 1
        // It takes the documentation before it away from the next statement.
        if comments[firstComment...].contains(where: documents) { keepSemicolon() }
        index += 1
      } else {
        index = takeWord(index)
      }
    }
    for index in words.indices {
      guard let partner = words[index].partner.flatMap({ places[$0] }) else { continue }
      words[index].partner = partner
      words[partner].isClosing = true
    }
  }

  /// Takes a word, or a whole text, and gives the place behind it.
  private mutating func takeWord(_ index: Int) -> Int {
    let token = lexed.tokens[index]
    let partner = Int(lexed.partners[index])
    let last = token.kind == .textStart ? max(index, partner) : index
    // Comments before a comma stand behind it.
    let ownComments = token.isSign(.comma) ? firstComment : comments.count
    places[index] = words.count
    let bytes = Int(token.lower)..<Int(lexed.tokens[last].upper)
    words.append(
      FormatterWord(
        kind: token.kind, bytes: bytes, width: width(bytes), partner: partner < 0 || last > index ? nil : partner,
        startsLine: token.startsLine, touchesPrevious: token.touchesPrevious,
        beginsStatement: statementStarts.contains(index) || checkWords.steps.contains(index),
        followsBlankLine: sawBlankLine, comments: firstComment..<ownComments,
        isContextual: checkWords.grammar.contains(index), beginsClause: checkWords.clauses.contains(index),
        beginsStep: checkWords.steps.contains(index)))
    (firstComment, sawBlankLine, lineHasWord, end) = (ownComments, false, true, bytes.upperBound)
    // The comments inside a text are part of the text.
    while let span = spans.first, Int(span.lower) < end { spans.removeFirst() }
    return last + 1
  }

  private mutating func takeComment(_ span: Span, isFirst: Bool) {
    spans.removeFirst()
    let bytes = Int(span.lower)..<Int(span.upper)
    let lineEnds = takeGap(to: bytes.lowerBound)
    let isTrailing = lineEnds == 0 && !isFirst
    // After nothing but `;` this does not document anything. On a line of its own it would.
    if isTrailing, !lineHasWord, beginsLikeDocumentation(bytes) { keepSemicolon() }
    let column = column(of: bytes.lowerBound)
    var continuesTrailing = false
    if !isTrailing, lineEnds == 1, let last = comments[firstComment...].last {
      continuesTrailing = (last.isTrailing || last.continuesTrailing) && last.column == column
    }
    comments.append(
      FormatterComment(
        bytes: bytes, isTrailing: isTrailing, continuesTrailing: continuesTrailing, column: column,
        followsBlankLine: sawBlankLine))
    (sawBlankLine, end) = (false, bytes.upperBound)
  }

  /// Looks at what lies before the next thing; gives how many lines end there.
  private mutating func takeGap(to place: Int) -> Int {
    var lineEnds = 0
    var previous: UInt8 = 0
    for byte in source.bytes[end..<place] {
      if byte == 13 || byte == 10 && previous != 13 { lineEnds += 1 }
      previous = byte
    }
    if lineEnds > 0 { lineHasWord = false }
    if lineEnds > 1 { sawBlankLine = true }
    return lineEnds
  }

  /// Keeps the last `;` as a statement of its own, where leaving it out would change what documents what.
  private mutating func keepSemicolon() {
    var lower = end - 1
    while lower > 0, source.bytes[lower] != UInt8(ascii: ";") { lower -= 1 }
    words.append(
      FormatterWord(
        kind: .sign(.semicolon), bytes: lower..<lower + 1, width: 1, partner: nil, startsLine: true,
        touchesPrevious: false, beginsStatement: true, followsBlankLine: sawBlankLine,
        comments: firstComment..<comments.count))
    (firstComment, sawBlankLine) = (comments.count, false)
  }

  private func documents(_ comment: FormatterComment) -> Bool {
    !comment.isTrailing && beginsLikeDocumentation(comment.bytes)
  }

  private func beginsLikeDocumentation(_ bytes: Range<Int>) -> Bool { source.bytes[bytes].starts(with: [35, 35]) }

  // MARK: Columns

  private func column(of place: Int) -> Int {
    var start = place
    while start > 0, source.bytes[start - 1] != 10, source.bytes[start - 1] != 13 { start -= 1 }
    return width(start..<place)
  }

  /// How many columns a stretch takes; if it has several lines, the widest of them.
  private func width(_ bytes: Range<Int>) -> Int {
    var (widest, width) = (0, 0)
    for byte in source.bytes[bytes] {
      guard byte < 0x80 else { return widthOfLetters(bytes) }
      width = byte == 10 ? 0 : width + 1
      widest = max(widest, width)
    }
    return widest
  }

  private func widthOfLetters(_ bytes: Range<Int>) -> Int {
    source.text(bytes.lowerBound, bytes.upperBound).split(separator: "\n").map { Visible.width(String($0)) }.max() ?? 0
  }
}
