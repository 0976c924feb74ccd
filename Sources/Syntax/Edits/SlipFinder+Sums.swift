// Slips in sums: signs, terms, factors of terms.
import Diagnostics

extension SlipFinder {
  mutating func signs() {
    for place in sums {
      for term in place.terms {
        guard !term.expression.isNumber(0), let (target, draft) = place.turned(term) else { continue }
        let restores =
          previous.has(term.expression, isNegative: !term.isNegative)
          && !previous.has(term.expression, isNegative: term.isNegative)
        add(
          .sign, target, draft, part: term.node == nil && !term.isNegative ? target : term.expression,
          words: SlipKind.sign(isMinus: !term.isNegative), restores: restores)
      }
    }
  }

  /// A difference turned round whose sides stand apart in a longer sum: `c + b - a` for `c + a - b`.
  mutating func turnedDifferences() {
    for place in sums where place.terms.count > 2 && place.terms.count <= 6 {
      for (first, a) in place.terms.enumerated() {
        for (second, b) in place.terms.enumerated() where second > first && a.isNegative != b.isNegative {
          guard let draft = place.turned([first, second]) else { continue }
          add(.operands, place.whole, draft)
        }
      }
    }
  }

  mutating func halvesAndDoubles() {
    for term in factorPlaces {
      add(.missingFactor, term, .binary(.divide, .part(term), .number(2)))
      add(.missingFactor, term, .binary(.multiply, .number(2), .part(term)))
    }
  }

  /// Where a factor may be missing: at whole lines and sums, and at each term.
  private var factorPlaces: [Expression] {
    sums.flatMap { place in
      (place.terms.count > 1 ? [place.whole] : []) + place.terms.map(\.expression)
    }.filter { $0.numberValue == nil && !$0.isFunction }
  }

  /// A factor or divisor that is a number goes.
  mutating func surplusNumbers() {
    for occurrence in occurrences {
      switch occurrence.expression.kind {
      case .binary(.multiply, let left, let right):
        if left.writtenNumber != nil { add(.surplusFactor, occurrence.expression, .part(right)) }
        if right.writtenNumber != nil { add(.surplusFactor, occurrence.expression, .part(left)) }
      case .binary(.divide, let left, let right):
        if right.writtenNumber != nil { add(.surplusFactor, occurrence.expression, .part(left)) }
        // Half for double.
        if right.isNumber(2) {
          add(.constant, occurrence.expression, .binary(.multiply, .part(right), .part(left)))
        }
      default: break
      }
    }
  }

  /// Factors and divisors that are no numbers: one goes, or one of the line before comes.
  mutating func otherFactors() {
    for occurrence in occurrences {
      guard case .binary(let symbol, let left, let right) = occurrence.expression.kind else { continue }
      if symbol == .multiply {
        add(.surplusFactor, occurrence.expression, .part(right))
        add(.surplusFactor, occurrence.expression, .part(left))
      } else if symbol == .divide {
        add(.surplusFactor, occurrence.expression, .part(left))
      }
    }
    let factors = previous.factors.prefix(8)
    for place in sums {
      for term in place.terms where term.expression.numberValue == nil {
        for (factor, bound) in factors where bound.isSubset(of: place.bound) && !term.expression.isSame(as: factor) {
          add(.missingFactor, term.expression, .binary(.multiply, .part(factor), .part(term.expression)))
          add(.missingFactor, term.expression, .binary(.divide, .part(term.expression), .part(factor)))
        }
      }
    }
  }

  /// A term of the line before that this line lacks.
  mutating func missingTerms() {
    let own = Set(sums.flatMap(\.terms).map { treeDescription($0.expression) })
    for before in previous.sums where before.terms.count > 1 {
      for term in before.terms
      where !own.contains(treeDescription(term.expression)) && !term.expression.isNumber(0) {
        for place in sums where before.bound.isSubset(of: place.bound) {
          let (whole, new) = (Draft.part(place.whole), Draft.part(term.expression))
          let likely: BinaryOperator = term.isNegative ? .subtract : .add
          // A line that is only one of two terms has kept the other one.
          let restores = before.terms.contains { other in
            place.terms.contains { $0.expression.isSame(as: other.expression) }
          }
          add(.missingTerm, place.whole, .binary(likely, whole, new), restores: restores)
          add(.missingTerm, place.whole, .binary(likely == .add ? .subtract : .add, whole, new), restores: false)
        }
      }
    }
  }

  mutating func surplusTerms() {
    for place in sums {
      for (index, term) in place.terms.enumerated() {
        guard let (target, draft) = place.without(index) else { continue }
        add(.surplusTerm, target, draft, part: term.expression)
      }
    }
  }
}

extension PreviousLine {
  /// Its factors and divisors, each once, with the names bound around them that they use.
  fileprivate var factors: [(Expression, Set<String>)] {
    var seen: Set<String> = []
    var list: [(Expression, Set<String>)] = []
    for occurrence in occurrences {
      guard case .binary(let symbol, let left, let right) = occurrence.expression.kind,
        symbol == .multiply || symbol == .divide
      else { continue }
      for factor in [right, left] where factor.height <= 2 && !factor.isNumber(1) && !factor.isNumber(2) {
        if seen.insert(treeDescription(factor)).inserted { list.append((factor, occurrence.bound)) }
      }
    }
    return list
  }
}
