// From compared lines to a verdict: who is to blame, and which side to believe.
import TensorKit

/// Decides what compared lines mean.
struct Judgement {
  let function: CheckedFunction
  let base: CheckRecording
  /// The compared lines; what turns out to be noise is put right.
  private(set) var results: [LineResult]
  /// The program's own gradient, where it has one.
  let own: [[Double]]?
  /// Whether the compared gradient was written by hand.
  let isGiven: Bool
  let tolerance: Double
  let prober: any Prober
  let lab: Graph

  init(
    function: CheckedFunction, base: CheckRecording, results: [LineResult], own: [[Double]]?, isGiven: Bool,
    tolerance: Double,
    prober: any Prober, lab: Graph
  ) {
    self.function = function
    self.base = base
    self.results = results
    self.own = own
    self.isGiven = isGiven
    self.tolerance = tolerance
    self.prober = prober
    self.lab = lab
  }

  private var graph: Graph { function.graph }
  private func places(_ outcome: LineResult.Outcome) -> [Int] {
    results.indices.filter { results[$0].outcome == outcome }
  }

  mutating func decide(_ draft: inout Draft) throws {
    if isGiven {
      if own != nil, !places(.kink).isEmpty { dismissCorners(try findings()) }
      judgeGiven(&draft)
    } else if !places(.differs).isEmpty || !places(.unclear).isEmpty || !places(.kink).isEmpty {
      try judgeOwn(&draft)
    }
    let near = results.filter { $0.outcome == .agrees && $0.slope.isNearCorner }.count
    if near > 0 {
      draft.notes.append("for \(near) lines a corner, a branch or a sharp bend lies close by; smaller steps avoid it")
    }
  }

  private func locator() throws -> Locator {
    try Locator(graph, base.output, leaves: base.wideLeaves, tolerance: localTolerance, lab: lab)
  }

  private func findings() throws -> Locator.Findings { try locator().search() }

  // MARK: A gradient written by hand

  private mutating func judgeGiven(_ draft: inout Draft) {
    // The program's own derivative decides where measuring cannot.
    var hidden = 0
    for place in places(.unclear) + places(.differs) {
      let result = results[place]
      guard let gradient = own?[result.line.argument] else { continue }
      let slope = result.line.slope(gradient, function.point.scales[result.line.argument])
      let isSame = abs(slope - result.analytic) <= tolerance * max(abs(slope), abs(result.analytic))
      if result.outcome == .differs {
        guard isSame, let refined = result.slope.refined(to: result.analytic) else { continue }
        (results[place].outcome, results[place].slope) = (.agrees, refined)
      } else {
        results[place].outcome = isSame ? .agrees : .differs
        hidden += 1
      }
    }
    if hidden > 0 {
      draft.notes.append(
        "for \(hidden) lines noise hides the slope; they were held against the program's own derivative")
    }
    if let place = places(.differs).max(by: { results[$0].weight < results[$1].weight }) {
      let worst = results[place]
      draft.verdict = .differs
      let argument = worst.line.argument
      draft.culprit = GradientReport.Culprit(
        operation: "given gradient", place: 0, operands: [], result: function.point.shapes[argument],
        operand: function.point.names[argument], worst: worst.comparison(at: function.point),
        reason: "\(places(.differs).count) of \(results.count) compared lines are wrong")
      let scales = function.point.scales[argument]
      guard let gradient = own?[argument] else {
        draft.trusts = GradientReport.Trust(
          side: .numeric,
          reason: "differences follow no rule that could be wrong, and the program has no derivative of its own")
        return
      }
      let slope = worst.line.slope(gradient, scales)
      if abs(slope - worst.slope.value) <= worst.bound + tolerance * abs(slope) {
        draft.trusts = GradientReport.Trust(
          side: .numeric, reason: "the derivative recorded by the program itself gives the same as the differences")
      } else if abs(slope - worst.analytic) <= tolerance * max(abs(slope), abs(worst.analytic)) {
        draft.trusts = GradientReport.Trust(
          side: .analytic, reason: "the derivative recorded by the program itself gives the same as the given one")
      } else {
        draft.trusts = GradientReport.Trust(
          side: .numeric, reason: "the program's own derivative differs from both; check that first")
      }
    } else if !places(.unclear).isEmpty {
      draft.verdict = .differs
      draft.notes.append("noise hides the slope, and the program has no derivative of its own: nothing was confirmed")
    } else if !places(.kink).isEmpty {
      judgeKink(nil, &draft)
    }
  }

  // MARK: The program's own gradient

  private mutating func judgeOwn(_ draft: inout Draft) throws {
    let locator = try locator()
    let findings = try locator.search()
    dismissCorners(findings)
    let differ = places(.differs)
    let unclear = places(.unclear)
    if !findings.unchecked.isEmpty && (!differ.isEmpty || !unclear.isEmpty) {
      draft.notes.append("these operators could not be checked alone: " + findings.unchecked.joined(separator: ", "))
    }
    if let wrong = findings.wrong, !differ.isEmpty || !unclear.isEmpty {
      for place in unclear { results[place].outcome = .differs }
      draft.verdict = .differs
      draft.culprit = wrong
      draft.trusts = GradientReport.Trust(
        side: .numeric,
        reason: wrong.operation == Op.stopGradient.name
          ? "the value moves although its derivative was stopped; that may be what you want"
          : "differences of `\(wrong.operation)` alone contradict its derivative, while everything before it is right")
      return
    }
    if !differ.isEmpty, let number = (prober as? RerunProber)?.movedNumber {
      draft.verdict = .differs
      draft.culprit = GradientReport.Culprit(
        operation: number.operation, place: number.place, operands: [], result: base.value.shape, operand: nil,
        worst: nil,
        reason: "it takes a number that the program read from a value; no derivative flows through such a number")
      draft.trusts = GradientReport.Trust(
        side: .numeric, reason: "the number moves with the arguments, which only a new run of the program shows")
      return
    }
    try excuseNoise(locator, findings, &draft)
    if !places(.differs).isEmpty {
      draft.verdict = .differs
      draft.trusts = GradientReport.Trust(side: .analytic, reason: distrust(findings))
    } else if !places(.kink).isEmpty {
      judgeKink(findings.corner, &draft)
    }
  }

  /// What looks like a corner although no operator has one, and no branch flipped, is noise.
  private mutating func dismissCorners(_ findings: Locator.Findings) {
    guard findings.corner == nil, findings.unchecked.isEmpty else { return }
    for place in places(.kink) where results[place].slope.corner != .edge && results[place].slope.corner != .branch {
      results[place].slope.corner = nil
      results[place].outcome = .unclear
    }
  }

  private var localTolerance: Double { function.point.dtype == .float32 ? max(tolerance, 1e-2) : max(tolerance, 1e-7) }

  /// Where every operator's derivative is right, differences that rounding explains are no differences.
  private mutating func excuseNoise(_ locator: Locator, _ findings: Locator.Findings, _ draft: inout Draft) throws {
    var doubted = places(.differs) + places(.unclear)
    guard !doubted.isEmpty else { return }
    if findings.unchecked.isEmpty {
      for place in places(.differs) {
        guard let refined = results[place].slope.refined(to: results[place].analytic) else { continue }
        (results[place].outcome, results[place].slope) = (.agrees, refined)
      }
    }
    doubted = places(.differs) + places(.unclear)
    guard !doubted.isEmpty else { return }
    let rounding = try locator.rounding()
    let spread = try ownRounding()
    var excused = 0
    for place in doubted {
      let result = results[place]
      let noise = result.slope.step > 0 ? 4 * rounding.size / result.slope.step : .infinity
      let own = 8 * result.line.magnitude(spread[result.line.argument], function.point.scales[result.line.argument])
      let size = max(abs(result.analytic), abs(result.slope.value))
      let isVague = result.outcome == .unclear || !(result.slope.error <= 1e-3 * size)
      guard isVague || result.absolute <= noise + own else { continue }
      guard findings.unchecked.isEmpty, result.analytic.isFinite else {
        results[place].outcome = .differs
        continue
      }
      results[place].outcome = .agrees
      excused += 1
    }
    if excused > 0 {
      draft.notes.append(
        "for \(excused) of \(results.count) lines rounding hides the slope, most of it in `\(rounding.operation)`; "
          + "instead, the derivatives of all \(findings.checked) operators were checked one by one, and they are right")
    }
  }

  /// How uncertain the gradient itself is: how far it moves when every argument moves by its last digit.
  private func ownRounding() throws -> [[Double]] {
    guard let own else { return function.point.values.map { $0.map { _ in 0 } } }
    let gradients = try zip(graph.pullback(base.output, to: base.wideLeaves), base.wideLeaves).map {
      try $0 ?? zeros(like: $1)
    }
    let others = try function.point.lastDigitsMoved(on: graph.device).map { arrays in
      let moved = try arrays.map { try graph.tensor($0) }
      let replacing = Dictionary(zip(base.wideLeaves.map(\.id), moved), uniquingKeysWith: { first, _ in first })
      return try graph.compute(graph.promoted(gradients, replacing: replacing, to: function.point.dtype)).map(\.doubles)
    }
    return CheckPoint.spread(of: own, others)
  }

  /// Why differences are not believed although they differ.
  private func distrust(_ findings: Locator.Findings) -> String {
    let worst = places(.differs).map { results[$0] }.max { $0.weight < $1.weight }
    let right =
      findings.unchecked.isEmpty
      ? "the derivative of every one of the \(findings.checked) operators is right on its own"
      : "no operator that could be checked alone is wrong"
    if worst?.slope.isNearCorner == true { return right + ", and a corner nearby spoils the differences" }
    if findings.corner != nil {
      return right + ", and `\(findings.corner?.operation ?? "")` has a corner at this point"
    }
    return right + "; the differences must suffer from noise or from an unsuitable step"
  }

  private func judgeKink(_ corner: GradientReport.Culprit?, _ draft: inout Draft) {
    guard let worst = places(.kink).map({ results[$0] }).first else { return }
    draft.verdict = .kink
    draft.culprit = corner
    let name = function.point.names[worst.line.argument]
    let place = worst.comparison(at: function.point)
    let at = place.index.map { $0.isEmpty ? name : name + "\($0)" } ?? name
    let side = { (slope: Double) in slope.isFinite ? "the slope is \(GradientReport.brief(slope))" : "there is none" }
    draft.notes.append(
      "\(at) stands at \(worst.slope.corner?.words ?? "a corner"): to the left \(side(worst.slope.left)), "
        + "to the right \(side(worst.slope.right)); the derivative says \(GradientReport.brief(worst.analytic))")
  }
}

extension LineResult {
  /// How bad a difference is; what is not a number is worst.
  var weight: Double { absolute.isNaN ? .infinity : absolute }
}
