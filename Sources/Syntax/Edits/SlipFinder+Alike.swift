// Slips that put one thing for another that looks alike: a quotient for a product, a matrix for its transpose, an argument for another.
import Diagnostics

extension SlipFinder {
  /// `a * b` for `a / b` or `a + b`, and the other way round.
  mutating func otherOperators() {
    for occurrence in occurrences {
      guard case .binary(let symbol, let left, let right) = occurrence.expression.kind else { continue }
      switch symbol {
      case .add where left.isNumber(1) || right.isNumber(1), .subtract where left.isNumber(1) || right.isNumber(1):
        continue
      case .multiply where !right.isNumber(1):
        add(.operator, occurrence.expression, .binary(.divide, .part(left), .part(right)))
        add(.operator, occurrence.expression, .binary(.add, .part(left), .part(right)))
      case .divide where !left.isNumber(1):
        add(.operator, occurrence.expression, .binary(.multiply, .part(left), .part(right)))
        add(.operator, occurrence.expression, .binary(.subtract, .part(left), .part(right)))
      case .add where !left.isSum:
        add(.operator, occurrence.expression, .binary(.multiply, .part(left), .part(right)))
      case .subtract where !left.isSum:
        add(.operator, occurrence.expression, .binary(.divide, .part(left), .part(right)))
      default: continue
      }
    }
  }

  /// `A.T` for `A` in a matrix product, and the other way round.
  mutating func transposes() {
    for occurrence in occurrences {
      guard case .binary(.matmul, let left, let right) = occurrence.expression.kind else { continue }
      for side in [left, right] {
        if case .member(let base, let name) = side.kind, name.text == "T" {
          add(.transpose, side, .part(base), part: occurrence.expression)
        } else {
          add(.transpose, side, .member(.part(side), "T"), part: occurrence.expression)
        }
      }
    }
  }

  /// Functions of distributions, in which one is easily taken for another.
  private static let ofDistributions: Set<String> = ["expect", "kl", "logp", "entropy"]

  /// What the same function was given in the line before: `expect(p, f)` for `expect(q, f)`.
  mutating func analogues() {
    for occurrence in occurrences {
      guard case .call(let callee, let arguments) = occurrence.expression.kind, let name = callee.calledName,
        Self.ofDistributions.contains(name)
      else { continue }
      for before in previous.calls(of: name) where before.arguments.count == arguments.count {
        for (own, other) in zip(arguments, before.arguments)
        where own.label?.text == other.label?.text && before.bound.isSubset(of: occurrence.bound) {
          guard !own.value.isSame(as: other.value), !own.value.isFunction, !other.value.isFunction else { continue }
          // That it comes from the line before speaks for nothing: there it was given to another call.
          add(.name, own.value, .part(other.value), part: occurrence.expression, restores: false)
        }
      }
    }
  }
}

extension PreviousLine {
  /// The calls of a function.
  fileprivate func calls(of name: String) -> [(arguments: [CallArgument], bound: Set<String>)] {
    occurrences.compactMap { occurrence in
      guard case .call(let callee, let arguments) = occurrence.expression.kind, callee.calledName == name else {
        return nil
      }
      return (arguments, occurrence.bound)
    }
  }
}
