// The operators `+ - * / @ mod ^`, the minus sign, `not`, `√` and `‖ ‖` over values.
import Diagnostics
import Graph
import Syntax
import TensorKit

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

extension Machine {
  /// The value of `a op b` for the operators of arithmetic. Plain numbers are computed at once, tensors are recorded.
  package func binary(_ op: BinaryOperator, _ a: Value, _ b: Value) throws -> Value {
    if let x = plainNumber(a), let y = plainNumber(b), let result = try Machine.arithmetic(op, x, y) {
      return .number(result)
    }
    try refuseTruth(a, op.rawValue, 0)
    try refuseTruth(b, op.rawValue, 1)
    let (first, second) = (try tensorIfAny(a), try tensorIfAny(b))
    guard let left = first, let right = second else {
      if op == .add, case .host(let object) = a, let sum = try object.added(b) { return sum }
      let isRefused = (first == nil && a.estimate == nil, second == nil && b.estimate == nil)
      if isRefused.0 { throw noArithmetic(op, a, b, argument: 0) }
      if isRefused.1 { throw noArithmetic(op, a, b, argument: 1) }
      return try binaryOfEstimates(op, a, b)
    }
    return .tensor(TensorValue(try Machine.record(op, left, right, exponent: op == .power ? plainNumber(b) : nil)))
  }

  /// Arithmetic of two numbers; nil for what is no arithmetic.
  package static func arithmetic(_ op: BinaryOperator, _ x: Double, _ y: Double) throws -> Double? {
    switch op {
    case .add: x + y
    case .subtract: x - y
    case .multiply: x * y
    case .divide: x / y
    case .mod: mod(x, y)
    case .power: power(x, y)
    case .matmul: throw Fault(.matmulOfNumbers)
    case .compose, .pipe: nil
    }
  }

  /// What is left of x after whole steps of y; it has the sign of y.
  package static func mod(_ x: Double, _ y: Double) -> Double {
    let rest = fmod(x, y)
    return rest != 0 && (rest < 0) != (y < 0) ? rest + y : rest
  }

  /// x to the power of y; exact for whole numbers as long as doubles can hold the result.
  package static func power(_ x: Double, _ y: Double) -> Double {
    if y == 2 { return x * x }
    guard let base = Int(exactly: x), let exponent = Int(exactly: y), exponent >= 0, exponent <= 64 else {
      return pow(x, y)
    }
    var result = 1
    for _ in 0..<exponent {
      let (next, overflow) = result.multipliedReportingOverflow(by: base)
      guard !overflow, next.magnitude <= 1 << 53 else { return pow(x, y) }
      result = next
    }
    // The sign of a zero is the only thing that whole numbers leave out.
    return result == 0 ? pow(x, y) : Double(result)
  }

  private static func record(_ op: BinaryOperator, _ a: Tensor, _ b: Tensor, exponent: Double?) throws -> Tensor {
    switch op {
    case .add: return try a + b
    case .subtract: return try a - b
    case .multiply: return try a * b
    case .divide: return try a / b
    case .mod: return try Op.mod(a, b)
    case .matmul: return try Op.matmul(a, b)
    case .power:
      // A square has a cheaper kernel, and a derivative without a logarithm.
      if exponent == 2, a.dtype.isFloating { return try Op.square(a) }
      return try Op.power(a, b)
    case .compose, .pipe: throw Fault(.noArithmetic, ["op": .text(op.rawValue), "kind": "…"])
    }
  }

  /// A single truth value is no number, also where it is known only later; a tensor of them is a mask.
  private func refuseTruth(_ value: Value, _ symbol: String, _ argument: Int) throws {
    switch value {
    case .truth: break
    case .tensor(let tensor) where tensor.dtype == .bool && tensor.shape.rank == 0: break
    default: return
    }
    throw Fault(.truthInArithmetic, ["op": .text(symbol)], argument: argument)
  }

  private func noArithmetic(_ op: BinaryOperator, _ a: Value, _ b: Value, argument: Int) -> Fault {
    let culprit = argument == 0 ? a : b
    if op == .add {
      if case .text = a { return Fault(.joiningTexts, argument: argument) }
      if case .text = b { return Fault(.joiningTexts, argument: argument) }
    }
    return Fault(
      .noArithmetic, ["op": .text(op.rawValue), "kind": culprit.kindPhrase], notes: Machine.forgottenCall(culprit),
      argument: argument)
  }

  /// The operand of an operator of one operand, as a tensor.
  private func operand(_ value: Value, of symbol: String) throws -> Tensor {
    try refuseTruth(value, symbol, 0)
    if let tensor = try tensorIfAny(value) { return tensor }
    throw Fault(
      .noArithmetic, ["op": .text(symbol), "kind": value.kindPhrase], notes: Machine.forgottenCall(value), argument: 0)
  }

  /// `-x`.
  package func negate(_ value: Value) throws -> Value {
    if let number = plainNumber(value) { return .number(-number) }
    if let estimate = value.estimate { return try negated(estimate) }
    return .tensor(TensorValue(try -operand(value, of: "-")))
  }

  /// `not x`, of one truth value or element by element.
  package func not(_ value: Value) throws -> Value {
    if case .truth(let truth) = value { return .truth(!truth) }
    if isTensorLike(value), let tensor = try tensorValue(value), tensor.dtype == .bool {
      return .tensor(TensorValue(try Op.not(tensor.tensor(in: graph))))
    }
    try refuseEstimate(value, argument: 0)
    throw Fault(
      .conditionNotTruth, ["kind": description(value)], notes: Machine.forgottenCall(value), argument: 0)
  }

  /// `√x`.
  package func root(_ value: Value) throws -> Value {
    if let number = plainNumber(value) { return .number(number.squareRoot()) }
    if value.estimate != nil { return try throughEstimates([value]) { try root($0[0]) } }
    return .tensor(TensorValue(try Op.sqrt(operand(value, of: "√"))))
  }

  /// `‖x‖`, the length of a vector; of a tensor of more axes the root of the sum of all squares.
  package func norm(_ value: Value) throws -> Value {
    if let number = plainNumber(value) { return .number(abs(number)) }
    if value.estimate != nil { return try throughEstimates([value]) { try norm($0[0]) } }
    return .tensor(TensorValue(try Op.norm(operand(value, of: "‖"))))
  }
}
