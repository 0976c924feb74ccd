// Mutations: all small changes of a program that a good check should notice, one at a time.
import Diagnostics

/// One small change that makes a program say something else.
package struct Mutation: Sendable {
  package let edit: Edit
  package let kind: MutationKind
  /// `before -> after` on one line: the smallest part of the program that shows the change and where it is.
  package let description: String
  /// The tree that the change stands for: what replaces which expression. Nil where a word of a statement changes.
  package let meaning: (target: Expression, draft: Draft)?
}

/// What kind of thing a mutation changes.
package enum MutationKind: String, Sendable, CaseIterable {
  case sign
  case operation
  case comparison
  case logic
  case operandOrder = "order of operands"
  case argumentOrder = "order of arguments"
  case constant
  case index
  case axis
  case function
  case call
  case direction
}

/// Lists mutations.
package enum Mutations {
  /// Those of a whole program, in the order of their places.
  package static func all(in program: Program, of source: Source) -> [Mutation] {
    program.statements.flatMap { all(in: $0, of: source) }
  }

  /// Those of a statement.
  package static func all(in statement: Statement, of source: Source) -> [Mutation] {
    mutations(in: statement.parts, of: source, around: statement.span)
  }

  /// Those of an expression.
  package static func all(in expression: Expression, of source: Source) -> [Mutation] {
    mutations(in: [TreePart(expression, .result)], of: source, around: expression.span)
  }

  private static func mutations(in parts: [TreePart], of source: Source, around span: Span) -> [Mutation] {
    let whole = source.text(Int(span.lower), Int(span.upper))
    var seen: Set<Edit> = []
    var found: [Mutation] = []
    let places = occurrences(in: parts, enters: isObserved)
    let levels = Dictionary(places.map { ($0.expression.id, $0.level) }) { first, _ in first }
    for occurrence in places where isObserved(occurrence.expression) {
      var changes = MutationChanges(occurrence)
      changes.collect()
      for (kind, target, draft) in changes.found {
        let level = levels[target.id] ?? target.level
        let replacement = draft.text(of: source, atLeast: level)
        let edit = Edit(span: target.span, replacement: replacement)
        guard seen.insert(edit).inserted, replacement != source.text(target.span) else { continue }
        let place = MutationPlace(occurrence, target: target)
        found.append(
          Mutation(
            edit: edit, kind: kind, description: place.description(of: edit, in: source, whole: whole),
            meaning: (target, draft)))
      }
      if let edit = turned(occurrence.expression, in: source) {
        let place = MutationPlace(occurrence, target: occurrence.expression)
        found.append(
          Mutation(
            edit: edit, kind: .direction, description: place.description(of: edit, in: source, whole: whole),
            meaning: nil))
      }
    }
    return found
  }

  /// Texts and pictures are for people; no check looks at them.
  private static func isObserved(_ expression: Expression) -> Bool {
    switch expression.kind {
    case .text: return false
    case .call(let callee, _):
      if case .name("plot") = callee.kind { return false }
      return true
    default: return true
    }
  }

  /// `descend` for `ascend` and the other way round.
  private static func turned(_ expression: Expression, in source: Source) -> Edit? {
    guard case .learn(let learning) = expression.kind else { return nil }
    let word = learning.goesUp ? Word.ascend.rawValue : Word.descend.rawValue
    let start = expression.span.lower
    let span = Span(source: expression.span.source, lower: start, upper: start + Int32(word.utf8.count))
    guard source.text(span) == word else { return nil }
    return Edit(span: span, replacement: (learning.goesUp ? Word.descend : Word.ascend).rawValue)
  }
}

extension Source {
  /// What a place covers.
  func text(_ span: Span) -> String { text(Int(span.lower), Int(span.upper)) }
}

/// Where a mutation shows.
private struct MutationPlace {
  /// How long the text of a place may be.
  static let longest = 72
  /// The parts of the program that hold the change, the smallest first.
  let candidates: [Expression]

  init(_ occurrence: Occurrence, target: Expression) {
    var around = occurrence.ancestors
    if target.id != occurrence.expression.id || !target.isLeaf { around.append(occurrence.expression) }
    candidates = around.reversed()
  }

  /// The smallest part that occurs only once in the whole, unless it is too long to read.
  func description(of edit: Edit, in source: Source, whole: String) -> String {
    var chosen = edit.span
    for (index, candidate) in candidates.enumerated() {
      let text = source.text(candidate.span)
      guard index == 0 || text.utf8.count <= Self.longest else { break }
      chosen = candidate.span
      if whole.split(separator: text, omittingEmptySubsequences: false).count == 2 { break }
    }
    let before = Self.line(source.text(chosen))
    let after = Self.line(edit.applied(to: source, within: chosen))
    return "\(before) -> \(after)"
  }

  /// A text on one line, without comments' ends getting in the way.
  private static func line(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

extension Expression {
  /// A number, a name: it says nothing without what is around it.
  fileprivate var isLeaf: Bool {
    switch kind {
    case .number, .name, .truth: true
    default: false
    }
  }
}
