// Making arrays from Swift values and reading them back.

extension NDArray {
  /// An array of these double-precision numbers, in row order.
  public init(_ values: [Double], shape: Shape? = nil, on device: Device) throws {
    try self.init(values, as: .float64, shape: shape, on: device)
  }

  /// An array of these single-precision numbers, in row order.
  public init(_ values: [Float], shape: Shape? = nil, on device: Device) throws {
    try self.init(values, as: .float32, shape: shape, on: device)
  }

  /// An array of these whole numbers, in row order.
  public init(_ values: [Int], shape: Shape? = nil, on device: Device) throws {
    try self.init(values, as: .int, shape: shape, on: device)
  }

  /// An array of these truth values, in row order.
  public init(_ values: [Bool], shape: Shape? = nil, on device: Device) throws {
    try self.init(values.map { $0 ? 1 : 0 } as [UInt8], as: .bool, shape: shape, on: device)
  }

  private init<T: BitwiseCopyable>(_ values: [T], as dtype: DType, shape: Shape?, on device: Device) throws {
    let shape = shape ?? Shape([values.count])
    guard shape.dims.allSatisfy({ $0 >= 0 }), shape.count == values.count else {
      throw TensorError.cannotReshape(operation: "tensor", from: Shape([values.count]), to: shape)
    }
    try self.init(uninitialized: shape, dtype, on: device, for: "tensor")
    values.withUnsafeBytes { bytes in
      if let start = bytes.baseAddress { pointer.copyMemory(from: start, byteCount: bytes.count) }
    }
  }

  /// An array filled with one number, rounded or truncated to the element type.
  public init(repeating value: Double, shape: Shape, dtype: DType, on device: Device) throws {
    try self.init(uninitialized: shape, dtype, on: device, for: "full")
    switch dtype {
    case .float32: elements(Float.self).update(repeating: Float(value))
    case .float64: elements(Double.self).update(repeating: value)
    case .int: elements(Int.self).update(repeating: Int(saturating: value))
    case .bool: elements(UInt8.self).update(repeating: value == 0 ? 0 : 1)
    }
  }

  /// Every element as a double, in row order; costs one pass.
  public var doubles: [Double] {
    var result: [Double] = []
    result.reserveCapacity(count)
    forEachElementOffset { place in result.append(double(at: place)) }
    return result
  }

  /// Every element as a whole number, in row order: fractions are cut off, what does not fit is the nearest that does.
  public var ints: [Int] { dtype == .int ? read(Int.self) : doubles.map { Int(saturating: $0) } }

  /// Every element as a single-precision number, in row order.
  public var floats: [Float] { dtype == .float32 ? read(Float.self) : doubles.map { Float($0) } }

  /// Every element as a truth value, in row order: everything but 0 is true.
  public var bools: [Bool] { doubles.map { $0 != 0 } }

  /// The only element, where there is just one.
  public var item: Double? { count == 1 ? doubles.first : nil }

  private func read<T>(_ type: T.Type) -> [T] {
    var result: [T] = []
    result.reserveCapacity(count)
    let base = storage.base.assumingMemoryBound(to: T.self)
    forEachElementOffset { place in result.append(base[place]) }
    return result
  }

  private func double(at place: Int) -> Double {
    switch dtype {
    case .float32: Double(storage.base.assumingMemoryBound(to: Float.self)[place])
    case .float64: storage.base.assumingMemoryBound(to: Double.self)[place]
    case .int: Double(storage.base.assumingMemoryBound(to: Int.self)[place])
    case .bool: storage.base.assumingMemoryBound(to: UInt8.self)[place] == 0 ? 0 : 1
    }
  }

  /// Calls `body` with the place of every element, in row order.
  private func forEachElementOffset(_ body: (Int) -> Void) {
    let total = count
    guard total > 0 else { return }
    var index = [Int](repeating: 0, count: shape.rank)
    var place = offset
    for _ in 0..<total {
      body(place)
      var axis = shape.rank - 1
      while axis >= 0 {
        index[axis] += 1
        place += strides[axis]
        if index[axis] < shape[axis] { break }
        place -= strides[axis] * shape[axis]
        index[axis] = 0
        axis -= 1
      }
    }
  }
}

extension Int {
  /// The whole part of a number; the nearest `Int` where it does not fit, 0 for NaN.
  package init(saturating value: Double) {
    if value.isNaN {
      self = 0
    } else if value >= 0x1p63 {
      self = Int.max
    } else if value < -0x1p63 {
      self = Int.min
    } else {
      self = Int(value)
    }
  }
}
