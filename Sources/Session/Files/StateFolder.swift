// Where a user's history and progress are kept, and folders that are made for them.

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// What is kept from one day to the next.
package enum StateFolder {
  /// The folder of this user: `aula` in `$XDG_STATE_HOME`, which is `~/.local/state` where it is not set; nil without a home.
  package static func path(_ environment: (String) -> String?) -> String? {
    // The rules of XDG: a relative path is as good as none.
    if let folder = environment("XDG_STATE_HOME"), folder.hasPrefix("/") { return folder + "/aula" }
    guard let home = environment("HOME"), home.hasPrefix("/") else { return nil }
    return home + "/.local/state/aula"
  }

  /// Makes the folders around a file, which are its user's alone.
  package static func make(around path: String) throws(WholeFile.Failure) {
    guard let end = path.lastIndex(of: "/") else { return }
    let folder = String(path[..<end])
    if folder.isEmpty || access(folder, F_OK) == 0 { return }
    var made = folder.hasPrefix("/") ? "" : "."
    for part in folder.split(separator: "/") {
      made += "/" + part
      if mkdir(made, 0o700) != 0 && errno != EEXIST { throw WholeFile.Failure(code: errno) }
    }
  }
}

/// A file that only one process holds at a time; it is let go when the process ends, however it ends.
package final class FileLock {
  private let file: Int32

  /// Waits until nobody else holds it. The file is made if there is none, and stays.
  package init(_ path: String) throws(WholeFile.Failure) {
    let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NONBLOCK | O_NOCTTY, 0o600)
    guard file >= 0 else { throw WholeFile.Failure(code: errno) }
    while flock(file, LOCK_EX) != 0 {
      if errno == EINTR { continue }
      let code = errno
      close(file)
      throw WholeFile.Failure(code: code)
    }
    self.file = file
  }

  deinit { close(file) }
}
