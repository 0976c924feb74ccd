// From a figure to a scene: which layout a figure has, and how large it is.

extension Figure {
  /// The figure with a place for everything. A size that is nil follows from the content; one that is too small or too large for
  /// anybody to see is brought into reason.
  package func scene(width: Double? = nil, height: Double? = nil, on sheet: some Sheet) -> Scene {
    let size = SheetSize(width: width, height: height, cell: sheet.cell)
    return placed(size, on: sheet, depth: 0)
  }

  /// Figures in figures in figures: beyond this nobody could see them.
  static let deepest = 2

  func placed(_ size: SheetSize, on sheet: any Sheet, depth: Int) -> Scene {
    switch self {
    case .plot(let plot): PlotLayout.scene(plot, size, on: sheet)
    case .gallery(let gallery): gallery.placed(size, on: sheet)
    case .table(let table): table.placed(size, on: sheet)
    case .diagram(let diagram): diagram.placed(size, on: sheet)
    case .panels(let figures, let columns, let title):
      depth < Figure.deepest
        ? PanelsLayout(figures: figures, columns: columns, title: title).placed(size, on: sheet, depth: depth)
        : Scene(width: size.width(or: 100), height: size.height(or: 60))
    }
  }
}

/// How large a figure is asked to be.
struct SheetSize {
  let width: Double?
  let height: Double?
  let cell: Cell?

  init(width: Double?, height: Double?, cell: Cell?) {
    self.cell = cell
    let (columns, rows) = (cell?.width ?? 1, cell?.height ?? 1)
    let most = cell == nil ? 8192.0 : 1000
    self.width = width.flatMap {
      $0.isNaN ? nil : ($0 / columns).rounded(.down).clamped(cell == nil ? 80 : 12, most) * columns
    }
    self.height = height.flatMap {
      $0.isNaN ? nil : ($0 / rows).rounded(.down).clamped(cell == nil ? 60 : 4, most) * rows
    }
  }

  func width(or natural: Double) -> Double { width ?? whole(natural, cell?.width) }
  func height(or natural: Double) -> Double { height ?? whole(natural, cell?.height) }

  private func whole(_ size: Double, _ unit: Double?) -> Double {
    guard let unit else { return size.rounded(.up).clamped(20, 8192) }
    return (size / unit - 1e-9).rounded(.up).clamped(4, 4000) * unit
  }
}
