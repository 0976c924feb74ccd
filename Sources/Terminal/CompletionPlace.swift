// Where the cursor stands in a program: behind a point, in a call, in a text, in a comment.
import Syntax

/// What surrounds the end of a text.
struct CompletionPlace {
  enum Kind: Equatable {
    /// In a text, a comment, a number.
    case nothing
    /// In the path of a `use`.
    case path(String)
    /// Behind a point after a path of names.
    case member([String], String)
    /// Where a name may stand; so much of it is there.
    case name(String)
  }
  let kind: Kind
  /// The path of names that is called, where the cursor is between the brackets of a call.
  let callee: [String]?
  /// Labels that this call has already.
  let labels: Set<String>
  /// Whether an argument of the call begins here, so that a label may stand.
  let beginsArgument: Bool
  /// Whether the text is a check or something like it, outside of brackets.
  let isInCheck: Bool

  /// The words of the language, for completion.
  static let words = WordPage.all.map(\.word) + ["over", "with"]
  /// Those that mean something in a check, a derivation, a prediction alone.
  static let wordsOfChecks = ["fails", "same as", "gradient", "within", "at", "against", "on", "all", "answer"]

  init(before: String, line: String) {
    let text = before + line
    let bytes = Array(text.utf8)
    let tokens = TokenOutline.all(in: text)
    let typed = CompletionPlace.typedName(tokens, bytes.count)
    // What stands before the name that is being typed.
    let settled = typed.isEmpty ? tokens : Array(tokens.dropLast())
    var callee: [String]?
    var labels: Set<String> = []
    var beginsArgument = false
    if let opening = CompletionPlace.openCall(settled) {
      callee = CompletionPlace.path(settled, endingAt: opening - 1)
      labels = CompletionPlace.labels(settled, after: opening)
      let last = settled.last
      beginsArgument = last?.kind == .sign && (last?.text == "(" || last?.text == ",")
    }
    isInCheck =
      callee == nil
      && tokens.contains { $0.kind == .word && ["check", "derive", "predict", "explain"].contains($0.text) }
    kind = CompletionPlace.kind(tokens, settled, typed, bytes)
    self.callee = callee
    self.labels = labels
    self.beginsArgument = beginsArgument
  }

  private static func kind(
    _ tokens: [TokenOutline], _ settled: [TokenOutline], _ typed: String, _ bytes: [UInt8]
  ) -> Kind {
    if let start = openText(tokens) {
      guard start > 0, tokens[start - 1].kind == .word, tokens[start - 1].text == "use" else { return .nothing }
      return .path(String(decoding: bytes[min(tokens[start].upper, bytes.count)...], as: UTF8.self))
    }
    // Behind the last word a comment may have begun.
    let rest = bytes[min(tokens.last?.upper ?? 0, bytes.count)...]
    if let hash = rest.lastIndex(of: UInt8(ascii: "#")), !rest[hash...].contains(10) { return .nothing }
    if typed.isEmpty, let last = tokens.last, last.kind == .number, last.upper == bytes.count { return .nothing }
    if let point = settled.last, point.kind == .sign, point.text == "." {
      let end = typed.isEmpty ? bytes.count : (tokens.last?.lower ?? 0)
      guard point.upper == end, let path = path(settled, endingAt: settled.count - 2) else { return .nothing }
      return .member(path, typed)
    }
    return .name(typed)
  }

  /// The name that ends where the text ends.
  private static func typedName(_ tokens: [TokenOutline], _ end: Int) -> String {
    guard let last = tokens.last, last.upper == end, last.kind == .name || last.kind == .word else { return "" }
    return last.text
  }

  /// The quote of a text that is still open, as a place among the words.
  private static func openText(_ tokens: [TokenOutline]) -> Int? {
    var open: [(isText: Bool, place: Int)] = []
    for (place, token) in tokens.enumerated() {
      switch token.kind {
      case .textStart: open.append((true, place))
      case .valueStart: open.append((false, place))
      // The end of an unfinished text is there too, but takes no room.
      case .textEnd, .valueEnd: if token.upper > token.lower, !open.isEmpty { open.removeLast() }
      default: break
      }
    }
    guard let last = open.last, last.isText else { return nil }
    return last.place
  }

  /// The bracket of a call that is still open, as a place among the words.
  private static func openCall(_ tokens: [TokenOutline]) -> Int? {
    var depth = 0
    for place in tokens.indices.reversed() where tokens[place].kind == .sign {
      switch tokens[place].text {
      case ")", "]", "}": depth += 1
      case "(" where depth == 0:
        guard place > 0, tokens[place - 1].upper == tokens[place].lower, tokens[place - 1].kind == .name else {
          return nil
        }
        // In `fn f(` names are made, not used.
        if place > 1, tokens[place - 2].kind == .word, ["fn", "model"].contains(tokens[place - 2].text) { return nil }
        return place
      case "[", "{": if depth == 0 { return nil } else { depth -= 1 }
      case "(": depth -= 1
      default: break
      }
    }
    return nil
  }

  /// The names `a.b.c` that end at a place.
  private static func path(_ tokens: [TokenOutline], endingAt end: Int) -> [String]? {
    var path: [String] = []
    var place = end
    while place >= 0, place < tokens.count,
      tokens[place].kind == .name || (tokens[place].kind == .word && !path.isEmpty)
    {
      path.insert(tokens[place].text, at: 0)
      guard place >= 1, tokens[place - 1].kind == .sign, tokens[place - 1].text == "." else { return path }
      place -= 2
    }
    return nil
  }

  /// The labels between a bracket and the end.
  private static func labels(_ tokens: [TokenOutline], after opening: Int) -> Set<String> {
    var labels: Set<String> = []
    var depth = 0
    for place in tokens.indices where place > opening {
      let token = tokens[place]
      guard token.kind == .sign else { continue }
      switch token.text {
      case "(", "[", "{": depth += 1
      case ")", "]", "}": depth -= 1
      case ":" where depth == 0: labels.insert(tokens[place - 1].text)
      default: break
      }
    }
    return labels
  }
}
