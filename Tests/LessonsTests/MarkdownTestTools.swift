// Markdown in tests: a text, what was read from it as an outline, and its problems.
import Diagnostics
import Lessons

/// A text and what was read from it.
struct MarkdownReading {
  let result: Markdown
  let sources = Sources()

  init(_ text: String) {
    let source = Source(name: "lesson.md", text: text)
    result = Markdown.parse(source, number: sources.add(source))
  }

  /// `E0900 {`: each problem's code and what is underlined.
  var told: [String] { result.problems.map { "\($0.row.code) \(sources.text($0.span))" } }

  func text(_ span: Span) -> String { sources.text(span).split(separator: "\n").joined(separator: " ") }

  /// A line for each block: where it begins, what it is, what it says.
  var outline: String { result.blocks.flatMap { outline($0) }.joined(separator: "\n") }

  private func outline(_ block: Block) -> [String] {
    let place = "\(block.line):\(block.offset) "
    func inside(_ head: String, _ lines: [String]) -> [String] { [place + head] + lines.map { "  " + $0 } }
    switch block.kind {
    case .heading(let level, let parts): return [place + "h\(level) " + line(parts)]
    case .paragraph(let parts): return [place + "p " + line(parts)]
    case .quote(let blocks): return inside("quote", blocks.flatMap { outline($0) })
    case .code(let code): return [place + "code \"\(code.info)\" " + code.text.dropLast()]
    case .rule: return [place + "rule"]
    case .formula(let formula): return [place + "$$" + formula.tex + "$$"]
    case .comment(let text): return [place + "comment " + text]
    case .table(let table):
      let rows = ([table.header] + table.rows).map { $0.map { line($0) }.joined(separator: " | ") }
      return inside("table " + table.alignments.map { "\($0)" }.joined(separator: " "), rows)
    case .list(let list):
      let lines = list.items.flatMap { item in
        item.blocks.flatMap { outline($0) }.enumerated().map { index, text in
          index > 0 ? text : (item.isDone.map { $0 ? "[x] " : "[ ] " } ?? "") + text
        }
      }
      return inside((list.start.map { "ol \($0)" } ?? "ul") + (list.isTight ? " tight" : " loose"), lines)
    }
  }

  private func line(_ parts: [Inline]) -> String {
    parts.map { part in
      switch part {
      case .text(let text): text
      case .emphasis(let parts): "em(\(line(parts)))"
      case .strong(let parts): "strong(\(line(parts)))"
      case .strike(let parts): "strike(\(line(parts)))"
      case .code(let text): "code(\(text))"
      case .link(let to, let title, let parts): "link(\(to)\(title.isEmpty ? "" : " \"\(title)\""): \(line(parts)))"
      case .image(let path, let alt): "image(\(path): \(alt))"
      case .formula(let formula): "$\(formula.tex)$"
      case .value(let value): value.source
      case .lineBreak: "↵"
      case .softBreak: " "
      }
    }.joined()
  }

  // MARK: Parts, in order

  var codes: [CodeBlock] {
    result.blocks.flatMap { blocks(in: $0) }.compactMap { if case .code(let code) = $0.kind { code } else { nil } }
  }

  var values: [ValueText] { inlines.compactMap { if case .value(let value) = $0 { value } else { nil } } }

  var formulas: [Formula] {
    result.blocks.flatMap { blocks(in: $0) }.compactMap {
      if case .formula(let formula) = $0.kind { formula } else { nil }
    } + inlines.compactMap { if case .formula(let formula) = $0 { formula } else { nil } }
  }

  private var inlines: [Inline] {
    result.blocks.flatMap { blocks(in: $0) }.flatMap { block -> [Inline] in
      switch block.kind {
      case .heading(_, let parts), .paragraph(let parts): parts.flatMap { inlines(in: $0) }
      case .table(let table): (table.header + table.rows.joined()).joined().flatMap { inlines(in: $0) }
      default: []
      }
    }
  }

  private func inlines(in part: Inline) -> [Inline] {
    switch part {
    case .emphasis(let parts), .strong(let parts), .strike(let parts), .link(_, _, let parts):
      parts.flatMap { inlines(in: $0) }
    default: [part]
    }
  }

  private func blocks(in block: Block) -> [Block] {
    switch block.kind {
    case .quote(let inside): inside.flatMap { blocks(in: $0) }
    case .list(let list): list.items.flatMap { $0.blocks.flatMap { blocks(in: $0) } }
    default: [block]
    }
  }
}
