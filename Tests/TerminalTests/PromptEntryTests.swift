// Entries as texts: their depth, `_`, what stands after undoing, and a session saved as a program.
import AulaRuntime
import Terminal
import Testing

@Suite("Entries of the prompt") struct PromptEntryTests {
  @Test("open brackets count, those in texts and comments do not") func depth() {
    #expect(PromptEntry.depth(of: "fn f(x) {") == 1)
    #expect(PromptEntry.depth(of: "f((1, [2, 3],") == 2)
    #expect(PromptEntry.depth(of: "print \"({[\" # ((") == 0)
    #expect(PromptEntry.depth(of: ")]}") == 0)
    #expect(PromptEntry.depth(of: "") == 0)
  }

  @Test("`_` is a value where the language has no other meaning for it") func lastValues() {
    #expect(PromptEntry.lastValues(in: "_ + 1") == [0..<1])
    #expect(PromptEntry.lastValues(in: "θ * _^2 - _") == [5..<6, 11..<12])
    #expect(PromptEntry.lastValues(in: "let (a, _) = f(x)").isEmpty)
    #expect(PromptEntry.lastValues(in: "for _ in 0..3 { print 1 }").isEmpty)
    #expect(PromptEntry.lastValues(in: "print \"_\" # _").isEmpty)
    #expect(Session.parseState("_ + 1") == .wrong && Session.parseState("_ + 1", readsLastValue: true) == .complete)
    #expect(Session.parseState("_ +", readsLastValue: true) == .incomplete)
  }

  @Test("what stands after undoing, doing again and starting over") func standing() {
    var list = EntryList()
    for entry in ["a", "b", "c"] { list.add(.entry(entry, isFinished: true)) }
    #expect(list.undo() == .entry("c", isFinished: true))
    #expect(list.standing == ["a", "b"])
    #expect(list.redo() == .entry("c", isFinished: true) && list.redo() == nil)
    list.add(.startedOver)
    list.add(.entry("d", isFinished: false))
    #expect(list.standing == [])
    list.undo()
    list.undo()
    #expect(list.standing == ["a", "b", "c"])
    for _ in 0..<5 { list.undo() }
    #expect(list.standing == [] && list.undo() == nil)
  }

  @Test("a saved session is a program that gives the same values") func saved() throws {
    let entries = [
      "2 * 3", "_ + 1", "let x = [1, 2, 3]", "sum(_)", "fn f(a) {\n    a + 1\n}", "f(_)", "let (p, _) = (1, 2)", "x\n",
      "_ + _",
    ]
    let session = Session(seed: 3)
    var seen: [String] = []
    for entry in entries {
      let outcome = session.enter(entry) { if case .value(let value) = $0 { seen.append(value.text) } }
      #expect(outcome.status == .finished, "\(entry) \(outcome.problems)")
    }
    let text = SavedSession(entries: entries, seed: 3).text(.en)
    #expect(text.hasPrefix("# ") && text.contains("3"))
    #expect(Session.parseState(text) == .complete, "\(text)")
    var again: [String] = []
    let outcome = Session(seed: 3).run(text) { if case .value(let value) = $0 { again.append(value.text) } }
    #expect(outcome.status == .finished, "\(outcome.problems)")
    // What only gets a name is shown by a prompt alone.
    for value in ["7", "[1, 2, 3]", "6", "[2, 4, 6]"] {
      #expect(seen.contains(value) && again.contains(value), "\(value)")
    }
    #expect(again.last == seen.last)
    let untouched = SavedSession(entries: ["1", "2", "let y = 2"], seed: 0).text(.es)
    #expect(untouched.hasSuffix("\n\n1\n2\nlet y = 2\n"), "without `_` entries stay as they were")
  }

  @Test("an entry that is taller than the screen is one line, and comes back whole") func folding() {
    var folds = FoldedEntries()
    let tall = (0..<50).map { "let v\($0) = \($0)" }.joined(separator: "\n")
    let other = tall + "\n# and more"
    #expect(folds.folded("let x = 1\nx", rows: 24) == "let x = 1\nx")
    let line = folds.folded(tall, rows: 24)
    #expect(!line.contains("\n") && line.count < 60)
    #expect(folds.folded(tall, rows: 24) == line, "the same again")
    #expect(folds.folded(other, rows: 24) != line)
    #expect(folds.unfolded(line) == tall)
    #expect(folds.unfolded("1; " + line + " # end") == "1; " + tall + " # end")
    #expect(folds.unfolded("let v0 ... [7]") == "let v0 ... [7]")
    #expect(!folds.folded(tall, rows: 0).contains("\n"))
  }

  @Test("what is typed for the prompt itself") func requests() {
    #expect(PromptRequest(":vars") == .command("vars", ""))
    #expect(PromptRequest("  :time  1 + 1 ") == .command("time", "1 + 1"))
    #expect(PromptRequest("mse?") == .documentation("mse"))
    #expect(PromptRequest("mse ??") == .source("mse"))
    #expect(PromptRequest("θ′?") == .documentation("θ′"))
    for program in ["???", "fn f(x) = ???", "x", "A[:, 1]", "x + y?", "\"name?\"", ": 3", "1?"] {
      #expect(PromptRequest(program) == nil, "\(program)")
    }
    #expect(PromptRequest("quit") != nil && PromptRequest("exit()") != nil)
  }

  @Test("free names of an expression") func freeNames() {
    #expect(FreeNames.all(in: "mse(W @ x, target: y) + enc.b + x") == ["mse", "W", "x", "y", "enc"])
    #expect(
      FreeNames.all(in: "map(t -> t^2, xs)") == ["map", "xs"]
        || FreeNames.all(in: "map(t -> t^2, xs)") == ["map", "t", "xs"])
  }

  @Test("durations and sizes with their units") func units() {
    #expect(PromptWords.duration(1.5) == "1.50 s" && PromptWords.duration(0.0123) == "12.3 ms")
    #expect(PromptWords.duration(1.2e-7) == "120 ns" && PromptWords.duration(2e-5) == "20.0 µs")
    #expect(PromptWords.duration(.nan) == "?" && !PromptWords.duration(0).isEmpty)
    #expect(PromptWords.bytes(999) == "999 B" && PromptWords.bytes(1_500) == "1.5 kB")
    #expect(PromptWords.bytes(3_140_000_000) == "3.1 GB" && PromptWords.bytes(.max).hasSuffix("TB"))
  }
}
