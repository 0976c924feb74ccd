// Signs that are drawn and not written: dots, blocks and lines meet their neighbours whatever letters there are.
import Figures

enum PictureSigns {
  /// Whether the characters of a run are drawn. Runs hold characters of one sort.
  static func isDrawn(_ text: String) -> Bool {
    guard let scalar = text.unicodeScalars.first else { return false }
    return (0x2800...0x28ff).contains(scalar.value) || blocks[scalar] != nil || arms[scalar] != nil
  }

  /// The path for a run; nil for one that is written.
  static func drawing(
    _ text: String, left: Double, top: Double, width: Double, height: Double, _ style: PictureStyle
  ) -> String? {
    guard isDrawn(text) else { return nil }
    var (dots, areas, lines, heavy) = ("", "", "", "")
    for (place, scalar) in text.unicodeScalars.enumerated() {
      let x = left + Double(place) * width
      if (0x2800...0x28ff).contains(scalar.value) {
        dots += self.dots(scalar.value - 0x2800, x, top, width, height)
      } else if let block = blocks[scalar] {
        areas += area(x + block.0 * width, top + block.1 * height, block.2 * width, block.3 * height)
      } else if let (bits, isHeavy) = arms[scalar] {
        let path = self.lines(bits, x + width / 2, top + height / 2, width / 2, height / 2)
        if isHeavy { heavy += path } else { lines += path }
      }
    }
    var result = ""
    let ink = PictureColours.paint(style.ink, style)
    let line = PictureColours.paint(style.ink, style, isLine: true)
    if !areas.isEmpty { result += "<path\(ink) d=\"\(areas)\"/>\n" }
    if !dots.isEmpty { result += "<path\(line) stroke-width=\"2.7\" stroke-linecap=\"round\" d=\"\(dots)\"/>\n" }
    if !lines.isEmpty { result += "<path\(line) stroke-width=\"1\" d=\"\(lines)\"/>\n" }
    if !heavy.isEmpty { result += "<path\(line) stroke-width=\"2.2\" d=\"\(heavy)\"/>\n" }
    return result
  }

  private static func number(_ value: Double) -> String { SVGText.number(value) }

  /// The bits of U+2800: rows 0 to 2 of the left column, then of the right one, then the last row.
  private static func dots(_ bits: UInt32, _ x: Double, _ y: Double, _ width: Double, _ height: Double) -> String {
    var result = ""
    for bit in 0..<8 where bits >> UInt32(bit) & 1 == 1 {
      let column = bit < 6 ? bit / 3 : bit - 6
      let row = bit < 6 ? bit % 3 : 3
      let (dotX, dotY) = (x + width * (0.25 + 0.5 * Double(column)), y + height * (0.125 + 0.25 * Double(row)))
      result += "M\(number(dotX)) \(number(dotY))h0"
    }
    return result
  }

  private static func area(_ x: Double, _ y: Double, _ width: Double, _ height: Double) -> String {
    "M\(number(x)) \(number(y))h\(number(width))v\(number(height))h\(number(-width))z"
  }

  private static func lines(_ bits: Int, _ x: Double, _ y: Double, _ width: Double, _ height: Double) -> String {
    var result = ""
    for (bit, path) in [
      (1, "v\(number(-height))"), (2, "h\(number(width))"), (4, "v\(number(height))"), (8, "h\(number(-width))"),
    ] where bits & bit != 0 {
      result += "M\(number(x)) \(number(y))\(path)"
    }
    return result
  }

  /// Left, top, width and height in parts of a character.
  private static let blocks: [Unicode.Scalar: (Double, Double, Double, Double)] = [
    "▀": (0, 0, 1, 0.5), "▄": (0, 0.5, 1, 0.5), "█": (0, 0, 1, 1), "▌": (0, 0, 0.5, 1), "▐": (0.5, 0, 0.5, 1),
    "▁": (0, 0.875, 1, 0.125), "▂": (0, 0.75, 1, 0.25), "▃": (0, 0.625, 1, 0.375), "▅": (0, 0.375, 1, 0.625),
    "▆": (0, 0.25, 1, 0.75), "▇": (0, 0.125, 1, 0.875),
  ]

  /// Where lines go from the middle (1 up, 2 right, 4 down, 8 left), and whether they are heavy.
  private static let arms: [Unicode.Scalar: (Int, Bool)] = {
    var result: [Unicode.Scalar: (Int, Bool)] = ["━": (10, true), "╰": (3, false), "╯": (9, false)]
    for (bits, sign) in " ╵╶└╷│┌├╴┘─┴┐┤┬┼".unicodeScalars.enumerated() where bits > 0 { result[sign] = (bits, false) }
    return result
  }()
}

/// The colours of the picture.
enum PictureColours {
  /// Paper, ink, and the 16 colours of terminals (black and white are not used), on light paper and on dark.
  private static let (light, dark) = (
    (paper: "#fdfdfb", bar: "#d8d8d4", ink: "#24292f"), (paper: "#1b1f24", bar: "#3b434b", ink: "#e6edf3")
  )
  private static let basics: [(number: Int, light: String, dark: String)] = [
    (1, "#b3261e", "#ff8078"), (2, "#1a7036", "#7ee08a"), (3, "#855d00", "#e3b341"), (4, "#0550ae", "#79c0ff"),
    (5, "#8a3f9e", "#d9a8ff"), (6, "#0b6b7c", "#5fd3dd"), (8, "#656d76", "#98a2ad"), (9, "#c23a17", "#ff9270"),
    (12, "#2566c4", "#6aa6f8"), (13, "#a8359c", "#e58ad8"), (14, "#0f7a92", "#4cc4de"),
  ]

  static var style: String {
    func rules(_ paper: String, _ bar: String, _ ink: String, isDark: Bool) -> String {
      ".paper{fill:\(paper);stroke:\(bar)}.bar{fill:\(bar)}.ink{color:\(ink)}"
        + basics.map { ".c\($0.number){color:\(isDark ? $0.dark : $0.light)}" }.joined()
    }
    return "text{white-space:pre;fill:currentColor}.dim{opacity:.72}.bold{font-weight:bold}"
      + rules(light.paper, light.bar, light.ink, isDark: false)
      + "@media(prefers-color-scheme:dark){" + rules(dark.paper, dark.bar, dark.ink, isDark: true) + "}"
  }

  /// The attributes that colour a text or an area, or a line.
  static func paint(
    _ colour: PictureStyle.Colour?, _ style: PictureStyle = PictureStyle(), isLine: Bool = false
  ) -> String {
    var classes: [String] = []
    var attribute = ""
    switch colour {
    case .full(let red, let green, let blue):
      attribute = " style=\"color:\(hexadecimal([red, green, blue]))\""
    case .basic(let number): classes.append(basics.contains { $0.number == number } ? "c\(number)" : "ink")
    case nil: classes.append("ink")
    }
    if style.isDim { classes.append("dim") }
    if style.isBold { classes.append("bold") }
    let names = classes.isEmpty ? "" : " class=\"\(classes.joined(separator: " "))\""
    return names + attribute + (isLine ? " stroke=\"currentColor\" fill=\"none\"" : " fill=\"currentColor\"")
  }

  private static func hexadecimal(_ bytes: [UInt8]) -> String {
    "#" + bytes.map { $0 < 16 ? "0\(String($0, radix: 16))" : String($0, radix: 16) }.joined()
  }
}
