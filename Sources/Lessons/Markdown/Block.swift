// A Markdown text as a tree: blocks one below the other, and what stands in their lines.
import Diagnostics

/// A part of a text that stands on lines of its own.
package struct Block: Sendable {
  /// What a block is.
  package indirect enum Kind: Sendable {
    case heading(level: Int, [Inline])
    case paragraph([Inline])
    case list(BlockList)
    case quote([Block])
    case code(CodeBlock)
    case table(BlockTable)
    case rule
    /// `$$…$$`, or a formula that is all there is in a paragraph.
    case formula(Formula)
    /// Between `<!--` and `-->`: what nobody reads but the author.
    case comment(String)
  }
  package let kind: Kind
  /// Where it stands in its source; its lines' beginnings may hold signs of the blocks around it.
  package let span: Span
  /// The line it begins on, counted from 1.
  package let line: Int

  package init(_ kind: Kind, _ span: Span, line: Int) {
    self.kind = kind
    self.span = span
    self.line = line
  }

  /// The byte of the source it begins at.
  package var offset: Int { Int(span.lower) }
}

/// A list with bullets or numbers.
package struct BlockList: Sendable {
  /// One of its items.
  package struct Item: Sendable {
    /// Whether its box is ticked; nil where it has none.
    package let isDone: Bool?
    package let blocks: [Block]

    package init(isDone: Bool?, blocks: [Block]) {
      self.isDone = isDone
      self.blocks = blocks
    }
  }
  /// The first number; nil for bullets.
  package let start: Int?
  /// No blank lines between the items.
  package let isTight: Bool
  package let items: [Item]

  package init(start: Int?, isTight: Bool, items: [Item]) {
    self.start = start
    self.isTight = isTight
    self.items = items
  }
}

/// A block of code between fences, or indented.
package struct CodeBlock: Sendable {
  /// What follows the opening fence, trimmed.
  package let info: String
  /// The lines, each with its line feed, without the indentation of the block.
  package let text: String
  /// Where the first of the lines begins in the source.
  package let textOffset: Int
  /// Whether the fence that closes it is there; an indented block needs none.
  package let isClosed: Bool

  package init(info: String, text: String, textOffset: Int, isClosed: Bool) {
    self.info = info
    self.text = text
    self.textOffset = textOffset
    self.isClosed = isClosed
  }
}

/// A table: every row has as many cells as there are columns.
package struct BlockTable: Sendable {
  /// To which side the texts of a column are moved.
  package enum Alignment: Sendable {
    case none
    case left
    case centre
    case right
  }
  package let alignments: [Alignment]
  package let header: [[Inline]]
  package let rows: [[[Inline]]]

  package init(alignments: [Alignment], header: [[Inline]], rows: [[[Inline]]]) {
    self.alignments = alignments
    self.header = header
    self.rows = rows
  }
}

/// What stands in a line.
package indirect enum Inline: Sendable {
  case text(String)
  case emphasis([Inline])
  case strong([Inline])
  case strike([Inline])
  case code(String)
  /// A link that a page may follow: a web or mail address, a path beside the lesson, or a place in it.
  case link(to: String, title: String, [Inline])
  /// A picture at a path beside the lesson.
  case image(path: String, alt: String)
  case formula(Formula)
  /// `{expression:format}`.
  case value(ValueText)
  case lineBreak
  case softBreak
}

extension Inline {
  /// Its words alone; formulas in Unicode, values as `value` gives them.
  package func plainText(_ value: (ValueText) -> String = { $0.source }) -> String {
    switch self {
    case .text(let text), .code(let text), .image(_, let text): text
    case .emphasis(let parts), .strong(let parts), .strike(let parts), .link(_, _, let parts): parts.plainText(value)
    case .formula(let formula): formula.unicode(value: value)
    case .value(let text): value(text)
    case .lineBreak, .softBreak: " "
    }
  }
}

extension [Inline] {
  /// The words of all.
  package func plainText(_ value: (ValueText) -> String = { $0.source }) -> String {
    map { $0.plainText(value) }.joined()
  }
}
