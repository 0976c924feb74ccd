// The commands of the prompt, as they are seen.
import Foundation
import Testing

@Suite("Commands at the prompt") struct PromptCommandsSeen {
  @Test("undo and redo are exact, draws included") func undo() throws {
    let desk = try Teletype("--seed", "3")
    try desk.seePrompt()
    try desk.enter("var w = 1.0")
    try desk.enter("normal(2)")
    let drawn = desk.screen.lines.suffix(3).first
    try desk.enter(":undo")
    try desk.enter("normal(2)")
    #expect(desk.screen.lines.suffix(3).first == drawn)
    try desk.enter(":seed 8")
    try desk.enter("normal(2)")
    let anew = desk.screen.lines.suffix(3).first
    try desk.enter(":seed 8")
    try desk.enter("normal(2)")
    #expect(desk.screen.lines.suffix(3).first == anew)
    try desk.enter("w = 5.0")
    try desk.enter(":undo")
    try desk.enter("w")
    #expect(desk.screen.lines.suffix(2).first == "1", "\(desk.screen.text)")
    try desk.enter(":undo")
    try desk.enter(":redo")
    try desk.enter("w + 1")
    #expect(desk.screen.lines.suffix(2).first == "2")
    for _ in 0..<7 { try desk.enter(":undo") }
    try desk.see("nothing to undo")
  }

  @Test("a saved session gives the same values when it is run") func save() throws {
    let desk = try Teletype("--seed", "5")
    try desk.seePrompt()
    try desk.enter("let x = normal(3)")
    try desk.enter("undefined_name")
    try desk.enter("sum(x)")
    try desk.enter("let twice = _ * 2 + sum(normal(2))")
    try desk.enter("let taken_back = normal(2)")
    try desk.enter(":undo")
    try desk.enter(":type normal(2)")
    try desk.enter("let y = normal(2)")
    try desk.enter("x = 3")
    try desk.enter("var gone = 1")
    try desk.enter(":undo")
    try desk.enter("print(\"{twice} {x} {y}\")")
    let seen = desk.screen.lines.suffix(2).first ?? ""
    try desk.enter(":save session.aula")
    try desk.see("Saved session.aula")
    #expect(try desk.end() == 0)
    let text = try desk.home.text("session.aula")
    #expect(!text.contains("gone") && !text.contains("undefined_name"))
    let again = try Teletype("run", "--seed", "5", "session.aula", home: desk.home)
    try again.see(seen)
    #expect(try again.end(pressing: "") == 0)
    let loaded = try Teletype("--seed", "5", home: desk.home)
    try loaded.seePrompt()
    try loaded.enter(":load session.aula")
    try loaded.enter("print(\"{twice} {x} {y}\")")
    #expect(loaded.screen.lines.suffix(2).first == seen)
    #expect(!text.contains("seed was changed"))
    try loaded.enter(":seed 6")
    try loaded.enter(":save other.aula")
    #expect(try desk.home.text("other.aula").contains("seed was changed"))
  }

  @Test("the editor gets the last entry, and what it writes is evaluated") func edit() throws {
    let home = try Home()
    try home.write("#!/bin/sh\nsed -i 's/1/100/' \"$2\"; echo \"$1\" > editor.log", as: "editor")
    try home.write("", as: "editor.log")
    let desk = try Teletype(home: home, environment: ["EDITOR": "sh \(home.path)/editor --option"])
    try desk.seePrompt()
    try desk.enter("1 + 11")
    try desk.enter(":edit")
    try desk.see("111")
    #expect(try home.text("editor.log") == "--option\n")
    try desk.press(Key.up)
    try desk.see("> 100 + 11")
    try desk.press(Key.interrupt)
    try desk.seePrompt()
    let failing = try Teletype(environment: ["EDITOR": "false"])
    try failing.seePrompt()
    try failing.enter("1 + 1")
    try failing.enter(":edit")
    try failing.see("E084")
    try failing.enter("_ + 1")
    #expect(failing.screen.lines.suffix(2) == ["3", ">"])
  }

  @Test("what is told of names, of commands, and of what is none") func help() throws {
    let desk = try Teletype(rows: 60)
    try desk.seePrompt()
    try desk.enter("softmax?")
    try desk.see("softmax(x")
    try desk.enter("mse??")
    try desk.see("fn mse(")
    try desk.enter(":help")
    for word in [":undo", ":save FILE", ":quit", "Ctrl-C"] { try desk.see(word) }
    try desk.enter(":unod")
    try desk.see("Did you mean `:undo`?")
    try desk.enter("nothing_such?")
    try desk.see("E084")
    try desk.enter("let A = zeros(2, 3)")
    try desk.enter(":vars")
    try desk.see("A  [2, 3]")
    try desk.enter(":type A @ A'")
    try desk.enter(":seed")
    try desk.enter(":lang es")
    try desk.see("Los mensajes están en español.")
    try desk.enter(":help")
    try desk.see("deshace la última entrada")
    try desk.enter(":reset")
    try desk.enter("A")
    try desk.see("E0")
    #expect(try desk.end(pressing: ":quit\r") == 0)
  }

  @Test("pictures in characters") func picture() throws {
    let desk = try Teletype(rows: 50)
    try desk.seePrompt()
    try desk.enter("plot([1, 4, 9, 16])")
    try desk.see("a picture of braille") { $0.text.unicodeScalars.contains { (0x2800...0x28FF).contains($0.value) } }
    try desk.enter(":save plot.svg")
    try desk.enter(":save plot.png")
    #expect(try desk.home.text("plot.svg").hasPrefix("<"))
    #expect(desk.home.has("plot.png"))
    #expect(desk.screen.strange.isEmpty, "\(desk.screen.strange)")
    let plain = try Teletype("--plain", rows: 50)
    try plain.seePrompt()
    try plain.enter("plot([1, 4, 9, 16])")
    #expect(plain.screen.text.utf8.allSatisfy { $0 < 0x80 })
  }

  @Test("a file that may not grow is an error, and the file is as it was") func fileLimit() throws {
    let home = try Home()
    try home.write("old\n", as: "session.aula")
    let path = try #require(Aula.path).path
    let desk = try Teletype("-c", "ulimit -f 1; exec \(path)", home: home, program: "/bin/bash")
    try desk.seePrompt()
    for number in 0..<12 { try desk.enter("let text\(number) = \"\(String(repeating: "x", count: 200))\"") }
    try desk.enter(":save session.aula")
    try desk.see("E08")
    try desk.seePrompt()
    #expect(try home.text("session.aula") == "old\n")
    try desk.enter("1 + 1")
    #expect(desk.screen.lines.suffix(2) == ["2", ">"])
    #expect(try desk.end() == 0)
  }

  @Test("what no gradient flows through is said so") func nothingToExplain() throws {
    let desk = try Teletype()
    try desk.seePrompt()
    try desk.enter(":explain 3")
    try desk.see("no gradient flows")
    #expect(try desk.end() == 0)
  }
}
