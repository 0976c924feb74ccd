// Back-propagation on the screen: a table where it fits, else a few lines for each operation.
import Diagnostics
import Graph

/// Writes an explanation.
package struct ExplanationText {
  private let explanation: Explanation
  private let look: Look

  package init(_ explanation: Explanation, _ look: Look) {
    self.explanation = explanation
    self.look = look
  }

  private static let headers = [
    Words(en: "result", es: "resultado", pt: "resultado"),
    Words(en: "operation", es: "operación", pt: "operação"),
    Words(en: "shapes", es: "formas", pt: "formas"),
    Words(en: "value", es: "valor", pt: "valor"),
    Words(en: "gradient in", es: "gradiente que llega", pt: "gradiente que chega"),
    Words(en: "gradient out", es: "gradiente que sale", pt: "gradiente que sai"),
  ]

  /// Lines of at most as many columns as the screen has.
  package var lines: [String] {
    if explanation.rows.isEmpty {
      let nothing = Words(
        en: "Nothing here is computed from a tensor or a parameter, so no gradient flows.",
        es: "Aquí nada se calcula a partir de un tensor o un parámetro, así que no fluye ningún gradiente.",
        pt: "Aqui nada é calculado a partir de um tensor ou de um parâmetro, então nenhum gradiente flui.")
      return ScreenText.wrapped(nothing(look.language), look.columns, indent: 0)
    }
    let rows = explanation.rows.map { row in
      [
        row.name, "\(row.operation)(\(row.operands.joined(separator: ", ")))",
        row.operandShapes.map(\.description).joined(separator: " ") + " → \(row.shape)", "\(row.value)",
        "\(row.incoming)", row.outgoing.isEmpty ? "0" : row.outgoing.map(\.description).joined(separator: "   "),
      ]
    }
    var lines = table(rows) ?? blocks(rows)
    if explanation.omitted > 0 {
      lines.append(PromptWords.more.filled(["count": .text("\(explanation.omitted)")], in: look.language))
    }
    lines.append("")
    let arrives = Words(
      en: "the gradient of {name} {shape}: {value}", es: "el gradiente de {name} {shape}: {value}",
      pt: "o gradiente de {name} {shape}: {value}")
    for flow in explanation.gradients {
      let text = arrives.filled(
        ["name": .text(flow.operand), "shape": .text("\(flow.gradient.shape)"), "value": .text("\(flow.gradient)")],
        in: look.language)
      lines += ScreenText.wrapped(text, look.columns, indent: 2)
    }
    return lines
  }

  private func table(_ rows: [[String]]) -> [String]? {
    let headers = ExplanationText.headers.map { $0(look.language) }
    var widths = headers.map { Visible.width($0) }
    for row in rows {
      for (column, cell) in row.enumerated() { widths[column] = max(widths[column], Visible.width(cell)) }
    }
    guard widths.reduce(2 * (widths.count - 1), +) <= look.columns else { return nil }
    let line = { (cells: [String]) in
      var text = zip(cells, widths).map { $0 + String(repeating: " ", count: max(0, $1 - Visible.width($0))) }
        .joined(separator: "  ")
      while text.last == " " { text.removeLast() }
      return text
    }
    return [Ink.dim.paint(line(headers), look)] + rows.map(line)
  }

  private func blocks(_ rows: [[String]]) -> [String] {
    rows.flatMap { row -> [String] in
      let head = ScreenText.wrapped("\(row[0]) = \(row[1])  \(row[2])", look.columns, indent: 4)
      let rest = (3..<row.count).flatMap { column in
        ScreenText.wrapped(
          "  \(ExplanationText.headers[column](look.language)): \(row[column])", look.columns, indent: 4)
      }
      return head.map { Ink.name.paint($0, look) } + rest
    }
  }
}
