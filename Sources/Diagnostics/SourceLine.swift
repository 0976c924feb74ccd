// One line of a source, column by column as a terminal shows it.

/// A line as a row of characters with their columns.
struct SourceLine {
  private struct Cell {
    /// The character's first byte in the source.
    let offset: Int
    /// Where it is shown.
    let column: Int
    let width: Int
    let text: String
  }
  /// How far apart tabulator stops are.
  private static let tab = 4
  /// More marks on one letter than any script stacks.
  private static let scalarLimit = 8

  /// The offset of the first character that is not blank; the line's end where all are.
  let indentation: Int
  private let cells: [Cell]
  private let end: Int
  private let width: Int
  private let drawing: Drawing

  init(_ source: Source, _ number: Int, _ drawing: Drawing) {
    let range = source.range(ofLine: number)
    var cells: [Cell] = []
    var (offset, column) = (range.lowerBound, 0)
    var indentation: Int?
    for character in source.text(range.lowerBound, range.upperBound) {
      let (text, width) = SourceLine.look(of: character, at: column, drawing)
      if indentation == nil && character != " " && character != "\t" { indentation = offset }
      cells.append(Cell(offset: offset, column: column, width: width, text: text))
      offset += character.utf8.count
      column += width
    }
    self.cells = cells
    self.indentation = indentation ?? range.upperBound
    self.drawing = drawing
    end = range.upperBound
    width = column
  }

  /// What to show for a character, and how wide it is; every character takes at least one column.
  private static func look(of character: Character, at column: Int, _ drawing: Drawing) -> (String, Int) {
    if character == "\t" {
      let width = tab - column % tab
      return (String(repeating: " ", count: width), width)
    }
    if character.utf8.count == 1 {
      let text = Visible.text(String(character), ascii: !drawing.isUnicode)
      return (text, 1)
    }
    let scalars = String(String.UnicodeScalarView(character.unicodeScalars.prefix(scalarLimit)))
    let text = Visible.text(scalars, ascii: !drawing.isUnicode)
    let width = Visible.width(text)
    if width > 0 { return (text, width) }
    let isMark = character.unicodeScalars.first.map { $0.properties.generalCategory == .nonspacingMark } ?? false
    return drawing.isUnicode ? (isMark ? "\u{25cc}" + text : "\u{fffd}", 1) : ("?", 1)
  }

  /// The columns of a stretch, at least one; past the end there is one column more.
  func columns(_ lower: Int, _ upper: Int) -> Range<Int> {
    let first = lower >= end ? width : cells[safe: cell(at: lower)]?.column ?? 0
    guard upper > lower, let last = cells[safe: cell(at: min(upper, end) - 1)] else { return first..<(first + 1) }
    return first..<max(first + 1, last.column + last.width)
  }

  /// The cell that holds an offset.
  private func cell(at offset: Int) -> Int {
    var (low, high) = (0, cells.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if cells[middle].offset <= offset { low = middle } else { high = middle }
    }
    return low
  }

  /// The part of a long line to show so that a place is in sight.
  func window(around focus: Range<Int>, _ room: Int) -> Range<Int> {
    let total = max(width, focus.upperBound)
    if total <= room { return 0..<room }
    var start = focus.upperBound <= room - drawing.more.count ? 0 : max(0, focus.lowerBound - room / 3)
    // Some columns beyond the end leave room for words beside the place.
    start = min(start, max(0, total + 28 - room))
    return start..<(start + room)
  }

  /// The line, or a window of it with signs that there is more.
  func drawn(_ window: Range<Int>) -> Canvas {
    let more = drawing.more.count
    let lower = window.lowerBound > 0 ? window.lowerBound + more : 0
    let upper = width > window.upperBound ? window.upperBound - more : window.upperBound
    var canvas = Canvas()
    for cell in cells where cell.column >= lower && cell.column + cell.width <= upper && cell.text.first != " " {
      canvas.put(cell: cell.text, width: cell.width, at: cell.column - window.lowerBound)
    }
    if lower > 0 { canvas.put(drawing.more, at: 0, .plain) }
    if upper < window.upperBound { canvas.put(drawing.more, at: window.count - more, .plain) }
    return canvas
  }
}

/// A row of columns to write into.
struct Canvas {
  private var columns: [(text: String, paint: Paint?)] = []

  /// Writes a text, character by character.
  mutating func put(_ text: String, at column: Int, _ paint: Paint) {
    var column = max(0, column)
    for character in text {
      let width = Visible.width(of: character)
      put(cell: String(character), width: width, at: column, paint)
      column += width
    }
  }

  /// Writes what takes so many columns.
  mutating func put(cell text: String, width: Int, at column: Int, _ paint: Paint? = nil) {
    guard width > 0, column >= 0 else { return }
    while columns.count < column + width { columns.append((" ", nil)) }
    columns[column] = (text, paint)
    for rest in 0..<(width - 1) { columns[column + 1 + rest] = ("", paint) }
  }

  /// The row as text, without blanks at its end.
  func text(_ isColoured: Bool) -> String {
    var (result, run, paint) = ("", "", Paint?.none)
    let used = columns.lastIndex { $0.text != " " && $0.text != "" }.map { $0 + 1 } ?? 0
    for column in columns.prefix(used) {
      if column.paint != paint {
        result += paint?.apply(run, isColoured) ?? run
        (run, paint) = ("", column.paint)
      }
      run += column.text
    }
    return result + (paint?.apply(run, isColoured) ?? run)
  }
}

extension Array {
  /// The element at an index, if there is one.
  fileprivate subscript(safe index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
