// Plans, found again by the structure of what is to be computed.
#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// What two computations must share to share a plan: operators, shapes, types, attributes and wiring. Constants, offsets and
/// counters are inputs of the plan, not part of its key.
struct PlanKey: Hashable {
  let words: [UInt64]
  private let digest: Int

  init(_ words: [UInt64]) {
    self.words = words
    var digest: UInt64 = 0xCBF2_9CE4_8422_2325
    for word in words {
      digest = (digest ^ word) &* 0x9E37_79B9_7F4A_7C15
      digest ^= digest >> 29
    }
    self.digest = Int(truncatingIfNeeded: digest)
  }

  func hash(into hasher: inout Hasher) { hasher.combine(digest) }
  static func == (a: PlanKey, b: PlanKey) -> Bool { a.digest == b.digest && a.words == b.words }
}

/// The plans of one graph. When there are too many, the half that was used longest ago goes.
struct PlanCache {
  private var plans: [PlanKey: Plan] = [:]
  private var clock = 0
  private let limit = 1024
  /// How often a plan was found, and how often one had to be made.
  private(set) var hits = 0
  private(set) var misses = 0

  mutating func plan(for key: PlanKey, make: () throws -> Plan) rethrows -> Plan {
    clock += 1
    if let known = plans[key] {
      hits += 1
      known.lastUse = clock
      return known
    }
    misses += 1
    let plan = try make()
    plan.lastUse = clock
    if plans.count >= limit {
      let ages = plans.values.map(\.lastUse).sorted()
      let middle = ages[ages.count / 2]
      plans = plans.filter { $0.value.lastUse > middle }
    }
    plans[key] = plan
    return plan
  }
}

extension Graph {
  /// Whether the environment leaves plans on; `AULA_PLANS=off` computes node by node, for tests.
  static let plansAreOn: Bool = {
    guard let setting = getenv("AULA_PLANS") else { return true }
    return String(cString: setting) != "off"
  }()

  /// How often a plan was found again, and how often one was made.
  public var planStatistics: (found: Int, made: Int) { (planCache.hits, planCache.misses) }
}
