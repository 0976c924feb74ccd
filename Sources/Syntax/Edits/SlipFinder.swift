// Looks through a line for every place where one of the usual slips may have happened.
import Diagnostics

/// A repair before it is text.
struct FoundSlip {
  let kind: SlipKind
  let target: Expression
  let draft: Draft
  /// What a message names.
  let part: Expression
  /// What a message says instead of the new text.
  let words: Words?
  /// It makes something what it was in the line before.
  let restores: Bool
}

/// Collects the repairs of one line; the files named after it hold a family each.
struct SlipFinder {
  let line: Expression
  let occurrences: [Occurrence]
  let sums: [SumPlace]
  let names: [String]
  let previous: PreviousLine
  private(set) var found: [FoundSlip] = []
  /// Where the expressions stand that need not hold as tightly as they do.
  private let levels: [Int: Int]
  /// Every part of the line, as a tree.
  let ownParts: Set<String>

  init(_ line: Expression, previous: Expression?, names: [String]) {
    self.line = line
    self.names = names
    occurrences = Syntax.occurrences(in: [TreePart(line, .result)])
    levels = Dictionary(occurrences.map { ($0.expression.id, $0.level) }) { first, _ in first }
    sums = sumPlaces(in: occurrences)
    ownParts = Set(occurrences.map { treeDescription($0.expression) })
    self.previous = PreviousLine(previous)
  }

  /// How tightly something must hold its parts to stand where an expression stands.
  func level(of expression: Expression) -> Int { levels[expression.id] ?? expression.level }

  /// The order is that of how usual the slips are.
  mutating func collect() {
    writtenInverses()
    signs()
    swappedArguments()
    halvesAndDoubles()
    surplusNumbers()
    swappedOperands()
    turnedDifferences()
    otherOperators()
    transposes()
    siblings()
    missingTerms()
    surplusTerms()
    confusedNames()
    analogues()
    powers()
    functions()
    complements()
    inverses()
    numbers()
    otherFactors()
  }

  mutating func add(
    _ kind: SlipKind, _ target: Expression, _ draft: Draft, part: Expression? = nil, words: Words? = nil,
    restores: Bool? = nil
  ) {
    found.append(
      FoundSlip(
        kind: kind, target: target, draft: draft, part: part ?? target, words: words,
        restores: restores ?? restoresPart(draft, at: target, of: part)))
  }

  /// Whether what comes out stands in the line before and nowhere in this one.
  private func restoresPart(_ draft: Draft, at target: Expression, of part: Expression?) -> Bool {
    // A name or a number says nothing alone: what it is part of is looked for.
    let changed = part.flatMap { $0.id == target.id ? nil : $0.replacing(target, by: draft) } ?? draft
    guard let description = changed.treeDescription, description.utf8.count > 1 else { return false }
    return previous.has(description) && !ownParts.contains(description)
  }
}

/// What the line before says, for finding out what became different.
struct PreviousLine {
  let occurrences: [Occurrence]
  let sums: [SumPlace]
  /// Every part of it, as a tree.
  private let parts: Set<String>
  /// Its terms, with their signs.
  private let terms: Set<String>

  init(_ expression: Expression?) {
    occurrences = expression.map { Syntax.occurrences(in: [TreePart($0, .result)]) } ?? []
    sums = sumPlaces(in: occurrences)
    parts = Set(occurrences.map { treeDescription($0.expression) })
    terms = Set(sums.flatMap { $0.terms.map { Self.key($0.expression, isNegative: $0.isNegative) } })
  }

  private static func key(_ term: Expression, isNegative: Bool) -> String {
    (isNegative ? "-" : "+") + treeDescription(term)
  }

  func has(_ description: String) -> Bool { parts.contains(description) }

  func has(_ term: Expression, isNegative: Bool) -> Bool {
    terms.contains(Self.key(term, isNegative: isNegative))
  }
}

extension Expression {
  /// Itself with a direct part replaced; nil where it is not made of such parts.
  fileprivate func replacing(_ part: Expression, by draft: Draft) -> Draft? {
    func new(_ expression: Expression) -> Draft { expression.id == part.id ? draft : .part(expression) }
    switch kind {
    case .call(let callee, let arguments):
      return .call(new(callee), arguments.map { (label: $0.label?.text, value: new($0.value)) })
    case .binary(let symbol, let left, let right): return .binary(symbol, new(left), new(right))
    case .unary(let symbol, let operand): return .unary(symbol, new(operand))
    default: return nil
    }
  }
}

extension Draft {
  /// The tree it stands for, as `treeDescription` writes trees; nil for what is not looked for.
  var treeDescription: String? {
    switch self {
    case .part(let expression): return Syntax.treeDescription(expression)
    case .number(let value): return Int(exactly: value).map(String.init) ?? "\(value)"
    case .name(let name): return name
    case .unary(let symbol, let operand): return operand.treeDescription.map { "(\(symbol.rawValue) \($0))" }
    case .binary(let symbol, let left, let right):
      guard let left = left.treeDescription, let right = right.treeDescription else { return nil }
      return "(\(symbol.rawValue) \(left) \(right))"
    case .member(let base, let name): return base.treeDescription.map { "(. \($0) \(name))" }
    case .call(let callee, let arguments):
      let texts = arguments.compactMap { argument in
        argument.value.treeDescription.map { (argument.label.map { $0 + ": " } ?? "") + $0 }
      }
      guard let callee = callee.treeDescription, texts.count == arguments.count else { return nil }
      return "(call " + ([callee] + texts).joined(separator: " ") + ")"
    case .and, .or, .comparison, .range: return nil
    }
  }
}
