// The steps of back-propagation as an aligned table.
import TensorKit

extension Explanation.Summary: CustomStringConvertible {
  /// A single number, a short list, or the least, the mean and the greatest element.
  public var description: String {
    if shape.count == 0 { return "nothing" }
    if shape.rank == 0, let only = elements.first { return Figures.text(only, digits: 5) }
    if !elements.isEmpty { return "[" + elements.map { Figures.text($0, digits: 4) }.joined(separator: ", ") + "]" }
    return "\(Figures.text(least, digits: 3)) … \(Figures.text(mean, digits: 3)) … \(Figures.text(greatest, digits: 3))"
  }
}

extension Explanation.Flow: CustomStringConvertible {
  /// The operand and what flows to it.
  public var description: String { "\(operand): \(gradient)" }
}

extension Explanation: CustomStringConvertible {
  /// One line for every operation, the last one first; longer tensors show their least, mean and greatest element.
  public var description: String {
    let header = ["", "operation", "shapes", "value", "gradient in", "gradient out"]
    let cells = rows.map { row in
      [
        row.name, "\(row.operation)(\(row.operands.joined(separator: ", ")))",
        row.operandShapes.map(\.description).joined(separator: " ") + " → \(row.shape)", "\(row.value)",
        "\(row.incoming)",
        row.outgoing.isEmpty ? "none" : row.outgoing.map(\.description).joined(separator: "   "),
      ]
    }
    var widths = header.map(\.count)
    for row in cells { for (column, cell) in row.enumerated() { widths[column] = max(widths[column], cell.count) } }
    var lines = ([header] + cells).map { row in
      var line = zip(row, widths).map { $0 + String(repeating: " ", count: $1 - $0.count) }.joined(separator: "  ")
      while line.last == " " { line.removeLast() }
      return line
    }
    if omitted > 0 { lines.append("… and \(omitted) more operations") }
    lines.append("")
    lines += gradients.map { "gradient of \($0.operand) \($0.gradient.shape): \($0.gradient)" }
    return lines.joined(separator: "\n")
  }
}
