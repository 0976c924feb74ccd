// Shapes before anything runs: records what is certain to run on a graph that is never computed, and reports what
// cannot fit. What is not known stays unknown, and nothing is said about it.
import Diagnostics
import Graph
import Syntax
import TensorKit

/// What is known of a value without computing it.
enum Known {
  case unknown
  /// A number, perhaps which.
  case number(Double?)
  case truth(Bool)
  case text(String)
  /// A tensor of the graph: its shape and precision are right, its elements are anything.
  case tensor(Tensor)
  case tuple([(label: String?, value: Known)])
}

/// The walk along statements that are certain to run.
struct ShapeFinder {
  let resolution: Resolution
  /// What a place of the program says, for advice in its own words.
  let text: (Span) -> String?
  /// Nothing on it is computed, so it needs no threads and next to no memory. Most cells need none: it is made when the
  /// first tensor is met.
  private(set) lazy var graph = Graph(device: Device(threads: 1, memoryBudget: 1 << 20))
  private(set) var diagnostics: [Diagnostic] = []
  /// What is known of the names that keep their values.
  private var values: [ObjectIdentifier: Known] = [:]
  /// Inside a function the session's names may mean something else by the time it runs.
  private var isInFunction = false
  /// How many operations may still be recorded: a bound on the time this takes.
  private var budget = 5_000

  init(_ resolution: Resolution, text: @escaping (Span) -> String?) {
    self.resolution = resolution
    self.text = text
  }

  // MARK: Statements

  mutating func visit(_ statements: [Statement]) {
    for statement in statements {
      if budget <= 0 { return }
      visit(statement)
      // What follows a `break` or `return` that may have been taken is no longer certain.
      if mayLeave(statement), isInFunction || loopDepth > 0 { return }
    }
  }

  private var loopDepth = 0

  private mutating func visit(_ statement: Statement) {
    switch statement.kind {
    case .expression(let value): find(value)
    case .binding(let binding):
      let value = find(binding.value)
      if !binding.isVariable { bind(binding.pattern, value) }
    case .assignment(_, let value), .draw(_, let value): find(value)
    case .cell(_, let name, let value): bind(.name(name), find(value))
    case .function(let function): visit(function)
    case .model(let model): visitBody(model.parameters, model.members.statements)
    case .forLoop(_, let sequence, let block):
      if case .range(let start?, let end?, by: nil) = sequence.kind, case .number(let low?) = find(start),
        case .number(let high?) = find(end), low < high
      {
        visitLoop(block)
      } else {
        find(sequence)
      }
    case .whileLoop(let condition, _): find(condition)
    case .repeatLoop(let count, let block): if case .number(let count?) = find(count), count >= 1 { visitLoop(block) }
    case .together(let block): visit(block.statements)
    case .record(_, let value): if let value { find(value) }
    case .returnValue(let value): if let value { find(value) }
    case .print(let values): for value in values { find(value) }
    // What is wrong inside of a claim is told as what came of it.
    case .examine(let examination): for setting in examination.settings { find(setting.source) }
    case .breakLoop, .continueLoop, .update, .use: break
    }
  }

  /// A loop's first round.
  private mutating func visitLoop(_ block: Block) {
    loopDepth += 1
    visit(block.statements)
    loopDepth -= 1
  }

  private mutating func visit(_ function: FunctionExpression) {
    visitBody(function.parameters, function.body.statements)
  }

  private mutating func visitBody(_ parameters: [FunctionExpression.Parameter], _ statements: [Statement]) {
    let outer = (isInFunction, loopDepth)
    (isInFunction, loopDepth) = (true, 0)
    for parameter in parameters {
      guard let shape = parameter.shape.flatMap(Self.sizes) else { continue }
      bind(.name(parameter.name), tensor(shape, .float32))
    }
    visit(statements)
    (isInFunction, loopDepth) = outer
  }

  /// The sizes of a shape written in numbers alone.
  private static func sizes(_ shape: ShapeAnnotation) -> [Int]? {
    guard shape.restPosition == nil else { return nil }
    let sizes = shape.sizes.compactMap { size in if case .number(let value, _) = size { value } else { nil } }
    return sizes.count == shape.sizes.count ? sizes : nil
  }

  private func mayLeave(_ statement: Statement) -> Bool {
    switch statement.kind {
    case .breakLoop, .continueLoop, .returnValue: true
    case .expression(let value):
      switch value.kind {
      case .conditional, .block: true
      default: false
      }
    case .forLoop, .whileLoop, .repeatLoop, .together: isInFunction
    default: false
    }
  }

  private mutating func bind(_ pattern: Pattern, _ value: Known) {
    switch pattern {
    case .nothing: break
    case .name(let name):
      guard let symbol = resolution.symbols[name.span] else { return }
      values[ObjectIdentifier(symbol)] = value
    case .tuple(let parts, _):
      guard case .tuple(let values) = value, values.count == parts.count, parts.allSatisfy({ $0.label == nil }) else {
        return
      }
      for (part, value) in zip(parts, values) { bind(part.pattern, value.value) }
    }
  }

  // MARK: What expressions record with

  /// What is known of a name.
  mutating func known(_ span: Span) -> Known {
    guard let symbol = resolution.symbols[span] else { return .unknown }
    if isInFunction, symbol.owner == nil { return .unknown }
    if let value = values[ObjectIdentifier(symbol)] { return value }
    guard let session = symbol.known, !session.isLibrary, session.kind == .constant || session.kind == .cell,
      let shape = session.shape
    else { return .unknown }
    return tensor(shape, session.precision == "float64" ? .float64 : .float32)
  }

  /// A tensor of a shape.
  mutating func tensor(_ shape: [Int], _ precision: DType) -> Known {
    guard let tensor = try? graph.zeros(Shape(shape), precision) else { return .unknown }
    return .tensor(tensor)
  }

  /// Records an operation; reports it if its shapes do not fit.
  mutating func record(at span: Span, _ operands: [Expression], _ values: [Known], _ body: () throws -> Known) -> Known
  {
    budget -= 1
    guard budget > 0 else { return .unknown }
    do { return try body() } catch let error as TensorError {
      switch error {
      case .shapesDoNotMeet, .innerSizes, .wrongShape, .cannotReshape, .axis, .repeatedAxis, .emptyReduction, .rank:
        report(error, at: span, operands, values)
      default: break
      }
    } catch {}
    return .unknown
  }

  private mutating func report(_ error: TensorError, at span: Span, _ operands: [Expression], _ values: [Known]) {
    var labels: [Diagnostic.Label] = []
    let described = zip(operands, values).map { operand, value in
      var shape: Shape?
      if case .tensor(let tensor) = value { shape = tensor.shape }
      if case .name(let name) = operand.kind, let shape, shape.rank > 0, let symbol = resolution.symbols[operand.span],
        symbol.definition != .nowhere
      {
        labels.append(
          Diagnostic.Label(
            symbol.definition, .shapeSinceHere, ["name": .text(name), "shape": .text(shape.description)]))
      }
      return TensorErrorWords.Operand(span: operand.span, shape: shape, text: written(operand))
    }
    var diagnostic = TensorErrorWords.diagnostic(for: error, at: span, operands: described)
    diagnostic.labels += labels
    diagnostics.append(diagnostic)
  }

  private func written(_ operand: Expression) -> String? {
    if case .name(let name) = operand.kind { return name }
    return text(operand.span)
  }
}
