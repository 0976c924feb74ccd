// Whether a program leaves anything behind that its text and its code are needed for.
import Syntax

extension Program {
  /// Whether, once it has run, nothing refers to its text or its instructions any more: it makes no function, and no
  /// name is defined in it. A host that evaluates a hundred thousand expressions must not keep a hundred thousand
  /// texts.
  var leavesNothing: Bool { statements.allSatisfy(\.leavesNothing) && !statements.contains(where: \.holdsFunction) }
}

extension Statement {
  fileprivate var leavesNothing: Bool {
    switch kind {
    case .expression, .assignment, .print, .update, .forLoop, .whileLoop, .repeatLoop, .together: true
    case .binding, .draw, .cell, .function, .model, .record, .examine, .use, .breakLoop, .continueLoop, .returnValue:
      false
    }
  }

  fileprivate var holdsFunction: Bool {
    switch kind {
    case .expression(let value), .assignment(_, let value), .draw(_, let value), .cell(_, _, let value):
      value.holdsFunction
    case .binding(let binding): binding.value.holdsFunction
    case .function, .model, .examine: true
    case .forLoop(_, let value, let block), .whileLoop(let value, let block), .repeatLoop(let value, let block):
      value.holdsFunction || block.holdsFunction
    case .together(let block): block.holdsFunction
    case .update(let target, let function): target.holdsFunction || function.holdsFunction
    // What is recorded in a loop belongs to a name of the session.
    case .record: true
    case .returnValue(let value): value?.holdsFunction ?? false
    case .print(let values): values.contains(where: \.holdsFunction)
    case .breakLoop, .continueLoop, .use: false
    }
  }
}

extension Block {
  fileprivate var holdsFunction: Bool { statements.contains(where: \.holdsFunction) }
}

extension Expression {
  fileprivate var holdsFunction: Bool {
    switch kind {
    case .number, .truth, .name, .hole: false
    case .text(let pieces):
      pieces.contains { if case .value(let value, _) = $0 { value.holdsFunction } else { false } }
    case .tensor(let parts): parts.contains(where: \.holdsFunction)
    case .tuple(let parts): parts.contains { $0.value.holdsFunction }
    case .comprehension(_, let value, let clauses): value.holdsFunction || clauses.contains(where: \.holdsFunction)
    case .call(let callee, let arguments): callee.holdsFunction || arguments.contains { $0.value.holdsFunction }
    case .index(let value, let items): value.holdsFunction || items.contains(where: \.holdsFunction)
    case .member(let value, _), .unary(_, let value): value.holdsFunction
    case .binary(_, let a, let b), .and(let a, let b), .or(let a, let b): a.holdsFunction || b.holdsFunction
    case .comparison(let values, _, let distance):
      values.contains(where: \.holdsFunction) || distance?.holdsFunction ?? false
    case .range(let start, let end, let step): [start, end, step].contains { $0?.holdsFunction ?? false }
    case .function: true
    case .conditional(let arms, let otherwise):
      arms.contains { $0.condition.holdsFunction || $0.block.holdsFunction } || otherwise?.holdsFunction ?? false
    case .block(let block): block.holdsFunction
    case .learn(let learning):
      learning.loss.holdsFunction || learning.target.holdsFunction || learning.optimizer.holdsFunction
    }
  }
}

extension Clause {
  fileprivate var holdsFunction: Bool {
    switch self {
    case .each(_, let value), .condition(let value): value.holdsFunction
    }
  }
}

extension IndexItem {
  fileprivate var holdsFunction: Bool { if case .position(let value) = self { value.holdsFunction } else { false } }
}
