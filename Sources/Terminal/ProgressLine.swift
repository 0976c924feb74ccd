// The line that tells how far a long loop is, and that is gone when it ends.
import Diagnostics
import Session

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Seconds on a clock that only goes forward.
package enum MonotonicClock {
  package static func seconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }
}

/// One line of the screen that is written again and again.
struct ProgressLine {
  /// Nobody reads faster.
  private static let shortestPause = 0.1
  private static let erase = "\r\u{1b}[K"
  private var isShown = false
  private var lastTime = -Double.infinity

  /// What to write for an event; nothing if the line was written a moment ago.
  mutating func text(_ progress: Event.Progress, _ look: Look, now: Double) -> String {
    guard now - lastTime >= ProgressLine.shortestPause else { return "" }
    lastTime = now
    isShown = true
    return ProgressLine.erase + ProgressLine.line(progress, look)
  }

  /// What takes the line away; nothing if there is none.
  mutating func cleared() -> String {
    guard isShown else { return "" }
    isShown = false
    return ProgressLine.erase
  }

  /// `  340/500 ━━━━━━━━━━━━───── 68%  1.2k/s  0:03 left  cost 0.693`, without what has no room. The last column stays
  /// free: what is written there moves the cursor on some terminals.
  static func line(_ progress: Event.Progress, _ look: Look) -> String {
    let room = look.columns - 1
    let count = progress.total.map { "\(progress.count)/\($0)" } ?? "\(progress.count)"
    var parts: [(text: String, ink: Ink)] = [(count, .plain)]
    var used = count.count
    func add(_ text: String, _ ink: Ink) {
      let width = Visible.width(text) + 2
      guard !text.isEmpty, used + width <= room else { return }
      used += width
      parts.append((text, ink))
    }
    if progress.rate.isFinite, progress.rate > 0 { add("\(Amount.brief(progress.rate))/s", .dim) }
    add(progress.remaining.map { left(Amount.clock($0), look) } ?? Amount.clock(progress.seconds), .dim)
    for (name, value) in progress.latest.prefix(8) {
      add(ScreenText.ascii(ScreenText.visible(name, look), look) + " " + Amount.significant(value, look), .plain)
    }
    var texts = parts.map { $0.ink.paint($0.text, look) }
    if let bar = bar(progress, look, room: room - used - 2) { texts.insert(bar, at: 1) }
    return used <= room ? texts.joined(separator: "  ") : ScreenText.fitted(count, room, look)
  }

  private static let leftWords = Words(en: "{time} left", es: "quedan {time}", pt: "faltam {time}")

  private static func left(_ time: String, _ look: Look) -> String {
    time.isEmpty ? "" : leftWords.filled(["time": .text(time)], in: look.language)
  }

  /// The share that is done; nothing where it would be too short to tell anything.
  private static func bar(_ progress: Event.Progress, _ look: Look, room: Int) -> String? {
    guard let total = progress.total, total > 0 else { return nil }
    let share = min(max(Double(progress.count) / Double(total), 0), 1)
    let percent = "\(Int(share * 100))%"
    let width = min(room - percent.count - 1, 24)
    guard width >= 6 else { return nil }
    let done = Int(share * Double(width))
    let isPlain = look.signs == .plain || look.isASCII
    let full = String(repeating: isPlain ? "#" : "━", count: done)
    let rest = String(repeating: isPlain ? "-" : "─", count: width - done)
    return Ink.good.paint(full, look) + Ink.dim.paint(rest, look) + " " + percent
  }
}

/// Numbers in few characters.
enum Amount {
  /// `7.3`, `120`, `1.2k`, `3.4M`.
  static func brief(_ number: Double) -> String {
    guard number.isFinite else { return "?" }
    var (value, unit) = (number, "")
    for next in ["k", "M", "G", "T"] where value >= 999.5 { (value, unit) = (value / 1_000, next) }
    if value >= 999.5 { return "\(value)" }
    return (value < 9.95 ? fixed(value, 1) : fixed(value, 0)) + unit
  }

  /// `0:07`, `12:30`, `3:05:00`.
  static func clock(_ seconds: Double) -> String {
    guard seconds.isFinite, seconds >= 0, seconds < 8.64e7 else { return "" }
    let whole = Int(seconds.rounded(.up))
    let two = { (number: Int) in number < 10 ? "0\(number)" : "\(number)" }
    if whole < 3_600 { return "\(whole / 60):\(two(whole % 60))" }
    return "\(whole / 3_600):\(two(whole / 60 % 60)):\(two(whole % 60))"
  }

  /// Four significant digits.
  static func significant(_ number: Double, _ look: Look) -> String {
    if number.isNaN { return "NaN" }
    if number.isInfinite { return (number < 0 ? "-" : "") + (look.signs == .plain || look.isASCII ? "inf" : "∞") }
    return withBuffer { base, size in withVaList([number]) { vsnprintf(base, size, "%.4g", $0) } }
  }

  static func fixed(_ number: Double, _ decimals: Int) -> String {
    withBuffer { base, size in withVaList([number]) { vsnprintf(base, size, "%.\(min(max(decimals, 0), 9))f", $0) } }
  }

  private static func withBuffer(_ body: (UnsafeMutablePointer<CChar>, Int) -> Int32) -> String {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: 400) { buffer in
      guard let base = buffer.baseAddress else { return "" }
      let count = min(max(0, Int(body(base, buffer.count))), buffer.count - 1)
      return String(decoding: buffer.prefix(count).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
  }
}
