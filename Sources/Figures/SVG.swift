// A figure as SVG: text stays text, a screen reader finds the description, colours follow the reader's preference.
import Diagnostics

extension Figure {
  /// The figure as a document of its own that can also stand inside of an HTML page. A size that is nil follows from the content;
  /// `automatic` colours follow what the reader prefers. The description for those who cannot see it is in `language`.
  public func svg(
    width: Double? = nil, height: Double? = nil, theme: Theme = .automatic, language: Language = .en
  ) -> String {
    let sheet = SVGSheet()
    let scene = scene(width: width, height: height, on: sheet)
    var writer = SVGWriter(theme: theme, textSize: sheet.textSize)
    writer.write(scene.items)
    return writer.document(width: scene.width, height: scene.height, title: name(language), summary: summary(language))
  }
}

/// Writes the parts of a scene one after the other.
struct SVGWriter {
  let theme: Theme
  let textSize: Double
  private var body = ""
  private var used: Set<Scene.Ink> = [.paper]

  init(theme: Theme, textSize: Double) {
    self.theme = theme
    self.textSize = textSize
  }

  func document(width: Double, height: Double, title: String, summary: String) -> String {
    let size = "\(SVGText.number(width)) \(SVGText.number(height))"
    return """
      <svg xmlns="http://www.w3.org/2000/svg" width="\(SVGText.number(width))" height="\(SVGText.number(height))" \
      viewBox="0 0 \(size)" role="img" font-family="Helvetica,Arial,'DejaVu Sans',sans-serif" \
      font-size="\(SVGText.number(textSize))" fill="none" style="max-width:100%;height:auto">
      <title>\(SVGText.escaped(title))</title>
      <desc>\(SVGText.escaped(summary))</desc>
      <style>\(style)</style>
      <rect width="\(SVGText.number(width))" height="\(SVGText.number(height))"\(fill(.paper))/>
      \(body)</svg>

      """
  }

  // MARK: - Colours

  private var style: String {
    let inks = used.compactMap { ink in SVGWriter.shortName(ink).map { (name: $0, ink: ink) } }
      .sorted { $0.name < $1.name }
    func rules(isDark: Bool) -> String {
      inks.map { ".\(prefix)\($0.name){color:\(Palette.colour(of: $0.ink, isDark: isDark).hexadecimal)}" }.joined()
    }
    switch theme {
    case .light: return rules(isDark: false)
    case .dark: return rules(isDark: true)
    case .automatic: return rules(isDark: false) + "@media(prefers-color-scheme:dark){" + rules(isDark: true) + "}"
    }
  }

  /// Pictures of different themes may stand in one page: each theme has its own names.
  private var prefix: String { "aula-\(theme.rawValue.prefix(1))-" }

  /// What the colours that depend on the theme are called; the others are written where they are used.
  private static func shortName(_ ink: Scene.Ink) -> String? {
    switch ink {
    case .text: "t"
    case .muted: "m"
    case .axis: "a"
    case .grid: "g"
    case .paper: "p"
    case .series(let number): "s\(((number % Palette.seriesCount) + Palette.seriesCount) % Palette.seriesCount)"
    case .contour(let place): "c\(Int((place.clamped(0, 1) * 20).rounded()))"
    case .box(let kind): "b-\(kind.rawValue)"
    case .scale, .over: nil
    }
  }

  private mutating func colour(_ attribute: String, _ ink: Scene.Ink) -> String {
    used.insert(ink.rounded)
    return SVGWriter.attribute(attribute, ink, prefix)
  }

  private func fill(_ ink: Scene.Ink) -> String { SVGWriter.attribute("fill", ink, prefix) }

  private static func attribute(_ attribute: String, _ ink: Scene.Ink, _ prefix: String) -> String {
    guard let name = shortName(ink) else {
      return " \(attribute)=\"\(Palette.colour(of: ink, isDark: false).hexadecimal)\""
    }
    return " class=\"\(prefix)\(name)\" \(attribute)=\"currentColor\""
  }

  // MARK: - Items

  mutating func write(_ items: [Scene.Item]) {
    var index = 0
    while index < items.count {
      // Neighbours that look the same become one path.
      switch items[index] {
      case .rectangle(_, _, _, _, let ink, let opacity):
        var path = SVGPath()
        while index < items.count, case .rectangle(let x, let y, let width, let height, ink, opacity) = items[index] {
          path.rectangle(x, y, width, height)
          index += 1
        }
        body += "<path\(colour("fill", ink))\(SVGText.opacity(opacity)) d=\"\(path.text)\"/>\n"
      case .arrow(_, let ink, let width):
        var (shafts, heads) = (SVGPath(), SVGPath())
        while index < items.count, case .arrow(let points, ink, width) = items[index] {
          Arrowhead.draw(points, width: width, shafts: &shafts, heads: &heads)
          index += 1
        }
        body += "<path\(colour("stroke", ink)) stroke-width=\"\(SVGText.number(width))\" d=\"\(shafts.text)\"/>\n"
        body += "<path\(colour("fill", ink)) d=\"\(heads.text)\"/>\n"
      case .line(_, let ink, let width, let dash):
        var path = SVGPath()
        while index < items.count, case .line(let points, ink, width, dash) = items[index] {
          path.line(points)
          index += 1
        }
        let dashes = dash.isEmpty ? "" : " stroke-dasharray=\"\(dash.map(SVGText.number).joined(separator: " "))\""
        body += "<path\(colour("stroke", ink)) stroke-width=\"\(SVGText.number(width))\" stroke-linejoin=\"round\""
        body += "\(dashes) d=\"\(path.text)\"/>\n"
      default:
        write(items[index])
        index += 1
      }
    }
  }

  private mutating func write(_ item: Scene.Item) {
    switch item {
    case .area(let points, let ink, let opacity):
      var path = SVGPath()
      path.line(points)
      body += "<path\(colour("fill", ink))\(SVGText.opacity(opacity)) d=\"\(path.text)z\"/>\n"
    case .dots(let points, let radius, let sign, let ink, let opacity):
      write(points, radius, sign, ink, opacity)
    case .text(let text, let x, let y, let size, let anchor, let ink, let isBold, let isUpright):
      var attributes = " x=\"\(SVGText.number(x))\" y=\"\(SVGText.number(y))\"" + colour("fill", ink)
      if size != textSize { attributes += " font-size=\"\(SVGText.number(size))\"" }
      if anchor != .start { attributes += " text-anchor=\"\(anchor == .middle ? "middle" : "end")\"" }
      if isBold { attributes += " font-weight=\"bold\"" }
      if isUpright { attributes += " transform=\"rotate(-90 \(SVGText.number(x)) \(SVGText.number(y)))\"" }
      body += "<text\(attributes)>\(SVGText.escaped(text))</text>\n"
    case .image(let image, let x, let y, let width, let height):
      body += SVGText.image(EmbeddedImage(image, size: width), x, y, width, height)
    case .cells(let rows, let columns, let places, let palette, let x, let y, let width, let height):
      guard rows > 0, columns > 0, rows.multipliedReportingOverflow(by: columns).partialValue == places.count else {
        return
      }
      if places.count <= 400 {
        body += SVGCells(rows: rows, columns: columns, places: places, palette: palette).paths(x, y, width, height)
      } else {
        let image = EmbeddedImage(rows: rows, columns: columns, places: places, palette: palette, size: width)
        body += SVGText.image(image, x, y, width, height)
      }
    case .clipped(let items, let x, let y, let width, let height):
      // A picture inside of the picture cuts off what leaves it, and needs no names, which have to be unique in a page.
      let (left, top) = (SVGText.number(x), SVGText.number(y))
      let (across, down) = (SVGText.number(width), SVGText.number(height))
      body += "<svg x=\"\(left)\" y=\"\(top)\" width=\"\(across)\" height=\"\(down)\" overflow=\"hidden\" "
      body += "viewBox=\"\(left) \(top) \(across) \(down)\">\n"
      write(items)
      body += "</svg>\n"
    case .line, .rectangle, .arrow: write([item])
    }
  }

  private mutating func write(
    _ points: [Spot], _ radius: Double, _ sign: Scene.Sign, _ ink: Scene.Ink, _ opacity: Double
  ) {
    // One path would not get darker where its points cover each other; several do.
    let layers = opacity < 0.9 && points.count > 40 ? 6 : 1
    for layer in 0..<layers {
      var path = SVGPath()
      for index in stride(from: layer, to: points.count, by: layers) { path.sign(sign, points[index], radius) }
      guard !path.text.isEmpty else { continue }
      switch sign {
      case .disc:
        body += "<path\(colour("stroke", ink))\(SVGText.opacity(opacity, "stroke")) stroke-linecap=\"round\""
        body += " stroke-width=\"\(SVGText.number(2 * radius))\" d=\"\(path.text)\"/>\n"
      case .cross, .ring:
        body += "<path\(colour("stroke", ink))\(SVGText.opacity(opacity, "stroke"))"
        body += " stroke-width=\"\(SVGText.number(max(1, radius * 0.5)))\" d=\"\(path.text)\"/>\n"
      case .square, .triangle, .diamond:
        body += "<path\(colour("fill", ink))\(SVGText.opacity(opacity)) d=\"\(path.text)\"/>\n"
      }
    }
  }
}

extension Scene.Ink {
  /// The same for all that are written with the same name.
  fileprivate var rounded: Scene.Ink {
    switch self {
    case .series(let number): .series(((number % Palette.seriesCount) + Palette.seriesCount) % Palette.seriesCount)
    case .contour(let place): .contour((place.clamped(0, 1) * 20).rounded() / 20)
    default: self
    }
  }
}
