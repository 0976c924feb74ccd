// Markdown as lessons use it: blocks, what stands in their lines, and where.
import Diagnostics
import Lessons
import Testing

@Suite("Markdown") struct MarkdownTests {
  @Test("blocks, their lines and their offsets") func blocks() {
    let reading = MarkdownReading(
      """
      # One
      two *three* **four** ~~five~~ `six`\\
      seven
      - a

      - b

      ---
      3. c
         - [x] d
         - [ ] e

      > f

          code {x}
      """)
    #expect(reading.told.isEmpty)
    #expect(
      reading.outline == """
        1:0 h1 One
        2:6 p two em(three) strong(four) strike(five) code(six)↵seven
        4:49 ul loose
          4:51 p a
          6:56 p b
        8:59 rule
        9:63 ol 3 tight
          9:66 p c
          10:71 ul tight
            [x] 10:77 p d
            [ ] 11:88 p e
        13:91 quote
          13:93 p f
        15:100 code "" code {x}
        """)
  }

  @Test("tables hold formulas with bars, and values") func tables() {
    let reading = MarkdownReading("| a | $p(x|z)$ | c |\n|:--|:-:|--:|\n| {x} | `a|b` | $|y|$ |\n| 1 |\n")
    #expect(reading.told.isEmpty)
    #expect(
      reading.outline == """
        1:0 table left centre right
          a | $p(x|z)$ | c
          {x} | `a | b`
          1 |  | 
        """)
  }

  @Test("an escaped bar in a table is a bar, and elsewhere a norm") func bars() {
    let reading = MarkdownReading("| $p(x\\|z)$ | {a \\|> f} |\n|-|-|\n| b | c |\n\n$\\|x\\|$\n")
    #expect(reading.told.isEmpty)
    #expect(reading.formulas.map { $0.unicode() } == ["p(x|z)", "‖x‖"])
    #expect(reading.values.map(\.expression) == ["a  |> f"])
  }

  @Test("formulas are lifted before Markdown sees them") func formulas() {
    let reading = MarkdownReading(
      """
      As $a_i * b_i$ and $*x*$, **$\\mathbf{x}$**; code `$x$`, $5 and $6, 5$ and, \\$7$, $ x$, a$b$c, $x$2.

      Before
      $$
      L = a
        - b
      $$
      after $$c$$ end

      > $$
      > x > y
      > $$
      - $$z$$
      """)
    #expect(reading.told.isEmpty)
    #expect(
      reading.outline == """
        1:0 p As $a_i * b_i$ and $*x*$, strong($\\mathbf{x}$); code code($x$), $5 and $6, 5$ and, $7$, $ x$, a$b$c, $x$2.
        3:101 p Before
        4:108 $$ L = a   - b $$
        3:101 p after
        8:132 $$c$$
        3:101 p end
        10:143 quote
          10:145 $$   x > y   $$
        13:161 ul tight
          13:163 $$z$$
        """)
    #expect(reading.formulas.map { reading.sources.text($0.span) }.contains("\n> x > y\n> "))
  }

  @Test("values are lifted, and braces that are escaped or in code are not") func values() {
    let reading = MarkdownReading(
      """
      ## After {n} rounds θ is {θ:.2f}
      {sum([x for x in (1, 2)])}, {"a}b{c}":>8}, {f(
      x)}, \\{no}, \\\\{yes}, `{no}`, *{a*b}*, [t {u}](v{w}), ![{x}]({y}.png)

      ```aula
      {no}
      ```
      """)
    #expect(reading.told.isEmpty)
    #expect(
      reading.values.map { [$0.expression, $0.format] } == [
        ["n", ""], ["θ", ".2f"], ["sum([x for x in (1, 2)])", ""], ["\"a}b{c}\"", ">8"], ["f( x)", ""], ["yes", ""],
        ["a*b", ""], ["u", ""],
      ])
    #expect(reading.values.map(\.source) == reading.values.map { reading.text($0.span) })
    #expect(reading.outline.contains("{no}, \\{yes}, code({no}), em({a*b}), link(v{w}: t {u}), image({y}.png: {x})"))
  }

  @Test("links lead to the web, to mail, to files beside, or to places of the lesson") func links() {
    let reading = MarkdownReading(
      """
      [a](https://x.org "t") [b](mailto:me@x.org) [c](other.md) [d](#top) <http://y.org> [e][r]
      [f](javascript:alert(1)) [g](<java script:x>) [h](data:text/html,x) [i](//evil.org) [j](JaVaScRiPt:x) [k]()
      ![l](p/q.png) ![m](https://x.org/p.png) ![n](../p.png) ![o](/etc/p.png) ![*p* {x}](q.png)

      [r]: HTTP://z.org
      """)
    #expect(
      reading.outline == """
        1:0 p link(https://x.org "t": a) link(mailto:me@x.org: b) link(other.md: c) link(#top: d) \
        link(http://y.org: http://y.org) link(HTTP://z.org: e) \
        f g h i j k \
        image(p/q.png: l) m n o image(q.png: p {x})
        """)
  }

  @Test("code knows its words and the place of its lines") func code() throws {
    let text =
      "```aula exercise d hint=\"a \\\" \\{ &amp; b\"  \nlet x = 1\n\n  x\n```\n- ~~~\n  y\n  ~~~\n\n> ```\n> z\n\n```\nopen\n"
    let reading = MarkdownReading(text)
    let codes = reading.codes
    #expect(codes.map(\.info) == ["aula exercise d hint=\"a \\\" \\{ &amp; b\"", "", "", ""])
    #expect(codes.map(\.text) == ["let x = 1\n\n  x\n", "y\n", "z\n", "open\n"])
    #expect(codes.map(\.isClosed) == [true, true, false, false])
    for code in codes {
      let first = code.text.prefix { $0 != "\n" }
      #expect(Array(text.utf8.dropFirst(code.textOffset).prefix(first.utf8.count)) == Array(first.utf8))
    }
  }

  @Test("comments are kept for their readers, other HTML is a problem") func html() {
    let reading = MarkdownReading(
      "a <!-- {b} --> <b>c</b>\n\n<div onclick=\"x\">\n$d$\n</div>\n\n<!-- survives\n$e$: {f}\n-->\n\n<!-- g --> h\n")
    #expect(reading.told == ["E0915 <b>", "E0915 <div onclick=\"x\">", "E0915 <!-- g --> h"])
    #expect(reading.outline == "1:0 p a  <b>c</b>\n7:55 comment  survives\n$e$: {f}\n")
  }

  @Test("a stretch of a source keeps the source's places") func stretch() throws {
    let source = Source(name: "lesson.md", text: "---\ntitle: {x\n---\nθ is {θ}\n")
    let sources = Sources()
    let number = sources.add(source)
    let result = Markdown.parse(source, number: number, in: 18..<source.bytes.count)
    #expect(result.problems.isEmpty)
    let block = try #require(result.blocks.first)
    #expect(block.line == 4 && block.offset == 18 && result.blocks.count == 1)
    guard case .paragraph(let parts) = block.kind, case .value(let value)? = parts.last else {
      Issue.record("no value")
      return
    }
    #expect(sources.text(value.span) == "{θ}")
    #expect(Markdown.parse(source, number: number, in: 500..<900).blocks.isEmpty)
  }

  @Test("plain words") func words() {
    let reading = MarkdownReading("a *b* [c](d) `e` $x^2$ {f:.2f}\ng ![h](i)")
    guard case .paragraph(let parts)? = reading.result.blocks.first?.kind else { return }
    #expect(parts.plainText() == "a b c e x² {f:.2f} g h")
    #expect(parts.plainText { _ in "0.50" } == "a b c e x² 0.50 g h")
  }
}
