// Paths, numbers and texts as SVG writes them: short.

/// A path, in steps of a tenth of a unit; each step is written relative to the one before, which is shorter.
struct SVGPath {
  private(set) var text = ""
  private var x = 0
  private var y = 0

  mutating func move(_ spot: Spot) {
    (x, y) = (SVGText.tenths(spot.x), SVGText.tenths(spot.y))
    text += "M\(SVGText.tenth(x)) \(SVGText.tenth(y))"
  }

  mutating func line(_ points: [Spot]) {
    guard let first = points.first else { return }
    move(first)
    var isFirst = true
    for point in points.dropFirst() {
      let (nextX, nextY) = (SVGText.tenths(point.x), SVGText.tenths(point.y))
      // A step of nothing is left out, but a line of one point is still to be seen.
      if nextX == x, nextY == y, points.count > 2 { continue }
      let (dx, dy) = (SVGText.tenth(nextX - x), SVGText.tenth(nextY - y))
      text += (isFirst ? "l" : dx.hasPrefix("-") ? "" : " ") + dx + (dy.hasPrefix("-") ? "" : " ") + dy
      (x, y) = (nextX, nextY)
      isFirst = false
    }
  }

  mutating func polygon(_ points: [Spot]) {
    line(points)
    text += "z"
  }

  mutating func rectangle(_ left: Double, _ top: Double, _ width: Double, _ height: Double) {
    move(Spot(left, top))
    // From the rounded ends, so that neighbours touch.
    let (across, down) = (SVGText.tenths(left + width) - x, SVGText.tenths(top + height) - y)
    text += "h\(SVGText.tenth(across))v\(SVGText.tenth(down))h\(SVGText.tenth(-across))z"
  }

  /// A point's sign, drawn so that all look equally large.
  mutating func sign(_ sign: Scene.Sign, _ spot: Spot, _ radius: Double) {
    switch sign {
    case .disc:
      move(spot)
      text += "h0"
    case .square: rectangle(spot.x - radius * 0.89, spot.y - radius * 0.89, radius * 1.78, radius * 1.78)
    case .triangle:
      let half = radius * 1.17
      polygon([
        Spot(spot.x - half, spot.y + radius * 0.8), Spot(spot.x, spot.y - radius * 1.25),
        Spot(spot.x + half, spot.y + radius * 0.8),
      ])
    case .diamond:
      let half = radius * 1.25
      polygon([
        Spot(spot.x - half, spot.y), Spot(spot.x, spot.y - half), Spot(spot.x + half, spot.y),
        Spot(spot.x, spot.y + half),
      ])
    case .cross:
      let half = radius * 0.9
      line([Spot(spot.x - half, spot.y - half), Spot(spot.x + half, spot.y + half)])
      line([Spot(spot.x - half, spot.y + half), Spot(spot.x + half, spot.y - half)])
    case .ring:
      move(Spot(spot.x - radius, spot.y))
      let (r, across) = (SVGText.number(radius), SVGText.number(2 * radius))
      text += "a\(r) \(r) 0 1 0 \(across) 0a\(r) \(r) 0 1 0-\(across) 0z"
    }
  }
}

/// The head of an arrow.
enum Arrowhead {
  static func draw(_ points: [Spot], width: Double, shafts: inout SVGPath, heads: inout SVGPath) {
    guard let outline = outline(points, width: width), let back = outline.back else { return }
    shafts.line(points.dropLast() + [back])
    heads.polygon(outline.corners)
  }

  /// The corners of the head at the last point, and where the shaft meets it; nil for an arrow without length.
  static func outline(_ points: [Spot], width: Double) -> (corners: [Spot], back: Spot?)? {
    guard let tip = points.last, let from = points.dropLast().last(where: { distance($0, tip) > 0.01 }) else {
      return nil
    }
    let length = distance(from, tip)
    let whole = zip(points, points.dropFirst()).reduce(0) { $0 + distance($1.0, $1.1) }
    let head = min(width * 4.2, max(whole * 0.45, 0.5), length)
    let (ux, uy) = ((tip.x - from.x) / length, (tip.y - from.y) / length)
    let back = Spot(tip.x - ux * head, tip.y - uy * head)
    let side = head * 0.42
    return (
      [tip, Spot(back.x - uy * side, back.y + ux * side), Spot(back.x + uy * side, back.y - ux * side)],
      Spot(tip.x - ux * head * 0.8, tip.y - uy * head * 0.8)
    )
  }
}

/// Cells as paths, one for each colour.
struct SVGCells {
  let rows: Int
  let columns: Int
  let places: [Double]
  let palette: Grid.Palette

  func paths(_ x: Double, _ y: Double, _ width: Double, _ height: Double) -> String {
    var paths: [(colour: Colour, path: SVGPath)] = []
    var known: [Colour: Int] = [:]
    let (across, down) = (width / Double(columns), height / Double(rows))
    for row in 0..<rows {
      var column = 0
      while column < columns {
        let start = column
        let colour = colour(row, column)
        while column < columns, self.colour(row, column) == colour { column += 1 }
        guard let colour else { continue }
        let index = known[colour] ?? paths.count
        if index == paths.count {
          paths.append((colour, SVGPath()))
          known[colour] = index
        }
        paths[index].path.rectangle(
          x + Double(start) * across, y + Double(row) * down, Double(column - start) * across, down)
      }
    }
    return "<g shape-rendering=\"crispEdges\">"
      + paths.map { "<path fill=\"\($0.colour.hexadecimal)\" d=\"\($0.path.text)\"/>" }.joined() + "</g>\n"
  }

  private func colour(_ row: Int, _ column: Int) -> Colour? {
    let place = places[row * columns + column]
    return place.isFinite ? Palette.colour(of: palette, at: place) : nil
  }
}

package enum SVGText {
  static func tenths(_ value: Double) -> Int { Int((value * 10).rounded().clamped(-1e9, 1e9)) }

  static func tenth(_ tenths: Int) -> String {
    let size = tenths.magnitude
    let sign = tenths < 0 ? "-" : ""
    if size % 10 == 0 { return sign + String(size / 10) }
    return sign + (size < 10 ? "" : String(size / 10)) + "." + String(size % 10)
  }

  package static func number(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded().clamped(-1e9, 1e9))
    if hundredths % 10 == 0 { return tenth(hundredths / 10) }
    let size = hundredths.magnitude
    let part = size % 100
    return (hundredths < 0 ? "-" : "") + (size < 100 ? "" : String(size / 100)) + (part < 10 ? ".0" : ".")
      + String(part)
  }

  static func opacity(_ opacity: Double, _ kind: String = "fill") -> String {
    opacity >= 1 ? "" : " \(kind)-opacity=\"\(number(opacity))\""
  }

  /// A text with nothing that XML would take for markup or does not allow.
  package static func escaped(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result.append(contentsOf: "&amp;".unicodeScalars)
      case "<": result.append(contentsOf: "&lt;".unicodeScalars)
      case ">": result.append(contentsOf: "&gt;".unicodeScalars)
      case "\"": result.append(contentsOf: "&quot;".unicodeScalars)
      case "\n", "\t": result.append(scalar)
      case "\u{0}"..<"\u{20}", "\u{7f}"..<"\u{a0}", "\u{fffe}", "\u{ffff}": result.append("\u{fffd}")
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  static func image(_ image: EmbeddedImage, _ x: Double, _ y: Double, _ width: Double, _ height: Double) -> String {
    guard let address = image.address else { return "" }
    return "<image x=\"\(number(x))\" y=\"\(number(y))\" width=\"\(number(width))\" height=\"\(number(height))\""
      + " preserveAspectRatio=\"none\" image-rendering=\"optimizeSpeed\" style=\"image-rendering:pixelated\""
      + " href=\"\(address)\"/>\n"
  }
}
