// What was typed before: across two runs, in two prompts at once, and where it cannot be kept.
import Foundation
import Testing

@Suite("The past of the prompt") struct HistoryTests {
  @Test("an entry of several lines comes back whole in the next run") func acrossRuns() throws {
    let home = try Home()
    let first = try Teletype(home: home)
    try first.seePrompt()
    try first.enter("let a = 20")
    try first.begin("let b = {")
    try first.seePrompt("…")
    try first.begin("a + 22")
    try first.seePrompt("…")
    try first.enter("}")
    #expect(try first.end() == 0)
    let second = try Teletype(home: home)
    try second.seePrompt()
    try second.press(Key.up)
    try second.see("all three lines") { $0.lines.count == 3 && $0.text.contains("a + 22") }
    try second.press(Key.up)
    try second.see("the entry before") { $0.line == "> let a = 20" && !$0.text.contains("22") }
    try second.press(Key.enter)
    try second.seePrompt()
    // Two before: the one of several lines.
    try second.press(Key.up + Key.up)
    try second.see("a + 22")
    try second.press(Key.enter)
    try second.see("b = 42")
    try second.seePrompt()
    #expect(try second.end() == 0)
  }

  @Test("Ctrl-R finds what was typed before") func search() throws {
    let home = try Home()
    try home.write("let alpha = 1\nlet beta = 2\nlet gamma = 3\n", as: Home.history)
    let desk = try Teletype(home: home)
    try desk.seePrompt()
    try desk.press(Key.search + "bet")
    try desk.see("let beta = 2")
    try desk.press(Key.enter)
    try desk.see("beta = 2\nbeta = 2") { $0.lines.contains("beta = 2") }
    try desk.seePrompt()
    try desk.press(Key.search + "gam")
    try desk.see("let gamma = 3")
    try desk.press(Key.interrupt)
    try desk.seePrompt()
    try desk.enter("1 + 1")
    #expect(desk.screen.lines.suffix(2) == ["2", ">"])
  }

  @Test("two prompts at once keep what was typed in both") func together() throws {
    let home = try Home()
    let desks = [try Teletype(home: home), try Teletype(home: home)]
    for desk in desks { try desk.seePrompt() }
    for round in 0..<5 {
      for (number, desk) in desks.enumerated() { try desk.enter("let n\(number)_\(round) = \(round)") }
    }
    for desk in desks { #expect(try desk.end() == 0) }
    let kept = try home.text(Home.history)
    for round in 0..<5 {
      for number in 0..<2 { #expect(kept.contains("let n\(number)_\(round) = \(round)\n")) }
    }
    #expect(kept.split(separator: "\n").count == 10)
  }

  @Test("without a home folder it says so once and works") func noHome() throws {
    let desk = try Teletype(environment: ["HOME": nil])
    try desk.seePrompt()
    try desk.see("no home folder")
    try desk.enter("1 + 1")
    try desk.enter("2 + 2")
    #expect(desk.screen.lines.suffix(2) == ["4", ">"])
    #expect(desk.screen.text.components(separatedBy: "home folder").count == 2)
    #expect(try desk.end() == 0)
  }

  @Test("a folder that cannot be written is told once") func notWritable() throws {
    // Also root cannot make a folder below a file.
    let home = try Home()
    try home.write("", as: "state")
    let desk = try Teletype(home: home, environment: ["XDG_STATE_HOME": home.path + "/state"])
    try desk.seePrompt()
    try desk.enter("1 + 1")
    try desk.enter("2 + 2")
    #expect(desk.screen.lines.suffix(2) == ["4", ">"])
    let told = desk.screen.text.components(separatedBy: "E084").count - 1
    #expect(told == 1, "\(desk.screen.text)")
    #expect(try desk.end() == 0)
  }
}
