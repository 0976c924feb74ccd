// A program with its words, numbers, texts and comments told apart: for listings on screens, in pictures and in pages.

/// A stretch of a program of one kind.
package struct SourceRun: Sendable, Hashable {
  package enum Kind: String, Sendable {
    case plain
    case word
    case number
    case text
    case comment
    /// A name that is called.
    case call
  }
  package let text: String
  package let kind: Kind

  /// A program as runs; put together they are the program.
  package static func all(in source: String) -> [SourceRun] {
    let bytes = Array(source.utf8)
    let tokens = TokenOutline.all(in: source)
    var writer = Writer()
    var end = 0
    for (index, token) in tokens.enumerated() {
      guard token.lower >= end, token.upper <= bytes.count else { continue }
      writer.addGap(bytes[end..<token.lower])
      let next = tokens.indices.contains(index + 1) ? tokens[index + 1] : nil
      let isWord = token.kind == .name && ContextualWords.contains(index, tokens)
      writer.add(bytes[token.lower..<token.upper], isWord ? .word : kind(of: token, before: next))
      end = token.upper
    }
    writer.addGap(bytes[end...])
    return writer.finished
  }

  private static func kind(of token: TokenOutline, before next: TokenOutline?) -> Kind {
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

  /// Collects runs; neighbours of the same kind become one.
  private struct Writer {
    private var runs: [(bytes: [UInt8], kind: Kind)] = []

    mutating func add(_ bytes: ArraySlice<UInt8>, _ kind: Kind) {
      guard !bytes.isEmpty else { return }
      if let last = runs.last, last.kind == kind {
        runs[runs.count - 1].bytes += bytes
      } else {
        runs.append((Array(bytes), kind))
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

    var finished: [SourceRun] { runs.map { SourceRun(text: String(decoding: $0.bytes, as: UTF8.self), kind: $0.kind) } }
  }
}
