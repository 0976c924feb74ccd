// What is wrong with a lesson's text is told at its place, and nothing that somebody writes stops the reader.
import Diagnostics
import Lessons
import Testing

@Suite("Problems of Markdown") struct MarkdownProblemTests {
  @Test("each kind at its place", arguments: MarkdownProblemTests.rows)
  func problem(_ row: (text: String, told: [String])) { #expect(MarkdownReading(row.text).told == row.told) }

  static let rows: [(text: String, told: [String])] = [
    ("a {x and {y\n\n{z}", ["E0900 {"]),
    ("a {x +} b", ["E0111 }"]),
    ("a {} b", ["E0109 {}"]),
    ("a {x y} b {1 + } c", ["E0121 x y", "E0111 }"]),
    ("a {x:.2q} b", ["E0110 :.2q"]),
    ("a $\\theta is\n\nb $c$", ["E0901 $"]),
    ("$$\na\n\nb\n$$", ["E0901 $$", "E0901 $$"]),
    ("$$$$ and $$ $$", ["E0901 $$"]),
    ("> a $\\foo$\n> {x +}\n", [#"E0902 \foo"#, "E0111 }"]),
    ("| a |\n|-|\n| $\\foo$ |", [#"E0902 \foo"#]),
    ("- a\n  - {1 2}", ["E0121 1 2"]),
    ("# {x", ["E0900 {"]),
    ("a `{` b `` $\\x `` ```{``` c", []),
    ("[a]({b) and <http://x/{y>", ["E0900 {"]),
  ]

  @Test("a value's problem says what braces are for") func note() throws {
    let problem = try #require(MarkdownReading("a {x +} b").result.problems.first)
    #expect(problem.notes.last?.text(in: .en).contains("A plain brace is written `\\{`.") == true)
  }

  @Test("places of problems behind quotes and line ends are exact") func places() throws {
    let reading = MarkdownReading("> a\n> $x +\r\n> \\foo$\r\n> {1 +\n> }")
    #expect(reading.told == [#"E0902 \foo"#, "E0111 }"])
  }

  @Test("characters for private use are characters as others") func privateUse() {
    let marks = "\u{F0000}\u{F0001}\u{E000}0\u{F0000}"
    let reading = MarkdownReading("\(marks) $x$ &#xF0002; `\(marks)` {y}\n\n    \(marks)\n")
    #expect(reading.told.isEmpty)
    #expect(
      reading.outline
        == "1:0 p \(marks) $x$ \u{F0002} code(\(marks)) {y}\n3:\(reading.result.blocks.last?.offset ?? 0) code \"\" \(marks)"
    )
  }

  @Test("depth is limited and told once") func depth() {
    for text in [
      String(repeating: ">", count: 100_000), String(repeating: "> ", count: 50_000) + "x",
      String(repeating: "1. ", count: 3_000) + "x",
      String(repeating: "- a\n  ", count: 1) + String(repeating: "> - ", count: 500) + "x",
      String(repeating: "*a **b ", count: 20_000) + String(repeating: "c** d*", count: 20_000),
    ] {
      let reading = MarkdownReading(text)
      #expect(reading.result.problems.map(\.row.code) == ["E0916"], "\(text.prefix(20))")
    }
  }

  @Test("sizes are limited") func sizes() {
    let wide = String(repeating: "|a", count: 10_000) + "\n" + String(repeating: "|-", count: 10_000) + "\n"
    #expect(MarkdownReading(wide + "|b\n").told.isEmpty)
    #expect(
      MarkdownReading(wide + String(repeating: "b\n", count: 20_000)).result.problems.map(\.row.code) == ["E0917"])
    #expect(MarkdownReading(String(repeating: "a", count: 4 << 20 | 1)).result.problems.map(\.row.code) == ["E0917"])
    #expect(
      MarkdownReading("$" + String(repeating: "x", count: 20_000) + "$").result.problems.map(\.row.code) == ["E0918"])
  }

  @Test("long texts of one sign take no time that grows with their square") func signs() {
    for piece in [
      "[", "![", "{", "}", "$", "$$", "$a ", "`", "`a``", "\\", "<!--", "<", "&", "|", "\n|", "~", "*", "_", "a*_",
      "\"{", "{\"",
      "$`", "\n$$", "\n```", "\n> ```", "[a](", "{}", "\n\n{", "$x$", "\n# {", "\r", "\t", "\u{0}", "é", "\n- ",
    ] {
      let reading = MarkdownReading(String(repeating: piece, count: 40_000 / piece.utf8.count))
      #expect(reading.result.problems.count <= 50)
    }
  }

  @Test("noise is answered, not obeyed") func noise() {
    var random = FormulaDice(seed: 3)
    let pieces = [
      "$", "$$", "{", "}", "\\", "`", "```", "\n", "\n\n", "> ", "- ", "1. ", "|", "|-|", "x", "θ", "\"", "<b>", "<!--",
      "-->",
      "[a](b)", "*", "**", "~~", "    ", "\t", "\r\n", "\r", "#", "---", "\\frac{1}{2}", "\\val{x}", "\u{301}", "\u{0}",
      "\u{F0000}",
    ]
    for _ in 0..<1_000 {
      let text = (0..<random.below(40)).map { _ in pieces[random.below(pieces.count)] }.joined()
      let reading = MarkdownReading(text)
      for problem in reading.result.problems {
        #expect(problem.span.lower >= 0 && Int(problem.span.upper) <= text.utf8.count, "\(text.debugDescription)")
      }
      for value in reading.values {
        #expect(reading.sources.text(value.span).utf8.count == value.source.utf8.count, "\(text.debugDescription)")
      }
      _ = reading.outline
    }
  }
}
