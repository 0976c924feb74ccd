// The colours behind the inks, on light and on dark paper.

/// A colour as screens have it (sRGB).
package struct Colour: Sendable, Hashable {
  package var red: UInt8
  package var green: UInt8
  package var blue: UInt8

  package init(_ red: UInt8, _ green: UInt8, _ blue: UInt8) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  /// From a number such as 0xff8000.
  package init(_ number: UInt32) {
    self.init(UInt8(number >> 16 & 255), UInt8(number >> 8 & 255), UInt8(number & 255))
  }

  /// As style sheets write it: `#ff8000`.
  package var hexadecimal: String {
    let number = UInt32(red) << 16 | UInt32(green) << 8 | UInt32(blue)
    let digits = String(number, radix: 16)
    return "#" + String(repeating: "0", count: 6 - digits.count) + digits
  }

  /// How bright it is, from 0 to 1, as the eye weighs the three lights.
  package var luminance: Double {
    0.2126 * Colour.linear(red) + 0.7152 * Colour.linear(green) + 0.0722 * Colour.linear(blue)
  }

  /// How well it is told from another: from 1 for the same brightness to 21 for black on white.
  package func contrast(to other: Colour) -> Double {
    let (a, b) = (luminance, other.luminance)
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)
  }

  /// Between this colour and another.
  package func mixed(with other: Colour, share: Double) -> Colour {
    func mix(_ a: UInt8, _ b: UInt8) -> UInt8 { UInt8(Double(a) + (Double(b) - Double(a)) * share + 0.5) }
    return Colour(mix(red, other.red), mix(green, other.green), mix(blue, other.blue))
  }

  /// The light that a number from 0 to 255 stands for, from 0 to 1.
  package static func linear(_ channel: UInt8) -> Double {
    let value = Double(channel) / 255
    return value <= 0.04045 ? value / 12.92 : power((value + 0.055) / 1.055, 2.4)
  }
}

/// Which colour an ink has.
package enum Palette {
  /// After so many series the colours begin again.
  package static let seriesCount = 8

  package static func colour(of ink: Scene.Ink, isDark: Bool) -> Colour {
    switch ink {
    case .text: Colour(isDark ? 0xe9e9e6 : 0x1c1e21)
    case .muted: Colour(isDark ? 0xa9adb3 : 0x5c6066)
    case .axis: Colour(isDark ? 0x8b9097 : 0x6c7076)
    case .grid: Colour(isDark ? 0x2c3036 : 0xe4e5e7)
    case .paper: Colour(isDark ? 0x14171c : 0xffffff)
    case .series(let number): series(number, isDark: isDark)
    case .scale(let palette, let place): colour(of: palette, at: place)
    case .over(let palette, let place): readable(on: colour(of: palette, at: place))
    case .contour(let place): blend(isDark ? contoursOnDark : contoursOnLight, at: place)
    case .box(let kind): box(kind, isDark: isDark)
    }
  }

  /// A palette's colour at a place from 0 to 1; the same on light and dark paper, so that a picture keeps its meaning.
  package static func colour(of palette: Grid.Palette, at place: Double) -> Colour {
    switch palette {
    case .sequential: blend(sequential, at: place)
    case .diverging: blend(diverging, at: place)
    case .grey: blend(grey, at: place)
    }
  }

  private static func readable(on background: Colour) -> Colour {
    let (dark, light) = (Colour(0x101214), Colour(0xffffff))
    return background.contrast(to: dark) >= background.contrast(to: light) ? dark : light
  }

  // Chosen by a search: the first six keep apart for all common kinds of colour-blindness and in grey (they differ in lightness), and
  // each has a contrast of 3 or more to its paper. `PaletteTests` measures both.
  private static let seriesOnLight: [UInt32] = [
    0x2250cd, 0xc8400c, 0x06482a, 0x8a1a8f, 0xbc8a06, 0x0691d3, 0x6f6f6f, 0x7a2e1e,
  ]
  private static let seriesOnDark: [UInt32] = [
    0x5b8dff, 0xf8662e, 0x4df0bf, 0xc050bb, 0xf7e03a, 0x48bfe6, 0xa0a0a0, 0xe8b8a8,
  ]
  // Evenly spaced in lightness.
  private static let sequential: [UInt32] = [
    0x1c0934, 0x301a66, 0x2e3f8d, 0x006a9e, 0x00949b, 0x37b78a, 0x91d469, 0xdbe24f, 0xfff5a5,
  ]
  private static let diverging: [UInt32] = [
    0x03397f, 0x1b6ab6, 0x599fd8, 0xa8d1ee, 0xf1f0ed, 0xf7c0a2, 0xed845b, 0xc44229, 0x7e191c,
  ]
  private static let grey: [UInt32] = [0x000000, 0xffffff]
  private static let contoursOnLight: [UInt32] = [0x311969, 0x2e3f8d, 0x006497, 0x00868c, 0x4ea253]
  private static let contoursOnDark: [UInt32] = [0x7563c0, 0x5591dd, 0x41bdd1, 0x65e0a5, 0xf5ed81]

  private static func series(_ number: Int, isDark: Bool) -> Colour {
    let colours = isDark ? seriesOnDark : seriesOnLight
    let place = number % colours.count
    return Colour(colours[place < 0 ? place + colours.count : place])
  }

  private static func box(_ kind: Diagram.Kind, isDark: Bool) -> Colour {
    switch kind {
    case .given: Colour(isDark ? 0x1f3350 : 0xdce8fb)
    case .number: Colour(isDark ? 0x2a2d33 : 0xf0f0ee)
    case .operation: Colour(isDark ? 0x1b1f26 : 0xffffff)
    case .result: Colour(isDark ? 0x4a2a1a : 0xfde5d6)
    case .omitted: Colour(isDark ? 0x14171c : 0xffffff)
    }
  }

  /// A colour between those of a list at equal distances.
  private static func blend(_ colours: [UInt32], at place: Double) -> Colour {
    guard let first = colours.first, colours.count > 1 else { return Colour(colours.first ?? 0) }
    guard place > 0 else { return Colour(first) }
    let steps = colours.count - 1
    let position = min(place, 1) * Double(steps)
    let index = min(Int(position), steps - 1)
    return Colour(colours[index]).mixed(with: Colour(colours[index + 1]), share: position - Double(index))
  }
}
