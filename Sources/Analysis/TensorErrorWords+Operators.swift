// How the language spells the operations that the core's errors name.

extension TensorErrorWords {
  /// An operation as a program writes it: `@` for "matmul", `reshape` as it is.
  package static func spelling(of operation: String) -> String {
    if let symbol = symbols[operation] { return symbol }
    if operation.hasPrefix(assigning) { return String(operation.dropFirst(assigning.count)) }
    return operation
  }

  /// The name of what is assigned, where the operation is an assignment.
  static func assigned(_ operation: String) -> String? {
    operation.hasPrefix(assigning) ? String(operation.dropFirst(assigning.count)) : nil
  }

  /// Whether it stands between its operands.
  static func isInfix(_ spelling: String) -> Bool { infix.contains(spelling) }

  private static let infix: Set<String> = [
    "+", "-", "*", "/", "^", "@", "==", "≠", "<", "≤", ">", "≥", "and", "or", "mod",
  ]
  private static let assigning = "assign "

  private static let symbols: [String: String] = [
    "add": "+", "subtract": "-", "multiply": "*", "divide": "/", "power": "^", "matmul": "@", "negate": "-",
    "equal": "==", "not_equal": "≠", "less": "<", "less_equal": "≤", "greater": ">", "greater_equal": "≥",
    "logical_and": "and", "logical_or": "or", "logical_not": "not", "gradient": "grad", "derivative": "grad",
    "gradient check": "check gradient", "given gradient": "check gradient", "tensor": "[…]", "number": "number",
    "slice": "[ ]",
  ]
}
