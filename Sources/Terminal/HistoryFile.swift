// What was typed at earlier prompts: a file that several prompts may use at once.
import Session

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Entries on the disk, the youngest last. A line of the file is an entry; its own line ends are written as `\n`, and a
/// backslash as `\\`, so that an entry of many lines comes back whole.
package struct HistoryFile: Sendable {
  /// Why entries are not kept.
  package struct Failure: Error, Hashable {
    package let path: String
    package let reason: String
  }

  package let path: String
  /// So many entries are kept.
  package let mostEntries: Int
  /// Longer entries are no longer something one would look for.
  package static let longestEntry = 1 << 18

  package init(path: String, mostEntries: Int = 5_000) {
    self.path = path
    self.mostEntries = max(1, mostEntries)
  }

  /// The file of this user: `aula/history` in `$XDG_STATE_HOME`, which is `~/.local/state` where it is not set; nil without
  /// a home.
  package static func usual(_ environment: (String) -> String?) -> HistoryFile? {
    StateFolder.path(environment).map { HistoryFile(path: $0 + "/history") }
  }

  // MARK: Records

  /// An entry as a line of the file.
  package static func record(_ entry: String) -> String {
    var line = ""
    for scalar in entry.unicodeScalars {
      switch scalar {
      case "\n": line += "\\n"
      case "\r": line += "\\r"
      case "\\": line += "\\\\"
      default: line.unicodeScalars.append(scalar)
      }
    }
    return line
  }

  /// The entry of a line.
  package static func entry(_ record: some StringProtocol) -> String {
    var entry = String.UnicodeScalarView()
    var isEscaped = false
    for scalar in record.unicodeScalars {
      if isEscaped {
        entry.append(scalar == "n" ? "\n" : scalar == "r" ? "\r" : scalar)
        isEscaped = false
      } else if scalar == "\\" {
        isEscaped = true
      } else {
        entry.append(scalar)
      }
    }
    return String(entry)
  }

  // MARK: Reading and writing

  /// The youngest entries in order. A file that grew to twice its size is cut.
  package func load() throws(Failure) -> [String] {
    // What may only be read is read all the same.
    var file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
    if file >= 0 {
      close(file)
      file = try opened(O_RDONLY)
    } else {
      try makeFolder()
      file = try opened(O_RDWR | O_CREAT)
    }
    defer { close(file) }
    let lines = records(in: file)
    if lines.count > 2 * mostEntries { shorten() }
    return lines.suffix(mostEntries).map { HistoryFile.entry($0) }
  }

  /// Adds an entry behind those of all prompts.
  package func append(_ entry: String) throws(Failure) {
    guard !entry.isEmpty, entry.utf8.count <= HistoryFile.longestEntry else { return }
    try makeFolder()
    // Another prompt may put a shorter file in its place between opening and locking: then once more.
    for _ in 0..<8 {
      let file = try opened(O_RDWR | O_APPEND | O_CREAT)
      defer { close(file) }
      guard flock(file, LOCK_EX) == 0 else { throw failure(errno) }
      guard isPresent(file) else { continue }
      let start = endsInLine(file) ? "" : "\n"
      return try write(Array((start + HistoryFile.record(entry) + "\n").utf8), to: file)
    }
  }

  private func makeFolder() throws(Failure) {
    do throws(WholeFile.Failure) { try StateFolder.make(around: path) } catch { throw failure(error.code) }
  }

  private func opened(_ mode: Int32) throws(Failure) -> Int32 {
    let file = open(path, mode | O_CLOEXEC | O_NONBLOCK | O_NOCTTY, 0o600)
    guard file >= 0 else { throw failure(errno) }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      close(file)
      throw failure(EINVAL)
    }
    return file
  }

  /// The complete lines at the end of the file, as many as one could want.
  private func records(in file: Int32) -> [Substring] {
    let most = 8 << 20
    var status = stat()
    guard fstat(file, &status) == 0 else { return [] }
    let size = Int(status.st_size)
    let start = max(0, size - most)
    var bytes = [UInt8](repeating: 0, count: min(size, most))
    var read = 0
    while read < bytes.count {
      let count = bytes.withUnsafeMutableBytes { room in
        pread(file, room.baseAddress.map { $0 + read }, room.count - read, off_t(start + read))
      }
      if count < 0 && errno == EINTR { continue }
      if count <= 0 { break }
      read += count
    }
    var lines = String(decoding: bytes[..<read], as: UTF8.self).unicodeScalars.split(separator: "\n").map(
      Substring.init)
    // The first one may be half a line.
    if start > 0, !lines.isEmpty { lines.removeFirst() }
    return lines.filter { !$0.isEmpty }
  }

  /// Whether the last record is whole: a prompt may have been ended in the middle of one, or the disk was full.
  private func endsInLine(_ file: Int32) -> Bool {
    let size = lseek(file, 0, SEEK_END)
    var last: UInt8 = 0
    return size <= 0 || pread(file, &last, 1, size - 1) != 1 || last == 10
  }

  /// Puts a shorter file in place of the long one; not at all rather than half.
  private func shorten() {
    let temporary = path + ".\(getpid())"
    let old = open(path, O_RDWR | O_CLOEXEC)
    guard old >= 0 else { return }
    defer { close(old) }
    guard flock(old, LOCK_EX | LOCK_NB) == 0, isPresent(old) else { return }
    let lines = records(in: old).suffix(mostEntries)
    let file = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard file >= 0 else { return }
    let isWritten = (try? write(Array((lines.joined(separator: "\n") + "\n").utf8), to: file)) != nil
    close(file)
    if !isWritten || rename(temporary, path) != 0 { unlink(temporary) }
  }

  /// Whether an open file is still the one at its path.
  private func isPresent(_ file: Int32) -> Bool {
    var (own, present) = (stat(), stat())
    return fstat(file, &own) == 0 && stat(path, &present) == 0 && own.st_ino == present.st_ino
      && own.st_dev == present.st_dev
  }

  private func write(_ bytes: [UInt8], to file: Int32) throws(Failure) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { throw failure(errno) }
      rest = rest.dropFirst(count)
    }
  }

  private func failure(_ code: Int32) -> Failure { Failure(path: path, reason: String(cString: strerror(code))) }
}
