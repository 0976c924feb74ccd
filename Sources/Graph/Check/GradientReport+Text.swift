// The report as a table in plain text, at most 100 columns wide.
import TensorKit

extension GradientReport: CustomStringConvertible {
  /// The widest line.
  private static let width = 100

  /// The report as text: the verdict first, a line for every parameter, then what is to blame and why.
  public var description: String {
    let kind = order == 2 ? "second order" : "first order"
    var lines = ["gradient check: \(verdict.rawValue)   (\(kind), \(precision), \(probes) probes)"]
    if !entries.isEmpty { lines += [""] + table }
    if let culprit {
      lines.append("")
      lines += GradientReport.wrapped(culprit.text, label: "at fault: ")
    }
    if let trusts {
      lines += GradientReport.wrapped("the \(trusts.side.rawValue) side, because \(trusts.reason)", label: "trust:    ")
    }
    for note in notes { lines += GradientReport.wrapped(note, label: "note:     ") }
    return lines.joined(separator: "\n")
  }

  private var table: [String] {
    let header = ["parameter", "shape", "compared", "error", "relative", "at", "analytic", "numeric", ""]
    let rows = entries.flatMap { cells(of: $0) }
    var widths = header.map(\.count)
    for row in rows { for (column, cell) in row.enumerated() { widths[column] = max(widths[column], cell.count) } }
    let isRight = [false, false, true, true, true, false, true, true, false]
    return ([header] + rows).map { row in
      let cells = row.indices.map { column in
        let space = String(repeating: " ", count: widths[column] - row[column].count)
        return isRight[column] ? space + row[column] : row[column] + space
      }
      var line = cells.joined(separator: "  ")
      while line.last == " " { line.removeLast() }
      return String(line.prefix(GradientReport.width))
    }
  }

  /// A line for a parameter's largest error, and one more where another element has the largest relative error.
  private func cells(of entry: Entry) -> [[String]] {
    let compared = entry.usesDirections ? "\(entry.compared) lines" : "\(entry.compared)"
    let outcome = entry.verdict == .agrees ? "" : entry.verdict.rawValue
    let head = [
      GradientReport.shortened(entry.name, to: 18), GradientReport.shortened(entry.shape.description, to: 14), compared,
    ]
    guard let worst = entry.largestAbsolute else { return [head + ["", "", "", "", "", outcome]] }
    var rows = [head + cells(worst, entry.verdict) + [outcome]]
    if let other = entry.largestRelative, other.index != worst.index, other.relativeError > worst.relativeError {
      rows.append(["", "", ""] + cells(other, entry.verdict) + [""])
    }
    return rows
  }

  private func cells(_ one: Comparison, _ verdict: Verdict) -> [String] {
    let sides = "\(GradientReport.brief(one.left)) | \(GradientReport.brief(one.right))"
    return [
      GradientReport.brief(one.absoluteError), GradientReport.brief(one.relativeError),
      GradientReport.shortened(one.place, to: 12), GradientReport.number(one.analytic),
      verdict == .kink ? sides : GradientReport.number(one.numeric),
    ]
  }

  /// Text broken at spaces, with a label before the first line and room below it.
  private static func wrapped(_ text: String, label: String) -> [String] {
    var lines: [String] = []
    var line = label
    for word in text.split(separator: " ") {
      if line.count + word.count + 1 > width && line.count > label.count {
        lines.append(line)
        line = String(repeating: " ", count: label.count)
      }
      line += line.count == label.count ? String(word) : " " + word
    }
    return lines + [line]
  }

  /// A name that fits, with its middle left out where it is too long.
  private static func shortened(_ text: String, to width: Int) -> String {
    if text.count <= width { return text }
    let half = (width - 1) / 2
    return text.prefix(width - 1 - half) + "…" + text.suffix(half)
  }

  static func brief(_ value: Double) -> String { Figures.text(value, digits: 2) }
  static func number(_ value: Double) -> String { Figures.text(value, digits: 6) }
}

extension GradientReport.Comparison {
  /// Where it is, as a person writes it.
  var place: String {
    guard let index else { return "many" }
    return index.isEmpty ? "-" : "[" + index.map(String.init).joined(separator: ", ") + "]"
  }
}

extension GradientReport.Culprit {
  fileprivate var text: String {
    var text = "`\(operation)`"
    if place != 0 { text += " (place \(place))" }
    if !operands.isEmpty { text += " of " + operands.map(\.description).joined(separator: ", ") }
    text += " giving \(result): \(reason)"
    if let worst, let operand {
      text += "; \(operand)"
      if let index = worst.index, !index.isEmpty { text += " at \(worst.place)" }
      text += ": \(GradientReport.number(worst.analytic)) by its rule,"
      text += " \(GradientReport.number(worst.numeric)) by differences"
    }
    return text
  }
}
