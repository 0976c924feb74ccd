// A rectangle of characters that stands on one of its lines: what formulas in a terminal are put together from.
import Diagnostics

/// Lines of the same width.
struct TextBox {
  private(set) var lines: [String]
  /// The line, counted from 0, on which neighbours stand.
  private(set) var baseline: Int
  let width: Int

  /// A box of one line.
  init(_ text: String = "") {
    lines = [text]
    baseline = 0
    width = Visible.width(text)
  }

  private init(lines: [String], baseline: Int, width: Int) {
    (self.lines, self.baseline, self.width) = (lines, baseline, width)
  }

  var height: Int { lines.count }

  /// The one line, or the lines side by side where there are several.
  var text: String { lines.joined(separator: " ") }

  /// Whether what stands behind it could be read as part of its last word.
  var endsInLetter: Bool { lines[baseline].last.map { $0.isLetter || $0.isNumber || "_'′)".contains($0) } ?? false }

  var beginsWithLetter: Bool { lines[baseline].first.map { $0.isLetter || $0.isNumber } ?? false }

  /// How lines that are narrower than others are moved.
  enum Side {
    case left
    case centre
    case right
  }

  /// The box with blanks around, to reach a width.
  func widened(to wanted: Int, _ side: Side) -> TextBox {
    let room = wanted - width
    guard room > 0 else { return self }
    let before = side == .left ? 0 : side == .right ? room : room / 2
    let (head, tail) = (TextBox.blanks(before), TextBox.blanks(room - before))
    return TextBox(lines: lines.map { head + $0 + tail }, baseline: baseline, width: wanted)
  }

  /// Boxes beside each other on one baseline.
  static func row(_ boxes: [TextBox]) -> TextBox {
    guard boxes.count != 1, let tallest = boxes.map(\.baseline).max() else { return boxes.first ?? TextBox() }
    let below = boxes.map { $0.height - $0.baseline }.max() ?? 1
    var lines = [String](repeating: "", count: tallest + below)
    for box in boxes {
      let blank = blanks(box.width)
      let first = tallest - box.baseline
      for index in lines.indices {
        lines[index] += box.lines.indices.contains(index - first) ? box.lines[index - first] : blank
      }
    }
    return TextBox(lines: lines, baseline: tallest, width: boxes.reduce(0) { $0 + $1.width })
  }

  /// Boxes below each other; the row stands on the baseline of one of them.
  static func column(_ boxes: [TextBox], _ side: Side = .centre, baselineOf chosen: Int = 0) -> TextBox {
    let width = boxes.map(\.width).max() ?? 0
    var lines: [String] = []
    var baseline = 0
    for (index, box) in boxes.enumerated() {
      if index == chosen { baseline = lines.count + box.baseline }
      lines += box.widened(to: width, side).lines
    }
    return boxes.isEmpty ? TextBox() : TextBox(lines: lines, baseline: baseline, width: width)
  }

  /// The same lines standing on the one in the middle.
  func centred() -> TextBox { TextBox(lines: lines, baseline: (height - 1) / 2, width: width) }

  /// The box with a text behind its first line or its last one.
  func with(above: String, below: String) -> TextBox {
    let wide = max(Visible.width(above), Visible.width(below))
    let tail = TextBox.blanks(wide)
    var result = TextBox(lines: lines.map { $0 + tail }, baseline: baseline, width: width + wide)
    let last = lines.count - 1
    result.lines[last] = lines[last] + below + TextBox.blanks(wide - Visible.width(below))
    result.lines[0] = lines[0] + above + TextBox.blanks(wide - Visible.width(above))
    return result
  }

  /// A bracket as tall as something else.
  static func bracket(_ sign: String, like box: TextBox, isASCII: Bool) -> TextBox {
    guard !sign.isEmpty, box.height > 1 else { return TextBox(sign) }
    let shapes = isASCII ? plainBrackets : brackets
    guard let shape = shapes[sign] else {
      return TextBox(lines: [String](repeating: sign, count: box.height), baseline: box.baseline, width: sign.count)
    }
    var lines = [String](repeating: shape.middle, count: box.height)
    lines[0] = shape.top
    lines[box.height - 1] = shape.bottom
    // A brace has its point in the middle, for which two lines have no room.
    if let point = shape.point, box.height > 2 { lines[min(max(box.baseline, 1), box.height - 2)] = point }
    return TextBox(lines: lines, baseline: box.baseline, width: 1)
  }

  private typealias Shape = (top: String, middle: String, bottom: String, point: String?)
  private static let brackets: [String: Shape] = [
    "(": ("⎛", "⎜", "⎝", nil), ")": ("⎞", "⎟", "⎠", nil), "[": ("⎡", "⎢", "⎣", nil), "]": ("⎤", "⎥", "⎦", nil),
    "{": ("⎧", "⎪", "⎩", "⎨"), "}": ("⎫", "⎪", "⎭", "⎬"), "|": ("│", "│", "│", nil), "⌊": ("⎢", "⎢", "⎣", nil),
    "⌋": ("⎥", "⎥", "⎦", nil), "⌈": ("⎡", "⎢", "⎢", nil), "⌉": ("⎤", "⎥", "⎥", nil),
  ]
  private static let plainBrackets: [String: Shape] = [
    "(": ("/", "|", "\\", nil), ")": ("\\", "|", "/", nil), "[": ("[", "[", "[", nil), "]": ("]", "]", "]", nil),
    "{": ("/", "|", "\\", "<"), "}": ("\\", "|", "/", ">"), "|": ("|", "|", "|", nil),
  ]

  static func blanks(_ count: Int) -> String { String(repeating: " ", count: max(0, count)) }
}
