// A scene on a grid of characters: the pen for dots, signs and the lines of axes.
import Glibc

/// Draws on a grid in the units of a scene: two dots across and four down in each cell.
struct TerminalCanvas {
  var grid: TerminalGrid
  /// Dots outside of it are not drawn.
  var clip: Rasteriser.PixelBox
  /// Whether points of a series have to be told from those of others by their sign.
  var hasManySeries = false

  var style: TerminalStyle { grid.style }
  var isPlain: Bool { style.signs == .plain }
  var hasColours: Bool { style.colours != .none }

  init(_ style: TerminalStyle, columns: Int, rows: Int) {
    grid = TerminalGrid(style, columns: columns, rows: rows)
    clip = Rasteriser.PixelBox(left: 0, top: 0, right: grid.columns * 2, bottom: grid.rows * 4)
  }

  func isInside(_ x: Double, _ y: Double) -> Bool {
    x >= Double(clip.left) && x < Double(clip.right) && y >= Double(clip.top) && y < Double(clip.bottom)
  }

  /// Whether the middle of a cell may be drawn on.
  func isInside(column: Int, row: Int) -> Bool {
    grid.contains(column, row) && column * 2 + 1 >= clip.left && column * 2 < clip.right && row * 4 + 3 >= clip.top
      && row * 4 < clip.bottom
  }

  /// Sets one dot.
  mutating func dot(_ x: Int, _ y: Int, _ ink: TerminalColour?) {
    guard x >= clip.left, x < clip.right, y >= clip.top, y < clip.bottom else { return }
    let (column, row) = (x / 2, y / 4)
    let bit = Self.bits[(y % 4) * 2 + x % 2]
    var square = grid[column, row]
    switch square.content {
    case .dots(let bits): square.content = .dots(bits | bit)
    case .letter, .covered: return
    // What only helps the eye does not hide an axis.
    case .arms where ink == TerminalColour.of(.muted): return
    case .sign where !Self.isHalfBlock(square.content): return
    case .sign:
      // A line over an image: its dots on the mean of the cell's two colours.
      if let ink = square.ink, let back = square.back {
        square.back = TerminalColour(ink.colour.mixed(with: back.colour, share: 0.5))
      } else {
        square.back = square.ink
      }
      square.content = .dots(bit)
    default: square.content = .dots(bit)
    }
    square.ink = ink
    grid[column, row] = square
  }

  private static func isHalfBlock(_ content: TerminalGrid.Content) -> Bool {
    if case .sign(let character) = content { return "▀▄█▓▒░".contains(character) }
    return false
  }

  /// The bits of U+2800 for the dots of a cell, row by row.
  private static let bits: [UInt8] = [0x01, 0x08, 0x02, 0x10, 0x04, 0x20, 0x40, 0x80]

  mutating func sign(_ character: Character, column: Int, row: Int, _ ink: TerminalColour?) {
    guard isInside(column: column, row: row) else { return }
    switch grid[column, row].content {
    case .letter, .covered: return
    default: grid[column, row] = TerminalGrid.Square(content: .sign(character), ink: ink, back: nil)
    }
  }

  /// Walks along a line through points and tells every dot it passes, with the length of the way there.
  func walk(_ points: [Spot], _ visit: (Int, Int, Double) -> Void) {
    for run in Rasteriser.runs(of: points) {
      let run = Rasteriser.thinned(run, sheetWidth: grid.columns * 2)
      var length = 0.0
      if run.count == 1, isInside(run[0].x, run[0].y) { visit(Int(run[0].x), Int(run[0].y), 0) }
      for (from, to) in zip(run, run.dropFirst()) {
        let way = Rasteriser.distance(from, to)
        if let part = Rasteriser.visiblePart(from, to, clip, margin: 1) {
          let (across, down) = (to.x - from.x, to.y - from.y)
          let reach = max(abs(across), abs(down)) * (part.upperBound - part.lowerBound)
          let steps = max(1, Int(reach.rounded(.up)))
          for step in 0...steps {
            let at = part.lowerBound + (part.upperBound - part.lowerBound) * Double(step) / Double(steps)
            let (x, y) = (from.x + across * at, from.y + down * at)
            if isInside(x, y) { visit(Int(x), Int(y), length + way * at) }
          }
        }
        length += way
      }
    }
  }

  /// Draws a line of dots, or of signs in plain mode.
  mutating func line(_ points: [Spot], _ ink: Scene.Ink, dash: [Double]) {
    let colour = TerminalColour.of(ink)
    let pattern = dash.isEmpty ? ownDash(of: ink) : dash
    let period = pattern.reduce(0, +)
    let isDashed = period >= 1 && period.isFinite && pattern.allSatisfy { $0 >= 0 }
    func isOn(_ length: Double) -> Bool {
      guard isDashed else { return true }
      var left = length.truncatingRemainder(dividingBy: period)
      for (index, part) in pattern.enumerated() {
        left -= part
        if left < 0 { return index % 2 == 0 }
      }
      return true
    }
    var visited: [(Int, Int)] = []
    let sign = isPlain ? plainSign(of: ink, points) : nil
    walk(points) { x, y, length in
      if sign != nil || isOn(length) { visited.append((x, y)) }
    }
    for (x, y) in visited {
      if let sign { self.sign(sign, column: x / 2, row: y / 4, colour) } else { dot(x, y, colour) }
    }
  }

  /// Without colours series differ in their dashes.
  private func ownDash(of ink: Scene.Ink) -> [Double] {
    guard !hasColours, case .series(let number) = ink, number > 0 else { return [] }
    return [[5, 3], [1, 2], [6, 2, 1, 2], [2, 3], [9, 3], [1, 4]][(number - 1) % 6]
  }

  /// The sign that lines of a series are made of where there are no dots.
  private func plainSign(of ink: Scene.Ink, _ points: [Spot]) -> Character {
    if case .series(let number) = ink {
      return ["*", "o", "+", "x", "#", "@", "%", "&"][((number % 8) + 8) % 8]
    }
    guard let first = points.first, let last = points.last else { return "." }
    return first.y == last.y ? "-" : first.x == last.x ? "|" : "."
  }

  /// A line of an axis or a guide: straight, from the middles or sides of cells to others.
  mutating func ruled(_ points: [Spot], isGuide: Bool) {
    guard points.count == 2, points.allSatisfy({ $0.x.isFinite && $0.y.isFinite }) else { return }
    let (a, b) = (points[0], points[1])
    if a.y == b.y {
      let row = Int(Rasteriser.near(a.y / 4).rounded(.down))
      let (low, high) = (min(a.x, b.x) / 2, max(a.x, b.x) / 2)
      for column in Rasteriser.whole(low, high, within: 0..<grid.columns) {
        let arms = Self.half(column, low, high, first: 8, second: 2)
        add(arms: arms, column: column, row: row, isGuide: isGuide)
      }
    } else if a.x == b.x {
      let column = Int(Rasteriser.near(a.x / 2).rounded(.down))
      let (low, high) = (min(a.y, b.y) / 4, max(a.y, b.y) / 4)
      for row in Rasteriser.whole(low, high, within: 0..<grid.rows) {
        let arms = Self.half(row, low, high, first: 1, second: 4)
        add(arms: arms, column: column, row: row, isGuide: isGuide)
      }
    }
  }

  /// Which halves of a cell a line passes.
  private static func half(_ cell: Int, _ low: Double, _ high: Double, first: UInt8, second: UInt8) -> UInt8 {
    let start = Double(cell)
    let slack = 0.1
    return (low <= start + slack && high >= start + 0.5 - slack ? first : 0)
      | (low <= start + 0.5 + slack && high >= start + 1 - slack ? second : 0)
  }

  mutating func add(arms: UInt8, column: Int, row: Int, isGuide: Bool) {
    guard arms != 0, grid.contains(column, row) else { return }
    var square = grid[column, row]
    switch (square.content, isGuide) {
    case (.empty, true): square.content = .guides(arms)
    case (.guides(let others), true): square.content = .guides(others | arms)
    case (.empty, false), (.guides, false): square.content = .arms(arms)
    case (.arms(let others), false): square.content = .arms(others | arms)
    default: return
    }
    square.ink = TerminalColour.of(isGuide ? .grid : .axis)
    grid[column, row] = square
  }
}
