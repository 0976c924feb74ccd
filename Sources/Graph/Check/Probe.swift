// Where a check looks: the point, straight lines through it, and steps along them.
import TensorKit

/// The arguments at which a function is checked, in the precision of the check.
struct CheckPoint {
  let names: [String]
  let shapes: [Shape]
  let dtype: DType
  /// Every argument's elements in row order.
  let values: [[Double]]
  /// How large a relative move of each element is: its own size, or its neighbours' where it is zero.
  let scales: [[Double]]
  /// The root mean square of each argument, 1 where all of it is zero.
  let sizes: [Double]

  init(names: [String], arrays: [NDArray], dtype: DType) {
    self.names = names
    self.dtype = dtype
    shapes = arrays.map(\.shape)
    values = arrays.map { array in
      dtype == .float32 ? array.doubles.map { Double(Float($0)) } : array.doubles
    }
    var scales: [[Double]] = []
    var sizes: [Double] = []
    for list in values {
      let largest = list.lazy.filter(\.isFinite).map { abs($0) }.max() ?? 0
      // Squares of the elements themselves could overflow or vanish.
      let sum = largest > 0 ? list.reduce(0) { $1.isFinite ? $0 + ($1 / largest) * ($1 / largest) : $0 } : 0
      let size = largest > 0 ? largest * (sum / Double(max(1, list.count))).squareRoot() : 1
      sizes.append(size)
      scales.append(list.map { $0.isFinite && abs($0) > size * 1e-12 ? abs($0) : size })
    }
    self.scales = scales
    self.sizes = sizes
  }

  /// The relative distance of neighbouring numbers.
  var roundoff: Double { dtype == .float32 ? 0x1p-23 : 0x1p-52 }

  func rounded(_ value: Double) -> Double { dtype == .float32 ? Double(Float(value)) : value }

  /// Every element of every argument.
  var count: Int { shapes.reduce(0) { $0 + $1.count } }

  /// The step that is really made: what is left of `step` after the moved element was rounded.
  func realized(_ step: Double, along line: Line) -> Double {
    guard line.signs == nil, let index = line.range.first else { return step }
    let value = values[line.argument][index]
    return rounded(value + step) - value
  }

  /// How far an argument's elements go per unit of step, in a line's own units.
  func scale(of line: Line) -> Double {
    guard line.signs == nil, let index = line.range.first else { return 1 }
    return scales[line.argument][index]
  }

  /// The moved argument, written out as numbers of the check's precision.
  func write(_ probe: Probe, to place: UnsafeMutableRawPointer) {
    let line = probe.line
    let (values, scales) = (self.values[line.argument], self.scales[line.argument])
    if dtype == .float32 {
      let elements = UnsafeMutableBufferPointer(
        start: place.assumingMemoryBound(to: Float.self), count: values.count)
      for index in 0..<values.count { elements[index] = Float(values[index]) }
      for index in line.range {
        elements[index] = Float(values[index] + probe.step * line.component(index, scales))
      }
    } else {
      let elements = UnsafeMutableBufferPointer(
        start: place.assumingMemoryBound(to: Double.self), count: values.count)
      for index in 0..<values.count { elements[index] = values[index] }
      for index in line.range { elements[index] = values[index] + probe.step * line.component(index, scales) }
    }
  }

  /// The moved argument as an array.
  func array(_ probe: Probe, on device: Device) throws -> NDArray {
    let array = try NDArray(
      uninitialized: shapes[probe.line.argument], dtype, on: device, for: "gradient check")
    write(probe, to: array.pointer)
    return array
  }

  /// An argument where it stands.
  func array(_ argument: Int, on device: Device) throws -> NDArray {
    try array(Probe(line: Line(argument: argument, range: 0..<0, signs: nil), step: 0), on: device)
  }

  /// All arguments with every element moved by its last digits, up or down, in a few ways.
  func lastDigitsMoved(on device: Device) throws -> [[NDArray]] {
    try [1, 2, 3].map { (seed: UInt64) in
      try shapes.indices.map { argument in
        let line = Line(argument: argument, range: 0..<values[argument].count, signs: seed)
        return try array(Probe(line: line, step: Double(seed) * roundoff), on: device)
      }
    }
  }

  /// How far, at most, the elements of others lie from a gradient's.
  static func spread(of gradient: [[Double]], _ others: [[[Double]]]) -> [[Double]] {
    gradient.indices.map { argument in
      gradient[argument].indices.map { index in
        others.reduce(0) { most, other in
          let move = abs(other[argument][index] - gradient[argument][index])
          return move > most ? move : most
        }
      }
    }
  }

  /// The place of an element as an index per axis.
  func index(_ place: Int, in argument: Int) -> [Int] {
    var rest = place
    return shapes[argument].rowStrides.enumerated().map { axis, stride in
      let step = max(1, stride)
      let index = rest / step
      rest -= index * step
      return min(index, max(0, shapes[argument][axis] - 1))
    }
  }
}

/// A straight line through the point: one element that moves, or many at once, each by its own scale and a random sign.
struct Line: Hashable {
  let argument: Int
  let range: Range<Int>
  /// The seed of the signs; nil for a line of one element, whose steps are in the element's own units.
  let signs: UInt64?

  static func element(_ argument: Int, _ index: Int) -> Line {
    Line(argument: argument, range: index..<(index + 1), signs: nil)
  }

  func component(_ index: Int, _ scales: [Double]) -> Double {
    guard let signs else { return 1 }
    return Line.mixed(signs, index) & 1 == 0 ? scales[index] : -scales[index]
  }

  /// Bits that depend on a seed and a place alone.
  static func mixed(_ seed: UInt64, _ index: Int) -> UInt64 {
    var bits = seed &+ UInt64(truncatingIfNeeded: index) &* 0x9E37_79B9_7F4A_7C15
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits >> 31)
  }

  /// A weight well away from zero, of either sign; the same for the same seed and place.
  static func weight(_ seed: UInt64, _ index: Int) -> Double {
    let bits = mixed(seed, index)
    return (bits & 1 == 0 ? 1 : -1) * (0.5 + Double(bits >> 12) * 0x1p-53)
  }

  /// The line's derivative, given the gradient of its argument.
  func slope(_ gradient: [Double], _ scales: [Double]) -> Double {
    range.reduce(0) { $0 + gradient[$1] * component($1, scales) }
  }

  /// What the derivative could be if nothing cancelled.
  func magnitude(_ gradient: [Double], _ scales: [Double]) -> Double {
    range.reduce(0) { sum, index in
      let part = gradient[index] * component(index, scales)
      return sum + part * part
    }.squareRoot()
  }
}

/// A point to look at: so many steps along a line.
struct Probe {
  let line: Line
  let step: Double
}

/// How a function's value changed from the point to a probe.
struct Change {
  var value: Double
  /// The rounding error to expect in `value`.
  var noise: Double
  /// Whether another branch of the program was taken than at the point.
  var isOtherBranch = false
}

/// Evaluates a function at probes, in one way or another.
protocol Prober: AnyObject {
  var point: CheckPoint { get }
  /// How many probes one suspicious line may cost without the check becoming slow; cheap ones may refine more lines.
  var isCheap: Bool { get }
  func changes(_ probes: [Probe]) throws -> [Change]
  /// The rounding error to expect along each line, also where a change is too small to be seen.
  func noise(along lines: [Line]) throws -> [Double]
  /// The same for an argument that moves as a whole.
  func floor(of argument: Int) throws -> Double
}
