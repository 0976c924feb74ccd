// The items of a scene, each in the characters that suit it.

extension TerminalCanvas {
  mutating func draw(_ scene: Scene) {
    hasManySeries = Self.seriesOfPoints(scene.items).count > 1
    draw(scene.items)
  }

  private static func seriesOfPoints(_ items: [Scene.Item]) -> Set<Scene.Ink> {
    var inks: Set<Scene.Ink> = []
    for item in items {
      if case .dots(_, _, _, let ink, _) = item { inks.insert(ink) }
      if case .clipped(let inner, _, _, _, _) = item { inks.formUnion(seriesOfPoints(inner)) }
    }
    return inks
  }

  private mutating func draw(_ items: [Scene.Item]) {
    for item in items {
      switch item {
      case .line(let points, .axis, _, let dash) where dash.isEmpty && Self.isStraight(points):
        ruled(points, isGuide: false)
      case .line(let points, .grid, _, _) where Self.isStraight(points):
        ruled(points, isGuide: true)
      case .line(let points, .muted, _, _) where Self.isStraight(points):
        // A level to compare with: apart from curves at a glance, and good enough to half a row.
        ruled(points, isGuide: true)
      case .line(let points, let ink, _, let dash): line(points, ink, dash: dash)
      case .area(let points, let ink, let opacity): area(points, ink, opacity: opacity)
      case .rectangle(let x, let y, let width, let height, let ink, let opacity):
        rectangle(x, y, width, height, ink, opacity: opacity)
      case .dots(let points, _, let sign, let ink, _): draw(points, sign, ink)
      case .arrow(let points, let ink, _): arrow(points, ink)
      case .text(let text, let x, let y, _, let anchor, let ink, let isBold, let isUpright):
        self.text(text, x, y, anchor, ink, isBold: isBold, isUpright: isUpright)
      case .image(let raster, let x, let y, let width, let height):
        image(raster, x, y, width, height)
      case .cells(let rows, let columns, let places, let palette, let x, let y, let width, let height):
        cells(places, rows: rows, columns: columns, palette, x, y, width, height)
      case .clipped(let inner, let x, let y, let width, let height):
        let outside = clip
        clip = outside.touched(left: x, top: y, right: x + width, bottom: y + height)
        draw(inner)
        clip = outside
      }
    }
  }

  private static func isStraight(_ points: [Spot]) -> Bool {
    points.count == 2 && (points[0].x == points[1].x || points[0].y == points[1].y)
  }

  private mutating func text(
    _ text: String, _ x: Double, _ y: Double, _ anchor: Scene.Anchor, _ ink: Scene.Ink, isBold: Bool, isUpright: Bool
  ) {
    guard x.isFinite, y.isFinite, abs(x) < 1e6, abs(y) < 1e6 else { return }
    let characters = TerminalText.characters(text, style)
    let width = isUpright ? characters.count : characters.reduce(0) { $0 + $1.width }
    let lead = anchor == .start ? 0 : anchor == .middle ? width / 2 : width
    let (column, row) = (Int((x / 2).rounded(.down)), Int((y / 4).rounded(.down)))
    var colour = TerminalColour.of(ink)
    var isOnColour = false
    if case .over = ink {
      isOnColour = hasColours && style.colours != .basic
      if isOnColour { settleBack(column: column - lead, row: row, count: width) } else { colour = nil }
    }
    // A number among shades needs a little room to be read.
    if case .over = ink, !hasColours || style.colours == .basic, !isUpright {
      grid.write(" \(text) ", column: column - lead - 1, row: row)
      return
    }
    if isUpright {
      for (index, letter) in characters.enumerated() {
        grid.write(
          String(letter.character), column: column, row: row - width + lead + index, ink: colour, isBold: isBold)
      }
    } else {
      grid.write(
        text, column: column - lead, row: row, ink: colour, isBold: isBold, keepsBack: isOnColour)
    }
  }

  /// Makes the mean colour of half-blocks the paper of a text on them.
  private mutating func settleBack(column: Int, row: Int, count: Int) {
    for at in column..<(column + min(max(count, 0), 2000)) {
      var square = grid[at, row]
      guard case .sign = square.content, let ink = square.ink else { continue }
      square.back = TerminalColour(square.back.map { ink.colour.mixed(with: $0.colour, share: 0.5) } ?? ink.colour)
      grid[at, row] = square
    }
  }
}
