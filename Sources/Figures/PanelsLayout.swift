// Figures side by side, in rows.

struct PanelsLayout {
  /// More panels than this are not drawn.
  static let most = 64
  /// And of panels in a panel, not more than this.
  static let mostInside = 16
  let figures: [Figure]
  let columns: Int
  let title: String?

  func placed(_ size: SheetSize, on sheet: any Sheet, depth: Int) -> Scene {
    let shown = Array(figures.prefix(depth == 0 ? PanelsLayout.most : PanelsLayout.mostInside))
    var columns = columns.inside(1, max(1, min(8, shown.count)))
    let cell = sheet.cell
    let width = size.width(or: cell.map { $0.width * 80 } ?? Double([0, 480, 760, 900][min(3, columns)]))
    // Too narrow to see anything: fewer beside each other.
    let least = cell.map { $0.width * 20 } ?? 130
    while columns > 1, width / Double(columns) < least { columns -= 1 }
    let rows = (shown.count + columns - 1) / columns
    var page = Page(sheet: sheet, width: width, height: 1e6)
    let titleHeight = page.writeTitle(title, x: page.margin, width: width - 2 * page.margin)
    let gap = page.columns(cell == nil ? page.gap : page.gap * 2)
    let each = page.columns((width - gap * Double(columns - 1)) / Double(columns))
    var y = titleHeight + (titleHeight > 0 ? page.margin : 0)
    let room = size.height.map { page.rows(($0 - y) / Double(max(1, rows))) }
    var items = page.items
    for row in 0..<max(0, rows) {
      let members = Array(shown[row * columns..<min(shown.count, (row + 1) * columns)])
      let natural = room ?? members.reduce(0) { max($0, height(of: $1, width: each, on: sheet, depth: depth)) }
      var highest = natural
      for (column, figure) in members.enumerated() {
        let scene = figure.placed(
          SheetSize(width: each, height: natural, cell: cell), on: sheet, depth: depth + 1)
        let x = Double(column) * (each + gap)
        items += scene.items.map { $0.moved(x, y) }
        // A table is as high as it is.
        highest = max(highest, scene.height)
      }
      y += highest
    }
    return Scene(width: width, height: max(size.height ?? 0, y, cell?.height ?? 20), items: items)
  }

  /// How high a figure should be in a panel.
  private func height(of figure: Figure, width: Double, on sheet: any Sheet, depth: Int) -> Double {
    if case .plot(let plot) = figure, !plot.isEqual || sheet.cell != nil {
      return sheet.cell.map { ((width / $0.width / 4).rounded(.up).clamped(8, 20)) * $0.height }
        ?? (width * 0.68).clamped(120, 400).rounded()
    }
    return figure.placed(SheetSize(width: width, height: nil, cell: sheet.cell), on: sheet, depth: depth + 1).height
  }
}

extension Scene.Item {
  /// The same elsewhere.
  func moved(_ dx: Double, _ dy: Double) -> Scene.Item {
    func move(_ spots: [Spot]) -> [Spot] { spots.map { Spot($0.x + dx, $0.y + dy) } }
    switch self {
    case .line(let points, let ink, let width, let dash):
      return .line(points: move(points), ink: ink, width: width, dash: dash)
    case .area(let points, let ink, let opacity): return .area(points: move(points), ink: ink, opacity: opacity)
    case .rectangle(let x, let y, let width, let height, let ink, let opacity):
      return .rectangle(x: x + dx, y: y + dy, width: width, height: height, ink: ink, opacity: opacity)
    case .dots(let points, let radius, let sign, let ink, let opacity):
      return .dots(points: move(points), radius: radius, sign: sign, ink: ink, opacity: opacity)
    case .arrow(let points, let ink, let width): return .arrow(points: move(points), ink: ink, width: width)
    case .text(let text, let x, let y, let size, let anchor, let ink, let isBold, let isUpright):
      return .text(
        text, x: x + dx, y: y + dy, size: size, anchor: anchor, ink: ink, isBold: isBold, isUpright: isUpright)
    case .image(let image, let x, let y, let width, let height):
      return .image(image, x: x + dx, y: y + dy, width: width, height: height)
    case .cells(let rows, let columns, let places, let palette, let x, let y, let width, let height):
      return .cells(
        rows: rows, columns: columns, places: places, palette: palette, x: x + dx, y: y + dy, width: width,
        height: height)
    case .clipped(let items, let x, let y, let width, let height):
      return .clipped(items.map { $0.moved(dx, dy) }, x: x + dx, y: y + dy, width: width, height: height)
    }
  }
}
