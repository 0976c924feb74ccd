// The text of lessons as lines of characters: paragraphs fitted to the width, lists, tables, formulas, listings.
import Diagnostics
import Figures
import Lessons

/// Writes blocks of a lesson's text for a screen or a log.
package struct BlockText {
  private let look: Look
  /// What stands in the place of a value.
  private let value: (Lessons.ValueText) -> String
  private let columns: Int

  /// Nobody likes to read longer lines of prose.
  private static let widest = 84

  package init(_ look: Look, columns: Int? = nil, value: @escaping (Lessons.ValueText) -> String) {
    self.look = look
    self.value = value
    self.columns = max(16, min(columns ?? look.columns, BlockText.widest))
  }

  private var isPlain: Bool { look.signs == .plain || look.isASCII }

  /// The blocks, an empty line between them, each line without its end.
  package func lines(of blocks: [Block]) -> [String] { joined(blocks.map { lines(of: $0) }) }

  private func joined(_ parts: [[String]], isTight: Bool = false) -> [String] {
    var result: [String] = []
    for part in parts where !part.isEmpty {
      if !result.isEmpty, !isTight { result.append("") }
      result += part
    }
    return result
  }

  private func narrower(by margin: Int) -> BlockText { BlockText(look, columns: columns - margin, value: value) }

  private func lines(of block: Block) -> [String] {
    switch block.kind {
    case .heading(let level, let inlines): heading(level, inlines)
    case .paragraph(let inlines): wrapped(inlines)
    case .list(let list): self.list(list)
    case .quote(let blocks):
      narrower(by: 2).lines(of: blocks).map { Ink.dim.paint(isPlain ? ">" : "│", look) + ($0.isEmpty ? "" : " " + $0) }
    case .code(let code): listing(code.text, isProgram: code.info.hasPrefix("aula"))
    case .table(let table): TableText(table, columns: columns, isPlain: isPlain) { wrapped($0, $1) }.lines
    case .rule: [Ink.dim.paint(String(repeating: isPlain ? "-" : "─", count: min(columns, 24)), look)]
    case .formula(let formula):
      formula.unicode(.display(columns: columns - 4, ascii: look.isASCII), value: value)
        .split(separator: "\n", omittingEmptySubsequences: false).map { $0.isEmpty ? "" : "    " + $0 }
    case .comment: []
    }
  }

  private func heading(_ level: Int, _ inlines: [Inline]) -> [String] {
    let lines = wrapped([.strong(inlines)])
    guard level == 1 else { return lines }
    let width = lines.map { ScreenText.width(of: $0) }.max() ?? 0
    return lines + [Ink.dim.paint(String(repeating: isPlain ? "=" : "━", count: width), look)]
  }

  /// A listing, indented as Markdown indents code; lines that are too long stay as they are, so that they can be copied.
  package func listing(_ text: String, isProgram: Bool) -> [String] {
    var text = text
    while text.last == "\n" { text.removeLast() }
    let shown = isProgram ? SourceColours.painted(text, look) : ScreenText.printed(text, look)
    return ScreenText.lines(of: shown).map { $0.isEmpty ? "" : "    " + $0 }
  }

  private func list(_ list: BlockList) -> [String] {
    let items = list.items.enumerated().map { index, item in
      let mark = mark(of: item, number: list.start.map { $0 &+ index })
      let margin = String(repeating: " ", count: Visible.width(mark) + 1)
      let inner = narrower(by: margin.count)
      return inner.joined(item.blocks.map { inner.lines(of: $0) }, isTight: list.isTight).enumerated().map {
        $0 == 0 ? mark + " " + $1 : $1.isEmpty ? "" : margin + $1
      }
    }
    return joined(items, isTight: list.isTight)
  }

  private func mark(of item: BlockList.Item, number: Int?) -> String {
    if let isDone = item.isDone { return isPlain ? (isDone ? "[x]" : "[ ]") : isDone ? "☑" : "☐" }
    return number.map { "\($0)." } ?? (isPlain ? "-" : "•")
  }

  // MARK: Inlines

  private func wrapped(_ inlines: [Inline]) -> [String] { wrapped(inlines, columns) }

  private func wrapped(_ inlines: [Inline], _ columns: Int) -> [String] {
    var text = ""
    write(inlines, codes: [], into: &text)
    return text.split(separator: "\n", omittingEmptySubsequences: false)
      .flatMap { ScreenText.wrapped(ScreenText.ours(String($0), look), columns) }
  }

  private func write(_ inlines: [Inline], codes: [String], into text: inout String) {
    for inline in inlines {
      switch inline {
      case .text(let piece): text += painted(piece, codes)
      case .emphasis(let parts): write(parts, codes: codes + ["3"], into: &text)
      case .strong(let parts): write(parts, codes: codes + ["1"], into: &text)
      case .strike(let parts): write(parts, codes: codes + ["9"], into: &text)
      // Where there is no colour, marks tell code from words.
      case .code(let code): text += look.colours == .none ? "`" + shown(code) + "`" : painted(code, codes + ["36"])
      case .link(let target, _, let parts):
        write(parts, codes: codes + ["4"], into: &text)
        let words = parts.plainText(value)
        if target != words, !target.hasPrefix("#") { text += painted(" (\(target))", codes + ["2"]) }
      case .image(_, let alt): text += painted("[\(alt)]", codes)
      case .formula(let formula): text += painted(formula.unicode(.line(ascii: look.isASCII), value: value), codes)
      case .value(let place): text += painted(value(place), codes)
      case .lineBreak: text += "\n"
      case .softBreak: text += " "
      }
    }
  }

  private func shown(_ text: String) -> String {
    ScreenText.lines(of: text).map { ScreenText.visible($0, look) }.joined(separator: " ")
  }

  /// Each word is painted for itself: lines may be cut between any two.
  private func painted(_ text: String, _ codes: [String]) -> String {
    let text = shown(text)
    guard look.colours != .none, !codes.isEmpty else { return text }
    return text.split(separator: " ", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? "" : "\u{1b}[\(codes.joined(separator: ";"))m\($0)\u{1b}[0m" }.joined(separator: " ")
  }
}

/// A table whose columns share the width.
private struct TableText {
  let lines: [String]

  init(_ table: BlockTable, columns: Int, isPlain: Bool, wrapped: ([Inline], Int) -> [String]) {
    let all = [table.header] + table.rows
    var widths = table.alignments.indices.map { column in
      all.map { row in
        row.indices.contains(column) ? wrapped(row[column], .max / 2).map(ScreenText.width).max() ?? 0 : 0
      }
      .max() ?? 0
    }
    let gaps = 2 * max(0, widths.count - 1)
    while widths.reduce(0, +) + gaps > columns, let widest = widths.max(), widest > 6,
      let place = widths.firstIndex(of: widest)
    {
      widths[place] -= 1
    }
    func laid(_ row: [[Inline]]) -> [String] {
      let cells = widths.indices.map { row.indices.contains($0) ? wrapped(row[$0], max(1, widths[$0])) : [] }
      return (0..<(cells.map(\.count).max() ?? 0)).map { line in
        var text = ""
        for (column, cell) in cells.enumerated() {
          let piece = cell.indices.contains(line) ? cell[line] : ""
          let room = max(0, widths[column] - ScreenText.width(of: piece))
          let lead =
            switch table.alignments[column] {
            case .right: room
            case .centre: room / 2
            case .none, .left: 0
            }
          text += (column == 0 ? "" : "  ") + String(repeating: " ", count: lead) + piece
          text += String(repeating: " ", count: room - lead)
        }
        while text.last == " " { text.removeLast() }
        return text
      }
    }
    let rule = widths.map { String(repeating: isPlain ? "-" : "─", count: $0) }.joined(separator: "  ")
    lines = laid(table.header) + [rule] + table.rows.flatMap(laid)
  }
}
