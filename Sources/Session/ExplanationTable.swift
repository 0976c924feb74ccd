// Back-propagation told step by step as a table: the same cells on a screen and in a page.
import Diagnostics
import Graph

/// The cells of an explanation, in words of a language.
package struct ExplanationTable {
  package let headers: [String]
  package let rows: [[String]]
  /// What arrives at each argument in the end, in a line each.
  package let gradients: [String]

  package init(_ explanation: Explanation, _ language: Language) {
    headers = ExplanationTable.titles.map { $0(language) }
    rows = explanation.rows.map { row in
      [
        row.name, "\(row.operation)(\(row.operands.joined(separator: ", ")))",
        row.operandShapes.map(\.description).joined(separator: " ") + " → \(row.shape)", "\(row.value)",
        "\(row.incoming)", row.outgoing.isEmpty ? "0" : row.outgoing.map(\.description).joined(separator: "   "),
      ]
    }
    gradients = explanation.gradients.map { flow in
      ExplanationTable.arrives.filled(
        ["name": .text(flow.operand), "shape": .text("\(flow.gradient.shape)"), "value": .text("\(flow.gradient)")],
        in: language)
    }
  }

  private static let titles = [
    Words(en: "result", es: "resultado", pt: "resultado"),
    Words(en: "operation", es: "operación", pt: "operação"),
    Words(en: "shapes", es: "formas", pt: "formas"),
    Words(en: "value", es: "valor", pt: "valor"),
    Words(en: "gradient in", es: "gradiente que llega", pt: "gradiente que chega"),
    Words(en: "gradient out", es: "gradiente que sale", pt: "gradiente que sai"),
  ]

  private static let arrives = Words(
    en: "the gradient of {name} {shape}: {value}", es: "el gradiente de {name} {shape}: {value}",
    pt: "o gradiente de {name} {shape}: {value}")
}
