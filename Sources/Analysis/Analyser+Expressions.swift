// Expressions: the names they use and the scopes they open.
import Diagnostics
import Syntax

extension Analyser {
  mutating func visit(_ expression: Expression) {
    switch expression.kind {
    case .number, .truth, .hole: break
    case .text(let pieces):
      for case .value(let value, format: _) in pieces { visit(value) }
    case .name(let name): use(name, at: expression.span)
    case .tensor(let parts): for part in parts { visit(part) }
    case .tuple(let parts): visitTuple(parts)
    case .comprehension(_, let value, let clauses): visitComprehension(value, clauses[...])
    case .call(let callee, let arguments): visitCall(expression, callee, arguments)
    case .index(let value, let items): visitIndex(value, items)
    case .member: visitMember(expression, called: nil)
    case .unary(_, let operand): visit(operand)
    case .binary: visitBinary(expression)
    case .comparison(let operands, _, let within):
      for operand in operands { visit(operand) }
      if let within { visit(within) }
    case .and(let left, let right), .or(let left, let right):
      visit(left)
      visit(right)
    case .range(let start, let end, let step): for part in [start, end, step] { if let part { visit(part) } }
    case .function(let function): visit(function)
    case .conditional(let arms, let otherwise):
      for arm in arms {
        visit(arm.condition)
        visit(arm.block)
      }
      if let otherwise { visit(otherwise) }
    case .block(let block): visit(block)
    case .learn(let learning): visit(learning)
    }
  }

  private mutating func visitTuple(_ parts: [CallArgument]) {
    checkLabels(parts)
    for part in parts { visit(part.value) }
  }

  private mutating func visitIndex(_ value: Expression, _ items: [IndexItem]) {
    visit(value)
    for case .position(let position) in items { visit(position) }
  }

  /// Operators in a row, `a + b + c`, lean to the left: they are walked in a loop, so that sums need no deep stack.
  private mutating func visitBinary(_ expression: Expression) {
    var rights: [(BinaryOperator, Expression)] = []
    var rest = expression
    while case .binary(let sign, let left, let right) = rest.kind {
      rights.append((sign, right))
      rest = left
    }
    visit(rest)
    for (sign, right) in rights.reversed() {
      if sign == .pipe, case .name(let name) = right.kind {
        let symbol = use(name, at: right.span)
        if let symbol { checkPiped(into: symbol, at: right.span) }
      } else {
        visit(right)
      }
    }
  }

  private mutating func visitComprehension(_ value: Expression, _ clauses: ArraySlice<Clause>) {
    inScope { analyser in
      for clause in clauses {
        switch clause {
        case .each(let pattern, let sequence):
          analyser.visit(sequence)
          analyser.define(pattern, .constant)
        case .condition(let condition): analyser.visit(condition)
        }
      }
      analyser.visit(value)
    }
  }

  private mutating func visit(_ learning: Learning) {
    visit(learning.loss)
    visit(learning.target)
    visit(learning.optimizer)
    checkTarget(learning.target, word: learning.goesUp ? "ascend" : "descend")
  }

  /// Reports a target that can never learn.
  mutating func checkTarget(_ target: Expression, word: String) {
    switch target.kind {
    case .tuple(let parts): for part in parts { checkTarget(part.value, word: word) }
    case .number, .truth, .text, .tensor, .range, .function, .comparison, .and, .or, .comprehension, .unary:
      report(.cannotLearn, at: target.span, ["word": .text(word)])
    case .binary(let sign, _, _) where sign != .pipe:
      report(.cannotLearn, at: target.span, ["word": .text(word)])
    case .name(let name):
      guard let symbol = resolution.symbols[target.span], neverLearns(symbol) else { return }
      report(
        Diagnostic(.cannotLearn, at: target.span, ["word": .text(word)], notes: noteOnTarget(name, symbol), fix: nil))
    default: break
    }
  }

  /// Whether a name certainly stands for nothing that learns. What an earlier cell made with `let` may be a model.
  private func neverLearns(_ symbol: Symbol) -> Bool {
    if let known = symbol.known { return known.isLibrary || known.kind == .function || known.kind == .model }
    switch symbol.kind {
    case .function, .model, .dimension: return true
    case .constant: return symbol.signature != nil
    default: return false
    }
  }

  /// A model's declaration does not learn; a model made from it does.
  private func noteOnTarget(_ name: String, _ symbol: Symbol) -> [Diagnostic.Note] {
    guard (symbol.known?.kind ?? symbol.kind) == .model else { return [] }
    return [Diagnostic.Note(.declarationDoesNotLearn, ["name": .text(name)])]
  }
}
