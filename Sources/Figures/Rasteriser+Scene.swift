// A scene as pixels.
import Glibc

extension Rasteriser {
  /// Draws a scene, its units so many pixels long.
  package mutating func draw(_ scene: Scene, scale: Double, isDark: Bool) {
    draw(scene.items, scale: scale, isDark: isDark)
  }

  private mutating func draw(_ items: [Scene.Item], scale: Double, isDark: Bool) {
    func colour(_ ink: Scene.Ink) -> Colour { Palette.colour(of: ink, isDark: isDark) }
    func scaled(_ points: [Spot]) -> [Spot] { points.map { Spot($0.x * scale, $0.y * scale) } }
    for item in items {
      switch item {
      case .line(let points, let ink, let width, let dash):
        let isStraight = dash.isEmpty && points.count == 2
        if isStraight, case .axis = ink {
          stroke(
            Self.sharp(scaled(points), width: width * scale), width: sharpWidth(width * scale), ends: .flat, colour(ink)
          )
        } else if isStraight, case .grid = ink {
          stroke(
            Self.sharp(scaled(points), width: width * scale), width: sharpWidth(width * scale), ends: .flat, colour(ink)
          )
        } else {
          stroke(scaled(points), width: width * scale, dash: dash.map { $0 * scale }, colour(ink))
        }
      case .area(let points, let ink, let opacity):
        fill(scaled(points), colour(ink), opacity: opacity)
      case .rectangle(let x, let y, let width, let height, let ink, let opacity):
        fill(x: x * scale, y: y * scale, width: width * scale, height: height * scale, colour(ink), opacity: opacity)
      case .dots(let points, let radius, let sign, let ink, let opacity):
        draw(sign, at: scaled(points), radius: radius * scale, colour(ink), opacity: opacity)
      case .arrow(let points, let ink, let width):
        arrow(scaled(points), width: width * scale, colour(ink))
      case .text(let text, let x, let y, let size, let anchor, let ink, let isBold, let isUpright):
        draw(
          text, x: x * scale, y: y * scale, size: size * scale, anchor: anchor, isBold: isBold, isUpright: isUpright,
          colour(ink))
      case .image(let raster, let x, let y, let width, let height):
        draw(raster, x: x * scale, y: y * scale, width: width * scale, height: height * scale)
      case .cells(let rows, let columns, let places, let palette, let x, let y, let width, let height):
        draw(
          cells: places, rows: rows, columns: columns, palette, x: x * scale, y: y * scale, width: width * scale,
          height: height * scale)
      case .clipped(let inner, let x, let y, let width, let height):
        let outside = clip
        clip = outside.touched(
          left: (x * scale).rounded(), top: (y * scale).rounded(), right: ((x + width) * scale).rounded(),
          bottom: ((y + height) * scale).rounded())
        draw(inner, scale: scale, isDark: isDark)
        clip = outside
      }
    }
  }

  private func sharpWidth(_ width: Double) -> Double { max(width.rounded(), 1) }

  /// An upright or level line moved so that its edges lie between pixels: axes would look blurred otherwise.
  private static func sharp(_ points: [Spot], width: Double) -> [Spot] {
    guard points.count == 2, width.isFinite else { return points }
    let half = max(width.rounded(), 1) / 2
    func sharp(_ number: Double) -> Double { (number - half).rounded() + half }
    if points[0].x == points[1].x {
      return points.map { Spot(sharp($0.x), $0.y.rounded()) }
    }
    if points[0].y == points[1].y {
      return points.map { Spot($0.x.rounded(), sharp($0.y)) }
    }
    return points
  }

  /// Draws a text, anchored where its letters stand; an upright one reads from below.
  package mutating func draw(
    _ text: String, x: Double, y: Double, size: Double, anchor: Scene.Anchor, isBold: Bool, isUpright: Bool,
    _ colour: Colour
  ) {
    guard x.isFinite, y.isFinite, size.isFinite, size > 0, size < 2000, abs(x) < Self.farthest, abs(y) < Self.farthest
    else { return }
    let text = StrokeFont.layOut(text)
    let share = anchor == .start ? 0 : anchor == .middle ? 0.5 : 1
    let unit = size / StrokeFont.unitsPerSize
    let start = -text.width * share
    func place(_ spot: Spot) -> Spot {
      let (along, up) = ((spot.x + start) * unit, spot.y * unit)
      return isUpright ? Spot(x - up, y - along) : Spot(x + along, y - up)
    }
    let weight = (isBold ? StrokeFont.boldWeight : StrokeFont.weight) * unit
    stroke(text.strokes.map { $0.map(place) }, width: max(weight, 0.9), colour)
    if !text.fineStrokes.isEmpty {
      stroke(text.fineStrokes.map { $0.map(place) }, width: max(weight * StrokeFont.fineWeight, 0.9), colour)
    }
    for dot in text.dots {
      let spot = place(dot)
      self.dot(x: spot.x, y: spot.y, radius: max(weight * 0.66, 0.7), colour)
    }
  }
}
