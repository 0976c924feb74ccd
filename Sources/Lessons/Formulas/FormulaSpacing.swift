// How the parts of a formula stand to their neighbours: both renderers ask here.

/// What a part is where it stands.
enum FormulaPlace {
  case ordinary
  /// Between brackets that grow.
  case fenced
  case fraction
  case word
  case binary
  /// A sign that belongs to what follows it, as in −x.
  case prefix
  case relation
  case opening
  case closing
  /// The bar of p(x|z).
  case divider
  case punctuation
  case large
  case space

  /// Something that a product could be made of.
  var isOperand: Bool {
    switch self {
    case .ordinary, .fenced, .fraction, .closing: true
    default: false
    }
  }

  /// What the parts of a row are, each seen beside its neighbours.
  static func places(of parts: [FormulaPart]) -> [FormulaPlace] {
    var result: [FormulaPlace] = []
    // Of every open bracket, and of the row itself: whether a bar is open in it.
    var bars = [false]
    var last: FormulaPlace?
    for (index, part) in parts.enumerated() {
      let place: FormulaPlace
      switch role(of: part) {
      case .place(let known): place = known
      case .binary:
        let isOperator = last?.isOperand ?? false
        place = isOperator ? .binary : .prefix
      case .bar:
        let isOpen = bars.removeLast()
        if isOpen {
          place = .closing
        } else {
          // One bar between two operands divides them, unless another one follows to close it.
          let hasPartner = parts[(index + 1)...].contains { if case .bar = role(of: $0) { true } else { false } }
          place = (last?.isOperand ?? false) && !(hasPartner && bars.isEmpty) ? .divider : .opening
        }
        bars.append(place == .opening)
      }
      if place == .opening, !isBar(part) { bars.append(false) }
      if place == .closing, !isBar(part), bars.count > 1 { bars.removeLast() }
      if place != .space { last = place }
      result.append(place)
    }
    return result
  }

  private enum Role {
    case place(FormulaPlace)
    case binary
    case bar
  }

  private static func isBar(_ part: FormulaPart) -> Bool { if case .bar = role(of: part) { true } else { false } }

  private static func role(of part: FormulaPart) -> Role {
    switch part.kind {
    case .sign(let sign):
      switch sign.role {
      case .ordinary: .place(.ordinary)
      case .binary: .binary
      case .relation: .place(.relation)
      case .opening: .place(.opening)
      case .closing: .place(.closing)
      case .punctuation: .place(.punctuation)
      case .bar: .bar
      case .large, .integral: .place(.large)
      }
    case .word: .place(.word)
    case .fraction: .place(.fraction)
    case .fenced: .place(.fenced)
    case .space: .place(.space)
    case .scripts(let base, _, _), .marked(let base, _, _), .coloured(_, let base):
      if base.count == 1, let first = base.first { role(of: first) } else { .place(.ordinary) }
    case .grid(let grid, _): .place(grid.opening.isEmpty ? .ordinary : .fenced)
    case .letter, .number, .text, .group, .root, .accent, .value: .place(.ordinary)
    }
  }

  /// How many blanks stand between two neighbours; in scripts there is no room for most.
  static func gap(_ left: FormulaPlace, _ right: FormulaPlace, isTight: Bool) -> Int {
    switch (left, right) {
    case (.space, _), (_, .space), (.opening, _), (.prefix, _), (_, .closing), (.divider, _), (_, .divider),
      (_, .punctuation):
      0
    case (.binary, _), (_, .binary), (.relation, _), (_, .relation), (.punctuation, _), (.large, _):
      isTight ? 0 : 1
    case (.word, .opening), (.word, .fenced): 0
    case (.word, _): 1
    case (_, .word), (_, .large): left.isOperand ? 1 : 0
    case (.fraction, _), (_, .fraction): 1
    default: 0
    }
  }
}
