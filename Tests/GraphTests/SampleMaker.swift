// Makes the inputs that rows ask for in their samples: the same ones every time, whatever runs before.
import AulaCore
import Testing

/// A small generator of its own, so that tests do not lean on the draws they test.
struct TestNumbers {
  private var state: UInt64

  init(seed: Int) { state = UInt64(bitPattern: Int64(seed)) &* 0x9E37_79B9_7F4A_7C15 &+ 0xD1B5_4A32_D192_ED03 }

  mutating func bits() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    var mixed = state
    mixed ^= mixed >> 33
    mixed = mixed &* 0xFF51_AFD7_ED55_8CCD
    mixed ^= mixed >> 33
    return mixed
  }

  /// Uniform in 0..<1.
  mutating func unit() -> Double { Double(bits() >> 11) * 0x1p-53 }

  /// Around 0, with variance 1 and light tails.
  mutating func normal() -> Double { (0..<12).reduce(-6) { sum, _ in sum + unit() } }

  mutating func below(_ bound: Int) -> Int { Int(bits() % UInt64(max(1, bound))) }

  mutating func shuffled(_ count: Int) -> [Int] {
    var order = Array(0..<count)
    for index in stride(from: count - 1, to: 0, by: -1) { order.swapAt(index, below(index + 1)) }
    return order
  }
}

/// One input made from a sample.
struct MadeInput {
  var dims: [Int]
  var values: [Double]
  var dtype: DType
  var isSymmetric = false

  var plain: Plain { Plain(dims, values) }
  var isFloating: Bool { dtype.isFloating }

  func array(_ device: Device, as precision: DType = .float64) throws -> NDArray {
    switch dtype {
    case .int: try NDArray(values.map { Int($0) }, shape: Shape(dims), on: device)
    case .bool: try NDArray(values.map { $0 != 0 }, shape: Shape(dims), on: device)
    default:
      precision == .float32
        ? try NDArray(values.map { Float($0) }, shape: Shape(dims), on: device)
        : try NDArray(values, shape: Shape(dims), on: device)
    }
  }
}

/// A sample's inputs, made; lists are kept apart because they are one argument.
enum MadeArgument {
  case one(MadeInput)
  case list([MadeInput])

  var inputs: [MadeInput] {
    switch self {
    case .one(let input): [input]
    case .list(let inputs): inputs
    }
  }
}

extension Sample {
  func make(seed: Int) -> [MadeArgument] {
    var numbers = TestNumbers(seed: seed)
    return inputs.map { Sample.make($0, &numbers) }
  }

  private static func make(_ input: Input, _ numbers: inout TestNumbers) -> MadeArgument {
    func fill(_ dims: [Int], _ dtype: DType, _ element: () -> Double) -> MadeArgument {
      .one(MadeInput(dims: dims, values: (0..<dims.reduce(1, *)).map { _ in element() }, dtype: dtype))
    }
    switch input {
    case .normal(let dims): return fill(dims, .float64) { numbers.normal() }
    case .uniform(let low, let high, let dims): return fill(dims, .float64) { low + (high - low) * numbers.unit() }
    case .indices(let bound, let dims): return fill(dims, .int) { Double(numbers.below(bound)) }
    case .truths(let dims): return fill(dims, .bool) { numbers.below(2) == 0 ? 0 : 1 }
    case .distinct(let dims):
      var order = numbers.shuffled(dims.reduce(1, *)).map { Double($0) * 0.17 - 1 }
      return fill(dims, .float64) { order.popLast() ?? 0 }
    case .values(let values, let dims):
      return .one(MadeInput(dims: dims, values: values, dtype: .float64))
    case .counts(let values, let dims):
      return .one(MadeInput(dims: dims, values: values.map(Double.init), dtype: .int))
    case .positiveDefinite(let dims):
      return .one(positiveDefinite(dims, &numbers))
    case .list(let inputs):
      return .list(inputs.flatMap { make($0, &numbers).inputs })
    }
  }

  /// Batches of B Bᵀ + 1, with B square.
  private static func positiveDefinite(_ dims: [Int], _ numbers: inout TestNumbers) -> MadeInput {
    let n = dims.last ?? 1
    let batches = dims.dropLast(2).reduce(1, *)
    var values: [Double] = []
    for _ in 0..<batches {
      let b = (0..<(n * n)).map { _ in numbers.normal() }
      for i in 0..<n {
        for j in 0..<n {
          values.append((0..<n).reduce(i == j ? 1 : 0) { $0 + b[i * n + $1] * b[j * n + $1] })
        }
      }
    }
    return MadeInput(dims: dims, values: values, dtype: .float64, isSymmetric: true)
  }

  /// The options by name, as plain definitions see them.
  var plainOptions: [String: Option] { Dictionary(options.map { ($0.label, $0.value) }, uniquingKeysWith: { $1 }) }
}

/// A row with one of its samples made: what the tests of the catalogue work on.
struct Trial {
  let row: OpSpec
  let sample: Sample
  let made: [MadeArgument]

  init(_ row: OpSpec, _ sample: Sample, seed: Int) {
    self.row = row
    self.sample = sample
    made = sample.make(seed: seed)
  }

  /// Every single input, lists flattened.
  var inputs: [MadeInput] { made.flatMap(\.inputs) }

  var plainCall: PlainCall { PlainCall(inputs: inputs.map(\.plain), options: sample.plainOptions) }

  /// Calls the row with these tensors in place of the inputs.
  func call(_ tensors: [Tensor], in graph: Graph) throws -> [Tensor] {
    var rest = tensors[...]
    var arguments: [(label: String?, value: Argument)] = []
    let names = row.parameters.filter { $0.kind == .tensor || $0.kind == .tensors }.map(\.name)
    for (position, argument) in made.enumerated() {
      let name = position < names.count ? names[position] : nil
      switch argument {
      case .one: arguments.append((name, .tensor(rest.removeFirst())))
      case .list(let inputs):
        arguments.append((name, .tensors(Array(rest.prefix(inputs.count)))))
        rest = rest.dropFirst(inputs.count)
      }
    }
    arguments += sample.options.map { ($0.label, .option($0.value)) }
    return try row.results(of: arguments, in: graph)
  }

  /// Tensors of the inputs in a graph.
  func tensors(in graph: Graph, as precision: DType = .float64) throws -> [Tensor] {
    try inputs.map { try graph.tensor($0.array(graph.device, as: precision)) }
  }
}

extension OpSpec: CustomTestStringConvertible {
  /// The name under which a test over rows is listed.
  public var testDescription: String { name }

  /// Every sample of the row, made.
  var trials: [Trial] { samples.enumerated().map { Trial(self, $1, seed: 100 + $0) } }

  /// Whether results are drawn, in the row itself or in what it is made of.
  var isRandom: Bool {
    trials.contains { trial in
      let graph = testGraph()
      guard let tensors = try? trial.tensors(in: graph) else { return false }
      _ = try? trial.call(tensors, in: graph)
      return graph.hasDraws
    }
  }
}

/// Whether two lists of numbers agree: exactly where not finite, within tolerances elsewhere.
func agree(_ a: [Double], _ b: [Double], relative: Double, absolute: Double) -> Bool {
  a.count == b.count
    && zip(a, b).allSatisfy { x, y in
      if x.isNaN || y.isNaN { return x.isNaN && y.isNaN }
      if x == y { return true }
      return abs(x - y) <= absolute + relative * max(abs(x), abs(y))
    }
}

/// A graph of its own with one thread, for tests that run beside others.
func testGraph(threads: Int = 1, plans: Bool? = nil, seed: UInt64 = 7) -> Graph {
  Graph(device: Device(threads: threads), seed: seed, usesPlans: plans)
}
