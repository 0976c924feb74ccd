// Colours that everybody can tell apart.
import Figures
import Foundation
import Testing

@Suite("Palette") struct PaletteTests {
  @Test("series, text and contours stand out from the paper", arguments: [false, true]) func contrast(isDark: Bool) {
    let paper = Palette.colour(of: .paper, isDark: isDark)
    for number in 0..<Palette.seriesCount {
      #expect(Palette.colour(of: .series(number), isDark: isDark).contrast(to: paper) >= 3, "\(number)")
    }
    for ink in [Scene.Ink.text, .muted] { #expect(Palette.colour(of: ink, isDark: isDark).contrast(to: paper) >= 4.5) }
    #expect(Palette.colour(of: .axis, isDark: isDark).contrast(to: paper) >= 3)
    for step in 0...20 {
      #expect(Palette.colour(of: .contour(Double(step) / 20), isDark: isDark).contrast(to: paper) >= 3, "\(step)")
    }
    for kind in [Diagram.Kind.given, .number, .operation, .result, .omitted] {
      let box = Palette.colour(of: .box(kind), isDark: isDark)
      #expect(box.contrast(to: Palette.colour(of: .text, isDark: isDark)) >= 4.5)
      #expect(box.contrast(to: Palette.colour(of: .muted, isDark: isDark)) >= 4.5)
    }
  }

  @Test("the first six series keep apart for every kind of sight", arguments: [false, true]) func sight(isDark: Bool) {
    let colours = (0..<6).map { Palette.colour(of: .series($0), isDark: isDark) }
    for (name, sight) in Sight.all {
      let seen = colours.map { Sight.perceived($0, through: sight) }
      for (index, one) in seen.enumerated() {
        for (other, another) in seen[..<index].enumerated() {
          let apart = sqrt(zip(one, another).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) })
          #expect(apart >= 0.09, "\(name): \(other) and \(index)")
        }
      }
    }
    let grey = colours.map { Sight.perceived($0, through: Sight.ordinary)[0] }.sorted()
    #expect(zip(grey, grey.dropFirst()).allSatisfy { $1 - $0 >= 0.02 }, "\(grey)")
  }

  @Test("palettes get steadily lighter, or do so on both sides of their middle") func lightness() {
    func lightness(_ palette: Grid.Palette, _ step: Int) -> Double {
      Sight.perceived(Palette.colour(of: palette, at: Double(step) / 100), through: Sight.ordinary)[0]
    }
    for step in 0..<100 {
      #expect(lightness(.sequential, step + 1) > lightness(.sequential, step), "\(step)")
      let isRising = lightness(.diverging, step + 1) > lightness(.diverging, step)
      #expect(isRising == (step < 50), "\(step)")
    }
    let middle = Palette.colour(of: .diverging, at: 0.5)
    #expect(abs(Int(middle.red) - Int(middle.blue)) < 8)
    #expect(Palette.colour(of: .grey, at: 0) == Colour(0) && Palette.colour(of: .grey, at: 7) == Colour(0xffffff))
  }

  @Test("numbers in cells can be read") func numbers() {
    for palette in [Grid.Palette.sequential, .diverging, .grey] {
      for step in 0...100 {
        let place = Double(step) / 100
        let ink = Palette.colour(of: .over(palette, place), isDark: false)
        #expect(ink.contrast(to: Palette.colour(of: palette, at: place)) >= 4.3)
      }
    }
  }

  @Test("any number is a colour") func anyNumber() {
    for number in [Int.min, -1, 8, .max] { _ = Palette.colour(of: .series(number), isDark: true) }
    for place in [Double.nan, -.infinity, .infinity, 1e308] {
      _ = Palette.colour(of: .scale(.sequential, place), isDark: true)
    }
    #expect(Palette.colour(of: .series(-1), isDark: false) == Palette.colour(of: .series(7), isDark: false))
    #expect(Colour(0x00ff0a).hexadecimal == "#00ff0a")
  }
}

/// How colours look to people with and without colour-blindness (matrices of Machado, Oliveira and Fernandes, 2009; distances in OKLab).
enum Sight {
  static let ordinary: [Double] = [1, 0, 0, 0, 1, 0, 0, 0, 1]
  static let all: [(String, [Double])] = [
    ("ordinary", ordinary),
    ("protanopia", [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998]),
    ("deuteranopia", [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881]),
    ("tritanopia", [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900]),
  ]

  static func perceived(_ colour: Colour, through sight: [Double]) -> [Double] {
    let light = [colour.red, colour.green, colour.blue].map(Colour.linear)
    let seen = product(sight, light).map { min(max($0, 0), 1) }
    let cones = product(
      [
        0.4122214708, 0.5363325363, 0.0514459929, 0.2119034982, 0.6806995451, 0.1073969566, 0.0883024619, 0.2817188376,
        0.6299787005,
      ],
      seen)
    return product(
      [
        0.2104542553, 0.7936177850, -0.0040720468, 1.9779984951, -2.4285922050, 0.4505937099, 0.0259040371,
        0.7827717662, -0.8086757660,
      ],
      cones.map(cbrt))
  }

  private static func product(_ matrix: [Double], _ vector: [Double]) -> [Double] {
    (0..<3).map { row in (0..<3).reduce(0) { $0 + matrix[row * 3 + $1] * vector[$1] } }
  }
}
