// Areas and bars.
import Glibc

extension TerminalCanvas {
  /// Fills an outline with dots: all of them, or few where one should see through.
  mutating func area(_ points: [Spot], _ ink: Scene.Ink, opacity: Double) {
    let outline = points.filter { $0.x.isFinite && $0.y.isFinite }.map {
      Spot(Rasteriser.near($0.x), Rasteriser.near($0.y))
    }
    guard outline.count > 2, opacity > 0 else { return }
    let colour = TerminalColour.of(ink)
    // In plain mode one look for each cell is enough.
    let step = isPlain ? 4 : 1
    for y in stride(from: clip.top, to: clip.bottom, by: step) {
      for span in spans(of: outline, at: Double(y) + Double(step) / 2) {
        for x in Rasteriser.whole(span.lowerBound, span.upperBound, within: clip.columns) {
          if isPlain {
            if x % 2 == 0 { faint(opacity < 0.6 ? "." : "#", column: x / 2, row: y / 4, colour) }
          } else if opacity >= 0.6 {
            dot(x, y, colour)
          } else if x % 2 == 0 && y % 4 == (x % 4 == 0 ? 1 : 3) {
            dot(x, y, colour)
          }
        }
      }
    }
  }

  /// A sign where nothing else is.
  private mutating func faint(_ character: Character, column: Int, row: Int, _ ink: TerminalColour?) {
    switch grid[column, row].content {
    case .empty, .guides: sign(character, column: column, row: row, ink)
    default: return
    }
  }

  /// Where a level line is inside of an outline.
  private func spans(of outline: [Spot], at y: Double) -> [ClosedRange<Double>] {
    var crossings: [(x: Double, turn: Int)] = []
    var last = outline[outline.count - 1]
    for point in outline {
      if (last.y <= y) != (point.y <= y) {
        let x = last.x + (y - last.y) * (point.x - last.x) / (point.y - last.y)
        crossings.append((x, last.y <= y ? 1 : -1))
      }
      last = point
    }
    crossings.sort { $0.x < $1.x }
    var result: [ClosedRange<Double>] = []
    var winding = 0
    var start = 0.0
    for (x, turn) in crossings {
      if winding == 0 { start = x }
      winding += turn
      if winding == 0 { result.append(start...max(start, x)) }
    }
    return result
  }

  /// A bar or a plain patch: whole columns, its top to an eighth of a row.
  mutating func rectangle(
    _ x: Double, _ y: Double, _ width: Double, _ height: Double, _ ink: Scene.Ink, opacity: Double
  ) {
    guard x.isFinite, y.isFinite, width >= 0, height >= 0, width.isFinite, height.isFinite, opacity > 0 else { return }
    let left = min(max(x, Double(clip.left)), Double(clip.right)) / 2
    let right = min(max(x + width, Double(clip.left)), Double(clip.right)) / 2
    let top = min(max(y, Double(clip.top)), Double(clip.bottom)) / 4
    let bottom = min(max(y + height, Double(clip.top)), Double(clip.bottom)) / 4
    guard right > left, bottom >= top else { return }
    let first = Int(left.rounded())
    let end = max(first + 1, Int(right.rounded()))
    let colour = TerminalColour.of(ink)
    for row in Rasteriser.whole(top, max(bottom, top + 0.01), within: 0..<grid.rows) {
      let (above, below) = (max(top - Double(row), 0), max(Double(row + 1) - bottom, 0))
      let covered = 1 - above - below
      for column in first..<end where isInside(column: column, row: row) {
        if case .paper = ink {
          if covered > 0.7, opacity >= 0.5 { grid[column, row] = TerminalGrid.Square() }
          continue
        }
        guard let block = block(covered, above, below, ink, isThin: opacity < 0.9) else { continue }
        lay(block, column: column, row: row, colour, isThin: opacity < 0.9)
      }
    }
  }

  private static let levels: [Character] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]

  /// The character for a cell of which a part is covered.
  private func block(
    _ covered: Double, _ above: Double, _ below: Double, _ ink: Scene.Ink, isThin: Bool
  ) -> Character? {
    let full = fullBlock(of: ink, isThin: isThin)
    let isPatch = above > 0.06 && below > 0.06
    if isPlain {
      guard covered >= 0.5 || isPatch else { return covered > 0.02 && below <= 0.06 && above > 0.9 ? "_" : nil }
      return plainFill(of: ink)
    }
    if isPatch { return covered > 0.2 ? "■" : "▬" }
    if covered > 0.94 { return full }
    if below <= 0.06 {
      let level = Int((covered * 8).rounded())
      if full != "█" { return level >= 4 ? full : level > 0 ? "▁" : nil }
      return level > 0 ? Self.levels[min(level, 8) - 1] : covered > 0.01 ? "▁" : nil
    }
    if covered >= 0.75 { return full }
    return covered >= 0.3 ? "▀" : covered >= 0.06 ? "▔" : nil
  }

  /// Without colours the bars of one series are told from those of another by their shade. Where one sees through bars,
  /// as in histograms over each other, what they share is darkest.
  private func fullBlock(of ink: Scene.Ink, isThin: Bool) -> Character {
    guard !hasColours, case .series(let number) = ink else { return "█" }
    return (isThin ? ["░", "▒", "▓", "░"] : ["█", "▒", "░", "▓"])[((number % 4) + 4) % 4]
  }

  private func plainFill(of ink: Scene.Ink) -> Character {
    guard case .series(let number) = ink else { return "#" }
    return ["#", "=", "%", "+", ":", "@"][((number % 6) + 6) % 6]
  }

  /// Puts a piece of a bar into a cell. Of narrow bars of one series in one column the highest is seen.
  private mutating func lay(_ block: Character, column: Int, row: Int, _ ink: TerminalColour?, isThin: Bool) {
    let old = grid[column, row]
    if isThin, case .sign(let character) = old.content, "█▓▒░#=%+:@".contains(character) {
      if hasColours, let below = old.ink, let ink, below != ink {
        let mixed = TerminalColour(below.colour.mixed(with: ink.colour, share: 0.5))
        if block == "█" { return sign(block, column: column, row: row, mixed) }
        // Above a bar's top the other one goes on.
        sign(block, column: column, row: row, mixed)
        grid[column, row].back = isPlain ? nil : below
        return
      }
      if !hasColours, character != block {
        guard "▓▒░#=%+:".contains(block) else { return }
        return sign(isPlain ? "@" : "█", column: column, row: row, ink)
      }
    }
    if case .sign(let character) = old.content, old.ink == ink,
      let height = Self.levels.firstIndex(of: character), let own = Self.levels.firstIndex(of: block), height > own
    {
      return
    }
    // The axis shows beneath a bar that is hardly higher.
    if case .arms = old.content, block == "▁" || block == "_" || block == "▔" { return }
    sign(block, column: column, row: row, ink)
  }
}
