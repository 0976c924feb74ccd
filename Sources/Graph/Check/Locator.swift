// Finds the operator whose own derivative is wrong, or has a corner, by checking every operator on the way alone.
import TensorKit

/// Walks a recorded computation from its leaves on and checks each operator's derivative against differences of that operator.
struct Locator {
  /// What a walk found.
  struct Findings {
    /// The first operator whose derivative is wrong.
    var wrong: GradientReport.Culprit?
    /// The first operator that has a corner where it stands.
    var corner: GradientReport.Culprit?
    /// How many operators were checked.
    var checked = 0
    /// The operators that could not be checked alone.
    var unchecked: [String] = []
  }

  private let graph: Graph
  private let output: Tensor
  private let leaves: [Tensor]
  private let tolerance: Double
  /// Where single operators are recorded.
  private let bench: Graph
  /// Where their probes are recorded.
  private let lab: Graph
  /// Every node that depends on a leaf.
  private let moves: Set<Int32>
  /// The nodes through which the output moves with the leaves, those first that come first: down to what is flat, which no
  /// derivative passes although the value may move.
  private let path: [Int32]

  private static let weightSeed: UInt64 = 0xC07A_93E7
  private static let directionSeed: UInt64 = 0xD12E_C710
  private static let elementLimit = 32
  private static let directions = 3

  init(_ graph: Graph, _ output: Tensor, leaves: [Tensor], tolerance: Double, lab: Graph) throws {
    self.graph = graph
    self.output = output
    self.leaves = leaves
    self.tolerance = tolerance
    self.lab = lab
    bench = Graph(device: graph.device, usesPlans: graph.usesPlans)
    moves = Set(graph.dependents(of: [output], on: leaves.map(\.id))).union(leaves.map(\.id))
    path = Locator.path(graph, output.id, moves, leaves: Set(leaves.map(\.id)))
  }

  private static func path(_ graph: Graph, _ output: Int32, _ moves: Set<Int32>, leaves: Set<Int32>) -> [Int32] {
    var reached: Set<Int32> = moves.contains(output) ? [output] : []
    var path: [Int32] = []
    for id in moves.sorted(by: >) where reached.contains(id) && !leaves.contains(id) {
      guard graph.nodes[Int(id)].dtype.isFloating else { continue }
      path.append(id)
      if graph.op(id).isFlat { continue }
      // How a value with a derivative of one's own was computed does not matter.
      reached.formUnion(graph.operands(of: id).dropFirst(graph.isCustom(id) ? 1 : 0).filter { moves.contains($0) })
    }
    return path.reversed()
  }

  /// Checks operator after operator, up to the first wrong one.
  func search() throws -> Findings {
    var findings = Findings()
    for id in path {
      do {
        let results = try check(id)
        findings.checked += 1
        if let wrong = results.wrong {
          findings.wrong = wrong
          return findings
        }
        if findings.corner == nil { findings.corner = results.corner }
      } catch let error as TensorError {
        switch error {
        case .cancelled, .outOfMemory, .graphTooLarge: throw error
        default: if !findings.unchecked.contains(graph.op(id).name) { findings.unchecked.append(graph.op(id).name) }
        }
      }
    }
    if findings.corner == nil { findings.corner = try firstFlip() }
    for id in path where graph.isCustom(id) {
      if let missing = missingInput(id) {
        findings.wrong = missing
        return findings
      }
    }
    return findings
  }

  /// The first comparison, or other step from numbers to what is none, that turns out otherwise beside the point.
  private func firstFlip() throws -> GradientReport.Culprit? {
    for id in moves.sorted() where !graph.nodes[Int(id)].dtype.isFloating {
      let operands = graph.operands(of: id)
      let value = try graph.compute([Tensor(graph, id)])[0].doubles
      for (place, operand) in operands.enumerated()
      where moves.contains(operand) && graph.nodes[Int(operand)].dtype.isFloating {
        let point = CheckPoint(
          names: [""], arrays: try graph.compute([Tensor(graph, operand)]), dtype: graph.nodes[Int(operand)].dtype)
        for sign in [1.0, -1] {
          var moved = operands.map { Tensor(graph, $0) }
          let values = zip(point.values[0], point.scales[0]).map { $0 + sign * 0x1p-26 * $1 }
          let array = try NDArray(values, shape: point.shapes[0], on: graph.device)
          moved[place] = try graph.tensor(CheckedFunction.converted(array, to: point.dtype, on: graph.device))
          do {
            if try graph.compute([graph.again(id, moved)])[0].doubles != value {
              return culprit(id, nil, nil, reason: "it turns over here")
            }
          } catch TensorError.cancelled {
            throw TensorError.cancelled
          } catch is TensorError {
            // What refuses moved operands has no other side to turn over to.
            continue
          }
        }
      }
    }
    return nil
  }

  /// The distinct operands that a node's derivative is taken for.
  private func variables(_ id: Int32) -> [Int32] {
    var seen: Set<Int32> = []
    return graph.operands(of: id).dropFirst(graph.isCustom(id) ? 1 : 0).filter { operand in
      moves.contains(operand) && graph.nodes[Int(operand)].dtype.isFloating && seen.insert(operand).inserted
    }
  }

  private func check(_ id: Int32) throws -> (wrong: GradientReport.Culprit?, corner: GradientReport.Culprit?) {
    let variables = variables(id)
    guard !variables.isEmpty else { return (nil, nil) }
    defer { bench.forget() }
    let arrays = try graph.compute(variables.map { Tensor(graph, $0) })
    let operands = Array(graph.operands(of: id).dropFirst(graph.isCustom(id) ? 1 : 0))
    let point = CheckPoint(
      names: variables.map { "operand \((operands.firstIndex(of: $0) ?? 0) + 1)" },
      arrays: arrays, dtype: output.dtype)
    let own = try arrays.map { try bench.tensor($0) }
    let value = try recorded(id, Dictionary(uniqueKeysWithValues: zip(variables, own)))
    let weights = try NDArray(
      (0..<value.shape.count).map { Line.weight(Locator.weightSeed, $0) }, shape: value.shape, on: graph.device)
    let typed = try CheckedFunction.converted(weights, to: value.dtype, on: graph.device)
    let sum = try bench.record(
      Op.sum, [value * (try bench.tensor(typed))], attributes: [0] + Array(0..<value.rank))
    let gradient = try gradient(id, variables, cotangent: typed)
    let prober = ReplayProber(bench, sum, leaves: own, point: point, lab: lab)
    let check = LineCheck(
      meter: SlopeMeter(prober), gradient: gradient, size: 0, tolerance: tolerance)
    let results = try check.check(lines(point))
    var differing = results.filter { $0.outcome == .differs }
    if !differing.isEmpty {
      let spread = try spread(id, variables, point, gradient, cotangent: typed)
      differing.removeAll { result in
        let own = result.line.magnitude(spread[result.line.argument], point.scales[result.line.argument])
        return result.absolute <= result.bound + 8 * own || result.slope.refined(to: result.analytic) != nil
      }
    }
    if let worst = differing.max(by: { $0.weight < $1.weight }) {
      return (culprit(id, try check.narrowed(worst), point, reason: wrongReason(id)), nil)
    }
    if let corner = results.first(where: { $0.outcome == .kink }) {
      let reason = "it has \(corner.slope.corner?.words ?? "a corner") here"
      return (nil, culprit(id, corner, point, reason: reason))
    }
    return (nil, nil)
  }

  private func lines(_ point: CheckPoint) -> [Line] {
    point.shapes.indices.flatMap { argument -> [Line] in
      let count = point.shapes[argument].count
      if count <= Locator.elementLimit { return (0..<count).map { Line.element(argument, $0) } }
      return (0..<Locator.directions).map {
        Line(argument: argument, range: 0..<count, signs: Locator.directionSeed &+ UInt64($0))
      }
    }
  }

  /// The node's value recorded over its variables alone; everything else is as it was.
  private func recorded(_ id: Int32, _ variables: [Int32: Tensor]) throws -> Tensor {
    guard graph.isCustom(id) else {
      let operands = try graph.operands(of: id).map { try variables[$0] ?? copied($0) }
      return try bench.record(
        graph.op(id), operands, attributes: graph.attributes(of: id), numbers: graph.numbers(of: id))
    }
    let value = graph.operands(of: id)[0]
    var known = variables
    for step in graph.dependents(of: [Tensor(graph, value)], on: Array(variables.keys)) {
      if graph.isCustom(step) {
        known[step] = try known[graph.operands(of: step)[0]] ?? copied(graph.operands(of: step)[0])
        continue
      }
      let operands = try graph.operands(of: step).map { try known[$0] ?? copied($0) }
      known[step] = try bench.record(
        graph.op(step), operands, attributes: graph.attributes(of: step), numbers: graph.numbers(of: step))
    }
    return try known[value] ?? copied(value)
  }

  private func copied(_ id: Int32) throws -> Tensor {
    if graph.op(id) === Op.scalar { return try bench.scalar(graph.numbers(of: id)[0], graph.nodes[Int(id)].dtype) }
    return try bench.tensor(graph.compute([Tensor(graph, id)])[0])
  }

  /// What the node's rule makes of the cotangent, for each variable; or what that of another node, recorded over operands that
  /// stand in the same places, makes of it.
  private func gradient(
    _ id: Int32, _ variables: [Int32], cotangent: NDArray, at other: Int32? = nil
  ) throws -> [[Double]] {
    let operands = graph.operands(of: id)
    let needed = operands.indices.map { !(graph.isCustom(id) && $0 == 0) && variables.contains(operands[$0]) }
    let parts = try graph.contributions(of: other ?? id, cotangent: graph.tensor(cotangent), needed: needed)
    return try variables.map { variable in
      var sum: Tensor?
      for (operand, part) in zip(operands, parts) where operand == variable {
        guard let part else { continue }
        sum = try sum.map { try $0 + part } ?? part
      }
      guard let sum else { return [Double](repeating: 0, count: graph.shape(of: variable).count) }
      return try graph.compute([sum])[0].doubles
    }
  }

  /// How uncertain a rule's result is: how far it moves when every operand moves by its last digit.
  private func spread(
    _ id: Int32, _ variables: [Int32], _ point: CheckPoint, _ gradient: [[Double]], cotangent: NDArray
  ) throws -> [[Double]] {
    let others = try point.lastDigitsMoved(on: graph.device).map { arrays in
      let moved = Dictionary(
        uniqueKeysWithValues: zip(variables, try arrays.map { try graph.tensor($0) }))
      let isCustom = graph.isCustom(id)
      let operands = graph.operands(of: id).enumerated().map { place, operand in
        (isCustom && place == 0 ? nil : moved[operand]) ?? Tensor(graph, operand)
      }
      return try self.gradient(id, variables, cotangent: cotangent, at: graph.again(id, operands).id)
    }
    return CheckPoint.spread(of: gradient, others)
  }

  private func wrongReason(_ id: Int32) -> String {
    if graph.op(id) === Op.stopGradient { return "it holds back the derivative on purpose" }
    return graph.isCustom(id)
      ? "the derivative written for it is not that of its value" : "its derivative is not that of its value"
  }

  private func culprit(
    _ id: Int32, _ worst: LineResult?, _ point: CheckPoint?, reason: String
  ) -> GradientReport.Culprit {
    let operands = graph.operands(of: id).dropFirst(graph.isCustom(id) ? 1 : 0)
    return GradientReport.Culprit(
      operation: graph.op(id).name, place: graph.nodes[Int(id)].place, operands: operands.map { graph.shape(of: $0) },
      result: graph.shape(of: id), operand: worst.flatMap { worst in point?.names[worst.line.argument] },
      worst: worst.flatMap { worst in point.map { worst.comparison(at: $0) } }, reason: reason)
  }

  /// Whether a value with a derivative of one's own depends on a leaf by a way that its inputs leave out.
  private func missingInput(_ id: Int32) -> GradientReport.Culprit? {
    let operands = graph.operands(of: id)
    let inputs = Set(operands.dropFirst())
    var reached = Set(leaves.map(\.id)).subtracting(inputs)
    for step in graph.reachable(from: [operands[0]]) where !inputs.contains(step) && !reached.contains(step) {
      if graph.operands(of: step).contains(where: { reached.contains($0) }) { reached.insert(step) }
    }
    guard reached.contains(operands[0]), !inputs.contains(operands[0]) else { return nil }
    return culprit(
      id, nil, nil, reason: "its value depends on something that is not among the inputs of its derivative")
  }

  /// Every node that a derivative passes, with what arrives there.
  private func cotangents() throws -> [(id: Int32, cotangent: Tensor)] {
    var passed: [(Int32, Tensor)] = []
    guard let first = leaves.map(\.id).min(), first <= output.id else { return passed }
    var walk = ReverseWalk(graph, from: first, to: output.id, sources: leaves.map(\.id))
    walk.witness = { id, cotangent, _ in passed.append((id, cotangent)) }
    try walk.run(graph.full(1, output.shape, output.dtype))
    return passed
  }

  /// How large the rounding errors of all steps together may be in the result, and which step adds most.
  func rounding() throws -> (size: Double, operation: String) {
    var total = 0.0
    var worst = (size: 0.0, operation: output.operation.name)
    let roundoff = output.dtype == .float32 ? 0x1p-24 : 0x1p-53
    for (id, cotangent) in try cotangents() {
      let arrays = try graph.compute([Tensor(graph, id), cotangent])
      let size = zip(arrays[0].doubles, arrays[1].doubles).reduce(0) { $0 + abs($1.0 * $1.1) } * roundoff
      total += size
      if size > worst.size { worst = (size, graph.op(id).name) }
    }
    return (total, worst.operation)
  }

  /// The first operator whose value is not finite although its operands are.
  static func firstNotFinite(_ graph: Graph, _ output: Tensor) throws -> GradientReport.Culprit? {
    for id in graph.reachable(from: [output.id]) where graph.nodes[Int(id)].dtype.isFloating {
      let value = try graph.compute([Tensor(graph, id)])[0]
      guard let place = value.doubles.firstIndex(where: { !$0.isFinite }) else { continue }
      let operands = graph.operands(of: id)
      return GradientReport.Culprit(
        operation: graph.op(id).name, place: graph.nodes[Int(id)].place, operands: operands.map { graph.shape(of: $0) },
        result: graph.shape(of: id), operand: nil, worst: nil,
        reason: "its value is \(GradientReport.brief(value.doubles[place])) here")
    }
    return nil
  }
}

extension Slope.Corner {
  /// The place as a reader knows it.
  var words: String {
    switch self {
    case .corner: "a corner"
    case .jump: "a jump"
    case .unbounded: "a slope without bound"
    case .edge: "the edge of its domain"
    case .branch: "a branch that flips"
    }
  }
}

extension LineResult {
  /// The line as a report shows it.
  func comparison(at point: CheckPoint) -> GradientReport.Comparison {
    let element = line.signs == nil ? line.range.first : nil
    return GradientReport.Comparison(
      index: element.map { point.index($0, in: line.argument) }, analytic: analytic, numeric: slope.value,
      left: slope.left, right: slope.right, absoluteError: absolute, relativeError: relative)
  }
}
