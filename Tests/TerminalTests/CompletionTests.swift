// Completion without a terminal: what could stand at a place, asked of a world of a few names.
import AulaRuntime
import Terminal
import Testing

/// A few names, and two folders.
private struct SmallWorld: CompletionWorld {
  var names: [KnownName] {
    [
      KnownName("enc", "Dense · 8 parameters", isCallable: true), KnownName("encode", "(x)", isCallable: true),
      KnownName("pair", ""), KnownName("mean", "(x, axis?, keep = false)", isCallable: true, isLibrary: true),
    ]
  }

  func members(of path: [String]) -> [KnownName] {
    switch path {
    case ["enc"]: [KnownName("W", "[3, 2] float32"), KnownName("b", "[2] float32"), KnownName("bias", "")]
    case ["enc", "first"]: [KnownName("inner", "")]
    default: []
    }
  }

  func call(of path: [String]) -> KnownCall? {
    switch path {
    case ["mean"]: KnownCall("fn mean(x, axis?, keep = false)", ["x", "axis", "keep"])
    case ["enc", "step"]: KnownCall("fn step(h)", ["h"])
    default: nil
    }
  }

  func files(in folder: String) -> [(name: String, isFolder: Bool)] {
    switch folder {
    case ".": [("lesson.aula", false), ("lessons", true), ("notes.txt", false), (".hidden.aula", false)]
    case "lessons/": [("gan.aula", false)]
    default: []
    }
  }
}

@Suite("Completion") struct CompletionTests {
  /// The texts that a line can become.
  private func completed(_ line: String, before: String = "") -> [String] {
    guard let answer = CompletionRequest(before: before, line: line).answer(SmallWorld()) else { return [] }
    let kept = String(decoding: Array(line.utf8.prefix(answer.start)), as: UTF8.self)
    return answer.candidates.map { kept + $0.text }
  }

  @Test("names, and words of the language") func names() {
    #expect(completed("enc") == ["enc", "encode"])
    #expect(completed("2 * pa") == ["2 * pair", "2 * param"])
    #expect(completed("whi") == ["while"])
    #expect(completed("nothing_like_it") == [])
    #expect(completed("") == [] && completed("x = ") == [])
    #expect(CompletionRequest(line: "enc").answer(SmallWorld())?.common == "enc")
  }

  @Test("members of a named value, and of members of it") func members() {
    #expect(completed("enc.") == ["enc.W", "enc.b", "enc.bias"])
    #expect(completed("1 + enc.b") == ["1 + enc.b", "1 + enc.bias"])
    #expect(completed("enc.first.") == ["enc.first.inner"])
    #expect(completed("f(x).") == [], "of what would have to be computed nothing is known")
    #expect(completed("enc. ") == [])
    #expect(completed("0.") == [] && completed("12") == [])
  }

  @Test("labels of the call under the cursor") func labels() {
    #expect(completed("mean(") == ["mean(x: ", "mean(axis: ", "mean(keep: "])
    #expect(completed("mean(pair, a") == ["mean(pair, axis: ", "mean(pair, and", "mean(pair, ascend"])
    #expect(completed("mean(pair, axis: 0, ") == ["mean(pair, axis: 0, x: ", "mean(pair, axis: 0, keep: "])
    #expect(completed("mean([1, 2").isEmpty, "inside of a number nothing is offered")
    #expect(completed("mean((1, 2), k") == ["mean((1, 2), keep: "])
    #expect(completed("    ke", before: "mean(pair,\n") == ["    keep: "])
    #expect(completed("enc.step(") == ["enc.step(h: "])
    #expect(completed("fn mean(") == [], "here names are made")
    #expect(CompletionRequest(line: "mean(").answer(SmallWorld())?.signature == "fn mean(x, axis?, keep = false)")
    #expect(completed("mean(axis: enc") == ["mean(axis: enc", "mean(axis: encode"], "behind a label there is a value")
  }

  @Test("commands, and what stands behind them") func commands() {
    #expect(completed(":ti") == [":time"])
    #expect(completed("  :v") == ["  :vars"])
    #expect(completed(":").count == PromptCommand.all.count)
    #expect(completed(":load le") == [":load lesson.aula", ":load lessons/"])
    #expect(completed(":save lessons/g") == [":save lessons/gan.aula"])
    #expect(completed(":lang e") == [":lang en", ":lang es"])
    #expect(completed(":time enc.W") == [":time enc.W"])
    #expect(completed(":nonsense x") == [])
    #expect(completed("A[:en") == ["A[:enc", "A[:encode"], "a colon inside of a line begins no command")
  }

  @Test("files of the language behind `use`, and nothing in other texts") func files() {
    #expect(completed("use \"le") == ["use \"lesson.aula", "use \"lessons/"])
    #expect(completed("use \"lessons/") == ["use \"lessons/gan.aula"])
    #expect(completed("use \"") == ["use \"lesson.aula", "use \"lessons/"])
    #expect(completed("print \"enc") == [])
    #expect(completed("print \"{enc") == ["print \"{enc", "print \"{encode"], "a value in a text is a program")
    #expect(completed("# enc") == [] && completed("1 # enc") == [])
  }

  @Test("names of LaTeX become letters") func symbols() {
    #expect(completed("\\theta") == ["θ"])
    #expect(completed("2\\alp") == ["2α"])
    #expect(completed("a \\le") == ["a ≤"], "a complete name wins over longer ones")
    #expect(completed("x\\_1") == ["x₁"] && completed("x\\^2") == ["x²"])
    #expect(completed("\\th").isEmpty == false)
    #expect(completed("\\vart").contains("\\vartheta") || completed("\\vart") == ["ϑ"])
    #expect(completed("\\nonsense") == [])
    #expect(completed("\\Si") == ["Σ"])
  }

  @Test("every symbol is a character of the language", arguments: CompletionSymbols.all)
  func characters(_ row: (name: String, symbol: String)) {
    // In one of these places each of them means something.
    let programs = [
      "\(row.symbol) = 1", "let \(row.symbol) = 1", "let x\(row.symbol) = 1", "1 \(row.symbol) 2", "\(row.symbol)f",
      "\(row.symbol)2", "x\(row.symbol)", "x \(row.symbol) x", "\(row.symbol)x\(row.symbol)", "x\(row.symbol)1",
    ]
    #expect(programs.contains { Session.parseState($0) == .complete } || ["⁻"].contains(row.symbol), "\\\(row.name)")
    #expect(CompletionSymbols.symbol(row.name) == row.symbol)
  }

  @Test("no text breaks it") func anything() {
    let pieces = ["enc", ".", "(", ")", "[", "\"", "{", "}", "\\", ":", "use", " ", "#", "é", "😀", "\n", "1", ",", "°"]
    var state: UInt64 = 7
    for _ in 0..<3_000 {
      var line = ""
      for _ in 0..<8 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        line += pieces[Int(state >> 33) % pieces.count]
      }
      let answer = CompletionRequest(before: String(line.prefix(2)), line: line).answer(SmallWorld())
      #expect((0...line.utf8.count).contains(answer?.start ?? 0), "\(line)")
    }
  }
}

@Suite("Completion in a session") struct SessionCompletionTests {
  @Test("names come with their shapes, members without computing") func session() throws {
    let session = Session(seed: 1)
    try session.evaluate("let pt = (mu: 1, logvar: [1, 2])\nlet net = Dense(3, 2)\nlet A = zeros(2, 3)")
    let world = SessionWorld(session)
    let names = world.names
    #expect(
      names.first { $0.name == "A" }?.detail == "[2, 3] float64" || names.contains { $0.detail == "[2, 3] float32" })
    #expect(names.contains { $0.name == "mean" && $0.detail.hasPrefix("(x") })
    #expect(names.contains { $0.name == "Dense" }, "also what was not read yet")
    #expect(!names.contains { $0.name.hasPrefix("_") })
    #expect(world.members(of: ["pt"]).map(\.name) == ["mu", "logvar", "count"])
    #expect(world.members(of: ["pt", "logvar"]).map(\.name).contains("shape"))
    #expect(Set(world.members(of: ["net"]).map(\.name)).isSuperset(of: ["W", "b"]))
    #expect(world.members(of: ["A"]).map(\.name).contains("T"))
    #expect(world.members(of: ["missing"]).isEmpty && world.members(of: []).isEmpty)
    #expect(world.call(of: ["Dense"])?.parameters.first != nil)
    #expect(world.call(of: ["net"]) != nil && world.call(of: ["A"]) == nil)
  }
}
