// The only place that talks to cmark-gfm: a text goes in, and its nodes can be read until the reading ends.
import CCMark
import Synchronization

/// Reads CommonMark with tables, ticked items and struck words.
enum CommonMark {
  /// The library keeps tables of its own that every reading changes for a while: one at a time.
  private static let turn = Mutex<Void>(())

  /// Reads a text and hands out the node of the whole; nothing may keep a node.
  static func reading<Result: Sendable>(_ bytes: [UInt8], _ body: (CommonMarkNode) -> Result) -> Result? {
    turn.withLock { _ -> Result? in
      cmark_gfm_core_extensions_ensure_registered()
      // A single `~` says "is drawn from" in prose.
      guard let parser = cmark_parser_new(CMARK_OPT_STRIKETHROUGH_DOUBLE_TILDE) else { return nil }
      defer { cmark_parser_free(parser) }
      for name in ["table", "strikethrough", "tasklist"] {
        if let found = cmark_find_syntax_extension(name) { cmark_parser_attach_syntax_extension(parser, found) }
      }
      bytes.withUnsafeBytes { buffer in
        guard let start = buffer.bindMemory(to: CChar.self).baseAddress else { return }
        cmark_parser_feed(parser, start, buffer.count)
      }
      guard let root = cmark_parser_finish(parser) else { return nil }
      defer { cmark_node_free(root) }
      return body(CommonMarkNode(pointer: root))
    }
  }
}

/// A node of cmark's tree, while it is there.
struct CommonMarkNode {
  /// What a node is, under the library's own names.
  enum Kind: String {
    case heading
    case paragraph
    case list
    case item
    case task = "tasklist"
    case quote = "block_quote"
    case code = "code_block"
    case html = "html_block"
    case rule = "thematic_break"
    case table
    case tableHeader = "table_header"
    case tableRow = "table_row"
    case tableCell = "table_cell"
    case text
    case emphasis = "emph"
    case strong
    case strike = "strikethrough"
    case lineCode = "code"
    case lineHTML = "html_inline"
    case link
    case image
    case lineBreak = "linebreak"
    case softBreak = "softbreak"
    case other
  }

  fileprivate let pointer: OpaquePointer

  var kind: Kind { text(cmark_node_get_type_string(pointer)).flatMap(Kind.init) ?? .other }

  /// The nodes directly inside, in order.
  var children: [CommonMarkNode] {
    var result: [CommonMarkNode] = []
    var child = cmark_node_first_child(pointer)
    while let node = child {
      result.append(CommonMarkNode(pointer: node))
      child = cmark_node_next(node)
    }
    return result
  }

  var literal: String { text(cmark_node_get_literal(pointer)) ?? "" }
  var url: String { text(cmark_node_get_url(pointer)) ?? "" }
  var title: String { text(cmark_node_get_title(pointer)) ?? "" }

  /// The first line and column and the last ones, counted from 1, in bytes.
  var place: (line: Int, column: Int, lastLine: Int, lastColumn: Int) {
    (
      Int(cmark_node_get_start_line(pointer)), Int(cmark_node_get_start_column(pointer)),
      Int(cmark_node_get_end_line(pointer)), Int(cmark_node_get_end_column(pointer))
    )
  }

  var headingLevel: Int { Int(cmark_node_get_heading_level(pointer)) }

  /// The first number of a list; nil for bullets.
  var listStart: Int? {
    cmark_node_get_list_type(pointer) == CMARK_ORDERED_LIST ? Int(cmark_node_get_list_start(pointer)) : nil
  }

  var isTight: Bool { cmark_node_get_list_tight(pointer) != 0 }

  var isTicked: Bool { cmark_gfm_extensions_get_tasklist_item_checked(pointer) }

  /// The sign of a code block's fence and how often it stands there; nil for an indented one.
  var fence: (sign: UInt8, length: Int)? {
    var (length, offset, sign): (CInt, CInt, CChar) = (0, 0, 0)
    guard cmark_node_get_fenced(pointer, &length, &offset, &sign) != 0 else { return nil }
    return (UInt8(bitPattern: sign), Int(length))
  }

  /// For each column of a table its alignment as the library's letter, 0 for none.
  var alignments: [UInt8] {
    let count = Int(cmark_gfm_extensions_get_table_columns(pointer))
    guard count > 0, let letters = cmark_gfm_extensions_get_table_alignments(pointer) else { return [] }
    return Array(UnsafeBufferPointer(start: letters, count: count))
  }

  /// Calls `body` with every block below, outer ones first. Takes no stack, however deep the tree is.
  func forEachBlock(_ body: (CommonMarkNode) -> Void) {
    guard let iterator = cmark_iter_new(pointer) else { return }
    defer { cmark_iter_free(iterator) }
    while true {
      let event = cmark_iter_next(iterator)
      guard event != CMARK_EVENT_DONE, let node = cmark_iter_get_node(iterator) else { return }
      let isBlock = Int32(cmark_node_get_type(node).rawValue) & CMARK_NODE_TYPE_MASK == CMARK_NODE_TYPE_PRESENT
      if event == CMARK_EVENT_ENTER, isBlock { body(CommonMarkNode(pointer: node)) }
    }
  }

  private func text(_ start: UnsafePointer<CChar>?) -> String? { start.map { String(cString: $0) } }
}
