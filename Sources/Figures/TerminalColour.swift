// Colours as a terminal writes them.

/// A colour of the terminal, known in each of the ways to write it.
struct TerminalColour: Hashable {
  var colour: Colour
  /// Its number among the 16 that every terminal has; the nearest if nil.
  var basic: UInt8?

  init(_ colour: Colour, basic: UInt8? = nil) {
    self.colour = colour
    self.basic = basic
  }

  /// The numbers between `ESC [` and `m`.
  func code(_ colours: TerminalStyle.Colours, isBackground: Bool) -> String {
    switch colours {
    case .none: return ""
    case .basic:
      let number = Int(basic ?? Self.nearestBasic(colour))
      return String((number < 8 ? 30 + number : 82 + number) + (isBackground ? 10 : 0))
    case .indexed: return "\(isBackground ? 48 : 38);5;\(Self.nearestIndex(colour))"
    case .full: return "\(isBackground ? 48 : 38);2;\(colour.red);\(colour.green);\(colour.blue)"
    }
  }

  /// What an ink is in a terminal, whose paper may be light or dark; nil for the terminal's own ink.
  static func of(_ ink: Scene.Ink) -> TerminalColour? {
    switch ink {
    case .text, .paper: return nil
    case .muted, .axis, .box: return TerminalColour(Colour(0x808080), basic: 8)
    case .grid: return TerminalColour(Colour(0x6c6c6c), basic: 8)
    case .series(let number):
      let place = number % series.count
      let (colour, basic) = series[place < 0 ? place + series.count : place]
      return TerminalColour(Colour(colour), basic: basic)
    case .scale, .over: return TerminalColour(Palette.colour(of: ink, isDark: false))
    case .contour(let place):
      // The palette for dark paper is light at its low end too, the one for light paper dark at its high end.
      let (onLight, onDark) = (Palette.colour(of: ink, isDark: false), Palette.colour(of: ink, isDark: true))
      return TerminalColour(onLight.mixed(with: onDark, share: 1 - place.clamped(0, 1)))
    }
  }

  /// The hues of `Palette`, at a lightness that can be read on light and on dark paper. `TerminalColourTests` measures
  /// it.
  static let series: [(UInt32, UInt8)] = [
    (0x2f7de1, 12), (0xd9571c, 9), (0x0f966a, 2), (0xb950b9, 5), (0xa07d00, 3), (0x128cab, 6), (0x7c7c7c, 8),
    (0xae5f49, 1),
  ]

  private static let basics: [UInt32] = [
    0x000000, 0xcd0000, 0x00cd00, 0xcdcd00, 0x0000ee, 0xcd00cd, 0x00cdcd, 0xe5e5e5, 0x7f7f7f, 0xff0000, 0x00ff00,
    0xffff00, 0x5c5cff, 0xff00ff, 0x00ffff, 0xffffff,
  ]

  private static func nearestBasic(_ colour: Colour) -> UInt8 {
    var (best, least) = (0, Int.max)
    for (index, number) in basics.enumerated() {
      let distance = distance(colour, Colour(number))
      if distance < least { (best, least) = (index, distance) }
    }
    return UInt8(best)
  }

  private static let steps = [0, 95, 135, 175, 215, 255]

  /// Of the 6×6×6 colours and 24 greys the nearest one.
  private static func nearestIndex(_ colour: Colour) -> Int {
    func step(_ channel: UInt8) -> Int {
      steps.indices.min { abs(steps[$0] - Int(channel)) < abs(steps[$1] - Int(channel)) } ?? 0
    }
    let (red, green, blue) = (step(colour.red), step(colour.green), step(colour.blue))
    let cube = Colour(UInt8(steps[red]), UInt8(steps[green]), UInt8(steps[blue]))
    let mean = (Int(colour.red) + Int(colour.green) + Int(colour.blue)) / 3
    let greyStep = min(max((mean - 3) / 10, 0), 23)
    let grey = UInt8(8 + 10 * greyStep)
    let isGreyNearer = distance(colour, Colour(grey, grey, grey)) < distance(colour, cube)
    return isGreyNearer ? 232 + greyStep : 16 + 36 * red + 6 * green + blue
  }

  private static func distance(_ a: Colour, _ b: Colour) -> Int {
    let (red, green, blue) = (Int(a.red) - Int(b.red), Int(a.green) - Int(b.green), Int(a.blue) - Int(b.blue))
    return 2 * red * red + 4 * green * green + 3 * blue * blue
  }
}
