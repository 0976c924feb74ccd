// Every expression of a program where it stands: what it is there, what it is part of, and which names are bound.
import Diagnostics

/// An expression at its place.
struct Occurrence {
  /// What it is there for.
  enum Role: Equatable {
    /// Its value is a statement's or a function's.
    case result
    /// It is what is called.
    case callee
    /// An argument of a call: its label, and the name of what is called.
    case argument(label: String?, of: String?)
    /// It says which elements of something.
    case position
    /// It is a value in a text for people.
    case inText
    /// It stands between brackets of its own.
    case element
    /// It belongs to an operator that wants its parts to hold at least that tightly.
    case operand(atLeast: Int)
    case other
  }
  let expression: Expression
  let role: Role
  /// What it is part of, the whole first.
  let ancestors: [Expression]
  /// The names that functions and loops around it bind.
  let bound: Set<String>

  /// How tightly what replaces it must hold its parts: where no operator is beside it, anything may stand.
  var level: Int {
    switch role {
    case .result, .argument, .position, .inText, .element: Precedence.open
    case .operand(atLeast: let level): min(level, expression.level)
    case .callee, .other: expression.level
    }
  }
}

/// A part of an expression or of a statement.
struct TreePart {
  let expression: Expression
  let role: Occurrence.Role
  /// The names that are bound for it.
  var binds: [String] = []

  init(_ expression: Expression, _ role: Occurrence.Role = .other, binds: [String] = []) {
    self.expression = expression
    self.role = role
    self.binds = binds
  }

  func binding(_ names: [String]) -> TreePart { TreePart(expression, role, binds: names + binds) }
}

/// All expressions below some parts, each before its own parts, from left to right.
/// `enters` says of which the parts are of interest.
func occurrences(
  in parts: [TreePart], ancestors: [Expression] = [], bound: Set<String> = [],
  enters: (Expression) -> Bool = { _ in true }
) -> [Occurrence] {
  var found: [Occurrence] = []
  visit(parts, ancestors, bound, enters) { found.append($0) }
  return found
}

private func visit(
  _ parts: [TreePart], _ ancestors: [Expression], _ bound: Set<String>, _ enters: (Expression) -> Bool,
  _ body: (Occurrence) -> Void
) {
  for part in parts {
    let names = part.binds.isEmpty ? bound : bound.union(part.binds)
    body(Occurrence(expression: part.expression, role: part.role, ancestors: ancestors, bound: names))
    guard enters(part.expression) else { continue }
    visit(part.expression.parts, ancestors + [part.expression], names, enters, body)
  }
}

extension Expression {
  /// What it is directly made of, from left to right.
  var parts: [TreePart] {
    switch kind {
    case .text(let pieces):
      pieces.compactMap { if case .value(let value, _) = $0 { TreePart(value, .inText) } else { nil } }
    case .tensor(let parts): parts.map { TreePart($0, .element) }
    case .tuple(let parts): parts.map { TreePart($0.value, .element) }
    case .comprehension(_, let value, let clauses):
      [TreePart(value, binds: clauses.flatMap(\.boundNames))] + clauses.map(\.part)
    case .call(let callee, let arguments):
      [TreePart(callee, .callee)]
        + arguments.map { TreePart($0.value, .argument(label: $0.label?.text, of: callee.calledName)) }
    case .index(let base, let items):
      [TreePart(base)]
        + items.compactMap { if case .position(let value) = $0 { TreePart(value, .position) } else { nil } }
    case .member(let base, _): [TreePart(base)]
    // `∇D.loss` is read as one thing.
    case .unary(.gradient, let function): function.isMember ? [] : [TreePart(function, .callee)]
    // A negative number is one constant.
    case .unary(let symbol, let operand):
      negatedNumber == nil ? [TreePart(operand, .operand(atLeast: symbol.level + (symbol == .not ? 0 : 1)))] : []
    // A raised digit is a sign of its own, no place for another expression.
    case .binary(_, let left, _) where isRaised: [TreePart(left)]
    case .binary(let symbol, let left, let right): operands(left, right, symbol.row)
    case .and(let left, let right): operands(left, right, Precedence.infix(.word(.and)))
    case .or(let left, let right): operands(left, right, Precedence.infix(.word(.or)))
    case .comparison(let operands, _, let within):
      operands.map { TreePart($0, .operand(atLeast: Precedence.comparison + 1)) }
        + [within.map { TreePart($0) }].compactMap(\.self)
    case .range(let lower, let upper, let step): [lower, upper, step].compactMap(\.self).map { TreePart($0) }
    case .function(let function): function.parts
    case .conditional(let arms, let otherwise):
      arms.flatMap { [TreePart($0.condition)] + $0.block.parts } + (otherwise?.parts ?? [])
    case .block(let block): block.parts
    case .learn(let learning): [learning.loss, learning.target, learning.optimizer].map { TreePart($0) }
    case .number, .truth, .name, .hole: []
    }
  }

  private func operands(_ left: Expression, _ right: Expression, _ row: InfixRow?) -> [TreePart] {
    guard let row else { return [TreePart(left), TreePart(right)] }
    return [TreePart(left, .operand(atLeast: row.leftOperand)), TreePart(right, .operand(atLeast: row.right))]
  }

  private var isMember: Bool {
    if case .member = kind { return true }
    return false
  }

  /// The name of a plain name, or of a method.
  var calledName: String? {
    switch kind {
    case .name(let name): name
    case .member(_, let name): name.text
    default: nil
    }
  }
}

extension Clause {
  fileprivate var boundNames: [String] {
    if case .each(let pattern, in: _) = self { return pattern.names.map(\.text) }
    return []
  }

  fileprivate var part: TreePart {
    switch self {
    case .each(_, in: let values): TreePart(values)
    case .condition(let condition): TreePart(condition)
    }
  }
}

extension FunctionExpression {
  /// The standards of its parameters and what its body is made of.
  var parts: [TreePart] {
    let names = parameters.map(\.name.text)
    return parameters.compactMap { $0.standard.map { TreePart($0) } } + body.parts.map { $0.binding(names) }
  }
}

extension Block {
  /// What its statements are made of.
  var parts: [TreePart] {
    let names = statements.flatMap(\.boundNames)
    return statements.flatMap(\.parts).map { $0.binding(names) }
  }
}

extension Examination {
  /// The lines of a derivation that follow from others. What a check claims is not looked at: it is what looks at others.
  fileprivate var lines: [TreePart] {
    guard case .derive(let lines) = kind else { return [] }
    return lines.dropFirst().map { TreePart($0.value.expression, .result, binds: settings.map(\.name.text)) }
  }
}

extension Statement {
  /// The names it binds for the statements beside it.
  var boundNames: [String] {
    switch kind {
    case .binding(let binding): binding.pattern.names.map(\.text)
    case .draw(let pattern, _), .assignment(let pattern, _): pattern.names.map(\.text)
    case .cell(_, let name, _), .record(let name, _): [name.text]
    case .function(let function): function.name.map { [$0.text] } ?? []
    case .model(let model): [model.name.text]
    default: []
    }
  }

  /// The expressions it is made of.
  var parts: [TreePart] {
    switch kind {
    case .expression(let value), .assignment(_, let value), .draw(_, let value), .cell(_, _, let value):
      [TreePart(value, .result)]
    case .binding(let binding): [TreePart(binding.value, .result)]
    case .function(let function): function.parts
    case .model(let model):
      model.parameters.compactMap { $0.standard.map { TreePart($0) } }
        + model.members.parts.map { $0.binding(model.parameters.map(\.name.text)) }
    case .forLoop(let pattern, let values, let block):
      [TreePart(values)] + block.parts.map { $0.binding(pattern.names.map(\.text)) }
    case .whileLoop(let value, let block), .repeatLoop(let value, let block): [TreePart(value)] + block.parts
    case .returnValue(let value), .record(_, let value): value.map { [TreePart($0, .result)] } ?? []
    case .together(let block): block.parts
    case .update(let target, let function): [TreePart(target), TreePart(function)]
    case .examine(let examination): examination.lines
    case .breakLoop, .continueLoop, .print, .use: []
    }
  }
}
