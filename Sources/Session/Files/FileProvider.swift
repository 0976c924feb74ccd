// Where `use "file.aula"` finds files: an interface, and one that a host fills from memory.

/// Where a session finds files. The session asks on its own thread, one question at a time.
public protocol FileProvider: Sendable {
  /// The one name of the file that `path` means when it is written in `file`, or in a cell when that is nil. Two paths
  /// with the same name mean the same file.
  func locate(_ path: String, from file: String?) throws(FileFailure) -> String
  /// The text of a file by the name that `locate` gave.
  func read(_ file: String) throws(FileFailure) -> String
}

/// Why a file could not be read.
public enum FileFailure: Error, Hashable, Sendable {
  /// There is no such file.
  case missing
  /// It holds more bytes than a program may have.
  case tooLarge(bytes: Int, allowed: Int)
  /// Its bytes are no UTF-8 text; the offset of the first that is not.
  case notText(offset: Int)
  /// It lies outside of the folder that the session may read.
  case outside
  /// It is there and cannot be read: a folder, a device, or not permitted.
  case unreadable(reason: String)
}

/// Files that exist only in memory.
public struct NamedFiles: FileProvider {
  private let texts: [String: String]

  /// Texts by their paths, with `/` between folders.
  public init(_ texts: [String: String]) {
    self.texts = Dictionary(texts.map { (Path.normalized($0.key), $0.value) }, uniquingKeysWith: { first, _ in first })
  }

  /// The path seen from the folder of `file`.
  public func locate(_ path: String, from file: String?) throws(FileFailure) -> String {
    Path.normalized(Path.joined(Path.folder(of: file ?? ""), path))
  }

  /// The text under the path.
  public func read(_ file: String) throws(FileFailure) -> String {
    guard let text = texts[file] else { throw .missing }
    return text
  }
}

/// Paths as texts: what can be said of them without asking a disk.
enum Path {
  static func isAbsolute(_ path: String) -> Bool { path.utf8.first == UInt8(ascii: "/") }

  /// Everything before the last `/`; empty where there is none.
  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "" }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  static func joined(_ folder: String, _ path: String) -> String {
    if folder.isEmpty || isAbsolute(path) { return path }
    return folder.hasSuffix("/") ? folder + path : folder + "/" + path
  }

  /// The same path without `.`, `..` and doubled slashes; `..` that lead out at the front stay.
  static func normalized(_ path: String) -> String {
    var parts: [Substring] = []
    for part in path.split(separator: "/") where part != "." {
      if part == "..", let last = parts.last, last != ".." {
        parts.removeLast()
      } else if part != ".." || !isAbsolute(path) {
        parts.append(part)
      }
    }
    return (isAbsolute(path) ? "/" : "") + parts.joined(separator: "/")
  }
}
