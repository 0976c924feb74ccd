// Checks, derivations and predictions as text: the verdict first, below it what was found, on a screen of any width.
import AulaRuntime
import Terminal
import Testing

@Suite("Printing checks") struct CheckTextTests {
  private let log = Look(columns: 80)

  @Test("one line for what passed, findings in two columns for what did not") func verdicts() {
    #expect(Printed.text(of: ["check \"sums\": 1 + 1 == 2"], log) == "✓ sums\n")
    #expect(
      Printed.text(of: ["check \"sums\": [1, 2, 3] ≈ [1, 2, 4] within 0.5"], log) == """
        ✗ sums
            claim  [1, 2, 3] ≈ [1, 2, 4] within 0.5
            left        [1, 2, 3]
            right       [1, 2, 4]
            difference  1
            allowed     0.5 (within)
            where       [2] (1 of 3 elements)

        """)
    #expect(
      Printed.text(of: ["check x < 1.5 on x in Normal(0, 1)", "check x >= 0 on x in Exponential(1)"], log) == """
        ✗ x < 1.5 on x in Normal(0, 1)
            x           2
            left        2
            right       1.5
            difference  0.5
        ✓ x >= 0 on x in Exponential(1) · 100 settings

        """)
    #expect(
      Printed.text(of: ["check fails x > 0 on x in Normal(0, 1)", "check fails 1 > 2"], log)
        == "✓ x > 0 on x in Normal(0, 1) · false at x = 0\n✓ 1 > 2 · false, as claimed\n")
    #expect(
      Printed.text(of: ["check ??? > 2"], log) == "… ??? > 2\n    `???` is still to be filled in\n")
    let error = Printed.text(of: ["check [1, 2] ≈ [1, 2, 3]"], log).lines
    #expect(error[0] == "! [1, 2] ≈ [1, 2, 3]" && error[1].hasPrefix("    error E0401: "))
  }

  @Test("where signs cannot be shown, words stand in their place, in every language") func plain() {
    let cells = ["check 1 < 2", "check 2 < 1", "check ??? > 1", "check 3", "predict \"?\" answer 1 / 2"]
    let marks: [Language: [String]] = [
      .en: ["ok", "FAILED", "OPEN", "ERROR"], .es: ["ok", "FALLA", "ABIERTO", "ERROR"],
      .pt: ["ok", "FALHA", "ABERTO", "ERRO"],
    ]
    for (language, words) in marks {
      let look = Look(columns: 60, signs: .plain, isASCII: true, language: language, isInteractive: true)
      let texts = Printed.each(of: cells, look)
      for (text, word) in zip(texts, words) { #expect(text.hasPrefix(word + " "), "\(text)") }
      #expect(texts.joined().utf8.allSatisfy { $0 < 0x7f && ($0 >= 0x20 || $0 == 10) })
    }
  }

  @Test("lines keep to the screen", arguments: [24, 40, 80]) func widths(_ columns: Int) {
    for language in Language.allCases {
      let look = Look(columns: columns, language: language, isInteractive: true)
      let cells = [
        "check \"a title that is longer than most screens are wide, and goes on\": 1 + 1 == 3",
        "check [1.23456789, 2.3456789, 3.456789] ≈ [1.3456789, 2.456789, 3.56789] within 0.001",
        "check gradient relu at 0", "predict \"how many are there in all, if one counts twice?\" answer 12",
        "derive \"the square of a sum\" for all x in Normal(0, 1), y in Normal(0, 1) {\n(x + y)^2\n"
          + "= x^2 + 2 * x * y + y^2 by \"expand the square of a sum of two numbers\"\n"
          + ">= 2 * x * y by \"a square is never negative\"\n}",
        "derive for all x in Normal(0, 1) {\n(x + 1)^2\n= x^2 - 2 * x + 1 by \"expand\"\n}",
      ]
      for line in Printed.text(of: cells, look).lines {
        #expect(line.count <= columns, "\(columns): \(line)")
      }
    }
  }

  @Test("colours tell what to look at, and quiet leaves out what passed") func colours() {
    let look = Look(columns: 80, colours: .basic)
    #expect(Printed.text(of: ["check 1 < 2"], look) == "\u{1b}[32m✓\u{1b}[0m 1 < 2\n")
    #expect(Printed.text(of: ["check 2 < 1"], look).hasPrefix("\u{1b}[1;31m✗\u{1b}[0m 2 < 1\n"))
    let quiet = Printed.text(
      of: ["check 1 < 2", "check 2 < 1", "predict \"?\" answer 3"], log, EventPrinter.Options(isQuiet: true))
    #expect(quiet.hasPrefix("✗ 2 < 1\n") && !quiet.contains("3"))
  }

  @Test("a derivation is a table: terms below each other, values, deviations, reasons, verdicts") func derivation() {
    let text = Printed.text(
      of: [
        "derive \"a square\" for all x in Normal(0, 1), m in Uniform(0.2, 2) {\n(x + m)^2\n"
          + "= x^2 + 2 * x * m + m^2 by \"expand\"\n>= x^2 + 2 * x * m by \"m² ≥ 0\"\n}"
      ], log)
    let lines = text.lines
    #expect(lines[0].hasPrefix("✓ a square · 100 settings, values at x = "))
    #expect(lines[1].contains("value") && lines[1].contains("deviation") && lines[1].contains("because"))
    #expect(lines[2].hasPrefix("      (x + m)^2") && lines[3].hasPrefix("    = x^2 + 2 * x * m + m^2"))
    #expect(lines[3].hasSuffix("expand   ✓") && lines[4].hasPrefix("    ≥ x^2") && lines[4].hasSuffix("m² ≥ 0   ✓"))
  }

  @Test("a prediction tells what was asked, said and is") func prediction() {
    var printed: [String] = []
    let session = Session(seed: 1)
    let printer = EventPrinter(look: log, terminal: nil) { printed.append($0) }
    for guess in ["0.7", "0.72", "3"] {
      session.run("predict \"log 2?\" answer log(2)", predictions: [guess]) { printer.show($0) }
    }
    session.run("predict \"log 2?\" answer log(2)") { printer.show($0) }
    #expect(
      printed == [
        "✓ log 2?\n    you said  0.7\n    it is     0.693147\n    You saw it coming.\n",
        "≈ log 2?\n    you said  0.72\n    it is     0.693147\n    Close!\n",
        "≠ log 2?\n    you said  3\n    it is     0.693147\n    Not this time: what did you picture differently?\n",
        "? log 2?\n    it is  0.693147\n",
      ])
  }

  @Test("how many checks there were, in a line") func summary() {
    var counts = CheckCounts()
    var printed = ""
    let printer = EventPrinter(look: log, terminal: nil) { printed += $0 }
    printer.show(counts)
    #expect(printed.isEmpty)
    for verdict in [CheckVerdict.passed, .passed, .failed, .open] { counts.add(verdict) }
    printer.show(counts)
    #expect(printed == "4 checks: 2 passed, 1 failed, 1 still open\n")
    let quiet = EventPrinter(look: log, options: EventPrinter.Options(isQuiet: true), terminal: nil) { printed += $0 }
    printed = ""
    counts = CheckCounts()
    counts.add(.passed)
    quiet.show(counts)
    #expect(printed.isEmpty)
    printer.show(counts)
    #expect(printed == "1 check: 1 passed\n")
  }
}
