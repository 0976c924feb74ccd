// Stopping what takes too long, and signals of the terminal.
import Foundation
import Testing

@Suite("Stopping at the prompt", .serialized) struct InterruptTests {
  /// Seconds from the key to the prompt; the best of a few tries, as other programs may be using the machine.
  private func seconds(_ desk: Teletype, stopping entry: String) throws -> Double {
    var best = Double.infinity
    for _ in 0..<5 where best > 0.1 {
      try desk.begin(entry)
      desk.pause(0.4)
      #expect(desk.screen.line.first != ">", "it has ended by itself: \(desk.screen.text)")
      let start = Date()
      try desk.press(Key.interrupt)
      try desk.seePrompt()
      best = min(best, Date().timeIntervalSince(start))
    }
    return best
  }

  @Test("Ctrl-C stops a loop without an end within 100 ms and keeps everything else") func loop() throws {
    let desk = try Teletype()
    try desk.seePrompt()
    try desk.enter("var kept = 7")
    #expect(try seconds(desk, stopping: "while true { kept = kept + 1 }") < 0.1)
    #expect(desk.screen.text.contains("E0702"), "\(desk.screen.text)")
    #expect(try seconds(desk, stopping: "fn f(x) = f(x + 1) - 1; var i = 0; while true { i = i + 1 }") < 0.1)
    try desk.enter("kept > 0")
    #expect(desk.screen.lines.suffix(2) == ["true", ">"])
    #expect(try desk.end() == 0)
  }

  @Test("Ctrl-C also acts before the loop has begun, and between the rounds of a measurement") func early() throws {
    let desk = try Teletype()
    try desk.seePrompt()
    for _ in 0..<4 {
      try desk.begin("while true { }")
      try desk.press(Key.interrupt)
      try desk.seePrompt()
    }
    #expect(desk.screen.everything.components(separatedBy: "E0702").count == 5, "\(desk.screen.everything)")
    #expect(!desk.screen.everything.contains("^C"))
    try desk.begin(":bench 1 + 1")
    let start = Date()
    try desk.press(Key.interrupt)
    try desk.seePrompt()
    #expect(Date().timeIntervalSince(start) < 0.8, "it would measure for a second")
  }

  @Test("Ctrl-C stops a large product within 100 ms") func product() throws {
    let desk = try Teletype()
    try desk.seePrompt()
    try desk.enter("let A = normal(2500, 2500)")
    #expect(try seconds(desk, stopping: "sum(A @ A @ A @ A @ A @ A @ A @ A @ A @ A @ A @ A @ A @ A @ A)") < 0.1)
    try desk.enter("A.shape")
    #expect(desk.screen.lines.suffix(2) == ["(2500, 2500)", ">"])
    #expect(try desk.end() == 0)
  }

  @Test("keys typed while something runs wait for the next line") func typedAhead() throws {
    let desk = try Teletype()
    try desk.seePrompt()
    try desk.begin("var i = 0; while true { i = i + 1 }")
    desk.pause(0.3)
    try desk.press("3 * 14")
    desk.pause(0.2)
    #expect(!desk.screen.text.contains("3 * 14"), "nothing is written into results")
    try desk.press(Key.interrupt)
    try desk.see("what was typed, or nothing of it") { $0.line == "> 3 * 14" || $0.line == ">" }
    #expect(!desk.screen.text.contains("^C"))
  }

  @Test("another window size, while typing and while something runs") func resize() throws {
    let desk = try Teletype()
    try desk.seePrompt()
    try desk.press("let long_name = 1 + 2 + 3 + 4 + 5 + 6")
    try desk.see("+ 6")
    desk.resize(columns: 50, rows: 12)
    desk.pause(0.2)
    try desk.press(" + 7")
    try desk.see("+ 6 + 7")
    try desk.press(Key.enter)
    try desk.seePrompt()
    try desk.see("long_name = 28")
    try desk.begin("while true { }")
    desk.pause(0.3)
    desk.resize(columns: 30, rows: 20)
    desk.pause(0.1)
    try desk.press(Key.interrupt)
    try desk.seePrompt()
    try desk.enter("arange(100)")
    let rows = desk.screen.lines.drop { !$0.hasSuffix("arange(100)") }
    #expect(rows.count > 10 && rows.contains { $0.count > 25 }, "made for the new width: \(desk.screen.text)")
    #expect(try desk.end() == 0)
  }

  @Test("a progress line comes, and goes when the loop ends") func progress() throws {
    let desk = try Teletype()
    try desk.seePrompt()
    try desk.begin("var s = 0.0; for i in 0..4000000000 { s = s + 1 }")
    try desk.see("a line that tells how far it is") { $0.line.contains("/4000000000") }
    try desk.press(Key.interrupt)
    try desk.seePrompt()
    #expect(!desk.screen.everything.contains("/4000000000"), "\(desk.screen.text)")
  }

  @Test("stopped and continued, hung up, asked to end") func signals() throws {
    let desk = try Teletype()
    try desk.seePrompt()
    try desk.press("let a = 1")
    try desk.see("let a = 1")
    desk.send(SIGTSTP)
    desk.pause(0.3)
    desk.send(SIGCONT)
    desk.pause(0.2)
    try desk.press("1" + Key.enter)
    try desk.see("a = 11")
    try desk.seePrompt()
    desk.send(SIGTERM)
    #expect(try desk.end(pressing: "") == 143)
    let other = try Teletype()
    try other.seePrompt()
    try other.begin("while true { }")
    other.send(SIGHUP)
    #expect(try other.end(pressing: "") == 129)
  }
}
