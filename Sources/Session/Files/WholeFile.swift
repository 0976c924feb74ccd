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

    package init(code: Int32) { self.code = code }
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
    let (file, temporary) = try fresh(beside: target)
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

  /// A new file beside another one. What a process left that was killed while it wrote is in nobody's way.
  private static func fresh(beside target: String) throws(Failure) -> (file: Int32, path: String) {
    var code = EEXIST
    for number in 1...100 where code == EEXIST {
      let path = "\(target).\(getpid())\(number == 1 ? "" : "-\(number)").new"
      let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
      if file >= 0 { return (file, path) }
      code = errno
    }
    throw Failure(code: code)
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
