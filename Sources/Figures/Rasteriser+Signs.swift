// The signs that points are drawn as. All cover about as much as a disc, so that none looks more important.
import Glibc

extension Rasteriser {
  package mutating func draw(
    _ sign: Scene.Sign, at points: [Spot], radius: Double, _ colour: Colour, opacity: Double
  ) {
    guard radius > 0, radius.isFinite else { return }
    for point in points where point.x.isFinite && point.y.isFinite {
      guard abs(point.x) < Self.farthest, abs(point.y) < Self.farthest else { continue }
      switch sign {
      case .disc: dot(x: point.x, y: point.y, radius: radius, colour, opacity: opacity)
      case .square: fill(outline(at: point, Self.square, radius), colour, opacity: opacity)
      case .triangle: fill(outline(at: point, Self.triangle, radius), colour, opacity: opacity)
      case .diamond: fill(outline(at: point, Self.diamond, radius), colour, opacity: opacity)
      case .cross:
        let arms = outline(at: point, Self.square, radius)
        stroke([[arms[0], arms[2]], [arms[1], arms[3]]], width: max(radius * 0.6, 1), colour, opacity: opacity)
      case .ring:
        let circle = (0...24).map { step in
          let angle = Double(step) * .pi / 12
          return Spot(point.x + cos(angle) * radius * 0.85, point.y + sin(angle) * radius * 0.85)
        }
        stroke([circle], width: max(radius * 0.5, 1), colour, opacity: opacity)
      }
    }
  }

  private func outline(at point: Spot, _ corners: [Spot], _ radius: Double) -> [Spot] {
    corners.map { Spot(point.x + $0.x * radius, point.y + $0.y * radius) }
  }

  private static let square = [Spot(-0.88, -0.88), Spot(0.88, -0.88), Spot(0.88, 0.88), Spot(-0.88, 0.88)]
  private static let triangle = [Spot(0, -1.3), Spot(1.2, 0.85), Spot(-1.2, 0.85)]
  private static let diamond = [Spot(0, -1.28), Spot(1.28, 0), Spot(0, 1.28), Spot(-1.28, 0)]
}
