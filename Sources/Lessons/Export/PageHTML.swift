// HTML as text: everything that comes from outside is escaped here and nowhere else.
import Diagnostics
import Syntax

/// Pieces of a page. What they give is well-formed as XML, too.
enum PageHTML {
  /// A text without anything that a browser reads as markup, or that an eye reads otherwise than it is.
  static func escaped(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    // Scalars, not characters: an accent behind a `<` makes another character of the two, and yet it is a `<` for a browser.
    for scalar in Visible.text(text).unicodeScalars {
      switch scalar {
      case "&": result += "&amp;".unicodeScalars
      case "<": result += "&lt;".unicodeScalars
      case ">": result += "&gt;".unicodeScalars
      case "\"": result += "&quot;".unicodeScalars
      case "'": result += "&#39;".unicodeScalars
      // What no page may have.
      case "\u{FFFE}", "\u{FFFF}": result.append("\u{FFFD}")
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  /// Several lines, each escaped.
  static func lines(_ text: String) -> String {
    var text = Substring(text)
    while text.last == "\n" || text.last == "\r\n" { text.removeLast() }
    return text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
      .map { escaped(String($0)) }.joined(separator: "\n")
  }

  /// An element. Values of attributes are escaped; what is inside is HTML already.
  static func element(_ name: String, _ attributes: [(String, String)] = [], _ inside: String) -> String {
    let list = attributes.map { " \($0.0)=\"\(escaped($0.1))\"" }.joined()
    return "<\(name)\(list)>\(inside)</\(name)>"
  }

  /// A program with its words marked for the style sheet.
  static func program(_ source: String) -> String {
    var source = source
    while source.last == "\n" { source.removeLast() }
    let inside = SourceRun.all(in: source).map { run in
      run.kind == .plain
        ? lines(kept: run.text) : element("span", [("class", run.kind.rawValue)], lines(kept: run.text))
    }.joined()
    return element("pre", [("class", "program")], element("code", [], inside))
  }

  /// Lines with every line end that they have.
  private static func lines(kept text: String) -> String {
    text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }.map { escaped(String($0)) }
      .joined(separator: "\n")
  }

  /// Something that is unfolded by a click.
  static func folded(_ summary: String, _ inside: String) -> String {
    element("details", [], element("summary", [], escaped(summary)) + inside)
  }
}
