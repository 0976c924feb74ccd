// The values that a lesson's text shows: where they stand in blocks.

extension Block {
  /// The values in it, in order.
  package var values: [ValueText] {
    switch kind {
    case .heading(_, let inlines), .paragraph(let inlines): inlines.flatMap(\.values)
    case .list(let list): list.items.flatMap { $0.blocks.flatMap(\.values) }
    case .quote(let blocks): blocks.flatMap(\.values)
    case .table(let table): (table.header + table.rows.flatMap { $0 }).flatMap { $0.flatMap(\.values) }
    case .formula(let formula): formula.values
    case .code, .rule, .comment: []
    }
  }
}

extension Inline {
  fileprivate var values: [ValueText] {
    switch self {
    case .value(let value): [value]
    case .formula(let formula): formula.values
    case .emphasis(let parts), .strong(let parts), .strike(let parts), .link(_, _, let parts): parts.flatMap(\.values)
    case .text, .code, .image, .lineBreak, .softBreak: []
    }
  }
}

extension Formula {
  /// The values in it, in order.
  package var values: [ValueText] { parts.flatMap(\.values) }
}

extension FormulaPart {
  fileprivate var values: [ValueText] {
    switch kind {
    case .value(let value): [value]
    case .group(let parts), .accent(_, let parts), .fenced(_, let parts, _), .coloured(_, let parts):
      parts.flatMap(\.values)
    case .scripts(let parts, let below, let above): (parts + (below ?? []) + (above ?? [])).flatMap(\.values)
    case .fraction(let above, let below, _): (above + below).flatMap(\.values)
    case .root(let parts, let degree): (parts + (degree ?? [])).flatMap(\.values)
    case .grid(_, let rows): rows.flatMap { $0.flatMap { $0.flatMap(\.values) } }
    case .marked(let parts, _, let remark): (parts + (remark ?? [])).flatMap(\.values)
    case .letter, .number, .sign, .word, .text, .space: []
    }
  }
}
