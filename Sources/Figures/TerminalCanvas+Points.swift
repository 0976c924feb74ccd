// Points and arrows.
import Glibc

extension TerminalCanvas {
  /// Up to so many points get a sign each; more become dots, which lie closer.
  private static let mostSigns = 150

  mutating func draw(_ points: [Spot], _ sign: Scene.Sign, _ ink: Scene.Ink) {
    let colour = TerminalColour.of(ink)
    let areDots = !isPlain && points.count > Self.mostSigns && (hasColours || !hasManySeries)
    for point in points where point.x.isFinite && point.y.isFinite && isInside(point.x, point.y) {
      if areDots {
        dot(Int(point.x), Int(point.y), colour)
      } else {
        self.sign(Self.character(for: sign, isPlain: isPlain), column: Int(point.x / 2), row: Int(point.y / 4), colour)
      }
    }
  }

  static func character(for sign: Scene.Sign, isPlain: Bool) -> Character {
    switch sign {
    case .disc: isPlain ? "*" : "•"
    case .square: isPlain ? "#" : "▪"
    case .triangle: isPlain ? "^" : "▴"
    case .diamond: isPlain ? "%" : "◆"
    case .cross: isPlain ? "x" : "×"
    case .ring: isPlain ? "o" : "○"
    }
  }

  /// An arrow: dots and a head that points one of eight ways; only the head if it is short.
  mutating func arrow(_ points: [Spot], _ ink: Scene.Ink) {
    guard let line = Rasteriser.runs(of: points).last, let tip = line.last, let tail = line.first else { return }
    guard abs(tip.x) < 1e6, abs(tip.y) < 1e6, abs(tail.x) < 1e6, abs(tail.y) < 1e6 else { return }
    let before = line.last { Rasteriser.distance($0, tip) > 0.5 } ?? tail
    let (across, down) = (tip.x - before.x, tip.y - before.y)
    guard across != 0 || down != 0 else { return }
    let colour = TerminalColour.of(ink)
    let eighth = Int((atan2(-down, across) / (.pi / 4)).rounded())
    let place = ((eighth % 8) + 8) % 8
    let (column, row) = (Int(tip.x / 2), Int(tip.y / 4))
    if isPlain {
      let shaft: Character = ["-", "/", "|", "\\"][place % 4]
      // One sign for each step of the longer way: two in a row would look like two arrows.
      let (columns, rows) = (Int(tail.x / 2) - column, Int(tail.y / 4) - row)
      let steps = min(max(abs(columns), abs(rows)), 1000)
      for step in stride(from: 1, through: steps, by: 1) {
        let part = Double(step) / Double(steps)
        let (x, y) = ((Double(columns) * part).rounded(), (Double(rows) * part).rounded())
        sign(shaft, column: column + Int(x), row: row + Int(y), colour)
      }
      let head: Character = [">", abs(across) > abs(down) * 2 ? ">" : "^", "^", "^", "<", "v", "v", "v"][place]
      if isInside(tip.x, tip.y) { sign(head, column: column, row: row, colour) }
      return
    }
    var dots: [(Int, Int)] = []
    walk(line) { x, y, _ in dots.append((x, y)) }
    for (x, y) in dots where x / 2 != column || y / 4 != row { dot(x, y, colour) }
    if isInside(tip.x, tip.y) {
      sign(["→", "↗", "↑", "↖", "←", "↙", "↓", "↘"][place], column: column, row: row, colour)
    }
  }
}
