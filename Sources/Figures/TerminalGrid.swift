// Characters in rows and columns, each with its colours, and how they become lines of text.
import Diagnostics

/// What a terminal shows, cell by cell.
struct TerminalGrid {
  /// What is in a cell. Later things replace earlier ones, but dots join, and so do the arms of axes.
  enum Content: Hashable {
    case empty
    /// The second column of a wide character.
    case covered
    /// A letter of a text.
    case letter(Character)
    /// A sign for a point, a piece of a line, a bar.
    case sign(Character)
    /// Braille dots, one bit each.
    case dots(UInt8)
    /// Lines from the middle to the sides: up 1, right 2, down 4, left 8.
    case arms(UInt8)
    /// The same for lines that only help the eye.
    case guides(UInt8)
  }

  struct Square: Hashable {
    var content = Content.empty
    var ink: TerminalColour?
    var back: TerminalColour?
    var isBold = false
  }

  let style: TerminalStyle
  private(set) var columns: Int
  private(set) var rows: Int
  private var squares: [Square]

  init(_ style: TerminalStyle, columns: Int, rows: Int) {
    self.style = style
    self.columns = min(max(columns, 0), 2000)
    self.rows = min(max(rows, 0), 20_000)
    squares = [Square](repeating: Square(), count: self.columns * self.rows)
  }

  subscript(column: Int, row: Int) -> Square {
    get { contains(column, row) ? squares[row * columns + column] : Square() }
    set { if contains(column, row) { squares[row * columns + column] = newValue } }
  }

  func contains(_ column: Int, _ row: Int) -> Bool {
    column >= 0 && column < columns && row >= 0 && row < rows
  }

  mutating func addRows(_ count: Int) {
    let added = min(max(count, 0), 20_000 - rows)
    rows += added
    squares += [Square](repeating: Square(), count: added * columns)
  }

  /// Writes a text as far as there is room.
  mutating func write(
    _ text: String, column: Int, row: Int, ink: TerminalColour? = nil, isBold: Bool = false, keepsBack: Bool = false
  ) {
    guard row >= 0, row < rows, column < columns else { return }
    var at = column
    for (character, width) in TerminalText.characters(text, style) {
      guard at + width <= columns else { return }
      if at >= 0 {
        let back = keepsBack ? self[at, row].back : nil
        self[at, row] = Square(content: .letter(character), ink: ink, back: back, isBold: isBold)
        if width > 1 { self[at + 1, row] = Square(content: .covered) }
      }
      at += width
    }
  }

  /// Puts another grid's cells where they belong.
  mutating func paste(_ other: TerminalGrid, column: Int, row: Int) {
    for y in 0..<other.rows {
      for x in 0..<other.columns where other[x, y] != Square() { self[column + x, row + y] = other[x, y] }
    }
  }

  /// How many rows there are down to the last one with something in it.
  var usedRows: Int {
    (squares.lastIndex { $0 != Square() }).map { $0 / max(columns, 1) + 1 } ?? 0
  }

  /// How many columns there are to the last one with something in it.
  var usedColumns: Int {
    (0..<rows).reduce(0) { max($0, usedColumns(row: $1)) }
  }

  private func usedColumns(row: Int) -> Int {
    var end = columns
    while end > 0, isBlank(self[end - 1, row]) { end -= 1 }
    return end
  }

  private func isBlank(_ square: Square) -> Bool {
    guard square.back == nil || style.colours == .none else { return false }
    switch square.content {
    case .covered: return false
    default: return character(of: square.content) == " "
    }
  }

  /// The lines, without blanks at their ends and without empty lines after the last one.
  var text: String {
    (0..<usedRows).map { line($0) }.joined(separator: "\n")
  }

  private func line(_ row: Int) -> String {
    var result = ""
    var current = ""
    for column in 0..<usedColumns(row: row) {
      let square = self[column, row]
      guard square.content != .covered else { continue }
      let character = character(of: square.content)
      // The ink of a blank cannot be seen.
      let codes = character == " " && square.back == nil ? "" : codes(of: square)
      if codes != current {
        if !current.isEmpty { result += "\u{1b}[0m" }
        if !codes.isEmpty { result += "\u{1b}[\(codes)m" }
        current = codes
      }
      result.append(character)
    }
    return current.isEmpty ? result : result + "\u{1b}[0m"
  }

  private func codes(of square: Square) -> String {
    guard style.colours != .none else { return "" }
    var codes: [String] = []
    if square.isBold { codes.append("1") }
    if let ink = square.ink { codes.append(ink.code(style.colours, isBackground: false)) }
    if let back = square.back { codes.append(back.code(style.colours, isBackground: true)) }
    return codes.joined(separator: ";")
  }

  private func character(of content: Content) -> Character {
    let isPlain = style.signs == .plain
    switch content {
    case .empty, .covered: return " "
    case .letter(let character), .sign(let character): return character
    case .dots(let bits):
      if isPlain { return bits == 0 ? " " : "*" }
      return Unicode.Scalar(0x2800 + UInt32(bits)).map { bits == 0 ? " " : Character($0) } ?? " "
    case .arms(let arms):
      if isPlain { return arms & 5 == 0 ? "-" : arms & 10 == 0 ? "|" : "+" }
      return Self.boxLines[Int(arms & 15)]
    case .guides(let arms):
      if isPlain { return arms & 5 == 0 ? "-" : arms & 10 == 0 ? ":" : "+" }
      return arms & 5 == 0 ? "┄" : arms & 10 == 0 ? "┆" : "┼"
    }
  }

  private static let boxLines: [Character] = [
    " ", "╵", "╶", "└", "╷", "│", "┌", "├", "╴", "┘", "─", "┴", "┐", "┤", "┬", "┼",
  ]
}
