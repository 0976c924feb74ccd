// Events as text: what stands on a screen of any width, in any language, with and without colours and signs.
import AulaRuntime
import Terminal
import Testing

@Suite("Printing events") struct EventPrinterTests {
  private func screen(_ columns: Int) -> Look {
    Look(columns: columns, rows: 30, colours: .full, isInteractive: true, movesCursor: true)
  }

  @Test("lines keep to the screen", arguments: [20, 27, 40, 80, 131]) func widths(columns: Int) {
    for language in Language.allCases {
      for isASCII in [false, true] {
        var look = screen(columns)
        look.language = language
        look.isASCII = isASCII
        for (cell, text) in zip(Cells.various, Printed.each(of: Cells.various, look)) {
          for line in text.withoutColours.lines { #expect(width(line) <= columns, "\(cell): \(line)") }
        }
      }
    }
  }

  private func width(_ line: String) -> Int {
    line.unicodeScalars.reduce(0) { sum, scalar in
      sum + (scalar.value < 0x1100 || scalar.properties.generalCategory == .nonspacingMark ? 1 : scalar.isWide ? 2 : 1)
    }
  }

  @Test("without colours there are no escapes, in ASCII nothing else") func signs() {
    for language in Language.allCases {
      let plain = Look(columns: 60, signs: .plain, isASCII: true, language: language, isInteractive: true)
      let text = Printed.text(of: Cells.various + ["print(\"θ¿é漢\\n→\")"], plain)
      #expect(text.utf8.allSatisfy { $0 < 0x7f && ($0 >= 0x20 || $0 == 10) })
      let drawn = Look(columns: 60, language: language, isInteractive: true)
      #expect(!Printed.text(of: Cells.various, drawn).utf8.contains(0x1b))
    }
    // A plain look of a terminal with UTF-8 keeps what people wrote.
    let plain = Look(columns: 60, signs: .plain, language: .es, isInteractive: true)
    #expect(Printed.text(of: ["print(\"¿θ?\")"], plain) == "¿θ?\n")
    #expect(Printed.text(of: ["1 / 0"], plain) == "inf\n")
    #expect(Printed.text(of: ["plot([1, 2], [3, 4])"], plain).utf8.allSatisfy { $0 < 0x7f })
  }

  @Test("colour is never the only carrier") func colours() {
    var look = screen(60)
    let coloured = Printed.text(of: Cells.various, look)
    #expect(coloured.contains("\u{1b}[1m") && coloured.contains("\u{1b}[1;31m"))
    look.colours = .none
    let texts = Cells.various.filter { !$0.contains("plot") && !$0.contains("image") }
    #expect(Printed.text(of: texts, look) == Printed.text(of: texts, screen(60)).withoutColours)
  }

  @Test("values: written out, with shape and precision on one line") func values() {
    let look = Look(columns: 60, isInteractive: true)
    #expect(Printed.text(of: ["[1, 2]"], look) == "[1, 2]\n  [2] float64\n")
    #expect(Printed.text(of: ["3"], look) == "3\n")
    #expect(Printed.text(of: ["float32(0.5)"], look) == "0.5\n  float32\n")
    #expect(Printed.text(of: ["let W = zeros(784, 100)"], look) == "W : [784, 100] float64\n")
    #expect(Printed.text(of: ["let n = 3"], look) == "n = 3\n")
    #expect(
      Printed.text(of: ["[[1.5, 20], [300, 4]]"], look) == "[[  1.5,  20.0],\n [300.0,   4.0]]\n  [2, 2] float64\n")
    let few = EventPrinter.Options(showsShapes: false, showsNames: false)
    #expect(Printed.text(of: ["let n = 3", "[1, 2]"], look, few) == "[1, 2]\n")
    let quiet = EventPrinter.Options(isQuiet: true)
    #expect(Printed.text(of: ["let n = 3", "[1, 2]", "print(n)", "plot([1, 2])"], look, quiet) == "3\n")
    #expect(Printed.text(of: ["nobody"], look, quiet).contains("E03"))
  }

  @Test("a narrow matrix gives up digits before it breaks") func narrow() {
    let look = Look(columns: 20, isInteractive: true)
    let matrix = "[[0.123456, 0.234567, 0.345678], [-0.1, 0.5, 12.25]]"
    #expect(Printed.text(of: [matrix], look) == "[[ 0.1,  0.2,  0.3],\n [-0.1,  0.5, 12.2]]\n  [2, 3] float64\n")
  }

  @Test("what a program prints is harmless on a screen, and unchanged in a file") func printed() {
    let escape = "\u{1b}]0;owned\u{7}\u{9b}31m\u{202e}a\tb\r"
    let screen = ScreenText.printed(escape + "\nnext", Look(isInteractive: true))
    #expect(!screen.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || (0x7f...0x9f).contains($0.value) })
    #expect(screen.lines.count == 2 && screen.hasSuffix("\nnext") && screen.contains("a    b"))
    #expect(ScreenText.printed(escape, Look()) == escape)
    let cell = "let t = \"\u{1b}[31m\u{7}\"\nlet u = (t, 1)"
    for text in [cell, cell + "\nt", cell + "\nu", cell + "\nprint(u)", cell + "\nt + 1"] {
      #expect(!Printed.text(of: [text], Look(isInteractive: true)).utf8.contains { $0 < 0x20 && $0 != 10 }, "\(text)")
    }
  }

  @Test("problems may go elsewhere") func problems() {
    let (out, err) = (Paper(), Paper())
    let session = Session()
    let printer = EventPrinter(look: Look(), terminal: nil, writeProblem: { err.add($0) }, write: { out.add($0) })
    printer.finish(session.run("print(1)\nnobody") { printer.show($0) })
    printer.finish(session.run("print(1)\nerror(\"no\")") { printer.show($0) })
    #expect(out.text == "1\n")
    #expect(err.text.contains("nobody") && err.text.contains("no"))
  }

  @Test("wrapping: no line too long, nothing lost") func wrapping() {
    let texts = [
      "", "a", "  leading", "[[1, 2, 3], [4, 5, 6]]", String(repeating: "漢", count: 50), "a  b   c",
      "word " + String(repeating: "x", count: 90) + " end",
    ]
    for text in texts {
      for columns in 4...40 {
        for indent in [0, 2, 30] {
          let lines = ScreenText.wrapped(text, columns, indent: indent)
          #expect(lines.allSatisfy { width($0) <= columns }, "\(text) \(columns): \(lines)")
          #expect(lines.joined().filter { $0 != " " } == text.filter { $0 != " " })
        }
      }
    }
  }
}

extension Unicode.Scalar {
  fileprivate var isWide: Bool { (0x2e80...0x9fff).contains(value) || (0xac00...0xd7a3).contains(value) }
}
