// A figure as text for a terminal.

extension Figure {
  /// The figure in characters: lines of at most `style.columns`, without blanks at their ends and without a line end
  /// after the last.
  ///
  /// Curves and points are drawn in Braille dots, bars in blocks, images in half-blocks; in plain mode everything is
  /// ASCII. A plot has `style.rows` lines; tables, galleries and diagrams have as many as they need. Escape sequences
  /// come only from colours: control characters in titles and names are replaced.
  public func terminal(_ style: TerminalStyle) -> String {
    var style = style
    style.columns = min(max(style.columns, 1), 1000)
    style.rows = min(max(style.rows, 1), 500)
    return TerminalFigure.grid(of: self, style, depth: 0).text
  }
}

/// Figures as grids of characters, each kind in its own way.
enum TerminalFigure {
  /// Panels inside of panels are shown to this depth.
  private static let deepest = 4

  static func grid(of figure: Figure, _ style: TerminalStyle, depth: Int) -> TerminalGrid {
    switch figure {
    case .plot: return plot(figure, style)
    case .gallery(let gallery): return TerminalGallery(gallery, style).grid
    case .table(let table): return TerminalTable(table, style).grid
    case .diagram(let diagram): return TerminalDiagram(diagram, style).grid
    case .panels(let figures, let columns, let title):
      guard depth < deepest else { return TerminalGrid(style, columns: style.columns, rows: 0) }
      return panels(figures, columns, title, style, depth: depth)
    }
  }

  private static func plot(_ figure: Figure, _ style: TerminalStyle) -> TerminalGrid {
    // A sheet too small for a layout shows the corner of a larger one.
    let (columns, rows) = (max(style.columns, 12), max(style.rows, 4))
    let scene = figure.scene(
      width: Double(columns) * TerminalSheet.cellWidth, height: Double(rows) * TerminalSheet.cellHeight,
      on: TerminalSheet(style))
    var canvas = TerminalCanvas(style, columns: style.columns, rows: style.rows)
    canvas.draw(scene)
    return canvas.grid
  }

  /// Figures side by side, as many as have room.
  private static func panels(
    _ figures: [Figure], _ columns: Int, _ title: String?, _ style: TerminalStyle, depth: Int
  ) -> TerminalGrid {
    let gap = 2
    let narrowest = 24
    let fitting = max(1, (style.columns + gap) / (narrowest + gap))
    let across = min(max(columns, 1), fitting, max(figures.count, 1))
    var inner = style
    inner.columns = max(1, (style.columns - gap * (across - 1)) / across)
    // In a narrow panel a plot is not higher than it is wide.
    inner.rows = min(style.rows, max(8, inner.columns * 2 / 5))
    var grid = TerminalGrid(style, columns: style.columns, rows: 0)
    if let title = title.map({ TerminalText.fitted($0, style.columns, style) }), !title.isEmpty {
      grid.addRows(1)
      grid.write(title, column: 0, row: 0, isBold: true)
    }
    for start in stride(from: 0, to: figures.count, by: across) {
      let blocks = figures[start..<min(start + across, figures.count)].map {
        self.grid(of: $0, inner, depth: depth + 1)
      }
      let top = grid.rows + (grid.rows > 1 ? 1 : 0)
      grid.addRows(top - grid.rows + (blocks.map(\.usedRows).max() ?? 0))
      for (index, block) in blocks.enumerated() {
        grid.paste(block, column: index * (inner.columns + gap), row: top)
      }
    }
    return grid
  }
}
