// What the prompt writes: everything goes to standard output at once, and a reader who left ends it quietly.

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Standard output, without a buffer of its own: what is on the screen is what was written.
final class PromptOutput {
  /// Whether nobody reads any more, or the disk is full.
  private(set) var isClosed = false

  /// How many lines were ended.
  private(set) var lineCount = 0
  private var collected: String?

  /// What `body` would write.
  func collect(_ body: () -> Void) -> String {
    collected = ""
    body()
    defer { collected = nil }
    return collected ?? ""
  }

  /// Writes all of a text.
  func write(_ text: String) {
    if collected != nil {
      collected?.append(text)
      return
    }
    lineCount += text.utf8.count { $0 == 10 }
    var text = text
    text.withUTF8 { bytes in
      var rest = bytes[...]
      while !isClosed, !rest.isEmpty {
        let count = unsafe(rest)
        if count > 0 {
          rest = rest.dropFirst(count)
        } else if errno == EAGAIN {
          var wanted = pollfd(fd: 1, events: Int16(POLLOUT), revents: 0)
          poll(&wanted, 1, -1)
        } else if errno != EINTR {
          isClosed = true
        }
      }
    }
  }

  private func unsafe(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Int {
    let window = UnsafeBufferPointer(rebasing: bytes)
    return Glibc.write(1, window.baseAddress, window.count)
  }
}
