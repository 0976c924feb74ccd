// Conditions of `if`, `while` and comprehensions: comparisons of numbers jump without making a truth value first.
import Diagnostics
import Syntax
import TensorKit

extension Compiler {
  /// Compiles a condition; the jumps given back are taken when it does not hold.
  func jumps(unless condition: Expression) throws -> [Int] {
    switch condition.kind {
    case .and(let left, let right):
      return try jumps(unless: left) + jumps(unless: right)
    case .comparison(let operands, let operators, nil) where operators.count == 1:
      guard let test = Compiler.test(operators[0]) else { break }
      let mark = builder.top
      defer { builder.release(to: mark) }
      let a = try expression(operands[0])
      if case .number(let number) = operands[1].kind {
        let constant = builder.constant(literal(number, operands[1].span))
        if constant <= Int(UInt16.max) {
          at(condition.mark, operands.map(\.span))
          builder.emit(test.constant, a, constant)
          return [builder.emitJump(.jump)]
        }
      }
      let b = try expression(operands[1])
      at(condition.mark, operands.map(\.span))
      builder.emit(test.plain, a, b)
      return [builder.emitJump(.jump)]
    default: break
    }
    let mark = builder.top
    defer { builder.release(to: mark) }
    let register = try expression(condition)
    at(condition.span, [condition.span])
    return [builder.emitJump(.jumpUnless, register)]
  }

  private static func test(_ op: ComparisonOperator) -> (plain: Opcode, constant: Opcode)? {
    switch op {
    case .less: (.testLess, .testLessConstant)
    case .lessEqual: (.testLessEqual, .testLessEqualConstant)
    case .greater: (.testGreater, .testGreaterConstant)
    case .greaterEqual: (.testGreaterEqual, .testGreaterEqualConstant)
    case .equal: (.testEqual, .testEqualConstant)
    case .notEqual: (.testNotEqual, .testNotEqualConstant)
    case .near: nil
    }
  }
}
