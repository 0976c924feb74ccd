// The elementary functions: within 2 units in the last place over their whole range, at whatever CPU level is in force.
import CKernels
import TensorKit
import Testing

#if canImport(Glibc)
  import Glibc
#endif

enum Accuracy {
  /// Functions and the largest error allowed, in units in the last place.
  static let limits: [(name: String, operation: ck_operation, ulp: Double)] = [
    ("exp", CK_exp, 2), ("expm1", CK_expm1, 2), ("log", CK_log, 2), ("log1p", CK_log1p, 2), ("sin", CK_sin, 2),
    ("cos", CK_cos, 2), ("tan", CK_tan, 2), ("asin", CK_asin, 2), ("acos", CK_acos, 2), ("atan", CK_atan, 2),
    ("sinh", CK_sinh, 2), ("cosh", CK_cosh, 2), ("tanh", CK_tanh, 2), ("asinh", CK_asinh, 2), ("acosh", CK_acosh, 2),
    ("atanh", CK_atanh, 2), ("erf", CK_erf, 2), ("sigmoid", CK_sigmoid, 2), ("softplus", CK_softplus, 2),
    ("sqrt", CK_sqrt, 0.5), ("reciprocal", CK_reciprocal, 0.5), ("lgamma", CK_lgamma, 4), ("digamma", CK_digamma, 4),
  ]

  /// Which part of the sweep over every float32 this run is to do: `AULA_EXHAUSTIVE=part/parts`.
  static let part: (index: Int, count: Int)? = {
    guard let setting = getenv("AULA_EXHAUSTIVE") else { return nil }
    let numbers = String(cString: setting).split(separator: "/").compactMap { Int($0) }
    guard numbers.count == 2, numbers[0] >= 1, numbers[1] >= numbers[0] else { return nil }
    return (numbers[0] - 1, numbers[1])
  }()
}

@Suite("Accuracy") struct AccuracyTests {
  @Test("float32, every 251st of all numbers", arguments: Accuracy.limits.indices) func sampled(_ index: Int) {
    let (name, operation, limit) = Accuracy.limits[index]
    // 251 is prime: the samples meet every pattern of the low bits.
    let (worst, bits) = worstFloat(operation, first: UInt32(index), stride: 251, count: (1 << 32) / 251)
    #expect(worst <= limit, "\(name) is \(worst) ulp off at \(Float(bitPattern: bits))")
  }

  @Test("float64, sampled over all exponents", arguments: Accuracy.limits.indices) func doubles(_ index: Int) {
    let (name, operation, limit) = Accuracy.limits[index]
    var state = UInt64(index) &* 0x9E37_79B9_7F4A_7C15 &+ 99
    var samples: [Double] = [
      0, -0.0, 1, -1, .infinity, -.infinity, .nan, .leastNonzeroMagnitude, 1e308, -1e308, 0.5, -0.5, 710, -745,
    ]
    for round in 0..<60_000 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let mixed = state ^ (state >> 31)
      // Half over all bit patterns, half where functions bend.
      samples.append(
        round % 2 == 0
          ? Double(bitPattern: mixed) : (Double(mixed >> 11) * 0x1p-53 - 0.5) * [2, 8, 40, 800][round / 2 % 4])
    }
    var place = 0.0
    let worst = ck_worst_ulp_f64(Int32(operation.rawValue), samples, samples.count, &place)
    #expect(worst <= limit, "\(name) is \(worst) ulp off at \(place)")
  }
}

/// The sweep over every float32, in parts.
@Suite("Exhaustive accuracy", .enabled(if: Accuracy.part != nil)) struct ExhaustiveAccuracyTests {
  @Test("every float32", arguments: Accuracy.limits.indices) func exhaustive(_ index: Int) {
    guard let part = Accuracy.part else { return }
    let (name, operation, limit) = Accuracy.limits[index]
    // A part is a stretch of all bit patterns, for every function: so all parts take about as long.
    let (first, end) = ((part.index << 32) / part.count, ((part.index + 1) << 32) / part.count)
    let (worst, bits) = worstFloat(operation, first: UInt32(first), stride: 1, count: UInt64(end - first))
    #expect(worst <= limit, "\(name) is \(worst) ulp off at \(Float(bitPattern: bits))")
  }
}

private func worstFloat(_ operation: ck_operation, first: UInt32, stride: UInt32, count: UInt64) -> (Double, UInt32) {
  var place: UInt32 = 0
  let worst = ck_worst_ulp_f32(Int32(operation.rawValue), first, stride, count, &place)
  return (worst, place)
}
