// Writing files so that a full disk or a power cut leaves the old one as it was.

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Files that are written as a whole or not at all.
package enum WholeFile {
  /// Why one was not written.
  package struct Failure: Error, Hashable {
    package let reason: String
  }

  /// Writes a file beside the one it replaces, and exchanges them when all of it is on the disk. A file that was there
  /// keeps its permissions; what is no plain file, such as `/dev/null`, is written to.
  package static func write(_ bytes: [UInt8], to path: String) throws(Failure) {
    var status = stat()
    let exists = stat(path, &status) == 0
    if exists, status.st_mode & S_IFMT != S_IFREG { return try overwrite(bytes, path) }
    let target =
      realpath(path, nil).map { pointer in
        defer { free(pointer) }
        return String(cString: pointer)
      } ?? path
    let temporary = "\(target).\(getpid()).new"
    let file = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard file >= 0 else { throw Failure(reason: String(cString: strerror(errno))) }
    do throws(Failure) {
      defer { close(file) }
      if exists { fchmod(file, status.st_mode & 0o7777) }
      try all(bytes, to: file)
      guard fsync(file) == 0 else { throw Failure(reason: String(cString: strerror(errno))) }
    } catch {
      unlink(temporary)
      throw error
    }
    guard rename(temporary, target) == 0 else {
      let reason = String(cString: strerror(errno))
      unlink(temporary)
      throw Failure(reason: reason)
    }
  }

  private static func overwrite(_ bytes: [UInt8], _ path: String) throws(Failure) {
    let file = open(path, O_WRONLY | O_CLOEXEC)
    guard file >= 0 else { throw Failure(reason: String(cString: strerror(errno))) }
    defer { close(file) }
    try all(bytes, to: file)
  }

  private static func all(_ bytes: [UInt8], to file: Int32) throws(Failure) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { throw Failure(reason: String(cString: strerror(errno))) }
      rest = rest.dropFirst(count)
    }
  }
}
