// The files of a lesson: one for each language, side by side.
import Diagnostics

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Paths of lessons. `lesson.md` is English, `lesson.es.md` beside it Spanish.
package enum LessonFiles {
  /// The language that a path says it is written in.
  package static func language(of path: String) -> Language { parts(of: path).language ?? .en }

  /// The path of the same lesson in a language.
  package static func path(_ path: String, in language: Language) -> String {
    let stem = parts(of: path).stem
    return stem + (language == .en ? "" : ".\(language.rawValue)") + ".md"
  }

  /// The languages of a lesson for which there is a file.
  package static func languages(of path: String) -> [Language] {
    Language.allCases.filter { access(self.path(path, in: $0), R_OK) == 0 }
  }

  /// What a lesson is known by: the name of its folder, or of its file where that is not called `lesson`.
  package static func name(of path: String) -> String {
    let pieces = parts(of: path).stem.split(separator: "/").filter { $0 != "." }
    guard let last = pieces.last else { return path }
    return last == "lesson" && pieces.count > 1 && pieces[pieces.count - 2] != ".."
      ? String(pieces[pieces.count - 2]) : String(last)
  }

  /// A path without `.md` and the letters of a language before it.
  private static func parts(of path: String) -> (stem: String, language: Language?) {
    let stem = path.hasSuffix(".md") ? String(path.dropLast(3)) : path
    for language in Language.allCases where stem.hasSuffix(".\(language.rawValue)") {
      return (String(stem.dropLast(language.rawValue.count + 1)), language)
    }
    return (stem, nil)
  }
}
