// Texts as a terminal can show them: harmless, of known width, and in plain mode without anything beyond ASCII.
import Diagnostics

/// A grid of characters; each has two columns and four rows of dots.
package struct TerminalSheet: Sheet {
  package let style: TerminalStyle

  package init(_ style: TerminalStyle) { self.style = style }

  package static let cellWidth = 2.0
  package static let cellHeight = 4.0

  package var textSize: Double { Self.cellHeight }
  package var cell: Cell? { Cell(width: Self.cellWidth, height: Self.cellHeight) }
  package func width(of text: String, size: Double) -> Double {
    Double(TerminalText.width(text, style)) * Self.cellWidth
  }
}

enum TerminalText {
  /// What stands in the terminal for a text: nothing that it would obey.
  static func shown(_ text: String, _ style: TerminalStyle) -> String {
    let brief = String(text.prefix(2000))
    switch style.signs {
    case .unicode:
      // A line end in a title or a cell is meant as a gap.
      return Visible.text(String(brief.map { $0.isNewline || $0 == "\t" ? " " : $0 }))
    case .plain: return TerminalAlphabet.plain(brief)
    }
  }

  static func width(_ text: String, _ style: TerminalStyle) -> Int { Visible.width(shown(text, style)) }

  /// A text as characters with the columns they take; characters without width are left out.
  static func characters(_ text: String, _ style: TerminalStyle) -> [(character: Character, width: Int)] {
    shown(text, style).compactMap { character in
      let width = Visible.width(of: character)
      return width > 0 ? (character, width) : nil
    }
  }

  static func ellipsis(_ style: TerminalStyle) -> String { style.signs == .plain ? "..." : "…" }

  /// A text that takes no more than some columns, its end given up where it is longer.
  static func fitted(_ text: String, _ columns: Int, _ style: TerminalStyle) -> String {
    let shown = shown(text, style)
    if Visible.width(shown) <= columns { return shown }
    let mark = columns > ellipsis(style).count + 1 ? ellipsis(style) : ""
    var room = columns - mark.count
    var result = ""
    for character in shown {
      room -= Visible.width(of: character)
      if room < 0 { break }
      result.append(character)
    }
    return result + mark
  }
}
