// Texts that come from programs, as they may reach a screen: nothing in them is obeyed, and a line has a known width.
import Diagnostics
import Figures

/// Texts in a certain look.
package enum ScreenText {
  /// What a program prints. A file or a pipe gets it as it is; a screen gets nothing that it would obey.
  package static func printed(_ text: String, _ look: Look) -> String {
    guard look.isInteractive || look.isASCII else { return text }
    // Loops print by the thousand, and nearly always this.
    if text.utf8.allSatisfy({ ($0 >= 0x20 && $0 < 0x7f) || $0 == 10 }) { return text }
    return lines(of: text).map { ascii(visible($0, look), look) }.joined(separator: "\n")
  }

  /// A text of our own, with its escape sequences, spelled out where there is nothing but ASCII.
  package static func ours(_ text: String, _ look: Look) -> String {
    guard look.isASCII, !text.utf8.allSatisfy({ $0 < 0x80 }) else { return text }
    // The escape sequences are ASCII: what lies between them is spelled.
    return text.split(separator: "\u{1b}", omittingEmptySubsequences: false)
      .map { piece in lines(of: String(piece)).map { TerminalAlphabet.plain($0) }.joined(separator: "\n") }
      .joined(separator: "\u{1b}").split(separator: "\n", omittingEmptySubsequences: false)
      .flatMap { line in
        // Spelled out, a line may have become too long.
        wrapped(String(line), max(look.columns, 20), indent: line.prefix { $0 == " " }.count + 2)
      }
      .joined(separator: "\n")
  }

  /// Cuts a text into lines of so many columns, at blanks where there are any; further lines begin with blanks.
  package static func wrapped(_ text: String, _ columns: Int, indent: Int = 0) -> [String] {
    let indent = min(indent, columns / 2)
    let margin = String(repeating: " ", count: max(0, indent))
    let pieces = pieces(of: text)
    guard pieces.reduce(0, { $0 + $1.width }) > columns else { return [text] }
    var result: [String] = []
    var start = 0
    while start < pieces.count {
      let lead = result.isEmpty ? "" : margin
      let most = end(of: pieces, from: start, room: columns - lead.count)
      var (end, next) = (most, most)
      // A blank may also be the first character that has no room.
      if most < pieces.count, let blank = pieces[start...most].lastIndex(where: { $0.text == " " }),
        pieces[start..<blank].contains(where: { $0.text != " " })
      {
        (end, next) = (blank, blank + 1)
      }
      result.append(trimmed(lead + pieces[start..<end].map(\.text).joined()))
      start = next
    }
    return result
  }

  /// How many columns a text takes; sequences that colour take none.
  static func width(of text: String) -> Int { pieces(of: text).reduce(0) { $0 + $1.width } }

  /// A character, or a sequence that colours what follows and takes no column.
  private typealias Piece = (text: String, width: Int)

  private static func pieces(of text: String) -> [Piece] {
    var result: [Piece] = []
    var escape: String?
    for character in text {
      if let begun = escape {
        escape = begun + String(character)
        if character.isLetter {
          result.append((begun + String(character), 0))
          escape = nil
        }
      } else if character == "\u{1b}" {
        escape = "\u{1b}"
      } else {
        result.append((String(character), Visible.width(of: character)))
      }
    }
    if let escape { result.append((escape, 0)) }
    return result
  }

  /// Where the pieces end that have room; at least one has.
  private static func end(of pieces: [Piece], from start: Int, room: Int) -> Int {
    var (end, width) = (start, 0)
    while end < pieces.count {
      width += pieces[end].width
      if width > room { break }
      end += 1
    }
    return max(end, start + 1)
  }

  /// A text that takes no more columns, its end given up where it is longer.
  package static func fitted(_ text: String, _ columns: Int, _ look: Look) -> String {
    guard Visible.width(text) > columns else { return text }
    let mark = look.signs == .plain || look.isASCII ? "..." : "…"
    var room = max(0, columns - (columns > mark.count ? mark.count : 0))
    var result = ""
    for character in text {
      room -= Visible.width(of: character)
      if room < 0 { break }
      result.append(character)
    }
    return columns > mark.count ? result + mark : result
  }

  /// A line without anything that a terminal obeys; tabulators become blanks, as nobody knows where they lead to.
  static func visible(_ line: String, _ look: Look) -> String {
    let spread = line.contains("\t") ? line.split(separator: "\t", omittingEmptySubsequences: false) : [line[...]]
    return Visible.text(spread.joined(separator: "    "), ascii: look.isASCII)
  }

  static func ascii(_ text: String, _ look: Look) -> String { look.isASCII ? TerminalAlphabet.plain(text) : text }

  /// The lines of a text, however they end.
  static func lines(of text: String) -> [String] {
    text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }.map(String.init)
  }

  private static func trimmed(_ text: String) -> String {
    var text = text
    while text.last == " " { text.removeLast() }
    return text
  }
}
