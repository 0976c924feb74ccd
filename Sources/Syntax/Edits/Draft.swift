// What an expression is replaced by: parts of the text as they stand, put together anew.
import Diagnostics

/// An expression that is partly in the text and partly new. It writes itself with the parentheses that its parts need.
package indirect enum Draft: Sendable {
  /// Something of the text, as it stands there.
  case part(Expression)
  case number(Double)
  case name(String)
  case unary(UnaryOperator, Draft)
  case binary(BinaryOperator, Draft, Draft)
  case and(Draft, Draft)
  case or(Draft, Draft)
  case comparison([Draft], [ComparisonOperator], within: Draft?)
  case call(Draft, [(label: String?, value: Draft)])
  case member(Draft, String)
  case range(Draft?, Draft?, by: Draft?)

  /// How tightly it holds its parts: the higher, the fewer parentheses it needs.
  var level: Int {
    switch self {
    case .part(let expression): expression.level
    case .number, .name, .call, .member: Precedence.value
    case .unary(let symbol, _): symbol.level
    case .binary(let symbol, _, _): symbol.row?.left ?? Precedence.open
    case .and: Precedence.and
    case .or: Precedence.or
    case .comparison: Precedence.comparison
    case .range: Precedence.range
    }
  }

  /// Its text where an expression of at least a level can stand.
  package func text(of source: Source, atLeast level: Int = 0) -> String {
    let bare = bareText(of: source)
    return self.level < level || breaksLine(bare) ? "(" + bare + ")" : bare
  }

  /// A part that went on over a line's end inside brackets would stop there outside of them.
  private func breaksLine(_ text: String) -> Bool {
    guard case .part(let expression) = self, text.utf8.contains(UInt8(ascii: "\n")) else { return false }
    return !expression.isEnclosed
  }

  private func bareText(of source: Source) -> String {
    switch self {
    case .part(let expression): Self.text(of: expression, in: source)
    case .number(let value): Self.text(of: value)
    case .name(let name): name
    case .unary(.norm, let operand): "‖" + operand.text(of: source) + "‖"
    case .unary(.not, let operand): "not " + operand.text(of: source, atLeast: Precedence.not)
    case .unary(let symbol, let operand):
      // One more than its own level: `--x` is another language's sign.
      symbol.rawValue + operand.text(of: source, atLeast: symbol.level + 1)
    case .binary(let symbol, let left, let right):
      infix(symbol.rawValue, left, right, symbol.row, source, isTight: symbol == .power)
    case .and(let left, let right): infix("and", left, right, Precedence.infix(.word(.and)), source)
    case .or(let left, let right): infix("or", left, right, Precedence.infix(.word(.or)), source)
    case .comparison(let operands, let symbols, let within):
      comparison(operands, symbols, of: source)
        + (within.map { " within " + $0.text(of: source, atLeast: Precedence.range + 1) } ?? "")
    case .call(let callee, let arguments):
      callee.text(of: source, atLeast: Precedence.value) + "("
        + arguments.map { ($0.label.map { $0 + ": " } ?? "") + $0.value.text(of: source) }.joined(separator: ", ") + ")"
    case .member(let base, let name): base.text(of: source, atLeast: Precedence.value) + "." + name
    case .range(let lower, let upper, let step):
      (lower?.text(of: source, atLeast: Precedence.range + 1) ?? "") + ".."
        + (upper?.text(of: source, atLeast: Precedence.range + 1) ?? "")
        + (step.map { " by " + $0.text(of: source, atLeast: Precedence.range + 1) } ?? "")
    }
  }

  private func infix(
    _ sign: String, _ left: Draft, _ right: Draft, _ row: InfixRow?, _ source: Source, isTight: Bool = false
  ) -> String {
    let room = isTight ? "" : " "
    return left.text(of: source, atLeast: row?.leftOperand ?? Precedence.value) + room + sign + room
      + right.text(of: source, atLeast: row?.right ?? Precedence.value)
  }

  private func comparison(_ operands: [Draft], _ symbols: [ComparisonOperator], of source: Source) -> String {
    var text = operands.first?.text(of: source, atLeast: Precedence.comparison + 1) ?? ""
    for (symbol, operand) in zip(symbols, operands.dropFirst()) {
      text += " \(symbol.rawValue) " + operand.text(of: source, atLeast: Precedence.comparison + 1)
    }
    return text
  }

  /// A part as it stands, but for raised digits, which are no numbers elsewhere.
  private static func text(of part: Expression, in source: Source) -> String {
    let text = source.text(part.span)
    guard let value = part.writtenNumber, let first = text.unicodeScalars.first,
      first == "⁻" || Characters.raisedDigit(first) != nil
    else { return text }
    return Self.text(of: value)
  }

  /// A number as a person writes it.
  package static func text(of value: Double) -> String { Int(exactly: value).map(String.init) ?? "\(value)" }
}

extension Precedence {
  /// What needs no parentheses anywhere.
  static let value = 120
}

extension InfixRow {
  /// How tightly what stands on its left must hold: what groups from the right needs more than its own kind there.
  var leftOperand: Int { left == right ? left + 1 : left }
}

extension BinaryOperator {
  /// Its row among the operators.
  var row: InfixRow? {
    self == .mod ? Precedence.infix(.word(.mod)) : Sign(rawValue: rawValue).flatMap { Precedence.infix(.sign($0)) }
  }
}

extension UnaryOperator {
  var level: Int {
    switch self {
    case .minus, .root: Precedence.sign
    case .not: Precedence.not
    case .gradient, .norm: Precedence.value
    }
  }
}

extension Expression {
  /// How tightly it holds its parts as it is written, without parentheses around it.
  var level: Int {
    switch kind {
    case .number, .truth, .text, .name, .tensor, .tuple, .comprehension, .call, .index, .member, .conditional, .block,
      .hole:
      Precedence.value
    case .unary(let symbol, _): symbol.level
    case .binary(let symbol, _, _): isRaised ? Precedence.value : symbol.row?.left ?? Precedence.open
    case .and: Precedence.and
    case .or: Precedence.or
    case .comparison: Precedence.comparison
    case .range: Precedence.range
    case .function, .learn: Precedence.open
    }
  }

  /// `x²`: the exponent is a raised digit, which is a sign of its own.
  var isRaised: Bool {
    if case .binary(.power, _, let right) = kind { return mark.lower == right.span.lower }
    return false
  }

  /// Whether a line's end inside of it stands between brackets of its own.
  var isEnclosed: Bool {
    switch kind {
    case .text, .tensor, .tuple, .comprehension, .block, .name, .number, .truth: true
    case .call(let callee, _): callee.isEnclosed
    case .unary(.norm, _): true
    default: false
    }
  }
}
