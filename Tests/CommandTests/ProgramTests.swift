// run, eval, check: what they print, where, and with which code they end.
import Foundation
import Testing

@Suite("Programs at the command") struct ProgramTests {
  @Test("run: each file in a session of its own, `use` from its folder") func run() throws {
    let folder = try TemporaryFolder()
    try folder.write("let k = 7", as: "sub/lib.aula")
    try folder.write("use \"lib.aula\"\nprint(\"k is {k}\")\nk * 2", as: "sub/main.aula")
    try folder.write("print(k)", as: "other.aula")
    let result = try Aula.run("run", "sub/main.aula", folder: folder.url)
    #expect(result.code == 0 && result.output == "k is 7\n14\n" && result.errors.isEmpty)
    let both = try Aula.run("run", "sub/main.aula", "other.aula", folder: folder.url)
    #expect(both.code == 2 && both.output == "k is 7\n14\n")
    #expect(both.errors.contains("E0301") && both.errors.contains("other.aula, line 1"))
  }

  @Test("what is piped in, with a verb and without; named pipes; a mark in front") func input() throws {
    #expect(try Aula.run("run", "-", input: "let x = 2\nx + 1").output == "3\n")
    #expect(try Aula.run(input: "1 + 1").output == "2\n")
    #expect(try Aula.shell("\"$AULA\" run <(echo 3 + 4)").output == "7\n")
    #expect(try Aula.run(input: "\u{feff}#!/usr/bin/env -S aula run\r\n1 + 2\r\n").output == "3\n")
    #expect(try Aula.run(input: "").code == 0)
  }

  @Test("eval: pieces of code share a session, the first mistake ends it") func eval() throws {
    let result = try Aula.run("eval", "let x = 3", "x^2", "x +", "print(1)")
    #expect(result.code == 2)
    #expect(result.lines.contains("9") && !result.lines.contains("1"))
    #expect(result.errors.contains("code 3, line 1"))
  }

  @Test("endings outrank one another") func endings() throws {
    let folder = try TemporaryFolder()
    try folder.write("1 +", as: "bad.aula")
    try folder.write("1", as: "good.aula")
    let cases: [(String, Int32)] = [
      ("run good.aula", 0), ("run bad.aula good.aula", 2), ("run good.aula none.aula bad.aula", 3),
      ("check good.aula", 0), ("check bad.aula", 2), ("run .", 3), ("fmt --check good.aula", 1),
      ("fmt --check good.aula bad.aula", 2), ("eval --max-seconds 0.2 'while true { }'", 2),
      ("eval --max-memory 64M 'normal(10000, 10000)'", 2),
    ]
    for (line, code) in cases {
      let result = try Aula.shell("\"$AULA\" \(line)", folder: folder.url)
      #expect(result.code == code, "\(line)\n\(result.errors)")
    }
  }

  @Test("files that cannot be read, in three languages, with a way out") func unreadable() throws {
    let folder = try TemporaryFolder()
    try Data([0x61, 0xff, 0x62]).write(to: folder.url.appending(path: "latin.aula"))
    try Data(count: 17 << 20).write(to: folder.url.appending(path: "huge.aula"))
    let cases = [
      ("none.aula", "en", "E0828", "folder"), ("none.aula", "es", "E0828", "carpeta"),
      ("none.aula", "pt", "E0828", "pasta"),
      ("latin.aula", "en", "E0830", "byte 1"), ("huge.aula", "pt", "E0831", "16 MB"),
      (".", "es", "E0829", "es una carpeta"),
      ("none.aula/x", "en", "E0828", "none.aula/x"),
    ]
    for (file, language, code, word) in cases {
      let result = try Aula.run("run", file, "--lang", language, folder: folder.url)
      #expect(result.code == 3 && result.errors.contains(code) && result.errors.contains(word), "\(result.errors)")
    }
  }

  @Test("check finds names and shapes and runs nothing") func check() throws {
    let folder = try TemporaryFolder()
    try folder.write("print(\"ran\")\nlet a = [1, 2] @ [1, 2, 3]\nb", as: "bad.aula")
    try folder.write("print(\"ran\")\nlet a = normal(100000, 100000)", as: "good.aula")
    let bad = try Aula.run("check", "bad.aula", folder: folder.url)
    #expect(bad.code == 2 && bad.output.isEmpty)
    #expect(bad.errors.contains("E0402") && bad.errors.contains("E0301"))
    let good = try Aula.run("check", "good.aula", folder: folder.url)
    #expect(good.code == 0 && good.output == "1 file, no mistakes found\n" && good.errors.isEmpty)
    #expect(try Aula.run("check", "-q", "good.aula", folder: folder.url).output.isEmpty)
  }

  @Test("--quiet, --time, --seed, --threads") func options() throws {
    #expect(try Aula.run("eval", "-q", "1 + 1", "print(3)", "plot([1, 2])").output == "3\n")
    let timed = try Aula.run("eval", "--time", "for i in 0..10 { }")
    #expect(timed.errors.wholeMatch(of: /code 1: 0\.\d{3} s, \d+ steps, 0 learning steps\n/) != nil, "\(timed.errors)")
    let draws = try ["1", "2"].map { try Aula.run("eval", "--seed", "5", "--threads", $0, "sum(normal(1000))").output }
    #expect(draws[0] == draws[1])
    #expect(try Aula.run("eval", "--seed", "6", "sum(normal(1000))").output != draws[0])
  }

  @Test("pictures as files") func pictures() throws {
    let folder = try TemporaryFolder()
    try folder.write("plot([1, 2, 3])\nlet h = histogram(normal(10))\nh", as: "two.aula")
    let result = try Aula.run("run", "--pictures", "out", "-q", "two.aula", folder: folder.url)
    #expect(result.code == 0 && result.output.isEmpty)
    for number in 1...2 { #expect(try folder.text("out/two-\(number).svg").hasPrefix("<svg")) }
    let refused = try Aula.run("run", "--pictures", "two.aula", "two.aula", folder: folder.url)
    #expect(refused.code == 3 && refused.errors.contains("E0832"))
  }
}
