// A sheet while a layout writes on it: sizes of text, and texts that never overlap or leave the sheet.
import Diagnostics

/// A part of a sheet.
struct Frame: Hashable {
  var x: Double
  var y: Double
  var width: Double
  var height: Double

  var right: Double { x + width }
  var bottom: Double { y + height }
  var middle: Spot { Spot(x + width / 2, y + height / 2) }

  func overlaps(_ other: Frame) -> Bool {
    x < other.right && other.x < right && y < other.bottom && other.y < bottom
  }

  func contains(_ other: Frame) -> Bool {
    // A thousandth of a point outside is a rounding error.
    other.x >= x - 1e-3 && other.y >= y - 1e-3 && other.right <= right + 1e-3 && other.bottom <= bottom + 1e-3
  }

  func contains(_ spot: Spot) -> Bool { spot.x >= x && spot.x <= right && spot.y >= y && spot.y <= bottom }
}

/// What is written so far, and how large things are.
struct Page {
  let sheet: any Sheet
  let cell: Cell?
  /// How large ordinary text is here.
  let text: Double
  let frame: Frame
  var items: [Scene.Item] = []
  /// Where texts stand already, by strips of the sheet: a table has thousands.
  private var taken: [Int: [Frame]] = [:]

  init(sheet: any Sheet, width: Double, height: Double) {
    self.sheet = sheet
    cell = sheet.cell
    frame = Frame(x: 0, y: 0, width: width, height: height)
    // A small picture has smaller letters, but letters.
    let scale = sheet.cell == nil ? min(width / 300, height / 180).clamped(0.7, 1) : 1
    text = sheet.textSize * scale
  }

  /// How high a line of text is.
  var line: Double { cell?.height ?? (text * 1.32).rounded() }
  /// A little room between things beside each other.
  var gap: Double { cell?.width ?? (text * 0.5).rounded() }
  /// Room around everything.
  var margin: Double { cell == nil ? (text * 0.7).rounded() : 0 }
  /// The size of numbers at ticks.
  var small: Double { cell == nil ? text * 0.9 : text }

  /// Down to whole cells.
  func columns(_ width: Double) -> Double { cell.map { (width / $0.width + 1e-9).rounded(.down) * $0.width } ?? width }
  func rows(_ height: Double) -> Double {
    cell.map { (height / $0.height + 1e-9).rounded(.down) * $0.height } ?? height
  }
  /// Up to whole cells.
  func wholeColumns(_ width: Double) -> Double {
    cell.map { (width / $0.width - 1e-9).rounded(.up) * $0.width } ?? width.rounded(.up)
  }

  func width(of text: String, size: Double? = nil, isBold: Bool = false) -> Double {
    let width = sheet.width(of: text, size: size ?? self.text)
    return isBold && cell == nil ? width * 1.1 : width
  }

  /// A text that fits, with `…` where something is left out; empty where nothing fits.
  func fitted(_ text: String, width: Double, size: Double? = nil, isBold: Bool = false) -> String {
    if self.width(of: text, size: size, isBold: isBold) <= width { return text }
    var (fits, tooLong) = (0, text.count)
    while fits + 1 < tooLong {
      let middle = (fits + tooLong) / 2
      if self.width(of: text.prefix(middle) + "…", size: size, isBold: isBold) <= width {
        fits = middle
      } else {
        tooLong = middle
      }
    }
    return fits == 0 ? "" : text.prefix(fits).trimmingSpaces + "…"
  }

  /// A text in lines of a width, broken between words.
  func wrapped(_ text: String, width: Double, size: Double? = nil, isBold: Bool = false, most: Int) -> [String] {
    var lines: [String] = []
    var current = ""
    let words = text.split(separator: " ")
    for (index, word) in words.enumerated() {
      let longer = current.isEmpty ? String(word) : current + " " + word
      if current.isEmpty || self.width(of: longer, size: size, isBold: isBold) <= width {
        current = longer
      } else if lines.count + 1 == most {
        current += " " + words[index...].joined(separator: " ")
        break
      } else {
        lines.append(current)
        current = String(word)
      }
    }
    if !current.isEmpty { lines.append(current) }
    return lines.map { fitted($0, width: width, size: size, isBold: isBold) }.filter { !$0.isEmpty }
  }

  /// Writes a text whose middle is at a height `y`; moved sideways where it would leave the sheet. False where there is no room: then
  /// nothing is written.
  @discardableResult mutating func write(
    _ text: String, x: Double, y: Double, anchor: Scene.Anchor = .start, size: Double? = nil, ink: Scene.Ink = .text,
    isBold: Bool = false, isUpright: Bool = false
  ) -> Bool {
    guard !text.isEmpty, x.isFinite, y.isFinite else { return false }
    let size = size ?? self.text
    let width = self.width(of: text, size: size, isBold: isBold)
    if isUpright, cell == nil {
      let height = width
      let start = y + height * (anchor == .start ? 0 : anchor == .middle ? 0.5 : 1)
      let box = Frame(x: x - size * 0.55, y: start - height, width: size * 1.1, height: height)
      guard claim(box) else { return false }
      items.append(
        .text(text, x: x + size * 0.35, y: start, size: size, anchor: .start, ink: ink, isBold: isBold, isUpright: true)
      )
      return true
    }
    var left = x - width * (anchor == .start ? 0 : anchor == .middle ? 0.5 : 1)
    if let cell { left = (left / cell.width).rounded() * cell.width }
    left = max(frame.x, min(left, frame.right - width))
    if let cell {
      let top = (y / cell.height).rounded(.down) * cell.height
      guard claim(Frame(x: left, y: top, width: width, height: cell.height)) else { return false }
      items.append(
        .text(
          text, x: left, y: top + cell.height * 0.75, size: size, anchor: .start, ink: ink, isBold: isBold,
          isUpright: false))
      return true
    }
    guard claim(Frame(x: left, y: y - size * 0.5, width: width, height: size)) else { return false }
    // Renderers measure text in their own way: an anchor at the place that counts keeps it there.
    let place = left + width * (anchor == .start ? 0 : anchor == .middle ? 0.5 : 1)
    items.append(
      .text(
        text, x: place, y: y + size * 0.35, size: size, anchor: anchor, ink: ink, isBold: isBold, isUpright: false))
    return true
  }

  /// Whether a text could stand there.
  func isFree(_ box: Frame) -> Bool {
    frame.contains(box) && !strips(box).contains { taken[$0]?.contains { $0.overlaps(box) } == true }
  }

  private func strips(_ box: Frame) -> ClosedRange<Int> { Int(box.y / 32)...Int(max(box.y, box.bottom) / 32) }

  private mutating func claim(_ box: Frame) -> Bool {
    guard isFree(box) else { return false }
    for strip in strips(box) { taken[strip, default: []].append(box) }
    return true
  }

  mutating func draw(_ item: Scene.Item) { items.append(item) }

  mutating func stroke(_ points: [Spot], ink: Scene.Ink, width: Double = 1, dash: [Double] = []) {
    items.append(.line(points: points, ink: ink, width: width, dash: dash))
  }

  /// The title's lines at the top; how high they are together.
  mutating func writeTitle(_ title: String?, x: Double, width: Double) -> Double {
    guard let title = title.map(Page.oneLine), !title.isEmpty else { return 0 }
    if cell != nil {
      guard frame.height >= 8 * line else { return 0 }
      write(fitted(title, width: width), x: x, y: line / 2, isBold: true)
      return line
    }
    let size = text * 1.15
    let height = (size * 1.3).rounded()
    let most = frame.height > 14 * line ? 2 : 1
    let lines = wrapped(title, width: width, size: size, isBold: true, most: most)
    for (index, part) in lines.enumerated() {
      write(part, x: x, y: margin + height * (Double(index) + 0.5), size: size, isBold: true)
    }
    return Double(lines.count) * height + (lines.isEmpty ? 0 : text * 0.3)
  }

  /// What somebody called something, as it can stand in a line.
  static func oneLine(_ text: String) -> String {
    let short = text.count > 300 ? text.prefix(300) + "…" : text
    let spaced = short.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return Visible.text(spaced)
  }
}

extension StringProtocol {
  /// Without spaces at the end.
  var trimmingSpaces: String {
    var text = Substring(self)
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
