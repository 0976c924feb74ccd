// How deep a tree is, worked out as it grows: each part looks only at its own parts, which know theirs.

extension Expression.Kind {
  /// The height of the highest part.
  var heightOfParts: Int32 {
    switch self {
    case .number, .truth, .name, .hole: 0
    case .text(let pieces): tallest(pieces) { if case .value(let value, _) = $0 { value.height } else { 0 } }
    case .tensor(let parts): tallest(parts, \.height)
    case .tuple(let parts): tallest(parts, \.value.height)
    case .comprehension(_, let value, let clauses): max(value.height, tallest(clauses, \.height))
    case .call(let callee, let arguments): max(callee.height, tallest(arguments, \.value.height))
    case .index(let base, let items): max(base.height, tallest(items, \.height))
    case .member(let base, _): base.height
    case .unary(_, let operand): operand.height
    case .binary(_, let left, let right), .and(let left, let right), .or(let left, let right):
      max(left.height, right.height)
    case .comparison(let operands, _, let within): max(tallest(operands, \.height), within?.height ?? 0)
    case .range(let lower, let upper, let step):
      max(lower?.height ?? 0, upper?.height ?? 0, step?.height ?? 0)
    case .function(let function): function.height
    case .conditional(let arms, let otherwise):
      max(tallest(arms) { max($0.condition.height, $0.block.height) }, otherwise?.height ?? 0)
    case .block(let block): block.height
    case .learn(let learning): max(learning.loss.height, learning.target.height, learning.optimizer.height)
    }
  }
}

extension Clause {
  var height: Int32 {
    switch self {
    case .each(_, in: let values): values.height
    case .condition(let condition): condition.height
    }
  }
}

extension IndexItem {
  var height: Int32 { if case .position(let position) = self { position.height } else { 0 } }
}

extension FunctionExpression {
  var height: Int32 { 1 + max(body.height, tallest(parameters) { $0.standard?.height ?? 0 }) }
}

extension Block {
  var height: Int32 { 1 + tallest(statements, \.height) }
}

extension Statement {
  var height: Int32 {
    switch kind {
    case .expression(let value), .assignment(_, let value), .draw(_, let value), .cell(_, _, let value): value.height
    case .binding(let binding): binding.value.height
    case .function(let function): function.height
    case .model(let model): max(model.members.height, tallest(model.parameters) { $0.standard?.height ?? 0 })
    case .forLoop(_, let value, let block), .whileLoop(let value, let block), .repeatLoop(let value, let block):
      max(value.height, block.height)
    case .breakLoop, .continueLoop, .use: 0
    case .returnValue(let value), .record(_, let value): value?.height ?? 0
    case .together(let block): block.height
    case .update(let target, let function): max(target.height, function.height)
    case .print(let values): tallest(values, \.height)
    case .examine(let examination): max(examination.parts.height, tallest(examination.settings, \.source.height))
    }
  }
}

/// The largest height among some parts; 0 if there are none.
private func tallest<Part>(_ parts: [Part], _ height: (Part) -> Int32) -> Int32 {
  parts.reduce(0) { max($0, height($1)) }
}
