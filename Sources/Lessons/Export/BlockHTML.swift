// The text of a lesson as HTML.
import Diagnostics

/// Writes blocks for a page.
struct BlockHTML {
  /// What stands in the place of a value.
  let value: (ValueText) -> String
  /// Headings that were written: their level, their words, and the place that links can name.
  private(set) var headings: [(level: Int, words: String, anchor: String)] = []

  init(value: @escaping (ValueText) -> String) { self.value = value }

  /// Goes on after headings that stand before.
  init(after other: [(level: Int, words: String, anchor: String)], value: @escaping (ValueText) -> String) {
    self.value = value
    headings = other
  }

  mutating func html(of blocks: [Block]) -> String {
    var parts: [String] = []
    for block in blocks { parts.append(html(of: block)) }
    return parts.filter { !$0.isEmpty }.joined(separator: "\n")
  }

  private mutating func html(of block: Block) -> String {
    switch block.kind {
    case .heading(let level, let inlines):
      let anchor = "s\(headings.count + 1)"
      headings.append((level, inlines.plainText(value), anchor))
      return PageHTML.element("h\(min(max(level, 1), 6))", [("id", anchor)], html(of: inlines))
    case .paragraph(let inlines): return PageHTML.element("p", [], html(of: inlines))
    case .list(let list): return html(of: list)
    case .quote(let blocks): return PageHTML.element("blockquote", [], html(of: blocks))
    case .code(let code):
      if code.info.hasPrefix("aula") { return PageHTML.program(code.text) }
      return PageHTML.element("pre", [], PageHTML.element("code", [], PageHTML.lines(code.text)))
    case .table(let table): return html(of: table)
    case .rule: return "<hr/>"
    case .formula(let formula):
      return PageHTML.element("div", [("class", "formula scroll")], formula.mathML(value: value))
    case .comment: return ""
    }
  }

  private mutating func html(of list: BlockList) -> String {
    var items: [String] = []
    for item in list.items {
      let box = item.isDone.map { $0 ? "☑ " : "☐ " } ?? ""
      if list.isTight, case .paragraph(let inlines)? = item.blocks.first?.kind {
        let rest = html(of: Array(item.blocks.dropFirst()))
        items.append(PageHTML.element("li", [], box + html(of: inlines) + rest))
      } else {
        items.append(PageHTML.element("li", [], box + html(of: item.blocks)))
      }
    }
    let inside = items.joined(separator: "\n")
    guard let start = list.start else { return PageHTML.element("ul", [], inside) }
    return PageHTML.element("ol", start == 1 ? [] : [("start", "\(start)")], inside)
  }

  private func html(of table: BlockTable) -> String {
    func row(_ cells: [[Inline]], _ name: String) -> String {
      PageHTML.element(
        "tr", [],
        cells.enumerated().map { column, cell in
          PageHTML.element(name, alignment(column, table), html(of: cell))
        }.joined())
    }
    let head = PageHTML.element("thead", [], row(table.header, "th"))
    let body = PageHTML.element("tbody", [], table.rows.map { row($0, "td") }.joined(separator: "\n"))
    return PageHTML.element("div", [("class", "scroll")], PageHTML.element("table", [], head + body))
  }

  private func alignment(_ column: Int, _ table: BlockTable) -> [(String, String)] {
    guard table.alignments.indices.contains(column) else { return [] }
    return switch table.alignments[column] {
    case .none: []
    case .left: [("class", "left")]
    case .centre: [("class", "centre")]
    case .right: [("class", "right")]
    }
  }

  private func html(of inlines: [Inline]) -> String { inlines.map(html).joined() }

  private func html(of inline: Inline) -> String {
    switch inline {
    case .text(let text): PageHTML.escaped(text)
    case .emphasis(let parts): PageHTML.element("em", [], html(of: parts))
    case .strong(let parts): PageHTML.element("strong", [], html(of: parts))
    case .strike(let parts): PageHTML.element("s", [], html(of: parts))
    case .code(let code): PageHTML.element("code", [], PageHTML.escaped(code))
    case .link(let target, let title, let parts):
      PageHTML.element("a", [("href", target)] + (title.isEmpty ? [] : [("title", title)]), html(of: parts))
    // A page of its own loads nothing: what a picture shows is told.
    case .image(_, let alt): PageHTML.element("em", [], PageHTML.escaped(alt))
    case .formula(let formula): formula.mathML(value: value)
    case .value(let place): PageHTML.element("span", [("class", "value")], PageHTML.escaped(value(place)))
    case .lineBreak: "<br/>"
    case .softBreak: "\n"
    }
  }
}
