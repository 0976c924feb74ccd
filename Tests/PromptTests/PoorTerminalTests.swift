// Terminals with little to offer.
import Foundation
import Testing

@Suite("Poor terminals") struct PoorTerminalTests {
  @Test("twenty columns") func narrow() throws {
    let desk = try Teletype(columns: 20, rows: 30)
    try desk.seePrompt()
    try desk.enter("let a_long_name = [1.25, 2.5, 3.75]")
    try desk.enter("a_long_name * 1000 + 1")
    try desk.enter("zeros(3, 40)")
    try desk.enter("unknown_thing + 1")
    try desk.enter(":help")
    try desk.enter("softmax?")
    try desk.press("log_" + Key.tab + Key.tab)
    try desk.see("log_softmax")
    try desk.press(Key.interrupt)
    try desk.seePrompt()
    try desk.enter("1 + 1")
    #expect(desk.screen.lines.suffix(2) == ["2", ">"])
    #expect(desk.screen.strange.isEmpty)
    #expect(try desk.end() == 0)
  }

  @Test("a terminal that cannot move its cursor") func dumb() throws {
    for settings: [String: String?] in [["TERM": "dumb"], ["TERM": nil]] {
      let desk = try Teletype(environment: settings)
      try desk.seePrompt()
      try desk.enter("let x = [1, 2, 3]")
      try desk.begin("sum(")
      try desk.see("the sign of a continuation") { $0.line.hasPrefix("…") }
      try desk.begin("  x)")
      try desk.see("6")
      try desk.seePrompt()
      try desk.begin("while true { }")
      desk.pause(0.3)
      try desk.press(Key.interrupt)
      try desk.see("E0702")
      try desk.seePrompt()
      #expect(!desk.screen.marksPastes && desk.screen.strange.isEmpty)
      #expect(try desk.end() == 0)
    }
  }

  @Test("without UTF-8 everything is ASCII") func ascii() throws {
    let desk = try Teletype("--lang", "es", environment: ["LC_ALL": "C"])
    try desk.seePrompt()
    try desk.enter("unknown_thing + 1")
    try desk.enter("normal(30, 30)")
    try desk.enter(":help")
    #expect(desk.screen.everything.utf8.allSatisfy { $0 < 0x80 }, "\(desk.screen.everything)")
  }

  @Test("a terminal that closes its output ends the program") func closed() throws {
    let path = try #require(Aula.path).path
    let desk = try Teletype("-c", "\(path) run f.aula >&-; echo code $?", program: "/bin/bash")
    try desk.see("code 3")
    let home = try Home()
    try home.write("for i in 0..100000 { print(i) }", as: "f.aula")
    let pipe = try Teletype(
      "-c", "\(path) run f.aula | head -n 1; echo code ${PIPESTATUS[0]}", home: home, program: "/bin/bash")
    try pipe.see("code 141")
  }

  @Test("formatting a file that may not grow leaves it as it was") func formatLimit() throws {
    let path = try #require(Aula.path).path
    let home = try Home()
    let text = (0..<200).map { "let   x\($0)=[1,2,3]" }.joined(separator: "\n") + "\n"
    try home.write(text, as: "a.aula")
    let desk = try Teletype(
      "-c", "(ulimit -f 1; \(path) fmt a.aula); echo code $?", home: home, program: "/bin/bash")
    try desk.see("code 3")
    #expect(try home.text("a.aula") == text)
    #expect(try FileManager.default.contentsOfDirectory(atPath: home.path) == ["a.aula"], "nothing is left beside it")
  }
}
