// What a diagnostic looks like, character by character, and that nothing in a program can spoil it.
import Diagnostics
import Testing

@Suite("Renderer") struct RendererTests {
  static let row = DiagnosticRow(
    "E0999", message: Words(en: "`{name}` is odd", es: "`{name}` es raro", pt: "`{name}` é estranho"),
    label: Words(en: "odd {name}", es: "{name} raro", pt: "{name} estranho"),
    help: Words(en: "Write something even.", es: "Escribe algo par.", pt: "Escreva algo par."),
    meaning: Words(en: "-", es: "-", pt: "-"), mend: Words(en: "-", es: "-", pt: "-"), example: "x")

  /// Draws one diagnostic whose place is between « and », with further labels between ‹ and ›, in order.
  static func draw(
    _ marked: String, labels: [String] = [], notes: [String] = [], fix: String? = nil, language: Language = .en,
    style: Renderer.Style = .init(), name: String = "cell 3"
  ) -> String {
    var (text, starts, ends, others) = ("", [Int32](), [Int32](), [(Int32, Int32)]())
    for character in marked {
      switch character {
      case "«", "‹": starts.append(Int32(text.utf8.count))
      case "»": ends = [starts.popLast() ?? 0, Int32(text.utf8.count)]
      case "›": others.append((starts.popLast() ?? 0, Int32(text.utf8.count)))
      default: text.append(character)
      }
    }
    let sources = Sources()
    let number = sources.add(Source(name: name, text: text))
    let span = Span(source: number, lower: ends.first ?? 0, upper: ends.last ?? 0)
    let diagnostic = Diagnostic(
      row, at: span, ["name": "x"],
      labels: zip(others, labels).map {
        .init(Span(source: number, lower: $0.0, upper: $0.1), Words(en: $1, es: $1, pt: $1))
      },
      notes: notes.map { .init(Words(en: $0, es: $0, pt: $0)) }, fix: fix.map { .init(span, $0) })
    return Renderer(sources: sources, language: language, style: style).render(diagnostic)
  }

  @Test("one line, one place") func plain() {
    #expect(
      Self.draw("let y = 1\nlet z = «x» + 1") == """
        error E0999: `x` is odd
          cell 3, line 2
          2 │ let z = x + 1
            │         ━ odd x

          help: Write something even.

        """)
  }

  @Test("two operands in ASCII, notes and a fix") func operands() {
    let text = Self.draw(
      "‹[1, 2]› «+» ‹[1, 2, 3]›", labels: ["this is [2]", "this is [3]"], notes: ["A vector of 3."], fix: "@",
      style: .init(isUnicode: false))
    #expect(
      text == """
        error E0999: `x` is odd
          cell 3, line 1
          1 | [1, 2] + [1, 2, 3]
            | ------ ^ --------- this is [3]
            | |      `- odd x
            | `- this is [2]

          note: A vector of 3.
          help: Write something even.
          fix: write `@`

        """)
  }

  @Test("the same in Unicode, in Spanish and Portuguese") func languages() {
    let spanish = Self.draw("‹a› «+» b", labels: ["[2]"], fix: "@", language: .es)
    #expect(
      spanish == """
        error E0999: `x` es raro
          cell 3, línea 1
          1 │ a + b
            │ ─ ━ x raro
            │ ╰ [2]

          ayuda: Escribe algo par.
          arreglo: escribe `@`

        """)
    #expect(Self.draw("«a»", language: .pt).hasPrefix("erro E0999: `x` é estranho\n  cell 3, linha 1\n"))
  }

  @Test("tabs, wide characters and combining marks keep the place in its column") func columns() {
    for (text, column) in [("\tx", 4), ("漢字x", 4), ("e\u{301}x", 1), ("👩‍🚀x", 2), ("θ̂x", 1), ("a\tx", 4)] {
      let lines = Self.draw(text.replacing("x", with: "«x»")).split(separator: "\n")
      #expect(lines[3].hasPrefix("    │ " + String(repeating: " ", count: column) + "━ "), "\(text): \(lines)")
    }
  }

  @Test("a place over several lines") func lines() {
    #expect(
      Self.draw("let f = «fn (x) {\n  x\n  y\n  z\n}» + 1") == """
        error E0999: `x` is odd
          cell 3, line 1
          1 │ let f = fn (x) {
            │         ━━━━━━━━
            ⋮
          5 │ } + 1
            │ ━ odd x

          help: Write something even.

        """)
    #expect(Self.draw("«a\n  b»").contains("  1 │ a\n    │ ━\n  2 │   b\n    │   ━ odd x\n"))
  }

  @Test("labels of other lines and other sources") func elsewhere() {
    let sources = Sources()
    let (first, second) = (
      sources.add(Source(name: "a.aula", text: "let W = 1")), sources.add(Source(name: "b", text: "W"))
    )
    let words = Words(en: "made here", es: "", pt: "")
    let diagnostic = Diagnostic(
      Self.row, at: Span(source: second, lower: 0, upper: 1), ["name": "W"],
      labels: [.init(Span(source: first, lower: 4, upper: 5), words)])
    #expect(
      Renderer(sources: sources, language: .en).render(diagnostic) == """
        error E0999: `W` is odd
          b, line 1
          1 │ W
            │ ━ odd W
          a.aula, line 1
          1 │ let W = 1
            │     ─ made here

          help: Write something even.

        """)
    let text = Self.draw("‹a›\n\n\n«b»", labels: ["here"])
    #expect(text.contains("line 4\n  1 │ a\n    │ ─ here\n    ⋮\n  4 │ b\n    │ ━ odd x\n"))
  }

  @Test("long lines are cropped around the place") func long() {
    for place in [0, 3, 60, 500, 990, 999] {
      let line = String(repeating: "abcd fghij", count: 100)
      let marked = "\(line.prefix(place))«\(line.dropFirst(place).prefix(1))»\(line.dropFirst(place + 1))"
      for style in [Renderer.Style(), .init(isUnicode: false)] {
        let lines = Self.draw(marked, style: style).split(separator: "\n")
        #expect(lines.allSatisfy { Visible.width(String($0)) <= 80 })
        let column = lines[3].firstIndex { $0 == "━" || $0 == "^" }.map {
          lines[3].distance(from: lines[3].startIndex, to: $0)
        }
        let shown = column.map { Array(lines[2])[safe: $0] } ?? nil
        #expect(shown == line[line.index(line.startIndex, offsetBy: place)], "\(lines)")
      }
    }
  }

  @Test("words that have no room on the right stand on the left") func rightEdge() {
    let text = Self.draw("\(String(repeating: "a", count: 68)) «+» b", style: .init(width: 80))
    #expect(text.contains("+ b\n    │ " + String(repeating: " ", count: 69) + "━ odd x\n") == false)
    #expect(text.contains("━\n    │ " + String(repeating: " ", count: 63) + "odd x ╯\n"), "\(text)")
  }

  @Test("the end of a text, and places nobody wrote") func ends() {
    #expect(Self.draw("f(«»").contains("  1 │ f(\n    │   ━ odd x\n"))
    #expect(Self.draw("f(\n\n«»").contains("cell 3, line 1\n  1 │ f(\n    │   ━ odd x\n"))
    #expect(Self.draw("«»").contains("  1 │\n    │ ━ odd x\n"))
    let nowhere = Diagnostic(Self.row, at: .nowhere, ["name": "x"])
    #expect(
      Renderer(sources: Sources(), language: .en).render(nowhere) == """
        error E0999: `x` is odd
          help: Write something even.

        """)
  }

  @Test("fixes that insert show the line, those that remove say what") func fixes() {
    #expect(Self.draw("  f(x«»", fix: ")").contains("fix: write `f(x)`"))
    #expect(Self.draw("x«;;»", fix: "").contains("fix: leave out `;;`"))
  }

  @Test("colours are escape sequences of ours alone; programs send none") func controls() {
    let evil = "let a\u{1b}[31m\u{7} = «\u{9b}2J\u{202e}x\u{2066}»\r + 1"
    for style in [Renderer.Style(), .init(isUnicode: false), .init(isColoured: true)] {
      let text = Self.draw(
        evil, labels: [], notes: ["\u{1b}]0;title\u{7}"], fix: "\u{1b}c", style: style, name: "a\u{8}b")
      let escapes = text.unicodeScalars.filter { $0.properties.generalCategory == .control && $0 != "\n" }
      if !style.isColoured { #expect(escapes.isEmpty, "\(text.debugDescription)") }
      #expect(escapes.allSatisfy { $0 == "\u{1b}" })
      #expect(!text.unicodeScalars.contains("\u{202e}") && !text.contains("\u{1b}]") && !text.contains("\u{1b}c"))
    }
    #expect(Self.draw(evil).contains("let a␛[31m␇ = "))
    let values: [String: Phrase] = ["name": "\u{1b}[2J{name}"]
    #expect(Self.row.message.filled(values, in: .en) == "`␛[2J{name}` is odd")
  }

  @Test("texts of any size are drawn at once") func huge() {
    let million = 1_000_000
    for text in [
      String(repeating: "x", count: million), String(repeating: "\n", count: million),
      "e" + String(repeating: "\u{301}", count: million),
    ] {
      let sources = Sources()
      let span = Span(source: sources.add(Source(name: text, text: text)), lower: 3, upper: Int32(million - 3))
      let diagnostic = Diagnostic(Self.row, at: span, ["name": .text(text)])
      let clock = ContinuousClock()
      let start = clock.now
      #expect(Renderer(sources: sources, language: .en).render(diagnostic).utf8.count < 2000)
      #expect(clock.now - start < .seconds(8))
    }
  }

  @Test("any span, any width, any text: nothing traps and lines keep to the width") func abuse() {
    let texts = [
      "", "\n", "a", "a\r\nb", "漢\u{301}\t👩‍🚀\u{0}x\n\n\tlet y = [1, 2]\n", String(repeating: "é漢", count: 300),
    ]
    let ends: [Int32] = [.min, -1, 0, 1, 2, 3, 5, 7, 9, 20, 100, 1000, .max]
    for text in texts {
      let sources = Sources()
      let number = sources.add(Source(name: "s", text: text))
      for lower in ends {
        for upper in ends {
          for source in [number, -1, 7] {
            let span = Span(source: source, lower: lower, upper: upper)
            var diagnostic = Diagnostic(Self.row, at: span, ["name": "x"], fix: .init(span, "y"))
            diagnostic.labels = [
              .init(
                Span(source: number, lower: upper, upper: lower),
                Words(en: "a label that is rather long", es: "", pt: ""))
            ]
            for width in [Int.min, 0, 60, Int.max] {
              let style = Renderer.Style(isUnicode: lower.isMultiple(of: 2), width: width)
              let lines = Renderer(sources: sources, language: .en, style: style).render(diagnostic).split(
                separator: "\n")
              if width == 60 { #expect(lines.allSatisfy { Visible.width(String($0)) <= 60 }, "\(lines)") }
            }
          }
        }
      }
    }
  }
}

extension Array {
  fileprivate subscript(safe index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
