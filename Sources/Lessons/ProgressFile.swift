// Progress on the disk: written whole after every step, shared by several processes, never lost.
import Diagnostics
import Session

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The file that a student's work on a lesson is kept in.
package struct ProgressFile: Sendable {
  package let path: String
  /// What the file says it is about.
  package let lesson: String

  package init(path: String, lesson: String) {
    self.path = path
    self.lesson = lesson
  }

  /// The file of this user for a lesson; nil without a home.
  package static func usual(_ lesson: String, _ environment: (String) -> String?) -> ProgressFile? {
    StateFolder.path(environment).map { ProgressFile(path: "\($0)/lessons/\(fileName(lesson))", lesson: lesson) }
  }

  /// A name as one of a file: anything but letters, digits, `-` and `_` is written as a number.
  static func fileName(_ lesson: String) -> String {
    var name = ""
    for scalar in lesson.unicodeScalars {
      if scalar == "-" || scalar == "_" || ("0"..."9").contains(scalar) || scalar.properties.isAlphabetic {
        name.unicodeScalars.append(scalar)
      } else {
        name += "%\(scalar.value)."
      }
    }
    return name.utf8.count <= 200 && !name.isEmpty ? name : "%\(name.utf8.count)-\(DrawKey.of(lesson))"
  }

  /// What is kept, and what is to be said about the file. Without a file it is the beginning.
  package func load() throws(WholeFile.Failure) -> (progress: LessonProgress, warning: Diagnostic?) {
    guard access(path, F_OK) == 0 else {
      if errno == ENOENT || errno == ENOTDIR { return (LessonProgress(), nil) }
      throw WholeFile.Failure(code: errno)
    }
    // What may only be read is read all the same.
    guard let bytes = try read() else { return (LessonProgress(), nil) }
    let text = String(decoding: bytes, as: UTF8.self)
    if LessonProgress.isWhole(text) { return (LessonProgress(reading: text), nil) }
    return try locked { () throws(WholeFile.Failure) in try rescued() }
  }

  /// Changes what is kept and writes it. What other processes wrote meanwhile is changed, not overwritten.
  @discardableResult
  package func change(
    _ body: (inout LessonProgress) -> Void
  ) throws(WholeFile.Failure) -> (progress: LessonProgress, warning: Diagnostic?) {
    try StateFolder.make(around: path)
    return try locked { () throws(WholeFile.Failure) in
      var (progress, warning) = try rescued()
      body(&progress)
      try WholeFile.write(Array(progress.text(of: lesson).utf8), to: path)
      return (progress, warning)
    }
  }

  /// Forgets everything; the old file stays beside.
  package func remove() throws(WholeFile.Failure) {
    guard access(path, F_OK) == 0 else { return }
    try locked { () throws(WholeFile.Failure) in
      guard let bytes = try read() else { return }
      _ = try setAside(bytes)
      unlink(path)
    }
  }

  // MARK: The disk

  private func locked<R>(_ body: () throws(WholeFile.Failure) -> R) throws(WholeFile.Failure) -> R {
    let end = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
    let lock = try FileLock(path[..<end] + ".lock")
    defer { withExtendedLifetime(lock) {} }
    return try body()
  }

  /// What the file says. One that is damaged or foreign is put aside first.
  private func rescued() throws(WholeFile.Failure) -> (progress: LessonProgress, warning: Diagnostic?) {
    guard let bytes = try read() else { return (LessonProgress(), nil) }
    let text = String(decoding: bytes, as: UTF8.self)
    let progress = LessonProgress(reading: text)
    if LessonProgress.isWhole(text) { return (progress, nil) }
    let place = try setAside(bytes)
    try WholeFile.write(Array(progress.text(of: lesson).utf8), to: path)
    return (progress, Diagnostic(.progressDamaged, at: .nowhere, ["path": .text(place)]))
  }

  /// Keeps the bytes under a name that no other file has.
  private func setAside(_ bytes: [UInt8]) throws(WholeFile.Failure) -> String {
    for number in 1...1_000 {
      let place = "\(path).old-\(number)"
      if access(place, F_OK) == 0 { continue }
      try WholeFile.write(bytes, to: place)
      return place
    }
    throw WholeFile.Failure(code: EEXIST)
  }

  /// The file's bytes; nil without a file.
  private func read() throws(WholeFile.Failure) -> [UInt8]? {
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
    guard file >= 0 else {
      if errno == ENOENT { return nil }
      throw WholeFile.Failure(code: errno)
    }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0 else { throw WholeFile.Failure(code: errno) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw WholeFile.Failure(code: EISDIR) }
    guard status.st_size <= DiskFiles.largest else { throw WholeFile.Failure(code: EFBIG) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = chunk.withUnsafeMutableBytes { Glibc.read(file, $0.baseAddress, $0.count) }
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else { throw WholeFile.Failure(code: errno) }
      if count == 0 { break }
      bytes += chunk[..<count]
      guard bytes.count <= DiskFiles.largest else { throw WholeFile.Failure(code: EFBIG) }
    }
    return bytes
  }
}
