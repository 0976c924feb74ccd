// Files of the disk, as `use "file.aula"` reads them.

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Files of the disk. Paths are seen from the file that names them, or from a base folder where a cell names them.
public struct DiskFiles: FileProvider {
  /// The most bytes of one file.
  public static let largest = 16 << 20
  private let base: String
  private let staysInside: Bool

  /// Files seen from a base folder, the current one unless said otherwise. With `staysInside`, whatever lies elsewhere
  /// is refused, links that lead out included.
  public init(base: String = ".", staysInside: Bool = false) {
    self.base = base
    self.staysInside = staysInside
  }

  /// The file's path without links.
  public func locate(_ path: String, from file: String?) throws(FileFailure) -> String {
    guard !path.isEmpty, !path.utf8.contains(0) else { throw .missing }
    let written = Path.joined(file.map(Path.folder(of:)) ?? base, path)
    let found = try DiskFiles.real(written)
    if staysInside {
      let root = try DiskFiles.real(base)
      guard found.hasPrefix(root.hasSuffix("/") ? root : root + "/") else { throw .outside }
    }
    return found
  }

  /// The file's text.
  public func read(_ file: String) throws(FileFailure) -> String {
    // Without blocking: a pipe that nobody writes to would hold the session up for ever.
    let descriptor = open(file, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { throw DiskFiles.failure(errno) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw DiskFiles.failure(errno) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .unreadable(reason: DiskFiles.reason(EISDIR)) }
    guard status.st_size <= DiskFiles.largest else {
      throw .tooLarge(bytes: Int(status.st_size), allowed: DiskFiles.largest)
    }
    return try DiskFiles.text(try DiskFiles.bytes(of: descriptor, count: Int(status.st_size)))
  }

  /// The bytes as a text; refuses what is not UTF-8.
  static func text(_ bytes: [UInt8]) throws(FileFailure) -> String {
    var bytes = bytes[...]
    if bytes.starts(with: [0xef, 0xbb, 0xbf]) { bytes = bytes.dropFirst(3) }
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    throw .notText(offset: DiskFiles.firstInvalid(bytes))
  }

  private static func firstInvalid(_ bytes: ArraySlice<UInt8>) -> Int {
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    var offset = bytes.startIndex
    while true {
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar): offset += UTF8.width(scalar)
      case .emptyInput, .error: return offset
      }
    }
  }

  private static func bytes(of descriptor: Int32, count: Int) throws(FileFailure) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    var filled = 0
    while filled < count {
      let got = bytes.withUnsafeMutableBytes { memory -> Int in
        guard let start = memory.baseAddress else { return 0 }
        return DiskFiles.systemRead(descriptor, start + filled, count - filled)
      }
      if got < 0 && errno == EINTR { continue }
      if got < 0 { throw failure(errno) }
      if got == 0 { break }
      filled += got
    }
    bytes.removeLast(count - filled)
    return bytes
  }

  private static func real(_ path: String) throws(FileFailure) -> String {
    guard let resolved = realpath(path, nil) else { throw failure(errno) }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  private static func failure(_ code: Int32) -> FileFailure {
    switch code {
    case ENOENT, ENOTDIR, ENAMETOOLONG: .missing
    default: .unreadable(reason: reason(code))
    }
  }

  private static func reason(_ code: Int32) -> String { String(cString: strerror(code)) }
}

extension DiskFiles {
  /// The system's `read`, which the method of that name hides.
  fileprivate static func systemRead(_ descriptor: Int32, _ memory: UnsafeMutableRawPointer, _ count: Int) -> Int {
    #if canImport(Glibc)
      Glibc.read(descriptor, memory, count)
    #else
      Musl.read(descriptor, memory, count)
    #endif
  }
}
