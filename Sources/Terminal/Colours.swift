// What is painted how. The terminal's own 16 colours, as its owner chose them to be read on its paper.
import Figures

/// What a stretch of text is.
package enum Ink: String, Sendable, CaseIterable {
  /// As everything else.
  case plain
  /// What one need not read: shapes, ellipses, times.
  case dim
  /// What was given a name.
  case name
  /// A word of the language.
  case word
  case number
  case text
  case comment
  /// A name that is called.
  case call
  /// What went well.
  case good
  /// What deserves a look.
  case warning
  case error
  /// The prompt, headings.
  case heading

  /// The numbers between `ESC [` and `m`; nil for nothing.
  private var code: String? {
    switch self {
    case .plain: nil
    case .dim, .comment: "2"
    case .name, .heading: "1"
    case .word: "35"
    case .number: "36"
    case .text, .good: "32"
    case .call: "34"
    case .warning: "33"
    case .error: "1;31"
    }
  }

  /// The text in this ink, where there are colours.
  package func paint(_ text: String, _ look: Look) -> String {
    guard look.colours != .none, let code, !text.isEmpty else { return text }
    return "\u{1b}[\(code)m\(text)\u{1b}[0m"
  }
}

/// A stretch of text in one ink.
package struct StyledRun: Sendable, Hashable {
  package let text: String
  package let ink: Ink

  package init(_ text: String, _ ink: Ink) {
    self.text = text
    self.ink = ink
  }
}

extension [StyledRun] {
  /// The runs one after the other as a terminal shows them. An ink never reaches over the end of a line.
  package func painted(_ look: Look) -> String {
    map { run in
      ScreenText.lines(of: run.text).map { run.ink.paint($0, look) }.joined(separator: "\n")
    }.joined()
  }
}
