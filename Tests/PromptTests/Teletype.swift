// The real binary at a terminal of our own: keys go in, and what is on the screen is looked at.
import Foundation
import Testing

/// What was waited for and did not come.
struct NotSeen: Error, CustomStringConvertible {
  let what: String
  let screen: String
  var description: String { "not seen: \(what)\n--- the screen:\n\(screen)\n---" }
}

/// A program at a pseudo-terminal.
final class Teletype {
  private(set) var screen: Screen
  let home: Home
  private let master: Int32
  private let process: pid_t
  private var status: Int32?
  /// Machines that do other things too are slow; what is right comes much sooner.
  private static let patience = 20.0

  /// Starts `aula` (or another program) at a terminal of this size.
  init(
    _ arguments: String..., home: Home? = nil, program: String? = nil, columns: Int = 80, rows: Int = 24,
    environment: [String: String?] = [:]
  ) throws {
    let home = try home ?? Home()
    self.home = home
    screen = Screen(columns: columns, rows: rows)
    master = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC | O_NONBLOCK)
    var (isLocked, number): (Int32, UInt32) = (0, 0)
    // What `unlockpt` and `ptsname` do, which this C library shows only to who asks for it.
    let (setLock, getNumber): (UInt, UInt) = (0x4004_5431, 0x8004_5430)
    try #require(master >= 0 && ioctl(master, setLock, &isLocked) == 0 && ioctl(master, getNumber, &number) == 0)
    var window = winsize(ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(master, UInt(TIOCSWINSZ), &window)
    var variables: [String: String?] = [
      "PATH": "/usr/bin:/bin", "HOME": home.path, "LC_ALL": "C.UTF-8", "TERM": "xterm-256color", "INPUTRC": "/dev/null",
    ]
    variables.merge(environment) { $1 }
    let program = try program ?? #require(Aula.path).path
    process = try Teletype.start(
      ["/usr/bin/env", "-C", home.path, program] + arguments, variables.compactMapValues { $0 },
      terminal: "/dev/pts/\(number)")
  }

  deinit {
    if status == nil {
      kill(process, SIGKILL)
      var status: Int32 = 0
      waitpid(process, &status, 0)
    }
    close(master)
  }

  /// In a session of its own whose terminal is `terminal`: the first one that it opens.
  private static func start(
    _ arguments: [String], _ variables: [String: String], terminal: String
  ) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, terminal, O_RDWR, 0)
    posix_spawn_file_actions_adddup2(&actions, 0, 1)
    posix_spawn_file_actions_adddup2(&actions, 0, 2)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var (usual, none) = (sigset_t(), sigset_t())
    sigfillset(&usual)
    sigemptyset(&none)
    posix_spawnattr_setsigdefault(&attributes, &usual)
    posix_spawnattr_setsigmask(&attributes, &none)
    let newSession: Int32 = 0x80
    posix_spawnattr_setflags(&attributes, Int16(newSession | Int32(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK)))
    var words = arguments.map { strdup($0) } + [nil]
    var settings = variables.map { strdup("\($0)=\($1)") } + [nil]
    defer { for text in words + settings { free(text) } }
    var process = pid_t()
    try #require(posix_spawn(&process, arguments[0], &actions, &attributes, &words, &settings) == 0)
    return process
  }

  // MARK: Keys

  /// Presses keys, reading meanwhile what comes: a terminal holds only some of both.
  func press(_ keys: String) throws {
    var rest = Array(keys.utf8)[...]
    let deadline = Date() + Teletype.patience
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(master, $0.baseAddress, min($0.count, 1024)) }
      if count > 0 { rest = rest.dropFirst(count) } else { read(for: 0.02) }
      guard Date() < deadline else { throw NotSeen(what: "somebody who reads the keys", screen: screen.everything) }
    }
  }

  /// Types an entry and waits until the prompt asks for the next.
  func enter(_ text: String) throws {
    try begin(text)
    try seePrompt()
  }

  /// Types an entry and does not wait for what comes of it.
  func begin(_ text: String) throws {
    try press(text)
    try see("the keys") { !$0.line.isEmpty && !Teletype.isPrompt($0) }
    try press(Key.enter)
    try see("the line taken") { [row = screen.row, above = screen.above.count] in
      $0.row != row || $0.above.count != above
    }
  }

  func resize(columns: Int, rows: Int) {
    var window = winsize(ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    read(for: 0)
    screen.resize(columns: columns, rows: rows)
    _ = ioctl(master, UInt(TIOCSWINSZ), &window)
  }

  // MARK: Looking

  /// Waits until the screen is as it should be.
  func see(_ what: String, within seconds: Double = patience, _ condition: (Screen) -> Bool) throws {
    let deadline = Date() + seconds
    while !condition(screen) {
      guard Date() < deadline else { throw NotSeen(what: what, screen: screen.everything) }
      if !read(for: 0.05), status != nil { throw NotSeen(what: "\(what); it has ended", screen: screen.everything) }
    }
  }

  /// Waits until a text is on the screen.
  func see(_ text: String, within seconds: Double = patience) throws {
    try see("“\(text)”", within: seconds) { $0.text.contains(text) }
  }

  /// Waits for an empty line behind a prompt.
  func seePrompt(_ mark: String = ">") throws {
    try see("the prompt \(mark)") { Teletype.isPrompt($0, mark) }
  }

  private static func isPrompt(_ screen: Screen, _ mark: String? = nil) -> Bool {
    let marks = mark.map { [$0] } ?? [">", "…", "."]
    return marks.contains { screen.line == $0 && screen.beforeCursor.hasPrefix($0 + " ") }
  }

  /// Waits a little and takes what came.
  func pause(_ seconds: Double) {
    let deadline = Date() + seconds
    while Date() < deadline { read(for: min(0.02, seconds)) }
  }

  /// Leaves, or sees that it left; its exit code, or minus the signal that ended it.
  func end(pressing keys: String = Key.end) throws -> Int32 {
    try press(keys)
    let deadline = Date() + Teletype.patience
    while status == nil {
      guard Date() < deadline else { throw NotSeen(what: "the end", screen: screen.everything) }
      read(for: 0.02)
    }
    read(for: 0)
    let status = status ?? 0
    return status & 0x7f == 0 ? (status >> 8) & 0xff : -(status & 0x7f)
  }

  func send(_ signal: Int32) { kill(process, signal) }

  /// Takes what came; whether anything did.
  @discardableResult
  private func read(for seconds: Double) -> Bool {
    var wanted = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    guard poll(&wanted, 1, Int32(seconds * 1000)) > 0, wanted.revents & Int16(POLLIN) != 0 else {
      // A terminal that nobody has open any more is at its end at once: not to turn in circles.
      if wanted.revents != 0 { usleep(5000) }
      look()
      return false
    }
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    let count = Glibc.read(master, &bytes, bytes.count)
    guard count > 0 else { return false }
    screen.write(bytes[..<count])
    let answers = screen.takeAnswers()
    if !answers.isEmpty { _ = answers.withUnsafeBytes { write(master, $0.baseAddress, $0.count) } }
    return true
  }

  /// Whether it ended.
  private func look() {
    var status: Int32 = 0
    if self.status == nil, waitpid(process, &status, WNOHANG) == process { self.status = status }
  }
}

/// Keys as a terminal sends them.
enum Key {
  static let enter = "\r"
  static let tab = "\t"
  static let interrupt = "\u{3}"
  static let end = "\u{4}"
  static let search = "\u{12}"
  static let escape = "\u{1b}"
  static let up = "\u{1b}[A"
  static let down = "\u{1b}[B"
  static let right = "\u{1b}[C"
  static let left = "\u{1b}[D"
  static let backspace = "\u{7f}"
  static let lineStart = "\u{1}"
  static let lineEnd = "\u{5}"

  /// Text as a terminal pastes it: line ends are the Enter key.
  static func paste(_ text: String) -> String {
    "\u{1b}[200~" + text.replacing("\n", with: "\r") + "\u{1b}[201~"
  }
}
