// Functions and models: parameters, sizes with names, members.
import Diagnostics
import Syntax

extension Analyser {
  /// `fn name(…) = …` as a statement; without a name it is what a call of the model does.
  mutating func visitDeclaration(_ function: FunctionExpression) {
    // The name is in sight of its own body: functions may call themselves.
    if let name = function.name { define(name, .function, signature: CallShape(function)) }
    visit(function, isNamedOutside: true)
  }

  mutating func visit(_ function: FunctionExpression, isNamedOutside: Bool = false) {
    inContext(Context(owner: function.id, kind: .function)) { analyser in
      if !isNamedOutside, let name = function.name {
        analyser.define(name, .function, signature: CallShape(function))
      }
      analyser.visitParameters(function.parameters, outer: analyser.scopes.count - 1)
      let signature = analyser.scopes.count
      analyser.visit(function.body)
      if let result = function.result { analyser.visitSizes(result, signature: signature - 1) }
    }
  }

  mutating func visit(_ model: ModelDeclaration) {
    define(model.name, .model, signature: CallShape(model.parameters))
    inContext(Context(owner: model.id, kind: .model)) { analyser in
      analyser.visitParameters(model.parameters, outer: analyser.scopes.count - 1)
      analyser.inScope(analyser.scope(for: model.members.statements, isModel: true)) { inner in
        for statement in model.members.statements { inner.visit(statement, isDropped: false) }
      }
    }
  }

  /// Parameters from left to right: a standard value sees those before it, a shape sees all.
  private mutating func visitParameters(_ parameters: [FunctionExpression.Parameter], outer: Int) {
    var seen: [String: Span] = [:]
    for parameter in parameters {
      if let standard = parameter.standard { visit(standard) }
      let name = parameter.name
      if name.text != "_" {
        if let first = seen[name.text] {
          report(
            Diagnostic(
              .nameTwice, at: name.span, ["name": .text(name.text)], labels: [Diagnostic.Label(first, .firstTime)]))
        } else {
          seen[name.text] = name.span
        }
      }
      define(name, .parameter)
    }
    for parameter in parameters { if let shape = parameter.shape { visitSizes(shape, signature: outer) } }
  }

  /// The names of a shape's sizes. In a signature (the scope at that place) they are fresh, unless they are parameters
  /// or sizes of an enclosing function or model; elsewhere they mean whatever is in sight.
  mutating func visitSizes(_ shape: ShapeAnnotation, signature: Int? = nil) {
    for size in shape.sizes { visit(size, signature: signature, mayBeFresh: true) }
  }

  private mutating func visit(_ size: ShapeAnnotation.Size, signature: Int?, mayBeFresh: Bool) {
    switch size {
    case .number, .any: break
    case .arithmetic(_, let left, let right, _):
      visit(left, signature: signature, mayBeFresh: false)
      visit(right, signature: signature, mayBeFresh: false)
    case .name(let name):
      if let symbol = findSize(name.text, signature: signature) {
        resolution.symbols[name.span] = symbol
      } else if mayBeFresh {
        let symbol = Symbol(name.text, .dimension, at: name.span, owner: context.owner)
        resolution.symbols[name.span] = symbol
        let place = signature ?? scopes.count - 1
        if scopes.indices.contains(place) { scopes[place].symbols[name.text] = symbol }
      } else {
        report(.unknownSize, at: name.span, ["name": .text(name.text)])
      }
    }
  }

  private mutating func findSize(_ name: String, signature: Int?) -> Symbol? {
    guard let signature else {
      guard let symbol = find(name) else { return nil }
      // A function's name says nothing about a size: `let x: [count] = …` makes a size of its own.
      return symbol.signature == nil && symbol.known?.isLibrary != true ? symbol : nil
    }
    for scope in scopes[...signature].reversed() {
      if let symbol = scope.symbols[name], symbol.kind == .parameter || symbol.kind == .dimension { return symbol }
    }
    return nil
  }
}
