// Pixels, and how a shape that covers parts of them is laid over what is there.
import Glibc

/// Draws shapes with soft edges. Takes any numbers: what is not finite or lies far outside is left out.
package struct Rasteriser: Sendable {
  package let width: Int
  package let height: Int
  /// Red, green and blue of every colour, row by row from the top.
  package internal(set) var bytes: [UInt8]
  /// Nothing outside of it is changed.
  package var clip: PixelBox
  /// How much of each pixel the shape at hand covers, for the box it lies in.
  var coverage: [Float] = []

  /// No picture is larger: 96 megabytes.
  package static let largestSide = 8192
  package static let mostPixels = 1 << 25
  /// Shapes are drawn in strips of no more pixels than this, so that a large picture needs no second large buffer.
  static let stripPixels = 1 << 20
  /// Coordinates beyond are brought here; nothing that can be seen depends on them.
  static let farthest = 1e7

  package init(width: Int, height: Int, paper: Colour) {
    self.width = min(max(width, 1), Self.largestSide)
    self.height = min(max(height, 1), min(Self.largestSide, Self.mostPixels / self.width))
    clip = PixelBox(left: 0, top: 0, right: self.width, bottom: self.height)
    bytes = [UInt8](repeating: paper.red, count: self.width * self.height * 3)
    if paper.green != paper.red || paper.blue != paper.red {
      for at in stride(from: 0, to: bytes.count, by: 3) {
        bytes[at + 1] = paper.green
        bytes[at + 2] = paper.blue
      }
    }
  }

  /// The colour at a place; the first pixel's where there is none.
  package func pixel(_ x: Int, _ y: Int) -> Colour {
    guard (0..<width).contains(x), (0..<height).contains(y) else { return Colour(bytes[0], bytes[1], bytes[2]) }
    let at = (y * width + x) * 3
    return Colour(bytes[at], bytes[at + 1], bytes[at + 2])
  }

  /// Lays a colour over a pixel inside of the clip. Edges blend in linear light, so that a line between two rows of
  /// pixels is as strong as one on a row; opacity blends as in a browser, so that SVG and PNG look alike.
  @inline(__always) mutating func blend(_ at: Int, _ colour: Colour, _ covered: Float, _ opacity: Float) {
    blend(channel: at, colour.red, covered, opacity)
    blend(channel: at + 1, colour.green, covered, opacity)
    blend(channel: at + 2, colour.blue, covered, opacity)
  }

  @inline(__always) private mutating func blend(
    channel at: Int, _ above: UInt8, _ covered: Float, _ opacity: Float
  ) {
    let below = bytes[at]
    var target = above
    if opacity < 1 {
      target = UInt8(Float(below) + (Float(above) - Float(below)) * opacity + 0.5)
    }
    if covered >= 0.998 {
      bytes[at] = target
    } else {
      let dark = Light.linear[Int(below)]
      let mixed = dark + (Light.linear[Int(target)] - dark) * covered
      bytes[at] = Light.screen[Int(mixed * Float(Light.steps) + 0.5) & Light.steps]
    }
  }

  /// Where the whole numbers of a span of coordinates lie inside of others; empty if nowhere.
  static func whole(_ low: Double, _ high: Double, within range: Range<Int>) -> Range<Int> {
    guard low <= high else { return range.lowerBound..<range.lowerBound }
    let (start, limit) = (Double(range.lowerBound), Double(range.upperBound))
    let first = Int(min(max(low.rounded(.down), start), limit))
    let end = Int(min(max(high.rounded(.up), start), limit))
    return first < end ? first..<end : range.lowerBound..<range.lowerBound
  }

  static func near(_ number: Double) -> Double { min(max(number, -farthest), farthest) }

  /// A part of the sheet, in whole pixels; `right` and `bottom` are the first ones outside.
  package struct PixelBox: Sendable, Hashable {
    package var left: Int
    package var top: Int
    package var right: Int
    package var bottom: Int

    package init(left: Int, top: Int, right: Int, bottom: Int) {
      self.left = left
      self.top = top
      self.right = right
      self.bottom = bottom
    }

    var isEmpty: Bool { left >= right || top >= bottom }
    var columns: Range<Int> { left..<max(left, right) }
    var rows: Range<Int> { top..<max(top, bottom) }

    /// The part of it that some shape can touch.
    func touched(left: Double, top: Double, right: Double, bottom: Double) -> PixelBox {
      let columns = Rasteriser.whole(left, right, within: self.columns)
      let rows = Rasteriser.whole(top, bottom, within: self.rows)
      return PixelBox(
        left: columns.lowerBound, top: rows.lowerBound, right: columns.upperBound, bottom: rows.upperBound)
    }

    /// The same part, cut into pieces that are small enough for one buffer.
    var strips: [PixelBox] {
      guard !isEmpty else { return [] }
      let step = max(1, Rasteriser.stripPixels / (right - left))
      return stride(from: top, to: bottom, by: step).map {
        PixelBox(left: left, top: $0, right: right, bottom: min($0 + step, bottom))
      }
    }
  }
}

/// Numbers of the screen and the light they stand for.
private enum Light {
  static let steps = 4095
  static let linear: [Float] = (0...255).map { step in
    let value = Double(step) / 255
    return Float(value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4))
  }
  static let screen: [UInt8] = (0...steps).map { step in
    let light = Double(step) / Double(steps)
    let value = light <= 0.0031308 ? light * 12.92 : 1.055 * pow(light, 1 / 2.4) - 0.055
    return UInt8(min(max(value * 255 + 0.5, 0), 255))
  }
}
