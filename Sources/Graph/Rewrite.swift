// Transforms of a recorded computation into another: over an extra axis, or in another precision.
import TensorKit

extension Graph {
  /// The nodes that the outputs need and that depend on `sources` (or are among `also`), ascending: operands come first.
  func dependents(of outputs: [Tensor], on sources: [Int32], also: (Int32) -> Bool = { _ in false }) -> [Int32] {
    guard let last = outputs.map(\.id).max() else { return [] }
    let needed = reachable(from: outputs.map(\.id))
    var isAffected = [Bool](repeating: false, count: Int(last) + 1)
    for id in sources where id <= last { isAffected[Int(id)] = true }
    var result: [Int32] = []
    for id in needed where !isAffected[Int(id)] {
      var found = also(id)
      forEachOperand(of: nodes[Int(id)]) { if isAffected[Int($0)] { found = true } }
      if found {
        isAffected[Int(id)] = true
        result.append(id)
      }
    }
    return result
  }

  /// Which of the sources a value was computed from.
  package func depends(_ value: Tensor, on sources: [Tensor]) -> [Bool] {
    sources.map { $0.id == value.id || dependents(of: [value], on: [$0.id]).contains(value.id) }
  }

  /// Everything the given nodes are computed from, themselves included, ascending; of what was recorded before the node number
  /// `start`, only the given nodes themselves.
  func reachable(from ids: [Int32], since start: Int = 0) -> [Int32] {
    guard let last = ids.max() else { return [] }
    let first = min(start, Int(last) + 1)
    var isNeeded = [Bool](repeating: false, count: Int(last) + 1 - first)
    var result: [Int32] = []
    for id in ids {
      if id >= first { isNeeded[Int(id) - first] = true } else { result.append(id) }
    }
    for id in stride(from: last, through: Int32(first), by: -1) where isNeeded[Int(id) - first] {
      result.append(id)
      forEachOperand(of: nodes[Int(id)]) { if $0 >= first { isNeeded[Int($0) - first] = true } }
    }
    result.reverse()
    return result
  }

  /// Records a node again over other operands.
  func again(_ id: Int32, _ operands: [Tensor]) throws -> Tensor {
    let place = place
    defer { self.place = place }
    self.place = nodes[Int(id)].place
    return try record(op(id), operands, attributes: attributes(of: id), numbers: numbers(of: id))
  }

  /// Records `outputs` again with an extra axis of `size` in front wherever they depend on `sources`, each of which is replaced by
  /// its batched version. Draws recorded at or after `start` are drawn anew for every position.
  package func batch(
    _ outputs: [Tensor], replacing sources: [(source: Tensor, batched: Tensor)], size: Int, since start: Int32
  ) throws -> [(tensor: Tensor, isBatched: Bool)] {
    var mapped: [Int32: Tensor] = [:]
    for (source, batched) in sources { mapped[source.id] = batched }
    let draws = { (id: Int32) in id >= start && self.op(id).isDraw }
    for id in dependents(of: outputs, on: sources.map(\.source.id), also: draws) {
      let operands = self.operands(of: id)
      let flags = operands.map { mapped[$0] != nil }
      let inputs = operands.map { mapped[$0] ?? Tensor(self, $0) }
      mapped[id] = try batched(id, inputs, flags, size)
    }
    return outputs.map { output in
      if let tensor = mapped[output.id] { return (tensor, true) }
      return (output, false)
    }
  }

  private func batched(_ id: Int32, _ operands: [Tensor], _ flags: [Bool], _ size: Int) throws -> Tensor {
    let op = op(id)
    switch op.behaviour {
    case .elementwise:
      // Stretching aligns axes from the right: a batched operand of lower rank gets axes of size 1 behind the extra one.
      let rank = shape(of: id).rank
      let aligned = try zip(operands, flags).map { operand, isBatched in
        let own = operand.shape.rank - 1
        guard isBatched, own < rank else { return operand }
        let dims = [operand.shape[0]] + [Int](repeating: 1, count: rank - own) + operand.shape.dims.dropFirst()
        return try reshape(operand, to: Shape(dims))
      }
      return try recordElementwise(op, aligned)
    case .primitive(let primitive):
      switch primitive.batching {
      case .impossible(let reason):
        throw TensorError.structure(operation: op.name, reason: "it cannot be mapped: \(reason)")
      case .rule(let rule):
        return try rule(
          Batched(
            graph: self, op: op, operands: operands, isBatched: flags, attributes: attributes(of: id),
            numbers: numbers(of: id),
            size: size))
      }
    case .composite:
      throw TensorError.structure(operation: op.name, reason: "a composite has no node of its own")
    }
  }

  /// Records `outputs` again with every float32 step in float64. Draws stay the draws they were; leaves are widened, or replaced
  /// where `replacing` says so. With `start`, what was recorded before it stays as it is, where it is not replaced.
  package func promoted(
    _ outputs: [Tensor], replacing: [Int32: Tensor] = [:], to type: DType = .float64, since start: Int = 0
  ) throws -> [Tensor] {
    var mapped = replacing
    for id in reachable(from: outputs.map(\.id), since: start) where mapped[id] == nil {
      let node = nodes[Int(id)]
      let old = Tensor(self, id)
      let op = op(id)
      if node.operandCount == 0 || op.isDraw || op === Op.placeholder {
        mapped[id] = node.dtype.isFloating ? try convert(old, to: type) : old
        continue
      }
      let operands = operands(of: id).map { mapped[$0] ?? Tensor(self, $0) }
      if case .elementwise(let rule) = op.behaviour, case .conversion(let to) = rule.typing, to.isFloating {
        mapped[id] = try convert(operands[0], to: type)
      } else if operands.map(\.id) == self.operands(of: id) {
        mapped[id] = old
      } else {
        mapped[id] = try again(id, operands)
      }
    }
    return outputs.map { mapped[$0.id] ?? $0 }
  }
}
