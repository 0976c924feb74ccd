// A figure as what a terminal shows: characters, or pixels at a size that suits its characters.
import Figures

/// Draws figures for a look.
package struct Picture {
  private let look: Look
  private let cell: TerminalAnswer.Cell

  /// The height of a line of text in a figure, in the units of the figure.
  private static let lineHeight = 17.0
  /// Pixels of a picture: more would take seconds to reach the screen.
  private static let mostPixels = 4_000_000.0

  package init(_ look: Look, cell: TerminalAnswer.Cell? = nil) {
    self.look = look
    self.cell = cell ?? .usual
  }

  /// Whole lines.
  package func text(of figure: Figure) -> String {
    switch look.pictures {
    case .characters, .unknown: break
    case .words: return words(of: figure)
    case .kitty:
      if let file = try? pixels(of: figure).png { return Kitty.picture(file) + "\n" }
    case .sixel:
      let pixels = pixels(of: figure)
      return Sixel.picture(width: pixels.width, height: pixels.height, pixels.bytes) + "\n"
    }
    let text = figure.terminal(look.terminalStyle)
    return text.isEmpty || text.hasSuffix("\n") ? text : text + "\n"
  }

  private func words(of figure: Figure) -> String {
    ScreenText.printed(figure.summary(look.language), look).split(separator: "\n")
      .flatMap { ScreenText.wrapped(String($0), look.columns, indent: 2) }.map { $0 + "\n" }.joined()
  }

  /// The picture, not wider than the screen nor higher than what can be seen of it at once.
  private func pixels(of figure: Figure) -> Rasteriser {
    let theme: Theme = look.isDark == true ? .dark : .light
    let natural = figure.scene(on: PNGSheet())
    let room = (
      width: Double(cell.width * max(1, look.columns - 1)), height: Double(cell.height * max(2, look.rows - 2))
    )
    // Its letters as large as those around it; less only where it would not fit.
    var scale = Double(cell.height) / Picture.lineHeight
    let narrow = natural.width * scale > room.width
    let width = narrow ? Int(max(120, room.width / scale)) : nil
    let placed = narrow ? figure.scene(width: width.map(Double.init), on: PNGSheet()) : natural
    scale = min(
      scale, room.width / max(1, placed.width), room.height / max(1, placed.height),
      (Picture.mostPixels / max(1, placed.width * placed.height)).squareRoot())
    return figure.pixels(width: width, height: nil, theme: theme, scale: scale)
  }
}

extension Rasteriser {
  fileprivate var png: [UInt8] { get throws { try PNG.encode(width: width, height: height, bytes) } }
}
