// Statements: what they define, what they change, and where they may stand.
import Diagnostics
import Syntax

extension Analyser {
  /// The statements of a cell, whose names stay in the session.
  mutating func visitCell(_ statements: [Statement]) {
    if !scopes.isEmpty { scopes[0].upcoming = scope(for: statements).upcoming }
    for statement in statements { visit(statement, isDropped: false) }
  }

  /// Statements with names of their own. `isDropped`: nobody takes the value of the last one.
  mutating func visit(_ block: Block, isDropped: Bool = false) {
    inScope(scope(for: block.statements)) { $0.visitEach(block.statements, isDropped: isDropped) }
  }

  mutating func visitEach(_ statements: [Statement], isDropped: Bool) {
    for (index, statement) in statements.enumerated() {
      visit(statement, isDropped: isDropped || index < statements.count - 1)
    }
  }

  mutating func visit(_ statement: Statement, isDropped: Bool) {
    switch statement.kind {
    case .expression(let expression): visitStatement(expression, isDropped: isDropped)
    case .binding(let binding): visit(binding, in: statement)
    case .assignment(let pattern, let value):
      visit(value)
      assign(to: pattern)
    case .draw(let pattern, let distribution):
      visit(distribution)
      define(pattern, .constant)
    case .cell(let isState, let name, let value): visitCell(isState: isState, name, value, in: statement)
    case .function(let function): visitDeclaration(function)
    case .model(let model): visit(model)
    case .forLoop, .whileLoop, .repeatLoop: visitLoop(statement)
    case .breakLoop: checkLoop("break", at: statement.span)
    case .continueLoop: checkLoop("continue", at: statement.span)
    case .returnValue(let value):
      if let value { visit(value) }
      if context.kind != .function { report(.returnOutside, at: statement.span) }
    case .together(let block): visit(block, isDropped: true)
    case .update(let target, let function):
      visit(target)
      visit(function)
      checkTarget(target, word: "update")
    case .record(let name, let value): visitRecord(name, value)
    case .print(let values): for value in values { visit(value) }
    case .examine(let examination):
      for setting in examination.settings { visit(setting.source) }
      let outer = isInCheck
      isInCheck = isInCheck || !isInFunction
      visit(examination.parts)
      isInCheck = outer
    case .use:
      if !isTopLevel { report(.useInside, at: statement.span) }
    }
  }

  private mutating func visit(_ binding: Binding, in statement: Statement) {
    let names = binding.pattern.names.map(\.span)
    beingMade.formUnion(names)
    defer { beingMade.subtract(names) }
    if binding.isVariable || !isFunctionLiteral(binding) {
      visit(binding.value)
      if let shape = binding.shape { visitSizes(shape) }
      define(binding.pattern, binding.isVariable ? .variable : .constant)
    } else if case .name(let name) = binding.pattern, case .function(let function) = binding.value.kind {
      visit(function)
      define(name, .constant, signature: CallShape(function))
    }
    guard !binding.isVariable else { return }
    let place = statement.span
    let word = Span(source: place.source, lower: place.lower, upper: place.lower &+ 3)
    for name in binding.pattern.names { letPlaces[name.span] = word }
  }

  private func isFunctionLiteral(_ binding: Binding) -> Bool {
    if case .name = binding.pattern, case .function = binding.value.kind, binding.shape == nil { return true }
    return false
  }

  /// `param` and `state`: names of what learns or keeps.
  private mutating func visitCell(isState: Bool, _ name: Name, _ value: Expression, in statement: Statement) {
    visit(value)
    let isInModel = context.kind == .model && scopes.last?.isModel == true
    if !isInModel {
      let place = Span(source: statement.span.source, lower: statement.span.lower, upper: statement.span.lower &+ 5)
      if isState {
        report(.stateOutside, at: place, ["name": .text(name.text)])
      } else if !isTopLevel {
        report(.paramInside, at: place, ["name": .text(name.text)])
      }
    }
    define(name, .cell)
  }

  private mutating func visitLoop(_ statement: Statement) {
    switch statement.kind {
    case .forLoop(let pattern, let sequence, let block):
      visit(sequence)
      inLoop { analyser in
        analyser.inScope { inner in
          inner.define(pattern, .constant)
          inner.visit(block, isDropped: true)
        }
      }
    case .whileLoop(let condition, let block):
      visit(condition)
      inLoop { $0.visit(block, isDropped: true) }
    case .repeatLoop(let count, let block):
      visit(count)
      inLoop { $0.visit(block, isDropped: true) }
    default: break
    }
  }

  private mutating func inLoop(_ body: (inout Analyser) -> Void) {
    guard let place = contexts.indices.last else { return }
    contexts[place].loopDepth += 1
    body(&self)
    contexts[place].loopDepth -= 1
  }

  private mutating func checkLoop(_ word: String, at span: Span) {
    if context.loopDepth == 0 { report(.outsideLoop, at: span, ["word": .text(word)]) }
  }

  /// `record name = value` keeps values under a name of the session; `record name` those of a name in sight.
  private mutating func visitRecord(_ name: Name, _ value: Expression?) {
    guard let value else {
      guard let symbol = use(name.text, at: name.span) else { return }
      // A local's values are kept under a name of the session.
      if symbol.owner != nil, recorded[name.text] == nil {
        recorded[name.text] = Symbol(name.text, .series, at: name.span, owner: nil)
      }
      return
    }
    visit(value)
    let earlier = scopes[0].symbols[name.text] ?? findInSession(name.text)
    if let earlier, let what = takenBy(earlier) {
      report(
        Diagnostic(.recordTaken, at: name.span, ["name": .text(name.text), "what": what], labels: madeHere(earlier)))
    }
    let series: Symbol
    if let earlier, earlier.kind == .series {
      series = earlier
    } else {
      series = Symbol(name.text, .series, at: name.span, owner: nil)
    }
    resolution.symbols[name.span] = series
    if scopes[0].symbols[name.text]?.kind != .series { scopes[0].symbols[name.text] = series }
  }

  /// What a name stands for, if recording under it would take it away from the program.
  private func takenBy(_ symbol: Symbol) -> Phrase? {
    if symbol.known?.isLibrary == true { return .words(.partOfTheLanguage) }
    switch symbol.known?.kind ?? symbol.kind {
    case .function: return .words(.aFunction)
    case .model: return .words(.aModel)
    case .cell: return .words(.aCell)
    case .variable: return .words(.aVariable)
    case .constant: return symbol.signature == nil ? nil : .words(symbol.known == nil ? .aFunction : .aConstant)
    default: return nil
    }
  }

  /// An expression that stands for itself, whose value may go nowhere.
  private mutating func visitStatement(_ expression: Expression, isDropped: Bool) {
    switch expression.kind {
    case .conditional(let arms, let otherwise):
      for arm in arms {
        visit(arm.condition)
        visit(arm.block, isDropped: isDropped)
      }
      if let otherwise { visit(otherwise, isDropped: isDropped) }
      return
    case .block(let block):
      visit(block, isDropped: isDropped)
      return
    default: break
    }
    visit(expression)
    guard isDropped, isInFunction else { return }
    switch expression.kind {
    case .comparison: report(.droppedComparison, at: expression.span)
    case .binary(let sign, _, _) where sign != .pipe: report(.droppedValue, at: expression.span)
    case .unary(let sign, _) where sign != .gradient: report(.droppedValue, at: expression.span)
    case .name, .index, .and, .or: report(.droppedValue, at: expression.span)
    default: break
    }
  }
}
