// Slips inside of terms: order, functions, powers, names, numbers.
import Diagnostics

extension SlipFinder {
  mutating func swappedArguments() {
    for occurrence in occurrences {
      guard case .call(let callee, let arguments) = occurrence.expression.kind, arguments.count > 1,
        !(callee.calledName.map(FunctionFamilies.isSymmetric) ?? false)
      else { continue }
      for index in arguments.indices.dropLast() {
        let (first, second) = (arguments[index], arguments[index + 1])
        guard first.label == nil, second.label == nil, !first.value.isSame(as: second.value) else { continue }
        // What belongs to a function, such as the second argument of `expect`, has one place only.
        guard !first.value.isFunction, !second.value.isFunction else { continue }
        add(.arguments, occurrence.expression, .call(.part(callee), arguments.swapped(index)))
      }
    }
  }

  mutating func swappedOperands() {
    for occurrence in occurrences {
      guard case .binary(let symbol, let left, let right) = occurrence.expression.kind, !left.isSame(as: right) else {
        continue
      }
      switch symbol {
      case .subtract, .divide, .matmul, .power:
        guard !occurrence.expression.isRaised else { continue }
        add(.operands, occurrence.expression, .binary(symbol, .part(right), .part(left)))
      default: continue
      }
    }
  }

  mutating func siblings() {
    for occurrence in occurrences where occurrence.role == .callee {
      guard case .name(let name) = occurrence.expression.kind, !occurrence.bound.contains(name),
        let call = occurrence.ancestors.last
      else { continue }
      for sibling in FunctionFamilies.siblings(of: name) {
        add(.function, occurrence.expression, .name(sibling), part: call)
      }
    }
  }

  /// `log(1 / x)`, which is not `log(x)`.
  mutating func writtenInverses() {
    for (call, callee, argument) in logarithms {
      switch argument.kind {
      case .binary(.divide, let one, let value) where one.isNumber(1):
        add(.inverse, call, .call(.part(callee), [(nil, .part(value))]))
      case .binary(.power, let value, let exponent) where exponent.isNumber(-1):
        add(.inverse, call, .call(.part(callee), [(nil, .part(value))]))
      default: continue
      }
    }
  }

  /// `log(x)`, which is not `log(1 / x)`.
  mutating func inverses() {
    for (call, callee, argument) in logarithms {
      add(.inverse, call, .call(.part(callee), [(nil, .binary(.divide, .number(1), .part(argument)))]))
    }
  }

  private var logarithms: [(call: Expression, callee: Expression, argument: Expression)] {
    occurrences.compactMap { occurrence in
      guard case .call(let callee, let arguments) = occurrence.expression.kind, callee.calledName == "log",
        arguments.count == 1, let only = arguments.first, only.label == nil
      else { return nil }
      return (occurrence.expression, callee, only.value)
    }
  }

  /// A logarithm or an exponential too many or missing.
  mutating func functions() {
    for occurrence in occurrences {
      guard case .call(let callee, let arguments) = occurrence.expression.kind, let name = callee.calledName,
        let first = arguments.first, first.label == nil, arguments.dropFirst().allSatisfy({ $0.label != nil }),
        FunctionFamilies.isElementary(name), !first.value.isFunction
      else { continue }
      add(.surplusFunction, occurrence.expression, .part(first.value))
    }
    for value in values + groups {
      for name in ["log", "exp"] where value.callName != name {
        add(.missingFunction, value, .call(.name(name), [(nil, .part(value))]))
      }
    }
    for place in sums {
      for value in place.terms.map(\.expression) + (place.terms.count > 1 ? [place.whole] : [])
      where value.numberValue == nil && !["sum", "mean"].contains(value.callName) {
        for name in ["sum", "mean", "abs"] { add(.missingFunction, value, .call(.name(name), [(nil, .part(value))])) }
      }
    }
  }

  /// Squares and roots.
  mutating func powers() {
    for occurrence in occurrences {
      let expression = occurrence.expression
      switch expression.kind {
      case .binary(.power, let base, let exponent) where exponent.isNumber(2): add(.power, expression, .part(base))
      case .unary(.root, let operand): add(.power, expression, .part(operand))
      default: continue
      }
    }
    for occurrence in occurrences where occurrence.expression.isRaised {
      guard case .binary(_, let base, let exponent) = occurrence.expression.kind, let value = exponent.numberValue
      else {
        continue
      }
      add(.constant, occurrence.expression, .binary(.power, .part(base), .number(value + 1)))
    }
    for value in values + groups {
      add(.power, value, .binary(.power, .part(value), .number(2)))
      add(.power, value, .unary(.root, .part(value)))
    }
  }

  /// `1 - p` for `p`.
  mutating func complements() {
    for occurrence in occurrences {
      if case .binary(.subtract, let one, let value) = occurrence.expression.kind, one.isNumber(1) {
        add(.complement, occurrence.expression, .part(value))
      }
    }
    for value in values + groups { add(.complement, value, .binary(.subtract, .number(1), .part(value))) }
  }

  /// Numbers' places that hold a plain value: a name, an element, a call.
  private var values: [Expression] {
    occurrences.compactMap { occurrence in
      switch occurrence.role {
      case .callee, .position, .inText: return nil
      case .argument(let label, of: let function):
        guard label == nil, function.map(FunctionFamilies.takesNumbers) ?? false else { return nil }
      case .result, .operand, .element, .other: break
      }
      switch occurrence.expression.kind {
      case .name, .index, .member, .call, .unary(.norm, _): return occurrence.expression
      default: return nil
      }
    }
  }

  /// Sums and products that are worth a square, a function or a complement of their own: those that stand as one thing.
  private var groups: [Expression] {
    occurrences.compactMap { occurrence in
      guard case .binary(let symbol, _, _) = occurrence.expression.kind else { return nil }
      let isSum = symbol == .add || symbol == .subtract
      guard let parent = occurrence.ancestors.last, occurrence.role != .result else {
        return isSum ? occurrence.expression : nil
      }
      switch parent.kind {
      case .binary(let outer, let left, _):
        // The left side of a sum is no group: its terms are the sum's own.
        let isInner = (outer == .add || outer == .subtract) && left.id == occurrence.expression.id
        return isSum && !isInner ? occurrence.expression : nil
      case .unary(.root, _): return occurrence.expression
      case .call(let callee, _):
        return callee.calledName.map(FunctionFamilies.takesNumbers) ?? false ? occurrence.expression : nil
      default: return nil
      }
    }
  }

  /// One name of the derivation for another.
  mutating func confusedNames() {
    let all = occurrences + previous.occurrences
    let called = Set(all.filter { $0.role == .callee }.compactMap(\.expression.calledName))
    for occurrence in occurrences {
      guard case .name(let name) = occurrence.expression.kind else { continue }
      let isCallee = occurrence.role == .callee
      var others = names.filter { called.contains($0) == isCallee }
      if !isCallee { others += occurrence.bound.sorted() }
      var seen: Set<String> = [name]
      for other in others where seen.insert(other).inserted {
        let part = occurrence.ancestors.last ?? occurrence.expression
        add(.name, occurrence.expression, .name(other), part: part)
      }
    }
  }

  /// One number for another: those of the line before, and the neighbours.
  mutating func numbers() {
    let before = previous.occurrences.compactMap(\.expression.numberValue)
    for occurrence in occurrences {
      guard let value = occurrence.expression.numberValue, occurrence.role != .position else { continue }
      if case .argument(label: _?, _) = occurrence.role { continue }
      let whole = value == value.rounded() && abs(value) < 1e6
      var seen: Set<Double> = [value]
      for other in before + (whole ? [value + 1, value - 1] : []) where other >= 0 && seen.insert(other).inserted {
        add(
          .constant, occurrence.expression, .number(other), part: occurrence.ancestors.last ?? occurrence.expression)
      }
    }
  }
}

extension Expression {
  /// The name of what it calls.
  fileprivate var callName: String? {
    if case .call(let callee, _) = kind { return callee.calledName }
    return nil
  }
}
