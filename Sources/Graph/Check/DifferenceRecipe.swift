// How a recorded function is replayed so that only what changes is subtracted.
import TensorKit

/// The change of a recorded number when one leaf moves, recorded as a function of the moved leaf.
///
/// Subtracting two values of a large sum would leave only the noise of its rounding. Instead, the change is carried through
/// everything that is linear (sums, constant factors, constant offsets, rearrangements), and values are subtracted element by
/// element only where the first step that is not linear stands.
struct DifferenceRecipe {
  private enum Given {
    case number(Double, DType)
    case array(NDArray)
  }
  /// How a node's change follows from its operands'.
  private enum Part {
    /// Values are subtracted here.
    case cut
    /// The change of one operand, as it is.
    case same(Int32)
    /// The changes of both operands are added or subtracted.
    case sum(Int32, Int32, isDifference: Bool)
    /// One operand's change, to which something that does not change is added; the sign it takes.
    case shifted(Int32, sign: Double)
    /// The operator itself, applied to the change of the operand at `position`.
    case linear(position: Int)
  }

  private let graph: Graph
  private let leaf: Int32
  private let output: Int32
  /// What has to be recorded again for the values at the cuts, operands first.
  private var steps: [Int32] = []
  /// The nodes that changes are carried through, operands first.
  private var parts: [(id: Int32, part: Part)] = []
  private var givens: [Int32: Given] = [:]
  /// How many numbers one replay computes, at most.
  private(set) var cost = 1

  /// Operators that are linear in their first operand, whatever the others are.
  private static let linear: Set<ObjectIdentifier> = identities([
    Op.sum, Op.reshape, Op.broadcast, Op.permute, Op.slice, Op.place, Op.flip, Op.diagonal, Op.diagonalMatrix,
    Op.windows,
    Op.fold, Op.cumsum, Op.take, Op.scatterAdd, Op.takeAlong, Op.putAlong, Op.divide,
  ])
  /// Operators that are linear in either of two operands.
  private static let bilinear: Set<ObjectIdentifier> = identities([
    Op.multiply, Op.matmul, Op.conv2d, Op.conv2dTransposed, Op.conv2dFilters,
  ])
  private static func identities(_ rows: [OpSpec]) -> Set<ObjectIdentifier> { Set(rows.map { ObjectIdentifier($0) }) }

  init(_ graph: Graph, _ output: Tensor, leaf: Tensor) throws {
    self.graph = graph
    self.leaf = leaf.id
    self.output = output.id
    let moving = graph.dependents(of: [output], on: [leaf.id])
    let moves = Set(moving).union([leaf.id])
    guard moves.contains(output.id) else { return }
    let cuts = plan(moving, moves)
    try giveValues(moves, cuts)
    cost = (steps + parts.map(\.id)).reduce(1) { $0 + graph.shape(of: $1).count }
  }

  /// Chooses where to subtract, and gives the nodes at which it is done.
  private mutating func plan(_ moving: [Int32], _ moves: Set<Int32>) -> [Int32] {
    var carried: Set<Int32> = [output]
    var needed: Set<Int32> = []
    var cuts: [Int32] = []
    for id in (moving + [leaf]).sorted(by: >) {
      if carried.contains(id) {
        let part = id == leaf ? Part.cut : self.part(id, moves)
        parts.append((id, part))
        switch part {
        case .cut:
          cuts.append(id)
          needed.insert(id)
        case .same(let operand), .shifted(let operand, _): carried.insert(operand)
        case .sum(let a, let b, _): carried.formUnion([a, b])
        case .linear(let position): carried.insert(graph.operands(of: id)[position])
        }
      }
      if needed.contains(id) && id != leaf {
        steps.append(id)
        for operand in operands(id) where moves.contains(operand) { needed.insert(operand) }
      }
    }
    steps.reverse()
    parts.reverse()
    return cuts
  }

  /// The operands that a node's value follows from.
  private func operands(_ id: Int32) -> [Int32] {
    graph.isCustom(id) ? [graph.operands(of: id)[0]] : graph.operands(of: id)
  }

  private func part(_ id: Int32, _ moves: Set<Int32>) -> Part {
    let op = graph.op(id)
    let operands = graph.operands(of: id)
    let moved = operands.indices.filter { moves.contains(operands[$0]) }
    guard graph.nodes[Int(id)].dtype.isFloating, let first = moved.first,
      moved.allSatisfy({ graph.nodes[Int(operands[$0])].dtype.isFloating })
    else { return .cut }
    if graph.isCustom(id) { return .same(operands[0]) }
    if op === Op.alias || op === Op.stopGradient { return .same(operands[0]) }
    if op === Op.add || op === Op.subtract {
      if moved.count == 2 { return .sum(operands[0], operands[1], isDifference: op === Op.subtract) }
      return .shifted(operands[first], sign: op === Op.subtract && first == 1 ? -1 : 1)
    }
    if op === Op.negate { return .shifted(operands[0], sign: -1) }
    guard moved.count == 1 else { return .cut }
    if DifferenceRecipe.bilinear.contains(ObjectIdentifier(op)) && operands.count == 2 {
      return .linear(position: first)
    }
    if first == 0 && DifferenceRecipe.linear.contains(ObjectIdentifier(op)) { return .linear(position: 0) }
    return .cut
  }

  /// Computes everything the replay takes as it is.
  private mutating func giveValues(_ moves: Set<Int32>, _ cuts: [Int32]) throws {
    var wanted = Set(cuts)
    for id in steps { wanted.formUnion(operands(id).filter { !moves.contains($0) }) }
    for (id, part) in parts {
      if case .linear = part { wanted.formUnion(graph.operands(of: id).filter { !moves.contains($0) }) }
    }
    var computed: [Int32] = []
    for id in wanted.sorted() {
      if graph.op(id) === Op.scalar {
        givens[id] = .number(graph.numbers(of: id)[0], graph.nodes[Int(id)].dtype)
      } else {
        computed.append(id)
      }
    }
    for (id, array) in zip(computed, try graph.compute(computed.map { Tensor(graph, $0) })) {
      givens[id] = .array(array)
    }
  }

  /// Whether the function depends on the leaf at all.
  var changes: Bool { !parts.isEmpty }

  /// Records, in another graph, the change and the size of what rounding acts on, for a moved leaf. Where nothing is seen to
  /// change, rounding acts on nothing, unless `everywhere`.
  func record(_ moved: Tensor, everywhere: Bool = false) throws -> (change: Tensor, noise: Tensor) {
    let lab = moved.graph
    var known: [Int32: Tensor] = [leaf: moved]
    var constants: [Int32: Tensor] = [:]
    let constant = { (id: Int32) throws -> Tensor in
      if let tensor = constants[id] { return tensor }
      let tensor: Tensor
      switch givens[id] {
      case .number(let value, let dtype)?: tensor = try lab.scalar(value, dtype)
      case .array(let array)?: tensor = try lab.tensor(array)
      case nil: throw TensorError.structure(operation: "gradient check", reason: "a value was not computed")
      }
      constants[id] = tensor
      return tensor
    }
    for id in steps {
      if graph.isCustom(id) {
        known[id] = try known[operands(id)[0]] ?? constant(operands(id)[0])
        continue
      }
      let operands = try operands(id).map { try known[$0] ?? constant($0) }
      known[id] = try lab.record(
        graph.op(id), operands, attributes: graph.attributes(of: id), numbers: graph.numbers(of: id))
    }
    var changes: [Int32: (change: Tensor, noise: Tensor)] = [:]
    for (id, part) in parts {
      changes[id] = try carried(id, part, known, changes, constant, everywhere)
    }
    guard let result = changes[output] else {
      throw TensorError.structure(operation: "gradient check", reason: "the result does not depend on the argument")
    }
    return result
  }

  private func carried(
    _ id: Int32, _ part: Part, _ known: [Int32: Tensor], _ changes: [Int32: (change: Tensor, noise: Tensor)],
    _ constant: (Int32) throws -> Tensor, _ everywhere: Bool
  ) throws -> (change: Tensor, noise: Tensor) {
    let of = { (id: Int32) throws -> (change: Tensor, noise: Tensor) in
      guard let found = changes[id] else {
        throw TensorError.structure(operation: "gradient check", reason: "a change was not carried")
      }
      return found
    }
    let shape = graph.shape(of: id)
    switch part {
    case .cut:
      guard let moved = known[id] else {
        throw TensorError.structure(operation: "gradient check", reason: "a value was not replayed")
      }
      let base = try constant(id)
      let change = try moved - base
      let zero = try moved.graph.scalar(0, moved.dtype)
      if id == leaf { return (change, try change * zero) }
      let size = try Op.absolute(base)
      return (change, everywhere ? size : try Op.choose(Op.notEqual(moved, base), size, zero))
    case .same(let operand): return try of(operand)
    case .sum(let a, let b, let isDifference):
      let (first, second) = (try of(a), try of(b))
      let change = isDifference ? try first.change - second.change : try first.change + second.change
      return (change, try first.noise + second.noise)
    case .shifted(let operand, let sign):
      let (change, noise) = try of(operand)
      let graph = change.graph
      return (
        try graph.broadcast(sign < 0 ? -change : change, to: shape), try graph.broadcast(noise, to: shape)
      )
    case .linear(let position):
      var operands = try graph.operands(of: id).map { operand in
        if let found = changes[operand] { return found.change }
        return try constant(operand)
      }
      let (op, lab) = (graph.op(id), operands[position].graph)
      let (attributes, numbers) = (graph.attributes(of: id), graph.numbers(of: id))
      let change = try lab.record(op, operands, attributes: attributes, numbers: numbers)
      operands[position] = try of(graph.operands(of: id)[position]).noise
      if operands.count == 2, operands[1 - position].dtype.isFloating {
        operands[1 - position] = try Op.absolute(operands[1 - position])
      }
      return (change, try lab.record(op, operands, attributes: attributes, numbers: numbers))
    }
  }
}
