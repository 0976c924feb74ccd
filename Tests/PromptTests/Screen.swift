// The screen of a terminal: what a person would see of the bytes that a program wrote.

/// Rows of characters, a cursor, and what scrolled away at the top.
struct Screen {
  private(set) var columns: Int
  private(set) var rows: Int
  /// A character in each column; behind one of two columns an empty text.
  private var squares: [[String]]
  private(set) var above: [String] = []
  private(set) var row = 0
  private(set) var column = 0
  /// Whether the last column was written: the next character goes to the next line.
  private var isBehindEnd = false
  private var unread: [UInt8] = []
  /// What a terminal answers to what it was asked.
  private var answers: [UInt8] = []
  /// Whether the program asked to be told where pasted text begins and ends.
  private(set) var marksPastes = false
  /// Bytes that are neither text nor a sequence that this terminal knows.
  private(set) var strange: [String] = []

  init(columns: Int, rows: Int) {
    (self.columns, self.rows) = (columns, rows)
    squares = Array(repeating: Array(repeating: " ", count: columns), count: rows)
  }

  /// The lines without the blanks at their ends and below the last one.
  var lines: [String] {
    var lines = squares.map { Screen.trimmed($0.joined()) }
    while lines.last == "" { lines.removeLast() }
    return lines
  }

  var text: String { lines.joined(separator: "\n") }

  /// The same with what scrolled away.
  var everything: String { (above + lines).joined(separator: "\n") }

  /// The line of the cursor.
  var line: String { Screen.trimmed(squares[row].joined()) }

  /// What stands before the cursor in its line.
  var beforeCursor: String { squares[row][..<min(column, columns)].joined() }

  mutating func takeAnswers() -> [UInt8] {
    defer { answers = [] }
    return answers
  }

  /// Changes the size as a simple terminal does: what is too wide is cut, what is too high scrolls away.
  mutating func resize(columns: Int, rows: Int) {
    squares = squares.map { Array(($0 + Array(repeating: " ", count: max(0, columns - $0.count))).prefix(columns)) }
    self.columns = columns
    while squares.count > rows {
      if squares.count == row + 1 {
        scroll()
        row -= 1
      }
      squares.removeLast()
    }
    while squares.count < rows { squares.append(blank) }
    self.rows = rows
    (row, column, isBehindEnd) = (min(row, rows - 1), min(column, columns - 1), false)
  }

  mutating func write(_ bytes: some Sequence<UInt8>) {
    unread += bytes
    var first = 0
    while first < unread.count, let length = unit(at: first) {
      obey(Array(unread[first..<first + length]))
      first += length
    }
    unread.removeFirst(first)
  }

  // MARK: Units of the stream

  /// The length of the character or sequence that begins here; nil if not all of it came.
  private func unit(at first: Int) -> Int? {
    let lead = unread[first]
    if lead == 0x1b { return sequence(at: first) }
    let length = lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    return first + length <= unread.count ? length : nil
  }

  private func sequence(at first: Int) -> Int? {
    guard first + 1 < unread.count else { return nil }
    switch unread[first + 1] {
    case UInt8(ascii: "["):
      let end = unread[(first + 2)...].firstIndex { (0x40...0x7E).contains($0) }
      return end.map { $0 - first + 1 }
    case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "_"):
      for place in unread.indices[(first + 2)...] {
        if unread[place] == 7 { return place - first + 1 }
        if unread[place] == 0x5C, unread[place - 1] == 0x1b { return place - first + 1 }
      }
      return nil
    case UInt8(ascii: "("), UInt8(ascii: ")"): return first + 2 < unread.count ? 3 : nil
    default: return 2
    }
  }

  private mutating func obey(_ unit: [UInt8]) {
    switch unit[0] {
    case 0x1b where unit.count > 1: obey(sequence: unit)
    case 7, 0x0F, 0: break
    case 8:
      column = max(0, column - 1)
      isBehindEnd = false
    case 9: column = min(columns - 1, (column / 8 + 1) * 8)
    case 10: lineFeed()
    case 13: (column, isBehindEnd) = (0, false)
    case ..<0x20, 0x7F: strange.append("byte \(unit[0])")
    default:
      guard let scalar = String(validating: unit, as: UTF8.self)?.unicodeScalars.first else {
        strange.append("bytes \(unit)")
        return
      }
      put(scalar)
    }
  }

  private mutating func obey(sequence: [UInt8]) {
    switch sequence[1] {
    case UInt8(ascii: "["):
      let text = String(decoding: sequence[2...].dropLast(), as: UTF8.self)
      control(Character(Unicode.Scalar(sequence[sequence.count - 1])), text)
    case UInt8(ascii: "M"): if row > 0 { row -= 1 }
    case UInt8(ascii: "]"):
      // What colour the paper has.
      guard sequence.starts(with: Array("\u{1b}]11;?".utf8)) else { break }
      answers += Array("\u{1b}]11;rgb:0000/0000/0000\u{1b}\\".utf8)
    case UInt8(ascii: "="), UInt8(ascii: ">"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "_"),
      UInt8(ascii: "P"), UInt8(ascii: "\\"), UInt8(ascii: "7"), UInt8(ascii: "8"):
      break
    default: strange.append(String(decoding: sequence[1...], as: UTF8.self))
    }
  }

  private mutating func control(_ final: Character, _ parameters: String) {
    let numbers = parameters.split(separator: ";", omittingEmptySubsequences: false).map { Int($0) ?? 0 }
    let count = max(1, numbers.first ?? 1)
    if !"mhlcnqtrJKP@X".contains(final) { isBehindEnd = false }
    switch final {
    case "A": row = max(0, row - count)
    case "B": row = min(rows - 1, row + count)
    case "C": column = min(columns - 1, column + count)
    case "D": column = max(0, column - count)
    case "G": column = min(columns, count) - 1
    case "d": row = min(rows, count) - 1
    case "H", "f":
      row = min(rows, count) - 1
      column = min(columns, max(1, numbers.count > 1 ? numbers[1] : 1)) - 1
    case "J": eraseScreen(numbers.first ?? 0)
    case "K": eraseLine(numbers.first ?? 0)
    case "P":
      squares[row].removeSubrange(column..<min(columns, column + count))
      squares[row] += Array(repeating: " ", count: columns - squares[row].count)
    case "@":
      squares[row].insert(contentsOf: Array(repeating: " ", count: min(count, columns - column)), at: column)
      squares[row] = Array(squares[row].prefix(columns))
    case "X": for place in column..<min(columns, column + count) { squares[row][place] = " " }
    case "h", "l": if parameters == "?2004" { marksPastes = final == "h" }
    case "c": answers += Array("\u{1b}[?62;c".utf8)
    case "n": if parameters == "6" { answers += Array("\u{1b}[\(row + 1);\(column + 1)R".utf8) }
    case "m", "r", "q", "t": break
    default: strange.append("[\(parameters)\(final)")
    }
  }

  // MARK: Squares

  private var blank: [String] { Array(repeating: " ", count: columns) }

  private mutating func lineFeed() {
    isBehindEnd = false
    if row == rows - 1 { scroll() } else { row += 1 }
  }

  private mutating func scroll() {
    above.append(Screen.trimmed(squares.removeFirst().joined()))
    squares.append(blank)
  }

  private mutating func put(_ scalar: Unicode.Scalar) {
    let width = Screen.width(scalar)
    if width == 0 {
      let place = isBehindEnd ? column : max(0, column - 1)
      let base = squares[row][place].isEmpty ? max(0, place - 1) : place
      squares[row][base].unicodeScalars.append(scalar)
      return
    }
    if isBehindEnd || column + width > columns {
      column = 0
      lineFeed()
    }
    // Half of a wide character that is written over is gone as a whole.
    if squares[row][column].isEmpty, column > 0 { squares[row][column - 1] = " " }
    squares[row][column] = String(scalar)
    if width == 2, column + 1 < columns { squares[row][column + 1] = "" }
    column += width
    if column < columns, squares[row][column].isEmpty { squares[row][column] = " " }
    if column >= columns { (column, isBehindEnd) = (columns - 1, true) }
  }

  private mutating func eraseLine(_ part: Int) {
    let range = part == 0 ? column..<columns : part == 1 ? 0..<column + 1 : 0..<columns
    for place in range { squares[row][place] = " " }
  }

  private mutating func eraseScreen(_ part: Int) {
    guard part == 0 else {
      squares = Array(repeating: blank, count: rows)
      return
    }
    eraseLine(0)
    for place in row + 1..<max(rows, row + 1) { squares[place] = blank }
  }

  private static func trimmed(_ text: String) -> String {
    var text = text
    while text.last == " " { text.removeLast() }
    return text
  }

  /// Columns of a character, by the blocks of Unicode that tests use: not by the project's own table.
  private static func width(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: break
    }
    let wide: [ClosedRange<UInt32>] = [
      0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
      0xFFE0...0xFFE6, 0x1F300...0x1FAFF,
    ]
    return wide.contains { $0.contains(scalar.value) } ? 2 : 1
  }
}
