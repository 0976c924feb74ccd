// Texts and colours that a terminal can show.
import Figures
import Testing

@Suite("Terminal texts") struct TerminalTextTests {
  @Test(
    "ASCII for what is beyond it",
    arguments: [
      ("loss", "loss"), ("θ", "theta"), ("x²", "x^2"), ("10⁻⁵", "10^-5"), ("z₁₂", "z_12"), ("W₀ᵀ", "W_0^T"),
      ("pérdida", "perdida"), ("não", "nao"), ("¿Qué?", "?Que?"), ("Ω", "Omega"), ("∇L ≤ 1·10³", "gradL <= 1*10^3"),
      ("a → b", "a -> b"), ("−0.5 ± 0.1", "-0.5 +- 0.1"), ("‖x‖", "||x||"), ("…", "..."), ("“a”", "\"a\""),
      ("x\u{302}", "x"), ("漢", "?"), ("😀", "?"), ("a\u{1b}[2J", "a?[2J"), ("a\nb", "a b"), ("25 °C", "25 degC"),
      ("Ελλάδα", "Elambdalambdaalphadeltaalpha"), ("ß", "ss"), ("Ñandú", "Nandu"),
    ]) func plain(_ text: String, _ ascii: String)
  {
    let plain = TerminalStyle(signs: .plain)
    let sheet = TerminalSheet(plain)
    #expect(sheet.width(of: text, size: 4) == Double(ascii.count) * 2, "\(text)")
    let table = Figure.table(Table(columns: [Table.Column("", isNumeric: false, cells: ["|" + text + "|"])]))
    #expect(table.terminal(plain) == "|" + ascii + "|")
  }

  @Test(
    "columns of characters", arguments: [("abc", 3), ("漢字", 4), ("e\u{301}x", 2), ("😀", 2), ("\u{1b}", 1), ("x̂²", 2)])
  func widths(_ text: String, _ columns: Int) {
    #expect(TerminalSheet(TerminalStyle()).width(of: text, size: 4) == Double(columns) * 2)
  }

  @Test("contours can be told from light and from dark paper") func contours() {
    let lines = (0...4).map {
      Contour(level: Double($0), place: Double($0) / 4, lines: [[Spot(0, Double($0)), Spot(1, Double($0))]])
    }
    let text = Figure.plot(Plot(marks: [Mark(.contours(lines))])).terminal(TerminalStyle(colours: .full))
    let colours = text.matches(of: /38;2;(\d+);(\d+);(\d+)m[\u{2801}-\u{28ff}]/).compactMap { match -> Colour? in
      guard let red = UInt8(match.1), let green = UInt8(match.2), let blue = UInt8(match.3) else { return nil }
      return Colour(red, green, blue)
    }
    #expect(Set(colours).count == 5)
    for colour in colours {
      #expect(
        colour.contrast(to: Colour(0xffffff)) >= 2.5 && colour.contrast(to: Colour(0)) >= 2.5, "\(colour.hexadecimal)")
    }
  }

  @Test("colours of series can be read on light and on dark paper, and differ") func contrast() {
    let text = (0..<8).map { number -> Colour? in
      let mark = Mark(.line(x: [0, 1], y: [0, 1]), name: "n", colour: number)
      let picture = Figure.plot(Plot(marks: [mark])).terminal(TerminalStyle(columns: 40, rows: 10, colours: .full))
      let codes = picture.matches(of: /38;2;(\d+);(\d+);(\d+)m[\u{2801}-\u{28ff}]/).first
      guard let codes, let red = UInt8(codes.1), let green = UInt8(codes.2), let blue = UInt8(codes.3) else {
        return nil
      }
      return Colour(red, green, blue)
    }
    let colours = text.compactMap { $0 }
    #expect(Set(colours).count == 8)
    for colour in colours {
      #expect(colour.contrast(to: Colour(0xffffff)) >= 3, "\(colour.hexadecimal) on white")
      #expect(colour.contrast(to: Colour(0x000000)) >= 3, "\(colour.hexadecimal) on black")
    }
  }
}
