// Coverage: the area of what is drawn is the area of the shape, wherever it lies.
import Figures
import Foundation
import Testing

@Suite("Rasteriser") struct RasteriserTests {
  private static let black = Colour(0, 0, 0)
  private static let white = Colour(255, 255, 255)

  private func sheet(_ side: Int = 64) -> Rasteriser { Rasteriser(width: side, height: side, paper: Self.white) }

  /// How much light is missing, in pixels: black ink takes as much as it covers.
  private func ink(_ sheet: Rasteriser) -> Double {
    stride(from: 0, to: sheet.bytes.count, by: 3).reduce(0) { $0 + 1 - Colour.linear(sheet.bytes[$1]) }
  }

  private func expectInk(_ sheet: Rasteriser, _ area: Double, _ what: String, within tolerance: Double = 0.01) {
    #expect(abs(ink(sheet) - area) <= max(0.05, area * tolerance), "\(what): \(ink(sheet)), not \(area)")
  }

  @Test("rectangles and triangles between pixels have their area") func areas() {
    for shift in [0.0, 0.13, 0.5, 0.77] {
      var rectangle = sheet()
      rectangle.fill(x: 10 + shift, y: 7.3 + shift, width: 20.4, height: 11.7, Self.black)
      expectInk(rectangle, 20.4 * 11.7, "rectangle at \(shift)")
      var triangle = sheet()
      triangle.fill([Spot(5 + shift, 5), Spot(50, 20 + shift), Spot(12, 55)], Self.black)
      let (a, b) = ((50 - 5 - shift, 15 + shift), (7 - shift, 50.0))
      expectInk(triangle, abs(a.0 * b.1 - a.1 * b.0) / 2, "triangle at \(shift)")
    }
    var sliver = sheet()
    sliver.fill([Spot(3, 30), Spot(60, 30.1), Spot(60, 30.4)], Self.black)
    expectInk(sliver, 57 * 0.3 / 2, "sliver", within: 0.06)
  }

  @Test("one pixel gets the exact part of a shape") func exactPixel() {
    var sheet = sheet(8)
    sheet.fill([Spot(2, 2), Spot(3, 2), Spot(3, 3)], Self.black)
    #expect(abs(1 - Colour.linear(sheet.pixel(2, 2).red) - 0.5) < 0.005)
    #expect(sheet.pixel(3, 2) == Self.white && sheet.pixel(1, 2) == Self.white && sheet.pixel(2, 3) == Self.white)
  }

  @Test("what is wound twice is filled once, what is unwound is a hole") func windings() {
    let square = [Spot(10, 10), Spot(40, 10), Spot(40, 40), Spot(10, 40)]
    var twice = sheet()
    twice.fill(square + square, Self.black)
    expectInk(twice, 900, "twice")
    let inner = [Spot(20, 20), Spot(20, 30), Spot(30, 30), Spot(30, 20)]
    var hole = sheet()
    hole.fill(square + [Spot(10, 10)] + inner + [Spot(20, 20)], Self.black)
    expectInk(hole, 800, "hole")
    var mirrored = sheet()
    mirrored.fill(square.reversed(), Self.black)
    expectInk(mirrored, 900, "the other way round")
    // A five-pointed star in one line: its middle is wound twice.
    var star = sheet()
    let corners = (0..<5).map { Spot(32 + 25 * sin(Double($0) * 0.8 * .pi), 32 - 25 * cos(Double($0) * 0.8 * .pi)) }
    star.fill(corners, Self.black)
    #expect(star.pixel(32, 32) == Self.black)
  }

  @Test("what leaves the sheet is cut exactly at its border") func borders() {
    var sheet = sheet()
    sheet.fill([Spot(-1e9, -50), Spot(1e300, -50), Spot(.infinity, 32.5), Spot(-.infinity, 32.5)], Self.black)
    expectInk(sheet, 64 * 32.5, "half")
    var slanted = self.sheet()
    slanted.fill([Spot(-32, 0), Spot(32, 0), Spot(32, 64)], Self.black)
    // Of the triangle under the diagonal the part with x ≥ 0.
    expectInk(slanted, 64.0 * 64 / 2 - 32.0 * 32 / 2, "slanted")
    var clipped = self.sheet()
    clipped.clip = Rasteriser.PixelBox(left: 10, top: 10, right: 20, bottom: 30)
    clipped.fill(x: 0, y: 0, width: 64, height: 64, Self.black)
    expectInk(clipped, 200, "clipped")
  }

  @Test("a line is as strong wherever it lies, and as long and wide as it says") func strokes() {
    for width in [0.6, 1, 1.5, 2, 5] {
      for shift in stride(from: 0.0, to: 1, by: 0.1) {
        var level = sheet()
        level.stroke([Spot(10, 20 + shift), Spot(50, 20 + shift)], width: width, ends: .flat, Self.black)
        expectInk(level, 40 * width, "level, \(width) wide, at \(shift)", within: 0.02)
      }
      for angle in stride(from: 0.1, to: 3, by: 0.37) {
        var slanted = sheet()
        let (x, y) = (20 * cos(angle), 20 * sin(angle))
        slanted.stroke([Spot(32 - x, 32 - y), Spot(32 + x, 32 + y)], width: width, ends: .flat, Self.black)
        expectInk(slanted, 40 * width, "at \(angle), \(width) wide", within: 0.05)
      }
    }
    var round = sheet()
    round.stroke([Spot(20, 32), Spot(40, 32)], width: 10, Self.black)
    expectInk(round, 200 + 25 * .pi, "round ends", within: 0.02)
    var dashed = sheet()
    dashed.stroke([Spot(2, 32), Spot(62, 32)], width: 2, dash: [6, 4], Self.black)
    expectInk(dashed, 60 * 2 * 0.6, "dashed", within: 0.02)
  }

  @Test("a curve of many points looks like a long line") func manyPoints() {
    var few = sheet()
    few.stroke([Spot(4, 10.3), Spot(60, 40.6)], width: 1.5, Self.black)
    var many = sheet()
    many.stroke(
      (0...5000).map { Spot(4 + 56 * Double($0) / 5000, 10.3 + 30.3 * Double($0) / 5000) }, width: 1.5, Self.black)
    let difference = zip(few.bytes, many.bytes).map { abs(Int($0) - Int($1)) }.max() ?? 0
    #expect(difference <= 40, "\(difference)")
    expectInk(many, ink(few), "many points", within: 0.03)
  }

  @Test("signs for points cover about as much as each other") func signs() {
    let areas = [Scene.Sign.disc, .square, .triangle, .diamond].map { sign -> Double in
      var sheet = sheet()
      sheet.draw(sign, at: [Spot(32, 32)], radius: 12, Self.black, opacity: 1)
      return ink(sheet)
    }
    expectInk(
      {
        var sheet = sheet()
        sheet.dot(x: 32.3, y: 31.8, radius: 12, Self.black)
        return sheet
      }(), 144 * .pi, "disc")
    for area in areas { #expect(abs(area / areas[0] - 1) < 0.3, "\(areas)") }
  }

  @Test("images keep sharp squares, and are averaged when small") func images() {
    let raster = Raster(width: 2, height: 2, channels: 3, values: [1, 0, 0, 0, 1, 0, 0, 0, 1, 1, 1, .nan])
    var large = sheet()
    large.draw(raster, x: 0, y: 0, width: 64, height: 64)
    #expect(large.pixel(0, 0) == Colour(255, 0, 0))
    #expect(large.pixel(31, 31) == Colour(255, 0, 0) && large.pixel(32, 31) == Colour(0, 255, 0))
    #expect(large.pixel(31, 32) == Colour(0, 0, 255) && large.pixel(40, 40) == Self.white)
    let board = Raster(
      width: 64, height: 64, channels: 1, values: (0..<4096).map { Float(($0 + $0 / 64) % 2) })
    var small = sheet(8)
    small.draw(board, x: 0, y: 0, width: 8, height: 8)
    #expect(small.pixel(3, 3) == Colour(128, 128, 128))
    var broken = sheet(8)
    broken.draw(Raster(width: 100, height: 100, channels: 3, values: [1]), x: 0, y: 0, width: 8, height: 8)
    expectInk(broken, 0, "an image without its numbers")
  }

  @Test("no numbers trap or take long") func extremes() {
    let numbers: [Double] = [
      0, 1, -1, 31.5, 1e7, -1e9, 1e308, -1e308, .leastNonzeroMagnitude, .nan, .infinity, -.infinity,
    ]
    let start = Date()
    var sheet = sheet(40)
    for x in numbers {
      for y in numbers {
        let points = [Spot(3, 4), Spot(x, y), Spot(y, x), Spot(x, 7)]
        sheet.fill(points, Self.black, opacity: x)
        sheet.fill(x: x, y: y, width: y, height: x, Self.black)
        sheet.stroke(points, width: 1, Self.black)
        sheet.stroke(points, width: x, dash: [y, 3], Self.black, opacity: y)
        sheet.stroke(points, width: 2, dash: [x, y], Self.black)
        sheet.dot(x: x, y: y, radius: x, Self.black)
        sheet.arrow(points, width: y, Self.black)
        for sign in Scene.Sign.allCases { sheet.draw(sign, at: points, radius: y, Self.black, opacity: 1) }
        sheet.draw(cells: [0, x, y, 1], rows: 2, columns: 2, .sequential, x: x, y: y, width: y, height: x)
        sheet.draw("θ", x: x, y: y, size: 12, anchor: .middle, isBold: false, isUpright: true, Self.black)
        sheet.draw("θ", x: 3, y: 20, size: y, anchor: .end, isBold: true, isUpright: false, Self.black)
      }
    }
    #expect(Date().timeIntervalSince(start) < 20)
  }

  @Test("huge pictures are made smaller, empty ones not empty") func sizes() {
    let huge = Rasteriser.picture(of: Scene(width: 1e9, height: 10), isDark: false, scale: 2)
    #expect(huge.width == 8192 && huge.height == 1)
    let none = Rasteriser.picture(of: Scene(width: .nan, height: -3), isDark: true, scale: 1)
    #expect(none.width == 1 && none.height == 1)
    #expect(none.pixel(0, 0) == Palette.colour(of: .paper, isDark: true))
    let large = Rasteriser(width: .max, height: .max, paper: Self.white)
    #expect(large.width * large.height <= Rasteriser.mostPixels)
  }

  @Test("opacity mixes with what is below") func opacity() {
    var sheet = sheet(4)
    sheet.fill(x: 0, y: 0, width: 4, height: 4, Self.black, opacity: 0.25)
    #expect(sheet.pixel(1, 1) == Colour(191, 191, 191))
  }
}
