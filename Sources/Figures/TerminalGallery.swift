// Images in rows of characters, with their captions.
import Diagnostics

struct TerminalGallery {
  private let gallery: Gallery
  private let style: TerminalStyle

  /// More rows of characters than this nobody scrolls through.
  private static let mostRows = 600
  /// An image is not made narrower than this as long as fewer can stand side by side.
  private static let narrowest = 8

  init(_ gallery: Gallery, _ style: TerminalStyle) {
    self.gallery = gallery
    self.style = style
  }

  var grid: TerminalGrid {
    var grid = TerminalGrid(style, columns: style.columns, rows: 0)
    if let title = gallery.title.map({ TerminalText.fitted($0, style.columns, style) }), !title.isEmpty {
      grid.addRows(1)
      grid.write(title, column: 0, row: 0, isBold: true)
    }
    let images = gallery.images
    let (across, width) = measure()
    var start = 0
    while start < images.count, grid.rows < Self.mostRows {
      let row = start..<min(start + across, images.count)
      let heights = images[row].map { height(of: $0, width: width) }
      let high = heights.max() ?? 1
      let hasCaptions = row.contains { gallery.captions.indices.contains($0) && !gallery.captions[$0].isEmpty }
      let top = grid.rows + (start > 0 && !hasCaptions && gap > 0 ? 1 : 0)
      grid.addRows(top - grid.rows + high + (hasCaptions ? 1 : 0))
      for (place, index) in row.enumerated() {
        let column = place * (width + gap)
        grid.paste(picture(images[index], width, heights[place]), column: column, row: top)
        guard gallery.captions.indices.contains(index) else { continue }
        let caption = TerminalText.fitted(gallery.captions[index], width, style)
        let lead = max(0, (width - Visible.width(caption)) / 2)
        grid.write(caption, column: column + lead, row: top + high, ink: TerminalColour.of(.muted))
      }
      start = row.upperBound
    }
    if start < images.count {
      grid.addRows(1)
      grid.write("(+\(images.count - start))", column: 0, row: grid.rows - 1, ink: TerminalColour.of(.muted))
    }
    return grid
  }

  private var gap: Int { gallery.images.count > 1 ? 1 : 0 }

  /// How many images stand side by side, and how many characters wide each is. A pixel is one character wide where
  /// there is room, two where the image is tiny.
  private func measure() -> (across: Int, width: Int) {
    let widest = gallery.images.reduce(1) { max($0, $1.isWhole ? $1.width : 1) }
    let natural = widest <= 12 ? widest * 2 : widest
    let wanted = min(max(gallery.columns, 1), max(gallery.images.count, 1))
    // Fewer side by side than asked for only where they could not be recognised.
    let least = min(natural, Self.narrowest)
    let across = min(wanted, max(1, (style.columns + gap) / (least + gap)))
    let room = (style.columns - gap * (across - 1)) / across
    // Squares stay squares only at whole multiples.
    let width = room >= natural ? natural : widest <= room ? widest : max(room, 1)
    return (across, width)
  }

  /// A character is twice as high as it is wide.
  private func height(of image: Raster, width: Int) -> Int {
    guard image.isWhole else { return 1 }
    let high = Double(width) * Double(image.height) / Double(image.width) / 2
    return min(max(Int(high.rounded(.up)), 1), 200)
  }

  private func picture(_ image: Raster, _ width: Int, _ height: Int) -> TerminalGrid {
    var canvas = TerminalCanvas(style, columns: width, rows: height)
    let high = Double(width) * Double(image.height) / Double(max(image.width, 1)) * 2
    canvas.image(image, 0, 0, Double(width) * 2, min(high.rounded(), Double(height) * 4))
    return canvas.grid
  }
}
