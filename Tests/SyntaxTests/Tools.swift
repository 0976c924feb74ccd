// What the tests of the parser share.
import Diagnostics
import Syntax

func parse(_ text: String) -> ParseResult {
  Parser().parse(Source(name: "test", text: text), number: 0, firstID: 0)
}

/// The tree of a program that is right, else its codes.
func tree(_ text: String) -> String {
  let result = parse(text)
  return result.diagnostics.isEmpty ? treeDescription(result.program) : codes(text).joined(separator: " ")
}

func codes(_ text: String) -> [String] { parse(text).diagnostics.map(\.row.code) }

/// A text with a fix carried out.
func applied(_ fix: Diagnostic.Fix, to text: String) -> String {
  let bytes = Array(text.utf8)
  let before = bytes[..<min(Int(fix.span.lower), bytes.count)]
  let after = bytes[min(Int(fix.span.upper), bytes.count)...]
  return String(decoding: before + Array(fix.replacement.utf8) + after, as: UTF8.self)
}

/// Where the words of a program end, outside of the plain parts of its texts.
func boundaries(of text: String) -> [Int] {
  let lexed = TokenOutline.all(in: text)
  var ends: [Int] = []
  var isInText = false
  for token in lexed {
    switch token.kind {
    case .textStart, .valueEnd: isInText = true
    case .textEnd, .valueStart: isInText = false
    default: break
    }
    if !isInText, token.kind != .valueFormat { ends.append(token.upper) }
  }
  return ends
}
