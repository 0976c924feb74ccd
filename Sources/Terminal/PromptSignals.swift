// Signals while the prompt is open: a thread of their own takes them, stops evaluations at once, and tells the prompt the rest.
import CReadline
import Session
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Takes the signals of the terminal for as long as it lives. No handler runs in the middle of anything: a thread reads
/// them as from a file.
final class PromptSignals: Sendable {
  /// What the prompt has to know.
  enum Notice: UInt8 {
    case interrupt = 1
    case resize
    case suspend
    case resume
    case terminate
    case hangUp

    /// What a shell is told of a program that ended for this reason.
    var exitCode: Int32 {
      switch self {
      case .terminate: 128 + SIGTERM
      case .hangUp: 128 + SIGHUP
      default: 128 + SIGINT
      }
    }
  }

  /// Where notices wait; to be polled beside the keyboard.
  let descriptor: Int32
  private let writer: Int32
  private let signals: Int32
  private let before: sigset_t
  private let state = Atomic(State.reading.rawValue)
  /// Whether somebody wants an end of what goes on and has not been heard. A key may come when the line is already taken
  /// and its evaluation has not begun, or between two rounds of one: then there is nothing to stop yet.
  private let isStopWanted = Atomic(false)
  /// So many milliseconds later what is to stop is told again.
  private static let patience: Int32 = 10

  /// Who has the terminal.
  enum State: UInt8 {
    case reading
    case evaluating
    /// A program that was started from here: it looks after the terminal's settings itself.
    case lending
  }

  private static let all: [(signal: Int32, notice: Notice)] = [
    (SIGINT, .interrupt), (SIGWINCH, .resize), (SIGTSTP, .suspend), (SIGCONT, .resume), (SIGTERM, .terminate),
    (SIGHUP, .hangUp),
  ]

  /// Begins to take signals; nil where the system refuses. It is to be made before any other thread.
  init?(session: Session, keyboard: Keyboard) {
    var set = sigset_t()
    sigemptyset(&set)
    for (signal, _) in PromptSignals.all { sigaddset(&set, signal) }
    var pipes: [Int32] = [-1, -1]
    guard pipe(&pipes) == 0 else { return nil }
    for end in pipes {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
    (descriptor, writer) = (pipes[0], pipes[1])
    var before = sigset_t()
    pthread_sigmask(SIG_BLOCK, &set, &before)
    self.before = before
    signals = aula_signal_file(&set)
    // Output that nobody reads is an error of the write, not the end of the program.
    signal(SIGPIPE, SIG_IGN)
    guard signals >= 0, start(session, keyboard) else {
      pthread_sigmask(SIG_SETMASK, &before, nil)
      for open in [descriptor, writer, signals] where open >= 0 { close(open) }
      return nil
    }
  }

  /// Runs `body` while nobody reads: what stops and suspends acts at once.
  func during<R>(_ state: State, _ body: () -> R) -> R {
    self.state.store(state.rawValue, ordering: .sequentiallyConsistent)
    defer {
      self.state.store(State.reading.rawValue, ordering: .sequentiallyConsistent)
      isStopWanted.store(false, ordering: .sequentiallyConsistent)
    }
    return body()
  }

  /// Whether what goes on is to end.
  var isStopping: Bool { isStopWanted.load(ordering: .sequentiallyConsistent) }

  /// The notices that came.
  func take() -> [Notice] {
    var bytes = [UInt8](repeating: 0, count: 64)
    let count = read(descriptor, &bytes, bytes.count)
    isStopWanted.store(false, ordering: .sequentiallyConsistent)
    return count > 0 ? bytes[..<count].compactMap { Notice(rawValue: $0) } : []
  }

  /// The signals that were blocked before, for programs that are started from here.
  var originalMask: sigset_t { before }

  private func start(_ session: Session, _ keyboard: Keyboard) -> Bool {
    let context = Unmanaged.passRetained(Watch(signals: self, session: session, keyboard: keyboard))
    var thread = pthread_t()
    let status = pthread_create(
      &thread, nil,
      { context in
        guard let context else { return nil }
        Unmanaged<Watch>.fromOpaque(context).takeRetainedValue().run()
        return nil
      }, context.toOpaque())
    if status != 0 { context.release() } else { pthread_detach(thread) }
    return status == 0
  }

  /// What the thread works with.
  private final class Watch {
    let signals: PromptSignals
    let session: Session
    let keyboard: Keyboard

    init(signals: PromptSignals, session: Session, keyboard: Keyboard) {
      (self.signals, self.session, self.keyboard) = (signals, session, keyboard)
    }

    func run() {
      var information = signalfd_siginfo()
      while true {
        waitForSignal()
        let count = read(signals.signals, &information, MemoryLayout<signalfd_siginfo>.size)
        if count < 0 && errno == EINTR { continue }
        guard count == MemoryLayout<signalfd_siginfo>.size else { return }
        let number = Int32(information.ssi_signo)
        guard let notice = PromptSignals.all.first(where: { $0.signal == number })?.notice else { continue }
        react(to: notice)
      }
    }

    /// Waits, and stops what goes on as long as that is wanted.
    private func waitForSignal() {
      var wanted = pollfd(fd: signals.signals, events: Int16(POLLIN), revents: 0)
      while true {
        if poll(&wanted, 1, signals.isStopping ? PromptSignals.patience : -1) != 0 { return }
        let state = State(rawValue: signals.state.load(ordering: .sequentiallyConsistent))
        if state == .evaluating, signals.isStopping { session.cancel() }
      }
    }

    private func react(to notice: Notice) {
      switch notice {
      case .interrupt, .terminate, .hangUp:
        signals.isStopWanted.store(true, ordering: .sequentiallyConsistent)
        session.cancel()
      case .suspend:
        let state = State(rawValue: signals.state.load(ordering: .sequentiallyConsistent))
        if state == .reading { break }
        if state == .evaluating { keyboard.giveBack() }
        kill(getpid(), SIGSTOP)
        if state == .evaluating { keyboard.silence() }
        return
      case .resize, .resume: break
      }
      var byte = notice.rawValue
      _ = write(signals.writer, &byte, 1)
    }
  }
}

/// The terminal's settings for the keyboard.
final class Keyboard: Sendable {
  private let original: termios?

  /// Remembers how the terminal was.
  init() {
    var settings = termios()
    original = isatty(0) == 1 && tcgetattr(0, &settings) == 0 ? settings : nil
  }

  /// Whether there is one.
  var isTerminal: Bool { original != nil }

  /// While something is evaluated: what is typed waits for the next line and is not shown in the middle of results.
  /// Ctrl-C and Ctrl-Z still work.
  func silence() {
    guard var settings = original else { return }
    settings.c_lflag &= ~tcflag_t(ECHO | ICANON)
    set(&settings)
  }

  /// As it was before.
  func giveBack() {
    guard var settings = original else { return }
    set(&settings)
  }

  private func set(_ settings: inout termios) { while tcsetattr(0, TCSADRAIN, &settings) < 0 && errno == EINTR {} }
}
