// Lines of a source with places underlined and words at them.

/// The lines of one source that a diagnostic speaks of.
struct SourceBlock {
  /// A stretch of a line that is underlined.
  private struct Mark: Equatable {
    var columns: Range<Int>
    let text: String
    let isMain: Bool
  }

  /// The line of the place itself, or the first with a mark, counted from 0.
  private(set) var place = 0
  private var hasPlace = false
  private var marks: [Int: [Mark]] = [:]
  private let source: Source
  private let drawing: Drawing
  private let columns: Int
  private let mainPaint: Paint

  init(_ source: Source, isUnicode: Bool, columns: Int, severity: DiagnosticRow.Severity) {
    self.source = source
    self.columns = columns
    drawing = isUnicode ? .unicode : .ascii
    mainPaint = severity == .error ? .error : .warning
  }

  /// Underlines a place. Of one over many lines the first and the last are shown.
  mutating func mark(_ span: Span, _ text: String, isMain: Bool) {
    let end = source.bytes.count
    var lower = min(max(0, Int(span.lower)), end)
    var upper = min(max(lower, Int(span.upper)), end)
    if lower == upper {
      lower = lastWritten(before: lower)
      upper = lower
    }
    let first = source.line(at: lower)
    let last = source.line(at: max(lower, upper - 1))
    if !hasPlace || isMain { (place, hasPlace) = (first, true) }
    for line in last - first < 3 ? Array(first...last) : [first, last] {
      let cells = SourceLine(source, line, drawing)
      let from = line == first ? lower : min(cells.indentation, upper)
      let to = line == last ? upper : source.range(ofLine: line).upperBound
      let mark = Mark(columns: cells.columns(from, to), text: line == last ? text : "", isMain: isMain)
      // Both sides of `A @ A` were made in one place.
      if !marks[line, default: []].contains(mark) { marks[line, default: []].append(mark) }
    }
  }

  /// An end of the text that lies on an empty line is shown at the end of the last line with something on it.
  private func lastWritten(before offset: Int) -> Int {
    var line = source.line(at: offset)
    guard offset == source.bytes.count, source.range(ofLine: line).isEmpty else { return offset }
    while line > 0 && source.range(ofLine: line).isEmpty { line -= 1 }
    return source.range(ofLine: line).upperBound
  }

  /// The lines as drawn.
  func lines(coloured: Bool) -> [String] {
    let numbers = marks.keys.sorted()
    let digits = String((numbers.last ?? 0) + 1).count
    let room = max(8, columns - digits - 5)
    var result: [String] = []
    var previous: Int?
    for number in numbers {
      if let previous, number > previous + 1 {
        result.append(Paint.plain.apply("  " + String(repeating: " ", count: digits) + " \(drawing.gap)", coloured))
      }
      previous = number
      let label = String(number + 1)
      let empty = "  " + String(repeating: " ", count: digits) + " \(drawing.rule)"
      let full = "  " + String(repeating: " ", count: digits - label.count) + label + " \(drawing.rule)"
      for (index, row) in rows(of: number, room).enumerated() {
        let text = row.text(coloured)
        result.append(Paint.plain.apply(index == 0 ? full : empty, coloured) + (text.isEmpty ? "" : " " + text))
      }
    }
    return result
  }

  /// A line of the source and what stands below it.
  private func rows(of number: Int, _ room: Int) -> [Canvas] {
    let line = SourceLine(source, number, drawing)
    var marks = self.marks[number] ?? []
    let focus = (marks.first { $0.isMain } ?? marks.first)?.columns ?? 0..<1
    let window = line.window(around: focus, room)
    for index in marks.indices {
      let columns = marks[index].columns
      let lower = min(max(0, columns.lowerBound - window.lowerBound), room - 1)
      marks[index].columns = lower..<min(max(lower + 1, columns.upperBound - window.lowerBound), room)
    }
    marks.sort { ($0.columns.lowerBound, $1.columns.upperBound) < ($1.columns.lowerBound, $0.columns.upperBound) }
    var underline = Canvas()
    for isMain in [false, true] {
      for mark in marks where mark.isMain == isMain {
        let glyph = isMain ? drawing.mainLine : drawing.secondLine
        underline.put(String(repeating: glyph, count: mark.columns.count), at: mark.columns.lowerBound, paint(mark))
      }
    }
    return [line.drawn(window)] + labels(marks.filter { !$0.text.isEmpty }, marks, underline, room)
  }

  private func paint(_ mark: Mark) -> Paint { mark.isMain ? mainPaint : .second }

  /// The underlines and the words that go with them: the last beside its line, the others below, from right to left.
  private func labels(_ named: [Mark], _ all: [Mark], _ underline: Canvas, _ room: Int) -> [Canvas] {
    var (pending, rows) = (named, [underline])
    if let last = pending.last {
      let column = last.columns.upperBound + 1
      let isLast = all.allSatisfy { $0.columns.upperBound <= last.columns.upperBound }
      if isLast && column + min(Visible.width(last.text), 24) <= room {
        pending.removeLast()
        let lines = Wrapping.lines(of: last.text, first: room - column, rest: room - column)
        for (index, line) in lines.enumerated() {
          if index > 0 { rows.append(bars(pending, before: column)) }
          rows[index].put(line, at: column, paint(last))
        }
      }
    }
    while let mark = pending.popLast() {
      rows += hanging(mark, below: pending, room)
    }
    return rows
  }

  /// The words of a mark on lines of their own: right of a corner below it, or left of it where there is no room.
  private func hanging(_ mark: Mark, below pending: [Mark], _ room: Int) -> [Canvas] {
    let start = mark.columns.lowerBound
    let width = Visible.width(mark.text)
    let right = start + Visible.width(drawing.corner) + 1
    if right + min(width, 24) <= room {
      let shares = pending.last?.columns.lowerBound == start
      return Wrapping.lines(of: mark.text, first: room - right, rest: room - right).enumerated().map { index, line in
        var row = bars(pending, before: start)
        let joint = index > 0 ? drawing.bar : shares ? drawing.branch : drawing.corner
        if index == 0 || shares { row.put(joint, at: start, paint(mark)) }
        row.put(line, at: right, paint(mark))
        return row
      }
    }
    let left = max(0, start - 1 - min(width, 40))
    let most = max(min(20, room), start - 1 - left)
    let lines = Wrapping.lines(of: mark.text, first: most, rest: most)
    return lines.enumerated().map { index, line in
      var row = bars(pending, before: left)
      row.put(line, at: left, paint(mark))
      if index == 0 && left + Visible.width(line) < start { row.put(drawing.end, at: start, paint(mark)) }
      return row
    }
  }

  private func bars(_ pending: [Mark], before column: Int) -> Canvas {
    var row = Canvas()
    for mark in pending where mark.columns.lowerBound < column {
      row.put(drawing.bar, at: mark.columns.lowerBound, paint(mark))
    }
    return row
  }
}

/// What underlines and frames are drawn with.
struct Drawing {
  let isUnicode: Bool
  let rule, gap, mainLine, secondLine, bar, corner, branch, end, more: String

  static let unicode = Drawing(
    isUnicode: true, rule: "│", gap: "⋮", mainLine: "━", secondLine: "─", bar: "│", corner: "╰", branch: "├", end: "╯",
    more: "…")
  static let ascii = Drawing(
    isUnicode: false, rule: "|", gap: ":", mainLine: "^", secondLine: "-", bar: "|", corner: "`-", branch: "|-",
    end: "'", more: "...")
}
