// The progress line: one line, not too often, gone at the end.
import AulaRuntime
import Terminal
import Testing

@Suite("Progress") struct ProgressLineTests {
  private func progress(_ count: Int, of total: Int?, latest: [(name: String, value: Double)] = []) -> Event {
    .progress(
      Event.Progress(
        count: count, total: total, rate: 1234.5, seconds: 3, remaining: total == nil ? nil : 65, latest: latest))
  }

  private func printed(_ look: Look, _ body: (EventPrinter, (Double) -> Void) -> Void) -> Paper {
    let paper = Paper()
    var time = 0.0
    let printer = EventPrinter(look: look, terminal: nil, clock: { time }, write: { paper.add($0) })
    body(printer) { time += $0 }
    return paper
  }

  @Test("fits every screen and tells what has room") func widths() {
    for columns in 10...140 {
      for isPlain in [false, true] {
        let look = Look(
          columns: columns, signs: isPlain ? .plain : .unicode, isASCII: isPlain, isInteractive: true, movesCursor: true
        )
        for total in [nil, 0, 7, 500, Int.max] {
          let paper = printed(look) { printer, _ in
            printer.show(progress(340, of: total, latest: [("cost", 0.6931), ("θ漢", .nan), ("x", -.infinity)]))
          }
          #expect(paper.text.hasPrefix("\r\u{1b}[K"))
          let line = paper.text.dropFirst(4)
          #expect(line.count < columns && !line.contains("\n"), "\(columns): \(line)")
          if isPlain { #expect(line.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7f }) }
        }
      }
    }
    let wide = printed(Look(columns: 100, isInteractive: true, movesCursor: true)) { printer, _ in
      printer.show(progress(340, of: 500, latest: [("cost", 0.6931)]))
    }
    #expect(wide.text.dropFirst(4) == "340/500  ━━━━━━━━━━━━━━━━──────── 68%  1.2k/s  1:05 left  cost 0.6931")
  }

  @Test("at most ten times a second, removed before anything else is written") func pace() {
    let look = Look(columns: 80, isInteractive: true, movesCursor: true)
    let paper = printed(look) { printer, wait in
      for count in 0..<100 {
        printer.show(progress(count, of: 100))
        wait(0.03)
      }
      printer.show(.text("hello"))
      printer.show(.text("world"))
      wait(1)
      printer.show(progress(100, of: 100))
      printer.finish(Session().run("1"))
      printer.clearProgress()
    }
    #expect(paper.pieces.count { $0.contains("━") || $0.contains("─") } <= 32)
    #expect(paper.text.contains("\r\u{1b}[Khello\nworld\n"))
    #expect(paper.text.hasSuffix("\r\u{1b}[K") && !paper.text.hasSuffix("\r\u{1b}[K\r\u{1b}[K"))
  }

  @Test("none in a log, in plain mode or when quiet") func silent() {
    for look in [Look(), Look(isInteractive: true)] {
      #expect(printed(look) { printer, _ in printer.show(progress(1, of: 3)) }.text.isEmpty)
    }
    let quiet = printed(Look(isInteractive: true, movesCursor: true)) { printer, _ in
      printer.options.isQuiet = true
      printer.show(progress(1, of: 3))
    }
    #expect(quiet.text.isEmpty)
  }
}
