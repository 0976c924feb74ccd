// The screen of a terminal as far as our own output needs one: lines, colours, and a line that is written again.
import Diagnostics

/// How a character looks.
struct PictureStyle: Hashable {
  /// A colour: one of the 16, or its red, green and blue.
  enum Colour: Hashable {
    case basic(Int)
    case full(UInt8, UInt8, UInt8)
  }
  var ink: Colour?
  var back: Colour?
  var isBold = false
  var isDim = false
}

/// A character on the screen; one of two columns is followed by an empty one.
struct PictureSquare: Hashable {
  var text: String
  var style: PictureStyle
}

/// Lines of characters, written from the top without an end.
struct PictureScreen {
  let columns: Int
  private(set) var rows: [[PictureSquare]] = [[]]
  private var column = 0
  private var style = PictureStyle()

  init(columns: Int) { self.columns = min(max(columns, 10), 400) }

  var text: String {
    rows.map { row in
      var line = row.map(\.text).joined()
      while line.last == " " { line.removeLast() }
      return line
    }.joined(separator: "\n")
  }

  mutating func write(_ text: String) {
    var rest = text[...]
    while let character = rest.popFirst() {
      switch character {
      case "\n", "\r\n": newLine()
      case "\r": column = 0
      case "\u{1b}": obey(&rest)
      default: put(character)
      }
    }
  }

  private mutating func newLine() {
    rows.append([])
    column = 0
  }

  private mutating func put(_ character: Character) {
    let width = Visible.width(of: character)
    guard width > 0 else { return }
    if column + width > columns { newLine() }
    var row = rows[rows.count - 1]
    while row.count < column + width { row.append(PictureSquare(text: " ", style: PictureStyle())) }
    row[column] = PictureSquare(text: String(character), style: style)
    if width == 2 { row[column + 1] = PictureSquare(text: "", style: style) }
    rows[rows.count - 1] = row
    column += width
  }

  /// A sequence that begins with the escape sign: colours, and wiping the rest of the line; all else is stepped over.
  private mutating func obey(_ rest: inout Substring) {
    guard rest.first == "[" else { return }
    rest.removeFirst()
    let parameters = rest.prefix { !$0.isLetter }
    rest = rest.dropFirst(parameters.count)
    switch rest.popFirst() {
    case "K": rows[rows.count - 1] = Array(rows[rows.count - 1].prefix(column))
    case "m": colour(parameters.split(separator: ";").map { Int($0) ?? 0 })
    default: return
    }
  }

  private mutating func colour(_ codes: [Int]) {
    var rest = (codes.isEmpty ? [0] : codes)[...]
    while let code = rest.popFirst() {
      switch code {
      case 0: style = PictureStyle()
      case 1: style.isBold = true
      case 2: style.isDim = true
      case 30...37: style.ink = .basic(code - 30)
      case 90...97: style.ink = .basic(code - 82)
      case 40...47: style.back = .basic(code - 40)
      case 100...107: style.back = .basic(code - 92)
      case 38: style.ink = PictureScreen.colour(&rest) ?? style.ink
      case 48: style.back = PictureScreen.colour(&rest) ?? style.back
      default: continue
      }
    }
  }

  /// `5;n` or `2;r;g;b`
  private static func colour(_ codes: inout ArraySlice<Int>) -> PictureStyle.Colour? {
    switch codes.popFirst() {
    case 5:
      guard let number = codes.popFirst(), (0...255).contains(number) else { return nil }
      if number < 16 { return .basic(number) }
      if number >= 232 {
        let grey = UInt8(8 + 10 * (number - 232))
        return .full(grey, grey, grey)
      }
      func step(_ place: Int) -> UInt8 { place == 0 ? 0 : UInt8(55 + 40 * place) }
      return .full(step((number - 16) / 36), step((number - 16) / 6 % 6), step((number - 16) % 6))
    case 2:
      let channels = codes.prefix(3).map { UInt8(clamping: $0) }
      codes = codes.dropFirst(3)
      return channels.count == 3 ? .full(channels[0], channels[1], channels[2]) : nil
    default: return nil
    }
  }
}

/// Neighbours that look the same.
struct PictureRun {
  let column: Int
  private(set) var width: Int
  private(set) var text: String
  let style: PictureStyle

  /// The runs of a line; signs that are drawn and letters are apart.
  static func runs(of row: [PictureSquare]) -> [PictureRun] {
    var runs: [PictureRun] = []
    for (column, square) in row.enumerated() {
      if let last = runs.last, last.style == square.style, last.column + last.width == column,
        square.text.isEmpty || PictureSigns.isDrawn(last.text) == PictureSigns.isDrawn(square.text)
      {
        runs[runs.count - 1].width += 1
        runs[runs.count - 1].text += square.text
      } else {
        runs.append(PictureRun(column: column, width: 1, text: square.text, style: square.style))
      }
    }
    return runs.map(\.withoutBlanks)
  }

  /// The run without the blanks at its ends, which nobody sees on paper of one colour.
  private var withoutBlanks: PictureRun {
    guard style.back == nil, text.contains(where: { $0 != " " }) else { return self }
    let lead = text.prefix { $0 == " " }.count
    let tail = text.reversed().prefix { $0 == " " }.count
    let rest = String(text.dropFirst(lead).dropLast(tail))
    return PictureRun(column: column + lead, width: width - lead - tail, text: rest, style: style)
  }
}
