// How two languages of a lesson differ where they must not.
import Diagnostics
import Syntax

extension Lesson {
  /// What differs from another language of the same lesson, at places of this one: cells agree up to texts and comments, fences
  /// up to the hints' words, values in the text and the header up to what is translated.
  package func differences(from other: Lesson) -> [Diagnostic] {
    var problems = headerDifferences(other)
    for (own, wanted) in zip(cells, other.cells) {
      if let difference = wordDifference(own, wanted, other) ?? programDifference(own, wanted, other) {
        problems.append(difference)
      }
    }
    if cells.count != other.cells.count { problems.append(countDifference(other)) }
    problems += valueDifferences(other)
    return problems.enumerated().sorted { ($0.element.span.lower, $0.offset) < ($1.element.span.lower, $1.offset) }
      .map(\.element)
  }

  private func headerDifferences(_ other: Lesson) -> [Diagnostic] {
    LessonHeader.keys.filter { !$0.isTranslated && $0.text(header) != $0.text(other.header) }.map { key in
      let top = Span(source: sourceNumber, lower: 0, upper: 3)
      let place = headerPlaces[key.name] ?? headerPlaces["title"] ?? top
      var problem = Diagnostic(
        .languageHeaderDiffers, at: place, ["key": .text(key.name), "other": .text(other.name)])
      if let there = other.headerPlaces[key.name] { problem.labels.append(Diagnostic.Label(there, nil)) }
      return problem
    }
  }

  private func countDifference(_ other: Lesson) -> Diagnostic {
    let first = zip(cells, other.cells).first { $0.kind != $1.kind }?.0 ?? cells.last
    let top = Span(source: sourceNumber, lower: 0, upper: 3)
    return Diagnostic(
      .languageCells, at: first?.infoSpan ?? top,
      ["count": .text("\(cells.count)"), "other": .text(other.name), "wanted": .text("\(other.cells.count)")])
  }

  private func wordDifference(_ own: LessonCell, _ wanted: LessonCell, _ other: Lesson) -> Diagnostic? {
    if own.words.withoutHints == wanted.words.withoutHints, own.words.hints.count == wanted.words.hints.count {
      return nil
    }
    let text = other.source.text(Int(wanted.infoSpan.lower), Int(wanted.infoSpan.upper))
    return Diagnostic(
      .languageWordsDiffer, at: own.infoSpan,
      ["other": .text(other.name), "wanted": .text(String(LessonHeader.trimmed(text[...])))],
      labels: [Diagnostic.Label(wanted.infoSpan, nil)])
  }

  /// The first word of the programs that differs, texts aside.
  private func programDifference(_ own: LessonCell, _ wanted: LessonCell, _ other: Lesson) -> Diagnostic? {
    let mine = TokenOutline.all(in: own.program).filter { $0.kind != .textPiece }
    let theirs = TokenOutline.all(in: wanted.program).filter { $0.kind != .textPiece }
    func isSame(_ a: TokenOutline, _ b: TokenOutline) -> Bool { a.kind == b.kind && a.text == b.text }
    if mine.count == theirs.count, zip(mine, theirs).allSatisfy(isSame) { return nil }
    let place = zip(mine, theirs).prefix(while: isSame).count
    let end = own.program.utf8.count - 1
    let (lower, upper) = place < mine.count ? (mine[place].lower, mine[place].upper) : (end, end)
    let span = own.span(inFile: Span(source: 0, lower: Int32(clamping: lower), upper: Int32(clamping: upper)))
    let nothing = Phrase.words(Words(en: "nothing", es: "nada", pt: "nada"))
    return Diagnostic(
      .languageCellDiffers, at: span,
      [
        "other": .text(other.name), "found": place < mine.count ? .text(mine[place].text) : nothing,
        "wanted": place < theirs.count ? .text(theirs[place].text) : nothing,
      ])
  }

  private func valueDifferences(_ other: Lesson) -> [Diagnostic] {
    let (mine, theirs) = (values, other.values)
    let place = zip(mine, theirs).prefix { $0.words == $1.words }.count
    if place == mine.count && place == theirs.count { return [] }
    let top = Span(source: sourceNumber, lower: 0, upper: 3)
    let span = place < mine.count ? mine[place].span : mine.last?.span ?? top
    let nothing = Phrase.words(Words(en: "nothing", es: "nada", pt: "nada"))
    return [
      Diagnostic(
        .languageValuesDiffer, at: span,
        [
          "other": .text(other.name), "found": place < mine.count ? .text(mine[place].source) : nothing,
          "wanted": place < theirs.count ? .text(theirs[place].source) : nothing,
        ])
    ]
  }
}

extension CellWords {
  fileprivate var withoutHints: CellWords {
    var words = self
    words.hints = []
    return words
  }
}

extension ValueText {
  /// What it says without blanks and spelling: two values with the same words are the same.
  fileprivate var words: [String] { TokenOutline.all(in: program).map { "\($0.kind.rawValue) \($0.text)" } }
}
