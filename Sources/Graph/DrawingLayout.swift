// Where boxes and arrows go: layers from the longest way, few crossings, and each box near the boxes it is joined to.

/// A layered drawing: operands above what takes them.
struct DrawingLayout {
  /// A corner point of an arrow, or a box's centre.
  struct Point {
    var x: Double
    var y: Double
  }
  /// The centre of every box.
  private(set) var centers: [Point] = []
  /// Every arrow's way: from the lower edge of its first box, past what lies between, to the upper edge of its last. Where it
  /// passes a layer, it enters and leaves straight.
  private(set) var ways: [[Point]] = []
  private(set) var width = 0.0
  private(set) var height = 0.0

  /// A box, or a place where an arrow passes a layer.
  private struct Cell {
    let width: Double
    let isPassage: Bool
    var layer: Int
    var x = 0.0
    var above: [Int] = []
    var below: [Int] = []
    /// The arrow that passes here.
    var chain = -1
  }
  private var cells: [Cell] = []
  private var layers: [[Int]] = []
  /// The cells along each arrow.
  private var chains: [[Int]] = []

  private static let gap = 22.0
  private static let passageWidth = 8.0
  private static let layerGap = 38.0
  private static let margin = 16.0

  init(widths: [Double], height boxHeight: Double, arrows: [(from: Int, to: Int)]) {
    cells = zip(widths, DrawingLayout.longestWays(widths.count, arrows)).map {
      Cell(width: $0, isPassage: false, layer: $1)
    }
    addChains(arrows)
    let count = (cells.map(\.layer).max() ?? -1) + 1
    layers = [[Int]](repeating: [], count: count)
    for index in DrawingLayout.orderOfVisit(cells.map(\.below), cells.map { $0.above.isEmpty }) {
      layers[cells[index].layer].append(index)
    }
    untangle()
    place()
    let left = cells.map { $0.x - $0.width / 2 }.min() ?? 0
    let right = cells.map { $0.x + $0.width / 2 }.max() ?? 0
    let step = boxHeight + DrawingLayout.layerGap
    let shift = DrawingLayout.margin - left
    let y = { (layer: Int) in DrawingLayout.margin + boxHeight / 2 + Double(layer) * step }
    self.width = right - left + 2 * DrawingLayout.margin
    self.height = max(0, Double(count) * step - DrawingLayout.layerGap) + 2 * DrawingLayout.margin
    centers = widths.indices.map { Point(x: cells[$0].x + shift, y: y(cells[$0].layer)) }
    let arrivals = ports(isArrival: true)
    let departures = ports(isArrival: false)
    ways = chains.enumerated().map { arrow, chain in
      guard let first = chain.first, let last = chain.last else { return [] }
      var way = [Point(x: cells[first].x + shift + departures[arrow], y: y(cells[first].layer) + boxHeight / 2)]
      for cell in chain.dropFirst().dropLast() {
        way.append(Point(x: cells[cell].x + shift, y: y(cells[cell].layer) - boxHeight / 2))
        way.append(Point(x: cells[cell].x + shift, y: y(cells[cell].layer) + boxHeight / 2))
      }
      way.append(Point(x: cells[last].x + shift + arrivals[arrow], y: y(cells[last].layer) - boxHeight / 2))
      return way
    }
  }

  /// Each box's layer: one below its lowest operand; what has none stands just above its first use.
  private static func longestWays(_ count: Int, _ arrows: [(from: Int, to: Int)]) -> [Int] {
    var layer = [Int](repeating: 0, count: count)
    var waiting = [Int](repeating: 0, count: count)
    var uses = [[Int]](repeating: [], count: count)
    for arrow in arrows {
      waiting[arrow.to] += 1
      uses[arrow.from].append(arrow.to)
    }
    let sources = (0..<count).filter { waiting[$0] == 0 }
    var line = sources
    var next = 0
    while next < line.count {
      let box = line[next]
      next += 1
      for user in uses[box] {
        layer[user] = max(layer[user], layer[box] + 1)
        waiting[user] -= 1
        if waiting[user] == 0 { line.append(user) }
      }
    }
    for source in sources { if let first = uses[source].map({ layer[$0] }).min() { layer[source] = first - 1 } }
    return layer
  }

  /// Cuts arrows that pass layers into pieces from one layer to the next.
  private mutating func addChains(_ arrows: [(from: Int, to: Int)]) {
    for arrow in arrows {
      var chain = [arrow.from]
      for layer in stride(from: cells[arrow.from].layer + 1, to: cells[arrow.to].layer, by: 1) {
        chain.append(cells.count)
        cells.append(
          Cell(width: DrawingLayout.passageWidth, isPassage: true, layer: layer, chain: chains.count))
      }
      chain.append(arrow.to)
      for (upper, lower) in zip(chain, chain.dropFirst()) {
        cells[upper].below.append(lower)
        cells[lower].above.append(upper)
      }
      chains.append(chain)
    }
  }

  /// The order in which a walk from the sources comes by: what belongs together starts out together.
  private static func orderOfVisit(_ below: [[Int]], _ isSource: [Bool]) -> [Int] {
    var seen = [Bool](repeating: false, count: below.count)
    var order: [Int] = []
    var stack = below.indices.reversed().filter { isSource[$0] }
    while let cell = stack.popLast() {
      if seen[cell] { continue }
      seen[cell] = true
      order.append(cell)
      stack += below[cell].reversed()
    }
    return order
  }

  /// Orders every layer by the mean place of its neighbours, up and down, and keeps the order with the fewest crossings.
  private mutating func untangle() {
    var best = layers
    var fewest = crossings()
    for sweep in 0..<24 where fewest > 0 {
      let isDown = sweep % 2 == 0
      for layer in isDown ? Array(layers.indices.dropFirst()) : layers.indices.dropLast().reversed() {
        let other = layers[isDown ? layer - 1 : layer + 1]
        let places = Dictionary(uniqueKeysWithValues: other.enumerated().map { ($1, Double($0)) })
        let means = layers[layer].enumerated().map { place, cell -> (Double, Int, Int) in
          let near = (isDown ? cells[cell].above : cells[cell].below).compactMap { places[$0] }
          return (near.isEmpty ? Double(place) : near.reduce(0, +) / Double(near.count), place, cell)
        }
        // Equal means change places in every other pair of sweeps, lest a bad order persist.
        let turns = sweep % 4 < 2
        layers[layer] = means.sorted { ($0.0, turns ? $0.1 : -$0.1) < ($1.0, turns ? $1.1 : -$1.1) }.map(\.2)
      }
      let now = crossings()
      if now < fewest { (best, fewest) = (layers, now) }
    }
    layers = best
  }

  private func crossings() -> Int {
    var place = [Int](repeating: 0, count: cells.count)
    for layer in layers { for (index, cell) in layer.enumerated() { place[cell] = index } }
    var sum = 0
    for layer in layers {
      // Walking the upper ends from left to right, every earlier arrow that ends farther right is crossed.
      var ends: [Int] = []
      for cell in layer {
        let own = cells[cell].below.map { place[$0] }.sorted()
        for end in own { sum += ends.reduce(0) { $0 + ($1 > end ? 1 : 0) } }
        ends += own
      }
    }
    return sum
  }

  /// Moves every cell towards its neighbours as far as its layer's order and gaps allow.
  private mutating func place() {
    for layer in layers {
      var x = 0.0
      for cell in layer {
        cells[cell].x = x + cells[cell].width / 2
        x += cells[cell].width + DrawingLayout.gap
      }
    }
    for round in 0..<80 {
      // Later, an arrow that passes several layers is pulled towards one line, lest it wind.
      let lines = round < 10 ? [] : chains.map { middle(of: $0) }
      let order = round % 2 == 0 ? Array(layers.indices) : layers.indices.reversed()
      for layer in order {
        align(layers[layer], lines, onlyAbove: round < 4 && round % 2 == 0, onlyBelow: round < 4 && round % 2 == 1)
      }
    }
  }

  /// The mean place of an arrow's passages.
  private func middle(of chain: [Int]) -> Double {
    let passages = chain.dropFirst().dropLast()
    return passages.reduce(0) { $0 + cells[$1].x } / Double(max(1, passages.count))
  }

  private mutating func align(_ layer: [Int], _ lines: [Double], onlyAbove: Bool, onlyBelow: Bool) {
    var blocks: [(sum: Double, weight: Double, count: Int)] = []
    var offsets: [Double] = []
    var offset = 0.0
    for (index, cell) in layer.enumerated() {
      if index > 0 {
        let former = cells[layer[index - 1]]
        let gap = former.isPassage && cells[cell].isPassage ? DrawingLayout.gap / 2 : DrawingLayout.gap
        offset += (former.width + cells[cell].width) / 2 + gap
      }
      offsets.append(offset)
      let (target, weight) = pull(cell, lines, onlyAbove: onlyAbove, onlyBelow: onlyBelow)
      // Places less the room that the order needs must not decrease: neighbours that would overlap move as one block.
      blocks.append(((target - offset) * weight, weight, 1))
      while blocks.count > 1 {
        let (last, former) = (blocks[blocks.count - 1], blocks[blocks.count - 2])
        if former.sum / former.weight <= last.sum / last.weight { break }
        blocks.removeLast(2)
        blocks.append((former.sum + last.sum, former.weight + last.weight, former.count + last.count))
      }
    }
    var index = 0
    for block in blocks {
      for _ in 0..<block.count {
        cells[layer[index]].x = block.sum / block.weight + offsets[index]
        index += 1
      }
    }
  }

  /// Where a cell's neighbours want it, and how strongly: long arrows most, so that they run straight.
  private func pull(_ cell: Int, _ lines: [Double], onlyAbove: Bool, onlyBelow: Bool) -> (
    target: Double, weight: Double
  ) {
    let own = cells[cell]
    var (sum, weight) = (0.0, 0.0)
    for neighbour in (onlyBelow ? [] : own.above) + (onlyAbove ? [] : own.below) {
      let strength =
        own.isPassage && cells[neighbour].isPassage ? 8.0 : own.isPassage || cells[neighbour].isPassage ? 2 : 1
      sum += strength * cells[neighbour].x
      weight += strength
    }
    if own.isPassage && !lines.isEmpty {
      let strength = 30.0
      sum += strength * lines[own.chain]
      weight += strength
    }
    return weight > 0 ? (sum / weight, weight) : (own.x, 0.01)
  }

  /// How far from its box's middle each arrow begins or ends, so that arrows side by side stay apart.
  private func ports(isArrival: Bool) -> [Double] {
    var result = [Double](repeating: 0, count: chains.count)
    var groups: [Int: [(arrow: Int, x: Double)]] = [:]
    for (arrow, chain) in chains.enumerated() {
      guard let box = isArrival ? chain.last : chain.first else { continue }
      let neighbour = isArrival ? chain[chain.count - 2] : chain[1]
      groups[box, default: []].append((arrow, cells[neighbour].x))
    }
    for (box, arrows) in groups where arrows.count > 1 {
      let step = min(14, cells[box].width * 0.7 / Double(arrows.count))
      for (index, entry) in arrows.sorted(by: { ($0.x, $0.arrow) < ($1.x, $1.arrow) }).enumerated() {
        result[entry.arrow] = (Double(index) - Double(arrows.count - 1) / 2) * step
      }
    }
    return result
  }
}
