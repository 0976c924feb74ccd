// A student at a lesson: what the keys do, and that nothing is lost.
import Foundation
import Testing

@Suite("A lesson at a terminal") struct LearnTests {
  private func open(
    _ home: Home? = nil, _ options: [String] = [], columns: Int = 80, rows: Int = 30,
    environment: [String: String?] = [:]
  ) throws -> Teletype {
    let home = try home ?? LearnSample.home()
    let words = (["exec", "\(try #require(Aula.path).path)", "learn", "small"] + options).joined(separator: " ")
    return try Teletype(
      "-c", words, home: home, program: "/bin/bash", columns: columns, rows: rows, environment: environment)
  }

  /// Enter, and the step that comes then.
  private func goOn(_ desk: Teletype, to step: Int) throws {
    try desk.seePrompt()
    try desk.press(Key.enter)
    try desk.see("step \(step) of 5")
    try desk.seePrompt()
  }

  /// The value that the second step drew, as it stands on the screen last.
  private func drawn(_ desk: Teletype) -> String? {
    desk.screen.everything.split(separator: "\n").last { $0.hasPrefix("x is ") }.map(String.init)
  }

  @Test("Enter goes on, and back is exact whatever was typed in between") func steps() throws {
    let desk = try open()
    try desk.see("First text.")
    try desk.see("let a = 2")
    #expect(!desk.screen.text.contains("a is 2"))
    try goOn(desk, to: 2)
    try desk.see("a is 2")
    try desk.enter("let mine = normal(3)")
    try desk.enter("a + 40")
    try desk.see("42")
    try goOn(desk, to: 3)
    let first = try #require(drawn(desk))
    try desk.enter(":back")
    try desk.see("step 2 of 5")
    try desk.enter("normal(5)")
    try desk.enter("let a = 100")
    try goOn(desk, to: 3)
    #expect(drawn(desk) == first)
    try desk.enter("a + sum(mine) * 0")
    #expect(desk.screen.lines.contains { $0.hasPrefix("2") }, "\(desk.screen.text)")
    try desk.enter(":again")
    #expect(drawn(desk) == first)
    try desk.enter(":text")
    try desk.enter(":go 1")
    try desk.see("step 1 of 5")
    try desk.enter(":go 3")
    try desk.enter(":go 5")
    try desk.see("E0973")
    #expect(desk.screen.strange.isEmpty)
    #expect(try desk.end() == 0)
    #expect(desk.screen.text.contains("`aula learn small` comes back to step 3"))
  }

  @Test("an exercise: blank, wrong, hidden, hints, the solution after attempts, right") func exercise() throws {
    let desk = try open(rows: 60)
    try goOn(desk, to: 2)
    try goOn(desk, to: 3)
    try desk.press(Key.enter)
    try desk.see("the starter on the line") { $0.line == "> fn double(t) = ???" }
    try desk.press(Key.enter)
    try desk.see("nothing is filled in yet")
    try desk.seePrompt()
    try desk.enter(":solution")
    try desk.see("after 3 more attempts")
    try desk.enter("fn double(t) = t + 1")
    try desk.see("✗ three")
    try desk.see("Hint 1 of 2: Plus is not enough.")
    try desk.enter("fn double(t) = t + 3")
    try desk.see("✓ three")
    try desk.see("A check that is not shown does not pass yet.")
    try desk.begin("fn double(t) = {")
    try desk.see("the sign of a continuation") { $0.line.hasPrefix("…") }
    try desk.begin(":hint")
    try desk.see("That is all there is.")
    try desk.begin("nonsense }")
    try desk.see("E0549")
    try desk.see("`:solution` shows how it can be done.")
    try desk.seePrompt()
    try desk.enter(":solution")
    try desk.see("fn double(t) = 2 * t")
    try desk.enter("let triple = 3 * a")
    try desk.press(Key.up)
    try desk.see("the entry again") { $0.line.hasPrefix("> let triple") }
    try desk.press(Key.interrupt)
    try desk.seePrompt()
    try desk.begin("fn double(t) = t * 2")
    try desk.see("`double` is solved.")
    try desk.see("step 4 of 5")
    let kept = try desk.home.text(LearnSample.progress)
    #expect(
      kept.contains("attempts: 4") && kept.contains("solution: seen") && kept.contains("    | fn double(t) = t * 2"))
    try desk.seePrompt()
    try desk.press(Key.enter)
    try desk.see("What is double(4)?")
    try desk.see("Your guess (Enter to pass):")
    try desk.press("8" + Key.enter)
    try desk.see("You saw it coming.")
    try desk.see("The end: 2.")
    try desk.seePrompt()
    try desk.press(Key.enter)
    try desk.see("1 of 1 exercises solved, 2 of 2 points")
    try desk.see("aula learn after")
    try desk.seePrompt()
    #expect(try desk.end(pressing: Key.enter) == 0)
    let list = try Teletype("learn", home: desk.home)
    try list.see("✓ small")
    #expect(try list.end(pressing: "") == 0)
  }

  @Test("killed at any time, it begins where one was, with every answer") func killed() throws {
    let desk = try open()
    try goOn(desk, to: 2)
    try goOn(desk, to: 3)
    let first = try #require(drawn(desk))
    try desk.begin("fn double(t) = t + t")
    try desk.see("step 4 of 5")
    try desk.seePrompt()
    desk.send(SIGKILL)
    #expect(try desk.end(pressing: "") == -SIGKILL)
    let again = try open(desk.home)
    try again.see("You were at step 4 of 5.")
    try again.see("A guess.")
    try again.seePrompt()
    try again.enter("double(21)")
    try again.see("42")
    try again.enter(":go 2")
    try goOn(again, to: 3)
    #expect(drawn(again) == first)
    try again.see("goes on with your answer")
    try goOn(again, to: 4)
    try again.begin(":reset")
    try again.see("(yes/no)")
    try again.press("yes" + Key.enter)
    try again.see("step 1 of 5")
    try again.seePrompt()
    #expect(again.home.has(LearnSample.progress + ".old-1"))
    #expect(try again.end() == 0)
  }

  @Test("a damaged file is put aside and told of; without a place to write, everything else works") func files() throws
  {
    let home = try LearnSample.home()
    try home.write("aula progress 1\nlesson: small\nstep: 1\nmar", as: LearnSample.progress)
    let desk = try open(home)
    try desk.see("W0949")
    try desk.see("You were at step 2 of 5.")
    try goOn(desk, to: 3)
    #expect(home.has(LearnSample.progress + ".old-1"))
    #expect(try desk.end() == 0)
    let nowhere = try open(environment: ["XDG_STATE_HOME": "/proc/none"])
    try goOn(nowhere, to: 2)
    try nowhere.see("W0970")
    try goOn(nowhere, to: 3)
    #expect(nowhere.screen.everything.components(separatedBy: "W0970").count == 2, "told once")
    let homeless = try open(environment: ["HOME": nil])
    try homeless.see("your progress is not kept")
    try goOn(homeless, to: 2)
  }

  @Test("a running step is stopped, and runs again from the same moment") func stopped() throws {
    let home = try LearnSample.home()
    try home.write(
      "---\ntitle: Long\nseconds: 1\nminutes: 1\n---\n\nLong.\n\n```aula\nvar n = 0\nwhile true { n = n + 1 }\n```\n",
      as: "lessons/small/lesson.md")
    let desk = try open(home)
    try desk.seePrompt()
    try desk.press(Key.enter)
    desk.pause(0.5)
    try desk.press(Key.interrupt)
    try desk.see("Stopped.")
    try desk.see("step 1 of 1")
    try desk.enter("1 + 1")
    #expect(try desk.end() == 0)
  }

  @Test("the answer in an editor: emptied, with the quotes of word processors, right") func editor() throws {
    let home = try LearnSample.home()
    try home.write("#!/bin/sh\ncat \"$HOME/next\" > \"$1\"\n", as: "editor")
    let desk = try open(home, environment: ["EDITOR": "sh \(home.path)/editor"])
    try goOn(desk, to: 2)
    try goOn(desk, to: 3)
    for (text, seen) in [
      ("\n", "Your answer is empty"), ("fn double(t) = { print(“x”); 2 * t }\n", "typographic quotes"),
      ("fn double(t) = ??? * t\n", "`???` is still open"), ("fn double(t) = 2 * t\n", "`double` is solved."),
    ] {
      try home.write(text, as: "next")
      try desk.begin(":edit")
      try desk.see(seen)
      try desk.seePrompt()
    }
    #expect(try desk.end() == 0)
  }

  @Test("in Spanish, and the choice is kept") func spanish() throws {
    let desk = try open(nil, ["--lang", "es"], rows: 60)
    try desk.see("Primer texto.")
    try desk.see("paso 1 de 5")
    try desk.seePrompt()
    try desk.enter(":help")
    try desk.see("vuelve un paso atrás")
    try desk.enter(":lang en")
    try desk.enter(":text")
    try desk.see("step 1 of 5")
    #expect(try desk.end() == 0)
    let again = try open(desk.home, environment: ["LC_ALL": "es_ES.UTF-8"])
    try again.see("First text.")
  }

  @Test("poor terminals: narrow, dumb, without UTF-8, plain") func poor() throws {
    let settings: [(Int, [String], [String: String?])] = [
      (40, [], [:]), (80, [], ["TERM": "dumb"]), (80, [], ["LC_ALL": "C"]), (80, ["--plain"], [:]),
      (80, [], ["NO_COLOR": "1"]),
    ]
    for (columns, options, environment) in settings {
      let desk = try open(nil, options, columns: columns, environment: environment)
      try goOn(desk, to: 2)
      try goOn(desk, to: 3)
      try desk.begin("fn double(t) = t * 2")
      try desk.see("step 4 of 5")
      try desk.seePrompt()
      #expect(desk.screen.strange.isEmpty, "\(desk.screen.strange)")
      if environment["LC_ALL"] != nil {
        #expect(desk.screen.everything.utf8.allSatisfy { $0 < 0x80 }, "\(desk.screen.everything)")
      }
      #expect(try desk.end() == 0)
    }
  }

  @Test("without a keyboard it runs straight through") func pipe() throws {
    let home = try LearnSample.home()
    let path = try #require(Aula.path).path
    let desk = try Teletype(
      "-c", "\(path) learn small </dev/null; echo code $?", home: home, program: "/bin/bash", rows: 60)
    try desk.see("twice is 8")
    try desk.see("code 0")
    #expect(!home.has(LearnSample.progress))
  }
}
