// A table as books have them: rules at the top, under the header and at the bottom, none between.

extension Table {
  /// More rows than this are not drawn; a row of dots stands for those left out.
  static let mostRows = 400

  func placed(_ size: SheetSize, on sheet: any Sheet) -> Scene {
    let columns = Array(columns.prefix(64))
    let count = columns.reduce(0) { max($0, $1.cells.count) }
    let measure = Page(sheet: sheet, width: 640, height: 400)
    let isGrid = measure.cell != nil
    let between = measure.gap * (isGrid ? 2 : 3.2)
    let texts = columns.map { column in Table.shown(column, of: count) }
    var widths = zip(columns, texts).map { column, cells in
      let header = measure.width(of: Page.oneLine(column.title), isBold: true)
      return cells.reduce(header) { max($0, measure.width(of: $1)) }
    }
    let inset = measure.margin + (isGrid ? 0 : measure.gap)
    let natural = widths.reduce(0, +) + between * Double(max(0, columns.count - 1)) + 2 * inset
    let titleWidth = title.map { measure.width(of: Page.oneLine($0), size: measure.text * 1.15, isBold: true) } ?? 0
    let widest = isGrid ? 80 * measure.gap : 900
    let width = size.width(or: min(max(natural, titleWidth + 2 * measure.margin), widest))
    shrink(&widths, to: width - 2 * inset - between * Double(max(0, columns.count - 1)), least: measure.gap * 4)
    var page = Page(sheet: sheet, width: width, height: 8192 * (isGrid ? 4 : 1))
    let high = isGrid ? page.line : (measure.text * 1.6).rounded()
    let top = page.margin + page.writeTitle(title, x: page.margin, width: width - 2 * page.margin)
    let used = widths.reduce(0, +) + between * Double(max(0, columns.count - 1))
    let right = min(width - page.margin, inset + used + (isGrid ? 0 : page.gap))
    var y = top
    func rule(_ width: Double) {
      let place = isGrid ? y + page.line / 2 : y
      let half = page.cell.map { $0.width / 2 } ?? 0
      page.stroke(
        [Spot(page.margin + half, place), Spot(max(page.margin + half, right - half), place)], ink: .text, width: width)
      if isGrid { y += page.line }
    }
    if !isGrid { rule(1.4) }
    drawRow(columns.map { Page.oneLine($0.title) }, widths, on: &page, x: inset, y: y + high / 2, between, isBold: true)
    y += high
    rule(0.8)
    let rows = texts.reduce(0) { max($0, $1.count) }
    for row in 0..<rows {
      if hasTotal, row == rows - 1, row > 0 { rule(0.8) }
      drawRow(
        texts.map { row < $0.count ? $0[row] : "" }, widths, on: &page, x: inset, y: y + high / 2, between,
        isBold: hasTotal && row == rows - 1)
      y += high
    }
    if !isGrid { rule(1.4) }
    let height = size.height.map { max($0, y + page.margin) } ?? y + page.margin
    return Scene(width: width, height: height, items: page.items)
  }

  /// The cells that are drawn, each in one line.
  private static func shown(_ column: Column, of count: Int) -> [String] {
    let cells = column.cells.count <= mostRows ? column.cells[...] : column.cells.prefix(mostRows - 20)
    var texts = cells.map(Page.oneLine)
    if count > mostRows, column.cells.count > mostRows {
      texts.append("⋮")
      texts += column.cells.suffix(20).map(Page.oneLine)
    }
    return texts
  }

  private func drawRow(
    _ texts: [String], _ widths: [Double], on page: inout Page, x: Double, y: Double, _ between: Double, isBold: Bool
  ) {
    var left = x
    for (index, text) in texts.enumerated() where index < widths.count {
      let fitted = page.fitted(text, width: widths[index], isBold: isBold)
      let isNumber = columns[index].isNumeric
      page.write(
        fitted, x: isNumber ? left + widths[index] : left, y: y, anchor: isNumber ? .end : .start, isBold: isBold)
      left += widths[index] + between
    }
  }

  /// Takes from the widest columns until all fit.
  private func shrink(_ widths: inout [Double], to room: Double, least: Double) {
    var excess = widths.reduce(0, +) - room
    for _ in 0..<200 where excess > 0.5 {
      guard let widest = widths.max(), widest > least else { break }
      let second = max(least, widths.filter { $0 < widest }.max() ?? least)
      let wide = widths.indices.filter { widths[$0] == widest }
      let cut = min(widest - second, excess / Double(wide.count))
      guard cut > 0 else { break }
      for index in wide { widths[index] -= cut }
      excess -= cut * Double(wide.count)
    }
    // Not even so: the columns at the right are left out.
    while widths.count > 1, widths.reduce(0, +) > room + 0.5 {
      widths.removeLast()
    }
    if widths.count == 1 { widths[0] = min(widths[0], max(least, room)) }
  }
}
