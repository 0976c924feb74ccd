// Loops of numbers and texts in the language, against Lua where it is installed: the same loops, in turn, by processor time.
import AulaRuntime

#if canImport(Glibc)
  import Glibc
#endif

/// A race over the programs in Benchmarks/loops.
struct LoopRace {
  /// What each loop comes to: both sides must agree before anything is timed.
  static let loops: [(name: String, result: Double)] = [
    ("summod", 20_000_001), ("mandel", 1_214_379), ("fib", 196_418), ("strjoin", 588_894), ("strappend", 100_000),
  ]
  private static let folder = "Benchmarks/loops"
  private static let rounds = 7

  let ours: Double
  /// Nil where there is no Lua.
  let lua: Double?

  /// Seconds of processor time for a loop: the least of several rounds on either side.
  init(_ name: String, expecting result: Double) throws {
    var options = SessionOptions()
    options.threads = 1
    options.files = DiskFiles(base: LoopRace.folder)
    let session = Session(seed: 7, options: options)
    try session.evaluate("use \"loops.aula\"")
    guard try session.evaluate("\(name)()").number == result else { throw Disagreement(name: name) }
    var (ours, lua) = (Double.infinity, Double.infinity)
    for _ in 0..<LoopRace.rounds {
      let start = LoopRace.processorSeconds()
      try session.evaluate("\(name)()")
      ours = min(ours, LoopRace.processorSeconds() - start)
      lua = min(lua, LoopRace.timeLua(name) ?? .infinity)
    }
    self.ours = ours
    self.lua = lua.isFinite ? lua : nil
  }

  struct Disagreement: Error, CustomStringConvertible {
    let name: String
    var description: String { "\(name) gives another result than it should" }
  }

  private static func processorSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }

  /// The least of three runs in one process of Lua.
  private static func timeLua(_ name: String) -> Double? {
    guard let pipe = popen("lua5.4 \(folder)/loops.lua \(name) 3 2>/dev/null", "r") else { return nil }
    defer { pclose(pipe) }
    var best: Double?
    var line = [CChar](repeating: 0, count: 64)
    while fgets(&line, Int32(line.count), pipe) != nil {
      let text = line.prefix { $0 != 0 && $0 != 10 }.map { Character(UnicodeScalar(UInt8(bitPattern: $0))) }
      if let seconds = Double(String(text)) { best = min(best ?? seconds, seconds) }
    }
    return best
  }
}
