// What a row brings for its own tests: inputs to try, calls to refuse, and its meaning by plain loops.
import TensorKit

/// A call to try an operator on.
package struct Sample: Sendable {
  /// One tensor of a sample, by what its elements are.
  package enum Input: Sendable {
    /// Draws around 0.
    case normal([Int])
    /// Draws between two bounds.
    case uniform(Double, Double, [Int])
    /// Whole numbers 0..<bound.
    case indices(Int, [Int])
    /// Truth values.
    case truths([Int])
    /// Symmetric positive definite matrices.
    case positiveDefinite([Int])
    /// Values all at least 0.1 apart, in random order: for sorting and extremes.
    case distinct([Int])
    /// Values written out.
    case values([Double], [Int])
    /// Whole numbers written out: orders and exponents that are not differentiated.
    case counts([Int], [Int])
    /// A list of inputs, for a list parameter.
    case list([Input])
  }
  package let inputs: [Input]
  package let options: [(label: String, value: Option)]

  package init(_ inputs: Input..., options: KeyValuePairs<String, Option> = [:]) {
    self.inputs = inputs
    self.options = options.map { ($0.key, $0.value) }
  }
}

/// A tensor for plain definitions: sizes and values in row order.
package struct Plain: Sendable, Hashable {
  package var dims: [Int]
  package var values: [Double]

  package init(_ dims: [Int], _ values: [Double]) {
    self.dims = dims
    self.values = values
  }

  /// A tensor whose element at each index is given by a function of the index.
  package init(_ dims: [Int], _ element: ([Int]) -> Double) {
    self.dims = dims
    values = []
    Plain.forEachIndex(dims) { index in values.append(element(index)) }
  }

  /// The element at an index; axes of size 1 stand for all positions, missing outer axes too.
  package subscript(_ index: [Int]) -> Double {
    var place = 0
    let extra = index.count - dims.count
    for axis in 0..<dims.count { place = place * dims[axis] + (dims[axis] == 1 ? 0 : index[axis + extra]) }
    return values[place]
  }

  /// Calls `body` with every index, in row order.
  package static func forEachIndex(_ dims: [Int], _ body: ([Int]) -> Void) {
    guard !dims.contains(0) else { return }
    var index = [Int](repeating: 0, count: dims.count)
    while true {
      body(index)
      var axis = dims.count - 1
      while axis >= 0 {
        index[axis] += 1
        if index[axis] < dims[axis] { break }
        index[axis] = 0
        axis -= 1
      }
      if axis < 0 { return }
    }
  }
}

/// What an operator means, written independently of how it is computed.
package enum Definition: Sendable {
  /// A function of one number, applied to every element.
  case each(@Sendable (Double) -> Double)
  /// A function of two numbers, applied to every pair.
  case pairs(@Sendable (Double, Double) -> Double)
  /// A function of three numbers, applied to every triple.
  case triples(@Sendable (Double, Double, Double) -> Double)
  /// Any function of plain tensors and the call's options.
  case plain(@Sendable (PlainCall) -> [Plain])
  /// The result has no plain definition (a draw, a decomposition); the tests check this property of inputs and results instead.
  case property(@Sendable (PlainCall, [Plain]) -> Bool)
}

/// The call as a plain definition sees it.
package struct PlainCall: Sendable {
  package let inputs: [Plain]
  package let options: [String: Option]

  package init(inputs: [Plain], options: [String: Option]) {
    self.inputs = inputs
    self.options = options
  }

  package func int(_ name: String, _ standard: Int = 0) -> Int {
    if case .int(let value)? = options[name] { return value }
    return standard
  }
  package func ints(_ name: String) -> [Int]? {
    switch options[name] {
    case .ints(let list)?: list
    case .int(let value)?: [value]
    default: nil
    }
  }
  package func flag(_ name: String, _ standard: Bool = false) -> Bool {
    if case .flag(let value)? = options[name] { return value }
    return standard
  }
  package func number(_ name: String, _ standard: Double) -> Double {
    switch options[name] {
    case .number(let value)?: value
    case .int(let value)?: Double(value)
    default: standard
    }
  }
  package func text(_ name: String, _ standard: String = "") -> String {
    if case .text(let value)? = options[name] { return value }
    return standard
  }
  /// The named axes of a rank, counted from the front; all where the option was left out.
  package func axes(_ name: String, rank: Int) -> [Int] {
    (ints(name) ?? Array(0..<rank)).map { $0 < 0 ? $0 + rank : $0 }.sorted()
  }
}
