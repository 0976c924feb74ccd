// One gradient check from beginning to end.
import TensorKit

/// Carries out a check: records, compares, and looks for what is to blame.
struct Examination {
  private let graph: Graph
  private let names: [String]
  private let arguments: [NDArray]
  private let options: GradientCheckOptions
  private let body: ([Tensor]) throws -> Tensor
  private let given: (([Tensor]) throws -> [Tensor])?
  private let dtype: DType
  private let tolerance: Double

  init(
    _ graph: Graph, _ names: [String], _ arguments: [NDArray], _ options: GradientCheckOptions,
    _ body: @escaping ([Tensor]) throws -> Tensor, given: (([Tensor]) throws -> [Tensor])?
  ) throws {
    self.graph = graph
    self.names = names
    self.arguments = arguments
    self.options = options
    self.body = body
    self.given = given
    dtype = options.precision == .float32 ? .float32 : .float64
    tolerance = options.tolerance ?? (dtype == .float32 ? 1e-2 : 1e-6)
    try checkOptions()
  }

  private func checkOptions() throws {
    let refuse = { (argument: String, found: String, expected: String) in
      TensorError.option(operation: "gradient check", argument: argument, found: found, expected: expected)
    }
    if options.order != 1 && options.order != 2 { throw refuse("order", "\(options.order)", "1 or 2") }
    if options.order == 2 && given != nil { throw refuse("order", "2", "1 for a gradient written by hand") }
    if case .directions(let count) = options.mode, count < 1 {
      throw refuse("mode", "\(count) directions", "1 or more")
    }
    if !(tolerance > 0 && tolerance < 1) { throw refuse("tolerance", "\(tolerance)", "between 0 and 1") }
  }

  /// The whole check. The second order is looked at only when the first agrees.
  func report() throws -> GradientReport {
    var first = try report(order: 1)
    guard options.order == 2 else { return first.made }
    guard first.verdict == .agrees else {
      first.notes.append("the second order was not looked at, because the first does not agree")
      return first.made
    }
    var second = try report(order: 2)
    second.probes += first.probes
    second.notes.insert("the first order agrees; this is the Hessian's product with a fixed random vector", at: 0)
    return second.made
  }

  private func report(order: Int) throws -> Draft {
    var draft = Draft(order: order, precision: dtype)
    let function = try CheckedFunction(graph, names: names, arguments: arguments, dtype: dtype, order: order, body)
    do {
      try examine(function, &draft)
    } catch TensorError.notDifferentiable(let operation, let reason) {
      draft.verdict = .notDifferentiable
      draft.entries = emptyEntries(.notDifferentiable)
      draft.culprit = culprit(named: operation, in: draft.recorded, reason)
    }
    return draft
  }

  private func emptyEntries(_ verdict: GradientReport.Verdict) -> [GradientReport.Entry] {
    zip(names, arguments).map {
      GradientReport.Entry(
        name: $0, shape: $1.shape, compared: 0, usesDirections: false, verdict: verdict, largestAbsolute: nil,
        largestRelative: nil)
    }
  }

  private func culprit(named name: String, in recording: CheckRecording?, _ reason: String) -> GradientReport.Culprit {
    let id = recording.flatMap { recording in
      graph.reachable(from: [recording.value.id]).first { graph.op($0).name == name }
    }
    return GradientReport.Culprit(
      operation: name, place: id.map { graph.nodes[Int($0)].place } ?? 0,
      operands: id.map { graph.operands(of: $0).map { graph.shape(of: $0) } } ?? [],
      result: id.map { graph.shape(of: $0) } ?? .scalar, operand: nil, worst: nil, reason: reason)
  }

  private func examine(_ function: CheckedFunction, _ draft: inout Draft) throws {
    let base = try function.record()
    draft.recorded = base
    let again = try function.record()
    let values = try graph.compute([base.output, again.output]).map { $0.item ?? .nan }
    draft.value = values[0]
    guard base.fingerprint.isSame(as: again.fingerprint), values[0].bitPattern == values[1].bitPattern else {
      draft.verdict = .notDeterministic
      draft.entries = emptyEntries(.notDeterministic)
      draft.notes.append(
        base.fingerprint.hasSameStructure(as: again.fingerprint)
          ? "two runs with the same draws gave \(GradientReport.number(values[0])) and \(GradientReport.number(values[1])); "
            + "does the function use random numbers of its own, or change something outside?"
          : "two runs with the same draws did not carry out the same operations")
      return
    }
    if base.value.shape.count != 1 {
      if given != nil { throw TensorError.notScalar(operation: "gradient check", shape: base.value.shape) }
      draft.notes.append(
        "the value has shape \(base.value.shape): the sum of its elements with fixed random weights was checked")
    }
    guard values[0].isFinite else {
      draft.verdict = .notDifferentiable
      draft.entries = emptyEntries(.notDifferentiable)
      draft.culprit = try Locator.firstNotFinite(graph, base.output)
      draft.notes.append("the value is \(GradientReport.brief(values[0])) at this point")
      return
    }
    // Draws stay fixed in a replay, so that asking for a derivative through one shows in the program's own recording only.
    if given == nil { _ = try graph.pullback(base.value, to: base.leaves) }
    let own = try ownGradient(base)
    try compare(function, base, own, &draft)
  }

  /// The recorded gradient's values; nil where it has none and a gradient written by hand is checked.
  private func ownGradient(_ base: CheckRecording) throws -> [[Double]]? {
    do {
      let gradients = try zip(graph.pullback(base.output, to: base.wideLeaves), base.wideLeaves).map {
        try $0 ?? zeros(like: $1)
      }
      return try graph.compute(gradients).map(\.doubles)
    } catch TensorError.notDifferentiable(let operation, let reason) {
      if given != nil { return nil }
      throw TensorError.notDifferentiable(operation: operation, reason: reason)
    }
  }

  /// The gradient written by hand, in the check's precision; a note where its shape does not fit.
  private func givenGradient(_ base: CheckRecording, _ draft: inout Draft) throws -> [[Double]]? {
    guard let given else { return nil }
    let random = graph.random
    defer { graph.random = random }
    let parts = try given(base.leaves)
    guard parts.count == names.count else {
      throw TensorError.structure(
        operation: "gradient check", reason: "the given gradient has \(parts.count) parts for \(names.count) arguments")
    }
    for (part, (name, argument)) in zip(parts, zip(names, arguments)) where part.shape != argument.shape {
      draft.verdict = .differs
      draft.culprit = GradientReport.Culprit(
        operation: "given gradient", place: 0, operands: [argument.shape], result: part.shape, operand: name,
        worst: nil,
        reason:
          "a gradient has the shape of its parameter, but for \(name) \(part.shape) was given instead of \(argument.shape)"
      )
    }
    if draft.verdict == .differs {
      draft.entries = emptyEntries(.differs)
      return nil
    }
    let replacing = Dictionary(zip(base.leaves.map(\.id), base.wideLeaves), uniquingKeysWith: { first, _ in first })
    return try graph.compute(graph.promoted(parts, replacing: replacing, to: dtype)).map(\.doubles)
  }

  private func compare(_ function: CheckedFunction, _ base: CheckRecording, _ own: [[Double]]?, _ draft: inout Draft)
    throws
  {
    let written = try givenGradient(base, &draft)
    if draft.culprit != nil { return }
    guard let gradient = written ?? own else { return }
    let lab = Graph(device: graph.device, usesPlans: graph.usesPlans)
    let prober: any Prober =
      base.looked
      ? RerunProber(function, base: base, point: function.point, value: draft.value)
      : ReplayProber(graph, base.output, leaves: base.wideLeaves, point: function.point, lab: lab)
    let meter = SlopeMeter(prober)
    let check = LineCheck(meter: meter, gradient: gradient, size: abs(draft.value), tolerance: tolerance)
    let plan = LinePlan(
      options, function.point,
      nodesPerRun: base.looked ? graph.reachable(from: [base.output.id]).count : 0)
    var results = try check.check(plan.lines)
    results = try narrowed(results, check)
    var judgement = Judgement(
      function: function, base: base, results: results, own: own, isGiven: written != nil, tolerance: tolerance,
      prober: prober, lab: lab)
    try judgement.decide(&draft)
    draft.entries = plan.entries(judgement.results, function.point)
    draft.probes = meter.probes
    if base.looked { draft.notes.append("the function looked at values, so it was run anew for every probe") }
    if let replay = prober as? ReplayProber, let reason = replay.unmapped {
      draft.notes.append("probes were replayed one by one: \(reason)")
    }
    if dtype == .float32 { draft.notes.append(Examination.precisionNote(judgement.results)) }
  }

  /// For every argument, the element behind the worst differing line stands for all its differing lines.
  private func narrowed(_ results: [LineResult], _ check: LineCheck) throws -> [LineResult] {
    var kept: [LineResult] = []
    let wide = { (result: LineResult) in result.line.range.count > 1 && result.outcome == .differs }
    for argument in names.indices {
      let own = results.filter { $0.line.argument == argument }
      guard let worst = own.filter(wide).max(by: { $0.weight < $1.weight }) else {
        kept += own
        continue
      }
      let element = try check.narrowed(worst)
      kept += element.outcome == .differs ? own.filter { !wide($0) } + [element] : own
    }
    return kept
  }

  /// What single precision does to a check.
  private static func precisionNote(_ results: [LineResult]) -> String {
    let worst = results.map(\.relative).filter(\.isFinite).max() ?? 0
    return "in float32 a number has 7 digits and a difference quotient loses most of them: errors up to "
      + "\(GradientReport.brief(worst)) beside the slope say little about the derivative; check in float64"
  }
}

/// A report while it comes about.
struct Draft {
  let order: Int
  let precision: DType
  var verdict = GradientReport.Verdict.agrees
  var value = Double.nan
  var entries: [GradientReport.Entry] = []
  var culprit: GradientReport.Culprit?
  var trusts: GradientReport.Trust?
  var notes: [String] = []
  var probes = 0
  var recorded: CheckRecording?

  var made: GradientReport {
    GradientReport(
      verdict: verdict, value: value, entries: entries, culprit: culprit, trusts: trusts, notes: notes, probes: probes,
      order: order, precision: precision)
  }
}
