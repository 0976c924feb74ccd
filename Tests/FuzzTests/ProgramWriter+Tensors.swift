// Tensors of random programs: every way keeps the shape that is wanted.

extension ProgramWriter {
  mutating func tensor(_ shape: [Int], _ depth: Int) -> String {
    guard depth > 0 else { return dice.onceIn(3) ? made(shape) : written(shape) }
    let d = depth - 1
    switch dice.below(30) {
    case 0...2: return written(shape)
    case 3: return made(shape)
    case 4...8:
      let sign = dice.word(["+", "-", "*", "⊙", "·"])
      return "(\(expression(.tensor(shape), d)) \(sign) \(operand(shape, d)))"
    case 9: return "(\(expression(.tensor(shape), d)) / (1 + \(expression(.tensor(shape), d))^2))"
    case 10, 11: return "\(dice.word(ProgramWriter.curves))(\(expression(.tensor(shape), d)))"
    case 12: return "\(dice.word(["softmax", "cumsum", "log_softmax", "sort"]))(\(expression(.tensor(shape), d)), -1)"
    case 13, 14: return product(shape, d) ?? written(shape)
    case 15, 16: return part(shape, d)
    case 17: return reduced(shape, d)
    case 18: return comprehension(shape, d)
    case 19: return "reshape(\(expression(.tensor([shape.reduce(1, *)]), d)), \(list(shape)))"
    case 20: return rearranged(shape, d)
    case 21: return "where(\(expression(.tensor(shape), d)) > 0, \(expression(.tensor(shape), d)), 0)"
    case 22: return "grad(\(lambda([.tensor(shape)], .number)))(\(expression(.tensor(shape), d)))"
    case 23: return mapped(shape, d)
    case 24: return "(-\(expression(.tensor(shape), d)))"
    case 25: return application(.tensor(shape), d) ?? made(shape)
    case 26: return modelCall(shape, d) ?? written(shape)
    case 27: return "\(dice.word(["float32", "float64", "stop_gradient"]))(\(expression(.tensor(shape), d)))"
    case 28: return joined(shape, d)
    default: return derivative(shape, d)
    }
  }

  private func list(_ shape: [Int]) -> String { shape.map { "\($0)" }.joined(separator: ", ") }

  /// Written out, where that is short.
  private mutating func written(_ shape: [Int]) -> String {
    guard shape.reduce(1, *) <= 12, let size = shape.first else { return made(shape) }
    let rest = Array(shape.dropFirst())
    let elements = (0..<size).map { _ in rest.isEmpty ? number(0) : written(rest) }
    return "[\(elements.joined(separator: ", "))]"
  }

  private mutating func made(_ shape: [Int]) -> String {
    let sizes = list(shape)
    switch dice.below(7) {
    case 0: return "zeros(\(sizes))"
    case 1: return "full(\(sizes), \(number(0)))"
    case 2: return "uniform(\(sizes), low: -1, high: 2)"
    case 3: return "normal([\(sizes)], mean: 1, sd: 0.5)"
    case 4: return "ones([\(sizes)])"
    case 5 where shape.count == 1: return "(arange(\(sizes)) / \(sizes))"
    default: return "normal(\(sizes))"
    }
  }

  /// What fits beside a tensor of a shape: the same, a number, a row, or a tensor with an axis of 1.
  private mutating func operand(_ shape: [Int], _ depth: Int) -> String {
    switch dice.below(4) {
    case 0: return expression(.number, depth)
    case 1 where shape.count > 1: return expression(.tensor(Array(shape.dropFirst())), depth)
    case 2:
      var narrow = shape
      narrow[dice.below(shape.count)] = 1
      return expression(.tensor(narrow), depth)
    default: return expression(.tensor(shape), depth)
    }
  }

  private mutating func product(_ shape: [Int], _ depth: Int) -> String? {
    let inner = dice.within(1...4)
    switch shape.count {
    case 1:
      if dice.onceIn(2) {
        return "(\(expression(.tensor([shape[0], inner]), depth)) @ \(expression(.tensor([inner]), depth)))"
      }
      return "(\(expression(.tensor([inner]), depth)) @ \(expression(.tensor([inner, shape[0]]), depth)))"
    case 2:
      if dice.onceIn(4) {
        return "outer(\(expression(.tensor([shape[0]]), depth)), \(expression(.tensor([shape[1]]), depth)))"
      }
      return "(\(expression(.tensor([shape[0], inner]), depth)) @ \(expression(.tensor([inner, shape[1]]), depth)))"
    default: return nil
    }
  }

  /// A part of something larger.
  private mutating func part(_ shape: [Int], _ depth: Int) -> String {
    switch dice.below(4) {
    case 0:
      let rows = dice.within(1...3)
      return
        "\(expression(.tensor([rows] + shape), depth).indexable)[\(dice.below(rows) - (dice.onceIn(3) ? rows : 0))]"
    case 1:
      let extra = dice.within(0...2)
      let items = [dice.onceIn(2) ? "\(extra).." : "\(extra)..\(extra + shape[0])"] + shape.dropFirst().map { _ in ":" }
      return
        "\(expression(.tensor([shape[0] + extra] + shape.dropFirst()), depth).indexable)[\(items.joined(separator: ", "))]"
    case 2:
      let places = (0..<shape[0]).map { _ in "\(dice.below(3))" }.joined(separator: ", ")
      return "\(expression(.tensor([3] + shape.dropFirst()), depth).indexable)[[\(places)]]"
    default:
      let last = dice.within(1...3)
      return "\(expression(.tensor(shape + [last]), depth).indexable)[..., \(dice.below(last))]"
    }
  }

  private mutating func reduced(_ shape: [Int], _ depth: Int) -> String {
    guard shape.count < 3 else { return made(shape) }
    let way = dice.word(["sum", "mean", "max", "std", "logsumexp", "variance"])
    let axis = dice.within(0...shape.count)
    var larger = shape
    larger.insert(dice.within(2...3), at: axis)
    return "\(way)(\(expression(.tensor(larger), depth)), axis: \(dice.onceIn(3) ? axis - larger.count : axis))"
  }

  private mutating func comprehension(_ shape: [Int], _ depth: Int) -> String {
    let rest = Array(shape.dropFirst())
    let name = freshName()
    return inside { writer in
      writer.add(name, .number)
      let element = writer.expression(rest.isEmpty ? .number : .tensor(rest), depth)
      return "[\(element) for \(name) in 0..\(shape[0])]"
    }
  }

  private mutating func rearranged(_ shape: [Int], _ depth: Int) -> String {
    if shape.count == 2 {
      let turned = expression(.tensor([shape[1], shape[0]]), depth)
      return dice.word(["\(turned.indexable).T", "transpose(\(turned))", "permute(\(turned), 1, 0)", "(\(turned))ᵀ"])
    }
    return "\(dice.word(["flip", "roll"]))(\(expression(.tensor(shape), depth)))"
  }

  private mutating func mapped(_ shape: [Int], _ depth: Int) -> String {
    let rest = Array(shape.dropFirst())
    let inner = dice.onceIn(2) ? Kind.number : .tensor([dice.within(1...3)])
    let source: Kind = if case .tensor(let row) = inner { .tensor([shape[0]] + row) } else { .tensor([shape[0]]) }
    return "map(\(lambda([inner], rest.isEmpty ? .number : .tensor(rest))), \(expression(source, depth)))"
  }

  private mutating func modelCall(_ shape: [Int], _ depth: Int) -> String? {
    let found = variable { if case .model(_, let outputs) = $0 { outputs == shape.last } else { false } }
    guard let found, case .model(let inputs, _) = found.kind else { return nil }
    return "\(found.name)(\(expression(.tensor(shape.dropLast() + [inputs]), depth)))"
  }

  private mutating func joined(_ shape: [Int], _ depth: Int) -> String {
    guard shape[0] > 1 else { return written(shape) }
    let rest = Array(shape.dropFirst())
    let cut = dice.within(1...shape[0] - 1)
    let (first, second) = ([cut] + rest, [shape[0] - cut] + rest)
    return "concatenate(\(expression(.tensor(first), depth)), \(expression(.tensor(second), depth)))"
  }

  private mutating func derivative(_ shape: [Int], _ depth: Int) -> String {
    switch shape.count {
    case 1:
      return
        "jvp(\(lambda([.tensor(shape)], .tensor(shape))), \(expression(.tensor(shape), depth)), ones(\(shape[0]))).product"
    case 2 where shape[0] == shape[1]:
      let way = dice.word(["jacobian", "hessian"])
      let result: Kind = way == "hessian" ? .number : .tensor([shape[0]])
      return "\(way)(\(lambda([.tensor([shape[0]])], result)))(\(expression(.tensor([shape[0]]), depth)))"
    case 2:
      return
        "jacobian(\(lambda([.tensor([shape[1]])], .tensor([shape[0]]))))(\(expression(.tensor([shape[1]]), depth)))"
    default: return made(shape)
    }
  }
}
