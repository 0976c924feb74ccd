// A program with its words, numbers, texts and comments told apart: for listings on a screen and in pictures.
import Syntax

/// The colouring of programs.
package enum SourceColours {
  /// A program as runs of one kind each; put together they are the program.
  package static func runs(of source: String) -> [StyledRun] {
    let bytes = Array(source.utf8)
    let tokens = TokenOutline.all(in: source)
    var writer = Writer()
    var end = 0
    for (index, token) in tokens.enumerated() {
      guard token.lower >= end, token.upper <= bytes.count else { continue }
      writer.addGap(bytes[end..<token.lower])
      let next = tokens.indices.contains(index + 1) ? tokens[index + 1] : nil
      writer.add(bytes[token.lower..<token.upper], ink(of: token, before: next))
      end = token.upper
    }
    writer.addGap(bytes[end...])
    return writer.finished
  }

  /// A program as a terminal shows it.
  package static func painted(_ source: String, _ look: Look) -> String {
    runs(of: source).map { run in
      StyledRun(
        ScreenText.lines(of: run.text).map { ScreenText.ascii(ScreenText.visible($0, look), look) }
          .joined(separator: "\n"), run.ink)
    }.painted(look)
  }

  private static func ink(of token: TokenOutline, before next: TokenOutline?) -> Ink {
    switch token.kind {
    case .number: return .number
    case .word: return ["true", "false"].contains(token.text) ? .number : .word
    case .textStart, .textPiece, .valueStart, .valueFormat, .valueEnd, .textEnd: return .text
    case .name:
      let isCalled = next.map { $0.kind == .sign && $0.text == "(" && $0.lower == token.upper } ?? false
      return isCalled ? .call : .plain
    case .sign, .power: return .plain
    }
  }

  /// Collects runs; neighbours of the same ink become one.
  private struct Writer {
    private var runs: [(bytes: [UInt8], ink: Ink)] = []

    mutating func add(_ bytes: ArraySlice<UInt8>, _ ink: Ink) {
      guard !bytes.isEmpty else { return }
      if let last = runs.last, last.ink == ink {
        runs[runs.count - 1].bytes += bytes
      } else {
        runs.append((Array(bytes), ink))
      }
    }

    /// What no word covers: blanks, comments, and characters that are no part of the language.
    mutating func addGap(_ bytes: ArraySlice<UInt8>) {
      var start = bytes.startIndex
      while let hash = bytes[start...].firstIndex(of: UInt8(ascii: "#")) {
        let end = bytes[hash...].firstIndex { $0 == 10 || $0 == 13 } ?? bytes.endIndex
        add(bytes[start..<hash], .plain)
        add(bytes[hash..<end], .comment)
        start = end
      }
      add(bytes[start...], .plain)
    }

    var finished: [StyledRun] { runs.map { StyledRun(String(decoding: $0.bytes, as: UTF8.self), $0.ink) } }
  }
}
