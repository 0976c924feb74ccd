// What is typed at the prompt of the real binary, and what is seen of it.
import Foundation
import Testing

@Suite("Typing at the prompt") struct EntryTests {
  @Test("entries, results, errors, and the way out") func entries() throws {
    let desk = try Teletype()
    try desk.seePrompt()
    try desk.enter("let x = [1, 2, 3]")
    try desk.enter("x * 2")
    try desk.see("[2, 4, 6]")
    try desk.enter("_ + 1")
    try desk.see("[3, 5, 7]")
    try desk.enter("y + 1")
    try desk.see("E0")
    try desk.enter("sum(x)")
    #expect(desk.screen.lines.suffix(2) == ["6", ">"])
    #expect(try desk.end() == 0)
    #expect(desk.screen.strange.isEmpty, "\(desk.screen.strange)")
  }

  @Test("an entry of several lines, and the ways out of one") func continuation() throws {
    let desk = try Teletype()
    try desk.seePrompt()
    try desk.begin("fn double(x) = {")
    try desk.seePrompt("…")
    #expect(desk.screen.beforeCursor == "…     ")
    try desk.begin("2 * x")
    try desk.seePrompt("…")
    try desk.enter("}")
    try desk.enter("double(21)")
    try desk.see("42")
    for key in [Key.interrupt, Key.escape, Key.end] {
      try desk.begin("let z = (1,")
      try desk.seePrompt("…")
      try desk.press(key)
      try desk.seePrompt()
    }
    try desk.press("half of a line")
    try desk.see("half of a line")
    try desk.press(Key.interrupt)
    try desk.seePrompt()
    try desk.enter("double(4)")
    #expect(desk.screen.lines.suffix(2) == ["8", ">"])
    #expect(!desk.screen.text.contains("E0"))
    #expect(try desk.end() == 0)
  }

  @Test("letters beyond ASCII, and editing over wide ones") func unicode() throws {
    let desk = try Teletype()
    try desk.seePrompt()
    try desk.enter("let θ = 0.5")
    try desk.press("print(\"模型 ñ é θ😀\")")
    try desk.see("θ😀\")")
    // Over the quote, the bracket and the picture, which takes two columns; then the letter before it is replaced.
    try desk.press(Key.left + Key.left + Key.left + Key.backspace + "λ")
    try desk.see("模型 ñ é λ😀")
    try desk.press(Key.lineStart + Key.right + Key.lineEnd)
    try desk.see("the cursor at the end") { $0.beforeCursor.hasSuffix("😀\")") }
    try desk.press(Key.enter)
    try desk.seePrompt()
    #expect(desk.screen.lines.suffix(2) == ["模型 ñ é λ😀", ">"])
    try desk.enter("θ + 1")
    try desk.see("1.5")
    #expect(try desk.end() == 0)
  }

  @Test("completion: what fits, all that fits, and signatures") func completion() throws {
    let desk = try Teletype()
    try desk.seePrompt()
    try desk.enter("let weights_of_layer = zeros(2, 3)")
    try desk.press("weig" + Key.tab)
    try desk.see("> weights_of_layer")
    try desk.press(".shape" + Key.enter)
    try desk.seePrompt()
    try desk.press("\\theta" + Key.tab)
    try desk.see("the letter") { $0.line == "> θ" }
    try desk.press(Key.interrupt)
    try desk.seePrompt()
    try desk.press("log_" + Key.tab + Key.tab)
    try desk.see("log_softmax")
    try desk.see("the line again, below") { $0.line == "> log_" && $0.row > 2 }
    try desk.press(Key.interrupt)
    try desk.seePrompt()
    try desk.press(":un" + Key.tab)
    try desk.see("> :undo")
    try desk.press(Key.interrupt)
    try desk.seePrompt()
    try desk.press("softmax" + Key.tab + Key.tab)
    try desk.see("softmax  (x, axis = -1)")
    #expect(desk.screen.strange.isEmpty)
  }

  @Test("two hundred pasted lines are evaluated whole") func paste() throws {
    let desk = try Teletype()
    try desk.seePrompt()
    try desk.see("that pastes are marked") { $0.marksPastes }
    let lines = (0..<199).map { "let v\($0) = {\n  \($0) + 1\n}" } + ["v0 + v198"]
    try desk.press(Key.paste(lines.joined(separator: "\n")))
    try desk.see("the pasted text") { $0.line != ">" }
    try desk.press(Key.enter)
    try desk.seePrompt()
    #expect(desk.screen.lines.suffix(2) == ["200", ">"], "\(desk.screen.text)")
    try desk.enter("v100")
    #expect(desk.screen.lines.suffix(2) == ["101", ">"])
    // The whole paste is one entry of the past.
    try desk.press(Key.up + Key.up)
    try desk.press(Key.enter)
    try desk.see("200 twice") { $0.everything.split(separator: "\n").filter { $0 == "200" }.count == 2 }
    #expect(!desk.screen.everything.contains("E0"))
    try desk.seePrompt()
    #expect(try desk.end() == 0)
  }

  @Test("a pasted block that holds commands: each line as if it were typed") func pastedCommands() throws {
    let desk = try Teletype()
    try desk.seePrompt()
    try desk.press(Key.paste("let a = 2\n:undo\nlet a = 3\n:vars\na + 4") + Key.enter)
    try desk.see("7")
    try desk.seePrompt()
    try desk.see("Undone: let a = 2")
    #expect(desk.screen.lines.suffix(2) == ["7", ">"])
  }
}
