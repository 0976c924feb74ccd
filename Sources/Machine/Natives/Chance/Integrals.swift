// Integrals over boxes of one to three dimensions, by adaptive panels of the Gauss–Kronrod rule that are evaluated all at once.

/// One variable of an integral. It runs over panels between `cuts`; a place on it stands for a point, with a weight.
struct IntegralAxis {
  let cuts: [Double]
  /// Another way to run along it: evenly from one end to the other, where the integrand all but vanishes at both.
  var lattice: Lattice?
  let place: (Double) -> (point: Double, weight: Double)

  /// Even steps of a variable that reaches from -reach to reach.
  struct Lattice {
    let reach: Double
    let step: Double
    let place: (Double) -> (point: Double, weight: Double)
  }
}

/// Where an integral was evaluated, and what came out.
struct IntegralResult {
  /// The integral of each component.
  var sums: [Double]
  /// What the sum of all errors may be, relative to the integral of the absolute value.
  var error: Double
  /// The points of the panels that were accepted, variable by variable, and their weights; empty if they were not asked for.
  var points: [[Double]]
  var weights: [Double]
}

/// Why there is no result.
enum IntegralFailure: Error {
  /// Nowhere finite, or not where its panels can be made smaller; an example of such a point.
  case notFinite([Double])
  /// More points were needed than are allowed, and so far the relative error was this.
  case notConverged(Double)
}

/// An integral of several variables, taken one inside the other: the inner ones are smooth in the outer variables even where the
/// integrand has kinks, so panels find the kinks one dimension at a time. All panels of one dimension are evaluated together.
struct AdaptiveIntegral {
  let axes: [IntegralAxis]
  /// Relative to the integral of the absolute value.
  let tolerance: Double
  /// The most evaluations.
  let limit: Int
  /// Whether the accepted points are wanted.
  let keepsPoints: Bool
  /// The integrand at points given variable by variable: for each point as many numbers as it has components.
  let evaluate: ([[Double]]) throws -> (values: [Double], components: Int)
  /// Counts a round; throws where the machine wants to stop.
  let poll: () throws -> Void

  /// A result with a larger relative error is none.
  private static let worstError = 1e-4

  var components = 1
  var used = 0
  /// The integral of the absolute value of each component, as far as it is known.
  private var scales: [Double] = []
  private var badPoint: [Double] = []
  /// Errors that were accepted because a panel could not become smaller.
  private var unresolved = 0.0
  /// The error of what is open at the outermost level: what is told when the points run out.
  private var reached = Double.infinity
  private var openError = 0.0

  init(
    _ axes: [IntegralAxis], tolerance: Double, limit: Int, keepsPoints: Bool, poll: @escaping () throws -> Void,
    evaluate: @escaping ([[Double]]) throws -> (values: [Double], components: Int)
  ) {
    self.axes = axes
    self.tolerance = tolerance
    self.limit = limit
    self.keepsPoints = keepsPoints
    self.poll = poll
    self.evaluate = evaluate
  }

  /// The same integral with less exactness.
  func again(tolerance: Double) -> AdaptiveIntegral {
    AdaptiveIntegral(
      axes, tolerance: tolerance, limit: limit, keepsPoints: keepsPoints, poll: poll, evaluate: evaluate)
  }

  /// A choice of the outer variables, under which the next one is integrated.
  private struct Prefix {
    let points: [Double]
    /// The product of the weights of the outer variables.
    let density: Double
  }

  /// An integral over the variables that are left.
  private struct Part {
    var sums: [Double]
    var magnitudes: [Double]
    var error = 0.0
    /// The points of the variables that are left, one after the other, and the weights.
    var points: [Double] = []
    var weights: [Double] = []
  }

  private struct Panel {
    let prefix: Int
    let low: Double
    let high: Double
    /// How much of the whole lay in the panel that it is a half of.
    var before = 0.0
  }

  /// The integral.
  mutating func run() throws -> IntegralResult {
    if let quick = try lattice() { return quick }
    try survey()
    let part = try integrate(0, [Prefix(points: [], density: 1)])[0]
    let error = part.error + unresolved
    guard error <= Self.worstError, part.sums.allSatisfy(\.isFinite) else { throw IntegralFailure.notConverged(error) }
    let count = axes.count
    let points = (0..<count).map { axis in
      stride(from: axis, to: part.points.count, by: count).map { part.points[$0] }
    }
    return IntegralResult(sums: part.sums, error: error, points: points, weights: part.weights)
  }

  /// Evaluates a coarse grid over the whole box: how many components there are, and how large they are.
  private mutating func survey() throws {
    var columns = [[Double]](repeating: [], count: axes.count)
    var weights: [Double] = [1]
    for (index, axis) in axes.enumerated() {
      var places: [(point: Double, weight: Double)] = []
      for (low, high) in zip(axis.cuts, axis.cuts.dropFirst()) {
        for (node, weight) in Kronrod.coarse {
          let placed = axis.place((low + high) / 2 + node * (high - low) / 2)
          let whole = placed.weight * weight * (high - low) / 2
          if whole != 0, whole.isFinite, placed.point.isFinite { places.append((placed.point, whole)) }
        }
      }
      guard !places.isEmpty else { continue }
      for earlier in 0..<index {
        columns[earlier] = columns[earlier].flatMap { Array(repeating: $0, count: places.count) }
      }
      columns[index] = weights.flatMap { _ in places.map(\.point) }
      weights = weights.flatMap { outer in places.map { outer * $0.weight } }
    }
    guard columns.allSatisfy({ $0.count == weights.count }) else { throw IntegralFailure.notFinite([]) }
    let found = try evaluated(columns)
    components = found.components
    scales = [Double](repeating: 0, count: components)
    var isFinite = false
    for (index, weight) in weights.enumerated() {
      for component in 0..<components {
        let term = (found.values[index * components + component] * weight).magnitude
        if term.isFinite {
          scales[component] += term
          isFinite = true
        }
      }
    }
    guard isFinite || components == 0 else { throw IntegralFailure.notFinite(columns.compactMap(\.first)) }
  }

  mutating func evaluated(_ columns: [[Double]]) throws -> (values: [Double], components: Int) {
    let count = columns.first?.count ?? 0
    used += count
    guard used <= limit else {
      throw badPoint.isEmpty ? IntegralFailure.notConverged(reached) : IntegralFailure.notFinite(badPoint)
    }
    try poll()
    let found = try evaluate(columns)
    guard found.values.count == count * found.components else { throw IntegralFailure.notFinite([]) }
    return found
  }

  /// The integrals over the variables from `level` on, one for each choice of the outer ones.
  private mutating func integrate(_ level: Int, _ prefixes: [Prefix]) throws -> [Part] {
    let empty = [Double](repeating: 0, count: components)
    var parts = [Part](repeating: Part(sums: empty, magnitudes: empty), count: prefixes.count)
    let cuts = axes[level].cuts
    let length = (cuts.last ?? 1) - (cuts.first ?? 0)
    // Errors of the inner integrals are noise to the outer ones.
    let allowed = tolerance * (level == axes.count - 1 && level > 0 ? 0.1 : level == 0 ? 1 : 0.3)
    var open = prefixes.indices.flatMap { prefix in
      zip(cuts, cuts.dropFirst()).map { Panel(prefix: prefix, low: $0, high: $1) }
    }
    let batch = largestBatch(level)
    while !open.isEmpty {
      var next: [Panel] = []
      for start in stride(from: 0, to: open.count, by: batch) {
        let panels = Array(open[start..<min(start + batch, open.count)])
        try take(panels, level, prefixes, &parts, &next, allowed: allowed, length: length)
      }
      open = next
      if level == 0 { (reached, openError) = (openError, 0) }
    }
    return parts
  }

  /// How many panels are evaluated at once: few enough that their points take little memory.
  private func largestBatch(_ level: Int) -> Int {
    let inner = axes[(level + 1)...].reduce(Kronrod.nodes.count) { $0 * ($1.cuts.count - 1) * Kronrod.nodes.count }
    return max(1, (1 << 18) / max(1, inner))
  }

  /// Evaluates panels: good ones join their parts, the others are halved.
  private mutating func take(
    _ panels: [Panel], _ level: Int, _ prefixes: [Prefix], _ parts: inout [Part], _ next: inout [Panel],
    allowed: Double, length: Double
  ) throws {
    var inner: [Prefix] = []
    var sites: [(point: Double, weight: Double, inner: Int)] = []
    for panel in panels {
      let (middle, half) = ((panel.low + panel.high) / 2, (panel.high - panel.low) / 2)
      for node in Kronrod.nodes {
        let placed = axes[level].place(middle + half * node)
        let prefix = prefixes[panel.prefix]
        if placed.weight != 0, placed.weight.isFinite, placed.point.isFinite {
          sites.append((placed.point, placed.weight, inner.count))
          inner.append(Prefix(points: prefix.points + [placed.point], density: prefix.density * placed.weight))
        } else {
          sites.append((0, placed.weight, -1))
        }
      }
    }
    let values = try self.values(level, inner)
    for (index, panel) in panels.enumerated() {
      let rule = sum(panel, Array(sites[index * Kronrod.nodes.count..<(index + 1) * Kronrod.nodes.count]), values)
      let density = prefixes[panel.prefix].density.magnitude
      var error = 0.0
      for component in 0..<components {
        if level == 0 { scales[component] = max(scales[component], rule.magnitudes[component]) }
        let absolute = rule.errors[component] * density
        if absolute > 0 { error = max(error, scales[component] > 0 ? absolute / scales[component] : .infinity) }
      }
      let allowed = allowed * max((panel.high - panel.low) / length, 1.0 / 16)
      let middle = (panel.low + panel.high) / 2
      // In a smaller panel the nodes would not differ from each other any more, and every function would look constant.
      let width = panel.high - panel.low
      let isSmallest = width < 16 * middle.ulp || width < length * 0x1p-70
      let isGood = rule.isFinite && error <= allowed && (!isSmallest || panel.before <= allowed)
      if isGood || isSmallest {
        if !isGood { unresolved += min(max(error, panel.before), 1) }
        join(rule, isGood ? error : 0, level, panel, values, &parts[panel.prefix])
        continue
      }
      if !rule.isFinite { badPoint = prefixes[panel.prefix].points + [axes[level].place(middle).point] }
      if level == 0 { openError += error }
      let share = portion(rule, density)
      next.append(Panel(prefix: panel.prefix, low: panel.low, high: middle, before: share))
      next.append(Panel(prefix: panel.prefix, low: middle, high: panel.high, before: share))
    }
  }

  /// How large a panel's integral is beside the whole.
  private func portion(_ rule: PanelSum, _ density: Double) -> Double {
    zip(rule.magnitudes, scales).reduce(0) { $1.1 > 0 ? max($0, $1.0 * density / $1.1) : $0 }
  }

  /// The integrals over what is left for each choice, or at the last variable the integrand itself.
  private mutating func values(_ level: Int, _ inner: [Prefix]) throws -> [Part] {
    guard level == axes.count - 1 else { return try integrate(level + 1, inner) }
    guard !inner.isEmpty else { return [] }
    let columns = (0...level).map { axis in inner.map { $0.points[axis] } }
    let found = try evaluated(columns)
    return inner.indices.map { index in
      let sums = Array(found.values[index * components..<(index + 1) * components])
      return Part(sums: sums, magnitudes: sums.map(\.magnitude), weights: keepsPoints ? [1] : [])
    }
  }

  private struct PanelSum {
    var sums: [Double]
    var magnitudes: [Double]
    var errors: [Double]
    var innerError = 0.0
    var isFinite = true
    var sites: [(point: Double, weight: Double, inner: Int)]
  }

  /// Both rules over one panel, and what their difference says about the error.
  private func sum(
    _ panel: Panel, _ sites: [(point: Double, weight: Double, inner: Int)], _ values: [Part]
  ) -> PanelSum {
    let half = (panel.high - panel.low) / 2
    let empty = [Double](repeating: 0, count: components)
    var result = PanelSum(sums: empty, magnitudes: empty, errors: empty, sites: sites)
    // Where the places themselves end, near infinity, nothing is known; with a weight of 0 they do not count.
    result.isFinite = !sites[..<Kronrod.edge].contains { $0.inner < 0 && $0.weight != 0 }
    for component in 0..<components {
      var (fine, coarse, other, magnitude) = (0.0, 0.0, 0.0, 0.0)
      for (node, site) in sites.enumerated() where site.inner >= 0 && node < Kronrod.edge {
        let term = values[site.inner].sums[component] * site.weight
        guard term.isFinite else {
          result.isFinite = false
          continue
        }
        fine += Kronrod.weights[node] * term
        coarse += Kronrod.coarseWeights[node] * term
        other += Kronrod.otherWeights[node] * term
        magnitude += Kronrod.weights[node] * values[site.inner].magnitudes[component] * site.weight.magnitude
      }
      var spread = 0.0
      for (node, site) in sites[..<Kronrod.edge].enumerated() {
        let term = site.inner >= 0 ? values[site.inner].sums[component] * site.weight : 0
        spread += Kronrod.weights[node] * (term - fine / 2).magnitude
      }
      // A jump between the last node and the edge is seen by no rule.
      let hidden = Kronrod.hiddenError { node in
        sites[node].inner >= 0 ? values[sites[node].inner].sums[component] * sites[node].weight : .nan
      }
      result.sums[component] = fine * half
      result.magnitudes[component] = magnitude * half
      let error =
        hidden
        + Kronrod.error(coarse: (fine - coarse).magnitude, other: (fine - other).magnitude, spread: spread)
      // Rounding is no reason to go on.
      result.errors[component] = error > 50 * Double.ulpOfOne * magnitude ? error * half : 0
    }
    for (node, site) in sites.enumerated() where site.inner >= 0 && node < Kronrod.edge {
      result.innerError += Kronrod.weights[node] * half * site.weight.magnitude * values[site.inner].error
    }
    return result
  }

  private func join(
    _ rule: PanelSum, _ error: Double, _ level: Int, _ panel: Panel, _ values: [Part], _ part: inout Part
  ) {
    for component in 0..<components {
      part.sums[component] += rule.sums[component]
      part.magnitudes[component] += rule.magnitudes[component]
    }
    part.error += error + rule.innerError
    guard keepsPoints else { return }
    let half = (panel.high - panel.low) / 2
    let width = axes.count - 1 - level
    for (node, site) in rule.sites.enumerated() where site.inner >= 0 && node < Kronrod.edge {
      let (inner, factor) = (values[site.inner], Kronrod.weights[node] * half * site.weight)
      for (index, weight) in inner.weights.enumerated() {
        part.points.append(site.point)
        part.points.append(contentsOf: inner.points[index * width..<(index + 1) * width])
        part.weights.append(weight * factor)
      }
    }
  }
}

/// The rule of fifteen points, and the two that are in it: on seven of its points, and on the eight others.
enum Kronrod {
  private static let right: [(node: Double, weight: Double, coarse: Double, other: Double)] = [
    (0.991455371120812639206854697526329, 0.022935322010529224963732008058970, 0, 0.0437879149922332667406),
    (0.949107912342758524526189684047851, 0.063092092629978553290700663189204, 0.129484966168869693270611432679082, 0),
    (0.864864423359769072789712788640926, 0.104790010322250183839876322541518, 0, 0.2091361644961780011886),
    (0.741531185599394439863864773280788, 0.140653259715525918745189590510238, 0.279705391489276667901467771423780, 0),
    (0.586087235467691130294144691693013, 0.169004726639267902826583426598550, 0, 0.3383149081331130702654),
    (0.405845151377397166906606412076961, 0.190350578064785409913256402421014, 0.381830050505118944950369775488975, 0),
    (0.207784955007898467600689403773245, 0.204432940075298892414161999234649, 0, 0.4087610123784756618054),
    (0, 0.209482141084727828012999174891714, 0.417959183673469387755102040816327, 0),
  ]
  private static let all =
    right.map { (node: -$0.node, weight: $0.weight, coarse: $0.coarse, other: $0.other) } + right.dropLast().reversed()
  /// The nodes from left to right, and behind them both edges, which have no weight.
  static let nodes = all.map(\.node) + [-1, 1]
  static let weights = all.map(\.weight) + [0, 0]
  static let coarseWeights = all.map(\.coarse) + [0, 0]
  static let otherWeights = all.map(\.other) + [0, 0]
  /// The number of the first edge.
  static let edge = 15
  /// The nodes of the rule of seven points, with its weights.
  static let coarse = all.filter { $0.coarse > 0 }.map { (node: $0.node, weight: $0.coarse) }

  /// The error that a jump between the outermost nodes and the edges would make: it is told from a slope by being larger than all
  /// that happens among the three nodes beside it.
  static func hiddenError(_ term: (Int) -> Double) -> Double {
    var error = 0.0
    for (edge, near) in [(15, [0, 1, 2]), (16, [14, 13, 12])] {
      let (last, first, second, third) = (term(edge), term(near[0]), term(near[1]), term(near[2]))
      let jump = (last - first).magnitude
      guard jump.isFinite, jump > (first - second).magnitude + (second - third).magnitude else { continue }
      if jump > 1e-9 * max(last.magnitude, first.magnitude) { error += jump * 0.0085 }
    }
    return error
  }

  /// What the error of the sum over all points may be, from how far the sums over some of them are from it, as in QUADPACK: of
  /// smooth integrands it is far smaller than either. A kink may lie so that one of the two agrees by chance, but not both.
  static func error(coarse: Double, other: Double, spread: Double) -> Double {
    guard spread > 0, spread.isFinite else { return max(coarse, other) }
    let (first, second) = (200 * coarse / spread, 200 * other / spread)
    let one = first < 1 ? spread * first * first.squareRoot() : coarse
    let two = second < 1 ? spread * second * second : other
    return max(one, two)
  }
}
