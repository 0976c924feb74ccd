// The lines of a program: statements, blocks, and the comments before and behind them.

extension FormatterLayout {
  /// The whole program.
  mutating func program() -> String {
    let end = words.count - 1
    statements(0..<end, indent: 0)
    writeComments(before: end, indent: 0, isFirst: end == 0)
    return lines.finished()
  }

  /// Statements, one a line.
  private mutating func statements(_ range: Range<Int>, indent: Int) {
    var start = range.lowerBound
    while start < range.upperBound {
      var next = after(start)
      while next < range.upperBound, !words[next].beginsStatement { next = after(next) }
      // The steps of a derivation go in a little, so that their terms stand below each other.
      let isFurtherStep = words[start].beginsStep && start > range.lowerBound
      let indent = isFurtherStep ? min(indent + 2, Formatter.deeper(indent)) : indent
      beginLine(before: start, indent: indent, isFirst: start == range.lowerBound)
      expression(start..<next, base: indent, tail: 0)
      start = next
    }
  }

  /// A block, line by line. Whether it could be one line was seen to before.
  mutating func block(_ opening: Int, base: Int) {
    guard let closing = words[opening].partner else { return }
    emit(opening, base: base)
    statements(opening + 1..<closing, indent: Formatter.deeper(base))
    close(closing, opening: opening, indent: base)
  }

  /// The word behind a word, over everything that it opens.
  func after(_ index: Int) -> Int { (words[index].partner ?? index) + 1 }

  // MARK: Lines

  /// The comments before a word and a new line for it.
  mutating func beginLine(before index: Int, indent: Int, isFirst: Bool) {
    let wroteLines = writeComments(before: index, indent: indent, isFirst: isFirst)
    let afterBlankLine = words[index].followsBlankLine && (wroteLines || !isFirst)
    lines.beginLine(indent: indent, afterBlankLine: afterBlankLine)
    reached = index
  }

  /// The comments before a word; true if any of them stands on a line of its own. At the beginning of a block there
  /// is no blank line.
  @discardableResult
  mutating func writeComments(before index: Int, indent: Int, isFirst: Bool) -> Bool {
    var isFirst = isFirst
    var wroteLines = false
    for comment in source.comments[words[index].comments] {
      let text = source.text(of: comment)
      if comment.isTrailing, lines.takesComment {
        lines.trail(text)
      } else if comment.continuesTrailing, lines.endsInComment, comment.column != indent {
        lines.continueTrail(text)
      } else {
        lines.addComment(text, indent: indent, afterBlankLine: comment.followsBlankLine && !isFirst)
        wroteLines = true
        isFirst = false
      }
    }
    return wroteLines
  }

  /// A closing word: on the line of its opening if nothing is inside, else on a line of its own.
  mutating func close(_ closing: Int, opening: Int, indent: Int) {
    if closing == opening + 1, words[closing].comments.isEmpty {
      emit(closing, base: indent)
      return
    }
    writeComments(before: closing, indent: Formatter.deeper(indent), isFirst: closing == opening + 1)
    lines.beginLine(indent: indent, afterBlankLine: false)
    reached = closing
    emit(closing, base: indent)
  }

  /// A word, on the present line unless there are comments before it.
  mutating func emit(_ index: Int, base: Int) {
    let word = words[index]
    if !word.comments.isEmpty, reached != index {
      let staysOut = word.opensBlock || word.kind == .word(.else)
      beginLine(before: index, indent: staysOut ? base : Formatter.deeper(base), isFirst: true)
    } else if !lines.isFresh {
      lines.addBlanks(source.gap(before: index))
    }
    lines.add(source.text(word.bytes), width: word.width)
  }

  /// Words on one line.
  mutating func line(_ range: Range<Int>, base: Int) {
    for index in range { emit(index, base: base) }
  }
}
