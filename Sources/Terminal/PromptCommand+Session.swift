// Commands about the session: its names, its past, its settings.
import Diagnostics
import Session

extension PromptRun {
  /// All commands; or one, a name, a kind of problem, a topic of the reference.
  func help(_ topic: String) throws {
    if topic.isEmpty {
      say(TwoColumns(commands.map { ($0.usage(look.language), $0.summary(look.language)) }).text(look))
      say("")
      tell(PromptWords.alsoTyped)
      return tell(PromptWords.keys)
    }
    if let row = DiagnosticCatalogue.row(code: topic) { return say(ProblemPage(row).text(look)) }
    let isCommand = topic.hasPrefix(":")
    if !isCommand, WordPage.named(topic) != nil || session.entry(of: topic) != nil {
      return try PromptRequest.documentation(topic).obey(self)
    }
    let name = isCommand ? String(topic.dropFirst()) : topic
    if let row = commands.first(where: { $0.name == name }) {
      return say(TwoColumns([(row.usage(look.language), row.summary(look.language))]).text(look))
    }
    if let page = Session.reference()?.topics.first(where: { $0.slug == name.lowercased() }) {
      return say(TopicPage(page).text(look))
    }
    try PromptRequest.documentation(topic).obey(self)
  }

  /// Names, shapes and precisions, bytes.
  func listNames() throws {
    let names = try session.names()
    guard !names.isEmpty else { return tell(PromptWords.noNames) }
    let known = Dictionary(
      session.knownNames().filter { !$0.isLibrary }.map { ($0.name, $0.detail) },
      uniquingKeysWith: { first, _ in first })
    let rows = names.map { info in
      (info.name, (info.shape ?? known[info.name] ?? "") + "  " + PromptWords.bytes(info.bytes))
    }
    say(TwoColumns(rows).text(look))
  }

  /// Takes the last entry back.
  func undo() throws {
    guard try session.undo() else { return tell(PromptWords.nothingToUndo) }
    tell(PromptWords.undone, ["entry": .text(PromptRun.brief(entries.undo()))])
  }

  /// Does what was undone again.
  func redo() throws {
    guard try session.redo() else { return tell(PromptWords.nothingToRedo) }
    tell(PromptWords.redone, ["entry": .text(PromptRun.brief(entries.redo()))])
  }

  /// A step in a few words: the first line of an entry.
  private static func brief(_ step: EntryList.Step?) -> String {
    switch step {
    case .entry(let text, _)?:
      let first = String(text.prefix { $0 != "\n" })
      return first.count == text.count ? first : first + " …"
    case .startedOver?: return ":reset"
    case nil: return ""
    }
  }

  /// Sets the seed, or tells it.
  func chooseSeed(_ text: String) throws {
    guard !text.isEmpty else { return tell(PromptWords.seedIs, ["seed": .text("\(seed)")]) }
    guard let number = UInt64(text) else { throw Diagnostic(.notASeed, at: .nowhere, ["text": .text(text)]) }
    hasOtherSeeds = hasOtherSeeds || (number != seed && !entries.standing.isEmpty)
    seed = number
    session.setSeed(number)
    tell(PromptWords.seedSet, ["seed": .text("\(number)")])
  }

  /// Sets the language, or tells it.
  func chooseLanguage(_ text: String) throws {
    if !text.isEmpty {
      guard let language = Language(rawValue: text.lowercased()) else {
        throw Diagnostic(.commandArgument, at: .nowhere, ["usage": ":lang en|es|pt"])
      }
      look.language = language
    }
    tell(PromptWords.languageIs)
  }

  /// Goes to where the session was in the beginning.
  func startOver() throws {
    guard let beginning else { return }
    try session.restore(beginning)
    entries.add(.startedOver)
    hasOtherSeeds = false
    tell(PromptWords.startedOver)
  }
}

/// Pairs of texts, the second ones under each other; below the first where the screen is narrow.
struct TwoColumns {
  private let rows: [(String, String)]

  init(_ rows: [(String, String)]) { self.rows = rows }

  /// Lines, without the end of the last one.
  func text(_ look: Look) -> String {
    let widest = rows.map { Visible.width($0.0) }.max() ?? 0
    let start = min(widest, 28) + 2
    let margin = String(repeating: " ", count: start)
    let room = look.columns - start
    return rows.flatMap { first, second -> [String] in
      let name = ScreenText.fitted(ScreenText.visible(first, look), max(look.columns, 8), look)
      let text = ScreenText.visible(second, look)
      if room < 24 { return [Ink.name.paint(name, look)] + ScreenText.wrapped("  " + text, look.columns, indent: 2) }
      let lines = ScreenText.wrapped(text, room)
      let width = Visible.width(name)
      let isBeside = width + 2 <= start
      let lead = Ink.name.paint(name, look) + (isBeside ? String(repeating: " ", count: start - width) : "")
      if !isBeside { return [lead] + lines.map { margin + $0 } }
      return lines.enumerated().map { $0 == 0 ? lead + $1 : margin + $1 }
    }.joined(separator: "\n")
  }
}
