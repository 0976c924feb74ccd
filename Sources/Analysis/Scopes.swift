// Definitions and uses of names: which symbol each is.
import Diagnostics
import Syntax

extension Analyser {
  /// Makes the symbols of the program's top-level names beforehand.
  mutating func plan(_ program: Program) {
    for statement in program.statements {
      for definition in definitions(of: statement) {
        let symbol = Symbol(
          definition.name.text, definition.kind, at: definition.name.span, owner: nil, signature: definition.signature)
        planned[symbol.name, default: []].append(symbol)
        resolution.symbols[symbol.definition] = symbol
      }
    }
    planSeries(program.statements)
  }

  /// Notes the names that `record` uses, in functions and blocks too.
  private mutating func planSeries(_ statements: [Statement]) {
    for statement in statements {
      switch statement.kind {
      case .record(let name, let value):
        resolution.recordedNames.insert(name.text)
        if value != nil, recorded[name.text] == nil {
          recorded[name.text] = Symbol(name.text, .series, at: name.span, owner: nil)
        }
      case .forLoop(_, _, let block), .whileLoop(_, let block), .repeatLoop(_, let block), .together(let block):
        planSeries(block.statements)
      case .function(let function): planSeries(function.body.statements)
      case .model(let model): planSeries(model.members.statements)
      case .binding(let binding): planSeries(binding.value)
      case .assignment(_, let value), .expression(let value): planSeries(value)
      default: break
      }
    }
  }

  private mutating func planSeries(_ expression: Expression) {
    switch expression.kind {
    case .function(let function): planSeries(function.body.statements)
    case .block(let block): planSeries(block.statements)
    case .conditional(let arms, let otherwise):
      for arm in arms { planSeries(arm.block.statements) }
      if let otherwise { planSeries(otherwise.statements) }
    default: break
    }
  }

  /// A name that a statement defines in the block it stands in.
  struct Definition {
    let name: Name
    let kind: Symbol.Kind
    var signature: CallShape?
  }

  /// The names that a statement defines, from left to right; a name written twice counts once.
  func definitions(of statement: Statement) -> [Definition] {
    switch statement.kind {
    case .binding(let binding):
      let kind: Symbol.Kind = binding.isVariable ? .variable : .constant
      if !binding.isVariable, case .name(let name) = binding.pattern,
        case .function(let function) = binding.value.kind
      {
        return [Definition(name: name, kind: kind, signature: CallShape(function))]
      }
      return distinct(binding.pattern.names).map { Definition(name: $0, kind: kind) }
    case .draw(let pattern, _):
      return distinct(pattern.names).map { Definition(name: $0, kind: .constant) }
    case .cell(_, let name, _):
      return [Definition(name: name, kind: .cell)]
    case .function(let function):
      guard let name = function.name else { return [] }
      return [Definition(name: name, kind: .function, signature: CallShape(function))]
    case .model(let model):
      return [Definition(name: model.name, kind: .model, signature: CallShape(model.parameters))]
    default:
      return []
    }
  }

  private func distinct(_ names: [Name]) -> [Name] {
    var seen: Set<String> = []
    return names.filter { seen.insert($0.text).inserted }
  }

  /// A scope that knows which names its statements will define.
  func scope(for statements: [Statement], isModel: Bool = false) -> Scope {
    var scope = Scope(isModel: isModel)
    for statement in statements {
      for definition in definitions(of: statement) where scope.upcoming[definition.name.text] == nil {
        scope.upcoming[definition.name.text] = definition.name.span
      }
    }
    return scope
  }

  /// Brings a name into sight; the symbol made beforehand is taken where there is one.
  mutating func define(_ name: Name, _ kind: Symbol.Kind, signature: CallShape? = nil) {
    let symbol: Symbol
    if isTopLevel, let ready = resolution.symbols[name.span], ready.name == name.text, ready.kind == kind {
      symbol = ready
    } else {
      symbol = Symbol(name.text, kind, at: name.span, owner: definitionOwner, signature: signature)
    }
    resolution.symbols[name.span] = symbol
    if !scopes.isEmpty { scopes[scopes.count - 1].symbols[name.text] = symbol }
  }

  /// Brings the names of a pattern into sight.
  mutating func define(_ pattern: Pattern, _ kind: Symbol.Kind) {
    var seen: [String: Span] = [:]
    for name in pattern.names {
      if let first = seen[name.text] {
        report(
          Diagnostic(
            .nameTwice, at: name.span, ["name": .text(name.text)], labels: [Diagnostic.Label(first, .firstTime)]))
      } else {
        seen[name.text] = name.span
      }
      define(name, kind)
    }
  }

  /// The symbol a name means here; nil if it means nothing.
  mutating func find(_ name: String) -> Symbol? {
    for scope in scopes.reversed() { if let symbol = scope.symbols[name] { return symbol } }
    // A function runs later: what the whole cell defines is there by then.
    if isInFunction, let symbol = planned[name]?.last { return symbol }
    return findInSession(name) ?? recorded[name]
  }

  /// The symbol of a name of the session.
  mutating func findInSession(_ name: String) -> Symbol? {
    if let symbol = sessionSymbols[name] { return symbol }
    guard let known = session.lookUp(name) else { return nil }
    let symbol = Symbol(name, known: known)
    sessionSymbols[name] = symbol
    return symbol
  }

  /// What a use of a name means; reports a name that means nothing.
  @discardableResult
  mutating func use(_ name: String, at span: Span, called: CallSite? = nil) -> Symbol? {
    guard let symbol = find(name) else {
      reportUnknown(name, at: span, called: called)
      return nil
    }
    resolution.symbols[span] = symbol
    return symbol
  }
}

extension CallShape {
  /// A call of a function of the program.
  init(_ function: FunctionExpression) { self.init(function.parameters) }

  init(_ parameters: [FunctionExpression.Parameter]) {
    self.init(parameters.map { Parameter($0.name.text, isOptional: $0.standard != nil) })
  }
}
