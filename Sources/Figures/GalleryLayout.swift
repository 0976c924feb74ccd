// Images in rows, with captions.

extension Gallery {
  /// More images than this are not drawn; a note says how many are missing.
  static let most = 1024

  func placed(_ size: SheetSize, on sheet: any Sheet) -> Scene {
    let shown = Array(images.prefix(Gallery.most))
    let columns = columns.inside(1, max(1, min(64, shown.count)))
    let rows = (shown.count + columns - 1) / columns
    let width = size.width(or: naturalWidth(columns, sheet))
    // The page is as high as need be: first it is measured, then cut.
    var page = Page(sheet: sheet, width: width, height: size.height ?? 8192)
    let line = page.line
    let gap = page.cell.map { $0.width * (columns * 4 > Int(width / $0.width) ? 0 : 1) } ?? page.gap
    let title = page.writeTitle(title, x: page.margin, width: width - 2 * page.margin)
    let hasCaptions = captions.contains { !$0.isEmpty }
    let caption = hasCaptions ? line : 0
    let left = page.margin
    let each = max(
      page.cell?.width ?? 4, page.columns((width - 2 * left - gap * Double(columns - 1)) / Double(columns)))
    let aspect = shown.reduce(0.1) { max($0, $1.aspect) }.clamped(0.1, 10)
    var image = each
    var high = page.cell.map { (image * aspect / $0.height).rounded(.up) * $0.height } ?? image * aspect
    let between = page.cell.map { hasCaptions || rows < 2 ? 0 : $0.height * 0 } ?? gap
    if let asked = size.height, rows > 0 {
      let room = (asked - title - 2 * page.margin) / Double(rows) - caption - between
      if high > room, page.cell == nil {
        high = max(8, room)
        image = high / aspect
      }
    }
    var y = page.margin + title
    let bottom = size.height ?? 8192
    var drawn = 0
    for row in 0..<max(0, rows) {
      guard y + high + caption <= bottom + 1 else { break }
      for column in 0..<columns {
        let index = row * columns + column
        guard index < shown.count else { break }
        let x = left + Double(column) * (each + gap)
        page.drawImage(shown[index], x: x, y: y, width: min(image, each), height: high)
        drawn += 1
        if hasCaptions, index < captions.count {
          let text = page.fitted(Page.oneLine(captions[index]), width: each, size: page.small)
          let middle = page.cell == nil ? x + min(image, each) / 2 : x
          page.write(
            text, x: middle, y: y + high + caption / 2, anchor: page.cell == nil ? .middle : .start, size: page.small,
            ink: .muted)
        }
      }
      y += high + caption + between
    }
    if drawn < images.count {
      page.write("… +\(images.count - drawn)", x: left, y: min(y, bottom - line) + line / 2, ink: .muted)
      y += line
    }
    return Scene(
      width: width, height: size.height ?? size.height(or: max(page.cell?.height ?? 20, y + page.margin)),
      items: page.items)
  }

  /// Wide enough for every image's pixels to be seen.
  private func naturalWidth(_ columns: Int, _ sheet: any Sheet) -> Double {
    let widest = Double(images.prefix(Gallery.most).reduce(1) { max($0, $1.width) }.inside(1, 4096))
    let count = Double(columns)
    if let cell = sheet.cell { return min(count * (widest * 2 + cell.width), 80 * cell.width) }
    let each = columns == 1 ? max(160, min(widest * 8, 400)) : max(min(widest * 3, 96), 40)
    return min(max(count * (each + 8) + 20, 160), 720)
  }
}

extension Raster {
  /// How high it is for its width.
  var aspect: Double { Double(max(1, height)) / Double(max(1, width)) }
}

extension Page {
  /// Draws an image as large as it fits, in the middle, with square pixels.
  mutating func drawImage(_ image: Raster, x: Double, y: Double, width: Double, height: Double) {
    guard image.isWhole else { return }
    var (across, down) = (width, width * image.aspect)
    if down > height { (across, down) = (height / image.aspect, height) }
    let left = x + columns((width - across) / 2)
    let top = y + rows((height - down) / 2)
    draw(.image(image, x: left, y: top, width: across, height: down))
    // White pixels at the border would be lost on white paper.
    if cell == nil {
      let corners = [
        Spot(left, top), Spot(left + across, top), Spot(left + across, top + down), Spot(left, top + down),
        Spot(left, top),
      ]
      draw(.line(points: corners, ink: .grid, width: 1, dash: []))
    }
  }
}
