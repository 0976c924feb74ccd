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

  private func node(_ local: Int32) -> Node { graph.nodes[Int(collected.ids[Int(local)])] }
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
    return Plan(steps: steps, dead: lastUses(steps), count: Int(count))
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
    let merged = fuses ? products(mergedIn: members, inside) : [:]
    let swallowed = Set(merged.values)
    for local in members where !swallowed.contains(local) {
      let leaves = isOutput[Int(local)] || uses[Int(local)].contains { !inside.contains($0) }
      let op = node(local).op.takeUnretainedValue()
      var kernel = Int(op.kernel)
      var operands = Array(collected.operands(of: local))
      if let product = merged[local] {
        (kernel, operands) = combine(kernel, operands, product)
      }
      try builder.add(
        local, kernel: kernel, operands: operands.map { ($0, inside.contains($0), node($0).dtype, count(of: $0)) },
        dtype: node(local).dtype, leaves: leaves)
    }
    return builder.finish()
  }

  private func count(of local: Int32) -> Int { graph.shapes[node(local).shape].count }

  /// Products that only one sum or difference in the same group reads: both become one instruction.
  private func products(mergedIn members: [Int32], _ inside: Set<Int32>) -> [Int32: Int32] {
    var merged: [Int32: Int32] = [:]
    for local in members {
      let op = node(local).op.takeUnretainedValue()
      guard op === Op.add || op === Op.subtract, node(local).dtype.isFloating else { continue }
      for operand in collected.operands(of: local) where inside.contains(operand) {
        let isProduct = node(operand).op.takeUnretainedValue() === Op.multiply
        let full = count(of: local)
        let isFull = collected.operands(of: operand).contains { count(of: $0) == full }
        if isProduct, isFull, !isOutput[Int(operand)], uses[Int(operand)].count == 1, full > 1 {
          merged[local] = operand
          break
        }
      }
    }
    return merged
  }

  private func combine(_ kernel: Int, _ operands: [Int32], _ product: Int32) -> (Int, [Int32]) {
    var factors = Array(collected.operands(of: product))
    if count(of: factors[0]) == 1 && count(of: factors[1]) != 1 { factors.swapAt(0, 1) }
    let isFirst = operands[0] == product
    let other = isFirst ? operands[1] : operands[0]
    let code =
      kernel == Int(CK_add.rawValue) ? CK_muladd : isFirst ? CK_mulsub : CK_submul
    return (Int(code.rawValue), factors + [other])
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
