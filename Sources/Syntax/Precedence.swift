// How tightly operators hold their operands: one row for each, and nothing about it anywhere else.

/// What an operator between two operands builds.
struct InfixRow: Sendable {
  enum Shape: Sendable {
    case binary(BinaryOperator)
    case and
    case or
    case comparison(ComparisonOperator)
    case range
  }
  let shape: Shape
  /// How tightly it holds what stands on its left; the higher, the tighter.
  let left: Int
  /// The same for its right: one more than `left` groups from the left, the same groups from the right.
  let right: Int

  init(_ shape: Shape, _ level: Int, groupsFromRight: Bool = false) {
    self.shape = shape
    left = level
    right = groupsFromRight ? level : level + 1
  }
}

/// The levels, loosest first. `x -> …`, `fn (x) = …` and `descend …` take everything that follows.
enum Precedence {
  static let open = 0
  static let pipe = 10
  static let compose = 20
  static let or = 30
  static let and = 40
  static let not = 50
  static let comparison = 60
  static let range = 70
  static let sum = 80
  static let product = 90
  static let sign = 100
  static let power = 110

  /// The row of a word that can stand between two operands.
  static func infix(_ kind: Token.Kind) -> InfixRow? {
    switch kind {
    case .sign(let sign): signs[sign]
    case .word(.or): InfixRow(.or, or)
    case .word(.and): InfixRow(.and, and)
    case .word(.mod): InfixRow(.binary(.mod), product)
    default: nil
    }
  }

  private static let signs: [Sign: InfixRow] = [
    .pipe: InfixRow(.binary(.pipe), pipe),
    .compose: InfixRow(.binary(.compose), compose),
    .equal: InfixRow(.comparison(.equal), comparison),
    .notEqual: InfixRow(.comparison(.notEqual), comparison),
    .less: InfixRow(.comparison(.less), comparison),
    .lessEqual: InfixRow(.comparison(.lessEqual), comparison),
    .greater: InfixRow(.comparison(.greater), comparison),
    .greaterEqual: InfixRow(.comparison(.greaterEqual), comparison),
    .near: InfixRow(.comparison(.near), comparison),
    .twoDots: InfixRow(.range, range),
    .plus: InfixRow(.binary(.add), sum),
    .minus: InfixRow(.binary(.subtract), sum),
    .times: InfixRow(.binary(.multiply), product),
    .over: InfixRow(.binary(.divide), product),
    .matmul: InfixRow(.binary(.matmul), product),
    .caret: InfixRow(.binary(.power), power, groupsFromRight: true),
  ]
}
