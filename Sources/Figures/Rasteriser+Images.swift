// Images and coloured cells: sharp squares where a pixel is larger than those of the sheet, and their mean where it is
// smaller.
import Glibc

extension Rasteriser {
  /// Draws an image into a rectangle.
  package mutating func draw(_ raster: Raster, x: Double, y: Double, width: Double, height: Double) {
    guard raster.isWhole else { return }
    draw(rows: raster.height, columns: raster.width, x: x, y: y, width: width, height: height) { rows, columns in
      raster.colour(rows: rows, columns: columns)
    }
  }

  /// Draws cells into a rectangle, each in the palette's colour for its place.
  package mutating func draw(
    cells places: [Double], rows: Int, columns: Int, _ palette: Grid.Palette, x: Double, y: Double, width: Double,
    height: Double
  ) {
    guard rows > 0, columns > 0, places.count / rows >= columns else { return }
    draw(rows: rows, columns: columns, x: x, y: y, width: width, height: height) { someRows, someColumns in
      Cells.mean(places, stride: columns, rows: someRows, columns: someColumns).map {
        Palette.colour(of: palette, at: $0)
      }
    }
  }

  /// Asks for the colour of the part of a picture that lies under each pixel of the sheet. Neighbours that see the same
  /// part are asked for once.
  private mutating func draw(
    rows: Int, columns: Int, x: Double, y: Double, width: Double, height: Double,
    colour: (Range<Int>, Range<Int>) -> Colour?
  ) {
    guard x.isFinite, y.isFinite, width > 0, height > 0, width.isFinite, height.isFinite else { return }
    // On whole pixels, or the squares' edges would be soft.
    let (left, top) = (Self.near(x).rounded(), Self.near(y).rounded())
    let right = max(Self.near(x + width).rounded(), left + 1)
    let bottom = max(Self.near(y + height).rounded(), top + 1)
    let box = clip.touched(left: left, top: top, right: right, bottom: bottom)
    let parts = box.columns.map { Self.part(of: columns, at: Double($0) - left, of: right - left) }
    var lastRows = 0..<0
    var line: [Colour?] = []
    for row in box.rows {
      let part = Self.part(of: rows, at: Double(row) - top, of: bottom - top)
      if part != lastRows || line.isEmpty {
        lastRows = part
        line.removeAll(keepingCapacity: true)
        for (index, columnPart) in parts.enumerated() {
          line.append(index > 0 && columnPart == parts[index - 1] ? line[index - 1] : colour(part, columnPart))
        }
      }
      var at = (row * self.width + box.left) * 3
      for colour in line {
        if let colour { blend(at, colour, 1, 1) }
        at += 3
      }
    }
  }

  /// Which of some cells lie under the pixel at a place among others: the one below its middle, or all it covers.
  private static func part(of count: Int, at place: Double, of pixels: Double) -> Range<Int> {
    let scale = Double(count) / pixels
    if scale <= 1 {
      let index = min(max(Int((place + 0.5) * scale), 0), count - 1)
      return index..<(index + 1)
    }
    let first = min(max(Int((place * scale).rounded()), 0), count - 1)
    let end = min(max(Int(((place + 1) * scale).rounded()), first + 1), count)
    return first..<end
  }
}

extension Raster {
  /// Whether it has as many numbers as it says.
  package var isWhole: Bool {
    guard width > 0, height > 0, channels == 1 || channels == 3 else { return false }
    let (pixels, isHuge) = width.multipliedReportingOverflow(by: height)
    return !isHuge && values.count / channels >= pixels
  }

  /// The mean of a part of the image, each channel from 0 to 1; nil where no number is one.
  func mean(rows: Range<Int>, columns: Range<Int>) -> (red: Double, green: Double, blue: Double)? {
    var sums = (0.0, 0.0, 0.0)
    var count = 0.0
    for row in rows {
      for column in columns {
        let at = (row * width + column) * channels
        guard at >= 0, at + channels <= values.count else { continue }
        let red = Double(values[at])
        let green = channels == 3 ? Double(values[at + 1]) : red
        let blue = channels == 3 ? Double(values[at + 2]) : red
        guard !red.isNaN, !green.isNaN, !blue.isNaN else { continue }
        sums.0 += min(max(red, 0), 1)
        sums.1 += min(max(green, 0), 1)
        sums.2 += min(max(blue, 0), 1)
        count += 1
      }
    }
    return count > 0 ? (sums.0 / count, sums.1 / count, sums.2 / count) : nil
  }

  func colour(rows: Range<Int>, columns: Range<Int>) -> Colour? {
    mean(rows: rows, columns: columns).map {
      Colour(UInt8($0.red * 255 + 0.5), UInt8($0.green * 255 + 0.5), UInt8($0.blue * 255 + 0.5))
    }
  }
}

/// Numbers on a grid, seen through coarser squares.
enum Cells {
  /// The mean of the finite numbers of a part; nil if there are none.
  static func mean(_ numbers: [Double], stride: Int, rows: Range<Int>, columns: Range<Int>) -> Double? {
    var (sum, count) = (0.0, 0.0)
    for row in rows {
      for column in columns {
        let at = row * stride + column
        guard numbers.indices.contains(at), numbers[at].isFinite else { continue }
        sum += min(max(numbers[at], 0), 1)
        count += 1
      }
    }
    return count > 0 ? sum / count : nil
  }
}
