// Slips: the changes that would repair a line that does not follow, the most usual first.
import Diagnostics

/// One change of a line that may repair it.
package struct Slip: Sendable {
  package let kind: SlipKind
  package let edit: Edit
  /// What the line has, on one line.
  package let part: String
  /// What mends it, on one line or in words.
  package let repair: Phrase
  /// Whether it makes something what it was in the line before.
  package let restores: Bool
  /// The tree that the change stands for: what replaces which expression.
  package let meaning: (target: Expression, draft: Draft)

  /// What the whole line becomes.
  package func repaired(_ line: Expression, of source: Source) -> String {
    let text = edit.applied(to: source, within: line.span)
    // Between brackets a line may be broken; taken out of them it may not.
    return text.utf8.contains(UInt8(ascii: "\n")) ? "(" + text + ")" : text
  }

  /// "the sign of the term `kl(q, p)`: a minus repairs it".
  package func sentence(in language: Language) -> String {
    kind.words.filled(["part": .text(part), "repair": repair], in: language)
  }
}

/// Lists slips.
package enum Slips {
  /// The most that one line gives.
  package static let most = 600

  /// The repairs of a line, from the most usual slip to the least.
  /// - Parameters:
  ///   - line: What does not follow.
  ///   - source: The text that holds it and the line before.
  ///   - previous: The line before, or the other side of an equality. Repairs that make a part what it was there come first.
  ///   - names: Names that may have been confused: those of the same derivation.
  package static func all(
    in line: Expression, of source: Source, previous: Expression? = nil, names: [String] = []
  ) -> [Slip] {
    var finder = SlipFinder(line, previous: previous, names: names)
    finder.collect()
    var seen: Set<String> = [source.text(line.span)]
    var (likely, others): ([Slip], [Slip]) = ([], [])
    for found in finder.found {
      let replacement = found.draft.text(of: source, atLeast: finder.level(of: found.target))
      let edit = Edit(span: found.target.span, replacement: replacement)
      guard seen.insert(edit.applied(to: source, within: line.span)).inserted else { continue }
      let slip = Slip(
        kind: found.kind, edit: edit, part: oneLine(source.text(found.part.span)),
        repair: found.words.map { .words($0) } ?? .text(oneLine(newText(of: found, edit, source))),
        restores: found.restores, meaning: (found.target, found.draft))
      if found.restores { likely.append(slip) } else { others.append(slip) }
    }
    return Array((likely + others).prefix(most))
  }

  /// What a message shows as the repair: what its part becomes.
  private static func newText(of found: FoundSlip, _ edit: Edit, _ source: Source) -> String {
    let (part, target) = (found.part.span, found.target.span)
    guard found.part.id != found.target.id, part.lower <= target.lower, part.upper >= target.upper else {
      return found.draft.text(of: source)
    }
    return edit.applied(to: source, within: part)
  }

  private static func oneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
