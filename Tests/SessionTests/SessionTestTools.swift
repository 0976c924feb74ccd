// What tests of sessions share.
import AulaRuntime
import Foundation

/// A session that speaks English, with few threads and little memory.
func testSession(
  seed: UInt64 = 7, limits: SessionLimits = SessionLimits(), files: any FileProvider = NamedFiles([:]),
  memory: Int = 4 << 30, change: (inout SessionOptions) -> Void = { _ in }
) -> Session {
  var options = SessionOptions()
  options.language = .en
  options.threads = 2
  options.limits = limits
  options.files = files
  options.memoryBudget = memory
  change(&options)
  return Session(seed: seed, options: options)
}

extension Session {
  /// The value of a text as numbers.
  func numbers(_ text: String) throws -> [Double] { try evaluate(text).numbers ?? [] }

  /// The codes of what is wrong with a text.
  func codes(_ text: String) -> [String] { run(text).problems.map(\.code) }

  /// Every name and what it stands for, as far as a program can tell.
  func everything() throws -> [String] {
    try names().map { info in
      let value = try self[info.name]
      return "\(info.name) \(info.kind) \(info.shape ?? "") \(value?.fingerprint ?? "")"
    }.sorted()
  }
}

extension AulaValue {
  /// The value to the last bit.
  var fingerprint: String {
    switch self {
    case .nothing: "nothing"
    case .number(let number): "\(number.bitPattern)"
    case .truth(let truth): "\(truth)"
    case .text(let text): text
    case .tensor(let array): "\(array.shape) \(array.dtype) \(array.doubles.map(\.bitPattern))"
    case .tuple(let parts): "(\(parts.map { ($0.label ?? "") + $0.value.fingerprint }.joined(separator: ", ")))"
    case .figure(let figure): "\(figure.hashValue)"
    case .other(let text): text
    }
  }
}

/// A thread that lets itself be waited for.
func onNewThread(_ body: @escaping @Sendable () -> Void) -> () -> Void {
  let done = DispatchSemaphore(value: 0)
  Foundation.Thread {
    body()
    done.signal()
  }.start()
  return { done.wait() }
}

/// Collects things from several threads.
final class Collected<Element: Sendable>: @unchecked Sendable {
  // A lock that the thread sanitizer knows, unlike `Mutex`.
  private let lock = NSLock()
  private var list: [Element] = []
  func append(_ element: Element) { lock.withLock { list.append(element) } }
  var all: [Element] { lock.withLock { list } }
}

/// Bytes of memory the process has in the machine's own memory.
func residentBytes() -> Int {
  guard let text = try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8) else { return 0 }
  let fields = text.split(separator: " ")
  return fields.count > 1 ? (Int(fields[1]) ?? 0) * 4096 : 0
}
