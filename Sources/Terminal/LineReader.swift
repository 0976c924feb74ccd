// Where the lines of a prompt come from: an editor on a terminal, or plain lines where there is none.

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// What came from the keyboard.
enum LineInput: Equatable {
  /// A line, or several that came as one.
  case line(String)
  /// Ctrl-C: what was being typed is given up.
  case interrupt
  /// Escape: out of a continuation.
  case escape
  /// Nothing more will come.
  case end
  /// The program is to end, with this code.
  case leave(Int32)
}

/// Reads lines.
protocol LineReader: AnyObject {
  /// The next line. `isContinuation`: lines before it wait for their end. `offering` stands there to be edited, if the reader can.
  func read(prompt: PromptSign, isContinuation: Bool, offering: String?) -> LineInput
  /// Whether a text can be put on the line to be edited.
  var canOffer: Bool { get }
  /// Lets the keys for earlier entries find this one.
  func remember(_ entry: String)
  /// Text that was typed before it was asked for.
  func typedAhead(_ bytes: [UInt8])
  /// Called with what stands before the cursor when completion is asked for.
  var complete: (String) -> CompletionAnswer? { get set }
  /// Shows what completion found; gets what it wrote.
  var list: (CompletionAnswer) -> String { get set }
  /// Called when the window has another size.
  var resized: () -> Void { get set }
}

/// What stands before a line to be typed.
struct PromptSign {
  private let text: String
  private let start: String
  private let end: String

  init(_ text: String, _ ink: Ink, _ look: Look) {
    self.text = text
    let parts = ink.paint("|", look).split(separator: "|", omittingEmptySubsequences: false)
    (start, end) = parts.count == 2 ? (String(parts[0]), String(parts[1])) : ("", "")
  }

  /// As it is written.
  var plain: String { start + text + end }

  /// As readline wants it: told what takes no room.
  var marked: String {
    let mark = { (sequence: String) in sequence.isEmpty ? "" : "\u{1}\(sequence)\u{2}" }
    return mark(start) + text + mark(end)
  }
}

/// Lines as the terminal or a pipe gives them: for terminals that cannot move their cursor.
final class PlainReader: LineReader {
  var complete: (String) -> CompletionAnswer? = { _ in nil }
  var list: (CompletionAnswer) -> String = { _ in "" }
  var resized: () -> Void = {}
  private let signals: PromptSignals?
  private let output: PromptOutput
  private let showsPrompt: Bool
  private var bytes: [UInt8] = []
  private var first = 0
  private var isAtEnd = false

  init(signals: PromptSignals?, output: PromptOutput) {
    self.signals = signals
    self.output = output
    showsPrompt = isatty(0) == 1
  }

  func remember(_ entry: String) {}

  func typedAhead(_ bytes: [UInt8]) { self.bytes += bytes }

  var canOffer: Bool { false }

  func read(prompt: PromptSign, isContinuation: Bool, offering: String?) -> LineInput {
    if showsPrompt { output.write(prompt.plain) }
    while true {
      if let line = nextLine() { return .line(line) }
      if isAtEnd { return .end }
      if let notice = wait() { return notice }
    }
  }

  private func nextLine() -> String? {
    if let end = bytes[first...].firstIndex(of: 10) {
      defer { drop(end + 1) }
      return String(decoding: bytes[first..<end], as: UTF8.self)
    }
    guard isAtEnd, first < bytes.count else { return nil }
    defer { drop(bytes.count) }
    return String(decoding: bytes[first...], as: UTF8.self)
  }

  private func drop(_ count: Int) {
    first = count
    if first == bytes.count { (bytes, first) = ([], 0) }
  }

  /// Waits for more; gives what a signal asks for.
  private func wait() -> LineInput? {
    var wanted = [
      pollfd(fd: 0, events: Int16(POLLIN), revents: 0),
      pollfd(fd: signals?.descriptor ?? -1, events: Int16(POLLIN), revents: 0),
    ]
    guard poll(&wanted, 2, -1) > 0 else { return nil }
    if wanted[1].revents != 0 {
      for notice in signals?.take() ?? [] {
        switch notice {
        case .interrupt:
          drop(bytes.count)
          if showsPrompt { output.write("\n") }
          return .interrupt
        case .terminate, .hangUp: return .leave(notice.exitCode)
        case .resize: resized()
        case .suspend: kill(getpid(), SIGSTOP)
        case .resume: break
        }
      }
    }
    guard wanted[0].revents != 0 else { return nil }
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    let count = Glibc.read(0, &piece, piece.count)
    if count > 0 {
      bytes += piece[..<count]
    } else if count == 0 || (errno != EINTR && errno != EAGAIN) {
      isAtEnd = true
    }
    return nil
  }
}
