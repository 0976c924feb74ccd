// The arena: operations are recorded here, one node each, and computed when somebody looks.
import TensorKit

/// A recording of tensor operations. Nothing is computed until a value is looked at. A graph and its tensors belong to one thread
/// at a time; two graphs never see each other.
public final class Graph {
  /// What it computes with.
  public let device: Device
  /// The place in the source that newly recorded nodes carry; a front end sets it and reads it back from errors.
  public var place: Int32 = 0
  /// The stream that draws come from.
  public var random: RandomStream
  /// How many nodes one trace may hold.
  public var nodeLimit = 5_000_000
  /// Whether recorded computations are planned once and found again by structure; without, nodes are computed one by one.
  public var usesPlans: Bool
  /// How often a value was looked at; a derivative check compares it before and after, to know whether a function looked.
  public private(set) var looks = 0

  /// The place that the node carried at which the last failed computation failed.
  public private(set) var failedPlace: Int32?

  private(set) var nodes: UnsafeMutablePointer<Node>
  private(set) var nodeCount = 0
  private var capacity = 0
  private(set) var epoch: Int32 = 1
  var longOperands: [Int32] = []
  var numbers: [Double] = []
  var computed: [NDArray] = []
  var shapes = Interner<Shape>()
  var attributeTable = Interner<[Int]>()
  /// Rows made for this graph alone (a user's own derivative), kept alive with it.
  var ownRows: [OpSpec] = []
  var planCache = PlanCache()
  let marks = NodeMarks()
  let scalarShape: ShapeID
  // Rows that recording compares with: read once, because a static property is looked up behind a lock-like test.
  let scalarRow = Unmanaged.passUnretained(Op.scalar).toOpaque()
  let broadcastRow = Unmanaged.passUnretained(Op.broadcast as OpSpec).toOpaque()
  /// The last pair of different shapes that met and what came of it: loops meet the same pair again and again.
  private var lastMeeting: (a: ShapeID, b: ShapeID, result: ShapeID) = (-1, -1, -1)

  /// A graph on a device. `usesPlans` defaults to yes unless the environment says `AULA_PLANS=off`.
  public init(device: Device = Device(), seed: UInt64 = 0, usesPlans: Bool? = nil) {
    self.device = device
    self.usesPlans = usesPlans ?? Graph.plansAreOn
    random = RandomStream(seed: seed)
    capacity = 1024
    nodes = .allocate(capacity: capacity)
    scalarShape = shapes.number(of: .scalar)
    _ = attributeTable.number(of: [])
  }

  deinit { nodes.deallocate() }

  // MARK: Reading nodes

  func op(_ id: Int32) -> OpSpec { nodes[Int(id)].op.takeUnretainedValue() }
  func shape(of id: Int32) -> Shape { shapes[nodes[Int(id)].shape] }
  func attributes(of id: Int32) -> [Int] { attributeTable[nodes[Int(id)].attributes] }
  func numbers(of id: Int32) -> [Double] {
    let node = nodes[Int(id)]
    return Array(numbers[Int(node.numbers)..<Int(node.numbers + node.numberCount)])
  }

  @inline(__always) func forEachOperand(of node: Node, _ body: (Int32) -> Void) {
    switch node.operandCount {
    case 0: return
    case 1: body(node.a)
    case 2:
      body(node.a)
      body(node.b)
    case 3:
      body(node.a)
      body(node.b)
      body(node.c)
    default:
      for index in Int(node.a)..<Int(node.a + node.operandCount) { body(longOperands[index]) }
    }
  }

  func operands(of id: Int32) -> [Int32] {
    var list: [Int32] = []
    forEachOperand(of: nodes[Int(id)]) { list.append($0) }
    return list
  }

  func checked(_ tensor: Tensor, _ op: OpSpec) throws -> Tensor {
    guard tensor.graph === self else { throw TensorError.foreignTensor(operation: op.name) }
    guard tensor.epoch == epoch else { throw TensorError.endedTensor(operation: op.name) }
    return tensor
  }

  /// An axis counted from the front, checked against a rank.
  package func axis(_ axis: Int, rank: Int, _ op: OpSpec) throws -> Int {
    guard axis >= -rank && axis < rank else { throw TensorError.axis(operation: op.name, axis: axis, rank: rank) }
    return axis < 0 ? axis + rank : axis
  }

  // MARK: Recording

  @inline(__always) private func append(_ node: Node) throws -> Tensor {
    if nodeCount == capacity { try grow() }
    (nodes + nodeCount).initialize(to: node)
    nodeCount += 1
    return Tensor(self, Int32(truncatingIfNeeded: nodeCount - 1))
  }

  @inline(never) private func grow() throws {
    guard nodeCount < min(nodeLimit, Int(Int32.max) / 2) else { throw TensorError.graphTooLarge(limit: nodeLimit) }
    let larger = min(capacity * 2, max(nodeLimit, capacity + 1))
    let moved = UnsafeMutablePointer<Node>.allocate(capacity: larger)
    moved.moveInitialize(from: nodes, count: nodeCount)
    nodes.deallocate()
    nodes = moved
    capacity = larger
  }

  /// Records an element-wise operation of one operand.
  @inline(__always) package func recordElementwise(_ op: OpSpec, _ x: Tensor) throws -> Tensor {
    guard x.graph === self, x.epoch == epoch else { return try recordElementwise(op, [x]) }
    let node = nodes[Int(x.id)]
    guard node.dtype.isFloating, op.isPlainFloating, op.arity == 1 else {
      return try recordElementwise(op, [x])
    }
    if op.simplifies, let simpler = try simplified(op, x) { return simpler }
    return try append(
      Node(
        op: .passUnretained(op), a: x.id, b: 0, c: 0, operandCount: 1, shape: node.shape, attributes: 0, numbers: 0,
        numberCount: 0, value: -1, place: place, dtype: node.dtype))
  }

  /// Records an element-wise operation of two operands.
  @inline(__always) package func recordElementwise(_ op: OpSpec, _ x: Tensor, _ y: Tensor) throws -> Tensor {
    guard x.graph === self, y.graph === self, x.epoch == epoch, y.epoch == epoch else {
      return try recordElementwise(op, [x, y])
    }
    let a = nodes[Int(x.id)]
    let b = nodes[Int(y.id)]
    guard a.dtype == b.dtype, a.dtype.isFloating, op.isPlainFloating, op.arity == 2 else {
      return try recordElementwise(op, [x, y])
    }
    let shape = a.shape == b.shape ? a.shape : try meeting(a.shape, b.shape, op)
    if op.simplifies, let simpler = try simplifiedProduct(x, a, y, b, shape) { return simpler }
    return try append(
      Node(
        op: .passUnretained(op), a: x.id, b: y.id, c: 0, operandCount: 2, shape: shape, attributes: 0, numbers: 0,
        numberCount: 0, value: -1, place: place, dtype: a.dtype))
  }

  /// Records an element-wise operation, bringing operands to one type and shape.
  package func recordElementwise(_ op: OpSpec, _ operands: [Tensor]) throws -> Tensor {
    guard case .elementwise(let rule) = op.behaviour else { return try record(op, operands) }
    var operands = try operands.map { try checked($0, op) }
    guard operands.count == op.arity else {
      if operands.count > op.arity {
        throw TensorError.tooManyArguments(operation: op.name, count: operands.count, allowed: op.arity)
      }
      throw TensorError.missingArgument(operation: op.name, argument: op.parameters[operands.count].name)
    }
    let result = try unify(&operands, op, rule.typing)
    if op.simplifies, op.arity == 1, let simpler = try simplified(op, operands[0]) { return simpler }
    var shape = nodes[Int(operands[0].id)].shape
    for operand in operands.dropFirst() {
      let next = nodes[Int(operand.id)].shape
      if next != shape { shape = try meeting(shape, next, op) }
    }
    return try append(
      Node(
        op: .passUnretained(op), a: operands[0].id, b: operands.count > 1 ? operands[1].id : 0,
        c: operands.count > 2 ? operands[2].id : 0, operandCount: Int32(operands.count), shape: shape, attributes: 0,
        numbers: 0, numberCount: 0, value: -1, place: place, dtype: result))
  }

  private func meeting(_ a: ShapeID, _ b: ShapeID, _ op: OpSpec) throws -> ShapeID {
    if b == scalarShape { return a }
    if a == scalarShape { return b }
    if lastMeeting.a == a && lastMeeting.b == b { return lastMeeting.result }
    guard let met = shapes[a].broadcast(with: shapes[b]) else {
      throw TensorError.shapesDoNotMeet(operation: op.name, left: shapes[a], right: shapes[b])
    }
    let result = shapes.number(of: met)
    lastMeeting = (a, b, result)
    return result
  }

  /// Records a node of any operator that is not a composite, after its shape rule has agreed.
  package func record(
    _ op: OpSpec, _ operands: [Tensor], attributes: [Int] = [], numbers given: [Double] = []
  ) throws -> Tensor {
    guard case .primitive(let primitive) = op.behaviour else { return try recordElementwise(op, operands) }
    let operands = try operands.map { try checked($0, op) }
    let signature = try primitive.infer(
      Inference(
        op: op, operands: operands.map { Signature($0.shape, $0.dtype) }, attributes: attributes, numbers: given))
    guard signature.shape.rank <= Shape.maximumRank else {
      throw TensorError.rank(operation: op.name, rank: signature.shape.rank)
    }
    return try append(op, operands.map(\.id), signature, attributes: attributes, numbers: given)
  }

  private func append(
    _ op: OpSpec, _ operands: [Int32], _ signature: Signature, attributes: [Int], numbers given: [Double]
  ) throws -> Tensor {
    let numbersStart = Int32(numbers.count)
    numbers.append(contentsOf: given)
    var a: Int32 = 0
    if operands.count > 3 {
      a = Int32(longOperands.count)
      longOperands.append(contentsOf: operands)
    } else if let first = operands.first {
      a = first
    }
    return try append(
      Node(
        op: .passUnretained(op), a: a, b: operands.count > 1 ? operands[1] : 0,
        c: operands.count > 2 ? operands[2] : 0, operandCount: Int32(operands.count),
        shape: shapes.number(of: signature.shape), attributes: attributeTable.number(of: attributes),
        numbers: numbersStart, numberCount: Int32(given.count), value: -1, place: place, dtype: signature.dtype))
  }

  // MARK: Leaves

  /// A computed array as a tensor of this graph.
  public func tensor(_ array: NDArray) throws -> Tensor {
    guard array.shape.rank <= Shape.maximumRank else {
      throw TensorError.rank(operation: "tensor", rank: array.shape.rank)
    }
    let tensor = try append(
      Op.constant, [], Signature(array.shape, array.dtype), attributes: [], numbers: [])
    setValue(array, of: tensor.id)
    return tensor
  }

  /// Double-precision numbers in row order as a tensor.
  public func tensor(_ values: [Double], shape: Shape? = nil) throws -> Tensor {
    try tensor(NDArray(values, shape: shape, on: device))
  }

  /// Single-precision numbers in row order as a tensor.
  public func tensor(_ values: [Float], shape: Shape? = nil) throws -> Tensor {
    try tensor(NDArray(values, shape: shape, on: device))
  }

  /// Whole numbers in row order as a tensor.
  public func tensor(_ values: [Int], shape: Shape? = nil) throws -> Tensor {
    try tensor(NDArray(values, shape: shape, on: device))
  }

  /// Truth values in row order as a tensor.
  public func tensor(_ values: [Bool], shape: Shape? = nil) throws -> Tensor {
    try tensor(NDArray(values, shape: shape, on: device))
  }

  /// A single number. Its value is an input of plans, so that a loop whose constants change still finds its plan.
  public func scalar(_ value: Double, _ dtype: DType = .float64) throws -> Tensor {
    numbers.append(value)
    return try append(
      Node(
        op: .passUnretained(Op.scalar), a: 0, b: 0, c: 0, operandCount: 0, shape: scalarShape, attributes: 0,
        numbers: Int32(truncatingIfNeeded: numbers.count - 1), numberCount: 1, value: -1, place: place, dtype: dtype))
  }

  /// A leaf whose value comes later or never: what a function is recorded over before it is mapped or replayed.
  func placeholder(_ signature: Signature) throws -> Tensor {
    try append(Op.placeholder, [], signature, attributes: [], numbers: [])
  }

  func forgetValues(of ids: [Int32]) { for id in ids { nodes[Int(id)].value = -1 } }

  func forgetValue(of id: Int32, leaving nothing: NDArray) {
    let place = nodes[Int(id)].value
    guard place >= 0 else { return }
    computed[Int(place)] = nothing
    nodes[Int(id)].value = -1
  }

  func restoreValues(_ values: [Int32], of ids: [Int32]) {
    for (value, id) in zip(values, ids) { nodes[Int(id)].value = value }
  }

  func notePlace(of id: Int32) { failedPlace = nodes[Int(id)].place }

  func setValue(_ array: NDArray, of id: Int32) {
    nodes[Int(id)].value = Int32(computed.count)
    computed.append(array)
  }

  func value(of id: Int32) -> NDArray? {
    let index = nodes[Int(id)].value
    return index < 0 ? nil : computed[Int(index)]
  }

  // MARK: Looking, and ending a trace

  /// Computes several tensors in one go, sharing what they have in common.
  public func values(of tensors: [Tensor]) throws -> [NDArray] {
    looks += 1
    return try compute(tensors)
  }

  /// Computes without counting as a look of the program.
  func compute(_ tensors: [Tensor]) throws -> [NDArray] {
    let ids = try tensors.map { try checked($0, Op.constant).id }
    let missing = ids.filter { value(of: $0) == nil }
    if !missing.isEmpty {
      for (id, array) in zip(missing, try execute(missing)) where value(of: id) == nil { setValue(array, of: id) }
    }
    return try ids.map { id in
      guard let array = value(of: id) else { throw TensorError.cannotLook(reason: "it was not computed") }
      return array
    }
  }

  /// Ends the present trace: computes the tensors to keep, forgets how they came to be, and frees everything else. Older handles
  /// are refused from then on; the result holds the new ones, in the same order.
  public func settle(_ kept: [Tensor]) throws -> [Tensor] {
    let values = try compute(kept)
    forget()
    return try values.map { try tensor($0) }
  }

  /// Ends the present trace and keeps nothing.
  public func forget() {
    nodeCount = 0
    numbers.removeAll(keepingCapacity: true)
    longOperands.removeAll(keepingCapacity: true)
    computed.removeAll(keepingCapacity: true)
    ownRows.removeAll()
    epoch &+= 1
  }

  /// Whether anything in the present trace was drawn.
  package var hasDraws: Bool { (0..<nodeCount).contains { op(Int32($0)).isDraw } }

  /// The place of the last failed computation, told once.
  package func takeFailedPlace() -> Int32? {
    defer { failedPlace = nil }
    return failedPlace
  }

  /// How many nodes the present trace holds.
  public var recordedCount: Int { nodeCount }
}
