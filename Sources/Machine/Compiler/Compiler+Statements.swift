// Statements and blocks.
import Analysis
import Diagnostics
import Syntax

extension Compiler {
  /// A block for what it does; its names end with it.
  func block(_ block: Block) throws {
    let mark = builder.top
    for statement in block.statements {
      let inner = builder.top
      try self.statement(statement)
      if !declares(statement) { builder.release(to: inner) }
    }
    builder.release(to: mark)
  }

  /// A block for its value: that of its last expression.
  func block(_ block: Block, into target: Int) throws {
    let mark = builder.top
    for statement in block.statements.dropLast() {
      let inner = builder.top
      try self.statement(statement)
      if !declares(statement) { builder.release(to: inner) }
    }
    if let last = block.statements.last, case .expression(let expression) = last.kind {
      move(try self.expression(expression, into: target), to: target)
    } else {
      if let last = block.statements.last { try statement(last) }
      at(block.span)
      builder.emit(.constant, target, wide: builder.constant(.nothing))
    }
    builder.release(to: mark)
  }

  /// Whether a statement leaves names behind in the registers of its block.
  private func declares(_ statement: Statement) -> Bool {
    switch statement.kind {
    case .binding, .draw, .cell, .function, .model: true
    default: false
    }
  }

  func statement(_ statement: Statement) throws {
    at(statement.span)
    switch statement.kind {
    case .expression(let expression):
      let value = try self.expression(expression)
      // Inside of a loop or a function, too, what a `plot` draws is to be seen.
      if expression.isPlot {
        at(statement.span)
        builder.emit(.show, value)
      }
    case .binding(let binding): try self.binding(binding, statement.documentation)
    case .assignment(let pattern, let value): try assignment(pattern, value)
    case .draw(let pattern, let distribution): try draw(pattern, distribution)
    case .cell(let isState, let name, let value):
      try declare(.name(name))
      try cell(isState: isState, name, value, statement.documentation)
    case .function(let function): try namedFunction(function)
    case .model(let model): try self.model(model)
    case .forLoop(let pattern, let source, let body): try forLoop(pattern, source, body, statement.span)
    case .whileLoop(let condition, let body): try whileLoop(condition, body, statement.span)
    case .repeatLoop(let count, let body): try repeatLoop(count, body, statement.span)
    case .breakLoop:
      guard let innermost = builder.loops.indices.last else { return }
      builder.loops[innermost].breaks.append(builder.emitJump(.jump))
    case .continueLoop:
      guard let innermost = builder.loops.indices.last else { return }
      builder.loops[innermost].continues.append(builder.emitJump(.jump))
    case .returnValue(let value):
      let register = try value.map { try expression($0) } ?? constantRegister(.nothing)
      try returned(register, at: statement.span)
    case .together(let body):
      builder.emit(.togetherBegin)
      try block(body)
      at(statement.span)
      builder.emit(.togetherEnd)
    case .update(let target, let function):
      let cells = try expression(target)
      let rule = try expression(function)
      at(statement.span, [target.span, function.span])
      builder.emit(.update, cells, rule)
    case .record(let name, let value):
      let register = try value.map { try expression($0) } ?? self.name(name.text, name.span)
      at(statement.span, [value?.span ?? name.span])
      builder.emit(.record, register, wide: builder.number(ofName: name.text))
    case .print(let values):
      let base = try builder.temporaries(values.count)
      for (index, value) in values.enumerated() { move(try expression(value, into: base + index), to: base + index) }
      at(statement.span, values.map(\.span))
      builder.emit(.print, base, values.count)
    case .examine(let examination): try examine(examination, statement.span)
    case .use: return  // The session put the file's statements in place of this one.
    }
  }

  /// What is examined is made into functions here; the machine calls them.
  private func examine(_ examination: Examination, _ span: Span) throws {
    let base = try builder.temporaries(examination.settings.count + 1)
    try closure(examination.parts, itself: nil, into: base)
    for (index, setting) in examination.settings.enumerated() {
      move(try expression(setting.source, into: base + 1 + index), to: base + 1 + index)
    }
    let unknown = resolution.unknownInChecks.filter { $0.key.lower >= span.lower && $0.key.upper <= span.upper }
    builder.details.examinations.append(ExaminationPlan(examination, span: span, unknownNames: unknown))
    at(span, examination.settings.map(\.source.span))
    builder.emit(.examine, base, builder.details.examinations.count - 1)
  }

  private func binding(_ binding: Binding, _ documentation: String?) throws {
    try declare(binding.pattern)
    var target: Int?
    // The value may be made in the name's own register only when its expression cannot read an older value of it.
    if case .name(let name) = binding.pattern, let symbol = symbol(name.span), symbol.owner != nil {
      target = builder.register(of: symbol)
    }
    let mark = builder.top
    let value = try expression(binding.value, into: target)
    if let shape = binding.shape {
      try checkShape(shape, of: value, subject: binding.pattern.names.first?.text, at: binding.value.span)
    }
    try bind(
      binding.pattern, to: value, kind: binding.isVariable ? .variable : .constant, documentation: documentation)
    builder.release(to: mark)
  }

  private func assignment(_ pattern: Pattern, _ value: Expression) throws {
    // Straight into the variable where that is safe: an operation reads its operands before it writes its result.
    if case .name(let name) = pattern, let symbol = symbol(name.span), let register = builder.register(of: symbol),
      writesLast(value)
    {
      move(try expression(value, into: register), to: register)
      if symbol.owner == nil { builder.emit(.storeGlobal, register, wide: machine.globals.number(of: symbol.name)) }
      return
    }
    try assign(pattern, try expression(value))
  }

  /// Whether compiling an expression writes its target in its last instruction only.
  private func writesLast(_ expression: Expression) -> Bool {
    switch expression.kind {
    case .binary, .unary, .number, .truth, .name, .call, .index, .member, .text: true
    default: false
    }
  }

  private func cell(isState: Bool, _ name: Name, _ value: Expression, _ documentation: String?) throws {
    let mark = builder.top
    let register = try expression(value)
    let target = try builder.temporary()
    builder.details.cells.append(
      CellPlan(name: name.text, isState: isState, isDouble: asksForDouble(value), span: name.span))
    at(value.span, [value.span])
    builder.emit(.makeCell, target, register, builder.details.cells.count - 1)
    try bind(name, to: target, kind: .cell, documentation: documentation)
    builder.release(to: mark)
  }

  /// Whether an expression is a call of `float64`: the way to ask for a parameter in double precision.
  private func asksForDouble(_ value: Expression) -> Bool {
    guard case .call(let callee, _) = value.kind, case .name("float64") = callee.kind else { return false }
    return true
  }

  private func draw(_ pattern: Pattern, _ distribution: Expression) throws {
    guard let sample = machine.globals.libraryNumber(of: "sample") else {
      throw Diagnostic(.internalProblem, at: distribution.span, ["what": "~"])
    }
    try declare(pattern)
    let mark = builder.top
    let base = try builder.temporaries(2)
    builder.emit(.loadGlobal, base, wide: sample)
    move(try expression(distribution, into: base + 1), to: base + 1)
    at(distribution.span, [distribution.span])
    builder.emit(.call, base, base, 1)
    try bind(pattern, to: base, kind: .constant)
    builder.release(to: mark)
  }

  // MARK: Loops

  private func forLoop(_ pattern: Pattern, _ source: Expression, _ body: Block, _ span: Span) throws {
    let mark = builder.top
    let state = try iteration(over: source)
    try each(pattern, state, span) { try block(body) }
    builder.release(to: mark)
  }

  private func repeatLoop(_ count: Expression, _ body: Block, _ span: Span) throws {
    let mark = builder.top
    let state = try builder.temporaries(4)
    builder.emit(.constant, state + 1, wide: builder.constant(Register(whole: 0)))
    move(try expression(count, into: state + 2), to: state + 2)
    builder.emit(.constant, state + 3, wide: builder.constant(Register(whole: 1)))
    at(count.span, [count.span, count.span])
    builder.emit(.forPrepareRange, state, 1)
    let element = try builder.temporary()
    try loop(state, element, span) { try block(body) }
    builder.release(to: mark)
  }

  /// The four registers that keep a loop over the elements of something.
  func iteration(over source: Expression) throws -> Int {
    let state = try builder.temporaries(4)
    if case .range(let start?, let end?, let step) = source.kind {
      move(try expression(start, into: state + 1), to: state + 1)
      move(try expression(end, into: state + 2), to: state + 2)
      if let step {
        move(try expression(step, into: state + 3), to: state + 3)
      } else {
        builder.emit(.constant, state + 3, wide: builder.constant(Register(whole: 1)))
      }
      at(source.span, [start.span, end.span, step?.span ?? source.span])
      builder.emit(.forPrepareRange, state)
    } else {
      move(try expression(source, into: state + 2), to: state + 2)
      at(source.span, [source.span])
      builder.emit(.forPrepare, state)
    }
    return state
  }

  /// A loop that gives a pattern each element in turn. A plain name is given it without a move.
  func each(_ pattern: Pattern, _ state: Int, _ span: Span, _ body: () throws -> Void) throws {
    try declare(pattern)
    if case .name(let name) = pattern, let symbol = symbol(name.span), symbol.owner != nil,
      let register = builder.register(of: symbol)
    {
      return try loop(state, register, span, body)
    }
    let element = try builder.temporary()
    try loop(state, element, span) {
      try bind(pattern, to: element, kind: .constant)
      try body()
    }
  }

  /// A loop that goes through what `iteration` prepared.
  func loop(_ state: Int, _ element: Int, _ span: Span, _ body: () throws -> Void) throws {
    at(span)
    builder.emit(.forStart, state, element)
    let exit = builder.emitJump(.jump)
    let start = builder.next
    builder.loops.append(.init())
    try body()
    let open = builder.loops.removeLast()
    open.continues.forEach(builder.land)
    at(span)
    builder.emit(.forNext, state, element)
    builder.emitBack(.jump, 0, to: start)
    builder.land(exit)
    open.breaks.forEach(builder.land)
    // A loop that has just jumped back stands, as the machine counts, on the instruction before its first.
    builder.details.loops.append(
      LoopRange(range: (start - 1)..<builder.next, counter: state, total: state + 1, span: span))
  }

  private func whileLoop(_ condition: Expression, _ body: Block, _ span: Span) throws {
    let mark = builder.top
    let counter = try builder.temporary()
    builder.emit(.constant, counter, wide: builder.constant(Register(whole: 0)))
    let start = builder.next
    let exits = try jumps(unless: condition)
    builder.loops.append(.init())
    try block(body)
    let open = builder.loops.removeLast()
    open.continues.forEach(builder.land)
    at(span)
    builder.emitBack(.loopBack, counter, to: start)
    exits.forEach(builder.land)
    open.breaks.forEach(builder.land)
    builder.details.loops.append(LoopRange(range: (start - 1)..<builder.next, counter: counter, total: nil, span: span))
    builder.release(to: mark)
  }
}

extension Expression {
  /// Whether it is a call of `plot`, which is a word of the language.
  fileprivate var isPlot: Bool {
    guard case .call(let callee, _) = kind, case .name(let name) = callee.kind else { return false }
    return name == "plot"
  }
}
