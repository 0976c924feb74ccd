// The one layout of a program: `Formatter().format(text)`. The rules are in docs/formatting.md.
import Diagnostics

/// Lays programs out: same words, same comments, same meaning.
package struct Formatter: Sendable {
  /// What came out.
  package struct Result: Sendable {
    /// The program in its layout, ending in a line feed; the text as it was if it is no program.
    package let text: String
    /// Why it is no program, as the parser says it.
    package let diagnostics: [Diagnostic]
    /// The layout would have said something else than the text, so the text stayed as it was. A mistake of the
    /// formatter, never of the text.
    package let isRefused: Bool
  }

  /// One level further in. Beyond 20 levels lines go no further: nobody could read them, and each would be longer.
  static func deeper(_ indent: Int) -> Int { min(indent + 4, 80) }

  /// How many columns of code a line should have at most; comments and texts may go beyond.
  private let columns: Int

  package init(columns: Int = 100) { self.columns = max(1, columns) }

  /// Lays a text out. `number` is the number of the source in the places of the diagnostics.
  package func format(_ text: String, number: Int32 = 0) -> Result {
    let source = Source(name: "", text: text)
    guard let before = Reading(source, number: number) else {
      let diagnostics = Parser().parse(source, number: number, firstID: 0).diagnostics
      return Result(text: text, diagnostics: diagnostics, isRefused: false)
    }
    let words = FormatterWords(
      before.lexed, statementStarts: before.statementStarts, checkWords: before.checkWords, source: source)
    var layout = FormatterLayout(words, columns: columns)
    let result = layout.program()
    let after = Reading(Source(name: "", text: result), number: number)
    guard let after, after.says(sameAs: before) else {
      return Result(text: text, diagnostics: [], isRefused: true)
    }
    return Result(text: result, diagnostics: [], isRefused: false)
  }
}

/// A program without mistakes, as words and the places of its statements.
private struct Reading {
  let source: Source
  let lexed: Lexed
  let statementStarts: [Int]
  let checkWords: CheckWordPlaces

  /// Nil if the text is no program.
  init?(_ source: Source, number: Int32) {
    self.source = source
    lexed = Lexer.lex(source, number: number)
    // A text too long for the lexer reads as nothing.
    guard lexed.diagnostics.isEmpty, !lexed.isTooDeep, source.bytes.count < Int(Int32.max) else { return nil }
    var run = ParseRun(lexed, source: source, number: number, firstID: 0)
    _ = run.statements(until: .end)
    guard run.diagnostics.isEmpty else { return nil }
    statementStarts = run.statementStarts.sorted()
    checkWords = run.checkWords
  }

  /// Whether the words, the statements they make, what documents these, and the comments are those of another text.
  func says(sameAs other: Reading) -> Bool {
    let (mine, theirs) = (meaning, other.meaning)
    guard mine.count == theirs.count, lexed.comments.count == other.lexed.comments.count else { return false }
    for (one, two) in zip(mine, theirs) {
      guard one.beginsStatement == two.beginsStatement, one.documentation == two.documentation,
        one.isCallOfPlot == two.isCallOfPlot, bytes(one.token).elementsEqual(other.bytes(two.token))
      else { return false }
    }
    return zip(lexed.comments, other.lexed.comments).allSatisfy { comment($0).elementsEqual(other.comment($1)) }
  }

  private struct Meaning {
    let token: Token
    let beginsStatement: Bool
    let documentation: String?
    /// The one place where a blank decides: `plot(x) + 1` and `plot (x) + 1`.
    let isCallOfPlot: Bool
    var beginsPlot: Bool { beginsStatement && token.isWord(.plot) }
  }

  /// The words but `;`, which is only another end of a line.
  private var meaning: [Meaning] {
    var starts = statementStarts[...]
    var list: [Meaning] = []
    list.reserveCapacity(lexed.tokens.count)
    for (index, token) in lexed.tokens.enumerated() {
      while let first = starts.first, first < index { starts.removeFirst() }
      let beginsStatement = starts.first == index
      if token.isSign(.semicolon) || token.kind == .end { continue }
      list.append(
        Meaning(
          token: token, beginsStatement: beginsStatement,
          documentation: beginsStatement ? lexed.documentation[index] : nil,
          isCallOfPlot: !beginsStatement && token.touchesPrevious && token.isSign(.openParen)
            && list.last?.beginsPlot == true))
    }
    return list
  }

  private func bytes(_ token: Token) -> ArraySlice<UInt8> { source.bytes[Int(token.lower)..<Int(token.upper)] }

  private func comment(_ span: Span) -> ArraySlice<UInt8> {
    FormatterWords.withoutBlanksAtEnd(source.bytes[Int(span.lower)..<Int(span.upper)])
  }
}
