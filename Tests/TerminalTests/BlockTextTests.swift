// A lesson's text as lines of characters.
import Diagnostics
import Lessons
import Terminal
import Testing

@Suite("A lesson's text on a screen") struct BlockTextTests {
  private func lines(_ markdown: String, _ look: Look = Look()) -> [String] {
    let read = Markdown.parse(Source(name: "t.md", text: markdown), number: 0)
    return BlockText(look) { "<\($0.source)>" }.lines(of: read.blocks)
  }

  private static let everything = """
    # A heading that is quite long and goes on for more than a line of a narrow screen

    A paragraph with *emphasis*, **strength**, `code * code`, a [link](https://example.org/a), {1 + 1} and $\\frac{1}{2}x^2 ≤ θ$.

    - one
    - two, with a longer text that does not fit into forty columns by any means
      1. inside

    > A quote that is longer than forty columns, so that it has to be cut somewhere in between.

    | name | value |
    |:-----|------:|
    | a longer entry in this table | 1.5 |
    | b | 20 |

    ```sh
    make   run
    ```

    $$
    \\sum_{i=1}^{n} x_i^2
    $$
    """

  @Test("nothing is wider than the screen but listings", arguments: [20, 40, 80, 120]) func width(_ columns: Int) {
    for line in lines(Self.everything, Look(columns: columns)) where !line.hasPrefix("    ") {
      #expect(line.count <= min(columns, 84), "\(line)")
    }
  }

  @Test("inlines, lists, quotes, tables, listings, formulas") func shapes() {
    let text = lines(Self.everything).joined(separator: "\n")
    for part in [
      "━━━━", "emphasis, strength, `code * code`", "link\n(https://example.org/a)", "<{1 + 1}>", "½", "• one",
      "  1. inside",
      "│ A quote", "name", "────", "20", "    make   run", "∑",
    ] { #expect(text.contains(part), "\(part) in \(text)") }
    #expect(!text.contains("\u{1b}"))
  }

  @Test("colours begin and end in each line; ASCII has nothing else") func looks() {
    for line in lines(Self.everything, Look(colours: .basic)) where line.contains("\u{1b}") {
      #expect(line.components(separatedBy: "\u{1b}[0m").count == line.components(separatedBy: "\u{1b}[").count / 2 + 1)
    }
    let ascii = lines(Self.everything, Look(signs: .plain, isASCII: true)).joined()
    #expect(ascii.utf8.allSatisfy { $0 < 0x80 }, "\(ascii)")
  }
}
