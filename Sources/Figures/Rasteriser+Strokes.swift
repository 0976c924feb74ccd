// Lines with a width: round joins and ends, dashes, arrows, dots.
import Glibc

extension Rasteriser {
  /// How the two ends of a line look.
  package enum Ends: Sendable {
    case round
    case flat
  }

  /// Draws a line through points. A point that is not a number interrupts it.
  package mutating func stroke(
    _ points: [Spot], width: Double, dash: [Double] = [], ends: Ends = .round, _ colour: Colour, opacity: Double = 1
  ) {
    guard width > 0, opacity > 0 else { return }
    let width = min(max(width, 0.4), 4096)
    var pieces: [[Spot]] = []
    for run in Self.runs(of: points) {
      let thinned = Self.thinned(run, sheetWidth: self.width)
      pieces += Self.isPattern(dash) ? dashes(of: thinned, dash, width: width) : [thinned]
    }
    stroke(pieces, width: width, ends: Self.isPattern(dash) ? .flat : ends, colour, opacity: opacity)
  }

  /// Draws several lines as one shape: where they cross, the colour is not laid twice.
  package mutating func stroke(
    _ lines: [[Spot]], width: Double, ends: Ends = .round, _ colour: Colour, opacity: Double = 1
  ) {
    let radius = width / 2
    var (left, top, right, bottom) = (Double.infinity, Double.infinity, -Double.infinity, -Double.infinity)
    for line in lines {
      for point in line {
        left = min(left, point.x)
        right = max(right, point.x)
        top = min(top, point.y)
        bottom = max(bottom, point.y)
      }
    }
    let reach = radius + 1
    let box = clip.touched(left: left - reach, top: top - reach, right: right + reach, bottom: bottom + reach)
    let kept = Self.share(of: lines, width: width, sheet: Double(self.width + height))
    for strip in box.strips {
      let stride = strip.right - strip.left
      clearCoverage(stride * (strip.bottom - strip.top))
      for line in lines {
        if line.count == 1 { addSegment(line[0], line[0], radius, true, true, in: strip) }
        for index in line.indices.dropFirst() where index % kept == 0 {
          let isFirst = index == 1 && ends == .flat
          let isLast = index == line.count - 1 && ends == .flat
          addSegment(line[index - 1], line[index], radius, !isFirst, !isLast, in: strip)
        }
      }
      layCoverage(in: strip, stride: stride, colour, Float(min(opacity, 1)))
    }
  }

  /// Of how many pieces one is drawn. Lines that cross the sheet so often that it would take seconds have blackened it
  /// long before the last one.
  private static func share(of lines: [[Spot]], width: Double, sheet: Double) -> Int {
    let most = 2e8
    var work = 0.0
    for line in lines {
      for index in line.indices.dropFirst() {
        work += (min(distance(line[index - 1], line[index]), sheet) + width) * (width + 2)
      }
    }
    return max(1, Int(min((work / most).rounded(.up), 1e6)))
  }

  /// A filled circle.
  package mutating func dot(x: Double, y: Double, radius: Double, _ colour: Colour, opacity: Double = 1) {
    guard x.isFinite, y.isFinite, radius > 0, opacity > 0 else { return }
    let radius = min(radius, Self.farthest)
    let box = clip.touched(left: x - radius - 1, top: y - radius - 1, right: x + radius + 1, bottom: y + radius + 1)
    let opacity = Float(min(opacity, 1))
    for row in box.rows {
      let dy = Double(row) + 0.5 - y
      for column in box.columns {
        let dx = Double(column) + 0.5 - x
        let covered = radius + 0.5 - (dx * dx + dy * dy).squareRoot()
        if covered > 0 { blend((row * width + column) * 3, colour, Float(min(covered, 1, 2 * radius)), opacity) }
      }
    }
  }

  /// A line with a head at its last point.
  package mutating func arrow(_ points: [Spot], width: Double, _ colour: Colour) {
    guard let line = Self.runs(of: points).last, let tip = line.last, width > 0 else { return }
    let length = zip(line, line.dropFirst()).reduce(0) { $0 + Self.distance($1.0, $1.1) }
    guard length > 0 else { return dot(x: tip.x, y: tip.y, radius: width, colour) }
    let head = min(max(5 * width, 6), 0.6 * length)
    // The head points as the end of the line does, over its own length: the last step may be a tiny one.
    var base = line[0]
    var left = head
    for (to, from) in zip(line.reversed(), line.reversed().dropFirst()) {
      let step = Self.distance(from, to)
      if step >= left {
        let part = left / step
        base = Spot(to.x + (from.x - to.x) * part, to.y + (from.y - to.y) * part)
        break
      }
      left -= step
    }
    let (across, along) = (tip.x - base.x, tip.y - base.y)
    let half = 0.42
    let shaft = Spot(base.x + across * 0.2, base.y + along * 0.2)
    var body = line
    while body.count > 1, Self.distance(body[body.count - 1], tip) < head * 0.8 { body.removeLast() }
    stroke([body + [shaft]], width: width, ends: .round, colour)
    fill(
      [
        tip, Spot(base.x - along * half, base.y + across * half), shaft,
        Spot(base.x + along * half, base.y - across * half),
      ], colour)
  }

  /// The pieces of a line between the points that are not numbers.
  static func runs(of points: [Spot]) -> [[Spot]] {
    var runs: [[Spot]] = []
    var run: [Spot] = []
    for point in points {
      if point.x.isNaN || point.y.isNaN {
        if !run.isEmpty { runs.append(run) }
        run = []
      } else {
        run.append(Spot(near(point.x), near(point.y)))
      }
    }
    if !run.isEmpty { runs.append(run) }
    return runs
  }

  /// Of many points above one half of a pixel only those that can be seen: the first, the last, the highest and the
  /// lowest.
  static func thinned(_ line: [Spot], sheetWidth: Int) -> [Spot] {
    guard line.count > 2 * sheetWidth else { return line }
    var result: [Spot] = []
    var start = 0
    while start < line.count {
      let column = (line[start].x * 2).rounded(.down)
      var (end, low, high) = (start + 1, start, start)
      while end < line.count, (line[end].x * 2).rounded(.down) == column {
        if line[end].y < line[low].y { low = end }
        if line[end].y > line[high].y { high = end }
        end += 1
      }
      var kept = -1
      for index in [start, min(low, high), max(low, high), end - 1] where index > kept {
        result.append(line[index])
        kept = index
      }
      start = end
    }
    return result
  }

  static func distance(_ a: Spot, _ b: Spot) -> Double { hypot(b.x - a.x, b.y - a.y) }

  private static func isPattern(_ dash: [Double]) -> Bool {
    !dash.isEmpty && dash.count <= 16 && dash.allSatisfy { $0.isFinite && $0 >= 0 }
      && (1...Self.farthest).contains(dash.reduce(0, +))
  }

  /// The strokes of a dashed line. What lies outside of the sheet only moves the pattern on, however long it is.
  private func dashes(of line: [Spot], _ dash: [Double], width: Double) -> [[Spot]] {
    let pattern = dash.count % 2 == 0 ? dash : dash + dash
    let period = pattern.reduce(0, +)
    var (index, left) = (0, pattern[0])
    func advance(by length: Double) {
      var length = length.truncatingRemainder(dividingBy: period)
      while length >= left {
        length -= left
        index = (index + 1) % pattern.count
        left = pattern[index]
      }
      left -= length
    }
    var result: [[Spot]] = []
    var current: [Spot] = []
    for (from, to) in zip(line, line.dropFirst()) {
      let length = Self.distance(from, to)
      guard length > 0 else { continue }
      func point(_ at: Double) -> Spot {
        Spot(from.x + (to.x - from.x) * at / length, from.y + (to.y - from.y) * at / length)
      }
      guard let seen = Self.visiblePart(from, to, clip, margin: width + 1) else {
        if current.count > 1 { result.append(current) }
        current = []
        advance(by: length)
        continue
      }
      var at = seen.lowerBound * length
      let end = seen.upperBound * length
      if at > 0 {
        if current.count > 1 { result.append(current) }
        current = []
        advance(by: at)
      }
      while at < end {
        let step = min(left, end - at)
        if index % 2 == 0 {
          if current.isEmpty { current = [point(at)] }
          current.append(point(at + step))
        }
        at += step
        left -= step
        // What is left of a step after rounding must not hold the walk up.
        if left <= 1e-9 * period {
          if current.count > 1 { result.append(current) }
          current = []
          index = (index + 1) % pattern.count
          left = pattern[index]
          if left == 0 { at = at.nextUp }
        }
      }
      if end < length {
        if current.count > 1 { result.append(current) }
        current = []
        advance(by: length - end)
      }
    }
    if current.count > 1 { result.append(current) }
    return result
  }

  /// Which part of a way, from 0 to 1, passes over a box with a margin around it.
  static func visiblePart(_ from: Spot, _ to: Spot, _ clip: PixelBox, margin: Double) -> ClosedRange<Double>? {
    var (first, last) = (0.0, 1.0)
    let sides = [
      (from.x - Double(clip.left) + margin, to.x - from.x), (Double(clip.right) + margin - from.x, from.x - to.x),
      (from.y - Double(clip.top) + margin, to.y - from.y), (Double(clip.bottom) + margin - from.y, from.y - to.y),
    ]
    for (inside, change) in sides {
      if change == 0 {
        if inside < 0 { return nil }
      } else if change > 0 {
        first = max(first, -inside / change)
      } else {
        last = min(last, -inside / change)
      }
    }
    return first < last ? first...last : nil
  }
}
