// What an entry is as a text: how deep its open brackets are, which entries stand, and how they become a program again.
import Diagnostics
import Session
import Syntax

/// Entries as texts.
package enum PromptEntry {
  /// Blanks for each open bracket.
  static let step = 4

  /// How many brackets an unfinished text has open.
  package static func depth(of text: String) -> Int {
    var depth = 0
    for token in TokenOutline.all(in: text) where token.kind == .sign {
      switch token.text {
      case "(", "[", "{": depth += 1
      case ")", "]", "}": depth = max(0, depth - 1)
      default: break
      }
    }
    return depth
  }

  /// Where `_` stands for a value in a text, in bytes.
  package static func lastValues(in text: String) -> [Range<Int>] {
    let uses = TokenOutline.all(in: text).filter { $0.kind == .name && $0.text == "_" }
    // A text that is right without it uses it as a pattern alone: `let (a, _) = f(x)`.
    guard !uses.isEmpty, Session.parseState(text) != .complete else { return [] }
    return uses.map { $0.lower..<$0.upper }
  }
}

/// What happened to the session, in order, and what of it was undone.
package struct EntryList {
  package enum Step: Equatable, Sendable {
    /// An entry; one that was stopped cannot be run again as it was.
    case entry(String, isFinished: Bool)
    /// Everything before was forgotten.
    case startedOver
  }
  private var past: [Step] = []
  private var future: [Step] = []

  package init() {}

  package mutating func add(_ step: Step) {
    past.append(step)
    future.removeAll()
  }

  /// Takes the last step back and tells which it was.
  @discardableResult package mutating func undo() -> Step? {
    guard let step = past.popLast() else { return nil }
    future.append(step)
    return step
  }

  /// Does what was undone again.
  @discardableResult package mutating func redo() -> Step? {
    guard let step = future.popLast() else { return nil }
    past.append(step)
    return step
  }

  /// The entries that the session stands on.
  package var standing: [String] {
    var result: [String] = []
    for step in past {
      switch step {
      case .entry(let text, true): result.append(text)
      case .entry(_, false): break
      case .startedOver: result.removeAll()
      }
    }
    return result
  }
}

/// Entries of a prompt as a program that runs by itself.
package struct SavedSession {
  private let entries: [String]
  private let seed: UInt64
  private let hasOtherSeeds: Bool

  /// `hasOtherSeeds`: some entries drew before this seed was chosen, which a program cannot do.
  package init(entries: [String], seed: UInt64, hasOtherSeeds: Bool = false) {
    self.entries = entries
    self.seed = seed
    self.hasOtherSeeds = hasOtherSeeds
  }

  /// The program. Where an entry used `_`, the entry before gets a name for its value.
  package func text(_ language: Language) -> String {
    var cells: [String] = []
    var last: String?
    for (number, entry) in entries.enumerated() {
      var cell = entry
      while let end = cell.last, end.isWhitespace { cell.removeLast() }
      let uses = PromptEntry.lastValues(in: cell)
      if let last, !uses.isEmpty { cell = SavedSession.replaced(uses, in: cell, by: last) }
      switch Ending(cell) {
      case .nothing: break
      case .name(let name): last = name
      case .expression(let place):
        guard isValueUsed(after: number) else { break }
        let name = "value_\(number + 1)"
        let bytes = Array(cell.utf8)
        cell =
          String(decoding: bytes[..<place], as: UTF8.self) + "let \(name) = "
          + String(decoding: bytes[place...], as: UTF8.self) + "\n\(name)"
        last = name
      }
      cells.append(cell)
    }
    var head = "# " + PromptWords.savedHead.filled(["seed": .text("\(seed)")], in: language) + "\n"
    if hasOtherSeeds { head += "# " + PromptWords.savedOtherSeeds(language) + "\n" }
    return head + "\n" + cells.joined(separator: "\n") + "\n"
  }

  /// Whether `_` means the value of an entry before another value takes its place.
  private func isValueUsed(after number: Int) -> Bool {
    for entry in entries[(number + 1)...] {
      if !PromptEntry.lastValues(in: entry).isEmpty { return true }
      if case .nothing = Ending(entry) { continue }
      return false
    }
    return false
  }

  private static func replaced(_ places: [Range<Int>], in text: String, by name: String) -> String {
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    var end = 0
    for place in places where place.lowerBound >= end && place.upperBound <= bytes.count {
      result += bytes[end..<place.lowerBound]
      result += Array(name.utf8)
      end = place.upperBound
    }
    return String(decoding: result + bytes[end...], as: UTF8.self)
  }

  /// What the value of a text is called.
  private enum Ending {
    case nothing
    /// Its last statement gives a name to it.
    case name(String)
    /// Its last statement is an expression that begins here.
    case expression(Int)

    init(_ text: String) {
      let source = Source(name: "", text: text)
      let statements = Parser(readsLastValue: true).parse(source, number: 0, firstID: 1).program.statements
      switch statements.last?.kind {
      case .expression(let expression)?: self = .expression(Int(expression.span.lower))
      case .binding(let binding)?:
        if case .name(let name) = binding.pattern { self = .name(name.text) } else { self = .nothing }
      case .draw(.name(let name), _)?, .assignment(.name(let name), _)?, .cell(_, let name, _)?, .record(let name, _)?:
        self = .name(name.text)
      default: self = .nothing
      }
    }
  }
}
