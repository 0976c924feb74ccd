// What goes to standard output and standard error: buffered, in order, with failures remembered.

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// An open file that text is written to. The first failure ends its life: what follows is dropped.
final class Output {
  private static let room = 1 << 16
  private let descriptor: Int32
  private var waiting: [UInt8] = []
  /// The error number of the write that failed.
  private(set) var failure: Int32?

  init(_ descriptor: Int32) { self.descriptor = descriptor }

  /// Takes a text; it is on its way when much has come together, or with `flush`.
  func write(_ text: String) {
    guard failure == nil else { return }
    waiting += text.utf8
    if waiting.count >= Output.room { flush() }
  }

  /// Sends what was taken.
  func flush() {
    var sent = 0
    while sent < waiting.count && failure == nil {
      let count = waiting.withUnsafeBytes { bytes -> Int in
        guard let start = bytes.baseAddress else { return 0 }
        return systemWrite(descriptor, start + sent, bytes.count - sent)
      }
      if count > 0 {
        sent += count
      } else if errno == EAGAIN || errno == EWOULDBLOCK {
        var request = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        poll(&request, 1, -1)
      } else if errno != EINTR {
        failure = errno
      }
    }
    waiting.removeAll(keepingCapacity: true)
  }
}

/// The system's `write`, which methods of that name hide.
func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer, _ count: Int) -> Int {
  write(descriptor, bytes, count)
}

/// The system's `read`.
func systemRead(_ descriptor: Int32, _ bytes: UnsafeMutableRawPointer, _ count: Int) -> Int {
  read(descriptor, bytes, count)
}
