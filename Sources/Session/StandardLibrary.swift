// The names that every session begins with: operators, functions written in Swift, and those written in the language.
import Analysis
import Diagnostics
import Machine
import Syntax

/// The library of one session. What is written in Swift is there at once; a file written in the language is read when
/// one of its names is first met, so that a session starts in no time.
final class StandardLibrary {
  private struct File {
    /// The number of its text among the session's.
    let source: Int32
    let names: [String]
  }
  private let machine: Machine
  /// Files that were not needed yet, by each of their names.
  private var waiting: [String: File] = [:]
  /// The number of the next part of a tree: far from those of the session's own cells.
  private var nextID = 1 << 40
  /// What went wrong in files of the library: a mistake of ours that a test finds.
  private(set) var problems: [Diagnostic] = []

  init(_ machine: Machine) {
    self.machine = machine
    machine.globals.isForLibrary = true
    for (name, value, documentation) in machine.libraryValues(and: FigureNatives.rows) {
      machine.define(name, value, kind: .library, documentation: documentation)
      // What only the library's own programs use is not a name of the session.
      if !name.hasPrefix("_") { machine.globals.publish(name) }
    }
    machine.globals.isForLibrary = false
    // The texts are taken in now: among the texts of cells they would be forgotten with a cell that fails.
    for text in LibraryTexts.all {
      let source = machine.sources.add(Source(name: text.name, text: text.text, isLibrary: true))
      let file = File(source: source, names: text.names)
      for name in text.names { waiting[name] = file }
    }
  }

  /// Names of files that were not needed yet.
  var waitingNames: [String] { Array(waiting.keys) }

  /// Reads the file that defines a name, if there is one and it was not read before.
  func provide(_ name: String) {
    guard let file = waiting[name], let source = machine.sources[file.source] else { return }
    for name in file.names { waiting[name] = nil }
    let (wasForLibrary, limits) = (machine.globals.isForLibrary, machine.limits)
    machine.globals.isForLibrary = true
    machine.limits = Limits()
    defer {
      machine.globals.isForLibrary = wasForLibrary
      machine.limits = limits
    }
    do {
      let parsed = Parser().parse(source, number: file.source, firstID: nextID)
      nextID = parsed.nextID
      if !parsed.diagnostics.isEmpty { throw Diagnostics(parsed.diagnostics) }
      let resolution = Analysis.analyse(parsed.program, in: KnownNames(library: self, machine: machine, recordable: []))
      {
        [machine] in machine.sources.text($0)
      }
      if !resolution.diagnostics.isEmpty { throw Diagnostics(resolution.diagnostics) }
      _ = try machine.run(machine.compile(parsed.program, resolution))
      for name in file.names { machine.globals.publish(name) }
    } catch {
      // Stopped from outside, it is read when the name is met again.
      for name in file.names { waiting[name] = file }
      problems +=
        (error as? Diagnostics)?.list ?? [
          (error as? Diagnostic) ?? Diagnostic(.internalProblem, at: .nowhere, ["what": .text("\(error)")])
        ]
    }
  }

  /// Reads all files.
  func provideAll() { for name in waitingNames.sorted() { provide(name) } }
}

extension Session {
  /// The library's files as they are embedded.
  package static var libraryTexts: [LibraryText] { LibraryTexts.all }
}
