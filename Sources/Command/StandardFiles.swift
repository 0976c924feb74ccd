// The three files a process is born with, and the signals that have to do with writing.

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

enum StandardFiles {
  /// Makes sure that 0, 1 and 2 are open: otherwise the first file that is opened gets such a number, and output would be
  /// written into it. A write beyond the permitted size is to be an error, not the end; a pipe whose reader has gone is
  /// the end, as for every Unix command, whatever the parent process does about it.
  static func prepare() {
    for descriptor: Int32 in 0...2 where fcntl(descriptor, F_GETFD) < 0 {
      _ = open("/dev/null", descriptor == 0 ? O_RDONLY : O_WRONLY)
    }
    // Whoever started this process from a thread that leaves signals to others handed that on.
    var none = sigset_t()
    sigemptyset(&none)
    pthread_sigmask(SIG_SETMASK, &none, nil)
    signal(SIGXFSZ, SIG_IGN)
    signal(SIGPIPE, SIG_DFL)
  }
}
