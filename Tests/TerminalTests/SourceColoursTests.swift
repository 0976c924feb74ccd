// The colouring of programs: every character stays, and words are told apart.
import AulaRuntime
import Terminal
import Testing

@Suite("Colours of programs") struct SourceColoursTests {
  private func inks(_ source: String) -> [String] {
    SourceColours.runs(of: source).filter { $0.text.contains { $0 != " " } }.map { "\($0.ink.rawValue) \($0.text)" }
  }

  @Test("words, numbers, texts, calls and comments") func kinds() {
    #expect(
      inks("let x = f(1.5) # why") == [
        "word let", "plain  x = ", "call f", "plain (", "number 1.5", "plain ) ", "comment # why",
      ])
    #expect(inks("print(\"a {x + 1:.3f} # b\")").contains("text :.3f} # b\""))
    #expect(
      inks("\"{g(2)}\" # c") == ["text \"{", "call g", "plain (", "number 2", "plain )", "text }\"", "comment # c"])
    #expect(
      inks("check fails \"t\": f same as g within 1e-6 on x in q") == [
        "word check", "word fails", "text \"t\"", "plain : f ", "word same", "word as", "plain  g ", "word within",
        "number 1e-6", "word on", "plain  x ", "word in", "plain  q",
      ])
    #expect(inks("explain gradient f at 2").contains("word gradient"))
    #expect(inks("descend E over W with O").filter { $0.hasPrefix("word") }.count == 3)
    #expect(inks("for all in x { at = on }").filter { $0.hasPrefix("word") } == ["word for", "word all", "word in"])
    #expect(inks("let with = 1\nwith + over").filter { $0.hasPrefix("word") } == ["word let"])
    #expect(inks("## doc\nfn f(θ) = θ² and true").first == "comment ## doc")
    #expect(inks("true") == ["number true"])
    // A text that was not closed, and signs that are no part of the language.
    #expect(inks("\"abc # no comment") == ["text \"abc # no comment"])
    #expect(inks("\"a \\q # b\" # c") == ["text \"a \\q # b\"", "comment # c"])
  }

  @Test("put together the runs are the program") func whole() {
    let pieces = [
      "let", " ", "\n", "\"", "{", "}", "#", "θ", "1.", "e5", "(", ")", "x", "→", "\\", "\u{1b}[31m", "漢", ":", "'",
      "\r\n", "…", "\t",
    ]
    var seed: UInt64 = 7
    for _ in 0..<2_000 {
      var source = ""
      for _ in 0..<12 {
        seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        source += pieces[Int(seed >> 33) % pieces.count]
      }
      let joined = SourceColours.runs(of: source).map(\.text).joined()
      #expect(Array(joined.utf8) == Array(source.utf8))
      let painted = SourceColours.painted(source, Look(colours: .basic, isInteractive: true)).withoutColours
      #expect(!painted.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
    }
    for cell in Cells.various { #expect(SourceColours.runs(of: cell).map(\.text).joined() == cell) }
  }

  @Test("an ink never reaches over the end of a line") func lineEnds() {
    let run = [StyledRun("a\nb", .word)].painted(Look(colours: .basic))
    #expect(run == "\u{1b}[35ma\u{1b}[0m\n\u{1b}[35mb\u{1b}[0m")
    #expect([StyledRun("a\nb", .word)].painted(Look()) == "a\nb")
    let text = SourceColours.painted("# a\n# b\nlet x = 1", Look(colours: .basic))
    #expect(text.lines.allSatisfy { $0.components(of: "\u{1b}[").isMultiple(of: 2) })
  }
}

extension String {
  fileprivate func components(of piece: String) -> Int {
    indices.count { self[$0...].hasPrefix(piece) }
  }
}
