// Ctrl-C while a program runs: the first stops the evaluation, the second the process.
import Session

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Takes SIGINT on a thread of its own, where anything may be called. It is to be made before any other thread, so that all
/// of them leave the signal to this one.
final class Interrupts: @unchecked Sendable {
  private let gate: UnsafeMutablePointer<pthread_mutex_t>
  /// What is running; guarded by the gate.
  private var stop: (() -> Void)?
  private var isStopping = false

  init() {
    gate = .allocate(capacity: 1)
    gate.initialize(to: pthread_mutex_t())
    pthread_mutex_init(gate, nil)
    // A process that was told to ignore it, as in the background of a script, goes on ignoring it.
    var action = sigaction()
    sigaction(SIGINT, nil, &action)
    guard action.__sigaction_handler.sa_handler == nil else { return }
    var signals = Interrupts.signals
    pthread_sigmask(SIG_BLOCK, &signals, nil)
    var thread = pthread_t()
    let status = pthread_create(
      &thread, nil,
      { context in
        guard let context else { return nil }
        Unmanaged<Interrupts>.fromOpaque(context).takeUnretainedValue().wait()
      }, Unmanaged.passRetained(self).toOpaque())
    if status != 0 { pthread_sigmask(SIG_UNBLOCK, &signals, nil) }
  }

  /// Runs `body`; an interrupt meanwhile stops the session.
  func during<R>(_ session: Session, _ body: () -> R) -> R { during(stop: { session.cancel() }, body) }

  /// Runs `body`; an interrupt meanwhile calls `stop`, on a thread of its own.
  func during<R>(stop: @escaping () -> Void, _ body: () -> R) -> R {
    set(stop)
    defer { set(nil) }
    return body()
  }

  private func set(_ stop: (() -> Void)?) {
    pthread_mutex_lock(gate)
    self.stop = stop
    isStopping = false
    pthread_mutex_unlock(gate)
  }

  private func wait() -> Never {
    var signals = Interrupts.signals
    while true {
      var signal: Int32 = 0
      guard sigwait(&signals, &signal) == 0 else { continue }
      pthread_mutex_lock(gate)
      guard let stop, !isStopping else { _exit(Ending.interrupted.rawValue) }
      isStopping = true
      stop()
      pthread_mutex_unlock(gate)
    }
  }

  private static var signals: sigset_t {
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGINT)
    return signals
  }
}
