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
    /// The system's number of the error.
    package let code: Int32
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
    guard file >= 0 else { throw Failure(code: errno) }
    do throws(Failure) {
      try fill(file, bytes, like: exists ? status : nil)
    } catch {
      unlink(temporary)
      throw error
    }
    guard rename(temporary, target) == 0 else {
      let code = errno
      unlink(temporary)
      throw Failure(code: code)
    }
  }

  /// Writes the new file until all of it is on the disk, and closes it.
  private static func fill(_ file: Int32, _ bytes: [UInt8], like status: stat?) throws(Failure) {
    do throws(Failure) {
      if let status {
        // Only root may keep the owner of somebody else's file; without, it is the writer's.
        _ = fchown(file, status.st_uid, status.st_gid)
        guard fchmod(file, status.st_mode & 0o7777) == 0 else { throw Failure(code: errno) }
      }
      try all(bytes, to: file)
      guard fsync(file) == 0 else { throw Failure(code: errno) }
    } catch {
      close(file)
      throw error
    }
    // What a network disk could not keep, it says now.
    guard close(file) == 0 else { throw Failure(code: errno) }
  }

  private static func overwrite(_ bytes: [UInt8], _ path: String) throws(Failure) {
    let file = open(path, O_WRONLY | O_CLOEXEC)
    guard file >= 0 else { throw Failure(code: errno) }
    defer { close(file) }
    try all(bytes, to: file)
  }

  private static func all(_ bytes: [UInt8], to file: Int32) throws(Failure) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { throw Failure(code: errno) }
      rest = rest.dropFirst(count)
    }
  }
}
