// Calls and signs with values that nobody thought of: nothing, too much, not a number, empty, the wrong kind.

extension ProgramWriter {
  /// A cell of one statement with strange values in it.
  mutating func strangeCell() -> String {
    mistakes = 0
    room = 10
    functionDepth = 0
    loopDepth = 2
    frameStart = 0
    return strangeStatement()
  }

  private static let values = [
    "0", "-1", "1", "2", "3", "0.5", "1e300", "-1e300", "(0/0)", "(1/0)", "(-1/0)", "2^53", "2^63", "-2^63", "1e19",
    "1e-320",
    "[]", "()", "\"\"", "\"a\"", "true", "zeros(0)", "zeros(3, 0)", "zeros(0, 3)", "ones(1, 1, 1, 1, 1, 1, 1, 1)",
    "normal(3)",
    "normal(2, 3)", "normal(3, 3)", "[true, false]", "[1, 2, 3]", "[[1, 2], [3, 4]]", "[[0, 0], [0, 0]]", "[0/0, 1]",
    "[1e308, 1e308]",
    "0..0", "0..3", "3..0", "0..10^9", "0..1 by 1e-12", "0..3 by -1", "0..3 by 0", "(0.5)..(2.5)", "(1, 2)",
    "(a: 1, b: [2, 3])",
    "((), ())", "x -> x", "() -> 1", "(a, b) -> a", "sin", "grad", "Dense", "Dense(2, 3)", "sgd(0.1)", "adam(0.1)",
    "pi", "int([1, 2])",
    "float32([1, 2])", "int(2)", "[int(1), int(0)]", "stop_gradient(2)", "eye(3)", "arange(5)", "full(3, 2)", "-[1, 2]",
    "(sin >> cos)", "\"{1/3:.17f}\"", "[i for i in 0..0]", "uniform(2)[0]", "min", "1_000_000", "-0.0",
    "shape(zeros(2, 3))",
  ]

  private static let labels = [
    "", "", "", "", "", "axis: ", "shape: ", "size: ", "wrt: ", "keep: ", "order: ", "precision: ", "stride: ",
    "padding: ", "mean: ",
    "sd: ", "low: ", "high: ", "x: ", "count: ", "groups: ", "beta1: ", "momentum: ", "epsilon: ", "start: ", "step: ",
  ]

  /// A strange value, or one that the session knows.
  private mutating func value() -> String {
    if dice.onceIn(5), let known = variable(where: { _ in true }) { return known.name }
    if dice.onceIn(12) { return "[\(dice.word(ProgramWriter.values)), \(dice.word(ProgramWriter.values))]" }
    return dice.word(ProgramWriter.values)
  }

  private mutating func held() -> String { value().parenthesised }

  private mutating func call() -> String {
    let count = dice.onceIn(20) ? 12 : dice.below(5)
    let arguments = (0..<count).map { _ in dice.word(ProgramWriter.labels) + value() }
    return "\(dice.word(libraryNames))(\(arguments.joined(separator: ", ")))"
  }

  mutating func strangeStatement() -> String {
    let signs = ["+", "-", "*", "/", "^", "@", "mod", "==", "<", "≈", "and", "..", "|>", ">>", "≠"]
    switch dice.below(22) {
    case 0...6: return call()
    case 7, 8: return "\(held()) \(dice.word(signs)) \(held())"
    case 9: return "\(held())[\(value())]"
    case 10: return "\(held())[\(value()), \(dice.word([":", "...", value()]))]"
    case 11: return "\(held())[\(held())..\(held()) by \(held())]"
    case 12: return "for (i, j) in \(held()) { print(i); break }"
    case 13: return "repeat \(held()) { break }"
    case 14:
      return
        "\"{\(dice.word(ProgramWriter.values.filter { !$0.contains("\"") })):\(dice.word([".99f", ">400", "+e", "d", "%", "0100.3g"]))}\""
    case 15:
      return
        "\(dice.word(["grad", "jacobian", "hessian", "value_and_grad", "∇"]))(\(dice.word(libraryNames)))(\(value()))"
    case 16:
      return "\(dice.word(["grad", "jacobian", "hessian"]))(x -> \(dice.word(libraryNames))(x, \(value())))(\(value()))"
    case 17: return "map(\(dice.word(libraryNames)), \(value()))"
    case 18:
      let name = freshName()
      return "param \(name) = \(value())\nupdate \(name) by w -> \(value())\n\(name)"
    case 19:
      let name = freshName()
      let optimizer =
        "\(dice.word(["sgd", "adam", "adagrad", "rmsprop"]))(\(value()), \(dice.word(ProgramWriter.labels))\(value()))"
      return "param \(name) = \(value())\ndescend sum(\(name) * \(held())) over \(name) with \(optimizer)\n\(name)"
    case 20: return "let (a, b) = \(value())\nprint(a, b)"
    default: return "\(dice.word(["-", "√", "not ", "‖"]))\(held())".closed
    }
  }
}

extension String {
  /// With the second bar of a norm that was opened.
  fileprivate var closed: String { hasPrefix("‖") ? self + "‖" : self }
}
