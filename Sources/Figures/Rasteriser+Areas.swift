// Filled outlines: the exact part of every pixel that lies inside.

extension Rasteriser {
  /// Fills what a closed outline winds around, once or more often.
  package mutating func fill(_ outline: [Spot], _ colour: Colour, opacity: Double = 1) {
    let points = outline.filter { !$0.x.isNaN && !$0.y.isNaN }.map { Spot(Self.near($0.x), Self.near($0.y)) }
    guard points.count > 2, let first = points.first, opacity > 0 else { return }
    var (left, right, top, bottom) = (first.x, first.x, first.y, first.y)
    for point in points {
      left = min(left, point.x)
      right = max(right, point.x)
      top = min(top, point.y)
      bottom = max(bottom, point.y)
    }
    for strip in clip.touched(left: left, top: top, right: right, bottom: bottom).strips {
      let stride = strip.right - strip.left + 2
      clearCoverage(stride * (strip.bottom - strip.top))
      var last = points[points.count - 1]
      for point in points {
        addEdge(last, point, in: strip, stride: stride)
        last = point
      }
      layWindings(in: strip, stride: stride, colour, Float(min(opacity, 1)))
    }
  }

  /// Fills a rectangle; its edges may lie between pixels.
  package mutating func fill(
    x: Double, y: Double, width: Double, height: Double, _ colour: Colour, opacity: Double = 1
  ) {
    guard width > 0, height > 0 else { return }
    fill([Spot(x, y), Spot(x + width, y), Spot(x + width, y + height), Spot(x, y + height)], colour, opacity: opacity)
  }

  mutating func clearCoverage(_ count: Int) {
    if coverage.count < count {
      coverage = [Float](repeating: 0, count: count)
    } else {
      for at in 0..<count { coverage[at] = 0 }
    }
  }

  /// Adds an edge's share: in each row what the sum from the left has to change at each column. What lies to the left
  /// of the strip counts at its first column, what lies to the right counts nowhere.
  private mutating func addEdge(_ from: Spot, _ to: Spot, in strip: PixelBox, stride: Int) {
    guard from.y != to.y else { return }
    let sign = from.y < to.y ? 1.0 : -1.0
    let (upper, lower) = from.y < to.y ? (from, to) : (to, from)
    let top = max(upper.y, Double(strip.top))
    let bottom = min(lower.y, Double(strip.bottom))
    guard top < bottom else { return }
    let slope = (lower.x - upper.x) / (lower.y - upper.y)
    func x(at y: Double) -> Double {
      // Rounding must not carry an end beyond itself.
      min(max(upper.x + (y - upper.y) * slope, min(upper.x, lower.x)), max(upper.x, lower.x))
    }
    let (low, high) = (Double(strip.left), Double(strip.right))
    var cuts = [top]
    if slope != 0 {
      let crossings = [upper.y + (low - upper.x) / slope, upper.y + (high - upper.x) / slope]
      for crossing in crossings.sorted() where crossing > top && crossing < bottom { cuts.append(crossing) }
    }
    cuts.append(bottom)
    for (start, end) in zip(cuts, cuts.dropFirst()) where start < end {
      let (a, b) = (x(at: start), x(at: end))
      let (inA, inB) = (min(max(a, low), high) - low, min(max(b, low), high) - low)
      addPiece(inA, start - Double(strip.top), inB, end - Double(strip.top), sign, stride: stride)
    }
  }

  /// The same for a piece inside of the strip, in the strip's own coordinates.
  private mutating func addPiece(
    _ startX: Double, _ startY: Double, _ endX: Double, _ endY: Double, _ sign: Double, stride: Int
  ) {
    let slope = (endX - startX) / (endY - startY)
    var y = startY
    var x = startX
    while y < endY {
      let row = Int(y)
      let nextY = min(Double(row + 1), endY)
      let nextX = nextY == endY ? endX : x + (nextY - y) * slope
      addRow(row * stride, min(x, nextX), max(x, nextX), (nextY - y) * sign)
      y = nextY
      x = nextX
    }
  }

  private mutating func addRow(_ row: Int, _ low: Double, _ high: Double, _ height: Double) {
    let first = max(Int(low), 0)
    let last = Int(high)
    guard row + last + 1 < coverage.count else { return }
    if last <= first {
      let inside = (low + high) / 2 - Double(first)
      coverage[row + first] += Float(height * (1 - inside))
      coverage[row + first + 1] += Float(height * inside)
      return
    }
    // The edge crosses several columns: the area to its right grows by a triangle, then in a straight way, then by a
    // triangle.
    let rise = height / (high - low)
    var before = 0.0
    for column in first...last {
      let start = max(low, Double(column)) - Double(column)
      let end = min(high, Double(column + 1)) - Double(column)
      let part = rise * (end - start)
      let inside = part * (1 - (start + end) / 2)
      coverage[row + column] += Float(before + inside)
      before = part - inside
    }
    coverage[row + last + 1] += Float(before)
  }

  private mutating func layWindings(in strip: PixelBox, stride: Int, _ colour: Colour, _ opacity: Float) {
    for y in strip.rows {
      var sum: Float = 0
      let row = (y - strip.top) * stride
      var at = (y * width + strip.left) * 3
      for column in 0..<(strip.right - strip.left) {
        sum += coverage[row + column]
        let covered = min(abs(sum), 1)
        if covered > 0.002 { blend(at, colour, covered, opacity) }
        at += 3
      }
    }
  }
}
