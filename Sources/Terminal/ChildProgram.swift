// Programs that get the terminal for a while: the editor of `:edit`.

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Another program, which has the terminal until it ends.
struct Child {
  private let arguments: [String]
  private let mask: sigset_t?

  /// `mask`: the signals that are blocked for it.
  init(_ arguments: [String], mask: sigset_t?) {
    self.arguments = arguments
    self.mask = mask
  }

  /// Runs it; its exit code, or 127 where it did not start.
  func wait() -> Int32 {
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var flags = POSIX_SPAWN_SETSIGDEF
    var usual = sigset_t()
    sigemptyset(&usual)
    sigaddset(&usual, SIGPIPE)
    posix_spawnattr_setsigdefault(&attributes, &usual)
    if var mask {
      posix_spawnattr_setsigmask(&attributes, &mask)
      flags |= POSIX_SPAWN_SETSIGMASK
    }
    posix_spawnattr_setflags(&attributes, Int16(flags))
    var words = arguments.map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    guard let program = arguments.first else { return 127 }
    var child = pid_t()
    guard posix_spawn(&child, program, nil, &attributes, &words, environ) == 0 else { return 127 }
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0 && errno == EINTR {}
    let signal = status & 0x7f
    return signal == 0 ? (status >> 8) & 0xff : 128 + signal
  }
}
