// Statements of random programs.

extension ProgramWriter {
  /// A statement of a cell.
  mutating func statement() -> String {
    room -= 2
    switch dice.below(26) {
    case 0...3: return functionStatement()
    case 4, 5: return modelStatement()
    case 6, 7: return cellStatement()
    case 8: return "## \(freshName()) counts\n" + functionStatement()
    case 9: return recordStatement()
    case 10: return "# a remark\n" + innerStatement()
    default: return innerStatement()
    }
  }

  /// A statement that may also stand in a block.
  mutating func innerStatement() -> String {
    room -= 1
    switch dice.below(24) {
    case 0...5: return binding()
    case 6: return destructuring()
    case 7, 8: return assignment()
    case 9...11: return loop()
    case 12, 13: return condition()
    case 14, 15: return "print(\(expression(anyKind(), 2)), \(expression(plainKind(), 1)))"
    case 16, 17: return learning()
    case 18: return updating()
    case 19 where mistakes > 0: return strangeStatement()
    default: return expression(anyKind(), 3)
    }
  }

  private mutating func binding() -> String {
    let (kind, name, isVariable) = (anyKind(), freshName(), dice.onceIn(3))
    let value = expression(kind, 3)
    add(name, kind, isVariable: isVariable)
    if case .tensor(let shape) = kind, dice.onceIn(5) {
      return "\(isVariable ? "var" : "let") \(name): [\(sizes(shape))] = \(value)"
    }
    return "\(isVariable ? "var" : "let") \(name) = \(value)"
  }

  private mutating func destructuring() -> String {
    let (first, second) = (freshName(), freshName())
    let (a, b) = (plainKind(), plainKind())
    let text: String
    if dice.onceIn(2) {
      let value = expression(.tuple([Kind.Part(label: nil, kind: a), Kind.Part(label: nil, kind: b)]), 2)
      text = "let (\(first), \(second)) = \(value)"
    } else {
      let value = expression(.tuple([Kind.Part(label: "mu", kind: a), Kind.Part(label: "sd", kind: b)]), 2)
      text = "let (sd: \(second), mu: \(first)) = \(value)"
    }
    add(first, a)
    add(second, b)
    return text
  }

  private mutating func assignment() -> String {
    let start = frameStart
    let candidates = scope.enumerated().filter { $0.offset >= start && $0.element.isVariable }.map(\.element)
    guard let target = dice.one(of: candidates) else {
      let (kind, name) = (plainKind(), freshName())
      let value = expression(kind, 2)
      add(name, kind, isVariable: true)
      return "var \(name) = \(value)"
    }
    return "\(target.name) = \(expression(target.kind, 2))"
  }

  private mutating func loop() -> String {
    guard loopDepth < 2 else { return expression(plainKind(), 1) }
    loopDepth += 1
    defer { loopDepth -= 1 }
    let rounds = dice.within(0...6)
    let name = freshName()
    switch dice.below(5) {
    case 0: return inside { "repeat \(rounds) \($0.block())" }
    case 1:
      let body = inside { writer in
        writer.add(name, .number)
        return writer.block("\(name) = \(name) + 1\n")
      }
      return "var \(name) = 0\nwhile \(name) < \(rounds) \(body)"
    case 2:
      let size = dice.within(1...4)
      let rows = expression(.tensor([dice.within(1...3), size]), 1)
      return inside { writer in
        writer.add(name, .tensor([size]))
        return "for \(name) in \(rows) \(writer.block())"
      }
    default:
      let step = dice.onceIn(5) ? " by \(dice.within(1...3))" : ""
      return inside { writer in
        writer.add(name, .number)
        return "for \(name) in 0..\(rounds)\(step) \(writer.block())"
      }
    }
  }

  private mutating func block(_ first: String = "") -> String {
    var lines = (0..<dice.within(1...2)).map { _ in innerStatement() }
    if loopDepth > 0, dice.onceIn(6) {
      lines.append("if \(expression(.truth, 1)) { \(dice.word(["break", "continue"])) }")
    }
    return "{\n" + first + lines.joined(separator: "\n") + "\n}"
  }

  private mutating func condition() -> String {
    let condition = expression(.truth, 2)
    let loops = loopDepth
    defer { loopDepth = loops }
    let first = inside { $0.branch() }
    if dice.onceIn(2) { return "if \(condition) \(first)" }
    let second = inside { $0.branch() }
    if dice.onceIn(3) { return "if \(condition) \(first) else if \(expression(.truth, 1)) \(second) else { }" }
    return "if \(condition) \(first) else \(second)"
  }

  private mutating func branch() -> String { "{\n" + innerStatement() + "\n}" }

  private mutating func functionStatement() -> String {
    guard case .function(let kinds, let result) = functionKind() else { return "" }
    let name = freshName()
    let parameters = kinds.map { (freshName(), $0) }
    let isBlock = dice.onceIn(2)
    var signature = parameters.map { parameter, kind in
      if case .tensor(let shape) = kind, dice.onceIn(3) { return "\(parameter): [\(sizes(shape))]" }
      return parameter
    }.joined(separator: ", ")
    if dice.onceIn(6) { signature += ", \(freshName()) = \(number(1))" }
    let promise = promise(result)
    let body = isBlock ? " " + functionBlock(parameters, result) : " = " + function(parameters, result)
    add(name, .function(kinds, result))
    return "fn \(name)(\(signature))\(promise)\(body)"
  }

  private mutating func promise(_ result: Kind) -> String {
    guard case .tensor(let shape) = result, dice.onceIn(5) else { return "" }
    return " -> [\(sizes(shape))]"
  }

  /// A shape as it is written, now and then with a name for a size.
  private mutating func sizes(_ shape: [Int]) -> String {
    if dice.onceIn(8) { return "..." }
    return shape.map { dice.onceIn(3) ? (dice.onceIn(2) ? "_" : freshName()) : "\($0)" }.joined(separator: ", ")
  }

  private mutating func modelStatement() -> String {
    let (inputs, outputs) = (dice.within(1...3), dice.within(1...3))
    let (type, name) = (freshName(), freshName())
    let (weights, offset, input) = (freshName(), freshName(), freshName())
    let start = dice.word(["glorot(n, m)", "normal(n, m)", "0.1 * ones(n, m)"])
    var body = """
      param \(weights) = \(start)
      param \(offset) = zeros(m)
      fn (\(input)) = act(\(input) @ \(weights) + \(offset))
      """
    if dice.onceIn(3) {
      let state = freshName()
      body += "\nstate \(state) = 0.0\nfn note(\(input)) {\nupdate \(state) by s -> s + 1\n\(input) + \(state)\n}"
    }
    add(name, .model(inputs, outputs))
    let act = dice.word(["tanh", "sigmoid", "relu", "identity", "x -> x / 2"])
    return "model \(type)(n, m, act = identity) {\n\(body)\n}\nlet \(name) = \(type)(\(inputs), \(outputs), \(act))"
  }

  private mutating func cellStatement() -> String {
    let (name, shape) = (freshName(), dice.onceIn(2) ? [] : shape(rank: 1...2))
    let value = expression(shape.isEmpty ? .number : .tensor(shape), 1)
    add(name, .cell(shape))
    return "param \(name) = \(value)"
  }

  private mutating func recordStatement() -> String {
    let name = freshName()
    return "repeat \(dice.within(1...4)) { record \(name) = \(expression(.number, 2)) }\nsum(\(name))"
  }

  // MARK: Learning

  private mutating func learning() -> String {
    let optimizer = dice.word([
      "sgd(0.1)", "adam(0.01)", "sgd(0.01, momentum: 0.9)", "adagrad(0.1)", "adam(0.1, weight_decay: 0.01)",
    ])
    guard let step = learningStep(optimizer) else { return cellless() }
    if dice.onceIn(8), let other = learningStep(optimizer) { return "together { \(step); \(other) }" }
    if loopDepth == 0, dice.onceIn(2) { return "repeat \(dice.within(1...8)) { \(step) }" }
    return step
  }

  private mutating func learningStep(_ optimizer: String) -> String? {
    let target = variable { if case .cell = $0 { true } else if case .model = $0 { true } else { false } }
    guard let target else { return nil }
    let verb = dice.onceIn(4) ? "ascend" : "descend"
    switch target.kind {
    case .cell(let shape) where shape.isEmpty:
      return "\(verb) (\(target.name) - \(expression(.number, 2)))^2 over \(target.name) with \(optimizer)"
    case .cell(let shape):
      let other = expression(.tensor(shape), 2)
      return "\(verb) mean((\(target.name) - \(other))^2) over \(target.name) with \(optimizer)"
    case .model(let inputs, let outputs):
      let rows = dice.within(1...3)
      let data = expression(.tensor([rows, inputs]), 1)
      let wanted = expression(.tensor([rows, outputs]), 1)
      return "\(verb) mse(\(target.name)(\(data)), \(wanted)) over \(target.name) with \(optimizer)"
    default: return nil
    }
  }

  /// Something about learning that needs no cell.
  private mutating func cellless() -> String {
    let name = freshName()
    let text = "param \(name) = \(expression(.number, 1))\nascend -\(name)^2 over \(name) with sgd(0.1)"
    // A cell in a block ends with it.
    if functionDepth == 0, loopDepth == 0, frameStart == 0 { return text }
    return expression(.number, 2)
  }

  private mutating func updating() -> String {
    guard let target = variable(where: { if case .cell = $0 { true } else { false } }) else {
      return expression(plainKind(), 2)
    }
    let name = freshName()
    let body = inside { writer in
      writer.add(name, target.kind.read)
      return writer.expression(target.kind.read, 2)
    }
    return "update \(target.name) by \(name) -> \(body)"
  }
}
