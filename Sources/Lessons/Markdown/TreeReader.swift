// From cmark's nodes to blocks, with formulas and values back in their places.
import Diagnostics

/// Reads the nodes of one text.
struct TreeReader {
  /// How many blocks, and how many emphases and links, may be inside each other; what bounds the stack.
  static let deepest = 40

  let source: Source
  let number: Int32
  let lifted: LiftedText
  var problems: [Diagnostic] = []
  /// In the cells of a table a bar is typed `\|`, in formulas too, as everywhere on the web.
  private(set) var isInTable = false
  private var isTooDeep = false

  init(source: Source, number: Int32, lifted: LiftedText) {
    (self.source, self.number, self.lifted) = (source, number, lifted)
  }

  mutating func report(_ row: DiagnosticRow, at span: Span, _ values: [String: Phrase] = [:]) {
    guard problems.count < Markdown.mostProblems else { return }
    problems.append(Diagnostic(row, at: span, values))
  }

  // MARK: Blocks

  mutating func blocks(of node: CommonMarkNode, depth: Int) -> [Block] {
    guard allows(depth, at: node) else { return [] }
    return node.children.flatMap { block($0, depth: depth + 1) }
  }

  /// Mostly one; a paragraph with display formulas is several.
  private mutating func block(_ node: CommonMarkNode, depth: Int) -> [Block] {
    let span = span(of: node)
    func made(_ kind: Block.Kind) -> [Block] { [Block(kind, span, line: source.line(at: Int(span.lower)) + 1)] }
    switch node.kind {
    case .heading: return made(.heading(level: node.headingLevel, inlines(of: node, span, depth: depth)))
    case .paragraph: return paragraph(node, span, depth: depth)
    case .quote: return made(.quote(blocks(of: node, depth: depth)))
    case .list: return made(.list(list(node, depth: depth)))
    case .code: return made(.code(code(node, span)))
    case .table: return made(.table(table(node, span, depth: depth)))
    case .rule: return made(.rule)
    case .html:
      let text = lifted.restored(node.literal)
      if let comment = HTML.comment(text) { return made(.comment(comment)) }
      report(.htmlInLesson, at: span.firstLine(of: source), ["tag": .text(HTML.start(of: text))])
      return []
    default: return blocks(of: node, depth: depth)
    }
  }

  private mutating func paragraph(_ node: CommonMarkNode, _ span: Span, depth: Int) -> [Block] {
    var result: [Block] = []
    var line: [Inline] = []
    func made(_ kind: Block.Kind, _ span: Span) -> Block {
      Block(kind, span, line: source.line(at: Int(span.lower)) + 1)
    }
    for part in inlines(of: node, span, depth: depth) {
      if case .formula(let formula) = part, formula.isDisplay {
        if let before = line.trimmed { result.append(made(.paragraph(before), span)) }
        line = []
        // With its dollars.
        let place = Span(source: span.source, lower: formula.span.lower - 2, upper: formula.span.upper + 2)
        result.append(made(.formula(formula), place))
      } else {
        line.append(part)
      }
    }
    if let rest = line.trimmed { result.append(made(.paragraph(rest), span)) }
    return result
  }

  private mutating func list(_ node: CommonMarkNode, depth: Int) -> BlockList {
    let items = node.children.map { item in
      let isTask = item.kind == .task
      return BlockList.Item(isDone: isTask ? item.isTicked : nil, blocks: blocks(of: item, depth: depth))
    }
    return BlockList(start: node.listStart, isTight: node.isTight, items: items)
  }

  private func code(_ node: CommonMarkNode, _ span: Span) -> CodeBlock {
    let text = lifted.restored(node.literal)
    let place = node.place
    guard let fence = node.fence else {
      return CodeBlock(info: "", text: text, textOffset: Int(span.lower), isClosed: true)
    }
    let start = lifted.sourceOffset(line: place.line + 1, column: 1)
    // What stands before the first line's text belongs to the fence's indentation and the blocks around.
    let line = source.range(ofLine: source.line(at: start))
    let first = text.utf8.prefix { $0 != 10 && $0 != 13 }.count
    let last = source.range(ofLine: source.line(at: max(Int(span.upper) - 1, 0)))
    let end = source.bytes[last].drop { $0 == 32 || $0 == 9 || $0 == UInt8(ascii: ">") }
    let isClosed = place.lastLine > place.line && end.prefix { $0 == fence.sign }.count >= fence.length
    return CodeBlock(
      info: info(behind: fence.sign, span), text: text, textOffset: max(start, line.upperBound - first),
      isClosed: isClosed)
  }

  /// What stands behind the signs of an opening fence, as it was typed: cmark would read escapes in it.
  private func info(behind sign: UInt8, _ span: Span) -> String {
    var words = source.bytes[source.range(ofLine: source.line(at: Int(span.lower)))]
    words = words.drop { $0 != sign }.drop { $0 == sign }.drop { $0 == 32 || $0 == 9 }
    while let last = words.last, last == 32 || last == 9 { words.removeLast() }
    return String(decoding: words, as: UTF8.self)
  }

  private mutating func table(_ node: CommonMarkNode, _ span: Span, depth: Int) -> BlockTable {
    isInTable = true
    defer { isInTable = false }
    var header: [[Inline]] = []
    var rows: [[[Inline]]] = []
    for row in node.children {
      let cells = row.children.map { inlines(of: $0, self.span(of: row), depth: depth) }
      if row.kind == .tableHeader { header = cells } else { rows.append(cells) }
    }
    let alignments = node.alignments.map { letter -> BlockTable.Alignment in
      switch letter {
      case UInt8(ascii: "l"): .left
      case UInt8(ascii: "c"): .centre
      case UInt8(ascii: "r"): .right
      default: .none
      }
    }
    return BlockTable(alignments: alignments, header: header, rows: rows)
  }

  // MARK: Places

  func span(of node: CommonMarkNode) -> Span {
    let place = node.place
    let lower = lifted.sourceOffset(line: place.line, column: place.column)
    let end = lifted.sourceOffset(line: place.lastLine, column: place.lastColumn + 1)
    // HTML that ends on its first line does not say where.
    let upper = end > lower ? end : source.range(ofLine: source.line(at: lower)).upperBound
    return Span(source: number, lower: Int32(clamping: lower), upper: Int32(clamping: max(lower, upper)))
  }

  /// Whether a node so far inside is read; the first that is not is told.
  mutating func allows(_ depth: Int, at node: CommonMarkNode) -> Bool {
    if depth < Self.deepest { return true }
    if !isTooDeep { report(.lessonTooDeep, at: span(of: node).firstLine(of: source), ["limit": "\(Self.deepest)"]) }
    isTooDeep = true
    return false
  }
}

extension Span {
  /// The part of it that is on its first line.
  func firstLine(of source: Source) -> Span {
    let end = source.range(ofLine: source.line(at: Int(lower))).upperBound
    return Span(source: self.source, lower: lower, upper: max(lower, min(upper, Int32(clamping: end))))
  }
}

extension [Inline] {
  /// Without blanks and line ends at both ends; nil where nothing is left.
  fileprivate var trimmed: [Inline]? {
    var parts = self[...]
    while let first = parts.first {
      guard let rest = first.trimmed(atStart: true) else {
        parts.removeFirst()
        continue
      }
      parts[parts.startIndex] = rest
      break
    }
    while let last = parts.last {
      guard let rest = last.trimmed(atStart: false) else {
        parts.removeLast()
        continue
      }
      parts[parts.endIndex - 1] = rest
      break
    }
    return parts.isEmpty ? nil : Array(parts)
  }
}

extension Inline {
  /// Nil where it is nothing but blanks.
  fileprivate func trimmed(atStart: Bool) -> Inline? {
    switch self {
    case .softBreak, .lineBreak: return nil
    case .text(let text):
      var rest = Substring(text)
      while let blank = atStart ? rest.first : rest.last, blank == " " {
        if atStart { rest.removeFirst() } else { rest.removeLast() }
      }
      return rest.isEmpty ? nil : .text(String(rest))
    default: return self
    }
  }
}
