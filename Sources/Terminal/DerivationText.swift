// A derivation as a table that fits the screen: each line with its value, its deviation, its reason and its verdict.
import AulaRuntime
import Diagnostics

extension CheckText {
  private static let gap = "  "
  private static let mostReasonWidth = 28

  /// The table, then what would repair it.
  func lines(of derivation: DerivationResult) -> [String] {
    var lines = headed(derivation.title, derivation.verdict, more: settings(derivation))
    lines += rows(derivation)
    if let problem = derivation.problem { lines += told(problem, isOpen: derivation.verdict == .open) }
    if let repair = derivation.repair { lines += note(repair, ink: .name) }
    return lines + derivation.notes.flatMap { note($0) }
  }

  private func settings(_ derivation: DerivationResult) -> String? {
    guard !derivation.setting.isEmpty else { return nil }
    let words = derivation.settingCount == 1 ? CheckTextWords.oneSetting : CheckTextWords.settings
    let count = words.filled(["count": "\(derivation.settingCount)"], in: look.language)
    let at = CheckTextWords.at.filled(["setting": .text(setting(derivation.setting))], in: look.language)
    return "\(count), \(at)"
  }

  private func rows(_ derivation: DerivationResult) -> [String] {
    let rows = derivation.lines.map { line in
      Row(
        relation: shown(line.relation), term: shown(line.text),
        cells: [
          line.value.map { shown($0.split(whereSeparator: \.isNewline).joined(separator: " ")) } ?? "",
          line.deviation.map { Amount.significant($0, look) } ?? "", shown(line.reason ?? ""),
        ],
        mark: line.verdict.map { verdict in
          let mark = CheckTextWords.mark(verdict, isPlain: isPlain, look.language)
          return (mark, ink(verdict))
        })
    }
    return table(rows) ?? blocks(rows)
  }

  private struct Row {
    let relation: String
    let term: String
    /// The value, the deviation, the reason; empty where there is none.
    let cells: [String]
    let mark: (text: String, ink: Ink)?
  }

  private var headers: [String] {
    [CheckTextWords.value, CheckTextWords.deviation, CheckTextWords.reason].map { shown($0(look.language)) }
  }

  /// Everything in columns; nil where the terms have no room beside the rest.
  private func table(_ rows: [Row]) -> [String]? {
    let relationWidth = rows.map { Visible.width($0.relation) }.max() ?? 0
    let termWidth = rows.map { Visible.width($0.term) }.max() ?? 0
    var widths = (0..<3).map { column in
      let widest = rows.map { Visible.width($0.cells[column]) }.max() ?? 0
      return widest == 0 ? 0 : max(widest, Visible.width(headers[column]))
    }
    widths[2] = min(widths[2], CheckText.mostReasonWidth)
    let markWidth = rows.compactMap { $0.mark.map { Visible.width($0.text) } }.max() ?? 0
    let others = ([markWidth] + widths).filter { $0 > 0 }.reduce(0) { $0 + $1 + CheckText.gap.count }
    guard 4 + relationWidth + 1 + termWidth + others <= look.columns else { return nil }
    let head = row(
      relation: "", [""] + zip(headers, widths).map { $1 > 0 ? $0 : "" }, [termWidth] + widths, relationWidth, mark: "")
    return (widths.contains { $0 > 0 } ? head.map { Ink.dim.paint($0, look) } : [])
      + rows.flatMap {
        row(
          relation: $0.relation, [$0.term] + $0.cells, [termWidth] + widths, relationWidth,
          mark: $0.mark.map { $0.ink.paint($0.text, look) } ?? "")
      }
  }

  /// Each term over the whole width, what is known of it below.
  private func blocks(_ rows: [Row]) -> [String] {
    let room = max(10, look.columns)
    return rows.flatMap { row -> [String] in
      let lead = row.relation.isEmpty ? "      " : "    " + row.relation + " "
      var facts = zip(headers, row.cells).prefix(2).filter { !$1.isEmpty }.map { "\($0) \($1)" }
      if !row.cells[2].isEmpty { facts.append(row.cells[2]) }
      let term = ScreenText.wrapped(lead + row.term, room, indent: Visible.width(lead))
      let markWidth = row.mark.map { Visible.width($0.text) + 1 } ?? 0
      var below = ScreenText.wrapped(facts.joined(separator: isPlain ? " - " : " · "), max(10, room - 10 - markWidth))
        .map { $0.isEmpty ? "" : String(repeating: " ", count: min(10, room / 4)) + Ink.dim.paint($0, look) }
      if let mark = row.mark, let last = below.last {
        below[below.count - 1] = (last.isEmpty ? "          " : last + " ") + mark.ink.paint(mark.text, look)
      }
      return term + below.filter { !$0.isEmpty }
    }
  }

  /// One row: cells that are too long go on below themselves.
  private func row(
    relation: String, _ cells: [String], _ widths: [Int], _ relationWidth: Int, mark: String
  ) -> [String] {
    let columns = zip(cells, widths).map { cell, width in width > 0 ? ScreenText.wrapped(cell, width, indent: 2) : [] }
    let height = max(1, columns.map(\.count).max() ?? 1)
    return (0..<height).map { line in
      let parts = zip(columns, widths).filter { $1 > 0 }.map { padded(line < $0.count ? $0[line] : "", $1) }
      var text =
        "    " + padded(line == 0 ? relation : "", relationWidth) + " " + parts.joined(separator: CheckText.gap)
      if line == 0, !mark.isEmpty { text += CheckText.gap + mark }
      while text.last == " " { text.removeLast() }
      return text
    }
  }

  private func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - Visible.width(text)))
  }
}
