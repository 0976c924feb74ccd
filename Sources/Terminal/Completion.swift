// Completion: what could stand where the cursor is. Pure: it looks at the text before the cursor and asks a world for names.
import Diagnostics
import Session
import Syntax

/// What completion asks the rest of the program.
package protocol CompletionWorld {
  /// Every name that an entry could use, those of the session first.
  var names: [KnownName] { get }
  /// What may stand behind the point after a path of names.
  func members(of path: [String]) -> [KnownName]
  /// How a path of names is called.
  func call(of path: [String]) -> KnownCall?
  /// What lies in a folder.
  func files(in folder: String) -> [(name: String, isFolder: Bool)]
}

/// What could stand where the cursor is.
package struct CompletionAnswer: Sendable, Equatable {
  /// One possibility.
  package struct Candidate: Sendable, Equatable {
    /// What is put in the place of what was typed.
    package let text: String
    /// How a list shows it.
    package let shown: String
    /// What a list says of it.
    package let detail: String

    init(_ text: String, shown: String? = nil, _ detail: String = "") {
      self.text = text
      self.shown = shown ?? text
      self.detail = detail
    }
  }
  /// Where in the line what was typed begins, in bytes.
  package let start: Int
  package let candidates: [Candidate]
  /// How the call that is being written is written.
  package var signature: String?

  init(_ start: Int, _ candidates: [Candidate], signature: String? = nil) {
    self.start = start
    self.candidates = candidates
    self.signature = signature
  }

  /// What all candidates begin with.
  package var common: String {
    guard let first = candidates.first else { return "" }
    return candidates.dropFirst().reduce(first.text) { common, candidate in
      String(zip(common, candidate.text).prefix { $0 == $1 }.map(\.0))
    }
  }
}

/// A place where completion is asked for.
package struct CompletionRequest {
  /// The lines of the entry before this one.
  private let before: String
  /// This line up to the cursor.
  private let line: String
  private let commands: [PromptCommand]

  package init(before: String = "", line: String, commands: [PromptCommand] = PromptCommand.all) {
    self.before = before
    self.line = line
    self.commands = commands
  }

  /// What could stand there; nil where nothing can be said.
  package func answer(_ world: some CompletionWorld) -> CompletionAnswer? {
    symbol ?? command(world) ?? program(world)
  }

  // MARK: Symbols

  /// `\theta` and its like. A name that is complete stands for its symbol, also where longer ones begin with it.
  private var symbol: CompletionAnswer? {
    guard let slash = line.lastIndex(of: "\\") else { return nil }
    let name = String(line[line.index(after: slash)...])
    guard name.allSatisfy({ $0.isASCII && !$0.isWhitespace && !"\\\"(){}[]".contains($0) }) else { return nil }
    let start = line[..<slash].utf8.count
    if let symbol = CompletionSymbols.symbol(name) {
      return CompletionAnswer(start, [.init(symbol, shown: "\\\(name)", symbol)])
    }
    let begun = CompletionSymbols.all.filter { $0.name.hasPrefix(name) }
    if begun.isEmpty { return nil }
    // Names of the same symbol need no choice.
    if let only = begun.first, begun.allSatisfy({ $0.symbol == only.symbol }) {
      return CompletionAnswer(start, [.init(only.symbol, shown: "\\\(only.name)", only.symbol)])
    }
    return CompletionAnswer(start, begun.map { .init("\\\($0.name)", $0.symbol) })
  }

  // MARK: Commands

  private func command(_ world: some CompletionWorld) -> CompletionAnswer? {
    let indent = line.prefix { $0 == " " }.count
    guard line.dropFirst(indent).first == ":" else { return nil }
    let rest = line.dropFirst(indent + 1)
    let name = rest.prefix { $0.isLetter }
    if name.count == rest.count {
      let rows = commands.filter { $0.name.hasPrefix(name) }
      guard !rows.isEmpty else { return nil }
      return CompletionAnswer(indent + 1, rows.map { .init($0.name, shown: ":" + $0.name, "") })
    }
    guard let row = PromptCommand.named(String(name), among: commands) else { return nil }
    let argument = rest.dropFirst(name.count).drop { $0 == " " }
    let start = line.utf8.count - argument.utf8.count
    switch row.completes {
    case .nothing: return CompletionAnswer(start, [])
    case .code: return nil
    case .files: return files(String(argument), start, world) { _ in true }
    case .choices(let choices):
      return CompletionAnswer(start, choices.filter { $0.hasPrefix(argument) }.map { .init($0) })
    }
  }

  private func files(
    _ typed: String, _ start: Int, _ world: some CompletionWorld, where isWanted: (String) -> Bool
  ) -> CompletionAnswer {
    let slash = typed.lastIndex(of: "/")
    let folder = slash.map { String(typed[...$0]) } ?? ""
    let name = slash.map { String(typed[typed.index(after: $0)...]) } ?? typed
    let found = world.files(in: folder.isEmpty ? "." : PromptPath.expanded(folder))
      .filter { $0.name.hasPrefix(name) && (name.hasPrefix(".") || !$0.name.hasPrefix(".")) }
      .filter { $0.isFolder || isWanted($0.name) }
      .sorted { $0.name < $1.name }
    return CompletionAnswer(
      start, found.map { .init(folder + $0.name + ($0.isFolder ? "/" : ""), shown: $0.name + ($0.isFolder ? "/" : "")) }
    )
  }

  // MARK: Programs

  private func program(_ world: some CompletionWorld) -> CompletionAnswer? {
    let place = CompletionPlace(before: before, line: line)
    switch place.kind {
    case .nothing: return nil
    case .path(let typed): return files(typed, line.utf8.count - typed.utf8.count, world) { $0.hasSuffix(".aula") }
    case .member(let path, let typed):
      let members = world.members(of: path).filter { $0.name.hasPrefix(typed) }
      return CompletionAnswer(line.utf8.count - typed.utf8.count, members.map { .init($0.name, $0.detail) })
    case .name(let typed):
      return names(typed, place, world)
    }
  }

  private func names(_ typed: String, _ place: CompletionPlace, _ world: some CompletionWorld) -> CompletionAnswer? {
    let call = place.callee.flatMap { world.call(of: $0) }
    var candidates: [CompletionAnswer.Candidate] = []
    if let call, place.beginsArgument {
      candidates += call.parameters.filter { $0.hasPrefix(typed) && !place.labels.contains($0) }.map {
        .init($0 + ": ", shown: $0 + ":")
      }
    }
    if !typed.isEmpty {
      candidates += world.names.filter { $0.name.hasPrefix(typed) }.map { .init($0.name, $0.detail) }
      let words = CompletionPlace.words + (place.isInCheck ? CompletionPlace.wordsOfChecks : [])
      candidates += words.filter { $0.hasPrefix(typed) && $0 != typed }.map { .init($0) }
    }
    if candidates.isEmpty && call == nil { return nil }
    return CompletionAnswer(line.utf8.count - typed.utf8.count, candidates, signature: call?.signature)
  }
}
