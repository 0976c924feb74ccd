// help, doctor, the man page and the completion scripts.
import Command
import Foundation
import Testing

@Suite("Help of the language and the machine") struct HelpVerbTests {
  @Test("topics, names, errors, verbs") func pages() throws {
    let cases = [
      ("", "distributions"), ("softmax", "softmax([0, 0])   # [0.5, 0.5]"), ("distributions", "fn logp(q, x)"),
      ("E0401", "How to mend it"), ("e0401 --lang es", "Cómo arreglarlo"), ("E0820", "`aula run model.aula`"),
      ("doctor", "says what it found"), ("π", "3.14"), ("run", "Usage: aula run"),
    ]
    for (name, word) in cases {
      let result = try Aula.shell("\"$AULA\" help \(name)")
      #expect(result.code == 0 && result.errors.isEmpty, "\(name)")
      #expect(result.output.contains(word), "\(name)\n\(result.output)")
      #expect(result.lines.allSatisfy { $0.count <= 100 || $0.contains("    ") })
    }
  }

  @Test("the man page, for the tools that show it") func manPage() throws {
    for language in ["en", "es", "pt"] {
      let folder = try TemporaryFolder()
      let page = try Aula.run("help", "--man", "--lang", language)
      #expect(page.code == 0 && page.output.contains(".TH AULA 1"))
      try folder.write(page.output, as: "aula.1")
      for verb in Verb.all { #expect(page.output.contains("aula \(verb.name)")) }
      let shown = try Aula.shell(
        "command -v man >/dev/null || exit 77; MANWIDTH=80 man -l aula.1", folder: folder.url)
      if shown.code == 77 { continue }
      #expect(shown.code == 0 && shown.output.contains("--max-memory"), "\(shown.errors)")
      let warnings = try Aula.shell(
        "command -v groff >/dev/null || exit 0; groff -Kutf8 -ww -man -Tutf8 aula.1 >/dev/null", folder: folder.url)
      #expect(warnings.code == 0 && warnings.errors.isEmpty, "\(warnings.errors)")
    }
  }

  @Test("completion scripts parse, where their shells are installed", arguments: ["bash", "zsh", "fish"])
  func scripts(_ shell: String) throws {
    for language in ["en", "es", "pt"] {
      let folder = try TemporaryFolder()
      let script = try Aula.run("completions", shell, "--lang", language)
      #expect(script.code == 0)
      for verb in Verb.all { #expect(script.output.contains(verb.name)) }
      for (option, _) in CommandOption.all { #expect(script.output.contains(option.name)) }
      try folder.write(script.output, as: "script")
      let result = try Aula.shell("command -v \(shell) >/dev/null || exit 0; \(shell) -n script", folder: folder.url)
      #expect(result.code == 0 && result.errors.isEmpty, "\(result.errors)")
    }
  }

  @Test("what bash completes") func completes() throws {
    let folder = try TemporaryFolder()
    for name in ["one.aula", "two words.aula", "notes.md", "data.csv", "sub/x.aula"] { try folder.write("", as: name) }
    let cases: [(words: [String], expected: Set<String>)] = [
      (["do"], ["doctor"]), (["fmt", "--ch"], ["--check"]), (["run", "--ch"], []), (["--lang", "e"], ["en", "es"]),
      (["run", ""], ["one.aula", "two words.aula", "notes.md", "sub"]), (["--color", "=", "al"], ["always"]),
      (["completions", ""], ["bash", "zsh", "fish"]), (["help", "softm"], ["softmax"]),
      (["run", "--pictures", ""], ["sub"]), (["--max-m"], ["--max-memory"]),
    ]
    for (words, expected) in cases {
      let list = (["aula"] + words).map { "'\($0)'" }.joined(separator: " ")
      let result = try Aula.shell(
        """
        source <("$AULA" completions bash); COMP_WORDS=(\(list)); COMP_CWORD=\(words.count); _aula 2>/dev/null
        printf '%s\\n' "${COMPREPLY[@]}"
        """, folder: folder.url)
      #expect(Set(result.lines.map(String.init)) == expected, "\(words): \(result.output) \(result.errors)")
    }
  }

  @Test("doctor, for people and for programs") func doctor() throws {
    let result = try Aula.run("doctor")
    #expect(result.code == 0)
    for word in ["version", "OpenBLAS", "oneDNN", "GFLOP/s", "GB/s", "history", "language"] {
      #expect(result.output.contains(word), "\(result.output)")
    }
    let home = try Aula.run("doctor", "--json", "--lang", "pt", environment: ["XDG_STATE_HOME": "/state"])
    let findings = try #require(home.events.first)
    #expect(findings["language"] as? String == "pt" && findings["history"] as? String == "/state/aula/history")
    for speed in ["product", "product64", "kernel", "copy"] { #expect(findings[speed] is NSNumber, "\(speed)") }
    let without = try Aula.run("doctor", environment: ["AULA_LIBRARIES": "none", "AULA_CPU": "baseline"])
    #expect(without.output.contains("switched off") && without.output.contains("baseline"))
  }
}
