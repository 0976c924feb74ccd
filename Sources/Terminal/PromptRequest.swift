// What is typed at a prompt and is no program: `:vars`, `name?`, and the words by which people leave elsewhere.
import Diagnostics
import Session
import Syntax

/// A request to the prompt itself.
package enum PromptRequest: Equatable, Sendable {
  case command(String, String)
  /// `name?`
  case documentation(String)
  /// `name??`
  case source(String)
  /// `quit`, `exit()`: what other prompts are left by, where it is no name of the session.
  case farewell(String)

  /// What a line asks for; nil for a program.
  package init?(_ line: String) {
    if let (name, argument) = PromptCommand.typed(line) {
      self = .command(name, argument)
      return
    }
    let text = line.trimmed
    for (mark, isSource) in [("??", true), ("?", false)] where text.hasSuffix(mark) && text != "???" {
      let name = String(text.dropLast(mark.count)).trimmed
      let tokens = TokenOutline.all(in: name)
      guard tokens.count == 1, let only = tokens.first, only.kind == .name || only.kind == .word else { continue }
      self = isSource ? .source(only.text) : .documentation(only.text)
      return
    }
    if ["quit", "exit", "quit()", "exit()", "help", "help()"].contains(text) {
      self = .farewell(text)
      return
    }
    return nil
  }

  /// Does it.
  func obey(_ run: PromptRun) throws {
    switch self {
    case .command(let name, let argument):
      guard let row = PromptCommand.named(name, among: run.commands) else {
        throw PromptRequest.unknown(name, among: run.commands)
      }
      switch row.argument {
      case .nothing where !argument.isEmpty, .required where argument.isEmpty:
        throw Diagnostic(.commandArgument, at: .nowhere, ["usage": .text(row.usage(run.look.language))])
      default: try row.action(run, argument)
      }
    case .documentation(let name):
      run.say(try WordPage.named(name)?.text(run.look) ?? PromptRequest.page(name, run).documentation(run.look))
    case .source(let name):
      run.say(try WordPage.named(name)?.text(run.look) ?? PromptRequest.page(name, run).source(run.look))
    case .farewell(let word):
      let name = String(word.prefix { $0.isLetter })
      if run.session.knownNames().contains(where: { $0.name == name }) {
        run.evaluate(word)
      } else {
        try PromptRequest.command(name == "help" ? "help" : "quit", "").obey(run)
      }
    }
  }

  private static func unknown(_ name: String, among rows: [PromptCommand]) -> Diagnostic {
    let names = rows.map(\.name)
    let near = Suggestions.nearest(to: name, among: names) + names.filter { !name.isEmpty && $0.hasPrefix(name) }
    var problem = Diagnostic(.unknownCommand, at: .nowhere, ["name": .text(":" + name)])
    if !near.isEmpty {
      problem.notes.append(Diagnostic.Note(PromptWords.didYouMean, ["names": .choice(near.prefix(4).map { ":" + $0 })]))
    }
    return problem
  }

  private static func page(_ name: String, _ run: PromptRun) throws -> NamePage {
    if let entry = run.session.entry(of: name) { return NamePage(entry) }
    var problem = Diagnostic(.nothingKnownOfName, at: .nowhere, ["name": .text(name)])
    let near = Suggestions.nearest(to: name, among: run.session.knownNames().map(\.name) + WordPage.all.map(\.word))
    if !near.isEmpty {
      problem.notes.append(Diagnostic.Note(PromptWords.didYouMean, ["names": .choice(near)]))
    }
    throw problem
  }
}
