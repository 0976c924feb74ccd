// Images and coloured cells.
import Glibc

extension TerminalCanvas {
  /// Cells in the colours of a palette, two to a character; as shades of grey without colours.
  mutating func cells(
    _ places: [Double], rows: Int, columns: Int, _ palette: Grid.Palette, _ x: Double, _ y: Double, _ width: Double,
    _ height: Double
  ) {
    guard rows > 0, columns > 0, places.count / rows >= columns else { return }
    let picture = Picture(rows: rows, columns: columns, palette: palette) { someRows, someColumns in
      Cells.mean(places, stride: columns, rows: someRows, columns: someColumns).map {
        (Palette.colour(of: palette, at: $0), $0)
      }
    }
    draw(picture, x, y, width, height)
  }

  mutating func image(_ raster: Raster, _ x: Double, _ y: Double, _ width: Double, _ height: Double) {
    guard raster.isWhole else { return }
    let picture = Picture(rows: raster.height, columns: raster.width, palette: .grey) { rows, columns in
      raster.colour(rows: rows, columns: columns).map { ($0, $0.luminance.squareRoot()) }
    }
    draw(picture, x, y, width, height)
  }

  /// Something with a colour and a brightness for each of its parts.
  private struct Picture {
    var rows: Int
    var columns: Int
    /// Dots may stand for greys, as in a photograph; shades are better for a table of numbers.
    var palette: Grid.Palette
    var look: (Range<Int>, Range<Int>) -> (colour: Colour, brightness: Double)?
  }

  private mutating func draw(_ picture: Picture, _ x: Double, _ y: Double, _ width: Double, _ height: Double) {
    guard x.isFinite, y.isFinite, width > 0, height > 0, width.isFinite, height.isFinite else { return }
    func look(_ left: Double, _ top: Double, _ right: Double, _ bottom: Double) -> (colour: Colour, brightness: Double)?
    {
      guard
        let columns = Self.part(of: picture.columns, (left - x) / width, (right - x) / width),
        let rows = Self.part(of: picture.rows, (top - y) / height, (bottom - y) / height)
      else { return nil }
      return picture.look(rows, columns)
    }
    for row in Rasteriser.whole(y / 4, (y + height) / 4, within: 0..<grid.rows) {
      for column in Rasteriser.whole(x / 2, (x + width) / 2, within: 0..<grid.columns) {
        guard isInside(column: column, row: row) else { continue }
        let (left, top) = (Double(column * 2), Double(row * 4))
        if hasColours && !isPlain && (style.colours != .basic || picture.palette == .grey) {
          let upper = look(left, top, left + 2, top + 2)?.colour
          halves(upper, look(left, top + 2, left + 2, top + 4)?.colour, column, row)
        } else if isPlain || picture.palette != .grey {
          guard let seen = look(left, top, left + 2, top + 4) else { continue }
          shade(seen, picture.palette, column, row)
        } else {
          dither(column, row) { look(left + Double($0), top + Double($1), left + Double($0 + 1), top + Double($1 + 1)) }
        }
      }
    }
  }

  /// The parts of a picture that lie within two shares of its length: those whose middles do, or the one below.
  private static func part(of count: Int, _ low: Double, _ high: Double) -> Range<Int>? {
    let middle = (low + high) / 2
    guard middle >= 0, middle < 1 else { return nil }
    let (start, end) = ((low * Double(count)).rounded(), (high * Double(count)).rounded())
    if end - start >= 1 {
      let first = min(max(Int(start), 0), count - 1)
      return first..<min(max(Int(end), first + 1), count)
    }
    let index = min(Int(middle * Double(count)), count - 1)
    return index..<(index + 1)
  }

  private mutating func halves(_ upper: Colour?, _ lower: Colour?, _ column: Int, _ row: Int) {
    guard upper != nil || lower != nil else { return }
    let ink = (upper ?? lower).map { TerminalColour($0) }
    sign(upper == nil ? "▄" : "▀", column: column, row: row, ink)
    if let upper, let lower, case .sign("▀") = grid[column, row].content {
      grid[column, row].back = TerminalColour(lower)
      if upper == lower { grid[column, row].content = .sign("█") }
    }
  }

  private mutating func shade(
    _ seen: (colour: Colour, brightness: Double), _ palette: Grid.Palette, _ column: Int, _ row: Int
  ) {
    let ramp: [Character] = isPlain ? Array(" .:-=+*#%@") : [" ", "░", "▒", "▓", "█"]
    var brightness = seen.brightness.clamped(0, 1)
    // Plain signs may still have colours.
    var ink = hasColours ? TerminalColour(seen.colour) : nil
    if style.colours == .basic {
      // Sixteen colours make no scale: shades do, of two colours where there are two sides.
      if palette == .diverging {
        ink = TerminalColour.of(.series(brightness < 0.5 ? 0 : 1))
        brightness = abs(brightness - 0.5) * 2
      } else if palette == .sequential {
        ink = nil
      }
    }
    sign(ramp[min(Int(brightness * Double(ramp.count)), ramp.count - 1)], column: column, row: row, ink)
  }

  /// Thresholds in an order that spreads the dots: rows of a cell, two dots each, for cells in even and odd columns.
  private static let thresholds: [[Double]] = [
    [0.03, 0.53, 0.15, 0.65], [0.78, 0.28, 0.90, 0.40], [0.22, 0.72, 0.09, 0.59], [0.97, 0.47, 0.84, 0.34],
  ]

  private mutating func dither(
    _ column: Int, _ row: Int, _ look: (Int, Int) -> (colour: Colour, brightness: Double)?
  ) {
    for y in 0..<4 {
      for x in 0..<2 {
        guard let seen = look(x, y) else { continue }
        if seen.brightness > Self.thresholds[y][(column % 2) * 2 + x] { dot(column * 2 + x, row * 4 + y, nil) }
      }
    }
  }
}
