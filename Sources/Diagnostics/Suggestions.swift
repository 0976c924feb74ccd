// "Did you mean …?": the names that are nearest to one that does not exist.

/// Finds names that were probably meant.
package enum Suggestions {
  /// Longer names are compared by their beginnings: nobody mistypes a page of text.
  private static let longest = 48

  /// The nearest names, best first: different by a slip or two, by capitals, or by how a Greek letter is spelled.
  package static func nearest(to name: String, among candidates: some Sequence<String>, limit: Int = 3) -> [String] {
    let wanted = letters(of: name)
    let key = folded(wanted)
    guard !key.isEmpty, limit > 0 else { return [] }
    var found: [(score: Int, name: String)] = []
    var seen: Set<String> = []
    for candidate in candidates where candidate != name && !candidate.isEmpty && seen.insert(candidate).inserted {
      let own = letters(of: candidate)
      let ownKey = folded(own)
      // A third of the letters may be wrong, of short names one.
      let allowed = max(1, min(key.count, ownKey.count) / 3)
      guard let distance = distance(key, ownKey, atMost: allowed) else { continue }
      // With one letter, everything of one letter is one slip away.
      if distance > 0 && min(key.count, ownKey.count) < 2 { continue }
      let start = key.first == ownKey.first ? 0 : 1
      found.append((4 * distance + 2 * start + (wanted == own ? 0 : 1), candidate))
    }
    return found.sorted { ($0.score, $0.name) < ($1.score, $1.name) }.prefix(limit).map(\.name)
  }

  /// How many slips (a letter more, less, wrong, or two exchanged) lie between two words, if not more than so many.
  package static func distance(_ a: [Character], _ b: [Character], atMost limit: Int) -> Int? {
    guard abs(a.count - b.count) <= limit else { return nil }
    var beforePrevious: [Int] = []
    var previous = Array(0...b.count)
    var current = previous
    for i in 0..<a.count {
      current[0] = i + 1
      var best = i + 1
      for j in 0..<b.count {
        var cost = min(previous[j + 1] + 1, current[j] + 1, previous[j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, beforePrevious[j - 1] + 1) }
        current[j + 1] = cost
        best = min(best, cost)
      }
      if best > limit { return nil }
      (beforePrevious, previous) = (previous, current)
    }
    return previous[b.count] <= limit ? previous[b.count] : nil
  }

  private static func letters(of name: String) -> [Character] { Array(name.prefix(longest)) }

  /// A name without what people mix up: capitals, underscores, and Greek letters for their names.
  private static func folded(_ letters: [Character]) -> [Character] {
    var result: [Character] = []
    for letter in letters {
      if letter == "_" && letters.count > 1 { continue }
      if let name = greek[letter] { result += name } else { result += letter.lowercased() }
    }
    return result.isEmpty ? letters : result
  }

  private static let greek: [Character: String] = [
    "α": "alpha", "β": "beta", "γ": "gamma", "δ": "delta", "ε": "epsilon", "ϵ": "epsilon", "ζ": "zeta", "η": "eta",
    "θ": "theta", "ϑ": "theta", "ι": "iota", "κ": "kappa", "λ": "lambda", "μ": "mu", "µ": "mu", "ν": "nu", "ξ": "xi",
    "ο": "omicron", "π": "pi", "ρ": "rho", "σ": "sigma", "ς": "sigma", "τ": "tau", "υ": "upsilon", "φ": "phi",
    "ϕ": "phi", "χ": "chi", "ψ": "psi", "ω": "omega", "Γ": "gamma", "Δ": "delta", "Θ": "theta", "Λ": "lambda",
    "Ξ": "xi", "Π": "pi", "Σ": "sigma", "Φ": "phi", "Ψ": "psi", "Ω": "omega", "∇": "grad", "√": "sqrt",
  ]
}
