// Functions and models: code of their own, and the values made from it.
import Analysis
import Diagnostics
import Syntax
import TensorKit

extension Compiler {
  /// `fn name(…) = …` as a statement.
  func namedFunction(_ function: FunctionExpression) throws {
    guard let name = function.name else { return }
    let itself = symbol(name.span)
    try declare(.name(name))
    let mark = builder.top
    let register = try builder.temporary()
    try closure(function, itself: itself, into: register)
    try bind(name, to: register, kind: .function, documentation: function.documentation)
    builder.release(to: mark)
  }

  /// Makes a function's code and the instruction that makes a value of it.
  func closure(_ function: FunctionExpression, itself: Symbol?, into target: Int) throws {
    let local = itself.flatMap { $0.owner == nil ? nil : $0 }
    let inner = FunctionBuilder(owner: function.id, parent: builder, itself: local)
    let code = try within(inner) {
      let quick = try header(function.parameters)
      if let result = function.result {
        let register = try builder.temporary()
        resultShapes.append(result)
        defer { resultShapes.removeLast() }
        try block(function.body, into: register)
        try returned(register, at: function.body.statements.last?.span ?? function.span)
      } else {
        resultShapes.append(nil)
        defer { resultShapes.removeLast() }
        let register = try builder.temporary()
        try block(function.body, into: register)
        try returned(register, at: function.span)
      }
      return try builder.finish(
        name: function.name?.text ?? "", quickOffset: quick, parameterCount: function.parameters.count)
    }
    machine.code.add(code)
    try emitClosure(
      code, inner, signature(function.parameters, function.result), function.documentation, function.span, target)
  }

  /// `model Name(…) { … }`: a function that makes its members and puts them together.
  func model(_ model: ModelDeclaration) throws {
    let itself = symbol(model.name.span)
    try declare(.name(model.name))
    let inner = FunctionBuilder(owner: model.id, parent: builder, itself: itself.flatMap { $0.owner == nil ? nil : $0 })
    let code = try within(inner) {
      resultShapes.append(nil)
      defer { resultShapes.removeLast() }
      let quick = try header(model.parameters)
      var members: [(name: String, register: Int)] = []
      var call: Int?
      for member in model.members.statements {
        if case .function(let function) = member.kind, function.name == nil {
          let register = try builder.temporary()
          try closure(function, itself: nil, into: register)
          call = register
          continue
        }
        try statement(member)
        for name in names(of: member) {
          if let symbol = symbol(name.span), let register = builder.register(of: symbol) {
            members.append((name.text, register))
          }
        }
      }
      builder.details.models.append(ModelPlan(name: model.name.text, members: members, call: call))
      let register = try builder.temporary()
      at(model.name.span)
      builder.emit(.makeModel, register, wide: builder.details.models.count - 1)
      builder.emit(.returnValue, register)
      return try builder.finish(name: model.name.text, quickOffset: quick, parameterCount: model.parameters.count)
    }
    machine.code.add(code)
    let mark = builder.top
    let register = try builder.temporary()
    try emitClosure(code, inner, signature(model.parameters, nil), model.documentation, model.span, register)
    try bind(model.name, to: register, kind: .model, documentation: model.documentation)
    builder.release(to: mark)
  }

  private func names(of member: Statement) -> [Name] {
    switch member.kind {
    case .cell(_, let name, _): [name]
    case .binding(let binding): binding.pattern.names
    case .draw(let pattern, _): pattern.names
    case .function(let function): function.name.map { [$0] } ?? []
    default: []
    }
  }

  private func within(_ inner: FunctionBuilder, _ body: () throws -> FunctionCode) throws -> FunctionCode {
    let outer = builder
    builder = inner
    defer { builder = outer }
    return try body()
  }

  private func emitClosure(
    _ code: FunctionCode, _ inner: FunctionBuilder, _ signature: Signature, _ documentation: String?, _ span: Span,
    _ target: Int
  ) throws {
    builder.details.functions.append(
      FunctionPrototype(
        code: code, captures: inner.captures.map(\.source), signature: signature, documentation: documentation,
        span: span))
    at(span)
    builder.emit(.closure, target, wide: builder.details.functions.count - 1)
  }

  /// Registers for the parameters, standard values for those left out, checks of their shapes. Gives the place where a call with
  /// all arguments may begin.
  private func header(_ parameters: [FunctionExpression.Parameter]) throws -> Int {
    for parameter in parameters {
      if let symbol = symbol(parameter.name.span) {
        _ = try builder.declare(symbol)
      } else {
        _ = try builder.temporary()
      }
    }
    for (register, parameter) in parameters.enumerated() {
      if let standard = parameter.standard {
        let given = builder.emitJump(.parameterStandard, register)
        let mark = builder.top
        move(try expression(standard, into: register), to: register)
        builder.release(to: mark)
        builder.land(given)
      }
      if let shape = parameter.shape {
        try checkShape(shape, of: register, subject: parameter.name.text, at: parameter.name.span)
      }
    }
    return parameters.contains { $0.shape != nil } ? 0 : builder.next
  }

  /// Holds a value to a written shape; names that are met for the first time stand for its sizes from then on.
  func checkShape(_ shape: ShapeAnnotation, of register: Int, subject: String?, at span: Span) throws {
    let sizes = try shape.sizes.map { try size($0) }
    builder.details.shapes.append(
      ShapeCheck(sizes: sizes, restPosition: shape.restPosition, subject: subject, span: shape.span))
    at(span, [shape.span])
    builder.emit(.checkShape, register, wide: builder.details.shapes.count - 1)
  }

  private func size(_ size: ShapeAnnotation.Size) throws -> ShapeCheck.Size {
    switch size {
    case .number(let number, _): return .number(number)
    case .any: return .any
    case .arithmetic(let op, let a, let b, _): return .arithmetic(op, try self.size(a), try self.size(b))
    case .name(let name):
      guard let symbol = symbol(name.span) else { return .any }
      if let register = builder.register(of: symbol) { return .name(name.text, register: register, binds: false) }
      if symbol.owner == builder.owner {
        return .name(name.text, register: try builder.declare(symbol), binds: true)
      }
      return .name(name.text, register: try self.name(name.text, name.span), binds: false)
    }
  }

  /// Leaves the function with a value, held to the result's shape if one is written.
  func returned(_ register: Int, at span: Span) throws {
    if let last = resultShapes.last, let shape = last {
      // Sizes that only the result names are bound anew wherever the function is left.
      let known = builder.registers
      try checkShape(shape, of: register, subject: nil, at: span)
      builder.registers = known
    }
    at(span)
    builder.emit(.returnValue, register)
  }

  func signature(_ parameters: [FunctionExpression.Parameter], _ result: ShapeAnnotation?) -> Signature {
    Signature(
      parameters.map {
        Signature.Parameter(
          $0.name.text, shape: $0.shape.map { machine.sources.text($0.span) },
          standard: $0.standard.map { machine.sources.text($0.span) })
      },
      result: result.map { machine.sources.text($0.span) })
  }
}
