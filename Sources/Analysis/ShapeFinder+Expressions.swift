// What is known of an expression's value: operators, literals and parts of tuples.
import Diagnostics
import Graph
import Syntax
import TensorKit

extension ShapeFinder {
  /// What is known of an expression; what is certain not to fit inside it is reported.
  @discardableResult
  mutating func find(_ expression: Expression) -> Known {
    switch expression.kind {
    case .number(let value): return .number(value)
    case .truth(let value): return .truth(value)
    case .text(let pieces): return findText(pieces)
    case .name: return known(expression.span)
    case .tensor(let parts): return findTensor(parts)
    case .tuple(let parts): return .tuple(parts.map { ($0.label?.text, find($0.value)) })
    case .call(let callee, let arguments): return findCall(expression, callee, arguments)
    case .index(let value, let items): return findIndex(value, items)
    case .member(let value, let name): return findMember(value, name.text)
    case .unary(let sign, let operand): return findUnary(sign, operand)
    case .binary: return findBinary(expression)
    case .comparison(let operands, let signs, _): return findComparison(expression, operands, signs)
    case .and(let left, _), .or(let left, _): find(left)
    case .conditional(let arms, _): if let first = arms.first { find(first.condition) }
    case .range(let start, let end, by: let step): for part in [start, end, step] { if let part { find(part) } }
    case .learn(let learning): find(learning.loss)
    case .comprehension(_, _, let clauses): if case .each(_, in: let sequence) = clauses.first { find(sequence) }
    // A block's names and what a function does when it runs: not followed.
    case .block, .function, .hole: break
    }
    return .unknown
  }

  private mutating func findText(_ pieces: [TextPiece]) -> Known {
    for case .value(let value, format: _) in pieces { find(value) }
    if case .literal(let text) = pieces.first, pieces.count == 1 { return .text(text) }
    return .unknown
  }

  private mutating func findTensor(_ parts: [Expression]) -> Known {
    let values = parts.map { find($0) }
    var shape: [Int]?
    var isDouble = true
    for value in values {
      let own: [Int]
      switch value {
      case .number: own = []
      case .tensor(let tensor) where tensor.dtype == .float32 || tensor.dtype == .float64:
        own = tensor.shape.dims
        if tensor.dtype == .float32 { isDouble = false }
      default: return .unknown
      }
      if let shape, shape != own { return .unknown }
      shape = own
    }
    guard let shape else { return .unknown }
    return tensor([parts.count] + shape, isDouble ? .float64 : .float32)
  }

  private mutating func findUnary(_ sign: UnaryOperator, _ operand: Expression) -> Known {
    let value = find(operand)
    switch (sign, value) {
    case (.minus, .number(let number)): return .number(number.map { -$0 })
    case (.root, .number(let number)): return .number(number.map { $0.squareRoot() })
    // The elements change, the shape does not.
    case (.minus, .tensor), (.root, .tensor): return value
    case (.norm, .number), (.norm, .tensor): return .number(nil)
    default: return .unknown
    }
  }

  /// Operators in a row lean to the left: a loop, so that long sums need no deep stack.
  private mutating func findBinary(_ expression: Expression) -> Known {
    var row: [Expression] = []
    var rest = expression
    while case .binary(_, let left, _) = rest.kind {
      row.append(rest)
      rest = left
    }
    var known = find(rest)
    for operation in row.reversed() { known = findBinary(operation, known) }
    return known
  }

  @inline(never)
  private mutating func findBinary(_ expression: Expression, _ a: Known) -> Known {
    guard case .binary(let sign, let left, let right) = expression.kind else { return .unknown }
    let b = find(right)
    let row: OpSpec
    switch sign {
    case .add: row = Op.add
    case .subtract: row = Op.subtract
    case .multiply: row = Op.multiply
    case .divide: row = Op.divide
    case .matmul: row = Op.matmul
    case .mod: row = Op.mod
    case .power: row = Op.power
    case .compose, .pipe: return .unknown
    }
    if case .number(let x) = a, case .number(let y) = b {
      guard let x, let y else { return .number(nil) }
      switch sign {
      case .add: return .number(x + y)
      case .subtract: return .number(x - y)
      case .multiply: return .number(x * y)
      case .divide: return .number(x / y)
      default: return .number(nil)
      }
    }
    return pair(row, expression.mark, left, a, right, b)
  }

  /// An operation over two values of which at least one is a tensor.
  @inline(never)
  private mutating func pair(
    _ row: OpSpec, _ mark: Span, _ left: Expression, _ a: Known, _ right: Expression, _ b: Known
  ) -> Known {
    guard let x = argument(a), let y = argument(b) else { return .unknown }
    let home = graph
    return record(at: mark, [left, right], [a, b]) {
      let results = try row.results(of: [(nil, x), (nil, y)], in: home)
      return results.first.map { .tensor($0) } ?? .unknown
    }
  }

  /// A value as an operator takes it, where it is a number or tensor.
  func argument(_ value: Known) -> Argument? {
    switch value {
    case .number(let number): .option(.number(number ?? 1))
    case .tensor(let tensor): .tensor(tensor)
    default: nil
    }
  }

  private mutating func findComparison(
    _ expression: Expression, _ operands: [Expression], _ signs: [ComparisonOperator]
  ) -> Known {
    let values = operands.map { find($0) }
    guard operands.count == 2, let sign = signs.first, let (left, right) = operands.pair, let (a, b) = values.pair
    else {
      return .unknown
    }
    if case .number = a, case .number = b { return .unknown }
    let row: OpSpec
    switch sign {
    case .equal: row = Op.equal
    case .notEqual: row = Op.notEqual
    case .less: row = Op.less
    case .lessEqual: row = Op.lessEqual
    case .greater: row = Op.greater
    case .greaterEqual: row = Op.greaterEqual
    case .near: return .unknown
    }
    return pair(row, expression.mark, left, a, right, b)
  }

  /// `x.T`, `x.shape`, `x.rank`, a part of a tuple.
  private mutating func findMember(_ value: Expression, _ name: String) -> Known {
    switch (find(value), name) {
    case (.tensor(let tensor), "T") where tensor.rank >= 2:
      var shape = tensor.shape.dims
      shape.swapAt(shape.count - 1, shape.count - 2)
      return self.tensor(shape, tensor.dtype)
    case (.tensor(let tensor), "shape"): return .tuple(tensor.shape.dims.map { (nil, .number(Double($0))) })
    case (.tensor(let tensor), "rank"): return .number(Double(tensor.rank))
    case (.tuple(let parts), _): return parts.first { $0.label == name }?.value ?? .unknown
    default: return .unknown
    }
  }

  /// The shape of a part; an index that misses is left to the run.
  private mutating func findIndex(_ value: Expression, _ items: [IndexItem]) -> Known {
    let whole = find(value)
    var positions: [Known] = []
    for case .position(let position) in items { positions.append(find(position)) }
    switch whole {
    case .tuple(let parts):
      guard items.count == 1, case .number(let place?) = positions.first, let index = Int(exactly: place) else {
        return .unknown
      }
      let place0 = index < 0 ? index + parts.count : index
      return parts.indices.contains(place0) ? parts[place0].value : .unknown
    case .tensor(let tensor): return findPart(tensor, items)
    default: return .unknown
    }
  }

  private mutating func findPart(_ tensor: Tensor, _ items: [IndexItem]) -> Known {
    var sizes = tensor.shape.dims
    guard items.count <= sizes.count else { return .unknown }
    var kept: [Int] = []
    for item in items {
      let size = sizes.removeFirst()
      switch item {
      case .all: kept.append(size)
      case .rest: return .unknown
      case .position(let position):
        if case .range(let start, let end, by: nil) = position.kind {
          let low = start.map { find($0) } ?? .number(0)
          let high = end.map { find($0) } ?? .number(Double(size))
          guard let from = place(low, size), let upTo = place(high, size), from <= upTo else { return .unknown }
          kept.append(upTo - from)
        } else {
          guard let at = place(find(position), size), at < size else { return .unknown }
        }
      }
    }
    return self.tensor(kept + sizes, tensor.dtype)
  }

  /// A position counted from the start, where it is inside.
  private func place(_ value: Known, _ size: Int) -> Int? {
    guard case .number(let number?) = value, let whole = Int(exactly: number), abs(whole.clamped) <= size else {
      return nil
    }
    return whole < 0 ? whole + size : whole
  }
}

extension Int {
  /// Itself, but never so low that it has no opposite.
  fileprivate var clamped: Int { Swift.max(self, -Int.max) }
}

extension Array {
  /// Both elements of an array of two.
  fileprivate var pair: (Element, Element)? {
    guard count == 2, let first, let last else { return nil }
    return (first, last)
  }
}
