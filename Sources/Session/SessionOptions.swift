// What a host decides about a session.
import Diagnostics

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// What a host decides about a session before it begins. Everything has a value that serves.
public struct SessionOptions: Sendable {
  /// The language of messages; nil follows the environment (`LC_ALL`, `LC_MESSAGES`, `LANG`).
  public var language: Language?
  /// How many threads share the work of one computation; nil takes one for each processor. Results do not depend on it.
  public var threads: Int?
  /// The most bytes that tensors may hold at once.
  public var memoryBudget = 16 << 30
  /// What one evaluation may use.
  public var limits = SessionLimits()
  /// How many cells can be undone.
  public var undoSteps = 100
  /// The most bytes that are kept only so that cells can be undone; the oldest go first.
  public var undoBytes = 1 << 30
  /// Where `use "file.aula"` finds files.
  public var files: any FileProvider = DiskFiles()
  /// How messages and values are laid out.
  public var style = TextStyle()

  /// The usual decisions.
  public init() {}
}

/// The most that one evaluation may use. Steps and depth are counted, so that they mean the same on every machine.
public struct SessionLimits: Sendable, Hashable {
  /// Rounds of loops and calls of functions.
  public var steps = Int.max
  /// Calls inside calls.
  public var depth = 10_000
  /// Seconds by the clock.
  public var seconds = Double.infinity
  /// Bytes of values outside of tensors; tensors have the memory budget.
  public var bytes = 1 << 30

  /// No limit but the depth of calls and the size of values.
  public init(steps: Int = .max, depth: Int = 10_000, seconds: Double = .infinity, bytes: Int = 1 << 30) {
    self.steps = steps
    self.depth = depth
    self.seconds = seconds
    self.bytes = bytes
  }
}

/// How text for people is laid out.
public struct TextStyle: Sendable, Hashable {
  /// Columns of a line.
  public var width: Int
  /// Whether lines around source code are drawn with characters that not every terminal has.
  public var isUnicode: Bool
  /// Whether escape sequences may colour messages.
  public var isColoured: Bool

  /// 80 columns without colour unless said otherwise.
  public init(width: Int = 80, isUnicode: Bool = true, isColoured: Bool = false) {
    self.width = width
    self.isUnicode = isUnicode
    self.isColoured = isColoured
  }

  var renderer: Renderer.Style { Renderer.Style(isUnicode: isUnicode, isColoured: isColoured, width: width) }
}

extension Language {
  /// The language that the environment asks for, English where it asks for one that messages do not exist in.
  public static var ofEnvironment: Language {
    for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
      guard let value = getenv(name) else { continue }
      let text = String(cString: value)
      if text.isEmpty { continue }
      return Language(rawValue: String(text.prefix(2)).lowercased()) ?? .en
    }
    return .en
  }
}
