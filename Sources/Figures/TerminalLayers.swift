// Boxes in layers, one below the other, with arrows between them in box-drawing characters.
import Diagnostics

/// A diagram drawn in characters. Its layers and the places where arrows pass them are the diagram's own; how far things
/// lie apart follows from the texts.
struct TerminalLayers {
  private let diagram: Diagram
  private let style: TerminalStyle
  private var places: [Place] = []
  private var routes: [Route] = []
  /// The first row of every layer, and the first one below it.
  private var layerRows: [Range<Int>] = []
  private var rows = 0

  private static let mostBoxes = 80
  private static let mostRows = 100

  private struct Place {
    var layer: Int
    var left = 0
    var top = 0
    var width: Int
    var height: Int

    var right: Int { left + width }
    var bottom: Int { top + height }
  }

  /// An arrow's way: where it crosses from one layer to the next, from column to column, in which of the rows between.
  private struct Route {
    var from: Int
    var to: Int
    var crossings: [Crossing]
  }
  private struct Crossing {
    var gap: Int
    var start: Int
    var end: Int
    var track = 0
  }

  /// Nil where the diagram has no layers from top to bottom, or no room.
  init?(_ diagram: Diagram, _ style: TerminalStyle) {
    self.diagram = diagram
    self.style = style
    let numbers = diagram.boxes.flatMap { [$0.x, $0.y, $0.width, $0.height] }
    guard (1...Self.mostBoxes).contains(diagram.boxes.count), diagram.arrows.count <= 4 * Self.mostBoxes,
      numbers.allSatisfy({ $0.isFinite && abs($0) < 1e5 })
    else { return nil }
    findLayers()
    guard let ways = ways(), setColumns(ways), setRows() else { return nil }
  }

  var grid: TerminalGrid {
    var canvas = TerminalCanvas(style, columns: style.columns, rows: rows)
    for route in routes { draw(route, on: &canvas) }
    for route in routes {
      guard let last = route.crossings.last else { continue }
      let sign: Character = style.signs == .plain ? "v" : "▼"
      canvas.sign(sign, column: last.end, row: places[route.to].top - 1, TerminalColour.of(.axis))
    }
    for (box, place) in zip(diagram.boxes, places) { draw(box, place, on: &canvas) }
    return canvas.grid
  }

  // MARK: Places

  private mutating func findLayers() {
    let middles = diagram.boxes.map { $0.y + $0.height / 2 }
    var layer = -1
    var last = -Double.infinity
    var layers = [Int](repeating: 0, count: middles.count)
    for index in middles.indices.sorted(by: { middles[$0] < middles[$1] }) {
      if middles[index] > last + 0.5 { layer += 1 }
      last = middles[index]
      layers[index] = layer
    }
    places = zip(diagram.boxes, layers).map { box, layer in
      let text = max(TerminalText.width(box.title, style), TerminalText.width(box.subtitle, style))
      return Place(layer: layer, width: max(text, 1) + 4, height: box.subtitle.isEmpty ? 3 : 4)
    }
  }

  /// For each arrow the x at which it leaves a layer and the one at which it arrives at the next, over and over; nil where
  /// an arrow does not lead downward.
  private func ways() -> [[(start: Double, end: Double)]]? {
    var ways: [[(start: Double, end: Double)]] = []
    for arrow in diagram.arrows {
      guard places.indices.contains(arrow.from), places.indices.contains(arrow.to) else { return nil }
      let gaps = places[arrow.to].layer - places[arrow.from].layer
      guard gaps > 0, arrow.points.allSatisfy({ $0.x.isFinite && abs($0.x) < 1e5 }) else { return nil }
      if arrow.points.count == 2 * gaps {
        ways.append((0..<gaps).map { (arrow.points[2 * $0].x, arrow.points[2 * $0 + 1].x) })
      } else if gaps == 1 {
        ways.append([(middle(of: arrow.from), middle(of: arrow.to))])
      } else {
        return nil
      }
    }
    return ways
  }

  private func middle(of box: Int) -> Double { diagram.boxes[box].x + diagram.boxes[box].width / 2 }

  /// Spreads the diagram until neighbours in a layer do not touch. False where it gets too broad.
  private mutating func setColumns(_ ways: [[(start: Double, end: Double)]]) -> Bool {
    var layers: [[(x: Double, half: Double)]] = Array(repeating: [], count: (places.map(\.layer).max() ?? 0) + 1)
    for (index, place) in places.enumerated() {
      layers[place.layer].append((middle(of: index), Double(place.width) / 2))
    }
    for (arrow, way) in zip(diagram.arrows, ways) {
      for (step, crossing) in way.dropLast().enumerated() {
        layers[places[arrow.from].layer + step + 1].append((crossing.end, 0.5))
      }
    }
    var scale = 1.2
    for layer in layers {
      let sorted = layer.sorted { $0.x < $1.x }
      for (one, next) in zip(sorted, sorted.dropFirst()) {
        let distance = next.x - one.x
        // Arrows may pass side by side in one column, boxes may not.
        if one.half < 1 && next.half < 1 { continue }
        guard distance > 0.01 else { return false }
        scale = max(scale, (one.half + next.half + 1) / distance)
      }
    }
    guard scale < 20 else { return false }
    let left = layers.joined().reduce(Double.infinity) { min($0, $1.x * scale - $1.half) }.rounded(.down)
    let right = layers.joined().reduce(-Double.infinity) { max($0, $1.x * scale + $1.half) }
    guard right - left < Double(style.columns) - 0.5 else { return false }
    func column(_ x: Double) -> Int { Int((x * scale - left).rounded(.down)) }
    for index in places.indices {
      places[index].left = Int((middle(of: index) * scale - left - Double(places[index].width) / 2).rounded())
    }
    routes = zip(diagram.arrows, ways).map { arrow, way in
      let (from, to) = (places[arrow.from], places[arrow.to])
      let crossings = way.enumerated().map { step, crossing in
        var (start, end) = (column(crossing.start), column(crossing.end))
        // An arrow begins and ends between the corners of its boxes.
        if step == 0 { start = min(max(start, from.left + 1), from.right - 2) }
        if step == way.count - 1 { end = min(max(end, to.left + 1), to.right - 2) }
        return Crossing(gap: from.layer + step, start: start, end: end)
      }
      return Route(from: arrow.from, to: arrow.to, crossings: crossings)
    }
    return places.allSatisfy { $0.left >= 0 && $0.right <= style.columns }
  }

  /// Gives the ways across rows of their own where they would run into each other, and layers the rows they need.
  private mutating func setRows() -> Bool {
    let count = (places.map(\.layer).max() ?? 0) + 1
    var tracks = [[[(low: Int, high: Int, to: Int)]]](repeating: [], count: count)
    for index in routes.indices {
      for step in routes[index].crossings.indices {
        let crossing = routes[index].crossings[step]
        guard crossing.start != crossing.end else { continue }
        let (low, high) = (min(crossing.start, crossing.end), max(crossing.start, crossing.end))
        // Arrows to one place may share a row; others only beside each other, and in plain signs not too closely: `++`
        // says little.
        let room = style.signs == .plain ? 1 : 0
        let target = step == routes[index].crossings.count - 1 ? routes[index].to : -1 - index
        let track =
          tracks[crossing.gap].firstIndex { row in
            row.allSatisfy { $0.high + room < low || $0.low > high + room || $0.to == target }
          } ?? tracks[crossing.gap].count
        if track == tracks[crossing.gap].count { tracks[crossing.gap].append([]) }
        tracks[crossing.gap][track].append((low, high, target))
        routes[index].crossings[step].track = track
      }
    }
    for layer in 0..<count {
      let height = places.filter { $0.layer == layer }.map(\.height).max() ?? 0
      layerRows.append(rows..<(rows + height))
      rows += height
      if layer < count - 1 { rows += max(2, tracks[layer].count + 1) }
    }
    for index in places.indices { places[index].top = layerRows[places[index].layer].lowerBound }
    return rows <= Self.mostRows
  }

  // MARK: Drawing

  private func draw(_ route: Route, on canvas: inout TerminalCanvas) {
    var row = places[route.from].bottom - 1
    for crossing in route.crossings {
      let track = layerRows[crossing.gap].upperBound + crossing.track
      upright(crossing.start, row, track, on: &canvas)
      level(track, crossing.start, crossing.end, on: &canvas)
      row = layerRows[crossing.gap + 1].lowerBound - 1
      upright(crossing.end, track, row, on: &canvas)
    }
  }

  private func upright(_ column: Int, _ top: Int, _ bottom: Int, on canvas: inout TerminalCanvas) {
    for row in top..<max(top, bottom) {
      canvas.add(arms: 4, column: column, row: row, isGuide: false)
      canvas.add(arms: 1, column: column, row: row + 1, isGuide: false)
    }
  }

  private func level(_ row: Int, _ one: Int, _ other: Int, on canvas: inout TerminalCanvas) {
    for column in min(one, other)..<max(one, other) {
      canvas.add(arms: 2, column: column, row: row, isGuide: false)
      canvas.add(arms: 8, column: column + 1, row: row, isGuide: false)
    }
  }

  private func draw(_ box: Diagram.Box, _ place: Place, on canvas: inout TerminalCanvas) {
    if box.kind != .omitted {
      for row in [place.top, place.bottom - 1] { level(row, place.left, place.right - 1, on: &canvas) }
      for column in [place.left, place.right - 1] { upright(column, place.top, place.bottom - 1, on: &canvas) }
    }
    for (index, text) in [box.title, box.subtitle].enumerated() where !text.isEmpty {
      let lead = (place.width - TerminalText.width(text, style)) / 2
      canvas.grid.write(
        text, column: place.left + max(lead, 0), row: place.top + 1 + index,
        ink: index == 1 ? TerminalColour.of(.muted) : Self.ink(of: box.kind), isBold: index == 0 && box.kind == .result)
    }
  }

  static func ink(of kind: Diagram.Kind) -> TerminalColour? {
    switch kind {
    case .given: TerminalColour.of(.series(0))
    case .result: TerminalColour.of(.series(1))
    case .omitted, .number: TerminalColour.of(.muted)
    case .operation: nil
    }
  }
}
