// Long texts page by page: in the reader's own pager.

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

enum Pager {
  /// Shows a text in `$PAGER`, or in `less`; false where there is neither.
  static func show(_ text: String) -> Bool {
    let own = getenv("PAGER").map { String(cString: $0) } ?? ""
    let command = own.isEmpty ? "less -R" : own
    var pipes: [Int32] = [-1, -1]
    guard pipe(&pipes) == 0 else { return false }
    // A pager that held the writing end open too would never see the text end.
    for end in pipes { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    guard let child = start(command, input: pipes[0]) else {
      close(pipes[0])
      close(pipes[1])
      return false
    }
    close(pipes[0])
    // Whoever leaves the pager early has read enough; Ctrl-C is the pager's.
    let (pipeBefore, interruptBefore) = (signal(SIGPIPE, SIG_IGN), signal(SIGINT, SIG_IGN))
    let output = Output(pipes[1])
    output.write(text)
    output.flush()
    close(pipes[1])
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0 && errno == EINTR {}
    signal(SIGPIPE, pipeBefore)
    signal(SIGINT, interruptBefore)
    // A shell says with 126 and 127 that there is no such command.
    let code = status & 0x7f == 0 ? (status >> 8) & 0xff : 0
    return code != 126 && code != 127
  }

  private static func start(_ command: String, input: Int32) -> pid_t? {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, input, 0)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // What this process ignores, the pager is to hear.
    var signals = sigset_t()
    sigemptyset(&signals)
    for number in [SIGPIPE, SIGINT, SIGXFSZ] { sigaddset(&signals, number) }
    posix_spawnattr_setsigdefault(&attributes, &signals)
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))

    let words: [UnsafeMutablePointer<CChar>?] = ["sh", "-c", command].map { (word: String) in strdup(word) } + [nil]
    defer { for word in words { free(word) } }
    var child = pid_t()
    guard posix_spawn(&child, "/bin/sh", &actions, &attributes, words, environ) == 0 else { return nil }
    return child
  }
}
