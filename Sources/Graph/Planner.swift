// Making a plan: order the nodes in stages so that element-wise nodes of one shape meet in one group.
import CKernels
import TensorKit

/// Makes the plan of one collected computation.
struct Planner {
  private let graph: Graph
  private let collected: Collected
  private let fuses: Bool
  private var uses: [[Int32]]
  private var isOutput: [Bool]

  init(_ graph: Graph, _ collected: Collected, fuses: Bool) {
    self.graph = graph
    self.collected = fuses ? collected.readingThroughStretches(graph) : collected
    self.fuses = fuses
    uses = [[Int32]](repeating: [], count: collected.ids.count)
    isOutput = [Bool](repeating: false, count: collected.ids.count)
    for output in collected.outputs { isOutput[Int(output)] = true }
    for local in 0..<Int32(collected.ids.count) {
      for operand in self.collected.operands(of: local) { uses[Int(operand)].append(local) }
    }
  }

  fileprivate func node(_ local: Int32) -> Node { graph.nodes[Int(collected.ids[Int(local)])] }
  private func isLeaf(_ local: Int32) -> Bool {
    collected.operands(of: local).isEmpty && !graph.needsComputing(collected.ids[Int(local)])
  }
  private func isElementwise(_ local: Int32) -> Bool {
    !isLeaf(local) && node(local).op.takeUnretainedValue().kernel >= 0
  }

  func make() throws -> Plan {
    let count = Int32(collected.ids.count)
    var steps: [Plan.Step] = []
    for stage in stages() {
      for members in stage.groups { steps.append(.group(try makeGroup(members))) }
      for local in stage.others { steps.append(.node(try makeNode(local))) }
    }
    return Plan(steps: steps, dead: lastUses(steps), leaves: (0..<count).filter { isLeaf($0) })
  }

  /// Element-wise nodes go into the earliest stage in which everything they need from outside their own shape is done; so no
  /// path leads from a group out and back into it.
  private func stages() -> [(groups: [[Int32]], others: [Int32])] {
    let count = collected.ids.count
    var stageOf = [Int](repeating: 0, count: count)
    var stages: [(order: [ShapeID], members: [ShapeID: [Int32]], others: [Int32])] = []
    for index in 0..<count {
      let local = Int32(index)
      if isLeaf(local) { continue }
      let elementwise = isElementwise(local)
      let shape = node(local).shape
      var stage = 0
      for operand in collected.operands(of: local) where !isLeaf(operand) {
        let joins = elementwise ? fuses && isElementwise(operand) && node(operand).shape == shape : true
        stage = max(stage, stageOf[Int(operand)] + (joins ? 0 : 1))
      }
      if !fuses { stage = index }
      stageOf[index] = stage
      while stages.count <= stage { stages.append(([], [:], [])) }
      if elementwise {
        if stages[stage].members[shape] == nil { stages[stage].order.append(shape) }
        stages[stage].members[shape, default: []].append(local)
      } else {
        stages[stage].others.append(local)
      }
    }
    return stages.map { stage in (stage.order.compactMap { stage.members[$0] }, stage.others) }
  }

  private func makeNode(_ local: Int32) throws -> NodeStep {
    let node = node(local)
    let op = node.op.takeUnretainedValue()
    guard case .primitive(let primitive) = op.behaviour else {
      throw TensorError.cannotLook(reason: "\(op.name) has no computation of its own")
    }
    return NodeStep(
      local: local, op: op, primitive: primitive, operands: Array(collected.operands(of: local)),
      attributes: graph.attributeTable[node.attributes],
      result: Signature(graph.shapes[node.shape], node.dtype))
  }

  private func lastUses(_ steps: [Plan.Step]) -> [[Int32]] {
    var last = [Int](repeating: -1, count: collected.ids.count)
    for (index, step) in steps.enumerated() {
      switch step {
      case .group(let group): for input in group.inputs { last[Int(input.local)] = index }
      case .node(let step): for operand in step.operands { last[Int(operand)] = index }
      }
    }
    var dead = [[Int32]](repeating: [], count: steps.count)
    for (local, step) in last.enumerated() where step >= 0 && !isOutput[local] { dead[step].append(Int32(local)) }
    return dead
  }

  private func makeGroup(_ members: [Int32]) throws -> FusedGroup {
    var builder = GroupBuilder(
      shape: graph.shapes[node(members[0]).shape], local: members[0],
      name: node(members[0]).op.takeUnretainedValue().name)
    let inside = Set(members)
    let merged = fuses ? MergedKernels(self, members, inside).merged : [:]
    let swallowed = Set(merged.values.flatMap(\.swallowed))
    for local in members where !swallowed.contains(local) {
      let leaves = isOutput[Int(local)] || uses[Int(local)].contains { !inside.contains($0) }
      let kernel = merged[local]?.kernel ?? Int(op(local).kernel)
      let operands = merged[local]?.operands ?? Array(collected.operands(of: local))
      try builder.add(
        local, kernel: kernel, operands: operands.map { ($0, inside.contains($0), node($0).dtype, count(of: $0)) },
        dtype: node(local).dtype, leaves: leaves)
    }
    return builder.finish()
  }

  fileprivate func op(_ local: Int32) -> OpSpec { node(local).op.takeUnretainedValue() }
  fileprivate func operands(of local: Int32) -> [Int32] { Array(collected.operands(of: local)) }
  /// Whether a node's value is read once and by nobody else.
  fileprivate func isReadOnce(_ local: Int32) -> Bool { !isOutput[Int(local)] && uses[Int(local)].count == 1 }

  fileprivate func count(of local: Int32) -> Int { graph.shapes[node(local).shape].count }
}

/// The kernels that do the work of two or three operators: found where an inner result is read once and in the same group.
private struct MergedKernels {
  struct Merged {
    let kernel: Int
    let operands: [Int32]
    let swallowed: [Int32]
  }
  private(set) var merged: [Int32: Merged] = [:]
  private let planner: Planner
  private let inside: Set<Int32>

  init(_ planner: Planner, _ members: [Int32], _ inside: Set<Int32>) {
    self.planner = planner
    self.inside = inside
    var taken: Set<Int32> = []
    for local in members where planner.node(local).dtype.isFloating && planner.count(of: local) > 1 {
      guard let found = merge(local), taken.isDisjoint(with: found.swallowed), !taken.contains(local),
        found.swallowed.allSatisfy({ merged[$0] == nil })
      else { continue }
      merged[local] = found
      taken.formUnion(found.swallowed)
    }
  }

  private func isInner(_ local: Int32, _ op: OpSpec) -> Bool {
    inside.contains(local) && planner.op(local) === op && planner.isReadOnce(local)
  }

  private func merge(_ local: Int32) -> Merged? {
    let (op, operands) = (planner.op(local), planner.operands(of: local))
    if op === Op.negate, isInner(operands[0], Op.square) {
      return Merged(
        kernel: Int(CK_negsquare.rawValue), operands: planner.operands(of: operands[0]), swallowed: [operands[0]])
    }
    guard op === Op.add || op === Op.subtract else { return nil }
    let product = mergedProduct(local, op, operands)
    // What swallows two inner results beats what swallows one.
    if let product, product.swallowed.count > 1 { return product }
    return op === Op.add ? mergedSlope(local, operands) ?? product : product
  }

  /// A sum with a cotangent through an activation.
  private func mergedSlope(_ local: Int32, _ operands: [Int32]) -> Merged? {
    for (slope, kernel) in [(Op.tanhSlope, CK_addtanhslope), (Op.sigmoidSlope, CK_addsigmoidslope)] {
      guard let inner = operands.first(where: { isInner($0, slope) }) else { continue }
      let (cotangent, result) = (planner.operands(of: inner)[0], planner.operands(of: inner)[1])
      guard planner.count(of: result) == planner.count(of: local) else { continue }
      let other = operands[0] == inner ? operands[1] : operands[0]
      return Merged(kernel: Int(kernel.rawValue), operands: [result, cotangent, other], swallowed: [inner])
    }
    return nil
  }

  /// A sum or difference with a product.
  private func mergedProduct(_ local: Int32, _ op: OpSpec, _ operands: [Int32]) -> Merged? {
    guard let product = operands.first(where: { isInner($0, Op.multiply) && isFull($0, like: local) }) else {
      return nil
    }
    let isFirst = operands[0] == product
    let other = isFirst ? operands[1] : operands[0]
    var factors = planner.operands(of: product)
    if planner.count(of: factors[0]) == 1 { factors.swapAt(0, 1) }
    // A sum with a negative product is a difference.
    if op === Op.add, let negative = factors.firstIndex(where: { isInner($0, Op.negate) }) {
      let inner = factors[negative]
      factors[negative] = planner.operands(of: inner)[0]
      return Merged(kernel: Int(CK_submul.rawValue), operands: factors + [other], swallowed: [product, inner])
    }
    let kernel = op === Op.add ? CK_muladd : isFirst ? CK_mulsub : CK_submul
    return Merged(kernel: Int(kernel.rawValue), operands: factors + [other], swallowed: [product])
  }

  /// Whether a product has a factor of the group's own shape: the kernels take the first factor as it is.
  private func isFull(_ product: Int32, like local: Int32) -> Bool {
    planner.operands(of: product).contains { planner.count(of: $0) == planner.count(of: local) }
  }
}

extension Collected {
  /// With element-wise nodes reading the single number itself where they read one that was stretched: kernels take a single
  /// element as it is, a stretched one would have to be spread out first.
  fileprivate func readingThroughStretches(_ graph: Graph) -> Collected {
    var result = self
    for local in 0..<Int32(ids.count) where graph.op(ids[Int(local)]).kernel >= 0 {
      let end = Int(ends[Int(local)])
      let start = local == 0 ? 0 : Int(ends[Int(local) - 1])
      guard graph.shape(of: ids[Int(local)]).count > 1 else { continue }
      for position in start..<end {
        let operand = operandList[position]
        guard graph.op(ids[Int(operand)]) === Op.broadcast, let source = operands(of: operand).first,
          graph.shape(of: ids[Int(source)]).count == 1
        else { continue }
        result.operandList[position] = source
      }
    }
    return result
  }
}

/// Gathers one group's instructions and gives their intermediates slots.
private struct GroupBuilder {
  let shape: Shape
  let local: Int32
  let name: String
  private var steps: [(kernel: Int, type: ck_type, d: Int, operands: [Int])] = []
  private var operands: [ck_operand] = []
  private var sizes: [Int] = []
  private var indexOf: [Int32: Int] = [:]
  private var inputs: [FusedGroup.Input] = []
  private var outputs: [FusedGroup.Output] = []
  private var spread: Set<Int> = []

  init(shape: Shape, local: Int32, name: String) {
    self.shape = shape
    self.local = local
    self.name = name
  }

  private mutating func newOperand(_ dtype: DType, _ place: ck_place) -> Int {
    var operand = ck_operand()
    operand.type = Int32(dtype.rawValue)
    operand.place = place
    operand.slot = -1
    operands.append(operand)
    sizes.append(dtype.size)
    return operands.count - 1
  }

  mutating func add(
    _ local: Int32, kernel: Int, operands given: [(local: Int32, isInside: Bool, dtype: DType, count: Int)],
    dtype: DType, leaves: Bool
  ) throws {
    var indices: [Int] = []
    for operand in given {
      if let known = indexOf[operand.local] {
        indices.append(known)
        continue
      }
      let isSingle = operand.count == 1 && shape.count > 1
      let index = newOperand(operand.dtype, isSingle ? CK_ONE : CK_CONTIGUOUS)
      indexOf[operand.local] = index
      inputs.append(.init(operand: index, local: operand.local, isSingle: isSingle, isSpread: false))
      indices.append(index)
    }
    let result = newOperand(dtype, leaves ? CK_CONTIGUOUS : CK_SCRATCH)
    indexOf[local] = result
    if leaves { outputs.append(.init(operand: result, local: local, dtype: dtype)) }
    // The type a kernel is known by is that of its operands; for a choice, of the two it chooses between.
    let type = given.count == 3 && kernel == Int(CK_where.rawValue) ? given[1].dtype : given[0].dtype
    steps.append((kernel, type.ck, result, indices))
  }

  mutating func finish() -> FusedGroup {
    let found = steps.map { step in (step, kernel(for: step)) }
    // A single element that some kernel cannot take as such is spread over a block for all of them.
    inputs = inputs.map { input in
      guard spread.contains(input.operand) else { return input }
      operands[input.operand].place = CK_STRIDED
      return .init(operand: input.operand, local: input.local, isSingle: false, isSpread: true)
    }
    let slots = giveSlots()
    let built = found.map { step, kernel in
      ck_step(
        kernel: spread.isEmpty ? kernel : self.kernel(for: step), d: Int32(step.d), a: Int32(step.operands[0]),
        b: step.operands.count > 1 ? Int32(step.operands[1]) : -1,
        c: step.operands.count > 2 ? Int32(step.operands[2]) : -1)
    }
    return FusedGroup(
      shape: shape, steps: built, operands: operands, inputs: inputs, outputs: outputs, slotCount: slots, local: local,
      name: name)
  }

  private mutating func kernel(for step: (kernel: Int, type: ck_type, d: Int, operands: [Int])) -> ck_kernel? {
    var scalars: UInt32 = 0
    for (position, index) in step.operands.enumerated() where operands[index].place == CK_ONE {
      scalars |= 1 << UInt32(position)
    }
    if let exact = ck_find(Int32(step.kernel), step.type, scalars) { return exact }
    for index in step.operands where operands[index].place == CK_ONE { spread.insert(index) }
    return ck_find(Int32(step.kernel), step.type, 0)
  }

  /// Slots for intermediates, reused as soon as the last reader is done; inputs get slots of their own, touched only when a view
  /// has to be gathered.
  private mutating func giveSlots() -> Int {
    var last = [Int](repeating: -1, count: operands.count)
    for (index, step) in steps.enumerated() { for operand in step.operands { last[operand] = index } }
    var free: [Int32] = []
    var slots: Int32 = 0
    for (index, step) in steps.enumerated() {
      let dying = Set(step.operands.filter { operands[$0].place == CK_SCRATCH && last[$0] == index })
      // A result may take the place of an operand of its own size; one of another size would run over what is still to be read.
      let inPlace = dying.filter { sizes[$0] == sizes[step.d] }
      for operand in inPlace { free.append(operands[operand].slot) }
      if operands[step.d].place == CK_SCRATCH {
        if let slot = free.popLast() {
          operands[step.d].slot = slot
        } else {
          operands[step.d].slot = slots
          slots += 1
        }
      }
      for operand in dying where !inPlace.contains(operand) { free.append(operands[operand].slot) }
    }
    for input in inputs where !input.isSingle {
      operands[input.operand].slot = slots
      slots += 1
    }
    return Int(slots)
  }
}
