// The words behind a cell's fence: `exercise d-loss points=2 hint="…"`.
import Diagnostics

/// What the words behind a fence say.
package struct CellWords: Sendable, Hashable {
  package var kind = LessonCell.Kind.plain
  /// A check that a student does not see.
  package var isHidden = false
  /// An exercise that a person reads.
  package var isManual = false
  package var points = 1.0
  /// From the gentlest to the plainest.
  package var hints: [String] = []
  /// After so many attempts the solution may be looked at.
  package var attempts = 3
  package var maySkip = true

  package init() {}

  /// Reads what stands behind `aula`; problems at their places in the file.
  static func read(_ info: Range<Int>, of bytes: [UInt8], source: Int32) -> (words: CellWords, problems: [Diagnostic]) {
    var reading = FenceReading(bytes: bytes, position: info.lowerBound, end: info.upperBound, source: source)
    reading.read()
    return (reading.words, reading.problems)
  }
}

/// A word that may stand behind a fence.
struct FenceWord: Sendable {
  enum Form: Sendable {
    /// The word alone.
    case bare
    /// The name of an exercise follows.
    case name
    /// `word=2`
    case points
    case count
    case truth
    /// `word="…"`
    case text
  }
  let word: String
  let form: Form
  /// The words of the cells that it may stand in; nil for a word that says what the cell is.
  let kinds: [String]?
  var mayRepeat = false

  static let all: [FenceWord] = [
    FenceWord(word: "setup", form: .bare, kinds: nil),
    FenceWord(word: "fails", form: .bare, kinds: nil),
    FenceWord(word: "exercise", form: .name, kinds: nil),
    FenceWord(word: "check", form: .name, kinds: nil),
    FenceWord(word: "solution", form: .name, kinds: nil),
    FenceWord(word: "wrong", form: .name, kinds: nil),
    FenceWord(word: "hidden", form: .bare, kinds: ["check"]),
    FenceWord(word: "manual", form: .bare, kinds: ["exercise"]),
    FenceWord(word: "points", form: .points, kinds: ["exercise"]),
    FenceWord(word: "hint", form: .text, kinds: ["exercise", "check"], mayRepeat: true),
    FenceWord(word: "attempts", form: .count, kinds: ["exercise"]),
    FenceWord(word: "skip", form: .truth, kinds: ["exercise"]),
  ]

  static func named(_ word: String) -> FenceWord? { all.first { $0.word == word } }

  /// What stands behind the `=`, in words, and an example.
  var value: (form: Words, example: String)? {
    switch form {
    case .bare, .name: nil
    case .points: (Words(en: "a number", es: "un número", pt: "um número"), "\(word)=2")
    case .count: (Words(en: "a whole number", es: "un número entero", pt: "um número inteiro"), "\(word)=3")
    case .truth: (Words(en: "`yes` or `no`", es: "`yes` o `no`", pt: "`yes` ou `no`"), "\(word)=no")
    case .text:
      (Words(en: "a text in quotes", es: "un texto entre comillas", pt: "um texto entre aspas"), "\(word)=\"…\"")
    }
  }
}

private struct FenceReading {
  /// A word as it was written.
  private struct Piece {
    var name: String
    /// What stands behind the `=`; nil without one.
    var value: String?
    var isQuoted = false
    var isOpen = false
    var span: Span
  }

  let bytes: [UInt8]
  var position: Int
  let end: Int
  let source: Int32
  var words = CellWords()
  var problems: [Diagnostic] = []
  private var seen: [(word: FenceWord, span: Span)] = []

  init(bytes: [UInt8], position: Int, end: Int, source: Int32) {
    (self.bytes, self.position, self.end, self.source) = (bytes, position, end, source)
  }

  mutating func read() {
    // The first word is `aula`.
    _ = next()
    while let piece = next() { take(piece) }
    checkCompany()
  }

  // MARK: Pieces

  private func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }

  private mutating func next() -> Piece? {
    while position < end, isBlank(bytes[position]) { position += 1 }
    guard position < end else { return nil }
    let start = position
    while position < end, !isBlank(bytes[position]), bytes[position] != UInt8(ascii: "=") { position += 1 }
    var piece = Piece(name: text(start, position), span: span(start, position))
    guard position < end, bytes[position] == UInt8(ascii: "=") else { return piece }
    position += 1
    if position < end, bytes[position] == UInt8(ascii: "\"") {
      readQuoted(&piece)
    } else {
      let first = position
      while position < end, !isBlank(bytes[position]) { position += 1 }
      piece.value = text(first, position)
    }
    piece.span = span(start, position)
    return piece
  }

  private mutating func readQuoted(_ piece: inout Piece) {
    piece.isQuoted = true
    position += 1
    var value: [UInt8] = []
    while position < end, bytes[position] != UInt8(ascii: "\"") {
      if bytes[position] == UInt8(ascii: "\\"), position + 1 < end, [0x22, 0x5c].contains(bytes[position + 1]) {
        position += 1
      }
      value.append(bytes[position])
      position += 1
    }
    piece.isOpen = position >= end
    if position < end { position += 1 }
    piece.value = String(decoding: value, as: UTF8.self)
  }

  private func text(_ lower: Int, _ upper: Int) -> String { String(decoding: bytes[lower..<upper], as: UTF8.self) }

  private func span(_ lower: Int, _ upper: Int) -> Span {
    Span(source: source, lower: Int32(clamping: lower), upper: Int32(clamping: upper))
  }

  // MARK: Meaning

  private mutating func take(_ piece: Piece) {
    guard let word = FenceWord.named(piece.name) else { return reportUnknown(piece) }
    if let first = seen.first(where: { conflicts($0.word, word) }) {
      let names: [String: Phrase] = [
        "word": .text(word.word), "other": .text(first.word.word), "kinds": kinds(of: word),
      ]
      problems.append(Diagnostic(.fenceWordsTogether, at: piece.span, names))
    } else {
      seen.append((word, piece.span))
    }
    switch word.form {
    case .bare:
      if piece.value != nil { return reportUnknown(piece) }
      set(word)
    case .name: takeName(word, piece)
    case .points, .count, .truth, .text: takeValue(word, piece)
    }
  }

  private func conflicts(_ first: FenceWord, _ second: FenceWord) -> Bool {
    if first.kinds == nil && second.kinds == nil { return true }
    return first.word == second.word && !second.mayRepeat
  }

  private mutating func set(_ word: FenceWord) {
    switch word.word {
    case "setup": words.kind = .setup
    case "fails": words.kind = .fails
    case "hidden": words.isHidden = true
    case "manual": words.isManual = true
    default: break
    }
  }

  private mutating func takeName(_ word: FenceWord, _ piece: Piece) {
    let before = position
    let follower = next()
    guard piece.value == nil, let name = follower, name.value == nil, CellName.isValid(name.name),
      FenceWord.named(name.name) == nil
    else {
      // What follows is looked at for itself.
      position = before
      problems.append(Diagnostic(.fenceWordNeedsName, at: piece.span, ["word": .text(word.word)]))
      if let follower, FenceWord.named(follower.name) == nil { _ = next() }
      return
    }
    switch word.word {
    case "exercise": words.kind = .exercise(name.name)
    case "check": words.kind = .check(name.name)
    case "solution": words.kind = .solution(name.name)
    default: words.kind = .wrong(name.name)
    }
  }

  private mutating func takeValue(_ word: FenceWord, _ piece: Piece) {
    guard let value = piece.value else { return reportValue(word, piece) }
    if word.form == .text, !piece.isQuoted || piece.isOpen {
      problems.append(Diagnostic(.fenceHintQuotes, at: piece.span, ["word": .text(word.word)]))
      return
    }
    switch word.form {
    case .text: words.hints.append(value)
    case .points:
      guard let number = Double(value), number >= 0, number <= 1_000 else { return reportValue(word, piece) }
      words.points = number
    case .count:
      guard let number = Int(value), number >= 0, number <= 1_000 else { return reportValue(word, piece) }
      words.attempts = number
    case .truth:
      guard value == "yes" || value == "no" else { return reportValue(word, piece) }
      words.maySkip = value == "yes"
    case .bare, .name: break
    }
  }

  /// Points without an exercise, `hidden` without a check.
  private mutating func checkCompany() {
    let own = words.kind.word
    // Of a cell whose kind could not be read nothing more can be said.
    if own == nil, seen.contains(where: { $0.word.kinds == nil }) { return }
    for (word, span) in seen {
      guard let kinds = word.kinds, !kinds.contains(own ?? "") else { continue }
      let names: [String: Phrase] = [
        "word": .text(word.word), "other": .text(own ?? "aula"), "kinds": self.kinds(of: word),
      ]
      problems.append(Diagnostic(.fenceWordsTogether, at: span, names))
    }
  }

  private func kinds(of word: FenceWord) -> Phrase {
    if let kinds = word.kinds { return .choice(kinds) }
    return .words(
      Words(en: "a cell of its own", es: "una celda propia", pt: "uma célula própria"))
  }

  private mutating func reportUnknown(_ piece: Piece) {
    let known = FenceWord.all.map(\.word)
    let nearest = Suggestions.nearest(to: piece.name, among: known, limit: 2)
    problems.append(
      Diagnostic(
        .fenceUnknownWord, at: piece.span,
        ["word": .text(piece.name), "words": .choice(nearest.isEmpty ? known : nearest)]))
  }

  private mutating func reportValue(_ word: FenceWord, _ piece: Piece) {
    guard let (form, example) = word.value else { return }
    let values: [String: Phrase] = ["word": .text(word.word), "form": .words(form), "example": .text(example)]
    problems.append(Diagnostic(.fenceWordValue, at: piece.span, values))
  }
}

/// Names of exercises and lessons.
package enum CellName {
  /// Whether a text can be one: letters, digits, `-` and `_`, beginning with a letter.
  package static func isValid(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, first.properties.isAlphabetic, text.utf8.count <= 64 else {
      return false
    }
    return text.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || ("0"..."9").contains($0) || $0 == "-" || $0 == "_"
    }
  }
}
