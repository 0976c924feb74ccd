// A drawing as SVG: rounded boxes with a title and a shape, and curved arrows.
import TensorKit

extension Drawing {
  static let boxHeight = 44.0
  private static let longest = 34

  /// How wide each box is for its texts.
  var boxWidths: [Double] {
    boxes.map { box in
      box.kind == .number
        ? max(30, Double(box.title.count) * 7.6 + 18)
        : max(62, max(Double(box.title.count.clamped) * 8.0, Double(box.subtitle.count.clamped) * 6.8) + 24)
    }
  }

  /// How high a box is: numbers are lower than others.
  static func height(of kind: Kind) -> Double { kind == .number ? 26 : boxHeight }

  /// Where the middle of a box is, whose place in the layout is `y`: numbers stand close to what takes them.
  static func middle(of kind: Kind, at y: Double) -> Double { y + (boxHeight - height(of: kind)) / 2 }

  /// The drawing as a document of its own.
  var svg: String {
    let widths = boxWidths
    let layout = DrawingLayout(widths: widths, height: Drawing.boxHeight, arrows: arrows)
    let (width, height) = (Drawing.text(layout.width), Drawing.text(layout.height))
    var lines = [
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 \(width) \(height)\" width=\"\(width)\" height=\"\(height)\" "
        + "role=\"img\" aria-label=\"A computation of \(boxes.count) nodes\">", Drawing.style,
      "<defs><marker id=\"tip\" viewBox=\"0 0 10 10\" refX=\"9\" refY=\"5\" markerWidth=\"7\" markerHeight=\"7\" "
        + "orient=\"auto\"><path class=\"tip\" d=\"M0 1 L10 5 L0 9 z\"/></marker></defs>",
      "<rect class=\"paper\" width=\"\(width)\" height=\"\(height)\"/>",
    ]
    lines += layout.ways.map { "<path class=\"arrow\" d=\"\(Drawing.curve($0))\" marker-end=\"url(#tip)\"/>" }
    for (index, box) in boxes.enumerated() {
      lines.append(Drawing.drawn(box, at: layout.centers[index], width: widths[index]))
    }
    return (lines + ["</svg>", ""]).joined(separator: "\n")
  }

  private static func drawn(_ box: Box, at center: DrawingLayout.Point, width: Double) -> String {
    let height = height(of: box.kind)
    let corner = box.kind == .number ? 13.0 : 9
    var parts = ["<g class=\"\(box.kind.rawValue)\"><title>\(escaped(box.hint))</title>"]
    let y = middle(of: box.kind, at: center.y)
    parts.append(
      "<rect x=\"\(text(center.x - width / 2))\" y=\"\(text(y - height / 2))\" width=\"\(text(width))\" "
        + "height=\"\(text(height))\" rx=\"\(text(corner))\"/>")
    let titleY = box.subtitle.isEmpty ? y + 4.5 : y - 3
    parts.append("<text x=\"\(text(center.x))\" y=\"\(text(titleY))\">\(escaped(shortened(box.title)))</text>")
    if !box.subtitle.isEmpty {
      parts.append(
        "<text class=\"shape\" x=\"\(text(center.x))\" y=\"\(text(y + 13))\">\(escaped(shortened(box.subtitle)))</text>"
      )
    }
    return parts.joined() + "</g>"
  }

  /// An arrow's way in curves that leave and arrive straight.
  private static func curve(_ way: [DrawingLayout.Point]) -> String {
    guard let first = way.first else { return "" }
    var path = "M\(text(first.x)) \(text(first.y))"
    for (from, to) in zip(way, way.dropFirst()) {
      if abs(from.x - to.x) < 0.05 {
        path += " L\(text(to.x)) \(text(to.y))"
      } else {
        let middle = (from.y + to.y) / 2
        path += " C\(text(from.x)) \(text(middle)) \(text(to.x)) \(text(middle)) \(text(to.x)) \(text(to.y))"
      }
    }
    return path
  }

  static func shortened(_ title: String) -> String {
    title.count <= longest ? title : title.prefix(longest - 1) + "…"
  }

  private static func text(_ value: Double) -> String {
    let tenths = (value * 10).rounded() / 10
    return tenths == tenths.rounded() ? String(Int(saturating: tenths)) : String(tenths)
  }

  private static func escaped(_ text: String) -> String {
    text.reduce(into: "") { result, character in
      switch character {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      default:
        // Other control characters may not stand in XML at all.
        let isControl = character.unicodeScalars.contains { $0.value < 32 && $0.value != 9 && $0.value != 10 }
        result.append(isControl ? " " : character)
      }
    }
  }

  private static let style = """
    <style>
    text { font: 600 13px system-ui, "Segoe UI", "DejaVu Sans", Helvetica, sans-serif; text-anchor: middle; fill: #1c2430; }
    .shape { font: 11px ui-monospace, "DejaVu Sans Mono", Menlo, monospace; fill: #5a6473; }
    rect { stroke-width: 1.2; }
    .paper { fill: #ffffff; stroke: none; }
    .operation rect { fill: #e8f0fe; stroke: #6f8fc9; }
    .leaf rect { fill: #fdf0d5; stroke: #cf9f3f; }
    .number rect { fill: #f3f3f3; stroke: #b4b9c1; }
    .result rect { fill: #dff3e3; stroke: #57a36a; stroke-width: 2; }
    .omitted rect { fill: none; stroke: #8b94a1; stroke-dasharray: 5 4; }
    .arrow { fill: none; stroke: #8b94a1; stroke-width: 1.4; }
    .tip { fill: #8b94a1; }
    @media (prefers-color-scheme: dark) {
      text { fill: #e8ecf2; }
      .shape { fill: #a6b0be; }
      .paper { fill: #14181f; }
      .operation rect { fill: #1f2f4d; stroke: #6f8fc9; }
      .leaf rect { fill: #43351a; stroke: #cf9f3f; }
      .number rect { fill: #2a2f38; stroke: #6d7683; }
      .result rect { fill: #1d3b26; stroke: #57a36a; }
    }
    </style>
    """
}

extension Int {
  /// A length of text as far as it is drawn.
  fileprivate var clamped: Int { Swift.min(self, 34) }
}
