// Asking the terminal that this process belongs to, while nothing else reads from it.

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The terminal of this process, wherever input and output go. It is opened when it is asked, and not before; afterwards
/// it is as it was.
package final class ControllingTerminal: PictureTerminal {
  /// How long one waits for an answer: a terminal at hand takes less than ten milliseconds.
  private static let patience = 0.15
  /// How long one waits for the answer of a slow line before the next input, once.
  private static let latePatience = 0.35
  private var isAnswerOutstanding = false

  private let path: String

  /// The terminal at a path; that of this process unless said otherwise.
  package init(path: String = "/dev/tty") { self.path = path }

  package func ask() -> TerminalAnswer {
    var answer = exchange(TerminalAnswer.questions, ControllingTerminal.patience) ?? TerminalAnswer()
    if answer.cell == nil { answer.cell = cell }
    return answer
  }

  package func late() -> [UInt8] {
    guard isAnswerOutstanding else { return [] }
    isAnswerOutstanding = false
    return exchange("", ControllingTerminal.latePatience)?.typed ?? []
  }

  /// Writes, and reads until the last answer came or the time is over. The terminal shows nothing of it.
  private func exchange(_ text: String, _ seconds: Double) -> TerminalAnswer? {
    let file = open(path, O_RDWR | O_NOCTTY | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    // A background process that touches its terminal would be stopped. A terminal that is not its own stops nobody.
    let foreground = tcgetpgrp(file)
    guard foreground == getpgrp() || foreground < 0 else { return nil }
    var before = termios()
    guard tcgetattr(file, &before) == 0 else { return nil }
    var raw = before
    raw.c_lflag &= ~tcflag_t(ICANON | ECHO)
    guard tcsetattr(file, TCSANOW, &raw) == 0 else { return nil }
    defer { tcsetattr(file, TCSANOW, &before) }
    guard ControllingTerminal.send(text, to: file) else { return nil }
    let bytes = ControllingTerminal.receive(file, seconds)
    let answer = TerminalAnswer(reading: bytes)
    isAnswerOutstanding = !text.isEmpty && !answer.isComplete
    return answer
  }

  private static func send(_ text: String, to file: Int32) -> Bool {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
      if written < 0, errno == EINTR { continue }
      guard written > 0 else { return false }
      rest = rest.dropFirst(written)
    }
    return true
  }

  private static func receive(_ file: Int32, _ seconds: Double) -> [UInt8] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1_024)
    let end = MonotonicClock.seconds() + seconds
    // What somebody pastes meanwhile has an end, too; beyond this it stays where it is.
    while bytes.count < 1 << 16, !TerminalAnswer.isComplete(bytes) {
      let left = end - MonotonicClock.seconds()
      guard left > 0 else { break }
      var wanted = pollfd(fd: file, events: Int16(POLLIN), revents: 0)
      let ready = poll(&wanted, 1, Int32((left * 1_000).rounded(.up)))
      if ready < 0, errno == EINTR { continue }
      guard ready > 0, wanted.revents & Int16(POLLIN) != 0 else { break }
      let count = read(file, &buffer, buffer.count)
      if count < 0, errno == EINTR || errno == EAGAIN { continue }
      guard count > 0 else { break }
      bytes += buffer.prefix(count)
    }
    return bytes
  }

  /// The pixels of a character, where the system knows the pixels of the window.
  private var cell: TerminalAnswer.Cell? {
    var window = winsize()
    let file = open(path, O_RDWR | O_NOCTTY | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    guard ioctl(file, UInt(TIOCGWINSZ), &window) == 0, window.ws_col > 0, window.ws_row > 0 else { return nil }
    let (width, height) = (Int(window.ws_xpixel) / Int(window.ws_col), Int(window.ws_ypixel) / Int(window.ws_row))
    return width > 1 && height > 1 ? TerminalAnswer.Cell(width: width, height: height) : nil
  }
}
