// Reverse mode as a transform of the graph: cotangents are recorded like anything else, so derivatives nest to any order.
import TensorKit

extension Graph {
  /// The cotangents that flow from `output` to each of `sources` when `output` has cotangent `seed` (ones when nil). Nil where
  /// nothing flows. Costs a pass over the nodes recorded between the earliest source and the output.
  package func pullback(_ output: Tensor, seed: Tensor? = nil, to sources: [Tensor]) throws -> [Tensor?] {
    let output = try checked(output, Op.constant)
    let sources = try sources.map { try checked($0, Op.constant) }
    let seed = try seed ?? full(1, output.shape, output.dtype)
    guard seed.shape == output.shape else {
      throw TensorError.shapesDoNotMeet(operation: "derivative", left: seed.shape, right: output.shape)
    }
    guard let first = sources.map(\.id).min(), first <= output.id else { return sources.map { _ in nil } }
    var walk = ReverseWalk(self, from: first, to: output.id, sources: sources.map(\.id))
    try walk.run(seed)
    return sources.map { walk.cotangent(of: $0.id) }
  }
}

/// One backward pass over a stretch of the arena.
struct ReverseWalk {
  private let graph: Graph
  private let first: Int
  private let last: Int
  /// Whether a derivative can flow from a node to a source; nothing else takes part, nor what lies behind a flat operator.
  private var depends: [Bool]
  /// Nodes that hold a draw which does not move with a source it was drawn from, or follow from one without a derivative of their
  /// own (an index, a comparison). Empty as long as there is none.
  private var rigid: [Int: Int] = [:]
  /// The draw that stopped the pass.
  private var refused: Int32?
  /// The cotangent gathered so far, as a node, or -1.
  private var cotangents: [Int32]
  /// Called with every node passed: the node, its cotangent, and its operands' contributions. For `explain`.
  var witness: ((Int32, Tensor, [Tensor?]) -> Void)?

  init(_ graph: Graph, from first: Int32, to last: Int32, sources: [Int32]) {
    self.graph = graph
    self.first = Int(first)
    self.last = Int(last)
    let count = Int(last - first) + 1
    depends = [Bool](repeating: false, count: count)
    cotangents = [Int32](repeating: -1, count: count)
    for id in sources where id <= last { depends[Int(id - first)] = true }
    for index in 0..<count where !depends[index] {
      let node = graph.nodes[self.first + index]
      let (isFlat, isRigid) = node.op._withUnsafeGuaranteedRef { ($0.isFlat, $0.isRigidDraw) }
      let isPassing = node.dtype.isFloating && !isFlat
      guard isPassing || isRigid || !rigid.isEmpty else { continue }
      var (found, draw) = (false, Int?.none)
      graph.forEachOperand(of: node) { id in
        guard id >= first else { return }
        if depends[Int(id - first)] { found = true }
        if !rigid.isEmpty, let earlier = rigid[Int(id - first)] { draw = earlier }
      }
      if isRigid, found || draw != nil {
        rigid[index] = index
      } else if !isPassing, let draw, node.op.takeUnretainedValue() !== Op.stopGradient {
        rigid[index] = draw
      }
      depends[index] = isPassing && (found || draw != nil)
    }
  }

  func cotangent(of id: Int32) -> Tensor? {
    guard Int(id) <= last, cotangents[Int(id) - first] >= 0 else { return nil }
    return Tensor(graph, cotangents[Int(id) - first])
  }

  mutating func run(_ seed: Tensor) throws {
    guard depends[last - first] else { return }
    cotangents[last - first] = seed.id
    let place = graph.place
    defer { graph.place = place }
    for id in stride(from: last, through: first, by: -1) where depends[id - first] && cotangents[id - first] >= 0 {
      let node = graph.nodes[id]
      guard node.operandCount > 0 else { continue }
      do {
        try pass(Int32(id), node)
      } catch {
        graph.notePlace(of: refused ?? Int32(id))
        throw error
      }
    }
  }

  private mutating func pass(_ id: Int32, _ node: Node) throws {
    let operands = graph.operands(of: id)
    let needed = operands.map { Int($0) >= first && depends[Int($0) - first] }
    graph.place = node.place
    if !rigid.isEmpty { try refuseRigidDraw(among: operands) }
    guard needed.contains(true) else { return }
    let cotangent = Tensor(graph, cotangents[Int(id) - first])
    let contributions = try graph.contributions(of: id, cotangent: cotangent, needed: needed)
    witness?(id, cotangent, contributions)
    for (operand, contribution) in zip(operands, contributions) {
      guard let contribution, Int(operand) >= first, depends[Int(operand) - first] else { continue }
      let index = Int(operand) - first
      let sum = cotangents[index] < 0 ? contribution : try Tensor(graph, cotangents[index]) + contribution
      cotangents[index] = sum.id
    }
  }
}

extension ReverseWalk {
  /// Refuses a derivative that would pass a draw unseen: as an index, or through a comparison.
  private mutating func refuseRigidDraw(among operands: [Int32]) throws {
    for operand in operands where Int(operand) >= first && !depends[Int(operand) - first] {
      guard let draw = rigid[Int(operand) - first] else { continue }
      let id = Int32(first + draw)
      refused = id
      let cotangent = try graph.scalar(1)
      _ = try graph.contributions(of: id, cotangent: cotangent, needed: graph.operands(of: id).map { _ in true })
    }
  }
}

extension Graph {
  /// What a node's cotangent contributes to each operand, in the operand's shape and precision.
  func contributions(of id: Int32, cotangent: Tensor, needed: [Bool]) throws -> [Tensor?] {
    let op = op(id)
    let operands = operands(of: id).map { Tensor(self, $0) }
    let rule: PullbackRule
    switch op.behaviour {
    case .elementwise(let elementwise): rule = elementwise.pullback
    case .primitive(let primitive): rule = primitive.pullback
    case .composite: return operands.map { _ in nil }
    }
    let raw: [Tensor?]
    switch rule {
    case .rule(let apply), .firstOnly(let apply):
      raw = try apply(
        Pullback(
          cotangent: cotangent, operands: operands, output: Tensor(self, id), op: op, attributes: attributes(of: id),
          numbers: numbers(of: id), needed: needed))
    case .flat: return operands.map { _ in nil }
    case .none(let reason): throw TensorError.notDifferentiable(operation: op.name, reason: reason)
    }
    return try zip(zip(raw, operands), needed).map { pair, isNeeded in
      guard let contribution = pair.0, isNeeded, pair.1.dtype.isFloating else { return nil }
      return try convert(unbroadcast(contribution, to: pair.1.shape), to: pair.1.dtype)
    }
  }
}
