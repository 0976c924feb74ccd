// A program as the formatter sees it: words, what the writer did between them, and the comments in the gaps.
import Diagnostics

/// A word of the program; a whole text with the values in it counts as one.
struct FormatterWord {
  var kind: Token.Kind
  /// Its place among the bytes.
  var bytes: Range<Int>
  /// How many columns it takes; of a text with line ends the widest of its lines.
  var width: Int
  /// The word that closes a bracket, a block or a norm, at its opening.
  var partner: Int?
  /// It closes what was opened before.
  var isClosing = false
  /// It begins a line of the writer's.
  var startsLine: Bool
  /// No blank of the writer's stands before it.
  var touchesPrevious: Bool
  var beginsStatement: Bool
  /// The writer left a blank line between it and the word or comment before.
  var followsBlankLine: Bool
  /// The comments between the word before and this one.
  var comments: Range<Int>
  /// A value ends with it: what follows can be a call, an index or an operator between two values.
  var endsValue = false
  /// An operator before its operand: `-x`, `√x`, `∇f`, the first `‖`.
  var isPrefix = false
  /// A name that is a word of the grammar here: `over`, `with`, `by`, `within`.
  var isContextual = false
  /// A clause of a check or a derivation begins here, which may have a line of its own.
  var beginsClause = false
  /// A line of a derivation begins here.
  var beginsStep = false
}

/// A comment of the program.
struct FormatterComment {
  var bytes: Range<Int>
  /// Something stands before it on its line.
  var isTrailing: Bool
  /// It stands right below a trailing comment, in the same column: it may go on with what that one says.
  var continuesTrailing: Bool
  var column: Int
  var followsBlankLine: Bool
}

/// The words and comments of a program without mistakes.
struct FormatterWords {
  /// The words but `;`; the last one is the end of the text.
  private(set) var words: [FormatterWord]
  let comments: [FormatterComment]
  let source: Source

  init(_ lexed: Lexed, statementStarts: [Int], checkWords: CheckWordPlaces, source: Source) {
    self.source = source
    var reader = FormatterReader(
      lexed, statementStarts: Set(statementStarts), checkWords: checkWords, source: source)
    reader.read()
    (words, comments) = (reader.words, reader.comments)
    findRoles()
  }

  static func withoutBlanksAtEnd(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var bytes = bytes
    while let last = bytes.last, last == UInt8(ascii: " ") || last == UInt8(ascii: "\t") { bytes.removeLast() }
    return bytes
  }

  func text(_ bytes: Range<Int>) -> String { String(decoding: source.bytes[bytes], as: UTF8.self) }

  func text(of comment: FormatterComment) -> String {
    String(decoding: Self.withoutBlanksAtEnd(source.bytes[comment.bytes]), as: UTF8.self)
  }

  // MARK: Roles

  /// What each word does, from left to right: it depends on the words before alone.
  private mutating func findRoles() {
    var norms: [Int] = []
    for index in words.indices {
      let previous = index > 0 && !words[index].beginsStatement ? words[index - 1] : nil
      let followsValue = previous?.endsValue ?? false
      switch words[index].kind {
      case .name:
        words[index].isContextual =
          words[index].isContextual || followsValue || (isDots(previous) && text(words[index].bytes) == "by")
        words[index].endsValue = !words[index].isContextual
      case .number, .power, .raisedT, .textStart, .sign(.hole): words[index].endsValue = true
      case .word(let word):
        let isMember = previous?.kind == .sign(.dot)
        let isValue = word == .true || word == .false || word == .plot && !words[index].beginsStatement
        words[index].endsValue = isMember || isValue
      case .sign(.closeParen), .sign(.closeBracket), .sign(.closeBrace): words[index].endsValue = true
      case .sign(.minus): words[index].isPrefix = !followsValue
      case .sign(.root), .sign(.nabla): words[index].isPrefix = true
      case .sign(.norm):
        if followsValue, let opening = norms.popLast() {
          words[opening].partner = index
          words[index].isClosing = true
          words[index].endsValue = true
        } else {
          norms.append(index)
          words[index].isPrefix = true
        }
      default: break
      }
    }
  }

  private func isDots(_ word: FormatterWord?) -> Bool { word?.kind == .sign(.twoDots) }
}
