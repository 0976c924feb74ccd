// Plain questions about an expression that more than one list of edits asks.
import Diagnostics

extension Expression {
  /// The number it writes out.
  var numberValue: Double? {
    if case .number(let value) = kind { return value }
    return nil
  }

  /// The number behind a minus.
  var negatedNumber: Double? {
    if case .unary(.minus, let operand) = kind { return operand.numberValue }
    return nil
  }

  /// The number it writes out, with a minus before it or without.
  var writtenNumber: Double? { numberValue ?? negatedNumber.map { -$0 } }

  func isNumber(_ value: Double) -> Bool { writtenNumber == value }

  /// The whole number it writes out.
  var wholeValue: Int? { writtenNumber.flatMap(Int.init(exactly:)) }

  var isSum: Bool {
    switch kind {
    case .binary(.add, _, _), .binary(.subtract, _, _): true
    default: false
    }
  }

  var isNegated: Bool {
    if case .unary(.minus, _) = kind { return true }
    return false
  }

  /// `-a * b`: the sign of a product is that of its first factor.
  var leadsWithMinus: Bool {
    switch kind {
    case .unary(.minus, _): true
    case .binary(.multiply, let left, _), .binary(.divide, let left, _), .binary(.matmul, let left, _):
      left.leadsWithMinus
    default: false
    }
  }

  /// Whether it works something out, or calls what may.
  var isArithmetic: Bool {
    switch kind {
    case .binary(let symbol, _, _): symbol != .compose && symbol != .pipe
    case .call, .unary(.minus, _), .unary(.root, _), .unary(.norm, _): true
    default: false
    }
  }

  /// Whether it says the same as another, written the same but for spaces and parentheses.
  func isSame(as other: Expression) -> Bool {
    height == other.height && treeDescription(self) == treeDescription(other)
  }
}
