// A table in characters: columns under their titles, a rule between.
import Diagnostics

struct TerminalTable {
  private let table: Table
  private let style: TerminalStyle

  /// Longer tables lose their middle.
  private static let mostRows = 1000
  private static let shownRows = 500
  private static let gap = 2
  /// Texts are shortened down to this.
  private static let narrowest = 8

  init(_ table: Table, _ style: TerminalStyle) {
    self.table = table
    self.style = style
  }

  /// A column as it will be written.
  private struct Strip {
    var title: String
    var isNumeric: Bool
    var cells: [String]
    var width: Int
    /// The least it can be shortened to.
    var least: Int
  }

  var grid: TerminalGrid {
    let (strips, leftOut) = fitting(strips)
    let tableWidth = strips.reduce(-Self.gap) { $0 + $1.width + Self.gap }
    let count = strips.first?.cells.count ?? 0
    var grid = TerminalGrid(style, columns: style.columns, rows: 0)
    if let title = table.title, !title.isEmpty {
      line(TerminalText.fitted(title, style.columns, style), isBold: true, in: &grid)
    }
    guard tableWidth > 0 else { return grid }
    if strips.contains(where: { !$0.title.isEmpty }) {
      row(strips.map(\.title), strips, isBold: true, in: &grid)
      rule(tableWidth, in: &grid)
    }
    for index in 0..<count {
      if table.hasTotal && index == count - 1 && count > 1 { rule(tableWidth, in: &grid) }
      row(strips.map { $0.cells[index] }, strips, isBold: false, in: &grid)
    }
    if !leftOut.isEmpty {
      let names = leftOut.map { $0.isEmpty ? "?" : $0 }.joined(separator: ", ")
      line(
        TerminalText.fitted("(+ \(names))", style.columns, style), ink: TerminalColour.of(.muted), in: &grid)
    }
    return grid
  }

  /// The columns as texts, all of the same length.
  private var strips: [Strip] {
    let count = table.columns.reduce(0) { max($0, $1.cells.count) }
    let isLong = count > Self.mostRows
    // Only what may be seen is looked at: a table can be far longer than a screen.
    let head = isLong ? Self.shownRows : count
    let tail = isLong ? Self.shownRows / 5 : 0
    return table.columns.prefix(200).map { column in
      func cell(_ index: Int) -> String {
        index < column.cells.count ? TerminalText.shown(column.cells[index], style) : ""
      }
      var cells = (0..<head).map(cell)
      if isLong { cells += [style.signs == .plain ? "..." : "⋮"] + ((count - tail)..<count).map(cell) }
      let title = TerminalText.shown(column.title, style)
      let width = cells.reduce(Visible.width(title)) { max($0, Visible.width($1)) }
      let cellWidth = cells.reduce(1) { max($0, Visible.width($1)) }
      // Numbers are never cut: a part of a number is another number.
      let least = column.isNumeric ? cellWidth : min(width, Self.narrowest)
      return Strip(title: title, isNumeric: column.isNumeric, cells: cells, width: width, least: least)
    }
  }

  /// The columns that have room, shortened where need be, and the titles of those that have none.
  private func fitting(_ strips: [Strip]) -> (strips: [Strip], leftOut: [String]) {
    var strips = strips
    var leftOut: [String] = table.columns.dropFirst(strips.count).map(\.title)
    while strips.count > 1, total(strips.map(\.least)) > style.columns {
      // The first column says what a row is about.
      leftOut.insert(strips.removeLast().title, at: 0)
    }
    while total(strips.map(\.width)) > style.columns {
      let widest = strips.indices.filter { strips[$0].width > strips[$0].least }
        .max { strips[$0].width < strips[$1].width }
      guard let widest else { break }
      strips[widest].width -= 1
    }
    if strips.count == 1 { strips[0].width = min(strips[0].width, style.columns) }
    return (strips, leftOut)
  }

  private func total(_ widths: [Int]) -> Int { widths.reduce(-Self.gap) { $0 + $1 + Self.gap } }

  private func row(_ texts: [String], _ strips: [Strip], isBold: Bool, in grid: inout TerminalGrid) {
    grid.addRows(1)
    var column = 0
    for (text, strip) in zip(texts, strips) {
      let fitted = TerminalText.fitted(text, strip.width, style)
      let lead = strip.isNumeric ? strip.width - Visible.width(fitted) : 0
      grid.write(fitted, column: column + lead, row: grid.rows - 1, isBold: isBold)
      column += strip.width + Self.gap
    }
  }

  private func rule(_ width: Int, in grid: inout TerminalGrid) {
    let sign = style.signs == .plain ? "-" : "─"
    line(String(repeating: sign, count: min(width, style.columns)), ink: TerminalColour.of(.axis), in: &grid)
  }

  private func line(
    _ text: String, ink: TerminalColour? = nil, isBold: Bool = false, in grid: inout TerminalGrid
  ) {
    grid.addRows(1)
    grid.write(text, column: 0, row: grid.rows - 1, ink: ink, isBold: isBold)
  }
}
