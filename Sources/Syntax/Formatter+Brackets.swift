// Brackets that are broken: all elements on one line if the writer had them so and they fit, else one a line.

extension FormatterLayout {
  /// What stands between two commas, or a clause of a comprehension.
  private struct Element {
    let words: Range<Int>
    let hasComma: Bool
  }

  /// A bracket that is not on one line.
  mutating func bracket(_ opening: Int, base: Int) {
    guard let closing = words[opening].partner else { return }
    if embraces(opening, closing, base: base) { return }
    emit(opening, base: base)
    let outer = lines.indent
    let inner = Formatter.deeper(outer)
    let list = elements(opening + 1..<closing)
    let isNumbers = list.allSatisfy(isNumber)
    let isOneLine =
      canBeOneLine(opening + 1..<closing) && inner + width(opening + 1..<closing) <= columns
      && !list.dropFirst().contains { words[$0.words.lowerBound].startsLine }
    for (number, element) in list.enumerated() {
      if number == 0 || (isNumbers ? needsNewLine(element) : !isOneLine) {
        beginLine(before: element.words.lowerBound, indent: inner, isFirst: number == 0)
      }
      expression(element.words, base: inner, tail: element.hasComma ? 1 : 0)
      if element.hasComma { emit(element.words.upperBound, base: inner) }
    }
    close(closing, opening: opening, indent: outer)
  }

  /// Brackets around one bracket, as in `f([…])`, and around one block, as in `map(x -> {…}, xs)`: the line ends inside
  /// of that, and they go without lines of their own. False if this is none of these.
  private mutating func embraces(_ opening: Int, _ closing: Int, base: Int) -> Bool {
    guard opening + 1 < closing, !words[opening + 1].startsLine, words[closing].comments.isEmpty,
      words[opening + 1].comments.isEmpty
    else { return false }
    if after(opening + 1) == closing, words[opening + 1].opensBracket, closing > opening + 3 {
      emit(opening, base: base)
      bracket(opening + 1, base: base)
      emit(closing, base: base)
      return true
    }
    guard let block = onlyBlock(opening + 1..<closing), words[block].comments.isEmpty,
      canBeOneLine(opening + 1..<block), canBeOneLine(after(block) - 1..<closing + 1),
      lines.column + 1 + width(opening..<block + 1) <= columns,
      lines.indent + width(after(block) - 1..<closing + 1) <= columns
    else { return false }
    emit(opening, base: base)
    let indent = lines.indent
    line(opening + 1..<block, base: base)
    self.block(block, base: indent)
    line(after(block)..<closing + 1, base: base)
    return true
  }

  /// The block among some words if there is one and no other.
  private func onlyBlock(_ range: Range<Int>) -> Int? {
    var found: Int?
    var index = range.lowerBound
    while index < range.upperBound {
      let next = after(index)
      if words[index].opensBlock, next > index + 2 {
        guard found == nil else { return nil }
        found = index
      }
      index = next
    }
    return found
  }

  private func elements(_ range: Range<Int>) -> [Element] {
    var list: [Element] = []
    var (start, index) = (range.lowerBound, range.lowerBound)
    while index < range.upperBound {
      if words[index].isSign(.comma) {
        list.append(Element(words: start..<index, hasComma: true))
        start = index + 1
      } else if beginsClause(index), index > start {
        list.append(Element(words: start..<index, hasComma: false))
        start = index
      }
      index = after(index)
    }
    if start < range.upperBound { list.append(Element(words: start..<range.upperBound, hasComma: false)) }
    return list
  }

  /// `for x in xs` or `if c` behind the value of a comprehension.
  private func beginsClause(_ index: Int) -> Bool {
    switch words[index].kind {
    case .word(.for), .word(.if): index > 0 && words[index - 1].endsValue && !words[index].endsValue
    default: false
    }
  }

  // MARK: Numbers

  /// A number that is written out: many of them share a line, and lines end where the writer ended them.
  private func isNumber(_ element: Element) -> Bool {
    guard let last = element.words.last, case .number = words[last].kind else { return false }
    return element.words.count == 1 || element.words.count == 2 && words[last - 1].isSign(.minus)
  }

  private func needsNewLine(_ element: Element) -> Bool {
    let first = words[element.words.lowerBound]
    let needed = 1 + width(element.words) + (element.hasComma ? 1 : 0)
    return first.startsLine || !first.comments.isEmpty || lines.column + needed > columns
  }
}
