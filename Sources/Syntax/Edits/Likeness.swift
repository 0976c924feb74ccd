// Whether two expressions say the same but for the order of terms and factors and the names of bound variables.

extension Expression {
  /// A text that is the same for expressions that differ only in the order of terms and factors, in how signs and divisions are
  /// written, and in what bound variables are called.
  package var likeness: String { Likeness(bound: [:]).text(self) }
}

private struct Likeness {
  /// The names that functions around bind, with the names they all get.
  let bound: [String: String]

  func text(_ expression: Expression) -> String {
    switch expression.kind {
    case .name(let name): return bound[name] ?? name
    case .number(let value): return Draft.text(of: value)
    case .binary(.add, _, _), .binary(.subtract, _, _):
      var terms: [String] = []
      collect(expression, isNegative: false, &terms)
      return "(+ " + terms.sorted().joined(separator: " ") + ")"
    case .binary(.multiply, _, _), .binary(.divide, _, _), .unary(.minus, _):
      var product = Product()
      collect(expression, isInverse: false, &product)
      return product.text
    case .binary(let symbol, let left, let right): return "(\(symbol.rawValue) \(text(left)) \(text(right)))"
    case .unary(let symbol, let operand): return "(\(symbol.rawValue) \(text(operand)))"
    case .member(let base, let name): return "(. \(text(base)) \(name.text))"
    case .call(let callee, let arguments):
      return "(call "
        + ([text(callee)] + arguments.map { ($0.label?.text ?? "") + ":" + text($0.value) })
        .joined(separator: " ") + ")"
    case .function(let function):
      guard let only = function.body.statements.first, function.body.statements.count == 1,
        case .expression(let value) = only.kind
      else { return treeDescription(expression) }
      var names = bound
      for parameter in function.parameters { names[parameter.name.text] = "\\\(names.count)" }
      return "(fn \(function.parameters.count) " + Likeness(bound: names).text(value) + ")"
    case .index, .tensor, .tuple:
      // What is rarely written in two ways; under bound names it is only like itself.
      return treeDescription(expression)
    default: return treeDescription(expression)
    }
  }

  private func collect(_ expression: Expression, isNegative: Bool, _ terms: inout [String]) {
    switch expression.kind {
    case .binary(.add, let left, let right):
      collect(left, isNegative: isNegative, &terms)
      collect(right, isNegative: isNegative, &terms)
    case .binary(.subtract, let left, let right):
      collect(left, isNegative: isNegative, &terms)
      collect(right, isNegative: !isNegative, &terms)
    default:
      var product = Product()
      collect(expression, isInverse: false, &product)
      if isNegative { product.coefficient = -product.coefficient }
      terms.append(product.text)
    }
  }

  private func collect(_ expression: Expression, isInverse: Bool, _ product: inout Product) {
    switch expression.kind {
    case .number(let value):
      if isInverse { product.coefficient /= value } else { product.coefficient *= value }
    case .unary(.minus, let operand):
      product.coefficient = -product.coefficient
      collect(operand, isInverse: isInverse, &product)
    case .binary(.multiply, let left, let right):
      collect(left, isInverse: isInverse, &product)
      collect(right, isInverse: isInverse, &product)
    case .binary(.divide, let left, let right):
      collect(left, isInverse: isInverse, &product)
      collect(right, isInverse: !isInverse, &product)
    default: product.factors.append((isInverse ? "1/" : "") + text(expression))
    }
  }

  private struct Product {
    var coefficient = 1.0
    var factors: [String] = []

    var text: String {
      if coefficient == 1, factors.count == 1, let only = factors.first { return only }
      return "(* " + ([Draft.text(of: coefficient)] + factors.sorted()).joined(separator: " ") + ")"
    }
  }
}
