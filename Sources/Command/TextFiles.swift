// Files as texts: read whole, written whole or not at all.
import Diagnostics
import Session
import Terminal

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

enum TextFiles {
  /// The text of a file, or of what is piped in where the path is `-`.
  static func read(_ path: String, in language: Language) throws(Diagnostic) -> String {
    let name = path == "-" ? CommandWords.standardInput(language) : path
    let bytes = try bytes(path, name)
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    throw Diagnostic(
      .inputNotText, at: .nowhere, ["path": .text(name), "offset": .text("\(firstInvalid(bytes))")])
  }

  private static func bytes(_ path: String, _ name: String) throws(Diagnostic) -> [UInt8] {
    var descriptor: Int32 = 0
    if path != "-" {
      guard !path.isEmpty, !path.utf8.contains(0) else { throw .unreadable(name, ENOENT) }
      descriptor = open(path, O_RDONLY | O_CLOEXEC)
      guard descriptor >= 0 else { throw .unreadable(name, errno) }
    }
    defer { if descriptor != 0 { close(descriptor) } }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = chunk.withUnsafeMutableBytes { memory -> Int in
        guard let start = memory.baseAddress else { return 0 }
        return systemRead(descriptor, start, memory.count)
      }
      if count < 0 && errno == EINTR { continue }
      if count < 0 { throw .unreadable(name, errno) }
      if count == 0 { return bytes }
      bytes += chunk[..<count]
      if bytes.count > DiskFiles.largest {
        throw Diagnostic(
          .inputTooLarge, at: .nowhere, ["path": .text(name), "allowed": .text("\(DiskFiles.largest >> 20) MB")])
      }
    }
  }

  private static func firstInvalid(_ bytes: [UInt8]) -> Int {
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    var offset = 0
    while case .scalarValue(let scalar) = decoder.decode(&iterator) { offset += UTF8.width(scalar) }
    return offset
  }

  /// Puts a text in the place of a file, which is there whole at every moment, the old one or the new one.
  static func replace(_ path: String, with text: String) throws(Diagnostic) {
    var status = stat()
    // A pipe or a device has no text of its own that could be replaced.
    if stat(path, &status) == 0 && status.st_mode & S_IFMT != S_IFREG { throw .unwritable(path, ENODEV) }
    do throws(WholeFile.Failure) {
      try WholeFile.write(Array(text.utf8), to: path)
    } catch {
      throw .unwritable(path, error.code)
    }
  }

  /// A path without links; nil where there is nothing.
  static func realPath(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// Everything before the last `/`.
  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  static var currentFolder: String {
    guard let name = getcwd(nil, 0) else { return "." }
    defer { free(name) }
    return String(cString: name)
  }

  /// Makes a folder if there is none.
  static func makeFolder(_ path: String) throws(Diagnostic) {
    if mkdir(path, 0o777) == 0 { return }
    let reason = errno
    var status = stat()
    if reason == EEXIST && stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR { return }
    throw .unwritable(path, reason)
  }
}
