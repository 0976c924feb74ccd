// What every program must keep when it is laid out, and programs with comments in odd places.
import Diagnostics
import Syntax

/// What is wrong with the layout of a program; nothing if all is well, or if the text is no program.
func faultsOfFormatting(_ text: String, columns: Int = 100) -> [String] {
  let before = parse(text)
  let result = Formatter(columns: columns).format(text)
  guard before.diagnostics.isEmpty else {
    let isLeftAlone = result.text == text && result.diagnostics.map(\.row.code) == before.diagnostics.map(\.row.code)
    return isLeftAlone ? [] : ["a text that is no program was changed"]
  }
  if result.isRefused { return ["refused"] }
  let after = parse(result.text)
  var faults: [String] = []
  if !after.diagnostics.isEmpty { faults.append("no program any more: \(after.diagnostics.map(\.row.code))") }
  if treeDescription(before.program) != treeDescription(after.program) { faults.append("another tree") }
  if comments(before, text) != comments(after, result.text) { faults.append("other comments") }
  let again = Formatter(columns: columns).format(result.text).text
  if again != result.text { faults.append("a second run changes it to\n\(again)") }
  // What stands in texts stays to the byte.
  if !text.contains("\""),
    result.text.hasPrefix("\n") || result.text.hasSuffix("\n\n") || result.text.contains("\n\n\n")
  {
    faults.append("blank lines")
  }
  return faults
}

private func comments(_ parsed: ParseResult, _ text: String) -> [String] {
  let source = Source(name: "", text: text)
  return parsed.program.comments.map { comment in
    var words = source.text(Int(comment.lower), Int(comment.upper))
    while let last = words.last, last == " " || last == "\t" { words.removeLast() }
    return words
  }
}

/// Puts comments, line ends and blanks between the words of a program where chance says so.
struct Scatterer {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  mutating func below(_ count: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state % UInt64(count))
  }

  /// The program with something put behind one word in `rarity`.
  mutating func scattered(_ text: String, rarity: Int) -> String {
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    var start = 0
    for end in boundaries(of: text) where end > start && below(rarity) == 0 {
      result += bytes[start..<end]
      let pieces = [
        "\n", "\n\n\n", "  ", " \t", "# a\n", "  ## b  \n", "\n# c\n", "\n  ## d\n", "\n\n# e\n\n# f\n",
        "# g\n    # h\n",
        ";", " ; ; \n", "\n;# i\n", ";## j\n", "\r\n",
      ]
      result += Array(pieces[below(pieces.count)].utf8)
      start = end
    }
    return String(decoding: result + bytes[start...], as: UTF8.self)
  }
}
