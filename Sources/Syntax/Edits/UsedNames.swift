// Which names an expression uses that it does not bind itself.

extension Expression {
  /// The names it takes from outside, each once, in the order of their first use.
  package var usedNames: [String] {
    var seen: Set<String> = []
    return occurrences(in: [TreePart(self, .result)]).compactMap { occurrence in
      guard case .name(let name) = occurrence.expression.kind, !occurrence.bound.contains(name),
        seen.insert(name).inserted
      else { return nil }
      return name
    }
  }
}
