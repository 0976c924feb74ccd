// How times are taken: two sides in turn, so that a machine that changes its speed changes it for both.

/// Seconds one call takes: the median over rounds, each long enough to be measured.
struct Contest {
  let ours: Double
  let theirs: Double
  /// Ours over theirs, the median of the rounds' ratios.
  let ratio: Double

  /// Times both sides in alternating rounds of at least `seconds` each.
  init(rounds: Int = 9, seconds: Double = 0.03, ours: () throws -> Void, theirs: () throws -> Void) rethrows {
    let ourCount = try Contest.count(seconds, ours)
    let theirCount = try Contest.count(seconds, theirs)
    var times: [(Double, Double)] = []
    for _ in 0..<rounds {
      times.append((try Contest.time(ourCount, ours), try Contest.time(theirCount, theirs)))
    }
    self.ours = Contest.median(times.map(\.0))
    self.theirs = Contest.median(times.map(\.1))
    ratio = Contest.median(times.map { $0.0 / $0.1 })
  }

  /// Times one side alone.
  static func alone(rounds: Int = 9, seconds: Double = 0.03, _ body: () throws -> Void) rethrows -> Double {
    let count = try Contest.count(seconds, body)
    var times: [Double] = []
    for _ in 0..<rounds { times.append(try Contest.time(count, body)) }
    return median(times)
  }

  private static func count(_ seconds: Double, _ body: () throws -> Void) rethrows -> Int {
    try body()
    try body()
    var count = 1
    while true {
      let taken = try time(count, body) * Double(count)
      if taken > seconds / 4 { return max(1, Int(Double(count) * seconds / taken)) }
      count *= 4
    }
  }

  private static func time(_ count: Int, _ body: () throws -> Void) rethrows -> Double {
    let clock = ContinuousClock()
    let taken = try clock.measure { for _ in 0..<count { try body() } }
    return Double(taken.components.attoseconds) * 1e-18 / Double(count) + Double(taken.components.seconds)
      / Double(count)
  }

  private static func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }
}
