// What can be changed at one expression so that it says something else: operators, signs, numbers, order, functions.
import Diagnostics

/// Collects the changes of one expression.
struct MutationChanges {
  private let expression: Expression
  private let role: Occurrence.Role
  private let bound: Set<String>
  private(set) var found: [(kind: MutationKind, target: Expression, draft: Draft)] = []

  init(_ occurrence: Occurrence) {
    expression = occurrence.expression
    role = occurrence.role
    bound = occurrence.bound
  }

  mutating func collect() {
    switch expression.kind {
    case .number(let value): number(value)
    case .unary(.minus, let operand): negation(of: operand)
    case .unary(.not, let operand): add(.logic, .part(operand))
    case .binary(let symbol, let left, let right): operation(symbol, left, right)
    case .comparison(let operands, let symbols, let within): comparison(operands, symbols, within)
    case .and(let left, let right): add(.logic, .or(.part(left), .part(right)))
    case .or(let left, let right): add(.logic, .and(.part(left), .part(right)))
    case .call(let callee, let arguments): call(callee, arguments)
    case .range(let lower, let upper, let step): range(lower, upper, step)
    default: break
    }
    sign()
    position()
  }

  private mutating func add(_ kind: MutationKind, _ draft: Draft) { found.append((kind, expression, draft)) }

  // MARK: Numbers and places

  private mutating func number(_ value: Double) {
    if case .argument(label: "axis", _) = role { return axis(expression.wholeValue) }
    if role == .position { return add(.index, .number(value + 1)) }
    add(.constant, .number(Self.other(than: value)))
  }

  /// Whole numbers grow by one, but for 1, which is most often a neighbour of 0; others are halved.
  private static func other(than value: Double) -> Double {
    value == 1 ? 0 : value == value.rounded() && abs(value) < 1e15 ? value + 1 : value / 2
  }

  private mutating func negation(of operand: Expression) {
    if operand.isNumber(0) { return }
    if case .argument(label: "axis", _) = role { return axis(expression.wholeValue) }
    add(.sign, .part(operand))
    if let value = operand.numberValue {
      let other = value == 1 ? 2 : Self.other(than: value)
      add(role == .position ? .index : .constant, .unary(.minus, .number(other)))
    }
  }

  /// An axis of a matrix becomes the other one: that changes a result and not its rank.
  private mutating func axis(_ value: Int?) {
    guard let value else { return }
    let other = value == 0 ? 1 : value > 0 ? value - 1 : value == -1 ? -2 : value + 1
    add(.axis, other < 0 ? .unary(.minus, .number(Double(-other))) : .number(Double(other)))
  }

  /// `x[i]`: the next one. Numbers have their own rule, ranges theirs.
  private mutating func position() {
    guard role == .position, expression.negatedNumber == nil else { return }
    switch expression.kind {
    case .number, .range, .text, .tensor, .comparison, .and, .or: break
    default: add(.index, .binary(.add, .part(expression), .number(1)))
    }
  }

  /// The ends of a range, one further.
  private mutating func range(_ lower: Expression?, _ upper: Expression?, _ step: Expression?) {
    func draft(_ lower: Draft?, _ upper: Draft?) -> Draft {
      .range(lower, upper, by: step.map { .part($0) })
    }
    func isWritten(_ end: Expression) -> Bool { end.writtenNumber != nil }
    if let lower, !isWritten(lower) { add(.index, draft(next(lower), upper.map { .part($0) })) }
    if let upper, !isWritten(upper) { add(.index, draft(lower.map { .part($0) }, next(upper))) }
  }

  private func next(_ end: Expression) -> Draft {
    .binary(.add, .part(end), .number(1))
  }

  // MARK: Operators

  private mutating func operation(_ symbol: BinaryOperator, _ left: Expression, _ right: Expression) {
    let (first, second) = (Draft.part(left), Draft.part(right))
    switch symbol {
    case .add where !right.isNumber(0): add(.operation, .binary(.subtract, first, second))
    case .subtract where !right.isNumber(0): add(.operation, .binary(.add, first, second))
    case .multiply where !right.isNumber(1) && !right.isNumber(-1): add(.operation, .binary(.divide, first, second))
    case .divide where !right.isNumber(1) && !right.isNumber(-1): add(.operation, .binary(.multiply, first, second))
    case .power:
      // 2^2 is 2 * 2, x^1 is x * 1.
      let isSame = right.isNumber(1) || (left.isNumber(2) && right.isNumber(2))
      if !isSame { add(.operation, .binary(.multiply, first, second)) }
      if expression.isRaised, let exponent = right.numberValue {
        add(.constant, .binary(.power, first, .number(Self.other(than: exponent))))
      }
    default: break
    }
    switch symbol {
    case .subtract, .divide, .matmul, .mod, .power, .compose:
      if !left.isSame(as: right) { add(.operandOrder, .binary(symbol, second, first)) }
    case .add, .multiply, .pipe: break
    }
  }

  private mutating func comparison(
    _ operands: [Expression], _ symbols: [ComparisonOperator], _ within: Expression?
  ) {
    for (index, symbol) in symbols.enumerated() {
      for other in symbol.neighbours {
        var changed = symbols
        changed[index] = other
        add(.comparison, .comparison(operands.map { .part($0) }, changed, within: within.map { .part($0) }))
      }
    }
  }

  // MARK: Signs

  /// A minus where there was none: before a sum's first term, before a result, before an argument whose sign matters.
  private mutating func sign() {
    switch expression.kind {
    case .binary(.add, let left, _), .binary(.subtract, let left, _):
      guard !left.isSum, !left.leadsWithMinus, !left.isNumber(0) else { return }
      found.append((.sign, left, .unary(.minus, .part(left))))
    case .binary(let symbol, _, _) where symbol == .compose || symbol == .pipe: break
    case .binary, .call, .name, .index, .member:
      guard takesSign, !expression.leadsWithMinus else { return }
      add(.sign, .unary(.minus, .part(expression)))
    default: break
    }
  }

  private var takesSign: Bool {
    switch role {
    case .result: expression.isArithmetic
    case .argument(label: nil, of: let function): function.map(FunctionFamilies.feelsSign) ?? false
    default: false
    }
  }

  // MARK: Calls

  private mutating func call(_ callee: Expression, _ arguments: [CallArgument]) {
    if case .name(let name) = callee.kind, !bound.contains(name) {
      for sibling in FunctionFamilies.siblings(of: name) { found.append((.function, callee, .name(sibling))) }
      if let only = arguments.first, only.label == nil, arguments.dropFirst().allSatisfy({ $0.label != nil }),
        FunctionFamilies.changesItsArgument(name)
      {
        add(.call, .part(only.value))
      }
    }
    swapArguments(callee, arguments)
  }

  private mutating func swapArguments(_ callee: Expression, _ arguments: [CallArgument]) {
    guard arguments.count > 1, !(callee.calledName.map(FunctionFamilies.isSymmetric) ?? false) else { return }
    for index in arguments.indices.dropLast() {
      let (first, second) = (arguments[index], arguments[index + 1])
      guard first.label == nil, second.label == nil, !first.value.isSame(as: second.value) else { continue }
      add(.argumentOrder, .call(.part(callee), arguments.swapped(index)))
    }
  }
}

extension [CallArgument] {
  /// With the argument at a place behind its neighbour.
  func swapped(_ index: Int) -> [(label: String?, value: Draft)] {
    var drafts = map { (label: $0.label?.text, value: Draft.part($0.value)) }
    if drafts.indices.contains(index), drafts.indices.contains(index + 1) { drafts.swapAt(index, index + 1) }
    return drafts
  }
}

extension ComparisonOperator {
  /// The comparisons it is taken for: off by the equal case, or turned round.
  fileprivate var neighbours: [ComparisonOperator] {
    switch self {
    case .equal: [.notEqual]
    case .notEqual: [.equal]
    case .less: [.lessEqual, .greater]
    case .lessEqual: [.less, .greaterEqual]
    case .greater: [.greaterEqual, .less]
    case .greaterEqual: [.greater, .lessEqual]
    case .near: []
    }
  }
}
