// The names that every session begins with: operators, functions written in Swift, and those written in the language.
import Diagnostics
import Machine

/// Loads the library.
enum StandardLibrary {
  /// Gives a new session its names. The files are cells like any other, but that their names belong to the language.
  static func load(into core: SessionCore) {
    for (name, value, documentation) in core.machine.libraryValues() {
      core.machine.define(name, value, kind: .library, documentation: documentation)
    }
    for (name, text) in LibraryTexts.all {
      let outcome = core.run(Request(text: text, name: name, key: nil), { _ in })
      core.startProblems += outcome.problems
    }
    for entry in core.machine.globals.entries where entry.isDefined && entry.kind != .library {
      guard let value = core.machine.lookUp(entry.name) else { continue }
      core.machine.define(entry.name, value, kind: .library, documentation: entry.documentation)
    }
    core.begin()
  }
}

extension Session {
  /// The library's files as they are embedded.
  package static var libraryTexts: [(name: String, text: String)] { LibraryTexts.all }
}
