// Back-propagation on the screen: a table where it fits, else a few lines for each operation.
import Diagnostics
import Graph
import Session

/// Writes an explanation.
package struct ExplanationText {
  private let explanation: Explanation
  private let look: Look

  package init(_ explanation: Explanation, _ look: Look) {
    self.explanation = explanation
    self.look = look
  }

  /// Lines of at most as many columns as the screen has.
  package var lines: [String] {
    if explanation.rows.isEmpty {
      let nothing = Words(
        en: "Nothing here is computed from a tensor or a parameter, so no gradient flows.",
        es: "Aquí nada se calcula a partir de un tensor o un parámetro, así que no fluye ningún gradiente.",
        pt: "Aqui nada é calculado a partir de um tensor ou de um parâmetro, então nenhum gradiente flui.")
      return ScreenText.wrapped(nothing(look.language), look.columns, indent: 0)
    }
    let cells = ExplanationTable(explanation, look.language)
    var lines = table(cells) ?? blocks(cells)
    if explanation.omitted > 0 {
      lines.append(PromptWords.more.filled(["count": .text("\(explanation.omitted)")], in: look.language))
    }
    lines.append("")
    for gradient in cells.gradients { lines += ScreenText.wrapped(gradient, look.columns, indent: 2) }
    return lines
  }

  private func table(_ cells: ExplanationTable) -> [String]? {
    var widths = cells.headers.map { Visible.width($0) }
    for row in cells.rows {
      for (column, cell) in row.enumerated() { widths[column] = max(widths[column], Visible.width(cell)) }
    }
    guard widths.reduce(2 * (widths.count - 1), +) <= look.columns else { return nil }
    let line = { (cells: [String]) in
      var text = zip(cells, widths).map { $0 + String(repeating: " ", count: max(0, $1 - Visible.width($0))) }
        .joined(separator: "  ")
      while text.last == " " { text.removeLast() }
      return text
    }
    return [Ink.dim.paint(line(cells.headers), look)] + cells.rows.map(line)
  }

  private func blocks(_ cells: ExplanationTable) -> [String] {
    cells.rows.flatMap { row -> [String] in
      let head = ScreenText.wrapped("\(row[0]) = \(row[1])  \(row[2])", look.columns, indent: 4)
      let rest = (3..<row.count).flatMap { column in
        ScreenText.wrapped(
          "  \(cells.headers[column]): \(row[column])", look.columns, indent: 4)
      }
      return head.map { Ink.name.paint($0, look) } + rest
    }
  }
}
