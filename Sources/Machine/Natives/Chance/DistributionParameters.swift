// The parameters of the library's distributions: what they may be, and how they are brought to one shape.
import Diagnostics
import Graph
import TensorKit

/// What a parameter must be.
enum ParameterRule {
  case any
  case positive
  /// Between 0 and 1.
  case chance
  /// Along the last axis from 0 up, with the sum 1.
  case chances
  /// Along the last axis any numbers.
  case row
}

/// The families of the library.
enum DistributionFamily {
  static let parameters: [String: [(name: String, rule: ParameterRule)]] = [
    "Normal": [("mean", .any), ("sd", .positive)],
    "Laplace": [("mean", .any), ("scale", .positive)],
    "Uniform": [("a", .any), ("b", .any)],
    "Exponential": [("rate", .positive)],
    "Gamma": [("concentration", .positive), ("rate", .positive)],
    "Beta": [("a", .positive), ("b", .positive)],
    "Bernoulli": [("p", .chance), ("logits", .any)],
    "Categorical": [("p", .chances), ("logits", .row)],
    "Mixture": [("weights", .chances)],
  ]
}

extension Machine {
  /// The parameters of a family, checked as far as they are known, and stretched to a common shape; of `p` and `logits` the one that
  /// was given. They come as a tuple with their names.
  func parameters(of family: String, shape: Value, _ values: [Value]) throws -> Value {
    guard let rules = DistributionFamily.parameters[family], rules.count == values.count else { return .nothing }
    var given: [(name: String, rule: ParameterRule, value: Value)] = []
    // Of chances and logits one is left out; everything else has to be there.
    let isEither = family == "Bernoulli" || family == "Categorical"
    for (rule, value) in zip(rules, values) {
      if isEither, case .nothing = value { continue }
      given.append((rule.name, rule.rule, value))
    }
    if isEither, given.count != 1 {
      throw Fault(.chancesOrLogits, ["family": .text(family), "count": "\(given.count)"])
    }
    for parameter in given {
      guard try sort(parameter.value) != nil else {
        throw Fault(
          .parameterNoNumber,
          ["family": .text(family), "name": .text(parameter.name), "kind": parameter.value.kindPhrase],
          notes: Machine.forgottenCall(parameter.value))
      }
      try check(parameter.value, parameter.name, parameter.rule, family)
    }
    if family == "Uniform", let low = given.first, let high = given.last { try checkOrder(low.value, high.value) }
    let stretched = try stretch(given.map { ($0.value, $0.rule) }, to: try sizes(shape), family)
    return .tuple(Tuple(stretched, labels: given.map(\.name)))
  }

  /// The numbers of a value that are known without computing anything that waits.
  private func known(_ value: Value) -> (numbers: [Double], shape: Shape)? {
    switch value {
    case .number(let number): return ([number], .scalar)
    case .cell(let cell): return (cell.parameter.value.doubles, cell.parameter.value.shape)
    case .tensor(let tensor): return tensor.known.map { ($0.doubles, $0.shape) }
    case .series(let series): return (series.numbers, Shape([series.count] + series.shape.dims))
    default: return nil
    }
  }

  private func check(_ value: Value, _ name: String, _ rule: ParameterRule, _ family: String) throws {
    if case .number(let number) = value {
      switch rule {
      case .any where !number.isNaN: return
      case .positive where number > 0: return
      case .chance where number >= 0 && number <= 1: return
      default: break
      }
    }
    guard let (numbers, shape) = known(value) else { return }
    func refuse(_ row: DiagnosticRow, _ number: Double) -> Fault {
      Fault(row, ["family": .text(family), "name": .text(name), "value": .text(Display().number(number))])
    }
    switch rule {
    case .any:
      if let bad = numbers.first(where: \.isNaN) { throw refuse(.parameterNaN, bad) }
    case .positive:
      if let bad = numbers.first(where: { !($0 > 0) }) { throw refuse(.parameterNotPositive, bad) }
    case .chance:
      if let bad = numbers.first(where: { !($0 >= 0 && $0 <= 1) }) { throw refuse(.parameterNoChance, bad) }
    case .row:
      guard shape.rank > 0, shape.dims.last != 0 else { throw refuse(.chancesNeedAxis, numbers.first ?? 0) }
    case .chances:
      guard let size = shape.dims.last, size > 0 else { throw refuse(.chancesNeedAxis, numbers.first ?? 0) }
      if let bad = numbers.first(where: { !($0 >= 0 && $0 <= 1) }) { throw refuse(.parameterNoChance, bad) }
      for start in stride(from: 0, to: numbers.count, by: size) {
        let sum = numbers[start..<min(start + size, numbers.count)].reduce(0, +)
        // Chances in single precision add up to 1 only nearly.
        guard abs(sum - 1) <= 1e-4 else { throw refuse(.chancesDoNotSum, sum) }
      }
    }
  }

  private func checkOrder(_ low: Value, _ high: Value) throws {
    guard let (lows, _) = known(low), let (highs, _) = known(high), let first = lows.first, let other = highs.first
    else { return }
    func refuse(_ a: Double, _ b: Double) -> Fault {
      Fault(.uniformOrder, ["a": .text(Display().number(a)), "b": .text(Display().number(b))])
    }
    if lows.count == highs.count {
      for (a, b) in zip(lows, highs) where !(a < b) { throw refuse(a, b) }
    } else if lows.count == 1 {
      if let b = highs.first(where: { !(first < $0) }) { throw refuse(first, b) }
    } else if highs.count == 1, let a = lows.first(where: { !($0 < other) }) {
      throw refuse(a, other)
    }
  }

  /// `shape:` as sizes; nil where it was left out.
  private func sizes(_ shape: Value) throws -> [Int]? {
    let what = Words(en: "a size in `shape`", es: "un tamaño en `shape`", pt: "um tamanho em `shape`")
    let sizes: [Int]
    switch shape {
    case .nothing: return nil
    case .tuple(let tuple): sizes = try tuple.elements.map { try whole($0, what: .words(what)) }
    case .number: sizes = [try whole(shape, what: .words(what))]
    default:
      guard let tensor = try tensorValue(shape), tensor.shape.rank <= 1 else {
        throw Fault(.notWhole, ["what": .words(what), "found": description(shape)])
      }
      sizes = try tensor.look().doubles.map { try whole(.number($0), what: .words(what)) }
    }
    if let bad = sizes.first(where: { $0 < 0 }) {
      throw TensorError.option(operation: "shape", argument: "shape", found: "\(bad)", expected: "0 or more")
    }
    guard sizes.count <= Shape.maximumRank else { throw TensorError.rank(operation: "shape", rank: sizes.count) }
    return sizes
  }

  /// The values in one shape; numbers stay what they are as long as nobody asks for more of them.
  private func stretch(
    _ values: [(value: Value, rule: ParameterRule)], to sizes: [Int]?, _ family: String
  ) throws -> [Value] {
    var common = Shape(sizes ?? [])
    var shapes: [Shape] = []
    for (value, rule) in values {
      guard let shape = self.shape(of: value) else { continue }
      // The last axis of chances belongs to one element.
      let own = rule == .chances || rule == .row ? Shape(Array(shape.dims.dropLast())) : shape
      guard let met = own.broadcast(with: common), sizes == nil || met == common else {
        throw TensorError.shapesDoNotMeet(operation: family, left: own, right: common)
      }
      common = met
      shapes.append(shape)
    }
    return try values.enumerated().map { index, given in
      guard index < shapes.count else { return given.value }
      let isRow = given.rule == .chances || given.rule == .row
      let target = isRow ? Shape(common.dims + [shapes[index].dims.last ?? 1]) : common
      if shapes[index] == target {
        if case .range = given.value { return .tensor(TensorValue(try tensor(given.value))) }
        return given.value
      }
      return .tensor(TensorValue(try graph.broadcast(tensor(given.value), to: target)))
    }
  }

  // MARK: Covariances

  /// The mean and the covariance of a normal distribution of vectors, as a tuple; `shape` is that of a draw.
  func covariance(_ mean: Value, _ covariance: Value, shape: Value) throws -> Value {
    for (name, value) in [("mean", mean), ("cov", covariance)] where try sort(value) == nil {
      throw Fault(
        .parameterNoNumber, ["family": "MvNormal", "name": .text(name), "kind": value.kindPhrase],
        notes: Machine.forgottenCall(value))
    }
    try check(mean, "mean", .any, "MvNormal")
    guard let cov = self.shape(of: covariance), let own = self.shape(of: mean) else { return .nothing }
    guard cov.rank == 2, cov[0] == cov[1], cov[0] > 0 else {
      throw TensorError.wrongShape(
        operation: "MvNormal", argument: "cov", shape: cov, expected: "a square matrix")
    }
    var size = Shape([cov[0]])
    if let sizes = try sizes(shape) { size = Shape(sizes) }
    guard let met = own.broadcast(with: size), met.dims.last == cov[0] else {
      throw TensorError.shapesDoNotMeet(operation: "MvNormal", left: own, right: cov)
    }
    // A matrix that is written out is a stack of rows that nobody has computed yet. It is small, and looking at it saves a riddle.
    if traceDepth == 0, cov[0] <= 64, case .tensor(let tensor) = covariance { _ = try tensor.look() }
    if let (numbers, _) = known(covariance) { try checkCovariance(numbers, cov[0]) }
    let location = own == met ? mean : .tensor(TensorValue(try graph.broadcast(tensor(mean), to: met)))
    return .tuple(Tuple([location, covariance], labels: ["mean", "cov"]))
  }

  /// Refuses a matrix that is no covariance, as far as that can be told quickly.
  private func checkCovariance(_ numbers: [Double], _ n: Int) throws {
    guard n <= 256 else { return }
    func refuse(_ why: Words) -> Fault { Fault(.notACovariance, ["why": .words(why)]) }
    for row in 0..<n {
      for column in 0..<row {
        let (a, b) = (numbers[row * n + column], numbers[column * n + row])
        guard abs(a - b) <= 1e-5 * max(abs(a), abs(b), 1e-30) else {
          let (place, mirror) = ("[\(row), \(column)]", "[\(column), \(row)]")
          let found = (Display().number(a), Display().number(b))
          throw refuse(
            Words(
              en: ", and cov\(place) is \(found.0), cov\(mirror) \(found.1)",
              es: ", y cov\(place) es \(found.0), cov\(mirror) \(found.1)",
              pt: ", e cov\(place) é \(found.0), cov\(mirror) \(found.1)"))
        }
      }
    }
    var factor = numbers
    for column in 0..<n {
      var pivot = factor[column * n + column]
      for k in 0..<column { pivot -= factor[column * n + k] * factor[column * n + k] }
      guard pivot > 0 else { throw refuse(Words(en: "", es: "", pt: "")) }
      let root = pivot.squareRoot()
      factor[column * n + column] = root
      for row in (column + 1)..<max(n, column + 1) {
        var sum = factor[row * n + column]
        for k in 0..<column { sum -= factor[row * n + k] * factor[column * n + k] }
        factor[row * n + column] = sum / root
      }
    }
  }
}
