// Arrays of random numbers. A draw is cut into ranges among the threads; how it is cut changes no bit.
import CKernels

/// The distributions that need nothing but a place in a stream.
package enum Distribution: Sendable {
  /// Evenly in [0, 1).
  case uniform
  /// Mean 0, standard deviation 1.
  case normal
  /// Mean 1.
  case exponential

  /// The generator's name for it in a floating type.
  package func kind(_ dtype: DType) -> ck_random_kind {
    let isSingle = dtype == .float32
    return switch self {
    case .uniform: isSingle ? CK_RANDOM_UNIFORM_F32 : CK_RANDOM_UNIFORM_F64
    case .normal: isSingle ? CK_RANDOM_NORMAL_F32 : CK_RANDOM_NORMAL_F64
    case .exponential: isSingle ? CK_RANDOM_EXPONENTIAL_F32 : CK_RANDOM_EXPONENTIAL_F64
    }
  }
}

/// Elements one task draws: well below the 20 ms that a stop may take.
private let portion = 1 << 16

/// Uniform numbers that a loop takes in one go before it uses them.
private let batch = 512

/// What a coin shows and a chance is, in either precision.
private protocol Real: BitwiseCopyable {
  var double: Double { get }
  /// 0 or 1.
  static func coin(_ shows: UInt64) -> Self
}
extension Float: Real {
  fileprivate var double: Double { Double(self) }
  fileprivate static func coin(_ shows: UInt64) -> Float {
    Float(bitPattern: (0 &- UInt32(truncatingIfNeeded: shows)) & (1 as Float).bitPattern)
  }
}
extension Double: Real {
  fileprivate var double: Double { self }
  fileprivate static func coin(_ shows: UInt64) -> Double {
    Double(bitPattern: (0 &- shows) & (1 as Double).bitPattern)
  }
}

extension NDArray {
  /// A draw of this shape. Elements are float32 or float64.
  package init(
    drawing distribution: Distribution, from origin: DrawOrigin, _ shape: Shape, _ dtype: DType, on device: Device,
    for operation: String
  ) throws {
    try self.init(uninitialized: shape, dtype, on: device, for: operation)
    let (base, key, counter) = (pointer, origin.key, origin.counter)
    try NDArray.eachPortion(of: count, on: device) { range in
      let (first, count) = (Int64(range.lowerBound), Int64(range.count))
      if dtype == .float32 {
        let to = base.assumingMemoryBound(to: Float.self) + range.lowerBound
        switch distribution {
        case .uniform: ck_random_uniform_f32(key, counter, first, count, to)
        case .normal: ck_random_normal_f32(key, counter, first, count, to)
        case .exponential: ck_random_exponential_f32(key, counter, first, count, to)
        }
      } else {
        let to = base.assumingMemoryBound(to: Double.self) + range.lowerBound
        switch distribution {
        case .uniform: ck_random_uniform_f64(key, counter, first, count, to)
        case .normal: ck_random_normal_f64(key, counter, first, count, to)
        case .exponential: ck_random_exponential_f64(key, counter, first, count, to)
        }
      }
    }
  }

  /// Runs `body` over ranges that together are 0 ..< count.
  private static func eachPortion(of count: Int, on device: Device, _ body: (Range<Int>) -> Void) throws {
    guard count > 0 else { return }
    try device.share(tasks: (count - 1) / portion + 1) { task, _ in
      body((task * portion)..<min(count, task * portion + portion))
    }
  }

  /// As `eachPortion`, for bodies that may meet an element they cannot take: gives the first such element's position, if any.
  private static func firstRefused(of count: Int, on device: Device, _ body: (Range<Int>) -> Int?) throws -> Int? {
    guard count > 0 else { return nil }
    let tasks = (count - 1) / portion + 1
    var refused = [Int](repeating: count, count: tasks)
    try refused.withUnsafeMutableBufferPointer { places in
      nonisolated(unsafe) let places = places
      try eachPortion(of: count, on: device) { range in
        if let place = body(range) { places[range.lowerBound / portion] = place }
      }
    }
    return refused.first { $0 < count }
  }

  /// 1 with the chance that stands at each place, else 0. The chances, float32 or float64, have the result's shape.
  package static func bernoulli(
    _ chances: NDArray, from origin: DrawOrigin, _ dtype: DType, on device: Device, for operation: String
  ) throws -> NDArray {
    let chances = try chances.contiguous(on: device, for: operation)
    let result = try NDArray(uninitialized: chances.shape, dtype, on: device, for: operation)
    func draw<P: Real, R: Real>(_ p: UnsafeMutableBufferPointer<P>, _ y: UnsafeMutableBufferPointer<R>) throws {
      guard let chances = p.baseAddress, let coins = y.baseAddress else { return }
      let bad = try firstRefused(of: p.count, on: device) { range in
        NDArray.eachUniform(origin, range) { first, uniform in
          NDArray.toss(chances + first, uniform, coins + first).map { first + $0 }
        }
      }
      if let bad {
        throw TensorError.option(operation: operation, argument: "p", found: "\(p[bad])", expected: "between 0 and 1")
      }
    }
    switch (chances.dtype, dtype) {
    case (.float32, .float32): try draw(chances.elements(Float.self), result.elements(Float.self))
    case (.float32, _): try draw(chances.elements(Float.self), result.elements(Double.self))
    case (_, .float32): try draw(chances.elements(Double.self), result.elements(Float.self))
    default: try draw(chances.elements(Double.self), result.elements(Double.self))
    }
    return result
  }

  /// One coin for each uniform number; gives the place of the first chance that is none.
  @inline(__always) private static func toss<P: Real, R: Real>(
    _ chances: UnsafePointer<P>, _ uniform: UnsafeMutableBufferPointer<Double>, _ coins: UnsafeMutablePointer<R>
  ) -> Int? {
    if let bad = (0..<uniform.count).first(where: { !isChance(chances[$0].double) }) { return bad }
    for index in 0..<uniform.count {
      // Nobody could guess a branch on a coin; the sign of a difference needs none.
      coins[index] = R.coin((uniform[index] - chances[index].double).bitPattern >> 63)
    }
    return nil
  }

  /// A softmax or a sum in single precision may pass 1 by a rounding.
  private static func isChance(_ x: Double) -> Bool { x >= -1e-6 && x <= 1 + 1e-6 }

  /// Calls `body` with the uniform numbers of a range, some at a time, and the place of the first, until it names a place that it
  /// refuses.
  private static func eachUniform(
    _ origin: DrawOrigin, _ range: Range<Int>,
    _ body: (_ first: Int, _ uniform: UnsafeMutableBufferPointer<Double>) -> Int?
  ) -> Int? {
    withUnsafeTemporaryAllocation(of: Double.self, capacity: batch) { numbers in
      for first in stride(from: range.lowerBound, to: range.upperBound, by: batch) {
        let count = min(batch, range.upperBound - first)
        ck_random_uniform_f64(origin.key, origin.counter, Int64(first), Int64(count), numbers.baseAddress)
        if let refused = body(first, UnsafeMutableBufferPointer(rebasing: numbers[..<count])) { return refused }
      }
      return nil
    }
  }

  /// Gamma draws of scale 1; the shape parameters, of the result's type and shape, are 0 or more.
  package static func gamma(
    _ alphas: NDArray, from origin: DrawOrigin, on device: Device, for operation: String
  ) throws -> NDArray {
    let alphas = try alphas.contiguous(on: device, for: operation)
    let result = try NDArray(uninitialized: alphas.shape, alphas.dtype, on: device, for: operation)
    func draw<T: BinaryFloatingPoint>(
      _ a: UnsafeMutableBufferPointer<T>, _ body: (_ first: Int, _ count: Int) -> Void
    ) throws {
      let bad = try firstRefused(of: a.count, on: device) { range in
        for place in range where !(a[place] >= 0) { return place }
        body(range.lowerBound, range.count)
        return nil
      }
      if let bad {
        throw TensorError.option(operation: operation, argument: "alpha", found: "\(a[bad])", expected: "0 or more")
      }
    }
    let (key, counter) = (origin.key, origin.counter)
    if alphas.dtype == .float32 {
      let (a, y) = (alphas.elements(Float.self), result.elements(Float.self))
      try draw(a) { first, count in
        guard let a = a.baseAddress, let y = y.baseAddress else { return }
        ck_random_gamma_f32(key, counter, Int64(first), Int64(count), a + first, false, y + first)
      }
    } else {
      let (a, y) = (alphas.elements(Double.self), result.elements(Double.self))
      try draw(a) { first, count in
        guard let a = a.baseAddress, let y = y.baseAddress else { return }
        ck_random_gamma_f64(key, counter, Int64(first), Int64(count), a + first, false, y + first)
      }
    }
    return result
  }

  /// Whole numbers 0 ..< k, each with a chance in proportion to its float64 weight along the last axis of `weights`. The result
  /// has the other axes, and possibly one more, of draws from the same weights.
  package static func categorical(
    _ weights: NDArray, into shape: Shape, from origin: DrawOrigin, on device: Device, for operation: String
  ) throws -> NDArray {
    let weights = try weights.contiguous(on: device, for: operation)
    let result = try NDArray(uninitialized: shape, .int, on: device, for: operation)
    let size = weights.shape.dims.last ?? 0
    guard result.count > 0, size > 0 else { return result }
    let rows = weights.count / size
    let perRow = result.count / rows
    let sums = try NDArray(uninitialized: weights.shape, .float64, on: device, for: operation)
    let (p, cumulative, y) = (weights.elements(Double.self), sums.elements(Double.self), result.elements(Int.self))
    for row in 0..<rows {
      var total = 0.0
      for place in (row * size)..<((row + 1) * size) {
        guard p[place] >= 0 else {
          throw TensorError.option(operation: operation, argument: "p", found: "\(p[place])", expected: "0 or more")
        }
        total += p[place]
        cumulative[place] = total
      }
      guard total > 0, total.isFinite else {
        throw TensorError.option(
          operation: operation, argument: "p", found: "weights whose sum is \(total)",
          expected: "a positive, finite sum")
      }
      if row & 0xff == 0 { try device.checkCancelled() }
    }
    try eachPortion(of: result.count, on: device) { range in
      var (row, column) = range.lowerBound.quotientAndRemainder(dividingBy: perRow)
      _ = eachUniform(origin, range) { first, uniform in
        for index in uniform.indices {
          let line = UnsafeMutableBufferPointer(rebasing: cumulative[(row * size)..<((row + 1) * size)])
          y[first + index] = NDArray.choice(line, uniform[index])
          column += 1
          if column == perRow { (row, column) = (row + 1, 0) }
        }
        return nil
      }
    }
    return result
  }

  /// The first place whose cumulative sum is above a share of the total; a weight of 0 has none, as its sum is its neighbour's.
  @inline(__always) private static func choice(_ sums: UnsafeMutableBufferPointer<Double>, _ share: Double) -> Int {
    let mark = share * sums[sums.count - 1]
    if sums.count <= 32 {
      // Counting has no branches to guess: faster than a search as long as there are few.
      var passed = 0
      for sum in sums { passed += sum <= mark ? 1 : 0 }
      return min(passed, sums.count - 1)
    }
    var (low, high) = (0, sums.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if sums[middle] > mark { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// The numbers 0 ..< n in random order along the last axis; every row has an order of its own.
  package static func permutations(
    _ shape: Shape, from origin: DrawOrigin, on device: Device, for operation: String
  ) throws -> NDArray {
    let result = try NDArray(uninitialized: shape, .int, on: device, for: operation)
    let size = shape.dims.last ?? 0
    guard result.count > 0 else { return result }
    let y = result.elements(Int.self)
    let rows = result.count / size
    let rowsPerTask = max(1, portion / size)
    try device.share(tasks: (rows - 1) / rowsPerTask + 1) { task, _ in
      for row in (task * rowsPerTask)..<min(rows, (task + 1) * rowsPerTask) {
        let isDone = shuffle(
          UnsafeMutableBufferPointer(rebasing: y[(row * size)..<((row + 1) * size)]), row, origin, device)
        if !isDone { return }
      }
    }
    try device.checkCancelled()
    return result
  }

  /// Fisher and Yates: every order is equally likely. False when the device was told to stop.
  private static func shuffle(
    _ line: UnsafeMutableBufferPointer<Int>, _ row: Int, _ origin: DrawOrigin, _ device: Device
  ) -> Bool {
    for index in 0..<line.count { line[index] = index }
    return withUnsafeTemporaryAllocation(of: UInt64.self, capacity: batch) { bits in
      for first in stride(from: 0, to: line.count, by: batch) {
        let count = min(batch, line.count - first)
        ck_random_bits(origin.key, origin.counter, Int64(row * line.count + first), Int64(count), bits.baseAddress)
        for index in 0..<count {
          // The high half of a product is a number below its other factor, even to one part in 2⁶⁴ / n.
          let left = UInt64(line.count - first - index)
          line.swapAt(first + index, first + index + Int(bits[index].multipliedFullWidth(by: left).high))
        }
        if device.isCancelled { return false }
      }
      return true
    }
  }
}
