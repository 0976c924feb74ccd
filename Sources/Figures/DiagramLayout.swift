// Boxes and arrows, brought to the size of the sheet.

extension Diagram {
  func placed(_ size: SheetSize, on sheet: any Sheet) -> Scene {
    let unit = (x: sheet.cell.map { $0.height } ?? sheet.textSize * 1.4, y: sheet.cell?.height ?? sheet.textSize * 1.4)
    let (across, down) = (width.clamped(1, 4000), height.clamped(1, 4000))
    let margin = sheet.cell == nil ? sheet.textSize : 0
    let wanted = size.width(or: max(across * unit.x + 2 * margin, titleWidth(sheet)))
    // Smaller where the sheet is narrow; never larger than ordinary text.
    var scale = min(1, (wanted - 2 * margin) / (across * unit.x))
    var page = Page(sheet: sheet, width: wanted, height: 1e6)
    let top = page.writeTitle(title, x: page.margin, width: wanted - 2 * page.margin) + margin
    if let asked = size.height, sheet.cell == nil {
      scale = min(scale, max(0.05, (asked - top - margin) / (down * unit.y)))
    }
    scale = max(scale, 0.02)
    let left = max(margin, (wanted - across * unit.x * scale) / 2)
    func place(_ spot: Spot) -> Spot {
      Spot(
        (left + spot.x.clamped(-100, 4100) * unit.x * scale).clamped(0, wanted),
        top + (spot.y.clamped(-100, 4100) * unit.y * scale).clamped(0, 4100 * unit.y))
    }
    // The arrows first: a box covers what ends inside it.
    for arrow in arrows.prefix(4000) {
      let points = arrow.points.prefix(200).filter { $0.x.isFinite && $0.y.isFinite }.map(place)
      guard points.count > 1 else { continue }
      page.draw(.arrow(points: points, ink: .axis, width: sheet.cell == nil ? max(0.5, 1.2 * scale) : 1))
    }
    for box in boxes.prefix(4000) where [box.x, box.y, box.width, box.height].allSatisfy(\.isFinite) {
      let (a, b) = (place(Spot(box.x, box.y)), place(Spot(box.x + box.width, box.y + box.height)))
      draw(box, Frame(x: a.x, y: a.y, width: max(0, b.x - a.x), height: max(0, b.y - a.y)), scale, on: &page)
    }
    let content = top + down * unit.y * scale + margin
    let rows = sheet.cell.map { (content / $0.height - 1e-9).rounded(.up) * $0.height } ?? content.rounded(.up)
    let height = max(size.height ?? 0, rows, page.line)
    return Scene(width: wanted, height: height, items: page.items)
  }

  private func titleWidth(_ sheet: any Sheet) -> Double {
    title.map { sheet.width(of: Page.oneLine($0), size: sheet.textSize * 1.3) + 2 * sheet.textSize } ?? 0
  }

  private func draw(_ box: Box, _ frame: Frame, _ scale: Double, on page: inout Page) {
    let isGrid = page.cell != nil
    if !isGrid {
      page.draw(
        .rectangle(
          x: frame.x, y: frame.y, width: frame.width, height: frame.height, ink: .box(box.kind), opacity: 1))
      let corners = [
        Spot(frame.x, frame.y), Spot(frame.right, frame.y), Spot(frame.right, frame.bottom),
        Spot(frame.x, frame.bottom),
        Spot(frame.x, frame.y),
      ]
      let dash = box.kind == .omitted ? [3.0, 3] : []
      page.stroke(corners, ink: box.kind == .result ? .text : .axis, width: box.kind == .result ? 1.4 : 1, dash: dash)
    }
    let size = isGrid ? page.text : page.sheet.textSize * scale
    let room = frame.width - (isGrid ? 0 : size * 0.5)
    let title = page.fitted(Page.oneLine(box.title), width: room, size: size)
    let subtitle = page.fitted(Page.oneLine(box.subtitle), width: room, size: size * (isGrid ? 1 : 0.85))
    let hasBoth = !subtitle.isEmpty && !title.isEmpty && frame.height >= (isGrid ? page.line * 2 : size * 2)
    let offset = hasBoth ? (isGrid ? page.line / 2 : min(size * 0.62, frame.height / 4)) : 0
    page.write(
      title, x: frame.middle.x, y: frame.middle.y - offset, anchor: .middle, size: size, isBold: box.kind == .result)
    guard hasBoth else { return }
    page.write(
      subtitle, x: frame.middle.x, y: frame.middle.y + offset, anchor: .middle, size: size * (isGrid ? 1 : 0.85),
      ink: .muted)
  }
}
