// The lines that the formatter writes, and the columns of the comments at their ends.
import Diagnostics

/// Lines that grow at their end.
struct FormatterLines {
  private struct Line {
    var text: String
    /// How many columns the text takes.
    var column: Int
    /// The comment at its end.
    var comment: String?
    /// Nothing but a comment that stands below the one before.
    var isContinuation = false
  }
  private var lines: [Line] = []
  /// Where code would go on.
  private(set) var column = 0
  /// How far the present line goes in.
  private(set) var indent = 0
  /// Nothing stands on the present line yet.
  private(set) var isFresh = true
  /// The present line is a comment.
  private var isComment = false

  /// Between lines whose lengths differ by more, comments do not stand in one column.
  private static let widestStep = 40

  var isEmpty: Bool { lines.isEmpty }

  /// Whether a comment can stand at the end of the present line.
  var takesComment: Bool { !isFresh && !isComment && lines.last?.comment == nil }

  /// Whether the last line ends in a comment that another one can go on with.
  var endsInComment: Bool { lines.last?.comment != nil }

  mutating func beginLine(indent: Int, afterBlankLine: Bool) {
    if afterBlankLine, !lines.isEmpty { lines.append(Line(text: "", column: 0)) }
    lines.append(Line(text: String(repeating: " ", count: indent), column: indent))
    (self.indent, column, isFresh, isComment) = (indent, indent, true, false)
  }

  /// Adds to the present line; `width` is that of the text.
  mutating func add(_ text: String, width: Int) {
    if lines.isEmpty { beginLine(indent: 0, afterBlankLine: false) }
    let last = lines.count - 1
    lines[last].text += text
    if width == text.utf8.count || !text.utf8.contains(10) {
      column += width
    } else {
      column = text.split(separator: "\n", omittingEmptySubsequences: false).last.map { Visible.width(String($0)) } ?? 0
    }
    lines[last].column = column
    isFresh = false
  }

  mutating func addBlanks(_ count: Int) { if count > 0 { add(count == 1 ? " " : "; ", width: count) } }

  /// A comment on a line of its own.
  mutating func addComment(_ comment: String, indent: Int, afterBlankLine: Bool) {
    beginLine(indent: indent, afterBlankLine: afterBlankLine)
    add(comment, width: comment.utf8.count)
    isComment = true
  }

  /// A comment at the end of the present line.
  mutating func trail(_ comment: String) { lines[lines.count - 1].comment = comment }

  /// A comment on a line of its own, below the one at the end of the line before.
  mutating func continueTrail(_ comment: String) {
    lines.append(Line(text: "", column: 0, comment: comment, isContinuation: true))
  }

  /// The whole text.
  func finished() -> String {
    var result = ""
    var index = 0
    while index < lines.count {
      var end = index
      var (least, most) = (Int.max, 0)
      while end < lines.count, lines[end].comment != nil {
        if !lines[end].isContinuation {
          let (low, high) = (min(least, lines[end].column), max(most, lines[end].column))
          guard high - low <= Self.widestStep else { break }
          (least, most) = (low, high)
        }
        end += 1
      }
      if end == index {
        result += lines[index].text + "\n"
        index += 1
      }
      while index < end {
        let line = lines[index]
        result += line.text + String(repeating: " ", count: most + 2 - line.column) + (line.comment ?? "") + "\n"
        index += 1
      }
    }
    return result
  }
}
