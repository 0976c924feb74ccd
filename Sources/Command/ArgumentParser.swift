// From the words of a call to a verb, its options and its operands, as GNU programs read them.
import Diagnostics

/// A call that makes sense.
struct Call: Sendable {
  var settings = Settings()
  /// Nil for the prompt.
  var verb: Verb?
  var operands: [String] = []
}

/// Reads calls. Options may stand anywhere before `--`; the first other word is the verb.
struct ArgumentParser {
  private var words: [String] = []
  private var settings = Settings()
  /// Options that were given, as they were written.
  private var given: [(option: CommandOption, owner: Verb?)] = []

  /// The call, or what is wrong with it.
  func parse(_ arguments: [String]) throws(Diagnostic) -> Call {
    var parser = self
    return try parser.read(arguments)
  }

  /// The language that is asked for somewhere among arguments that make no sense as a whole.
  static func languageWish(in arguments: [String]) -> Language? {
    for (index, argument) in arguments.enumerated() {
      if argument == "--" { break }
      if argument.hasPrefix("--lang=") { return Language(rawValue: String(argument.dropFirst(7)).lowercased()) }
      if argument == "--lang", index + 1 < arguments.count {
        return Language(rawValue: arguments[index + 1].lowercased())
      }
    }
    return nil
  }

  private mutating func read(_ arguments: [String]) throws(Diagnostic) -> Call {
    var rest = arguments[...]
    var isOver = false
    while let argument = rest.popFirst() {
      if isOver || !ArgumentParser.isOption(argument) {
        words.append(argument)
      } else if argument == "--" {
        isOver = true
      } else if argument.hasPrefix("--") {
        try takeLong(argument, &rest)
      } else {
        try takeLetters(argument, &rest)
      }
    }
    return try call()
  }

  /// `-` is standard input, and `-1` is a number to be evaluated.
  private static func isOption(_ argument: String) -> Bool {
    guard argument.hasPrefix("-"), argument != "-" else { return false }
    let second = argument.dropFirst().first
    return second.map { $0 == "-" || $0.isLetter } ?? false
  }

  // MARK: Options

  private mutating func takeLong(_ argument: String, _ rest: inout ArraySlice<String>) throws(Diagnostic) {
    let equals = argument.firstIndex(of: "=")
    let written = equals.map { String(argument[..<$0]) } ?? argument
    let value = equals.map { String(argument[argument.index(after: $0)...]) }
    guard let found = find({ $0.written == written }) else { throw unknown(written) }
    try take(found, written: written, value: value, &rest)
  }

  private mutating func takeLetters(_ argument: String, _ rest: inout ArraySlice<String>) throws(Diagnostic) {
    for letter in argument.dropFirst() {
      guard let found = find({ $0.letter == letter }) else { throw unknown(argument) }
      try take(found, written: "-\(letter)", value: nil, &rest)
    }
  }

  private func find(_ matches: (CommandOption) -> Bool) -> (option: CommandOption, owner: Verb?)? {
    CommandOption.all.first { matches($0.option) }
  }

  private mutating func take(
    _ found: (option: CommandOption, owner: Verb?), written: String, value: String?, _ rest: inout ArraySlice<String>
  ) throws(Diagnostic) {
    given.append(found)
    switch found.option.value {
    case .none(let set):
      if let value {
        throw Diagnostic(.optionTakesNoValue, at: .nowhere, ["option": .text(written), "value": .text(value)])
      }
      set(&settings)
    case .one(let wanted):
      guard let text = value ?? rest.popFirst() else {
        throw Diagnostic(.optionNeedsValue, at: .nowhere, ["option": .text(written), "wanted": .words(wanted.words)])
      }
      if wanted.take(&settings, text) { return }
      let near = Suggestions.nearest(to: text, among: wanted.choices, limit: 1)
      throw Diagnostic(
        .optionValue, at: .nowhere,
        ["option": .text(written), "value": .text(text), "wanted": .words(wanted.words)],
        notes: CommandWords.suggestion(near))
    }
  }

  private func unknown(_ written: String) -> Diagnostic {
    let names = CommandOption.all.map(\.option.written)
    let letters = CommandOption.all.compactMap { found in found.option.letter.map { "-\($0)" } }
    let near =
      written.hasPrefix("--")
      ? Suggestions.nearest(to: written, among: names, limit: 2)
      : Suggestions.nearest(to: "-" + written, among: names, limit: 1) + letters.filter { $0 == written.lowercased() }
    let verb = words.first.flatMap(Verb.named)
    return Diagnostic(
      .unknownOption, at: .nowhere,
      ["option": .text(written), "command": .text(verb.map { "aula \($0.name)" } ?? "aula")],
      notes: CommandWords.suggestion(near))
  }

  // MARK: The verb

  private func call() throws(Diagnostic) -> Call {
    guard let name = words.first else {
      try checkOwners(nil)
      return Call(settings: settings)
    }
    guard let verb = Verb.named(name) else { throw unknownVerb(name) }
    try checkOwners(verb)
    let operands = Array(words.dropFirst())
    let isAnswered = settings.wantsHelp || settings.wantsVersion || settings.wantsManPage
    if operands.count < verb.operands.count.lowerBound && !isAnswered {
      throw Diagnostic(
        .missingOperand, at: .nowhere,
        [
          "verb": .text(name), "wanted": .words(verb.operands.wanted),
          "example": .text(verb.examples.first?.call ?? "aula \(name)"),
        ])
    }
    if operands.count > verb.operands.count.upperBound, let surplus = operands.last {
      throw Diagnostic(.surplusOperand, at: .nowhere, ["verb": .text(name), "operand": .text(surplus)])
    }
    return Call(settings: settings, verb: verb, operands: operands)
  }

  private func checkOwners(_ verb: Verb?) throws(Diagnostic) {
    for (option, owner) in given {
      guard let owner, owner.name != verb?.name else { continue }
      throw Diagnostic(
        .optionOfOtherVerb, at: .nowhere,
        [
          "option": .text(option.written), "owner": .text(owner.name),
          "command": .text(verb.map { "aula \($0.name)" } ?? "aula"),
        ])
    }
  }

  private func unknownVerb(_ name: String) -> Diagnostic {
    var notes = CommandWords.suggestion(Suggestions.nearest(to: name, among: Verb.all.map(\.name), limit: 2))
    if notes.isEmpty && (name.hasSuffix(".aula") || name.contains("/")) {
      notes = [Diagnostic.Note(CommandWords.runIt, ["path": .text(name)])]
    }
    return Diagnostic(.unknownVerb, at: .nowhere, ["name": .text(name)], notes: notes)
  }
}
