// How fast this machine computes: some tenths of a second of what programs spend their time with.
import AulaRuntime

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Speeds, each the best of what a short time allows; nil where memory was short.
struct Measurements {
  /// Operations in a second, of a product of two 512 × 512 matrices in float32.
  private(set) var product: Double?
  /// The same in float64.
  private(set) var product64: Double?
  /// Elements in a second, of `tanh` with kernels of our own.
  private(set) var kernel: Double?
  /// Bytes copied in a second, each read and written.
  private(set) var copy: Double?

  private static let size = 512
  private static let elements = 1_000_000
  private static let seconds = 0.1

  init(threads: Int?) {
    var options = SessionOptions()
    options.threads = threads
    options.undoSteps = 0
    let session = Session(seed: 1, options: options)
    let size = Measurements.size
    let operations = 2 * Double(size) * Double(size) * Double(size)
    session.run(
      "let A = normal(\(size), \(size))\nlet B = float64(A)\nlet x = normal(\(Measurements.elements))\n(A[0, 0], B[0, 0], x[0])"
    )
    product = Measurements.best(session, "A @ A").map { operations / $0 }
    product64 = Measurements.best(session, "B @ B").map { operations / $0 }
    kernel = Measurements.best(session, "tanh(x)").map { Double(Measurements.elements) / $0 }
    copy = Measurements.copySpeed()
  }

  /// The shortest time of a cell, its value computed but not shown: a name is given to it inside of a block.
  private static func best(_ session: Session, _ code: String) -> Double? {
    var best: Double?
    let start = now
    repeat {
      let outcome = session.run("let result = \(code)")
      guard outcome.status == .finished else { return nil }
      best = min(best ?? .infinity, outcome.seconds)
    } while now - start < seconds
    return best
  }

  private static func copySpeed() -> Double? {
    let bytes = 32 << 20
    // Of memory from `malloc` the compiler knows that nobody reads the copy, and leaves it out.
    let mapped = mmap(nil, 2 * bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
    guard let memory = mapped, memory != MAP_FAILED else { return nil }
    defer { munmap(memory, 2 * bytes) }
    memset(memory, 1, 2 * bytes)
    var best = Double.infinity
    let start = now
    repeat {
      let before = now
      memcpy(memory, memory + bytes, bytes)
      best = min(best, now - before)
    } while now - start < seconds / 2
    return best > 0 ? Double(bytes) / best : nil
  }

  private static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }

  /// What the maker calls the processor.
  static var processorName: String {
    guard let file = fopen("/proc/cpuinfo", "re") else { return "?" }
    defer { fclose(file) }
    var line = [CChar](repeating: 0, count: 512)
    while fgets(&line, Int32(line.count), file) != nil {
      let text = String(decoding: line.prefix { $0 != 0 && $0 != 10 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
      guard text.hasPrefix("model name"), let colon = text.firstIndex(of: ":") else { continue }
      return String(text[text.index(after: colon)...].drop { $0 == " " })
    }
    return "?"
  }
}
