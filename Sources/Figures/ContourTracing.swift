// The lines along which numbers on a grid have one value: marching squares.

extension Contour {
  /// The lines of some levels. The numbers stand in the middles of the grid's cells; to the border they are continued straight.
  package static func lines(of grid: Grid, levels: [Double]) -> [Contour] {
    let levels = levels.filter(\.isFinite).sorted()
    guard let lowest = levels.first, let highest = levels.last, let field = Field(grid) else { return [] }
    return levels.map { level in
      let place = highest > lowest ? (level / 2 - lowest / 2) / (highest / 2 - lowest / 2) : 0.5
      return Contour(level: level, place: place, lines: field.lines(at: level))
    }
  }

  /// Round levels for the finite numbers of a grid, about so many.
  package static func levels(of grid: Grid, count: Int = 8) -> [Double] {
    guard let span = Interval(of: grid.values), span.low < span.high else { return [] }
    let ticks = Ticks.linear(span, atMost: max(2, count)).values
    return ticks.filter { $0 > span.low && $0 < span.high }
  }
}

/// Numbers at crossings, with their places.
private struct Field {
  let xs: [Double]
  let ys: [Double]
  /// Row by row from the bottom of the y axis's numbers.
  let values: [Double]

  var columns: Int { xs.count }

  init?(_ grid: Grid) {
    guard grid.rows > 0, grid.columns > 0, grid.x.isFinite, grid.y.isFinite,
      grid.rows.multipliedReportingOverflow(by: grid.columns).partialValue == grid.values.count
    else { return nil }
    xs = Field.places(grid.x, grid.columns)
    ys = Field.places(grid.y, grid.rows)
    // A grid whose first row is at the top has its y axis pointing down: the first row is at the lowest number either way.
    var rows: [[Double]] = (0..<grid.rows).map { row in
      Field.continued(Array(grid.values[row * grid.columns..<(row + 1) * grid.columns]))
    }
    rows = Field.continued(rows)
    values = rows.flatMap { $0 }
  }

  /// The border, the middles of the cells, the other border.
  private static func places(_ span: Interval, _ count: Int) -> [Double] {
    let middles = (0..<count).map { index in
      let share = (Double(index) + 0.5) / Double(count)
      return span.low * (1 - share) + span.high * share
    }
    return [span.low] + middles + [span.high]
  }

  /// Half a step further on both sides.
  private static func continued(_ row: [Double]) -> [Double] {
    guard let first = row.first, let last = row.last else { return row }
    guard row.count > 1 else { return [first] + row + [last] }
    return [first - (row[1] - first) / 2] + row + [last - (row[row.count - 2] - last) / 2]
  }

  private static func continued(_ rows: [[Double]]) -> [[Double]] {
    guard let first = rows.first, let last = rows.last else { return rows }
    guard rows.count > 1 else { return [first] + rows + [last] }
    func beyond(_ border: [Double], _ inner: [Double]) -> [Double] { zip(border, inner).map { $0 - ($1 - $0) / 2 } }
    return [beyond(first, rows[1])] + rows + [beyond(last, rows[rows.count - 2])]
  }

  func lines(at level: Double) -> [[Spot]] {
    var links = Links(edges: values.count * 2)
    for row in 0..<max(0, ys.count - 1) {
      for column in 0..<max(0, columns - 1) { connect(row, column, level, &links) }
    }
    return links.chains().map { $0.map { spot(onEdge: $0, level) } }
  }

  // Edge 2k runs from crossing k to the right, 2k + 1 from it upward.
  private func connect(_ row: Int, _ column: Int, _ level: Double, _ links: inout Links) {
    let corner = row * columns + column
    let (a, b, c, d) = (
      values[corner], values[corner + 1], values[corner + columns + 1], values[corner + columns]
    )
    guard a.isFinite, b.isFinite, c.isFinite, d.isFinite else { return }
    let (bottom, right) = (2 * corner, 2 * (corner + 1) + 1)
    let (top, left) = (2 * (corner + columns), 2 * corner + 1)
    let crossings = (a >= level ? 1 : 0) | (b >= level ? 2 : 0) | (c >= level ? 4 : 0) | (d >= level ? 8 : 0)
    switch crossings {
    case 1, 14: links.join(left, bottom)
    case 2, 13: links.join(bottom, right)
    case 4, 11: links.join(right, top)
    case 8, 7: links.join(top, left)
    case 3, 12: links.join(left, right)
    case 6, 9: links.join(bottom, top)
    case 5, 10:
      // A saddle: the middle tells which two corners belong together.
      let middle = a / 4 + b / 4 + c / 4 + d / 4
      if (middle >= level) == (crossings == 5) {
        links.join(left, top)
        links.join(bottom, right)
      } else {
        links.join(left, bottom)
        links.join(right, top)
      }
    default: break
    }
  }

  private func spot(onEdge edge: Int, _ level: Double) -> Spot {
    let from = edge / 2
    let (row, column) = (from / columns, from % columns)
    let isUpward = edge % 2 == 1
    let to = isUpward ? from + columns : from + 1
    let (a, b) = (values[from], values[to])
    let share = b == a ? 0.5 : ((level / 2 - a / 2) / (b / 2 - a / 2)).clamped(0, 1)
    func between(_ p: Double, _ q: Double) -> Double { p * (1 - share) + q * share }
    if isUpward { return Spot(xs[column], between(ys[row], ys[row + 1])) }
    return Spot(between(xs[column], xs[column + 1]), ys[row])
  }
}

/// Which edges follow each other: every edge has two neighbours at most.
private struct Links {
  private var neighbours: [Int32]
  private var used: [Bool]
  private var touched: [Int] = []

  init(edges: Int) {
    neighbours = Array(repeating: -1, count: edges * 2)
    used = Array(repeating: false, count: edges)
  }

  mutating func join(_ a: Int, _ b: Int) {
    add(a, b)
    add(b, a)
  }

  private mutating func add(_ edge: Int, _ other: Int) {
    if neighbours[2 * edge] < 0 {
      neighbours[2 * edge] = Int32(truncatingIfNeeded: other)
      touched.append(edge)
    } else {
      neighbours[2 * edge + 1] = Int32(truncatingIfNeeded: other)
    }
  }

  /// The lines: first those with ends, then the closed ones, which end where they begin.
  mutating func chains() -> [[Int]] {
    var chains: [[Int]] = []
    for edge in touched where !used[edge] && neighbours[2 * edge + 1] < 0 { chains.append(follow(edge)) }
    for edge in touched where !used[edge] {
      let chain = follow(edge)
      chains.append(chain + chain.prefix(1))
    }
    return chains
  }

  private mutating func follow(_ start: Int) -> [Int] {
    var chain: [Int] = []
    var next = start
    while next >= 0, !used[next] {
      used[next] = true
      chain.append(next)
      let (first, second) = (Int(neighbours[2 * next]), Int(neighbours[2 * next + 1]))
      if first >= 0, !used[first] { next = first } else { next = second }
    }
    return chain
  }
}
