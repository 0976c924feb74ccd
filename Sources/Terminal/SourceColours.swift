// A program in colours: for listings on a screen and in pictures.
import Syntax

/// The colouring of programs.
package enum SourceColours {
  /// A program as runs of one ink each; put together they are the program.
  package static func runs(of source: String) -> [StyledRun] {
    SourceRun.all(in: source).map { StyledRun($0.text, ink(of: $0.kind)) }
  }

  /// A program as a terminal shows it.
  package static func painted(_ source: String, _ look: Look) -> String {
    runs(of: source).map { run in
      StyledRun(
        ScreenText.lines(of: run.text).map { ScreenText.ascii(ScreenText.visible($0, look), look) }
          .joined(separator: "\n"), run.ink)
    }.painted(look)
  }

  private static func ink(of kind: SourceRun.Kind) -> Ink {
    switch kind {
    case .plain: .plain
    case .word: .word
    case .number: .number
    case .text: .text
    case .comment: .comment
    case .call: .call
    }
  }
}
