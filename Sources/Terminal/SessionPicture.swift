// A session as a picture: what stands on the screen of a terminal, drawn as SVG on light or dark paper.
import Figures

/// A screen that is written on and then drawn. Nobody's terminal is needed for it.
package struct SessionPicture {
  private let title: String
  private var screen: PictureScreen

  /// Pixels of a character, and of the letters in it.
  private static let (cellWidth, cellHeight, letterSize) = (8.4, 18.0, 14.0)
  /// What is above the first line, and around the others.
  private static let (bar, margin) = (34.0, 14.0)

  /// An empty screen; the title stands above it.
  package init(title: String, columns: Int) {
    self.title = title
    screen = PictureScreen(columns: columns)
  }

  /// Writes on the screen what a program writes to a terminal.
  package mutating func write(_ text: String) { screen.write(text) }

  /// What stands there, line by line, without colours.
  package var text: String { screen.text }

  /// The picture. Its colours follow what the reader prefers.
  package var svg: String {
    let size = SessionPicture.self
    let width = Double(screen.columns) * size.cellWidth + 2 * size.margin
    let height = Double(screen.rows.count) * size.cellHeight + size.bar + size.margin
    let (w, h) = (SVGText.number(width), SVGText.number(height))
    let buttons = (0..<3).map { place in
      "<circle class=\"bar\" cx=\"\(SVGText.number(20 + 18 * Double(place)))\" cy=\"17\" r=\"5.5\"/>"
    }
    return """
      <svg xmlns="http://www.w3.org/2000/svg" width="\(w)" height="\(h)" viewBox="0 0 \(w) \(h)" role="img" xml:space="preserve" \
      font-family="ui-monospace,'DejaVu Sans Mono',Menlo,Consolas,monospace" font-size="\(SVGText.number(size.letterSize))">
      <title>\(SVGText.escaped(title))</title>
      <desc>\(SVGText.escaped(text))</desc>
      <style>\(PictureColours.style)</style>
      <rect class="paper" width="\(w)" height="\(h)" rx="9"/>
      \(buttons.joined())
      <text class="ink dim" x="\(SVGText.number(width / 2))" y="22" text-anchor="middle">\(SVGText.escaped(title))</text>
      \(lines)</svg>

      """
  }

  private var lines: String {
    var result = ""
    for (row, squares) in screen.rows.enumerated() {
      let top = SessionPicture.bar + Double(row) * SessionPicture.cellHeight
      for run in PictureRun.runs(of: squares) { result += draw(run, top: top) }
    }
    return result
  }

  private func draw(_ run: PictureRun, top: Double) -> String {
    let size = SessionPicture.self
    let left = size.margin + Double(run.column) * size.cellWidth
    let width = Double(run.width) * size.cellWidth
    var result = ""
    if let back = run.style.back {
      result +=
        "<rect\(PictureColours.paint(back)) x=\"\(SVGText.number(left))\" y=\"\(SVGText.number(top))\" "
        + "width=\"\(SVGText.number(width))\" height=\"\(SVGText.number(size.cellHeight))\"/>\n"
    }
    let drawing = PictureSigns.drawing(
      run.text, left: left, top: top, width: size.cellWidth, height: size.cellHeight, run.style)
    if let drawing { return result + drawing }
    guard run.text.contains(where: { $0 != " " }) else { return result }
    // The length keeps columns where they belong, whatever letters the reader's machine has.
    return result
      + "<text\(PictureColours.paint(run.style.ink, run.style)) x=\"\(SVGText.number(left))\" "
      + "y=\"\(SVGText.number(top + 13.5))\" textLength=\"\(SVGText.number(width))\">\(SVGText.escaped(run.text))</text>\n"
  }
}
