// A line as a sum: its terms with their signs, and what the line becomes without one, or with one turned round.
import Diagnostics

/// A term of a sum.
struct SumTerm {
  /// The term without the sign before it.
  let expression: Expression
  let isNegative: Bool
  /// The `a + b` or `a - b` whose right side it is; nil for the first term.
  let node: Expression?
}

/// Something that is a sum, if only of one term.
struct SumPlace {
  let whole: Expression
  let terms: [SumTerm]
  /// What the first term stands in: with its minus.
  private let first: Expression
  /// The names that are bound there.
  let bound: Set<String>

  init(_ whole: Expression, bound: Set<String>) {
    self.whole = whole
    self.bound = bound
    var reversed: [SumTerm] = []
    var rest = whole
    while case .binary(let symbol, let left, let right) = rest.kind, rest.isSum {
      reversed.append(SumTerm(expression: right, isNegative: symbol == .subtract, node: rest))
      // A sum in parentheses is a term, and a sum of its own.
      let isLast = !left.isSum || left.isInParentheses(before: rest)
      rest = left
      if isLast { break }
    }
    first = rest
    if case .unary(.minus, let operand) = rest.kind {
      reversed.append(SumTerm(expression: operand, isNegative: true, node: nil))
    } else {
      reversed.append(SumTerm(expression: rest, isNegative: rest.leadsWithMinus, node: nil))
    }
    terms = reversed.reversed()
  }

  /// The change that turns a term's sign.
  func turned(_ term: SumTerm) -> (target: Expression, draft: Draft)? {
    guard let node = term.node else { return (first, first.negated) }
    guard case .binary(let symbol, let left, let right) = node.kind else { return nil }
    return (node, .binary(symbol == .add ? .subtract : .add, .part(left), .part(right)))
  }

  /// The sum with the signs of some terms turned.
  func turned(_ places: Set<Int>) -> Draft? {
    guard let head = terms.first else { return nil }
    let first = first
    var sum: Draft = places.contains(0) ? first.negated : .part(first)
    guard head.node == nil else { return nil }
    for (index, term) in terms.enumerated().dropFirst() {
      let isNegative = term.isNegative != places.contains(index)
      sum = .binary(isNegative ? .subtract : .add, sum, .part(term.expression))
    }
    return sum
  }

  /// The change that leaves a term out.
  func without(_ index: Int) -> (target: Expression, draft: Draft)? {
    guard terms.count > 1, terms.indices.contains(index) else { return nil }
    if let node = terms[index].node {
      guard case .binary(_, let left, _) = node.kind else { return nil }
      return (node, .part(left))
    }
    guard let node = terms[1].node else { return nil }
    let second = Draft.part(terms[1].expression)
    return (node, terms[1].isNegative ? .unary(.minus, second) : second)
  }
}

extension Expression {
  /// Whether it is the left side of an operator and has parentheses around it.
  fileprivate func isInParentheses(before whole: Expression) -> Bool { span.lower > whole.span.lower }

  /// The same with the other sign: a leading minus goes, else one comes.
  var negated: Draft {
    switch kind {
    case .unary(.minus, let operand): return .part(operand)
    case .binary(let symbol, let left, let right) where symbol == .multiply || symbol == .divide:
      return .binary(symbol, left.negated, .part(right))
    default: return .unary(.minus, .part(self))
    }
  }
}

/// The sums of a line: the line itself, what functions give back, arguments, whatever is added up in parentheses.
func sumPlaces(in occurrences: [Occurrence]) -> [SumPlace] {
  var inner: Set<Int> = []
  var places: [SumPlace] = []
  for occurrence in occurrences {
    let expression = occurrence.expression
    if expression.isSum {
      var rest = expression
      while rest.isSum, case .binary(_, let left, _) = rest.kind, !left.isInParentheses(before: rest) {
        inner.insert(left.id)
        rest = left
      }
    }
    guard !inner.contains(expression.id), expression.isSum || occurrence.isWholeSum else { continue }
    places.append(SumPlace(expression, bound: occurrence.bound))
  }
  return places
}

extension Occurrence {
  /// Whether one may add something to it: a line, a function's value, an argument that is a number.
  fileprivate var isWholeSum: Bool {
    switch role {
    case .result: !expression.isFunction
    case .argument(label: nil, of: let function):
      !expression.isFunction
        && (expression.isArithmetic && !isModelCall || (function.map(FunctionFamilies.isElementary) ?? false))
    default: false
    }
  }

  /// `Normal(0, 1)`: a call of a name with a capital makes something that is no number.
  private var isModelCall: Bool {
    if case .call(let callee, _) = expression.kind { return callee.calledName?.first?.isUppercase ?? false }
    return false
  }
}

extension Expression {
  var isFunction: Bool {
    if case .function = kind { return true }
    return false
  }
}
