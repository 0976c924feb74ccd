// Calls that make sense and calls that do not, and what the command says of itself.
import Command
import Diagnostics
import Foundation
import Testing

@Suite("Usage of the command") struct UsageTests {
  /// Arguments, the code of the answer, and a word that has to be in it.
  static let wrong: [(arguments: [String], code: String, word: String)] = [
    (["rnu", "x.aula"], "E0820", "`run`"), (["x.aula"], "E0820", "aula run x.aula"),
    (["--sed", "3"], "E0821", "`--seed`"),
    (["eval", "-z", "1"], "E0821", "-z"), (["eval", "1", "--seed"], "E0822", "--seed"),
    (["eval", "1", "--quiet=yes"], "E0823", "yes"), (["eval", "1", "--lang", "ne"], "E0824", "en, es"),
    (["eval", "1", "--color=alwys"], "E0824", "`always`"), (["eval", "1", "--seed", "-1"], "E0824", "-1"),
    (["eval", "1", "--threads", "0"], "E0824", "256"), (["eval", "1", "--max-memory", "3"], "E0824", "512M"),
    (["eval", "1", "--max-memory", "99999999999999999999G"], "E0824", "512M"),
    (["eval", "1", "--max-seconds", "nan"], "E0824", "seconds"), (["run"], "E0825", "a file"),
    (["eval"], "E0825", "code"), (["run", "--check", "x"], "E0826", "aula fmt"), (["--man"], "E0826", "aula help"),
    (["doctor", "x"], "E0827", "x"), (["help", "a", "b"], "E0827", "b"), (["completions", "bsh"], "E0824", "`bash`"),
    (["help", "sofmax"], "E0833", "`softmax`"), ([""], "E0820", "aula --help"), (["--"] + ["--x"], "E0820", "--x"),
  ]

  @Test("what makes no sense is answered with the nearest that does", arguments: wrong)
  func answers(_ call: (arguments: [String], code: String, word: String)) throws {
    let line = "\"$AULA\" " + call.arguments.map { "'\($0)'" }.joined(separator: " ")
    let result = try Aula.shell(line)
    #expect(result.code == 64, "\(call.arguments)")
    #expect(result.output.isEmpty)
    #expect(result.errors.contains(call.code) && result.errors.contains(call.word), "\(result.errors)")
  }

  @Test("the language that was asked for also in an answer to nonsense") func language() throws {
    for (arguments, word) in [("--lang=es rnu", "quisiste"), ("rnu --lang pt", "quis dizer")] {
      #expect(try Aula.shell("\"$AULA\" \(arguments)").errors.contains(word))
    }
    #expect(try Aula.run("rnu", environment: ["LC_ALL": "pt_BR.UTF-8"]).errors.contains("quis dizer"))
  }

  @Test("options stand before the verb, behind it, and with or without `=`") func places() throws {
    for line in [
      "--seed=3 eval 'normal(2)'", "--seed 3 eval 'normal(2)'", "eval 'normal(2)' --seed 3",
      "eval --seed=3 -- 'normal(2)'",
      "eval -q --seed 3 'print(normal(2))'",
    ] {
      let result = try Aula.shell("\"$AULA\" \(line)")
      #expect(result.code == 0 && result.lines.first == "[-1.46212, 0.675496]", "\(line): \(result.output)")
    }
    #expect(try Aula.run("eval", "-1").output == "-1\n")
    #expect(try Aula.run("eval", "--", "-x + 1").errors.contains("E0301"))
  }

  @Test("help of the command and of every verb, in every language, at every width") func help() throws {
    for columns in [20, 40, 80, 200] {
      for language in Language.allCases {
        for verb in [""] + Verb.all.map(\.name) {
          let result = try Aula.shell(
            "\"$AULA\" \(verb) --help --lang \(language.rawValue)", environment: ["COLUMNS": "\(columns)"])
          #expect(result.code == 0 && result.errors.isEmpty)
          #expect(result.lines.allSatisfy { $0.count <= columns }, "\(verb) \(language) \(columns)\n\(result.output)")
        }
      }
    }
    let ascii = try Aula.run("run", "--help", "--lang", "es", environment: ["LC_ALL": "C"])
    #expect(ascii.output.utf8.allSatisfy { $0 < 0x80 } && ascii.output.contains("Codigo de salida"))
  }

  @Test("every row has its words in three languages") func rows() {
    for verb in Verb.all {
      for words in [verb.summary, verb.about] { #expect(words.en != words.es && words.es != words.pt, "\(verb.name)") }
      #expect(!verb.examples.isEmpty && verb.examples.allSatisfy { $0.call.contains("aula \(verb.name)") })
    }
    let names = CommandOption.all.map(\.option.name)
    #expect(Set(names).count == names.count)
    let letters = CommandOption.all.compactMap(\.option.letter)
    #expect(Set(letters).count == letters.count)
    for (option, _) in CommandOption.all {
      #expect(option.words.en != option.words.es && option.words.es != option.words.pt, "\(option.name)")
    }
  }

  @Test("the version") func version() throws {
    for arguments in ["--version", "-V", "run --version"] {
      #expect(try Aula.shell("\"$AULA\" \(arguments)").output == "aula \(Version.number)\n")
    }
  }

  @Test("docs/command.md is up to date") func page() throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "../../docs/command.md")
    if ProcessInfo.processInfo.environment["AULA_RECORD"] == "1" { try Data(CommandPage.text.utf8).write(to: file) }
    #expect(try String(contentsOf: file, encoding: .utf8) == CommandPage.text, "record again with AULA_RECORD=1")
  }
}
