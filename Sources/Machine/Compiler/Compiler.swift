// From a program's tree to instructions.
import Analysis
import Diagnostics
import Syntax
import TensorKit

/// Compiles one program. Names were resolved before: the compiler asks the resolution what each of them stands for.
final class Compiler {
  let machine: Machine
  let resolution: Resolution
  var builder: FunctionBuilder
  /// The names that the last statement of the cell bound.
  private(set) var lastNames: [String] = []
  /// The written result shapes of the functions around the present place.
  var resultShapes: [ShapeAnnotation?] = []

  init(_ machine: Machine, _ resolution: Resolution) {
    self.machine = machine
    self.resolution = resolution
    builder = FunctionBuilder(owner: -1, parent: nil, itself: nil)
  }

  /// The whole cell as a function without parameters.
  func cell(_ program: Syntax.Program) throws -> FunctionCode {
    let names = sessionSymbols()
    for symbol in names { _ = try builder.declare(symbol) }
    let last = program.statements.indices.last
    for (index, statement) in program.statements.enumerated() {
      builder.origin = .init(span: statement.span)
      let mark = builder.top
      if case .expression(let expression) = statement.kind {
        let value = try self.expression(expression)
        builder.origin = .init(span: statement.span)
        builder.emit(.show, value)
        if index == last { builder.emit(.returnValue, value) }
      } else {
        try self.statement(statement)
        if index == last { try giveBackBound(statement) }
      }
      builder.release(to: mark)
    }
    builder.origin = .init(span: .nowhere)
    builder.emit(.returnValue, try constantRegister(.nothing))
    builder.prepend(
      names.map { symbol in
        Instruction(
          .loadGlobal, builder.register(of: symbol) ?? 0, wide: machine.globals.number(of: symbol.name))
      })
    let code = try builder.finish(name: nil, quickOffset: 0, parameterCount: 0)
    machine.code.add(code)
    return code
  }

  /// A cell that ends in a definition has the defined value as its own.
  private func giveBackBound(_ statement: Statement) throws {
    let names: [Name]
    switch statement.kind {
    case .binding(let binding): names = binding.pattern.names
    case .cell(_, let name, _): names = [name]
    case .assignment(let pattern, _), .draw(let pattern, _): names = pattern.names
    default: return
    }
    guard let name = names.first, names.count == 1, let symbol = resolution.symbols[name.span],
      let register = builder.register(of: symbol)
    else { return }
    lastNames = [name.text]
    builder.emit(.returnValue, register)
  }

  /// Every session name that the program mentions, in the order of their places. Each has a register in the cell that holds what the
  /// session's name holds: functions cannot re-bind session names, so the two never part.
  private func sessionSymbols() -> [Symbol] {
    var seen: Set<ObjectIdentifier> = []
    return resolution.symbols.sorted { ($0.key.source, $0.key.lower) < ($1.key.source, $1.key.lower) }.map(\.value)
      .filter { $0.owner == nil && $0.kind != .series && seen.insert(ObjectIdentifier($0)).inserted }
  }

  // MARK: Shared pieces

  func symbol(_ span: Span) -> Symbol? { resolution.symbols[span] }

  func constantRegister(_ value: Register) throws -> Int {
    let register = try builder.temporary()
    builder.emit(.constant, register, wide: builder.constant(value))
    return register
  }

  /// Puts a value where it is wanted.
  func move(_ source: Int, to target: Int) { if source != target { builder.emit(.move, target, source) } }

  /// Says where the instructions that follow come from.
  func at(_ span: Span, _ operands: [Span] = [], isCall: Bool = false) {
    builder.origin = .init(span: span, operands: operands, isCall: isCall)
  }

  /// Gives a name its value: a register for a local one, the session for one of the session.
  func bind(_ name: Name, to value: Int, kind: NameKind, documentation: String? = nil) throws {
    guard let symbol = symbol(name.span) else { return }
    guard symbol.owner == nil else {
      if let register = builder.register(of: symbol) {
        move(value, to: register)
      } else {
        let register = try builder.declare(symbol)
        move(value, to: register)
      }
      return
    }
    if let register = builder.register(of: symbol) { move(value, to: register) }
    builder.details.bindings.append(DefinitionPlan(kind: kind, span: name.span, documentation: documentation))
    let number = machine.globals.number(of: name.text)
    guard number < FunctionBuilder.mostRegisters else { throw TooLarge() }
    at(name.span)
    builder.emit(.define, value, builder.details.bindings.count - 1, number)
  }

  /// Gives every name of a pattern its value.
  func bind(_ pattern: Pattern, to value: Int, kind: NameKind, documentation: String? = nil) throws {
    switch pattern {
    case .nothing: return
    case .name(let name): try bind(name, to: value, kind: kind, documentation: documentation)
    case .tuple(let parts, let span):
      let base = try builder.temporaries(parts.count)
      at(span)
      builder.details.unpackings.append(UnpackPlan(labels: parts.map { $0.label?.text }))
      builder.emit(.unpack, base, value, builder.details.unpackings.count - 1)
      for (index, part) in parts.enumerated() { try bind(part.pattern, to: base + index, kind: kind) }
    }
  }

  /// Gives a register to every local name of a pattern before temporaries are piled upon: they live as long as the block.
  func declare(_ pattern: Pattern) throws {
    for name in pattern.names {
      if let symbol = symbol(name.span), symbol.owner != nil, builder.register(of: symbol) == nil {
        _ = try builder.declare(symbol)
      }
    }
  }

  /// Re-binds a `var`.
  func assign(_ pattern: Pattern, _ value: Int) throws {
    switch pattern {
    case .nothing: return
    case .name(let name):
      guard let symbol = symbol(name.span), let register = builder.register(of: symbol) else { return }
      move(value, to: register)
      if symbol.owner == nil { builder.emit(.storeGlobal, register, wide: machine.globals.number(of: symbol.name)) }
    case .tuple(let parts, let span):
      let base = try builder.temporaries(parts.count)
      at(span)
      builder.details.unpackings.append(UnpackPlan(labels: parts.map { $0.label?.text }))
      builder.emit(.unpack, base, value, builder.details.unpackings.count - 1)
      for (index, part) in parts.enumerated() { try assign(part.pattern, base + index) }
    }
  }
}
