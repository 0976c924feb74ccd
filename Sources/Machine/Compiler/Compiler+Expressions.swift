// Expressions: each gives the number of the register that holds its value.
import Analysis
import Diagnostics
import Syntax

extension Compiler {
  /// Compiles an expression. The value lands in `target` where one is given and nothing holds it already.
  func expression(_ e: Expression, into target: Int? = nil) throws -> Int {
    let mark = builder.top
    let target = try target ?? builder.temporary()
    let first = max(mark, builder.top)
    defer { builder.release(to: first) }
    switch e.kind {
    case .number(let number):
      builder.emit(.constant, target, wide: builder.constant(literal(number, e.span)))
    case .truth(let truth): builder.emit(.constant, target, wide: builder.constant(Register(truth: truth)))
    case .text(let pieces): try text(pieces, e, target)
    case .name(let name): return try self.name(name, e.span, into: target)
    case .tensor(let parts):
      let base = try inARow(parts)
      at(e.span, parts.map(\.span))
      builder.emit(.tensor, target, base, parts.count)
    case .tuple(let parts): try tuple(parts, e, target)
    case .comprehension(let isTensor, let value, let clauses):
      builder.emit(.collectBegin)
      try comprehension(value, clauses[...], e.span)
      at(e.span, [value.span])
      builder.emit(.collectEnd, target, isTensor ? 1 : 0)
    case .call(let callee, let arguments): try call(callee, arguments, e, target)
    case .index(let subject, let items): try index(subject, items, e, target)
    case .member(let subject, let name):
      let register = try expression(subject)
      at(name.span)
      builder.emit(.member, target, register, builder.number(ofName: name.text))
    case .unary(let op, let operand): try unary(op, operand, e, target)
    case .binary(let op, let left, let right): try binary(op, left, right, e, target)
    case .comparison(let operands, let operators, let bound):
      try comparison(operands, operators, bound, e, target)
    case .and(let left, let right): try logical(.shortAnd, .logicalAnd, left, right, e, target)
    case .or(let left, let right): try logical(.shortOr, .logicalOr, left, right, e, target)
    case .range(let start, let end, let step):
      let base = try builder.temporaries(3)
      for (offset, part) in [start, end, step].enumerated() {
        if let part {
          move(try expression(part, into: base + offset), to: base + offset)
        } else {
          builder.emit(.constant, base + offset, wide: builder.constant(.missing))
        }
      }
      at(e.span, [start?.span ?? e.span, end?.span ?? e.span, step?.span ?? e.span])
      builder.emit(.range, target, base)
    case .function(let function): try closure(function, itself: nil, into: target)
    case .conditional(let arms, let otherwise): try conditional(arms, otherwise, e, target)
    case .block(let block): try self.block(block, into: target)
    case .learn(let learning): try learn(learning, e, target)
    case .hole:
      at(e.span)
      builder.emit(.hole, target)
    }
    return target
  }

  /// Where a name's value is; a local name and a name of the cell already have a register.
  func name(_ name: String, _ span: Span, into target: Int? = nil) throws -> Int {
    let symbol = symbol(span)
    if let symbol, symbol.owner != nil { builder.details.definitions[span] = symbol.definition }
    if let symbol, symbol.kind != .series, let register = builder.register(of: symbol) { return register }
    let register = try target ?? builder.temporary()
    at(span)
    guard let symbol else {
      // A function may use a name that only a later cell defines.
      builder.emit(.loadGlobal, register, wide: machine.globals.number(of: name))
      return register
    }
    if symbol.owner == nil {
      builder.emit(.loadGlobal, register, wide: machine.globals.number(of: symbol.name))
    } else if builder.itself === symbol {
      builder.emit(.loadSelf, register)
    } else if let number = builder.capture(symbol) {
      builder.emit(.loadCapture, register, number)
    } else {
      builder.emit(.constant, register, wide: builder.constant(.missing))
    }
    return register
  }

  /// Values one after the other in fresh registers; the first one's number.
  func inARow(_ parts: [Expression]) throws -> Int {
    let base = try builder.temporaries(parts.count)
    for (offset, part) in parts.enumerated() { move(try expression(part, into: base + offset), to: base + offset) }
    return base
  }

  private func text(_ pieces: [TextPiece], _ e: Expression, _ target: Int) throws {
    var plan: [TextPart] = []
    var values: [Expression] = []
    for piece in pieces {
      switch piece {
      case .literal(let text): plan.append(.literal(text))
      case .value(let expression, let format):
        plan.append(.value(format))
        values.append(expression)
      }
    }
    let base = try inARow(values)
    builder.details.texts.append(plan)
    at(e.span, values.map(\.span))
    builder.emit(.text, target, base, builder.details.texts.count - 1)
  }

  private func labels(_ parts: [CallArgument]) -> Int {
    guard parts.contains(where: { $0.label != nil }) else { return -1 }
    builder.details.labels.append(parts.map { $0.label?.text })
    return builder.details.labels.count - 1
  }

  private func tuple(_ parts: [CallArgument], _ e: Expression, _ target: Int) throws {
    guard !parts.isEmpty else {
      builder.emit(.constant, target, wide: builder.constant(.nothing))
      return
    }
    let base = try inARow(parts.map(\.value))
    let labels = self.labels(parts)
    at(e.span, parts.map(\.value.span))
    builder.emit(.tuple, target, base, parts.count)
    builder.emit(.jump, 0, wide: labels)
  }

  private func call(_ callee: Expression, _ arguments: [CallArgument], _ e: Expression, _ target: Int) throws {
    let base = try builder.temporaries(arguments.count + 1)
    move(try expression(callee, into: base), to: base)
    for (offset, argument) in arguments.enumerated() {
      move(try expression(argument.value, into: base + 1 + offset), to: base + 1 + offset)
    }
    let labels = self.labels(arguments)
    at(e.span, [callee.span] + arguments.map(\.value.span), isCall: true)
    builder.emit(labels < 0 ? .call : .callLabelled, target, base, arguments.count)
    if labels >= 0 { builder.emit(.jump, 0, wide: labels) }
  }

  private func index(_ subject: Expression, _ items: [IndexItem], _ e: Expression, _ target: Int) throws {
    var plan: [IndexPlan.Item] = []
    var parts = [subject]
    for item in items {
      switch item {
      case .all: plan.append(.all)
      case .rest: plan.append(.rest)
      case .position(let expression):
        if case .range(let start, let end, let step) = expression.kind {
          plan.append(.range(start: start != nil, end: end != nil, step: step != nil))
          parts += [start, end, step].compactMap { $0 }
        } else {
          plan.append(.position)
          parts.append(expression)
        }
      }
    }
    let base = try inARow(parts)
    builder.details.indices.append(IndexPlan(items: plan))
    at(e.span, parts.map(\.span))
    builder.emit(.index, target, base, builder.details.indices.count - 1)
  }

  private func unary(_ op: UnaryOperator, _ operand: Expression, _ e: Expression, _ target: Int) throws {
    let register = try expression(operand)
    at(e.mark, [operand.span])
    let opcode: Opcode =
      switch op {
      case .minus: .negate
      case .not: .not
      case .root: .root
      case .norm: .norm
      case .gradient: .gradient
      }
    builder.emit(opcode, target, register)
  }

  private func binary(
    _ op: BinaryOperator, _ left: Expression, _ right: Expression, _ e: Expression, _ target: Int
  ) throws {
    if op == .pipe {
      // x |> f is f(x); the value is made first, as it is written first.
      let base = try builder.temporaries(2)
      move(try expression(left, into: base + 1), to: base + 1)
      move(try expression(right, into: base), to: base)
      at(e.mark, [right.span, left.span], isCall: true)
      builder.emit(.call, target, base, 1)
      return
    }
    // Sums and products may be turned round, so that a number written before a sign is a constant of the instruction too.
    if case .number = left.kind, op == .add || op == .multiply {
      guard case .number = right.kind else { return try binary(op, right, left, e, target) }
    }
    let spans = [left.span, right.span]
    var a = try expression(left)
    if mayAssign(right), a < builder.top {
      // The right side may re-bind what the left side read.
      let copy = try builder.temporary()
      move(a, to: copy)
      a = copy
    }
    if case .number(let number) = right.kind, let opcode = Compiler.withConstant(op) {
      let constant = builder.constant(literal(number, right.span))
      if constant <= Int(UInt16.max) {
        at(e.mark, spans)
        builder.emit(opcode, target, a, constant)
        return
      }
    }
    let b = try expression(right)
    if op == .add { builder.joinToAddition(of: a) }
    at(e.mark, spans)
    builder.emit(Compiler.opcode(op), target, a, b)
  }

  /// A number written out. One with a point mostly meets numbers that are not whole, and is kept as they are: same value, no conversion.
  func literal(_ number: Double, _ span: Span) -> Register {
    machine.sources.text(span).contains(".") ? Register(number: number) : Register(normalizing: number)
  }

  /// Whether evaluating an expression may re-bind a `var`: only blocks hold statements.
  private func mayAssign(_ e: Expression) -> Bool {
    switch e.kind {
    case .conditional, .block: true
    case .unary(_, let x), .member(let x, _): mayAssign(x)
    case .binary(_, let a, let b), .and(let a, let b), .or(let a, let b): mayAssign(a) || mayAssign(b)
    case .call(let callee, let arguments): mayAssign(callee) || arguments.contains { mayAssign($0.value) }
    case .tuple(let parts): parts.contains { mayAssign($0.value) }
    case .tensor(let parts), .comparison(let parts, _, _): parts.contains { mayAssign($0) }
    case .index(let subject, _): mayAssign(subject)
    default: false
    }
  }

  private static func opcode(_ op: BinaryOperator) -> Opcode {
    switch op {
    case .add: .add
    case .subtract: .subtract
    case .multiply: .multiply
    case .divide: .divide
    case .mod: .mod
    case .power: .power
    case .matmul: .matmul
    case .compose, .pipe: .compose
    }
  }

  private static func withConstant(_ op: BinaryOperator) -> Opcode? {
    switch op {
    case .add: .addConstant
    case .subtract: .subtractConstant
    case .multiply: .multiplyConstant
    case .divide: .divideConstant
    case .mod: .modConstant
    default: nil
    }
  }

  private func comparison(
    _ operands: [Expression], _ operators: [ComparisonOperator], _ bound: Expression?, _ e: Expression, _ target: Int
  ) throws {
    if operators.count == 1, bound == nil, let opcode = Compiler.opcode(operators[0]) {
      let a = try expression(operands[0])
      let b = try expression(operands[1])
      at(e.mark, operands.map(\.span))
      builder.emit(opcode, target, a, b)
      return
    }
    let base = try inARow(operands + (bound.map { [$0] } ?? []))
    builder.details.chains.append(ChainPlan(operators: operators, hasBound: bound != nil))
    at(e.mark, operands.map(\.span))
    builder.emit(.chain, target, base, builder.details.chains.count - 1)
  }

  static func opcode(_ op: ComparisonOperator) -> Opcode? {
    switch op {
    case .less: .less
    case .lessEqual: .lessEqual
    case .greater: .greater
    case .greaterEqual: .greaterEqual
    case .equal: .equal
    case .notEqual: .notEqual
    case .near: nil
    }
  }

  private func logical(
    _ short: Opcode, _ whole: Opcode, _ left: Expression, _ right: Expression, _ e: Expression, _ target: Int
  ) throws {
    // No expression reads the register that its value goes to: see `writesLast`.
    move(try expression(left, into: target), to: target)
    at(e.mark, [left.span, right.span])
    let exit = builder.emitJump(short, target)
    let other = try expression(right)
    at(e.mark, [left.span, right.span])
    builder.emit(whole, target, target, other)
    builder.land(exit)
  }

  private func conditional(_ arms: [ConditionalArm], _ otherwise: Block?, _ e: Expression, _ target: Int) throws {
    var exits: [Int] = []
    for arm in arms {
      let misses = try jumps(unless: arm.condition)
      try block(arm.block, into: target)
      exits.append(builder.emitJump(.jump))
      misses.forEach(builder.land)
    }
    if let otherwise {
      try block(otherwise, into: target)
    } else {
      builder.emit(.constant, target, wide: builder.constant(.nothing))
    }
    exits.forEach(builder.land)
  }

  private func comprehension(_ value: Expression, _ clauses: ArraySlice<Clause>, _ span: Span) throws {
    guard let clause = clauses.first else {
      let mark = builder.top
      let register = try expression(value)
      at(value.span, [value.span])
      builder.emit(.collect, register)
      builder.release(to: mark)
      return
    }
    let mark = builder.top
    switch clause {
    case .condition(let condition):
      let misses = try jumps(unless: condition)
      try comprehension(value, clauses.dropFirst(), span)
      misses.forEach(builder.land)
    case .each(let pattern, let source):
      let state = try iteration(over: source)
      try each(pattern, state, span) { try comprehension(value, clauses.dropFirst(), span) }
    }
    builder.release(to: mark)
  }

  private func learn(_ learning: Learning, _ e: Expression, _ target: Int) throws {
    let cells = try expression(learning.target)
    let optimizer = try expression(learning.optimizer)
    at(learning.target.span, [learning.target.span])
    builder.emit(.learnBegin, cells)
    let loss = try expression(learning.loss)
    at(e.span, [learning.loss.span, learning.target.span, learning.optimizer.span])
    builder.details.learnings.append(
      LearningPlan(
        site: machine.nextSite(), goesUp: learning.goesUp, span: e.span, lossSpan: learning.loss.span,
        targetSpan: learning.target.span))
    builder.emit(.learnEnd, target, loss, optimizer)
    builder.emit(.jump, 0, wide: builder.details.learnings.count - 1)
  }
}
