// A tree as nested parentheses, `(+ a (* b c))`: how tests look at what the parser understood.
import Diagnostics

/// A program, one statement a line.
package func treeDescription(_ program: Program) -> String {
  program.statements.map(treeDescription).joined(separator: "\n")
}

/// A statement. The words after `##` are left out.
package func treeDescription(_ statement: Statement) -> String {
  switch statement.kind {
  case .expression(let value): treeDescription(value)
  case .binding(let binding):
    list(
      binding.isVariable ? "var" : "let", describe(binding.pattern), binding.shape.map(describe),
      treeDescription(binding.value))
  case .assignment(let pattern, let value): list("=", describe(pattern), treeDescription(value))
  case .draw(let pattern, let value): list("~", describe(pattern), treeDescription(value))
  case .cell(let isState, let name, let value): list(isState ? "state" : "param", name.text, treeDescription(value))
  case .function(let function): describe(function)
  case .model(let model):
    list("model", model.name.text, describe(model.parameters), describe(model.members))
  case .forLoop(let pattern, let values, let block):
    list("for", describe(pattern), treeDescription(values), describe(block))
  case .whileLoop(let condition, let block): list("while", treeDescription(condition), describe(block))
  case .repeatLoop(let count, let block): list("repeat", treeDescription(count), describe(block))
  case .breakLoop: "(break)"
  case .continueLoop: "(continue)"
  case .returnValue(let value): list("return", value.map(treeDescription))
  case .together(let block): list("together", describe(block))
  case .update(let target, let function): list("update", treeDescription(target), treeDescription(function))
  case .record(let name, let value): list("record", name.text, value.map(treeDescription))
  case .print(let values): "(" + (["print"] + values.map(treeDescription)).joined(separator: " ") + ")"
  case .use(let path): list("use", quoted(path))
  case .examine(let examination): describe(examination)
  }
}

/// An expression.
package func treeDescription(_ expression: Expression) -> String {
  switch expression.kind {
  case .number(let value): Int(exactly: value).map(String.init) ?? "\(value)"
  case .truth(let value): value ? "true" : "false"
  case .text(let pieces): describe(pieces)
  case .name(let name): name
  case .tensor(let parts): "[" + parts.map(treeDescription).joined(separator: " ") + "]"
  case .tuple(let parts): "(" + (["tuple"] + parts.map(describe)).joined(separator: " ") + ")"
  case .comprehension(let isTensor, let value, let clauses):
    (isTensor ? "[" : "(") + ([treeDescription(value)] + clauses.map(describe)).joined(separator: " ")
      + (isTensor ? "]" : ")")
  case .call(let callee, let arguments):
    "(call " + ([treeDescription(callee)] + arguments.map(describe)).joined(separator: " ") + ")"
  case .index(let base, let items):
    "(index " + ([treeDescription(base)] + items.map(describe)).joined(separator: " ") + ")"
  case .member(let base, let name): list(".", treeDescription(base), name.text)
  case .unary(let symbol, let operand): list(symbol.rawValue, treeDescription(operand))
  case .binary(let symbol, let left, let right): list(symbol.rawValue, treeDescription(left), treeDescription(right))
  case .comparison(let operands, let symbols, let within): describe(operands, symbols, within)
  case .and(let left, let right): list("and", treeDescription(left), treeDescription(right))
  case .or(let left, let right): list("or", treeDescription(left), treeDescription(right))
  case .range(let lower, let upper, let step):
    list("..", lower.map(treeDescription) ?? "_", upper.map(treeDescription) ?? "_", step.map(treeDescription))
  case .function(let function): describe(function)
  case .conditional(let arms, let otherwise):
    "(if "
      + (arms.map { treeDescription($0.condition) + " " + describe($0.block) } + [otherwise.map(describe)])
      .compactMap(\.self).joined(separator: " ") + ")"
  case .block(let block): describe(block)
  case .hole: "???"
  case .learn(let learning):
    list(
      learning.goesUp ? "ascend" : "descend", treeDescription(learning.loss), treeDescription(learning.target),
      treeDescription(learning.optimizer))
  }
}

private func list(_ parts: String?...) -> String { "(" + parts.compactMap(\.self).joined(separator: " ") + ")" }

private func quoted(_ text: String) -> String { "\"" + text + "\"" }

private func describe(_ block: Block) -> String {
  "{" + block.statements.map(treeDescription).joined(separator: "; ") + "}"
}

private func describe(_ pattern: Pattern) -> String {
  switch pattern {
  case .name(let name): name.text
  case .nothing: "_"
  case .tuple(let parts, _):
    "(" + parts.map { ($0.label.map { $0.text + ": " } ?? "") + describe($0.pattern) }.joined(separator: " ") + ")"
  }
}

private func describe(_ argument: CallArgument) -> String {
  (argument.label.map { $0.text + ": " } ?? "") + treeDescription(argument.value)
}

private func describe(_ pieces: [TextPiece]) -> String {
  let parts = pieces.map { piece in
    switch piece {
    case .literal(let text): quoted(text)
    case .value(let value, let format): "{" + treeDescription(value) + (format.map { ":" + describe($0) } ?? "") + "}"
    }
  }
  return parts.isEmpty
    ? "\"\"" : parts.count == 1 && parts[0].hasPrefix("\"") ? parts[0] : list("text", parts.joined(separator: " "))
}

private func describe(_ format: TextFormat) -> String {
  (format.alignment.map(String.init) ?? "") + (format.showsPlus ? "+" : "") + (format.padsWithZeros ? "0" : "")
    + (format.width > 0 ? "\(format.width)" : "") + (format.precision.map { ".\($0)" } ?? "")
    + (format.style.map { String($0.rawValue) } ?? "")
}

private func describe(_ clause: Clause) -> String {
  switch clause {
  case .each(let pattern, in: let values): "for " + describe(pattern) + " " + treeDescription(values)
  case .condition(let condition): "if " + treeDescription(condition)
  }
}

private func describe(_ item: IndexItem) -> String {
  switch item {
  case .position(let position): treeDescription(position)
  case .all: ":"
  case .rest: "..."
  }
}

private func describe(
  _ operands: [Expression], _ symbols: [ComparisonOperator], _ within: Expression?
) -> String {
  if operands.count == 2, let symbol = symbols.first {
    return list(
      symbol.rawValue, treeDescription(operands[0]), treeDescription(operands[1]),
      within.map { "within " + treeDescription($0) })
  }
  var parts = operands.first.map { [treeDescription($0)] } ?? []
  for (symbol, operand) in zip(symbols, operands.dropFirst()) { parts += [symbol.rawValue, treeDescription(operand)] }
  if let within { parts.append("within " + treeDescription(within)) }
  return "(chain " + parts.joined(separator: " ") + ")"
}

private func describe(_ function: FunctionExpression) -> String {
  list(
    "fn", function.name?.text, describe(function.parameters), function.result.map { "-> " + describe($0) },
    describe(function.body))
}

private func describe(_ parameters: [FunctionExpression.Parameter]) -> String {
  let parts = parameters.map { parameter in
    parameter.name.text + (parameter.shape.map { ": " + describe($0) } ?? "")
      + (parameter.standard.map { " = " + treeDescription($0) } ?? "")
  }
  return "(" + parts.joined(separator: ", ") + ")"
}

private func describe(_ shape: ShapeAnnotation) -> String {
  var parts = shape.sizes.map(describe)
  if let place = shape.restPosition { parts.insert("...", at: min(place, parts.count)) }
  return "[" + parts.joined(separator: " ") + "]"
}

private func describe(_ size: ShapeAnnotation.Size) -> String {
  switch size {
  case .number(let value, _): "\(value)"
  case .name(let name): name.text
  case .any: "_"
  case .arithmetic(let symbol, let left, let right, _): list(symbol.rawValue, describe(left), describe(right))
  }
}

/// An examination: its kind, its parts in order, its settings.
private func describe(_ examination: Examination) -> String {
  var parts: [String?] = []
  func add(_ part: Examination.Part?) { parts.append(part.map { treeDescription($0.expression) }) }
  func add(_ claim: Examination.GradientClaim) {
    add(claim.subject)
    parts.append("at")
    for argument in claim.arguments { add(argument.value) }
    if claim.isSingle { parts.append("float32") }
    if let against = claim.against {
      parts.append("against")
      add(against)
    }
  }
  func add(_ claim: Examination.Claim) {
    switch claim {
    case .holds(let conditions):
      for condition in conditions {
        if condition.symbols.isEmpty {
          for operand in condition.operands { add(operand) }
        } else {
          parts.append(
            describe(condition.operands.map(\.expression), condition.symbols, condition.within?.expression))
        }
      }
    case .same(let left, let right, let within):
      parts.append("same")
      add(left)
      add(right)
      add(within)
    case .gradient(let claim):
      parts.append("gradient")
      add(claim)
    }
  }
  let word: String
  switch examination.kind {
  case .check(let claim):
    word = "check"
    add(examination.title)
    add(claim)
  case .checkFails(let claim):
    word = "check-fails"
    add(examination.title)
    add(claim)
  case .derive(let lines), .deriveFails(let lines):
    word = if case .derive = examination.kind { "derive" } else { "derive-fails" }
    add(examination.title)
    for line in lines {
      parts.append(
        list(line.relation?.rawValue ?? "", treeDescription(line.value.expression), line.reason.map(quoted)))
    }
  case .predict(let answer):
    word = "predict"
    add(examination.title)
    add(answer)
  case .explainGradient(let claim):
    word = "explain-gradient"
    add(claim)
  }
  for setting in examination.settings { parts.append(list("in", setting.name.text, treeDescription(setting.source))) }
  return "(" + ([word] + parts.compactMap(\.self)).joined(separator: " ") + ")"
}
