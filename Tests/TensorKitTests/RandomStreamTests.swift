// Draws: known answers, the same bits however they are cut, and the moments they should have.
import CKernels
import TensorKit
import Testing

@Suite("Random streams") struct RandomStreamTests {
  private let device = Device(threads: 1)
  private let origin = DrawOrigin(key: RandomStream(seed: 7).key, counter: 0)

  // MARK: The generator

  @Test("Philox gives its authors' known answers") func philox() {
    #expect(block([0, 0], [0, 0, 0, 0]) == [0x6627_e8d5, 0xe169_c58d, 0xbc57_ac4c, 0x9b00_dbd8])
    let ones = UInt32.max
    #expect(block([ones, ones], [ones, ones, ones, ones]) == [0x408f_276d, 0x41c8_3b0e, 0xa20b_c7c6, 0x6d54_51fd])
    #expect(
      block([0xa409_3822, 0x299f_31d0], [0x243f_6a88, 0x85a3_08d3, 0x1319_8a2e, 0x0370_7344])
        == [0xd16c_fe09, 0x94fd_cceb, 0x5001_e420, 0x2412_6ea1])
  }

  private func block(_ key: [UInt32], _ counter: [UInt32]) -> [UInt32] {
    var words = [UInt32](repeating: 0, count: 4)
    ck_random_block(key, counter, &words)
    return words
  }

  @Test("keys of seeds and streams") func keys() {
    #expect(RandomStream(seed: 7).key == 0x74b5_abcc_66b8_bdc1)
    #expect(RandomStream(seed: 7, stream: 1).key == 0x3ca4_fbd2_3938_08bc)
    #expect(RandomStream(seed: 0).key == 0x4821_8226_ff3c_d4bf)
    var seen: Set<UInt64> = []
    for seed in 0..<100 as Range<UInt64> {
      for stream in 0..<100 as Range<UInt64> { seen.insert(RandomStream(seed: seed, stream: stream).key) }
    }
    #expect(seen.count == 10_000)
  }

  @Test("places in a stream never overlap, and survive being written as numbers") func places() {
    var stream = RandomStream(seed: 7)
    var end: UInt64 = 0
    for kind in [CK_RANDOM_BITS, CK_RANDOM_UNIFORM_F32, CK_RANDOM_NORMAL_F64, CK_RANDOM_GAMMA] {
      for count in [0, 1, 5, 1000, -3] {
        let place = stream.take(count, of: kind)
        #expect(place.counter == end)
        end = stream.counter
        #expect(end >= place.counter + max(1, ck_random_blocks(Int32(kind.rawValue), UInt64(max(0, count)))))
        #expect(DrawOrigin(place.numbers) == place)
      }
    }
    #expect(RandomStream(seed: 7, counter: stream.counter) == stream)
    var last = RandomStream(seed: 7, counter: 1 << 53 - 1)
    #expect(DrawOrigin(last.take(10, of: CK_RANDOM_BITS).numbers)?.counter == 1 << 53 - 1)
    #expect(last.counter < 1 << 53)
    _ = last.take(Int.max, of: CK_RANDOM_GAMMA)
    #expect(last.counter < 1 << 53)
    #expect(RandomStream(seed: 7, counter: UInt64.max).counter == 1 << 53 - 1)
  }

  @Test(
    "numbers that are no place are refused",
    arguments: [
      [], [1, 2], [1, 2, 3, 4], [-1, 0, 0], [0.5, 0, 0], [0, 0x1p32, 0], [0, 0, 0x1p53], [0, 0, .nan],
      [.infinity, 0, 0],
    ])
  func refusedPlaces(_ numbers: [Double]) {
    #expect(DrawOrigin(numbers) == nil)
  }

  // MARK: Golden values: the first draws of seed 7, to the bit

  @Test("uniform, normal and exponential draws are the golden ones") func golden() throws {
    #expect(try floats(.uniform) == [0x3f7e_217d, 0x3cea_f1e0, 0x3f71_58c7, 0x3dd3_c298])
    #expect(
      try doubles(.uniform) == [
        0x3fef_c42f_b32e_9e32, 0x3f9d_5e3d_cdb9_f020, 0x3fee_2b18_fc75_ba01, 0x3fba_7853_dfee_7a78,
      ])
    #expect(try floats(.normal) == [0xbdee_ddbf, 0xc01b_0cf0, 0xbe17_c7e0, 0x3ff7_dab5])
    #expect(
      try doubles(.normal) == [
        0x3fb0_2707_bedd_85bf, 0xc003_0f08_6a4a_6345, 0xbfd5_68ff_fffd_63e1, 0x3fe5_b9a3_0304_7eda,
      ])
    #expect(try floats(.exponential) == [0x3bf0_21e6, 0x4063_4cca, 0x3d71_6dbc, 0x4011_39fd])
    #expect(
      try doubles(.exponential) == [
        0x3f7e_043c_c802_9ce6, 0x400c_6999_3020_2fb0, 0x3fae_2db7_7b3a_ffc8, 0x4002_273f_9cfe_ee71,
      ])
  }

  private func floats(_ distribution: Distribution) throws -> [UInt32] {
    try draw(distribution, 4, .float32).floats.map(\.bitPattern)
  }
  private func doubles(_ distribution: Distribution) throws -> [UInt64] {
    try draw(distribution, 4, .float64).doubles.map(\.bitPattern)
  }
  private func draw(_ distribution: Distribution, _ count: Int, _ dtype: DType, on other: Device? = nil) throws
    -> NDArray
  {
    try NDArray(drawing: distribution, from: origin, [count], dtype, on: other ?? device, for: "draw")
  }

  @Test("gamma, bernoulli, categorical draws and permutations are the golden ones") func goldenOthers() throws {
    let alphas = [0.5, 1, 2.5, 10]
    let gammas = try NDArray.gamma(NDArray(alphas, on: device), from: origin, on: device, for: "gamma")
    #expect(
      gammas.doubles.map(\.bitPattern)
        == [0x3fd7_8c87_fa50_5e0b, 0x3fe5_f03a_0bbb_b0cf, 0x3ffc_edec_158e_8134, 0x4020_9836_a877_1b68])
    let single = try NDArray.gamma(
      NDArray(alphas.map { Float($0) }, on: device), from: origin, on: device, for: "gamma")
    #expect(single.floats.map(\.bitPattern) == [0x3ebc_6440, 0x3f2f_81d0, 0x3fe7_6f61, 0x4104_c1b5])
    #expect(try coins(12, 0.5, on: device).ints == [0, 1, 0, 1, 1, 1, 1, 0, 0, 0, 1, 0])
    let weights = try NDArray([1, 2, 3, 4] as [Double], on: device)
    let choices = try NDArray.categorical(weights, into: [12], from: origin, on: device, for: "categorical")
    #expect(choices.ints == [3, 0, 3, 1, 0, 2, 1, 3, 3, 3, 2, 3])
    let order = try NDArray.permutations([10], from: origin, on: device, for: "permutation")
    #expect(order.ints == [9, 1, 0, 3, 4, 6, 7, 2, 5, 8])
  }

  private func coins(_ count: Int, _ chance: Double, on device: Device) throws -> NDArray {
    let chances = try NDArray(repeating: chance, shape: [count], dtype: .float64, on: device)
    return try NDArray.bernoulli(chances, from: origin, .float32, on: device, for: "bernoulli")
  }

  // MARK: The same bits however a draw is cut

  @Test(
    "any range of a draw is that part of the whole",
    arguments: [
      CK_RANDOM_UNIFORM_F32, CK_RANDOM_UNIFORM_F64, CK_RANDOM_NORMAL_F32, CK_RANDOM_NORMAL_F64,
      CK_RANDOM_EXPONENTIAL_F32, CK_RANDOM_EXPONENTIAL_F64, CK_RANDOM_BITS, CK_RANDOM_GAMMA,
    ].map(\.rawValue))
  func ranges(_ kind: UInt32) {
    let total = 700
    let whole = bytes(kind, 0, total)
    let width = whole.count / total
    for first in [0, 1, 2, 3, 7, 63, 64, 65, 255, 256, 300, 699] {
      for count in [0, 1, 2, 5, 64, 129, 400] where first + count <= total {
        #expect(bytes(kind, first, count) == Array(whole[(first * width)..<((first + count) * width)]))
      }
    }
  }

  private func bytes(_ kind: UInt32, _ first: Int, _ count: Int) -> [UInt8] {
    let (key, counter) = (origin.key, 1_000_003 as UInt64)
    func fill<T>(_ zero: T, _ body: (UnsafeMutablePointer<T>?) -> Void) -> [UInt8] {
      var values = [T](repeating: zero, count: count)
      values.withUnsafeMutableBufferPointer { body($0.baseAddress) }
      return values.withUnsafeBytes { Array($0) }
    }
    let (from, size) = (Int64(first), Int64(count))
    switch ck_random_kind(rawValue: kind) {
    case CK_RANDOM_UNIFORM_F32: return fill(0 as Float) { ck_random_uniform_f32(key, counter, from, size, $0) }
    case CK_RANDOM_UNIFORM_F64: return fill(0 as Double) { ck_random_uniform_f64(key, counter, from, size, $0) }
    case CK_RANDOM_NORMAL_F32: return fill(0 as Float) { ck_random_normal_f32(key, counter, from, size, $0) }
    case CK_RANDOM_NORMAL_F64: return fill(0 as Double) { ck_random_normal_f64(key, counter, from, size, $0) }
    case CK_RANDOM_EXPONENTIAL_F32: return fill(0 as Float) { ck_random_exponential_f32(key, counter, from, size, $0) }
    case CK_RANDOM_EXPONENTIAL_F64: return fill(0 as Double) { ck_random_exponential_f64(key, counter, from, size, $0) }
    case CK_RANDOM_GAMMA:
      let shape = [0.7]
      return fill(0 as Double) { ck_random_gamma_f64(key, counter, from, size, shape, true, $0) }
    default: return fill(0 as UInt64) { ck_random_bits(key, counter, from, size, $0) }
    }
  }

  @Test("one, two or three threads give the same bits") func threads() throws {
    let count = 300_001
    func everything(_ device: Device) throws -> [NDArray] {
      let alphas = try NDArray(repeating: 0.7, shape: [count], dtype: .float64, on: device)
      let weights = try NDArray((0..<3000).map { Double($0 % 7) }, shape: [3, 1000], on: device)
      return [
        try draw(.uniform, count, .float32, on: device), try draw(.normal, count, .float32, on: device),
        try draw(.normal, count, .float64, on: device), try draw(.exponential, count, .float64, on: device),
        try NDArray.gamma(alphas, from: origin, on: device, for: "gamma"), try coins(count, 0.3, on: device),
        try NDArray.categorical(weights, into: [3, 100_000], from: origin, on: device, for: "categorical"),
        try NDArray.permutations([1000, 300], from: origin, on: device, for: "permutation"),
      ]
    }
    let one = try everything(device).map { $0.doubles.map(\.bitPattern) }
    for threads in [2, 3] {
      let more = try everything(Device(threads: threads)).map { $0.doubles.map(\.bitPattern) }
      #expect(more == one)
    }
  }

  // MARK: Distributions

  /// Mean and variance, and how far a mean of this many draws may be off: five standard deviations.
  private func check(_ values: [Double], mean: Double, variance: Double, fourth: Double, _ name: Comment) {
    let count = Double(values.count)
    let average = values.reduce(0, +) / count
    let spread = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / count
    #expect(abs(average - mean) < 5 * (variance / count).squareRoot(), name)
    #expect(abs(spread - variance) < 5 * ((fourth - variance * variance) / count).squareRoot(), name)
  }

  @Test("moments are those of the distributions", arguments: [DType.float32, .float64]) func moments(_ dtype: DType)
    throws
  {
    let count = 1_000_000
    let uniform = try draw(.uniform, count, dtype).doubles
    check(uniform, mean: 0.5, variance: 1.0 / 12, fourth: 1.0 / 80, "uniform")
    #expect(uniform.allSatisfy { $0 >= 0 && $0 < 1 })
    check(try draw(.normal, count, dtype).doubles, mean: 0, variance: 1, fourth: 3, "normal")
    let exponential = try draw(.exponential, count, dtype).doubles
    check(exponential, mean: 1, variance: 1, fourth: 9, "exponential")
    #expect(exponential.allSatisfy { $0 > 0 && $0.isFinite })
    for alpha in [0.3, 1, 4.5] {
      let alphas = try NDArray(repeating: alpha, shape: [count / 4], dtype: dtype, on: device)
      let gamma = try NDArray.gamma(alphas, from: origin, on: device, for: "gamma").doubles
      check(gamma, mean: alpha, variance: alpha, fourth: 3 * alpha * alpha + 6 * alpha, "gamma \(alpha)")
    }
  }

  @Test("bernoulli chances hold, certain ones exactly") func bernoulli() throws {
    let count = 400_000
    for chance in [0.001, 0.3, 0.5, 0.999] {
      let share = try coins(count, chance, on: device).doubles.reduce(0, +) / Double(count)
      #expect(abs(share - chance) < 5 * (chance * (1 - chance) / Double(count)).squareRoot())
    }
    #expect(try coins(count, 0, on: device).doubles.allSatisfy { $0 == 0 })
    #expect(try coins(count, 1, on: device).doubles.allSatisfy { $0 == 1 })
  }

  @Test("categorical weights hold, and a weight of 0 is never drawn") func categorical() throws {
    let count = 400_000
    let weights = [0, 2, 0.5, 0, 1, 4, 0] as [Double]
    let choices = try NDArray.categorical(
      NDArray(weights, on: device), into: [count], from: origin, on: device, for: "categorical"
    ).ints
    var counts = [Int](repeating: 0, count: weights.count)
    for choice in choices { counts[choice] += 1 }
    for (weight, found) in zip(weights, counts) {
      let chance = weight / 7.5
      #expect(abs(Double(found) - chance * Double(count)) <= 5 * (chance * (1 - chance) * Double(count)).squareRoot())
    }
  }

  @Test("every order of four is as likely as every other") func permutations() throws {
    let rows = 240_000
    let orders = try NDArray.permutations([rows, 4], from: origin, on: device, for: "permutation").ints
    var counts: [[Int]: Int] = [:]
    for row in 0..<rows { counts[Array(orders[(row * 4)..<(row * 4 + 4)]), default: 0] += 1 }
    #expect(counts.count == 24)
    let expected = Double(rows) / 24
    #expect(counts.values.allSatisfy { abs(Double($0) - expected) < 5 * expected.squareRoot() })
    let long = try NDArray.permutations([100_000], from: origin, on: device, for: "permutation").ints
    #expect(long.sorted() == Array(0..<100_000))
  }

  @Test("parameters that are none are refused") func refused() throws {
    for chance in [1.5, -0.1, .nan] { #expect(throws: TensorError.self) { try coins(3, chance, on: device) } }
    for alpha in [-1, Double.nan] {
      #expect(throws: TensorError.self) {
        try NDArray.gamma(NDArray([1, alpha], on: device), from: origin, on: device, for: "gamma")
      }
    }
    for weights in [[0, 0], [1, -1], [1, .nan], [1, .infinity]] as [[Double]] {
      #expect(throws: TensorError.self) {
        try NDArray.categorical(NDArray(weights, on: device), into: [4], from: origin, on: device, for: "categorical")
      }
    }
  }

  @Test("a stopped device ends a draw") func cancelled() throws {
    let device = Device(threads: 1)
    device.cancel()
    #expect(throws: TensorError.cancelled) { try draw(.normal, 100, .float32, on: device) }
    #expect(throws: TensorError.cancelled) {
      try NDArray.permutations([100], from: origin, on: device, for: "permutation")
    }
  }
}
