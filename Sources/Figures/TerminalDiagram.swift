// A diagram in characters: a drawing where there is room, a list of its boxes otherwise.
import Diagnostics

struct TerminalDiagram {
  private let diagram: Diagram
  private let style: TerminalStyle

  private static let mostListed = 1000

  init(_ diagram: Diagram, _ style: TerminalStyle) {
    self.diagram = diagram
    self.style = style
  }

  var grid: TerminalGrid {
    var grid = TerminalGrid(style, columns: style.columns, rows: 0)
    if let title = diagram.title.map({ TerminalText.fitted($0, style.columns, style) }), !title.isEmpty {
      grid.addRows(1)
      grid.write(title, column: 0, row: 0, isBold: true)
    }
    let body = TerminalLayers(diagram, style)?.grid ?? listing
    let top = grid.rows
    grid.addRows(body.rows)
    grid.paste(body, column: 0, row: top)
    return grid
  }

  /// A line for each box: its number, what it is, and the numbers of the boxes it is made from.
  private var listing: TerminalGrid {
    var operands: [Int: [Int]] = [:]
    for arrow in diagram.arrows { operands[arrow.to, default: []].append(arrow.from) }
    let boxes = diagram.boxes.prefix(Self.mostListed)
    let digits = String(boxes.count).count
    let titles = min(boxes.reduce(0) { max($0, TerminalText.width($1.title, style)) }, max(style.columns / 2, 4))
    let subtitles = min(boxes.reduce(0) { max($0, TerminalText.width($1.subtitle, style)) }, max(style.columns / 3, 4))
    var grid = TerminalGrid(style, columns: style.columns, rows: boxes.count)
    for (index, box) in boxes.enumerated() {
      let number = String(index + 1)
      grid.write(number, column: digits - number.count, row: index, ink: TerminalColour.of(.muted))
      var column = digits + 2
      grid.write(
        TerminalText.fitted(box.title, titles, style), column: column, row: index, ink: TerminalLayers.ink(of: box.kind)
      )
      column += titles + 2
      if subtitles > 0 {
        let text = TerminalText.fitted(box.subtitle, subtitles, style)
        grid.write(text, column: column, row: index, ink: TerminalColour.of(.muted))
        column += subtitles + 2
      }
      guard let from = operands[index], style.columns > column else { continue }
      let sign = style.signs == .plain ? "<- " : "← "
      let text = sign + from.prefix(200).map { String($0 + 1) }.joined(separator: " ")
      grid.write(TerminalText.fitted(text, style.columns - column, style), column: column, row: index)
    }
    if boxes.count < diagram.boxes.count {
      grid.addRows(1)
      grid.write("(+\(diagram.boxes.count - boxes.count))", column: 0, row: grid.rows - 1)
    }
    return grid
  }
}
