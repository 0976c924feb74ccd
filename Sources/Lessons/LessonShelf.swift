// Where lessons are found by their names: folders that hold one folder for each lesson.

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The folders in which lessons are looked for: those of the environment, `lessons` here, and those that came with the program.
package struct LessonShelf: Sendable {
  package let folders: [String]

  package init(folders: [String]) { self.folders = folders }

  /// The usual folders: `AULA_LESSONS` (several with `:` between them), `lessons` in the present folder, and `share/aula/lessons`
  /// beside the folder of the program.
  package static func usual(environment: (String) -> String?) -> LessonShelf {
    var folders = (environment("AULA_LESSONS") ?? "").split(separator: ":").map(String.init)
    folders.append("lessons")
    if let program = programFolder() { folders.append("\(program)/../share/aula/lessons") }
    return LessonShelf(folders: folders)
  }

  private static func programFolder() -> String? {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX) + 1)
    let count = readlink("/proc/self/exe", &buffer, buffer.count - 1)
    guard count > 0 else { return nil }
    let path = String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    return path.lastIndex(of: "/").map { String(path[..<$0]) }
  }

  /// The file of a lesson by its name, such as `gan-toy`; nil where there is none.
  package func path(of name: String) -> String? {
    guard LessonShelf.isName(name) else { return nil }
    return folders.lazy.map { "\($0)/\(name)/lesson.md" }.first { access($0, R_OK) == 0 }
  }

  /// The names of all lessons, those of earlier folders before their namesakes, in the order of their letters.
  package var names: [String] {
    var found: Set<String> = []
    for folder in folders {
      guard let stream = opendir(folder) else { continue }
      defer { closedir(stream) }
      while let entry = readdir(stream) {
        let name = withUnsafePointer(to: &entry.pointee.d_name) {
          $0.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: $0.pointee)) { String(cString: $0) }
        }
        if LessonShelf.isName(name), access("\(folder)/\(name)/lesson.md", R_OK) == 0 { found.insert(name) }
      }
    }
    return found.sorted()
  }

  /// Whether a text may be a lesson's name: no path, nothing hidden.
  package static func isName(_ text: String) -> Bool {
    guard let first = text.first, first != ".", first != "-", text.count <= 64 else { return false }
    return text.allSatisfy { ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") }
  }
}
